"""Printed reports, read back: by our own reader and by an outside one."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.reports.conftest import DOTTED, MISSING, RARE, columns, report, row
from tests.reports.reading_back import page_texts, pages_with

from township_ledger import words
from township_ledger.domain.faults import Cancelled
from township_ledger.domain.report import ReportFigure, ReportRow, Section
from township_ledger.reports.page_layout import missing_characters
from township_ledger.reports.pdf import print_report
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.domain.report import Report
    from township_ledger.reports.fonts import Fonts

outside = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")


def printed(fonts: Fonts, what: Report) -> bytes:
    return print_report(what, fonts, Silent()).pdf


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_everything_stands_on_the_page_in_order(fonts: Fonts) -> None:
    text = squeezed("".join(page_texts(printed(fonts, report((row(1), row(2)))))))
    wanted = (
        "测试表", "单位：示例镇人民政府", "期间：2026年", "截至日期：2026年9月30日", "序号", "姓名",
        "1王五000000000012026-12-317.51234.56有效某法第六条", "2王五", "指标", "行数3全部行", "22.5",
        "注：本表为测试。", "制表人：", "审核人：", "日期：", "第1页共1页",
    )  # fmt: skip
    at = -1
    for part in wanted:
        at = text.find(part, at + 1)
        assert at >= 0, part


def test_rare_names_are_right_in_the_text_layer(fonts: Fonts) -> None:
    pdf = printed(fonts, report((row(1, RARE), row(2, DOTTED)), title=f"{RARE}的表"))
    text = squeezed(page_texts(pdf)[0])
    assert RARE in text
    assert DOTTED in text
    assert f"{RARE}的表" in text


@outside
def test_rare_names_are_right_for_an_outside_reader(fonts: Fonts, tmp_path: Path) -> None:
    file = tmp_path / "rare.pdf"
    file.write_bytes(printed(fonts, report((row(1, RARE), row(2, DOTTED)))))
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    lines = [line.split() for line in text.splitlines() if "某法第六条" in line]
    assert [line[:2] for line in lines] == [["1", RARE], ["2", DOTTED]]
    told = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True).stdout.decode()
    fonts_used = told.splitlines()[2:]
    assert fonts_used
    assert all(re.search(r"\byes yes yes\b", line) for line in fonts_used), (
        "embedded, subset, with a text layer"
    )
    assert "Helvetica" not in told


def test_many_rows_have_their_head_and_number_on_every_page(fonts: Fonts) -> None:
    made = print_report(
        report(tuple(row(number, f"人{number}员") for number in range(1, 151))), fonts, Silent()
    )
    texts = page_texts(made.pdf)
    assert len(texts) == made.pages > 5
    for number, text in enumerate(texts, start=1):
        assert f"第 {number} 页 共 {len(texts)} 页" in text
        if "人" in text.partition("第")[0] and f"人{number}" in text:
            assert "执法证号" in text
    whole = squeezed("".join(texts))
    for number in range(1, 151):
        assert whole.count(f"人{number}员") == 1


def test_nothing_is_cut(fonts: Fonts) -> None:
    name = "阿卜杜热合曼·买买提伊明江·吐尔逊古丽"
    basis = "".join(f"第{number}项，由县级以上人民政府责令改正；" for number in range(900))
    text = squeezed("".join(page_texts(printed(fonts, report((row(1, name, basis), row(2)))))))
    heads = squeezed("".join(column.title for column in columns()))
    without_frames = re.sub(r"第\d+页共\d+页", "", text).replace(heads, "")
    assert name in without_frames
    assert squeezed(basis) in without_frames


def test_nothing_leaves_the_page(fonts: Fonts) -> None:
    import pypdfium2

    pdf = printed(
        fonts, report((row(1, "很长的名字" * 9, "依据" * 500),), landscape=False, title="很长的标题" * 12)
    )
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        width, height = page.get_size()
        assert (round(width), round(height)) == (595, 842)
        layer = page.get_textpage()
        for index in range(layer.count_rects()):
            left, bottom, right, top = layer.get_rect(index)
            assert 20 < left < right < width - 20
            assert 20 < bottom < top < height - 20
        layer.close()
        page.close()
    document.close()


def test_a_landscape_page_is_a4(fonts: Fonts) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(printed(fonts, report()))
    assert tuple(round(length) for length in document[0].get_size()) == (842, 595)
    document.close()


def test_an_empty_report_says_so(fonts: Fonts) -> None:
    assert "没有行。" in page_texts(printed(fonts, report()))[0]


def test_a_further_section_begins_a_page_with_its_heading(fonts: Fonts) -> None:
    second = Section("名单", "未达标名单", columns(), (row(7),), empty="没有。")
    texts = page_texts(printed(fonts, report((row(1),), further=(second,))))
    assert len(texts) == 2
    assert "测试表" in texts[1]
    assert "未达标名单" in texts[1]
    assert texts[1].count("制表人") == 1


def test_a_head_line_too_long_for_one_line_takes_several(fonts: Fonts) -> None:
    what = replace(
        report((row(1),)), head=("单位：" + "很长的单位名称" * 10, "期间：2026年", "截至日期：2026年9月30日")
    )
    text = squeezed(page_texts(printed(fonts, what))[0])
    assert "很长的单位名称" * 10 in text
    assert "截至日期：2026年9月30日" in text
    assert page_texts(printed(fonts, replace(what, head=(), signatures=())))


def test_groups_stand_between_their_rows(fonts: Fonts) -> None:
    rows = (ReportRow((), group="第一组"), row(1), ReportRow((), group="第二组"), row(2))
    text = squeezed(page_texts(printed(fonts, report(rows)))[0])
    assert text.index("第一组") < text.index("1王五") < text.index("第二组") < text.index("2王五")


def test_the_figures_stand_on_the_pages_that_are_named(fonts: Fonts) -> None:
    for count in (0, 5, 12, 13, 14, 15, 16, 17, 18, 19, 20, 40):
        made = print_report(report(tuple(row(number) for number in range(count))), fonts, Silent())
        assert made.figure_pages.keys() == {"test.rows", "test.hours"}
        for figure, label in (("test.rows", "行数3全部行"), ("test.hours", "学时合计22.5")):
            assert made.figure_pages[figure] in pages_with(made.pdf, label)
        assert len(set(made.figure_pages.values())) == 1, "figures stay together"
        assert pages_with(made.pdf, "制表人")[-1] == made.figure_pages["test.rows"]


def test_figures_too_many_for_one_page_run_on(fonts: Fonts) -> None:
    what = report((row(1),))
    many = tuple(ReportFigure(f"f.{number}", f"指标{number}号", number) for number in range(60))
    what = replace(what, sections=(replace(what.sections[0], figures=many),))
    made = print_report(what, fonts, Silent())
    for number in range(60):
        assert made.figure_pages[f"f.{number}"] in pages_with(made.pdf, f"指标{number}号{number}")


def test_a_full_page_sends_what_follows_to_the_next(fonts: Fonts) -> None:
    many = tuple(ReportFigure(f"f.{number}", f"指标{number}号", number) for number in range(60))
    for count in range(12, 22):
        rows = tuple(row(number) for number in range(count))
        bare = replace(report(rows).sections[0], figures=(), notes=())
        alone = print_report(replace(report(), sections=(bare,)), fonts, Silent())
        assert len(pages_with(alone.pdf, "制表人：")) == 1
        full = print_report(replace(report(), sections=(replace(bare, figures=many),)), fonts, Silent())
        assert full.figure_pages["f.0"] in pages_with(full.pdf, "指标0号0")
        assert full.figure_pages["f.59"] in pages_with(full.pdf, "指标59号59")


def test_many_notes_run_on_and_the_places_to_sign_follow_the_last(fonts: Fonts) -> None:
    what = report((row(1),))
    for count in (20, 24, 25, 26, 27, 28, 60):
        notes = tuple(f"注意第{number}条。" for number in range(count))
        made = printed(fonts, replace(what, sections=(replace(what.sections[0], notes=notes),)))
        assert pages_with(made, f"注意第{count - 1}条") == pages_with(made, "制表人：")


def test_a_character_that_no_font_has_is_marked_and_named(fonts: Fonts) -> None:
    what = report((row(1, f"张{MISSING}"), row(2, f"王{MISSING}")))
    assert missing_characters(what, fonts) == MISSING
    text = page_texts(printed(fonts, what))[0]
    assert "张〓" in text
    assert f"〓（U+{ord(MISSING):04X}）" in text
    assert missing_characters(report((row(1, RARE),)), fonts) == ""


def test_a_character_of_the_second_font_is_drawn_in_place(resources: Path, fonts: Fonts) -> None:
    from township_ledger.reports.fonts import Chain, Fonts

    swapped = Fonts(resources / "fonts")
    swapped.body = Chain(resources / "fonts", "NotoSansSC_400Regular.ttf", "NotoSerifSC_400Regular.ttf")
    faces = swapped.body._faces
    only = next(
        chr(code)
        for code in range(0x2100, 0x30000)
        if code not in faces[0].charToGlyph and code in faces[1].charToGlyph
    )
    pdf = print_report(report((row(1, f"甲{only}乙"),)), swapped, Silent()).pdf
    assert f"甲{only}乙" in squeezed(page_texts(pdf)[0])


PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from tests.reports.conftest import RARE, report, row
from township_ledger.reports.fonts import Fonts
from township_ledger.reports.pdf import print_report
from township_ledger.usecases.progress import Silent
made = print_report(report((row(1, RARE), row(2))), Fonts(Path(sys.argv[1]) / "fonts"), Silent())
print(hashlib.sha256(made.pdf).hexdigest())
"""


def test_equal_reports_give_equal_bytes_in_every_process(fonts: Fonts, resources: Path) -> None:
    what = report((row(1, RARE), row(2)))
    here = printed(fonts, what)
    assert printed(fonts, what) == here
    digest = hashlib.sha256(here).hexdigest()
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(resources), str(resources.parent)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai", "PATH": ""},
        )
        assert told.stdout.decode().strip() == digest
    assert printed(fonts, report((row(1, RARE), row(3)))) != here


class Stopping:
    def __init__(self, stage: str) -> None:
        self.stage = stage

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        assert words.known(what)
        if what == self.stage and done:
            raise Cancelled


@pytest.mark.parametrize("stage", ["report.layout", "report.pdf"])
def test_printing_stops_between_pieces(fonts: Fonts, stage: str) -> None:
    with pytest.raises(Cancelled):
        print_report(report(tuple(row(number) for number in range(600))), fonts, Stopping(stage))


def test_the_file_names_itself(fonts: Fonts) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(printed(fonts, report()))
    told = document.get_metadata_dict()
    document.close()
    assert (told["Title"], told["Creator"], told["Author"]) == (
        "测试表",
        "乡镇执法台账",
        "单位：示例镇人民政府",
    )
