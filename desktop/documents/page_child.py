"""The child that draws one page of a foreign PDF: this program started once more, bounded, gone when it has drawn."""

from __future__ import annotations

import json
import os
import sys

from desktop.documents.fence import raise_fence
from desktop.documents.page_images import LARGEST, MEMORY, SECONDS, NotDrawn

_STDOUT = 1


def main(argv: list[str]) -> int:
    """Draw a page of the PDF on standard input. `argv`: the page from 1, and the pixels there is room for."""
    page, room = int(argv[0]), int(argv[1])
    out = os.fdopen(os.dup(_STDOUT), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)  # whatever the library prints must not get into the answer
    data = sys.stdin.buffer.read(LARGEST + 1)
    try:
        head, pixels = _draw(data, page, room)
    except NotDrawn as refusal:
        head, pixels = {"refused": refusal.code}, b""
    except MemoryError:
        head, pixels = {"refused": "too_large"}, b""
    with out:
        out.write(json.dumps(head).encode() + b"\n")
        out.write(pixels)
    return 0


def _draw(data: bytes, page: int, room: int) -> tuple[dict[str, object], bytes]:
    if len(data) > LARGEST:
        raise NotDrawn("too_large")
    import pypdfium2

    raise_fence(MEMORY, SECONDS)
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
        if not pages:
            raise NotDrawn("empty")
        number = min(max(page, 1), pages)
        sheet = document[number - 1]
        width, height = sheet.get_size()
        if width <= 0 or height <= 0:
            raise NotDrawn("damaged")
        bitmap = sheet.render(scale=min(room / max(width, height), 4.0), prefer_bgrx=True)
    except pypdfium2.PdfiumError as error:
        raise NotDrawn("locked" if "password" in str(error).lower() else "damaged") from error
    whole = bytes(bitmap.buffer)
    row = bitmap.width * 4
    if bitmap.stride != row:
        whole = b"".join(whole[at * bitmap.stride : at * bitmap.stride + row] for at in range(bitmap.height))
    return {"page": number, "pages": pages, "width": bitmap.width, "height": bitmap.height}, whole
