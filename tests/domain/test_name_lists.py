"""Lists of names in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from township_ledger.domain.name_lists import split_names

_NAMES = st.lists(
    st.sampled_from(["王伟", "李娜", "欧阳娜娜", "阿依·买买提", "䶮㛃", "单雄信", "赵一"]),
    min_size=1,
    max_size=6,
    unique=True,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王伟、李娜，赵一；钱二", ("王伟", "李娜", "赵一", "钱二")),
        ("王伟 李娜　赵一", ("王伟", "李娜", "赵一")),
        ("王 伟 李娜", ("王伟", "李娜")),
        ("王 伟、李 娜", ("王伟", "李娜")),
        ("王 伟  李 娜", ("王伟", "李娜")),
        ("王伟\n李娜/赵一", ("王伟", "李娜", "赵一")),
        ("参训人员：王伟（代、组长）、李娜", ("王伟", "李娜")),
        ("1.王伟 2.李娜", ("王伟", "李娜")),
        ("①王伟②李娜", ("王伟②李娜",)),
        ("王伟、李娜共2人", ("王伟", "李娜")),
        ("John Smith", ("John Smith",)),
        ("王伟 和 李娜", ("王伟", "李娜")),
        ("王伟、共3人", ("王伟",)),
        ("", ()),
        ("、、", ()),
        ("（无）", ()),
    ],
)
def test_lists_are_split(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text).names == names


def test_repeated_names_and_others() -> None:
    found = split_names("王伟、李娜、王伟等36人")
    assert found.repeated == ("王伟",)
    assert found.more
    assert not split_names("王伟、李娜等2人").more
    assert split_names("王伟、李娜等").more
    assert split_names("王伟、李娜等二人").more


@given(_NAMES, st.sampled_from(["、", "，", ",", "；", " ", "\n", "/", "、 "]))
def test_names_come_back_whatever_divides_them(names: list[str], between: str) -> None:
    assert split_names(between.join(names)).names == tuple(names)


@given(st.text(max_size=40))
def test_no_text_breaks_the_splitting(text: str) -> None:
    assert all(split_names(text).names)
