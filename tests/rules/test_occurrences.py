"""When key dates come round, by the sun, by the moon and by both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay
from desktop.rules.lunar import lunar_of
from desktop.rules.occurrences import (
    Occurrence,
    Shift,
    is_missing,
    lunar_side,
    near_codes,
    next_occurrence,
    next_occurrences,
    solar_side,
)

SOLAR, LUNAR, BOTH = CalendarKind.SOLAR, CalendarKind.LUNAR, CalendarKind.BOTH
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (KeyDay(11, 26, 1984), Occurrence(date(2026, 11, 26), SOLAR, 42)),
        (KeyDay(11, 22), Occurrence(date(2026, 11, 22), SOLAR)),
        (KeyDay(1, 3), Occurrence(date(2027, 1, 3), SOLAR)),
        (KeyDay(2, 29, 1984), Occurrence(date(2027, 2, 28), SOLAR, 43, (Shift.NO_29_FEBRUARY,))),
        (KeyDay(5, 1, 2030), Occurrence(date(2030, 5, 1), SOLAR, 0)),
        (KeyDay(8, 15, None, LUNAR), Occurrence(date(2027, 9, 15), LUNAR)),
        (KeyDay(10, 14, 1962, LUNAR), Occurrence(date(2026, 11, 22), LUNAR, 64)),
        # The leap 4th month of 2020 does not come again before 2058.
        (KeyDay(4, 8, 2020, LUNAR, True), Occurrence(date(2027, 5, 13), LUNAR, 7, (Shift.NO_LEAP_MONTH,))),
        # 腊月 of the year 2026 has 29 days.
        (KeyDay(12, 30, None, LUNAR), Occurrence(date(2027, 2, 5), LUNAR, None, (Shift.SHORT_MONTH,))),
    ],
)
def test_the_next_time(day: KeyDay, following: Occurrence) -> None:
    assert next_occurrence(day, TODAY) == following


def test_a_leap_month_is_kept_where_the_year_has_it() -> None:
    day = KeyDay(2, 1, None, LUNAR, leap=True)
    assert next_occurrence(day, date(2023, 1, 1)) == Occurrence(date(2023, 3, 22), LUNAR)
    assert next_occurrence(day, date(2023, 3, 23)) == Occurrence(date(2024, 3, 10), LUNAR, None, (Shift.NO_LEAP_MONTH,))


def test_both_calendars_give_both_days_the_earlier_first() -> None:
    born = KeyDay(11, 26, 1984, BOTH)
    assert next_occurrences(born, TODAY) == (
        Occurrence(date(2026, 11, 26), SOLAR, 42),
        Occurrence(date(2027, 11, 1), LUNAR, 43, (Shift.NO_LEAP_MONTH,)),
    )
    assert next_occurrences(KeyDay(11, 26, 1884, BOTH), TODAY) == (Occurrence(date(2026, 11, 26), SOLAR, 142),)


def test_the_sides_of_a_day() -> None:
    assert lunar_side(KeyDay(11, 26, 1984)) == KeyDay(10, 4, 1984, LUNAR, leap=True)
    assert lunar_side(KeyDay(11, 26)) is None
    assert solar_side(KeyDay(12, 23, 1962, LUNAR)) == date(1963, 1, 18)
    assert solar_side(KeyDay(4, 8, 1962, LUNAR, leap=True)) is None


def test_a_day_of_the_moon_that_its_year_never_had_is_known() -> None:
    assert is_missing(KeyDay(4, 8, 1962, LUNAR, leap=True))
    assert not is_missing(KeyDay(4, 8, 2020, LUNAR, leap=True))
    assert not is_missing(KeyDay(4, 8, 1850, LUNAR, leap=True)), "outside the table nobody knows"


def test_nothing_comes_after_the_table() -> None:
    assert next_occurrence(KeyDay(8, 15, None, LUNAR), date(2100, 12, 1)) is None
    assert next_occurrence(KeyDay(8, 15), date(2100, 12, 1)) == Occurrence(date(2101, 8, 15), SOLAR)
    assert next_occurrence(KeyDay(8, 15, None, LUNAR), date(1850, 1, 1)) is None


any_day = (
    st.builds(
        KeyDay,
        st.integers(1, 12),
        st.integers(1, 28),
        st.none() | st.integers(1900, 2026),
        st.sampled_from([SOLAR, LUNAR]),
        st.booleans(),
    )
    | st.builds(KeyDay, st.just(2), st.just(29))
    | st.builds(KeyDay, st.integers(1, 12), st.sampled_from([29, 30]), st.none(), st.just(LUNAR), st.booleans())
)


@given(any_day, st.dates(date(1950, 1, 1), date(2098, 1, 1)))
def test_every_key_date_comes_once_in_thirteen_months(day: KeyDay, today: date) -> None:
    following = next_occurrence(day, today)
    assert following is not None
    start = max(today, solar_side(day) or today)
    # A leap month pushes a lunar day by up to a month; the day kept in place of one of a leap month by one more.
    assert start <= following.on <= start + timedelta(days=415)
    assert next_occurrence(day, following.on) == following


@given(any_day, st.dates(date(1950, 1, 1), date(2098, 1, 1)), st.integers(0, 60))
def test_the_sieve_lets_no_key_date_fall(day: KeyDay, today: date, days: int) -> None:
    following = next_occurrence(day, today)
    assert following is not None
    if (following.on - today).days <= days:
        solar, lunar = near_codes(today, days)
        assert day.month * 100 + day.day in (solar if day.calendar is SOLAR else lunar)


def test_a_kept_lunar_day_has_its_own_number_by_the_moon() -> None:
    following = next_occurrence(KeyDay(8, 15, None, LUNAR), TODAY)
    assert following is not None
    kept = lunar_of(following.on)
    assert kept is not None
    assert (kept.month, kept.day, kept.leap) == (8, 15, False)
