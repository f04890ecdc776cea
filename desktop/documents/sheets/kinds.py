"""What kind of file this is, told by its content: names are wrong too often (web pages and text saved as .xls)."""

from __future__ import annotations

import codecs
import re
import zlib

from desktop.documents.sheets import encoding as encodings
from desktop.documents.sheets.delimited import Text
from desktop.documents.sheets.limits import Limits, megabytes
from desktop.documents.sheets.unreadable import UnreadableSheet

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# No table, whatever the bytes behind may look like: SQLite, PDF, pictures, archives, programs, Excel before 1993.
_OTHERS = (
    b"SQLite format 3\0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
    b"PK\x05\x06",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"MZ",
    b"\x7fELF",
    b"{\\rtf",
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"MIME-Version:",
)
_NOISE = bytes(sign for sign in range(32) if sign not in b"\t\n\r") + b"\x7f"
_NO_TABLE = re.compile(r"BEGIN:(VCARD|VCALENDAR)|[\[{].*[\]}]\s*\Z", re.IGNORECASE | re.DOTALL)
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# What pages call themselves, and the superset that such pages are really in.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "iso8859-1": "cp1252", "ascii": "cp1252"}


def unpacked(data: bytes, limits: Limits) -> bytes:
    """`data`, out of its gzip wrapping if it has one, never more than the limits allow."""
    if not data.startswith(GZIP):
        return data
    parts, size = [], 0
    rest = data
    while rest.startswith(GZIP):
        inflater = zlib.decompressobj(31)
        try:
            part = inflater.decompress(rest, limits.unpacked_bytes + 1 - size)
        except zlib.error:
            raise UnreadableSheet("damaged") from None
        size += len(part)
        check_growth(size, len(data), limits)
        if not inflater.eof:
            raise UnreadableSheet("damaged")
        parts.append(part)
        rest = inflater.unused_data
    return b"".join(parts)


def check_growth(unpacked_bytes: int, packed_bytes: int, limits: Limits) -> None:
    """Refuse what grows beyond the limits when unpacked."""
    if unpacked_bytes > limits.ratio_counts_from_bytes and unpacked_bytes > packed_bytes * limits.ratio:
        raise UnreadableSheet("zip_bomb", limit=limits.ratio)
    if unpacked_bytes > limits.unpacked_bytes:
        raise UnreadableSheet("unpacked_too_large", limit=megabytes(limits.unpacked_bytes))


def text_of(data: bytes, wanted: str | None) -> Text:
    """`data` as text, in the encoding `wanted` or the one found. UnreadableSheet when it is no text."""
    if data.startswith(_OTHERS):
        raise UnreadableSheet("unknown_format")
    mark = encodings.marked(data)
    name = wanted or _declared(data, mark) or encodings.detect(data)
    if mark and codecs.lookup(mark[0]) == codecs.lookup(name):
        data = data[mark[1] :]
    if name not in encodings.BYTEWISE:
        data = data.decode(name, "replace").encode("utf-8", "replace")
    noise = data[:65536]
    if len(noise) - len(noise.translate(None, _NOISE)) > 3 + len(noise) // 100:
        raise UnreadableSheet("unknown_format")
    plain = data.translate(None, _NOISE)
    if b"\r" in plain:
        plain = plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if not plain.strip():
        raise UnreadableSheet("empty")
    return Text(plain, name if name in encodings.BYTEWISE else "utf-8", name)


def markup_of(text: Text) -> str:
    """`html`, `xml2003`, or `csv` for anything that is not marked up. UnreadableSheet for text that is no table."""
    head = text.head().lstrip("\ufeff \t\n")
    if head.startswith("<"):
        if head.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in head:
            return "xml2003"
        if _TABLE.search(head) or re.search(rb"<table[\s>]", text.plain, re.IGNORECASE):
            return "html"
        raise UnreadableSheet("not_a_table")
    if _NO_TABLE.match(head):
        raise UnreadableSheet("not_a_table")
    return "csv"


def _declared(data: bytes, mark: tuple[str, int] | None) -> str | None:
    """The encoding a web page names for itself, if its bytes agree."""
    if mark or not data[:1024].lstrip().startswith(b"<"):
        return None
    match = _META.search(data[:4096])
    try:
        name = codecs.lookup(match[1].decode()).name if match else ""
        name = _WIDER.get(name, name)
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name or None
