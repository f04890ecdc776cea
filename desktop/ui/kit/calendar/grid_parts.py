"""Where things stand on a grid, in pixels of its viewport."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from desktop.ui.kit.calendar.entries import Entry, Place


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry is painted; `block` among the hours, else a line."""

    box: QRect
    entry: Entry
    begins: bool = True
    ends: bool = True
    block: bool = False


@dataclass(frozen=True, slots=True)
class More:
    """Where it says how many more entries a day has."""

    box: QRect
    place: Place
    count: int
