"""The program's end of the pipe: frames are checked and become a Book. Nothing the child says is believed unseen."""

from __future__ import annotations

import json
from pathlib import Path

from desktop.documents.sheets.book import Book, Cell, Sheet, index_of
from desktop.documents.sheets.cells import heard
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import CODES, UnreadableSheet

_FORMATS = frozenset({"xlsx", "xlsb", "xls", "ods", "csv", "html", "xml2003"})


class Assembly:
    """A Book in the making. `finished` once the child said that all has been sent."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.greeted = False
        self.finished = False
        self.rows = 0
        self._limits = limits
        self._stem = Path(path.name.removesuffix(".gz").removesuffix(".GZ")).stem
        self._facts: tuple[str, str | None, str | None] | None = None
        self._sheets: list[Sheet] = []
        self._open: tuple[str, bool] | None = None
        self._parts: list[tuple[Cell, ...]] = []

    def take(self, kind: bytes, payload: bytes) -> None:
        """Use one frame. UnreadableSheet when the child refused the file, or speaks nonsense."""
        try:
            if kind == b"R":
                self._take_rows(payload)
            else:
                self._take_note(kind, json.loads(payload))
        except (ValueError, KeyError, TypeError, OverflowError):
            raise UnreadableSheet("reader_died") from None

    def book(self, wanted: str | int | None = None) -> Book:
        """What was read; of a file with several tables only the `wanted` one, of which the child knows nothing."""
        if self._facts is None or not self._sheets:
            raise UnreadableSheet("reader_died")
        sheets = self._named()
        if wanted is not None and len(sheets) > 1:
            sheets = (sheets[index_of(wanted, [sheet.name for sheet in sheets])],)
            if not sheets[0].rows:
                raise UnreadableSheet("empty")
        return Book(*self._facts, sheets)

    def _take_rows(self, payload: bytes) -> None:
        if self._open is None:
            raise ValueError
        rows = heard(payload.decode())
        self.rows += len(rows)
        if self.rows > self._limits.rows + self._limits.cells:
            raise ValueError
        self._parts += rows

    def _take_note(self, kind: bytes, note: dict[str, object]) -> None:
        if kind == b"H":
            self.greeted = True
        elif kind == b"B":
            self._facts = (_one_of(_FORMATS, note["format"]), _text(note["encoding"]), _text(note["delimiter"]))
        elif kind == b"S" and self._open is None:
            self._open = (_text(note["name"]) or "", note["hidden"] is True)
        elif kind == b"T" and self._open is not None:
            self._close_sheet(note["first_row"])
        elif kind == b"Z" and self._open is None:
            self.finished = True
        elif kind == b"E":
            raise UnreadableSheet(_one_of(CODES, note["code"]), **_facts(note["facts"]))
        else:
            raise ValueError(kind)

    def _close_sheet(self, first_row: object) -> None:
        if not isinstance(first_row, int) or self._open is None:
            raise ValueError
        rows = self._parts
        width = max(map(len, rows), default=0)
        if len(rows) * width > self._limits.cells:
            raise ValueError
        for at, row in enumerate(rows):
            if len(row) != width:
                rows[at] = row + (None,) * (width - len(row))
        name, hidden = self._open
        self._sheets.append(Sheet(name, first_row, rows, hidden))
        self._open, self._parts = None, []

    def _named(self) -> tuple[Sheet, ...]:
        """The sheets; those without a name of their own are called after the file."""
        several = len(self._sheets) > 1
        return tuple(
            sheet if sheet.name else Sheet(f"{self._stem} {at}" if several else self._stem, *_rest(sheet))
            for at, sheet in enumerate(self._sheets, 1)
        )


def _rest(sheet: Sheet) -> tuple[int, list[tuple[Cell, ...]], bool]:
    return sheet.first_row, sheet.rows, sheet.hidden


def _one_of(known: frozenset[str], value: object) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(value)
    return value


def _text(value: object) -> str | None:
    if value is not None and (not isinstance(value, str) or len(value) > 255):
        raise ValueError(value)
    return value


def _facts(value: object) -> dict[str, object]:
    if not isinstance(value, dict) or len(value) > 10:
        raise ValueError(value)
    for name, fact in value.items():
        if name in ("code", "file") or not isinstance(fact, str | int | float) or len(str(fact)) > 500:
            raise ValueError(name)
    return value
