"""Round numbers along an axis, and curves of many points."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.kit.charts.curves import thinned
from desktop.ui.kit.charts.plot import Scale
from desktop.ui.kit.charts.ticks import bend, bent_ticks, round_ticks, straight_part, unbend

VALUES = st.floats(-1e15, 1e15, allow_subnormal=False).map(lambda value: 0.0 if abs(value) < 1e-9 else value)


@given(VALUES, VALUES, st.integers(3, 12), st.booleans())
def test_ticks_cover_the_range_in_few_steps(one: float, other: float, most: int, whole: bool) -> None:
    ticks = round_ticks(one, other, most, whole=whole)
    assert ticks[0] <= min(one, other)
    assert max(one, other) <= ticks[-1]
    assert 2 <= len(ticks) <= most
    assert all(before < after for before, after in pairwise(ticks))
    assert not whole or all(tick == int(tick) for tick in ticks)


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 0, 6, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (7, 7, 6, (0, 2, 4, 6, 8)),
        (0, 1, 6, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (0, 695, 6, (0, 200, 400, 600, 800)),
        (-3.1, 12, 6, (-5, 0, 5, 10, 15)),
        (0, 0.3, 6, (0, 0.1, 0.2, 0.3)),
    ],
)
def test_ticks_are_round(low: float, high: float, most: int, expected: tuple[float, ...]) -> None:
    assert round_ticks(low, high, most) == expected


def test_counts_have_no_halves() -> None:
    assert round_ticks(0, 2, 6, whole=True) == (0, 1, 2)
    assert round_ticks(0, 0, 6, whole=True) == (0, 1)


def test_what_is_no_number_has_no_axis() -> None:
    with pytest.raises(ValueError, match="nan"):
        round_ticks(0, math.nan)


@given(st.lists(VALUES, min_size=1, max_size=8), st.integers(3, 9))
def test_bent_ticks_cover_the_values_and_zero(values: list[float], most: int) -> None:
    straight = straight_part(values)
    ticks = bent_ticks(min(values), max(values), straight, most)
    assert ticks[0] <= min(*values, 0.0)
    assert max(*values, 0.0) <= ticks[-1]
    assert 0.0 in ticks
    assert 2 <= len(ticks) <= most
    assert all(before < after for before, after in pairwise(ticks))


@given(VALUES, st.integers(-3, 6))
def test_bending_can_be_undone(value: float, power: int) -> None:
    straight = 10.0**power
    assert unbend(bend(value, straight), straight) == pytest.approx(value, rel=1e-6, abs=straight * 1e-6)


@given(st.floats(-900, 900), st.sampled_from([0.0, 10.0]))
def test_a_place_leads_back_to_its_value(value: float, straight: float) -> None:
    scale = Scale(-1000, 1000, 300, 20, straight)
    assert scale.value(scale.place(value)) == pytest.approx(value, abs=1e-6)
    assert 20 <= scale.place(value) <= 300


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=400), st.integers(1, 60))
def test_a_thinned_curve_keeps_its_ends_and_its_peaks(shares: list[float], most: int) -> None:
    points = thinned(array("d", shares), most)
    assert points[0] == (0.0, 0.0)
    assert points[-1] == (1.0, shares[-1])
    assert len(points) <= 4 * most + 2
    assert all(before[0] <= after[0] for before, after in pairwise(points))
    assert {min(shares), max(shares)} <= {y for _, y in points}


def test_a_curve_leaves_out_what_is_no_number() -> None:
    shares = [0.5, math.nan, 0.8] * 50
    assert all(math.isfinite(y) for _, y in thinned(shares, 10))
    assert thinned([math.nan], 5) == [(0.0, 0.0)]
    assert thinned([], 5) == [(0.0, 0.0)]
