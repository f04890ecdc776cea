"""Cells on their way from the reading child to the program: cleaned, tagged, one line of text for each row.

Every control character is taken out of texts, so a few of them are free to mean something here: one between cells,
one between rows, one before a value that is no text. The receiving side only splits strings and converts numbers;
nothing a hostile file contains can become an object of another kind.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.documents.sheets.book import Cell

CELL_END = "\x1f"
ROW_END = "\x1e"
TAG = "\x01"

_SURE = 10.0**15

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f]")
# Bidirectional marks, joiners, soft hyphen, byte order mark, what is no character; a joiner stays inside emoji.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` without control and invisible characters and outer blanks; line breaks inside become a single \\n."""
    text = _LINE_BREAKS.sub("\n", text)
    text = _BLANKS.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    return _HALF_CHARACTERS.sub("\ufffd", text).strip()


def _told_text(value: object) -> str:
    text = str(value)
    return text if text.isprintable() else clean(text)


def _told_number(value: object) -> str:
    number = float(value)  # type: ignore[arg-type]
    if not math.isfinite(number):
        return ""
    if number.is_integer() and abs(number) < _SURE:
        return f"{TAG}i{int(number)}"
    return f"{TAG}f{number!r}"


def _told_span(value: object) -> str:
    assert isinstance(value, dt.timedelta)
    return f"{TAG}s{value.days},{value.seconds},{value.microseconds}"


_TOLD: dict[type, Callable[[object], str]] = {
    str: _told_text,
    float: _told_number,
    int: _told_number,
    bool: lambda value: f"{TAG}b{value:d}",
    dt.date: lambda value: f"{TAG}d{value}",
    dt.datetime: lambda value: f"{TAG}m{value.isoformat()}",  # type: ignore[attr-defined]
    dt.time: lambda value: f"{TAG}t{value}",
    dt.timedelta: _told_span,
    type(None): lambda _: "",
}


def told(row: Iterable[object]) -> str:
    """The line for a row of mixed values, without empty cells at its end. KeyError for a type nobody foresaw."""
    return CELL_END.join([_TOLD[type(cell)](cell) for cell in row]).rstrip(f"{CELL_END} ")


def _span(text: str) -> dt.timedelta:
    days, seconds, microseconds = text.split(",")
    return dt.timedelta(int(days), int(seconds), int(microseconds))


_HEARD: dict[str, Callable[[str], Cell]] = {
    "i": int,
    "f": float,
    "b": lambda text: text == "1",
    "d": dt.date.fromisoformat,
    "m": dt.datetime.fromisoformat,
    "t": dt.time.fromisoformat,
    "s": _span,
}


def _heard_cell(text: str) -> Cell:
    if text[:1] != TAG:
        return text.strip() or None
    return _HEARD[text[1:2]](text[2:])


def heard(block: str) -> list[tuple[Cell, ...]]:
    """The rows of a block of lines, blanks around texts taken off.

    ValueError, KeyError or OverflowError when the block is not what `told` makes.
    """
    lines = block.split(ROW_END)
    if TAG in block:
        return [tuple([_heard_cell(cell) for cell in line.split(CELL_END)]) if line else () for line in lines]
    return [_heard_line(line) for line in lines]


_BEFORE, _AFTER = f" {CELL_END}", f"{CELL_END} "


def _heard_line(line: str) -> tuple[Cell, ...]:
    """A line of nothing but texts. Looking at the whole line first halves the time that many plain rows take."""
    if not line:
        return ()
    cells: list[str] = line.split(CELL_END)
    if _BEFORE in line or _AFTER in line or line[0] == " " or line[-1] == " ":
        cells = [cell.strip() for cell in cells]
    return tuple([cell or None for cell in cells]) if "" in cells else tuple(cells)
