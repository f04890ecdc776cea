"""Score cards and grids: points of several criteria, and the class they come to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from desktop.rules.rating.measured import Measured
from desktop.rules.rating.metrics import BY_KEY
from desktop.rules.rating.outcome import UNRATED, Column, Proposal
from desktop.rules.rating.points import TOO_FEW, Scale, points_of, scale_of
from desktop.rules.rating.scheme import Criterion, Scheme, TierClass

HUNDRED = Decimal(100)
YEAR = 365
PLACES = Decimal("0.0001")

Points = Decimal | None


def weights_of(scheme: Scheme) -> tuple[Decimal, ...]:
    """The weights in per cent, scaled to 100 together; all alike where they come to nothing."""
    total = sum((one.weight for one in scheme.criteria), Decimal(0))
    if total <= 0:
        return tuple(HUNDRED / len(scheme.criteria) for _ in scheme.criteria)
    return tuple(one.weight * HUNDRED / total for one in scheme.criteria)


def scales_of(scheme: Scheme, measured: Measured) -> tuple[Scale, ...]:
    """How each criterion of a score card or grid turns values into points among these customers."""
    return tuple(scale_of(one, measured.of(one.metric, one.window)) for one in scheme.criteria)


def by_score(scheme: Scheme, measured: Measured) -> Proposal:
    """Weighted points, 0 to 100; the best class whose least score is reached. One part unknown may mean UNRATED."""
    columns = _columns(scheme, measured, weights_of(scheme))
    scores = _scores(columns)
    codes = _classes(scheme.classes, scores)
    scaled = sum((one.weight for one in scheme.criteria), Decimal(0)) != HUNDRED
    notes = [*(["weights_scaled"] if scaled else []), *_notes(columns)]
    amounts = _amounts(scheme, measured)
    return Proposal(measured.as_of, measured.customers, codes, scores, amounts, columns, len(codes), notes=tuple(notes))


def _columns(scheme: Scheme, measured: Measured, weights: Sequence[Decimal]) -> tuple[Column, ...]:
    found = []
    for scale, weight in zip(scales_of(scheme, measured), weights, strict=True):
        one = scale.criterion
        values = measured.of(one.metric, one.window)
        found.append(_column(one, weight, values, points_of(scale, values), few=scale.few))
    return tuple(found)


def _column(
    criterion: Criterion,
    weight: Decimal,
    values: Sequence[Decimal | str | None],
    points: Sequence[Points],
    *,
    few: bool,
) -> Column:
    unknown = f"missing_{criterion.missing.value}"
    return Column(criterion.metric, criterion.window, weight, values, points, unknown, TOO_FEW if few else "")


def _scores(columns: Sequence[Column]) -> list[Points]:
    """The weighted sums of all customers, a column at a time."""
    found: list[Points] = [Decimal(0)] * (len(columns[0].points) if columns else 0)
    for one in columns:
        part = one.weight / HUNDRED
        found = [
            None if total is None or points is None else total + points * part
            for total, points in zip(found, one.points, strict=True)
        ]
    return [None if total is None else total.quantize(PLACES) for total in found]


def _classes(classes: Sequence[TierClass], scores: Sequence[Points]) -> list[str]:
    """`class_at` for everybody: by halving where the limits fall, as those of a checked scheme do."""
    limits = [one.least for one in classes[:-1]]
    rising = [one for one in reversed(limits) if one is not None]
    if len(rising) != len(limits) or rising != sorted(set(rising)):
        return [UNRATED if score is None else class_at(classes, score) for score in scores]
    codes = [one.code for one in reversed(classes)]
    return [UNRATED if score is None else codes[bisect_right(rising, score)] for score in scores]


def score_of(points: Sequence[Points], weights: Sequence[Decimal]) -> Points:
    """The weighted sum of one customer's points, to four places; None where one of them cannot be rated."""
    total = Decimal(0)
    for one, weight in zip(points, weights, strict=True):
        if one is None:
            return None
        total += one * (weight / HUNDRED)
    return total.quantize(PLACES)


def class_at(classes: Sequence[TierClass], score: Decimal) -> str:
    """The first class, from the best down, whose least score is reached; the last one takes all others."""
    for one in classes:
        if one.least is None or score >= one.least:
            return one.code
    return classes[-1].code


def by_grid(scheme: Scheme, measured: Measured) -> Proposal:
    """The cell of two criteria; their points are the row and the column, counted from 0."""
    columns = _columns(scheme, measured, (HUNDRED / 2, HUNDRED / 2))
    codes = [cell_of(scheme, row, across) for row, across in zip(columns[0].points, columns[1].points, strict=True)]
    empty: list[Points] = [None] * len(codes)
    amounts = _amounts(scheme, measured)
    notes = tuple(_notes(columns))
    return Proposal(measured.as_of, measured.customers, codes, empty, amounts, columns, len(codes), notes=notes)


def cell_of(scheme: Scheme, row: Points, column: Points) -> str:
    """The class in a cell of a grid."""
    if row is None or column is None:
        return UNRATED
    across = scheme.cells[min(int(row), len(scheme.cells) - 1)]
    return across[min(int(column), len(across) - 1)]


def _notes(columns: Sequence[Column]) -> list[str]:
    return [TOO_FEW] if any(one.known == TOO_FEW for one in columns) else []


def amount_window(scheme: Scheme) -> int:
    """The window of the purchases that a round adds up: that of the first criterion, a year where it has none."""
    first = scheme.criteria[0] if scheme.criteria else None
    metric = None if first is None else BY_KEY.get(first.metric)
    return first.window if first is not None and metric is not None and metric.windowed else YEAR


def _amounts(scheme: Scheme, measured: Measured) -> list[Decimal]:
    return measured.amounts("purchases", amount_window(scheme))
