"""What a rule of recurrence says, in words: every 2 weeks on Monday and Friday, 每月最后一天, 每年农历八月十五."""

from __future__ import annotations

from datetime import date, datetime

from db.vocabulary import CalendarKind
from desktop.rules.lunar import lunar_of
from desktop.rules.moon_words import moon_day
from desktop.rules.recurrence.rule import Freq, Rule, WeekDay, rule_text
from desktop.words import N_, Catalogue

WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
# Each with the words for every one and for every n-th one.
_PLAIN = {
    Freq.DAILY: (N_("every day"), N_("every {n} days")),
    Freq.HOURLY: (N_("every hour"), N_("every {n} hours")),
    Freq.MINUTELY: (N_("every minute"), N_("every {n} minutes")),
}
_ON = {
    Freq.YEARLY: (N_("every year on {days}"), N_("every {n} years on {days}")),
    Freq.MONTHLY: (N_("every month on {days}"), N_("every {n} months on {days}")),
    Freq.WEEKLY: (N_("every week on {days}"), N_("every {n} weeks on {days}")),
}
_ON_LUNAR = {
    Freq.YEARLY: (N_("every lunar year on {days}"), N_("every {n} lunar years on {days}")),
    Freq.MONTHLY: (N_("every lunar month on {days}"), N_("every {n} lunar months on {days}")),
}
_NTH = {
    1: N_("the first {day}"),
    2: N_("the second {day}"),
    3: N_("the third {day}"),
    4: N_("the fourth {day}"),
    5: N_("the fifth {day}"),
    -1: N_("the last {day}"),
    -2: N_("the second to last {day}"),
}
_NARROWING = ("byday", "bymonthday", "bymonth", "byyearday", "bysetpos", "byhour", "byminute", "bysecond")


def say_rule(rule: Rule, calendar: CalendarKind, start: date, words: Catalogue) -> str:
    """What a series begun on `start` does, in the language of `words`; a rare rule is told as the RFC writes it."""
    said = _said(rule, calendar, start, words)
    if not said:
        return words.text("by the rule {rule}", rule=rule_text(rule))
    if rule.count is not None:
        return words.text("{rule}, {n} times", rule=said, n=rule.count)
    if rule.until is not None:
        day = rule.until.date() if isinstance(rule.until, datetime) else rule.until
        return words.text("{rule}, until {day}", rule=said, day=day.isoformat())
    return said


def _said(rule: Rule, calendar: CalendarKind, start: date, words: Catalogue) -> str | None:
    many = rule.interval != 1
    if rule.freq in _PLAIN:
        narrowed = any(getattr(rule, name) for name in _NARROWING)
        return None if narrowed else words.text(_PLAIN[rule.freq][many]).format(n=rule.interval)
    if calendar is CalendarKind.LUNAR:
        patterns, days = _ON_LUNAR.get(rule.freq), _lunar_days(rule, start, words)
    else:
        patterns, days = _ON[rule.freq], _days(rule, start, words)
    return words.text(patterns[many]).format(n=rule.interval, days=days) if patterns and days else None


def _days(rule: Rule, start: date, words: Catalogue) -> str | None:
    """On which days of its week, month or year; None where no short words fit."""
    if rule.byyearday or rule.byweekno or rule.within_day:
        return None
    if rule.freq is Freq.WEEKLY:
        plain = not rule.bymonth and not rule.bysetpos
        return _weekdays(rule.byday or (WeekDay(start.weekday()),), words) if plain else None
    if rule.freq is Freq.MONTHLY:
        return None if rule.bymonth else _of_month(rule, start, words)
    if len(rule.bymonth) > 1 or (not rule.bymonth and (rule.byday or rule.bymonthday)):
        return None
    days = _of_month(rule, start, words)
    month = words.text(MONTHS[(rule.bymonth[0] if rule.bymonth else start.month) - 1])
    return None if days is None else words.text("{days} of {month}", month=month, days=days)


def _of_month(rule: Rule, start: date, words: Catalogue) -> str | None:
    if rule.byday:
        return None if rule.bymonthday else _nth_weekdays(rule, words)
    days = rule.bymonthday or (start.day,)
    if rule.bysetpos == (-1,) and days == tuple(range(28, days[-1] + 1)):
        return words.text("day {day}, or the last day of a shorter month", day=days[-1])
    if rule.bysetpos or any(day < -1 for day in days):
        return None
    named = [str(day) for day in days if day > 0]
    said = [words.text("day {day}", day=_listed(named, words))] if named else []
    return _listed([*said, *(words.text("the last day") for day in days if day < 0)], words)


def _nth_weekdays(rule: Rule, words: Catalogue) -> str | None:
    if not rule.bysetpos:
        if not any(one.nth for one in rule.byday):
            return words.text("every {day}", day=_weekdays(rule.byday, words))
        if any(one.nth not in _NTH for one in rule.byday):
            return None
        named = (words.text(_NTH[one.nth]).format(day=words.text(WEEKDAYS[one.day])) for one in rule.byday)
        return _listed(list(named), words)
    if len(rule.bysetpos) > 1 or rule.bysetpos[0] not in _NTH or [one.day for one in rule.byday] != [0, 1, 2, 3, 4]:
        return None
    return words.text(_NTH[rule.bysetpos[0]]).format(day=words.text("day from Monday to Friday"))


def _weekdays(days: tuple[WeekDay, ...], words: Catalogue) -> str:
    """ "Monday and Friday", 周一、五."""
    named = [words.text(WEEKDAYS[one.day]) for one in days]
    if words.language.startswith("zh"):
        return "、".join([named[0], *(name.removeprefix("周") for name in named[1:])])
    return _listed(named, words)


def _lunar_days(rule: Rule, start: date, words: Catalogue) -> str | None:
    moon = lunar_of(start)
    days = rule.bymonthday or ((moon.day,) if moon else ())
    if moon is None or len(rule.bymonth) > 1 or not all(0 < day <= 30 for day in days):
        return None
    chinese = words.language.startswith("zh")
    if rule.freq is Freq.MONTHLY:
        told = [moon_day(1, day).partition("月")[2] for day in days] if chinese else [str(day) for day in days]
        return _listed(told, words) if chinese else words.text("day {day}", day=_listed(told, words))
    month, leap = (rule.bymonth[0], False) if rule.bymonth else (moon.month, moon.leap)
    if chinese:
        return _listed([moon_day(month, day, leap) for day in days], words)
    return _listed(
        [words.text("leap {day}", day=f"{month}/{day}") if leap else f"{month}/{day}" for day in days], words
    )


def _listed(named: list[str], words: Catalogue) -> str:
    if words.language.startswith("zh") or len(named) < 2:
        return "、".join(named)
    return words.text("{first} and {last}", first=", ".join(named[:-1]), last=named[-1])
