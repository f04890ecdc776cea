"""What a share curve is given, and how 100,000 points become as many as there are pixels."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.ui.kit.charts.dyes import Dye
from desktop.ui.kit.charts.plot import Tell, percent


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a click on a curve carries: the curve's own key, and how many from the left it is about (1 the first)."""

    curve: object
    count: int


@dataclass(frozen=True, slots=True)
class Curve:
    """`shares[n]` is the share of the whole that the first n + 1 have together, 1 for all; they stand at equal steps.

    `tell` gives a line about a point by its count, which stands above the two percentages. A click carries a CurvePoint
    where there is a `key`.
    """

    label: str
    shares: Sequence[float]
    dye: Dye
    tell: Callable[[int], str] | None = None
    key: object = None


@dataclass(frozen=True, slots=True)
class MarkedPoint:
    """A point of the curve in place `curve` that is always named: after its first `count`."""

    count: int
    label: str
    curve: int = 0
    key: object = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A line across the field where a class ends: at a share of those counted ("x") or of their amount ("y")."""

    share: float
    label: str
    axis: Literal["x", "y"] = "x"


@dataclass(frozen=True, slots=True)
class Shares:
    """One to three curves and what is marked on them. `x_title` and `y_title` say what the axes count."""

    curves: tuple[Curve, ...]
    points: tuple[MarkedPoint, ...] = ()
    cuts: tuple[Cut, ...] = ()
    x_title: str = ""
    y_title: str = ""
    tell: Tell = percent


def thinned(shares: Sequence[float], most: int) -> list[tuple[float, float]]:
    """The curve through (0, 0) with few points: the ends of each of `most` stretches, and its least and greatest where
    they lie between them. Points that are no finite numbers are left out.
    """
    count = len(shares)
    if count <= most:
        points = [((n + 1) / count, share) for n, share in enumerate(shares)]
        return [(0.0, 0.0), *(point for point in points if math.isfinite(point[1]))]
    sound = math.isfinite(sum(shares))  # asking every single one takes longer than all the rest
    found = [(0.0, 0.0)]
    for number in range(most):
        start, end = number * count // most, (number + 1) * count // most
        stretch = shares[start:end] if sound else [share for share in shares[start:end] if math.isfinite(share)]
        if stretch:
            first, last = stretch[0], stretch[-1]
            found.append(((start + 1) / count, first))
            middle = (start + end + 1) / 2 / count
            found += [(middle, share) for share in (min(stretch), max(stretch)) if share not in (first, last)]
            if last != first:
                found.append((end / count, last))
    if math.isfinite(shares[-1]) and found[-1] != (1.0, shares[-1]):
        found.append((1.0, shares[-1]))
    return found
