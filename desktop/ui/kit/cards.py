"""Sheets of paper on the desk: figures, and the large choices of the first start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.field_view import ValueLabel


class Sheet(QFrame):
    """A white sheet with an optional title; add to `box`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        self.box.setSpacing(theme.px(4))
        if title:
            head = QLabel(title)
            head.setProperty("look", "section")
            self.box.addWidget(head)


class KeyValueCard(Sheet):
    """Pairs of a name and a value: what was computed of a customer, a round, a file."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self.box.addLayout(self._grid)
        self.box.addStretch(1)

    def put(self, pairs: Sequence[tuple[str, str] | tuple[str, str, str]]) -> None:
        """Show pairs (name, value), optionally with a look for the value: "bad", "good", "warn", "figure"."""
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for row, (name, value, *look) in enumerate(pairs):
            label = QLabel(name)
            label.setProperty("look", "label")
            shown = ValueLabel(value)
            if look and value:
                shown.setProperty("look", look[0])
            shown.setAccessibleName(f"{name}: {value}")
            large = "figure" in look
            place = Qt.AlignmentFlag.AlignVCenter if large else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label, row, 0, place)
            self._grid.addWidget(shown, row, 1)


class ChoiceTile(QAbstractButton):
    """A large choice: icon, what it is, and a sentence on when to take it."""

    def __init__(self, icon: str, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._explanation = icon, explanation
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(196))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(196))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self.underMouse()
        painter.setBrush(theme.colour("hover" if self.isDown() else "surface"))
        painter.setPen(QPen(theme.colour("accent" if lit else "thumb"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        edge, width = theme.px(20), self.width() - 2 * theme.px(20)
        painter.drawPixmap(edge, edge, icons.pixmap(self._icon, "accent" if self.isEnabled() else "faint", 36))
        painter.setPen(theme.colour("text" if self.isEnabled() else "faint"))
        painter.setFont(theme.ui_font(theme.px(17), bold=True))
        left_top = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
        painter.drawText(QRect(edge, theme.px(68), width, theme.px(28)), left_top, self.text())
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.ui_font(theme.px(13)))
        words = QRect(edge, theme.px(102), width, self.height() - theme.px(110))
        painter.drawText(words, left_top | int(Qt.TextFlag.TextWordWrap.value), self._explanation)
