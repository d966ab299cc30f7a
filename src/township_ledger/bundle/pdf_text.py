"""The text layer of a PDF that came in a bundle; the one place of this room that knows pypdfium2.

Runs in the reader process on untrusted bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class BadPdf(Exception):
    """Bytes that are no readable PDF."""


def page_texts(untrusted: bytes, pages: Iterable[int]) -> dict[int, str]:
    """Return the text of the pages asked for (counted from 1), without white space; a page that is not there is out.

    Raises:
        BadPdf: the bytes are no readable PDF.
    """
    import pypdfium2

    texts: dict[int, str] = {}
    try:
        document = pypdfium2.PdfDocument(untrusted)
        try:
            count = len(document)
            for number in sorted(set(pages)):
                if number <= count:
                    page = document[number - 1]
                    layer = page.get_textpage()
                    texts[number] = "".join(str(layer.get_text_bounded()).split())
                    layer.close()
                    page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise BadPdf from error
    return texts
