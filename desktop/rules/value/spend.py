"""How much a purchase will be worth: Gamma-Gamma, fitted by maximum likelihood.

P. S. Fader, B. G. S. Hardie (2013): The Gamma-Gamma Model of Monetary Value. Note 025, brucehardie.com/notes/025.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, isfinite, lgamma, log, log1p
from operator import attrgetter

from desktop.rules.value.simplex import lowest

STARTS = ((1.0, 1.0, 1.0), (2.0, 1.5, 3.0), (0.0, 0.5, 0.0))  # logs of p, q and gamma against the mean spend
FAR = 14.0
SOME = 4000  # customers are enough for the first, rough search
CLOSE = 0.1  # the first step of a search that begins close to its end
LEAST_Q = 1.01  # nearer to 1 the mean of all customers runs away


@dataclass(frozen=True, slots=True)
class Spent:
    """Repeat purchases of one customer and their mean amount; both are more than nothing."""

    repeats: int
    mean: float


@dataclass(frozen=True, slots=True)
class Spend:
    """The fitted model, and the plain `mean` of all repeat purchases; `flat` where the likelihood has no peak, as when
    all amounts are equal: then what was spent so far stands for what will be."""

    p: float
    q: float
    gamma: float
    log_likelihood: float
    flat: bool
    mean: float

    def expected(self, spent: Spent | None) -> float:
        """The mean amount to expect of a purchase of this customer (equation 5); None: of one nothing is known of."""
        if self.flat:
            return spent.mean if spent is not None else self.mean
        if spent is None:
            return self.p * self.gamma / (self.q - 1) if self.q >= LEAST_Q else self.mean
        below = self.p * spent.repeats + self.q - 1
        return self.p * (self.gamma + spent.mean * spent.repeats) / below if below > 0 else spent.mean


@dataclass(frozen=True, slots=True)
class Alike:
    """Customers with as many repeats: how many they are, (sum of the repeats, customers) of each different sum, and
    the logarithms of all sums together."""

    repeats: int
    customers: int
    sums: tuple[tuple[float, int], ...]
    logs: float


@dataclass(frozen=True, slots=True)
class Amounts:
    """All customers, alike ones together; `of_means`: the logarithms of their mean amounts together."""

    alike: tuple[Alike, ...]
    customers: int
    of_means: float


def amounts(customers: Iterable[Spent], unit: float = 1.0) -> Amounts:
    """These customers, as the likelihood wants them, with amounts counted in `unit`."""
    found: dict[int, Counter[float]] = defaultdict(Counter)
    for spent in customers:
        found[spent.repeats][spent.mean / unit * spent.repeats] += 1
    alike = tuple(
        Alike(x, sums.total(), tuple(sums.items()), sum(number * log(total) for total, number in sums.items()))
        for x, sums in sorted(found.items())
    )
    means = sum(one.logs - one.customers * log(one.repeats) for one in alike)
    return Amounts(alike, sum(one.customers for one in alike), means)


def log_likelihood(p: float, q: float, gamma: float, seen: Amounts) -> float:
    """Of all customers together (equation 1a of the note), put so that large parameters do not cost digits."""
    total, log_gamma = -seen.of_means, log(gamma)
    for alike in seen.alike:
        px, apart = p * alike.repeats, alike.customers * log_gamma - alike.logs
        total -= alike.customers * _log_beta(px, q)
        if gamma < 1:
            total += q * apart - (px + q) * sum([number * log1p(gamma / spent) for spent, number in alike.sums])
        else:
            total -= px * apart + (px + q) * sum([number * log1p(spent / gamma) for spent, number in alike.sums])
    return total


def _log_beta(one: float, other: float) -> float:
    """Of the beta function; by Stirling's series where the difference of two large logarithms would be noise."""
    less, more = sorted((one, other))
    if more < 1000:
        return lgamma(less) + lgamma(more) - lgamma(less + more)
    end = less + more
    rise = (more - 0.5) * log1p(less / more) + less * log(end) - less + (1 / end - 1 / more) / 12
    return lgamma(less) - rise + (end**-3 - more**-3) / 360


def fit_spend(customers: Iterable[Spent], look: Callable[[], None] | None = None) -> Spend | None:
    """The model of these customers; None with fewer than two who bought again for more than nothing.

    `look` is called before each look at the likelihood; what it raises ends the search.
    """
    paid = [one for one in customers if one.repeats > 0 and one.mean > 0]
    paid.sort(key=attrgetter("repeats", "mean"))  # whatever order they came in
    if len(paid) < 2:
        return None
    unit = sum(one.mean for one in paid) / len(paid)
    seen = amounts(paid, unit)
    some = amounts(paid[:: max(1, len(paid) // SOME)], unit)

    def cost(point: Sequence[float], of: Amounts = seen) -> float:
        if look is not None:
            look()
        return _cost(point, of)

    def rough(point: Sequence[float]) -> float:
        return cost(point, some)

    tries = [lowest(rough, start, steps=80, near=1e-5) for start in STARTS]
    found = lowest(rough, min(tries, key=lambda one: one.value).at)
    found = lowest(cost, found.at, step=CLOSE)
    p, q, gamma = (exp(one) for one in found.at)
    flat = not found.settled or any(abs(one) > FAR for one in found.at)
    mean = sum(one.mean * one.repeats for one in paid) / sum(one.repeats for one in paid)
    told = -found.value - seen.customers * log(unit)  # the density is of amounts in the office's own money
    return Spend(p, q, gamma * unit, told, flat, mean)


def _cost(point: Sequence[float], seen: Amounts) -> float:
    over = sum(max(0.0, abs(one) - FAR - 1) for one in point)
    p, q, gamma = (exp(max(-FAR - 1, min(FAR + 1, one))) for one in point)
    value = -log_likelihood(p, q, gamma, seen)
    return value + 1e6 * over if isfinite(value) else 1e300
