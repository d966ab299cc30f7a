"""Lamps: how urgent a thing is. On screen and paper they differ by shape as well as by colour."""

from __future__ import annotations

from enum import StrEnum


class Lamp(StrEnum):
    """绿 circle, 黄 triangle, 红 square, 灰 ring."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"

    @property
    def urgency(self) -> int:
        """0 for the most urgent."""
        return (Lamp.RED, Lamp.YELLOW, Lamp.GREY, Lamp.GREEN).index(self)
