"""A handful of numbers as a tiny line or tiny bars, for a card or the cell of a list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.theme import Theme
from desktop.ui.kit.tips import plain_tip


@dataclass(frozen=True, slots=True)
class Few:
    """Numbers from the oldest, None where one is unknown; `texts` tell each as it is to be read ("2026-03：3 次")."""

    values: tuple[float | None, ...]
    texts: tuple[str, ...] = ()
    shape: Literal["line", "bars"] = "line"


def paint_spark(painter: QPainter, box: QRectF, few: Few, look: Theme) -> None:
    """Paint it into any box; zero is a hairline, what lies below is red and stands below it."""
    known = [value for value in few.values if value is not None and math.isfinite(value)]
    if not known:
        return
    low, high = min(0.0, *known), max(0.0, *known)
    span = high - low or 1.0

    def height(value: float) -> float:
        return box.bottom() - (value - low) / span * box.height()

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.palette.border), 1))
    painter.drawLine(QPointF(box.left(), height(0)), QPointF(box.right(), height(0)))
    each = box.width() / len(few.values)
    places = [
        None if value is None or not math.isfinite(value) else QPointF(box.left() + (n + 0.5) * each, height(value))
        for n, value in enumerate(few.values)
    ]
    if few.shape == "bars":
        _paint_bars(painter, places, height(0), each, look)
    else:
        _paint_line(painter, places, look)
    painter.restore()


def _paint_bars(painter: QPainter, places: Sequence[QPointF | None], zero: float, each: float, look: Theme) -> None:
    wide = max(each * 0.7, 1.0)
    for place in places:
        if place is not None and place.y() != zero:
            colour = QColor(look.palette.red if place.y() > zero else look.palette.accent)
            painter.fillRect(QRectF(place.x() - wide / 2, zero, wide, place.y() - zero).normalized(), colour)


def _paint_line(painter: QPainter, places: Sequence[QPointF | None], look: Theme) -> None:
    """Broken where a number is unknown; the last one has a dot, it is what counts today."""
    painter.setPen(QPen(QColor(look.palette.accent), 1.5))
    last, shown = None, [place for place in places if place is not None]
    for place in places:
        if place is not None and last is not None:
            painter.drawLine(last, place)
        last = place
    painter.setBrush(QColor(look.palette.accent))
    edged = [None, *places, None]
    alone = [p for n, p in enumerate(places) if p is not None and edged[n] is None and edged[n + 2] is None]
    for dot in (*alone, shown[-1]):
        painter.drawEllipse(dot, look.px(2), look.px(2))


class Spark(QWidget):
    """`put(Few(...), "Orders per month")`: the name and all figures are read aloud and stand in the tip."""

    def __init__(self, width: int = 80, height: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._few, self._wide, self._high = Few(()), width, height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.watch.changed.connect(self.updateGeometry)

    def put(self, few: Few, name: str) -> None:
        """Show these numbers."""
        self._few = few
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(few.texts))
        self.setToolTip(plain_tip("\n".join((name, *few.texts))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._wide), theme.px(self._high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_spark(QPainter(self), QRectF(self.rect()).adjusted(2, 3, -2, -3), self._few, theme.theme())
