"""Who changed what: the history on a card, the list of actions, the recycle bin, and what undo would take back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from db.models import Action, BulkCreation, Change
from db.recorder import ERASED_TEXT
from db.undo import undone_actions
from db.undo_plan import AUTOMATIC
from db.vocabulary import ChangeKind

# What began the file: taking it back would leave nothing of it.
BEGINNINGS = frozenset({"file.new", "sample.load"})
# What took values away: the journal has nothing to bring back.
FOR_GOOD = frozenset({"privacy.erase", "bin.empty"})
NEVER_UNDONE = BEGINNINGS | FOR_GOOD | AUTOMATIC | {"privacy.export"}


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: `facts` is what its sentence needs; `undone` whether an undo of it stands."""

    id: int
    kind: str
    at: datetime
    who: str
    facts: dict[str, Any]
    undoes_id: int | None
    undone: bool
    records: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One line of a history: `field` is empty where the record itself was created or deleted."""

    action_id: int
    action_kind: str
    at: datetime
    who: str
    table: str
    record_id: int
    kind: ChangeKind
    field: str
    old: Any
    new: Any
    count: int = 1  # of records created together


def last_action(session: Session) -> ActionRow | None:
    """What Ctrl+Z would take back: the newest action that is no undo and not undone itself."""
    undone = undone_actions(session)
    query = select(Action.id).where(Action.undoes_id.is_(None), Action.kind.not_in(NEVER_UNDONE))
    query = query.order_by(Action.id.desc())
    newest = next((one for one in session.scalars(query.execution_options(yield_per=50)) if one not in undone), None)
    return None if newest is None else action(session, newest)


def actions(session: Session, *, limit: int = 500, kinds: Sequence[str] = ()) -> list[ActionRow]:
    """The newest actions."""
    query = select(Action).order_by(Action.id.desc()).limit(limit)
    if kinds:
        query = query.where(or_(*(Action.kind.startswith(kind) for kind in kinds)))
    return _rows(session, query)


def action(session: Session, action_id: int) -> ActionRow | None:
    """One action by its id."""
    return next(iter(_rows(session, select(Action).where(Action.id == action_id))), None)


def still_kept() -> ColumnElement[bool]:
    """The condition that an action deleted something whose values the journal still has."""
    kept = (Change.action_id == Action.id, Change.kind == ChangeKind.DELETED, Change.fields != ERASED_TEXT)
    return exists().where(*kept)


def deletions(session: Session) -> list[ActionRow]:
    """The recycle bin: actions that deleted and whose deletion still stands, newest first."""
    query = select(Action).where(Action.kind.endswith(".delete"), still_kept()).order_by(Action.id.desc())
    return [row for row in _rows(session, query) if not row.undone]


def _rows(session: Session, query: Select[Action]) -> list[ActionRow]:
    found = list(session.scalars(query))
    undone = undone_actions(session)
    counts: dict[int, int] = {}
    for at in range(0, len(found), 400):
        ids = [row.id for row in found[at : at + 400]]
        changes = select(Change.action_id, func.count()).where(Change.action_id.in_(ids))
        blocks = select(BulkCreation.action_id, func.sum(BulkCreation.count)).where(BulkCreation.action_id.in_(ids))
        for part in (changes.group_by(Change.action_id), blocks.group_by(BulkCreation.action_id)):
            for action_id, count in session.execute(part):
                counts[action_id] = counts.get(action_id, 0) + int(count)
    return [
        ActionRow(
            row.id,
            row.kind,
            row.at,
            row.who,
            json.loads(row.facts),
            row.undoes_id,
            row.id in undone,
            counts.get(row.id, 0),
        )
        for row in found
    ]


def with_merged(session: Session, customer_id: int) -> list[int]:
    """The customer and those merged into it, directly or by the way of others, where the merge was not undone."""
    facts = _merges(session)
    found = [customer_id]
    for one in found:
        found += [gone for fact in facts if fact["kept"] == one for gone in fact["ids"] if gone not in found]
    return found


def merged_contacts(session: Session, contact_ids: Iterable[int]) -> set[int]:
    """The contacts that were found to be one person with these when customers were merged, and went."""
    pairs = [pair for fact in _merges(session) for pair in fact.get("contacts", ())]
    found = list(contact_ids)
    for one in found:
        found += [goes for stays, goes in pairs if stays == one and goes not in found]
    return set(found)


def _merges(session: Session) -> list[dict[str, Any]]:
    merges = session.execute(select(Action.id, Action.facts).where(Action.kind == "customers.merge")).all()
    undone = undone_actions(session) if merges else set()
    return [json.loads(row.facts) for row in merges if row.id not in undone]


def last_edited(session: Session, customer_id: int) -> tuple[str, datetime] | None:
    """Who touched the customer last, and when; None where only a bulk creation did."""
    query = select(Action.who, Action.at).join(Change, Change.action_id == Action.id)
    row = session.execute(query.where(Change.subject_id == customer_id).order_by(Action.id.desc()).limit(1)).first()
    return None if row is None else (row[0], row[1])
