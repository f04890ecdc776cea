"""What stands where there is nothing yet: what it would be, and how to get it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.buttons import button


class Picture(QWidget):
    """An icon as a picture, in the colours of the look in use."""

    def __init__(self, name: str, colour: str = "muted", size: int = 40) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        self.setFixedSize(theme.px(size), theme.px(size))

    def show_icon(self, name: str, colour: str = "muted") -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, icons.pixmap(self._name, self._colour, self._size))


class EmptyState(QFrame):
    """Icon, sentence, and at most one button that does something about it."""

    def __init__(
        self, icon: str = "inbox", sentence: str = "", action: str = "", do: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__()
        self.setProperty("look", "pane")
        self._do = do
        self._icon = Picture(icon)
        self._sentence = QLabel(sentence)
        self._sentence.setProperty("look", "muted")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMaximumWidth(theme.px(360))
        self._widen()
        self.button: QPushButton = button(action, self._run)
        box = QVBoxLayout(self)
        box.setSpacing(theme.px(12))
        box.addStretch(2)
        for widget in (self._icon, self._sentence, self.button):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            box.addLayout(row)
        box.addStretch(3)
        self.button.setVisible(bool(action))  # only now: a button without a place would open as a window

    def _widen(self) -> None:
        """One line as long as it fits: by itself Qt breaks a short sentence for its last sign."""
        wanted = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text()) + theme.px(8)
        self._sentence.setMinimumWidth(min(max(wanted, theme.px(200)), theme.px(360)))

    def _run(self) -> None:
        self._do()

    def say(self, icon: str, sentence: str, action: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Say something else: an empty file and a filter without hits need different advice."""
        self._do = do
        self._icon.show_icon(icon)
        self._sentence.setText(sentence)
        self._widen()
        self.button.setText(action)
        self.button.setVisible(bool(action))
