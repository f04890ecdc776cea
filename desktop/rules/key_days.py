"""Birthdays and other days of the year, whose year may be unknown and which may be counted by the moon."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from db.vocabulary import CalendarKind
from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import chinese_number
from desktop.rules.import_dates import read_import_date
from desktop.rules.lunar import lunar_of


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day of the solar or lunar year; `year` is None where it is unknown; `leap` marks a day of a leap month.

    Kept by BOTH calendars it is told by its solar day and year, from which the lunar one follows.
    """

    month: int
    day: int
    year: int | None = None
    calendar: CalendarKind = CalendarKind.SOLAR
    leap: bool = False


class DayColumns(Protocol):
    """The columns of a key date, by whatever row or draft they come."""

    @property
    def calendar(self) -> CalendarKind: ...
    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int: ...
    @property
    def day(self) -> int: ...
    @property
    def leap(self) -> bool: ...


def key_day_of(row: DayColumns) -> KeyDay:
    """The day that a stored key date or its draft tells."""
    return KeyDay(row.month, row.day, row.year, row.calendar, row.leap)


_SOLAR_NO_YEAR = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_LUNAR_WORD = re.compile(r"农历|阴历|旧历|\(农\)|\(阴\)|阴$|农$")
_SOLAR_WORD = re.compile(r"公历|阳历|新历|\(阳\)|\(公\)")
_BOTH_WORD = re.compile(r"双历|公历?[和、及+]?农历|阳历?[和、及+]?阴历")
_BOTH_DAYS = re.compile(r"([^()]+)\(((?:农历|阴历)[^()]+)\)")
_NUMBER = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_LUNAR = re.compile(
    rf"(?:(\d{{4}})\s*[-/.年])?(闰)?({_NUMBER}|正|冬|腊)\s*[-/.月]\s*(?:初([一二三四五六七八九十])|({_NUMBER}))([日号]?)"
)
_SPOKEN = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日号])")
_MOON_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_FEASTS = {
    "除夕": (12, 30), "大年三十": (12, 30), "年三十": (12, 30), "春节": (1, 1), "大年初一": (1, 1), "元宵": (1, 15),
    "元宵节": (1, 15), "端午": (5, 5), "端午节": (5, 5), "七夕": (7, 7), "中秋": (8, 15), "中秋节": (8, 15),
    "重阳": (9, 9), "重阳节": (9, 9), "腊八": (12, 8),
}  # fmt: skip
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_key_day(cell: Cell, field: str | None = None) -> KeyDay | None:
    """The day a cell names, None for an empty cell.

    1990-01-15, 3月5日, 03-05 (solar, year unknown), 农历八月十五, 1962年腊月廿三, 闰四月初八, 除夕; kept by both
    calendars: 1990-01-15(农历腊月十九), 1990-01-15双历. Raises RuleBroken("bad_date", text=…, why=…) as
    `read_import_date`, why also being year_needed and differ for a day of both calendars.
    """
    if is_blank(cell):
        return None
    if not isinstance(cell, str):
        return _whole(cell, field)
    text = _plain(cell)
    both = _both(cell, text, field)
    if both:
        return both
    if text in _FEASTS:
        return KeyDay(*_FEASTS[text], None, CalendarKind.LUNAR)
    return (
        _lunar(text)
        or _no_year(cell, text, field)
        or _whole(_SOLAR_WORD.sub("", text_of(cell)).strip("() （）"), field)
    )


def _plain(cell: str) -> str:
    """Half width without blanks, and the English of `say_key_day` in Chinese signs."""
    text = unicodedata.normalize("NFKC", text_of(cell)).replace(" ", "").lower()
    text = text.replace("leaplunar", "农历闰").replace("lunar", "农历")
    return re.sub(r"^(\d{4})农历", r"\1年农历", text)


def _both(cell: str, text: str, field: str | None) -> KeyDay | None:
    found = _BOTH_DAYS.fullmatch(text)
    if not found and not _BOTH_WORD.search(text):
        return None
    day = read_key_day(found[1] if found else _BOTH_WORD.sub("", text).strip("()"), field)
    if day is None or day.year is None or day.calendar is not CalendarKind.SOLAR:
        raise RuleBroken("bad_date", field, text=text_of(cell), why="year_needed")
    if found:
        told, real = _lunar(found[2]), lunar_of(date(day.year, day.month, day.day))
        if told is None or real is None or (told.month, told.day, told.leap) != (real.month, real.day, real.leap):
            raise RuleBroken("bad_date", field, text=text_of(cell), why="differ")
    return KeyDay(day.month, day.day, day.year, CalendarKind.BOTH)


def _no_year(cell: str, text: str, field: str | None) -> KeyDay | None:
    text = _SPOKEN.sub(lambda spoken: str(_moon_number(spoken[0])), _SOLAR_WORD.sub("", text).strip("()"))
    found = _SOLAR_NO_YEAR.fullmatch(text)
    if not found:
        return None
    month, day = int(found[1]), int(found[2])
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]):
        raise RuleBroken("bad_date", field, text=text_of(cell), why="no_such_day")
    return KeyDay(month, day)


def _whole(cell: Cell, field: str | None) -> KeyDay | None:
    whole = read_import_date(cell, field=field)
    return None if whole is None else KeyDay(whole.month, whole.day, whole.year)


def _lunar(text: str) -> KeyDay | None:
    named = _LUNAR_WORD.search(text) is not None
    found = _LUNAR.fullmatch(_LUNAR_WORD.sub("", text).strip("() :"))
    if not found:
        return None
    by_words = bool(found[2] or found[4] or found[3] in _MOON_MONTHS or (found[5] and "廿" in found[5]))
    spoken = bool(found[5]) and not (found[3] + found[5]).isascii() and not found[6]  # 八月十五, not 八月十五日
    if not (named or by_words or spoken):
        return None
    month = _MOON_MONTHS.get(found[3]) or _moon_number(found[3])
    day = _moon_number(found[4] or found[5])
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    return KeyDay(month, day, int(found[1]) if found[1] else None, CalendarKind.LUNAR, bool(found[2]))


def _moon_number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return chinese_number(text.replace("廿", "二十").replace("卅", "三十")) or 0
