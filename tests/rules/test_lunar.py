"""The lunar calendar, every day of two centuries against a library that computes the moon."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.lunar import LunarDay, animal, lunar_of, month_of, months_of, solar_of, stem_and_branch

FIRST, LAST = date(1900, 1, 31), date(2100, 12, 31)


def test_every_day_of_two_centuries_is_what_the_library_computes() -> None:
    sxtwl = pytest.importorskip("sxtwl", reason="the library the table was made from is for tests only")
    differing = []
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        theirs = sxtwl.fromSolar(day.year, day.month, day.day)
        wanted = LunarDay(
            theirs.getLunarYear(), theirs.getLunarMonth(), theirs.getLunarDay(), bool(theirs.isLunarLeap())
        )
        ours = lunar_of(day)
        if ours != wanted or solar_of(wanted) != day:
            differing.append((day, ours, wanted))
    assert not differing


def test_years_and_animals_are_what_the_library_says() -> None:
    sxtwl = pytest.importorskip("sxtwl", reason="the library the table was made from is for tests only")
    for year in range(1900, 2101):
        theirs = sxtwl.fromSolar(year, 7, 1).getYearGZ(True)
        assert stem_and_branch(year) == "甲乙丙丁戊己庚辛壬癸"[theirs.tg] + "子丑寅卯辰巳午未申酉戌亥"[theirs.dz]


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2026, 2, 17), LunarDay(2026, 1, 1)),
        (date(2026, 11, 22), LunarDay(2026, 10, 14)),
        (date(2023, 3, 22), LunarDay(2023, 2, 1, leap=True)),
        (date(2033, 12, 22), LunarDay(2033, 11, 1, leap=True)),
        (date(1900, 1, 30), None),
        (date(2101, 1, 29), None),
    ],
)
def test_known_days(day: date, lunar: LunarDay | None) -> None:
    assert lunar_of(day) == lunar


@pytest.mark.parametrize(
    "day", [LunarDay(2026, 4, 8, leap=True), LunarDay(2026, 12, 30), LunarDay(2026, 1, 0), LunarDay(2101, 1, 1)]
)
def test_days_that_do_not_exist_are_none(day: LunarDay) -> None:
    assert solar_of(day) is None


@given(st.dates(FIRST, date(2101, 1, 28)))
def test_there_and_back(day: date) -> None:
    lunar = lunar_of(day)
    assert lunar is not None
    assert solar_of(lunar) == day
    month = month_of(lunar.year, lunar.month, lunar.leap)
    assert month is not None
    assert lunar.day <= month.days


def test_years_follow_each_other_without_a_gap() -> None:
    for year in range(1900, 2100):
        last = months_of(year)[-1]
        assert last.first + last.days == months_of(year + 1)[0].first


@pytest.mark.parametrize(
    ("year", "named", "beast"), [(2026, "丙午", "Horse"), (1984, "甲子", "Rat"), (1963, "癸卯", "Rabbit")]
)
def test_names_of_years(year: int, named: str, beast: str) -> None:
    assert (stem_and_branch(year), animal(year)) == (named, beast)
