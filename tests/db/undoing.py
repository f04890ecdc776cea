"""Short ways to do something as one action, to undo it, and to look what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.journal import table_named
from db.models import (
    Action,
)
from db.queries.search import search
from db.store import Doing, Store
from db.undo import UndoPlan, apply_undo, delete_with_children, plan_undo

CUSTOMER, CONTACT, REP, TAG = map(table_named, ("customer", "contact", "rep", "tag"))


def doing(store: Store, work: Callable[[Session], object], kind: str = "test") -> int:
    """Do it as one action; its id."""
    with store.write(Doing(kind)) as session:
        work(session)
    with store.read() as session:
        return session.scalars(select(Action.id).order_by(Action.id.desc()).limit(1)).one()


def add(store: Store, *rows: Any) -> int:
    return doing(store, lambda session: session.add_all(rows))


def change(store: Store, table: str, record_id: int, **values: Any) -> int:
    return doing(store, lambda session: journal.bulk_change(session, table_named(table), {record_id: values}))


def delete(store: Store, table: str, *ids: int) -> int:
    return doing(store, lambda session: delete_with_children(session, table_named(table), list(ids)), f"{table}.delete")


def plan(store: Store, action_id: int) -> UndoPlan:
    with store.read() as session:
        return plan_undo(session, action_id)


def undo(store: Store, action_id: int) -> int:
    """Undo all that can be; the id of the undo."""
    with store.write(Doing("undo", undoes_id=action_id)) as session:
        apply_undo(session, plan_undo(session, action_id))
    with store.read() as session:
        assert not session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
        return session.scalars(select(Action.id).order_by(Action.id.desc()).limit(1)).one()


def found(store: Store, kind: type[Any], record_id: int) -> Any:
    with store.read() as session:
        return session.get(kind, record_id)


def names(store: Store, typed: str) -> list[str]:
    with store.read() as session:
        return [hit.name for hit in search(session, typed)]


def counted(store: Store, *kinds: type[Any]) -> list[int]:
    with store.read() as session:
        return [session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds]
