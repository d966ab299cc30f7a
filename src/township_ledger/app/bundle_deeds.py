"""Bundles and keys with their tools put together, for worker and command line alike."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from township_ledger import __version__
from township_ledger.app.definitions import plan
from township_ledger.app.reader_process import ReaderProcess
from township_ledger.domain.bundles import Gap, TrustedKey
from township_ledger.domain.faults import WorldFault
from township_ledger.domain.periods import parse_period
from township_ledger.domain.registration import registration_code
from township_ledger.usecases import make_bundle as making
from township_ledger.usecases import trust_keys
from township_ledger.usecases.deliver import check_target
from township_ledger.usecases.deliver import deliver as write_and_read_back
from township_ledger.usecases.verify_bundle import as_json, tell, verify_file
from township_ledger.usecases.waiting_bundle import gaps_of, waiting_bundle
from township_ledger.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from township_ledger.app.opened import OpenedHome
    from township_ledger.app.worker import Json
    from township_ledger.domain.bundles import SentBundle, StoredKey, Unit
    from township_ledger.domain.figures import RenderedReport
    from township_ledger.domain.verdicts import Outcome, Verdict
    from township_ledger.store.bundle_records import SqlBundleRecords
    from township_ledger.usecases.deliver import Delivered
    from township_ledger.usecases.ports import Clock
    from township_ledger.usecases.progress import Progress

_MOST_PEM_BYTES = 65_536


def records_of(home: OpenedHome) -> SqlBundleRecords:
    """Return what the home keeps about bundles and keys."""
    from township_ledger.store.bundle_records import SqlBundleRecords

    return SqlBundleRecords(home.store)


class _Bundling:
    """The tools of one bundle that need its order or its home."""

    def __init__(self, home: OpenedHome, order: making.BundleOrder, progress: Progress) -> None:
        self._home, self._order, self._progress = home, order, progress

    def reports(self, progress: Progress) -> Sequence[RenderedReport]:
        """Render the reports of the order."""
        from township_ledger.app.report_deeds import renderer
        from township_ledger.usecases.make_report import make_report

        order = self._order
        return [
            make_report(
                self._home.store,
                renderer(self._home),
                name,
                order.period.text,
                order.as_of,
                plan(),
                progress=progress,
            )
            for name in making.reports_of(self._home.store)
        ]

    def verify(self, path: Path, key: StoredKey, unit: Unit) -> Outcome:
        """Verify a file with this unit's own key as registered."""
        own = trust_keys.own_key(key, unit)
        return verify_file(path, [own], ReaderProcess(), self._home.clock, self._progress)

    def reads_back(self, wanted: Verdict, key: StoredKey, unit: Unit) -> Callable[[Path], bool]:
        """Return the check of a delivered file: it has the verdict that it had when it was made."""
        return lambda path: self.verify(path, key, unit).verdict is wanted


def bundle(home: OpenedHome, order: making.BundleOrder, out: Path, progress: Progress) -> Json:
    """Make the bundle of a period and deliver it into `out`."""
    from township_ledger.bundle.delivery import LocalDisk
    from township_ledger.bundle.packer import BundlePacker
    from township_ledger.store.outbox import FileOutbox
    from township_ledger.store.places import OUTBOX, SENT

    check_target(out, LocalDisk())  # before the bundle has its number
    records = records_of(home)
    waiting = waiting_bundle(order, home.store, records, __version__)
    if waiting is not None:
        return _deliver_waiting(home, waiting, out, progress)
    tools = _Bundling(home, order, progress)
    made = making.make_bundle(
        order,
        making.BundleTools(
            store=home.store, records=records, packer=BundlePacker(home.path / SENT),
            outbox=FileOutbox(home.path / OUTBOX), clock=home.clock, plan=plan(), program=__version__,
            reports=tools.reports, verify=tools.verify,
        ),
        progress,
    )  # fmt: skip
    unit = making.unit_of(home.store)
    check = tools.reads_back(made.outcome.verdict, made.key, unit)
    delivered = _delivered(home, made.path, made.sent.sequence, out, check, progress)
    return {
        "file": str(delivered.path),
        "sequence": made.sent.sequence,
        "digest": made.sent.payload_sha256,
        "read_back": True,
        "code": trust_keys.code_of(made.key),
        "period": made.sent.period,
        "as_of": made.sent.as_of,
        "gaps": [asdict(gap) for gap in made.gaps],
        "warnings": list(made.warnings),
        "words": sentence(delivered.code),
    }


def _deliver_waiting(home: OpenedHome, waiting: SentBundle, out: Path, progress: Progress) -> Json:
    """Deliver the bundle that has its number but never reached its place; the result is the one of `bundle`."""
    delivered = deliver(home, waiting.sequence, out, progress)
    key = records_of(home).signing_key()
    return {
        **delivered,
        "digest": waiting.payload_sha256,
        "code": trust_keys.code_of(key) if key else "",
        "period": waiting.period,
        "as_of": waiting.as_of,
        "gaps": gaps_of(waiting),
        "warnings": [sentence("bundle.waiting", sequence=waiting.sequence)],
    }


