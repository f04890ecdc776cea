"""A published round column by column, and the customers in it line by line: for a table of a hundred thousand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Customer, Rating, Rep


@dataclass(frozen=True, slots=True)
class ByHand:
    """A class given by hand, as it stood when the round was published."""

    reason: str
    approver: str | None
    until: date | None


@dataclass(frozen=True, slots=True)
class RoundColumns:
    """Everybody's rating in a round, in the order of the customers; the parts are left out."""

    customers: Sequence[int]
    codes: Sequence[str]
    computed: Sequence[str]
    previous: Sequence[str | None]
    segments: Sequence[str]
    scores: Sequence[Decimal | None]
    amounts: Sequence[Decimal]
    by_hand: dict[int, ByHand]


@dataclass(frozen=True, slots=True)
class RatedCustomer:
    """Who a line of the table is about."""

    id: int
    number: str | None
    name: str
    owner: str | None
    owner_id: int | None
    value_tier: str | None


def round_columns(session: Session, round_id: int) -> RoundColumns:
    """What a round says of everybody who is still in the file."""
    query = select(
        Rating.customer_id, Rating.code, Rating.computed, Rating.previous, Rating.segment, Rating.score, Rating.amount
    )
    query = query.where(Rating.round_id == round_id).order_by(Rating.customer_id)
    rows: list[Any] = list(session.execute(query))
    told = select(Rating.customer_id, Rating.reason, Rating.approver, Rating.until).where(
        Rating.round_id == round_id, Rating.reason.is_not(None)
    )
    by_hand = {one: ByHand(reason or "", approver, until) for one, reason, approver, until in session.execute(told)}
    customers, codes, computed, previous, segments, scores, amounts = zip(*rows, strict=True) if rows else ((),) * 7
    named = tuple(one or "" for one in segments)
    return RoundColumns(customers, codes, computed, previous, named, scores, amounts, by_hand)


def rated_customers(session: Session, ids: Sequence[int]) -> list[RatedCustomer]:
    """Number, name and rep of these customers, at most some hundreds; one that is gone is left out."""
    query = select(Customer.id, Customer.number, Customer.name, Rep.name, Customer.owner_id, Customer.value_tier)
    query = query.outerjoin(Rep, Rep.id == Customer.owner_id).where(Customer.id.in_(ids))
    return [RatedCustomer(*row) for row in session.execute(query)]
