"""What the file has become since an action: every piece of its undo that no longer fits is taken out and told.

What is left can be done at once without breaking a reference or a unique value (db/reduction.py).
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db import journal
from db.automatic import moved_on
from db.models import Action, Change
from db.reduction import Reduction
from db.undo_plan import AUTOMATIC, Conflict, UndoPlan


def settle(session: Session, plan: UndoPlan, action_id: int) -> None:
    """Reduce `plan`, whose changes come as the journal has them ({field: [old, new]}), to what can be done now."""
    made = {name: set(ids) for name, ids in plan.delete.items()}
    for name, ids in plan.delete.items():
        plan.delete[name] = _unchanged(session, plan, name, ids, action_id)
    for name, changes in plan.change.items():
        plan.change[name] = _still_so(session, plan, journal.table_named(name), changes, action_id)
    for name, rows in plan.create.items():
        plan.create[name] = _absent(session, plan, journal.table_named(name), rows)
    Reduction(session, plan, made).run()


def _unchanged(session: Session, plan: UndoPlan, name: str, ids: list[int], action_id: int) -> list[int]:
    """Those of the records the action made that are still as it made them; what is deleted since needs nothing."""
    table = journal.table_named(name)
    firsts = _first_values(session, name, ids, action_id)
    there: list[int] = []
    for row in journal.rows_by_id(session, table, ids):
        record_id = row._mapping["id"]
        conflicts = [
            Conflict(name, record_id, column, "changed_since", old, found)
            for column, old in firsts.get(record_id, {}).items()
            if column in table.c and old != (found := journal.kept(table, column, row._mapping[column]))
        ]
        plan.conflicts += conflicts
        if not conflicts:
            there.append(record_id)
    return there


def _first_values(session: Session, name: str, ids: list[int], action_id: int) -> dict[int, dict[str, Any]]:
    """{record: {field: its value right after the action}} of all fields that somebody changed later."""
    firsts: dict[int, dict[str, Any]] = {}
    for chunk in journal.chunks(ids):
        query = select(Change.record_id, Change.fields).where(
            Change.table_name == name, Change.record_id.in_(chunk), Change.action_id > action_id
        )
        query = query.join(Action, Action.id == Change.action_id).where(Action.kind.not_in(AUTOMATIC))
        for record_id, fields in session.execute(query.order_by(Change.action_id)):
            for column, (old, _new) in json.loads(fields).items():
                firsts.setdefault(record_id, {}).setdefault(column, old)
    return firsts


def _still_so(
    session: Session, plan: UndoPlan, table: Table, changes: dict[int, dict[str, Any]], action_id: int
) -> dict[int, dict[str, Any]]:
    """{record: {field: value to set back}} where the record still has what the action gave it."""
    rows = {row._mapping["id"]: row._mapping for row in journal.rows_by_id(session, table, list(changes))}
    since = moved_on(session, table, list(changes), action_id)
    back: dict[int, dict[str, Any]] = {}
    for record_id, fields in changes.items():
        if record_id not in rows:
            plan.conflicts.append(Conflict(table.name, record_id, "", "gone"))
            continue
        for name, (old, new) in fields.items():
            found = journal.kept(table, name, rows[record_id][name])
            if old is None and new is None:
                plan.conflicts.append(Conflict(table.name, record_id, name, "not_kept"))
            elif found not in (new, since.get((record_id, name), {}).get(new, new)):
                plan.conflicts.append(Conflict(table.name, record_id, name, "changed_since", new, found))
            else:
                back.setdefault(record_id, {})[name] = journal.restored(table, name, old)
    return back


def _absent(session: Session, plan: UndoPlan, table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the deleted records that are not there again and can be made from what the journal kept."""
    lacking = [column.name for column in table.c if "unjournalled" in column.info and not column.nullable]
    there = {row._mapping["id"] for row in journal.rows_by_id(session, table, [row["id"] for row in rows])}
    for row in rows:
        if row["id"] in there:
            plan.conflicts.append(Conflict(table.name, row["id"], "id", "taken", found=row["id"]))
        elif lacking:
            plan.conflicts.append(Conflict(table.name, row["id"], lacking[0], "not_kept"))
    return [] if lacking else [row for row in rows if row["id"] not in there]
