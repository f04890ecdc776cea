"""How many follow-ups stand before somebody: today's and the overdue, counted and not read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from db.models import Customer, FollowUp
from db.vocabulary import FollowUpState


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Follow-ups planned for a day, those that take several days included, and those still open of days before it."""

    today: int = 0
    overdue: int = 0


def day_counts(session: Session, today: date, rep_ids: Collection[int] | None = None) -> DayCounts:
    """The counts of some reps, or of all (None). Whose a follow-up is, is as in `agenda`."""
    lasts = and_(FollowUp.until_on >= today, FollowUp.planned_on < today)
    over = and_(FollowUp.planned_on < today, or_(FollowUp.until_on.is_(None), FollowUp.until_on < today))
    return DayCounts(_count(session, or_(FollowUp.planned_on == today, lasts), rep_ids), _count(session, over, rep_ids))


def _count(session: Session, which: ColumnElement[bool], rep_ids: Collection[int] | None) -> int:
    query = select(func.count()).select_from(FollowUp).where(FollowUp.state == FollowUpState.PLANNED, which)
    if rep_ids is not None:
        query = query.join(Customer, Customer.id == FollowUp.customer_id)
        query = query.where(func.coalesce(FollowUp.rep_id, Customer.owner_id).in_(rep_ids))
    return session.scalar(query) or 0
