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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张磊 刘洋、王秀英", ("张磊", "刘洋", "王秀英")),
        ("张磊 刘洋", ("张磊", "刘洋")),
        ("张磊 无名", ("张磊", "无名")),
        ("欧阳 明", ("欧阳明",)),
        ("欧阳 明、张 磊", ("欧阳明", "张磊")),
        ("张磊 无名、王秀英", ("张磊无名", "王秀英")),
        ("1.张磊 2.刘洋，王秀英 等3人", ("张磊", "刘洋", "王秀英")),
        ("王秀英、张磊 刘洋等3人", ("王秀英", "张磊", "刘洋")),
    ],
)
def test_the_roster_tells_what_a_single_space_means(text: str, names: tuple[str, ...]) -> None:
    roster = {"张磊", "刘洋", "王秀英", "欧阳明"}
    assert split_names(text, roster.__contains__).names == names


def test_others_behind_a_space() -> None:
    found = split_names("张磊、欧阳明 等4人")
    assert found == (("张磊", "欧阳明"), (), True)


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
