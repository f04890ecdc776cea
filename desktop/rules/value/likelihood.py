"""The likelihood of BG/NBD over many customers, quick enough to be asked a thousand times.

Equation 6 of Fader, Hardie and Lee (2005), see purchases.py, with what repeats in it counted once: customers of the
same past, the logarithm of each different week, and the parts that depend on the number of repeats alone. Ratios of
gamma and beta functions of arguments that differ by a whole number are products, hence exact where a and b are large.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from math import exp, log, log1p

MOST = 700.0  # exp() of more is too large for a number, and 1 beside it too small


@dataclass(frozen=True, slots=True)
class Past:
    """What a customer did: `repeats` purchase days after the first, the `last` of them and the end of what was seen
    both counted in weeks from the first (t_x and T of the paper); one purchase day alone has repeats 0 and last 0."""

    repeats: int
    last: float
    seen: float


@dataclass(frozen=True, slots=True)
class Alike:
    """Customers with as many repeats: how many they are, and (last, seen, customers) of each different past, where
    last and seen are places in `Counted.weeks`."""

    repeats: int
    customers: int
    pasts: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """All customers, alike ones together. `once`: (place of seen in `weeks`, customers) of those without repeats."""

    customers: int
    weeks: tuple[float, ...]
    once: tuple[tuple[int, int], ...]
    again: tuple[Alike, ...]

    @property
    def repeaters(self) -> int:
        """How many came back."""
        return sum(alike.customers for alike in self.again)


def counted(pasts: Iterable[Past]) -> Counted:
    """These customers, as the likelihood wants them."""
    different = Counter(pasts)
    weeks = sorted({week for past in different for week in (past.last, past.seen)})
    place = {week: at for at, week in enumerate(weeks)}
    once: Counter[int] = Counter()
    again: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for past, number in different.items():
        if past.repeats:
            again[past.repeats].append((place[past.last], place[past.seen], number))
        else:
            once[place[past.seen]] += number
    alike = (Alike(x, sum(n for _, _, n in found), tuple(found)) for x, found in sorted(again.items()))
    return Counted(different.total(), tuple(weeks), tuple(once.items()), tuple(alike))


def log_likelihood(r: float, alpha: float, odds: float, alikeness: float, seen: Counted) -> float:
    """Of all customers together, for a = odds / alikeness and b = 1 / alikeness.

    Written so that alikeness 0 is the limit in which everybody leaves with the same odds after a purchase; with odds
    near 0 besides, nobody ever leaves (NBD).
    """
    gone = [log1p(week / alpha) for week in seen.weeks]  # log((alpha + week) / alpha)
    total = -r * sum([number * gone[end] for end, number in seen.once])
    most = seen.again[-1].repeats if seen.again else 0
    stayed = list(accumulate([log((r + i) / alpha) - log1p(odds / (1 + i * alikeness)) for i in range(most)]))
    for alike in seen.again:
        x = alike.repeats
        shape, left = r + x, log(odds / (1 + (x - 1) * alikeness))
        total += alike.customers * stayed[x - 1]
        total += sum(
            [
                number * ((log1p(exp(z)) if (z := left + shape * (gone[end] - gone[last])) < MOST else z)
                          - shape * gone[end])
                for last, end, number in alike.pasts
            ]
        )  # fmt: skip
    return total
