"""A box that finds one thing by what one types: a line, and below it the hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.inputs import Line
from desktop.ui.kit.search_box import Hit
from desktop.ui.words import tr

Find = Callable[[str], Sequence[Hit]]

_KEY = Qt.ItemDataRole.UserRole
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_UP_AND_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Picker(QDialog):
    """`picked` is the key of the hit that was taken. The cursor stays in the line; arrows move in the hits."""

    def __init__(self, question: str, find: Find, yes: str, parent: QWidget | None = None, typed: str = "") -> None:
        super().__init__(parent)
        self._find = find
        self.picked: object = None
        self.setWindowTitle(tr("Kezha"))
        self.resize(theme.px(520), theme.px(380))
        self.line = Line()
        self.line.setPlaceholderText(tr("Name, pinyin, number or phone"))
        self.line.setAccessibleName(question)
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.hits = QListWidget()
        self.hits.setAccessibleName(tr("Found"))
        self.hits.setUniformItemSizes(True)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = QLabel()
        self.none.setProperty("look", "muted")
        self.yes = button(yes, self.accept, look="primary")
        self.yes.setDefault(True)
        self._lay_out(question)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(0)  # keys that came meanwhile are looked up together
        self._wait.timeout.connect(self.look_up)
        self.line.textChanged.connect(lambda _: self._wait.start())
        self.hits.itemDoubleClicked.connect(lambda _: self.accept())
        self.hits.currentItemChanged.connect(lambda *_: self.yes.setEnabled(self.hits.currentItem() is not None))
        self.line.setText(typed)
        self.look_up()

    def _lay_out(self, question: str) -> None:
        said = QLabel(question)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.none, 1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(8))
        for widget in (said, self.line, self.hits):
            box.addWidget(widget)
        box.addLayout(foot)

    def look_up(self) -> None:
        """Find now what is typed."""
        self._wait.stop()
        self.hits.clear()
        for hit in self._find(self.line.text().strip()):
            words = " · ".join(filter(None, (hit.title, hit.detail)))
            item = QListWidgetItem(icons.icon(hit.icon), words, self.hits)
            item.setData(_KEY, [hit.key])  # in a list: Qt would cut a long number
            item.setSizeHint(QSize(0, theme.px(30)))
        self.hits.setCurrentRow(0)
        typed = bool(self.line.text().strip())
        self.none.setText(tr("Nothing found") if typed and not self.hits.count() else "")
        self.yes.setEnabled(self.hits.count() > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:  # the button may still be waiting for the hits of the last key
            self.accept()
            return True
        if event.key() in _UP_AND_DOWN:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(Qt.Key(event.key()), 8)
            last = self.hits.count() - 1
            self.hits.setCurrentRow(max(0, min(self.hits.currentRow() + step, last)))
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        if self._wait.isActive():
            self.look_up()
        item = self.hits.currentItem()
        if item is not None:
            self.picked = item.data(_KEY)[0]
            super().accept()
