"""What of a chart can be pointed at: where it stands, what it says, and what lies behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QPointF, QRectF

Move = Literal["left", "right", "up", "down", "first", "last", "back", "forth"]

# Where an arrow leads: along columns or rows, and in which sense.
_ALONG: dict[Move, tuple[bool, int]] = {
    "left": (True, -1),
    "right": (True, 1),
    "up": (False, -1),
    "down": (False, 1),
    "back": (True, -1),
    "forth": (True, 1),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """`text` is shown and read aloud: its first line names the mark, the others give its figures.

    A click carries `key`; None leads nowhere. `row` and `column` are the place the arrow keys go by.
    """

    key: object
    box: QRectF
    text: str
    row: int = 0
    column: int = 0
    round: bool = False


class Marks(Protocol):
    """All marks of a drawing, counted from 0. Charts of many points make each one when it is asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Mark: ...

    def at(self, point: QPointF) -> int | None:
        """The mark under a point."""

    def moved(self, start: int, move: Move) -> int:
        """The mark where a key leads from `start`; `start` itself where there is none."""

    def number_of(self, key: object) -> int | None:
        """The first mark with this key."""


class MarkList:
    """A few marks; those that come later lie on top."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._marks = tuple(marks)

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, number: int) -> Mark:
        return self._marks[number]

    def at(self, point: QPointF) -> int | None:
        """The mark under a point."""
        hits = (n for n in reversed(range(len(self._marks))) if self._marks[n].box.contains(point))
        return next(hits, None)

    def moved(self, start: int, move: Move) -> int:
        """The next mark straight that way, else the one of the nearest row or column that is least aside."""
        if move in ("first", "last"):
            return 0 if move == "first" else len(self._marks) - 1
        across, sense = _ALONG[move]
        here = self._marks[start]

        def way(number: int) -> tuple[bool, int, int]:
            right, low = self._marks[number].column - here.column, self._marks[number].row - here.row
            ahead, aside = (sense * right, abs(low)) if across else (sense * low, abs(right))
            return aside > 0, ahead, aside

        return min((n for n in range(len(self._marks)) if way(n)[1] > 0), key=way, default=start)

    def number_of(self, key: object) -> int | None:
        """The first mark with this key."""
        return next((n for n, mark in enumerate(self._marks) if mark.key == key), None)
