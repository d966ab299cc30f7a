"""Pages of our own PDFs as pictures, for the window's preview before a bundle is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.usecases.progress import Progress

_SCALE = 1.6  # 115 dots per inch: sharp at 150 % of a screen, half a megabyte a page


def draw_pages(pdf: bytes, folder: Path, stem: str, most: int, progress: Progress) -> tuple[list[Path], int]:
    """Draw the first `most` pages as PNG files in `folder`; return their paths and how many pages there are.

    Raises:
        Cancelled: from `progress`; pages already drawn stay, the folder goes with its process.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    drawn: list[Path] = []
    try:
        total = len(document)
        for number in range(min(most, total)):
            progress.step("report.pdf", number, min(most, total))
            page = document[number]
            path = folder / f"{stem}-{number + 1}.png"
            page.render(scale=_SCALE).to_pil().save(path, format="PNG", compress_level=1)
            page.close()
            drawn.append(path)
    finally:
        document.close()
    return drawn, total
