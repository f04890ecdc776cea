"""Thousands of points in a field: who brings how much, and who costs more than he brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.legend import Entry, Legend, Sample
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.plot import Axis, Plot, Tell, plain
from desktop.ui.kit.charts.scatter_marks import Dot, DotMarks
from desktop.ui.kit.charts.tables import Table
from desktop.ui.kit.charts.ticks import bent_ticks, round_ticks, straight_part
from desktop.ui.kit.theme import Theme
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class Measure:
    """One axis: what it counts, how its round numbers are told; "bent" draws large values together."""

    title: str
    tell: Tell = plain
    shape: Literal["straight", "bent"] = "straight"

    def axis(self, values: Sequence[float], most: int) -> Axis:
        """Ticks that cover `values` and zero."""
        low, high = min(0.0, *values), max(0.0, *values)
        if self.shape == "straight":
            return Axis(round_ticks(low, high, most), self.tell, self.title)
        straight = straight_part(values)
        return Axis(bent_ticks(low, high, straight, most), self.tell, self.title, straight)


@dataclass(frozen=True, slots=True)
class Dots:
    """`good` and `bad` are the words of the legend for the two kinds of points."""

    dots: tuple[Dot, ...]
    x: Measure
    y: Measure
    good: str = ""
    bad: str = ""
    head: str = ""  # what a point is, for the table


class Scatter(Chart):
    """Shows `Dots`; those whose figures are no finite numbers are in the table only."""

    _values: Dots | None = None

    def put(self, values: Dots | None) -> None:
        """Show these points."""
        self._values = values
        self._news()

    def _drawing(self, area: QRectF, look: Theme) -> _Drawn | None:
        values = self._values
        return _Drawn(values, area, look) if values and any(dot.known for dot in values.dots) else None

    def table(self) -> Table:
        values = self._values or Dots((), Measure(""), Measure(""))
        rows = (
            (d.name, d.x_text, d.y_text, *((values.bad if d.bad else "",) if values.bad else ())) for d in values.dots
        )
        extra = (tr("Note"),) if values.bad else ()
        return Table((values.head, values.x.title, values.y.title, *extra), tuple(rows))


def _single(paint: Callable[[QPainter, Sequence[QPointF]], None]) -> Sample:
    """One point of a kind, for the legend."""
    return lambda painter, box: paint(painter, [box.center()])


class _Drawn:
    def __init__(self, values: Dots, area: QRectF, look: Theme) -> None:
        self._letters = Lettering(look)
        shapes = ((values.good, self._paint_good), (values.bad, self._paint_bad))
        entries = [Entry(words, _single(paint)) for words, paint in shapes if words]
        self._legend = Legend(entries, area, self._letters)
        below = QRectF(area.left(), self._legend.bottom, area.width(), area.bottom() - self._legend.bottom)
        known = [dot for dot in values.dots if dot.known]
        x = values.x.axis([dot.x for dot in known], max(3, int(area.width() / look.px(90))))
        y = values.y.axis([dot.y for dot in known], max(3, int(area.height() / look.px(44))))
        self._plot = Plot(below, x, y, self._letters)
        places = [self._plot.point(dot.x, dot.y) for dot in known]
        self._known, self._places = known, places
        self.marks = DotMarks(known, places, look)

    def paint(self, painter: QPainter) -> None:
        self._legend.paint(painter)
        self._plot.paint(painter)
        pairs = list(zip(self._known, self._places, strict=True))
        self._paint_good(painter, [place for dot, place in pairs if not dot.bad])
        self._paint_bad(painter, [place for dot, place in pairs if dot.bad])

    def _paint_good(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        """Round and see-through: where many lie on each other it grows dark."""
        colour = QColor(self._letters.look.palette.series[0])
        colour.setAlpha(150)
        painter.setPen(QPen(colour, self._letters.look.px(7), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF(places))

    def _paint_bad(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        """Triangles standing on their tip, with an edge: another shape as well as another colour."""
        half = self._letters.look.px(5)
        painter.setPen(QPen(self._letters.colour("surface"), 1))
        painter.setBrush(self._letters.colour("red"))
        shape = (QPointF(-half, -half * 0.8), QPointF(half, -half * 0.8), QPointF(0, half))
        for place in places:
            painter.drawPolygon(QPolygonF([place + corner for corner in shape]))
