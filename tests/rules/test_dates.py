from __future__ import annotations

import contextlib
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.days import months_later
from desktop.rules.cells import Cell
from desktop.rules.dates import Lean, quick_dates, read_date
from desktop.rules.day_words import day_in_words
from desktop.rules.errors import RuleBroken

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3-5", "2027-03-05"),
        ("3/5", "2027-03-05"),
        ("3.5", "2027-03-05"),
        ("3月5日", "2027-03-05"),
        ("3月5号", "2027-03-05"),
        ("三月五日", "2027-03-05"),
        ("十二月二十五日", "2026-12-25"),
        ("１２月２５日", "2026-12-25"),
        ("0305", "2027-03-05"),
        ("260305", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        ("2026-03-05 07:45:00", "2026-03-05"),
        ("2026年3月5日 星期四", "2026-03-05"),
        ("二〇二六年三月五日", "2026-03-05"),
        ("26/3/5", "2026-03-05"),
        ("7/13/2026", "2026-07-13"),
        ("5 Mar 2026", "2026-03-05"),
        ("2/29", "2028-02-29"),
        ("5号", "2026-12-05"),
        ("今天", "2026-11-25"),
        ("明天", "2026-11-26"),
        (" 明 天 ", "2026-11-26"),
        ("后天", "2026-11-27"),
        ("大后天", "2026-11-28"),
        ("昨天", "2026-11-24"),
        ("周二", "2026-12-01"),
        ("周三", "2026-11-25"),
        ("这周五", "2026-11-27"),
        ("本周一", "2026-11-23"),
        ("下周二", "2026-12-01"),
        ("下星期天", "2026-12-06"),
        ("下下周一", "2026-12-07"),
        ("上周五", "2026-11-20"),
        ("周末", "2026-11-28"),
        ("下周", "2026-11-30"),
        ("两周后", "2026-12-09"),
        ("2周后", "2026-12-09"),
        ("十天后", "2026-12-05"),
        ("半个月后", "2026-12-10"),
        ("3个月后", "2027-02-25"),
        ("三天前", "2026-11-22"),
        ("一年后", "2027-11-25"),
        ("月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("下个月5号", "2026-12-05"),
        ("年底", "2026-12-31"),
        ("+7", "2026-12-02"),
        ("-3", "2026-11-22"),
        ("+2w", "2026-12-09"),
        ("+1m", "2026-12-25"),
        ("today", "2026-11-25"),
        ("Tomorrow", "2026-11-26"),
        ("next monday", "2026-11-30"),
        ("next Tue", "2026-12-01"),
        ("friday", "2026-11-27"),
        ("in two weeks", "2026-12-09"),
        ("in 10 days", "2026-12-05"),
        ("next week", "2026-11-30"),
    ],
)
def test_dates_are_typed_freely(typed: str, day: str) -> None:
    assert read_date(typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("13-1", "no_such_day"),
        ("2-30", "no_such_day"),
        ("2026-02-29", "no_such_day"),
        ("32号", "no_such_day"),
        ("3/5/26", "ambiguous"),
        ("1/2/2026", "ambiguous"),
        ("999年后", "no_such_day"),
        ("abc", "unreadable"),
        ("1", "unreadable"),
        ("下周八", "unreadable"),
    ],
)
def test_what_is_no_certain_day_is_refused(typed: str, why: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_date(typed, TODAY, field="planned_on")
    assert (refusal.value.code, refusal.value.facts["why"]) == ("bad_date", why)
    assert refusal.value.field == "planned_on"
    assert refusal.value.facts["text"] == typed


@pytest.mark.parametrize(("cell", "day"), [("", None), (None, None), (datetime(2026, 3, 5, 8), date(2026, 3, 5))])
def test_cells_that_are_no_text(cell: Cell, day: date | None) -> None:
    assert read_date(cell, TODAY) == day


def test_the_lean_says_which_year_is_meant() -> None:
    assert read_date("1-5", TODAY, Lean.FORWARD) == date(2027, 1, 5)
    assert read_date("1-5", TODAY, Lean.BACKWARD) == date(2026, 1, 5)
    assert read_date("11-24", TODAY, Lean.FORWARD) == date(2027, 11, 24)
    assert read_date("11-24", TODAY) == date(2026, 11, 24)
    assert read_date("2-29", TODAY, Lean.BACKWARD) == date(2024, 2, 29)
    assert read_date("30号", TODAY, Lean.BACKWARD) == date(2026, 10, 30)
    assert read_date("周二", TODAY, Lean.BACKWARD) == date(2026, 11, 24)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_written_day_is_read_back(day: date, today: date) -> None:
    for writing in ("{0:%Y-%m-%d}", "{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}"):
        assert read_date(writing.format(day), today) == day


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_month_and_day_alone_mean_the_nearest(day: date, today: date) -> None:
    typed = f"{day.month}-{day.day}"
    nearest, ahead, back = (read_date(typed, today, lean) for lean in (Lean.NEAREST, Lean.FORWARD, Lean.BACKWARD))
    assert nearest
    assert ahead
    assert back
    assert back <= today <= ahead
    assert nearest in (ahead, back)
    assert (nearest.month, nearest.day) == (day.month, day.day)


@given(st.text(alphabet="0123456789年月日号天周下上这前后半个零一二三十+-/. ", max_size=12) | st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with contextlib.suppress(RuleBroken):
        day = read_date(text, TODAY)
        assert day is None or 1600 <= day.year <= 2199


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_quick_dates_are_ahead_and_monday_is_one(today: date) -> None:
    tomorrow, monday, fortnight, month = (quick.day for quick in quick_dates(today))
    assert tomorrow == today + timedelta(days=1)
    assert monday.weekday() == 0
    assert today < monday <= today + timedelta(days=7)
    assert fortnight == today + timedelta(days=14)
    assert month == today + timedelta(days=28)


def test_a_month_later_is_never_two() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert day_in_words("nonsense", TODAY) is None
