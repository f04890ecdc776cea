"""Bars side by side: the same rows measured by several things, each as a share of its own total (the "pyramid")."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from desktop.ui.kit import theme
from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.dyes import Dye
from desktop.ui.kit.charts.legend import paint_swatch
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.marks import Mark, MarkList
from desktop.ui.kit.charts.tables import Table
from desktop.ui.kit.theme import Theme
from desktop.ui.words import tr

UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class BarRow:
    """What the bars of one line are about; `note` stands small below."""

    label: str
    dye: Dye
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure; None is unknown. `text` is the figure as it is to be read, a click carries `key`."""

    value: float | None
    text: str
    key: object = None


@dataclass(frozen=True, slots=True)
class BarColumn:
    """One measure of all rows; `total` is its sum as it is to be read."""

    title: str
    bars: tuple[Bar, ...]
    total: str = ""

    def shares(self) -> tuple[float | None, ...]:
        """Each value's share of the sum of all; None where the value is unknown or the sum is not above zero."""
        values = [bar.value if bar.value is not None and math.isfinite(bar.value) else None for bar in self.bars]
        total = math.fsum(value for value in values if value is not None)
        return tuple(None if value is None or total <= 0 else value / total for value in values)

    def lengths(self) -> tuple[float, ...]:
        """How long the bars are: the shares, or shares of all amounts without their signs where there are none."""
        values = [bar.value if bar.value is not None and math.isfinite(bar.value) else 0.0 for bar in self.bars]
        total = math.fsum(values)
        whole = total if total > 0 else math.fsum(map(abs, values))
        return tuple(value / whole if whole else 0.0 for value in values)


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows from the best to the last, and columns with one bar for each row."""

    rows: tuple[BarRow, ...]
    columns: tuple[BarColumn, ...]
    head: str = ""  # what the rows are, for the corner and the table


class SideBars(Chart):
    """Shows `Bars`."""

    _values: Bars | None = None

    def put(self, values: Bars | None) -> None:
        """Show these bars."""
        self._values = values
        self._news()

    def minimumSizeHint(self) -> QSize:
        """Room for two lines in each row, and for the longest figure beside its percentage."""
        values, px, letters = self._values or Bars((), ()), theme.px, Lettering(theme.theme())
        longest = letters.widest([bar.text for column in values.columns for bar in column.bars], "note")
        each = min(longest + letters.width("-100.0%", bold=True) + px(10), px(180)) + px(20)
        wide, high = round(px(130) + each * len(values.columns)), px(80 + 44 * len(values.rows))
        return super().minimumSizeHint().expandedTo(QSize(wide, high))

    def _drawing(self, area: QRectF, look: Theme) -> _Drawn | None:
        values = self._values
        return _Drawn(values, area, look) if values and values.rows and values.columns else None

    def table(self) -> Table:
        values = self._values or Bars((), ())
        heads = [values.head]
        for column in values.columns:
            heads += [column.title, tr("{what} share", what=column.title)]
        shares = [column.shares() for column in values.columns]
        rows = [
            (row.label, *(text for at, c in enumerate(values.columns) for text in _told(c.bars[n], shares[at][n])))
            for n, row in enumerate(values.rows)
        ]
        return Table(tuple(heads), tuple(rows))


def _told(bar: Bar, share: float | None) -> tuple[str, str]:
    return (bar.text or UNKNOWN if bar.value is not None else UNKNOWN, UNKNOWN if share is None else f"{share:.1%}")


class _Drawn:
    def __init__(self, values: Bars, area: QRectF, look: Theme) -> None:
        px, self._letters, self._values, self._area = look.px, Lettering(look), values, area
        self._shares = [column.shares() for column in values.columns]
        self._lengths = [column.lengths() for column in values.columns]
        line = self._letters.height()
        self._head = line + self._letters.height("note") + px(10)
        labels = [row.label for row in values.rows]
        notes = [row.note for row in values.rows]
        wanted = max(self._letters.widest(labels, bold=True), self._letters.widest(notes, "note")) + px(22)
        self._names = min(max(wanted, self._letters.width(values.head, "note")), area.width() * 0.22)
        self._gap = px(20)
        self._wide = (area.width() - self._names) / len(values.columns) - self._gap
        self._high = min((area.height() - self._head) / len(values.rows), px(84))
        self.marks = MarkList(
            [self._mark(row, column) for row in range(len(values.rows)) for column in range(len(values.columns))]
        )

    def _cell(self, row: int, column: int) -> QRectF:
        left = self._area.left() + self._names + self._gap + column * (self._wide + self._gap)
        return QRectF(left, self._area.top() + self._head + row * self._high, self._wide, self._high)

    def _mark(self, row: int, column: int) -> Mark:
        measure = self._values.columns[column]
        bar = measure.bars[row]
        figure, share = _told(bar, self._shares[column][row])
        told = figure if share == UNKNOWN else f"{figure}  {share}"
        box = self._cell(row, column).adjusted(-4, 2, 4, -2)
        return Mark(bar.key, box, f"{self._values.rows[row].label} · {measure.title}\n{told}", row, column)

    def paint(self, painter: QPainter) -> None:
        letters, px, area = self._letters, self._letters.look.px, self._area
        for row, named in enumerate(self._values.rows):
            box = self._cell(row, 0)
            painter.setPen(QPen(letters.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), box.top()), QPointF(area.right(), box.top()))
            self._paint_name(painter, named, QRectF(area.left(), box.top(), self._names, box.height()))
        line, note = letters.height(), letters.height("note")
        corner = QRectF(area.left(), area.top() + line + px(2), self._names, note)
        letters.write(painter, corner, self._values.head, "muted", size="note")
        for column, measure in enumerate(self._values.columns):
            box = self._cell(0, column)
            letters.write(painter, QRectF(box.left(), area.top(), box.width(), line), measure.title, bold=True)
            total = QRectF(box.left(), area.top() + line + px(2), box.width(), note)
            letters.write(painter, total, measure.total, "muted", size="note")
            self._paint_column(painter, column)

    def _paint_name(self, painter: QPainter, row: BarRow, box: QRectF) -> None:
        letters, px = self._letters, self._letters.look.px
        line, note = letters.height(), letters.height("note") if row.note else 0
        top = box.center().y() - (line + note) / 2
        paint_swatch(painter, QRectF(box.left(), top, px(16), line), row.dye, letters)
        words = QRectF(box.left() + px(22), top, box.width() - px(22), line)
        letters.write(painter, words, row.label, bold=True)
        if line + note <= box.height():
            letters.write(painter, words.translated(0, line), row.note, "muted", size="note")

    def _paint_column(self, painter: QPainter, column: int) -> None:
        letters, px = self._letters, self._letters.look.px
        low, span = self._span(column)
        zero = self._cell(0, column).left() - low / span * self._wide
        for row in range(len(self._values.rows)):
            bar, box = self._values.columns[column].bars[row], self._cell(row, column)
            thick = min(px(14), box.height() * 0.3)
            line = min(letters.height(), box.height() - thick - 4)
            top = box.center().y() - (line + thick + px(3)) / 2
            figure, share = _told(bar, self._shares[column][row])
            colour = "red" if bar.value is not None and bar.value < 0 else "text"
            words = QRectF(box.left(), top, box.width(), line)
            room = letters.width(share, bold=True) + px(8)
            letters.write(painter, words, share, colour if share != UNKNOWN else "muted", bold=True)
            if letters.width(figure, "note") <= words.width() - room:  # a number that is cut short would be another
                letters.write(painter, words.adjusted(room, 0, 0, 0), figure, "muted", size="note", align="right")
            long = self._lengths[column][row] / span * self._wide
            bar_top = top + line + px(3)
            self._paint_bar(painter, row, QRectF(zero, bar_top, long, thick))
            painter.setPen(QPen(letters.colour("border"), 1))
            painter.drawLine(QPointF(zero, bar_top - 2), QPointF(zero, bar_top + thick + 2))

    def _span(self, column: int) -> tuple[float, float]:
        """The lowest length and the range the width stands for: one scale for all columns whose bars are shares."""
        ends = [(min(0.0, *lengths), max(0.0, *lengths)) for lengths in self._lengths]
        low, high = ends[column]
        ordinary = [top - bottom for bottom, top in ends if bottom >= -1 and top <= 1]
        span = max(ordinary, default=0.0) if low >= -1 and high <= 1 else high - low
        return low, span or 1.0

    def _paint_bar(self, painter: QPainter, row: int, box: QRectF) -> None:
        dye, palette = self._values.rows[row].dye, self._letters.look.palette
        if not box.width():
            return
        if box.width() < 0:  # a loss is hatched too: not by colour alone
            painter.setPen(QPen(self._letters.colour("red"), 1))
            painter.setBrush(QBrush(self._letters.colour("red"), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(box.left() + min(box.width(), -2), box.top(), max(-box.width(), 2), box.height()))
            return
        painter.setPen(QPen(dye.outline(palette), 1))
        painter.setBrush(dye.brush(palette))
        painter.drawRect(QRectF(box.left(), box.top(), max(box.width(), 2), box.height()))
