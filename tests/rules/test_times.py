"""Times of day as they are typed."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.times import read_time


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("9点", time(9)),
        ("9点半", time(9, 30)),
        ("九点一刻", time(9, 15)),
        ("两点三刻", time(2, 45)),
        ("下午2点", time(14)),
        ("下午两点半", time(14, 30)),
        ("晚上8:15", time(20, 15)),
        ("中午12点", time(12)),
        ("中午11点半", time(11, 30)),
        ("早上8点", time(8)),
        ("８：０５", time(8, 5)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("2:30 PM", time(14, 30)),
        ("0:00", time(0)),
        ("", None),
        ("  ", None),
    ],
)
def test_times_are_read(text: str, meant: time | None) -> None:
    assert read_time(text) == meant


@pytest.mark.parametrize("text", ["24:00", "25", "9:75", "noon", "三点三", "点", "9::30", "12345"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_time(text)


@given(st.times())
def test_what_is_shown_is_read_back(at: time) -> None:
    assert read_time(at.strftime("%H:%M")) == at.replace(second=0, microsecond=0, fold=0)


@given(st.text(max_size=12))
def test_anything_may_be_typed(text: str) -> None:
    try:
        found = read_time(text)
    except ValueError:
        return
    assert found is None or isinstance(found, time)
