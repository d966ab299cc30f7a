"""The limits that our times are divided by, each a cold process: `python -m tests.benchmarks.limits NAME …`.

Each prints its own seconds: from the first line of the module, so that the interpreter's start is in neither side's
figure, or from the start of the process where whole processes are compared (`bench.cold`).
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import cast

from tests.benchmarks.bench import moment_of_start

START = moment_of_start()


def expat(file: str) -> None:
    """Parse the sheets and the shared strings with expat and do nothing with them."""
    import zipfile
    from xml.parsers import expat as parser

    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet") or name == "xl/sharedStrings.xml":
                parser.ParserCreate().Parse(archive.read(name), True)


def bare_import(file: str, database: str, count: str) -> None:
    """Do what no import can do without: parse the file, and insert as many rows on SQLCipher, with nothing else."""
    import sqlcipher3.dbapi2 as sqlcipher
    from tests.benchmarks.made_rows import COLUMNS, rows

    expat(file)
    waited = time.perf_counter()
    values = [tuple(str(value) for value in row) for row in rows(int(count))]
    global START  # noqa: PLW0603 - making the rows is not part of the limit
    START += time.perf_counter() - waited
    connection = sqlcipher.connect(database, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{'ab' * 48}'\"")
    connection.execute("PRAGMA cipher_compatibility = 4")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    names = ", ".join(f"c{index}" for index in range(len(COLUMNS)))
    connection.execute(f"CREATE TABLE t (id INTEGER PRIMARY KEY, {names})")
    connection.execute("BEGIN IMMEDIATE")
    marks = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"INSERT INTO t ({names}) VALUES ({marks})", values)  # noqa: S608 - our own names
    connection.execute("COMMIT")
    connection.close()


def bare_commits(database: str, count: str) -> None:
    """Update one row and commit, `count` times, on SQLCipher; prints the median seconds of one."""
    import sqlcipher3.dbapi2 as sqlcipher

    connection = sqlcipher.connect(database, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{'ab' * 48}'\"")
    connection.execute("PRAGMA cipher_compatibility = 4")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, name TEXT, note TEXT)")
    connection.executemany("INSERT INTO t (name, note) VALUES (?, ?)", [("王伟", "备注")] * 100)
    taken = []
    for index in range(int(count)):
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE t SET note = ? WHERE id = ?", (f"备注 {index}", index % 100 + 1))
        connection.execute("COMMIT")
        taken.append(time.perf_counter() - start)
    connection.close()
    sys.stdout.write(f"{statistics.median(taken)}\n")


def bare_canvas(font: str, out: str, count: str) -> None:
    """Draw rows of eight columns with reportlab's canvas: strings, a grid, a header on each page."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from tests.benchmarks.made_rows import COLUMNS, PRINTED, rows

    chosen = PRINTED
    widths = (60, 70, 120, 36, 140, 90, 110, 90)
    waited = time.perf_counter()
    data = [[str(row[index]) for index in chosen] for row in rows(int(count))]
    global START  # noqa: PLW0603 - making the rows is not part of the limit
    START += time.perf_counter() - waited
    pdfmetrics.registerFont(TTFont("F", font))
    width, height = landscape(A4)
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1, initialFontName="F")
    step, per_page = 18, 24
    lefts = [40]
    for each in widths:
        lefts.append(lefts[-1] + each)
    for page, start in enumerate(range(0, len(data), per_page), start=1):
        canvas.setFont("F", 16)
        canvas.drawCentredString(width / 2, height - 40, "行政执法人员名册")
        canvas.setFont("F", 9)
        top = height - 60
        chunk = [[COLUMNS[index] for index in chosen], *data[start : start + per_page]]
        for line, row in enumerate(chunk):
            for left, text in zip(lefts, row, strict=False):
                canvas.drawString(left + 3, top - line * step - 13, text)
        canvas.grid(lefts, [top - line * step for line in range(len(chunk) + 1)])
        canvas.drawCentredString(width / 2, 20, f"第 {page} 页")
        canvas.showPage()
    canvas.save()


def bare_workbook(out: str, count: str) -> None:
    """Write styled rows of eight columns with openpyxl's write-only mode."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Border, Font, Side
    from tests.benchmarks.made_rows import COLUMNS, PRINTED, rows

    chosen = PRINTED
    waited = time.perf_counter()
    data = cast("list[list[str]]", [[row[index] for index in chosen] for row in rows(int(count))])  # or dates
    global START  # noqa: PLW0603 - making the rows is not part of the limit
    START += time.perf_counter() - waited
    book = Workbook(write_only=True)
    sheet = book.create_sheet("人员")
    font, side = Font(name="宋体", size=10), Side(style="thin")
    border = Border(left=side, right=side, top=side, bottom=side)
    header = [COLUMNS[index] for index in chosen]
    for row in (header, *data):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)
            cell.font, cell.border = font, border
            cells.append(cell)
        sheet.append(cells)
    book.save(out)


def copy_and_hash(source: str, target: str) -> None:
    """Copy a file with one fsync and hash it with SHA-256."""
    import hashlib
    import os

    digest = hashlib.sha256()
    with open(source, "rb") as reading, open(target, "wb") as writing:  # noqa: PTH123
        while block := reading.read(1 << 20):
            digest.update(block)
            writing.write(block)
        writing.flush()
        os.fsync(writing.fileno())


def only_hash(source: str) -> None:
    """Hash a file with SHA-256."""
    import hashlib

    with open(source, "rb") as reading:  # noqa: PTH123
        hashlib.file_digest(reading, "sha256")


LIMITS = {
    each.__name__: each for each in (expat, bare_import, bare_canvas, bare_workbook, copy_and_hash, only_hash)
}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    if name == "bare_commits":
        bare_commits(*arguments)
    else:
        LIMITS[name](*arguments)
        sys.stdout.write(f"{time.perf_counter() - START}\n")
