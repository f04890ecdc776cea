"""How often customers will buy: BG/NBD, fitted by maximum likelihood.

P. S. Fader, B. G. S. Hardie, K. L. Lee (2005): "Counting Your Customers" the Easy Way: An Alternative to the
Pareto/NBD Model. Marketing Science 24(2), 275-284. While active a customer buys at a rate of his own (gamma with shape
r, rate alpha); after each purchase he may leave for good (beta with a, b).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, isfinite, log, log1p
from operator import attrgetter

from desktop.rules.value.likelihood import Counted, Past, counted, log_likelihood
from desktop.rules.value.simplex import Point, lowest

FAR = 14.0  # logs of parameters are looked for up to this
STARTS = (-3.0, 1.0)  # logs of alikeness
TELLS = 1.92  # half of chi-square's 3.84: what the likelihood must gain for 19 chances in 20
SOME = 4000  # customers are enough for the first, rough search
CLOSE = 0.1  # the first step of a search that begins close to its end
TERMS = 10_000
ALTERNATING = -20.0  # a parameter below it: terms of either sign eat up the digits
ALMOST_NOTHING = 690.0  # exp(-690) is about the smallest number


@dataclass(frozen=True, slots=True)
class Purchases:
    """The fitted model. `flat`: the likelihood does not tell whether customers leave (看不出流失), because it is as
    good, within chance, where all of them leave with the same odds or none ever does: a and b then say nothing."""

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
        shape, alpha = self.r + past.repeats, self.alpha + past.seen
        return _while_active(shape, alpha, self.a, self.b + past.repeats, weeks) / (1 + _left_odds(self, past))

    def expected_of_new(self, weeks: float) -> float:
        """Purchase days to expect of a new customer in his first `weeks`, the first purchase apart (equation 9)."""
        return _while_active(self.r, self.alpha, self.a, self.b, weeks) if weeks > 0 else 0.0


def _while_active(r: float, alpha: float, a: float, b: float, weeks: float) -> float:
    """Purchases in `weeks` of one who is active now, where r, alpha and b already hold what he did (equation 9)."""
    if abs(a - 1) < 1e-6:
        a = 1 + 1e-6  # the limit, near enough
    return max(0.0, (a + b - 1) / (a - 1) * (1 - _still(r, a, b, weeks / (alpha + weeks))))


def _left_odds(model: Purchases, past: Past) -> float:
    if past.repeats == 0:
        return 0.0
    x = past.repeats
    waiting = (model.r + x) * (log(model.alpha + past.seen) - log(model.alpha + past.last))
    return exp(min(700.0, log(model.a) - log(model.b + x - 1) + waiting))


def _still(r: float, a: float, b: float, share: float) -> float:
    """(alpha / (alpha + t)) ** r * 2F1(r, b; a + b - 1; share), where share is t / (alpha + t).

    Euler's transformation of it has small parameters after many purchases; the series as it stands has only positive
    terms, which is wanted where r is large by itself and the sum within reach, and converges where a is large.
    """
    c, end = a + b - 1, log1p(-share)
    within_reach = r * -end < ALMOST_NOTHING and r * share < (1 - share) * TERMS / 4  # its largest term
    if a - 1 > r or (c - r < ALTERNATING and within_reach):
        return _series(exp(r * end), r, b, c, share)
    return _series(exp((a - 1) * end), c - r, a - 1, c, share)


def _series(first: float, a: float, b: float, c: float, z: float) -> float:
    """`first` * 2F1(a, b; c; z), Gauss's series by its terms."""
    total = term = first
    for n in range(TERMS):
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
        total += term
        if abs(term) <= 1e-14 * abs(total):
            break
    return total


def fit_purchases(pasts: Iterable[Past], look: Callable[[], None] | None = None) -> Purchases | None:
    """The model of these customers; None where there is nothing to fit (no repeats, or fewer than two customers).

    `look` is called before each look at the likelihood, some seven hundred times; what it raises ends the search.
    """
    everyone = sorted(pasts, key=attrgetter("repeats", "last", "seen"))  # whatever order they came in
    seen = counted(everyone)
    if seen.customers < 2 or not seen.repeaters:
        return None
    some = _some(everyone, seen)

    def cost(point: Sequence[float], of: Counted = seen) -> float:
        if look is not None:
            look()
        return _cost(point, of)

    def rough(point: Sequence[float]) -> float:
        return cost(point, some)

    alike = lowest(rough, (0.0, log(_weeks_per_purchase(some)), -2.0))
    tries = [lowest(rough, (*alike.at, start), steps=80, near=1e-5) for start in STARTS]
    found = lowest(rough, min(tries, key=lambda one: one.value).at)
    found = lowest(cost, found.at, step=CLOSE)  # once more: a simplex can come to rest on a slope
    if some is not seen:
        alike = lowest(cost, alike.at, step=CLOSE)
    r, alpha, odds, alikeness = _parameters(found.at)
    flat = not found.settled or alike.value - found.value < TELLS
    return Purchases(r, alpha, odds / alikeness, 1 / alikeness, -found.value, flat)


def _some(everyone: Sequence[Past], seen: Counted) -> Counted:
    """Enough of them, evenly drawn, to find the neighbourhood in which to search with all."""
    some = counted(everyone[:: max(1, len(everyone) // SOME)])
    return some if some.customers < seen.customers and some.repeaters > SOME // 10 else seen


def _weeks_per_purchase(seen: Counted) -> float:
    """Of everybody together: about what alpha / r will be."""
    weeks = sum(seen.weeks[end] * number for end, number in seen.once)
    weeks += sum(seen.weeks[end] * number for alike in seen.again for _, end, number in alike.pasts)
    return weeks / sum(alike.repeats * alike.customers for alike in seen.again)


def _parameters(point: Sequence[float]) -> Point:
    """r, alpha, odds and alikeness from their logs; three logs: everybody leaves alike."""
    near = tuple(exp(max(-FAR, min(FAR, one))) for one in point)
    return near if len(near) == 4 else (*near, 0.0)


def _cost(point: Sequence[float], seen: Counted) -> float:
    r, alpha, odds, alikeness = _parameters(point)
    value = -log_likelihood(r, alpha, odds, alikeness, seen)
    over = sum(max(0.0, abs(one) - FAR) for one in point)
    return value + 1e6 * over if isfinite(value) else 1e300
