"""Sentences about making and delivering a bundle, and the texts that travel in it."""

SENTENCES: dict[str, str] = {
    "bundle.readme": """乡镇执法台账 · 报送包

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
""",
    "bundle.no_unit": "还没有写单位名称，报送包不能没有单位。先在设置里写上单位名称。",
    "bundle.clock_before_build": "电脑时间是 {now}，早于本程序的发布日期 {build}。先校准电脑时间，或确认后继续。",
    "bundle.clock_before_operation": "电脑时间是 {now}，早于台账里最后一次操作 {last}。先校准电脑时间，或确认后继续。",
    "bundle.clock_far_ahead": "电脑时间是 {now}，比台账里最后一次操作 {last} 晚了 400 天以上。先校准电脑时间，或确认后继续。",
    "bundle.too_large": "报送包太大：最多 200 MB。缩短期间，或分成几次报送。",
    "bundle.reports_missing": "没有可以报送的报表。",
    "bundle.key_damaged": "台账里的校验密钥打不开。从备份恢复，或联系管理员。",
    "bundle.self_check": "报送包写好后自检没有通过：{first}。没有报送，请再做一次。",
    "bundle.not_sent": "没有第 {sequence} 号报送包，不能替换它。",
    "bundle.masked": "文字里的 {ids} 个身份证号、{phones} 个手机号已遮盖后报送。",
    "bundle.gap.drafts": "{count} 行草稿未列入",
    "bundle.gap.empty": "还没有记录",
    "bundle.made": "第 {sequence} 号报送包已做好：{file}",
    "bundle.unregistered": "未登记单位：收件方还没有登记本单位的校验密钥。把登记单盖章后交给收件方。",
}
