from __future__ import annotations

from township_ledger.bundle.payload_names import belongs_to_a_bundle, shown_name, unsafe_reason


def test_names_of_our_own_are_safe() -> None:
    for name in (
        "bundle.json",
        "README.txt",
        "reports/roster.pdf",
        "data/power_lists.csv",
        "data/datapackage.json",
    ):
        assert unsafe_reason(name) == ""
        assert belongs_to_a_bundle(name)
    assert not belongs_to_a_bundle("reports/roster.docx")


def test_a_name_is_shown_short_and_plain() -> None:
    assert shown_name("a\u202eb\x00") == "a?b?"
    assert len(shown_name("x" * 200)) == 58
    assert shown_name("数据/人员.json") == "数据/人员.json"
