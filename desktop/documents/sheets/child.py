"""The child that reads a foreign file: this program started once more, bounded, and gone when it has read.

The file is its standard input, already open, so that it needs no path; what it read leaves over standard output as
frames (see `wire`). A fault nobody foresaw, and a panic of the workbook library, ends it with a traceback and exit
code 1; the program takes that for a damaged file.
"""

from __future__ import annotations

import gc
import json
import os

from desktop.documents.fence import raise_fence
from desktop.documents.sheets import kinds
from desktop.documents.sheets.limits import Limits, megabytes
from desktop.documents.sheets.unreadable import UnreadableSheet
from desktop.documents.sheets.wire import Outlet, SheetWriter

_STDIN, _STDOUT = 0, 1


def main(argv: list[str]) -> int:
    """Read the file on standard input. `argv` is one argument: JSON with `options` and `limits`."""
    gc.disable()  # a short life without cycles
    request = json.loads(argv[0])
    options = request["options"]
    limits = Limits(**request["limits"])
    outlet = Outlet(os.dup(_STDOUT))
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)  # whatever a library prints must not get between the frames
    try:
        outlet.tell(b"H")
        _read(outlet, options, limits)
        outlet.tell(b"Z")
    except UnreadableSheet as refusal:
        outlet.tell(b"E", code=refusal.code, facts=refusal.facts)
    except MemoryError:
        outlet.tell(b"E", code="too_much_memory", facts={"limit": megabytes(limits.memory_bytes)})
    except BrokenPipeError:
        return 1
    return 0


def _read(outlet: Outlet, options: dict[str, str | int | None], limits: Limits) -> None:
    data = _whole_input(limits)
    if not data.strip():
        raise UnreadableSheet("empty")
    data = kinds.unpacked(data, limits)
    writer = SheetWriter(outlet, limits)
    if data.startswith((kinds.ZIP, kinds.OLE)):
        _read_workbook(data, options, writer, outlet, limits)
    else:
        _read_text(data, options, writer, outlet, limits)
    if not writer.filled:
        raise UnreadableSheet("empty")


def _whole_input(limits: Limits) -> bytes:
    with os.fdopen(os.dup(_STDIN), "rb") as stream:
        data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise UnreadableSheet("too_large", limit=megabytes(limits.file_bytes), size=megabytes(len(data)))
    return data


def _read_workbook(
    data: bytes, options: dict[str, str | int | None], writer: SheetWriter, outlet: Outlet, limits: Limits
) -> None:
    from desktop.documents.sheets import workbook, zipcheck

    parcel = None
    if data.startswith(kinds.OLE):
        workbook.check_ole(data)
    else:
        parcel = zipcheck.checked(data, limits)
    workbook.load()
    raise_fence(limits.memory_bytes, limits.seconds)
    outlet.tell(b"B", format=parcel.kind if parcel else "xls", encoding=None, delimiter=None)
    try:
        workbook.read(data, options["sheet"], writer, limits)
    except UnreadableSheet as refusal:
        if refusal.code == "damaged" and parcel and parcel.odd_sheets:
            raise UnreadableSheet("unknown_format") from None  # sound, but with Excel 4 macro sheets
        raise
    if parcel and parcel.filled and not writer.filled and options["sheet"] is None:
        raise UnreadableSheet("damaged")  # there are values, and the library silently gave none


def _read_text(
    data: bytes, options: dict[str, str | int | None], writer: SheetWriter, outlet: Outlet, limits: Limits
) -> None:
    from desktop.documents.sheets import delimited, delimiters

    encoding, delimiter = options["encoding"], options["delimiter"]
    text = kinds.text_of(data, str(encoding) if encoding else None)
    del data
    kind = kinds.markup_of(text)
    found = None
    if kind == "html":
        from desktop.documents.sheets import html_tables

        raise_fence(limits.memory_bytes, limits.seconds)
        html_tables.read(text, writer, limits)
    elif kind == "xml2003":
        from desktop.documents.sheets import xml2003

        raise_fence(limits.memory_bytes, limits.seconds)
        xml2003.read(text, writer, limits)
    else:
        raise_fence(limits.memory_bytes, limits.seconds)
        found = delimited.read(text, delimiters.sign_of(str(delimiter)) if delimiter else None, writer, limits)
    outlet.tell(b"B", format=kind, encoding=text.found, delimiter=delimiters.name_of(found) if found else None)
