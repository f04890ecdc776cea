"""What schemes ask of customers, measured in the file: for a stretch of ids each metric as {customer: value}.

Definitions are those of the product: purchases are confirmed orders with a positive amount, net includes returns, a
window of w days ends on the day and includes it, 0 is everything before. A customer of whom a metric says nothing is
left out, which is not the same as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from db.models import (
    CareRecord,
    Customer,
    CustomField,
    CustomValue,
    FollowUp,
    Order,
    OrderLine,
    Product,
    Relation,
    ServiceCase,
    Survey,
)
from db.queries.metrics_bought import BOUGHT, PURCHASES_ONLY, bought, costed, gross_profit, margin
from db.queries.stretch import CENT, Stretch, Values, day_of, in_window, percent, raw, units, yuan
from db.vocabulary import CaseKind, CustomKind, FollowUpState, OrderKind, OrderState, RelationKind

CUSTOM = "custom."


def measured(session: Session, wanted: Iterable[tuple[str, int]], of: Stretch) -> dict[tuple[str, int], Values]:
    """Each (metric, window) that is asked for. KeyError for a metric that this file cannot measure."""
    found: dict[tuple[str, int], Values] = {}
    by_window: dict[int, set[str]] = {}
    for metric, window in wanted:
        if metric in BOUGHT:
            by_window.setdefault(window, set()).add(metric)
        elif metric.startswith(CUSTOM):
            found[metric, window] = _custom(session, int(metric.removeprefix(CUSTOM)), of)
        else:
            found[metric, window] = OTHERS[metric](session, of, window)
    for window, metrics in by_window.items():
        rows = bought(session, of, window, returns=bool(metrics - PURCHASES_ONLY))
        for metric in metrics:
            found[metric, window] = BOUGHT[metric](rows, of)
    return found


# Each with a query of its own


def _net_contribution(session: Session, of: Stretch, window: int) -> Values:
    """Gross profit less what was spent on the customer. One who buys at an unknown cost is not known."""
    known = costed(session, of, window)
    buyers = {row[0] for row in bought(session, of, window, returns=True)}
    spent = costs_of(session, of, window)
    found: Values = {}
    for one in buyers | spent.keys():
        if one in known or one not in buyers:
            amount, cost = known.get(one, (0, 0))
            found[one] = yuan(amount - cost - spent.get(one, 0))
    return found


def costs_of(session: Session, of: Stretch, window: int) -> dict[int, int]:
    """{customer: fen} of care, visits and service booked on him in the window."""
    care = select(CareRecord.customer_id, func.sum(units(CareRecord.cost))).where(
        of.of(CareRecord.customer_id), CareRecord.cost.is_not(None), in_window(CareRecord.given_on, of, window)
    )
    served = select(ServiceCase.customer_id, func.sum(units(ServiceCase.cost))).where(
        of.of(ServiceCase.customer_id), ServiceCase.cost.is_not(None), _opened_in(of, window)
    )
    visited = select(FollowUp.customer_id, func.sum(units(FollowUp.cost))).where(
        of.of(FollowUp.customer_id), FollowUp.cost.is_not(None), FollowUp.state == FollowUpState.DONE,
        in_window(FollowUp.done_on, of, window),
    )  # fmt: skip
    found: dict[int, int] = dict(raw(session, care.group_by(CareRecord.customer_id)))
    more = (served.group_by(ServiceCase.customer_id), visited.group_by(FollowUp.customer_id))
    for one, fen in (row for query in more for row in raw(session, query)):
        found[one] = found.get(one, 0) + fen
    return found


def _opened_in(of: Stretch, window: int) -> ColumnElement[bool]:
    """Cases have moments; a local day ends at its midnight."""
    end = _midnight(of.as_of + timedelta(days=1))
    since = of.since(window)
    before = ServiceCase.opened_at < end
    return before if since is None else and_(before, ServiceCase.opened_at >= _midnight(since))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone().astimezone(UTC)


def _tenure(session: Session, of: Stretch, _window: int) -> Values:
    rows = select(Customer.id, Customer.first_bought_on).where(of.of(Customer.id), Customer.first_bought_on <= of.as_of)
    return {one: Decimal((of.as_of - day_of(day)).days) for one, day in raw(session, rows)}


def _growth(session: Session, of: Stretch, window: int) -> Values:
    """Against the equal window before; nothing is said where nothing was bought in that."""
    since, before = of.since(window), of.since(window, back=1)
    if since is None or before is None:
        return {}
    amount = units(Order.amount)
    query = select(
        Order.customer_id,
        func.sum(case((Order.ordered_on >= since, amount), else_=0)),
        func.sum(case((Order.ordered_on < since, amount), else_=0)),
    ).where(
        of.of(Order.customer_id), Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE,
        Order.amount > 0, Order.ordered_on >= before, Order.ordered_on <= of.as_of,
    )  # fmt: skip
    rows = raw(session, query.group_by(Order.customer_id))
    return {one: percent(now - earlier, earlier) for one, now, earlier in rows if earlier}


def _categories(session: Session, of: Stretch, window: int) -> Values:
    """A line's own category, else its product's."""
    category = func.coalesce(OrderLine.category, Product.category)
    query = (
        select(Order.customer_id, func.count(category.distinct()))
        .join(OrderLine, OrderLine.order_id == Order.id)
        .outerjoin(Product, Product.id == OrderLine.product_id)
        .where(of.of(Order.customer_id), Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE)
        .where(Order.amount > 0, in_window(Order.ordered_on, of, window))
        .group_by(Order.customer_id)
    )
    return {one: Decimal(count) for one, count in raw(session, query) if count}


def _column(column: Any) -> Callable[[Session, Stretch, int], Values]:
    def values(session: Session, of: Stretch, _window: int) -> Values:
        query = select(Customer.id, column).where(of.of(Customer.id), column.is_not(None))
        return {one: Decimal(value) if isinstance(value, int) else str(value) for one, value in raw(session, query)}

    return values


def _referrals(session: Session, of: Stretch, _window: int) -> Values:
    """Other customers in the file introduced by him, whichever card the relation was written on.

    One of which it is known when it began counts from that day.
    """
    begun = or_(Relation.since.is_(None), Relation.since <= of.as_of)
    introduced = and_(Relation.kind == RelationKind.INTRODUCED_BY, begun)
    written = select(Relation.other_customer_id, Relation.customer_id).where(
        introduced, ~Relation.reverse, of.of(Relation.other_customer_id)
    )
    told = select(Relation.customer_id, Relation.other_customer_id).where(
        introduced, Relation.reverse, Relation.other_customer_id.is_not(None), of.of(Relation.customer_id)
    )
    pairs = set(raw(session, written)) | set(raw(session, told))
    counts: dict[int, int] = {}
    for one, other in pairs:
        if one != other:  # two people of one firm
            counts[one] = counts.get(one, 0) + 1
    everybody = raw(session, select(Customer.id).where(of.of(Customer.id)))
    return {one: Decimal(counts.get(one, 0)) for (one,) in everybody}


def _answers(column: Any) -> Callable[[Session, Stretch, int], Values]:
    def values(session: Session, of: Stretch, window: int) -> Values:
        query = select(Survey.customer_id, func.sum(column), func.count(column)).where(
            of.of(Survey.customer_id), column.is_not(None), in_window(Survey.asked_on, of, window)
        )
        rows = raw(session, query.group_by(Survey.customer_id))
        return {one: (Decimal(total) / count).quantize(CENT, ROUND_HALF_UP) for one, total, count in rows}

    return values


def _complaints(session: Session, of: Stretch, window: int) -> Values:
    """Nobody complained is known: it is none."""
    query = select(ServiceCase.customer_id, func.count()).where(
        of.of(ServiceCase.customer_id), ServiceCase.kind == CaseKind.COMPLAINT, _opened_in(of, window)
    )
    return _counted(session, of, query.group_by(ServiceCase.customer_id))


def _contacts(session: Session, of: Stretch, window: int) -> Values:
    query = select(FollowUp.customer_id, func.count()).where(
        of.of(FollowUp.customer_id), FollowUp.state == FollowUpState.DONE, FollowUp.effective,
        in_window(FollowUp.done_on, of, window),
    )  # fmt: skip
    return _counted(session, of, query.group_by(FollowUp.customer_id))


def _counted(session: Session, of: Stretch, query: Any) -> Values:
    counts = dict(raw(session, query))
    everybody = raw(session, select(Customer.id).where(of.of(Customer.id)))
    return {one: Decimal(counts.get(one, 0)) for (one,) in everybody}


def _custom(session: Session, field_id: int, of: Stretch) -> Values:
    kind = session.scalar(select(CustomField.kind).where(CustomField.id == field_id))
    if kind is None:
        raise KeyError(f"{CUSTOM}{field_id}")
    is_text = kind in (CustomKind.CHOICE, CustomKind.TEXT)
    column: Any = CustomValue.text if is_text else CustomValue.number
    query = select(CustomValue.customer_id, column if is_text else units(column)).where(
        CustomValue.field_id == field_id, of.of(CustomValue.customer_id), column.is_not(None)
    )
    rows = raw(session, query)
    if kind is CustomKind.YES_NO:
        return {one: "yes" if value else "no" for one, value in rows}
    return {one: value if is_text else Decimal(value).scaleb(-4) for one, value in rows}


OTHERS: Mapping[str, Callable[[Session, Stretch, int], Values]] = {
    "gross_profit": gross_profit,
    "margin": margin,
    "net_contribution": _net_contribution,
    "tenure": _tenure,
    "growth": _growth,
    "categories": _categories,
    "credit_grade": _column(Customer.credit_grade),
    "referrals": _referrals,
    "recommend": _answers(Survey.recommend),
    "satisfaction": _answers(Survey.satisfaction),
    "complaints": _complaints,
    "contacts": _contacts,
    "potential": _column(Customer.potential),
    "attitude": _column(Customer.attitude),
    "relationship": _column(Customer.relationship),
}


def buyers_in(session: Session, as_of: date, window: int) -> int:
    """How many customers bought something in the window."""
    everybody = Stretch(0, 2**63 - 1, as_of)
    query = select(func.count(Order.customer_id.distinct())).where(
        Order.state == OrderState.CONFIRMED, Order.kind == OrderKind.PURCHASE, Order.amount > 0,
        in_window(Order.ordered_on, everybody, window),
    )  # fmt: skip
    return session.scalar(query) or 0
