"""The marks of a share curve: its named points, and every single point of each curve."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF

from desktop.ui.kit.charts.curves import CurvePoint, Shares
from desktop.ui.kit.charts.marks import Mark, Move
from desktop.ui.kit.charts.plot import Plot
from desktop.ui.kit.theme import Theme

_STRIDE = 100  # presses of an arrow key from one end of a curve to the other


class CurveMarks:
    """The named points first, then the curves one after the other; none is made before it is asked for."""

    def __init__(self, values: Shares, plot: Plot, look: Theme) -> None:
        self._values, self._plot, self._reach = values, plot, look.px(6)
        self._starts = [len(values.points)]
        for curve in values.curves:
            self._starts.append(self._starts[-1] + len(curve.shares))

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, number: int) -> Mark:
        place = self.place(number) or QPointF(self._plot.field.topLeft())
        box = QRectF(place.x() - self._reach, place.y() - self._reach, 2 * self._reach, 2 * self._reach)
        curve, count = self._found(number)
        of = self._values.curves[curve]
        if number < self._starts[0]:
            point = self._values.points[number]
            return Mark(point.key, box, f"{point.label}\n{of.label}  {self._said(curve, count)}", round=True)
        told = "\n".join(filter(None, (of.tell(count) if of.tell else "", self._said(curve, count))))
        key = None if of.key is None else CurvePoint(of.key, count)
        return Mark(key, box, f"{of.label}\n{told}", round=True)

    def _said(self, curve: int, count: int) -> str:
        shares = self._values.curves[curve].shares
        return f"{count / len(shares):.1%} → {shares[count - 1]:.2%}"

    def _found(self, number: int) -> tuple[int, int]:
        """Which curve a mark is on, and how many it is about (1 the first)."""
        if number < self._starts[0]:
            point = self._values.points[number]
            return point.curve, min(max(point.count, 1), len(self._values.curves[point.curve].shares))
        curve = next(n for n in range(len(self._values.curves)) if number < self._starts[n + 1])
        return curve, number - self._starts[curve] + 1

    def place(self, number: int) -> QPointF | None:
        """Where a mark stands; None for one that is on an empty curve or has no figure."""
        curve, count = self._found(number)
        shares = self._values.curves[curve].shares
        if not shares or not math.isfinite(shares[count - 1]):
            return None
        return self._plot.point(count / len(shares), shares[count - 1])

    def at(self, point: QPointF) -> int | None:
        """A named point near the mouse, else the point of the nearest curve that stands above or below it."""
        for number in range(self._starts[0]):
            place = self.place(number)
            if place is not None and (place - point).manhattanLength() <= 2 * self._reach:
                return number
        if not self._plot.field.adjusted(-2, -2, 2, 2).contains(point):
            return None
        share = self._plot.x.value(point.x())
        near: list[tuple[float, int]] = []
        for curve, start in zip(self._values.curves, self._starts, strict=False):
            if curve.shares:
                count = min(max(round(share * len(curve.shares)), 1), len(curve.shares))
                place = self.place(start + count - 1)
                if place is not None:
                    near.append((abs(place.y() - point.y()), start + count - 1))
        return min(near)[1] if near else None

    def moved(self, start: int, move: Move) -> int:
        """Left and right along a curve by a hundredth, up and down between curves; the named points stand above."""
        if move in ("first", "last"):
            return 0 if move == "first" else len(self) - 1
        named = self._starts[0]
        if move in ("up", "down"):
            return self._beside(start, 1 if move == "down" else -1)
        sense = -1 if move in ("left", "back") else 1
        if start < named:
            return min(max(start + sense, 0), named - 1)
        curve, _ = self._found(start)
        size = len(self._values.curves[curve].shares)
        step = max(1, size // (_STRIDE if move in ("left", "right") else _STRIDE // 10))
        return min(max(start + sense * step, self._starts[curve]), self._starts[curve + 1] - 1)

    def _beside(self, start: int, sense: int) -> int:
        """The same share of those counted, one curve lower or higher."""
        curve, count = self._found(start)
        curves = self._values.curves
        if start < self._starts[0]:
            return self._starts[curve] + count - 1 if sense > 0 and curves[curve].shares else start
        share = count / len(curves[curve].shares)
        other = curve + sense
        while 0 <= other < len(curves):
            if size := len(curves[other].shares):
                return self._starts[other] + min(max(round(share * size), 1), size) - 1
            other += sense
        return 0 if sense < 0 and self._starts[0] else start

    def number_of(self, key: object) -> int | None:
        """The first mark with this key."""
        for number, point in enumerate(self._values.points):
            if point.key == key:
                return number
        if isinstance(key, CurvePoint):
            for curve, start in zip(self._values.curves, self._starts, strict=False):
                if curve.key == key.curve and 1 <= key.count <= len(curve.shares):
                    return start + key.count - 1
        return None
