"""The marks of a scatter: each point by its place, found through a grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from desktop.ui.kit.charts.marks import Mark, Move
from desktop.ui.kit.theme import Theme

_PAGE = 20  # presses of the page keys from one end to the other


@dataclass(frozen=True, slots=True)
class Dot:
    """One point, with its figures as they are to be read. `bad` draws it in another shape and colour."""

    x: float
    y: float
    name: str
    x_text: str
    y_text: str
    key: object = None
    bad: bool = False

    @property
    def known(self) -> bool:
        """Whether it has a place."""
        return math.isfinite(self.x) and math.isfinite(self.y)


class DotMarks:
    """Left and right go by x, up and down by y, page keys twenty times as fast."""

    def __init__(self, dots: Sequence[Dot], places: Sequence[QPointF], look: Theme) -> None:
        self._dots, self._places, self._reach = dots, places, look.px(7)

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[int]]:
        """The numbers of the points in each cell of the grid; made when the mouse first comes."""
        cells: dict[tuple[int, int], list[int]] = {}
        for number, place in enumerate(self._places):
            cells.setdefault(self._cell(place), []).append(number)
        return cells

    def _cell(self, place: QPointF) -> tuple[int, int]:
        return int(place.x() // self._reach), int(place.y() // self._reach)

    def __len__(self) -> int:
        return len(self._dots)

    def __getitem__(self, number: int) -> Mark:
        dot, place, reach = self._dots[number], self._places[number], self._reach
        box = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        return Mark(dot.key, box, f"{dot.name}\n{dot.x_text}\n{dot.y_text}", round=True)

    def at(self, point: QPointF) -> int | None:
        """The nearest point within reach, of those on one place the one painted last."""
        column, row = self._cell(point)
        near = [
            n
            for x in range(column - 1, column + 2)
            for y in range(row - 1, row + 2)
            for n in self._cells.get((x, y), ())
        ]
        found = min(near, key=lambda n: (self._far(n, point), not self._dots[n].bad, -n), default=None)
        return found if found is not None and self._far(found, point) <= self._reach else None

    def _far(self, number: int, point: QPointF) -> float:
        away = self._places[number] - point
        return math.hypot(away.x(), away.y())

    @cached_property
    def _orders(self) -> tuple[list[int], list[int]]:
        """All points from left to right, and from top to bottom."""
        numbers = range(len(self._dots))
        return (
            sorted(numbers, key=lambda n: (self._places[n].x(), self._places[n].y(), n)),
            sorted(numbers, key=lambda n: (self._places[n].y(), self._places[n].x(), n)),
        )

    @cached_property
    def _ranks(self) -> tuple[dict[int, int], dict[int, int]]:
        across, down = self._orders
        return {n: rank for rank, n in enumerate(across)}, {n: rank for rank, n in enumerate(down)}

    def moved(self, start: int, move: Move) -> int:
        """The next point that way."""
        by = 1 if move in ("up", "down") else 0
        order = self._orders[by]
        if move in ("first", "last"):
            return order[0 if move == "first" else -1]
        step = max(1, len(order) // _PAGE) if move in ("back", "forth") else 1
        rank = self._ranks[by][start] + (step if move in ("right", "down", "forth") else -step)
        return order[min(max(rank, 0), len(order) - 1)]

    def number_of(self, key: object) -> int | None:
        """The first mark with this key."""
        return next((n for n, dot in enumerate(self._dots) if dot.key == key), None)
