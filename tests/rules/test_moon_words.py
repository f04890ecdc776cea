"""Days of the year in words that are read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay, read_key_day
from desktop.rules.moon_words import say_key_day, show_key_day
from desktop.words import Catalogue

LUNAR = CalendarKind.LUNAR
ENGLISH, CHINESE = Catalogue("en", {}), Catalogue("zh_CN", {})


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (KeyDay(3, 5), "03-05"),
        (KeyDay(3, 5, 1980), "1980-03-05"),
        (KeyDay(8, 15, None, LUNAR), "农历八月十五"),
        (KeyDay(1, 1, None, LUNAR), "农历正月初一"),
        (KeyDay(12, 23, 1962, LUNAR), "农历1962年腊月廿三"),
        (KeyDay(4, 8, None, LUNAR, leap=True), "农历闰四月初八"),
        (KeyDay(11, 20, None, LUNAR), "农历冬月二十"),
        (KeyDay(10, 30, None, LUNAR), "农历十月三十"),
        (KeyDay(10, 10, None, LUNAR), "农历十月初十"),
    ],
)
def test_days_in_words(day: KeyDay, words: str) -> None:
    assert show_key_day(day) == words


@given(st.integers(1, 12), st.integers(1, 30), st.none() | st.integers(1920, 2020), st.booleans())
def test_days_of_the_moon_are_read_back(month: int, day: int, year: int | None, leap: bool) -> None:
    what = KeyDay(month, day, year, LUNAR, leap)
    assert read_key_day(show_key_day(what)) == what


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.booleans())
def test_days_of_the_sun_are_read_back(on: date, known: bool) -> None:
    what = KeyDay(on.month, on.day, on.year if known else None)
    assert read_key_day(show_key_day(what)) == what


@given(st.dates(date(1900, 2, 1), date(2090, 12, 31)), st.sampled_from([CHINESE, ENGLISH]))
def test_days_of_both_calendars_are_read_back(on: date, words: Catalogue) -> None:
    what = KeyDay(on.month, on.day, on.year, CalendarKind.BOTH)
    assert read_key_day(say_key_day(what, words)) == what


@given(st.integers(1, 12), st.integers(1, 30), st.none() | st.integers(1920, 2020), st.booleans())
def test_days_of_the_moon_are_read_back_in_english(month: int, day: int, year: int | None, leap: bool) -> None:
    what = KeyDay(month, day, year, LUNAR, leap)
    assert read_key_day(say_key_day(what, ENGLISH)) == what


def test_a_day_of_both_calendars_names_both() -> None:
    what = KeyDay(11, 26, 1984, CalendarKind.BOTH)
    assert show_key_day(what) == "1984-11-26（农历闰十月初四）"
    assert say_key_day(what, ENGLISH) == "1984-11-26 (leap lunar 10/4)"
    assert show_key_day(KeyDay(11, 26, 1884, CalendarKind.BOTH)) == "1884-11-26"
