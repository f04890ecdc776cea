"""分级方案 as data: a way of classing customers, edited on screen, kept in the file as JSON, one version a change.

Four ways:
* SHARES: customers in the order of one metric; a class by the cumulative share, the customer's own included (ABC).
* RFM: recency, frequency and monetary value scored 1 to 5; a named segment by the three scores.
* SCORE: points of several criteria, weighted, together 0 to 100; a class by the least score it asks for.
* GRID: two criteria, each in steps; a class by the cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

FORMAT = 1  # of the JSON


class Method(StrEnum):
    """How a scheme comes to its classes."""

    SHARES = "shares"
    RFM = "rfm"
    SCORE = "score"
    GRID = "grid"


class Missing(StrEnum):
    """What a criterion does with a customer of whom its metric says nothing."""

    NO_POINTS = "no_points"
    NEUTRAL = "neutral"  # half of the most points
    UNRATED = "unrated"  # the customer cannot be rated


class Dimension(StrEnum):
    """Where a criterion of a score card belongs."""

    FINANCIAL = "financial"
    BEHAVIOURAL = "behavioural"
    EMOTIONAL = "emotional"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class TierClass:
    """One class of a scheme, the best one first. `tier`: the value tier it stands for, in the main scheme."""

    code: str
    name: str
    least: Decimal | None = None  # SCORE: points it asks for; SHARES: cumulative share it ends at, 0 to 1
    tier: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """From `least` (included) on a value is worth `points`."""

    least: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that counts. `window`: days ending on the as-of date, 0 for everything before it.

    Points come from `steps`, or for `words` of a choice from `choices`, or from `quantiles` equal parts of all
    customers (the best part gets most; only from 50 customers, else the steps are taken). Points are 0 to 100.
    """

    metric: str
    window: int = 365
    weight: Decimal = Decimal(100)
    steps: tuple[Step, ...] = ()
    choices: tuple[tuple[str, Decimal], ...] = ()
    quantiles: int = 0
    missing: Missing = Missing.NO_POINTS
    dimension: Dimension = Dimension.FINANCIAL


@dataclass(frozen=True, slots=True)
class Segment:
    """A named segment of RFM: the scores it takes, each a pair of least and most."""

    name: str
    r: tuple[int, int] = (1, 5)
    f: tuple[int, int] = (1, 5)
    m: tuple[int, int] = (1, 5)
    code: str = ""  # the class its customers get


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of a scheme. `cells` of a GRID: for each class of the first criterion, codes by the second's."""

    key: str
    name: str
    method: Method
    classes: tuple[TierClass, ...]
    criteria: tuple[Criterion, ...] = ()
    segments: tuple[Segment, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    thresholds: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)  # RFM below 50 buyers: r, f, m
    note: str = ""


class NotAScheme(ValueError):
    """The JSON of a version cannot be understood; the argument says where."""


def as_json(scheme: Scheme) -> dict[str, Any]:
    """The scheme in JSON's own kinds; decimals as text."""
    return {
        "format": FORMAT,
        "key": scheme.key,
        "name": scheme.name,
        "method": scheme.method.value,
        "note": scheme.note,
        "classes": [
            {"code": one.code, "name": one.name, "least": _text(one.least), "tier": one.tier} for one in scheme.classes
        ],
        "criteria": [_criterion_json(one) for one in scheme.criteria],
        "segments": [
            {"name": one.name, "r": list(one.r), "f": list(one.f), "m": list(one.m), "code": one.code}
            for one in scheme.segments
        ],
        "cells": [list(row) for row in scheme.cells],
        "thresholds": {key: [str(one) for one in values] for key, values in scheme.thresholds.items()},
    }


def _criterion_json(one: Criterion) -> dict[str, Any]:
    return {
        "metric": one.metric,
        "window": one.window,
        "weight": str(one.weight),
        "steps": [[str(step.least), str(step.points)] for step in one.steps],
        "choices": [[word, str(points)] for word, points in one.choices],
        "quantiles": one.quantiles,
        "missing": one.missing.value,
        "dimension": one.dimension.value,
    }


def scheme_of(content: Any) -> Scheme:
    """The scheme that `as_json` wrote. Raises NotAScheme for anything else."""
    try:
        if content["format"] != FORMAT:
            raise NotAScheme("format")
        return Scheme(
            key=str(content["key"]),
            name=str(content["name"]),
            method=Method(content["method"]),
            note=str(content["note"]),
            classes=tuple(
                TierClass(str(one["code"]), str(one["name"]), _number(one["least"]), one["tier"])
                for one in content["classes"]
            ),
            criteria=tuple(map(_criterion_of, content["criteria"])),
            segments=tuple(
                Segment(str(one["name"]), _pair(one["r"]), _pair(one["f"]), _pair(one["m"]), str(one["code"]))
                for one in content["segments"]
            ),
            cells=tuple(tuple(map(str, row)) for row in content["cells"]),
            thresholds={str(key): tuple(map(Decimal, values)) for key, values in content["thresholds"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise NotAScheme(str(error)) from error


def _criterion_of(one: Any) -> Criterion:
    return Criterion(
        metric=str(one["metric"]),
        window=int(one["window"]),
        weight=Decimal(one["weight"]),
        steps=tuple(Step(Decimal(least), Decimal(points)) for least, points in one["steps"]),
        choices=tuple((str(word), Decimal(points)) for word, points in one["choices"]),
        quantiles=int(one["quantiles"]),
        missing=Missing(one["missing"]),
        dimension=Dimension(one["dimension"]),
    )


def _pair(values: Sequence[Any]) -> tuple[int, int]:
    least, most = values
    return int(least), int(most)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)
