"""The limits of lifecycle and warnings as a policy keeps them."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.errors import RuleBroken
from desktop.rules.rating.lifecycle import Limits
from desktop.rules.rating.limits import as_policy, checked_limits, limits_of

D = Decimal
TIMES = st.lists(st.integers(100, 10_000), min_size=3, max_size=3, unique=True).map(sorted)


@given(TIMES, st.integers(1, 3650), st.integers(7, 730), st.integers(1, 100), st.integers(1, 5))
def test_what_may_be_set_comes_back_as_it_was(times: list[int], days: int, window: int, drop: int, mark: int) -> None:
    active, slowing, lost = (D(one) / 100 for one in times)
    wanted = Limits(days, active, slowing, lost, days, D(drop) / 100, window, mark)
    assert checked_limits(wanted) == wanted
    assert limits_of(json.loads(json.dumps(as_policy(wanted)))) == wanted


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {"new_days": 0, "lost_days": "365", "window": True, "drop": 101, "unhappy": 6},
        {"active": "x", "slowing": "NaN", "lost": 6},
        {"active": "3", "slowing": "2", "lost": "1"},
        {"active": "1.555", "slowing": "1e99"},
    ],
)
def test_what_nobody_could_have_set_is_as_usual(stored: Any) -> None:
    assert limits_of(stored) == Limits()


def test_each_limit_stands_for_itself() -> None:
    assert limits_of({"new_days": 30, "drop": "a lot"}) == replace(Limits(), new_days=30)


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"new_days": 0}, "out_of_range", "new_days"),
        ({"window": 6}, "out_of_range", "window"),
        ({"unhappy": 6}, "out_of_range", "unhappy"),
        ({"drop": D(0)}, "out_of_range", "drop"),
        ({"drop": D("0.305")}, "out_of_range", "drop"),
        ({"active": D("0.5")}, "out_of_range", "active"),
        ({"active": D("1.555")}, "too_many_decimals", "active"),
        ({"active": D(3)}, "times_not_growing", "slowing"),
        ({"lost": D(2)}, "times_not_growing", "lost"),
    ],
)
def test_what_makes_no_sense_is_told_at_its_field(wrong: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(RuleBroken) as told:
        checked_limits(replace(Limits(), **wrong))
    assert (told.value.code, told.value.field) == (code, field)
