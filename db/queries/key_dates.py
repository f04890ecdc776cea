"""The key dates of the whole file, with the names they need to be told in a list, a calendar or a reminder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, CustomField, KeyDate
from db.vocabulary import CalendarKind, KeyDateKind


@dataclass(frozen=True, slots=True)
class KeyDateRow:
    """One key date; `contact` is None for the customer's own, `label` the remark or the title of a custom field."""

    id: int
    customer_id: int
    customer: str
    owner_id: int | None
    contact_id: int | None
    contact: str | None
    kind: KeyDateKind
    label: str | None
    calendar: CalendarKind
    year: int | None
    month: int
    day: int
    leap: bool
    lead_days: int


def key_dates(
    session: Session,
    *,
    near: tuple[Collection[int], Collection[int]] | None = None,
    owner_id: int | None = None,
    customer_ids: Collection[int] | None = None,
) -> list[KeyDateRow]:
    """All key dates but those of contacts who left, in no particular order.

    `near` keeps those whose month × 100 + day is among these: (solar, lunar), as `desktop.rules.occurrences.near_codes`
    gives them; a day of both calendars always stays. `owner_id`: of the customers of that rep only.
    """
    query = (
        select(
            KeyDate.id, KeyDate.customer_id, Customer.name, Customer.owner_id, KeyDate.contact_id,
            Contact.name.label("contact"), KeyDate.kind, func.coalesce(KeyDate.label, CustomField.title),
            KeyDate.calendar, KeyDate.year, KeyDate.month, KeyDate.day, KeyDate.leap, KeyDate.lead_days,
        )
        .join(Customer, Customer.id == KeyDate.customer_id)
        .outerjoin(Contact, Contact.id == KeyDate.contact_id)
        .outerjoin(CustomField, CustomField.id == KeyDate.field_id)
        .where(or_(KeyDate.contact_id.is_(None), Contact.active))
    )  # fmt: skip
    if near is not None:
        solar, lunar = near
        code = KeyDate.month * 100 + KeyDate.day
        query = query.where(
            or_(
                and_(KeyDate.calendar == CalendarKind.SOLAR, code.in_(solar)),
                and_(KeyDate.calendar == CalendarKind.LUNAR, code.in_(lunar)),
                KeyDate.calendar == CalendarKind.BOTH,
            )
        )
    if owner_id is not None:
        query = query.where(Customer.owner_id == owner_id)
    if customer_ids is not None:
        query = query.where(KeyDate.customer_id.in_(customer_ids))
    found: list[Any] = list(session.execute(query).all())
    return [KeyDateRow(*row) for row in found]


def longest_lead(session: Session) -> int:
    """The most days in advance that any key date is to be told; 0 for a file without key dates."""
    return session.scalar(select(func.max(KeyDate.lead_days))) or 0
