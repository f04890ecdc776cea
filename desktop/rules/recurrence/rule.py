"""The recurrence rule of RFC 5545 §3.3.10 as a checked value.

Such rules come from other people's calendars too, so nothing is taken that could not be worked out. Refused: what the
RFC forbids, INTERVAL=0, FREQ=SECONDLY (nobody is visited every second), parts nobody knows. Capped: a COUNT beyond
100,000 is no end at all. What is lawful and yet never happens (31 February) is a rule without occurrences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from desktop.rules.errors import RuleBroken

MOST_COUNT = 100_000
MOST_INTERVAL = 9_999
MOST_CHARACTERS = 500
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Freq(StrEnum):
    """How often; the value is the word of the RFC."""

    YEARLY = "YEARLY"
    MONTHLY = "MONTHLY"
    WEEKLY = "WEEKLY"
    DAILY = "DAILY"
    HOURLY = "HOURLY"
    MINUTELY = "MINUTELY"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week, Monday is 0; `nth` of the month or year, -1 the last one, 0 every one."""

    day: int
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that can be worked out. `until` is a day, or a moment: with a zone (UTC) or of the local clock.

    `wkst` is the day a week begins with, Monday is 0. Lists are sorted and without doubles.
    """

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    byday: tuple[WeekDay, ...] = ()
    bymonthday: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    byyearday: tuple[int, ...] = ()
    byweekno: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()
    byhour: tuple[int, ...] = ()
    byminute: tuple[int, ...] = ()
    bysecond: tuple[int, ...] = ()
    wkst: int = 0

    @property
    def within_day(self) -> bool:
        """Whether it comes more than once a day or says the time of day: no rule for whole days."""
        often = self.freq in (Freq.HOURLY, Freq.MINUTELY)
        return often or bool(self.byhour or self.byminute or self.bysecond)


# Part: the field, the lowest and the highest number, whether it may be counted from the end.
_LISTS = {
    "BYSECOND": ("bysecond", 0, 60, False),
    "BYMINUTE": ("byminute", 0, 59, False),
    "BYHOUR": ("byhour", 0, 23, False),
    "BYMONTHDAY": ("bymonthday", 1, 31, True),
    "BYYEARDAY": ("byyearday", 1, 366, True),
    "BYWEEKNO": ("byweekno", 1, 53, True),
    "BYMONTH": ("bymonth", 1, 12, False),
    "BYSETPOS": ("bysetpos", 1, 366, True),
}
_NOT_WITH = {
    "BYWEEKNO": (Freq.MONTHLY, Freq.WEEKLY, Freq.DAILY, Freq.HOURLY, Freq.MINUTELY),
    "BYYEARDAY": (Freq.MONTHLY, Freq.WEEKLY, Freq.DAILY),
    "BYMONTHDAY": (Freq.WEEKLY,),
}
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")


def rule_of(text: str) -> Rule:
    """The rule written in `text`, with or without "RRULE:".

    Raises RuleBroken at "rule": rule_too_long, rule_unreadable, rule_part_unknown, rule_twice, rule_out_of_range,
    rule_every_second, rule_count_and_until, rule_setpos_alone, rule_not_with.
    """
    parts = _parts(text)
    freq = _freq(parts.pop("FREQ", ""))
    values: dict[str, object] = {}
    for name, value in parts.items():
        field, read = _READERS.get(name, (name, None))
        if read is None:
            raise RuleBroken("rule_part_unknown", "rule", part=name[:20])
        values[field] = read(name, value)
    rule = Rule(freq, **values)  # type: ignore[arg-type]  # each reader answers for its field
    _check(rule, parts)
    return rule


def rule_text(rule: Rule) -> str:
    """The rule as RFC 5545 writes it; `rule_of` reads the same rule back."""
    parts = [f"FREQ={rule.freq}"]
    if rule.until is not None:
        parts.append(f"UNTIL={_until_text(rule.until)}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    lists = {name: ",".join(map(str, getattr(rule, field))) for name, (field, *_) in _LISTS.items()}
    lists["BYDAY"] = ",".join(f"{one.nth or ''}{DAYS[one.day]}" for one in rule.byday)
    order = ("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS")
    parts += [f"{name}={lists[name]}" for name in order if lists[name]]
    if rule.wkst:
        parts.append(f"WKST={DAYS[rule.wkst]}")
    return ";".join(parts)


def _parts(text: str) -> dict[str, str]:
    if len(text) > MOST_CHARACTERS:
        raise RuleBroken("rule_too_long", "rule", longest=MOST_CHARACTERS)
    found: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = (one.strip() for one in piece.partition("="))
        if not piece.strip():  # a semicolon at the end, as some programs write
            continue
        if not equals or not name or not value:
            raise RuleBroken("rule_unreadable", "rule", text=piece[:40])
        if name in found:
            raise RuleBroken("rule_twice", "rule", part=name[:20])
        found[name] = value
    return found


def _freq(word: str) -> Freq:
    if word == "SECONDLY":
        raise RuleBroken("rule_every_second", "rule")
    try:
        return Freq(word)
    except ValueError:
        raise RuleBroken("rule_unreadable", "rule", text=f"FREQ={word[:20]}") from None


def _number(part: str, text: str, low: int, high: int, signed: bool = False) -> int:
    if not _NUMBER.fullmatch(text):
        raise RuleBroken("rule_unreadable", "rule", text=f"{part}={text[:20]}")
    number = int(text)
    if not low <= (abs(number) if signed else number) <= high:
        raise RuleBroken("rule_out_of_range", "rule", part=part, low=low, high=high, text=text)
    return number


def _numbers(part: str, text: str) -> tuple[int, ...]:
    _, low, high, signed = _LISTS[part]
    return tuple(sorted({_number(part, one.strip(), low, high, signed) for one in text.split(",")}))


def _interval(part: str, text: str) -> int:
    return _number(part, text, 1, MOST_INTERVAL)


def _count(part: str, text: str) -> int | None:
    number = _number(part, text, 1, 999_999_999)
    return number if number <= MOST_COUNT else None


def _until(part: str, text: str) -> date | datetime:
    found = _UNTIL.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        if found[2] is None:
            return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        at = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 - of the local clock without Z
    except ValueError:
        raise RuleBroken("rule_unreadable", "rule", text=f"{part}={text[:20]}") from None
    return at.replace(tzinfo=UTC) if found[3] else at


def _until_text(until: date | datetime) -> str:
    if isinstance(until, datetime):
        return until.strftime("%Y%m%dT%H%M%S").zfill(15) + ("Z" if until.tzinfo else "")
    return until.isoformat().replace("-", "")


def _weekdays(part: str, text: str) -> tuple[WeekDay, ...]:
    days = set()
    for one in text.split(","):
        found = _WEEKDAY.fullmatch(one.strip())
        if found is None:
            raise RuleBroken("rule_unreadable", "rule", text=f"{part}={one[:20]}")
        nth = 0 if found[1] is None else _number(part, found[1], 1, 53, signed=True)
        days.add(WeekDay(DAYS.index(found[2]), nth))
    return tuple(sorted(days, key=lambda day: (day.nth, day.day)))


def _week_start(part: str, text: str) -> int:
    if text not in DAYS:
        raise RuleBroken("rule_unreadable", "rule", text=f"{part}={text[:20]}")
    return DAYS.index(text)


_READERS: dict[str, tuple[str, Callable[[str, str], object]]] = {
    "INTERVAL": ("interval", _interval),
    "COUNT": ("count", _count),
    "UNTIL": ("until", _until),
    "BYDAY": ("byday", _weekdays),
    "WKST": ("wkst", _week_start),
    **{name: (field, _numbers) for name, (field, *_) in _LISTS.items()},
}


def _check(rule: Rule, parts: dict[str, str]) -> None:
    """What the RFC says must not stand together."""
    if "COUNT" in parts and "UNTIL" in parts:
        raise RuleBroken("rule_count_and_until", "rule")
    if rule.bysetpos and not any(name in parts for name in ("BYDAY", *_LISTS) if name != "BYSETPOS"):
        raise RuleBroken("rule_setpos_alone", "rule")
    for part, freqs in _NOT_WITH.items():
        if part in parts and rule.freq in freqs:
            raise RuleBroken("rule_not_with", "rule", part=part, other=f"FREQ={rule.freq}")
    if any(one.nth for one in rule.byday):
        if rule.freq not in (Freq.MONTHLY, Freq.YEARLY):
            raise RuleBroken("rule_not_with", "rule", part=f"BYDAY={parts['BYDAY'][:20]}", other=f"FREQ={rule.freq}")
        if rule.byweekno:
            raise RuleBroken("rule_not_with", "rule", part=f"BYDAY={parts['BYDAY'][:20]}", other="BYWEEKNO")
