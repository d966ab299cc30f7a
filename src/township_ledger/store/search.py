"""What the search index holds for a row, and how a typed text becomes a search.

- `search` (FTS5, contentless): every character a token, so that one and two Chinese characters hit. Two columns:
  the label, and all other text of the row.
- `search_key`: pinyin initials of the label, and numbers (certificate, phone, ID, credit code) with the last four of
  an ID number apart; both are found by their beginnings.

A document's number is the ledger's number × 2^40 + the row's id, so that a search within one ledger is a range.
Documents of retired rows are taken out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from township_ledger.store.initials import initials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from township_ledger.domain.rows import Cell
    from township_ledger.store.connection import Connection, Value
    from township_ledger.store.tables import LedgerTable

LAST_DIGITS = 4
_BOUNDARY = " bb "  # a token that no text has (all others are one character), so that no phrase crosses it
_ADD = "INSERT OR REPLACE INTO search (rowid, label, texts) VALUES (?, ?, ?)"
_ADD_NEW = "INSERT INTO search (rowid, label, texts) VALUES (?, ?, ?)"
_ADD_KEY = "INSERT OR IGNORE INTO search_key (key, document) VALUES (?, ?)"
_DROP = "DELETE FROM search WHERE rowid = ?"
_DROP_KEY = "DELETE FROM search_key WHERE key = ? AND document = ?"


def _rare(match: re.Match[str]) -> str:
    """Write a character above U+FFFF as a token of ASCII: the tokenizer's tables do not know the newest ones."""
    return f"u{ord(match[0]):x}"


_ABOVE_BMP = re.compile("[\U00010000-\U0010ffff]")


@lru_cache(maxsize=8192)  # units, posts and remarks repeat
def spaced(text: str) -> str:
    """Return `text` with a space between all characters: a token each."""
    if text.isascii():
        return " ".join(text)
    return _ABOVE_BMP.sub(_rare, " ".join(unicodedata.normalize("NFKC", text)))


class Document(NamedTuple):
    """What the index holds for one row; a key may stand twice."""

    label: str
    texts: str
    keys: tuple[str, ...]


def document_of(table: LedgerTable, values: Sequence[Cell]) -> Document:
    """Return what the index holds for a row with these values (in the order of `Ledger.columns`)."""
    keys: list[str] = []
    label = values[table.label_place] if table.label_is_text else None
    shown = ""
    if label is not None:
        first = initials(str(label), person=table.is_people)
        if first:
            keys.append(first)
        shown = spaced(str(label))
    for place, is_id in table.number_places:
        number = values[place]
        if number is not None:
            number = str(number).lower()
            keys.append(number)
            if is_id:
                keys.append(number[-LAST_DIGITS:])
    texts = [spaced(str(values[place])) for place in table.text_places if values[place]]
    return Document(shown, _BOUNDARY.join(texts), tuple(keys))


def add_documents(connection: Connection, documents: Sequence[tuple[int, Document]], *, new: bool) -> None:
    """Put documents into the index; with `new`, rows that were never in it."""
    rows = [(number, label, texts) for number, (label, texts, _) in documents]
    keys = [(key, number) for number, (_, _, found) in documents for key in found]
    connection.run_many(_ADD_NEW if new else _ADD, rows)
    keys.sort()
    connection.run_many(_ADD_KEY, keys)


def add_new_documents(
    connection: Connection, table: LedgerTable, first: int, columns: Sequence[Sequence[Cell]]
) -> None:
    """Put rows that were never in the index into it; the same as `document_of` for each, column by column.

    Args:
        connection: inside a transaction.
        table: the rows' ledger.
        first: the number of the first row's document; the others follow.
        columns: the rows' values, one sequence for each of `Ledger.columns`; at least one row.
    """
    numbers = range(first, first + len(columns[0]))
    keys: list[tuple[str, int]] = []
    labels = [""] * len(numbers)
    if table.label_is_text:
        named = columns[table.label_place]
        labels = ["" if label is None else spaced(str(label)) for label in named]
        for number, label in zip(numbers, named, strict=True):
            if label is not None and (start := initials(str(label), person=table.is_people)):
                keys.append((start, number))
    for place, is_id in table.number_places:
        held = [
            (str(cell).lower(), number)
            for cell, number in zip(columns[place], numbers, strict=True)
            if cell is not None
        ]
        keys += held
        if is_id:
            keys += [(key[-LAST_DIGITS:], number) for key, number in held]
    shown = [
        [spaced(str(cell)) if cell else "" for cell in columns[place]]
        for place in table.text_places
        if columns[place].count(None) < len(numbers)
    ]
    texts = [_BOUNDARY.join(filter(None, row)) for row in zip(*shown, strict=True)] or [""] * len(numbers)
    connection.run_many(_ADD_NEW, zip(numbers, labels, texts, strict=True))
    keys.sort()
    connection.run_many(_ADD_KEY, keys)


def change_document(connection: Connection, number: int, old: Document, new: Document) -> None:
    """Bring one document to its new state by as few statements as can be."""
    if (old.label, old.texts) != (new.label, new.texts):
        connection.execute(_ADD, (number, new.label, new.texts))
    before, after = set(old.keys), set(new.keys)
    for key in before - after:
        connection.execute(_DROP_KEY, (key, number))
    for key in after - before:
        connection.execute(_ADD_KEY, (key, number))


def drop_document(connection: Connection, number: int, old: Document) -> None:
    """Take one document out."""
    connection.execute(_DROP, (number,))
    for key in old.keys:
        connection.execute(_DROP_KEY, (key, number))


def _phrase(term: str) -> str:
    """Return a term as an FTS5 phrase; quotes are no tokens and go."""
    return '"' + spaced(term).replace('"', " ").strip() + '"'


def terms_of(text: str) -> list[str]:
    """Return the words of a search; all must hit."""
    return unicodedata.normalize("NFKC", text).split()


def _has_token(term: str) -> bool:
    return any(letter.isalnum() or ord(letter) > 0xFFFF for letter in term)


def term_sql(term: str, first: int, last: int, *, labels_only: bool = False) -> tuple[str, list[Value]]:
    """Return SQL (one column, `document`) and its parameters for one term among documents `first` … `last`.

    Letters and digits of ASCII are looked for as beginnings of initials and numbers, and anywhere in texts; other
    text anywhere in texts (in labels alone with `labels_only`). A term of punctuation alone finds nothing.
    """
    parts: list[str] = []
    params: list[Value] = []
    if _has_token(term):
        parts.append("SELECT rowid AS document FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?")
        params += [("label : " if labels_only else "") + _phrase(term), first, last]
    if term.isascii() and term.isalnum():
        start = term.lower()
        parts.append(
            "SELECT document FROM search_key WHERE key >= ? AND key < ? AND document BETWEEN ? AND ?"
        )
        params += [start, start[:-1] + chr(ord(start[-1]) + 1), first, last]
    if not parts:
        return "SELECT 0 AS document WHERE 0", []
    return " UNION ".join(parts), params


def documents_sql(terms: Sequence[str], *, labels_only: bool) -> tuple[str, list[Value]]:
    """Return SQL (one column, `document`) and its parameters for documents of any ledger that all terms find."""
    parts: list[str] = []
    params: list[Value] = []
    for term in terms:
        sql, more = term_sql(term, 0, 1 << 62, labels_only=labels_only)
        parts.append(f"SELECT document FROM ({sql})")
        params += more
    return " INTERSECT ".join(parts), params
