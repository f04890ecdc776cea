"""Discounts given to a customer: the share taken off the lines of purchases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Order, OrderLine
from db.vocabulary import OrderKind, OrderState


@dataclass(frozen=True, slots=True)
class DiscountRow:
    """The deepest discount of one order, as the share taken off (0.4 is 40 % off); 0 where none was given."""

    order_id: int
    number: str | None
    ordered_on: date
    share: Decimal


def deepest_discounts(session: Session, customer_id: int, first: date, last: date) -> list[DiscountRow]:
    """Of each confirmed purchase from `first` to `last` (both included), the newest first."""
    share = func.coalesce(func.max(OrderLine.discount), 0, type_=OrderLine.discount.type)
    columns: tuple[Any, ...] = (Order.id, Order.number, Order.ordered_on)
    query = select(*columns, share).outerjoin(OrderLine, OrderLine.order_id == Order.id)
    query = query.where(
        Order.customer_id == customer_id,
        Order.state == OrderState.CONFIRMED,
        Order.kind == OrderKind.PURCHASE,
        Order.ordered_on.between(first, last),
    )
    query = query.group_by(*columns).order_by(Order.ordered_on.desc(), Order.id.desc())
    found: list[Any] = list(session.execute(query).all())
    return [DiscountRow(*row) for row in found]
