"""What one wants to know of many customers before calling on them: a phone, the last contact, an open promise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, FollowUp, Promise, Reach
from db.vocabulary import CustomerKind, FollowUpState, PromiseBy, PromiseState, ReachKind, Stage

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class DayCustomer:
    """A customer as the day shows him. `phone` and `contact` are the first one would call, the number bare.

    `said` is what was noted of the last contact, `said_on` its day, `answered` whether it was an effective one.
    """

    id: int
    number: str | None
    name: str
    kind: CustomerKind
    tier: str | None
    stage: Stage
    place: str
    address: str | None
    owner_id: int | None
    contacted_on: date | None
    contact: str | None = None
    phone: str | None = None
    extension: str | None = None
    said_on: date | None = None
    said: str | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """What was promised and is still open."""

    id: int
    by: PromiseBy
    text: str
    due_on: date | None


def day_customers(session: Session, ids: Collection[int]) -> dict[int, DayCustomer]:
    """{id: customer} of these; one that is gone is left out."""
    found: dict[int, DayCustomer] = {}
    for part in _chunks(ids):
        reached, last = _phones(session, part), _last_words(session, part)
        columns: tuple[Any, ...] = (
            Customer.id, Customer.number, Customer.name, Customer.kind, Customer.value_tier, Customer.stage,
            Customer.province, Customer.city, Customer.district, Customer.address, Customer.owner_id,
            Customer.contacted_on,
        )  # fmt: skip
        rows: list[Any] = list(session.execute(select(*columns).where(Customer.id.in_(part))))
        for row in rows:
            place = " ".join(dict.fromkeys(one for one in row[6:9] if one))
            contact, phone, extension = reached.get(row[0], (None, None, None))
            said_on, said, answered = last.get(row[0], (None, None, False))
            found[row[0]] = DayCustomer(
                id=row[0], number=row[1], name=row[2], kind=row[3], tier=row[4], stage=row[5], place=place,
                address=row[9], owner_id=row[10], contacted_on=row[11], contact=contact, phone=phone,
                extension=extension, said_on=said_on, said=said, answered=answered,
            )  # fmt: skip
    return found


def open_promises(session: Session, ids: Collection[int]) -> dict[int, list[OpenPromise]]:
    """{customer: what is open between him and us}, the soonest due first, those without a day last."""
    found: dict[int, list[OpenPromise]] = {}
    for part in _chunks(ids):
        query = select(Promise.customer_id, Promise.id, Promise.by, Promise.text, Promise.due_on).where(
            Promise.customer_id.in_(part), Promise.state == PromiseState.OPEN
        )
        for one, key, by, text, due_on in session.execute(query.order_by(Promise.due_on.nulls_last(), Promise.id)):
            found.setdefault(one, []).append(OpenPromise(key, by, text, due_on))
    return found


def contact_phones(session: Session, ids: Collection[int]) -> dict[int, tuple[str, str | None]]:
    """{contact: (number, extension)} of these contacts, a mobile before a line; without those who have neither."""
    found: dict[int, tuple[str, str | None]] = {}
    for part in _chunks(ids):
        mobile = case((Reach.kind == ReachKind.MOBILE, 0), else_=1)
        query = select(Reach.contact_id, Reach.value, Reach.extension).where(
            Reach.contact_id.in_(part), Reach.kind.in_((ReachKind.MOBILE, ReachKind.PHONE))
        )
        for one, value, extension in session.execute(query.order_by(mobile, Reach.id)):
            found.setdefault(one or 0, (value, extension))
    return found


def by_number(session: Session, number: str) -> list[int]:
    """The customers of this number, as it was typed."""
    return list(session.scalars(select(Customer.id).where(func.lower(Customer.number) == number.lower())))


def done_since(session: Session, ids: Collection[int], first: date) -> dict[int, list[int]]:
    """{customer: his follow-ups done on or after a day}, in the order they were written down."""
    found: dict[int, list[int]] = {}
    for part in _chunks(ids):
        done = and_(FollowUp.state == FollowUpState.DONE, FollowUp.done_on >= first)
        query = select(FollowUp.customer_id, FollowUp.id).where(FollowUp.customer_id.in_(part), done)
        for one, follow_up_id in session.execute(query.order_by(FollowUp.id)):
            found.setdefault(one, []).append(follow_up_id)
    return found


def _chunks(ids: Collection[int]) -> Iterator[Sequence[int]]:
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), _CHUNK):
        yield every[start : start + _CHUNK]


def _phones(session: Session, ids: Sequence[int]) -> dict[int, tuple[str | None, str, str | None]]:
    """{customer: (contact or None, number, extension)}: the main contact's first, a mobile before a line."""
    mobile = case((Reach.kind == ReachKind.MOBILE, 0), else_=1)
    contact = case((Reach.contact_id.is_(None), 1), (Contact.is_primary, 0), else_=2)
    query = (
        select(Reach.customer_id, Contact.name, Reach.value, Reach.extension)
        .outerjoin(Contact, Contact.id == Reach.contact_id)
        .where(Reach.customer_id.in_(ids), Reach.kind.in_((ReachKind.MOBILE, ReachKind.PHONE)))
        .where(Reach.contact_id.is_(None) | Contact.active)
        .order_by(Reach.customer_id, contact, mobile, Reach.id)
    )
    found: dict[int, tuple[str | None, str, str | None]] = {}
    for one, name, value, extension in session.execute(query):
        found.setdefault(one, (name, value, extension))
    return found


def _last_words(session: Session, ids: Sequence[int]) -> dict[int, tuple[date | None, str | None, bool]]:
    """{customer: (day, what was noted, effective) of the last contact}."""
    place = (
        func.row_number()
        .over(partition_by=FollowUp.customer_id, order_by=(FollowUp.done_on.desc(), FollowUp.id.desc()))
        .label("place")
    )
    rows = (
        select(FollowUp.customer_id, FollowUp.done_on, FollowUp.result, FollowUp.note, FollowUp.effective, place)
        .where(FollowUp.customer_id.in_(ids), FollowUp.state == FollowUpState.DONE)
        .subquery()
    )
    query = select(rows.c.customer_id, rows.c.done_on, rows.c.result, rows.c.note, rows.c.effective)
    found = {}
    for one, on, result, note, effective in session.execute(query.where(rows.c.place == 1)):
        said = "；".join(dict.fromkeys(text.strip() for text in (result, note) if text and text.strip()))
        found[one] = (on, said or None, bool(effective))
    return found
