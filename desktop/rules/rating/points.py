"""How many points a value is worth, by steps, by choices, or by its place among all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.rules.rating.measured import Value
from desktop.rules.rating.metrics import falls
from desktop.rules.rating.scheme import Criterion, Missing

FEWEST = 50  # customers with a value; quantiles of fewer say nothing
MOST_POINTS = Decimal(100)
NEUTRAL = MOST_POINTS / 2
NO_POINTS = Decimal(0)
TOO_FEW = "too_few_for_quantiles"


@dataclass(frozen=True, slots=True)
class Scale:
    """How one criterion turns values into points, among the values of all customers.

    `limits` and `worth`: from `limits[i]` on (for a metric that is better small: down to it) a value is worth
    `worth[i]`; limits rise as the points do, or fall for what is better small and comes from places.
    """

    criterion: Criterion
    limits: tuple[Decimal, ...]
    worth: tuple[Decimal, ...]
    down: bool  # the limits are those of a metric of which less is more, in falling order
    placed: bool  # they come from the customers' places
    few: bool  # quantiles were wanted, of too few customers

    @property
    def missing(self) -> Decimal | None:
        """The points of a value that is not known; None: the customer cannot be rated."""
        return {Missing.NO_POINTS: NO_POINTS, Missing.NEUTRAL: NEUTRAL, Missing.UNRATED: None}[self.criterion.missing]

    def points(self, value: Value) -> Decimal | None:
        """What one value is worth."""
        if isinstance(value, str):
            found = dict(self.criterion.choices).get(value)
            return self.missing if found is None else found
        if value is None:
            return self.missing
        at = sum(value <= limit for limit in self.limits) if self.down else bisect_right(self.limits, value)
        return self.worth[at - 1] if at else NO_POINTS


def scale_of(criterion: Criterion, values: Sequence[Value]) -> Scale:
    """The scale of a criterion among these values."""
    known = sorted(one for one in values if isinstance(one, Decimal)) if criterion.quantiles else []
    few = bool(criterion.quantiles) and len(known) < FEWEST
    if criterion.quantiles > 1 and not few:
        return _by_place(criterion, known)
    steps = sorted(criterion.steps, key=lambda step: step.least)
    return Scale(criterion, tuple(one.least for one in steps), tuple(one.points for one in steps), False, False, few)


def _by_place(criterion: Criterion, known: Sequence[Decimal]) -> Scale:
    """Limits of equal parts; equals share the better one, as in quintiles. The best gets all points, the worst none."""
    n, parts, down = len(known), criterion.quantiles, falls(criterion.metric)
    firsts = [n * (part - 1) // parts + 1 for part in range(2, parts + 1)]  # the first rank of each part
    limits = tuple(known[n - rank] if down else known[rank - 1] for rank in firsts)
    worth = tuple((MOST_POINTS * part / (parts - 1)).quantize(Decimal("0.0001")) for part in range(1, parts))
    return Scale(criterion, limits, worth, down, True, False)


def points_of(scale: Scale, values: Sequence[Value]) -> list[Decimal | None]:
    """Points from 0 to 100 for each value, as `Scale.points` gives them, a column at a time."""
    missing = scale.missing
    if scale.criterion.choices:
        known = dict(scale.criterion.choices)
        return [known.get(one, missing) if isinstance(one, str) else scale.points(one) for one in values]
    if scale.down:
        limits, worth = scale.limits[::-1], (*scale.worth[::-1], NO_POINTS)
        return [missing if one is None else worth[bisect_left(limits, one)] for one in values]
    limits, worth = scale.limits, (NO_POINTS, *scale.worth)
    return [missing if one is None else worth[bisect_right(limits, one)] for one in values]


__all__ = ["FEWEST", "MOST_POINTS", "NEUTRAL", "NO_POINTS", "TOO_FEW", "Scale", "points_of", "scale_of"]
