"""What schemes ask of a customer's orders: one query for all metrics of a window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from db.models import Order
from db.queries.stretch import CENT, Stretch, Values, day_of, in_window, percent, raw, units, yuan
from db.vocabulary import OrderKind, OrderState

Bought = tuple[Any, ...]  # customer, purchases, how many, last day, net
PURCHASES_ONLY = frozenset({"purchases", "orders", "mean_order", "recency"})


def bought(session: Session, of: Stretch, window: int, *, returns: bool) -> list[Bought]:
    """A row for each customer with orders in the window; `returns` counts them in. Answered by one index alone."""
    is_purchase = and_(Order.kind == OrderKind.PURCHASE, Order.amount > 0)
    where = [of.of(Order.customer_id), Order.state == OrderState.CONFIRMED, in_window(Order.ordered_on, of, window)]
    amount = units(Order.amount)
    columns: list[Any] = [Order.customer_id]
    if returns:
        columns += [func.sum(case((is_purchase, amount), else_=0)), func.sum(case((is_purchase, 1), else_=0))]
        columns += [func.max(case((is_purchase, Order.ordered_on))), func.sum(amount)]
    else:
        where.append(is_purchase)
        columns += [func.sum(amount), func.count(), func.max(Order.ordered_on)]
    return raw(session, select(*columns).where(*where).group_by(Order.customer_id))


def costed(session: Session, of: Stretch, window: int) -> dict[int, tuple[int, int]]:
    """{customer: (fen of net purchases whose cost is known, that cost)} in the window; nobody where none is known."""
    if session.scalar(select(Order.id).where(Order.cost.is_not(None)).limit(1)) is None:
        return {}
    where = [of.of(Order.customer_id), Order.state == OrderState.CONFIRMED, in_window(Order.ordered_on, of, window)]
    query = select(Order.customer_id, func.sum(units(Order.costed)), func.sum(units(Order.cost)))
    rows = raw(session, query.where(*where, Order.cost.is_not(None)).group_by(Order.customer_id))
    return {row[0]: (row[1], row[2]) for row in rows}


def _purchases(rows: Iterable[Bought], _of: Stretch) -> Values:
    return {row[0]: yuan(row[1]) for row in rows if row[2]}  # one who only gave something back bought nothing


def _orders(rows: Iterable[Bought], _of: Stretch) -> Values:
    return {row[0]: Decimal(row[2]) for row in rows if row[2]}


def _mean_order(rows: Iterable[Bought], _of: Stretch) -> Values:
    return {row[0]: (yuan(row[1]) / row[2]).quantize(CENT, ROUND_HALF_UP) for row in rows if row[2]}


def _recency(rows: Iterable[Bought], of: Stretch) -> Values:
    seen: dict[Any, Decimal] = {}  # few different days for many customers
    found: Values = {}
    for row in rows:
        last = row[3]
        if last is not None:
            if last not in seen:
                seen[last] = Decimal((of.as_of - day_of(last)).days)
            found[row[0]] = seen[last]
    return found


def _net(rows: Iterable[Bought], _of: Stretch) -> Values:
    return {row[0]: yuan(row[4]) for row in rows}


def gross_profit(session: Session, of: Stretch, window: int) -> Values:
    """Of customers with a known cost."""
    return {one: yuan(amount - cost) for one, (amount, cost) in costed(session, of, window).items()}


def margin(session: Session, of: Stretch, window: int) -> Values:
    """In per cent of what the lines with a known cost count for."""
    rows = costed(session, of, window)
    return {one: percent(amount - cost, amount) for one, (amount, cost) in rows.items() if amount > 0}


BOUGHT: Mapping[str, Callable[[list[Bought], Stretch], Values]] = {
    "purchases": _purchases,
    "orders": _orders,
    "mean_order": _mean_order,
    "recency": _recency,
    "net": _net,
}
