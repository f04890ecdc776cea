"""Undo of any action, from the journal alone: imports, merges and undos included.

Each change of the action is turned round, unless the record has moved on since: then it is a conflict, told field by
field, and nothing is done until the user says to leave those fields as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from db import journal
from db.keys import NODE_MASK, NODE_SHIFT, node_of
from db.models import Action, Base, BulkCreation, Change
from db.vocabulary import ChangeKind


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why one piece cannot be turned round.

    `reason`: "changed_since" (of `field`: expected the journal's new value, found another), "gone" (the record was
    deleted since), "in_use" (another record made since points at it: `field` is that table), "taken" (a unique value
    is used by another record), "parent_gone" (what it belonged to is deleted), "not_kept" (the journal holds no value).
    """

    table: str
    record_id: int
    field: str
    reason: str
    expected: Any = None
    found: Any = None


@dataclass(slots=True)
class UndoPlan:
    """What an undo would do: records to delete, to bring back and to set back, and what stands against it."""

    delete: dict[str, list[int]] = field(default_factory=dict)
    create: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    change: dict[str, dict[int, dict[str, Any]]] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    def size(self) -> int:
        """Records that would be touched."""
        return sum(map(len, self.delete.values())) + sum(map(len, self.create.values())) + self._changes()

    def _changes(self) -> int:
        return sum(map(len, self.change.values()))


def is_undone(session: Session, action_id: int) -> bool:
    """Whether an undo of the action stands, itself not undone."""
    undos = session.scalars(select(Action.id).where(Action.undoes_id == action_id)).all()
    return any(not is_undone(session, one) for one in undos)


def plan_undo(session: Session, action_id: int) -> UndoPlan:
    """What undoing the action would do now. Reads only."""
    plan = UndoPlan()
    for table, ids in _bulk_created(session, action_id):
        plan.delete.setdefault(table.name, []).extend(ids)
    for change in session.execute(select(*Change.__table__.c).where(Change.action_id == action_id)).all():
        table = journal.table_named(change.table_name)
        fields = json.loads(change.fields)
        if change.kind is ChangeKind.CREATED:
            plan.delete.setdefault(table.name, []).append(change.record_id)
        elif change.kind is ChangeKind.DELETED:
            olds = {name: journal.restored(table, name, old) for name, (old, _new) in fields.items()}
            plan.create.setdefault(table.name, []).append({"id": change.record_id, **olds})
        else:
            _plan_change(session, plan, table, change.record_id, fields)
    _check_deletes(session, plan, action_id)
    _check_creates(session, plan)
    return plan


def _bulk_created(session: Session, action_id: int) -> Iterator[tuple[Table, list[int]]]:
    for block in session.execute(select(*BulkCreation.__table__.c).where(BulkCreation.action_id == action_id)).all():
        table = journal.table_named(block.table_name)
        node = (table.c.id.op(">>")(NODE_SHIFT)).op("&")(NODE_MASK) == node_of(block.first_id)
        inside = table.c.id.between(block.first_id, block.last_id)
        yield table, list(session.scalars(select(table.c.id).where(inside, node)))


def _plan_change(session: Session, plan: UndoPlan, table: Table, record_id: int, fields: journal.Fields) -> None:
    row = session.execute(select(table).where(table.c.id == record_id)).mappings().first()
    if row is None:
        plan.conflicts.append(Conflict(table.name, record_id, "", "gone"))
        return
    for name, (old, new) in fields.items():
        found = journal.plain(row[name])
        if old is None and new is None:
            plan.conflicts.append(Conflict(table.name, record_id, name, "not_kept"))
        elif found != new:
            plan.conflicts.append(Conflict(table.name, record_id, name, "changed_since", new, found))
        else:
            target = plan.change.setdefault(table.name, {}).setdefault(record_id, {})
            target[name] = journal.restored(table, name, old)


def _check_deletes(session: Session, plan: UndoPlan, action_id: int) -> None:
    doomed = {name: set(ids) for name, ids in plan.delete.items()}
    for name, ids in plan.delete.items():
        blocked = _changed_later(session, plan, name, ids, action_id) | _pointed_at(session, plan, name, ids, doomed)
        plan.delete[name] = [one for one in ids if one not in blocked]
    # What a kept record points at must stay too.
    for table in reversed(Base.metadata.sorted_tables):
        kept = doomed.get(table.name, set()) - set(plan.delete.get(table.name, []))
        if kept:
            _keep_parents(session, plan, table, kept)


def _keep_parents(session: Session, plan: UndoPlan, table: Table, kept: set[int]) -> None:
    for key in table.foreign_keys:
        parents = set(plan.delete.get(key.column.table.name, []))
        if parents:
            used = set()
            for chunk in journal.chunks(sorted(kept)):
                used |= set(session.scalars(select(key.parent).where(table.c.id.in_(chunk))))
            plan.delete[key.column.table.name] = [one for one in parents if one not in used]


