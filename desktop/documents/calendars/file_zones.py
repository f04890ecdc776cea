"""A time zone as a calendar file describes it (VTIMEZONE), worked out with our own bounded rules.

icalendar hands such rules to dateutil, which INTERVAL=0 hangs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from desktop.documents.calendars.lines import Line, line_of
from desktop.documents.calendars.parts import Part
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.days import moments_of
from desktop.rules.recurrence.rule import Rule, rule_of

_NOTHING = timedelta()
MOST_ONSETS = 600


@dataclass(frozen=True, slots=True)
class Observance:
    """STANDARD or DAYLIGHT: from which wall times on which offset counts."""

    start: datetime
    offset: timedelta
    rule: Rule | None
    dates: tuple[datetime, ...]

    def onset(self, wall: datetime) -> datetime | None:
        """When it last set in, seen from a wall time; None where it had not yet."""
        if wall < self.start:
            return None
        earlier = [self.start, *(one for one in self.dates if one <= wall)]
        if self.rule is not None:
            first = date(max(self.start.year, wall.year - 1), 1, 1)
            earlier += [one for one in moments_of(self.rule, self.start, first, wall.date()) if one <= wall]
            if len(earlier) == 1 and self.rule.until is not None:  # its rule has ended
                earlier += moments_of(self.rule, self.start, self.start.date(), wall.date(), most=MOST_ONSETS)[-1:]
        return max(earlier)


class FileZone(tzinfo):
    """The zone by its observances; only from wall time to UTC, which is all an import asks."""

    def __init__(self, name: str, observances: Sequence[Observance]) -> None:
        self.name = name
        self._observances = tuple(sorted(observances, key=lambda one: one.start))
        self._offset = lru_cache(maxsize=4096)(self._offset_at)

    def utcoffset(self, dt: datetime | None) -> timedelta:
        return _NOTHING if dt is None else self._offset(dt.replace(tzinfo=None, fold=0))

    def dst(self, _dt: datetime | None) -> timedelta:
        return _NOTHING

    def tzname(self, _dt: datetime | None) -> str:
        return self.name

    def _offset_at(self, wall: datetime) -> timedelta:
        onsets = [(onset, at) for at, one in enumerate(self._observances) if (onset := one.onset(wall)) is not None]
        return self._observances[max(onsets)[1] if onsets else 0].offset


def zone_of(part: Part) -> FileZone | None:
    """The zone of a VTIMEZONE; None where it cannot be made out."""
    lines = [line_of(one) for one in part.lines]
    name = next((line.value.strip() for line in lines if line and line.name == "TZID"), "")
    starts = [at for at, line in enumerate(lines) if line and line.name == "BEGIN" and at]
    try:
        found = [
            _observance([one for one in lines[a:b] if one]) for a, b in zip(starts, [*starts[1:], None], strict=True)
        ]
    except (ValueError, RuleBroken, OverflowError):
        return None
    return FileZone(name, found) if name and found else None


def _observance(lines: Sequence[Line]) -> Observance:
    said = {line.name: line.value.strip() for line in lines}
    if "DTSTART" not in said or "TZOFFSETTO" not in said:
        raise ValueError(said)
    dates = [one.strip()[:15] for line in lines if line.name == "RDATE" for one in line.value.split(",")]
    return Observance(
        _wall(said["DTSTART"]),
        _offset(said["TZOFFSETTO"]),
        rule_of(said["RRULE"]) if "RRULE" in said else None,
        tuple(_wall(one) for one in dates if one),
    )


def _wall(text: str) -> datetime:
    bare = text.removesuffix("Z")
    return datetime.strptime(bare, "%Y%m%dT%H%M%S" if "T" in bare else "%Y%m%d")  # noqa: DTZ007 - of its own clock


def _offset(text: str) -> timedelta:
    sign, digits = (-1 if text.startswith("-") else 1), text.lstrip("+-")
    if not digits.isdigit() or len(digits) not in (4, 6):
        raise ValueError(text)
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
    found = sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if abs(found) >= timedelta(hours=24):
        raise ValueError(text)
    return found
