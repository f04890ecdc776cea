"""生命周期 and 流失预警 as SQL over Customer, with the meaning of `desktop.rules.rating.lifecycle` to the last case.

The lifecycle compares the columns the Store keeps of a customer's buying (db/buying.py) and never looks at an order.
Warnings look at the orders of a customer through their index, and only where those columns leave it open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Integer, and_, case, cast, func, literal, or_, select, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.functions import GenericFunction

from db.lifecycle import LEAST, WINDOWS_BEFORE, Cause, Lifecycle, Limits, Yardstick
from db.models import Customer, Order, ServiceCase, Survey
from db.models.base import EXACT, Day
from db.vocabulary import CaseKind, OrderKind, OrderState, Stage

_UNITS = 10**EXACT.places  # in which intervals are stored
_ORDER = list(Lifecycle)


class days_from(GenericFunction[int]):  # noqa: N801 - a function of SQL
    """Calendar days from the first day to the second."""

    type = Integer()
    inherit_cache = True


@compiles(days_from)
def _plainly(element: Any, compiler: Any, **kw: Any) -> str:
    first, second = (compiler.process(one, **kw) for one in element.clauses)
    return f"(CAST({second} AS DATE) - CAST({first} AS DATE))"


@compiles(days_from, "sqlite")
def _by_julian_days(element: Any, compiler: Any, **kw: Any) -> str:
    first, second = (compiler.process(one, **kw) for one in element.clauses)
    return f"CAST(julianday({second}) - julianday({first}) AS INTEGER)"


def usual_gap(session: Session) -> Decimal | None:
    """The office's median of days between purchases, as `Yardstick.usual` says."""
    regular = Customer.bought_days >= LEAST
    query = select(Customer.usual_gap, regular, func.count()).where(Customer.usual_gap.is_not(None))
    rows = session.execute(query.group_by(Customer.usual_gap, regular))
    counts = [(gap, own, count) for gap, own, count in rows if gap is not None]
    votes = [(gap, count) for gap, own, count in counts if own] or [(gap, count) for gap, _, count in counts]
    total, seen = sum(count for _, count in votes), 0
    middle: list[Decimal] = []
    for gap, count in sorted(votes):
        middle += [gap for place in ((total - 1) // 2, total // 2) if seen <= place < seen + count]
        seen += count
    return sum(middle, Decimal(0)) / 2 if middle else None


# 生命周期


def lifecycle_on(today: date, yard: Yardstick) -> Any:
    """The state of each customer as a text, a value of Lifecycle."""
    state = _state(Customer.last_bought_on, today, yard, lambda one: literal(one.value))
    return case((Customer.stage == Stage.LOST, literal(Lifecycle.LOST.value)), else_=state)


def coldness_on(today: date, yard: Yardstick) -> Any:
    """The same as a number to sort by, growing from never bought to lost."""
    state = _state(Customer.last_bought_on, today, yard, lambda one: literal(_ORDER.index(one)))
    return case((Customer.stage == Stage.LOST, literal(_ORDER.index(Lifecycle.LOST))), else_=state)


def _state(last: Any, on: date, yard: Yardstick, value: Callable[[Lifecycle], Any]) -> Any:
    """The state on a day of one who bought last on `last`, whatever his stage."""
    limits, first = yard.limits, Customer.first_bought_on
    since = days_from(last, literal(on, Day()))
    return case(
        (or_(first.is_(None), first > on), value(Lifecycle.NEVER)),
        (first >= on - timedelta(days=limits.new_days), value(Lifecycle.NEW)),
        *_without_interval(since, yard, value),
        (_within(since, yard, limits.active), value(Lifecycle.ACTIVE)),
        (_within(since, yard, limits.slowing), value(Lifecycle.SLOWING)),
        (and_(since > limits.lost_days, ~_within(since, yard, limits.lost)), value(Lifecycle.LOST)),
        else_=value(Lifecycle.DORMANT),
    )


def _without_interval(since: Any, yard: Yardstick, value: Callable[[Lifecycle], Any]) -> list[tuple[Any, Any]]:
    """Where nobody in the office ever came back, only the days of being lost are known."""
    if yard.usual is not None:
        return []
    unknown = Customer.bought_days < LEAST
    return [
        (and_(unknown, since > yard.limits.lost_days), value(Lifecycle.LOST)),
        (unknown, value(Lifecycle.ACTIVE)),
    ]


def _within(since: Any, yard: Yardstick, times: Decimal) -> Any:
    """Whether no more days have gone by than `times` the interval expected; in whole numbers."""
    gap = type_coerce(Customer.usual_gap, Integer)
    own = case((gap < _UNITS, _UNITS), else_=gap)
    usual = int(max(yard.usual or Decimal(1), Decimal(1)) * _UNITS)
    interval = case((Customer.bought_days >= LEAST, own), else_=literal(usual))
    return since * (100 * _UNITS) <= interval * int(times * 100)


# 流失预警


def causes_on(today: date, yard: Yardstick, now: datetime) -> Mapping[Cause, Any]:
    """{cause: whether it worries about the customer}, each without NULL. `now`: what limits of complaints have passed.

    To be asked along with `not_given_up`: one who is marked as lost is worried about no more.
    """
    return {
        Cause.COMPLAINT_DUE: _complaint_due(now),
        Cause.SPEND_DOWN: _spend_down(today, yard.limits),
        Cause.COLDER: _colder(today, yard),
        Cause.UNHAPPY: _unhappy(today, yard.limits),
    }


def not_given_up() -> Any:
    """Whether a customer is not marked as lost."""
    return Customer.stage != Stage.LOST


def warned_on(today: date, yard: Yardstick, now: datetime) -> Any:
    """Whether there is any warning."""
    return and_(not_given_up(), or_(*causes_on(today, yard, now).values()))


def first_cause_on(today: date, yard: Yardstick, now: datetime) -> Any:
    """The place of the first cause in the order of Cause, to sort by; NULL where there is none."""
    causes = causes_on(today, yard, now)
    return case(*((and_(not_given_up(), causes[one]), literal(at)) for at, one in enumerate(Cause)), else_=None)


def purchased() -> Any:
    """What makes an order a purchase (product.md §5)."""
    return and_(Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE, Order.amount > 0)


def _mine(what: Any) -> Any:
    return select(what).where(Order.customer_id == Customer.id, purchased()).correlate(Customer)


def last_before(then: date) -> Any:
    """The last purchase on that day or earlier; asks the orders only of those who bought since."""
    looked = _mine(func.max(Order.ordered_on)).where(Order.ordered_on <= then).scalar_subquery()
    return case((Customer.last_bought_on <= then, Customer.last_bought_on), else_=looked)


def windows(today: date, limits: Limits) -> tuple[date, date]:
    """First day of the last window, and first day of the three before it."""
    start = today - timedelta(days=limits.window - 1)
    return start, start - timedelta(days=limits.window * WINDOWS_BEFORE)


def _spend_down(today: date, limits: Limits) -> Any:
    start, earliest = windows(today, limits)
    amount = type_coerce(Order.amount, BigInteger)
    left = int((1 - limits.drop) * 10_000)  # of the mean, in ten-thousandths
    weight = case((Order.ordered_on >= start, literal(WINDOWS_BEFORE * 10_000)), else_=literal(-left))
    spent = _mine(func.sum(amount * weight)).where(Order.ordered_on.between(earliest, today)).scalar_subquery()
    count = _mine(func.count()).where(Order.ordered_on <= today).scalar_subquery()
    enough = cast(count, Integer) >= LEAST
    down = func.coalesce(type_coerce(spent, BigInteger), 1) <= 0  # nothing at all in the four windows is no fall
    return and_(func.coalesce(Customer.last_bought_on >= earliest, False), down, enough)


def _colder(today: date, yard: Yardstick) -> Any:
    then = today - timedelta(days=yard.limits.window)
    active = _ORDER.index(Lifecycle.ACTIVE)
    after = _state(Customer.last_bought_on, today, yard, lambda one: literal(_ORDER.index(one)))
    before = _state(last_before(then), then, yard, lambda one: literal(_ORDER.index(one)))
    bought = func.coalesce(Customer.first_bought_on <= then, False)
    return and_(bought, after > active, after > before)


def _complaint_due(now: datetime) -> Any:
    unanswered = and_(ServiceCase.answered_at.is_(None), ServiceCase.answer_by < now)
    past = or_(unanswered, ServiceCase.solve_by < now)
    mine = select(ServiceCase.id).where(ServiceCase.customer_id == Customer.id, ServiceCase.solved_at.is_(None), past)
    return mine.where(ServiceCase.kind == CaseKind.COMPLAINT).correlate(Customer).exists()


def _unhappy(today: date, limits: Limits) -> Any:
    mine = select(Survey.satisfaction).where(Survey.customer_id == Customer.id, Survey.satisfaction.is_not(None))
    latest = mine.where(Survey.asked_on <= today).order_by(Survey.asked_on.desc(), Survey.id.desc()).limit(1)
    return func.coalesce(latest.correlate(Customer).scalar_subquery() <= limits.unhappy, False)
