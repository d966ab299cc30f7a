"""Figures: the numbers of a report with the places where they stand, so that a stranger can compare them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report: `value` as printed, where it stands in the xlsx and in the PDF."""

    id: str  # "roster.officers"
    label: str  # the words before it on the page: "执法人员"
    value: str  # "36"
    sheet: str
    cell: str  # "C4"
    page: int  # counted from 1


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """One report as files. Equal input gives equal bytes."""

    name: str  # "roster"
    title: str
    pdf: bytes
    xlsx: bytes
    figures: tuple[Figure, ...]
    rows: int
