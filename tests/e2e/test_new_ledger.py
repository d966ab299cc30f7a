"""A ledger that no Python knows: one TOML file, and it is imported, edited, undone, printed and bundled."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

pytestmark = pytest.mark.e2e

VEHICLES = """\
format = 1

[ledger]
name = "vehicles"
title = "执法车辆"
item = "5"
role = "主"
version = 1
label = "plate"
hint = "这里放执法车辆。"
keys = [["plate"]]

[[column]]
name = "plate"
title = "车牌号"
type = "text"
required = true
synonyms = ["号牌"]

[[column]]
name = "state"
title = "车况"
type = "choice"
choices = ["在用", "停用"]
[column.choice_synonyms]
"正常" = "在用"

[[column]]
name = "bought"
title = "购置日期"
type = "date"

[[column]]
name = "price"
title = "购置价"
type = "money"

[[view]]
name = "used"
title = "在用"
filter = [{ column = "state", op = "eq", value = "在用" }]

[form]
title = "执法车辆登记表"
columns = ["plate", "state", "bought", "price"]
"""


def test_one_file_is_a_whole_ledger(program: Program, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "vehicles.toml").write_text(VEHICLES, encoding="utf-8")
    program.extra["TOWNSHIP_LEDGER_DEFINITIONS"] = str(tmp_path / "more")
    program.good("init", "--unit", "示例镇人民政府", "--person", "李四")

    def imported(text: str) -> dict[str, object]:
        file = tmp_path / "车辆.csv"
        file.write_text(text, encoding="utf-8")
        answer: dict[str, object] = program.good("import", "vehicles", file, "--apply")
        return answer

    first = imported(
        "号牌,车况,购置日期,购置价\n皖G00001,正常,2024.6.3,120000元\n皖G00002,停用,2023年1月5日,98000元\n"
    )
    assert first["added"] == 2
    rows = {row["plate"]: row for row in program.good("rows", "vehicles")["rows"]}
    assert (rows["皖G00001"]["state"], rows["皖G00001"]["bought"]) == ("在用", "2024-06-03")
    assert rows["皖G00001"]["price"] == 12_000_000

    second = imported("号牌,车况\n皖G00001,停用\n")
    assert second["updated"] == 1
    history = program.good("history", "vehicles", rows["皖G00001"]["uid"])["entries"]
    assert next((entry["column"], entry["old"], entry["new"]) for entry in history) == (
        "state",
        "在用",
        "停用",
    )
    program.good("undo", str(second["operation"]))
    assert {row["plate"]: row["state"] for row in program.good("rows", "vehicles")["rows"]}[
        "皖G00001"
    ] == "在用"
    assert [hit["label"] for hit in program.good("search", "00002")["hits"]] == ["皖G00002"]

    printed = program.good(
        "report", "ledger:vehicles", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path
    )
    assert len(printed["files"]) == 2
    program.good(
        "bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path,
        "--code", "11340799MB1234567X", "--type", "乡镇",
    )  # fmt: skip
    (bundle,) = tmp_path.glob("*.asics")
    with zipfile.ZipFile(bundle) as outer, outer.open("payload.zip") as inner:
        payload = zipfile.ZipFile(inner)
        assert "data/vehicles.csv" in payload.namelist()
        assert "皖G00001" in payload.read("data/vehicles.csv").decode("utf-8")
    assert program.good("audit")["ok"] is True


def test_a_faulty_definition_names_its_file_and_key(program: Program, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "vehicles.toml").write_text(VEHICLES.replace('"money"', '"gold"'), encoding="utf-8")
    program.extra["TOWNSHIP_LEDGER_DEFINITIONS"] = str(tmp_path / "more")
    refused = program("init", "--unit", "示例镇人民政府", "--person", "李四", "--json")
    assert refused.code == 2
    assert "vehicles.toml" in refused.json["error"]["words"]
    assert "column[3].type" in refused.json["error"]["words"]
    assert not program.home.exists()
