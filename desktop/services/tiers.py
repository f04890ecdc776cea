"""价值等级: which there are, and the one of a customer set by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer
from db.queries.office import policy
from desktop.rules.errors import RuleBroken
from desktop.rules.tiers import POLICY, Tier, checked_tiers, tiers_of, with_tiers
from desktop.services.offices import set_policy


def tiers(session: Session) -> tuple[Tier, ...]:
    """The tiers of the office, best first."""
    return tiers_of(policy(session, POLICY, None))


def customers_per_tier(session: Session) -> dict[str | None, int]:
    """How many customers are in each tier; None: in none."""
    query = select(Customer.value_tier, func.count()).group_by(Customer.value_tier)
    rows: list[tuple[str | None, int]] = [(row[0], row[1]) for row in session.execute(query)]
    return dict(rows)


def save_tiers(session: Session, wanted: Sequence[Tier]) -> None:
    """Make the office's tiers these. RuleBroken("tier_in_use", tier, count) for one left out that customers are in."""
    checked = checked_tiers(wanted)
    kept = {one.code for one in checked}
    for code, count in customers_per_tier(session).items():
        if code is not None and code not in kept and code in {one.code for one in tiers(session)}:
            raise RuleBroken("tier_in_use", tier=code, count=count)
    set_policy(session, POLICY, with_tiers(policy(session, POLICY, None), checked))


def put_tiers(session: Session, codes: Mapping[int, str | None]) -> None:
    """Write {customer: value tier}; those who have it already are left alone."""
    journal.bulk_change(session, journal.table_named("customer"), {one: {"value_tier": c} for one, c in codes.items()})


def set_value_tier(session: Session, customer_ids: Sequence[int], code: str | None) -> None:
    """Put customers into a tier, or into none. RuleBroken("no_such_tier", tier) for one the office does not have."""
    if code is not None and code not in {one.code for one in tiers(session)}:
        raise RuleBroken("no_such_tier", "value_tier", tier=code)
    journal.bulk_change(session, journal.table_named("customer"), {one: {"value_tier": code} for one in customer_ids})
