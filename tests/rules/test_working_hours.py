"""Working hours: adding and measuring agree, over lunch, weekends, holidays and 调休 Saturdays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.errors import RuleBroken
from desktop.rules.holidays import is_known, is_working_day, known_years
from desktop.rules.working_hours import OfficeHours, add_working, check_hours, working_between

USUAL = OfficeHours()
NO_LUNCH = OfficeHours(time(8, 30), time(17), None, None)
FIRST, LAST = datetime(2024, 12, 20), datetime(2026, 12, 20)


def hours(text: str) -> timedelta:
    h, m = text.split(":")
    return timedelta(hours=int(h), minutes=int(m))


@st.composite
def office_hours(draw: st.DrawFn) -> OfficeHours:
    """Any hours an office may have: opening, perhaps lunch, closing."""
    count = 4 if draw(st.booleans()) else 2
    minutes = sorted(draw(st.lists(st.integers(0, 1439), min_size=count, max_size=count, unique=True)))
    times = [time(one // 60, one % 60) for one in minutes]
    if count == 2:
        return OfficeHours(times[0], times[1], None, None)
    return OfficeHours(times[0], times[3], times[1], times[2])


moments = st.datetimes(FIRST, LAST)
amounts = st.integers(0, 60 * 200).map(lambda minutes: timedelta(minutes=minutes))


@given(moments, amounts, office_hours())
def test_what_was_added_is_what_is_measured(start: datetime, amount: timedelta, office: OfficeHours) -> None:
    if amount > 60 * office.a_day:  # an office of one minute a day would need years
        amount = office.a_day
    end = add_working(start, amount, office, is_working_day)
    assert end >= start
    assert working_between(start, end, office, is_working_day) == amount
    assert working_between(end, start, office, is_working_day) == -amount


@given(moments, st.integers(1, 9000), office_hours())
def test_the_end_is_the_first_such_moment(start: datetime, minutes: int, office: OfficeHours) -> None:
    amount = min(timedelta(minutes=minutes), 60 * office.a_day)
    end = add_working(start, amount, office, is_working_day)
    assert working_between(start, end - timedelta(minutes=1), office, is_working_day) < amount


@given(moments, amounts, amounts)
def test_adding_twice_is_adding_the_sum(start: datetime, one: timedelta, other: timedelta) -> None:
    step = add_working(add_working(start, one, USUAL, is_working_day), other, USUAL, is_working_day)
    assert step == add_working(start, one + other, USUAL, is_working_day)


@given(moments, moments, moments)
def test_measuring_adds_up(a: datetime, b: datetime, c: datetime) -> None:
    def between(start: datetime, end: datetime) -> timedelta:
        return working_between(start, end, USUAL, is_working_day)

    assert between(a, b) + between(b, c) == between(a, c)


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2026-11-23 10:00", "2:00", "2026-11-23 12:00"),  # to the lunch break, not behind it
        ("2026-11-23 10:00", "2:01", "2026-11-23 13:31"),
        ("2026-11-23 12:30", "1:00", "2026-11-23 14:30"),  # opened over lunch
        ("2026-11-20 17:00", "2:00", "2026-11-23 10:00"),  # over a weekend
        ("2026-11-22 22:00", "2:00", "2026-11-23 11:00"),  # opened on a Sunday night
        ("2026-09-30 17:00", "2:00", "2026-10-08 10:00"),  # over the National Day week
        ("2026-10-09 17:00", "2:00", "2026-10-10 10:00"),  # Saturday 10 October is worked
        ("2026-02-13 17:00", "2:00", "2026-02-14 10:00"),  # Saturday before the Spring Festival is worked
        ("2026-02-14 17:00", "2:00", "2026-02-24 10:00"),  # then the long holiday
        ("2026-11-23 08:00", "7:30", "2026-11-23 18:00"),
        ("2026-11-23 08:00", "0:00", "2026-11-23 08:00"),
    ],
)
def test_known_days(start: str, amount: str, end: str) -> None:
    began = datetime.fromisoformat(start)
    assert add_working(began, hours(amount), USUAL, is_working_day) == datetime.fromisoformat(end)


def test_years_that_are_not_announced_have_weekdays_only() -> None:
    later = known_years()[-1] + 1
    new_year = date(later, 1, 1)
    assert not is_known(new_year)
    for number in range(366):
        day = new_year + timedelta(days=number)
        assert is_working_day(day) == (day.weekday() < 5)
    assert is_known(date(2026, 10, 1))
    assert not is_working_day(date(2026, 10, 1))


def test_an_office_that_never_works_is_said_and_not_searched_for_ever() -> None:
    with pytest.raises(ValueError, match="no working time"):
        add_working(FIRST, timedelta(hours=1), USUAL, lambda _: False)


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (OfficeHours(time(18), time(9)), "closes_before_opens", "closes"),
        (OfficeHours(time(9), time(9), None, None), "closes_before_opens", "closes"),
        (OfficeHours(time(9), time(18), time(12), None), "half_a_lunch", "lunch_to"),
        (OfficeHours(time(9), time(18), None, time(13)), "half_a_lunch", "lunch_from"),
        (OfficeHours(time(9), time(18), time(8), time(13)), "lunch_outside", "lunch_from"),
        (OfficeHours(time(9), time(18), time(14), time(13)), "lunch_outside", "lunch_to"),
        (OfficeHours(time(9), time(18), time(14), time(18)), "lunch_outside", "lunch_to"),
    ],
)
def test_hours_out_of_order_are_refused(wrong: OfficeHours, code: str, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_hours(wrong)
    assert (broken.value.code, broken.value.field) == (code, field)


def test_a_day_has_its_hours() -> None:
    assert check_hours(USUAL).a_day == hours("7:30")
    assert check_hours(NO_LUNCH).a_day == hours("8:30")
