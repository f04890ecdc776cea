"""What becomes of a file that may be refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop.documents.sheets.book import Book
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.reading import read_book
from desktop.documents.sheets.unreadable import UnreadableSheet


def refusal(folder: Path, data: bytes, limits: Limits | None = None) -> UnreadableSheet:
    path = folder / "客户.xlsx"
    path.write_bytes(data)
    start = time.monotonic()
    with pytest.raises(UnreadableSheet) as caught:
        read_book(path, limits=limits or Limits())
    assert time.monotonic() - start < 20
    assert caught.value.facts["file"] == "客户.xlsx"
    return caught.value


def outcome(path: Path, limits: Limits | None = None) -> Book | str:
    """What was read, or the code of the refusal: for files of which either is right."""
    try:
        return read_book(path, limits=limits or Limits())
    except UnreadableSheet as refused:
        return refused.code
