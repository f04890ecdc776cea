"""CLV of an office's customers: how often they will buy, times how much, discounted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.rules.value.purchases import Past, Purchases, fit_purchases
from desktop.rules.value.spend import Spend, Spent, fit_spend

FEWEST_REPEATERS = 200  # with fewer the office's own history says more than a model
HORIZON_WEEKS = 52
YEARLY_DISCOUNT = 0.10
STEP_WEEKS = 4
CENT = Decimal("0.01")

Bought = Sequence[tuple[date, Decimal]]  # days and amounts of one customer, in order


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is ahead of one customer: P(alive) 0 to 1, purchase days to expect, and their discounted value."""

    alive: float
    purchases: float
    clv: Decimal | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The fitted models, and the outlook of each customer. `why`: "" or why nothing is offered: "few_repeaters"
    (`repeaters` of FEWEST_REPEATERS), "flat" (看不出流失)."""

    customers: int
    repeaters: int
    purchases: Purchases | None
    spend: Spend | None
    outlooks: Mapping[int, Outlook]
    why: str = ""


def past_of(bought: Bought, until: date) -> tuple[Past, Spent | None]:
    """A customer as the models see him: purchases of one day counted once, time in weeks; mean spend of the repeats."""
    days: dict[date, Decimal] = {}
    for on, amount in bought:
        days[on] = days.get(on, Decimal(0)) + amount
    order = sorted(days)
    first = order[0]
    repeats = order[1:]
    last = (repeats[-1] - first).days / 7 if repeats else 0.0
    spent = [float(days[on]) for on in repeats if days[on] > 0]
    mean = Spent(len(repeats), sum(spent) / len(repeats)) if spent else None
    return Past(len(repeats), last, (until - first).days / 7), mean


def forecast(
    customers: Mapping[int, Bought],
    until: date,
    *,
    weeks: int = HORIZON_WEEKS,
    discount: float = YEARLY_DISCOUNT,
    fewest: int = FEWEST_REPEATERS,
) -> Forecast:
    """Fit both models to what was bought up to `until` and look `weeks` ahead; `discount` a year."""
    seen = {
        one: past_of([(on, amount) for on, amount in bought if on <= until], until)
        for one, bought in customers.items()
        if any(on <= until for on, _ in bought)
    }
    repeaters = sum(past.repeats > 0 for past, _ in seen.values())
    model = fit_purchases(past for past, _ in seen.values()) if repeaters >= max(2, fewest) else None
    spend = fit_spend(spent for _, spent in seen.values() if spent is not None) if model is not None else None
    if model is None or model.flat:
        return Forecast(len(seen), repeaters, model, spend, {}, "few_repeaters" if model is None else "flat")
    known: dict[Past, tuple[float, float, float]] = {}
    outlooks = {}
    for one, (past, spent) in seen.items():
        if past not in known:
            known[past] = _ahead(model, past, weeks, discount)
        alive, purchases, discounted = known[past]
        worth = spend.expected(spent) if spend is not None and not spend.flat else (spent.mean if spent else None)
        clv = None if worth is None else Decimal(discounted * worth).quantize(CENT)
        outlooks[one] = Outlook(alive, purchases, clv)
    return Forecast(len(seen), repeaters, model, spend, outlooks)


def _ahead(model: Purchases, past: Past, weeks: int, discount: float) -> tuple[float, float, float]:
    """P(alive), purchases in `weeks`, and the same with each step's part discounted to today."""
    total = discounted = 0.0
    at = 0
    while at < weeks:
        end = min(at + STEP_WEEKS, weeks)
        reached = model.expected(past, end)
        discounted += (reached - total) / (1 + discount) ** ((at + end) / 2 / 52)
        total, at = reached, end
    return model.alive(past), total, discounted
