"""What a plan of the week asks of the customers of a rep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from db.models import Customer, FollowUp
from db.vocabulary import FollowUpState, Stage


@dataclass(frozen=True, slots=True)
class CallRow:
    """A customer who may be called on. `next_on` is the first open follow-up; a plan without a day does not count."""

    id: int
    name: str
    number: str | None
    tier: str | None
    stage: Stage
    province: str | None
    city: str | None
    district: str | None
    address: str | None
    visit_from: time | None
    visit_to: time | None
    contacted_on: date | None
    next_on: date | None


def customers_to_call_on(session: Session, owner_id: int) -> list[CallRow]:
    """The customers of a rep but those that were lost, in no order."""
    open_ones = and_(
        FollowUp.customer_id == Customer.id,
        FollowUp.state == FollowUpState.PLANNED,
        FollowUp.planned_on.is_not(None),
    )
    next_on = select(func.min(FollowUp.planned_on)).where(open_ones).correlate(Customer).scalar_subquery()
    columns: tuple[Any, ...] = (
        Customer.id, Customer.name, Customer.number, Customer.value_tier, Customer.stage, Customer.province,
        Customer.city, Customer.district, Customer.address, Customer.visit_from, Customer.visit_to,
        Customer.contacted_on, next_on,
    )  # fmt: skip
    query = select(*columns).where(Customer.owner_id == owner_id, Customer.stage != Stage.LOST)
    return [CallRow(*row) for row in session.execute(query)]
