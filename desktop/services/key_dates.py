"""Which key dates come in the next days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.queries.key_dates import KeyDateRow, key_dates, longest_lead
from desktop.rules.key_days import key_day_of
from desktop.rules.occurrences import Occurrence, near_codes, next_occurrences

SIEVE = 60  # days up to which sieving in the file is worth it: beyond them most days of the year are near
LONGEST = 400  # no reminder reaches farther than to the next time round


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A key date that comes round; `days` from today, 0 for today."""

    row: KeyDateRow
    occurrence: Occurrence
    days: int


def coming_key_dates(
    session: Session, today: date, within: int | None = None, owner_id: int | None = None
) -> list[ComingDay]:
    """The key dates of the next `within` days, today included, soonest first; None: each from its own lead days on.

    A day kept by both calendars stands there for each that is near. `owner_id`: those of one rep's customers.
    """
    reach = min(longest_lead(session) if within is None else within, LONGEST)
    near = near_codes(today, reach) if reach <= SIEVE else None
    coming = []
    for row in key_dates(session, near=near, owner_id=owner_id):
        most = row.lead_days if within is None else within
        for occurrence in next_occurrences(key_day_of(row), today):
            days = (occurrence.on - today).days
            if days <= most:
                coming.append(ComingDay(row, occurrence, days))
    return sorted(coming, key=lambda one: (one.days, one.row.customer, one.row.id))


def customers_with_key_date(session: Session, today: date, within: int | None = None) -> frozenset[int]:
    """The customers who have a key date in the next `within` days; None: within the lead days of the key date."""
    return frozenset(one.row.customer_id for one in coming_key_dates(session, today, within))
