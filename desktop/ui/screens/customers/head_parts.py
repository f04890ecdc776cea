"""What the head of the card is made of: pills that open a menu, and the phone that is copied with a click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.paint import ink_of, pill
from desktop.ui.kit.palettes import Tone
from desktop.ui.words import tr


class PillButton(QAbstractButton):
    """A pill that opens a menu."""

    def __init__(self, what: str, menu: Callable[[], QMenu]) -> None:
        super().__init__()
        self._what, self._menu = what, menu
        self._tone: str | int = "grey"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.pop_up)

    def say(self, text: str, tone: Tone | str | int) -> None:
        """Show a word in a tone, or in the ink of a tier's rank."""
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(f"{self._what}: {text}")
        self.setToolTip(self._what)
        self.updateGeometry()
        self.update()

    def pop_up(self) -> None:
        """Open the menu under the pill."""
        menu = self._menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme.px(32), theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, ink = QPainter(self), ink_of(self._tone)
        pill(painter, self.rect(), "", ink)
        painter.setPen(QPen(theme.colour("text") if ink is None else ink.text))
        words = self.rect().adjusted(theme.px(7), 0, -theme.px(22), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter.value), self.text())
        side = theme.px(14)
        at = self.width() - side - theme.px(6)
        painter.drawPixmap(at, (self.height() - side) // 2, icons.pixmap("chevron-down", ink.text, 14))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))


class PhoneCopy(QWidget):
    """The first phone, shown in groups, copied bare with one click."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._bare = ""
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon of copying behind the number
        icons.put(self.button, "copy", size=14)
        self.button.clicked.connect(self.copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)

    def say(self, shown: str, bare: str) -> None:
        """Show a number and copy `bare`; "" hides it."""
        self._bare = bare
        self.button.setText(shown)
        self.button.setToolTip(tr("Copy {value}", value=shown))
        self.button.setAccessibleName(tr("Copy {value}", value=shown))
        self.setVisible(bool(shown))

    def copy(self) -> None:
        """Put the bare number on the clipboard."""
        QGuiApplication.clipboard().setText(self._bare)
        self.copied.emit(self.button.text())
