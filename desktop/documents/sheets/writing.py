"""Workbooks we write: tables with real numbers and dates, text as text, nothing that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import IO, Any

MAX_TEXT = 32_767  # what one cell of a workbook holds
MONEY, DAY, SHARE, COUNT = "#,##0.00", "yyyy-mm-dd", "0.0%", "#,##0"
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Value = str | int | float | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its title, its width in characters, and how its numbers are shown ("": as they are)."""

    title: str
    width: float = 14
    format: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of a workbook; its header stays in sight."""

    title: str
    columns: Sequence[Heading]
    rows: Iterable[Sequence[Value]]


def write_table(target: IO[bytes], title: str, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write one sheet with a header that stays in sight; texts that look like formulas stay texts."""
    columns = [Heading(text, 12 if place < 2 else 36) for place, text in enumerate(header)]
    write_book(target, [Tab(title, columns, rows)])


def write_book(target: IO[bytes], tabs: Sequence[Tab]) -> None:
    """Write these sheets, row by row; texts that look like formulas stay texts."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for tab in tabs:
        _write(book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", tab.title)[:31]), tab)
    book.save(target)


def _write(sheet: Any, tab: Tab) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for number, column in enumerate(tab.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    bold = Font(bold=True)

    def cell(value: Value, shown: str = "") -> WriteOnlyCell:
        made = WriteOnlyCell(sheet, value=clean(value) if isinstance(value, str) else value)
        if isinstance(value, str):
            made.data_type = "s"
        elif value is not None and (shown or isinstance(value, date)):
            made.number_format = shown or DAY
        return made

    head = [cell(column.title) for column in tab.columns]
    for one in head:
        one.font = bold
    sheet.append(head)
    formats = [column.format for column in tab.columns]
    for row in tab.rows:
        shown = [*formats, *[""] * (len(row) - len(formats))]
        sheet.append([cell(value, how) for value, how in zip(row, shown, strict=False)])


def clean(text: str) -> str:
    """`text` without the characters a workbook cannot hold, cut at its limit."""
    return _UNFIT.sub("", text)[:MAX_TEXT]
