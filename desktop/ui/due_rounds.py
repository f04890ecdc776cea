"""评定到期: a quiet word in the line on top when the next rating of a scheme has fallen due, leading to it.

Until there is a place for what is due today, this is where a rep meets it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QToolButton

from desktop.ui.kit import icons
from desktop.ui.office import Office, Rate
from desktop.ui.words import current, tr

PATIENCE = 1500  # milliseconds: the first customers are on the screen by then
TOUCHING = frozenset({"rating_round", "tier_scheme", "policy"})


class DueRounds(QToolButton):
    """Hidden while nothing is due. A scheme that was never applied does not press."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._key = ""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.put(self, "target-arrow")
        self.hide()
        self.clicked.connect(self._go)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.look)
        self._waiting.start(PATIENCE)
        office.bus.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask the file what is due."""
        from desktop.services.rating.publishing import rounds_due

        with self._office.store.read() as session:
            due = [(one, last) for one, last in rounds_due(session, self._office.today()) if last is not None]
        self.setVisible(bool(due))
        if not due:
            return
        first, last = due[0]
        self._key = first.key
        name = current().text(first.scheme.name)
        self.setText(tr("Rating due"))
        told = tr("Rating due: {name}, last on {day}", name=name, day=last.isoformat() if last else "")
        if len(due) > 1:
            told = tr("{first}, and {count} more", first=told, count=len(due) - 1)
        self.setToolTip(told)
        self.setAccessibleName(told)

    def _go(self) -> None:
        self._office.go("tiers", Rate(self._key))

    def _on_changed(self, tables: frozenset[str]) -> None:
        if TOUCHING & tables:
            self._waiting.start(0)
