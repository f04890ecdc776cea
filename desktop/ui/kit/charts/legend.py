"""The line above a chart that says which colour or shape means what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit.charts.dyes import Dye
from desktop.ui.kit.charts.lettering import Lettering

Sample = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One explained sign: `sample` paints it into a small box."""

    label: str
    sample: Sample


class Legend:
    """Entries side by side in as many lines as `area` is too narrow for; `bottom` is where the chart may begin."""

    def __init__(self, entries: Sequence[Entry], area: QRectF, letters: Lettering) -> None:
        px, self._letters = letters.look.px, letters
        self._places: list[tuple[Entry, QRectF, QRectF]] = []
        high, left, top = letters.height("note") + px(4), area.left(), area.top()
        for entry in entries:
            words = min(letters.width(entry.label, "note"), area.width() - px(26))
            if left > area.left() and left + px(26) + words > area.right():
                left, top = area.left(), top + high
            sample = QRectF(left, top, px(20), high)
            self._places.append((entry, sample, QRectF(left + px(26), top, words, high)))
            left += px(26) + words + px(18)
        self.bottom = top + high + px(6) if entries else area.top()

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        for entry, sample, words in self._places:
            painter.save()
            entry.sample(painter, sample)
            painter.restore()
            self._letters.write(painter, words, entry.label, "muted", size="note")


def swatch(dye: Dye, letters: Lettering) -> Sample:
    """A filled square."""

    def paint(painter: QPainter, box: QRectF) -> None:
        paint_swatch(painter, box, dye, letters)

    return paint


def stroke(dye: Dye, letters: Lettering) -> Sample:
    """A piece of a line."""

    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setPen(dye.pen(letters.look))
        middle = box.center().y()
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))

    return paint


def paint_swatch(painter: QPainter, box: QRectF, dye: Dye, letters: Lettering) -> None:
    """A filled square in the middle of `box`."""
    side = letters.look.px(11)
    square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    painter.setBrush(dye.brush(letters.look.palette))
    painter.setPen(QPen(dye.outline(letters.look.palette), 1))
    painter.drawRoundedRect(square, 2, 2)
