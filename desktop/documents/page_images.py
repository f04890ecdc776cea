"""A page of a foreign PDF as a picture: what is asked of the child that draws it, and what it answers.

PDF is drawn by a library of a million lines in another language; a file made to do harm ends the child, not us.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

DRAW_PAGE = "--draw-page"  # how the program is told to be the child; `desktop.__main__` looks for it first

LARGEST = 64 * 1024 * 1024  # bytes of the PDF
MEMORY = 1024 * 1024 * 1024  # bytes the child may take
SECONDS = 12.0
MOST_ROOM = 3000  # pixels
HEAD = 4096  # bytes the first line of an answer may have


class NotDrawn(Exception):
    """Why there is no picture: "damaged", "locked" (asks for a password), "too_large", "empty" or "too_slow"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: its number from 1, of how many, and its pixels, four bytes each (blue, green, red, unused)."""

    page: int
    pages: int
    width: int
    height: int
    pixels: bytes


def asked(page: int, room: int) -> list[str]:
    """The arguments of the child for one page, at most `room` pixels wide and high; the PDF is its standard input."""
    return [DRAW_PAGE, str(page), str(min(room, MOST_ROOM))]


def answered(answer: bytes) -> PageImage:
    """What the child wrote. Raises NotDrawn for a refusal, and for anything that is no answer of ours."""
    line, found, pixels = answer.partition(b"\n")
    try:
        if not found or len(line) > HEAD:
            raise NotDrawn("damaged")
        head = json.loads(line)
        if "refused" in head:
            raise NotDrawn(str(head["refused"]))
        image = PageImage(int(head["page"]), int(head["pages"]), int(head["width"]), int(head["height"]), pixels)
    except (ValueError, TypeError, KeyError) as error:
        raise NotDrawn("damaged") from error
    sides = (image.width, image.height)
    if min(sides) < 1 or max(sides) > MOST_ROOM or len(pixels) != image.width * image.height * 4:
        raise NotDrawn("damaged")
    return image
