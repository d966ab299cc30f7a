from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reports.reading_back import page_texts

from township_ledger.domain.bundles import Unit
from township_ledger.reports.registration_sheet import RegistrationPage
from township_ledger.usecases.trust_keys import RegistrationSheet

if TYPE_CHECKING:
    from pathlib import Path

CODE = "VKPY-DZR4-NCI5-VZ2T-J5GX-Q625-76XC-PK72"


@pytest.mark.parametrize(
    "unit",
    [
        Unit("石桥镇人民政府", "11340702003", "乡镇人民政府"),
        Unit("某某自治县某某苗族侗族乡人民政府综合行政执法大队及其下属派出机构联合办公室䶮"),
        Unit("𠅤·镇"),
    ],
)
def test_one_page_says_whose_key_it_is(unit: Unit, resources: Path) -> None:
    page = RegistrationPage(resources / "fonts")
    sheet = RegistrationSheet(unit, CODE, "2026-07-01")
    data = page.render(sheet)
    assert page.render(sheet) == data
    (text,) = ("".join(each.split()) for each in page_texts(data))
    assert unit.name in text
    assert unit.code in text
    assert "2026-07-01" in text
    # the groups in the order in which they are read aloud
    places = [text.index(group) for group in CODE.split("-")]
    assert places == sorted(places)
    assert "电子签名" not in text
    assert "电子印章" not in text


def test_a_character_that_no_font_has_is_a_geta(resources: Path) -> None:
    data = RegistrationPage(resources / "fonts").render(
        RegistrationSheet(Unit("镇\U0003ffff"), CODE, "2026-07-01")
    )
    assert "镇〓" in "".join(page_texts(data)[0].split())
