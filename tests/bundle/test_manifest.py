from __future__ import annotations

import copy
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from tests.bundle.made_bundle import manifest, segment

from township_ledger.bundle.manifest import (
    MAX_BYTES,
    ManifestFault,
    manifest_bytes,
    read_manifest,
)
from township_ledger.domain.bundles import FileEntry, Replaced, Unit

SCHEMA = Path(__file__).resolve().parents[2] / "resources" / "schemas" / "bundle-1.schema.json"
FULL = replace(
    manifest(),
    recipient=Unit("某区司法局"),
    previous="b" * 64,
    replaces=Replaced(1, "c" * 64),
    sequence=2,
    files=(FileEntry("data/people.csv", 3, "d" * 64),),
)
VALUE: dict[str, Any] = json.loads(manifest_bytes(FULL))


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def canonical(value: object) -> bytes:
    return rfc8785.dumps(value)  # type: ignore[arg-type]


def fault_of(data: bytes) -> ManifestFault:
    with pytest.raises(ManifestFault) as caught:
        read_manifest(data)
    return caught.value


def test_the_file_is_canonical_and_follows_its_schema() -> None:
    data = manifest_bytes(FULL)
    assert data == canonical(json.loads(data))
    validator().validate(json.loads(data))
    validator().validate(json.loads(manifest_bytes(manifest())))


def test_what_is_written_is_read() -> None:
    assert read_manifest(manifest_bytes(FULL)) == FULL
    assert read_manifest(manifest_bytes(manifest())) == manifest()


def test_fields_of_later_work_are_present_and_null() -> None:
    later = {
        "unit_file",
        "restored",
        "approval",
        "nil_reports",
        "late_entries",
        "answers",
        "lamps",
        "content",
    }
    assert {key for key in VALUE if VALUE[key] is None} >= later
    filled = VALUE | {"unit_file": {"number": 3}, "lamps": [{"item": "1"}]}
    validator().validate(filled)
    assert read_manifest(canonical(filled)) == FULL


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value inside."""
    found: list[tuple[str | int, ...]] = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += places(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            found += places(inner, (*path, at))
    return found


WRONG = st.sampled_from(
    [None, True, 0, -1, 1, 2**53, 7, "", "x", "a" * 64, "A" * 64, "2026", "2026-06-30", "2026H3", "p256", "x" * 2001, [], {}, [1], {"a": 1}]
)  # fmt: skip


@given(st.sampled_from(places(VALUE)), WRONG)
def test_reader_and_schema_agree_on_every_wrong_value(path: tuple[str | int, ...], wrong: object) -> None:
    value = copy.deepcopy(VALUE)
    inner: Any = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = wrong
    try:
        read_manifest(canonical(value)) if wrong != 2**53 else read_manifest(
            json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        )
        accepted = True
    except ManifestFault:
        accepted = False
    assert accepted == validator().is_valid(value), (path, wrong)


@given(st.sampled_from(places(VALUE)))
def test_reader_and_schema_agree_on_what_is_left_out(path: tuple[str | int, ...]) -> None:
    value = copy.deepcopy(VALUE)
    inner: Any = value
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    try:
        read_manifest(canonical(value))
        accepted = True
    except ManifestFault:
        accepted = False
    assert accepted == validator().is_valid(value), path


@pytest.mark.parametrize(
    "path", [(), ("unit",), ("chain",), ("chain", "since"), ("files", 0), ("figures", 0)]
)
def test_a_key_that_nobody_knows_is_refused(path: tuple[str | int, ...]) -> None:
    value = copy.deepcopy(VALUE)
    inner: Any = value
    for step in path:
        inner = inner[step]
    inner["mehr"] = 1
    assert not validator().is_valid(value)
    fault = fault_of(canonical(value))
    assert fault.case == "shape"
    assert fault.key.endswith("mehr")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_manifest_or_a_fault(data: bytes) -> None:
    with pytest.raises(ManifestFault):
        read_manifest(data)


def test_each_refusal_has_its_case() -> None:
    data = manifest_bytes(FULL)
    assert fault_of(b" " * (MAX_BYTES + 1)).case == "size"
    assert fault_of(b"[" * 9 + b"]" * 9).case == "depth"
    assert fault_of(b'{"a":' * 100_000).case == "depth"
    assert fault_of(b"{").case == "json"
    assert fault_of(b"\xff").case == "json"
    assert fault_of(b'{"a":1.5}').case == "json"
    assert fault_of(b'{"a":NaN}').case == "json"
    assert fault_of(b'{"a":"\\ud800"}').case == "json"
    assert fault_of(data + b" ").case == "canonical"
    assert fault_of(b'{"format":1,"format":1}').case == "canonical"
    assert fault_of(b"[]").case == "format"
    assert fault_of(canonical(VALUE | {"format": 2})).case == "format"
    assert fault_of(canonical(VALUE | {"period": " 2026"})).key == "period"
    assert fault_of(canonical(VALUE | {"period": "2026H3"})).key == "period"
    assert fault_of(canonical(VALUE | {"kind": "letter"})).key == "kind"
    assert fault_of(canonical(VALUE | {"unit": "x"})).key == "unit"
    assert (
        fault_of(canonical(VALUE | {"files": [{"path": "a", "size": -1, "sha256": "d" * 64}]})).key
        == "files[0].size"
    )


def test_brackets_inside_texts_are_no_depth() -> None:
    made = replace(FULL, unit=Unit("[" * 50 + '\\"' * 20 + "{" * 50))
    assert read_manifest(manifest_bytes(made)) == made


def test_more_than_a_mebibyte_is_not_written() -> None:
    with pytest.raises(ValueError, match="1 MiB"):
        manifest_bytes(replace(FULL, chain=segment(9000)))
