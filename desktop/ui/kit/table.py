"""Long lists: the model holds nothing but ids and the pages of rows that were looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.rules.texts import one_line, several_lines
from desktop.ui.kit import icons, theme
from desktop.ui.kit.tips import TIP, plain_tip
from desktop.ui.words import current

PAGE = 64  # rows fetched at once: two screens full
KEPT = 128  # pages kept

ROW = 256  # the row itself, for delegates: Qt.ItemDataRole.UserRole as a plain number
ID = 257
BADGE = 258
# Plain numbers, because looking an enum up costs more than the rest of `data` together and it runs 2,400 times a paint.
_DISPLAY, _DECORATION, _TOOLTIP, _ALIGNMENT, _FOREGROUND, _ACCESSIBLE = 0, 1, 3, 7, 9, 11

_ALIGN = {
    "left": int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value),
    "right": int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value),
    "centre": int(Qt.AlignmentFlag.AlignCenter.value),
}


class HasId(Protocol):
    """What every row of a list has."""

    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=HasId)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a list. `title` is English marked with N_; `show` gives the text of a cell, "" for nothing.

    `icon` names an icon, `colour` a colour of the palette ("red", "muted"), for both the text and the icon.
    `badge` draws the text as a pill: it gives the tone, a tier's rank (0 the best), or None for plain text.
    `sort` is what the screen is asked to sort by; None where the column cannot be sorted.
    """

    key: str
    title: str
    show: Callable[[Row], str]
    width: int = 120
    align: Literal["left", "right", "centre"] = "left"
    sort: str | None = None
    icon: Callable[[Row], str | None] | None = None
    colour: Callable[[Row], str | None] | None = None
    badge: Callable[[Row], str | int | None] | None = None
    tip: Callable[[Row], str] | None = None
    copy: Callable[[Row], str] | None = None  # what goes to the clipboard where it differs from the text
    shown: bool = True  # visible until the user chooses otherwise
    fixed: bool = False  # cannot be hidden


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The line above the rows of a group. `text` and `note` (its count, its sums) are already translated."""

    text: str
    note: str = ""
    open: bool = True


def veiled(columns: Sequence[Column[Row]], veil: Callable[[str], str]) -> tuple[Column[Row], ...]:
    """The same columns, each text, tip and copy passed through `veil`."""

    def passed(text: Callable[[Row], str]) -> Callable[[Row], str]:
        return lambda row: veil(text(row))

    return tuple(
        replace(
            column,
            show=passed(column.show),
            tip=passed(column.tip) if column.tip else None,
            copy=passed(column.copy) if column.copy else None,
        )
        for column in columns
    )


class ListModel(QAbstractTableModel, Generic[Row]):
    """`fetch` is given up to 64 ids and gives their rows in any order; ids it does not find stay blank.

    A negative id stands for a line of `heads` instead of a record.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[int]], Iterable[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self.heads: Mapping[int, GroupHead] = {}
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._align = [_ALIGN[column.align] for column in self.columns]

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns of the same rows; they are fetched anew."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._align = [_ALIGN[column.align] for column in self.columns]
        self._pages.clear()
        self.endResetModel()

    @property
    def ids(self) -> array[int]:
        """All ids in the order shown. Not to be changed."""
        return self._ids

    def set_ids(self, ids: Iterable[int], heads: Mapping[int, GroupHead] | None = None) -> None:
        """Show these rows in this order; pages looked at before are fetched anew."""
        self.beginResetModel()
        self.heads = heads or {}
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._pages.clear()
        self.endResetModel()

    def set_heads(self, heads: Mapping[int, GroupHead]) -> None:
        """Say something else in the lines of the groups, such as sums that took their time."""
        self.heads = heads
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def head_at(self, row: int) -> GroupHead | None:
        """The head in this line, None where a record stands."""
        return self.heads.get(self._ids[row]) if 0 <= row < len(self._ids) and self._ids[row] < 0 else None

    def refresh(self) -> None:
        """Fetch the visible rows again: their values changed, their order did not."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def row_of(self, wanted: int) -> int:
        """Where the id stands, -1 if it is not in the list."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def row(self, number: int) -> Row | None:
        """The row at a place; None if it was deleted since."""
        if not 0 <= number < len(self._ids):
            return None
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._turn_to(page)
        return rows.get(self._ids[number])

    def rows(self, ids: Sequence[int]) -> Iterator[Row]:
        """The rows of any ids in the order given, past the pages kept: for copying and for sums."""
        for start in range(0, len(ids), 500):
            part = list(ids[start : start + 500])
            found = {row.id: row for row in self._fetch(part)}
            yield from (found[i] for i in part if i in found)

    def _turn_to(self, page: int) -> dict[int, Row]:
        start = page * PAGE
        page_ids = self._ids[start : start + PAGE].tolist()
        if self.heads:
            page_ids = [one for one in page_ids if one >= 0]
        rows = {row.id: row for row in self._fetch(page_ids)} if page_ids else {}
        self._pages[page] = rows
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return rows

    # What Qt asks. Pages are dropped in the order they were fetched, not last used: bookkeeping on each of the 2,400
    # calls of a paint would cost more than a page fetched twice.

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == _ALIGNMENT:
            return self._align[index.column()]
        if role in (_DISPLAY, _DECORATION, _FOREGROUND, _TOOLTIP, ROW, BADGE, _ACCESSIBLE):
            row = self.row(index.row())
            if row is None and self.heads:
                return self._head_told(index, role)
            return None if row is None else self._told(row, self.columns[index.column()], role)
        if role == ID:
            return self._ids[index.row()]
        return None

    def _head_told(self, index: Index, role: int) -> Any:
        """The view paints heads over the whole line; for screen readers the text stands in the first cell."""
        head = self.head_at(index.row())
        told = head is not None and index.column() == 0 and role in (_DISPLAY, _ACCESSIBLE)
        return f"{head.text} {head.note}".strip() if head is not None and told else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsSelectable if self.heads and self.head_at(index.row()) else flags

    def _told(self, row: Row, column: Column[Row], role: int) -> Any:
        if role in (_DISPLAY, _ACCESSIBLE):
            return one_line(column.show(row))
        if role == _DECORATION:
            name = column.icon and column.icon(row)
            return icons.icon(name, column.colour and column.colour(row)) if name else None
        if role == _FOREGROUND:
            name = column.colour and column.colour(row)
            return theme.colour(name) if name else None
        if role == _TOOLTIP:
            return plain_tip(several_lines(column.tip(row), TIP)) if column.tip else None
        if role == BADGE:
            return column.badge(row) if column.badge else None
        return row

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (_DISPLAY, _TOOLTIP, _ACCESSIBLE):
            return current().text(self.columns[section].title)
        return self._align[section] if role == _ALIGNMENT else None
