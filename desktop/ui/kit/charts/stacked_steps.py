"""How the sizes of classes moved from round to round: a stacked column for each."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit.charts.chart import Chart
from desktop.ui.kit.charts.dyes import Dye
from desktop.ui.kit.charts.legend import Entry, Legend, swatch
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.marks import Mark, MarkList
from desktop.ui.kit.charts.plot import Axis, Plot, Tell, plain
from desktop.ui.kit.charts.tables import Table
from desktop.ui.kit.charts.ticks import round_ticks
from desktop.ui.kit.theme import Theme
from desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class StepClass:
    """One class in all columns."""

    label: str
    dye: Dye


@dataclass(frozen=True, slots=True)
class Part:
    """The size of one class in one round; None where the round had no such class."""

    value: float | None
    text: str
    key: object = None


@dataclass(frozen=True, slots=True)
class Step:
    """One round: its date as it is to be read, a part for each class, their sum. `key` is for the round itself."""

    label: str
    parts: tuple[Part, ...]
    total: str = ""
    key: object = None


@dataclass(frozen=True, slots=True)
class Steps:
    """Classes from the best, which is painted on top; rounds from the oldest; `tell` gives the words of the axis."""

    classes: tuple[StepClass, ...]
    steps: tuple[Step, ...]
    tell: Tell = plain
    title: str = ""  # what is counted
    head: str = ""  # what the columns are, for the table


class StackedSteps(Chart):
    """Shows `Steps`."""

    _values: Steps | None = None

    def put(self, values: Steps | None) -> None:
        """Show these rounds."""
        self._values = values
        self._news()

    def _drawing(self, area: QRectF, look: Theme) -> _Drawn | None:
        values = self._values
        return _Drawn(values, area, look) if values and values.steps and values.classes else None

    def table(self) -> Table:
        values = self._values or Steps((), ())
        return Table(
            (values.head, *(one.label for one in values.classes), tr("Total")),
            tuple((step.label, *(part.text for part in step.parts), step.total) for step in values.steps),
        )


def _size(part: Part) -> float:
    return max(part.value, 0.0) if part.value is not None and math.isfinite(part.value) else 0.0


class _Drawn:
    def __init__(self, values: Steps, area: QRectF, look: Theme) -> None:
        self._values, self._letters = values, Lettering(look)
        letters, px = self._letters, look.px
        entries = [Entry(one.label, swatch(one.dye, letters)) for one in values.classes]
        self._legend = Legend(entries, area, letters)
        below = QRectF(area.left(), self._legend.bottom, area.width(), area.bottom() - self._legend.bottom)
        self._sums = [math.fsum(map(_size, step.parts)) for step in values.steps]
        axis = Axis(round_ticks(0, max(self._sums) * 1.06, 6, whole=True), values.tell, values.title)
        self._plot = Plot(below, None, axis, letters, foot=letters.height("note") + px(8))
        self._each = self._plot.field.width() / len(values.steps)
        self._thick = min(self._each * 0.72, px(64))
        self._bars: list[tuple[QRectF, Dye]] = []
        marks: list[Mark] = []
        for number in range(len(values.steps)):
            marks += self._stack(number)
        self.marks = MarkList(marks)

    def _middle(self, number: int) -> float:
        return self._plot.field.left() + (number + 0.5) * self._each

    def _stack(self, number: int) -> list[Mark]:
        step, left, upto = self._values.steps[number], self._middle(number) - self._thick / 2, self._sums[number]
        marks = []
        for row, (one, part) in enumerate(zip(self._values.classes, step.parts, strict=True)):
            size = _size(part)
            if not size:
                continue
            top, bottom = self._plot.y.place(upto), self._plot.y.place(upto - size)
            upto -= size
            box = QRectF(left, top, self._thick, bottom - top)
            self._bars.append((box, one.dye))
            told = f"{step.label} · {one.label}\n{part.text}  {size / self._sums[number]:.1%}"
            marks.append(Mark(part.key, box, told, row, number))
        if step.key is not None:
            told = f"{step.label}\n{step.total}"
            marks.append(Mark(step.key, self._foot(number), told, len(self._values.classes), number))
        return marks

    def _foot(self, number: int) -> QRectF:
        return QRectF(
            self._middle(number) - self._each / 2,
            self._plot.field.bottom() + self._letters.look.px(2),
            self._each,
            self._letters.height("note") + self._letters.look.px(4),
        )

    def paint(self, painter: QPainter) -> None:
        letters, palette = self._letters, self._letters.look.palette
        self._legend.paint(painter)
        self._plot.paint(painter)
        for box, dye in self._bars:
            painter.setPen(QPen(dye.outline(palette), 1))
            painter.setBrush(dye.brush(palette))
            painter.drawRect(box)
        line, steps = letters.height("note"), self._values.steps
        for number in self._spread([step.label for step in steps]):
            foot = self._foot(number)
            wide = max(foot.width(), letters.width(steps[number].label, "note"))
            left = min(foot.center().x() - wide / 2, self._plot.field.right() + letters.look.px(8) - wide)
            words = QRectF(left, foot.top(), wide, foot.height())
            letters.write(painter, words, steps[number].label, "muted", size="note", align="centre")
        for number in self._spread([step.total for step in steps]):
            wide = letters.width(steps[number].total, "note") + letters.look.px(8)
            around = max(math.ceil((wide / self._each - 0.7) / 2), 0)
            higher = max(self._sums[max(number - around, 0) : number + around + 1])  # not across a taller neighbour
            top = self._plot.y.place(higher) - line - 2
            words = QRectF(self._middle(number) - wide / 2, top, wide, line)
            letters.write(painter, words, steps[number].total, size="note", align="centre")

    def _spread(self, texts: list[str]) -> range:
        """Which of the texts stand without touching: every so many, counted from the last, the one that matters."""
        wide = self._letters.widest(texts, "note") + self._letters.look.px(8)
        moved = max((wide - self._each) / 2, 0)  # the last one gives way to the edge
        every = max(1, math.ceil((wide + moved) / self._each))
        return range((len(texts) - 1) % every, len(texts), every)
