"""Round numbers along an axis, straight or bent so that a few large values leave room for the many small ones."""

from __future__ import annotations

import math
from collections.abc import Iterable

_STEPS = (1, 2, 5)


def round_ticks(low: float, high: float, most: int = 6, *, whole: bool = False) -> tuple[float, ...]:
    """From 3 to `most` (at least 3) increasing round numbers that cover `low`..`high`; `whole` for counts.

    Where both ends are one number the ticks lead from it to zero, or from 0 to 1. Both must be finite.
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        raise ValueError((low, high))
    low, high = min(low, high), max(low, high)
    if low == high:
        low, high = (min(low, 0.0), max(low, 0.0)) if low else (0.0, 1.0)
    most = max(most, 3)
    # Steps far below what a double can tell apart at this size would give the same tick twice.
    least = max(abs(low) * 1e-12, abs(high) * 1e-12, 1.0 if whole else 1e-300)
    power = math.floor(math.log10(max((high - low) / most, least)))
    while True:
        for digit in _STEPS:
            first, last = _whole_steps(low, high, digit, power)
            if last - first < most and _times(1, digit, power) >= least:
                return tuple(_times(n, digit, power) for n in range(first, last + 1))
        power += 1


def _times(n: int, digit: int, power: int) -> float:
    """n steps of digit × 10^power, without the dirt that a step of 0.1 leaves."""
    return float(n * digit * 10**power) if power >= 0 else n * digit / 10**-power


def _whole_steps(low: float, high: float, digit: int, power: int) -> tuple[int, int]:
    step = _times(1, digit, power)
    first, last = math.floor(low / step), math.ceil(high / step)
    first -= _times(first, digit, power) > low  # the division may have rounded to the wrong side
    last += _times(last, digit, power) < high
    return first, last


def bend(value: float, straight: float) -> float:
    """`value` on a scale that is straight around zero and by powers of ten beyond `straight`, both ways."""
    return math.copysign(math.log10(1 + abs(value) / straight), value)


def unbend(place: float, straight: float) -> float:
    """The value that `bend` put there."""
    return math.copysign((10 ** abs(place) - 1) * straight, place)


def straight_part(values: Iterable[float]) -> float:
    """A power of ten for `bend`: four of them stand between it and the largest of `values`."""
    largest = max((abs(value) for value in values), default=0.0)
    return 10.0 ** (math.floor(math.log10(largest)) - 3) if largest > 0 else 1.0


def bent_ticks(low: float, high: float, straight: float, most: int = 7) -> tuple[float, ...]:
    """Zero and powers of ten on both sides that cover `low`..`high`; every second, third... where `most` is few."""
    low, high = min(low, high, 0.0), max(low, high, 0.0)
    up, down = _powers(high, straight), _powers(-low, straight)
    if up + down == 0:
        up = 1
    every = 1
    while math.ceil(up / every) + math.ceil(down / every) + 1 > max(most, 3):
        every += 1
    above = [straight * 10.0 ** (n * every) for n in range(1, math.ceil(up / every) + 1)]
    below = [-straight * 10.0 ** (n * every) for n in range(math.ceil(down / every), 0, -1)]
    return (*below, 0.0, *above)


def _powers(value: float, straight: float) -> int:
    """How many powers of ten beyond `straight` reach `value`; at least one for anything above zero."""
    count = 1
    while straight * 10.0**count < value:
        count += 1
    return count if value > 0 else 0
