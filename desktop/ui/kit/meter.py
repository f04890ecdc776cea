"""A thin bar with its percentage, which leads somewhere when it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.kit import theme

FULL, HALF = 100, 60


class Meter(QAbstractButton):
    """`say(72, "Completeness")`; the name and the figure are read aloud together."""

    def __init__(self, width: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent, self._width = 0, width
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def percent(self) -> int:
        """What it shows."""
        return self._percent

    def say(self, percent: int, what: str, tip: str = "") -> None:
        """Show a percentage, 0 to 100."""
        self._percent = percent
        self.setText(f"{percent}%")
        self.setAccessibleName(f"{what}: {percent}%")
        self.setToolTip(tip or f"{what} {percent}%")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            theme.px(self._width) + theme.px(6) + self.fontMetrics().horizontalAdvance("100%") + 4, theme.px(20)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick, long = theme.px(6), theme.px(self._width)
        top = (self.height() - thick) / 2
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(QRectF(2, top, long, thick), thick / 2, thick / 2)
        if self._percent:
            painter.setBrush(theme.colour(self._colour()))
            painter.drawRoundedRect(QRectF(2, top, max(long * self._percent / 100, thick), thick), thick / 2, thick / 2)
        painter.setPen(QPen(theme.colour("muted")))
        words = self.rect().adjusted(2 + long + theme.px(6), 0, 0, 0)
        painter.drawText(words, int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value), self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))

    def _colour(self) -> str:
        if self._percent >= FULL:
            return "green"
        return "accent" if self._percent >= HALF else "amber"
