"""What was bought, by customer and day: what a forecast of purchases and the stage of life are computed from.

A purchase day is a day with a confirmed order of the kind purchase. One that cost nothing counts as a day, since the
customer came and took something (the published figures of BG/NBD count it too); its money is nothing. Returns are no
purchases.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.models import Customer, Order
from db.problems import StoreProblem
from db.vocabulary import OrderKind, OrderState

PAGE = 500  # customers; a save waits for a running read


@dataclass(frozen=True, slots=True)
class Buyer:
    """What a customer bought: on how many different `days`, the `first` and the `last` of them, and what he paid on
    all but the first."""

    customer_id: int
    days: int
    first: date
    last: date
    repeat_spend: Decimal


def purchase_days(session: Session, customer_id: int, until: date) -> list[tuple[date, Decimal]]:
    """The days a customer bought on up to `until`, in order, each with what he paid that day."""
    query = select(Order.ordered_on, func.sum(Order.amount)).where(*_purchases(until), Order.customer_id == customer_id)
    found = session.execute(query.group_by(Order.ordered_on).order_by(Order.ordered_on))
    return [(day, paid) for day, paid in found]


def page_end(session: Session, after: int, customers: int) -> int | None:
    """The id of the last of the next `customers` whose ids come after this one; None when there are no more."""
    next_ids = select(Customer.id).where(Customer.id > after).order_by(Customer.id).limit(customers).subquery()
    last: int | None = session.scalar(select(func.max(next_ids.c.id)))
    return last


def buyers(session: Session, until: date, after: int, last: int) -> list[Buyer]:
    """Those who bought something up to `until`, in the order of their ids: more than `after`, at most `last`."""
    query = select(Order.customer_id, Order.ordered_on, Order.amount)
    query = query.where(*_purchases(until), Order.customer_id > after, Order.customer_id <= last)
    query = query.order_by(Order.customer_id, Order.ordered_on)
    rows: Any = session.connection().execute(query).cursor  # the driver's own: a million rows without a wrapper each
    try:
        return [_buyer(one, orders) for one, orders in groupby(rows, key=itemgetter(0))]
    except (TypeError, ValueError) as error:
        raise StoreProblem("damaged") from error


def _purchases(until: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Order.state == OrderState.CONFIRMED,
        Order.kind == OrderKind.PURCHASE,
        Order.amount >= 0,
        Order.ordered_on <= until,
    )


def _buyer(customer_id: int, orders: Iterable[tuple[int, str, int]]) -> Buyer:
    """From orders as the driver gives them, in the order of their days: texts of days, fen."""
    first = last = ""
    days = fen = 0
    for _, day, amount in orders:
        if day != last:
            first, last, days = first or day, day, days + 1
        if day != first:
            fen += amount
    return Buyer(customer_id, days, date.fromisoformat(first), date.fromisoformat(last), Decimal(fen).scaleb(-2))
