"""README.txt of a bundle: how a stranger checks the mark with OpenSSL alone.

It is no sentence of the program's: it travels, and is read beside a command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from township_ledger.domain.registration import key_digest, registration_code

if TYPE_CHECKING:
    from datetime import datetime

    from township_ledger.domain.bundles import Manifest

_TEXT = """\
乡镇执法台账 · 报送包

单位：{unit}
期间：{period}
编号：{sequence}
登记校验码：{mark}

这个文件夹里：
  bundle.json               清单：每个文件的大小和 SHA-256，报表里的数字及其位置
  reports/                  报表（PDF 和 xlsx）
  data/                     同一批数据（Frictionless Data Package：datapackage.json 和 CSV）

不用本程序也能核对来源与完整性。把 .asics 文件当作 ZIP 解开，在解开的文件夹里（有 payload.zip 和 META-INF）执行：

1. 取出报送单位的证书，算出登记校验码，与盖章的登记单或电话里的核对：
   openssl cms -verify -binary -inform DER -in META-INF/signature.p7s -content payload.zip -noverify -signer signer.pem -out payload.out
   openssl x509 -in signer.pem -pubkey -noout | openssl pkey -pubin -outform DER | openssl dgst -sha256 -binary | head -c 20 | base32

2. 核对内容（显示 CAdES Verification successful 即内容与校验标记相符）：
   openssl cms -verify -cades -binary -inform DER -in META-INF/signature.p7s -content payload.zip -CAfile signer.pem -attime {attime} -out payload.out

-attime 是签署时间（1970 年以来的秒数），由报送单位的电脑给出。
"""


def readme_bytes(manifest: Manifest, spki: bytes, signed_at: datetime) -> bytes:
    """Return README.txt (UTF-8 with BOM, CR LF, so that any editor of an office shows it).

    `spki` is the signer's key (DER), `signed_at` the aware time of signing.
    """
    text = _TEXT.format(
        unit=manifest.unit.name,
        period=manifest.period,
        sequence=manifest.sequence,
        mark=registration_code(key_digest(spki)),
        attime=int(signed_at.timestamp()),
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")
