"""Every deed of the worker on a real home, asked in the window's words."""

from __future__ import annotations

import errno
import json
import secrets
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.app.conftest import PERSON, Json, Office, talk

from township_ledger.app import deeds
from township_ledger.app.opened import opened
from township_ledger.bundle.delivery import LocalDisk
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.rows import OperationKind

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e


class Staged:
    """One import by its steps."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office = office
        self.where = {"staging": str(folder / "import.staging"), "staging_key": secrets.token_hex(48)}

    def preview(self, ledger: str, path: Path) -> Any:  # noqa: ANN401 - JSON is looked at as it is
        return self.office.ask(
            "import-preview",
            ledger=ledger,
            path=str(path),
            sheet=None,
            mapping=None,
            skip_hidden=False,
            **self.where,
        )

    def map(self, **args: object) -> Any:  # noqa: ANN401 - the same
        return self.office.ask("import-map", **self.where, **{"mapping": None, "decisions": {}, **args})

    def apply(self) -> Any:  # noqa: ANN401 - the same
        return self.office.ask("import-apply", **self.where)


@pytest.fixture
def staged(office: Office, tmp_path: Path) -> Staged:
    return Staged(office, tmp_path)


@pytest.fixture
def filled(office: Office, staged: Staged, samples: dict[str, Path]) -> Office:
    """The home with the sample roster in it."""
    staged.preview("people", samples["people"])
    office.operation = staged.apply()["operation"]
    return office


def test_an_import_by_its_steps(staged: Staged, samples: dict[str, Path], tmp_path: Path) -> None:
    first = staged.preview("people", samples["people"])
    assert first["added"] == 16
    assert first["operation"] is None
    columns = first["columns"]
    own = next(column for column in columns if column["own"])
    own["own"] = False  # the clerk leaves 宿舍 out
    again = staged.map(mapping=columns)
    assert [column for column in again["columns"] if column["own"]] == []
    written = staged.apply()
    assert isinstance(written["operation"], int)
    assert written["ledgers"]["certificates"]["added"] == 14
    assert staged.apply()["operation"] == written["operation"]  # a lost answer is found by its job
    rejects = tmp_path / "rejects.xlsx"
    staged.preview("people", samples["people"].with_name("2-people-新进人员.csv"))
    told = staged.office.ask("import-rejects", out=str(rejects), **staged.where)
    assert told == {"file": str(rejects), "rows": 1}
    assert rejects.exists()


def test_undo_in_a_worker_gives_the_outcome(filled: Office) -> None:
    outcome = filled.ask("undo", operation=filled.operation)
    assert isinstance(outcome["operation"], int)
    assert outcome["conflicts"] == []


def test_reports_and_their_pictures(filled: Office, tmp_path: Path) -> None:
    made = filled.ask(
        "report",
        name="roster",
        period="2026H1",
        as_of="2026-06-30",
        out=str(tmp_path),
        formats=["pdf"],
        full_ids=True,
    )
    (file,) = cast("list[str]", made["files"])
    assert file.endswith(".pdf")
    with opened(filled.folder, filled.key, PERSON, write=False) as home:
        newest = home.store.operations(1)[0]
    assert (newest.kind, newest.detail) == (OperationKind.UNMASK, {"what": "report roster"})
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    drawn = filled.ask("report-preview", period="2026H1", as_of="2026-06-30", out=str(pictures), pages=1)
    reports = cast("list[Json]", drawn["reports"])
    assert [report["name"] for report in reports] == ["roster", "training-hours", "powers"]
    for report in reports:
        (page,) = cast("list[str]", report["pages"])
        assert (pictures / page).read_bytes().startswith(b"\x89PNG")
        assert cast("int", report["total"]) >= 1


def test_a_file_of_the_same_name_with_other_content_is_kept(filled: Office, tmp_path: Path) -> None:
    args = {
        "name": "roster",
        "period": "2026H1",
        "as_of": "2026-06-30",
        "out": str(tmp_path),
        "formats": ["xlsx"],
    }
    (first,) = cast("list[str]", filled.ask("report", **args)["files"])
    assert filled.ask("report", **args)["files"] == [first]  # equal input, equal bytes: nothing to write
    (tmp_path / first).write_bytes(b"the clerk's own notes")
    (second,) = cast("list[str]", filled.ask("report", **args)["files"])
    assert second.endswith("(2).xlsx")
    assert (tmp_path / first).read_bytes() == b"the clerk's own notes"


def test_a_bundle_is_made_delivered_again_verified_and_pinned(filled: Office, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    gap = {"item": "training", "what": "没有培训", "reason": "下月补", "promised": "2026-07-31"}
    made = filled.ask("bundle", period="2026H1", as_of="2026-06-30", out=str(first), gaps=[gap])
    assert {"reason": "下月补", "promised": "2026-07-31"}.items() <= _gap(made, "training").items()
    again = filled.ask("deliver", sequence=1, out=str(second))
    bundle = second / str(again["file"])
    assert bundle.read_bytes() == (first / str(made["file"])).read_bytes()
    verdicts = cast("list[Json]", filled.ask("verify", files=[str(bundle)], trust=[])["files"])
    assert verdicts[0]["verdict"] == "pass"
    keyless = talk({"deed": "verify", "args": {"files": [str(bundle)]}, "home": None, "key": None})
    assert cast("Any", keyless[-1])["result"]["files"][0]["verdict"] == "undecided"
    looked = filled.ask("trust-look", path=str(bundle))
    assert looked["code"] == made["code"]
    exported = filled.ask("trust-export", folder=str(tmp_path))
    assert len(cast("list[str]", exported["files"])) == 2
    pinned = filled.ask("trust-add", key=looked)
    assert str(made["code"]) in str(pinned["words"])
    assert "早已登记" in str(filled.ask("trust-add", key=looked)["words"])


def test_a_bundle_that_did_not_reach_the_stick_keeps_its_number(filled: Office, tmp_path: Path) -> None:
    def bundle(**more: object) -> list[Json]:
        args = {"period": "2026H1", "as_of": "2026-06-30", "out": str(stick), "gaps": [], **more}
        return talk(filled.order("bundle", **args))

    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LocalDisk, "copy_new", _full)
        assert cast("Json", bundle()[-1]["fault"])["code"] == "drive.full"
    assert list(stick.iterdir()) == []
    made = cast("Json", bundle()[-1]["result"])
    assert made["sequence"] == 1
    assert made["read_back"] is True
    assert {"digest", "code", "period", "as_of", "gaps", "words"} <= made.keys()
    assert "没有另编新号" in str(made["warnings"])
    assert cast("Json", bundle()[-1]["result"])["sequence"] == 2  # that one was delivered


@pytest.mark.parametrize("change", ["period", "as_of", "gaps", "ledger"])
def test_a_bundle_that_says_something_else_has_a_number_of_its_own(
    filled: Office, tmp_path: Path, change: str
) -> None:
    args: Json = {"period": "2026H1", "as_of": "2026-06-30", "out": str(tmp_path), "gaps": []}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LocalDisk, "copy_new", _full)
        assert "fault" in talk(filled.order("bundle", **args))[-1]
    others: dict[str, object] = {
        "period": "2026",
        "as_of": "2026-06-29",
        "gaps": [{"item": "training", "what": "没有培训", "reason": "下月补", "promised": "2026-07-31"}],
    }
    if change == "ledger":
        filled.ask("undo", operation=filled.operation)
    else:
        args[change] = others[change]
    assert filled.ask("bundle", **args)["sequence"] == 2


def _full(*_: object) -> str:
    raise OSError(errno.ENOSPC, "full")


def _gap(made: Json, item: str) -> Json:
    return next(gap for gap in cast("list[Json]", made["gaps"]) if gap["item"] == item)


def test_a_bundle_that_was_never_made_cannot_be_delivered(office: Office, tmp_path: Path) -> None:
    (answer,) = talk(office.order("deliver", sequence=9, out=str(tmp_path)))
    assert cast("Json", answer["fault"])["code"] == "bundle.not_sent"


def test_backup_audit_and_recovery_sheet(filled: Office, tmp_path: Path) -> None:
    backup = filled.ask("backup", folder=str(tmp_path / "stick"))
    assert backup["self_test"] is True
    audit = filled.ask("audit")
    assert (audit["ok"], audit["findings"]) == (True, [])
    sheet = tmp_path / "sheet.pdf"
    assert filled.ask("recovery-sheet", out=str(sheet)) == {"file": str(sheet)}
    assert sheet.read_bytes().startswith(b"%PDF")
    (refused,) = talk(filled.order("recovery-sheet", out=str(tmp_path / "no" / "folder.pdf")))
    assert cast("Json", refused["fault"])["code"] == "sheet.not_written"


def test_a_check_up_answers_for_pages_and_is_kept_without_reading_again(
    office: Office, samples: dict[str, Path]
) -> None:
    order: Json = {"deed": "check-up", "args": {"path": str(samples["people"])}, "home": None, "key": None}
    page: Json = {"page": {"card": "people", "offset": 0, "limit": 5}}
    keep: Json = {"keep": {"home": str(office.folder), "key": office.key.hex(), "actor": PERSON}}
    first, paged, kept = [line for line in talk(order, page, keep) if "progress" not in line]
    looked = cast("Json", first["result"])
    assert looked["rows"] == 16
    assert looked["unit"] == "示例镇人民政府"
    assert "lines" in cast("Json", paged["page"])
    assert cast("Any", kept["result"])["added"] == 16


def test_a_home_that_cannot_be_kept_in_leaves_the_rows(
    office: Office, samples: dict[str, Path], tmp_path: Path
) -> None:
    order: Json = {"deed": "check-up", "args": {"path": str(samples["people"])}, "home": None, "key": None}
    wrong: Json = {"keep": {"home": str(tmp_path / "nowhere"), "key": office.key.hex(), "actor": PERSON}}
    right: Json = {"keep": {"home": str(office.folder), "key": office.key.hex(), "actor": PERSON}}
    _, refused, kept = [line for line in talk(order, wrong, right) if "progress" not in line]
    assert cast("Json", refused["fault"])["code"] == "home.not_here"
    assert cast("Any", kept["result"])["added"] == 16


@pytest.mark.parametrize(
    ("deed", "args"),
    [
        ("import-preview", {"ledger": 7}),
        ("audit", None),
        ("bundle", {"period": "2026", "as_of": "2026-06-30", "gaps": 3}),
    ],
)
def test_a_wrong_order_is_our_own_fault(
    office: Office, deed: str, args: Json | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOWNSHIP_LEDGER_LOGS", str(tmp_path / "logs"))
    order = office.order(deed, **(args or {}))
    if args is None:
        order["key"] = None
    (answer,) = talk(order)
    assert answer == {"fault": {"code": "app.crashed", "params": {}}}
    assert list((tmp_path / "logs").glob("crash-worker-*"))


def test_an_unknown_deed_says_that_the_versions_differ() -> None:
    with pytest.raises(WorldFault) as caught:
        deeds.deed("fly")
    assert caught.value.code == "app.unknown_deed"


def test_a_real_worker_process_answers_and_never_loads_qt(office: Office, tmp_path: Path) -> None:
    program = (
        "import sys; from township_ledger.app.entry import main; code = main(['--worker']); "
        "sys.exit(9 if 'PySide6' in sys.modules or 'numpy' in sys.modules else code)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        order = office.order(
            "report",
            name="roster",
            period="2026",
            as_of="2026-06-30",
            out=str(tmp_path),
            formats=["pdf", "xlsx"],
        )
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        lines = [json.loads(line) for line in process.stdout]
        process.stdin.close()
        assert process.wait(30) == 0
    assert len(lines[-1]["result"]["files"]) == 2
