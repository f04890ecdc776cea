"""RFM: recency, frequency and monetary value, each scored 1 to 5."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.rules.rating.measured import Measured
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED, Column, Proposal
from desktop.rules.rating.scheme import Scheme, Segment

BEST = 5
FEWEST = 50  # buyers; with fewer, thresholds set by the office take the place of quintiles
HUNDRED = Decimal(100)
_SCORES = {score: Decimal(score) for score in range(1, BEST + 1)}
METRICS = {"r": "recency", "f": "orders", "m": "purchases"}


def quintiles(values: Sequence[Decimal], *, down: bool = False) -> list[int]:
    """A score of 1 to 5 for each value: ceil(5 × the highest rank among equals ÷ n). `down`: the smallest get 5."""
    n = len(values)
    order = sorted(range(n), key=lambda place: values[place], reverse=down)
    scores = [0] * n
    end = n
    for position in range(n - 1, -1, -1):
        place = order[position]
        if position + 1 < n and values[place] != values[order[position + 1]]:
            end = position + 1
        scores[place] = -(-BEST * end // n)
    return scores


def by_thresholds(values: Sequence[Decimal], limits: Sequence[Decimal], *, down: bool = False) -> list[int]:
    """A score of 1 to 5 by four limits: one more for each that is reached (`down`: that is not passed)."""
    if down:
        return [1 + sum(value <= limit for limit in limits) for value in values]
    return [1 + sum(value >= limit for limit in limits) for value in values]


def by_rfm(scheme: Scheme, measured: Measured) -> Proposal:
    """Score the buyers of the window against each other and name their segments; others are NEVER_BOUGHT."""
    window = scheme.criteria[0].window if scheme.criteria else 365
    columns = {key: measured.of(metric, window) for key, metric in METRICS.items()}
    buyers = [
        place for place, value in enumerate(columns["r"]) if value is not None and _number(columns["f"][place]) > 0
    ]
    enough = len(buyers) >= FEWEST
    scores: dict[str, list[int]] = {}
    cuts: dict[str, tuple[Decimal, ...]] = {}
    for key, column in columns.items():
        values = [_number(column[place]) for place in buyers]
        down = key == "r"
        limits = scheme.thresholds.get(key, ())
        scores[key] = quintiles(values, down=down) if enough else by_thresholds(values, limits, down=down)
        cuts[key] = _cuts(values, scores[key], down=down) if enough else tuple(limits)
    n = len(measured.customers)
    codes, names = [NEVER_BOUGHT] * n, [""] * n
    totals: list[Decimal | None] = [None] * n
    points: dict[str, list[Decimal | None]] = {key: [None] * n for key in METRICS}
    classed = {found: named(scheme.segments, *found) for found in set(zip(*scores.values(), strict=True))}
    for place, found in zip(buyers, zip(*scores.values(), strict=True), strict=True):
        codes[place], names[place], totals[place] = classed[found]
        for key, score in zip(METRICS, found, strict=True):
            points[key][place] = _SCORES[score]
    parts = tuple(Column(METRICS[key], window, HUNDRED, columns[key], points[key]) for key in METRICS)
    notes = ("nobody_bought",) if not buyers else () if enough else ("few_buyers",)
    amounts = measured.amounts("purchases", window)
    return Proposal(measured.as_of, measured.customers, codes, totals, amounts, parts, len(buyers), names, cuts, notes)


def named(segments: Sequence[Segment], r: int, f: int, m: int) -> tuple[str, str, Decimal]:
    """Class, segment and score of a customer with these three."""
    segment = segment_of(segments, r, f, m)
    code = UNRATED if segment is None else segment.code or segment.name
    return code, "" if segment is None else segment.name, Decimal(100 * r + 10 * f + m)


def segment_of(segments: Sequence[Segment], r: int, f: int, m: int) -> Segment | None:
    """The first segment that takes these scores."""
    for one in segments:
        if one.r[0] <= r <= one.r[1] and one.f[0] <= f <= one.f[1] and one.m[0] <= m <= one.m[1]:
            return one
    return None


def _number(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


def _cuts(values: Sequence[Decimal], scores: Sequence[int], *, down: bool) -> tuple[Decimal, ...]:
    """What one needs at least (`down`: at most) for 2, 3, 4 and 5."""
    found = []
    for score in range(2, BEST + 1):
        reached = [value for value, own in zip(values, scores, strict=True) if own >= score]
        if reached:
            found.append(max(reached) if down else min(reached))
    return tuple(found)
