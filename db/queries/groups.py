"""The customer list by groups: which group each customer is in, and how many are in each.

A group is told by its value as it is stored: a tier, a stage, the id of a rep, a province, a letter, "2026-11". None
is the group of those that have nothing there. A customer with several tags stands in the group of the first of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from db.models import Customer, CustomerTag, Tag
from db.queries.cadence import state_on
from db.queries.condition_columns import Frame, WrongCondition
from db.queries.conditions import first_key_of
from db.queries.customers import CustomerFilter, conditions_of
from db.queries.intent import intent_on
from db.queries.lifecycle import lifecycle_on
from db.queries.list_columns import created_on

Key = str | int | None
GROUPS = (
    "value_tier", "stage", "lifecycle", "owner_id", "province", "city", "source", "intent", "tags", "initial",
    "created", "cadence",
)  # fmt: skip
FACETS = ("value_tier", "stage", "lifecycle", "intent", "owner_id", "province", "tags", "initial")
OTHER = "#"  # the initial of names that begin with no Latin letter, even in pinyin


def initial() -> Any:
    """The first letter of how a name is read: of the surname where it is a person's. A to Z, or OTHER."""
    return func.upper(func.substr(Customer.pinyin, 1, 1))


def _expression(by: str, frame: Frame | None) -> Any:
    if by in ("lifecycle", "intent", "cadence"):
        if frame is None:
            raise WrongCondition(by)  # what a customer is depends on the day
        if by == "cadence":
            return state_on(frame.rhythms, frame.today)
        return intent_on(frame.today) if by == "intent" else lifecycle_on(frame.today, frame.yard)
    if by == "initial":
        return initial()
    if by == "tags":
        first = select(func.min(Tag.name)).join(CustomerTag, CustomerTag.tag_id == Tag.id)
        return first.where(CustomerTag.customer_id == Customer.id).correlate(Customer).scalar_subquery()
    column = getattr(Customer, by)
    return column if by == "owner_id" else type_coerce(column, String)


def groups_of(session: Session, wanted: CustomerFilter, by: str, today: date) -> dict[int, Key]:
    """{customer id: its group} of all wanted customers. `by` is one of GROUPS."""
    asked = conditions_of(session, wanted)
    if by == "created":
        rows: Any = session.connection().execute(select(Customer.id).where(*asked)).cursor
        return _months(chain.from_iterable(rows), today)
    what = _expression(by, wanted.frame or Frame(today))
    rows = session.connection().execute(select(Customer.id, what).where(*asked)).cursor
    found: dict[int, Key] = dict(rows)
    return {one: _letter(key) for one, key in found.items()} if by == "initial" else _tidy(found)


def _tidy(found: dict[int, Key]) -> dict[int, Key]:
    return {one: key if key != "" else None for one, key in found.items()} if "" in set(found.values()) else found


def _letter(key: Any) -> str:
    return key if isinstance(key, str) and "A" <= key <= "Z" else OTHER


def _months(ids: Iterable[int], today: date) -> dict[int, Key]:
    """The month each was entered in, by the border its key lies behind."""
    every = array("q", ids)
    if not every:
        return {}
    first = created_on(min(every))
    last = max(today, created_on(max(every)))
    months = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    borders, names = [first_key_of(month) for month in months], [f"{month:%Y-%m}" for month in months]
    return {one: names[max(bisect_right(borders, one) - 1, 0)] for one in every}


def facet_counts(session: Session, wanted: CustomerFilter, by: str) -> list[tuple[Key, int]]:
    """How many of the wanted customers there are of each value of a facet, in no order. Under every tag it has."""
    asked = conditions_of(session, wanted)
    if by == "tags":
        query: Any = select(CustomerTag.tag_id, func.count()).group_by(CustomerTag.tag_id)
        if asked:
            query = query.where(CustomerTag.customer_id.in_(select(Customer.id).where(*asked)))
        return [(row[0], row[1]) for row in session.execute(query)]
    what = _expression(by, wanted.frame)
    counts: dict[Key, int] = {}
    for key, count in session.execute(select(what, func.count()).where(*asked).group_by(what)):
        tidy = _letter(key) if by == "initial" else (None if key == "" else key)
        counts[tidy] = counts.get(tidy, 0) + count
    return list(counts.items())


def cities(session: Session, wanted: CustomerFilter, province: str) -> list[tuple[str, int]]:
    """The cities of a province with the number of wanted customers, most first; those without a city are left out."""
    query = select(Customer.city, func.count()).where(*conditions_of(session, wanted), Customer.province == province)
    found: Sequence[Any] = session.execute(query.group_by(Customer.city)).all()
    return sorted(((name, count) for name, count in found if name), key=lambda row: -row[1])
