"""Days, moments and lengths of RFC 5545, and what they are on the office's clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from desktop.documents.calendars.event import Slot
from desktop.documents.calendars.file_zones import FileZone
from desktop.documents.calendars.lines import Line
from desktop.documents.calendars.zones import zone_named
from desktop.rules.errors import RuleBroken

FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_REMIND = 10_080

_FORM = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")
_LENGTH = re.compile(
    r"([+-]?)P(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,8})S)?)?"
)


class Clock:
    """Reads the moments of one file; `here` is the office's zone."""

    def __init__(self, here: ZoneInfo, zones: Mapping[str, FileZone]) -> None:
        self.here = here
        self._zones = zones

    def read(self, line: Line) -> list[date]:
        """The days, or moments with their zone, of a line; a floating moment is one of the office's own clock.

        Raises RuleBroken: ics_bad_date, ics_zone_unknown.
        """
        zone = self._zone(line)
        return [self._one(line, text.strip().partition("/")[0], zone) for text in line.value.split(",")]

    def slot(self, moment: date) -> Slot:
        """The day and time on the office's clock."""
        if not isinstance(moment, datetime):
            return moment, None
        local = moment.astimezone(self.here)
        return local.date(), time(local.hour, local.minute)

    def _zone(self, line: Line) -> tzinfo:
        name = line.parameters.get("TZID", "").strip()
        if not name:
            return self.here
        known = zone_named(name) if not name.startswith("/") else None
        found = known or self._zones.get(name) or zone_named(name)
        if found is None:
            raise RuleBroken("ics_zone_unknown", zone=name[:60])
        return found

    def _one(self, line: Line, text: str, zone: tzinfo) -> date:
        form = _FORM.fullmatch(text)
        try:
            if form is None:
                raise ValueError(text)
            if form[2] is None:
                found: date = datetime.strptime(form[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
            else:
                wall = datetime.strptime(form[1] + form[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 - its zone follows
                found = wall.replace(tzinfo=UTC if form[3] else zone)
            if not FIRST_YEAR <= found.year <= LAST_YEAR:
                raise ValueError(text)
        except ValueError:
            raise RuleBroken("ics_bad_date", part=line.name, text=text[:40]) from None
        return found


def length_of(line: Line) -> timedelta:
    """A DURATION or relative TRIGGER. Raises RuleBroken("ics_bad_date")."""
    text = line.value.strip().upper()
    found = _LENGTH.fullmatch(text)
    if found is None or not any(found.groups()[1:]):
        raise RuleBroken("ics_bad_date", part=line.name, text=text[:40])
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def minutes_before(line: Line) -> int | None:
    """How long before the start an alarm goes off; None for one at a fixed moment, after the start or far off."""
    if line.parameters.get("RELATED", "START").upper() != "START":
        return None
    try:
        minutes = -int(length_of(line).total_seconds() // 60)
    except RuleBroken:
        return None
    return minutes if 0 <= minutes <= MOST_REMIND else None
