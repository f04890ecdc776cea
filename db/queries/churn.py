"""流失预警 with what it was found from: the signs of some customers, and the list of all who are warned of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from db.lifecycle import Yardstick
from db.models import Customer, FollowUp, Order, Rep, ServiceCase, Survey
from db.queries.lifecycle import last_before, purchased, warned_on, windows
from db.vocabulary import CaseKind, FollowUpKind, FollowUpState, Stage

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class SignRow:
    """What the warnings of one customer are found from; `spent` in the last window, `before` in the three before it.

    `complaint_by` is the earliest limit of an open complaint that has run out (UTC).
    """

    id: int
    first_on: date | None
    last_on: date | None
    days: int
    gap: Decimal | None
    stage: Stage
    last_before: date | None = None
    purchases: int = 0
    spent: Decimal = Decimal(0)
    before: Decimal = Decimal(0)
    complaint_by: datetime | None = None
    satisfaction: int | None = None
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class WhoRow:
    """What else the list to work off says of a customer. `next_on` None: nothing planned, or no day for it."""

    id: int
    number: str | None
    name: str
    value_tier: str | None
    owner_id: int | None
    owner: str | None
    next_on: date | None = None
    next_kind: FollowUpKind | None = None


def warned_ids(
    session: Session, today: date, yard: Yardstick, now: datetime, owner_ids: Collection[int] | None = None
) -> list[int]:
    """The customers there is any warning of; of some reps, or of all (None)."""
    query = select(Customer.id).where(warned_on(today, yard, now))
    if owner_ids is not None:
        query = query.where(Customer.owner_id.in_(owner_ids))
    return list(session.scalars(query))


def by_stake(session: Session, ids: Sequence[int], today: date, yard: Yardstick) -> list[int]:
    """These customers, those first who bought for the most in the three windows before the last; ties by name."""
    start, earliest = windows(today, yard.limits)
    before = and_(Order.customer_id == Customer.id, purchased(), Order.ordered_on >= earliest, Order.ordered_on < start)
    stake = func.coalesce(func.sum(Order.amount), 0)
    query = select(Customer.id, Customer.name, stake).outerjoin(Order, before).group_by(Customer.id, Customer.name)
    parts = (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
    rows: list[Any] = [row for part in parts for row in session.execute(query.where(Customer.id.in_(part)))]
    return [row[0] for row in sorted(rows, key=lambda row: (-row[2], row[1], row[0]))]


def signs_of(session: Session, ids: Sequence[int], today: date, yard: Yardstick, now: datetime) -> list[SignRow]:
    """The signs of these customers (at most 500 at a time), in no order; one that is gone is left out."""
    assert len(ids) <= _CHUNK
    then = today - timedelta(days=yard.limits.window)
    columns: tuple[Any, ...] = (
        Customer.first_bought_on,
        Customer.last_bought_on,
        func.coalesce(Customer.bought_days, 0),
    )
    query = select(Customer.id, *columns, Customer.usual_gap, Customer.stage, last_before(then))
    spent, due, asked = _spent(session, ids, today, yard), _due(session, ids, now), _asked(session, ids, today)
    nothing = (0, Decimal(0), Decimal(0))
    rows = []
    for row in session.execute(query.where(Customer.id.in_(ids))):
        one = row[0]
        more = (*spent.get(one, nothing), due.get(one), *asked.get(one, (None, None)))
        rows.append(SignRow(*row, *more))
    return rows


def _spent(session: Session, ids: Sequence[int], today: date, yard: Yardstick) -> dict[int, Any]:
    start, earliest = windows(today, yard.limits)
    last = case((Order.ordered_on >= start, Order.amount), else_=0)
    before = case((and_(Order.ordered_on < start, Order.ordered_on >= earliest), Order.amount), else_=0)
    query = select(Order.customer_id, func.count(), func.sum(last), func.sum(before))
    query = query.where(Order.customer_id.in_(ids), purchased(), Order.ordered_on <= today)
    return {one: (count, *sums) for one, count, *sums in session.execute(query.group_by(Order.customer_id))}


def _due(session: Session, ids: Sequence[int], now: datetime) -> dict[int, datetime]:
    open_ones = and_(ServiceCase.kind == CaseKind.COMPLAINT, ServiceCase.solved_at.is_(None))
    columns = (ServiceCase.customer_id, ServiceCase.answered_at, ServiceCase.answer_by, ServiceCase.solve_by)
    found: dict[int, datetime] = {}
    for one, answered, answer_by, solve_by in session.execute(
        select(*columns).where(ServiceCase.customer_id.in_(ids), open_ones)
    ):
        limits = (None if answered is not None else answer_by, solve_by, found.get(one))
        past = [at for at in limits if at is not None and at < now]
        if past:
            found[one] = min(past)
    return found


def _asked(session: Session, ids: Sequence[int], today: date) -> dict[int, tuple[int, date]]:
    known = and_(Survey.customer_id.in_(ids), Survey.satisfaction.is_not(None), Survey.asked_on <= today)
    query = select(Survey.customer_id, Survey.satisfaction, Survey.asked_on).where(known)
    rows: list[Any] = list(session.execute(query.order_by(Survey.asked_on, Survey.id)))
    return {one: (mark, on) for one, mark, on in rows}


def who_of(session: Session, ids: Sequence[int]) -> dict[int, WhoRow]:
    """{id: who it is} of these customers (at most 500 at a time)."""
    planned = and_(FollowUp.customer_id.in_(ids), FollowUp.state == FollowUpState.PLANNED)
    steps: dict[int, tuple[date | None, FollowUpKind]] = {}
    rows: list[Any] = list(
        session.execute(select(FollowUp.customer_id, FollowUp.planned_on, FollowUp.kind).where(planned))
    )
    for one, on, kind in sorted(rows, key=lambda row: row[1] or date.max, reverse=True):
        steps[one] = (on, kind)
    columns = (Customer.id, Customer.number, Customer.name, Customer.value_tier, Customer.owner_id, Rep.name)
    query = select(*columns).outerjoin(Rep, Rep.id == Customer.owner_id).where(Customer.id.in_(ids))
    return {row[0]: WhoRow(*row, *steps.get(row[0], (None, None))) for row in session.execute(query)}
