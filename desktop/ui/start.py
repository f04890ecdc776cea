"""The first tenths of a second: the frame of the window stands before the file's library is loaded.

Loading that library takes longer than drawing a window. So this module, and what it loads, must not need it; a test
holds what is loaded at the first paint.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from db.lock import seems_held
from desktop import paths
from desktop.memory import Memory
from desktop.ui.dressing import Dressing
from desktop.ui.dropping import FileSort, sort_of
from desktop.ui.window import Window, title_of

PATIENCE = 300  # ms; a window that the desktop does not show by then is filled unseen


class Beginning:
    """What there is before anything is opened: memory and look, and the `frame` of a window that awaits an office."""

    def __init__(self, qt: QApplication) -> None:
        self.qt = qt
        self.memory = Memory(paths.config_folder() / "memory.json")
        self.dressing = Dressing(qt, self.memory)
        self.dressing.put_on()
        self.frame: Window | None = None

    def last_file(self) -> Path | None:
        """The file of last time, if it is there."""
        return next((one for one in map(Path, self.memory.of.recent[:1]) if one.is_file()), None)

    def take_frame(self) -> Window | None:
        """The frame, once: whoever takes it fills it or closes it."""
        frame, self.frame = self.frame, None
        return frame

    def show_frame(self, given: Path | None) -> None:
        """Show the window of the file that will be opened, still empty, and wait until it is painted.

        Not where it looks as if there will be something to ask or say first.
        """
        foreign = given is not None and sort_of(given) in (FileSort.SPREADSHEET, FileSort.CALENDAR)
        path = self.last_file() if foreign or given is None else given
        if path is None or not path.is_file() or seems_held(path):
            return
        self.frame = Window(geometry=self.memory.of.window)
        self.frame.setWindowTitle(title_of(path))
        until_painted = QEventLoop()
        self.frame.frame.painted.connect(until_painted.quit, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(PATIENCE, until_painted.quit)
        self.frame.show()
        until_painted.exec()


def begin(given: Path | None, *, shown: bool = True) -> Beginning:
    """Start Qt and show what can be shown at once, unless nothing is to be. Call `settle` when all is loaded."""
    gc.disable()  # what is loaded stays: looking through it for garbage, again and again, is a tenth of the time
    prepare_input_method()
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("kezha")
    qt.setQuitOnLastWindowClosed(False)  # a question before the first window, or one window in place of another
    beginning = Beginning(qt)
    if shown:
        beginning.show_frame(given)
    return beginning


def settle() -> None:
    """Let the collector work from now on; what was loaded so far is never looked through again."""
    gc.freeze()
    gc.enable()


def prepare_input_method() -> None:
    """Chinese Linux desktops ask for fcitx, for which Qt's wheels have no plugin; fcitx 5 also answers as ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULES"] = "fcitx;ibus"
