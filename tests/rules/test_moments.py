"""A day with a time of day, as it is typed."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.errors import RuleBroken
from desktop.rules.moments import local, read_moment, show_moment, stored

NOW = datetime(2026, 11, 22, 10, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("14:30", "2026-11-22 14:30"),
        ("9点半", "2026-11-22 09:30"),
        ("0905", "2026-11-22 09:05"),
        ("昨天 14:30", "2026-11-21 14:30"),
        ("3-5 9点", "2026-03-05 09:00"),
        ("12-5 9:00", "2025-12-05 09:00"),
        ("2026-11-18 下午2点", "2026-11-18 14:00"),
    ],
)
def test_moments_are_read(typed: str, meant: str | None) -> None:
    assert read_moment(typed, NOW) == (None if meant is None else datetime.fromisoformat(meant))


@pytest.mark.parametrize("typed", ["昨天", "2026-11-18", "20261118", "哈哈", "2-30 9:00", "3-5 25:00"])
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises((ValueError, RuleBroken)):
        read_moment(typed, NOW)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_what_is_shown_can_be_read_again(at: datetime) -> None:
    minute = at.replace(second=0, microsecond=0)
    assert read_moment(show_moment(minute), NOW) == minute


def test_the_file_keeps_utc() -> None:
    assert local(stored(NOW)) == NOW
    assert show_moment(None) == ""
