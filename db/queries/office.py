"""The office, its people, its policies, and the counts of the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Attachment, Contact, Customer, FollowUp, Office, Order, OrderLine, Policy, Product, Rep, Tag
from db.vocabulary import RepRole


@dataclass(frozen=True, slots=True)
class OfficeDraft:
    """The office's own card."""

    name: str = ""
    address: str | None = None
    phone: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RepRow:
    """One person of the office."""

    id: int
    name: str
    phone: str | None
    role: RepRole
    active: bool
    daily_visits: int | None = None  # None: as the office plans


def office(session: Session) -> OfficeDraft:
    """The office; empty in a file that has none yet."""
    row = session.execute(select(Office.name, Office.address, Office.phone, Office.note)).first()
    return OfficeDraft() if row is None else OfficeDraft(*row)


def reps(session: Session, *, active_only: bool = False) -> list[RepRow]:
    """The people of the office by name."""
    columns = (Rep.id, Rep.name, Rep.phone, Rep.role, Rep.active, Rep.daily_visits)
    query = select(*columns).order_by(Rep.active.desc(), Rep.name)
    if active_only:
        query = query.where(Rep.active)
    return [RepRow(*row) for row in session.execute(query)]


def policy(session: Session, key: str, default: Any) -> Any:
    """The office's value for a policy, or `default`."""
    value = session.scalar(select(Policy.value).where(Policy.key == key))
    return default if value is None else json.loads(value)


def counts(session: Session) -> dict[str, int]:
    """How many records of each kind the file holds."""
    tables: dict[str, Any] = {
        "customers": Customer,
        "contacts": Contact,
        "orders": Order,
        "lines": OrderLine,
        "followups": FollowUp,
        "products": Product,
        "attachments": Attachment,
        "reps": Rep,
        "tags": Tag,
    }
    return {name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables.items()}
