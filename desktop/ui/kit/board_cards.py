"""What stands on a board: columns and cards as values, and the model of one column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.rules.texts import one_line
from desktop.ui.kit.table import Column, ListModel

_ACCESSIBLE = 11  # Qt.ItemDataRole.AccessibleTextRole as a plain number, see table.py


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column. All texts are already translated; `note` is the second line of its head, such as a sum.

    `badge` is the ink of the pill in its head: a tier's rank (0 the best), a tone, or None for no pill. The pill says
    `mark`, or the title where there is no mark. `empty` is what the column says while it has no cards.
    """

    key: str
    title: str
    note: str = ""
    badge: int | str | None = None
    accepts: bool = True  # cards may be dropped here
    mark: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One card. All texts are already translated; of `lines` the board shows as many as it was made for.

    `right` is a figure at the right of the first line; `marks` are pills behind the title: (text, tone or rank).
    """

    id: int
    title: str
    lines: tuple[str, ...] = ()
    right: str = ""
    marks: tuple[tuple[str, int | str], ...] = ()
    tip: str = ""

    def spoken(self) -> str:
        """The whole card as one sentence, for screen readers."""
        return one_line(
            ", ".join(part for part in (self.title, *(m[0] for m in self.marks), *self.spoken_rest()) if part)
        )

    def spoken_rest(self) -> tuple[str, ...]:
        """What stands under the title, in the order it is read."""
        return (*self.lines[:1], self.right, *self.lines[1:])


Fetch = Callable[[Sequence[int]], Iterable[BoardCard]]


class CardModel(ListModel[BoardCard]):
    """The cards of one column: a list of one cell per row, which can be taken up."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        card = Column[BoardCard]("card", "", lambda card: card.title, tip=lambda card: card.tip)
        super().__init__((card,), fetch, parent)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if role == _ACCESSIBLE:
            card = self.row(index.row())
            return None if card is None else card.spoken()
        return super().data(index, role)
