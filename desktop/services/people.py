"""One person at several customers: each has a contact of its own there, and all of these bear one mark.

What belongs to the person (name, gender, likes, private numbers, birthday) is kept alike in all of them; what belongs
to the post (title, role, weight, whether he left and why) is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Contact, KeyDate, Reach
from db.vocabulary import ReachKind
from desktop.rules.errors import RuleBroken

PERSONAL = ("name", "gender", "hobbies", "taboos", "id_number_id")
PRIVATE = frozenset({ReachKind.MOBILE, ReachKind.WECHAT, ReachKind.QQ, ReachKind.EMAIL})

_REACH = ("kind", "value", "extension", "label")
_DAY = ("kind", "label", "calendar", "year", "month", "day", "leap", "lead_days")

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """What belongs to a person, as it stood at a contact before it was changed."""

    columns: dict[str, Any]
    reaches: frozenset[Values]
    days: frozenset[Values]


def seen_person(session: Session, contact_id: int | None) -> PersonSeen | None:
    """The person behind a contact as he is now, to be given to `keep_alike`; None for a contact not yet there."""
    row = None if contact_id is None else session.get(Contact, contact_id)
    if row is None:
        return None
    return PersonSeen(
        {name: getattr(row, name) for name in PERSONAL},
        frozenset(_values(_reaches(session, row.id), _REACH)),
        frozenset(_values(_days(session, row.id), _DAY)),
    )


def keep_alike(session: Session, contact_id: int, before: PersonSeen | None) -> int:
    """Give what changed of the person since `before` to his contacts elsewhere; returns how many were touched.

    A value that was different there already is left: somebody wrote it so on purpose.
    """
    session.flush()
    now = seen_person(session, contact_id)
    if before is None or now is None or now == before:
        return 0
    others = _others(session, contact_id)
    for other in others:
        for name in PERSONAL:
            if now.columns[name] != before.columns[name] and getattr(other, name) == before.columns[name]:
                setattr(other, name, now.columns[name])
        _follow(session, other, Reach, _REACH, _reaches(session, other.id), before.reaches, now.reaches)
        _follow(session, other, KeyDate, _DAY, _days(session, other.id), before.days, now.days)
    return len(others)


def work_at(session: Session, contact_id: int, customer_id: int, *, title: str | None = None) -> int:
    """Make the person of a contact a contact of another customer too; returns the new contact's id.

    Raises RuleBroken: gone, or person_there where he already is one of that customer.
    """
    row = session.get(Contact, contact_id)
    if row is None:
        raise RuleBroken("gone")
    if any(one.customer_id == customer_id and one.active for one in [row, *_others(session, contact_id)]):
        raise RuleBroken("person_there", name=row.name)
    mark = _mark(row)
    values = {name: getattr(row, name) for name in PERSONAL}
    new = Contact(customer_id=customer_id, title=title, person_mark=mark, **values)
    session.add(new)
    for reach in _reaches(session, contact_id):
        session.add(Reach(customer_id=customer_id, contact_id=new.id, **_as_values(reach, _REACH)))
    for day in _days(session, contact_id):
        session.add(KeyDate(customer_id=customer_id, contact_id=new.id, **_as_values(day, _DAY)))
    return new.id


def move_to(session: Session, contact_id: int, customer_id: int, today: date, reason: str | None) -> int:
    """The person left his customer for another: the old contact stays as one who left. Returns the new one's id."""
    new_id = work_at(session, contact_id, customer_id)
    row = session.get_one(Contact, contact_id)
    row.active, row.is_primary = False, False
    row.left_on, row.left_reason = today, reason or row.left_reason
    return new_id


def same_person(session: Session, contact_id: int, other_id: int) -> None:
    """Two contacts are one person from now on, with all that were one with either."""
    one, other = session.get(Contact, contact_id), session.get(Contact, other_id)
    if one is None or other is None or one is other:
        raise RuleBroken("gone")
    along = _others(session, other_id)
    mark = _mark(one)
    for row in (other, *along):
        row.person_mark = mark


def other_person(session: Session, contact_id: int) -> None:
    """A contact is a person of his own again; nothing he has is taken away."""
    row = session.get(Contact, contact_id)
    if row is None:
        raise RuleBroken("gone")
    left = _others(session, contact_id)
    row.person_mark = None
    if len(left) == 1:
        left[0].person_mark = None


def _mark(row: Contact) -> int:
    if row.person_mark is None:
        row.person_mark = row.id
    return row.person_mark


def _others(session: Session, contact_id: int) -> list[Contact]:
    mark = session.scalar(select(Contact.person_mark).where(Contact.id == contact_id))
    if mark is None:
        return []
    return list(session.scalars(select(Contact).where(Contact.person_mark == mark, Contact.id != contact_id)))


def _reaches(session: Session, contact_id: int) -> list[Reach]:
    return list(session.scalars(select(Reach).where(Reach.contact_id == contact_id, Reach.kind.in_(PRIVATE))))


def _days(session: Session, contact_id: int) -> list[KeyDate]:
    return list(session.scalars(select(KeyDate).where(KeyDate.contact_id == contact_id, KeyDate.field_id.is_(None))))


def _values(rows: Iterable[Any], names: tuple[str, ...]) -> list[Values]:
    return [tuple(getattr(row, name) for name in names) for row in rows]


def _as_values(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _follow(
    session: Session,
    other: Contact,
    model: type[Reach] | type[KeyDate],
    names: tuple[str, ...],
    rows: Iterable[Reach] | Iterable[KeyDate],
    before: frozenset[Values],
    now: frozenset[Values],
) -> None:
    """Take from a contact what went, give it what came."""
    there = {tuple(getattr(row, name) for name in names): row for row in rows}
    for gone in before - now:
        if gone in there:
            session.delete(there[gone])
    for come in sorted(now - before, key=repr):
        if come not in there:
            session.add(
                model(customer_id=other.customer_id, contact_id=other.id, **dict(zip(names, come, strict=True)))
            )
