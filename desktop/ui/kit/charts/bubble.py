"""What shows the mark under the mouse or the keyboard: an edge around it, its figures on a small sheet beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.marks import Mark
from desktop.ui.kit.theme import Theme


def paint_bubble(painter: QPainter, look: Theme, text: str, beside: QRectF, within: QRectF) -> QRectF:
    """Paint the lines of `text`, the first in bold, near `beside` and inside `within`; gives where it stands."""
    letters = Lettering(look)
    lines = text.split("\n")
    pad, high = look.px(8), letters.height() + look.px(2)
    wide = max(letters.width(lines[0], bold=True), letters.widest(lines[1:])) + 2 * pad
    box = _placed(beside, within, min(wide, within.width()), min(high * len(lines) + pad, within.height()), look.px(6))
    painter.save()
    painter.setBrush(QColor(look.palette.raised))
    painter.setPen(QPen(QColor(look.palette.border), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
    for number, line in enumerate(lines):
        room = QRectF(box.left() + pad, box.top() + pad / 2 + number * high, box.width() - 2 * pad, high)
        if room.bottom() <= box.bottom():
            letters.write(painter, room, line, bold=number == 0)
    painter.restore()
    return box


def paint_ring(painter: QPainter, look: Theme, mark: Mark, *, focused: bool) -> None:
    """Paint an edge around a mark: strong for the keyboard, thin for the mouse."""
    painter.setPen(QPen(QColor(look.palette.accent if focused else look.palette.text), 2 if focused else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = mark.box.adjusted(-1, -1, 1, 1)
    if mark.round:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 2, 2)


def _placed(beside: QRectF, within: QRectF, wide: float, high: float, gap: float) -> QRectF:
    """Above the mark, else below it, else to its side: the mark itself stays in sight where there is room."""
    left = min(max(beside.center().x() - wide / 2, within.left()), within.right() - wide)
    if beside.top() - gap - high >= within.top():
        return QRectF(left, beside.top() - gap - high, wide, high)
    if beside.bottom() + gap + high <= within.bottom():
        return QRectF(left, beside.bottom() + gap, wide, high)
    top = min(max(beside.center().y() - high / 2, within.top()), within.bottom() - high)
    if beside.right() + gap + wide <= within.right():
        return QRectF(beside.right() + gap, top, wide, high)
    return QRectF(max(beside.left() - gap - wide, within.left()), top, wide, high)
