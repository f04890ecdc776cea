"""What goes over the pipe between the reading child and the program: frames of a kind, a length and a payload.

Kinds: H the child has started; B the book (JSON); S a sheet begins (JSON); R rows (see `cells`); T the sheet ends
(JSON); P progress (JSON); E the file is refused (JSON); Z all has been sent.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from typing import IO

from desktop.documents.sheets.cells import CELL_END, ROW_END
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import UnreadableSheet

_HEAD = struct.Struct(">cI")
LONGEST_FRAME = 64 << 20
_BLOCK_CHARS = 256 << 10


class Outlet:
    """The child's end of the pipe."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def send(self, kind: bytes, payload: bytes = b"") -> None:
        """Write one frame. BrokenPipeError when the program is gone."""
        message = memoryview(_HEAD.pack(kind, len(payload)) + payload)
        while message:
            message = message[os.write(self._handle, message) :]

    def tell(self, kind: bytes, **facts: object) -> None:
        """Write one frame of JSON."""
        self.send(kind, json.dumps(facts).encode())


def frames(stream: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The frames of the child until the pipe ends; a torn last frame is left out. ValueError when one is absurd."""
    while len(head := stream.read(_HEAD.size)) == _HEAD.size:
        kind, length = _HEAD.unpack(head)
        if length > LONGEST_FRAME:
            raise ValueError("frame too long")
        payload = stream.read(length)
        if len(payload) < length:
            return
        yield kind, payload


class SheetWriter:
    """Sends sheets row by row and watches over the limits on the way.

    Blank rows before the first value are only counted, and those after the last are never sent, so that a million
    formatted but empty rows cost nothing.
    """

    def __init__(self, outlet: Outlet, limits: Limits) -> None:
        self.filled = False
        self._outlet = outlet
        self._limits = limits
        self._cells_before = 0

    def begin(self, name: str = "", *, hidden: bool = False, first_row: int = 1) -> None:
        """Start a sheet; an empty name lets the program name it after the file. `first_row`: number of the next row."""
        self._outlet.tell(b"S", name=name[:255], hidden=hidden)
        self._first = first_row
        self._next = first_row
        self._blank = 0
        self._width = 0
        self._started = False
        self._lines: list[str] = []
        self._chars = 0

    def add(self, line: str) -> None:
        """Take one row, as a line of `cells.told`."""
        self._lines.append(line)
        self._chars += len(line)
        if self._chars >= _BLOCK_CHARS or len(self._lines) >= 4096:
            self._flush()

    def add_all(self, lines: list[str]) -> None:
        """Take many rows at once."""
        if sum(map(len, lines)) > 16 * _BLOCK_CHARS:
            for line in lines:
                self.add(line)
            return
        self._lines.extend(lines)
        self._flush()

    def end(self) -> None:
        """Close the sheet."""
        self._flush()
        if self._started:
            self._cells_before += (self._next - self._first) * self._width
        self._outlet.tell(b"T", first_row=self._first)

    def _flush(self) -> None:
        lines, self._lines, self._chars = self._lines, [], 0
        last = len(lines)
        while last and not lines[last - 1]:
            last -= 1
        tail = len(lines) - last
        if not last:
            self._blank += tail
            return
        del lines[last:]
        first = 0
        if not self._started:
            while not lines[first]:
                first += 1
            self._first = self._next = self._next + self._blank + first
            del lines[:first]
            self._started = self.filled = True
        else:
            lines[:0] = [""] * self._blank
        self._blank = tail
        self._check(lines)
        self._next += len(lines)
        self._outlet.send(b"R", ROW_END.join(lines).encode("utf-8", "replace"))

    def _check(self, lines: list[str]) -> None:
        limits = self._limits
        rows = self._next - self._first + len(lines)
        if rows > limits.rows:
            raise UnreadableSheet("too_many_rows", limit=limits.rows)
        self._width = max(self._width, 1 + max(line.count(CELL_END) for line in lines))
        if self._width > limits.columns:
            raise UnreadableSheet("too_many_columns", limit=limits.columns)
        if self._cells_before + rows * self._width > limits.cells:
            raise UnreadableSheet("too_many_cells", limit=limits.cells)
        if max(map(len, lines)) > limits.cell_chars:
            for at, line in enumerate(lines):
                if max(map(len, line.split(CELL_END))) > limits.cell_chars:
                    raise UnreadableSheet("cell_too_long", row=self._next + at, limit=limits.cell_chars)
