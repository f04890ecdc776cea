"""Workbooks, through calamine: xlsx, xlsb, ods, and the old xls. Only ever run in the reading child."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from desktop.documents.sheets.book import index_of
from desktop.documents.sheets.cells import CELL_END, told
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.documents.sheets.wire import SheetWriter

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_BOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book", "WORKBOOK", "BOOK"))
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
# The record that begins a workbook of Excel 97 or Excel 5.
_BEGIN = re.compile(rb"\x09\x08(?:\x10\x00\x00\x06\x05\x00|\x08\x00\x00\x05\x05\x00)")
_FILEPASS = 0x2F


def check_ole(data: bytes) -> None:
    """Refuse an OLE file that is encrypted or no workbook; the library cannot tell these apart."""
    if _ENCRYPTED_STREAM in data or _has_password(data):
        raise UnreadableSheet("password_protected")
    if not any(name in data for name in _BOOK_STREAMS):
        raise UnreadableSheet("unknown_format")


def _has_password(data: bytes) -> bool:
    """Whether one of the first records of the workbook says that the following ones are encrypted."""
    match = _BEGIN.search(data)
    at = match.start() if match else len(data)
    for _ in range(8):
        record = int.from_bytes(data[at : at + 2], "little")
        if record == _FILEPASS:
            return True
        at += 4 + int.from_bytes(data[at + 2 : at + 4], "little")
    return False


def load() -> None:
    """Import the library, which needs to write no file afterwards."""
    import python_calamine  # noqa: F401


def read(data: bytes, wanted: str | int | None, writer: SheetWriter, limits: Limits) -> None:
    """Send the worksheets, or the one `wanted` by name or number from 1; charts and macro sheets are passed over."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        # Never from_path, which believes the extension.
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(at, one) for at, one in enumerate(book.sheets_metadata) if one.typ == SheetTypeEnum.WorkSheet]
        if wanted is not None:
            sheets = [sheets[index_of(wanted, [one.name for _, one in sheets])]]
        for at, one in sheets:
            writer.begin(one.name, hidden=one.visible != SheetVisibleEnum.Visible)
            _send(book.get_sheet_by_index(at), writer, limits)
            writer.end()
    except PasswordError:
        raise UnreadableSheet("password_protected") from None
    except (CalamineError, OverflowError, ValueError):
        raise UnreadableSheet("damaged") from None


def _send(sheet: CalamineSheet, writer: SheetWriter, limits: Limits) -> None:
    """The rows of `sheet`, from the first of the file on; the library leaves out empty columns before the data."""
    if sheet.start is None or sheet.end is None:
        return
    if sheet.height * sheet.width > limits.cells:
        raise UnreadableSheet("too_many_cells", limit=limits.cells)
    before = CELL_END * sheet.start[1]
    for row in sheet.iter_rows():
        line = told(row)
        writer.add(before + line if line else "")
