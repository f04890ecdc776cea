"""The first screen: a new file, an existing one, or the sample office."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.memory import Memory
from desktop.ui.dropping import FileSort, dropped_files, sort_of
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.kit.buttons import button
from desktop.ui.kit.cards import ChoiceTile
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.kit.status import ProgressStrip
from desktop.ui.opening import Opening, ask_file, ask_new
from desktop.ui.status_line import STEPS
from desktop.ui.words import current, tr
from desktop.words import LANGUAGES

WIDTH, HEIGHT = 940, 580  # px at 100 %
MOST_RECENT = 4


class Welcome(QWidget):
    """Three large choices, the files of last time below them, and at the foot the language.

    `closed` when the user closes it; `language_chosen(code)` asks for the program in another language.
    """

    closed = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, memory: Memory, open_file: Callable[[Opening], object], jobs: Jobs, ask: Ask | None = None
    ) -> None:
        super().__init__()
        self._memory, self._open, self.ask = memory, open_file, ask or Ask(self)
        self._jobs = jobs
        self.setProperty("look", "welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Kezha"))
        self.setAcceptDrops(True)
        room = self.screen().availableSize()
        self.resize(min(theme.px(WIDTH), room.width()), min(theme.px(HEIGHT), room.height() - theme.px(40)))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(48), theme.px(36), theme.px(48), theme.px(12))
        box.setSpacing(theme.px(8))
        box.addStretch(1)
        self._head(box)
        self._tiles(box)
        self._recent(box)
        box.addStretch(2)
        self._foot(box)
        jobs.started.connect(lambda _: self._wait(True))
        jobs.idle.connect(lambda: self._wait(False))

    def _head(self, box: QVBoxLayout) -> None:
        head = QLabel(tr("Kezha customer cards"))
        head.setProperty("look", "headline")
        line = QLabel(
            tr("All customer cards of the office in one file: it prints, reminds, explains and can be handed on.")
        )
        line.setProperty("look", "muted")
        line.setWordWrap(True)
        self.note = QLabel()
        self.note.setProperty("look", "warn")
        self.note.setWordWrap(True)
        self.note.hide()
        for label in (head, line, self.note):
            box.addWidget(label)
        box.addSpacing(theme.px(12))

    def _tiles(self, box: QVBoxLayout) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(theme.px(16))
        self.new = ChoiceTile(
            "file-plus", tr("New file"), tr("Start with an empty file and bring your list in from Excel.")
        )
        self.open = ChoiceTile(
            "folder-open", tr("Open a file"), tr("A Kezha file of this office, or one handed to you.")
        )
        self.sample = ChoiceTile(
            "sparkles", tr("Look at the sample"), tr("An office with 300 customers to look around in.")
        )
        for tile, do in ((self.new, self._new), (self.open, self._choose), (self.sample, self._sample)):
            tile.clicked.connect(do)
            tiles.addWidget(tile, 1)
        box.addLayout(tiles)

    def _recent(self, box: QVBoxLayout) -> None:
        self.recent = QFrame()
        lines = QVBoxLayout(self.recent)
        lines.setContentsMargins(0, theme.px(16), 0, 0)
        lines.setSpacing(theme.px(2))
        found = [path for path in map(Path, self._memory.of.recent) if path.is_file()][:MOST_RECENT]
        if found:
            label = QLabel(tr("Opened lately"))
            label.setProperty("look", "section")
            lines.addWidget(label)
        for path in found:
            opened = button(path.stem, partial(self._open, Opening(path)), icon="database", look="quiet")
            opened.setToolTip(str(path))
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(opened)
            row.addWidget(ElidedLabel(str(path.parent), "small"), 1)
            lines.addLayout(row)
        box.addWidget(self.recent)
        self.recent.setVisible(bool(found))

    def _foot(self, box: QVBoxLayout) -> None:
        row = QHBoxLayout()
        for code, name in LANGUAGES.items():
            chosen = button(name, partial(self.language_chosen.emit, code), look="quiet")
            chosen.setEnabled(code != current().language)
            row.addWidget(chosen)
        row.addStretch(1)
        row.addWidget(ProgressStrip(self._jobs, STEPS))
        box.addLayout(row)

    def say(self, sentence: str) -> None:
        """Say why one is here instead of in the file of last time; "" for nothing."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _wait(self, busy: bool) -> None:
        for widget in (self.new, self.open, self.sample, self.recent):
            widget.setDisabled(busy)

    def _folder(self) -> Path:
        kept = self._memory.of.last_folder
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    def _go(self, opening: Opening | None) -> None:
        if opening is not None:
            self._open(opening)

    def _new(self) -> None:
        self._go(ask_new(self.ask, self._folder() / tr("Customers.kezha")))

    def _choose(self) -> None:
        self._go(ask_file(self.ask, self._folder()))

    def _sample(self) -> None:
        self._open(Opening(Path(), sample=True))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(sort_of(path) is FileSort.OURS for path in dropped_files(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        ours = [path for path in dropped_files(event.mimeData()) if sort_of(path) is FileSort.OURS]
        if ours:
            event.acceptProposedAction()
            self._open(Opening(ours[0]))
