"""The Pareto curve: how much of the whole the first so many have."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.curve_marks import CurveMarks
from desktop.ui.kit.charts.curves import Cut, MarkedPoint, Shares, thinned
from desktop.ui.kit.charts.legend import Entry, Legend, stroke
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.plot import Axis, Plot
from desktop.ui.kit.charts.side_bars import UNKNOWN
from desktop.ui.kit.charts.tables import Table
from desktop.ui.kit.charts.ticks import round_ticks
from desktop.ui.kit.theme import Theme

STEPS = 20  # lines of the copied table: every 5 %


class ShareCurve(Chart):
    """Shows `Shares`."""

    _values: Shares | None = None

    def put(self, values: Shares | None) -> None:
        """Show these curves."""
        self._values = values
        self._news()

    def _drawing(self, area: QRectF, look: Theme) -> _Drawn | None:
        values = self._values
        return _Drawn(values, area, look) if values and any(curve.shares for curve in values.curves) else None

    def table(self) -> Table:
        """The curves at every 5 %, and the marked points."""
        values = self._values or Shares(())
        rows = []
        for step in range(1, STEPS + 1):
            # In whole numbers: 0.15 × 20 would be a little more than 3.
            told = [_told(curve.shares, -(-step * len(curve.shares) // STEPS)) for curve in values.curves]
            rows.append((values.tell(step / STEPS), *told))
        for point in values.points:
            told = ["" for _ in values.curves]
            told[point.curve] = _told(values.curves[point.curve].shares, point.count)
            rows.append((point.label, *told))
        return Table((values.x_title, *(curve.label for curve in values.curves)), tuple(rows))


def _told(shares: Sequence[float], count: int) -> str:
    known = 1 <= count <= len(shares) and math.isfinite(shares[count - 1])
    return f"{shares[count - 1]:.2%}" if known else UNKNOWN


class _Drawn:
    def __init__(self, values: Shares, area: QRectF, look: Theme) -> None:
        self._values, self._letters = values, Lettering(look)
        entries = [Entry(curve.label, stroke(curve.dye, self._letters)) for curve in values.curves]
        self._legend = Legend(entries if len(entries) > 1 else [], area, self._letters)
        below = QRectF(area.left(), self._legend.bottom, area.width(), area.bottom() - self._legend.bottom)
        self._lines = [thinned(curve.shares, max(int(area.width() / 2), 1)) for curve in values.curves]
        heights = [y for line in self._lines for _, y in line]
        y = Axis(round_ticks(min(heights), max(1.0, *heights), 8), values.tell, values.y_title)
        x = Axis(tuple(n / 10 for n in range(0, 11, 2)), values.tell, values.x_title)
        self._plot = Plot(below, x, y, self._letters)
        self.marks = CurveMarks(values, self._plot, look)

    def paint(self, painter: QPainter) -> None:
        self._legend.paint(painter)
        self._plot.paint(painter)
        for cut in self._values.cuts:
            self._paint_cut(painter, cut)
        for curve, line in zip(self._values.curves, self._lines, strict=True):
            if curve.shares:
                painter.setPen(curve.dye.pen(self._letters.look))
                painter.drawPolyline(QPolygonF([self._plot.point(x, y) for x, y in line]))
        taken: list[QRectF] = []
        for number, point in enumerate(self._values.points):
            place = self.marks.place(number)
            if place is not None:
                self._paint_point(painter, point, place, taken)

    def _paint_cut(self, painter: QPainter, cut: Cut) -> None:
        letters, field, px = self._letters, self._plot.field, self._letters.look.px
        line = letters.height("note")
        wide = letters.width(cut.label, "note") + px(4)
        painter.setPen(QPen(letters.colour("muted"), 1, Qt.PenStyle.DashLine))
        if cut.axis == "x":
            at = self._plot.x.place(cut.share)
            painter.drawLine(QPointF(at, field.top()), QPointF(at, field.bottom()))
            left = at - wide if at + wide > field.right() else at + px(4)
            words = QRectF(left, field.bottom() - line - px(2), wide, line)
        else:
            at = self._plot.y.place(cut.share)
            painter.drawLine(QPointF(field.left(), at), QPointF(field.right(), at))
            words = QRectF(field.right() - wide, at - line - px(1), wide, line)
        letters.write(painter, words, cut.label, "muted", size="note")

    def _paint_point(self, painter: QPainter, point: MarkedPoint, place: QPointF, taken: list[QRectF]) -> None:
        letters, field, px = self._letters, self._plot.field, self._letters.look.px
        painter.setPen(QPen(letters.colour("text"), 1, Qt.PenStyle.DotLine))
        for start, end in pairwise((QPointF(place.x(), field.bottom()), place, QPointF(field.left(), place.y()))):
            painter.drawLine(start, end)
        painter.setPen(QPen(letters.colour("surface"), 1.5))
        painter.setBrush(self._values.curves[point.curve].dye.brush(letters.look.palette))
        painter.drawEllipse(place, px(5), px(5))
        words = self._room(place, letters.width(point.label, bold=True), taken)
        taken.append(words)
        haze = QColor(letters.colour("surface"))
        haze.setAlpha(215)
        painter.fillRect(words.adjusted(-px(3), 0, px(3), 0), haze)
        letters.write(painter, words, point.label, bold=True)

    def _room(self, place: QPointF, wide: float, taken: list[QRectF]) -> QRectF:
        """Right of the point and a little lower, where the curve is not; below the labels that stand there already."""
        field, px, high = self._plot.field, self._letters.look.px, self._letters.height() + 2
        left = place.x() + px(10)
        if left + wide > field.right():
            left = max(field.right() - wide, field.left())
        words = QRectF(left, min(place.y() + px(8), field.bottom() - high), min(wide, field.width()), high)
        while any(words.intersects(other) for other in taken) and words.bottom() + high < field.bottom():
            words.translate(0, high)
        return words
