"""客户归属: customers nobody has, and what is known of those somebody has, for proposals of recall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from db.models import Customer, FollowUp, RecallExemption, Rep
from db.vocabulary import FollowUpState, Stage

_PAGE = 5000


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A customer with a rep. `since` None: from before it was noted; `planned_on` is the first open follow-up."""

    id: int
    number: str | None
    name: str
    tier: str | None
    stage: Stage
    owner_id: int
    owner: str
    owner_active: bool
    since: date | None
    contacted_on: date | None
    bought_on: date | None
    planned_on: date | None
    exempt: bool


@dataclass(frozen=True, slots=True)
class PoolRow:
    """A customer nobody has."""

    id: int
    number: str | None
    name: str
    tier: str | None
    stage: Stage
    province: str | None
    city: str | None
    district: str | None
    contacted_on: date | None
    bought_on: date | None
    planned_on: date | None


@dataclass(frozen=True, slots=True)
class ExemptionRow:
    """A customer who is exempt from recall, until when and why."""

    id: int
    customer_id: int
    customer: str
    rep: str | None
    reason: str
    made_on: date
    until: date | None


def _planned() -> Any:
    open_ones = and_(FollowUp.customer_id == Customer.id, FollowUp.state == FollowUpState.PLANNED)
    return select(func.min(FollowUp.planned_on)).where(open_ones).correlate(Customer).scalar_subquery()


def _exempt(today: date) -> Any:
    in_force = or_(RecallExemption.until.is_(None), RecallExemption.until >= today)
    return exists().where(
        RecallExemption.customer_id == Customer.id, RecallExemption.lifted_on.is_(None), in_force
    ).correlate(Customer)  # fmt: skip


def held_customers(session: Session, today: date, owner_id: int | None = None) -> Iterator[HeldRow]:
    """The customers that have a rep, but those that were lost, page by page in the order of their ids."""
    columns: tuple[Any, ...] = (
        Customer.id, Customer.number, Customer.name, Customer.value_tier, Customer.stage, Customer.owner_id, Rep.name,
        Rep.active, Customer.owner_since, Customer.contacted_on, Customer.last_bought_on, _planned(), _exempt(today),
    )  # fmt: skip
    query = select(*columns).join(Rep, Rep.id == Customer.owner_id).where(Customer.stage != Stage.LOST)
    if owner_id is not None:
        query = query.where(Customer.owner_id == owner_id)
    after = 0
    while True:
        page = session.execute(query.where(Customer.id > after).order_by(Customer.id).limit(_PAGE)).all()
        yield from (HeldRow(*row) for row in page)
        if len(page) < _PAGE:
            return
        after = page[-1][0]


def pool(session: Session, *, limit: int = 5000) -> list[PoolRow]:
    """公海: the customers nobody has, best tier and longest without contact first; who was never contacted leads."""
    columns: tuple[Any, ...] = (
        Customer.id, Customer.number, Customer.name, Customer.value_tier, Customer.stage, Customer.province,
        Customer.city, Customer.district, Customer.contacted_on, Customer.last_bought_on, _planned(),
    )  # fmt: skip
    query = select(*columns).where(Customer.owner_id.is_(None))
    query = query.order_by(Customer.value_tier.nulls_last(), Customer.contacted_on.nulls_first(), Customer.id)
    return [PoolRow(*row) for row in session.execute(query.limit(limit))]


def pool_size(session: Session) -> int:
    """How many customers nobody has."""
    return session.scalar(select(func.count()).select_from(Customer).where(Customer.owner_id.is_(None))) or 0


def exemptions(session: Session, today: date, customer_id: int | None = None) -> list[ExemptionRow]:
    """The exemptions in force, by customer."""
    columns: tuple[Any, ...] = (
        RecallExemption.id, RecallExemption.customer_id, Customer.name, Rep.name, RecallExemption.reason,
        RecallExemption.made_on, RecallExemption.until,
    )  # fmt: skip
    query = select(*columns).join(Customer, Customer.id == RecallExemption.customer_id)
    query = query.outerjoin(Rep, Rep.id == RecallExemption.rep_id).where(RecallExemption.lifted_on.is_(None))
    query = query.where(or_(RecallExemption.until.is_(None), RecallExemption.until >= today))
    if customer_id is not None:
        query = query.where(RecallExemption.customer_id == customer_id)
    return [ExemptionRow(*row) for row in session.execute(query.order_by(Customer.pinyin, RecallExemption.id))]
