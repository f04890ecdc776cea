"""Dates as they are typed into a form, and the quick ones a form offers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from desktop.rules.cells import Cell, text_of
from desktop.rules.day_words import day_in_words, next_monday
from desktop.rules.figures import chinese_number, half_width
from desktop.rules.import_dates import LAST_YEAR, bad_date, read_import_date, written_date
from desktop.words import N_


class Lean(Enum):
    """Which year (or month) is meant where none is typed."""

    NEAREST = auto()
    FORWARD = auto()  # plans
    BACKWARD = auto()  # what was done


_MONTH_AND_DAY = re.compile(r"(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?")
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})")
_SIX_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2})")
_DAY_ALONE = re.compile(r"(\d{1,2})[日号]")
_SPOKEN = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日号])")


def read_date(cell: Cell, today: date, lean: Lean = Lean.NEAREST, field: str | None = None) -> date | None:
    """The day meant by what was typed on `today`; None if nothing was.

    3-5, 3.5, 3月5日, 三月五日, 0305, 20260305, 260305, 2026/3/5, 5号, and the words of `day_in_words`. Where no year is
    typed, `lean` says which is meant. Raises RuleBroken("bad_date", text=…, why=…), why being unreadable, no_such_day
    or ambiguous (3/5/26).
    """
    if not isinstance(cell, str):
        return read_import_date(cell, field=field)
    shown = text_of(cell)
    if not shown:
        return None
    text = half_width(shown)
    try:
        day = day_in_words(text.lower(), today, lean is Lean.BACKWARD)
    except (ValueError, OverflowError):  # beyond the years a calendar has
        raise bad_date(shown, "no_such_day", field) from None
    if day and day.year > LAST_YEAR:
        raise bad_date(shown, "no_such_day", field)
    return day or _typed(shown, text, today, lean, field)


def _typed(shown: str, text: str, today: date, lean: Lean, field: str | None) -> date:
    text = _SPOKEN.sub(lambda spoken: str(chinese_number(spoken[0])), text)
    found = _MONTH_AND_DAY.fullmatch(text) or _FOUR_DIGITS.fullmatch(text)
    if found:
        day = _in_some_year(int(found[1]), int(found[2]), today, lean)
        if day is None:
            raise bad_date(shown, "no_such_day", field)
        return day
    found = _DAY_ALONE.fullmatch(text)
    if found:
        day = _in_some_month(int(found[1]), today, lean)
        if day is None:
            raise bad_date(shown, "no_such_day", field)
        return day
    found = _SIX_DIGITS.fullmatch(text)
    if found:
        return written_date(f"20{found[1]}-{found[2]}-{found[3]}", field=field)
    return written_date(shown, field=field)


def _in_some_year(month: int, day: int, today: date, lean: Lean) -> date | None:
    years = range(today.year - 8, today.year + 9)  # far enough for a 29 February
    days = [found for found in (_real(year, month, day) for year in years) if found]
    return _choose(days, today, lean)


def _in_some_month(day: int, today: date, lean: Lean) -> date | None:
    total = today.year * 12 + today.month - 1
    months = [divmod(total + shift, 12) for shift in range(-3, 4)]
    days = [found for found in (_real(year, month + 1, day) for year, month in months) if found]
    return _choose(days, today, lean)


def _choose(days: list[date], today: date, lean: Lean) -> date | None:
    if lean is Lean.FORWARD:
        days = [day for day in days if day >= today]
    elif lean is Lean.BACKWARD:
        days = [day for day in days if day <= today]
    return min(days, key=lambda day: (abs(day - today), today - day), default=None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class QuickDate:
    """A day a form offers as a button; `title` is an English source text."""

    title: str
    day: date


def quick_dates(today: date) -> tuple[QuickDate, ...]:
    """The days offered for the next step: tomorrow, Monday of next week, in two weeks, in a month (four weeks)."""
    return (
        QuickDate(N_("Tomorrow"), today + timedelta(days=1)),
        QuickDate(N_("Next Monday"), next_monday(today)),
        QuickDate(N_("In two weeks"), today + timedelta(weeks=2)),
        QuickDate(N_("In four weeks"), today + timedelta(weeks=4)),
    )
