"""The reader process from the parent's side: real processes, real files, and processes that misbehave."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date, datetime
from datetime import time as time_of_day
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from township_ledger.app.reader_process import ReaderProcess, reader_command
from township_ledger.domain.faults import Cancelled, WorldFault
from township_ledger.domain.sheets import RowChunk, SheetHead, SheetKind
from township_ledger.usecases.progress import Silent

if TYPE_CHECKING:
    from township_ledger.domain.readings import Raw
    from township_ledger.usecases.progress import Progress


def read(
    path: Path,
    *,
    reader: ReaderProcess | None = None,
    progress: Progress | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
) -> tuple[SheetHead, list[list[Raw]]]:
    rows: list[list[Raw]] = []
    with (reader or ReaderProcess()).open_sheet(
        path, sheet=sheet, encoding=encoding, progress=progress or Silent()
    ) as (head, chunks):
        for chunk in chunks:
            assert isinstance(chunk, RowChunk)
            rows.extend([] for _ in range(chunk.first - len(rows)))
            rows.extend(chunk.rows)
    return head, rows


def speaking(code: str) -> ReaderProcess:
    """A reader that runs `code` in place of ours."""
    return ReaderProcess([sys.executable, "-I", "-S", "-c", code], wall_seconds=2.0)


HEAD = (
    '{"head":{"kind":"csv","sheet":"","tabs":[],"rows":null,"date_1904":false,"encoding":"GBK","preview":[],'
    '"merged":[],"hidden_rows":[],"hidden_columns":[],"unstored":[],"errors":[],"comments":[],"notes":[]}}'
)


def test_a_text_file_through_a_real_process(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes("姓名,证号\n王伟,12010023\n".encode("gbk"))
    head, rows = read(path)
    assert (head.kind, head.encoding) == (SheetKind.CSV, "GBK")
    assert rows == [["姓名", "证号"], ["王伟", "12010023"]]


def test_typed_cells_survive_the_pipe(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "t.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("表")
    sheet.write_datetime(0, 0, datetime(2024, 6, 3), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
    sheet.write_datetime(
        0,
        1,
        datetime(2024, 6, 3, 9, 30),  # noqa: DTZ001
        book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )
    sheet.write_datetime(0, 2, time_of_day(8, 30), book.add_format({"num_format": "hh:mm"}))
    sheet.write_boolean(0, 3, True)
    sheet.write_number(0, 4, 8)
    sheet.write_number(0, 5, 1.6875, book.add_format({"num_format": "[h]:mm"}))
    book.close()
    _, rows = read(path)
    moment = datetime(2024, 6, 3, 9, 30)  # noqa: DTZ001 - sheets know no time zone
    assert rows == [[date(2024, 6, 3), moment, time_of_day(8, 30), True, 8.0, "40:30:00"]]
    assert [type(cell) for cell in rows[0]] == [date, datetime, time_of_day, bool, float, str]


def test_a_fault_keeps_its_code_and_parameters(tmp_path: Path) -> None:
    path = tmp_path / "宽.csv"
    path.write_text(",".join("x" * 300) + "\n", encoding="utf-8")
    with pytest.raises(WorldFault) as caught:
        read(path)
    assert caught.value.code == "file.too_many_columns_row"
    assert caught.value.params == {"row": 1, "limit": 256}


@pytest.mark.parametrize(
    "code",
    [
        "pass",  # ends without a word
        "import os; os.abort()",
        "print('no json')",
        "print('[]')",
        "print('{\"head\":{}}')",
        "import sys; sys.stdout.write('x' * 1000)",  # no line end
        'print(\'{"fault":{"code":"../x","params":{}}}\')',
        f"print('{HEAD}')",  # rows never end
        f"print('{HEAD}'); print('[0,[[{{}}]]]')",
        f"print('{HEAD}'); print('[0,[[[1]]]]')",
        f"print('{HEAD}'); print('[5,[[1]]]'); print('[4,[[1]]]')",
        f"print('{HEAD}'); print('[0,[[NaN]]]')",
        f"print('{HEAD}'); print('[0,[[1]]]'); print('{{\"end\":7}}')",
        f"print('{HEAD}'); print('[1048570,[' + ','.join(['[1]'] * 10) + ']]')",
        f"print('{HEAD}'); print('[0,[[' + ','.join('1' * 257) + ']]]')",
    ],
)
def test_a_reader_that_dies_or_talks_nonsense_is_unsafe(tmp_path: Path, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(WorldFault) as caught:
        read(path, reader=speaking(code))
    assert caught.value.code == "file.unsafe"


def test_a_silent_reader_is_ended_after_its_time(tmp_path: Path) -> None:
    begin = time.monotonic()
    reader = ReaderProcess(
        [sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"], wall_seconds=0.3
    )
    with pytest.raises(WorldFault, match=r"file\.unsafe"):
        read(tmp_path / "x", reader=reader)
    assert time.monotonic() - begin < 5


class Stopping:
    def __init__(self, after: int) -> None:
        self.left = after

    def step(self, what: str, done: int = 0, total: int | None = None) -> None:
        assert what == "stage.reading"
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_cancelling_ends_a_silent_reader_at_once(tmp_path: Path) -> None:
    begin = time.monotonic()
    reader = ReaderProcess([sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"])
    with pytest.raises(Cancelled):
        read(tmp_path / "x", reader=reader, progress=Stopping(2))
    assert time.monotonic() - begin < 5


def test_leaving_early_ends_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("王伟,1\n" * 200_000, encoding="utf-8")
    with ReaderProcess().open_sheet(path, progress=Silent()) as (_, chunks):
        assert len(next(chunks).rows) == 256
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # no child is left, not even a zombie


def test_the_environment_of_a_reader_holds_no_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOWNSHIP_LEDGER_PASSWORD", "geheim-1234")
    code = (
        "import os, json\n"
        "params = {'n': len([k for k in os.environ if 'LEDGER' in k]), 'cwd': os.getcwd()}\n"
        "print(json.dumps({'fault': {'code': 'file.empty', 'params': params}}))"
    )
    with pytest.raises(WorldFault) as caught:
        read(tmp_path / "x", reader=speaking(code))
    assert caught.value.params == {"n": 0, "cwd": str(Path(os.sep).resolve())}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_ends_when_the_pipe_of_its_parent_closes(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("王伟,1\n" * 400_000, encoding="utf-8")
    process = subprocess.Popen(
        reader_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f'{{"mode":"sheet","path":"{path}"}}\n'.encode())
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"head"')
    # nobody reads on: the reader is stuck in a write when its parent goes
    process.stdin.close()
    assert process.wait(timeout=5) == 1
    process.stdout.close()


def test_another_mode_answers_with_one_object(tmp_path: Path) -> None:
    reader = speaking('import sys; sys.stdin.readline(); print(\'{"answer":{"verdict":"pass"}}\')')
    assert reader.ask({"mode": "bundle"}, Silent()) == {"verdict": "pass"}
    with pytest.raises(WorldFault, match=r"file\.unsafe"):
        speaking("print('{\"answer\":[]}')").ask({"mode": "bundle"}, Silent())


@pytest.mark.skipif(sys.platform != "linux", reason="rlimits")
def test_a_reader_that_wants_too_much_memory_dies_alone(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path[:] = {[folder for folder in sys.path if folder]!r}\n"
        "from township_ledger.app.process_limits import Limits, limits_of\n"
        "limits_of(sys.platform).restrain(Limits())\n"
        "b = bytearray(2 * 1024 ** 3)"
    )
    with pytest.raises(WorldFault, match=r"file\.unsafe"):
        read(tmp_path / "x", reader=speaking(code))
