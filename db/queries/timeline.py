"""What happened with a customer: follow-ups and orders, newest first, and the figures at the card's head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from db.models import Contact, FollowUp, Order, OrderLine, Payment, Rep
from db.vocabulary import FollowUpKind, FollowUpState, OrderKind, OrderState, PaymentMethod

_SOONEST = (FollowUp.planned_on.nulls_last(), FollowUp.planned_time.nulls_last(), FollowUp.id)


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One follow-up as the timeline and the form show it."""

    id: int
    customer_id: int
    contact_id: int | None
    contact: str | None
    rep: str | None
    kind: FollowUpKind
    state: FollowUpState
    planned_on: date | None
    planned_time: time | None
    purpose: str | None
    done_on: date | None
    done_time: time | None
    minutes: int | None
    result: str | None
    effective: bool
    note: str | None
    rep_id: int | None = None
    place: str | None = None
    cost: Decimal | None = None
    until_on: date | None = None
    first_planned_on: date | None = None
    postponed: int = 0
    remind_minutes: int | None = None
    series_id: int | None = None
    run_id: int | None = None


@dataclass(frozen=True, slots=True)
class Recent:
    """What the head of a card says: `planned` soonest first, `done` newest first, both only the first few.

    `last_on` is the day of the last effective contact, `contacted` whether anything at all was done yet.
    """

    planned: tuple[FollowUpRow, ...]
    done: tuple[FollowUpRow, ...]
    last_on: date | None

    @property
    def contacted(self) -> bool:
        """Whether there was any contact, effective or not."""
        return bool(self.done)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order, with the names of its first products."""

    id: int
    number: str | None
    ordered_on: date
    kind: OrderKind
    state: OrderState
    amount: Decimal
    lines: int
    products: str
    note: str | None
    delivered_on: date | None = None


@dataclass(frozen=True, slots=True)
class LineRow:
    """One order line; prices and amounts with four decimals."""

    product_name: str | None
    category: str | None
    quantity: Decimal | None
    unit_price: Decimal | None
    discount: Decimal | None
    unit_cost: Decimal | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment."""

    id: int
    paid_on: date
    amount: Decimal
    method: PaymentMethod | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Computed figures of one customer: `net` is purchases less returns, `open` what is not yet paid of it."""

    orders: int
    purchases: Decimal
    net: Decimal
    paid: Decimal
    open: Decimal
    first_on: date | None
    last_on: date | None


def _follow_up_rows(customer_id: int) -> Select[*tuple[Any, ...]]:
    return _rows().where(FollowUp.customer_id == customer_id)


def _rows() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        FollowUp.id, FollowUp.customer_id, FollowUp.contact_id, Contact.name, Rep.name, FollowUp.kind, FollowUp.state,
        FollowUp.planned_on, FollowUp.planned_time, FollowUp.purpose, FollowUp.done_on, FollowUp.done_time,
        FollowUp.minutes, FollowUp.result, FollowUp.effective, FollowUp.note, FollowUp.rep_id,
        FollowUp.place, FollowUp.cost, FollowUp.until_on, FollowUp.first_planned_on, FollowUp.postponed,
        FollowUp.remind_minutes, FollowUp.series_id, FollowUp.run_id,
    )  # fmt: skip
    query = select(*columns).outerjoin(Contact, Contact.id == FollowUp.contact_id)
    return query.outerjoin(Rep, Rep.id == FollowUp.rep_id)


def follow_up(session: Session, follow_up_id: int) -> FollowUpRow | None:
    """One follow-up; None where it is gone."""
    row = session.execute(_rows().where(FollowUp.id == follow_up_id)).first()
    return None if row is None else FollowUpRow(*row)


def planned(session: Session, customer_id: int, *, most: int = 200) -> list[FollowUpRow]:
    """What is planned with a customer, soonest first."""
    query = _follow_up_rows(customer_id).where(FollowUp.state == FollowUpState.PLANNED)
    return [FollowUpRow(*row) for row in session.execute(query.order_by(*_SOONEST).limit(most))]


def recent(session: Session, customer_id: int, *, most: int = 3) -> Recent:
    """The next steps and the last contacts of a customer, at most `most` of each."""
    rows = _follow_up_rows(customer_id)
    coming = rows.where(FollowUp.state == FollowUpState.PLANNED).order_by(*_SOONEST)
    done = rows.where(FollowUp.state == FollowUpState.DONE).order_by(FollowUp.done_on.desc(), FollowUp.id.desc())
    effective = and_(FollowUp.customer_id == customer_id, FollowUp.state == FollowUpState.DONE, FollowUp.effective)
    return Recent(
        tuple(FollowUpRow(*row) for row in session.execute(coming.limit(most))),
        tuple(FollowUpRow(*row) for row in session.execute(done.limit(most))),
        session.scalar(select(func.max(FollowUp.done_on)).where(effective)),
    )


def visits_done(session: Session, customer_id: int, first: date, last: date) -> int:
    """How often a customer was visited with effect from `first` to `last`, both included."""
    mine = and_(FollowUp.customer_id == customer_id, FollowUp.kind == FollowUpKind.VISIT)
    done = and_(FollowUp.state == FollowUpState.DONE, FollowUp.effective, FollowUp.done_on.between(first, last))
    return session.scalar(select(func.count()).where(mine, done)) or 0


def follow_ups(session: Session, customer_id: int, *, limit: int = 2000) -> list[FollowUpRow]:
    """Follow-ups of a customer: planned ones first (soonest first), then what was done, newest first."""
    query = _follow_up_rows(customer_id).limit(limit)
    found: list[Any] = list(session.execute(query).all())
    rows = [FollowUpRow(*row) for row in found]
    coming = [row for row in rows if row.state is FollowUpState.PLANNED]
    past = [row for row in rows if row.state is not FollowUpState.PLANNED]
    coming.sort(key=lambda row: (row.planned_on or date.max, row.planned_time or time.max, row.id))
    past.sort(key=lambda row: (row.done_on or row.planned_on or date.min, row.id), reverse=True)
    return coming + past


def orders(session: Session, customer_id: int, *, limit: int = 2000) -> list[OrderRow]:
    """Orders of a customer, newest first."""
    columns = (Order.id, Order.number, Order.ordered_on, Order.kind, Order.state, Order.amount)
    query = select(*columns, Order.note, Order.delivered_on).where(Order.customer_id == customer_id)
    found = session.execute(query.order_by(Order.ordered_on.desc(), Order.id.desc()).limit(limit)).all()
    names: dict[int, list[str]] = {}
    lines = select(OrderLine.order_id, OrderLine.product_name).join(Order).where(Order.customer_id == customer_id)
    for order_id, product in session.execute(lines.order_by(OrderLine.order_id, OrderLine.position)):
        names.setdefault(order_id, []).append(product or "")
    return [
        OrderRow(
            *row[:6],
            lines=len(names.get(row[0], ())),
            products="、".join(names.get(row[0], [])[:3]),
            note=row[6],
            delivered_on=row[7],
        )
        for row in found
    ]


def order_lines(session: Session, order_id: int) -> list[LineRow]:
    """The lines of one order."""
    names = ("product_name", "category", "quantity", "unit_price", "discount", "unit_cost", "amount")
    query = select(*(getattr(OrderLine, name) for name in names)).where(OrderLine.order_id == order_id)
    return [LineRow(*row) for row in session.execute(query.order_by(OrderLine.position))]


def payments(session: Session, customer_id: int) -> list[PaymentRow]:
    """Payments of a customer, newest first."""
    columns = (Payment.id, Payment.paid_on, Payment.amount, Payment.method, Payment.note)
    query = select(*columns).where(Payment.customer_id == customer_id)
    return [PaymentRow(*row) for row in session.execute(query.order_by(Payment.paid_on.desc(), Payment.id.desc()))]


def figures(session: Session, customer_id: int) -> Figures:
    """What the orders and payments of a customer come to (product.md §5: purchases without returns, net with them)."""
    confirmed = and_(Order.customer_id == customer_id, Order.state == OrderState.CONFIRMED)
    bought = and_(confirmed, Order.kind == OrderKind.PURCHASE, Order.amount > 0)
    query = select(func.count(), func.sum(Order.amount), func.min(Order.ordered_on), func.max(Order.ordered_on))
    count, purchases, first_on, last_on = session.execute(query.where(bought)).one()
    net = session.scalar(select(func.sum(Order.amount)).where(confirmed)) or Decimal(0)
    paid = session.scalar(select(func.sum(Payment.amount)).where(Payment.customer_id == customer_id)) or Decimal(0)
    owed = max(net - paid, Decimal(0)) if paid else Decimal(0)
    return Figures(count, purchases or Decimal(0), net, paid, owed, first_on, last_on)
