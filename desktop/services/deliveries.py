"""交货: the day an order was delivered. What is counted from it follows."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from db.models import Order
from db.queries.sequences import runs_at
from db.vocabulary import OrderKind
from desktop.rules.errors import RuleBroken
from desktop.services.calendar.runs import move_anchor, withdraw


def set_delivered(session: Session, order_id: int, on: date | None, today: date) -> None:
    """Say when an order was delivered, None: not yet. Sequences counted from that day move with it, or go.

    Raises RuleBroken: ("gone"), at "delivered_on": in the future, before it was ordered, a return.
    """
    order = session.get(Order, order_id)
    if order is None:
        raise RuleBroken("gone")
    if on == order.delivered_on:
        return
    if on is not None:
        if order.kind is OrderKind.RETURN:
            raise RuleBroken("return_delivered", "delivered_on")
        if on > today:
            raise RuleBroken("in_the_future", "delivered_on")
        if on < order.ordered_on:
            raise RuleBroken("delivered_before_ordered", "delivered_on", day=order.ordered_on.isoformat())
    order.delivered_on = on
    session.flush()
    for run_id in runs_at(session, order_id=order_id):
        if on is None:
            withdraw(session, run_id)
        else:
            move_anchor(session, run_id, on, today)
