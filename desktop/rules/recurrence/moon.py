"""A series counted by the moon: every lunar month or year, on days of the moon.

What a month or year of the moon does not have is kept on the nearest day before, as key dates are: the 30th of a short
month on the 29th, a day of a leap month in the ordinary month of a year without one. A leap month is a month for what
comes monthly; what comes yearly keeps the ordinary month, unless it began in the leap one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from desktop.rules.errors import RuleBroken
from desktop.rules.lunar import LAST_YEAR, LunarDay, LunarMonth, lunar_of, month_of, months_of
from desktop.rules.recurrence.rule import Freq, Rule


def check_lunar(rule: Rule) -> None:
    """Raises RuleBroken("rule_not_lunar", "rule") where the moon cannot count so: weekly, by weekdays, by numbers."""
    others = ("byday", "byyearday", "byweekno", "bysetpos", "byhour", "byminute", "bysecond")
    if rule.freq not in (Freq.YEARLY, Freq.MONTHLY) or any(getattr(rule, name) for name in others):
        raise RuleBroken("rule_not_lunar", "rule")
    if rule.bymonth and rule.freq is Freq.MONTHLY:
        raise RuleBroken("rule_not_lunar", "rule")


def lunar_days_of(rule: Rule, start: date, first: date, last: date, *, most: int = 1000) -> list[date]:
    """The days from `first` to `last`, both included, of a series begun on `start`; BYMONTH and BYMONTHDAY are lunar.

    () beyond the years of the lunar table. Raises RuleBroken as `check_lunar`.
    """
    check_lunar(rule)
    begin = lunar_of(start)
    if begin is None:
        return []
    until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    end = last if until is None else min(last, until)
    coming = (day for day in _days(rule, begin) if day >= start)
    found: list[date] = []
    for day in coming if rule.count is None else islice(coming, rule.count):
        if day > end or len(found) == most:
            break
        if day >= first:
            found.append(day)
    return found


def _days(rule: Rule, begin: LunarDay) -> Iterator[date]:
    """All days from the first period of the rule to the end of the table; there are never many."""
    numbers = rule.bymonthday or (begin.day,)
    for months in _months(rule, begin):
        for month in months:
            days = {_day_in(month, number) for number in numbers}
            yield from (date.fromordinal(month.first + day - 1) for day in sorted(days) if day > 0)


def _day_in(month: LunarMonth, number: int) -> int:
    """The 31st, which no lunar month has, is the last day too; 0 and less: there is no such day."""
    return min(number, month.days) if number > 0 else month.days + 1 + number


def _months(rule: Rule, begin: LunarDay) -> Iterator[list[LunarMonth]]:
    """The months in which each period has days."""
    if rule.freq is Freq.MONTHLY:
        every = [month for year in range(begin.year, LAST_YEAR + 1) for month in months_of(year)]
        at = next(at for at, month in enumerate(every) if (month.month, month.leap) == (begin.month, begin.leap))
        yield from ([month] for month in every[at :: rule.interval])
        return
    named = [(number, False) for number in rule.bymonth] or [(begin.month, begin.leap)]
    for year in range(begin.year, LAST_YEAR + 1, rule.interval):
        found = (month_of(year, number, leap) or month_of(year, number) for number, leap in named)
        yield [month for month in found if month is not None]
