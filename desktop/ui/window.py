"""The window: rail, top line, the places, status line. One for each open file."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.banner import ReadOnlyBanner
from desktop.ui.dropping import FileSort, dropped_files, sort_of
from desktop.ui.kit.rail import Rail, RailItem
from desktop.ui.office import Office, Visit
from desktop.ui.opening import Opening
from desktop.ui.screen import Screen
from desktop.ui.screens import PLACES
from desktop.ui.status_line import StatusLine
from desktop.ui.top_line import TopLine
from desktop.ui.words import tr

LAST_PLACE = "window.place"


class Window(QMainWindow):
    """Shows one office. `closed` after it has gone."""

    closed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._screens: dict[str, Screen] = {}
        self._left_at: dict[str, object] = {}  # where each place was before the window was built anew
        self._asked = False
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1280, 760)
        office.bus.wanted.connect(self._go)
        office.bus.worded.connect(self.build)
        self.build()
        kept = office.memory.of.window
        if kept:
            self.restoreGeometry(QByteArray(base64.b64decode(kept)))

    # Building

    def build(self) -> None:
        """Build everything in the present language and look; what was shown is shown again."""
        self.setUpdatesEnabled(False)
        self._left_at |= {key: screen.here() for key, screen in self._screens.items()}
        self.office.notice.setParent(None)  # it outlives the status line that is thrown away
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._screens = {}
        self._lay_out()
        self.setWindowTitle(tr("{file} – Kezha", file=self.office.store.path.stem))
        keys = [place.key for place in PLACES]
        last = self.office.seen.get(LAST_PLACE, "")
        now = last if last in keys else keys[0]
        self.rail.go_to(now)
        self._turn_to(now)
        self.setUpdatesEnabled(True)

    def _lay_out(self) -> None:
        self.rail = Rail([RailItem(place.key, place.title, place.icon, place.low) for place in PLACES])
        self.rail.chosen.connect(self._turn_to)
        self.top = TopLine(self.office)
        self.stack = QStackedWidget()
        self.status = StatusLine(self.office)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        if self.office.store.read_only:
            right.addWidget(ReadOnlyBanner(self.office))
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)

    # Places

    def place(self, key: str) -> Screen:
        """The screen of a place, built at the first visit."""
        if key not in self._screens:
            place = next(place for place in PLACES if place.key == key)
            screen = place.build(self.office)
            self._screens[key] = screen
            self.stack.addWidget(screen)
            left_at = self._left_at.pop(key, None)
            if left_at is not None:
                screen.visit(left_at)
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

    # Closing

    def may_close(self) -> bool:
        """Whether the window may go now: asks about unsaved work and running work."""
        now = self.stack.currentWidget()
        if isinstance(now, Screen) and not now.may_leave():
            return False
        if self.office.jobs.busy:
            question = tr("Work is still running: {name}", name=self.office.jobs.running)
            detail = tr("Stopped now, it leaves nothing behind, and the file stays as it was before it.")
            if not self.office.ask.confirm(question, detail, yes=tr("Stop it and close"), no=tr("Let it finish")):
                return False
        return True

    def leave(self) -> None:
        """Close without asking: `may_close` has."""
        self._asked = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._asked and not self.may_close():
            event.ignore()
            return
        self.office.memory.of.window = base64.b64encode(self.saveGeometry().data()).decode()
        self.office.memory.keep()
        super().closeEvent(event)
        self.closed.emit()

    # Files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.take(files[0])

    def take(self, path: Path) -> None:
        """Open a Kezha file, import a spreadsheet; anything else is told to belong on a card."""
        sort = sort_of(path)
        if sort is FileSort.OURS:
            self.office.bus.opening.emit(Opening(path))
        elif sort is FileSort.SPREADSHEET and self.office.store.read_only:
            self.office.notice.say(tr("Nothing can be imported: the file is open for reading only."), "bad")
        elif sort is FileSort.SPREADSHEET:
            self.office.go("file", path)
        else:
            self.office.notice.say(tr("“{name}” is neither a Kezha file nor a spreadsheet.", name=path.name), "bad")


__all__ = ["Visit", "Window"]
