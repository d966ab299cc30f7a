"""The registration code (登记校验码): how a key is named on a screen, on a stamped sheet and over the phone.

It is the first 20 bytes of SHA-256 over the key's SubjectPublicKeyInfo (RFC 5280 §4.1, DER), as 32 letters of
base32 (RFC 4648) in 8 groups of 4. A stranger recomputes it with OpenSSL and coreutils (see the README.txt of a
bundle), so its form must never change.
"""

from __future__ import annotations

import base64
import hashlib

GROUP_LETTERS = 4
_DIGEST_BYTES = 20


def key_digest(spki: bytes) -> str:
    """Return SHA-256 over a SubjectPublicKeyInfo (DER) as 64 hexadecimal letters: the name of a key in a register."""
    return hashlib.sha256(spki).hexdigest()


def registration_code(digest: str) -> str:
    """Return the code of the key whose `key_digest` is `digest`, as `ABCD-EFGH-…` (8 groups of 4)."""
    letters = base64.b32encode(bytes.fromhex(digest)[:_DIGEST_BYTES]).decode("ascii")
    return "-".join(letters[at : at + GROUP_LETTERS] for at in range(0, len(letters), GROUP_LETTERS))
