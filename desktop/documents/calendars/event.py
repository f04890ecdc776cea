"""What is taken over of a calendar, as values of the office's own clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from desktop.rules.recurrence.rule import Rule

Slot = tuple[date, time | None]  # a day with its time of day, None for the whole day


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. `last_day` is the last of several days, included; `minutes` how long it takes on its (last) day.

    `rule` is kept where it says here what it says there; else `slots` are its occurrences of the next half year.
    `recurs_on` is the day of the occurrence it stands in for, `without` the days that have none.
    """

    number: int
    uid: str
    summary: str
    day: date
    at: time | None = None
    minutes: int | None = None
    last_day: date | None = None
    place: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    remind_minutes: int | None = None
    cancelled: bool = False
    rule: Rule | None = None
    slots: tuple[Slot, ...] = ()
    without: tuple[date, ...] = ()
    recurs_on: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is not taken over, and why: a code of `desktop.sentences` with its facts."""

    number: int
    title: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """All that a file holds, in its order."""

    events: tuple[CalendarEvent, ...]
    refused: tuple[Refusal, ...]
