"""The window: rail, top line, the places, status line. One for each open file.

It can be shown before there is an office, with nothing but its rail: this module and what it loads at once must stay
free of the file's library, which takes longer to load than the window to be drawn.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.dropping import FileSort, dropped_files, sort_of
from desktop.ui.kit.rail import Rail, RailItem
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens import PLACES
from desktop.ui.words import tr

LAST_PLACE = "window.place"

TITLE_BAR = 40  # px; more than any desktop draws


class Frame(QWidget):
    """The rail on the left, the places beside it; lines above and below are put in later. Says once `painted`."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail([RailItem(place.key, place.title, place.icon, place.low) for place in PLACES])
        self.stack = QStackedWidget()
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._right, 1)
        self._blank = True

    def put(self, above: list[QWidget], below: QWidget) -> None:
        """Put lines over and under the places."""
        for number, widget in enumerate(above):
            self._right.insertWidget(number, widget)
        self._right.addWidget(below)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._blank:
            self._blank = False
            self.painted.emit()


def title_of(path: Path) -> str:
    """The title of a window over the file at `path`."""
    return tr("{file} – Kezha", file=path.stem)


class Window(QMainWindow):
    """Shows one office. `closed` after it has gone."""

    closed = Signal()

    def __init__(self, office: Office | None = None, *, geometry: str = "") -> None:
        """Without an office it is an empty frame until `show_office`; `geometry` is where it stood last time."""
        super().__init__()
        self._screens: dict[str, Screen] = {}
        self._left_at: dict[str, object] = {}  # where each place was before the window was built anew
        self.stays: Callable[[], bool] = lambda: False  # whether it is only hidden when it is closed by hand
        self._asked = False
        self._furnished = False
        self.setMinimumSize(960, 600)
        # At most what is left between the task bar and the window's own title: 768 lines are common.
        self.resize(1280, min(760, self.screen().availableGeometry().height() - TITLE_BAR))
        self._lay_out()
        if office is not None:
            self.show_office(office)
            geometry = office.memory.of.window
        if geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(geometry)))

    def show_office(self, office: Office) -> None:
        """Fill the empty frame."""
        self.office = office
        self.setAcceptDrops(True)
        office.bus.wanted.connect(self._go)
        office.bus.worded.connect(self.build)
        self._furnish()
        self._furnished = True

    # Building

    def build(self) -> None:
        """Build everything in the present language and look; what was shown is shown again."""
        self._left_at |= {key: screen.here() for key, screen in self._screens.items()}
        self.office.notice.setParent(None)  # it outlives the status line that is thrown away
        self._screens = {}
        self.setUpdatesEnabled(False)
        self._lay_out()
        self._furnish()
        self.setUpdatesEnabled(True)

    def _lay_out(self) -> None:
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.frame = Frame()
        self.rail, self.stack = self.frame.rail, self.frame.stack
        self.setCentralWidget(self.frame)

    def _furnish(self) -> None:
        from desktop.ui.banner import ReadOnlyBanner
        from desktop.ui.status_line import StatusLine
        from desktop.ui.top_line import TopLine

        office = self.office
        self.setWindowTitle(title_of(office.store.path))
        self.top, self.status = TopLine(office), StatusLine(office)
        banner = [ReadOnlyBanner(office)] if office.store.read_only else []
        self.frame.put([self.top, *banner], self.status)
        self.rail.chosen.connect(self._turn_to)
        keys = [place.key for place in PLACES]
        last = office.seen.get(LAST_PLACE, "")
        now = last if last in keys else keys[0]
        self.rail.go_to(now)
        self._turn_to(now)

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
        if self._furnished:
            if not self._asked and self.stays():
                event.ignore()
                self.hide()
                return
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
        """Open a Kezha file, import a spreadsheet or calendar; anything else is told to belong on a card."""
        sort = sort_of(path)
        if sort is FileSort.OURS:
            from desktop.ui.opening import Opening

            self.office.bus.opening.emit(Opening(path))
        elif sort in (FileSort.SPREADSHEET, FileSort.CALENDAR) and self.office.store.read_only:
            self.office.notice.say(tr("Nothing can be imported: the file is open for reading only."), "bad")
        elif sort in (FileSort.SPREADSHEET, FileSort.CALENDAR):
            self.office.go("file", path)
        else:
            said = tr("“{name}” is neither a Kezha file nor a spreadsheet or calendar.", name=path.name)
            self.office.notice.say(said, "bad")
