from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CalendarKind
from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import KeyDay, read_key_day

LUNAR, BOTH = CalendarKind.LUNAR, CalendarKind.BOTH


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1990-01-15", KeyDay(1, 15, 1990)),
        ("19900115", KeyDay(1, 15, 1990)),
        (datetime(1990, 1, 15), KeyDay(1, 15, 1990)),
        (date(1990, 1, 15), KeyDay(1, 15, 1990)),
        ("3月5日", KeyDay(3, 5)),
        ("03-05", KeyDay(3, 5)),
        ("2-29", KeyDay(2, 29)),
        ("阳历3月5日", KeyDay(3, 5)),
        ("农历八月十五", KeyDay(8, 15, None, LUNAR)),
        ("八月十五（农历）", KeyDay(8, 15, None, LUNAR)),
        ("1962年腊月廿三", KeyDay(12, 23, 1962, LUNAR)),
        ("1990年农历8月15日", KeyDay(8, 15, 1990, LUNAR)),
        ("正月初一", KeyDay(1, 1, None, LUNAR)),
        ("闰四月初八", KeyDay(4, 8, None, LUNAR, True)),
        ("阴历3.5", KeyDay(3, 5, None, LUNAR)),
        ("八月十五", KeyDay(8, 15, None, LUNAR)),
        ("三月五日", KeyDay(3, 5)),
        ("农历三月初五日", KeyDay(3, 5, None, LUNAR)),
        ("除夕", KeyDay(12, 30, None, LUNAR)),
        ("中秋", KeyDay(8, 15, None, LUNAR)),
        ("1990-01-15 00:00:00", KeyDay(1, 15, 1990)),
        ("lunar 8/15", KeyDay(8, 15, None, LUNAR)),
        ("1974 leap lunar 4/3", KeyDay(4, 3, 1974, LUNAR, True)),
        ("1984-11-26 双历", KeyDay(11, 26, 1984, BOTH)),
        ("公历和农历 1984年11月26日", KeyDay(11, 26, 1984, BOTH)),
        ("1984-11-26（农历闰十月初四）", KeyDay(11, 26, 1984, BOTH)),
        ("", None),
        (None, None),
    ],
)
def test_birthdays_by_sun_and_moon(cell: Cell, day: KeyDay | None) -> None:
    assert read_key_day(cell) == day


@pytest.mark.parametrize("cell", ["2-30", "13-1", "生日快乐", "1990-02-30", True])
def test_what_is_no_day_is_refused(cell: Cell) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_key_day(cell, "customer.birthday")
    assert (refusal.value.code, refusal.value.field) == ("bad_date", "customer.birthday")


@pytest.mark.parametrize(
    ("cell", "why"),
    [("11-26双历", "year_needed"), ("双历农历八月十五", "year_needed"), ("1984-11-26(农历十月初五)", "differ")],
)
def test_both_calendars_need_one_day_with_its_year(cell: str, why: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_key_day(cell)
    assert (refusal.value.code, refusal.value.facts["why"]) == ("bad_date", why)


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(RuleBroken):
        read_key_day(text)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_of_the_sun_is_read(day: date) -> None:
    assert read_key_day(day.isoformat()) == KeyDay(day.month, day.day, day.year)
    assert read_key_day(f"{day.month}月{day.day}日") == KeyDay(day.month, day.day)
