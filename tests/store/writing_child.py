"""A process that writes without pause until it is killed; it reports each committed operation on its stdout."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from tests.store.office import StandingClock, shipped_definitions

from township_ledger.domain.rows import Fault, OperationKind, Query
from township_ledger.store.keys import DatabaseKey
from township_ledger.store.opening import open_store
from township_ledger.store.transaction import new_uid
from township_ledger.usecases.bulk import ChangedRow, NewRow


def main(home: str, key: str, seed: str) -> None:
    chance = random.Random(int(seed))  # noqa: S311 - what to write, not a secret
    store = open_store(
        Path(home), DatabaseKey.from_hex(key), "王伟", StandingClock(), shipped_definitions(), write=True
    )
    columns = store.tables["people"].columns
    name = columns.index("name")
    while True:
        deed = chance.choice(["edit", "edit", "edit", "import", "undo", "retire"])
        rows = store.page(Query("people"), chance.randrange(max(1, store.count(Query("people")))), 40)
        number = None
        if deed == "import" or not rows:
            with store.transaction(OperationKind.IMPORT, job=new_uid()) as transaction:
                new = [
                    NewRow(
                        new_uid(),
                        tuple(
                            f"王{chance.random()}" if place == name else None for place in range(len(columns))
                        ),
                        {},
                        {"工号": "7"},
                    )
                    for _ in range(chance.randrange(100, 400))
                ]
                transaction.insert_many("people", new)
                transaction.update_many(
                    "people",
                    [
                        ChangedRow(row.uid, {"post": (row.faults.get("post", row.values["post"]), "队长")})
                        for row in rows
                        if row.values["post"] != "队长"
                    ],
                )
            number = transaction.number
        elif deed == "undo":
            newest = store.newest_undoable("王伟")
            number = store.undo(newest).operation if newest is not None else None
        else:
            with store.transaction(OperationKind.EDIT) as transaction:
                if deed == "retire":
                    transaction.retire("people", rows[0].uid)
                else:
                    transaction.update(
                        "people",
                        rows[0].uid,
                        {"name": f"李{chance.random()}"},
                        {"birth": Fault(str(chance.random()), "value.month_only")},
                    )
            number = transaction.number
        if number is not None:
            os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
