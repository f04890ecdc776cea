"""What a reader of spreadsheets yields, and its text."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from desktop.rules.errors import RuleBroken

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None

# Spreadsheets keep 15 digits of a number: from 10^15 on the last ones are invented.
LOST_FROM = 1e15

# Invisible guests of copied text: zero-width blanks, byte order mark, and the direction marks that phone books of
# Windows put around numbers.
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x00AD, *range(0x202A, 0x202F)])
_INVISIBLE |= dict.fromkeys(range(0x2066, 0x206A))

_SCIENTIFIC = re.compile(r"(\d)(?:\.(\d+))?[eE]\+(\d{2})")
_WHOLE_AS_FLOAT = re.compile(r"(\d+)\.0+")


def text_of(cell: Cell) -> str:
    """The cell as its reader sees it: no outer blanks, whole numbers without ".0", "" for an empty cell.

    Dates come as 2026-03-05 (with 07:45:00 behind them if they carry a time), truth as TRUE and FALSE. Never raises.
    """
    if isinstance(cell, str):
        return (cell if cell.isascii() else cell.translate(_INVISIBLE)).strip()
    if cell is None:
        return ""
    if isinstance(cell, float):
        return _float_text(cell)
    if isinstance(cell, datetime):
        midnight = cell.time() == time.min
        return cell.date().isoformat() if midnight else cell.replace(microsecond=0).isoformat(" ")
    return str(cell).upper() if isinstance(cell, bool) else str(cell)


def exact_text(cell: Cell, field: str | None = None) -> str:
    """`text_of` for numbers that name something (phones, codes, ids), where every digit counts.

    Raises RuleBroken("digits_lost") for a number typed as a number with more digits than a spreadsheet keeps, and for
    its shortened text (4.40106E+17), because the digits are no longer there.
    """
    text = text_of(cell)
    if isinstance(cell, float):
        if abs(cell) >= LOST_FROM:
            raise RuleBroken("digits_lost", field, text=text)
        return text
    if isinstance(cell, str) and "+" in text:
        shortened = _SCIENTIFIC.fullmatch(text)
        if shortened:
            return _written_out(shortened, field)
    if text.endswith("0") and "." in text:  # written by a program that took the column for decimals
        whole = _WHOLE_AS_FLOAT.fullmatch(text)
        return whole[1] if whole else text
    return text


def _written_out(shortened: re.Match[str], field: str | None) -> str:
    decimals = shortened[2] or ""
    if len(decimals) < int(shortened[3]):
        raise RuleBroken("digits_lost", field, text=shortened[0])
    return (shortened[1] + decimals)[: int(shortened[3]) + 1]


def is_blank(cell: Cell) -> bool:
    """Whether nothing is written in the cell."""
    return (
        cell is None or (isinstance(cell, str) and not text_of(cell)) or (isinstance(cell, float) and math.isnan(cell))
    )


def _float_text(number: float) -> str:
    if not math.isfinite(number):
        return ""
    return str(int(number)) if number.is_integer() else format(number, ".15g")
