"""Two ways of grouping crossed: how many stand in each cell, darker where there are more."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.kit import theme
from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.dyes import mixed, readable
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.marks import Mark, MarkList
from desktop.ui.kit.charts.tables import Table
from desktop.ui.kit.palettes import Palette, Tone
from desktop.ui.kit.theme import Theme
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` is what stands in it, `note` a second line; the heat goes by `value`. `tone` heats it otherwise."""

    value: float | None
    text: str
    note: str = ""
    key: object = None
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column, and its sum: a cell of its own."""

    label: str
    note: str = ""
    total: Cell | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells` has a line for each row with a cell for each column. `diagonal` frames those that kept their place."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    row_name: str = ""  # what the rows are: "Last round"
    column_name: str = ""
    total: Cell | None = None
    diagonal: bool = False

    @property
    def has_totals(self) -> bool:
        """Whether sums are shown beside and below."""
        return any(head.total for head in (*self.rows, *self.columns))


class Matrix(Chart):
    """Shows a `Grid`."""

    _values: Grid | None = None

    def put(self, values: Grid | None) -> None:
        """Show this grid."""
        self._values = values
        self._news()

    def minimumSizeHint(self) -> QSize:
        """Room for a figure in each cell."""
        values = self._values or Grid((), (), ())
        extra = 1 if values.has_totals else 0
        wide, high = 90 + 60 * (len(values.columns) + extra), 90 + 30 * (len(values.rows) + extra)
        return super().minimumSizeHint().expandedTo(QSize(theme.px(wide), theme.px(high)))

    def _drawing(self, area: QRectF, look: Theme) -> _Drawn | None:
        values = self._values
        return _Drawn(values, area, look) if values and values.rows and values.columns else None

    def table(self) -> Table:
        values = self._values or Grid((), (), ())
        extra = (tr("Total"),) if values.has_totals else ()
        corner = " / ".join(filter(None, (values.row_name, values.column_name)))
        lines = [
            (head.label, *(cell.text for cell in line), *(_text(head.total) for _ in extra))
            for head, line in zip(values.rows, values.cells, strict=True)
        ]
        if extra:
            lines.append((tr("Total"), *(_text(head.total) for head in values.columns), _text(values.total)))
        return Table((corner, *(head.label for head in values.columns), *extra), tuple(lines))


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""


class _Drawn:
    def __init__(self, values: Grid, area: QRectF, look: Theme) -> None:
        px, self._letters, self._values = look.px, Lettering(look), values
        letters, self._area = self._letters, area
        extra = [tr("Total")] if values.has_totals else []
        heads = [head.label for head in values.rows] + extra
        names = max(letters.widest(heads, bold=True), letters.widest([head.note for head in values.rows], "note"))
        names = max(names, letters.width(values.row_name, "note")) + px(12)
        self._left = min(names, area.width() * 0.25)
        noted = any(head.note for head in values.columns)
        self._name_line = letters.height("note") + px(2) if values.column_name or values.row_name else 0.0
        self._top = self._name_line + letters.height() + (letters.height("note") if noted else 0) + px(6)
        across, down = len(values.columns) + len(extra), len(values.rows) + len(extra)
        self._wide = (area.width() - self._left) / across
        self._high = min((area.height() - self._top) / down, px(96))
        finite = [abs(c.value) for line in values.cells for c in line if c.value is not None and math.isfinite(c.value)]
        self._most = max(finite, default=0.0)
        self.marks = MarkList([self._mark(row, column, cell) for row, column, cell in self._all()])

    def _all(self) -> Iterator[tuple[int, int, Cell]]:
        values = self._values
        for row, line in enumerate(values.cells):
            yield from ((row, column, cell) for column, cell in enumerate(line))
            if total := values.rows[row].total:
                yield row, len(values.columns), total
        for column, head in enumerate(values.columns):
            if head.total:
                yield len(values.rows), column, head.total
        if values.total:
            yield len(values.rows), len(values.columns), values.total

    def _box(self, row: int, column: int) -> QRectF:
        left, top = self._area.left() + self._left, self._area.top() + self._top
        return QRectF(left + column * self._wide, top + row * self._high, self._wide, self._high).adjusted(2, 2, -2, -2)

    def _mark(self, row: int, column: int, cell: Cell) -> Mark:
        told = "\n".join(filter(None, (self._named(row, column), cell.text, cell.note)))
        return Mark(cell.key, self._box(row, column), told, row, column)

    def _named(self, row: int, column: int) -> str:
        """Which cell it is; a sum says which side it sums up."""
        values = self._values
        down = values.rows[row].label if row < len(values.rows) else ""
        across = values.columns[column].label if column < len(values.columns) else ""
        if down and across:
            return down + (" → " if values.diagonal else " × ") + across
        side = f"{values.row_name} {down}" if down else f"{values.column_name} {across}" if across else ""
        return " · ".join(filter(None, (side.strip(), tr("Total"))))

    def paint(self, painter: QPainter) -> None:
        self._paint_heads(painter)
        rows, columns = len(self._values.rows), len(self._values.columns)
        for row, column, cell in self._all():
            self._paint_cell(painter, self._box(row, column), cell, total=row == rows or column == columns)
            if self._values.diagonal and row == column and row < min(rows, columns):
                painter.setPen(QPen(self._letters.colour("text"), self._letters.look.px(2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self._box(row, column))

    def _paint_heads(self, painter: QPainter) -> None:
        letters, values, area = self._letters, self._values, self._area
        note, line = letters.height("note"), letters.height()
        right = QRectF(area.left() + self._left, area.top(), area.width() - self._left, note)
        letters.write(painter, right, values.column_name, "muted", size="note", align="centre")
        corner = QRectF(area.left(), area.top() + self._top - note - 6, self._left - 8, note)
        letters.write(painter, corner, values.row_name, "muted", size="note")
        for column, head in enumerate(self._heads(values.columns)):
            box = self._box(0, column)
            top = area.top() + self._name_line
            letters.write(painter, QRectF(box.left(), top, box.width(), line), head.label, bold=True, align="centre")
            below = QRectF(box.left(), top + line, box.width(), note)
            letters.write(painter, below, head.note, "muted", size="note", align="centre")
        for row, head in enumerate(self._heads(values.rows)):
            box = self._box(row, 0)
            high = line + (note if head.note else 0)
            words = QRectF(area.left(), box.center().y() - high / 2, self._left - 8, line)
            letters.write(painter, words, head.label, bold=True)
            letters.write(painter, words.translated(0, line), head.note, "muted", size="note")

    def _heads(self, heads: tuple[Head, ...]) -> tuple[Head, ...]:
        return (*heads, Head(tr("Total"))) if self._values.has_totals else heads

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, *, total: bool) -> None:
        letters, palette = self._letters, self._letters.look.palette
        ground = QColor(palette.sunken) if total else _heat(cell, self._most, palette)
        painter.setBrush(ground)
        painter.setPen(QPen(letters.colour("line"), 1))
        painter.drawRect(box)
        colour = letters.colour("muted") if not cell.value and not total else readable(ground, palette)
        line, note = letters.height(), letters.height("note")
        both = bool(cell.note) and box.height() >= line + note
        words = QRectF(box.left() + 4, box.center().y() - (line + note * both) / 2, box.width() - 8, line)
        letters.write(painter, words, cell.text, colour, bold=True, align="centre")
        if both:
            below = QRectF(words.left(), words.bottom(), words.width(), note)
            letters.write(painter, below, cell.note, colour, size="note", align="centre")


def _heat(cell: Cell, most: float, palette: Palette) -> QColor:
    """By the square root: beside one crowded cell the others would all look empty."""
    surface = QColor(palette.surface)
    if not cell.value or not math.isfinite(cell.value) or not most:
        return surface
    tone: Tone = "red" if cell.value < 0 else cell.tone
    full = QColor(palette.accent if tone == "ink" else getattr(palette, tone))
    return mixed(surface, full, 0.08 + 0.82 * math.sqrt(abs(cell.value) / most))
