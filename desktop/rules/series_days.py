"""Which days of a 定期跟进 are laid out: those its rule gives, days off shifted, none twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from db.vocabulary import CalendarKind
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.days import days_of
from desktop.rules.recurrence.moon import check_lunar, lunar_days_of
from desktop.rules.recurrence.rule import Rule, rule_of

SPREAD = 60  # days a day off may shift an occurrence by at most
FAR = 366 * 40  # days in which the next occurrences are looked for: leap days of a lunar month are that rare


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One occurrence: `exact` is the day the rule gives, `on` the day it is planned for."""

    exact: date
    on: date


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a rule: the days from `first` to `last`, at least `least` of them, at most `most`.

    `taken` are days that were laid out before, `full` those on which an occurrence stands. Nothing is planned before
    `today`: an occurrence that a day off would shift there keeps its day.
    """

    first: date
    last: date
    today: date
    least: int = 0
    most: int = 200
    taken: frozenset[date] = frozenset()
    full: frozenset[date] = frozenset()


def checked_rule(text: str, calendar: CalendarKind) -> Rule:
    """The rule of a series. RuleBroken at "rule": as `rule_of` and `check_lunar`, ("rule_within_day") for hours."""
    rule = rule_of(text)
    if rule.within_day:
        raise RuleBroken("rule_within_day", "rule")
    if calendar is CalendarKind.LUNAR:
        check_lunar(rule)
    return rule


def series_days(
    rule: Rule, start: date, calendar: CalendarKind, wanted: Wanted, shifted: Callable[[date], date]
) -> list[SeriesDay]:
    """The occurrences to lay out, in order. Where a day off would bring one to the day of another, it is left out."""
    work = lunar_days_of if calendar is CalendarKind.LUNAR else days_of
    begin = max(start, _moved(wanted.first, -SPREAD))
    room = wanted.most + len(wanted.taken) + 2 * SPREAD
    near = work(rule, start, begin, _moved(wanted.last, SPREAD), most=room)
    found = _picked(near, wanted, shifted, wanted.last)
    if len(found) >= wanted.least:
        return found
    far = work(rule, start, begin, _moved(wanted.last, FAR), most=wanted.least + len(wanted.taken) + 2 * SPREAD)
    return _picked(far, wanted, shifted, None)[: wanted.least]


def _picked(
    days: Sequence[date], wanted: Wanted, shifted: Callable[[date], date], last: date | None
) -> list[SeriesDay]:
    given, used = frozenset(days), set(wanted.full)
    found: list[SeriesDay] = []
    for day in days:
        if (last is not None and day > last) or len(found) == wanted.most:
            break
        if day < wanted.first or day in wanted.taken:
            continue
        on = shifted(day)
        if on < wanted.today:
            on = day
        if on == day or not (on in given or on in used):
            used.add(on)
            found.append(SeriesDay(day, on))
    return found


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
