"""The main job by command line, from an empty folder to a bundle that OpenSSL verifies."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter
from tests.e2e.conftest import Program
from tests.e2e.numbers import id_number

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

PEOPLE = [
    ["1", "赵一䶮", "男", "执法人员", id_number("19850412", 11), "皖G0001", "2023.6.3", "２０２８年６月２日"],
    ["2", "钱 二", "女", "协管员", id_number("19900101", 22), "", "", ""],
    ["", "小计", "", "", "2人", "", "", ""],
    ["3", "孙·三", "女", "执法人员", id_number("19911231", 32), "皖G0003", "20230603", "2027年"],
    ["4", "", "男", "执法人员", id_number("19911230", 31), "", "", ""],
    ["", "合计", "", "", "4人", "", "", ""],
]


@dataclass(frozen=True)
class Imported:
    """An office with the roster in it: the sheet, the operation, and the people by name."""

    office: Program
    sheet: Path
    operation: int
    people: dict[str, dict[str, Any]]


def roster(path: Path) -> Path:
    """Write a roster with a title line, a two-row header, a subtotal and a total."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名册")
    sheet.merge_range("A1:H1", "某镇执法人员花名册")
    for column, head in enumerate(["序号", "姓 名", "性别", "人员性质", "公民身份号码"]):
        sheet.merge_range(1, column, 2, column, head)
    sheet.merge_range("F2:H2", "执法证件")
    sheet.write_row("F3", ["证号", "发证日期", "有效期至"])
    for row, cells in enumerate(PEOPLE, start=3):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text)
    book.close()
    return path


@pytest.fixture
def imported(office: Program, tmp_path: Path) -> Imported:
    """The office with the messy roster in it."""
    sheet = roster(tmp_path / "花名册.xlsx")
    written = office("import", "people", sheet, "--apply", "--json").json
    rows = {row["name"]: row for row in office.good("rows", "people")["rows"]}
    return Imported(office, sheet, written["operation"], rows)


def test_a_preview_writes_nothing_and_names_the_cells(office: Program, tmp_path: Path) -> None:
    preview = office("import", "people", roster(tmp_path / "花名册.xlsx"), "--json")
    assert preview.code == 1, preview.err  # a row without a name is rejected
    seen = preview.json
    assert (seen["added"], seen["rejected"], seen["ignored"], seen["operation"]) == (3, 1, 2, None)
    assert seen["ledgers"]["people"]["added"] == 3
    assert seen["ledgers"]["certificates"]["added"] == 2
    assert "H7" in {finding["cell"] for finding in seen["findings"]}  # 2027年 is no whole date
    assert all(finding["words"] for finding in seen["findings"])
    assert office.good("rows", "people") == {"ledger": "people", "total": 0, "rows": []}


def test_rejected_rows_come_back_with_the_reason_last(office: Program, tmp_path: Path) -> None:
    rejects = tmp_path / "退回.xlsx"
    written = office(
        "import", "people", roster(tmp_path / "花名册.xlsx"), "--apply", "--rejects", rejects, "--json"
    ).json
    assert (written["added"], written["rejected"]) == (3, 1)
    assert isinstance(written["operation"], int)
    back = openpyxl.load_workbook(rejects).worksheets[0]
    assert [cell.value for cell in back[back.max_row]][-1]


def test_one_roster_feeds_people_and_certificates(imported: Imported) -> None:
    assert set(imported.people) == {"赵一䶮", "钱二", "孙·三"}
    assert "*" in imported.people["赵一䶮"]["id_number"]
    certificates = {
        row["certificate_no"]: row for row in imported.office.good("rows", "certificates")["rows"]
    }
    assert certificates["皖G0001"]["valid_to"] == "2028-06-02"
    assert certificates["皖G0001"]["person"] == imported.people["赵一䶮"]["uid"]
    assert certificates["皖G0003"]["draft"] is True
    assert certificates["皖G0003"]["valid_to"] is None
    assert certificates["皖G0003"]["faults"]["valid_to"]["text"] == "2027年"


def test_the_same_file_again_changes_nothing(imported: Imported) -> None:
    again = imported.office("import", "people", imported.sheet, "--apply", "--json").json
    assert (again["added"], again["updated"], again["same"], again["operation"]) == (0, 0, 3, None)
    assert imported.office.good("operations")["operations"][0]["number"] == imported.operation


