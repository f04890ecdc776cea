"""The keys on a calendar: everything the mouse can do.

Arrows walk from day to day and through the entries of one; with Ctrl they carry the chosen entry along, with
Ctrl+Shift they make it longer or shorter. Enter opens, PageUp and PageDown turn the page, Home goes to today.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.kit.calendar.entries import Entry
from desktop.ui.kit.calendar.grid_mouse import PointedGrid
from desktop.ui.kit.calendar.pulling import grown, pushed

_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEVELS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class DrivenGrid(PointedGrid):
    """A grid that the keys drive too."""

    def beside(self, by: int) -> None:
        """Go to the day or column beside."""
        self.go_to(replace(self._place, day=self._place.day + timedelta(by), minute=None))

    def beyond(self, by: int) -> None:
        """Up or down where the day has no more entries."""

    def aside(self, entry: Entry, by: int) -> Entry:
        """The entry on the day or in the column beside."""
        return pushed(entry, by, 0)

    @property
    def push_step(self) -> tuple[int, int]:
        """(days, minutes) that Ctrl with Up or Down moves an entry by."""
        return 7, 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if self._pull is not None:
            if key == Qt.Key.Key_Escape:
                self.give_up()
            return
        if key in _SIDES | _LEVELS and held in (_CONTROL, _CONTROL | _SHIFT):
            self._carry(key, stretch=held != _CONTROL)
        elif held or not self._plain(key):
            super().keyPressEvent(event)

    def _plain(self, key: Qt.Key) -> bool:
        if key in _SIDES:
            self.beside(_SIDES[key])
        elif key in _LEVELS:
            self._walk(_LEVELS[key])
        elif key in _PAGES:
            self.page_wanted.emit(_PAGES[key])
        elif key == Qt.Key.Key_Home:
            self.today_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._key is not None:
            self.opened.emit(self._key)
        else:
            self.day_wanted.emit(self._place.day)

    def _walk(self, by: int) -> None:
        """To the next entry of the day; past its ends beyond."""
        here = self.entries_at(self._place)
        at = next((n for n, one in enumerate(here) if one.key == self._key), -1)
        then = at + by
        if at < 0 and by < 0:
            self.beyond(by)
        elif then < 0:
            self.choose(None)
        elif then < len(here):
            self.choose(here[then].key)
            self.reveal(here[then])
        else:
            self.beyond(by)

    def reveal(self, entry: Entry) -> None:
        """Bring an entry into sight."""

    def _carry(self, key: Qt.Key, *, stretch: bool) -> None:
        """Move or stretch the chosen entry by a step."""
        entry = None if self._key is None else self.entry(self._key)
        if entry is None:
            return
        if not (entry.movable and self.movable):
            self.refused.emit(entry)
            return
        days, minutes = self.push_step
        sense = _SIDES.get(key) or _LEVELS[key]
        if stretch:
            goal = grown(entry, sense, 0) if key in _SIDES else grown(entry, sense * days, sense * minutes)
        else:
            goal = self.aside(entry, sense) if key in _SIDES else pushed(entry, sense * days, sense * minutes)
        if goal == entry:
            return
        (self.stretched if stretch else self.moved).emit(entry, goal)
        if not stretch:  # also to a day that is not on this page yet
            there = replace(self._place, day=goal.day, column=goal.column or self._place.column, minute=None)
            self.go_to(there, entry.key)
