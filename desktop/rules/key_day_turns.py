"""A key date told another way: by the other calendar, without its year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay
from desktop.rules.lunar import animal, lunar_of
from desktop.rules.occurrences import lunar_side, solar_side


def by_calendar(day: KeyDay, calendar: CalendarKind) -> KeyDay | None:
    """The same numbers as a day of `calendar`; None where they are none there.

    To and from BOTH the day itself is converted, for there its solar date is known; between SOLAR and LUNAR only the
    calendar is another: who typed 8-15 and then says that it is lunar meant 八月十五.
    """
    if calendar is day.calendar:
        return day
    if CalendarKind.BOTH in (calendar, day.calendar):
        if calendar is CalendarKind.LUNAR:
            return lunar_side(day)
        exact = solar_side(day)
        return None if exact is None else KeyDay(exact.month, exact.day, exact.year, calendar)
    if calendar is CalendarKind.LUNAR:
        return None if day.day > 30 else replace(day, calendar=calendar)
    return KeyDay(day.month, day.day, day.year) if _is_solar(day) else None


def without_year(day: KeyDay) -> KeyDay:
    """The day with its year forgotten; kept by both calendars it cannot be any more."""
    calendar = CalendarKind.SOLAR if day.calendar is CalendarKind.BOTH else day.calendar
    return replace(day, year=None, calendar=calendar)


def animal_of(day: KeyDay) -> str:
    """生肖 of who was born on that day, as an English source text; "" where the year is unknown.

    A solar date before the lunar new year belongs to the animal of the year before.
    """
    if day.year is None:
        return ""
    if day.calendar is CalendarKind.LUNAR:
        return animal(day.year)
    exact = solar_side(day)
    moon = None if exact is None else lunar_of(exact)
    return "" if moon is None else animal(moon.year)


def _is_solar(day: KeyDay) -> bool:
    try:
        date(day.year or 2000, day.month, day.day)
    except ValueError:
        return False
    return True
