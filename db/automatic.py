"""What the program did by itself since an action: it goes along when the action is undone, and is no conflict."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Action, Change
from db.undo_plan import AUTOMATIC, UndoPlan
from db.vocabulary import ChangeKind

# Fields of a series that say on which days it falls: what was laid out by one of them is wrong by another.
DECIDING = frozenset({"rule", "calendar", "starts_on", "shift", "ended_on"})


def take_along(session: Session, plan: UndoPlan, action_id: int) -> None:
    """Let go with the records the plan deletes what the program made since that points at them, and at that again.

    Also what it laid out since of a series whose rule is set back, as far as nobody touched it: the series goes on from
    where it was.
    """
    waiting = _made_since(session, action_id)
    _take_laid_out(session, plan, waiting, action_id)
    doomed = {name: set(ids) for name, ids in plan.delete.items()}
    found = bool(waiting and doomed)
    while found:
        found = False
        for name, ids in list(waiting.items()):
            going = _pointing(session, journal.table_named(name), sorted(ids), doomed)
            if going:
                found = True
                waiting[name] = ids - going
                doomed.setdefault(name, set()).update(going)
                plan.delete.setdefault(name, []).extend(sorted(going))


def _take_laid_out(session: Session, plan: UndoPlan, waiting: dict[str, set[int]], action_id: int) -> None:
    changed = plan.change.get("follow_up_series", {})
    series = {one for one, fields in changed.items() if DECIDING & fields.keys()}
    table = journal.table_named("follow_up")
    ids = sorted(waiting.get(table.name, ())) if series else []
    touched: set[int] = set()
    for chunk in journal.chunks(ids):
        query = select(Change.record_id).join(Action, Action.id == Change.action_id)
        query = query.where(Change.table_name == table.name, Change.record_id.in_(chunk), Action.id > action_id)
        touched |= set(session.scalars(query.where(Action.kind.not_in(AUTOMATIC))))
    laid = {
        row._mapping["id"] for row in journal.rows_by_id(session, table, ids) if row._mapping["series_id"] in series
    }
    going = laid - touched - set(plan.delete.get(table.name, ()))
    if going:
        plan.delete.setdefault(table.name, []).extend(sorted(going))
        waiting[table.name] -= going


def _made_since(session: Session, action_id: int) -> dict[str, set[int]]:
    query = select(Change.table_name, Change.record_id).join(Action, Action.id == Change.action_id)
    query = query.where(Action.id > action_id, Action.kind.in_(AUTOMATIC), Change.kind == ChangeKind.CREATED)
    found: dict[str, set[int]] = {}
    for name, record_id in session.execute(query):
        found.setdefault(name, set()).add(record_id)
    return found


def _pointing(session: Session, table: Table, ids: Sequence[int], doomed: dict[str, set[int]]) -> set[int]:
    """Those of the records that point at one that goes."""
    targets = [(key.parent.name, doomed.get(key.column.table.name, set())) for key in table.foreign_keys]
    return {
        row._mapping["id"]
        for row in journal.rows_by_id(session, table, list(ids))
        if any(row._mapping[name] in going for name, going in targets)
    }


def moved_on(
    session: Session, table: Table, ids: Sequence[int], action_id: int
) -> dict[tuple[int, str], dict[Any, Any]]:
    """{(record, field): {a value: what the program made of it by itself since, step by step}}."""
    found: dict[tuple[int, str], dict[Any, Any]] = {}
    for chunk in journal.chunks(ids):
        query = select(Change.record_id, Change.fields).join(Action, Action.id == Change.action_id)
        query = query.where(
            Change.table_name == table.name, Change.record_id.in_(chunk), Action.id > action_id,
            Action.kind.in_(AUTOMATIC), Change.kind == ChangeKind.CHANGED,
        )  # fmt: skip
        for record_id, fields in session.execute(query.order_by(Change.action_id)):
            for name, (old, new) in json.loads(fields).items():
                steps = found.setdefault((record_id, name), {})
                steps |= {before: new for before, after in steps.items() if after == old}
                steps[old] = new
    return found
