"""What is chosen in the box of a series, the rule that says so, and back; the days that are laid out of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CalendarKind
from desktop.rules.errors import RuleBroken
from desktop.rules.lunar import lunar_of
from desktop.rules.recurrence.days import days_of
from desktop.rules.recurrence.rule import Freq, rule_of, rule_text
from desktop.rules.series_choice import (
    FREQS,
    NTHS,
    Fate,
    MonthBy,
    SeriesChoice,
    by_the_moon,
    choice_of,
    fates,
    first_choice,
    rule_from,
)
from desktop.rules.series_days import Wanted, checked_rule, series_days

START = date(2026, 11, 30)
SOLAR, LUNAR = CalendarKind.SOLAR, CalendarKind.LUNAR

CHOICES = st.builds(
    SeriesChoice,
    freq=st.sampled_from(FREQS),
    interval=st.integers(1, 12),
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    by=st.sampled_from(MonthBy),
    day=st.integers(1, 31),
    month=st.sampled_from([1, 3, 5, 7, 8, 10, 12]),
    nth=st.sampled_from(NTHS),
    weekday=st.integers(0, 6),
    count=st.none() | st.integers(1, 50),
)


@given(CHOICES, st.booleans())
def test_a_choice_is_read_back_from_its_rule(choice: SeriesChoice, moon: bool) -> None:
    if moon:
        choice = by_the_moon(choice, START)
    rule = rule_from(choice)
    assert rule_of(rule_text(rule)) == rule
    back = choice_of(rule, choice.calendar, START)
    assert back is not None
    assert rule_from(back) == rule
    checked_rule(rule_text(rule), choice.calendar)


@pytest.mark.parametrize("text", ["FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTHDAY=3"])
def test_what_a_rule_leaves_to_its_start_is_spelt_out(text: str) -> None:
    rule = rule_of(text)
    start = START - timedelta(days=4)
    found = choice_of(rule, SOLAR, start)
    if rule.bymonthday and not rule.bymonth:
        assert found is None, "the third of every month is no yearly choice"
    else:
        assert found is not None
        last = start + timedelta(days=800)
        assert days_of(rule_from(found), start, start, last) == days_of(rule, start, start, last)
    assert choice_of(rule_of("FREQ=MONTHLY"), SOLAR, START) is None, "months without a 30th are left out by it"


@pytest.mark.parametrize(
    "text",
    ["FREQ=HOURLY", "FREQ=MONTHLY;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=DAILY;BYMONTH=3",
     "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYYEARDAY=100"],
)  # fmt: skip
def test_an_imported_rule_that_the_box_does_not_know_is_not_bent(text: str) -> None:
    assert choice_of(rule_of(text), SOLAR, START) is None


def days(choice: SeriesChoice, count: int, start: date = START) -> list[str]:
    wanted = Wanted(start, start, start, least=count, most=count)
    return [f"{one.exact}" for one in series_days(rule_from(choice), start, choice.calendar, wanted, lambda day: day)]


def test_the_31st_is_the_last_day_of_a_shorter_month_and_29_february_the_28th() -> None:
    monthly = SeriesChoice(Freq.MONTHLY, day=31)
    assert days(monthly, 4) == ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]
    assert fates(monthly) == (Fate.SHORT_MONTHS,)
    leap = SeriesChoice(Freq.YEARLY, month=2, day=29)
    assert days(leap, 2) == ["2027-02-28", "2028-02-29"]
    assert fates(leap) == (Fate.LEAP_DAY,)
    with pytest.raises(RuleBroken, match="bad_day"):
        rule_from(SeriesChoice(Freq.YEARLY, month=4, day=31))
    with pytest.raises(RuleBroken, match="weekday_missing"):
        rule_from(SeriesChoice(Freq.WEEKLY))


def test_the_moon_is_counted_by_its_own_months() -> None:
    feast = SeriesChoice(Freq.YEARLY, LUNAR, month=8, day=15)
    assert days(feast, 2) == ["2027-09-15", "2028-10-03"]
    full = SeriesChoice(Freq.MONTHLY, LUNAR, day=30)
    assert fates(full) == (Fate.LUNAR_30, Fate.LEAP_MONTHS)
    moons = [lunar_of(date.fromisoformat(day)) for day in days(full, 12)]
    assert {moon.day for moon in moons if moon} == {29, 30}
    assert first_choice(START).weekdays == (0,)
    assert by_the_moon(first_choice(START), START).day == 22
