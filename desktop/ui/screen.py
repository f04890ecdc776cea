"""What all screens share: they say which tables they show, and reload when one of those was touched."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.office import Office


class Screen(QWidget):
    """A place of the window, or a part of one. A hidden screen only remembers that it is stale."""

    SHOWS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._stale = True
        office.bus.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Ask the file again and show it."""

    def visit(self, what: object) -> None:
        """Show what another screen asked for."""

    def here(self) -> object:
        """What `visit` would have to be given to come back to what is shown now; None where it does not matter."""
        return None

    def may_leave(self) -> bool:
        """Whether the window may turn to another place or close; asks about unsaved work."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload_if_stale()

    def reload_if_stale(self) -> None:
        """Reload when something was touched since the last time."""
        if self._stale:
            self._stale = False
            self.reload()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if not self.SHOWS & (tables | {"action"}):  # every commit is an action, whatever it touched
            return
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()
