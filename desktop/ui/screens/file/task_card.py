"""Something that can be done, with a sentence on when to do it: smaller than the choices of the first start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui.kit import icons, theme


class TaskCard(QAbstractButton):
    """A button with an icon on the left, its title, and an explanation below."""

    def __init__(self, icon: str, title: str, explanation: str, do: Callable[[], object]) -> None:
        super().__init__()
        self._icon, self._explanation = icon, explanation
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explanation)
        self.setToolTip(explanation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda _=False: do())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(88))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(88))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isEnabled()
        lit = on and (self.hasFocus() or self.underMouse())
        painter.setBrush(theme.colour("hover" if self.isDown() else "surface"))
        painter.setPen(QPen(theme.colour("accent" if lit else "thumb"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        side = theme.px(24)
        painter.drawPixmap(theme.px(16), theme.px(14), icons.pixmap(self._icon, "accent" if on else "faint", 24))
        left, width = theme.px(28) + side, self.width() - theme.px(40) - side
        painter.setPen(theme.colour("text" if on else "faint"))
        painter.setFont(theme.ui_font(theme.px(14), bold=True))
        top_left = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
        painter.drawText(QRect(left, theme.px(14), width, theme.px(22)), top_left, self.text())
        painter.setPen(theme.colour("muted" if on else "faint"))
        painter.setFont(theme.ui_font(theme.px(13)))
        wrapped = top_left | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(QRect(left, theme.px(40), width, theme.px(44)), wrapped, self._explanation)
