"""What is known of the holidays of a year, and what a file of them would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.vocabulary import DayKind
from desktop.rules import holidays
from desktop.rules.work_calendar import HolidayDay, Mark, WorkCalendar

DECEMBER = 12  # its last days stand in the file of the year after


class YearSource(StrEnum):
    """Where the holidays of a year are known from."""

    PROGRAM = "program"  # announced before this program was made
    CHANGED = "changed"  # the same, and the office wrote some days itself
    OFFICE = "office"  # written or imported by the office
    UNKNOWN = "unknown"  # 尚未公布


@dataclass(frozen=True, slots=True)
class YearState:
    """A year of the calendar: days marked 休 and 班, and how many of its days the office wrote itself."""

    year: int
    source: YearSource
    off: int
    worked: int
    own: int


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day that would be written, and what it was before."""

    day: HolidayDay
    before: Mark | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a file would change: the `days` that differ, how many agree, and those marked now that it does not name.

    The last ones stay as they are: days at the turn of the year stand in the file of the other year.
    """

    days: tuple[DayChange, ...]
    same: int
    unnamed: int

    def count(self, kind: DayKind) -> int:
        """How many days it would make free, or worked."""
        return sum(one.day.kind is kind for one in self.days)


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    first = date(year, 1, 1)
    return [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]


def year_state(calendar: WorkCalendar, year: int) -> YearState:
    """What is known of a year."""
    own = sum(day.year == year for day in calendar.own)
    if year in holidays.known_years():
        source = YearSource.CHANGED if own else YearSource.PROGRAM
    else:
        source = YearSource.OFFICE if calendar.is_known(year) else YearSource.UNKNOWN
    marks = Counter(map(calendar.mark, days_of(year)))
    return YearState(year, source, marks[Mark.OFF], marks[Mark.WORK], own)


def changes(calendar: WorkCalendar, days: Iterable[HolidayDay]) -> Changes:
    """What writing `days` would change. A day agrees where it is off or worked already, whatever it is called.

    In a year that is not known each day is written, so that it becomes known.
    """
    given = {one.on: one for one in days}
    wanted = {DayKind.OFF: Mark.OFF, DayKind.WORK: Mark.WORK, DayKind.PLAIN: None}
    differing = tuple(
        DayChange(one, mark) for one in given.values() if (mark := calendar.mark(one.on)) is not wanted[one.kind]
    )
    years = {on.year for on in given if on.month < DECEMBER}
    unnamed = sum(calendar.mark(day) is not None and day not in given for year in years for day in days_of(year))
    return Changes(differing, len(given) - len(differing), unnamed)


def is_announced_as(day: HolidayDay) -> bool:
    """Whether the program's own table says the same of a day, so that the office need not."""
    if day.on.year not in holidays.known_years():
        return day.kind is DayKind.PLAIN
    one = holidays.announced(day.on)
    told = DayKind.PLAIN if one is None else DayKind.OFF if one.off else DayKind.WORK
    return told is day.kind and day.name in (None, one.name if one else None)
