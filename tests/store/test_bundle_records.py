from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bundle.made_home import Office, office

from township_ledger.domain.bundles import ChainHead
from township_ledger.domain.chain import FIRST_PREVIOUS, link_after

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, resources: Path) -> Iterator[Office]:
    made = office(tmp_path / "home", resources)
    yield made
    made.store.close()


def test_a_new_home_has_no_key_and_sent_nothing(home: Office) -> None:
    assert home.records.signing_key() is None
    assert home.records.sent() == []
    assert home.records.trusted() == []


def test_the_key_comes_back_as_it_was_kept(home: Office) -> None:
    made = home.make()
    kept = home.records.signing_key()
    assert kept is not None
    assert (kept.suite, kept.pkcs8, kept.spki, kept.certificate) == (
        made.key.suite,
        made.key.pkcs8,
        made.key.spki,
        made.key.certificate,
    )
    assert kept.made_at == made.key.made_at.replace(microsecond=0)
    assert "pkcs8" not in repr(kept)


def test_a_retired_key_is_not_in_force(home: Office) -> None:
    home.make()
    home.store.connection.execute("UPDATE signing_key SET retired_at = '2026-11-21'")
    assert home.records.signing_key() is None


def test_the_links_recompute_to_the_head(home: Office) -> None:
    home.edit()
    home.edit()
    head = home.records.head()
    link = FIRST_PREVIOUS
    for item in home.records.links(0, head.number):
        link = link_after(link, item.number, item.at, item.person, item.kind, bytes.fromhex(item.digest))
        assert home.records.link_at(item.number) == link.hex()
    assert head == ChainHead(3, link.hex(), "2026-11-20T09:00:00+00:00")
    assert [item.number for item in home.records.links(1, 2)] == [2]
    with pytest.raises(KeyError):
        home.records.link_at(99)
