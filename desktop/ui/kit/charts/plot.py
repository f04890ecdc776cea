"""The field with two axes that lines, columns and points are drawn in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.ticks import bend, unbend

Tell = Callable[[float], str]


def plain(value: float) -> str:
    """A number as it is, with thousands separators."""
    return f"{value:,.10g}"


def percent(share: float) -> str:
    """A share of 1 as a whole percentage."""
    return f"{share:.0%}"


class Scale:
    """Values from `low` to `high` along pixels from `start` to `end`; bent beyond `straight` where that is given."""

    def __init__(self, low: float, high: float, start: float, end: float, straight: float = 0.0) -> None:
        self._straight, self._start = straight, start
        self._low = bend(low, straight) if straight else low
        top = bend(high, straight) if straight else high
        self._slope = (end - start) / (top - self._low)

    def place(self, value: float) -> float:
        """Where a value stands."""
        bent = bend(value, self._straight) if self._straight else value
        return self._start + (bent - self._low) * self._slope

    def value(self, place: float) -> float:
        """The value that stands there."""
        bent = self._low + (place - self._start) / self._slope
        return unbend(bent, self._straight) if self._straight else bent


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks in increasing order, how they are told, and what they count (may be "")."""

    ticks: tuple[float, ...]
    tell: Tell = plain
    title: str = ""
    straight: float = 0.0


class Plot:
    """Lays the field into `area`: names of the axes, ticks beside it, the rest is `field`."""

    def __init__(self, area: QRectF, x: Axis | None, y: Axis, letters: Lettering, foot: float = 0) -> None:
        """`foot` is the room for labels below where there is no x axis with numbers."""
        px = letters.look.px
        self._letters, self._x, self._y, self._area = letters, x, y, area
        line = letters.height("note")
        self._left_words = letters.widest([y.tell(tick) for tick in y.ticks], "note")
        top = area.top() + (line * 1.5 + px(2) if y.title else line / 2)
        last = letters.width(x.tell(x.ticks[-1]), "note") / 2 if x else 0.0
        below = foot or line + px(6) + (line + px(2) if x and x.title else 0)
        self.field = QRectF(
            QPointF(area.left() + self._left_words + px(8), top),
            QPointF(area.right() - max(last, px(4)), max(area.bottom() - below, top + px(20))),
        )
        ends = (x.ticks[0], x.ticks[-1]) if x else (0.0, 1.0)
        self.x = Scale(*ends, self.field.left(), self.field.right(), x.straight if x else 0.0)
        self.y = Scale(y.ticks[0], y.ticks[-1], self.field.bottom(), self.field.top(), y.straight)

    def point(self, x: float, y: float) -> QPointF:
        """Where two values meet."""
        return QPointF(self.x.place(x), self.y.place(y))

    def paint(self, painter: QPainter) -> None:
        """Grid, ticks and names; the lines through zero are stronger."""
        letters, px, field = self._letters, self._letters.look.px, self.field
        line = letters.height("note")
        for tick in self._y.ticks:
            at = self.y.place(tick)
            self._rule(painter, QPointF(field.left(), at), QPointF(field.right(), at), zero=tick == 0)
            words = QRectF(field.left() - self._left_words - px(6), at - line / 2, self._left_words, line)
            letters.write(painter, words, self._y.tell(tick), "muted", size="note", align="right")
        if self._y.title:
            head = QRectF(self._area.left(), self._area.top(), self._area.width(), line)
            letters.write(painter, head, self._y.title, "muted", size="note")
        if self._x:
            self._paint_below(painter, self._x)

    def _paint_below(self, painter: QPainter, axis: Axis) -> None:
        letters, px, field = self._letters, self._letters.look.px, self.field
        line, places = letters.height("note"), [self.x.place(tick) for tick in axis.ticks]
        step = min((after - before for before, after in pairwise(places)), default=field.width())
        every = max(1, round(letters.widest([axis.tell(t) for t in axis.ticks], "note") / max(step, 1) + 0.5))
        for number, (tick, at) in enumerate(zip(axis.ticks, places, strict=True)):
            self._rule(painter, QPointF(at, field.top()), QPointF(at, field.bottom()), zero=tick == 0)
            if number % every == 0:
                words = QRectF(at - 500, field.bottom() + px(4), 1000, line)
                letters.write(painter, words, axis.tell(tick), "muted", size="note", align="centre")
        if axis.title:
            words = QRectF(field.left(), field.bottom() + px(6) + line, field.width(), line)
            letters.write(painter, words, axis.title, "muted", size="note", align="right")

    def _rule(self, painter: QPainter, start: QPointF, end: QPointF, *, zero: bool) -> None:
        painter.setPen(QPen(self._letters.colour("border" if zero else "line"), 1))
        painter.drawLine(start, end)
