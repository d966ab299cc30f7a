"""Every line of the table of bad input that concerns one cell, and what surrounds it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger import words
from township_ledger.domain.definitions import Column, ColumnType
from township_ledger.domain.identifiers import id_check_digit
from township_ledger.domain.readings import Raw, Reading
from township_ledger.domain.rows import Fault
from township_ledger.domain.values import ReadingRules, make_reader, plain, read_cell, read_text
from township_ledger.words.values import SENTENCES

if TYPE_CHECKING:
    from decimal import Decimal

at = datetime.fromisoformat
TODAY = date(2026, 11, 24)
GOOD_ID = "11010519491231002X"  # the example of GB 11643-1999


def column(kind: ColumnType, **more: Any) -> Column:  # noqa: ANN401
    return Column(name="c", title=str(more.pop("title", "列")), type=kind, **more)


def read(kind: ColumnType, raw: Raw, rules: ReadingRules | None = None, **more: Any) -> Reading:  # noqa: ANN401
    return read_cell(column(kind, **more), raw, TODAY, rules or ReadingRules())


def value(kind: ColumnType, raw: Raw) -> object:
    reading = read(kind, raw)
    assert reading.fault is None
    assert not reading.doubt
    return reading.value


def reason(kind: ColumnType, raw: Raw) -> str:
    reading = read(kind, raw)
    assert reading.value is None
    assert reading.fault is not None
    assert words.known(reading.fault.reason)
    return reading.fault.reason


def name(raw: Raw) -> Reading:
    return read(ColumnType.TEXT, raw, title="姓名")


# --- the lines of the table ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", ["3.40E+17", "3.40711E+17", "3.4e17", 3.4e17, 3.40711e17])
def test_scientific_notation_in_the_id_column_is_refused_and_kept(raw: Raw) -> None:
    reading = read(ColumnType.ID_NUMBER, raw)
    assert reading.fault is not None
    assert reading.fault.reason == "value.scientific"
    assert "E+17" in reading.fault.text.upper().replace("E17", "E+17")
    assert "文本" in words.sentence("value.scientific")


@pytest.mark.parametrize("raw", ["340711197902300000", "340711198001011000", 340711198001011000.0])
def test_eighteen_digits_ending_000_with_a_wrong_check_digit_are_asked_about(raw: Raw) -> None:
    reading = read(ColumnType.ID_NUMBER, raw)
    assert reading == Reading(doubt="value.id_truncated")
    assert words.sentence(reading.doubt).startswith("疑似被表格软件截断")


def test_an_id_that_rightly_ends_in_000_is_taken() -> None:
    # the serial 00 with check digit 0 exists: search one
    for day in range(1, 29):
        body = f"340711198001{day:02d}000"
        if id_check_digit(body) == "0":
            assert value(ColumnType.ID_NUMBER, body + "0") == body + "0"
            return
    raise AssertionError("no day has such a number")


def test_a_number_cell_of_eighteen_digits_is_never_trusted() -> None:
    assert reason(ColumnType.ID_NUMBER, 340711198001011234.0) == "value.number_digits"


def test_a_wrong_check_digit_is_refused_so_that_the_row_is_a_draft() -> None:
    reading = read(ColumnType.ID_NUMBER, "110105194912310021")
    assert reading == Reading(fault=Fault("110105194912310021", "value.id_check_digit"))


@pytest.mark.parametrize("raw", ["110105491231002", 110105491231002.0])
def test_a_fifteen_digit_id_is_taken_as_an_old_number(raw: Raw) -> None:
    assert read(ColumnType.ID_NUMBER, raw) == Reading("110105491231002", note="value.id_old")


@pytest.mark.parametrize(
    "raw",
    [
        "２０２４年６月３日", "2024.6.3", "2024/6/3", "2024-6-3", "20240603", "45446", 45446.0, 20240603.0,
        date(2024, 6, 3), at("2024-06-03"), "2024年6月3日", " 2024-06-03 ", "二〇二四年六月三日", "2024年 6月 3日",
        "2024.6.3上午", "2024年6月3日（星期一）", "'2024-06-03", "2024-06-03 09:30", at("2024-06-03 09:30"), 45446.5,
        "2024-06-03T09:30:00",
    ],
)  # fmt: skip
def test_a_date_in_any_dress_is_read(raw: Raw) -> None:
    assert value(ColumnType.DATE, raw) == "2024-06-03"


@pytest.mark.parametrize(
    "raw", ["2024-6", "2024.6", "2024年6月", "202406", 2024.6, "2027年", "2027", 2027.0, "二〇二四年六月"]
)
def test_a_month_in_a_date_column_stays_a_month(raw: Raw) -> None:
    assert reason(ColumnType.DATE, raw) == "value.date_incomplete"


def test_the_sentence_of_an_incomplete_date_says_what_and_how() -> None:
    assert (
        words.sentence("value.date_incomplete", text="2027年")
        == "“2027年”不是完整日期。写成 2027-06-30 这样的年月日。"
    )


@pytest.mark.parametrize(
    "raw", ["2024-6", "2024.6", "２０２４年６月", "202406", 2024.6, 202406.0, "二〇二四年六月"]
)
def test_a_month_column_takes_a_month(raw: Raw) -> None:
    assert value(ColumnType.MONTH, raw) == "2024-06"


@pytest.mark.parametrize("raw", ["8学时", "８", "8", 8.0, "8 个学时", "8课时", "8小时", "8h", "8.0"])
def test_class_hours_with_their_unit_are_read(raw: Raw) -> None:
    assert value(ColumnType.HOURS, raw) == 8.0


def test_4h_is_four_hours() -> None:
    assert value(ColumnType.HOURS, "4h") == 4.0


def test_days_are_asked_about_without_a_parameter_and_converted_with_one() -> None:
    assert read(ColumnType.HOURS, "0.5天") == Reading(doubt="value.hours_days")
    assert read(ColumnType.HOURS, "0.5天", ReadingRules(hours_per_day=8)) == Reading(
        4.0, note="value.hours_from_days"
    )
    assert read(ColumnType.HOURS, 0.5, ReadingRules(unit="天")).doubt == "value.hours_days"


@pytest.mark.parametrize("raw", ["八", "八学时", "半天", "十二", "一天"])
def test_hours_in_words_are_asked_about(raw: Raw) -> None:
    assert read(ColumnType.HOURS, raw).doubt == "value.hours_words"


def test_spaces_in_a_name_go_and_are_shown_as_a_change() -> None:
    assert name("王 伟") == Reading("王伟", note="value.name_tidied")
    assert name("王　伟") == Reading("王伟", note="value.name_tidied")
    assert name("王伟\n") == Reading("王伟", note="value.name_tidied")
    assert name("王伟") == Reading("王伟")


@pytest.mark.parametrize("raw", ["王伟（代）", "王伟(代)", "王 伟 （代）", "王伟【代】"])
def test_what_stands_in_brackets_behind_a_name_goes_to_the_remark(raw: str) -> None:
    assert name(raw) == Reading("王伟", note="value.name_bracket", remainder="代")


@pytest.mark.parametrize("dot", "·•‧・･．.")
def test_the_dot_of_a_minority_name_is_kept_in_one_form(dot: str) -> None:
    assert name(f"阿依努尔{dot}买买提").value == "阿依努尔·买买提"


def test_rare_characters_and_foreign_names_stay() -> None:
    assert name("䶮㛃𠅤").value == "䶮㛃𠅤"
    assert name("John  Smith").value == "John Smith"
    assert name("（空）").value == "（空）"
    assert name("\n").value is None


# --- identifiers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        GOOD_ID,
        GOOD_ID.lower(),
        "１１０１０５１９４９１２３１００２ｘ",
        " 110105 19491231 002X",
        f"'{GOOD_ID}",
        f"\t{GOOD_ID}",
    ],
)
def test_an_id_number_is_read_in_any_dress(raw: str) -> None:
    assert value(ColumnType.ID_NUMBER, raw) == GOOD_ID


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("34071119790230241X", "value.id_birth"),
        ("110105209912310028", "value.id_birth"),
        ("3407111979023", "value.id_length"),
        ("3407111979023024151", "value.id_length"),
        ("E12345678", "value.id_shape"),
        ("340711790230241", "value.id_birth"),
    ],
)
def test_an_impossible_id_number_is_refused_with_its_reason(raw: str, code: str) -> None:
    assert reason(ColumnType.ID_NUMBER, raw) == code


@pytest.mark.parametrize("kind", [ColumnType.PHONE, ColumnType.CERTIFICATE_NO, ColumnType.CREDIT_CODE])
def test_a_long_number_cell_is_refused_everywhere(kind: ColumnType) -> None:
    assert reason(kind, 1234567890123456.0) == "value.number_digits"
    assert reason(kind, "1.23E+15") == "value.scientific"


def test_certificate_numbers_keep_their_zeros() -> None:
    assert value(ColumnType.CERTIFICATE_NO, "０１２０７1100041") == "012071100041"
    assert value(ColumnType.CERTIFICATE_NO, 12071100041.0) == "12071100041"
    assert value(ColumnType.CERTIFICATE_NO, "皖g 1207") == "皖G1207"
    assert value(ColumnType.CERTIFICATE_NO, "无") is None
    assert reason(ColumnType.CERTIFICATE_NO, "办理中") == "value.certificate_shape"


@pytest.mark.parametrize("raw", ["ZJ-001\nJD-001", "12071、12072", "12071；12072", "12071,\r\n12072"])
def test_two_certificate_numbers_are_never_joined_to_one(raw: str) -> None:
    assert reason(ColumnType.CERTIFICATE_NO, raw) == "value.certificate_several"


def test_a_certificate_number_with_a_broken_line_of_words_is_one() -> None:
    assert value(ColumnType.CERTIFICATE_NO, "皖执\n12071") == "皖执12071"


def test_phone_numbers() -> None:
    assert value(ColumnType.PHONE, "138 0000 0000") == "13800000000"
    assert value(ColumnType.PHONE, 13800000000.0) == "13800000000"
    assert value(ColumnType.PHONE, "0562-5811234") == "05625811234"
    assert value(ColumnType.PHONE, "+86 13800000000") == "+8613800000000"
    assert reason(ColumnType.PHONE, "13800000000/5811234") == "value.phone_two"
    assert reason(ColumnType.PHONE, "见备注") == "value.phone_shape"


def test_credit_codes() -> None:
    assert value(ColumnType.CREDIT_CODE, "91110000600037341l") == "91110000600037341L"
    assert reason(ColumnType.CREDIT_CODE, "91110000600037341M") == "value.credit_check_digit"
    assert reason(ColumnType.CREDIT_CODE, "9111000060003734") == "value.credit_shape"


# --- dates --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2023-02-29", "value.date_impossible"), ("2024.13.1", "value.date_impossible"), ("2024-13", "value.date_impossible"),
        ("6月3日", "value.date_no_year"), ("24.6.3", "value.date_two_ways"), ("3/6/2024", "value.date_two_ways"),
        ("2023.5-2028.5", "value.date_range"), ("2024.6.3-6.5", "value.date_range"), ("长期", "value.date_shape"),
        ("1024-06-03", "value.date_far"), (True, "value.date_shape"), (time(9, 30), "value.date_shape"),
        (date(3024, 6, 3), "value.date_far"), ("#N/A", "value.error_cell"), (123456789.0, "value.date_shape"),
        ("2024-06-03 25:00", "value.date_shape"), (12.5, "value.date_no_year"), ("99999", "value.date_shape"),
        ("180012", "value.date_shape"), (at("3024-06-03 09:30"), "value.date_far"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_kept_with_its_reason(raw: Raw, code: str) -> None:
    assert reason(ColumnType.DATE, raw) == code


def test_a_serial_number_and_a_time_cut_off_are_shown() -> None:
    assert read(ColumnType.DATE, "45446").note == "value.date_serial"
    assert read(ColumnType.DATE, at("2024-06-03 09:30")).note == "value.date_time_cut"
    assert read(ColumnType.DATE, "/") == Reading()


@given(st.dates(date(1910, 1, 1), date(2099, 12, 31)), st.sampled_from(["{0}-{1}-{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日", "{0}/{1:02d}/{2:02d}", "{0}{1:02d}{2:02d}"]))  # fmt: skip
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert value(ColumnType.DATE, form.format(day.year, day.month, day.day)) == day.isoformat()
    assert value(ColumnType.DATE, float((day - date(1899, 12, 30)).days)) == day.isoformat()


@given(st.text(max_size=20))
def test_no_text_breaks_any_reader(text: str) -> None:
    for kind in ColumnType:
        if kind.value not in ("person", "power", "reference"):
            reading = read(kind, text, choices=("甲", "乙") if kind is ColumnType.CHOICE else ())
            filled = [reading.value is not None, reading.fault is not None, bool(reading.doubt)]
            assert sum(filled) <= 1
            assert not (reading.fault and not words.known(reading.fault.reason))


@given(
    st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.datetimes() | st.times() | st.none()
)
def test_no_cell_breaks_any_reader(raw: Raw) -> None:
    for kind in ColumnType:
        if kind.value not in ("person", "power", "reference"):
            read(kind, raw, choices=("甲",) if kind is ColumnType.CHOICE else ())


def test_months() -> None:
    assert value(ColumnType.MONTH, date(2024, 6, 3)) == "2024-06"
    assert read(ColumnType.MONTH, "2024-06-03") == Reading("2024-06", note="value.month_of_date")
    assert reason(ColumnType.MONTH, 2024.1) == "value.month_ambiguous"
    assert reason(ColumnType.MONTH, "2024") == "value.month_incomplete"
    assert reason(ColumnType.MONTH, "2024-13") == "value.date_impossible"
    assert reason(ColumnType.MONTH, "1024-1") == "value.date_far"
    assert reason(ColumnType.MONTH, "六月") == "value.month_shape"
    assert value(ColumnType.MONTH, None) is None


def test_moments() -> None:
    for raw in (
        "2026-06-03 14:30",
        "2026年6月3日 14时30分",
        "2026.6.3下午2点30",
        at("2026-06-03 14:30"),
        "20260603 14:30",
    ):
        assert value(ColumnType.DATETIME, raw) == "2026-06-03 14:30"
    assert value(ColumnType.DATETIME, 45446.5) == "2024-06-03 12:00"
    assert value(ColumnType.DATETIME, None) is None
    assert reason(ColumnType.DATETIME, 1.5) == "value.moment_shape"
    assert reason(ColumnType.DATETIME, "2026-06-03") == "value.moment_incomplete"
    assert reason(ColumnType.DATETIME, "2026-06-31 10:00") == "value.date_impossible"
    assert reason(ColumnType.DATETIME, "2026-06-03 24:00") == "value.moment_shape"
    assert reason(ColumnType.DATETIME, "2026-06-03 早上") == "value.moment_shape"


# --- numbers, choices, yes and no ---------------------------------------------------------------------------------


def test_numbers() -> None:
    assert value(ColumnType.INTEGER, "1,200人") == 1200
    assert value(ColumnType.INTEGER, 36.0) == 36
    assert read(ColumnType.INTEGER, "十二") == Reading(12, note="value.number_in_words")
    assert reason(ColumnType.INTEGER, "1.5") == "value.integer_shape"
    assert reason(ColumnType.INTEGER, "若干") == "value.integer_shape"
    assert reason(ColumnType.INTEGER, True) == "value.not_number"
    assert value(ColumnType.DECIMAL, "１．５") == 1.5
    assert reason(ColumnType.DECIMAL, "一半") == "value.decimal_shape"
    assert value(ColumnType.DECIMAL, None) is None


def test_money_is_kept_in_fen() -> None:
    assert value(ColumnType.MONEY, "1,200元") == 120_000
    assert value(ColumnType.MONEY, "￥300.50") == 30_050
    assert read(ColumnType.MONEY, "0.5万元") == Reading(500_000, note="value.money_unit")
    assert read(ColumnType.MONEY, 0.5, ReadingRules(unit="万元")).value == 500_000
    assert read(ColumnType.MONEY, "300元", ReadingRules(unit="万元")).value == 30_000
    assert reason(ColumnType.MONEY, "1.234") == "value.money_fen"
    assert reason(ColumnType.MONEY, "伍佰元") == "value.money_shape"
    assert reason(ColumnType.MONEY, "1.2.3") == "value.money_shape"
    assert reason(ColumnType.MONEY, 1e16) == "value.money_shape"


@given(st.decimals(0, 10**9, places=2))
def test_money_reads_back_what_was_written(amount: Decimal) -> None:
    assert value(ColumnType.MONEY, f"{amount:,}元") == int(amount * 100)


def test_hours_out_of_reason() -> None:
    assert reason(ColumnType.HOURS, "-1") == "value.hours_range"
    assert reason(ColumnType.HOURS, "3000") == "value.hours_range"
    assert reason(ColumnType.HOURS, "40分钟") == "value.hours_shape"
    assert reason(ColumnType.HOURS, date(2024, 6, 3)) == "value.not_number"


@pytest.mark.parametrize(("raw", "expected"), [("是", 1), ("有", 1), ("√", 1), ("Y", 1), (True, 1), (1.0, 1), ("否", 0), ("无", 0), ("×", 0), (False, 0)])  # fmt: skip
def test_yes_and_no(raw: Raw, expected: int) -> None:
    assert value(ColumnType.YES_NO, raw) == expected


def test_what_is_neither_yes_nor_no_is_kept() -> None:
    assert reason(ColumnType.YES_NO, "A 证") == "value.yes_no"
    assert value(ColumnType.YES_NO, "/") is None


def test_choices_by_their_synonyms() -> None:
    choices: dict[str, Any] = {"choices": ("执法人员", "辅助人员"), "choice_synonyms": {"协管": "辅助人员"}}
    assert read(ColumnType.CHOICE, "执法人员", **choices) == Reading("执法人员")
    assert read(ColumnType.CHOICE, " 执 法人员", **choices).value == "执法人员"
    assert read(ColumnType.CHOICE, "协管", **choices) == Reading("辅助人员")
    assert read(ColumnType.CHOICE, "\u200b", **choices) == Reading()
    refused = read(ColumnType.CHOICE, "临时工", **choices).fault
    assert refused is not None
    assert (refused.text, refused.reason) == ("临时工", "value.choice")


def test_a_choice_column_may_have_a_choice_that_reads_as_nothing() -> None:
    assert read(ColumnType.CHOICE, "无", choices=("有", "无")).value == "无"


# --- text ---------------------------------------------------------------------------------------------------------


def test_text_is_tidied() -> None:
    assert value(ColumnType.TEXT, "综合行政执法\n大队 ") == "综合行政执法大队"
    assert value(ColumnType.TEXT, "a\nb") == "a b"
    assert value(ColumnType.TEXT, "a  b") == "a b"
    assert value(ColumnType.TEXT, "  ") is None
    assert value(ColumnType.TEXT, "e\u0301") == "\u00e9"
    assert value(ColumnType.TEXT, 12.0) == "12"
    assert value(ColumnType.TEXT, 0.1) == "0.1"
    assert value(ColumnType.TEXT, None) is None
    assert value(ColumnType.LONG_TEXT, "一\r\n二 \u3000 三 ") == "一\n二 三"
    assert value(ColumnType.LONG_TEXT, " 一 ") == "一"
    assert reason(ColumnType.TEXT, "#REF!") == "value.error_cell"
    assert name("#N/A").fault == Fault("#N/A", "value.error_cell")


def test_plain_shows_a_cell_as_it_was() -> None:
    shown = [plain(raw) for raw in (None, True, False, 3.0, 2.5, date(2024, 6, 3), at("2024-06-03"), at("2024-06-03 09:30"), time(9, 30), 7)]  # fmt: skip
    assert shown == [
        "",
        "是",
        "否",
        "3",
        "2.5",
        "2024-06-03",
        "2024-06-03",
        "2024-06-03 09:30",
        "09:30:00",
        "7",
    ]


def test_a_reference_is_not_read_here() -> None:
    with pytest.raises(ValueError, match="reference"):
        make_reader(Column("p", "人", ColumnType.PERSON, target="people"), TODAY)


def test_typed_text_is_read_like_a_cell() -> None:
    assert read_text(column(ColumnType.DATE), "2024.6.3", TODAY) == Reading("2024-06-03")


def test_no_sentence_repeats_a_number_that_names_a_person() -> None:
    for code, words_ in SENTENCES.items():
        assert "!" not in words_
        assert "！" not in words_
        if code.startswith(
            ("value.id_", "value.phone", "value.credit", "value.scientific", "value.number_digits")
        ):
            assert "{text}" not in words_


def test_a_reader_remembers_only_so_many_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("township_ledger.domain.values._MOST_REMEMBERED", 1)
    reader = make_reader(column(ColumnType.INTEGER), TODAY)
    assert [reader(text) for text in ("1", "2", "2", "1")] == [1, 2, 2, 1]
