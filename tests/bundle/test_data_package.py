from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import frictionless
import pytest
from tests.bundle.made_bundle import ID_NUMBER
from tests.usecases.memory_reader import MemoryReader, shipped_ledgers

from township_ledger.bundle.data_package import DESCRIPTOR, build_data_package
from township_ledger.domain.definition_files import parse_ledger
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.bundle.data_package import DataPackage

ALL_TYPES = """
format = 1
[ledger]
name = "things"
title = "杂项"
item = "1"
role = "主"
version = 1
label = "name"
hint = "这里放杂项。"
keys = [["name"]]
""" + "".join(
    f'[[column]]\nname = "{name}"\ntitle = "{name}"\ntype = "{kind}"\n{more}'
    for name, kind, more in (
        ("name", "text", "required = true\n"),
        ("note", "long_text", ""),
        ("count", "integer", ""),
        ("share", "decimal", ""),
        ("amount", "money", ""),
        ("spent", "hours", ""),
        ("day", "date", ""),
        ("month", "month", ""),
        ("moment", "datetime", ""),
        ("kind", "choice", 'choices = ["甲", "乙"]\n'),
        ("done", "yes_no", ""),
        ("person", "person", ""),
        ("power", "power", ""),
        ("other", "reference", 'target = "things"\n'),
        ("certificate", "certificate_no", ""),
        ("id_number", "id_number", ""),
        ("credit", "credit_code", ""),
        ("phone", "phone", ""),
        ("file", "file", ""),
    )
)


@pytest.fixture
def reader(resources: Path) -> MemoryReader:
    ledgers = {**shipped_ledgers(resources), "things": parse_ledger(ALL_TYPES, "things.toml")}
    made = MemoryReader(ledgers)
    person = made.add(
        "people", name="王伟", id_number=ID_NUMBER, phone="13812345678", remark="电话13812345678，多问"
    )
    draft = made.add("people", draft=True, name="草稿")
    made.add("certificates", certificate_no="皖G0001", person=person)
    made.add("certificates", certificate_no="皖G0002", person=draft)
    first = made.add("things", name=f"=cmd,'\"引\n{ID_NUMBER}", done=0)
    made.add(
        "things", name="全", note="两\r\n行", count=-3, share=0.1, amount=-1234, spent=8.0, day="2026-06-30",
        month="2026-06", moment="2026-06-30 14:30", kind="甲", done=1, person=person, power=None, other=first,
        certificate="00123", id_number=ID_NUMBER, credit="91340700MA2MQ1234X", phone="13812345678", file="a.pdf",
    )  # fmt: skip
    return made


def build(reader: MemoryReader) -> DataPackage:
    return build_data_package(reader, reader.ledgers(), {"name": "bundle-2026h1"}, Silent())


def table(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))


def schema(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    (resource,) = (r for r in json.loads(files[DESCRIPTOR])["resources"] if r["name"] == name)
    found: dict[str, Any] = resource["schema"]
    return found


def test_frictionless_accepts_the_package(reader: MemoryReader, tmp_path: Path) -> None:
    package = build(reader)
    for path, content in package.files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    report = frictionless.validate(str(tmp_path / DESCRIPTOR), type="package")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(reader.ledgers())
    assert report.stats["errors"] == 0
    # and the validator does look: a cell of the wrong type, a dangling reference, a changed byte
    wrong = (tmp_path / "data/things.csv").read_bytes().replace(b"2026-06-30,2026-06", b"2026-06-31,2026-06")
    (tmp_path / "data/things.csv").write_bytes(wrong)
    assert not frictionless.validate(str(tmp_path / DESCRIPTOR), type="package").valid


def test_equal_rows_give_equal_bytes(reader: MemoryReader) -> None:
    assert build(reader).files == build(reader).files


def test_id_numbers_and_phones_stay_at_home(reader: MemoryReader) -> None:
    package = build(reader)
    everything = b"".join(package.files.values())
    assert ID_NUMBER.encode() not in everything
    assert b"13812345678" not in everything
    assert b'"id_number"' not in everything
    assert b'"phone"' not in everything
    assert package.masked["people"].phones == 1
    assert package.masked["things"].id_numbers == 1
    assert table(package.files, "people")[0]["remark"] == "电话138****5678，多问"
    assert "1101**********002X" in table(package.files, "things")[0]["name"]


def test_drafts_stay_at_home_and_a_reference_to_one_is_empty(reader: MemoryReader) -> None:
    package = build(reader)
    assert [row["name"] for row in table(package.files, "people")] == ["王伟"]
    person = table(package.files, "people")[0]["uid"]
    rows = table(package.files, "certificates")
    assert [(row["certificate_no"], row["person"]) for row in rows] == [("皖G0001", person), ("皖G0002", "")]
    assert package.rows["people"] == 1


def test_every_type_is_written_in_its_declared_form(reader: MemoryReader) -> None:
    package = build(reader)
    row = table(package.files, "things")[1]
    assert row["note"] == "两\r\n行"
    assert (row["count"], row["share"], row["amount"], row["spent"]) == ("-3", "0.1", "-12.34", "8")
    assert (row["day"], row["month"], row["moment"]) == ("2026-06-30", "2026-06", "2026-06-30 14:30")
    assert (row["kind"], row["done"], row["certificate"], row["file"]) == ("甲", "true", "00123", "a.pdf")
    first = table(package.files, "things")[0]
    assert first["name"].startswith("=cmd,'\"引\n")  # verbatim
    assert first["done"] == "false"
    assert row["other"] == first["uid"]
    types = {f["name"]: f["type"] for f in schema(package.files, "things")["fields"]}
    assert (types["amount"], types["month"], types["done"], types["uid"]) == (
        "number",
        "yearmonth",
        "boolean",
        "string",
    )


def test_references_are_foreign_keys_where_the_target_is_in_the_package(
    resources: Path, reader: MemoryReader
) -> None:
    keys = {
        k["fields"][0]: k["reference"]["resource"]
        for k in schema(build(reader).files, "things")["foreignKeys"]
    }
    assert keys == {"person": "people", "power": "powers", "other": ""}
    alone = MemoryReader({"things": parse_ledger(ALL_TYPES, "things.toml")})
    alone.add("things", name="单", person="0" * 32)
    package = build_data_package(alone, alone.ledgers(), {}, Silent())
    assert [k["fields"] for k in schema(package.files, "things")["foreignKeys"]] == [["other"]]
    assert table(package.files, "things")[0]["person"] == ""
    assert "foreignKeys" not in schema(build(MemoryReader(shipped_ledgers(resources))).files, "people")


def test_own_columns_have_no_place(reader: MemoryReader) -> None:
    header = build(reader).files["data/things.csv"].split(b"\r\n", 1)[0].decode().split(",")
    sent = [column.name for column in reader.ledgers()["things"].columns]
    assert header == ["uid", *(name for name in sent if name not in {"id_number", "phone"})]


def test_many_rows_tell_of_progress(reader: MemoryReader) -> None:
    for number in range(2001):
        reader.add("things", name=str(number))
    seen: list[int] = []

    class Heard(Silent):
        def step(self, what: str, done: int = 0, total: int | None = None) -> None:
            seen.append(done)

    build_data_package(reader, reader.ledgers(), {}, Heard())
    assert 2000 in seen
