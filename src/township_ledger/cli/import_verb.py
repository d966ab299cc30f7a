"""The verb import: a preview, and with `--apply` the writing of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from township_ledger import words
from township_ledger.cli.ledger_verbs import ledger_of
from township_ledger.cli.output import FOUND_FAULTS, GOOD
from township_ledger.cli.tools import ImportOrder
from township_ledger.usecases.import_json import summary_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from township_ledger.cli.main import Call
    from township_ledger.cli.output import Json
    from township_ledger.domain.imports import ImportSummary


def _json(summary: ImportSummary) -> Json:
    """Return the summary with all its findings, and with its notes in words."""
    notes = [{"code": code, "words": words.sentence(code, **params)} for code, params in summary.notes]
    return summary_json(summary, len(summary.findings)) | {"notes": notes}


def _lines(summary: ImportSummary) -> Iterator[str]:
    for code, params in summary.notes:
        yield words.sentence(code, **params)
    findings = (f"{each.cell}\t{words.sentence(each.code, **each.params)}" for each in summary.findings)
    yield from dict.fromkeys(findings)  # a range split in two columns is told once


def import_(call: Call) -> int:
    """Read a sheet and say what would become of each row; write it when asked to."""
    args = call.args
    rejects: Path | None = args.rejects.absolute() if args.rejects else None
    order = ImportOrder(args.ledger, args.file.absolute(), args.sheet, args.skip_hidden, args.apply, rejects)
    with call.open(write=args.apply) as home:
        ledger_of(home, args.ledger)
        summary, rejected = home.import_sheet(order, call.output)
        titles = {name: ledger.title for name, ledger in home.store.ledgers().items()}
    counts = summary.counts
    if rejects is not None and rejected is not None:
        call.output.say("cli.rejects", file=rejects.name, rows=rejected)
    call.output.say("cli.imported" if args.apply else "cli.previewed", **asdict(counts))
    for name, fed in summary.by_ledger.items():
        if name != summary.ledger:
            call.output.say("cli.counted_in", ledger=titles[name], **asdict(fed))
    call.output.result(_json(summary), _lines(summary))
    left_out = any(each.rejected or each.doubtful for each in (counts, *summary.by_ledger.values()))
    return FOUND_FAULTS if left_out else GOOD
