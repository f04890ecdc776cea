"""A look into a zipped workbook before the library may open it: bombs, lies, far cells.

The library unpacks without a limit and keeps the whole rectangle between the first and the last cell in memory, so
that 4 KB with two cells in opposite corners end the process. All parts it reads are unpacked here first, each within
what is left of the limit; the directory is only believed where it agrees with what comes out.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from desktop.documents.sheets.kinds import check_growth
from desktop.documents.sheets.limits import Limits
from desktop.documents.sheets.unreadable import UnreadableSheet

_LOCAL_HEADER = 30
_READ_PARTS = (".xml", ".rels", ".bin")
# In the two encodings XML parts come in.
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
# Cells as nearly every program writes them: expressions that begin with plain text run ten times as fast.
_FAR_COLUMN = re.compile(rb' r="([A-Za-z]{2,})\d')
_FAR_ROW = re.compile(rb' r="[A-Za-z]+(\d{6,})"')
_NEAR_ROWS = 99_999
_CELL = re.compile(rb' r="([A-Za-z]+)(\d+)"([^>]*)>')
_ODD_SIGNS = (b" r='", b" r =", b" r= ", b"\tr", b"\nr", b"\rr")
_ODDLY_WRITTEN = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+\d+)[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<\s]")


class Parcel:
    """A zip that passed; `kind` is xlsx, xlsb or ods, `filled` whether some sheet surely holds a value."""

    def __init__(self, kind: str, filled: bool, odd_sheets: bool) -> None:
        self.kind = kind
        self.filled = filled
        self.odd_sheets = odd_sheets


def checked(data: bytes, limits: Limits) -> Parcel:
    """Refuse `data` unless it is a sound workbook within the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise UnreadableSheet("damaged") from None
    if len(entries) > limits.zip_entries:
        raise UnreadableSheet("zip_bomb", limit=limits.zip_entries)
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    kind = _kind(names)
    check_growth(sum(entry.file_size for entry in entries), len(data), limits)
    _check_places(entries, names, len(data))
    filled, size = False, 0
    for entry, name in zip(entries, names, strict=True):
        if name.endswith(_READ_PARTS):
            part = _unpacked(data, entry, limits.unpacked_bytes - size)
            size += len(part)
            check_growth(size, len(data), limits)
            filled |= _check_part(part, name, limits)
    return Parcel(kind, filled, any(name.startswith("xl/macrosheets/") for name in names))


def _kind(names: list[str]) -> str:
    for part, kind in (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"), ("content.xml", "ods")):
        if part in names:
            return kind
    raise UnreadableSheet("unknown_format")


def _check_places(entries: list[zipfile.ZipInfo], names: list[str], size: int) -> None:
    """Refuse entries that share bytes or a name: that is how a small file claims to hold a large one."""
    if len(set(names)) < len(names):
        raise UnreadableSheet("zip_bomb")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.flag_bits & 1:
            raise UnreadableSheet("password_protected")
        if entry.header_offset < end:
            raise UnreadableSheet("zip_bomb")
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
    if end > size:
        raise UnreadableSheet("damaged")


def _unpacked(data: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of an entry as they really are. UnreadableSheet when they are not what the directory says."""
    head = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if len(head) < _LOCAL_HEADER or not head.startswith(b"PK\x03\x04"):
        raise UnreadableSheet("damaged")
    start = entry.header_offset + _LOCAL_HEADER + int.from_bytes(head[26:28], "little")
    start += int.from_bytes(head[28:30], "little")
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        part = packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            part = zlib.decompressobj(-15).decompress(packed, max(most, 0) + 1)
        except zlib.error:
            raise UnreadableSheet("damaged") from None
    else:
        raise UnreadableSheet("damaged")
    if len(part) > entry.file_size:
        raise UnreadableSheet("zip_bomb")
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        raise UnreadableSheet("damaged")
    return part


def _check_part(part: bytes, name: str, limits: Limits) -> bool:
    if name.endswith(".bin"):
        return False
    if any(mark in part for mark in _DOCTYPE):
        raise UnreadableSheet("unsafe")
    if name == "meta-inf/manifest.xml" and b"encryption-data" in part:
        raise UnreadableSheet("password_protected")
    if not name.startswith("xl/worksheets/") or name.endswith(".rels"):
        return False
    _check_area(part, limits)
    return _VALUE.search(part) is not None


def _check_area(part: bytes, limits: Limits) -> None:
    """Refuse a sheet whose filled cells span too large a rectangle.

    Empty formatted cells do not count, as the library skips them too; whole columns are often formatted. The exact
    look at each cell is slow and only taken where the quick one (last row x last column) is not enough.
    """
    if any(sign in part for sign in _ODD_SIGNS):
        part = _ODDLY_WRITTEN.sub(rb' r="\1"', part)
    rows = max(map(int, set(_FAR_ROW.findall(part))), default=_NEAR_ROWS)
    columns = max(map(_column, set(_FAR_COLUMN.findall(part))), default=26)
    if rows <= limits.rows and columns <= limits.columns and rows * columns <= limits.cells:
        return
    filled = [(match[1], int(match[2])) for match in _CELL.finditer(part) if not match[3].endswith(b"/")]
    if not filled:
        return
    row_numbers = {row for _, row in filled}
    column_numbers = set(map(_column, {letters for letters, _ in filled}))
    if max(row_numbers) > limits.rows:
        raise UnreadableSheet("too_many_rows", limit=limits.rows)
    if max(column_numbers) > limits.columns:
        raise UnreadableSheet("too_many_columns", limit=limits.columns)
    height = max(row_numbers) - min(row_numbers) + 1
    if height * (max(column_numbers) - min(column_numbers) + 1) > limits.cells:
        raise UnreadableSheet("too_many_cells", limit=limits.cells)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number
