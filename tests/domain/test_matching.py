"""Headers find their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from township_ledger.domain.definition_files import load_ledgers, parse_ledger
from township_ledger.domain.imports import SourceColumn
from township_ledger.domain.matching import (
    mapping_from_json,
    mapping_to_json,
    match_columns,
    range_partner,
    vocabulary,
)
from township_ledger.domain.sheet_layout import Heading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from township_ledger.domain.definitions import Ledger
    from township_ledger.domain.readings import Raw


@pytest.fixture(scope="module")
def ledgers(resources: Path) -> Mapping[str, Ledger]:
    files = (resources / "ledgers").glob("*.toml")
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    return load_ledgers({name: (lambda text=text: text) for name, text in texts.items()})  # type: ignore[misc]


def matched(
    ledgers: Mapping[str, Ledger], ledger: str, headers: list[str], *rows: list[Raw]
) -> dict[str, str]:
    """Return header → ledger.column, "own" or ""."""
    headings = [Heading(at, tuple(text.split("/")) if text else ()) for at, text in enumerate(headers)]
    samples = {at: [row[at] for row in rows if at < len(row)] for at in range(len(headers))}
    columns = match_columns(vocabulary(ledgers[ledger], ledgers), headings, samples)
    return {
        each.header: "own"
        if each.own
        else f"{each.ledger}.{each.column}{'*' if each.is_list else ''}"
        if each.ledger
        else ""
        for each in columns
    }


@pytest.mark.parametrize("header", ["姓名", "姓 名", "*姓名", "人员姓名", "姓名（必填）", "姓\n名"])
def test_a_name_is_a_persons(ledgers: Mapping[str, Ledger], header: str) -> None:
    assert matched(ledgers, "people", [header, "执法证号"])[header] == "people.name"


@pytest.mark.parametrize("header", ["公民身份号码", "身份证号", "身份证号码", "身份证"])
def test_id_numbers(ledgers: Mapping[str, Ledger], header: str) -> None:
    assert matched(ledgers, "people", ["姓名", header])[header] == "people.id_number"


@pytest.mark.parametrize("header", ["执法证号", "证件编号", "证号", "行政执法证号"])
def test_certificate_numbers(ledgers: Mapping[str, Ledger], header: str) -> None:
    assert matched(ledgers, "people", ["姓名", header])[header] == "certificates.certificate_no"


def test_content_decides_what_a_number_is(ledgers: Mapping[str, Ledger]) -> None:
    ids: list[Raw] = ["王伟", "340711198504120113"]
    assert matched(ledgers, "people", ["姓名", "证件号码"], ids)["证件号码"] == "people.id_number"
    codes: list[Raw] = ["王伟", "皖G12071"]
    assert (
        matched(ledgers, "people", ["姓名", "证件号码"], codes)["证件号码"] == "certificates.certificate_no"
    )
    assert matched(ledgers, "people", ["姓名", "证号"], ids)["证号"] == "people.id_number"
    both = matched(ledgers, "people", ["证号", "证件号码"], ["340711198504120113", "皖G12071"])
    assert both == {"证号": "people.id_number", "证件号码": "certificates.certificate_no"}


def test_two_row_headers(ledgers: Mapping[str, Ledger]) -> None:
    found = matched(ledgers, "people", ["姓名", "证件/证号", "证件/有效期", "证件/状态", "有效期/起", "备注"])
    assert found == {
        "姓名": "people.name",
        "证件/证号": "certificates.certificate_no",
        "证件/有效期": "certificates.valid_to",
        "证件/状态": "certificates.registered_status",
        "有效期/起": "certificates.valid_from",
        "备注": "people.remark",
    }


def test_each_column_is_filled_once(ledgers: Mapping[str, Ledger]) -> None:
    found = matched(ledgers, "people", ["姓名", "人员姓名", "单位", "所在机构"])
    assert found == {"姓名": "people.name", "人员姓名": "own", "单位": "own", "所在机构": "people.unit"}


def test_unknown_serial_and_nameless_columns(ledgers: Mapping[str, Ledger]) -> None:
    assert matched(ledgers, "people", ["序号", "姓名", "宿舍", ""], [1.0, "王伟", "2", "x"]) == {
        "序号": "", "姓名": "people.name", "宿舍": "own", "": "own",
    }  # fmt: skip
    assert "" not in matched(ledgers, "people", ["姓名", ""], ["王伟", ""])


def test_lists_of_names(ledgers: Mapping[str, Ledger]) -> None:
    found = matched(ledgers, "training", ["培训内容", "培训时间", "学时", "参训人员"])
    assert found["参训人员"] == "attendance.person*"
    assert found["培训时间"] == "training.start_date"
    one = matched(ledgers, "training", ["培训内容", "姓名"], ["甲", "王伟"], ["乙", "李娜"])
    assert one["姓名"] == "attendance.person"
    many = matched(ledgers, "training", ["培训内容", "姓名"], ["甲", "王伟、李娜"], ["乙", "李娜，赵一"])
    assert many["姓名"] == "attendance.person*"


def test_columns_that_only_help_to_find_a_row(ledgers: Mapping[str, Ledger]) -> None:
    found = matched(ledgers, "attendance", ["班次", "开始日期", "姓名", "身份证号", "执法证号", "出生日期"])
    assert found == {
        "班次": "attendance.session",
        "开始日期": "training.start_date",
        "姓名": "attendance.person",
        "身份证号": "people.id_number",
        "执法证号": "certificates.certificate_no",
        "出生日期": "people.birth",
    }


PATROLS = """
format = 1
[ledger]
name = "patrols"
title = "巡查"
item = "4"
role = "主"
version = 1
label = "place"
hint = "x"
keys = [["place"]]
[[column]]
name = "place"
title = "地点"
type = "text"
[[column]]
name = "first"
title = "带队人"
type = "person"
[[column]]
name = "second"
title = "随队人"
type = "person"
[[column]]
name = "power"
title = "事项"
type = "power"
"""


def test_a_lookup_column_serves_all_references_to_its_ledger(ledgers: Mapping[str, Ledger]) -> None:
    more = {**ledgers, "patrols": parse_ledger(PATROLS, "patrols.toml")}
    found = matched(more, "patrols", ["地点", "带队人", "随队人", "身份证号", "事项", "事项编码", "清单版本"])
    assert found["身份证号"] == "people.id_number"
    assert found["事项编码"] == "powers.code"
    assert found["清单版本"] == "own"  # a reference cannot help to find another


def test_a_number_title_may_mean_something_else(ledgers: Mapping[str, Ledger]) -> None:
    found = matched(ledgers, "powers", ["编号", "事项名称"], [1.0, "占道经营"])
    assert found["编号"] == "powers.seq"
    words = vocabulary(ledgers["powers"], ledgers)
    assert words.knows(("事项", "名称"))
    assert not words.knows(())


def test_a_mapping_is_remembered(ledgers: Mapping[str, Ledger]) -> None:
    words = vocabulary(ledgers["people"], ledgers)
    columns = (
        SourceColumn(0, "姓名", "people", "name"),
        SourceColumn(1, "宿舍", own=True),
        SourceColumn(2, "旧", "people", "gone"),
    )
    back = mapping_from_json(mapping_to_json(columns), words)
    assert back[:2] == columns[:2]
    assert back[2] == SourceColumn(2, "旧", own=True)
    with pytest.raises(ValueError, match="Expecting"):
        mapping_from_json("?", words)


def test_partners_of_a_stretch(ledgers: Mapping[str, Ledger]) -> None:
    assert range_partner(ledgers["certificates"], "valid_to") == ("valid_from", "valid_to")
    assert range_partner(ledgers["training"], "start_date") == ("start_date", "end_date")
    assert range_partner(ledgers["people"], "birth") is None


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("身份证件号码*", "id_number"),
        ("居民身份证号码", "id_number"),
        ("公民身份号码（18位）", "id_number"),
        ("执法证有效期", "valid_to"),
        ("证件到期日", "valid_to"),
        ("所在部门", "unit"),
    ],
)
def test_headers_that_offices_write(ledgers: Mapping[str, Ledger], header: str, column: str) -> None:
    words = vocabulary(ledgers["people"], ledgers)
    assert [target.column for target in words.of((header,))][:1] == [column]
