"""The days and moments a rule gives, worked out period by period.

The work is bounded by what is asked for, never by what the rule says: without COUNT the periods before the first day
asked for are leapt over, and no more than MOST_PERIODS are looked into. (dateutil's rrule looks for the next occurrence
up to the year 9999 and cannot be stopped: 31 February, daily, takes it many seconds. The tests hold both together.)
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice, product
from math import gcd

from desktop.rules.recurrence.rule import Freq, Rule, WeekDay

MOST_PERIODS = 200_000  # more than five hundred years of days

_DAY = timedelta(days=1)


def days_of(rule: Rule, start: date, first: date, last: date, *, most: int = 1000) -> list[date]:
    """The days from `first` to `last`, both included, on which a series of whole days begun on `start` falls.

    Times of day in the rule are ignored, as the RFC wants for whole days. At most `most`, the earliest.
    """
    plain = replace(rule, byhour=(), byminute=(), bysecond=())
    if plain.freq in (Freq.HOURLY, Freq.MINUTELY):
        return []
    if isinstance(plain.until, datetime):
        plain = replace(plain, until=plain.until.date())
    midnight = datetime.combine(start, time.min)
    found = _occurrences(plain, midnight, first, last)
    return [one.date() for one in islice(found, most)]


def moments_of(rule: Rule, start: datetime, first: date, last: date, *, most: int = 1000) -> list[datetime]:
    """The moments on the days from `first` to `last`, by the clock of `start`: its zone stays, its wall time recurs.

    At most `most`, the earliest. UNTIL with a zone against a start without one is read by the clock of the start; an
    UNTIL that is a day includes that day. A wall time the zone lacks that day is that of an hour later.
    """
    return [_real(one, start.tzinfo) for one in islice(_occurrences(rule, start, first, last), most)]


def _real(wall: datetime, zone: tzinfo | None) -> datetime:
    """The wall time in its zone; a time within the hour that is left out is counted on, as RFC 5545 §3.3.5 says."""
    if zone is None:
        return wall
    there = wall.replace(tzinfo=zone)
    shifts = (there.replace(fold=1).utcoffset(), there.utcoffset())
    gap = shifts[0] - shifts[1] if shifts[0] is not None and shifts[1] is not None else timedelta()
    return there + gap if gap > timedelta() else there


def _occurrences(rule: Rule, start: datetime, first: date, last: date) -> Iterator[datetime]:
    """Wall times from `start` on within the days asked for; those before are counted where the rule has a COUNT."""
    begin = start.replace(tzinfo=None, microsecond=0, fold=0)
    from_day = begin.date() if rule.count is not None else max(begin.date(), first)
    last = min(last, _last_day(rule, last))
    left = rule.count
    for one in _all(_with_defaults(rule, begin), begin, from_day, last):
        if one < begin:
            continue
        if one.date() > last or _is_over(rule.until, one, start.tzinfo):
            return
        if one.date() >= first:
            yield one
        if left is not None:
            left -= 1
            if not left:
                return


def _last_day(rule: Rule, last: date) -> date:
    """The day from which nothing is to be looked for; one later than UNTIL, whose zone may be another."""
    if rule.until is None:
        return last
    day = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    return day + _DAY if day < date.max else day


def _is_over(until: date | None, wall: datetime, zone: tzinfo | None) -> bool:
    if until is None:
        return False
    if not isinstance(until, datetime):
        return wall.date() > until
    if until.tzinfo is None or zone is None:
        return wall > until.replace(tzinfo=None)
    return wall.replace(tzinfo=zone).astimezone(until.tzinfo) > until


def _with_defaults(rule: Rule, begin: datetime) -> Rule:
    """The rule with what it leaves to its start: the day of the year, month or week."""
    if rule.byyearday or rule.bymonthday or rule.byday:
        return rule
    if rule.freq is Freq.WEEKLY or rule.byweekno:
        return replace(rule, byday=(WeekDay(begin.weekday()),))
    if rule.freq is Freq.MONTHLY:
        return replace(rule, bymonthday=(begin.day,))
    if rule.freq is Freq.YEARLY:
        return replace(rule, bymonth=rule.bymonth or (begin.month,), bymonthday=(begin.day,))
    return rule


def _all(rule: Rule, begin: datetime, from_day: date, last: date) -> Iterator[datetime]:
    if rule.freq in (Freq.HOURLY, Freq.MINUTELY):
        yield from _within_days(rule, begin, from_day, last)
        return
    hours, minutes = rule.byhour or (begin.hour,), rule.byminute or (begin.minute,)
    times = [time(*one) for one in product(hours, minutes, _seconds(rule, begin))]
    for period in islice(_periods(rule, begin.date(), from_day, last), MOST_PERIODS):
        days = [day for day in period if _fits(rule, day)]
        if rule.bysetpos:
            chosen = _chosen(rule, len(days) * len(times))
            yield from (datetime.combine(days[at // len(times)], times[at % len(times)]) for at in chosen)
        else:
            yield from (datetime.combine(*one) for one in product(days, times))


def _seconds(rule: Rule, begin: datetime) -> tuple[int, ...]:
    """The 60th second, which only a leap second has, is the 59th."""
    return tuple(dict.fromkeys(min(one, 59) for one in rule.bysecond)) or (begin.second,)


def _chosen(rule: Rule, number: int) -> list[int]:
    """The places in a set of `number` that BYSETPOS takes, in order."""
    places = {at - 1 if at > 0 else number + at for at in rule.bysetpos}
    return sorted(at for at in places if 0 <= at < number)


def _periods(rule: Rule, start: date, from_day: date, last: date) -> Iterator[list[date]]:
    """The days of each period the rule counts, from the one before `from_day` to `last`."""
    steps = {Freq.YEARLY: _years, Freq.MONTHLY: _months, Freq.WEEKLY: _weeks, Freq.DAILY: _single_days}
    return steps[rule.freq](rule, start, from_day, last)


def _years(rule: Rule, start: date, from_day: date, last: date) -> Iterator[list[date]]:
    skipped = max(0, from_day.year - start.year) // rule.interval * rule.interval
    for year in range(start.year + skipped, last.year + 1, rule.interval):
        months = rule.bymonth or range(1, 13)
        yield [day for month in months for day in _month_days(year, month)]


def _months(rule: Rule, start: date, from_day: date, last: date) -> Iterator[list[date]]:
    begin, now, end = (12 * day.year + day.month - 1 for day in (start, from_day, last))
    skipped = max(0, now - begin) // rule.interval * rule.interval
    for at in range(begin + skipped, end + 1, rule.interval):
        yield _month_days(at // 12, at % 12 + 1)


def _weeks(rule: Rule, start: date, from_day: date, last: date) -> Iterator[list[date]]:
    begin = start.toordinal() - (start.weekday() - rule.wkst) % 7
    step = 7 * rule.interval
    skipped = max(0, from_day.toordinal() - begin) // step * step
    for at in range(begin + skipped, last.toordinal() + 1, step):
        yield [date.fromordinal(day) for day in range(max(at, 1), min(at + 7, date.max.toordinal() + 1))]


def _single_days(rule: Rule, start: date, from_day: date, last: date) -> Iterator[list[date]]:
    begin = start.toordinal()
    skipped = max(0, from_day.toordinal() - begin) // rule.interval * rule.interval
    for at in range(begin + skipped, last.toordinal() + 1, rule.interval):
        yield [date.fromordinal(at)]


def _month_days(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _within_days(rule: Rule, begin: datetime, from_day: date, last: date) -> Iterator[datetime]:
    """Hourly and every few minutes: the hours or minutes of each day that lie a whole number of intervals off."""
    unit = 60 if rule.freq is Freq.HOURLY else 1
    per_day = 1440 // unit
    start_at = (begin.hour * 60 + begin.minute) // unit
    wanted = _wanted_within_day(rule, start_at, unit)
    tails = [timedelta(minutes=minute, seconds=second) for minute, second in _tails(rule, begin)]
    span = range(from_day.toordinal(), min(last.toordinal(), from_day.toordinal() + MOST_PERIODS) + 1) if wanted else ()
    for day in filter(lambda day: _fits(rule, day), map(date.fromordinal, span)):
        off = ((day - begin.date()).days * per_day - start_at) % rule.interval
        midnight = datetime.combine(day, time.min)
        hits = (at for at in wanted if (off + at) % rule.interval == 0)
        yield from (midnight + timedelta(minutes=at * unit) + tail for at in hits for tail in tails)


def _wanted_within_day(rule: Rule, start_at: int, unit: int) -> list[int]:
    """The hours or minutes of a day the rule may ever come to; none where interval and list never meet."""
    step = gcd(rule.interval, 1440 // unit)
    reached = (divmod(at * unit, 60) for at in range(start_at % step, 1440 // unit, step))
    narrowed = unit == 1 and rule.byminute
    return [
        (hour * 60 + minute) // unit
        for hour, minute in reached
        if (not rule.byhour or hour in rule.byhour) and (not narrowed or minute in rule.byminute)
    ]


def _tails(rule: Rule, begin: datetime) -> list[tuple[int, int]]:
    """The minutes and seconds that follow each hour or minute."""
    minutes = rule.byminute or (begin.minute,) if rule.freq is Freq.HOURLY else (0,)
    found = list(product(minutes, _seconds(rule, begin)))
    return [found[at] for at in _chosen(rule, len(found))] if rule.bysetpos else found


def _fits(rule: Rule, day: date) -> bool:
    """Whether a day is one of those the rule names; each part narrows."""
    if rule.bymonth and day.month not in rule.bymonth:
        return False
    if rule.bymonthday:
        length = monthrange(day.year, day.month)[1]
        if day.day not in rule.bymonthday and day.day - length - 1 not in rule.bymonthday:
            return False
    if rule.byyearday:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
        if number not in rule.byyearday and number - length - 1 not in rule.byyearday:
            return False
    if rule.byweekno and not set(_week_numbers(day, rule.wkst)) & set(rule.byweekno):
        return False
    return not rule.byday or any(_is_weekday(rule, one, day) for one in rule.byday)


def _is_weekday(rule: Rule, wanted: WeekDay, day: date) -> bool:
    if wanted.day != day.weekday() or not wanted.nth:
        return wanted.day == day.weekday()
    if rule.freq is Freq.YEARLY and not rule.bymonth:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    else:
        number, length = day.day, monthrange(day.year, day.month)[1]
    return wanted.nth in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))


def _week_numbers(day: date, wkst: int) -> tuple[int, int]:
    """The number of the week of a day, from the front and from the end: the first has four days of its year."""
    middle = min(day.toordinal() - (day.weekday() - wkst) % 7 + 3, date.max.toordinal())
    fourth = date.fromordinal(max(middle, 1))
    number = (fourth.timetuple().tm_yday - 1) // 7 + 1
    days_left = (366 if isleap(fourth.year) else 365) - fourth.timetuple().tm_yday
    return number, -(days_left // 7 + 1)
