"""The chain over the change log: one link per operation.

    link = SHA-256(previous ‖ canonical([number, time, person, kind]) ‖ digest)
    digest = SHA-256(nonce ‖ canonical log rows)

`canonical` is RFC 8785 JSON, so that the four parts cannot run into one another. The store computes links when it
writes, the audit and the receiver of a bundle compute them again; a bundle carries `digest`, never the rows.
"""

from __future__ import annotations

import hashlib
import json

FIRST_PREVIOUS = bytes(32)
"""The predecessor of the first link."""


def link_after(previous: bytes, number: int, at: str, person: str, kind: str, digest: bytes) -> bytes:
    """Return the link (32 bytes) of operation `number`.

    Args:
        previous: the link of the operation before, 32 bytes; `FIRST_PREVIOUS` for the first.
        number: the operation's number, below 2^53.
        at: its time, exactly as it is kept (UTC, ISO 8601).
        person: who did it.
        kind: what kind of deed it was (`domain.rows.OperationKind`).
        digest: SHA-256(nonce ‖ canonical log rows), 32 bytes.
    """
    # A list of one integer and three texts comes out of json.dumps as RFC 8785 wants it.
    head = json.dumps([number, at, person, kind], ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(previous + head + digest).digest()
