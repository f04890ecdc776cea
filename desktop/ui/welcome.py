"""The first screen: a new file, an existing one, or the sample office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.memory import Memory
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask, FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.cards import ChoiceTile
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class Opening:
    """Which file is to be opened, and how."""

    path: Path
    create: bool = False
    sample: bool = False
    read_only: bool = False
    take_over: bool = False


class Welcome(QWidget):
    """Three large choices, and the files of last time below them."""

    def __init__(self, memory: Memory, open_file: Callable[[Opening], bool], ask: Ask | None = None) -> None:
        super().__init__()
        self._memory, self._open, self.ask = memory, open_file, ask or Ask(self)
        self.setWindowTitle(tr("Kezha"))
        self.resize(theme.px(920), theme.px(560))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(48), theme.px(40), theme.px(48), theme.px(32))
        box.setSpacing(theme.px(12))
        head = QLabel(tr("Kezha customer cards"))
        head.setProperty("look", "title")
        line = QLabel(
            tr("All customer cards of the office in one file: it prints, reminds, explains and can be handed on.")
        )
        line.setProperty("look", "muted")
        line.setWordWrap(True)
        for label in (head, line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(label)
        box.addSpacing(theme.px(16))
        tiles = QHBoxLayout()
        tiles.setSpacing(theme.px(16))
        self.new = ChoiceTile(
            "file-plus", tr("New file"), tr("Start with an empty file and bring your list in from Excel.")
        )
        self.open = ChoiceTile(
            "folder-open", tr("Open a file"), tr("A Kezha file of this office, or one handed to you.")
        )
        self.sample = ChoiceTile("eye", tr("Look at the sample"), tr("An office with 300 customers to look around in."))
        for tile, do in ((self.new, self._new), (self.open, self._choose), (self.sample, self._sample)):
            tile.clicked.connect(lambda _=False, do=do: do())
            tiles.addWidget(tile, 1)
        box.addLayout(tiles)
        self._recent(box)
        box.addStretch(1)

    def _recent(self, box: QVBoxLayout) -> None:
        found = [path for path in map(Path, self._memory.of.recent) if path.is_file()][:4]
        if not found:
            return
        box.addSpacing(theme.px(16))
        label = QLabel(tr("Opened lately"))
        label.setProperty("look", "label")
        box.addWidget(label)
        for path in found:
            made = button(str(path), lambda path=path: self._open(Opening(path)), icon="database", look="quiet")
            box.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _kinds(self) -> list[FileKind]:
        return [FileKind(tr("Kezha files"), ("kezha",))]

    def _folder(self) -> Path:
        kept = self._memory.of.last_folder
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    def _new(self) -> None:
        path = self.ask.save_file(tr("New Kezha file"), self._folder() / tr("Customers.kezha"), self._kinds())
        if path is not None:
            named = path if path.suffix == ".kezha" else path.with_name(path.name + ".kezha")
            self._open(Opening(named, create=True))

    def _choose(self) -> None:
        path = self.ask.open_file(tr("Open a Kezha file"), self._kinds(), self._folder())
        if path is not None:
            self._open(Opening(path))

    def _sample(self) -> None:
        self._open(Opening(Path(), sample=True))
