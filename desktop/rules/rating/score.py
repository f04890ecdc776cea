"""Score cards and grids: points of several criteria, and the class they come to."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.outcome import UNRATED, Part, Proposal, Rating
from desktop.rules.rating.points import Points, points_of
from desktop.rules.rating.scheme import Criterion, Scheme, TierClass

HUNDRED = Decimal(100)
PLACES = Decimal("0.0001")


def weights_of(scheme: Scheme) -> tuple[Decimal, ...]:
    """The weights in per cent, scaled to 100 together; all alike where they come to nothing."""
    total = sum((one.weight for one in scheme.criteria), Decimal(0))
    if total <= 0:
        return tuple(HUNDRED / len(scheme.criteria) for _ in scheme.criteria)
    return tuple(one.weight * HUNDRED / total for one in scheme.criteria)


def by_score(scheme: Scheme, measured: Measured) -> Proposal:
    """Weighted points, 0 to 100; the best class whose least score is reached. One part unknown may mean UNRATED."""
    weights = weights_of(scheme)
    columns = [measured.of(one.metric, one.window) for one in scheme.criteria]
    points = [points_of(one, column) for one, column in zip(scheme.criteria, columns, strict=True)]
    ratings = []
    for place, customer in enumerate(measured.customers):
        parts = tuple(
            _part(criterion, column[place], worth[place], weight)
            for criterion, column, worth, weight in zip(scheme.criteria, columns, points, weights, strict=True)
        )
        score = score_of(parts)
        code = UNRATED if score is None else class_at(scheme.classes, score)
        ratings.append(Rating(customer, code, score, parts, amount=_amount(measured, place)))
    scaled = sum((one.weight for one in scheme.criteria), Decimal(0)) != HUNDRED
    notes = [*(["weights_scaled"] if scaled else []), *_notes(points)]
    return Proposal(measured.as_of, tuple(ratings), len(ratings), {}, tuple(notes))


def score_of(parts: Sequence[Part]) -> Decimal | None:
    """The weighted sum of the points, to four places; None where one part cannot be rated."""
    total = Decimal(0)
    for one in parts:
        if one.points is None:
            return None
        total += one.points * one.weight / HUNDRED
    return total.quantize(PLACES)


def class_at(classes: Sequence[TierClass], score: Decimal) -> str:
    """The first class, from the best down, whose least score is reached; the last one takes all others."""
    for one in classes:
        if one.least is None or score >= one.least:
            return one.code
    return classes[-1].code


def by_grid(scheme: Scheme, measured: Measured) -> Proposal:
    """The cell of two criteria; their points are the row and the column, counted from 0."""
    first, second = scheme.criteria[0], scheme.criteria[1]
    rows = points_of(first, measured.of(first.metric, first.window))
    columns = points_of(second, measured.of(second.metric, second.window))
    ratings = []
    for place, customer in enumerate(measured.customers):
        parts = (
            _part(first, measured.of(first.metric, first.window)[place], rows[place], Decimal(50)),
            _part(second, measured.of(second.metric, second.window)[place], columns[place], Decimal(50)),
        )
        code = _cell(scheme, rows[place][0], columns[place][0])
        ratings.append(Rating(customer, code, None, parts, amount=_amount(measured, place)))
    return Proposal(measured.as_of, tuple(ratings), len(ratings), {}, tuple(_notes([rows, columns])))


def _cell(scheme: Scheme, row: Decimal | None, column: Decimal | None) -> str:
    if row is None or column is None:
        return UNRATED
    across = scheme.cells[min(int(row), len(scheme.cells) - 1)]
    return across[min(int(column), len(across) - 1)]


def _part(criterion: Criterion, value: Value, points: Points, weight: Decimal) -> Part:
    number, word = (value, None) if isinstance(value, Decimal) else (None, value)
    return Part(criterion.metric, number, points[0], weight, word, points[1])


def _notes(points: Sequence[Sequence[Points]]) -> list[str]:
    few = any(note == "too_few_for_quantiles" for column in points for _, note in column)
    return ["too_few_for_quantiles"] if few else []


def _amount(measured: Measured, place: int) -> Decimal:
    for (metric, _window), column in measured.values.items():
        if metric == "purchases":
            value = column[place]
            return value if isinstance(value, Decimal) else Decimal(0)
    return Decimal(0)
