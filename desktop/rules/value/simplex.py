"""The lowest point of a function of a few numbers, found without derivatives (Nelder and Mead 1965)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Point = tuple[float, ...]
Function = Callable[[Sequence[float]], float]

STEP = 0.5  # of the first simplex
STEPS = 1000  # a peak is found in two or three hundred
NEAR = 1e-8  # the simplex is small enough, in its points and in its values


@dataclass(frozen=True, slots=True)
class Lowest:
    """Where, how low, and whether the search came to rest there."""

    at: Point
    value: float
    settled: bool


def lowest(
    function: Function, start: Sequence[float], *, step: float = STEP, steps: int = STEPS, near: float = NEAR
) -> Lowest:
    """Search from `start`, at first about a `step` far; ends after `steps` at the latest. `function` gives a finite
    number everywhere."""
    axes = range(len(start))
    corners = [tuple(start), *(tuple(start[i] + (step if i == axis else 0.0) for i in axes) for axis in axes)]
    found = sorted((function(corner), corner) for corner in corners)
    for _ in range(steps):
        if _small(found, near):
            return Lowest(found[0][1], found[0][0], settled=True)
        found = sorted(_moved(function, found))
    return Lowest(found[0][1], found[0][0], settled=False)


def _small(found: Sequence[tuple[float, Point]], near: float) -> bool:
    best = found[0]
    values = abs(found[-1][0] - best[0]) <= near * (1 + abs(best[0]))
    points = max(abs(one - other) for _, point in found[1:] for one, other in zip(point, best[1], strict=True))
    return values and points <= near**0.5


def _moved(function: Function, found: list[tuple[float, Point]]) -> list[tuple[float, Point]]:
    """The simplex with its worst corner moved, or drawn together around the best one."""
    worst = found[-1]
    middle = [sum(axis) / (len(found) - 1) for axis in zip(*(point for _, point in found[:-1]), strict=True)]

    def tried(by: float) -> tuple[float, Point]:
        point = tuple(m + by * (w - m) for m, w in zip(middle, worst[1], strict=True))
        return function(point), point

    over = tried(-1.0)
    if over[0] < found[0][0]:
        return [*found[:-1], min(over, tried(-2.0))]
    if over[0] < found[-2][0]:
        return [*found[:-1], over]
    inside = tried(-0.5) if over[0] < worst[0] else tried(0.5)
    if inside[0] < min(over[0], worst[0]):
        return [*found[:-1], inside]
    best = found[0][1]
    drawn = [tuple(b + 0.5 * (p - b) for b, p in zip(best, point, strict=True)) for _, point in found[1:]]
    return [found[0], *((function(point), point) for point in drawn)]
