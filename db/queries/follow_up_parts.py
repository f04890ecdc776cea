"""What hangs on follow-ups beside their own row: who else took part, moves, files; and places used before.

Comments are in `comments.py`, what others found when they asked the customer in `callbacks.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import Attachment, Contact, FollowUp, FollowUpMove, FollowUpPerson, Rep

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody else who takes part: a contact of the customer, or one of us; `name` is "" where he is gone."""

    follow_up_id: int
    contact_id: int | None
    rep_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One 改期: moved on a day, from one day to another, why, and whose it was then."""

    follow_up_id: int
    moved_on: date
    from_on: date
    to_on: date
    reason: str | None
    rep: str | None


Row = TypeVar("Row", PersonRow, MoveRow)


def participants(session: Session, follow_up_ids: Collection[int]) -> dict[int, tuple[PersonRow, ...]]:
    """{follow-up: who takes part besides its contact and its rep, contacts first}; one with nobody is left out."""
    name = func.coalesce(Contact.name, Rep.name, "")
    columns = (FollowUpPerson.follow_up_id, FollowUpPerson.contact_id, FollowUpPerson.rep_id, name)
    query = select(*columns).outerjoin(Contact, Contact.id == FollowUpPerson.contact_id)
    query = query.outerjoin(Rep, Rep.id == FollowUpPerson.rep_id)
    query = query.order_by(FollowUpPerson.rep_id.is_not(None), FollowUpPerson.id)
    return _by_follow_up(
        PersonRow(*row) for row in _found(session, query, FollowUpPerson.follow_up_id, follow_up_ids)
    )  # fmt: skip


def moves(session: Session, follow_up_ids: Collection[int]) -> dict[int, tuple[MoveRow, ...]]:
    """{follow-up: how it was moved, the first time first}; one that was never moved is left out."""
    columns = (
        FollowUpMove.follow_up_id, FollowUpMove.moved_on, FollowUpMove.from_on, FollowUpMove.to_on,
        FollowUpMove.reason, Rep.name,
    )  # fmt: skip
    query = select(*columns).outerjoin(Rep, Rep.id == FollowUpMove.rep_id).order_by(FollowUpMove.id)
    return _by_follow_up(MoveRow(*row) for row in _found(session, query, FollowUpMove.follow_up_id, follow_up_ids))


def attached(session: Session, follow_up_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """{follow-up: names of the files attached to it, the first one first}; one without is left out."""
    query = select(Attachment.follow_up_id, Attachment.name).order_by(Attachment.id)
    found: dict[int, list[str]] = {}
    for follow_up_id, name in _found(session, query, Attachment.follow_up_id, follow_up_ids):
        found.setdefault(follow_up_id, []).append(name)
    return {one: tuple(names) for one, names in found.items()}


def places_used(session: Session, customer_id: int, *, most: int = 8) -> tuple[str, ...]:
    """Where follow-ups with a customer took place, or shall, the last one first."""
    last = func.max(func.coalesce(FollowUp.done_on, FollowUp.planned_on))
    query = select(FollowUp.place).where(FollowUp.customer_id == customer_id, FollowUp.place.is_not(None))
    query = query.group_by(FollowUp.place).order_by(last.desc().nulls_last(), FollowUp.place).limit(most)
    return tuple(place for place in session.scalars(query) if place)


def _found(
    session: Session, query: Any, key: InstrumentedAttribute[Any], follow_up_ids: Collection[int]
) -> Iterator[Sequence[Any]]:
    ids = list(follow_up_ids)
    for start in range(0, len(ids), _CHUNK):
        yield from session.execute(query.where(key.in_(ids[start : start + _CHUNK])))


def _by_follow_up(rows: Iterator[Row]) -> dict[int, tuple[Row, ...]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.follow_up_id, []).append(row)
    return {one: tuple(mine) for one, mine in found.items()}
