"""How many follow-ups stand on the days of a range: for the year at a glance, and to know what reading them takes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Customer, FollowUp
from db.vocabulary import FollowUpState


def counts_by_day(
    session: Session, first: date, last: date, *, rep_ids: Collection[int] | None = None
) -> dict[date, int]:
    """{day: planned for it, or done on it}, days without any left out; of some reps, or of all (None).

    One that takes several days counts on its first.
    """
    found: dict[date, int] = {}
    for state, day in _days():
        query = select(day, func.count()).where(FollowUp.state == state, day.between(first, last)).group_by(day)
        if rep_ids is not None:
            query = query.join_from(FollowUp, Customer, Customer.id == FollowUp.customer_id)
            query = query.where(func.coalesce(FollowUp.rep_id, Customer.owner_id).in_(rep_ids))
        for on, count in session.execute(query):
            found[on] = found.get(on, 0) + count
    return found


def count_of(session: Session, first: date, last: date) -> int:
    """How many are planned for these days or were done on them, by everyone: from the index alone."""
    counts = (
        session.scalar(select(func.count()).where(FollowUp.state == state, day.between(first, last)))
        for state, day in _days()
    )
    return sum(one or 0 for one in counts)


def _days() -> tuple[tuple[FollowUpState, Any], ...]:
    return (FollowUpState.PLANNED, FollowUp.planned_on), (FollowUpState.DONE, FollowUp.done_on)
