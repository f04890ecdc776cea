"""The customer list: which customers in which order (ids), and what is shown of them (rows, a page at a time)."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from db.conditions import Where
from db.models import Contact, Customer, FollowUp, Order, Reach, Rep
from db.queries.conditions import Frame, clause
from db.queries.list_columns import more_of, sort_of
from db.queries.search import found_count, found_ids, matching
from db.vocabulary import CustomerKind, FollowUpKind, FollowUpState, OrderKind, OrderState, ReachKind, Stage

EVERYBODY = Where()
PHONES = (ReachKind.MOBILE, ReachKind.PHONE)


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Which customers are wanted. Empty fields ask for nothing; all that are set must hold."""

    text: str = ""
    where: Where = EVERYBODY  # the conditions of a view, asked from `frame`
    also: Where = EVERYBODY  # more of the kind, which must hold too
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the list. `next_on` is None where nothing is planned, `last_on` where there was no contact yet."""

    id: int
    number: str | None
    name: str
    kind: CustomerKind
    stage: Stage
    contact: str | None
    phone: str | None
    region: str
    owner: str | None
    next_on: date | None
    next_kind: FollowUpKind | None
    last_on: date | None
    purchases: Decimal
    purchased_on: date | None
    owner_id: int | None = None
    more: Mapping[str, Any] = field(default_factory=dict)  # of columns beyond these, by their keys


def _next_on() -> Any:
    planned = and_(FollowUp.customer_id == Customer.id, FollowUp.state == FollowUpState.PLANNED)
    return select(func.min(FollowUp.planned_on)).where(planned).correlate(Customer).scalar_subquery()


def _counts(order: Any) -> ColumnElement[bool]:
    return and_(order.state == OrderState.CONFIRMED, order.kind == OrderKind.PURCHASE, order.amount > 0)


def _purchases() -> Any:
    mine = and_(Order.customer_id == Customer.id, _counts(Order))
    return select(func.coalesce(func.sum(Order.amount), 0)).where(mine).correlate(Customer).scalar_subquery()


SORTS: dict[str, Any] = {
    "name": Customer.pinyin,
    "number": Customer.number,
    "stage": Customer.stage,
    "region": func.coalesce(Customer.province, "") + func.coalesce(Customer.city, ""),
    "owner": select(Rep.name).where(Rep.id == Customer.owner_id).correlate(Customer).scalar_subquery(),
    "next": _next_on(),
    "last": Customer.contacted_on,  # which the Store keeps (db/contacting.py)
    "purchases": _purchases(),
    "created": Customer.id,
}


UNKNOWN_FIRST = frozenset({"next", "last", "silent_days", "days_left"})
_FULL = frozenset({"name", "stage", "region", "purchases", "created"})  # never without a value


def customer_ids(
    session: Session, wanted: CustomerFilter, sort: str = "name", *, descending: bool = False
) -> array[int]:
    """The ids of all wanted customers in order. `sort` is a key of SORTS or of `list_columns.sort_of`.

    Unknown dates of steps and contacts sort first, as they matter; everything else unknown sorts last.
    """
    query: Select[Any] = select(Customer.id).where(*conditions_of(session, wanted))
    column = SORTS[sort] if sort in SORTS else sort_of(sort, wanted.frame)
    if column is None:  # a column that is gone, such as a field the office has removed
        column, sort = SORTS["name"], "name"
    order = column.desc() if descending else column.asc()
    if sort in UNKNOWN_FIRST:
        order = order.nulls_first()
    elif sort not in _FULL:
        order = order.nulls_last()
    query = query.order_by(order, Customer.id.desc() if descending else Customer.id)
    rows: Any = session.connection().execute(query).cursor  # the driver's own: 100,000 rows without a wrapper each
    return array("q", chain.from_iterable(rows))


def wanted_ids(session: Session, wanted: CustomerFilter) -> set[int]:
    """The ids of all wanted customers, in no order: faster than `customer_ids` for one who has the order already."""
    rows: Any = session.connection().execute(select(Customer.id).where(*conditions_of(session, wanted))).cursor
    return set(chain.from_iterable(rows))


def narrowed(session: Session, ids: Sequence[int], typed: str) -> Sequence[int]:
    """Those of `ids` that what was typed finds, in the same order.

    For one who types on and on: to look each hit up and sort the hits again takes longer than to walk through a list
    that is already in order.
    """
    if not typed.strip():
        return ids
    if found_count(session, typed) == session.scalar(select(func.count()).select_from(Customer)):
        return ids  # a letter that is in every number or name
    hits = set(found_ids(session, typed, None))
    return list(filter(hits.__contains__, ids))


def conditions_of(session: Session, wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    """What must hold of a wanted customer, as conditions on Customer."""
    found: list[ColumnElement[bool]] = []
    if wanted.text.strip():
        found.append(matching(session, wanted.text))
    if wanted.frame is not None:
        several = (clause(wanted.where, wanted.frame), clause(wanted.also, wanted.frame))
        found += [one for one in several if one is not None]
    return found


def customer_rows(
    session: Session, ids: Sequence[int], keys: Collection[str] = (), frame: Frame | None = None
) -> list[CustomerRow]:
    """The lines of these customers, in the order asked; an id that is gone is left out.

    `keys` are columns of `list_columns.more_of` that are wanted besides.
    """
    more = more_of(session, ids, keys, frame) if keys and frame is not None else {}
    columns = (Customer.id, Customer.number, Customer.name, Customer.kind, Customer.stage, Customer.province)
    more_columns = (Customer.city, Customer.district, Rep.name, Customer.owner_id, Customer.contacted_on)
    query = select(*columns, *more_columns).outerjoin(Rep, Rep.id == Customer.owner_id)
    found = {row[0]: row for row in session.execute(query.where(Customer.id.in_(ids)))}
    people, phones = _first_contacts(session, ids), _first_phones(session, ids)
    steps, sums = _next_steps(session, ids), _purchase_sums(session, ids)
    rows = []
    for one in ids:
        if one not in found:
            continue
        _, number, name, kind, stage, province, city, district, owner, owner_id, contacted = found[one]
        region = " ".join(part for part in dict.fromkeys((province, city, district)) if part)
        amount, bought = sums.get(one, (Decimal(0), None))
        next_on, next_kind = steps.get(one, (None, None))
        common = (people.get(one), phones.get(one), region, owner)
        rows.append(
            CustomerRow(
                one,
                number,
                name,
                kind,
                stage,
                *common,
                next_on,
                next_kind,
                contacted,
                amount,
                bought,
                owner_id,
                more.get(one, {}),
            )
        )
    return rows


def _first_contacts(session: Session, ids: Sequence[int]) -> dict[int, str]:
    query = select(Contact.customer_id, Contact.name).where(Contact.customer_id.in_(ids), Contact.active)
    query = query.order_by(Contact.is_primary, Contact.id.desc())  # the last one written into the dict wins
    return dict(session.execute(query).all())


def _first_phones(session: Session, ids: Sequence[int]) -> dict[int, str]:
    query = select(Reach.customer_id, Reach.value).where(Reach.customer_id.in_(ids), Reach.kind.in_(PHONES))
    query = query.order_by(Reach.kind == ReachKind.MOBILE, Reach.id.desc())
    return dict(session.execute(query).all())


def _next_steps(session: Session, ids: Sequence[int]) -> dict[int, tuple[date | None, FollowUpKind]]:
    # Put in order here: asked for it, SQLite would walk through everything that is planned in the file.
    query = select(FollowUp.customer_id, FollowUp.planned_on, FollowUp.kind).where(
        FollowUp.customer_id.in_(ids), FollowUp.state == FollowUpState.PLANNED
    )
    planned = sorted(session.execute(query).all(), key=lambda row: row[1] or date.max, reverse=True)
    return {i: (on, kind) for i, on, kind in planned}


def _purchase_sums(session: Session, ids: Sequence[int]) -> dict[int, tuple[Decimal, date]]:
    query = select(Order.customer_id, func.sum(Order.amount), func.max(Order.ordered_on)).where(
        Order.customer_id.in_(ids), _counts(Order)
    )
    return {i: (amount, on) for i, amount, on in session.execute(query.group_by(Order.customer_id))}


__all__ = [
    "SORTS",
    "CustomerFilter",
    "CustomerRow",
    "conditions_of",
    "customer_ids",
    "customer_rows",
    "narrowed",
    "wanted_ids",
]
