"""The least that names a customer in a picture of many: name, region, stage and rep; and second axes to cross by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Customer, Rep
from db.queries.intent import intent_on
from db.queries.stretch import raw
from db.vocabulary import Stage

_CHUNK = 400
Axis = Literal["intent", "attitude", "stage"]


@dataclass(frozen=True, slots=True)
class Brief:
    """One customer in a line or two."""

    id: int
    number: str | None
    name: str
    stage: Stage
    region: str
    owner_id: int | None
    owner: str | None


def briefs(session: Session, ids: Sequence[int]) -> list[Brief]:
    """These customers, in the order asked; an id that is gone is left out."""
    found: dict[int, Brief] = {}
    for start in range(0, len(ids), _CHUNK):
        query = (
            select(
                Customer.id, Customer.number, Customer.name, Customer.stage, Customer.province, Customer.city,
                Customer.district, Customer.owner_id, Rep.name,
            )
            .outerjoin(Rep, Rep.id == Customer.owner_id)
            .where(Customer.id.in_(ids[start : start + _CHUNK]))
        )  # fmt: skip
        for row in session.execute(query):
            region = " ".join(part for part in dict.fromkeys(row[4:7]) if part)
            found[row[0]] = Brief(row[0], row[1], row[2], row[3], region, row[7], row[8])
    return [found[one] for one in ids if one in found]


def by_name(session: Session) -> list[int]:
    """The ids of all customers, by name."""
    return [row[0] for row in raw(session, select(Customer.id).order_by(Customer.pinyin, Customer.id))]


def names(session: Session) -> dict[int, str]:
    """{customer: name} of everybody, by name."""
    return dict(raw(session, select(Customer.id, Customer.name).order_by(Customer.pinyin, Customer.id)))


def owners(session: Session) -> dict[int, int | None]:
    """{customer: his rep} of everybody, by name."""
    return dict(raw(session, select(Customer.id, Customer.owner_id).order_by(Customer.pinyin, Customer.id)))


def reps_by_name(session: Session) -> dict[int, str]:
    """{rep: name} of all who ever were."""
    return dict(raw(session, select(Rep.id, Rep.name).order_by(Rep.name, Rep.id)))


def along(session: Session, axis: Axis, today: date) -> dict[int, str | None]:
    """{customer: stored word} of everybody on one axis; None where the card says nothing."""
    columns: dict[str, Any] = {
        "intent": intent_on(today),
        "attitude": Customer.attitude,
        "stage": Customer.stage,
    }
    return dict(raw(session, select(Customer.id, columns[axis])))
