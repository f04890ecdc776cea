"""The second step of an import: cells become values, column by column, and rows that cannot be used are said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.documents.sheets.book import Sheet
from desktop.progress import Progress
from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.import_dates import date_order
from desktop.rules.imports.fields import FIELDS, SKIP, Content, ImportField, header_word
from desktop.rules.imports.readers import reader_for
from desktop.services.exchange.fitting import longest_of
from desktop.services.exchange.outcome import Outcome, Results, Said
from desktop.services.exchange.proposal import Proposal

_DATES = (Content.DATE, Content.COARSE_DATE)
# Texts that go to the file as they are: codes are kept whole or refused, for cut off they could be another's.
_KEPT_IN = {
    "customer.number": ("customer", "number"),
    "order.number": ("sales_order", "number"),
    "line.product_code": ("product", "code"),
    "line.product": ("product", "name"),
    "line.category": ("product", "category"),
    "line.unit": ("product", "unit"),
}
# Headers that add nothing to what stands below them.
_PLAIN_NOTES = frozenset({"备注", "备注信息", "注释", "附注", "note", "notes", "remark", "remarks", "memo", "comment"})
_SUMS = frozenset({"合计", "总计", "小计", "累计", "本页合计", "total", "subtotal", "grandtotal", "sum"})


@dataclass(frozen=True, slots=True)
class CheckedColumn:
    """One mapped column: its field, the header it had, and a value for each row (None where empty or unreadable)."""

    field: ImportField
    index: int
    header: str
    values: list[Any]
    faults: Mapping[int, RuleBroken]


@dataclass(frozen=True, slots=True)
class Checked:
    """All data rows of a sheet as values. `numbers` are the rows' numbers in the file."""

    proposal: Proposal
    numbers: list[int]
    rows: list[tuple[Cell, ...]]
    columns: tuple[CheckedColumn, ...]
    results: Results

    def column(self, key: str) -> list[Any] | None:
        """The values of the first column of a field that holds one value; None where it is not mapped."""
        return next((one.values for one in self.columns if one.field.key == key), None)

    def unused(self) -> tuple[str, ...]:
        """The headers of the columns that hold something and are not imported; "3" for the third without a header."""
        used = {column.index for column in self.columns}
        left = [one for one in self.proposal.matches if one.column_index not in used]
        filled = [one for one in left if any(_there(row, one.column_index) for row in self.rows)]
        return tuple(one.header or str(one.column_index + 1) for one in filled)

    def mapped(self, key: str) -> bool:
        """Whether any column is given to this field."""
        return any(one.field.key == key for one in self.columns)


def check(sheet: Sheet, proposal: Proposal, progress: Progress) -> Checked:
    """Read every cell of the mapped columns of `sheet` as the proposal says.

    Rows that fail a condition are skipped ("where"), and so are sums ("sum_row"); wholly blank ones are not rows at
    all. A cell that cannot be read is a fault of its column; whether its row can do without it is decided by the
    importer.
    """
    progress.step("checking")
    start = proposal.first_data
    kept = [(start + at, row) for at, row in enumerate(sheet.rows[start:]) if _filled(row)]
    rows = [row for _, row in kept]
    results = Results([None] * len(rows))
    wanted = _wanted(rows, proposal, results)
    _skip_sums(rows, wanted, results)
    cells: list[tuple[Cell, ...]] = list(zip(*rows, strict=True)) or [()] * sheet.width
    columns = []
    custom = {one.key: one for one in proposal.custom}
    for match in progress.over(proposal.matches):
        target = custom.get(match.field or "")
        field = target.field() if target else FIELDS.get(match.field or "")
        if field is not None and field is not SKIP and match.column_index < len(cells):
            read = target.reader() if target and field.content not in _DATES else None
            column = _column(field, match.column_index, match.header, cells[match.column_index], wanted, read)
            columns.append(_shortened(column, results))
    return Checked(proposal, [sheet.first_row + at for at, _ in kept], rows, tuple(columns), results)


def _there(row: tuple[Cell, ...], index: int) -> bool:
    return index < len(row) and not is_blank(row[index])


def _filled(row: tuple[Cell, ...]) -> bool:
    return any(row) or any(cell is not None and cell != "" for cell in row)


