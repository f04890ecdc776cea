"""How much a purchase will be worth: Gamma-Gamma, fitted by maximum likelihood.

P. S. Fader, B. G. S. Hardie (2013): The Gamma-Gamma Model of Monetary Value. Note 025, brucehardie.com/notes/025.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp, isfinite, lgamma, log

from desktop.rules.value.simplex import lowest

STARTS = ((1.0, 1.0, 1.0), (2.0, 1.5, 3.0), (0.0, 0.5, 0.0))  # logs of p, q and gamma against the mean spend
FAR = 14.0


@dataclass(frozen=True, slots=True)
class Spent:
    """Repeat purchases of one customer and their mean amount; both are more than nothing."""

    repeats: int
    mean: float


@dataclass(frozen=True, slots=True)
class Spend:
    """The fitted model; `flat` where the likelihood has no peak, as when all amounts are equal."""

    p: float
    q: float
    gamma: float
    log_likelihood: float
    flat: bool

    def expected(self, spent: Spent | None) -> float:
        """The mean amount to expect of a purchase of this customer (equation 5); None: of one nothing is known of."""
        if spent is None:
            return self.p * self.gamma / (self.q - 1) if self.q > 1 else 0.0
        below = self.p * spent.repeats + self.q - 1
        return self.p * (self.gamma + spent.mean * spent.repeats) / below if below > 0 else spent.mean


def log_likelihood(p: float, q: float, gamma: float, counted: Sequence[tuple[Spent, int]]) -> float:
    """Of all customers together (equation 1a of the note)."""
    fixed = -lgamma(q) + q * log(gamma)
    total = 0.0
    for spent, number in counted:
        px = p * spent.repeats
        total += number * (
            fixed + lgamma(px + q) - lgamma(px) + (px - 1) * log(spent.mean) + px * log(spent.repeats)
            - (px + q) * log(spent.repeats * spent.mean + gamma)
        )  # fmt: skip
    return total


def fit_spend(customers: Iterable[Spent]) -> Spend | None:
    """The model of these customers; None with fewer than two who bought again for more than nothing."""
    counted = list(Counter(one for one in customers if one.repeats > 0 and one.mean > 0).items())
    number = sum(many for _, many in counted)
    if number < 2:
        return None
    middle = log(sum(spent.mean * many for spent, many in counted) / number)
    aim = partial(_cost, counted=counted, middle=middle)
    rough = [lowest(aim, start, steps=160, near=1e-5) for start in STARTS]
    found = lowest(aim, min(rough, key=lambda one: one.value).at)
    found = lowest(aim, found.at)
    p, q, gamma = exp(found.at[0]), exp(found.at[1]), exp(found.at[2] + middle)
    flat = not found.settled or any(abs(one) > FAR for one in found.at)
    return Spend(p, q, gamma, -found.value, flat)


def _cost(point: Sequence[float], counted: Sequence[tuple[Spent, int]], middle: float) -> float:
    over = sum(max(0.0, abs(one) - FAR - 1) for one in point)
    p, q, gamma = (exp(max(-FAR - 1, min(FAR + 1, one))) for one in point)
    value = -log_likelihood(p, q, gamma * exp(middle), counted)
    return value + 1e6 * over if isfinite(value) else 1e300
