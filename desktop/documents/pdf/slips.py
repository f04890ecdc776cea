"""Slips: for each row a small form of several lines, one part to read and one to write in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.documents.declared import Slips, Slot
from desktop.documents.pdf.grid import SIDE, Cell, Row, Tone
from desktop.documents.pdf.lines import Style, para, side_by_side
from desktop.documents.records import Record, look_up, rows
from desktop.documents.values import FORMATS, Format, beside, text_of
from desktop.words import Catalogue

MM = 72 / 25.4
_ROOM = 15.5 * MM  # height of what is written in by hand: two lines of handwriting, and a code that a scanner reads


def slip_rows(
    block: Slips, record: Record, words: Catalogue, styles: Mapping[str, Style], width: float
) -> Iterator[Row]:
    """The rows of all slips; those of one slip are never parted."""
    for row in rows(record, block.rows):
        made = [
            _row(block, line, row, words, styles, width, head=number == 0)
            for number, line in enumerate(block.lines)
            if _is_wanted(block, line, row, words)
        ]
        for place, one in enumerate(made):
            yield replace(one, keep=place < len(made) - 1)


def _is_wanted(block: Slips, line: Sequence[Slot], row: Record, words: Catalogue) -> bool:
    return any(slot.box or slot.choices or _said(block, slot, row, words) for slot in line)


def _said(block: Slips, slot: Slot, row: Record, words: Catalogue) -> str:
    """The value of a slot as it is printed, "" where nothing is known."""
    kind = slot.format or FORMATS.get(f"{block.record}.{slot.path}", Format.AUTO)
    parts = (text_of(look_up(row, path), words, kind) for path in (slot.path, *slot.more))
    return beside(parts, slot.between)


def _row(
    block: Slips,
    line: Sequence[Slot],
    row: Record,
    words: Catalogue,
    styles: Mapping[str, Style],
    width: float,
    *,
    head: bool,
) -> Row:
    shown = [slot for slot in line if slot.box or slot.choices or _said(block, slot, row, words)]
    whole = sum(slot.share for slot in shown)
    cells: list[Cell] = []
    x = 0.0
    for slot in shown:
        room = slot.share / whole * width
        said = "" if slot.box or slot.choices else _said(block, slot, row, words)
        cells.append(_cell(slot, said, words, styles, x, room, head=head))
        x += room
    return Row(tuple(cells), _ROOM if any(slot.box or slot.choices for slot in shown) else 0.0)


def _cell(
    slot: Slot, said: str, words: Catalogue, styles: Mapping[str, Style], x: float, room: float, *, head: bool
) -> Cell:
    tone = Tone.LABEL if head else Tone.PLAIN
    if slot.code:
        return Cell(x, room, None, code=said, tone=tone)
    if slot.choices:
        ticks = tuple(f"□ {words.text(one)}" for one in slot.choices)
        return Cell(x, room, side_by_side(ticks, styles["slip"], room - 2 * SIDE))
    if slot.box:
        return Cell(x, room, para(words.text(slot.title), styles["slip_title"], room - 2 * SIDE), top=True)
    if slot.title:
        said = words.text("{label}: {value}", label=words.text(slot.title), value=said)
    style = styles["slip_head" if slot.strong else "slip"]
    return Cell(x, room, para(said, style, room - 2 * SIDE), slot.align, tone)
