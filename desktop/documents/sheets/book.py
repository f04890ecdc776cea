"""What was read from a foreign file, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from desktop.documents.sheets.unreadable import UnreadableSheet

Cell: TypeAlias = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

# Excel keeps 15 digits of a number; an id number or bank account typed as a number has lost the rest in the file.
SURE_DIGITS = 15


def lost_digits(cell: Cell) -> bool:
    """Whether `cell` is a number too long for Excel, whose last digits are therefore wrong in the file itself.

    Whole numbers of a workbook arrive as `int` as long as they are exact (up to 15 digits); a longer one stays a
    `float`, and is to be refused wherever digits matter (ids, account numbers, phones).
    """
    return isinstance(cell, float) and abs(cell) >= 10**SURE_DIGITS


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or one table of a web page, or the whole of a text file.

    `rows[0]` is the first row with anything in it, number `first_row` in the file (from 1), so that the row at index
    i is number `first_row + i` as the user sees it; blank rows between are kept, blank ones at the end are not.
    All rows are equally long. Index 0 is always column A. A sheet without any value has no rows.
    """

    name: str
    first_row: int
    rows: list[tuple[Cell, ...]]
    hidden: bool

    @property
    def width(self) -> int:
        """The number of columns up to the last filled one."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Book:
    """A file with its sheets, at least one of which has rows.

    `format`: xlsx, xlsb, xls, ods, csv (any delimited text), html, xml2003. `encoding` is a Python codec name and
    `delimiter` one of `,` `;` `|` `，` `tab` `space`; both None where they have no meaning, and fit for ReadOptions.
    """

    format: str
    encoding: str | None
    delimiter: str | None
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user knows better than the file says; None lets the reader find out.

    `sheet` is a name, or a number counted from 1 over the sheets a Book would have: only this one is read.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | int | None = None


def index_of(wanted: str | int, names: list[str]) -> int:
    """Where the sheet called so is; a number counts from 1. A sheet that is really named "2" goes before number 2."""
    text = str(wanted).strip()
    folded = [name.strip().casefold() for name in names]
    if text.casefold() in folded and not isinstance(wanted, int):
        return folded.index(text.casefold())
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(names):
        return int(text) - 1
    raise UnreadableSheet("no_such_sheet", sheet=text, sheets="、".join(names)[:500])
