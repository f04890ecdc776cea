"""A calendar as other programs take it: UTF-8, CRLF, folded lines, VTIMEZONE of the office, stable UIDs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desktop.rules.recurrence.rule import rule_of, rule_text

PRODUCT = "-//Kezha//Customer cards//EN"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event to write: whole days where `at` is None. Days and times are of the office's own clock.

    `last_day` is the last of several, included. `rule` is an RRULE, `without` the days it gives that have no event;
    an entry with `replaces` stands in for the occurrence of that day. `changed` is a moment in UTC.
    """

    uid: str
    summary: str
    day: date
    at: time | None = None
    minutes: int | None = None
    last_day: date | None = None
    place: str = ""
    description: str = ""
    category: str = ""
    remind_minutes: int | None = None
    cancelled: bool = False
    busy: bool = True
    rule: str = ""
    without: tuple[date, ...] = ()
    replaces: date | None = None
    replaces_at: time | None = None
    changed: datetime | None = None
    sequence: int = 0
    marks: dict[str, str] = field(default_factory=dict)


def write_calendar(name: str, entries: Sequence[Entry], zone: ZoneInfo, made: datetime) -> bytes:
    """The bytes of an .ics file; `made` is the moment of writing, in UTC."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    for entry in entries:
        calendar.add_component(_event(entry, zone, made))
    days = [entry.day for entry in entries if entry.at is not None]
    if days:
        last = max(date(max(days).year + 2, 1, 1), date(made.year + 6, 1, 1))  # a series goes on
        calendar.add_missing_timezones(date(min(days).year, 1, 1), last)
        for observance in calendar.walk("DAYLIGHT") + calendar.walk("STANDARD"):
            _put_onset_right(observance)
    return bytes(calendar.to_ical())


def _put_onset_right(observance: Any) -> None:
    """icalendar says when summer time begins by the clock after the change; the RFC wants the clock before it."""
    gap = observance["TZOFFSETTO"].td - observance["TZOFFSETFROM"].td
    if gap <= timedelta():
        return
    observance["DTSTART"].dt -= gap
    for dates in [observance["RDATE"]] if "RDATE" in observance else []:
        for one in dates.dts:
            one.dt -= gap


def _event(entry: Entry, zone: ZoneInfo, made: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    event.add("summary", entry.summary)
    _put_times(event, entry, zone)
    for key, text in (("location", entry.place), ("description", entry.description)):
        if text:
            event.add(key, text)
    if entry.category:
        event.add("categories", [entry.category])
    _put_rule(event, entry, zone)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    event.add("sequence", entry.sequence)
    if entry.changed is not None:
        event.add("last-modified", entry.changed.astimezone(UTC).replace(microsecond=0))
    for key, text in entry.marks.items():
        event.add(key, text)
    if entry.remind_minutes is not None and not entry.cancelled:
        event.add_component(_alarm(entry))
    return event


def _put_times(event: Any, entry: Entry, zone: ZoneInfo) -> None:
    """From and to; the end of whole days is the day after the last, as the RFC wants."""
    days = (entry.last_day - entry.day) if entry.last_day is not None else timedelta()
    if entry.at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + days + _DAY)
        return
    start = datetime.combine(entry.day, entry.at)
    event.add("dtstart", start.replace(tzinfo=zone))
    length = days + timedelta(minutes=entry.minutes or 0)
    if length:
        event.add("dtend", (start + length).replace(tzinfo=zone))


def _put_rule(event: Any, entry: Entry, zone: ZoneInfo) -> None:
    from icalendar import vRecur

    if entry.rule:
        event.add("rrule", vRecur.from_ical(_rule_for(entry, zone)))
    at = entry.replaces_at if entry.replaces is not None else entry.at
    if entry.without:
        event.add("exdate", [_moment(day, at, zone) for day in entry.without])
    if entry.replaces is not None:
        event.add("recurrence-id", _moment(entry.replaces, at, zone))


def _rule_for(entry: Entry, zone: ZoneInfo) -> str:
    """UNTIL in UTC where the event has a time, as the RFC wants: the last moment of that day."""
    rule = rule_of(entry.rule)
    if rule.until is None or entry.at is None:
        return entry.rule
    last = rule.until.date() if isinstance(rule.until, datetime) else rule.until
    end = datetime.combine(last, time(23, 59, 59)).replace(tzinfo=zone).astimezone(UTC)
    return rule_text(replace(rule, until=end))


def _moment(day: date, at: time | None, zone: ZoneInfo) -> date:
    return day if at is None else datetime.combine(day, at).replace(tzinfo=zone)


def _alarm(entry: Entry) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", -timedelta(minutes=entry.remind_minutes or 0))
    return alarm
