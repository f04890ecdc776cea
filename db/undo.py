"""Undo of any action, from the journal alone: imports, merges and undos included.

Each change of the action is turned round, unless the record has moved on since: then it is a conflict, told field by
field, and nothing is done until the user says to leave those fields as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import String, Table, select
from sqlalchemy.orm import Session

from db import journal
from db.automatic import take_along
from db.conflicts import settle
from db.deletion import children_of, delete_with_children
from db.models import Action, Base, BulkCreation, Change
from db.reduction import unique_keys
from db.undo_plan import Conflict, UndoPlan
from db.vocabulary import ChangeKind


def undone_actions(session: Session) -> set[int]:
    """Ids of all actions of which an undo stands, itself not undone."""
    query = select(Action.undoes_id, Action.id).where(Action.undoes_id.is_not(None)).order_by(Action.id.desc())
    undone: set[int] = set()
    for target, undo in session.execute(query):  # newest first: whether an undo stands is known before it is needed
        if target is not None and undo not in undone:
            undone.add(target)
    return undone


def is_undone(session: Session, action_id: int) -> bool:
    """Whether an undo of the action stands, itself not undone."""
    return action_id in undone_actions(session)


def plan_undo(session: Session, action_id: int) -> UndoPlan:
    """What undoing the action would do now. Reads only."""
    plan = UndoPlan()
    for table, ids in _bulk_created(session, action_id):
        plan.delete.setdefault(table.name, []).extend(ids)
    for change in session.execute(select(*Change.__table__.c).where(Change.action_id == action_id)).all():
        _plan_record(plan, change)
    take_along(session, plan, action_id)
    settle(session, plan, action_id)
    return plan


def _plan_record(plan: UndoPlan, change: Any) -> None:
    table = Base.metadata.tables.get(change.table_name)
    if table is None or not set(fields := json.loads(change.fields)) <= set(table.c.keys()):
        plan.conflicts.append(Conflict(change.table_name, change.record_id, "", "not_kept"))  # of an older schema
    elif change.kind is ChangeKind.CHANGED:
        plan.change.setdefault(table.name, {})[change.record_id] = fields
    elif change.kind is ChangeKind.DELETED:
        olds = {name: journal.restored(table, name, old) for name, (old, _new) in fields.items()}
        plan.create.setdefault(table.name, []).append({"id": change.record_id, **olds})
    elif all("unjournalled" not in column.info for column in table.c):
        plan.delete.setdefault(table.name, []).append(change.record_id)
    # else: the bytes of an attachment stay, for the redo could not bring them back


def _bulk_created(session: Session, action_id: int) -> Iterator[tuple[Table, list[int]]]:
    for block in session.execute(select(*BulkCreation.__table__.c).where(BulkCreation.action_id == action_id)).all():
        table = journal.table_named(block.table_name)
        inside = journal.in_block(table, block.first_id, block.last_id)
        yield table, list(session.scalars(select(table.c.id).where(inside)))


def apply_undo(session: Session, plan: UndoPlan) -> None:
    """Do what the plan says, inside a write whose Doing names the undone action; what conflicts stays as it is.

    Rows that go make room for unique values that come back; foreign keys are only looked at by the commit.
    """
    ordered = Base.metadata.sorted_tables
    for table in reversed(ordered):
        journal.bulk_delete(session, table, plan.delete.get(table.name, []))
    for table in ordered:
        changes = plan.change.get(table.name, {})
        journal.bulk_change(session, table, _out_of_the_way(table, changes))
        journal.bulk_change(session, table, changes)
    for table in ordered:
        alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in plan.create.get(table.name, []):
            alike.setdefault(tuple(row), []).append(row)
        for rows in alike.values():
            journal.create_all(session, table, rows)


def _out_of_the_way(table: Table, changes: dict[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Values for between, so that two records can swap a unique value."""
    names = {key[0] for key in unique_keys(table) if len(key) == 1}
    between: dict[int, dict[str, Any]] = {}
    for record_id, news in changes.items() if len(changes) > 1 else ():
        for name in names & news.keys():
            column = table.c[name]
            if column.nullable:
                between.setdefault(record_id, {})[name] = None
            elif isinstance(column.type, String):
                between.setdefault(record_id, {})[name] = str(record_id)
    return between


__all__ = [
    "Conflict",
    "UndoPlan",
    "apply_undo",
    "children_of",
    "delete_with_children",
    "is_undone",
    "plan_undo",
    "undone_actions",
]
