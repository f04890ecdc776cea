"""What the reps did in a period, as sums: of follow-ups, moves, orders and new customers, each read once and grouped.

A follow-up is its rep's; where nobody is named, that of whoever has the customer. So is an order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true
from sqlalchemy.orm import Session

from db.models import Customer, FollowUp, FollowUpMove, Order
from db.queries.conditions import first_key_of
from db.queries.stretch import raw, units, yuan
from db.vocabulary import FollowUpKind, FollowUpState, OrderKind, OrderState

OFTEN = 3  # 改期三次以上
VISITS = (FollowUpKind.VISIT, FollowUpKind.RETURN_VISIT)
_FOLLOW_UP_OF = func.coalesce(FollowUp.rep_id, Customer.owner_id)
_ORDER_OF = func.coalesce(Order.rep_id, Customer.owner_id)
_PLANNED_UNTIL = func.coalesce(FollowUp.until_on, FollowUp.planned_on)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one rep did in a period.

    `planned` for days in it, done or still open; `done` in it, of them `effective`, `visits`, `calls` and their `cost`.
    `due`: planned for a day in it that is past or done, of them `on_time` on the day. `overdue`: open at its end
    although their day was past, whenever they were planned. `moved`: put off to a later day in it, of them `often` at
    least for the third time. `customers`: written down in it; `orders`: purchases, and their `amount`.
    """

    planned: int = 0
    done: int = 0
    effective: int = 0
    visits: int = 0
    calls: int = 0
    cost: Decimal = Decimal(0)
    due: int = 0
    on_time: int = 0
    overdue: int = 0
    moved: int = 0
    often: int = 0
    customers: int = 0
    orders: int = 0
    amount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included, as seen on `today`."""

    first: date
    last: date
    today: date

    @property
    def past_until(self) -> date:
        """The last day on which something open counts as overdue."""
        return min(self.last, self.today - timedelta(days=1))


def figures(session: Session, days: Days) -> dict[int | None, Figures]:
    """{rep: what he did}; None is what nobody is named for. One without any figure is left out."""
    found: dict[int | None, Figures] = {}
    for names, query in _sums(days):
        for rep_id, *values in raw(session, query):
            known: dict[str, Any] = dict(zip(names, (value or 0 for value in values), strict=True))
            for name in {"cost", "amount"} & known.keys():
                known[name] = yuan(known[name])
            found[rep_id] = replace(found.get(rep_id, Figures()), **known)
    return {rep_id: one for rep_id, one in found.items() if one != Figures()}


def _count(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _sums(days: Days) -> list[tuple[tuple[str, ...], Select[*tuple[Any, ...]]]]:
    """Each query with the names of what it sums up; every one goes through an index of its own."""
    of_rep = select(_FOLLOW_UP_OF).join(Customer, Customer.id == FollowUp.customer_id).group_by(_FOLLOW_UP_OF)
    done = of_rep.add_columns(
        func.count(),
        _count(FollowUp.effective),
        _count(FollowUp.kind.in_(VISITS)),
        _count(FollowUp.kind == FollowUpKind.CALL),
        func.sum(units(FollowUp.cost)),
    ).where(_done(days))
    due = _due(days)
    planned = of_rep.add_columns(func.count(), _count(due), _count(and_(due, _on_time()))).where(_planned(days))
    overdue = of_rep.add_columns(func.count()).where(_overdue(days))
    moved = (
        of_rep.join(FollowUpMove, FollowUpMove.follow_up_id == FollowUp.id)
        .add_columns(func.count(FollowUp.id.distinct()), func.count(_often_id().distinct()))
        .where(_moved(days))
    )
    customers = select(Customer.owner_id, func.count()).where(_new(days)).group_by(Customer.owner_id)
    orders = (
        select(_ORDER_OF, func.count(), func.sum(units(Order.amount)))
        .join(Customer, Customer.id == Order.customer_id)
        .where(_bought(days))
        .group_by(_ORDER_OF)
    )
    return [
        (("done", "effective", "visits", "calls", "cost"), done),
        (("planned", "due", "on_time"), planned),
        (("overdue",), overdue),
        (("moved", "often"), moved),
        (("customers",), customers),
        (("orders", "amount"), orders),
    ]


# What each figure counts


def _done(days: Days) -> ColumnElement[bool]:
    return and_(FollowUp.state == FollowUpState.DONE, FollowUp.done_on.between(days.first, days.last))


def _planned(days: Days) -> ColumnElement[bool]:
    """Cancelled ones are not to be done any more; one that was done without a plan has no day it was planned for."""
    states = (FollowUpState.PLANNED, FollowUpState.DONE)
    return and_(FollowUp.state.in_(states), FollowUp.planned_on.between(days.first, days.last))


def _due(days: Days) -> ColumnElement[bool]:
    return or_(FollowUp.state == FollowUpState.DONE, days.today > _PLANNED_UNTIL)


def _on_time() -> ColumnElement[bool]:
    return and_(FollowUp.state == FollowUpState.DONE, FollowUp.done_on <= _PLANNED_UNTIL)


def _overdue(days: Days) -> ColumnElement[bool]:
    """What was done after the period was open at its end. A moved one has another day, and is not late by the old."""
    open_then = or_(
        FollowUp.state == FollowUpState.PLANNED,
        and_(FollowUp.state == FollowUpState.DONE, FollowUp.done_on > days.last),
    )
    past = and_(FollowUp.planned_on <= days.past_until, days.past_until >= _PLANNED_UNTIL)
    return and_(open_then, past)


def _moved(days: Days) -> ColumnElement[bool]:
    later = FollowUpMove.to_on > FollowUpMove.from_on
    return and_(FollowUpMove.moved_on.between(days.first, days.last), later)


def _often_id() -> Any:
    return case((FollowUp.postponed >= OFTEN, FollowUp.id), else_=None)


def _new(days: Days) -> ColumnElement[bool]:
    end = first_key_of(days.last + timedelta(days=1))
    return and_(Customer.id >= first_key_of(days.first), Customer.id < end)


def _bought(days: Days) -> ColumnElement[bool]:
    purchase = and_(Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE, Order.amount > 0)
    return and_(purchase, Order.ordered_on.between(days.first, days.last))


# What is behind a figure

FOLLOW_UPS = frozenset(
    {"planned", "done", "effective", "visits", "calls", "cost", "due", "on_time", "overdue", "moved", "often"}
)
CUSTOMERS = frozenset({"customers", "orders", "amount"})


def follow_ups_behind(session: Session, figure: str, days: Days, rep_ids: Collection[int | None] | None) -> list[int]:
    """The ids of the follow-ups a figure of FOLLOW_UPS counts, of these reps (None among them: of nobody) or of all.

    By their days, the latest first.
    """
    day = case((FollowUp.state == FollowUpState.DONE, FollowUp.done_on), else_=FollowUp.planned_on)
    query = select(FollowUp.id, day.label("day")).distinct().join(Customer, Customer.id == FollowUp.customer_id)
    if figure in ("moved", "often"):
        query = query.join(FollowUpMove, FollowUpMove.follow_up_id == FollowUp.id)
    query = query.where(_behind(days)[figure], _of(_FOLLOW_UP_OF, rep_ids)).order_by(day.desc(), FollowUp.id.desc())
    return [row[0] for row in raw(session, query)]


def _behind(days: Days) -> Mapping[str, ColumnElement[bool]]:
    done, planned = _done(days), _planned(days)
    return {
        "planned": planned,
        "done": done,
        "effective": and_(done, FollowUp.effective),
        "visits": and_(done, FollowUp.kind.in_(VISITS)),
        "calls": and_(done, FollowUp.kind == FollowUpKind.CALL),
        "cost": and_(done, FollowUp.cost != 0),
        "due": and_(planned, _due(days)),
        "on_time": and_(planned, _due(days), _on_time()),
        "overdue": _overdue(days),
        "moved": _moved(days),
        "often": and_(_moved(days), FollowUp.postponed >= OFTEN),
    }


def customers_behind(session: Session, figure: str, days: Days, rep_ids: Collection[int | None] | None) -> list[int]:
    """The ids of the customers a figure of CUSTOMERS counts, by name: new ones, or those who bought."""
    if figure == "customers":
        query = select(Customer.id).where(_new(days), _of(Customer.owner_id, rep_ids))
    else:
        query = select(Customer.id).distinct().join(Order, Order.customer_id == Customer.id)
        query = query.where(_bought(days), _of(_ORDER_OF, rep_ids))
    return [row[0] for row in raw(session, query.order_by(Customer.pinyin, Customer.id))]


def _of(whose: Any, rep_ids: Collection[int | None] | None) -> ColumnElement[bool]:
    if rep_ids is None:
        return true()
    named = whose.in_([one for one in rep_ids if one is not None])
    return or_(named, whose.is_(None)) if None in rep_ids else named
