"""What fell due for customers and what they paid, day by day: who pays on time is worked out from it.

Of a customer without any recorded payment nothing is said: an office that keeps no payments is not owed everything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, select, type_coerce
from sqlalchemy.orm import Session

from db.models import Customer, Order, Payment
from db.vocabulary import OrderState

Money = tuple[date, int]  # a day and fen
_CHUNK = 500


def ledgers(session: Session, first: int, last: int, as_of: date) -> dict[int, tuple[list[Money], list[Money]]]:
    """{customer: (what fell or falls due and when, what was paid and when)} up to the day, in the order of the orders.

    Due `credit_days` after the order, at once where no term is agreed. Only customers with a recorded payment.
    """
    return _ledgers(session, lambda owner: and_(owner >= first, owner <= last), as_of)


def ledgers_of(
    session: Session, customer_ids: Sequence[int], as_of: date
) -> dict[int, tuple[list[Money], list[Money]]]:
    """The same of these customers."""
    found: dict[int, tuple[list[Money], list[Money]]] = {}
    for at in range(0, len(customer_ids), _CHUNK):
        part = customer_ids[at : at + _CHUNK]
        found |= _ledgers(session, lambda owner, part=part: owner.in_(part), as_of)  # type: ignore[misc]
    return found


def _ledgers(
    session: Session, wanted: Callable[[Any], ColumnElement[bool]], as_of: date
) -> dict[int, tuple[list[Money], list[Money]]]:
    paid: dict[int, list[Money]] = {}
    payments = select(Payment.customer_id, Payment.paid_on, type_coerce(Payment.amount, Integer)).where(
        wanted(Payment.customer_id), Payment.paid_on <= as_of
    )
    for one, rows in groupby(_rows(session, payments.order_by(Payment.customer_id, Payment.paid_on)), key=_first):
        paid[one] = [(_day(day), fen) for _, day, fen in rows]
    if not paid:
        return {}
    orders = (
        select(Order.customer_id, Order.ordered_on, type_coerce(Order.amount, Integer), Customer.credit_days)
        .join(Customer, Customer.id == Order.customer_id)
        .where(wanted(Order.customer_id), Order.state == OrderState.CONFIRMED, Order.ordered_on <= as_of)
        .order_by(Order.customer_id, Order.ordered_on, Order.id)
    )
    found = {}
    for one, rows in groupby(_rows(session, orders), key=_first):
        if one in paid:
            due = [(_day(day) + timedelta(days=days or 0), fen) for _, day, fen, days in rows]
            found[one] = (due, paid[one])
    return found


def _rows(session: Session, query: Any) -> Sequence[tuple[Any, ...]]:
    cursor: Any = session.connection().execute(query).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _first(row: tuple[Any, ...]) -> int:
    return int(row[0])


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
