"""The list of actions: ids of all of them at once, rows a page at a time, and what one of them changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Action, BulkCreation, Change
from db.queries.journal import ActionRow, still_kept
from db.undo import undone_actions
from db.vocabulary import ChangeKind


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field of one record of an action; `field` is empty where the record as such was created or deleted.

    `subject_id` is the customer it belongs to, None for none; `count` the records of a creation in bulk.
    """

    table: str
    record_id: int
    subject_id: int | None
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
    query = select(Action.id).where(Action.kind.endswith(".delete"), still_kept()).order_by(Action.id.desc())
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


def newest_action_id(session: Session) -> int | None:
    """The last thing that was done; None in a file that nobody has written in."""
    return session.scalar(select(Action.id).order_by(Action.id.desc()).limit(1))


def changed_fields(session: Session, action_id: int, *, limit: int = 1000) -> list[ChangedField]:
    """What an action did, field by field, at most `limit` records, customers first.

    Creations in bulk are one line for each table.
    """
    blocks = session.scalars(select(BulkCreation).where(BulkCreation.action_id == action_id)).all()
    sums: dict[str, int] = {}
    for block in blocks:
        sums[block.table_name] = sums.get(block.table_name, 0) + block.count
    lines = [ChangedField(name, 0, None, ChangeKind.CREATED, "", None, None, count) for name, count in sums.items()]
    customers_first = (Change.table_name != "customer").asc()
    query = select(Change).where(Change.action_id == action_id).order_by(customers_first, Change.id).limit(limit)
    for change in session.scalars(query):
        lines += _lines(change)
    return lines


def _lines(change: Change) -> list[ChangedField]:
    start = (change.table_name, change.record_id, change.subject_id, change.kind)
    if change.kind is not ChangeKind.CHANGED:
        return [ChangedField(*start, "", None, None)]
    return [ChangedField(*start, name, old, new) for name, (old, new) in json.loads(change.fields).items()]
