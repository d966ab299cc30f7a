"""The log holds codes and counts, and no number of a person."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from township_ledger.app import logs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[logging.Handler]:
    made = logs.open_log(tmp_path / "logs", "cli")
    assert made is not None
    yield made
    logging.getLogger().removeHandler(made)
    made.close()


@pytest.mark.parametrize(
    "number", ["34079919900101001X", "340799199001010018", "340799900101001", "19900000001"]
)
def test_numbers_of_persons_never_reach_the_file(
    handler: logging.Handler, tmp_path: Path, number: str
) -> None:
    logging.getLogger("store").info("row %s of %d", number, 7)
    text = (tmp_path / "logs" / "cli.log").read_text("utf-8")
    assert number not in text
    assert "row <number> of 7" in text


def test_the_text_of_an_exception_never_reaches_the_file(handler: logging.Handler, tmp_path: Path) -> None:
    try:
        raise ValueError("王伟 is not a number")  # noqa: TRY301 - the text is what must not be written
    except ValueError:
        logging.getLogger("store").info("import failed", exc_info=True)
    text = (tmp_path / "logs" / "cli.log").read_text("utf-8")
    assert "import failed" in text
    assert "王伟" not in text


def test_a_file_grown_too_large_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "cli.log").write_bytes(b"x" * (logs.LARGEST + 1))
    made = logs.open_log(tmp_path, "cli")
    assert made is not None
    logging.getLogger().removeHandler(made)
    made.close()
    assert (tmp_path / "cli.log.1").stat().st_size == logs.LARGEST + 1
    assert (tmp_path / "cli.log").stat().st_size == 0


def test_without_a_place_for_logs_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert logs.open_log(tmp_path / "file", "cli") is None
