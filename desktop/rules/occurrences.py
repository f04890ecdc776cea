"""When a key date comes round: every year, by the sun, by the moon, or by both.

Three days do not come every year. They are kept on the nearest day before them, and the card says so:
a day of a leap month in the ordinary month where the year has no such leap month; the 30th of a lunar month on the
29th where the month is short; 29 February on 28 February.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.vocabulary import CalendarKind
from desktop.rules.key_days import KeyDay
from desktop.rules.lunar import LAST_YEAR, LunarDay, lunar_of, month_of, solar_of
from desktop.words import N_


class Shift(StrEnum):
    """Why a key date is kept on another day of a year than its own."""

    NO_LEAP_MONTH = "no_leap_month"
    SHORT_MONTH = "short_month"
    NO_29_FEBRUARY = "no_29_february"


SHIFT_WORDS = {
    Shift.NO_LEAP_MONTH: N_("that year has no such leap month: kept in the ordinary month"),
    Shift.SHORT_MONTH: N_("that lunar month has only 29 days: kept on the 29th"),
    Shift.NO_29_FEBRUARY: N_("that year has no 29 February: kept on the 28th"),
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day on which a key date is kept: `calendar` SOLAR or LUNAR, `years` after the day itself, None if unknown."""

    on: date
    calendar: CalendarKind
    years: int | None = None
    shifts: tuple[Shift, ...] = ()


def next_occurrences(what: KeyDay, today: date) -> tuple[Occurrence, ...]:
    """The next time by each calendar the day is kept by, `today` included, the earlier first.

    One for SOLAR and LUNAR, two for BOTH where the lunar side is known; () beyond the years of the lunar table.
    """
    start = max(filter(None, (today, _itself(what))))
    found = (_next_solar(what, start), _next_lunar(lunar_side(what), start))
    wanted = {
        CalendarKind.SOLAR: (CalendarKind.SOLAR,),
        CalendarKind.LUNAR: (CalendarKind.LUNAR,),
        CalendarKind.BOTH: (CalendarKind.SOLAR, CalendarKind.LUNAR),
    }[what.calendar]
    return tuple(sorted((one for one in found if one and one.calendar in wanted), key=lambda one: one.on))


def next_occurrence(what: KeyDay, today: date) -> Occurrence | None:
    """The earliest of `next_occurrences`."""
    return next(iter(next_occurrences(what, today)), None)


def lunar_side(what: KeyDay) -> KeyDay | None:
    """The day as a day of the moon: itself, or worked out from a solar day whose year is known; None else."""
    if what.calendar is CalendarKind.LUNAR:
        return what
    day = _itself(what)
    found = lunar_of(day) if day is not None else None
    return None if found is None else KeyDay(found.month, found.day, found.year, CalendarKind.LUNAR, found.leap)


def solar_side(what: KeyDay) -> date | None:
    """The very day by the sun; None where its year is unknown, or that year had no such day of the moon."""
    return _itself(what)


def is_missing(what: KeyDay) -> bool:
    """Whether a day with its year names a day of the moon that year never had, such as a leap month it lacked."""
    known = what.calendar is CalendarKind.LUNAR and what.year is not None and month_of(what.year, 1) is not None
    return known and _itself(what) is None


def near_codes(today: date, days: int) -> tuple[set[int], set[int]]:
    """What is kept from `today` for `days` days, as month × 100 + day: (by the sun, by the moon, leap or not).

    A sieve for a whole file: who is kept on these days has one of these codes, but not the other way round.
    """
    solar, lunar = set(), set()
    for day in (today + timedelta(days=number) for number in range(days + 1)):
        solar.add(day.month * 100 + day.day)
        if (day.month, day.day) == (2, 28):
            solar.add(229)
        moon = lunar_of(day)
        if moon is not None:
            lunar.add(moon.month * 100 + moon.day)
            if moon.day == 29:
                lunar.add(moon.month * 100 + 30)
    return solar, lunar


def _itself(what: KeyDay) -> date | None:
    """The very day, where its year is known and has it."""
    if what.year is None:
        return None
    if what.calendar is CalendarKind.LUNAR:
        return solar_of(LunarDay(what.year, what.month, what.day, what.leap))
    return _solar_in(what, what.year) if (what.month, what.day) != (2, 29) else _feb_29(what.year)


def _feb_29(year: int) -> date | None:
    try:
        return date(year, 2, 29)
    except ValueError:
        return None


def _solar_in(what: KeyDay, year: int) -> date | None:
    try:
        return date(year, what.month, what.day)
    except ValueError:  # 29 February, or a year beyond the calendar
        return date(year, 2, 28) if (what.month, what.day) == (2, 29) and 0 < year < 10000 else None


def _next_solar(what: KeyDay, start: date) -> Occurrence | None:
    if what.calendar is CalendarKind.LUNAR:
        return None
    for year in (start.year, start.year + 1):
        day = _solar_in(what, year)
        if day is not None and day >= start:
            shifts = () if day.day == what.day else (Shift.NO_29_FEBRUARY,)
            return Occurrence(day, CalendarKind.SOLAR, None if what.year is None else year - what.year, shifts)
    return None


def _next_lunar(what: KeyDay | None, start: date) -> Occurrence | None:
    now = lunar_of(start)
    if what is None or now is None:
        return None
    for year in range(now.year, min(now.year + 1, LAST_YEAR) + 1):
        for day, shifts in _kept_in(what, year):
            if day >= start:
                return Occurrence(day, CalendarKind.LUNAR, None if what.year is None else year - what.year, shifts)
    return None


def _kept_in(what: KeyDay, year: int) -> Iterator[tuple[date, tuple[Shift, ...]]]:
    """The day of a lunar year on which a day of the moon is kept."""
    shifts: tuple[Shift, ...] = ()
    month = month_of(year, what.month, what.leap)
    if month is None and what.leap:
        month, shifts = month_of(year, what.month), (Shift.NO_LEAP_MONTH,)
    if month is None:
        return
    if what.day > month.days:
        shifts = (*shifts, Shift.SHORT_MONTH)
    yield date.fromordinal(month.first + min(what.day, month.days) - 1), shifts