def _delivered(
    home: OpenedHome,
    source: Path,
    sequence: int,
    out: Path,
    check: Callable[[Path], bool],
    progress: Progress,
) -> Delivered:
    from township_ledger.bundle.delivery import LocalDisk

    delivered = write_and_read_back(source, out, LocalDisk(), check, progress)
    making.note_delivery(home.store, records_of(home), sequence, home.clock)
    return delivered


def deliver(home: OpenedHome, sequence: int, out: Path, progress: Progress) -> Json:
    """Deliver a bundle that was made before into another folder.

    Raises:
        WorldFault: `bundle.not_sent`, `bundle.sent_damaged` when the file kept at home is not the one that was sent,
            `drive.*`.
    """
    from township_ledger.store.places import SENT

    records = records_of(home)
    key = records.signing_key()
    sent = next((each for each in records.sent(10_000) if each.sequence == sequence), None)
    if sent is None or key is None:
        raise WorldFault("bundle.not_sent", sequence=sequence)
    source = home.path / SENT / sent.file_name
    unit = making.unit_of(home.store)
    order = making.BundleOrder(parse_period(sent.period), date.fromisoformat(sent.as_of))
    tools = _Bundling(home, order, progress)
    outcome = making.kept_outcome(sent, lambda: tools.verify(source, key, unit))
    delivered = _delivered(
        home, source, sequence, out, tools.reads_back(outcome.verdict, key, unit), progress
    )
    return {
        "file": str(delivered.path),
        "sequence": sequence,
        "read_back": True,
        "words": sentence(delivered.code),
    }


def gaps_from(items: Iterable[Json]) -> tuple[Gap, ...]:
    """Return the gaps that the window explained."""
    names = ("item", "what", "reason", "promised")
    return tuple(Gap(*(str(item.get(name) or "") for name in names)) for item in items)


def verify(
    files: Sequence[Path],
    trust: Iterable[TrustedKey],
    clock: Clock,
    progress: Progress,
    *,
    pems: Sequence[Path] = (),
    asking: Unit | None = None,
) -> list[Json]:
    """Return the verdict on each file in the shape of `verify --json`, with the file's path."""
    trusted, keys = list(trust), [_pem_bytes(path) for path in pems]
    verdicts = []
    for path in files:
        outcome = verify_file(path, trusted, ReaderProcess(), clock, progress, pems=keys, asking=asking)
        verdicts.append({"file": str(path), **as_json(tell(outcome))})
    return verdicts


def _pem_bytes(path: Path) -> bytes:
    """Return a certificate file's bytes unread: only the reader process parses them."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_PEM_BYTES + 1)
    except OSError as error:
        raise WorldFault("trust.not_certificate", file=path.name) from error
    if len(data) > _MOST_PEM_BYTES:
        raise WorldFault("trust.too_large", file=path.name)
    return data


def trusted_of(home: OpenedHome) -> list[TrustedKey]:
    """Return the registered keys, this unit's own among them."""
    records = records_of(home)
    key = records.signing_key()
    own = [] if key is None else [trust_keys.own_key(key, making.unit_of(home.store))]
    return [*records.trusted(), *own]


def read_key(path: Path, progress: Progress) -> TrustedKey:
    """Return the key of a certificate file, read in a process without key."""
    return trust_keys.read_key(path, ReaderProcess(), progress)


def look_at_key(path: Path, progress: Progress) -> Json:
    """Return the key of a certificate file, or of the one who marked a bundle, to be compared before it is pinned."""
    key = trust_keys.read_key(path, ReaderProcess(), progress)
    return {**asdict(key), "code": registration_code(key.key_sha256)}


def key_from(told: Json) -> TrustedKey:
    """Return the key that `look_at_key` told of, when the window asks to pin it."""
    return TrustedKey(str(told["key_sha256"]), str(told["pem"]), str(told["unit_name"]))


def pin_key(home: OpenedHome, key: TrustedKey, unit_name: str) -> Json:
    """Register another unit's key."""
    records = records_of(home)
    known = {each.key_sha256 for each in records.trusted()}
    added = trust_keys.add_trusted(key, unit_name, home.store, records, home.clock)
    mark = registration_code(added.key_sha256)
    code = "trust.already" if added.key_sha256 in known else "trust.added"
    return {**trust_keys.trusted_json(added), "words": sentence(code, unit=added.unit_name, mark=mark)}


def export_key(home: OpenedHome, folder: Path) -> Json:
    """Write this unit's certificate and its registration sheet."""
    from township_ledger.app.paths import resource
    from township_ledger.bundle.delivery import SmallFiles
    from township_ledger.bundle.packer import certificate_pem
    from township_ledger.reports.registration_sheet import RegistrationPage

    records = records_of(home)
    files = trust_keys.export_own_key(
        folder, home.store, records, certificate_pem, RegistrationPage(resource("fonts")), SmallFiles()
    )
    key = records.signing_key()
    code = trust_keys.code_of(key) if key is not None else ""
    return {"files": [str(file) for file in files], "code": code}