def _wanted(rows: Sequence[tuple[Cell, ...]], proposal: Proposal, results: Results) -> list[bool]:
    if not proposal.where:
        return [True] * len(rows)
    tests: list[Callable[[Sequence[Cell]], bool]] = [one.holds for one in proposal.where]
    wanted = [all(test(row) for test in tests) for row in rows]
    said = Said("where")
    for at, one in enumerate(wanted):
        if not one:
            results.decide(at, Outcome.SKIPPED, said)
    return wanted


def _skip_sums(rows: Sequence[tuple[Cell, ...]], wanted: list[bool], results: Results) -> None:
    """Leave out 合计 below a list: sums stand at its end, or below each page of it."""
    said = Said("sum_row")
    for at, row in enumerate(rows):
        first = next((cell for cell in row if cell is not None and cell != ""), None)
        if type(first) is str and len(first) <= 20 and wanted[at] and header_word(first) in _SUMS:
            wanted[at] = False
            results.decide(at, Outcome.SKIPPED, said)


def _column(
    field: ImportField,
    index: int,
    header: str,
    cells: Sequence[Cell],
    wanted: list[bool],
    special: Callable[[Cell], Any] | None = None,
) -> CheckedColumn:
    different = _different(cells)
    order = date_order(different.values()) if field.content in _DATES else None
    read = special or reader_for(field, order)
    known = {key: _read(read, cell) for key, cell in different.items()}
    if field.key in _KEPT_IN and field.content is Content.CODE:
        longest = longest_of(*_KEPT_IN[field.key])
        known = {key: _whole(value, longest, field.key) for key, value in known.items()}
    if all(type(key) is str for key in known):
        values: list[Any] = list(map(known.get, cells))
    else:
        values = [None if cell is None else known[cell if type(cell) is str else (type(cell), cell)] for cell in cells]
    faults: dict[int, RuleBroken] = {}
    if any(isinstance(value, RuleBroken) for value in known.values()):
        for at, value in enumerate(values):
            if isinstance(value, RuleBroken):
                values[at] = None
                if wanted[at]:
                    faults[at] = value
    if field.labelled and header and header_word(header) not in _PLAIN_NOTES:
        values = [f"{header}：{value}" if value else value for value in values]
    return CheckedColumn(field, index, header, values, faults)


def _whole(value: Any, longest: int, key: str) -> Any:
    if isinstance(value, str) and len(value) > longest:
        return RuleBroken("too_long", key, length=len(value), longest=longest)
    return value


def _shortened(column: CheckedColumn, results: Results) -> CheckedColumn:
    """Names longer than the file holds, cut and remarked."""
    key = column.field.key
    if key not in _KEPT_IN:
        return column
    longest = longest_of(*_KEPT_IN[key])
    if max(map(len, filter(None, set(column.values))), default=0) > longest:
        for at, value in enumerate(column.values):
            if value and len(value) > longest:
                column.values[at] = value[:longest]
                facts = {"longest": longest, "length": len(value)}
                results.remark(at, Said("shortened", facts, column.header or key))
    return column


def _different(cells: Sequence[Cell]) -> dict[Any, Cell]:
    """The different cells of a column, blanks left out: spreadsheets repeat themselves, each is read once.

    Texts are their own key, others have their type beside them: 1, 1.0 and True are equal but not one cell.
    """
    found = set(cells)
    found.discard(None)
    if all(type(cell) is str for cell in found):
        return {cell: cell for cell in found}
    return {cell if type(cell) is str else (type(cell), cell): cell for cell in cells if cell is not None}


def _read(read: Callable[[Cell], Any], cell: Cell) -> Any:
    try:
        return read(cell)
    except RuleBroken as broken:
        return broken


def said_of(broken: RuleBroken, column: CheckedColumn) -> Said:
    """The reason a cell could not be read, with its column."""
    return Said(broken.code, broken.facts, column.header or column.field.key)


def cell_text(checked: Checked, at: int, column: CheckedColumn) -> str:
    """The cell behind a fault as text, for keeping it in a note."""
    row = checked.rows[at]
    cell = row[column.index] if column.index < len(row) else None
    return "" if is_blank(cell) else text_of(cell)
