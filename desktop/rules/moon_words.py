"""How a day of the year reads, by the sun or by the moon, so that `read_key_day` reads it back."""

from __future__ import annotations

from datetime import date

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay

_DIGITS = "〇一二三四五六七八九十"
_MONTHS = ("正", *_DIGITS[2:], "冬", "腊")


def show_key_day(what: KeyDay) -> str:
    """ "1980-03-05", "03-05" where the year is unknown, "农历八月十五", "农历1962年闰四月初八"."""
    if what.calendar is CalendarKind.SOLAR:
        tail = f"{what.month:02}-{what.day:02}"
        return f"{what.year}-{tail}" if what.year else tail
    year = f"{what.year}年" if what.year else ""
    return f"农历{year}{'闰' if what.leap else ''}{_MONTHS[what.month - 1]}月{_moon_day(what.day)}"


def _moon_day(day: int) -> str:
    if day <= 10:
        return f"初{_DIGITS[day]}"
    if day in (20, 30):
        return f"{_DIGITS[day // 10]}十"
    return ("十", "廿")[day // 10 - 1] + _DIGITS[day % 10]


def next_solar(what: KeyDay, today: date) -> date | None:
    """The next time a solar day comes round, today included; None for a day of the moon."""
    if what.calendar is not CalendarKind.SOLAR:
        return None
    for year in range(today.year, today.year + 9):  # far enough for a 29 February
        try:
            day = date(year, what.month, what.day)
        except ValueError:
            continue
        if day >= today:
            return day
    return None
