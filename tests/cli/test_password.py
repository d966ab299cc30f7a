"""The password comes from the environment, once, or from a prompt."""

from __future__ import annotations

import getpass
import os
import sys

import pytest

from township_ledger.cli.password import VARIABLE, Password
from township_ledger.domain.faults import WorldFault


class _Keyboard:
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What will be typed at the prompts, in order."""
    answers: list[str] = []
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", _Keyboard())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: answers.pop(0))
    return answers


def test_the_variable_is_read_once_and_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "示例-密码-2026")
    password = Password()
    assert VARIABLE not in os.environ
    assert password.known() == password.new() == "示例-密码-2026"


def test_a_prompt_asks_once_for_an_old_and_twice_for_a_new_one(typed: list[str]) -> None:
    typed[:] = ["one", "two", "two"]
    assert Password().known() == "one"
    assert Password().new() == "two"
    assert typed == []


def test_two_different_answers_are_not_taken(typed: list[str]) -> None:
    typed[:] = ["one", "other"]
    with pytest.raises(WorldFault) as caught:
        Password().new()
    assert caught.value.code == "cli.not_the_same"


def test_where_nobody_can_be_asked_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(WorldFault) as caught:
        Password().known()
    assert caught.value.code == "cli.no_password"
