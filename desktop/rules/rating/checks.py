"""What is wrong with a scheme, said at its place, before anything is rated by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from desktop.rules.errors import RuleBroken
from desktop.rules.rating.metrics import Metric, Unit
from desktop.rules.rating.outcome import UNCLASSED
from desktop.rules.rating.rfm import METRICS, segment_of
from desktop.rules.rating.scheme import Criterion, Method, Missing, Scheme

HUNDRED = Decimal(100)
CLOSE = Decimal("0.1")  # three thirds of 33.3 are taken for 100
LONGEST_CODE, LONGEST_NAME = 20, 60  # a code may become a value tier, whose column holds as much
LONGEST_CLASS = 40  # its name becomes that of a value tier
MOST_WINDOW = 36_500
MOST_PARTS = 10


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the code of a sentence, where ("weight.2", "class.0", …), facts for the sentence."""

    code: str
    at: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def checked(scheme: Scheme, known: Mapping[str, Metric]) -> Scheme:
    """`scheme`, or RuleBroken with its first fault. `known` are the metrics of the office."""
    for one in faults(scheme, known):
        raise RuleBroken(one.code, one.at, **one.facts)
    return scheme


def faults(scheme: Scheme, known: Mapping[str, Metric]) -> list[Fault]:
    """Everything that is wrong with a scheme, in the order in which it stands on the screen."""
    return [*_of_name(scheme), *_of_criteria(scheme, known), *_of_classes(scheme), *_of_method(scheme)]


def _of_name(scheme: Scheme) -> Iterator[Fault]:
    if not scheme.name.strip():
        yield Fault("name_missing", "name")
    elif len(scheme.name) > LONGEST_NAME:
        yield Fault("too_long", "name", {"longest": LONGEST_NAME, "length": len(scheme.name)})


def _of_criteria(scheme: Scheme, known: Mapping[str, Metric]) -> Iterator[Fault]:
    least = {Method.SHARES: 1, Method.RFM: 1, Method.SCORE: 1, Method.GRID: 2}[scheme.method]
    if len(scheme.criteria) < least:
        yield Fault("criteria_missing", "criteria", {"least": least})
    elif scheme.method is not Method.SCORE and len(scheme.criteria) > least:
        yield Fault("criteria_too_many", "criteria", {"most": least})
    for at, one in enumerate(scheme.criteria):
        metric = known.get(one.metric)
        if metric is None:
            yield Fault("metric_gone", f"metric.{at}", {"metric": one.metric})
            continue
        yield from _of_criterion(scheme, at, one, metric)
    if scheme.method is Method.SCORE and scheme.criteria:
        total = sum((one.weight for one in scheme.criteria), Decimal(0))
        if abs(total - HUNDRED) > CLOSE:
            yield Fault("weights_not_100", "weights", {"total": f"{total.normalize():f}"})


def _of_criterion(scheme: Scheme, at: int, one: Criterion, metric: Metric) -> Iterator[Fault]:
    if not 0 <= one.window <= MOST_WINDOW:
        yield Fault("out_of_range", f"window.{at}", {"low": 0, "high": MOST_WINDOW})
    if one.weight < 0:
        yield Fault("out_of_range", f"weight.{at}", {"low": 0, "high": 100})
    if scheme.method in (Method.SHARES, Method.RFM):
        if metric.unit is not Unit.MONEY and scheme.method is Method.SHARES:
            yield Fault("metric_not_money", f"metric.{at}")
        return
    if one.quantiles and not 2 <= one.quantiles <= MOST_PARTS:
        yield Fault("out_of_range", f"quantiles.{at}", {"low": 2, "high": MOST_PARTS})
    if metric.is_choice:
        known = metric.options or tuple(metric.words or ())
        gone = [word for word, _ in one.choices if known and word not in known]
        if not one.choices:
            yield Fault("choices_missing", f"steps.{at}")
        elif gone:
            yield Fault("choice_gone", f"steps.{at}", {"choice": gone[0]})
    elif not one.steps and not one.quantiles:
        yield Fault("steps_missing", f"steps.{at}")
    least = [step.least for step in one.steps]
    twice = {str(value) for value in least if least.count(value) > 1}
    if twice:
        yield Fault("steps_overlap", f"steps.{at}", {"value": min(twice)})
    elif least != sorted(least):
        yield Fault("steps_not_rising", f"steps.{at}")
    worth = [step.points for step in one.steps] + [points for _, points in one.choices]
    if any(not 0 <= points <= HUNDRED for points in worth):
        yield Fault("points_out_of_range", f"steps.{at}")


