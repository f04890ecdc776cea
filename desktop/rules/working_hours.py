"""Time as an office counts it: only its hours, without the lunch break, on its working days.

All moments are local and without a time zone; an office lies in one zone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.rules.errors import RuleBroken

WorkingDay = Callable[[date], bool]
NOTHING = timedelta(0)
FARTHEST = 3660  # days: a calendar without working days must not be searched for ever


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """From when to when an office works, and its lunch break (both ends or none)."""

    opens: time = time(9)
    closes: time = time(18)
    lunch_from: time | None = time(12)
    lunch_to: time | None = time(13, 30)

    def spans(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The one or two stretches that are worked on a working day."""
        begin, end = datetime.combine(day, self.opens), datetime.combine(day, self.closes)
        if self.lunch_from is None or self.lunch_to is None:
            return ((begin, end),)
        noon, after = datetime.combine(day, self.lunch_from), datetime.combine(day, self.lunch_to)
        return ((begin, noon), (after, end))

    @property
    def a_day(self) -> timedelta:
        """How long a whole day is worked."""
        return sum((end - begin for begin, end in self.spans(date(2000, 1, 1))), NOTHING)


def check_hours(hours: OfficeHours) -> OfficeHours:
    """`hours`, or RuleBroken at the time that does not follow the one before."""
    if hours.closes <= hours.opens:
        raise RuleBroken("closes_before_opens", "closes")
    if (hours.lunch_from is None) != (hours.lunch_to is None):
        raise RuleBroken("half_a_lunch", "lunch_to" if hours.lunch_to is None else "lunch_from")
    if hours.lunch_from is not None and hours.lunch_to is not None:
        if not hours.opens < hours.lunch_from:
            raise RuleBroken("lunch_outside", "lunch_from")
        if not hours.lunch_from < hours.lunch_to < hours.closes:
            raise RuleBroken("lunch_outside", "lunch_to")
    return hours


def add_working(start: datetime, amount: timedelta, hours: OfficeHours, is_working_day: WorkingDay) -> datetime:
    """The first moment at which `amount` of working time has passed since `start`; `start` itself for nothing.

    Raises ValueError where ten years hold less working time than that.
    """
    if amount <= NOTHING:
        return start
    left = amount
    for begin, end in _stretches(start, hours, is_working_day):
        if end - begin >= left:
            return begin + left
        left -= end - begin
    raise ValueError("no working time")


def working_between(start: datetime, end: datetime, hours: OfficeHours, is_working_day: WorkingDay) -> timedelta:
    """The working time from `start` to `end`; negative where `end` lies before `start`."""
    if end < start:
        return -working_between(end, start, hours, is_working_day)
    first, last = start.date(), end.date()
    passed = NOTHING
    for day in {first, last}:
        if is_working_day(day):
            for begin, close in hours.spans(day):
                passed += max(NOTHING, min(close, end) - max(begin, start))
    between = (first + timedelta(days=number) for number in range(1, (last - first).days))
    return passed + sum(map(is_working_day, between)) * hours.a_day


def _stretches(start: datetime, hours: OfficeHours, is_working_day: WorkingDay) -> Iterator[tuple[datetime, datetime]]:
    """What is worked from `start` on, stretch by stretch."""
    for number in range(FARTHEST):
        day = start.date() + timedelta(days=number)
        if is_working_day(day):
            for begin, end in hours.spans(day):
                if end > start:
                    yield max(begin, start), end