def test_unmasking_is_asked_for_and_logged(imported: Imported) -> None:
    full = imported.office.good("rows", "people", "--full-ids")
    assert PEOPLE[0][4] in {row["id_number"] for row in full["rows"]}
    assert imported.office.good("operations")["operations"][0]["kind"] == "unmask"


def test_search_history_and_who_may_enforce(imported: Imported) -> None:
    office = imported.office
    hits = office.good("search", "赵一")["hits"]
    assert [hit["label"] for hit in hits if hit["ledger"] == "people"] == ["赵一䶮"]
    history = office.good("history", "people", imported.people["钱二"]["uid"])["entries"]
    assert {entry["operation"] for entry in history} == {imported.operation}
    may = office.good("may-enforce", "--on", "2026-06-30")
    assert {each["name"]: each["may"] for each in may["people"]}["赵一䶮"] is True


def test_a_report_is_masked_and_readable(imported: Imported, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = imported.office.good(
        "report", "roster", "--period", "2026H1", "--as-of", "2026-06-30", "--out", out
    )
    assert {file.rsplit(".", 1)[1] for file in report["files"]} == {"pdf", "xlsx"}
    if shutil.which("pdftotext"):
        (pdf,) = out.glob("*.pdf")
        text = subprocess.run(
            ["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True
        ).stdout.decode()
        assert "赵一䶮" in text
        assert PEOPLE[0][4] not in text


def test_a_bundle_reaches_a_stranger(imported: Imported, tmp_path: Path) -> None:
    office, stick = imported.office, tmp_path / "stick"
    stick.mkdir()
    (stick / "别的文件.txt").write_text("不动")
    made = office.good("bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", stick)
    assert (made["sequence"], made["read_back"]) == (1, True)
    (bundle,) = stick.glob("*.asics")
    assert (stick / "别的文件.txt").read_text() == "不动"
    unknown = office("verify", bundle, "--json", password=None)
    assert (unknown.code, unknown.json["verdict"]) == (1, "undecided")
    office.good("trust", "export", tmp_path / "keys")
    (pem,) = (tmp_path / "keys").glob("*.pem")
    passed = office("verify", "--trust", pem, bundle, "--json", password=None)
    assert (passed.code, passed.json["verdict"]) == (0, "pass"), passed.out
    verify_with_openssl(bundle, pem, tmp_path)
    changed = tmp_path / "changed.asics"
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(data)
    refused = office("verify", "--trust", pem, changed, "--json", password=None)
    assert (refused.code, refused.json["verdict"]) == (1, "faults")
    assert {check["state"] for check in refused.json["checks"]} == {"ok", "fault", "not_run"}


def test_another_office_pins_the_key(imported: Imported, tmp_path: Path) -> None:
    imported.office.good("bundle", "--period", "2026H1", "--as-of", "2026-06-30", "--out", tmp_path)
    imported.office.good("trust", "export", tmp_path)
    (bundle,), (pem,) = tmp_path.glob("*.asics"), tmp_path.glob("*.pem")
    bureau = Program(tmp_path / "bureau")
    bureau.folder.mkdir()
    bureau.good("init", "--unit", "示例区司法局", "--person", "王五")
    assert bureau("--home", bureau.home, "verify", bundle, "--json").json["verdict"] == "undecided"
    added = bureau.good("trust", "add", pem)
    assert bureau.good("trust", "list")["keys"][0]["registration_code"] == added["registration_code"]
    assert bureau.good("--home", bureau.home, "verify", bundle)["verdict"] == "pass"


def test_a_whole_import_is_undone_and_redone(imported: Imported) -> None:
    office = imported.office
    undone = office("undo", str(imported.operation), "--json")
    assert undone.code == 0, undone.out + undone.err
    assert office.good("rows", "people")["total"] == 0
    assert office.good("redo")["restored"] > 0
    assert office.good("rows", "people")["total"] == 3
    assert office.good("audit")["ok"] is True


def test_a_backup_is_one_file_that_opens_elsewhere(imported: Imported, tmp_path: Path) -> None:
    backup = imported.office.good("backup", tmp_path / "backups")
    assert backup["self_test"] is True
    restored = tmp_path / "restored"
    imported.office.good("--home", restored, "restore", backup["file"])
    assert imported.office.good("--home", restored, "rows", "people")["total"] == 3
    assert imported.office("--home", restored, "restore", backup["file"]).code == 2


def verify_with_openssl(bundle: Path, pem: Path, folder: Path) -> None:
    """Verify as the bundle's README.txt tells a stranger to."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there")
    with zipfile.ZipFile(bundle) as outer:
        outer.extractall(folder / "outer")
    done = subprocess.run(
        ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
         "-in", folder / "outer" / "META-INF" / "signature.p7s", "-content", folder / "outer" / "payload.zip",
         "-CAfile", pem, "-attime", "1800000000", "-purpose", "any", "-out", folder / "verified"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (folder / "verified").read_bytes() == (folder / "outer" / "payload.zip").read_bytes()


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig"])
def test_a_csv_in_every_encoding(office: Program, tmp_path: Path, encoding: str) -> None:
    name = "李䶮" if encoding != "gbk" else "李岩"
    text = io.StringIO()
    csv.writer(text).writerows(
        [["姓名", "性别", "手机号码"], [name, "男", "19900000001"], ["王·丽", "女", "19900000002"]]
    )
    file = tmp_path / "名单.csv"
    file.write_bytes(text.getvalue().encode(encoding))
    assert office.good("import", "people", file, "--apply")["added"] == 2
    assert {row["name"] for row in office.good("rows", "people")["rows"]} == {name, "王·丽"}
    listed = office("rows", "people", "--csv")
    assert listed.code == 0
    assert [row[0] for row in csv.reader(io.StringIO(listed.out))] == ["姓名", name, "王·丽"]


def test_training_with_names_in_one_cell_gives_hours(office: Program, tmp_path: Path) -> None:
    roster(tmp_path / "花名册.xlsx")
    office("import", "people", tmp_path / "花名册.xlsx", "--apply")
    file = tmp_path / "培训.csv"
    file.write_text(
        "培训名称,培训类别,培训时间,学时,参训人员\n"
        "处罚法,业务知识,2026-01-15,8学时,赵一䶮、钱二、孙·三\n"
        "党课,政治学习,2026-03-01,4,赵一䶮\n",
        encoding="utf-8",
    )
    office.good("import", "training", file, "--apply")
    assert office.good("rows", "attendance")["total"] == 4
    hours = office.good("hours", "--year", "2026")
    people = {each["name"]: each for each in hours["people"]}
    assert hours["target"] == 60
    assert people["赵一䶮"]["counted"] == 8
    assert people["赵一䶮"]["recorded"] == 12
    assert people["赵一䶮"]["reached"] is False


def test_faults_of_the_world_are_sentences(program: Program, tmp_path: Path) -> None:
    nothing = program("rows", "people", "--json")
    assert nothing.code == 2
    assert nothing.json["error"]["code"] == "cli.not_home"
    program.good("init", "--unit", "示例镇人民政府", "--person", "李四")
    wrong = program("rows", "people", password="另一个口令-2026")
    assert wrong.code == 2
    assert wrong.out == ""
    assert wrong.err.count("\n") == 1
    none = program("rows", "people", password=None)
    assert none.code == 2
    assert program("rows", "nothing", "--json").json["error"]["code"] == "cli.no_ledger"
    assert program("init", "--unit", "示例镇人民政府", "--person", "李四").code == 2
    damaged = tmp_path / "坏.xlsx"
    damaged.write_bytes(b"PK\x03\x04 and no more")
    refused = program("import", "people", damaged, "--json")
    assert refused.code == 2
    assert refused.json["error"]["code"].startswith("file.")
    assert "Traceback" not in refused.err
    assert not list((program.folder / "logs").glob("crash-*"))
    log = (program.folder / "logs" / "cli.log").read_text("utf-8")
    assert "import ended with 2" in log
    assert not [word for word in ("示例", "李四", "坏.xlsx", "密码", "口令") if word in log]


def test_working_verbs_never_load_qt_and_never_numpy(office: Program, tmp_path: Path) -> None:
    import os
    import sys

    program = (
        "import sys; from township_ledger.app.entry import main; "
        f"code = main(['report', 'roster', '--out', {str(tmp_path / 'out')!r}]); "
        "found = {'PySide6', 'shiboken6', 'numpy', 'pandas'} & set(sys.modules); "
        "sys.stderr.write(' '.join(found)); sys.exit(3 if found else code)"
    )
    environment = {
        **os.environ, "TOWNSHIP_LEDGER_HOME": str(office.home), "TOWNSHIP_LEDGER_PASSWORD": "示例口令-2026",
        "TOWNSHIP_LEDGER_LOGS": str(tmp_path / "logs"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
