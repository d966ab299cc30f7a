"""Key slots: the database key wrapped once for each person's password.

A slot is AES-256-GCM under Argon2id (t 3, m 64 MiB, p 4); the additional data bind it to home, key, kind, person and
parameters, so that no slot can be moved or weakened. `keys.json` and its twin are replaced one after the other.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from township_ledger.domain.faults import WorldFault
from township_ledger.store.files import replace_file
from township_ledger.store.keys import KEY_BYTES, DatabaseKey
from township_ledger.store.places import KEYS, KEYS_TWIN

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
ROLES = ("经办", "审核", "查看")
_MIB = 1024  # Argon2 counts memory in KiB
_TIMES, _MEMORY, _LANES = range(3, 11), range(64 * _MIB, 256 * _MIB + 1), range(1, 5)
SHORTEST_PASSWORD = 8
_SHORTEST_NAME = 2  # a name of one letter says nothing about a password that contains it
_LARGEST_FILE = 1 << 20
_SALT_BYTES, _NONCE_BYTES = 16, 12


@dataclass(frozen=True, slots=True)
class Slot:
    """One person's slot; salt, nonce and sealed key in base64."""

    kind: str  # "password"
    person: str
    role: str
    t: int
    m: int  # KiB
    p: int
    salt: str
    nonce: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What `keys.json` holds. Nothing in it is secret; the unit's name is there for the unlock page."""

    home: str
    key_id: str
    unit: str
    slots: tuple[Slot, ...]


def password_fault(password: str, unit: str, person: str) -> str:
    """Return the code of what is wrong with a new password, or "".

    At least 8 characters, not digits only, not the unit's or the person's name.
    """
    if len(password) < SHORTEST_PASSWORD:
        return "home.password_short"
    if password.isdigit():
        return "home.password_digits"
    folded = _normal(password).casefold()
    if any(folded == _normal(name).casefold() for name in (unit, person) if len(name) >= _SHORTEST_NAME):
        return "home.password_name"
    return ""


def _normal(text: str) -> str:
    """Return `text` as every input method would give it: full-width letters and composed forms are one."""
    return unicodedata.normalize("NFKC", text)


def _derived(password: str, salt: bytes, slot: tuple[int, int, int]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    times, memory, lanes = slot
    return hash_secret_raw(_normal(password).encode(), salt, times, memory, lanes, KEY_BYTES, Type.ID)


def _bound(home: str, key_id: str, slot: tuple[str, str, str, int, int, int]) -> bytes:
    return json.dumps([home, key_id, *slot], ensure_ascii=False, separators=(",", ":")).encode()


def seal(key: DatabaseKey, home: str, key_id: str, person: str, password: str, role: str = ROLES[0]) -> Slot:
    """Return a new slot that opens `key` with a person's password."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    cost = (_TIMES.start, _MEMORY.start, 4)
    bound = _bound(home, key_id, ("password", person, role, *cost))
    sealed = AESGCM(_derived(password, salt, cost)).encrypt(nonce, key.key + key.salt, bound)
    text = [base64.b64encode(part).decode() for part in (salt, nonce, sealed)]
    return Slot("password", person, role, *cost, *text)


def unseal(slots: Slots, slot: Slot, password: str) -> DatabaseKey | None:
    """Return the key in `slot`, or None when the password is not its.

    Raises:
        WorldFault: `home.slot_parameters` when its cost lies outside the bounds: a changed file could otherwise make
            guessing cheap, or this computer run out of memory.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if slot.t not in _TIMES or slot.m not in _MEMORY or slot.p not in _LANES:
        raise WorldFault("home.slot_parameters")
    cost = (slot.t, slot.m, slot.p)
    bound = _bound(slots.home, slots.key_id, (slot.kind, slot.person, slot.role, *cost))
    try:
        salt, nonce, sealed = (
            base64.b64decode(part, validate=True) for part in (slot.salt, slot.nonce, slot.sealed)
        )
        if (len(salt), len(nonce)) != (_SALT_BYTES, _NONCE_BYTES):
            raise WorldFault("home.keys_damaged")
        raw = AESGCM(_derived(password, salt, cost)).decrypt(nonce, sealed, bound)
    except InvalidTag:
        return None
    except (ValueError, binascii.Error):
        raise WorldFault("home.keys_damaged") from None
    return DatabaseKey(raw[:KEY_BYTES], raw[KEY_BYTES:])


def unlocked(slots: Slots, person: str | None, password: str) -> tuple[DatabaseKey, str]:
    """Return the key and the person whose slot the password opened; `person` None tries every slot, 0.15 s each.

    Raises:
        WorldFault: `home.no_person`, `home.wrong_password`, `home.slot_parameters`, `home.keys_damaged`.
    """
    tried = [slot for slot in slots.slots if person in (None, slot.person)]
    if not tried:
        raise WorldFault("home.no_person", person=str(person))
    for slot in tried:
        key = unseal(slots, slot, password)
        if key is not None:
            return key, slot.person
    raise WorldFault("home.wrong_password")


def write_slots(folder: Path, slots: Slots) -> None:
    """Replace `keys.json` and then its twin.

    Raises:
        WorldFault: `store.full`, `store.read_only`, `store.disk`.
    """
    data = json.dumps({"format": FORMAT, **asdict(slots)}, ensure_ascii=False, indent=1).encode()
    for name in (KEYS, KEYS_TWIN):
        replace_file(folder / name, data)


def slots_from(data: bytes) -> Slots:
    """Return the slots that a `keys.json` holds.

    Raises:
        WorldFault: `home.keys_damaged`; `home.newer` when a newer program wrote it.
    """
    try:
        whole = json.loads(data)
        if whole["format"] != FORMAT:
            raise WorldFault("home.newer")
        slots = Slots(
            whole["home"], whole["key_id"], whole["unit"], tuple(Slot(**each) for each in whole["slots"])
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise WorldFault("home.keys_damaged") from None
    texts = [slots.home, slots.key_id, slots.unit]
    for slot in slots.slots:
        texts += [slot.kind, slot.person, slot.role, slot.salt, slot.nonce, slot.sealed]
        if not all(isinstance(number, int) for number in (slot.t, slot.m, slot.p)):
            raise WorldFault("home.keys_damaged")
    if not slots.slots or not all(isinstance(text, str) for text in texts):
        raise WorldFault("home.keys_damaged")
    return slots


def read_slots(folder: Path) -> Slots:
    """Return the slots of a home, from the twin when the first file is damaged or missing.

    Raises:
        WorldFault: `home.not_here` when there are none, `home.keys_damaged`, `home.newer`.
    """
    fault = WorldFault("home.not_here", folder=folder.name)
    for name in (KEYS, KEYS_TWIN):
        try:
            with (folder / name).open("rb") as file:
                return slots_from(file.read(_LARGEST_FILE))
        except FileNotFoundError:
            continue
        except OSError:
            fault = WorldFault("home.keys_damaged")
        except WorldFault as damaged:
            fault = damaged
    raise fault
