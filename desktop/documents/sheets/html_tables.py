"""Tables of a web page: what many Chinese systems export under the name of .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from desktop.documents.sheets.cells import clean, told
from desktop.documents.sheets.delimited import Text
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.documents.sheets.wire import SheetWriter

_FEED = 64 << 10
_DEEPEST = 50
_BREAKS = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"script", "style", "head", "title"})
_SHORTENED = re.compile(r"-?\d(\.\d+)?[eE]\+\d+")
_BLANKS = re.compile(r"[ \t\n]+")


class _Table:
    """A table being read: finished rows, and the cells that earlier rows reach down into the next ones."""

    def __init__(self, limits: Limits) -> None:
        self.rows: list[str] = []
        self.row: dict[int, str] | None = None
        self.cell: list[str] | None = None
        self._reach: dict[int, int] = {}
        self._spans = (1, 1)
        self._exact: str | None = None
        self._limits = limits
        self._cells = 0

    def open_row(self) -> None:
        self.close_row()
        self.row = {}

    def open_cell(self, attributes: dict[str, str | None]) -> None:
        self.close_cell()
        if self.row is None:
            self.row = {}
        self.cell = []
        self._spans = _span(attributes.get("colspan"), 1000), _span(attributes.get("rowspan"), 65534)
        self._exact = attributes.get("x:num")

    def close_cell(self) -> None:
        if self.cell is None or self.row is None:
            return
        text = clean("\n".join(_BLANKS.sub(" ", part).strip() for part in "".join(self.cell).split("\0")))
        if self._exact and _SHORTENED.fullmatch(text):
            text = self._exact  # Excel shows a long number as 1.38E+10 and keeps the digits beside it
        self.cell = None
        column = 0
        while column in self.row or self._reach.get(column, 0) > 0:
            column += 1
        across, down = self._spans
        for step in range(across):
            self.row[column + step] = "" if step else text
            if down > 1:
                self._reach[column + step] = down
        if len(self.row) > self._limits.columns:
            raise UnreadableSheet("too_many_columns", limit=self._limits.columns)

    def close_row(self) -> None:
        self.close_cell()
        if self.row is None:
            return
        self._reach = {column: left - 1 for column, left in self._reach.items() if left > 1}
        width = max(self.row, default=-1) + 1
        self._cells += width
        if self._cells > self._limits.cells:
            raise UnreadableSheet("too_many_cells", limit=self._limits.cells)
        if len(self.rows) >= self._limits.rows:
            raise UnreadableSheet("too_many_rows", limit=self._limits.rows)
        self.rows.append(told([self.row.get(column, "") for column in range(width)]))
        self.row = None


def _span(value: str | None, most: int) -> int:
    return min(max(int(value), 1), most) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1


class _Page(HTMLParser):
    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0
        self._limits = limits

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            if len(self._open) >= _DEEPEST:
                raise UnreadableSheet("unsafe")
            self._open.append(_Table(self._limits))
            self.tables.append(self._open[-1])
        elif tag in _SILENT:
            self._silent += 1
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].open_row()
        elif tag in ("td", "th"):
            self._open[-1].open_cell(dict(attrs))
        elif tag in _BREAKS:
            self._say("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif not self._open:
            return
        elif tag == "table":
            self._open.pop().close_row()
        elif tag == "tr":
            self._open[-1].close_row()
        elif tag in ("td", "th"):
            self._open[-1].close_cell()
        elif tag in _BREAKS:
            self._say("\0")

    def handle_data(self, data: str) -> None:
        if not self._silent and self._open:
            self._say(data)

    def finish(self) -> None:
        """Close what the page left open."""
        self.close()
        for table in self._open:
            table.close_row()

    def _say(self, data: str) -> None:
        cell = self._open[-1].cell
        if cell is not None:
            cell.append(data)


def read(text: Text, writer: SheetWriter, limits: Limits) -> None:
    """Send every table with a value in it as a sheet without a name; merged cells have theirs in the first one."""
    page = _Page(limits)
    whole = text.plain.decode(text.encoding, "replace")
    for start in range(0, len(whole), _FEED):
        page.feed(whole[start : start + _FEED])
    page.finish()
    tables = [table for table in page.tables if any(table.rows)]
    if not tables:
        raise UnreadableSheet("not_a_table")
    for table in tables:
        writer.begin()
        writer.add_all(table.rows)
        writer.end()
