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
from desktop.rules.imports.fields import FIELDS, SKIP, Content, ImportField
from desktop.rules.imports.readers import reader_for
from desktop.services.exchange.outcome import Outcome, Results, Said
from desktop.services.exchange.proposal import Proposal

_DATES = (Content.DATE, Content.COARSE_DATE)


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

    def mapped(self, key: str) -> bool:
        """Whether any column is given to this field."""
        return any(one.field.key == key for one in self.columns)


def check(sheet: Sheet, proposal: Proposal, progress: Progress) -> Checked:
    """Read every cell of the mapped columns of `sheet` as the proposal says.

    Rows that fail a condition are skipped ("where"), wholly blank ones are not rows at all. A cell that cannot be read
    is a fault of its column; whether its row can do without it is decided by the importer.
    """
    progress.step("checking")
    start = proposal.first_data
    kept = [(start + at, row) for at, row in enumerate(sheet.rows[start:]) if _filled(row)]
    rows = [row for _, row in kept]
    results = Results([None] * len(rows))
    wanted = _wanted(rows, proposal, results)
    cells: list[tuple[Cell, ...]] = list(zip(*rows, strict=True)) or [()] * sheet.width
    columns = []
    for match in progress.over(proposal.matches):
        field = FIELDS.get(match.field or "")
        if field is not None and field is not SKIP and match.column_index < len(cells):
            columns.append(_column(field, match.column_index, match.header, cells[match.column_index], wanted))
    return Checked(proposal, [sheet.first_row + at for at, _ in kept], rows, tuple(columns), results)


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


def _column(field: ImportField, index: int, header: str, cells: Sequence[Cell], wanted: list[bool]) -> CheckedColumn:
    different = _different(cells)
    order = date_order(different.values()) if field.content in _DATES else None
    read = reader_for(field, order)
    known = {key: _read(read, cell) for key, cell in different.items()}
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
    if field.labelled and header:
        values = [f"{header}：{value}" if value else value for value in values]
    return CheckedColumn(field, index, header, values, faults)


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
