"""等级策略 of the office, and how one customer stands against that of his tier: contact, 客情, visits, discounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from db.queries.cadence import ExceptionRow
from db.queries.card import CustomerDraft
from db.queries.care import care_cost
from db.queries.discounts import DiscountRow, deepest_discounts
from db.queries.timeline import visits_done
from desktop.rules.cadence import Standing, cadence_state
from desktop.rules.strategy import Cadence, Strategies, Strategy, checked
from desktop.rules.strategy_policy import POLICY, as_policy
from desktop.services.calendar.cadence import cadence_of, strategies
from desktop.services.offices import set_policy

WINDOW = 365  # days in which discounts are looked at, ending today


@dataclass(frozen=True, slots=True)
class Discounts:
    """Discounts of the last 365 days against a ceiling in per cent. `last`: of the latest purchase; None without any.

    `deepest` is the deepest of all, the newer one of equals; None where none was given.
    """

    ceiling: int
    last: DiscountRow | None = None
    deepest: DiscountRow | None = None

    @property
    def last_beyond(self) -> bool:
        """Whether the latest purchase was given more than a rep may give."""
        return self._beyond(self.last)

    @property
    def beyond(self) -> bool:
        """Whether any was."""
        return self._beyond(self.deepest)

    def _beyond(self, one: DiscountRow | None) -> bool:
        return one is not None and one.share * 100 > self.ceiling


@dataclass(frozen=True, slots=True)
class TierMeaning:
    """What the tier of one customer means, and how he stands: `spent` on care and `visits` done this calendar year.

    `exception` says the cadence in place of tier and stage, where there is one.
    """

    tier: str | None
    strategy: Strategy
    cadence: Cadence
    standing: Standing
    spent: Decimal
    visits: int
    discounts: Discounts
    exception: ExceptionRow | None = None


def save_strategies(session: Session, wanted: Strategies) -> None:
    """Make these the strategies of the office. Raises RuleBroken at its field as `checked` does.

    Only tiers the office has are kept; one of them that is not in `wanted` stays as it was.
    """
    known = strategies(session)
    kept = {tier: wanted.tiers.get(tier, one) for tier, one in known.tiers.items()}
    set_policy(session, POLICY, as_policy(checked(Strategies(kept, wanted.untiered))))


def care_spent(session: Session, customer_id: int, year: int) -> Decimal:
    """What 客情 of a customer cost in a calendar year."""
    found = care_cost(session, date(year, 1, 1), date(year, 12, 31), customer_id)
    return found.get(customer_id, Decimal(0))


def discount_beyond(session: Session, customer_id: int, ceiling: int, today: date) -> Discounts:
    """What was taken off confirmed purchases in the 365 days ending today, against a ceiling in per cent."""
    rows = deepest_discounts(session, customer_id, today - timedelta(days=WINDOW - 1), today)
    given = [one for one in rows if one.share > 0]
    deepest = max(given, key=lambda one: one.share, default=None)
    return Discounts(ceiling, rows[0] if rows else None, deepest)


def tier_meaning(session: Session, customer: CustomerDraft, last_on: date | None, today: date) -> TierMeaning:
    """How a customer stands whose last effective contact was on `last_on`, None for never."""
    known, year = strategies(session), today.year
    strategy = known.of(customer.value_tier)
    customer_id = customer.id or 0
    cadence, exception = cadence_of(session, customer_id, customer.value_tier, customer.stage, today, known)
    return TierMeaning(
        customer.value_tier if customer.value_tier in known.tiers else None,
        strategy,
        cadence,
        cadence_state(last_on, today, cadence),
        care_spent(session, customer_id, year),
        visits_done(session, customer_id, date(year, 1, 1), today),
        discount_beyond(session, customer_id, strategy.discount, today),
        exception,
    )


__all__ = [
    "Discounts",
    "TierMeaning",
    "care_spent",
    "discount_beyond",
    "save_strategies",
    "strategies",
    "tier_meaning",
]
