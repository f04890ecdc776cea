"""工作日历: which days an office works, as announced (`holidays`) and as the office wrote itself, which says more.

The State Council announces a year in the November before it. A year of which nothing is known is 尚未公布: Monday to
Friday are taken, and whoever shows it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from db.vocabulary import DayKind, DayShift
from desktop.rules import holidays

WARNED_FROM = (11, 1)  # of the year before one that is not announced
LEAST_OFF = 7  # days off of a year; fewer were announced in none since there is a table of them
FARTHEST = 60  # days to the next working day; a calendar without any must not be searched for ever


class Mark(StrEnum):
    """What stands on a day of the calendar."""

    OFF = "off"  # 休
    WORK = "work"  # 班


@dataclass(frozen=True, slots=True)
class HolidayDay:
    """One day that the office wrote: off, worked, or nothing special."""

    on: date
    kind: DayKind
    name: str | None = None


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days of an office. `own` are the days it wrote; they hold where they contradict what was announced."""

    own: Mapping[date, HolidayDay] = field(default_factory=dict)

    def is_known(self, year: int) -> bool:
        """Whether the year was announced: in the program's table, or written by the office.

        A day or two that the office takes off itself do not make its holidays known.
        """
        if year in holidays.known_years():
            return True
        return sum(day.year == year and one.kind is DayKind.OFF for day, one in self.own.items()) >= LEAST_OFF

    def is_working(self, day: date) -> bool:
        """Whether the office works on `day`."""
        own = self.own.get(day)
        if own is None:
            return holidays.is_working_day(day)
        return day.weekday() < holidays.SATURDAY if own.kind is DayKind.PLAIN else own.kind is DayKind.WORK

    def mark(self, day: date) -> Mark | None:
        """休 where a day is off that would else be worked, or is a named holiday; 班 where a weekend is worked."""
        own = self.own.get(day)
        if own is not None:
            return {DayKind.OFF: Mark.OFF, DayKind.WORK: Mark.WORK, DayKind.PLAIN: None}[own.kind]
        return None if (one := holidays.announced(day)) is None else Mark.OFF if one.off else Mark.WORK

    def name(self, day: date) -> str:
        """The holiday that a day is off or worked for, as an English source text or as the office wrote it; ""."""
        own = self.own.get(day)
        if own is not None:
            return own.name or ""
        return "" if (one := holidays.announced(day)) is None else one.name

    def shifted(self, day: date, shift: DayShift) -> date:
        """`day` itself where it is worked, else the working day after or before it, as the rule says."""
        if shift is DayShift.NONE or self.is_working(day):
            return day
        step = timedelta(days=1 if shift is DayShift.NEXT else -1)
        found = day
        for _ in range(FARTHEST):
            found += step
            if self.is_working(found):
                return found
        return day

    def missing_year(self, today: date) -> int | None:
        """The year whose holidays should be entered now: this one, or from 1 November the next; None where known."""
        if not self.is_known(today.year):
            return today.year
        soon = (today.month, today.day) >= WARNED_FROM
        return today.year + 1 if soon and not self.is_known(today.year + 1) else None


def calendar_of(days: Iterable[HolidayDay]) -> WorkCalendar:
    """The calendar with these days of the office's own."""
    return WorkCalendar({one.on: one for one in days})


ANNOUNCED = WorkCalendar()  # the calendar of an office that wrote nothing
