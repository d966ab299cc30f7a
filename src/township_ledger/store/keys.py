"""The key of a database, which shows itself to nobody."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field

KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class DatabaseKey:
    """A raw 256-bit key and the 16-byte salt of the database's header.

    With the salt in hand a database whose first page is damaged can still be read. Neither stands in the `repr`.
    """

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError("a database key has 32 bytes and its salt 16")

    @classmethod
    def new(cls) -> DatabaseKey:
        """Return a random key."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES))

    @classmethod
    def from_hex(cls, text: str) -> DatabaseKey:
        """Return the key that `hex` wrote: 96 hexadecimal letters.

        Raises:
            ValueError: it is something else.
        """
        if not re.fullmatch(r"[0-9a-fA-F]{96}", text):
            raise ValueError("a database key is written in 96 hexadecimal letters")
        raw = bytes.fromhex(text)
        return cls(raw[:KEY_BYTES], raw[KEY_BYTES:])

    def hex(self) -> str:
        """Return key and salt as 96 hexadecimal letters: for a pipe to our own processes, never for a file."""
        return (self.key + self.salt).hex()
