"""Events that recur: the rule where it says the same on the office's clock, else the single occurrences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from desktop.documents.calendars.event import Slot
from desktop.documents.calendars.lines import Line
from desktop.documents.calendars.moments import Clock
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.days import days_of, moments_of
from desktop.rules.recurrence.rule import Rule, rule_of

AHEAD = 180  # days of which occurrences are taken one by one
MOST_SLOTS = 200
_COMPARED = 60  # occurrences by which a rule of another zone shows whether it is one here


def rule_in(lines: Sequence[Line]) -> Rule | None:
    """The one rule of an event. Raises RuleBroken: ics_rules_many, ics_exrule, rule_within_day, or as `rule_of`."""
    rules = [line for line in lines if line.name == "RRULE"]
    if any(line.name == "EXRULE" for line in lines):
        raise RuleBroken("ics_exrule")
    if len(rules) > 1:
        raise RuleBroken("ics_rules_many")
    if not rules:
        return None
    rule = rule_of(rules[0].value)
    if rule.within_day:
        rule = _once_a_day(rule)
    return rule


def _once_a_day(rule: Rule) -> Rule:
    """A time of day that a daily or rarer rule says once is that of the event, as some programs write."""
    lists = (rule.byhour, rule.byminute, rule.bysecond)
    if rule.freq.name in ("HOURLY", "MINUTELY") or any(len(one) > 1 for one in lists):
        raise RuleBroken("rule_within_day")
    return replace(rule, byhour=(), byminute=(), bysecond=())


def rule_here(rule: Rule, start: date, clock: Clock) -> Rule | None:
    """The rule on the office's clock; None where days or times would differ: summer time there, another day here."""
    day, at = clock.slot(start)
    here = replace(rule, until=_until(rule, start, clock))
    if not isinstance(start, datetime) or at is None:
        return here
    far = date(start.year + 12, 12, 31)
    there = [clock.slot(one) for one in moments_of(rule, start, start.date(), far, most=_COMPARED)]
    ours = [(one, at) for one in days_of(here, day, day, far, most=_COMPARED)]
    return here if there == ours else None


def _until(rule: Rule, start: date, clock: Clock) -> date | None:
    """The last day on which it may fall here."""
    if not isinstance(rule.until, datetime) or not isinstance(start, datetime):
        return rule.until.date() if isinstance(rule.until, datetime) else rule.until
    until = rule.until if rule.until.tzinfo is not None else rule.until.replace(tzinfo=start.tzinfo)
    day, at = clock.slot(until)
    _, usual = clock.slot(start)
    return day if at is None or usual is None or at >= usual else day - timedelta(days=1)


def slots_of(rule: Rule | None, start: date, extra: Sequence[date], clock: Clock, today: date) -> tuple[Slot, ...]:
    """The occurrences from today on, for half a year: of the rule, the start, and days named one by one."""
    last = today + timedelta(days=AHEAD)
    found: list[date] = [start, *extra]
    if rule is not None:
        first = today - timedelta(days=1)  # of another zone it may be today here
        if isinstance(start, datetime):
            found = [*moments_of(rule, start, first, last, most=MOST_SLOTS), *extra]
        else:
            found = [*days_of(rule, start, first, last, most=MOST_SLOTS), *extra]
    slots = {clock.slot(one) for one in found}
    kept = [slot for slot in slots if today <= slot[0] <= last]
    return tuple(sorted(kept, key=lambda slot: (slot[0], slot[1] is not None, slot[1] or 0))[:MOST_SLOTS])
