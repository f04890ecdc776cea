"""How many points a value is worth, by steps, by choices, or by its place among all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.rules.rating.measured import Value
from desktop.rules.rating.scheme import Criterion, Missing

FEWEST = 50  # customers with a value; quantiles of fewer say nothing
MOST_POINTS = Decimal(100)
NEUTRAL = MOST_POINTS / 2
SMALLER_IS_BETTER = frozenset({"recency", "overdue", "overdue_days", "complaints"})

Points = tuple[Decimal | None, str]  # None: cannot be rated; and a note for the screen


def points_of(criterion: Criterion, values: Sequence[Value]) -> list[Points]:
    """Points from 0 to 100 for each value, with a note where it is not simply those of the value."""
    if criterion.quantiles:
        known = sorted(one for one in values if isinstance(one, Decimal))
        if len(known) >= FEWEST:
            return [
                _placed(criterion, one, known) if isinstance(one, Decimal) else _missing(criterion) for one in values
            ]
        return [
            (_stepped(criterion, one), "too_few_for_quantiles") if isinstance(one, Decimal) else _missing(criterion)
            for one in values
        ]
    chosen = dict(criterion.choices)
    found: list[Points] = []
    for one in values:
        if one is None or (isinstance(one, str) and one not in chosen):
            found.append(_missing(criterion))
        else:
            found.append((chosen[one] if isinstance(one, str) else _stepped(criterion, one), ""))
    return found


def _missing(criterion: Criterion) -> Points:
    match criterion.missing:
        case Missing.NO_POINTS:
            return Decimal(0), "missing_no_points"
        case Missing.NEUTRAL:
            return NEUTRAL, "missing_neutral"
        case Missing.UNRATED:
            return None, "missing_unrated"


def _stepped(criterion: Criterion, value: Decimal) -> Decimal:
    reached = [step for step in criterion.steps if value >= step.least]
    return max(reached, key=lambda step: step.least).points if reached else Decimal(0)


def _placed(criterion: Criterion, value: Decimal, known: Sequence[Decimal]) -> Points:
    """By the part of all it falls into; equals share the better one. The best part gets all points, the worst none."""
    from bisect import bisect_left, bisect_right

    n, parts = len(known), criterion.quantiles
    rank = n - bisect_left(known, value) if criterion.metric in SMALLER_IS_BETTER else bisect_right(known, value)
    part = -(-parts * rank // n)  # 1 to parts
    return (MOST_POINTS * (part - 1) / (parts - 1) if parts > 1 else MOST_POINTS), ""