def _changed_later(session: Session, plan: UndoPlan, name: str, ids: list[int], action_id: int) -> set[int]:
    blocked: set[int] = set()
    for chunk in journal.chunks(ids):
        query = select(Change.record_id, Change.fields, Change.action_id).where(
            Change.table_name == name, Change.record_id.in_(chunk), Change.action_id > action_id
        )
        later: dict[int, dict[str, list[Any]]] = {}
        for record_id, fields, _action in session.execute(query.order_by(Change.action_id)):
            for column, (old, new) in json.loads(fields).items():
                later.setdefault(record_id, {}).setdefault(column, [old, new])[1] = new
        for record_id, columns in later.items():
            moved = {c: v for c, v in columns.items() if v[0] != v[1]}
            for column, (old, new) in moved.items():
                plan.conflicts.append(Conflict(name, record_id, column, "changed_since", old, new))
            if moved:
                blocked.add(record_id)
    return blocked


def _pointed_at(session: Session, plan: UndoPlan, name: str, ids: list[int], doomed: dict[str, set[int]]) -> set[int]:
    blocked: set[int] = set()
    for table, column in children_of(name):
        for chunk in journal.chunks(ids):
            for child, parent in session.execute(select(table.c.id, table.c[column]).where(table.c[column].in_(chunk))):
                if child not in doomed.get(table.name, ()):
                    plan.conflicts.append(Conflict(name, parent, table.name, "in_use", found=child))
                    blocked.add(parent)
    return blocked


def children_of(name: str) -> list[tuple[Table, str]]:
    """Every (table, column) that points at the table `name`, the journal's own left out."""
    return [
        (table, key.parent.name)
        for table in Base.metadata.sorted_tables
        if table.name not in journal.JOURNAL_TABLES
        for key in table.foreign_keys
        if key.column.table.name == name
    ]


def _check_creates(session: Session, plan: UndoPlan) -> None:
    coming = {name: {row["id"] for row in rows} for name, rows in plan.create.items()}
    for table in Base.metadata.sorted_tables:
        rows = plan.create.get(table.name, [])
        keep = []
        for row in rows:
            conflict = _against_create(session, table, row, coming)
            if conflict is None:
                keep.append(row)
            else:
                plan.conflicts.append(conflict)
                coming[table.name].discard(row["id"])
        if rows:
            plan.create[table.name] = keep


def _against_create(
    session: Session, table: Table, row: dict[str, Any], coming: dict[str, set[int]]
) -> Conflict | None:
    for column in table.c:
        value = row.get(column.name)
        if value is None or not (column.unique or column.primary_key):
            continue
        if session.scalar(select(func.count()).where(column == value)):
            return Conflict(table.name, row["id"], column.name, "taken", found=journal.plain(value))
    for key in table.foreign_keys:
        parent, target = row.get(key.parent.name), key.column.table
        if parent is None or parent in coming.get(target.name, ()):
            continue
        if not session.scalar(select(func.count()).where(target.c.id == parent)):
            return Conflict(table.name, row["id"], key.parent.name, "parent_gone")
    return None


def apply_undo(session: Session, plan: UndoPlan) -> None:
    """Do what the plan says, inside a write whose Doing names the undone action; what conflicts stays as it is."""
    ordered = Base.metadata.sorted_tables
    for table in ordered:
        for row in plan.create.get(table.name, []):
            journal.create(session, table, row)
        journal.bulk_change(session, table, plan.change.get(table.name, {}))
    for table in reversed(ordered):
        journal.bulk_delete(session, table, plan.delete.get(table.name, []))


def delete_with_children(session: Session, table: Table, ids: list[int]) -> dict[str, int]:
    """Delete records and all that belongs to them, found through the foreign keys; the journal keeps everything.

    Returns {table: number deleted}. Columns that may be empty and point at a deleted record are emptied instead.
    """
    doomed: dict[str, list[int]] = {table.name: list(ids)}
    for parent in Base.metadata.sorted_tables:
        for child, column in children_of(parent.name) if doomed.get(parent.name) else []:
            found: list[int] = []
            for chunk in journal.chunks(doomed[parent.name]):
                found += session.scalars(select(child.c.id).where(child.c[column].in_(chunk)))
            if _owned(child, column):
                known = set(doomed.get(child.name, ()))
                doomed.setdefault(child.name, []).extend(one for one in found if one not in known)
    for parent in Base.metadata.sorted_tables:
        for child, column in children_of(parent.name) if doomed.get(parent.name) else []:
            _loosen(session, child, column, doomed[parent.name], set(doomed.get(child.name, ())))
    for one in reversed(Base.metadata.sorted_tables):
        journal.bulk_delete(session, one, doomed.get(one.name, []))
    return {name: len(found) for name, found in doomed.items() if found}


def _owned(child: Table, column: str) -> bool:
    """Whether a record cannot be without the one it points at: the column may not be empty, or says so itself."""
    return not child.c[column].nullable or bool(child.c[column].info.get("owned"))


def _loosen(session: Session, child: Table, column: str, parents: list[int], doomed: set[int]) -> None:
    if _owned(child, column):
        return
    for chunk in journal.chunks(parents):
        found = [
            one for one in session.scalars(select(child.c.id).where(child.c[column].in_(chunk))) if one not in doomed
        ]
        journal.bulk_change(session, child, {one: {column: None} for one in found})
