"""Why a cell was refused, asked about or converted. The text of a number that names a person is never repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from township_ledger.domain.definitions import Column
    from township_ledger.domain.rows import Fault

SENTENCES: dict[str, str] = {
    # refused, kept as text
    "value.scientific": "表格把这个号码变成了科学计数，后面的位数已经丢了。先在原表把这一列设为文本，重填后再复制或导入。",
    "value.number_digits": "原表按数字存了这个号码，15 位以后已经不准。先在原表把这一列设为文本，重填后再复制或导入。",
    "value.error_cell": "“{text}”是原表公式的报错。在原表改好公式，或直接填值。",
    "value.id_length": "身份证号的位数不对，应为 18 位。对照身份证补全。",
    "value.id_shape": "身份证号里有数字和末位 X 以外的字符。对照身份证重填。",
    "value.id_birth": "身份证号里的出生日期不存在。对照身份证重填。",
    "value.id_check_digit": "身份证号的校验位不对。对照身份证重填；在这之前不用它来认人。",
    "value.certificate_shape": "“{text}”不像证号。填证件上的号码；没有证就留空。",
    "value.certificate_several": "一格里有几个证号。留一个，其余的在证件里各加一行。",
    "value.credit_shape": "统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。对照营业执照重填。",
    "value.credit_check_digit": "统一社会信用代码的校验位不对。对照营业执照重填。",
    "value.phone_shape": "电话号码应为 7 到 15 位数字。重填；分机写在备注里。",
    "value.phone_two": "一格里有两个电话号码。留一个，另一个写在备注里。",
    "value.date_incomplete": "“{text}”不是完整日期。写成 2027-06-30 这样的年月日。",
    "value.date_impossible": "“{text}”这一天不存在。对照原件重填。",
    "value.date_far": "“{text}”的年份不在 1900 到 2199 之间。对照原件重填。",
    "value.date_no_year": "“{text}”缺年份。写成 2027-06-30 这样的年月日。",
    "value.date_two_ways": "“{text}”可以读成两个日子。写成 2027-06-30 这样的年月日。",
    "value.date_range": "“{text}”是一段日期，这一列只收一天。把起止分到两列。",
    "value.date_shape": "“{text}”不是日期。写成 2027-06-30 这样的年月日。",
    "value.date_before": "“{text}”与同一行的另一个日期前后颠倒。核对两个日期后重填。",
    "value.month_incomplete": "“{text}”缺月份。写成 2027-06。",
    "value.month_shape": "“{text}”不是月份。写成 2027-06。",
    "value.month_ambiguous": "“{text}”可能是 1 月，也可能是 10 月。写成 2027-01 或 2027-10。",
    "value.moment_shape": "“{text}”不是日期和时刻。写成 2027-06-30 14:30。",
    "value.moment_incomplete": "“{text}”缺时刻。写成 2027-06-30 14:30。",
    "value.integer_shape": "“{text}”不是整数。只填数字。",
    "value.decimal_shape": "“{text}”不是数字。只填数字。",
    "value.not_number": "“{text}”不是数字。只填数字。",
    "value.money_shape": "“{text}”不是金额。写成 1200 或 0.12 万元。",
    "value.money_fen": "“{text}”不足一分。金额最多两位小数。",
    "value.hours_shape": "“{text}”不是学时。写成 8 或 8 学时。",
    "value.hours_range": "“{text}”不像学时。填 0 到 2000 之间的数。",
    "value.yes_no": "“{text}”读不出是或否。填 是 或 否。",
    "value.choice": "“{text}”不在这一列的选项里。从选项里选一个。",
    "value.choice_listed": "“{text}”不在选项里。写成其中之一：{choices}。",
    # asked about
    "value.id_truncated": "疑似被表格软件截断：末三位是 000，校验位不对。对照身份证把后三位补上。",
    "value.hours_days": "“{text}”是天数，还没有定一天算几个学时。改成学时，或先定折算办法。",
    "value.hours_words": "“{text}”是汉字写的学时。改成数字，例如 8。",
    # converted, shown
    "value.id_old": "15 位旧号，出生年按 19 开头计算。",
    "value.name_tidied": "姓名里的空格、换行和间隔号已理顺。",
    "value.name_bracket": "姓名后括号里的字已放进备注。",
    "value.date_serial": "“{text}”是表格的日期序号，已换成日期。",
    "value.date_time_cut": "只取“{text}”里的日期。",
    "value.month_of_date": "只取“{text}”里的月份。",
    "value.number_in_words": "“{text}”已换成数字。",
    "value.hours_from_days": "“{text}”已按一天折算的学时换算。",
    "value.money_unit": "“{text}”已换算成元。",
    # references
    "value.reference_unknown": "台账里没有“{text}”。先登记它，或从列表中选。",
    "value.reference_many": "台账里有几个“{text}”。写上身份证号或证号，或从列表中选。",
    "value.person_unknown": "人员台账里没有“{text}”。先登记此人，或核对姓名。",
    "value.person_many": "人员台账里有几位“{text}”。写上身份证号或证号来区分。",
}


def explain_refused(column: Column, fault: Fault) -> str:
    """Return why `column` refused a text, with the choices of a choice column named."""
    if fault.reason == "value.choice" and column.choices:
        return SENTENCES["value.choice_listed"].format(text=fault.text, choices="、".join(column.choices))
    return SENTENCES[fault.reason].format(text=fault.text)
