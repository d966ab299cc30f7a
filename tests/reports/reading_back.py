"""Reading our own PDFs back: the text layer of each page, and where a text stands.

Only for bytes that this program has just written; PDFs from outside belong into the reader process.
"""

from __future__ import annotations


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of every page, line ends as one character."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            layer = page.get_textpage()
            texts.append(layer.get_text_bounded().replace("\r\n", "\n"))
            layer.close()
            page.close()
        return texts
    finally:
        document.close()


def pages_with(pdf: bytes, text: str) -> list[int]:
    """Return the pages, counted from 1, whose text layer holds `text`; breaks of lines and spaces do not matter."""
    wanted = "".join(text.split())
    return [number for number, page in enumerate(page_texts(pdf), start=1) if wanted in "".join(page.split())]
