"""CLV of an office's customers: how often they will buy, times how much, discounted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import exp, log1p

from desktop.rules.value.likelihood import Past
from desktop.rules.value.purchases import Purchases, fit_purchases
from desktop.rules.value.spend import Spend, Spent, fit_spend

FEWEST_REPEATERS = 200  # with fewer the office's own history says more than a model
HORIZON_WEEKS = 52
YEARLY_DISCOUNT = 0.10
WEEKS_OF_YEAR = 52
# Gauss and Legendre's rule of three points over 0 to 1: (where, weight).
RULE = ((0.1127016653792583, 5 / 18), (0.5, 8 / 18), (0.8872983346207417, 5 / 18))
CENT = Decimal("0.01")
MOST = 1e24  # what a Decimal holds to the cent

Seen = tuple[Past, Spent | None]  # a customer as the models see him


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is ahead of one customer: P(alive) 0 to 1, purchase days to expect, and their value today (`clv`, None
    where nothing is known of what a purchase will bring)."""

    alive: float
    purchases: float
    clv: Decimal | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The fitted models (None: nothing to fit), and the outlook of each customer by id.

    `why` nothing is offered: "few_repeaters" (`repeaters` of FEWEST_REPEATERS), "flat" (看不出流失), or "".
    """

    customers: int
    repeaters: int
    purchases: Purchases | None
    spend: Spend | None
    outlooks: Mapping[int, Outlook]
    why: str = ""

    @property
    def expected(self) -> float | None:
        """Purchase days to expect of all these customers together; None where the models tell nothing."""
        told = self.purchases is not None and not self.purchases.flat
        return sum(one.purchases for one in self.outlooks.values()) if told else None


def seen_by(first: date, last: date, days: int, repeat_spend: Decimal, until: date) -> Seen:
    """A customer as the models see him: purchases of one day counted once, time in weeks; mean spend of the repeats.

    `days` he bought on, the `first` and the `last` of them; `repeat_spend` is what he paid on all but the first.
    """
    repeats = days - 1
    spent = Spent(repeats, float(repeat_spend) / repeats) if repeats and repeat_spend > 0 else None
    return Past(repeats, (last - first).days / 7, (until - first).days / 7), spent


def forecast(
    seen: Mapping[int, Seen],
    *,
    weeks: float = HORIZON_WEEKS,
    discount: float = YEARLY_DISCOUNT,
    anyway: bool = False,
    look: Callable[[], None] | None = None,
) -> Forecast:
    """Fit both models to these customers and look `weeks` ahead; `discount` a year.

    `anyway`: fit whatever can be fitted, although too few came back. `look` is called again and again; what it raises
    ends the work.
    """
    repeaters = sum(past.repeats > 0 for past, _ in seen.values())
    few = repeaters < FEWEST_REPEATERS
    fits = anyway or not few
    model = fit_purchases((past for past, _ in seen.values()), look) if fits else None
    spend = fit_spend((spent for _, spent in seen.values() if spent is not None), look) if fits else None
    flat = model is not None and model.flat
    outlooks = {} if model is None or flat else _outlooks(seen, _Ahead(model, spend, weeks, discount), look)
    return Forecast(len(seen), repeaters, model, spend, outlooks, "few_repeaters" if few else "flat" if flat else "")


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What is asked of each customer."""

    model: Purchases
    spend: Spend | None
    weeks: float
    discount: float

    def of(self, past: Past) -> tuple[float, float, float]:
        """P(alive), purchases, and the purchases discounted to today, each from the day it is to be expected on.

        By parts: all of them as if at the end, and what the earlier ones save.
        """
        yearly = log1p(self.discount)
        total = self.model.expected(past, self.weeks)
        span = self.weeks * yearly / WEEKS_OF_YEAR
        earlier = sum(w * self.model.expected(past, self.weeks * at) * exp(-span * at) for at, w in RULE)
        return self.model.alive(past), total, total * exp(-span) + span * earlier

    def worth(self, purchases: float, spent: Spent | None) -> Decimal | None:
        """So many purchases in money."""
        mean = self.spend.expected(spent) if self.spend is not None else spent.mean if spent is not None else None
        return None if mean is None else Decimal(min(MOST, purchases * mean)).quantize(CENT)


def _outlooks(seen: Mapping[int, Seen], ahead: _Ahead, look: Callable[[], None] | None) -> dict[int, Outlook]:
    known: dict[Past, tuple[float, float, float]] = {}
    outlooks = {}
    for one, (past, spent) in seen.items():
        if past not in known:
            if look is not None:
                look()
            known[past] = ahead.of(past)
        alive, purchases, discounted = known[past]
        outlooks[one] = Outlook(alive, purchases, ahead.worth(discounted, spent))
    return outlooks
