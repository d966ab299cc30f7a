"""The shipped pack is read, and a faulty one names its file and key."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from township_ledger import words
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.plans import parse_plan

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
format = 1
[plan]
id = "own-plan"
version = 2
title = "自订计划"
[training]
target_hours = 40.5
counted = ["甲", "乙"]
recorded_only = ["丙"]
source = "某文件二（一）2"
"""


def test_the_shipped_pack(resources: Path) -> None:
    file = resources / "plans" / "standing-duties" / "plan.toml"
    plan = parse_plan(file.read_text(encoding="utf-8"), file.name)
    assert (plan.id, plan.version, plan.title) == ("standing-duties", 1, "常设职责")
    assert plan.training.target_hours == 60
    assert plan.training.counted == ("公共法律知识", "业务知识", "执法技能")
    assert plan.training.counts("业务知识")
    assert plan.training.counts(None)
    assert not plan.training.counts("政治学习")
    assert plan.digest == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_target_may_be_a_decimal() -> None:
    assert parse_plan(GOOD, "plan.toml").training.target_hours == Decimal("40.5")


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("format = 1", "format = 2", "plan.format", "format"),
        ("format = 1", "format = true", "plan.wrong_type", "format"),
        ("format = 1", "", "plan.missing", "format"),
        ("[plan]", "[[plan]]", "plan.wrong_type", "plan"),
        ("[plan]", "[plans]", "plan.unknown_key", "plans"),
        ("[training]\n", "[plan.x]\n", "plan.unknown_key", "plan.x"),
        ('id = "own-plan"', 'id = "Own"', "plan.name", "plan.id"),
        ('id = "own-plan"', 'id = " "', "plan.missing", "plan.id"),
        ("version = 2", "version = 0", "plan.wrong_type", "plan.version"),
        ("version = 2", 'version = "2"', "plan.wrong_type", "plan.version"),
        ('title = "自订计划"', "", "plan.missing", "plan.title"),
        ('title = "自订计划"', 'title = "自订计划"\nowner = "x"', "plan.unknown_key", "plan.owner"),
        ("target_hours = 40.5", "target_hours = 0", "plan.hours", "training.target_hours"),
        ("target_hours = 40.5", "target_hours = nan", "plan.hours", "training.target_hours"),
        ("target_hours = 40.5", "target_hours = 1001", "plan.hours", "training.target_hours"),
        ("target_hours = 40.5", "target_hours = true", "plan.wrong_type", "training.target_hours"),
        ("target_hours = 40.5", "", "plan.missing", "training.target_hours"),
        ('counted = ["甲", "乙"]', 'counted = ["甲", 1]', "plan.wrong_type", "training.counted"),
        ('counted = ["甲", "乙"]', 'counted = "甲"', "plan.wrong_type", "training.counted"),
        ('recorded_only = ["丙"]', 'recorded_only = ["甲"]', "plan.contradiction", "training.recorded_only"),
        (
            'recorded_only = ["丙"]',
            'recorded_only = ["未分类"]',
            "plan.contradiction",
            "training.recorded_only",
        ),
    ],
)
def test_a_faulty_pack_names_file_and_key(old: str, new: str, code: str, key: str) -> None:
    with pytest.raises(WorldFault) as caught:
        parse_plan(GOOD.replace(old, new, 1), "plan.toml")
    assert (caught.value.code, caught.value.params["file"], caught.value.params["key"]) == (
        code,
        "plan.toml",
        key,
    )
    assert "plan.toml" in words.explain(caught.value)


def test_a_pack_without_training_asks_nothing_and_is_refused() -> None:
    with pytest.raises(WorldFault) as caught:
        parse_plan(GOOD.partition("[training]")[0], "plan.toml")
    assert caught.value.params["key"] == "training"


@pytest.mark.parametrize(("text", "line"), [("format = 1\nid = \n", 2), ("[", 1)])
def test_a_toml_error_names_the_line(text: str, line: int) -> None:
    with pytest.raises(WorldFault) as caught:
        parse_plan(text, "plan.toml")
    assert caught.value.code == "plan.toml"
    assert caught.value.params["line"] == line
    assert f"第 {line} 行" in words.explain(caught.value)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(WorldFault) as caught:
        parse_plan("x = " + "[" * 5000 + "]" * 5000, "plan.toml")
    assert words.explain(caught.value)
