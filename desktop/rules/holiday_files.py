"""节假日 of a year as others publish them: the JSON of holiday-cn, and calendars (ICS) with 休 and 班 in their titles.

A file is foreign until it is checked: its size, the shape of each entry, the years, days said twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeGuard

from db.vocabulary import DayKind
from desktop.rules.errors import RuleBroken
from desktop.rules.work_calendar import HolidayDay
from desktop.words import N_

MOST_BYTES = 512 * 1024  # the largest published one has 8 KB
MOST_DAYS = 2000  # some years at once, each day written out
LONGEST = 40  # days of one holiday
LONGEST_NAME = 60
FIRST_YEAR, LAST_YEAR = 2000, 2100

# What the announcements call a holiday, for those who read English.
NAMES = {
    "元旦": N_("New Year's Day"),
    "春节": N_("Spring Festival"),
    "清明节": N_("Qingming"),
    "劳动节": N_("Labour Day"),
    "端午节": N_("Dragon Boat Festival"),
    "中秋节": N_("Mid-Autumn Festival"),
    "国庆节": N_("National Day"),
}
_WORKED = re.compile(r"班")
_OFF = re.compile(r"休|假")
_TRIMMED = re.compile(r"^上班[（(]补(.+?)(?:假期)?[)）]$|^(.+?)(?:假期|[ （(]*(?:休|班|补班|放假|上班)[)）]?)$")


@dataclass(frozen=True, slots=True)
class HolidayFile:
    """The days of a file in their order, and how many of its entries were no such day."""

    days: tuple[HolidayDay, ...]
    skipped: int = 0


def read_holiday_file(data: bytes) -> HolidayFile:
    """The days that a file names.

    Raises RuleBroken: holidays_too_large, holidays_unreadable, holidays_year (with `year`), holidays_twice (with
    `day`), holidays_none.
    """
    if len(data) > MOST_BYTES:
        raise RuleBroken("holidays_too_large", size=len(data) // 1024, limit=MOST_BYTES // 1024)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise RuleBroken("holidays_unreadable") from wrong
    found, skipped = _of_calendar(text) if text.lstrip().upper().startswith("BEGIN:VCALENDAR") else _of_json(text)
    return HolidayFile(_checked(found), skipped)


def source_name(name: str | None) -> str | None:
    """The name of a holiday as an English source text where it is one of ours, else as it was written."""
    return NAMES.get(name, name) if name else None


def _checked(found: Iterable[HolidayDay]) -> tuple[HolidayDay, ...]:
    days: dict[date, HolidayDay] = {}
    for one in found:
        if not FIRST_YEAR <= one.on.year <= LAST_YEAR:
            raise RuleBroken("holidays_year", year=one.on.year, low=FIRST_YEAR, high=LAST_YEAR)
        known = days.setdefault(one.on, one)
        if known.kind is not one.kind:
            raise RuleBroken("holidays_twice", day=one.on.isoformat())
        if len(days) > MOST_DAYS:
            raise RuleBroken("holidays_unreadable")
    if not days:
        raise RuleBroken("holidays_none")
    return tuple(days[on] for on in sorted(days))


def _of_json(text: str) -> tuple[list[HolidayDay], int]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise RuleBroken("holidays_unreadable") from wrong
    entries = read.get("days") if isinstance(read, dict) else read
    if not isinstance(entries, list):
        raise RuleBroken("holidays_unreadable")
    return [_entry(one) for one in entries[: MOST_DAYS + 1]], 0


def _entry(one: Any) -> HolidayDay:
    """A day of holiday-cn: {"name", "date", "isOffDay"}."""
    try:
        on, off, name = date.fromisoformat(one["date"]), one["isOffDay"], one.get("name")
    except (TypeError, KeyError, ValueError, AttributeError) as wrong:
        raise RuleBroken("holidays_unreadable") from wrong
    if not isinstance(off, bool) or not isinstance(name, str | None):
        raise RuleBroken("holidays_unreadable")
    return HolidayDay(on, DayKind.OFF if off else DayKind.WORK, _name(name))


def _of_calendar(text: str) -> tuple[list[HolidayDay], int]:
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(text).walk("VEVENT")
        read = [list(_event(one)) for one in events[: MOST_DAYS + 1]]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError) as wrong:  # as its parser does
        raise RuleBroken("holidays_unreadable") from wrong
    return [day for days in read for day in days], sum(not days for days in read)


def _event(one: Any) -> Iterator[HolidayDay]:
    """The days of an event that says 休 or 班 and lasts whole days; nothing of any other."""
    title = str(one.get("SUMMARY", ""))
    kind = DayKind.WORK if _WORKED.search(title) else DayKind.OFF if _OFF.search(title) else None
    first = one.decoded("DTSTART") if "DTSTART" in one else None
    last = one.decoded("DTEND") if "DTEND" in one else None
    if kind is None or "RRULE" in one or not _whole(first) or not (last is None or _whole(last)):
        return
    count = 1 if last is None else (last - first).days
    if not 1 <= count <= LONGEST:
        return
    for number in range(count):
        yield HolidayDay(first + timedelta(days=number), kind, _name(_bare(title)))


def _whole(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _bare(title: str) -> str:
    found = _TRIMMED.match(title.strip())
    return title if found is None else found[1] or found[2]


def _name(text: str | None) -> str | None:
    if text is None:
        return None
    tidy = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return tidy[:LONGEST_NAME] or None
