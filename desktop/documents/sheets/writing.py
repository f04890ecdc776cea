"""Workbooks we write: small tables, text as text, nothing that a spreadsheet would run as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import IO

MAX_TEXT = 32_767  # what one cell of a workbook holds
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Value = str | int | float | Decimal | date | bool | None


def write_table(target: IO[bytes], title: str, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write one sheet with a header that stays in sight; texts that look like formulas stay texts."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for number in range(1, len(header) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = 12 if number <= 2 else 36

    def cell(value: Value, *, bold: bool = False) -> WriteOnlyCell:
        made = WriteOnlyCell(sheet, value=clean(value) if isinstance(value, str) else value)
        if isinstance(value, str):
            made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(text, bold=True) for text in header])
    for row in rows:
        sheet.append([cell(value) for value in row])
    book.save(target)


def clean(text: str) -> str:
    """`text` without the characters a workbook cannot hold, cut at its limit."""
    return _UNFIT.sub("", text)[:MAX_TEXT]
