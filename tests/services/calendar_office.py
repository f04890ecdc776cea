"""A small office with a customer, for what is laid out in the calendar: series, sequences, contracts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from db.models import Action, Customer, FollowUp, Rep
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpState, RepRole
from desktop.words import Catalogue

WORDS = Catalogue("en", {})
TODAY = date(2026, 11, 30)  # a Monday; the holidays of 2027 are not announced


def open_office(folder: Path) -> Store:
    """An empty office, written without waiting for the disk."""
    path = folder / "客户.kezha"
    create_file(path)
    store = open_store(path, version="0", backups=folder)

    @event.listens_for(store._engine, "connect")
    def hurry(raw: Any, _record: object) -> None:
        raw.execute("PRAGMA synchronous = OFF")  # no power is cut here

    set_day(store, TODAY)
    return store


def set_day(store: Store, day: date) -> None:
    """Let the file's clock stand at noon of a day."""
    store.clock = lambda: datetime.combine(day, time(12)).astimezone(UTC)


def act(store: Store, work: Callable[[Session], Any], kind: str = "test", **facts: object) -> Any:
    """Do it as one action; what it returns."""
    with store.write(Doing(kind, dict(facts))) as session:
        return work(session)


def people(store: Store) -> tuple[int, int, int]:
    """(rep, supervisor, customer of the rep), made by hand."""

    def work(session: Session) -> tuple[int, int, int]:
        rep, chief = Rep(name="李"), Rep(name="陈", role=RepRole.SUPERVISOR)
        session.add_all([rep, chief])
        customer = Customer(name="江南照明", owner_id=rep.id)
        session.add(customer)
        return rep.id, chief.id, customer.id

    found: tuple[int, int, int] = act(store, work, "customer.create", name="江南照明")
    return found


def planned(store: Store, **where: int) -> list[FollowUp]:
    """The planned follow-ups in order of their days, detached."""
    with store.read() as session:
        query = select(FollowUp).where(FollowUp.state == FollowUpState.PLANNED)
        for name, value in where.items():
            query = query.where(getattr(FollowUp, name) == value)
        return list(session.scalars(query.order_by(FollowUp.planned_on, FollowUp.id)))


def newest_kind(store: Store) -> str:
    """The kind of the last action."""
    with store.read() as session:
        return session.scalars(select(Action.kind).order_by(Action.id.desc()).limit(1)).one()
