"""Make the invented sheets of `resources/samples/` anew (`--check`: only compare).

They are as messy as real ones: title lines, a two-row header, a cell merged down a column, a subtotal and a total, a
hidden row, rare characters, a wrong date, a number that a sheet has damaged, a list of names in one cell, a GBK file.
Every person, number and document is invented; the ID numbers carry an area code that does not exist.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

import xlsxwriter

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
MADE = dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC).replace(tzinfo=None)
AREA = "340799"  # no county has this code
MARK = "（示例，内容均为虚构）"


def id_number(birth: str, order: int) -> str:
    """Return an 18-character ID number of the area that does not exist, with the right check character (GB 11643)."""
    body = f"{AREA}{birth.replace('-', '')}{order:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(digit) for weight, digit in zip(weights, body, strict=True))
    return body + "10X98765432"[total % 11]


class _Sheet:
    """One workbook with one sheet, its formats and its bytes."""

    def __init__(self, name: str) -> None:
        self._bytes = io.BytesIO()
        self.book = xlsxwriter.Workbook(self._bytes, {"in_memory": True, "default_date_format": "yyyy/m/d"})
        self.book.set_properties({"title": "示例", "created": MADE})
        self.sheet = self.book.add_worksheet(name)
        self.title = self.book.add_format(
            {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}
        )
        self.head = self.book.add_format(
            {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        )
        self.cell = self.book.add_format({"border": 1, "valign": "vcenter"})
        self.wrap = self.book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
        self.date = self.book.add_format({"border": 1, "num_format": "yyyy/m/d"})

    def row(self, row: int, values: list[object]) -> None:
        """Write one row of mixed cells; None leaves a cell empty."""
        for column, value in enumerate(values):
            if isinstance(value, dt.date):
                self.sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), self.date)
            elif isinstance(value, int | float):
                self.sheet.write_number(row, column, value, self.cell)
            else:
                self.sheet.write_string(row, column, str(value or ""), self.wrap)

    def data(self) -> bytes:
        """Close the workbook and return the file."""
        self.book.close()
        return self._bytes.getvalue()


# name, sex, kind, birth, post, staffing, certificate's last digits (or ""), issued, valid to, phone's last digits
_OFFICE = "示例镇综合行政执法队"
_HALL = "示例镇平安法治办公室"
_PEOPLE: list[tuple[str, str, str, str, str, str, str, object, object, str]] = [
    ("王 伟", "男", "执法人员", "1985-04-12", "队长", "行政编制", "001", "2022.5.10", "2027.5.9", "0001"),
    (
        "李䶮",
        "男",
        "执法人员",
        "1990-11-02",
        "副队长",
        "事业编制",
        "002",
        dt.date(2023, 6, 3),
        dt.date(2028, 6, 2),
        "0002",
    ),
    (
        "王㛃",
        "女",
        "执法人员",
        "1992-07-21",
        "执法员",
        "事业编制",
        "003",
        "２０２３年６月３日",
        "2028年6月2日",
        "0003",
    ),
    ("陈𠅤", "男", "执法人员", "1988-01-30", "执法员", "事业编", "004", "20230603", "20280602", "0004"),
    (
        "阿卜杜拉•艾合买提",
        "男",
        "执法人员",
        "1991-09-15",
        "执法员",
        "事业编制",
        "005",
        dt.date(2023, 6, 3),
        "2027年",
        "0005",
    ),
    ("张敏", "女", "执法人员", "1987-03-08", "执法员", "行政编制", "006", "2021/9/1", "2026/8/31", "0006"),
    ("刘洋", "男", "执法人员", "1993-12-19", "执法员", "事业编制", "007", "2023-06-03", "2028-06-02", "0007"),
    ("单雨", "女", "执法人员", "1994-05-27", "执法员", "事业编制", "008", "2023-06-03", "2028-06-02", "0008"),
    ("赵强（代）", "男", "协管员", "1996-02-14", "辅助员", "编外", "", "", "", "0009"),
    ("孙丽", "女", "辅助", "1997-08-05", "辅助员", "劳务派遣", "", "", "", "0010"),
]
_PEOPLE_HALL: list[tuple[str, str, str, str, str, str, str, object, object, str]] = [
    ("周明", "男", "执法人员", "1980-10-01", "主任", "公务员", "009", "2022-05-10", "2027-05-09", "0011"),
    (
        "吴静",
        "女",
        "法制审核",
        "1989-06-18",
        "法制审核员",
        "行政编",
        "010",
        "2022-05-10",
        "2027-05-09",
        "0012",
    ),
    ("郑华", "男", "执法人员", "1986-03-25", "执法员", "行政编制", "011", "2023-06-03", "2028-02-30", "0013"),
    ("冯磊", "男", "执法人员", "1995-07-07", "执法员", "事业编制", "012", "2024-04-15", "2029-04-14", "0014"),
    (
        "欧阳娜",
        "女",
        "执法人员",
        "1993-01-11",
        "执法员",
        "事业编制",
        "013",
        "2024-04-15",
        "2029-04-14",
        "0015",
    ),
    (
        "仇建国",
        "男",
        "执法人员",
        "1978-09-09",
        "执法员",
        "行政编制",
        "014",
        "2021-09-01",
        "2026-08-31",
        "0016",
    ),
]


def roster() -> bytes:
    """The roster with certificate columns: feeds people and certificates."""
    made = _Sheet("花名册")
    sheet = made.sheet
    sheet.merge_range("A1:M1", f"示例镇行政执法人员花名册{MARK}", made.title)
    sheet.merge_range("A2:M2", "填报单位：示例镇人民政府    填报日期：2026年6月30日")
    heads = ["序号", "姓 名", "性别", "人员类别", "公民身份号码", "所在机构", "职务", "编制"]
    for column, head in enumerate(heads):
        sheet.merge_range(2, column, 3, column, head, made.head)
    sheet.merge_range("I3:L3", "执法证件", made.head)
    for column, head in enumerate(["证号", "发证机关", "发证日期", "有效期至"], start=8):
        sheet.write_string(3, column, head, made.head)
    sheet.merge_range("M3:M4", "联系电话", made.head)
    sheet.merge_range("N3:N4", "宿舍", made.head)
    row, serial = 4, 0
    for unit, people in ((_OFFICE, _PEOPLE), (_HALL, _PEOPLE_HALL)):
        first = row
        for name, sex, kind, birth, post, staffing, number, issued, valid_to, phone in people:
            serial += 1
            made.row(row, [
                serial, name, sex, kind, id_number(birth, serial * 10 + (sex == "男")), "", post, staffing,
                f"皖G07990{number}" if number else "", "示例市司法局" if number else "", issued, valid_to,
                f"1990000{phone}", f"{serial % 3 + 1}号楼",
            ])  # fmt: skip
            row += 1
        sheet.merge_range(first, 5, row - 1, 5, unit, made.wrap)
        made.row(row, ["小计", "", "", "", f"{len(people)}人", "", "", "", "", "", "", "", "", ""])
        row += 1
    made.row(row, ["合计", "", "", "", f"{serial}人", "", "", "", "", "", "", "", "", ""])
    sheet.write_string(row + 1, 0, "注：本表为程序自带的示例，姓名、号码、证号均为虚构。")
    sheet.set_row(10, None, None, {"hidden": True})  # 刘洋's row
    sheet.set_column("B:B", 18)
    sheet.set_column("E:F", 24)
    sheet.set_column("I:M", 15)
    sheet.freeze_panes(4, 2)
    return made.data()


_SESSIONS: list[list[object]] = [
    [1, "新修订行政处罚法实务", "业务知识", "示例区司法局", "区级", "集中培训", "2026.1.15", "8学时", "王伟、李䶮、王㛃、陈𠅤、阿卜杜拉·艾合买提、张敏、刘洋、单雨"],
    [2, "行政执法三项制度", "公共法律知识", "示例区司法局", "区级", "集中", dt.date(2026, 2, 26), 8, "王伟，李䶮，王㛃，陈𠅤，张敏，刘洋，单雨，周明，吴静"],
    [3, "执法文书制作与案卷评查", "执法技能", "示例镇人民政府", "乡镇", "线下", "2026年3月12日", "１６", "王伟 李䶮 王㛃 陈𠅤 阿卜杜拉·艾合买提 刘洋 单雨 冯磊 欧阳娜 郑华"],
    [4, "党纪学习教育", "政治学习", "示例镇人民政府", "乡镇", "集中学习", "2026-03-30", 4, "王伟、李䶮、王㛃、陈𠅤、张敏、刘洋、单雨、周明、吴静、郑华、冯磊、欧阳娜"],
    [5, "网络学习：公共法律知识专题", "法律知识", "示例市司法局", "市级", "网络培训", "20260418", 24, "王伟；李䶮；王㛃；陈𠅤；刘洋；单雨；周明；吴静"],
    [6, "城镇燃气安全执法", "专业知识", "示例区城市管理局", "区级", "集中", "2026/5/20", "8", "王伟、李䶮、王㛃、刘洋、单雨、周明、示例某某"],
    [7, "说理式执法文书", "", "示例区司法局", "区级", "集中", "2026-06-09", 8, "王伟、李䶮、周明、吴静、冯磊"],
]  # fmt: skip


def training() -> bytes:
    """The training ledger: sessions, and a list of names in one cell."""
    made = _Sheet("2026年上半年")
    sheet = made.sheet
    sheet.merge_range("A1:I1", f"示例镇2026年上半年行政执法培训台账{MARK}", made.title)
    for column, head in enumerate(
        ["序号", "培训内容", "培训类别", "主办单位", "级别", "培训形式", "培训时间", "学时", "参训人员"]
    ):
        sheet.write_string(1, column, head, made.head)
    for row, values in enumerate(_SESSIONS, start=2):
        made.row(row, values)
    made.row(2 + len(_SESSIONS), ["合计", "", "", "", "", "", "", 76, ""])
    sheet.set_column("B:B", 28)
    sheet.set_column("C:H", 13)
    sheet.set_column("I:I", 60)
    return made.data()


_POWERS: list[list[object]] = [
    [1, "对擅自占用城市道路堆放物料的处罚", "SL-001", "行政处罚", "《城市市容和环境卫生管理条例》第三十六条第（一）项：未经城市人民政府市容环境卫生行政主管部门同意，擅自设置大型户外广告，影响市容的（示例摘录）", "示例区城市管理局", "赋权", "承接"],
    [2, "对在禁止区域露天烧烤食品的处罚", "SL-002", "行政处罚", "《大气污染防治法》第一百一十九条第二款（示例摘录）", "示例区生态环境分局", "赋权", "承接"],
    [3, "对露天焚烧秸秆的处罚", "SL-003", "处罚", "《大气污染防治法》第一百一十九条第一款（示例摘录）", "示例区生态环境分局", "直接赋权", "已承接"],
    [4, "对未依法取得规划许可进行乡村建设的处理", "SL-004", "行政处罚", "《城乡规划法》第六十五条（示例摘录）", "示例区自然资源和规划局", "赋权", "承接"],
    [5, "对小型餐饮店食品安全的检查", "SL-005", "行政检查", "《食品安全法》第一百一十条（示例摘录）", "示例区市场监督管理局", "委托执法", "承接"],
    [6, "对占用消防车通道的处罚", "SL-006", "行政处罚", "《消防法》第六十条第一款第（五）项（示例摘录）", "示例区消防救援大队", "赋权", "拟调整"],
    [7, "对违法占用耕地的处罚", "SL-007", "行政处罚", "《土地管理法》第七十五条（示例摘录）", "示例区自然资源和规划局", "赋权", "收回"],
]  # fmt: skip


def powers() -> bytes:
    """The list of delegated powers; its title line names the version."""
    made = _Sheet("清单")
    sheet = made.sheet
    sheet.merge_range("A1:H1", f"示例镇赋权事项清单（2025年版）{MARK}", made.title)
    heads = ["序号", "赋权事项名称", "事项编码", "权力类型", "实施依据", "原行使部门", "赋权方式", "承接情况"]
    for column, head in enumerate(heads):
        sheet.write_string(2, column, head, made.head)
    for row, values in enumerate(_POWERS, start=3):
        made.row(row, values)
    sheet.set_column("B:B", 36)
    sheet.set_column("C:D", 11)
    sheet.set_column("E:E", 46)
    sheet.set_column("F:H", 18)
    return made.data()


def newcomers() -> bytes:
    """A GBK file of newcomers: one with a wrong check digit, one without a name, one damaged by a sheet program."""
    good = id_number("1999-05-04", 181)
    wrong = id_number("1998-03-03", 192)
    wrong = wrong[:-1] + ("1" if wrong[-1] != "1" else "2")
    lines = [
        "姓名,性别,人员性质,身份证号,所在单位,手机号码,备注",
        f"马晓,男,执法人员,{good},{_OFFICE},19900000021,示例",
        f"朱琳,女,执法人员,{wrong},{_OFFICE},19900000022,示例：校验码有误",
        f"胡军,男,辅助人员,3.40799E+17,{_OFFICE},19900000023,示例：号码被表格软件写成科学计数",
        f",女,执法人员,,{_OFFICE},19900000024,示例：没有姓名",
        f"张敏,女,执法人员,,{_OFFICE},19900000099,示例：换了手机号",
    ]
    return ("\r\n".join(lines) + "\r\n").encode("gbk")


FILES = {
    "1-people-花名册.xlsx": roster,
    "2-people-新进人员.csv": newcomers,
    "3-training-培训台账.xlsx": training,
    "4-powers-赋权事项清单.xlsx": powers,
}
"""File name → its maker. The part between the dashes is the ledger it is imported into, in this order."""


def main(arguments: list[str]) -> int:
    """Write the samples, or with `--check` say which are not what this script makes."""
    stale = []
    for name, make in FILES.items():
        path, data = SAMPLES / name, make()
        if "--check" in arguments:
            if not path.exists() or path.read_bytes() != data:
                stale.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if stale:
        print("stale: " + ", ".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
