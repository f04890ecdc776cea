"""An entry at the pointer: where it would go, and how long it would become."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QMimeData, QPoint

from desktop.ui.kit.calendar.entries import DAY_MINUTES, STEP, Entry, Place

_PARCEL = "application/x-kezha-calendar"


def pack(items: Sequence[tuple[str, int]]) -> QMimeData:
    """Rows of a list as they hang at the pointer: (what sort of thing, its id)."""
    data = QMimeData()
    data.setData(_PARCEL, json.dumps([list(one) for one in items]).encode())
    return data


def unpack(data: QMimeData) -> list[tuple[str, int]] | None:
    """The rows that are dragged; None where they are something else."""
    if not data.hasFormat(_PARCEL):
        return None
    return [(sort, wanted) for sort, wanted in json.loads(bytes(data.data(_PARCEL).data()))]


@dataclass(slots=True)
class Pull:
    """The mouse is down on an entry. `grip` is the place it was taken at, `by` the place it would go to now."""

    entry: Entry
    start: QPoint
    grip: Place
    stretch: bool = False
    begun: bool = False
    to: Place | None = None

    @property
    def goal(self) -> Entry | None:
        """The entry as it would be if the mouse were let go; None where nothing would change."""
        if not self.begun or self.to is None:
            return None
        made = stretched(self.entry, self.to) if self.stretch else moved(self.entry, self.grip, self.to)
        return None if made == self.entry else made


def snapped(minute: int) -> int:
    """The nearest quarter of an hour."""
    return round(minute / STEP) * STEP


def moved(entry: Entry, grip: Place, to: Place) -> Entry:
    """The entry taken at `grip` and put down at `to`: it keeps its length, and where only days are known its time."""
    day = entry.day + (to.day - grip.day)
    last = None if entry.last is None else entry.last + (day - entry.day)
    if not to.timed:
        return replace(entry, day=day, last=last)
    if to.minute is None:
        return replace(entry, day=day, last=last, at=None, column=to.column)
    start = to.minute // STEP * STEP if grip.minute is None else snapped(entry.starts + to.minute - grip.minute)
    start = min(max(start, 0), DAY_MINUTES - STEP)
    at = Place(day, start).at
    return replace(entry, day=day, last=last, at=at, column=to.column)


def stretched(entry: Entry, to: Place) -> Entry:
    """The entry with its end at `to`: minutes among the hours, days where it stands all day."""
    if to.timed and to.minute is not None and not entry.all_day:
        minutes = max(min(snapped(to.minute), DAY_MINUTES) - entry.starts, STEP)
        return replace(entry, minutes=minutes)
    last: date | None = max(to.day, entry.day)
    return replace(entry, last=None if last == entry.day else last)


def pushed(entry: Entry, days: int, minutes: int) -> Entry:
    """The entry moved by so many days or minutes, within its day."""
    here = Place(entry.day, None if entry.at is None else entry.starts, entry.column, timed=bool(minutes))
    if minutes and entry.at is None:
        return entry
    minute = None if here.minute is None else here.minute + minutes
    there = replace(here, day=entry.day + timedelta(days), minute=minute)
    return moved(entry, here, there)


def grown(entry: Entry, days: int, minutes: int) -> Entry:
    """The entry made longer or shorter by so many days or minutes, within what it can be."""
    if entry.all_day or not minutes:
        return stretched(entry, Place(entry.last_day + timedelta(days)))
    end = entry.starts + (entry.minutes or entry.usual) + minutes
    return stretched(entry, Place(entry.day, end, entry.column, timed=True))
