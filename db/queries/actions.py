"""The list of actions: ids of all of them at once, rows a page at a time, and what one of them changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Action, BulkCreation, Change, Customer
from db.queries.journal import ActionRow
from db.undo import undone_actions
from db.vocabulary import ChangeKind

NAMING_FIELDS = ("name", "value", "purpose", "product_name", "number", "label")


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field of one record of an action; `field` is empty where the record as such was created or deleted.

    `subject` is the name of the customer it belongs to, "" for none; `count` the records of a creation in bulk.
    """

    table: str
    record_id: int
    subject: str
    kind: ChangeKind
    field: str
    old: Any
    new: Any
    count: int = 1


def action_ids(session: Session) -> list[int]:
    """All actions, newest first."""
    return list(session.scalars(select(Action.id).order_by(Action.id.desc())))


def deletion_ids(session: Session) -> list[int]:
    """The recycle bin: actions that deleted and whose deletion still stands, newest first."""
    query = select(Action.id).where(Action.kind.endswith(".delete")).order_by(Action.id.desc())
    undone = undone_actions(session)
    return [one for one in session.scalars(query) if one not in undone]


def action_rows(session: Session, ids: Sequence[int]) -> list[ActionRow]:
    """The actions of these ids (at most some hundred), in any order."""
    chosen = Action.id.in_(ids)
    undone = undone_actions(session)
    single = _sums(session, select(Change.action_id, func.count()).where(Change.action_id.in_(ids)), Change)
    query = select(BulkCreation.action_id, func.sum(BulkCreation.count)).where(BulkCreation.action_id.in_(ids))
    bulk = _sums(session, query, BulkCreation)
    return [
        ActionRow(
            id=row.id,
            kind=row.kind,
            at=row.at,
            who=row.who,
            facts=json.loads(row.facts),
            undoes_id=row.undoes_id,
            undone=row.id in undone,
            records=single.get(row.id, 0) + bulk.get(row.id, 0),
        )
        for row in session.scalars(select(Action).where(chosen))
    ]


def _sums(session: Session, query: Any, table: type[Change] | type[BulkCreation]) -> dict[int, int]:
    return {row[0]: int(row[1] or 0) for row in session.execute(query.group_by(table.action_id))}


def first_action_at(session: Session) -> datetime | None:
    """When the file was begun: its oldest action; None in a file that nobody has written in."""
    return session.scalar(select(Action.at).order_by(Action.id).limit(1))


def changed_fields(session: Session, action_id: int, *, limit: int = 1000) -> list[ChangedField]:
    """What an action did, field by field, at most `limit` records; creations in bulk are one line for each table."""
    blocks = session.scalars(select(BulkCreation).where(BulkCreation.action_id == action_id)).all()
    sums: dict[str, int] = {}
    for block in blocks:
        sums[block.table_name] = sums.get(block.table_name, 0) + block.count
    lines = [ChangedField(name, 0, "", ChangeKind.CREATED, "", None, None, count) for name, count in sums.items()]
    changes = session.scalars(select(Change).where(Change.action_id == action_id).order_by(Change.id).limit(limit))
    found = list(changes)
    names = _subjects(session, found)
    for change in found:
        lines += _lines(change, names.get(change.subject_id or 0, ""))
    return lines


def _subjects(session: Session, changes: Sequence[Change]) -> dict[int, str]:
    """Names of the customers concerned; of one deleted since, what the journal says he was called."""
    wanted = sorted({change.subject_id for change in changes if change.subject_id is not None})
    names: dict[int, str] = {}
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        gone = select(Change).where(
            Change.table_name == "customer", Change.record_id.in_(part), Change.kind == ChangeKind.DELETED
        )
        for change in session.scalars(gone):
            names[change.record_id] = str(_called(change) or "")
        names |= {
            row[0]: row[1] for row in session.execute(select(Customer.id, Customer.name).where(Customer.id.in_(part)))
        }
    return names


def _called(change: Change) -> Any:
    """What a deleted record was called."""
    olds = {name: values[0] for name, values in json.loads(change.fields).items()}
    return next((olds[name] for name in NAMING_FIELDS if olds.get(name)), None)


def _lines(change: Change, subject: str) -> list[ChangedField]:
    start = (change.table_name, change.record_id, subject, change.kind)
    if change.kind is not ChangeKind.CHANGED:
        return [ChangedField(*start, "", _called(change), None)]
    return [ChangedField(*start, name, old, new) for name, (old, new) in json.loads(change.fields).items()]
