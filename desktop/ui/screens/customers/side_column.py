"""Where the side panel stands: a column left of the list where there is room, else a sheet that pops up over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.services.views import OfficeWords
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.filters import Filters
from desktop.ui.screens.customers.side_panel import SidePanel
from desktop.ui.words import tr

OPEN = "customers.column"
WIDTH, NEEDS, TALL = 176, 640, 460  # at 100 %


class SideColumn(QWidget):
    """Takes no room while it is closed; on this machine it opens again as it was left."""

    def __init__(self, office: Office, filters: Filters) -> None:
        super().__init__()
        self._office, self._filters = office, filters
        self.panel = SidePanel(office.store, office.seen, filters.unfaceted)
        self.panel.office = filters.known.office
        self.panel.closed.connect(self.close_panel)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.panel)
        self.setFixedWidth(theme.px(WIDTH))
        self.hide()
        self._sheet: QFrame | None = None

    def put(self, office: OfficeWords) -> None:
        """Know the words of the file anew."""
        self.panel.office = office

    def refresh(self) -> None:
        """The list has changed: what is chosen here follows it, and the counts."""
        self.panel.put(self._filters.facets)

    def recall(self) -> None:
        """Open it as it was left, where there is room for it."""
        if self._office.seen.get(OPEN) == "1" and self._has_room():
            self._open_column()

    def _has_room(self) -> bool:
        around = self.parentWidget()
        return around is not None and around.width() >= theme.px(NEEDS)

    @property
    def is_open(self) -> bool:
        """Whether it is seen, as a column or as a sheet."""
        return self.panel.isVisible()

    def turn(self) -> None:
        """Open it, or close it."""
        if self.is_open:
            self.close_panel()
        elif self._has_room():
            self._open_column()
            self._office.seen[OPEN] = "1"
            self.panel.tree.setFocus()
        else:
            self._pop_up()

    def _open_column(self) -> None:
        self._box.addWidget(self.panel)
        self.show()
        self.panel.show()
        self.refresh()

    def _pop_up(self) -> None:
        if self._sheet is None:
            self._sheet = QFrame(self.window(), Qt.WindowType.Popup)
            self._sheet.setProperty("look", "popup")
            self._sheet.setAccessibleName(tr("Narrow the list"))
            inside = QVBoxLayout(self._sheet)
            inside.setContentsMargins(1, 1, 1, 1)
        layout = self._sheet.layout()
        assert layout is not None
        layout.addWidget(self.panel)
        below = self._filters.column
        self._sheet.resize(theme.px(240), theme.px(TALL))
        corner = below.mapToGlobal(QPoint(below.width() - self._sheet.width(), below.height()))
        self._sheet.move(corner)
        self.panel.show()
        self._sheet.show()
        self.panel.tree.setFocus()
        self.refresh()

    def close_panel(self) -> None:
        """Close it; what is chosen in it holds on."""
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.hide()
        elif self.isVisible():
            self.hide()
            self._office.seen[OPEN] = ""
