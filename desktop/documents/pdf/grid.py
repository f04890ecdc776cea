"""Rows of cells, and how they are dealt out to pages. All measures are points, y grows upwards as in PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.documents.declared import Align
from desktop.documents.pdf.lines import Lines

SIDE = 3.6  # room between a cell's edge and its text
_LINE = 11.6  # height of a line of values
_SLACK = 0.01  # sums of heights are not exact
_FEWEST = 2  # lines of a divided row that must stay together at the end of a page


class Tone(StrEnum):
    """The ground of a cell."""

    PLAIN = "plain"
    LABEL = "label"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Cell:
    """`x` counts from the left edge of the grid. A boxed cell is empty and shows that it wants
    filling in, a `wanted` one that it must be. `top`: its text stands at its upper edge; `code` is drawn as a square
    code as large as the cell allows."""

    x: float
    width: float
    lines: Lines | None
    align: Align = Align.LEFT
    tone: Tone = Tone.PLAIN
    boxed: bool = False
    wanted: bool = False
    top: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`keep`: never the last of a page. `head` is drawn again when this row begins a page. `opens` a section.

    A `dense` row is no higher than its text and has half the air. `bookmark` is what the outline calls this place.
    """

    cells: tuple[Cell, ...]
    least: float = 0.0
    keep: bool = False
    head: Row | None = None
    opens: bool = False
    dense: bool = False
    bookmark: str = ""
    _text: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        text = max((cell.lines.height for cell in self.cells if cell.lines), default=0.0)
        object.__setattr__(self, "_text", max(text, 0.0 if self.dense else _LINE))

    def height(self, pad: float) -> float:
        """With `pad` above and below the highest text; an empty row is as high as one line."""
        return max(self._text + (pad if self.dense else 2 * pad), self.least)


def paginate(rows: Sequence[Row], first: float, later: float, pad: float, late: float = 0.0) -> list[list[Row]]:
    """The rows of each page, where the first has room for `first` points of height and every other for `later`.

    Rows marked `keep` go over to the next page together with what follows them; a row higher than what is left of a
    page is divided between its lines. A section that does not fit and would open in the last `late` points of a page
    opens on the next one.
    """
    pages: list[list[Row]] = [[]]
    waiting = list(reversed(_groups(rows)))
    room = first
    while waiting:
        group = waiting.pop()
        height = sum(row.height(pad) for row in group)
        if height <= room + _SLACK and not (group[0].opens and room < late and _section(group, waiting, pad) > room):
            pages[-1] += group
            room -= height
            continue
        parts = _divided(group, room, pad, forced=_fresh(pages[-1])) if height > room + _SLACK else None
        if parts:
            pages[-1] += parts[0]
            waiting.append(parts[1])
        else:
            waiting.append(group)
        head = waiting[-1][0].head
        pages.append([head] if head else [])
        room = later - (head.height(pad) if head else 0.0)
    return pages


def _section(opening: list[Row], waiting: list[list[Row]], pad: float) -> float:
    """The height from an opening group to the next one; `waiting` stands in reverse order."""
    height = sum(row.height(pad) for row in opening)
    for group in reversed(waiting):
        if group[0].opens:
            break
        height += sum(row.height(pad) for row in group)
    return height


def _fresh(page: list[Row]) -> bool:
    """Whether nothing but repeated heads stands on the page yet."""
    return all(row.keep for row in page)


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that must not be parted: each `keep` row with the next one that is not."""
    groups: list[list[Row]] = []
    joined = False
    for row in rows:
        if joined:
            groups[-1].append(row)
        else:
            groups.append([row])
        joined = row.keep
    return groups


def _divided(group: list[Row], room: float, pad: float, *, forced: bool) -> tuple[list[Row], list[Row]] | None:
    """The group in two, its last row divided so that the first part fits; None where too little would stay here."""
    *before, last = group
    room -= sum(row.height(pad) for row in before) + 2 * pad
    longest = max((cell.lines for cell in last.cells if cell.lines), key=lambda lines: lines.height, default=None)
    if longest is None:
        return None
    fitting = int(room // longest.leading)
    if forced:
        fitting = max(fitting, 1)
    elif fitting < _FEWEST or len(longest.texts) - fitting < _FEWEST:
        return None
    top, rest = (tuple(_part(cell, fitting, upper=upper) for cell in last.cells) for upper in (True, False))
    return [*before, replace(last, cells=top, least=0.0)], [replace(last, cells=rest, least=0.0)]


def _part(cell: Cell, count: int, *, upper: bool) -> Cell:
    """The upper or lower part of a cell; labels stand in both."""
    if cell.lines is None or cell.tone is Tone.LABEL:
        return cell
    texts = cell.lines.texts[:count] if upper else cell.lines.texts[count:]
    return replace(cell, lines=replace(cell.lines, texts=texts))
