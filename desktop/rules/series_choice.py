"""How often a follow-up recurs, as one chooses it in a box, and the rule of RFC 5545 that says the same."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from db.vocabulary import CalendarKind
from desktop.rules.errors import RuleBroken
from desktop.rules.lunar import lunar_of
from desktop.rules.recurrence.rule import Freq, Rule, WeekDay

SHORTEST = 28  # days that every month has
LUNAR_DAYS = 30
NTHS = (1, 2, 3, 4, -1)
FREQS = (Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY)


class MonthBy(StrEnum):
    """By what a day of the month is meant."""

    DAY = "day"
    WEEKDAY = "weekday"
    LAST = "last"


class Fate(StrEnum):
    """What becomes of a day that not every month or year has."""

    SHORT_MONTHS = "short_months"
    LEAP_DAY = "leap_day"
    LUNAR_30 = "lunar_30"
    LEAP_MONTHS = "leap_months"


@dataclass(frozen=True, slots=True)
class SeriesChoice:
    """What is chosen in the box. `day`, `month`, `nth` and `weekday` (Monday 0) count where the kind asks for them."""

    freq: Freq = Freq.WEEKLY
    calendar: CalendarKind = CalendarKind.SOLAR
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    by: MonthBy = MonthBy.DAY
    day: int = 1
    month: int = 1
    nth: int = 1
    weekday: int = 0
    count: int | None = None
    until: date | None = None


def first_choice(start: date) -> SeriesChoice:
    """The box as it opens: every week on the weekday of the first day; month and year on that day too."""
    return SeriesChoice(
        weekdays=(start.weekday(),),
        day=start.day,
        month=start.month,
        nth=-1 if start.day > SHORTEST else (start.day - 1) // 7 + 1,
        weekday=start.weekday(),
    )


def by_the_moon(choice: SeriesChoice, start: date) -> SeriesChoice:
    """The same counted by the moon, on the day of the moon that `start` is; only months and years can be."""
    moon = lunar_of(start)
    freq = choice.freq if choice.freq in (Freq.MONTHLY, Freq.YEARLY) else Freq.MONTHLY
    found = replace(choice, calendar=CalendarKind.LUNAR, freq=freq, by=MonthBy.DAY)
    return found if moon is None else replace(found, day=moon.day, month=moon.month)


def rule_from(choice: SeriesChoice) -> Rule:
    """The rule that says so. A day beyond the end of a shorter month stands for its last one.

    Raises RuleBroken at "rule": no weekday, a day its month never has; at "until" or "count": both.
    """
    rule = Rule(choice.freq, choice.interval, choice.count, choice.until)
    if choice.freq is Freq.WEEKLY:
        if not choice.weekdays:
            raise RuleBroken("weekday_missing", "rule")
        return replace(rule, byday=tuple(WeekDay(day) for day in sorted(set(choice.weekdays))))
    if choice.freq is Freq.YEARLY:
        rule = replace(rule, bymonth=(choice.month,))
    return rule if choice.freq is Freq.DAILY else _on_day(rule, choice)


def _on_day(rule: Rule, choice: SeriesChoice) -> Rule:
    """The day of the month."""
    if choice.by is MonthBy.WEEKDAY and choice.calendar is not CalendarKind.LUNAR:
        return replace(rule, byday=(WeekDay(choice.weekday, choice.nth),))
    if choice.by is MonthBy.LAST and choice.calendar is not CalendarKind.LUNAR:
        return replace(rule, bymonthday=(-1,))
    if choice.calendar is not CalendarKind.LUNAR and choice.day > SHORTEST:
        if rule.bymonth and choice.day > monthrange(2024, choice.month)[1]:  # a leap year: February has its 29th
            raise RuleBroken("bad_day", "rule", day=choice.day, month=choice.month)
        if rule.bymonth in ((), (2,)):
            return replace(rule, bymonthday=tuple(range(SHORTEST, choice.day + 1)), bysetpos=(-1,))
    return replace(rule, bymonthday=(choice.day,))


def choice_of(rule: Rule, calendar: CalendarKind, start: date) -> SeriesChoice | None:
    """What one would have chosen for this rule; None for one that the box does not know, such as an imported one."""
    base = first_choice(start)
    if calendar is CalendarKind.LUNAR:
        base = by_the_moon(replace(base, freq=rule.freq), start)
    until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    base = replace(base, freq=rule.freq, interval=rule.interval, count=rule.count, until=until)
    found = _with_days(rule, base)
    if found is None or rule.freq not in FREQS:
        return None
    plain = replace(rule, until=until, wkst=0)
    spelt = _spelt_out(plain, calendar, start)
    return found if rule_from(found) == spelt else None


def _with_days(rule: Rule, base: SeriesChoice) -> SeriesChoice | None:
    if rule.freq is Freq.WEEKLY:
        return replace(base, weekdays=tuple(one.day for one in rule.byday) or base.weekdays)
    if rule.bymonth:
        base = replace(base, month=rule.bymonth[0])
    if rule.byday:
        one = rule.byday[0]
        return replace(base, by=MonthBy.WEEKDAY, nth=one.nth, weekday=one.day) if one.nth in NTHS else None
    if rule.bymonthday == (-1,):
        return replace(base, by=MonthBy.LAST)
    if rule.bymonthday:
        day = rule.bymonthday[-1]
        return replace(base, by=MonthBy.DAY, day=day) if day > 0 else None
    return base


def _spelt_out(rule: Rule, calendar: CalendarKind, start: date) -> Rule:
    """The rule with what it leaves to its start written into it, as `rule_from` writes it."""
    if rule.freq is Freq.WEEKLY and not rule.byday:
        return replace(rule, byday=(WeekDay(start.weekday()),))
    moon = lunar_of(start) if calendar is CalendarKind.LUNAR else None
    first = start if moon is None else moon
    if rule.freq not in (Freq.MONTHLY, Freq.YEARLY) or rule.bymonthday or rule.byday:
        return rule
    months = (rule.bymonth or (first.month,)) if rule.freq is Freq.YEARLY else ()
    return replace(rule, bymonth=months, bymonthday=(first.day,))


def fates(choice: SeriesChoice) -> tuple[Fate, ...]:
    """What must be said of a day that not every month or year has."""
    if choice.freq not in (Freq.MONTHLY, Freq.YEARLY) or choice.by is not MonthBy.DAY:
        return ()
    if choice.calendar is CalendarKind.LUNAR:
        short = (Fate.LUNAR_30,) if choice.day == LUNAR_DAYS else ()
        return (*short, Fate.LEAP_MONTHS)
    if choice.freq is Freq.MONTHLY:
        return (Fate.SHORT_MONTHS,) if choice.day > SHORTEST else ()
    return (Fate.LEAP_DAY,) if (choice.month, choice.day) == (2, 29) else ()
