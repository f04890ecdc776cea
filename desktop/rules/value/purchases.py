"""How often customers will buy: BG/NBD, fitted by maximum likelihood.

P. S. Fader, B. G. S. Hardie, K. L. Lee (2005): "Counting Your Customers" the Easy Way: An Alternative to the
Pareto/NBD Model. Marketing Science 24(2), 275-284. While active a customer buys at a rate of his own (gamma with shape
r, rate alpha); after each purchase he may leave for good (beta with a, b).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp, inf, isfinite, lgamma, log, log1p

from desktop.rules.value.simplex import Lowest, lowest

STARTS = ((0.0, 0.0, 0.0, 0.0), (-1.0, 1.5, -0.5, 1.0), (1.0, 2.5, 0.0, 2.0))  # logs of r, alpha, a, b
FAR = 12.0  # logs beyond this say that the data do not hold the parameter
FLAT_LEAVING = 200.0  # a + b beyond this: everybody leaves alike, or nobody
TERMS = 4000


@dataclass(frozen=True, slots=True)
class Past:
    """What a customer did: `repeats` purchase days after the first, the `last` of them and the end of what was seen
    both counted in weeks from the first (t_x and T of the paper); one purchase day alone has repeats 0 and last 0."""

    repeats: int
    last: float
    seen: float


@dataclass(frozen=True, slots=True)
class Purchases:
    """The fitted model. `flat`: the likelihood does not tell whether customers leave (看不出流失)."""

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float
    flat: bool

    def alive(self, past: Past) -> float:
        """P(alive): the probability that the customer has not left, 0 to 1."""
        return 1 / (1 + _left_odds(self, past))

    def expected(self, past: Past, weeks: float) -> float:
        """Purchase days to expect of the customer in the next `weeks` (equation 10 of the paper)."""
        if weeks <= 0:
            return 0.0
        x, a = past.repeats, self.a
        share = weeks / (self.alpha + past.seen + weeks)
        still = (self.r + x) * log1p(-share)  # log of ((alpha + T) / (alpha + T + t)) ** (r + x)
        series = _hypergeometric(self.r + x, self.b + x, a + self.b + x - 1, share)
        if abs(a - 1) < 1e-9:
            a += 1e-6
        most = (a + self.b + x - 1) / (a - 1) * (1 - exp(still) * series)
        return max(0.0, most / (1 + _left_odds(self, past)))

    def expected_of_new(self, weeks: float) -> float:
        """Purchase days to expect of a new customer in his first `weeks`, the first purchase apart (equation 9)."""
        if weeks <= 0:
            return 0.0
        a = self.a if abs(self.a - 1) >= 1e-9 else self.a + 1e-6
        share = weeks / (self.alpha + weeks)
        still = self.r * log1p(-share)
        return max(
            0.0, (a + self.b - 1) / (a - 1) * (1 - exp(still) * _hypergeometric(self.r, self.b, a + self.b - 1, share))
        )


def _left_odds(model: Purchases, past: Past) -> float:
    if past.repeats == 0:
        return 0.0
    x = past.repeats
    waiting = (model.r + x) * (log(model.alpha + past.seen) - log(model.alpha + past.last))
    return exp(min(700.0, log(model.a) - log(model.b + x - 1) + waiting))


def _hypergeometric(a: float, b: float, c: float, z: float) -> float:
    """Gauss's series 2F1(a, b; c; z) for 0 <= z < 1, by its terms; near 1 after Euler's transformation."""
    if z > 0.9:
        turned = c - a - b
        return exp(turned * log1p(-z)) * _series(c - a, c - b, c, z)
    return _series(a, b, c, z)


def _series(a: float, b: float, c: float, z: float) -> float:
    total = term = 1.0
    for n in range(TERMS):
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
        total += term
        if abs(term) < 1e-14 * abs(total):
            break
    return total


def log_likelihood(r: float, alpha: float, a: float, b: float, counted: Sequence[tuple[Past, int]]) -> float:
    """Of all customers together; `counted` are different pasts and how many have each (equation 6)."""
    fixed = r * log(alpha) - lgamma(r) + lgamma(a + b) - lgamma(b)
    of_count: dict[int, tuple[float, float]] = {}
    total = 0.0
    for past, number in counted:
        x = past.repeats
        known = of_count.get(x)
        if known is None:
            known = lgamma(r + x) + lgamma(b + x) - lgamma(a + b + x), (log(a) - log(b + x - 1) if x else -inf)
            of_count[x] = known
        still_there = -(r + x) * log(alpha + past.seen)
        if x:
            left = known[1] - (r + x) * log(alpha + past.last)
            high, low = (still_there, left) if still_there > left else (left, still_there)
            still_there = high + log1p(exp(low - high))
        total += number * (fixed + known[0] + still_there)
    return total


def fit_purchases(pasts: Iterable[Past]) -> Purchases | None:
    """The model of these customers; None where there is nothing to fit (no repeats, or fewer than two customers)."""
    counted = list(Counter(pasts).items())
    if sum(number for _, number in counted) < 2 or not any(past.repeats for past, _ in counted):
        return None
    aim = partial(_cost, counted=counted)
    rough = [lowest(aim, start, steps=160, near=1e-5) for start in STARTS]
    found: Lowest = lowest(aim, min(rough, key=lambda one: one.value).at)
    found = lowest(aim, found.at)  # once more from there: a simplex can come to rest on a slope
    r, alpha, a, b = (exp(one) for one in found.at)
    edge = any(abs(one) > FAR for one in found.at)
    flat = edge or not found.settled or a + b > FLAT_LEAVING
    return Purchases(r, alpha, a, b, -found.value, flat)


def _cost(point: Sequence[float], counted: Sequence[tuple[Past, int]]) -> float:
    over = sum(max(0.0, abs(one) - FAR - 2) for one in point)
    r, alpha, a, b = (exp(max(-FAR - 2, min(FAR + 2, one))) for one in point)
    value = -log_likelihood(r, alpha, a, b, counted)
    return value + 1e6 * over if isfinite(value) else 1e300
