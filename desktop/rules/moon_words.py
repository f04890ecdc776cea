"""How a day of the year reads, by the sun or by the moon, so that `read_key_day` reads it back."""

from __future__ import annotations

from datetime import date

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay
from desktop.rules.lunar import lunar_of
from desktop.words import Catalogue

_DIGITS = "〇一二三四五六七八九十"
_MONTHS = ("正", *_DIGITS[2:], "冬", "腊")


def show_key_day(what: KeyDay) -> str:
    """ "1980-03-05", "03-05" where the year is unknown, "农历八月十五", "农历1962年闰四月初八".

    Kept by both calendars: "1984-11-26（农历十月初四）".
    """
    if what.calendar is CalendarKind.LUNAR:
        return f"农历{f'{what.year}年' if what.year else ''}{moon_day(what.month, what.day, what.leap)}"
    tail = f"{what.month:02}-{what.day:02}"
    shown = f"{what.year:04}-{tail}" if what.year else tail
    moon = _moon_of(what) if what.calendar is CalendarKind.BOTH else None
    return shown if moon is None else f"{shown}（农历{moon_day(moon.month, moon.day, moon.leap)}）"


def say_key_day(what: KeyDay, words: Catalogue) -> str:
    """`show_key_day` in the language of `words`: who reads no Chinese gets "lunar 8/15"; read back all the same."""
    if what.calendar is CalendarKind.SOLAR or words.language.startswith("zh"):
        return show_key_day(what)
    moon = _moon_of(what) if what.calendar is CalendarKind.BOTH else what
    if moon is None:
        return show_key_day(what)
    day = f"{moon.month}/{moon.day}"
    told = words.text("leap lunar {day}", day=day) if moon.leap else words.text("lunar {day}", day=day)
    if what.calendar is CalendarKind.BOTH:
        return f"{what.year:04}-{what.month:02}-{what.day:02} ({told})"
    return f"{what.year} {told}" if what.year else told


def moon_day(month: int, day: int, leap: bool = False) -> str:
    """ "八月十五", "闰四月初八", "腊月三十"."""
    return f"{'闰' if leap else ''}{_MONTHS[month - 1]}月{_day(day)}"


def _moon_of(what: KeyDay) -> KeyDay | None:
    try:
        found = lunar_of(date(what.year or 0, what.month, what.day))
    except ValueError:
        return None
    return None if found is None else KeyDay(found.month, found.day, found.year, CalendarKind.LUNAR, found.leap)


def _day(day: int) -> str:
    if day <= 10:
        return f"初{_DIGITS[day]}"
    if day in (20, 30):
        return f"{_DIGITS[day // 10]}十"
    return ("十", "廿")[day // 10 - 1] + _DIGITS[day % 10]
