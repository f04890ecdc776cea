"""A foreign calendar read: events as values of the office's clock, and everything else with the reason.

Read line by line by our own reader: icalendar gives a whole file up for one broken task in it, and hands the rules of
its zones to dateutil, which a rule with INTERVAL=0 stops for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.documents.calendars.event import CalendarEvent, CalendarFile, Refusal
from desktop.documents.calendars.file_zones import FileZone, zone_of
from desktop.documents.calendars.lines import Line, line_of
from desktop.documents.calendars.moments import Clock, length_of, minutes_before
from desktop.documents.calendars.parts import Part, parts_of
from desktop.documents.calendars.repeating import rule_here, rule_in, slots_of
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken

LONGEST_SUMMARY, LONGEST_DESCRIPTION, LONGEST_PLACE = 500, 4000, 200
_DAY = timedelta(days=1)
_KINDS = ("VEVENT", "VTODO")


def read_calendar(data: bytes, here: ZoneInfo, today: date, progress: Progress | None = None) -> CalendarFile:
    """What a file holds. Raises RuleBroken for what is no calendar or too large; Cancelled."""
    parts = parts_of(data)
    zones = _zones(parts)
    clock = Clock(here, zones)
    events: list[CalendarEvent] = []
    refused: list[Refusal] = []
    told = [part for part in parts if part.name != "VTIMEZONE"]
    for number, part in enumerate((progress or Progress()).over(told), 1):
        lines = _own_lines(part)
        title = next((line.text for line in lines if line.name == "SUMMARY"), "")[:LONGEST_SUMMARY]
        try:
            events.append(_event(part, lines, number, title, clock, today))
        except RuleBroken as broken:
            refused.append(Refusal(number, title, broken.code, broken.facts))
    return CalendarFile(tuple(events), tuple(refused))


def _zones(parts: Iterable[Part]) -> dict[str, FileZone]:
    found = (zone_of(part) for part in parts if part.name == "VTIMEZONE" and part.whole)
    return {zone.name: zone for zone in found if zone is not None}


def _own_lines(part: Part) -> list[Line]:
    """The lines of a component without those of what is inside it."""
    depth, found = 0, []
    for text in part.lines:
        line = line_of(text)
        if line is None:
            continue
        if line.name == "BEGIN":
            depth += 1
        elif line.name == "END":
            depth -= 1
        elif depth == 1:
            found.append(line)
    return found


def _event(part: Part, lines: list[Line], number: int, title: str, clock: Clock, today: date) -> CalendarEvent:
    said = {line.name: line for line in reversed(lines)}
    status = said["STATUS"].value.strip().upper() if "STATUS" in said else ""
    _check(part, said, status)
    start = clock.read(said.get("DTSTART") or said["DUE"])[0]
    day, at = clock.slot(start)
    last_day, minutes = _lasts(said, start, part.name, clock)
    recurs = said.get("RECURRENCE-ID")
    rule = None if recurs is not None else rule_in(lines)
    extra, without = (_days_listed(lines, name, clock) for name in ("RDATE", "EXDATE"))
    plain = rule is not None and not extra and last_day is None  # a series of ours takes no several days
    kept = rule_here(rule, start, clock) if rule is not None and plain else None
    slots = slots_of(rule, start, extra, clock, today) if kept is None and (rule or extra) else ()
    days_off = sorted({clock.slot(one)[0] for one in without})

    def text(name: str, longest: int) -> str:
        return said[name].text[:longest] if name in said else ""

    return CalendarEvent(
        number=number,
        uid=text("UID", LONGEST_PLACE),
        summary=title,
        day=day,
        at=at,
        minutes=minutes,
        last_day=last_day,
        place=text("LOCATION", LONGEST_PLACE),
        description=text("DESCRIPTION", LONGEST_DESCRIPTION),
        categories=_categories(lines),
        people=_people(lines),
        remind_minutes=_reminder(part),
        cancelled=status == "CANCELLED",
        rule=kept,
        slots=tuple(slot for slot in slots if slot[0] not in days_off),
        without=tuple(days_off),
        recurs_on=None if recurs is None else clock.slot(clock.read(recurs)[0])[0],
    )


def _check(part: Part, said: dict[str, Line], status: str) -> None:
    """What can be no follow-up, with the reason."""
    if part.name == "VJOURNAL":
        raise RuleBroken("ics_journal")
    if part.name not in _KINDS:
        raise RuleBroken("ics_not_an_event", kind=part.name[:30])
    if not part.whole:
        raise RuleBroken("ics_cut_off")
    if part.name == "VTODO" and (status == "COMPLETED" or "COMPLETED" in said):
        raise RuleBroken("ics_todo_done")
    if "DTSTART" not in said and "DUE" not in said:
        raise RuleBroken("ics_no_start")
    if "RECURRENCE-ID" in said and said["RECURRENCE-ID"].parameters.get("RANGE"):
        raise RuleBroken("ics_this_and_future")


def _days_listed(lines: list[Line], name: str, clock: Clock) -> list[date]:
    return [one for line in lines if line.name == name and line.value.strip() for one in clock.read(line)]


def _lasts(said: dict[str, Line], start: date, name: str, clock: Clock) -> tuple[date | None, int | None]:
    """(the last of several days, minutes). Raises RuleBroken: ics_end_first, or as `Clock.read`."""
    end = said.get("DTEND") if name == "VEVENT" else said.get("DUE") if "DTSTART" in said else None
    if end is not None:
        length = _wall(clock.read(end)[0], clock) - _wall(start, clock)
    elif "DURATION" in said:
        length = length_of(said["DURATION"])
    else:
        return None, None
    if length < timedelta():
        raise RuleBroken("ics_end_first")
    day, at = clock.slot(start)
    if at is None:
        days = max(0, (length + _DAY - timedelta(seconds=1)).days - (1 if name == "VEVENT" else 0))
        return (day + timedelta(days=days) if days else None), None
    minutes = length % _DAY // timedelta(minutes=1)
    return (day + timedelta(days=length.days) if length.days else None), minutes or None


def _wall(moment: date, clock: Clock) -> datetime:
    """On the office's clock, without a zone."""
    day, at = clock.slot(moment)
    return datetime.combine(day, at or time())


def _categories(lines: list[Line]) -> tuple[str, ...]:
    return tuple(
        one.strip() for line in lines if line.name == "CATEGORIES" for one in line.text.split(",") if one.strip()
    )


def _people(lines: list[Line]) -> tuple[str, ...]:
    """Names and mail addresses of who takes part."""
    found: list[str] = []
    for line in lines:
        if line.name in ("ATTENDEE", "ORGANIZER", "CONTACT"):
            address = line.value.strip()
            found += [line.parameters.get("CN", ""), address[7:] if address.lower().startswith("mailto:") else ""]
            if line.name == "CONTACT":
                found.append(line.text)
    return tuple(dict.fromkeys(one.strip() for one in found if one.strip()))


def _reminder(part: Part) -> int | None:
    """The earliest of its alarms that go off before it."""
    triggers = [line for text in part.lines if (line := line_of(text)) is not None and line.name == "TRIGGER"]
    return max((minutes for line in triggers if (minutes := minutes_before(line)) is not None), default=None)
