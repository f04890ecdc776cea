"""Text files: one row a line, cells between delimiters, quotation marks around what contains them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from desktop.documents.sheets import delimiters
from desktop.documents.sheets.cells import CELL_END, clean
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.documents.sheets.wire import SheetWriter

_BATCH = 1000
_SAMPLE = 64 << 10
_LAST_LINE = "\x1d"  # cleaned out of every text, so that no file has such a line

# Ways to make Excel keep digits or take a formula for text: ="0755", '0755, '=1+1 (the last one our own exports use).
_EXCEL_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_APOSTROPHE = re.compile(r"^'(?=[=+\-@＝＋－＠]|[\d\s-]{4,}$)")
_SUSPECT = (f"{CELL_END}'", f'{CELL_END}="')
_NOTHING = f"{CELL_END} "


class Text:
    """A text file, its control characters taken out and its line ends all alike.

    `encoding` is that of `plain`, `found` the one the file had; they differ for UTF-16 and the like.
    """

    def __init__(self, plain: bytes, encoding: str, found: str) -> None:
        self.plain = plain
        self.encoding = encoding
        self.found = found

    def head(self) -> str:
        """The beginning, cut after a line where there is one."""
        sample = self.plain[:_SAMPLE]
        if len(sample) < len(self.plain):
            sample = sample[: sample.rfind(b"\n") + 1] or sample
        return sample.decode(self.encoding, "replace")

    def lines(self) -> io.TextIOWrapper:
        """All lines, each with its end."""
        return io.TextIOWrapper(io.BytesIO(self.plain), self.encoding, "replace", newline="\n")


def read(text: Text, delimiter: str | None, writer: SheetWriter, limits: Limits) -> str | None:
    """Send the rows of `text` and return the delimiter; one is looked for unless given."""
    csv.field_size_limit(limits.cell_chars)
    lines = text.lines()
    head, first_row = text.head(), 1
    if sign := delimiters.declared(head.split("\n", 1)[0]):
        delimiter, first_row = delimiter or sign, 2
        lines.readline()
    else:
        delimiter = delimiter or delimiters.sniff(head)
    writer.begin(first_row=first_row)
    if delimiter == " ":
        rows: Iterator[list[str]] = (line.split() for line in lines)
        _send(rows, writer)
    else:
        _send(_quoted_rows(lines, delimiter, first_row, limits), writer)
    writer.end()
    return delimiter


def _quoted_rows(lines: Iterable[str], delimiter: str | None, first_row: int, limits: Limits) -> Iterator[list[str]]:
    """The rows of a file with quotation marks. One that is never closed swallows all the rest, so it is refused."""
    number = first_row - 1  # of the row read last
    rows = csv.reader(chain(lines, (_LAST_LINE,)), delimiter=delimiter or CELL_END, skipinitialspace=True)
    closed = False
    try:
        for row in rows:
            number += 1
            closed = row == [_LAST_LINE]
            if not closed:
                yield row
    except csv.Error:
        raise UnreadableSheet("cell_too_long", row=number + 1, limit=limits.cell_chars) from None
    if not closed:
        raise UnreadableSheet("open_quote", row=number)


def _send(rows: Iterator[list[str]], writer: SheetWriter) -> None:
    """Send the rows, looking closely only at batches and then at lines that need it: nearly all need nothing."""
    while batch := list(islice(rows, _BATCH)):
        lines = [line.rstrip(_NOTHING) for line in map(CELL_END.join, batch)]
        if _unclean(CELL_END.join(chain([""], lines))):
            lines = [_line(row) if _unclean(CELL_END + line) else line for row, line in zip(batch, lines, strict=True)]
        writer.add_all(lines)


def _unclean(block: str) -> bool:
    if any(sign in block for sign in _SUSPECT):
        return True
    if block.isascii():  # control characters are gone already, but for these two
        return "\n" in block or "\t" in block
    return not block.replace(CELL_END, "").isprintable()


def _line(row: list[str]) -> str:
    return CELL_END.join([_cell(cell) for cell in row]).rstrip(_NOTHING)


def _cell(cell: str) -> str:
    cell = cell.strip() if cell.isprintable() else clean(cell)
    if cell[:1] == "'":
        return _APOSTROPHE.sub("", cell)
    if cell[:2] == '="' and (match := _EXCEL_TEXT.match(cell)):
        return match[1]
    return cell
