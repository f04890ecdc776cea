"""Real sheets as rows of cells, read without the program's own readers."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop.rules.cells import Cell

Rows = list[list[Cell]]
Sheets = list[tuple[str, Rows]]


def read_sheets(path: Path, encoding: str = "utf-8-sig", delimiter: str = ",") -> Sheets:
    if path.suffix in (".xls", ".xlsx") and encoding == "utf-8-sig":
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        pages = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
        return [(name, [list(row) for row in rows]) for name, rows in pages]
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = data.decode(encoding)
    if delimiter == " ":
        return [("", [list(line.split()) for line in text.splitlines()])]
    return [("", [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)])]


@pytest.fixture
def sheets(shared_data: Path) -> Callable[..., Sheets]:
    def read(name: str, encoding: str = "utf-8-sig", delimiter: str = ",") -> Sheets:
        return read_sheets(shared_data / name, encoding, delimiter)

    return read
