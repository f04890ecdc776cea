"""The office's own card, its people, and the rules it sets for itself."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Office, Policy, Rep
from db.queries.office import OfficeDraft
from db.vocabulary import RepRole
from desktop.rules.calendar_policy import MOST_VISITS
from desktop.rules.errors import RuleBroken


def save_office(session: Session, draft: OfficeDraft) -> None:
    """Write the office's name, address and phone."""
    if not draft.name.strip():
        raise RuleBroken("name_missing", "name")
    row = session.scalars(select(Office)).first()
    values = {"name": draft.name.strip(), "address": draft.address, "phone": draft.phone, "note": draft.note}
    if row is None:
        session.add(Office(**values))
        return
    for name, value in values.items():
        setattr(row, name, value)


def save_rep(session: Session, rep_id: int | None, name: str, phone: str | None, role: RepRole) -> int:
    """Make or change a person of the office; returns the id."""
    if not name.strip():
        raise RuleBroken("name_missing", "name")
    row = None if rep_id is None else session.get(Rep, rep_id)
    if row is None:
        row = Rep(name=name.strip(), phone=phone, role=role)
        session.add(row)
        session.flush()
    else:
        row.name, row.phone, row.role = name.strip(), phone, role
    return row.id


def set_daily_visits(session: Session, rep_id: int, visits: int | None) -> None:
    """How many customers a person calls on in a day; None: as the office plans. RuleBroken at "daily_visits"."""
    if visits is not None and not 1 <= visits <= MOST_VISITS:
        raise RuleBroken("out_of_range", "daily_visits", low=1, high=MOST_VISITS)
    row = session.get(Rep, rep_id)
    if row is not None:
        row.daily_visits = visits


def set_rep_active(session: Session, rep_id: int, active: bool) -> None:
    """Let a person leave the lists, or come back. Nothing of his is deleted."""
    row = session.get(Rep, rep_id)
    if row is not None:
        row.active = active


def set_policy(session: Session, key: str, value: Any) -> None:
    """Set one rule of the office; the value is anything JSON can hold."""
    text = json.dumps(value, ensure_ascii=False)
    row = session.scalars(select(Policy).where(Policy.key == key)).first()
    if row is None:
        session.add(Policy(key=key, value=text))
    else:
        row.value = text
