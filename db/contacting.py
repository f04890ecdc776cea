"""When a customer was last contacted with effect, and since when its rep has it: kept by the Store at each write.

`contacted_on` is derived from the follow-ups, so that lists, 跟进频度 and recall compare columns. That a card was made
is no contact. `owner_since` is a column like any other, journalled and undone with the change of the rep.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from db import journal
from db.vocabulary import ChangeKind

if TYPE_CHECKING:
    from db.recorder import Recorder

DECIDING = frozenset({"customer_id", "state", "effective", "done_on"})  # of a follow-up
SINCE = "owner_since"
_CHUNK = 500


def keep_contacts(connection: Connection, recorder: Recorder) -> None:
    """Derive again what the recorded changes of follow-ups touch."""
    found: set[int] = set()
    for touched in recorder.records.get("follow_up", {}).values():
        if touched.kind is ChangeKind.CHANGED and not touched.remade and not DECIDING & touched.fields.keys():
            continue
        before = touched.fields.get("customer_id", [None])[0]
        found |= {one for one in (touched.subject_id, before) if one is not None}
    for ids in recorder.bulk.get("follow_up", []):
        if ids:
            sql = text("SELECT DISTINCT customer_id FROM follow_up WHERE id BETWEEN :first AND :last")
            found |= set(connection.scalars(sql, {"first": ids[0], "last": ids[-1]}))
    contacted(connection, found)


def contacted(connection: Connection, customer_ids: Iterable[int]) -> None:
    """Write the day of the last effective contact of these customers anew."""
    for chunk in _chunks(sorted(customer_ids)):
        marks = ",".join(str(int(one)) for one in chunk)
        connection.exec_driver_sql(
            "UPDATE customer SET contacted_on = (SELECT max(done_on) FROM follow_up WHERE customer_id = customer.id "
            f"AND state = 'done' AND effective = TRUE) WHERE id IN ({marks})"
        )


def keep_owner_since(session: Session, recorder: Recorder, today: date) -> None:
    """Note since when customers are with their rep: those whose rep changed in this action, from `today`.

    Where the action said the day itself, as an undo does, it stays.
    """
    changes: dict[int, dict[str, Any]] = {}
    made: list[int] = []
    for one, touched in recorder.records.get("customer", {}).items():
        if touched.kind is ChangeKind.CREATED:
            made.append(one)
        elif "owner_id" in touched.fields and touched.kind is ChangeKind.CHANGED and SINCE not in touched.fields:
            changes[one] = {SINCE: today if touched.fields["owner_id"][1] is not None else None}
    if changes:
        journal.bulk_change(session, journal.table_named("customer"), changes)
    connection = session.connection()
    fresh = "UPDATE customer SET owner_since = ? WHERE owner_id IS NOT NULL AND owner_since IS NULL AND"
    for chunk in _chunks(made):  # the values of a new row are in the row: nothing to journal
        marks = ",".join(str(int(one)) for one in chunk)
        connection.exec_driver_sql(f"{fresh} id IN ({marks})", (today.isoformat(),))
    for ids in recorder.bulk.get("customer", []):
        if ids:
            connection.exec_driver_sql(f"{fresh} id BETWEEN ? AND ?", (today.isoformat(), ids[0], ids[-1]))


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
