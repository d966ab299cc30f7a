"""What each verb writes: tables for people, JSON for programs, sentences on stderr, and the exit code."""

from __future__ import annotations

import getpass
import io
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from township_ledger.app import home_deeds
from township_ledger.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.cli.conftest import Verbs

    from township_ledger.cli.tools import Tools


def test_the_version_and_the_help_need_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    nothing: Tools = None  # type: ignore[assignment]
    assert run(["--version"], nothing) == 0
    assert capsys.readouterr().out == "0.1.0\n"
    assert run(["--help"], nothing) == 0
    assert "动作" in capsys.readouterr().out
    assert run(["fly", "--json"], nothing) == 2
    assert "cli.no_verb" in capsys.readouterr().out


def test_init_says_where_and_takes_the_accounts_name(verbs: Verbs, tmp_path: Path) -> None:
    told = verbs("--home", tmp_path / "second", "init", "--unit", "示例乡人民政府")
    assert told.code == 0
    assert told.out == f"{tmp_path / 'second'}\n"
    assert f"经办人：{getpass.getuser()}" in told.err
    assert PASSWORD_NEVER_SHOWN not in told.out + told.err


PASSWORD_NEVER_SHOWN = "shili-2026"


def test_rows_as_a_table_as_csv_and_as_json(filled: Verbs) -> None:
    table = filled("rows", "people").out.splitlines()
    assert table[0].startswith("uid\t姓名\t人员类别\t身份证号")
    assert "王伟" in table[1]
    assert "199****0001" in table[1]
    assert len(table) == 3
    listed = filled("rows", "people", "--csv").out.splitlines()
    assert listed[0].startswith("姓名,")
    assert len(listed) == 3
    rows = {row["name"]: row for row in filled.json("rows", "people")["rows"]}
    assert rows["王伟"]["faults"] == {}
    assert rows["王伟"]["phone"] == "199****0001"


