"""Points from 0 to 100 on a bar with the limits that matter: where one stands, and how far it is to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.charts.dyes import Dye
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.theme import Theme
from desktop.ui.kit.tips import plain_tip


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold on the bar and its short name ("A")."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Points:
    """`value` from 0 to `most`, None where it cannot be said; `text` and `weight` stand beside the bar as they are."""

    value: float | None
    text: str
    weight: str = ""
    limits: tuple[Limit, ...] = ()
    most: float = 100
    dye: Dye | None = None


def paint_scale(painter: QPainter, box: QRectF, points: Points, look: Theme, words_room: int = 84) -> None:
    """Paint it into any box: at least 30 px high where there are limits or a weight, else 18.

    `words_room` is the width of the words at the right at 100 %, the same for all bars of a column so that they align.
    """
    letters, px = Lettering(look), look.px
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar_room = max(box.width() - min(px(words_room), box.width() / 2), 1.0)
    note, thick = letters.height("note"), px(10)
    high = thick + (note + px(3) if points.limits else 0)
    bar = QRectF(box.left() + px(1), box.center().y() - high / 2, bar_room - px(2), thick)
    painter.setPen(QPen(letters.colour("border"), 1))
    painter.setBrush(letters.colour("sunken"))
    painter.drawRect(bar)
    if points.value is not None and math.isfinite(points.value):
        share = min(max(points.value / points.most, 0.0), 1.0) if points.most > 0 else 0.0
        colour = points.dye.colour(look.palette) if points.dye else letters.colour("accent")
        painter.fillRect(QRectF(bar.left() + 0.5, bar.top() + 0.5, (bar.width() - 1) * share, bar.height() - 1), colour)
    _paint_limits(painter, bar, points, letters)
    words = QRectF(box.left() + bar_room, box.top(), box.width() - bar_room, box.height())
    line = letters.height()
    if points.weight:
        words.setTop(box.center().y() - (line + note) / 2)
        below = QRectF(words.left(), words.top() + line, words.width(), note)
        letters.write(painter, below, points.weight, "muted", size="note", align="right")
        words.setHeight(line)
    letters.write(
        painter, words, points.text, "text" if points.value is not None else "muted", bold=True, align="right"
    )
    painter.restore()


def _paint_limits(painter: QPainter, bar: QRectF, points: Points, letters: Lettering) -> None:
    """Ticks through the bar with their names below; names that would touch the one before are left out."""
    px, free = letters.look.px, -math.inf
    for limit in sorted(points.limits, key=lambda one: one.at):
        if not (points.most > 0 and 0 <= limit.at <= points.most):
            continue
        at = bar.left() + bar.width() * limit.at / points.most
        for colour, wide in (("surface", px(3)), ("text", 1)):  # the light edge sets it off on a dark bar
            painter.setPen(QPen(letters.colour(colour), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(at, bar.top() - px(2)), QPointF(at, bar.bottom() + px(3)))
        room = letters.width(limit.label, "note")
        left = min(max(at - room / 2, bar.left()), bar.right() - room)
        if left > free:
            words = QRectF(left, bar.bottom() + px(3), room, letters.height("note"))
            letters.write(painter, words, limit.label, "muted", size="note")
            free = left + room + px(3)


class ScaleBar(QWidget):
    """`put(Points(...), "Purchases")`: the name and all figures are read aloud and stand in the tip."""

    def __init__(self, width: int = 200, words_room: int = 84, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points, self._wide, self._words_room = Points(None, ""), width, words_room
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.watch.changed.connect(self.updateGeometry)

    def put(self, points: Points, name: str) -> None:
        """Show these points."""
        self._points = points
        told = [text for text in (points.text, points.weight) if text]
        told += [f"{limit.label} ≥ {limit.at:g}" for limit in points.limits]
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(told))
        self.setToolTip(plain_tip("\n".join((name, *told))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._wide), theme.px(38 if self._points.limits or self._points.weight else 22))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_scale(QPainter(self), QRectF(self.rect()), self._points, theme.theme(), self._words_room)
