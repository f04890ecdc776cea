"""Rows of short lists, which the page holds whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

Row = TypeVar("Row")


def present(rows: Mapping[int, Row], ids: Sequence[int]) -> list[Row]:
    """Those that are still there: a list may be painted once more before it is given its new ids."""
    return [rows[one] for one in ids if one in rows]
