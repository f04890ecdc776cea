"""The rail on the left: the places of a day, an icon with its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from desktop.ui.kit import icons, theme
from desktop.ui.kit.paint import ink_of, pill
from desktop.ui.words import current


@dataclass(frozen=True, slots=True)
class RailItem:
    """A place: `title` is English marked with N_; `low` puts it at the lower end."""

    key: str
    title: str
    icon: str
    low: bool = False


class Rail(QFrame):
    """`chosen(key)` when the user goes to a place, by mouse, arrow keys or Ctrl+1…9."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem]) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self._buttons: dict[str, _RailButton] = {}
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        box.setSpacing(0)
        high = [item for item in items if not item.low]
        for number, item in enumerate([*high, *(item for item in items if item.low)]):
            if number == len(high):
                box.addStretch(1)
            made = self._make(item, number + 1)
            box.addWidget(made, 4)
        if len(high) == len(items):
            box.addStretch(1)
        self.setFixedWidth(theme.px(76))
        theme.watch.changed.connect(self._measure)

    def _make(self, item: RailItem, number: int) -> _RailButton:
        made = _RailButton(item)
        self._group.addButton(made)
        self._buttons[item.key] = made
        made.clicked.connect(lambda: self._choose(item.key))
        made.installEventFilter(self)
        if number <= 9:
            keys = QKeySequence(f"Ctrl+{number}")
            QShortcut(keys, self).activated.connect(lambda: self._choose(item.key))
            made.setToolTip(f"{made.text()} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        return made

    def _measure(self) -> None:
        self.setFixedWidth(theme.px(76))
        for button in self._buttons.values():
            button.measure()

    def _choose(self, key: str) -> None:
        self.go_to(key)
        self.chosen.emit(key)

    def go_to(self, key: str) -> None:
        """Show that this is where one is; tells nobody."""
        self._buttons[key].setChecked(True)

    def say(self, key: str, mark: str) -> None:
        """A small red mark at a place, such as how many are overdue; "" for none."""
        self._buttons[key].mark = mark
        self._buttons[key].update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys walk along the rail."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            keys = list(self._buttons)
            here = next((n for n, key in enumerate(keys) if self._buttons[key] is watched), None)
            if step is not None and here is not None:
                self._buttons[keys[(here + step) % len(keys)]].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)


class _RailButton(QToolButton):
    def __init__(self, item: RailItem) -> None:
        super().__init__()
        self.mark = ""
        self._icon = item.icon
        self.setText(current().text(item.title))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("look", "rail")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        icons.put(self, item.icon, size=22)
        self.toggled.connect(lambda on: icons.put(self, self._icon, "accent" if on else None, size=22))
        self.measure()

    def measure(self) -> None:
        """Take the height for the text size in use; ten places at 150 % still fit 768 pixels."""
        self.setMinimumHeight(theme.px(46))
        self.setMaximumHeight(theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.mark:
            painter = QPainter(self)
            painter.setFont(theme.ui_font(theme.px(11)))
            width = max(painter.fontMetrics().horizontalAdvance(self.mark) + theme.px(8), theme.px(16))
            pill(
                painter,
                QRect(self.width() // 2 + theme.px(4), theme.px(4), width, theme.px(15)),
                self.mark,
                ink_of("red"),
            )