def _of_classes(scheme: Scheme) -> Iterator[Fault]:
    if scheme.method is not Method.RFM and len(scheme.classes) < 2:
        yield Fault("classes_missing", "classes")
    for at, one in enumerate(scheme.classes):
        code = one.code.strip()
        if not code or code in UNCLASSED:
            yield Fault("tier_without_code", f"class.{at}")
        elif len(code) > LONGEST_CODE:
            yield Fault("too_long", f"class.{at}", {"longest": LONGEST_CODE, "length": len(code)})
        elif len(one.name) > LONGEST_CLASS:
            yield Fault("too_long", f"class.{at}", {"longest": LONGEST_CLASS, "length": len(one.name)})
        elif code.casefold() in {other.code.strip().casefold() for other in scheme.classes[:at]}:
            yield Fault("tier_twice", f"class.{at}", {"tier": code})


def _of_method(scheme: Scheme) -> Iterator[Fault]:
    match scheme.method:
        case Method.SHARES:
            yield from _of_leasts(scheme, rising=True)
        case Method.SCORE:
            yield from _of_leasts(scheme, rising=False)
        case Method.GRID:
            yield from _of_cells(scheme)
        case Method.RFM:
            yield from _of_segments(scheme)


def _of_leasts(scheme: Scheme, *, rising: bool) -> Iterator[Fault]:
    """The limits of the classes: cumulative shares rise to 1, points fall from 100; the last class is open."""
    most = Decimal(1) if rising else HUNDRED
    before: Decimal | None = None
    for at, one in enumerate(scheme.classes[:-1]):
        least = one.least
        if least is None:
            yield Fault("limit_missing", f"least.{at}", {"tier": one.code})
        elif not 0 < least <= most:
            yield Fault("limit_out_of_range", f"least.{at}", {"tier": one.code, "most": 100})
        elif before is not None and (least <= before if rising else least >= before):
            yield Fault("limits_overlap", f"least.{at}", {"tier": one.code})
        before = least if least is not None else before


def _of_cells(scheme: Scheme) -> Iterator[Fault]:
    codes = {one.code for one in scheme.classes}
    if not scheme.cells or len({len(row) for row in scheme.cells}) != 1 or not scheme.cells[0]:
        yield Fault("cells_missing", "cells")
    for row, across in enumerate(scheme.cells):
        for column, code in enumerate(across):
            if code not in codes:
                yield Fault("no_such_tier", f"cell.{row}.{column}", {"tier": code})
    if scheme.cells:
        for at, (one, places) in enumerate(
            zip(scheme.criteria, (len(scheme.cells), len(scheme.cells[0])), strict=False)
        ):
            yield from _of_axis(one, at, places)


def _of_axis(one: Criterion, at: int, places: int) -> Iterator[Fault]:
    """Points of a grid are places, counted from 0: parts and halves of a hundred points would be the last one."""
    if one.quantiles:
        yield Fault("quantiles_in_grid", f"quantiles.{at}")
    if one.missing is Missing.NEUTRAL:
        yield Fault("neutral_in_grid", f"missing.{at}")
    worth = [step.points for step in one.steps] + [points for _, points in one.choices]
    if any(points != int(points) or points >= places for points in worth):
        yield Fault("points_beyond_cells", f"steps.{at}", {"most": places - 1})


def _of_segments(scheme: Scheme) -> Iterator[Fault]:
    codes = {one.code for one in scheme.classes}
    for at, one in enumerate(scheme.segments):
        if not one.name.strip():
            yield Fault("name_missing", f"segment.{at}")
        elif len(one.name) > LONGEST_NAME:
            yield Fault("too_long", f"segment.{at}", {"longest": LONGEST_NAME, "length": len(one.name)})
        if codes and one.code not in codes:
            yield Fault("no_such_tier", f"segment.{at}", {"tier": one.code})
        if any(not 1 <= low <= high <= 5 for low, high in (one.r, one.f, one.m)):
            yield Fault("scores_out_of_range", f"segment.{at}", {"name": one.name})
    outside = [
        (r, f, m)
        for r in range(1, 6)
        for f in range(1, 6)
        for m in range(1, 6)
        if segment_of(scheme.segments, r, f, m) is None
    ]
    if outside:
        first = "".join(map(str, outside[0]))
        yield Fault("scores_without_segment", "segments", {"scores": first, "count": len(outside)})
    yield from _of_thresholds(scheme)


def _of_thresholds(scheme: Scheme) -> Iterator[Fault]:
    for key in METRICS:
        limits = scheme.thresholds.get(key, ())
        if len(limits) != 4:
            yield Fault("four_thresholds", f"thresholds.{key}")
        elif list(limits) != sorted(set(limits), reverse=key == "r"):
            yield Fault("thresholds_overlap", f"thresholds.{key}")
