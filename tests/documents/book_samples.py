"""Workbooks made part by part, for what no library would write."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

SHARED = "xl/sharedStrings.xml"
SHEET = "xl/worksheets/sheet1.xml"


def sheet_xml(rows: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?><worksheet xmlns="{SPACE}">{before}<sheetData>{rows}</sheetData></worksheet>'.encode()


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def parts(sheet: bytes, shared: bytes | None = None, workbook: str = "") -> dict[str, bytes]:
    """The parts of the smallest workbook with one sheet."""
    kind = f"{RELATIONS}/sharedStrings"
    link = f'<Relationship Id="r2" Type="{kind}" Target="sharedStrings.xml"/>' if shared is not None else ""
    made = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPACE}" xmlns:r="{RELATIONS}">{workbook}<sheets>'
        '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>{link}</Relationships>',
    }
    packed = {name: text.encode() for name, text in made.items()} | {SHEET: sheet}
    return packed | ({SHARED: shared} if shared is not None else {})


def packed(content: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return out.getvalue()


def xlsx(rows: str, shared: bytes | None = None, before: str = "") -> bytes:
    """A workbook whose one sheet has these rows, given as XML."""
    return packed(parts(sheet_xml(rows, before), shared))


def lying_about_size(data: bytes, name: str, claimed: int) -> bytes:
    """`data` with another unpacked size for one entry in the directory of the zip."""
    changed = bytearray(data)
    at = 0
    while (at := changed.find(b"PK\x01\x02", at)) >= 0:
        length = struct.unpack_from("<H", changed, at + 28)[0]
        if changed[at + 46 : at + 46 + length].decode() == name:
            struct.pack_into("<I", changed, at + 24, claimed)
            return bytes(changed)
        at += 4
    raise KeyError(name)


def overlapping(data: bytes, copies: int) -> bytes:
    """`data` with many more directory records that point to the last entry, each under a name of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
        last = archive.infolist()[-1]
    end = data.rfind(b"PK\x05\x06")
    directory = data[start:end]
    record = directory[directory.rfind(b"PK\x01\x02") :]
    length = len(last.filename.encode())
    more = b""
    for number in range(copies):
        name = f"xl/worksheets/{number:0{length}}.xml"[:length].encode()
        more += record[:46] + name + record[46 + length :]
    count = len(archive.infolist()) + copies
    tail = bytearray(data[end:])
    struct.pack_into("<HHII", tail, 8, count, count, len(directory + more), start)
    return data[:start] + directory + more + bytes(tail)
