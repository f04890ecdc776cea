"""Birthdays and other days of the year, whose year may be unknown and which may be counted by the moon."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from db.vocabulary import CalendarKind
from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import chinese_number
from desktop.rules.import_dates import read_import_date


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day of the solar or lunar year; `year` is None where it is unknown; `leap` marks a day of a leap month."""

    month: int
    day: int
    year: int | None = None
    calendar: CalendarKind = CalendarKind.SOLAR
    leap: bool = False


_SOLAR_NO_YEAR = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_LUNAR_WORD = re.compile(r"农历|阴历|旧历|\(农\)|\(阴\)|阴$|农$")
_SOLAR_WORD = re.compile(r"公历|阳历|新历|\(阳\)|\(公\)")
_NUMBER = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_LUNAR = re.compile(
    rf"(?:(\d{{4}})\s*[-/.年])?(闰)?({_NUMBER}|正|冬|腊)\s*[-/.月]\s*(?:初([一二三四五六七八九十])|({_NUMBER}))[日号]?"
)
_MOON_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_key_day(cell: Cell, field: str | None = None) -> KeyDay | None:
    """The day a cell names, None for an empty cell.

    1990-01-15, 3月5日, 03-05 (solar, year unknown), 农历八月十五, 1962年腊月廿三, 闰四月初八. Raises
    RuleBroken("bad_date", text=…, why=…) as `read_import_date`.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, str):
        text = unicodedata.normalize("NFKC", text_of(cell)).replace(" ", "")
        lunar = _lunar(text)
        if lunar:
            return lunar
        text = _SOLAR_WORD.sub("", text)
        found = _SOLAR_NO_YEAR.fullmatch(text)
        if found:
            month, day = int(found[1]), int(found[2])
            if not (1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]):
                raise RuleBroken("bad_date", field, text=text_of(cell), why="no_such_day")
            return KeyDay(month, day)
        cell = text
    whole = read_import_date(cell, field=field)
    if whole is None:
        return None
    return KeyDay(whole.month, whole.day, whole.year)


def _lunar(text: str) -> KeyDay | None:
    named = _LUNAR_WORD.search(text) is not None
    found = _LUNAR.fullmatch(_LUNAR_WORD.sub("", text).strip("() :"))
    if not found:
        return None
    by_words = bool(found[2] or found[4] or found[3] in _MOON_MONTHS or (found[5] and "廿" in found[5]))
    if not (named or by_words):
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
