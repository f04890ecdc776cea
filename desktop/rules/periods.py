"""Days, weeks and months to look at, and the equal stretch of days before each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.rules.errors import RuleBroken

MOST_DAYS = 366 * 5


class Unit(StrEnum):
    """How long a period is; FREE: from any day to any other."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included."""

    unit: Unit
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> Period:
        """The one before: the month before a month, else as many days."""
        if self.unit is Unit.MONTH:
            return period_of(self.unit, self.first - timedelta(days=1))
        span = timedelta(days=self.days)
        return Period(self.unit, self.first - span, self.last - span)

    def after(self) -> Period:
        """The one that follows."""
        if self.unit is Unit.MONTH:
            return period_of(self.unit, self.last + timedelta(days=1))
        span = timedelta(days=self.days)
        return Period(self.unit, self.first + span, self.last + span)


def period_of(unit: Unit, day: date) -> Period:
    """The day, its week from Monday on, or its month; of a FREE one the day alone."""
    if unit is Unit.WEEK:
        first = day - timedelta(days=day.weekday())
        return Period(unit, first, first + timedelta(days=6))
    if unit is Unit.MONTH:
        first = day.replace(day=1)
        return Period(unit, first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    return Period(unit, day, day)


def free_period(first: date | None, last: date | None) -> Period:
    """Any days. RuleBroken at "first" or "last": "date_missing", "ends_before_begins", longer than five years."""
    if first is None or last is None:
        raise RuleBroken("date_missing", "first" if first is None else "last")
    if last < first:
        raise RuleBroken("ends_before_begins", "last")
    if (last - first).days >= MOST_DAYS:
        raise RuleBroken("period_too_long", "last", days=MOST_DAYS)
    return Period(Unit.FREE, first, last)
