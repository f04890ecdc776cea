"""完整度 in the file's own words: which fields of a card are filled, and what per cent that is of those required.

Fields are named by their column, or "reaches", "contacts", "decision_maker", "key_dates" for what a card has lists of,
or "custom.<id>" for a field the office added. What is required of whom comes from outside, as `Required`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, CustomField, CustomValue, KeyDate, Reach, Rep
from db.vocabulary import ContactRole, CustomerKind

# {(kind, tier): fields}; tier None is for customers in no tier, and in one that is not named here.
Required = Mapping[tuple[CustomerKind, str | None], tuple[str, ...]]

CUSTOM = "custom."
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class RequirableField:
    """A field the office added that can be required: `always` where the office said so for everybody."""

    key: str
    title: str
    only: CustomerKind | None
    part: str
    always: bool


@dataclass(frozen=True, slots=True)
class FilledCard:
    """One customer and which of the fields asked about are filled."""

    id: int
    number: str | None
    name: str
    kind: CustomerKind
    value_tier: str | None
    owner_id: int | None
    owner: str | None
    filled: frozenset[str]


@dataclass(frozen=True, slots=True)
class FilledGroup:
    """Customers of one rep, kind and tier: how many, how many of them are full, and how many have each field."""

    owner_id: int | None
    kind: CustomerKind
    value_tier: str | None
    customers: int
    full: int
    filled: Mapping[str, int]


def filled(key: str) -> ColumnElement[bool]:
    """The condition that a field of a customer is filled."""
    if key.startswith(CUSTOM):
        return _answered(int(key.removeprefix(CUSTOM)))
    if key == "reaches":
        return exists().where(Reach.customer_id == Customer.id).correlate(Customer)
    if key == "key_dates":
        return exists().where(KeyDate.customer_id == Customer.id).correlate(Customer)
    if key in ("contacts", "decision_maker"):
        found = and_(Contact.customer_id == Customer.id, Contact.active)
        if key == "decision_maker":
            found = and_(found, Contact.role == ContactRole.DECISION_MAKER)
        return exists().where(found).correlate(Customer)
    column: Any = getattr(Customer, key)
    known: ColumnElement[bool] = column.is_not(None)  # never NULL itself: it is negated, too
    text = isinstance(column.type, String) and column.type.python_type is str
    return and_(known, column != "") if text else known


def _answered(field_id: int) -> ColumnElement[bool]:
    answer = and_(CustomValue.field_id == field_id, CustomValue.customer_id == Customer.id)
    day = and_(KeyDate.field_id == field_id, KeyDate.customer_id == Customer.id)
    return or_(exists().where(answer).correlate(Customer), exists().where(day).correlate(Customer))


def percentage(required: Required) -> ColumnElement[int]:
    """Completeness of a customer in whole per cent, rounded down, 100 only where nothing is missing.

    An expression over `Customer`, to be selected, sorted by and compared.
    """
    return _by_set(required, _share)


def _share(keys: Sequence[str]) -> ColumnElement[int]:
    if not keys:
        return literal(100)
    marks = [case((filled(key), 1), else_=0) for key in keys]
    total: ColumnElement[int] = marks[0]
    for mark in marks[1:]:
        total = total + mark
    return total * 100 // len(keys)


def _by_set(required: Required, share: Any) -> ColumnElement[int]:
    """One branch for each different set: offices that ask the same of B and C pay for it once."""
    branches: list[tuple[ColumnElement[bool], ColumnElement[int]]] = []
    for kind in CustomerKind:
        named = {tier: keys for (of, tier), keys in required.items() if of is kind and tier is not None}
        for keys in dict.fromkeys(named.values()):
            tiers = [tier for tier, same in named.items() if same == keys]
            branches.append((and_(Customer.kind == kind, Customer.value_tier.in_(tiers)), share(keys)))
        branches.append((Customer.kind == kind, share(required.get((kind, None), ()))))
    return case(*branches, else_=100)


def filled_cards(session: Session, customer_ids: Sequence[int], keys: Collection[str]) -> list[FilledCard]:
    """These customers, in the order asked, with those of `keys` that are filled; one that is gone is left out."""
    names = sorted(keys)
    flags = [case((filled(key), 1), else_=0) for key in names]
    columns = (Customer.id, Customer.number, Customer.name, Customer.kind, Customer.value_tier, Customer.owner_id)
    found: dict[int, FilledCard] = {}
    for start in range(0, len(customer_ids), _CHUNK):
        chunk = customer_ids[start : start + _CHUNK]
        query = select(*columns, Rep.name, *flags).outerjoin(Rep, Rep.id == Customer.owner_id)
        for row in session.execute(query.where(Customer.id.in_(chunk))):
            marks = frozenset(name for name, on in zip(names, row[7:], strict=True) if on)
            one, number, name, kind, tier, owner_id, owner = row[:7]
            found[one] = FilledCard(one, number, name, kind, tier, owner_id, owner, marks)
    return [found[one] for one in customer_ids if one in found]


def filled_groups(session: Session, required: Required) -> list[FilledGroup]:
    """What all customers of the file have, by rep, kind and tier."""
    names = sorted({key for keys in required.values() for key in keys})
    sums = [func.sum(case((filled(key), 1), else_=0)) for key in names]
    full = func.sum(case((percentage(required) == 100, 1), else_=0))
    groups = (Customer.owner_id, Customer.kind, Customer.value_tier)
    rows = session.execute(select(*groups, func.count(), full, *sums).group_by(*groups))
    return [
        FilledGroup(row[0], row[1], row[2], row[3], int(row[4]), dict(zip(names, map(int, row[5:]), strict=True)))
        for row in rows
    ]


def ids_by_completeness(
    session: Session, required: Required, *conditions: ColumnElement[bool], most: int | None = None
) -> list[int]:
    """Customers for whom all `conditions` hold, the emptiest card first; `most`: only up to this percentage."""
    share = percentage(required)
    query = select(Customer.id).where(*conditions).order_by(share, Customer.pinyin, Customer.id)
    return list(session.scalars(query if most is None else query.where(share <= most)))


def requirable_fields(session: Session) -> list[RequirableField]:
    """The fields the office added, in the order of the card."""
    query = select(CustomField).order_by(CustomField.part, CustomField.position, CustomField.id)
    return [
        RequirableField(f"{CUSTOM}{row.id}", row.title, row.only, row.part.value, row.required)
        for row in session.scalars(query)
    ]
