from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from township_ledger.ui.dialogs.trust_dialog import TrustDialog
from township_ledger.ui.pages.verify_page import VerifyPage
from township_ledger.ui.widgets.lines import LampLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.ui.fake_services import FakeServices

    from township_ledger.ui.services import Json
    from township_ledger.ui.theme import Theme

CODE = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"


def verdict(name: str, kind: str, signer: str = "ok") -> Json:
    return {
        "file": f"/来件/{name}",
        "verdict": kind,
        "words": f"判定 {kind}",
        "checks": [
            {"id": "container", "state": "ok", "words": "是报送包：正确"},
            {"id": "signer", "state": signer, "words": "来源已登记：未执行"},
        ],
        "facts": {
            "unit": "示例镇人民政府",
            "code": CODE,
            "signed_at": "2026-11-23T01:00:00+00:00",
            "kind": None,
        },
    }


@pytest.fixture
def page(services: FakeServices, theme: Theme, qtbot: QtBot) -> VerifyPage:
    made = VerifyPage(services, theme)
    qtbot.addWidget(made)
    return made


def answer(services: FakeServices, result: Json) -> None:
    done = services.jobs[-1].events.result
    assert done is not None
    done(result)


def texts(page: VerifyPage) -> list[str]:
    labels: list[QLabel] = list(page.form.scroll.findChildren(QLabel))
    return [label.text() for label in labels]


def test_the_verdict_stands_first_then_every_check(page: VerifyPage, services: FakeServices) -> None:
    page.shown(Path("/来件/a.asics"))
    job = services.jobs[-1]
    assert (job.deed, job.args["files"]) == ("verify", ["/来件/a.asics"])
    answer(services, {"files": [verdict("a.asics", "pass")]})
    found = texts(page)
    assert found[0] == "判定 pass"
    facts = next(text for text in found if text.startswith("单位　"))
    assert facts.startswith("单位　示例镇人民政府")
    assert "None" not in facts
    assert len(list(page.form.scroll.findChildren(LampLine))) == 2
    assert page.form.files.isHidden()
    assert page.form.pin.isHidden()
    assert page.form.note.text() == "只是看过，什么都没有收进台账"


def test_several_files_are_chosen_from_a_list(
    page: VerifyPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/来件/a.asics", "/来件/b.asics"], ""))
    page.form.choose.click()
    answer(services, {"files": [verdict("a.asics", "pass"), verdict("b.asics", "faults")]})
    assert not page.form.files.isHidden()
    page.form.files.setCurrentRow(1)
    assert "判定 faults" in texts(page)


def test_an_unknown_key_is_pinned_after_comparing(
    page: VerifyPage, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.form.drop.all_dropped.emit([Path("/来件/a.asics")])
    answer(services, {"files": [verdict("a.asics", "undecided", "not_run")]})
    assert not page.form.pin.isHidden()
    page.form.pin.click()
    assert services.jobs[-1].deed == "trust-look"
    monkeypatch.setattr(TrustDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    key: Json = {"code": CODE, "unit_name": "示例镇人民政府", "pem": "…"}
    answer(services, key)
    assert services.jobs[-1].deed == "trust-add"
    assert services.jobs[-1].args == {"key": key}
    told: list[str] = []
    page.message.connect(told.append)
    answer(services, {"words": "已登记"})
    assert told == ["已登记"]
    assert services.jobs[-1].deed == "verify"


def test_the_trust_dialog_wants_the_comparison(qtbot: QtBot) -> None:
    dialog = TrustDialog(CODE, "示例镇人民政府")
    qtbot.addWidget(dialog)
    assert not dialog.form.accept.isEnabled()
    dialog.form.compared.setChecked(True)
    assert dialog.form.accept.isEnabled()
    assert dialog.form.unit.isReadOnly()


def test_faults_and_stopping_are_told(page: VerifyPage, services: FakeServices) -> None:
    page.verify([Path("/来件/a.asics")])
    fault = services.jobs[-1].events.fault
    assert fault is not None
    fault("job.died", {})
    assert page.form.note.text().startswith("后台处理意外中断")
    page.verify([Path("/来件/a.asics")])
    services.jobs[-1].cancel()
    assert page.form.note.text() == "已停下，没有校验完"
