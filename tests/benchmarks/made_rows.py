"""Invented rosters of any size: 20 columns, no real person, the same rows for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = (
    "姓名", "人员类别", "身份证号", "性别", "出生日期", "所在机构", "职务", "编制性质", "民族", "政治面貌", "学历",
    "联系电话", "进入执法岗位日期", "执法证号", "发证机关", "发证日期", "有效期至", "登记状态", "执法领域", "备注",
)  # fmt: skip
PRINTED = (0, 1, 2, 3, 5, 6, 13, 16)
"""The eight columns that stand in a printed table: name, type, ID number, sex, unit, post, certificate, valid to."""
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文玉兰红春梅波鹏飞宇浩欣怡子轩"
_DAYS, _AREAS = 13_000, 29
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def id_number(area: str, birth: date, serial: int) -> str:
    """Return an 18-digit ID number with a right check digit (GB 11643)."""
    body = f"{area}{birth:%Y%m%d}{serial:03d}"
    return body + _CHECK[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def rows(count: int, seed: int = 7) -> Iterator[list[str | date]]:
    """Yield `count` rows under `COLUMNS`."""
    chance = random.Random(seed)  # noqa: S311  (invented data, not a secret)
    for index in range(count):
        # day, area and serial number together are another one for every row up to a million and more
        birth = date(1966, 1, 1) + timedelta(days=index * 7919 % _DAYS)
        area, again = index // _DAYS % _AREAS + 1, index // (_DAYS * _AREAS)
        issued = date(2022, 1, 1) + timedelta(days=chance.randrange(1500))
        name = chance.choice(_SURNAMES) + "".join(
            chance.choice(_GIVEN) for _ in range(chance.choice((1, 2, 2)))
        )
        yield [
            name,
            chance.choice(("执法人员", "执法人员", "执法人员", "辅助人员")),
            id_number(f"3407{area:02d}", birth, (index + again * 37) % 1000),
            chance.choice("男女"),
            birth,
            chance.choice(
                ("综合行政执法队", "应急管理办公室", "农业综合服务中心", "村镇建设办公室", "司法所")
            ),
            chance.choice(("队长", "副队长", "执法队员", "一级科员", "四级主任科员")),
            chance.choice(("行政", "事业", "编外")),
            chance.choice(("汉族", "汉族", "回族", "畲族")),
            chance.choice(("中共党员", "共青团员", "群众")),
            chance.choice(("大学本科", "大学专科", "研究生")),
            f"13{chance.randrange(10**9):09d}",
            issued - timedelta(days=chance.randrange(2000)),
            f"12{index:09d}",
            "安徽省人民政府",
            issued,
            issued.replace(year=issued.year + 5, day=min(issued.day, 28)),
            "有效",
            chance.choice(("城管", "应急", "农业", "城管 应急")),
            chance.choice(("", "", "借调", "2024 年新入职")),
        ]


def write_xlsx(path: Path, count: int, *, hidden: bool = False) -> None:
    """Write the roster as a workbook with real dates; with `hidden`, some rows are hidden and some cells formulas."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("花名册")
    sheet.write_row(0, 0, COLUMNS)
    for number, row in enumerate(rows(count), start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value)
            else:
                sheet.write_string(number, column, value)
        if hidden and number % 50 == 0:
            sheet.set_row(number, None, None, {"hidden": True})
            sheet.write_formula(number, 19, '="备注"&1', None, "备注1")
    book.close()
