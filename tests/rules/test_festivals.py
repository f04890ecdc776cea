"""What a day is called: by the moon, by the sun, by rule; and on which days which tiers are greeted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.rules.festivals import NEW_YEARS_EVE, CareDay, care_days, festival_day, festivals_on
from desktop.rules.lunar import months_of
from desktop.rules.strategy import FESTIVALS, CarePlan, Festival, Strategies
from desktop.rules.strategy_defaults import default_strategies

USUAL = default_strategies(["A", "B", "C", "D"])


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 1, 1), ("New Year",)),
        (date(2026, 1, 26), ("Laba",)),
        (date(2026, 2, 10), ("Little New Year",)),
        (date(2026, 2, 16), (NEW_YEARS_EVE,)),  # the 29th: that month has no 30th
        (date(2024, 2, 9), (NEW_YEARS_EVE,)),  # the 30th
        (date(2024, 2, 8), ()),
        (date(2026, 2, 17), ("Spring Festival",)),
        (date(2026, 3, 3), ("Lantern Festival",)),
        (date(2026, 3, 20), ("Dragon Raises Its Head",)),
        (date(2026, 4, 5), ("Qingming",)),
        (date(2024, 4, 4), ("Qingming",)),
        (date(2026, 6, 19), ("Dragon Boat",)),
        (date(2026, 8, 19), ("Qixi",)),
        (date(2026, 8, 27), ("Zhongyuan",)),
        (date(2026, 9, 25), ("Mid-Autumn",)),
        (date(2020, 10, 1), ("Mid-Autumn", "National Day")),
        (date(2026, 10, 18), ("Double Ninth",)),
        (date(2026, 5, 10), ("Mother's Day",)),
        (date(2026, 6, 21), ("Father's Day",)),
        (date(2025, 6, 1), ("Children's Day",)),
        (date(2026, 11, 30), ()),
        (date(2023, 3, 23), ()),  # the 2nd of the leap second month: the dragon raised its head a month before
    ],
)
def test_known_days(day: date, names: tuple[str, ...]) -> None:
    assert festivals_on(day) == names


def test_every_lunar_year_ends_with_its_eve_and_begins_with_its_festival() -> None:
    for year in range(1901, 2101):
        first = date.fromordinal(months_of(year)[0].first)
        assert festival_day(Festival.SPRING, first.year) == first
        assert "Spring Festival" in festivals_on(first)
        assert NEW_YEARS_EVE in festivals_on(first - timedelta(days=1))


@pytest.mark.parametrize("festival", list(Festival))
def test_a_festival_that_one_greets_on_is_called_so_on_its_day(festival: Festival) -> None:
    for year in range(1901, 2101):
        day = festival_day(festival, year)
        assert day is not None
        assert day.year == year
        assert FESTIVALS[festival] in festivals_on(day)
    assert (festival_day(festival, 2150) is None) == (festival not in (Festival.NEW_YEAR, Festival.NATIONAL))


def test_who_is_greeted_when() -> None:
    days = care_days(USUAL, date(2026, 9, 25), date(2027, 2, 6))
    assert days == (
        CareDay(date(2026, 9, 25), Festival.MID_AUTUMN, ("A", "B", "C")),
        CareDay(date(2026, 10, 1), Festival.NATIONAL, ("A",)),
        CareDay(date(2027, 1, 1), Festival.NEW_YEAR, ("A",)),
        CareDay(date(2027, 2, 6), Festival.SPRING, ("A", "B", "C", "D", "")),
    )


def test_a_festival_nobody_is_greeted_on_is_no_day_of_care() -> None:
    none = replace(USUAL.untiered, care=CarePlan())
    assert care_days(Strategies({"A": none}, none), date(2026, 1, 1), date(2026, 12, 31)) == ()
