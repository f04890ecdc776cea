"""The window: rail, top line, the places, status line. One for each open file."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit.rail import Rail, RailItem
from desktop.ui.office import Office, Visit
from desktop.ui.screen import Screen
from desktop.ui.screens import PLACES
from desktop.ui.status_line import StatusLine
from desktop.ui.top_line import TopLine
from desktop.ui.words import tr

LAST_PLACE = "window.place"


class Window(QMainWindow):
    """Shows one office. `file_dropped(path)` when a file is dropped on it; `closed` after it has gone."""

    file_dropped = Signal(str)
    closed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._screens: dict[str, Screen] = {}
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1280, 760)
        office.bus.wanted.connect(self._go)
        office.bus.worded.connect(self.build)
        self.build()
        kept = office.memory.of.window
        if kept:
            self.restoreGeometry(QByteArray(base64.b64decode(kept)))

    def build(self) -> None:
        """Build everything in the present language and theme; what was shown is shown again."""
        for screen in self._screens.values():
            screen.deleteLater()
        self.office.notice.setParent(None)  # it outlives the status line that is thrown away
        self._screens = {}
        self.rail = Rail([RailItem(place.key, place.title, place.icon, place.low) for place in PLACES])
        self.rail.chosen.connect(self._turn_to)
        self.top = TopLine(self.office)
        self.stack = QStackedWidget()
        self.status = StatusLine(self.office)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)
        self.setWindowTitle(tr("{file} – Kezha", file=self.office.store.path.stem))
        keys = [place.key for place in PLACES]
        last = self.office.seen.get(LAST_PLACE, "")
        self.rail.go_to(last if last in keys else keys[0])
        self._turn_to(last if last in keys else keys[0])

    def place(self, key: str) -> Screen:
        """The screen of a place, built at the first visit."""
        if key not in self._screens:
            place = next(place for place in PLACES if place.key == key)
            self._screens[key] = place.build(self.office)
            self.stack.addWidget(self._screens[key])
        return self._screens[key]

    def _turn_to(self, key: str) -> None:
        now = self.stack.currentWidget()
        screen = self.place(key)
        if now is screen:
            return
        if isinstance(now, Screen) and not now.may_leave():
            self.rail.go_to(next(k for k, one in self._screens.items() if one is now))
            return
        self.stack.setCurrentWidget(screen)
        self.office.seen[LAST_PLACE] = key

    def _go(self, key: str, what: object) -> None:
        self.rail.go_to(key)
        self._turn_to(key)
        if what is not None and self.stack.currentWidget() is self.place(key):
            self.place(key).visit(what)

    def closeEvent(self, event: QCloseEvent) -> None:
        now = self.stack.currentWidget()
        if isinstance(now, Screen) and not now.may_leave():
            event.ignore()
            return
        self.office.memory.of.window = base64.b64encode(self.saveGeometry().data()).decode()
        self.office.memory.keep()
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.file_dropped.emit(url.toLocalFile())
                return


__all__ = ["Visit", "Window"]
