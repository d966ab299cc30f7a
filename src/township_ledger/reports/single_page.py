"""One A4 page drawn from the top down: the base of the registration sheet and of the recovery sheet.

Equal input gives equal bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

from township_ledger.reports.fonts import clean
from township_ledger.reports.line_breaks import break_lines

if TYPE_CHECKING:
    from township_ledger.reports.fonts import Chain, Fonts

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
SIDE = 72.0
ROOM = WIDTH - 2 * SIDE
BODY, LEADING = 12.0, 21.0
_TITLE = 22.0
_FIRST_LINE = 92.0  # below the upper edge


class _Canvas(Protocol):
    """What we use of reportlab's canvas, which is untyped."""

    def setFont(self, name: str, size: float) -> None: ...  # noqa: N802
    def drawString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def setLineWidth(self, width: float) -> None: ...  # noqa: N802
    def rect(self, x: float, y: float, width: float, height: float) -> None: ...
    def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
    def showPage(self) -> None: ...  # noqa: N802
    def save(self) -> None: ...


class SinglePage:
    """The page being drawn; `y` is where the next line goes."""

    def __init__(self, fonts: Fonts, title: str, author: str = "") -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.fonts = fonts
        self._out = io.BytesIO()
        canvas = Canvas(
            self._out,
            pagesize=(WIDTH, HEIGHT),
            invariant=1,
            initialFontName=fonts.body.name,
            initialFontSize=BODY,
            lang="zh-CN",
        )
        canvas.setTitle(title)
        if author:
            canvas.setAuthor(author)
        self.canvas: _Canvas = canvas
        self.y = HEIGHT - _FIRST_LINE
        self.centred(fonts.title, _TITLE, title, 0, WIDTH)

    def finish(self) -> bytes:
        """Return the page as PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()

    def text(self, chain: Chain, size: float, x: float, text: str) -> None:
        """Draw one line at `y`, from `x` on."""
        for name, piece in chain.runs(chain.substituted(clean(text))):
            self.canvas.setFont(name, size)
            self.canvas.drawString(x, self.y, piece)
            x += chain.width(piece) * size

    def centred(self, chain: Chain, size: float, text: str, left: float, width: float) -> None:
        """Draw one line at `y`, in the middle of a stretch."""
        self.text(chain, size, left + (width - chain.width(text) * size) / 2, text)

    def lines(self, text: str, room: float, size: float) -> list[str]:
        """Return the lines of a text of the body in a column."""
        return break_lines(clean(text), room / size, self.fonts.body.width)

    def paragraph(self, text: str, indent: float = 0.0, mark: str = "") -> None:
        """Draw a text over the width of the page and move below it; `mark` stands before its first line."""
        if mark:
            self.text(self.fonts.body, BODY, SIDE + indent - 22, mark)
        for line in self.lines(text, ROOM - indent, BODY):
            self.text(self.fonts.body, BODY, SIDE + indent, line)
            self.y -= LEADING