def test_a_refused_number_is_masked_too_and_says_why(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_text("姓名,身份证号\n王伟,340799199001010011\n", encoding="utf-8")
    verbs("import", "people", file, "--apply")
    (row,) = verbs.json("rows", "people")["rows"]
    assert row["draft"] is True
    assert row["id_number"] is None
    assert row["faults"]["id_number"]["text"] == "3407**********0011"
    assert "3407**********0011" in verbs("rows", "people").out
    assert "340799199001010011" not in str(verbs.json("history", "people", row["uid"]))
    assert "340799199001010011" in str(verbs.json("history", "people", row["uid"], "--full-ids"))


def test_history_and_operations_as_tables(filled: Verbs) -> None:
    uid = filled.json("rows", "people")["rows"][0]["uid"]
    lines = filled("history", "people", uid).out.splitlines()
    assert all(line.split("\t")[1:3] == ["李四", "导入"] for line in lines)
    changes = {tuple(line.split("\t")[3:]) for line in lines}
    assert {("", "新增了这一行"), ("姓名", "（空） → 王伟"), ("联系电话", "（空） → 199****0001")} <= changes
    operation = filled.json("operations")["operations"][0]
    (told,) = filled("operations", "--limit", "1").out.splitlines()
    local = datetime.fromisoformat(operation["at"]).astimezone()
    number = str(operation["number"])
    assert told.split("\t") == [number, f"{local:%Y-%m-%d %H:%M:%S}", "李四", "导入", "2", "人员"]
    missing = filled("history", "people", "0" * 32, "--json")
    assert (missing.code, missing.json["error"]["code"]) == (2, "cli.no_row")


def test_people_read_labels_whole_hours_and_their_own_columns(filled: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "培训.csv"
    file.write_text(
        "培训名称,培训日期,学时,参训人员,必修课,档案盒\n执法实务,2026-03-12,8,王伟、某某,是,甲3\n",
        encoding="utf-8",
    )
    told = filled("import", "training", file, "--apply")
    assert told.code == 1  # a name that nobody knows was left out
    assert "参训：新增 1，更新 0，相同 0，待定 0，不收 1。" in told.err
    head, row = (line.split("\t") for line in filled("rows", "training").out.splitlines())
    shown = dict(zip(head, row, strict=True))
    assert (shown["学时"], shown["方案必修课"], shown["档案盒"]) == ("8", "是", "甲3")
    attended_line = filled("rows", "attendance").out.splitlines()[1]
    assert attended_line.split("\t")[1:3] == ["执法实务", "王伟"]
    (session,) = filled.json("rows", "training")["rows"]
    assert repr(session["hours"]) == "8"
    assert "甲3" in filled("rows", "training", "--csv").out
    (attended,) = filled.json("rows", "attendance")["rows"]
    assert attended["labels"] == {"session": "执法实务", "person": "王伟"}
    assert "\t培训班次\t（空） → 执法实务" in filled("history", "attendance", attended["uid"]).out


def test_undo_tells_people_what_it_left_alone(filled: Verbs, tmp_path: Path) -> None:
    imported = filled.json("operations")["operations"][0]["number"]
    file = tmp_path / "电话.csv"
    file.write_text("姓名,手机号码\n王伟,19900000009\n", encoding="utf-8")
    filled("import", "people", file, "--apply")
    file.write_text("姓名,手机号码\n王伟,19900000008\n", encoding="utf-8")
    second = filled.json("operations")["operations"][0]["number"]
    filled("import", "people", file, "--apply")
    assert "人员\t王伟\t联系电话后来又改过，现在是“199****0008”，没有动" in filled("undo", second).out
    assert "人员\t王伟\t后来又用到了这一行，没有移出" in filled("undo", imported).out


def test_history_tells_a_row_made_from_one_moved_out_and_back(filled: Verbs) -> None:
    uid = filled.json("rows", "people")["rows"][0]["uid"]
    assert filled("undo").code == 0
    assert filled("redo").code == 0
    whole = [line.split("\t")[2:] for line in filled("history", "people", uid).out.splitlines()]
    assert [line for line in whole if not line[1]] == [
        ["重做", "", "恢复了这一行"],
        ["撤销", "", "移出了这一行"],
        ["导入", "", "新增了这一行"],
    ]


def test_a_report_tells_the_characters_it_leaves_open(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_text("姓名\n\ue000某\n", encoding="utf-8")
    verbs("import", "people", file, "--apply")
    told = verbs("report", "roster", "--period", "2026", "--out", tmp_path / "out", "--format", "pdf")
    assert "（U+E000）" in told.err


def test_undo_lists_what_it_left_alone_and_ends_with_1(filled: Verbs, tmp_path: Path) -> None:
    imported = filled.json("operations")["operations"][0]["number"]
    file = tmp_path / "电话.csv"
    file.write_text("姓名,手机号码\n王伟,19900000009\n", encoding="utf-8")
    assert filled.json("import", "people", file, "--apply")["updated"] == 1
    told = filled("undo", imported, "--json")
    assert told.code == 1
    assert {conflict["ledger"] for conflict in told.json["conflicts"]} == {"people"}
    assert filled.json("rows", "people")["total"] == 1
    assert filled("redo").code == 0
    assert filled("undo").code == 0
    assert filled("undo", "99999").code == 2


def test_nothing_to_undo_or_redo_is_said(verbs: Verbs) -> None:
    assert verbs("undo", "--json").json["error"]["code"] == "cli.no_operation"
    assert verbs("redo", "--json").json["error"]["code"] == "cli.no_redo"


def test_search_tells_ledger_and_name(filled: Verbs) -> None:
    assert filled("search", "王伟").out.startswith("人员\t王伟\t")
    assert filled.json("search", "没有这个人")["hits"] == []


def test_hours_and_may_enforce_as_tables(filled: Verbs) -> None:
    assert "王伟" in filled("hours", "--year", "2026", "--as-of", "2026-06-30").out
    assert "王伟" in filled("may-enforce", "--on", "2026-06-30").out


def test_a_report_names_its_files_and_refuses_other_kinds(filled: Verbs, tmp_path: Path) -> None:
    told = filled(
        "report",
        "ledger:people",
        "--out",
        tmp_path,
        "--format",
        "xlsx",
        "--as-of",
        "2026-06-30",
        "--full-ids",
    )
    assert told.code == 0
    assert told.out.endswith(".xlsx\n")
    assert filled.json("operations", "--limit", "1")["operations"][0]["detail"] == {
        "what": "report ledger:people"
    }
    refused = filled("report", "roster", "--out", tmp_path, "--format", "docx", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (2, "cli.bad_format")


def test_gaps_travel_with_their_reason_and_date(filled: Verbs, tmp_path: Path) -> None:
    line = ("bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path)
    told = filled(*line, "--gap", "training=培训在七月@2026-07-31", "--gap", "attendance=签到表在区里")
    assert told.code == 0, told.err
    assert "缺项：培训，还没有记录。培训在七月，2026-07-31 前补报" in told.err
    assert "缺项：参训，有内容未列入。签到表在区里\n" in told.err
    assert "加 --gap powers=原因@补报日期" in told.err
    gaps = {gap["item"]: gap for gap in filled.json(*line, "--gap", "training=补@2026-08-01")["gaps"]}
    assert (gaps["training"]["reason"], gaps["training"]["promised"]) == ("补", "2026-08-01")
    for wrong in ("training", "training=", "training=补@七月"):
        assert filled(*line, "--gap", wrong, "--json").json["error"]["code"] == "cli.bad_gap"
    assert filled(*line, "--gap", "nowhere=补", "--json").json["error"]["code"] == "cli.no_ledger"


def test_a_bundle_without_code_and_type_goes_and_says_so(filled: Verbs, tmp_path: Path) -> None:
    told = filled("bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path)
    assert told.code == 0, told.err
    assert "单位代码还没有填" in told.err
    assert "登记校验码" in told.err
    assert told.out.endswith(".asics\n")


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_at_a_screen_code_and_type_are_asked_for_once(
    filled: Verbs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard("11340799MB1234567X\n\n"))
    line = ("bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path)
    first = filled(*line)
    assert "统一社会信用代码" in first.err
    assert "单位类型还没有填" in first.err
    second = filled(*line, "--type", "镇")
    assert "统一社会信用代码" not in second.err
    assert second.code == 0


def test_several_files_get_a_verdict_each_and_the_worst_one_counts(filled: Verbs, tmp_path: Path) -> None:
    filled.json("bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path)
    filled.json("trust", "export", tmp_path)
    (bundle,), (pem,) = tmp_path.glob("*.asics"), tmp_path.glob("*.pem")
    other = tmp_path / "不是.asics"
    other.write_text("no bundle")
    told = filled("verify", "--trust", pem, bundle, other)
    assert told.code == 1
    assert str(bundle) in told.out
    result = filled("verify", "--trust", pem, bundle, other, "--json").json
    assert [each["verdict"] for each in result["files"]] == ["pass", "faults"]
    assert result["verdict"] == "faults"
    assert filled("trust", "list").out == ""
    pinned = filled("trust", "add", pem)
    assert "登记校验码" in pinned.out
    assert "示例镇人民政府" in filled("trust", "list").out


def test_an_audit_that_finds_something_ends_with_1(filled: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "首尾相接" in filled("audit").err

    def found(*_arguments: object) -> dict[str, object]:
        return {"ok": False, "findings": [{"code": "x", "words": "第 2 号操作被改过"}]}

    monkeypatch.setattr(home_deeds, "audit", found)
    told = filled("audit")
    assert (told.code, told.out) == (1, "第 2 号操作被改过\n")


def test_the_doctor_tells_of_program_and_home_without_the_password(filled: Verbs, tmp_path: Path) -> None:
    state = filled.json("doctor")
    assert (state["ok"], state["home_exists"], state["unit"]) == (True, True, "示例镇人民政府")
    assert state["persons"] == ["李四"]
    assert filled.json("--home", tmp_path / "none", "doctor")["home_exists"] is False
    assert filled("doctor").out.startswith("ok\tTrue")


def test_the_doctor_tells_what_is_broken(filled: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    (filled.home / "keys.json").write_text("{")
    (filled.home / "keys.bak.json").write_text("{")

    def broken() -> str:
        raise RuntimeError

    monkeypatch.setattr(home_deeds, "_fonts", broken)
    told = filled("doctor", "--json")
    assert told.code == 1
    assert told.json["home_fault"] == "home.keys_damaged"
    assert told.json["fonts"] == "! RuntimeError"


def test_being_stopped_writes_nothing_and_says_so(filled: Verbs, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object) -> dict[str, object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(home_deeds, "audit", stopped)
    told = filled("audit", "--json")
    assert (told.code, told.json["error"]["code"]) == (2, "cli.stopped")


def test_no_folder_is_made_up_where_a_stick_would_be(filled: Verbs) -> None:
    told = filled("report", "roster", "--out", "/media/nobody/stick", "--json")
    assert told.code == 2
    assert told.json["error"]["code"].startswith("drive.")
