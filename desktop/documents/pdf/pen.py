"""Drawing on one page: grounds, lines, and text with a stand-in for every glyph the font lacks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from desktop.documents.declared import Align
from desktop.documents.pdf.fonts import Font
from desktop.documents.pdf.grid import SIDE, Cell, Row, Tone
from desktop.documents.pdf.lines import Lines
from desktop.documents.pdf.square import square
from desktop.documents.pdf.stand_in import StandIns

Colour = tuple[float, float, float]
_Area = tuple[float, float, float, float]
INK: Colour = (0.0, 0.0, 0.0)
BLUE: Colour = (0.12, 0.25, 0.42)
QUIET: Colour = (0.38, 0.41, 0.45)
_RULE: Colour = (0.58, 0.62, 0.66)
_FRAME: Colour = (0.25, 0.3, 0.36)
_GROUNDS: dict[Tone, Colour] = {Tone.LABEL: (0.953, 0.961, 0.969), Tone.BAR: (0.867, 0.894, 0.925)}
_ASCENT = 0.88  # of the em box in both weights, so that Han characters stand in the middle of their line
_BOX_INSET = 2.2
_TOP = 2.0  # above a text that stands at the upper edge of its cell


class Pen:
    """Text of one page, written in reading order. Call `done` at the end."""

    def __init__(self, canvas: Any, stand_ins: StandIns) -> None:
        self._canvas, self._stand_ins = canvas, stand_ins
        self._text = canvas.beginText()
        self._set: tuple[object, ...] = ()
        self._colour = INK

    def lines(self, lines: Lines, x: float, top: float, width: float, align: Align = Align.LEFT) -> None:
        """Draw set lines below `top`, within `width` from `x`."""
        base = top - (lines.leading - lines.size) / 2 - _ASCENT * lines.size
        for place, text in enumerate(lines.texts):
            self.string(text, x, base - place * lines.leading, lines.font, lines.size, width, align, lines.lacking)

    def string(
        self,
        text: str,
        x: float,
        base: float,
        font: Font,
        size: float,
        width: float = 0.0,
        align: Align = Align.LEFT,
        lacking: bool = False,
    ) -> None:
        """Draw one line with its baseline at `base`."""
        if align is not Align.LEFT:
            free = width - font.width(text, size)
            x += free if align is Align.RIGHT else free / 2
        if lacking:
            self._gapped(text, x, base, font, size)
        elif text:
            self._out(text, x, base, font, size)

    def colour(self, colour: Colour) -> None:
        """Everything after this is written in `colour`."""
        if colour != self._colour:
            self._colour = colour
            self._text.setFillColorRGB(*colour)

    def done(self) -> None:
        """Put the text on the page."""
        self._canvas.drawText(self._text)

    def _out(self, text: str, x: float, base: float, font: Font, size: float) -> None:
        if self._set != (font.name, size):
            self._set = (font.name, size)
            self._text.setFont(font.name, size)
        self._text.setTextOrigin(x, base)
        self._text.textOut(text)

    def _gapped(self, text: str, x: float, base: float, font: Font, size: float) -> None:
        """A line in which some characters have no glyph."""
        for lacking, run in groupby(text, font.lacks):
            chars = "".join(run)
            if not lacking:
                self._out(chars, x, base, font, size)
                x += font.width(chars, size)
                continue
            self._text.setTextOrigin(x, base)
            self._text._code += [self._stand_ins.show(char, size) for char in chars]
            self._set = ()
            x += size * len(chars)


def grid(canvas: Any, pen: Pen, rows: Iterable[Row], left: float, top: float, pad: float) -> float:
    """Draw rows below `top` with their grounds, rules and frame; returns where they end."""
    y, right = top, left
    grounds: dict[Tone, list[_Area]] = {}
    rules: list[_Area] = []
    boxes: list[_Area] = []
    wanted: list[_Area] = []
    for row in rows:
        height = row.height(pad)
        right = max(right, left + row.cells[-1].x + row.cells[-1].width)
        for cell in row.cells:
            area = (left + cell.x, y - height, cell.width, height)
            if cell.tone is not Tone.PLAIN:
                grounds.setdefault(cell.tone, []).append(area)
            if cell.x:
                rules.append((left + cell.x, y, left + cell.x, y - height))
            if cell.wanted:
                wanted.append(area)
            elif cell.boxed:
                boxes.append(area)
            if cell.code:
                square(canvas, cell.code, area)
            _write(pen, cell, left, y, height)
        y -= height
        rules.append((left, y, right, y))
    if y < top:
        _ground(canvas, grounds)
        _rule(canvas, rules[:-1], boxes)
        _frame(canvas, wanted)
        canvas.setStrokeColorRGB(*_FRAME)
        canvas.setLineWidth(0.9)
        canvas.rect(left, y, right - left, top - y)
    return y


def _write(pen: Pen, cell: Cell, left: float, y: float, height: float) -> None:
    if cell.lines and cell.lines.texts:
        above = _TOP if cell.top else (height - cell.lines.height) / 2
        pen.colour(BLUE if cell.tone is Tone.BAR else INK)
        pen.lines(cell.lines, left + cell.x + SIDE, y - above, cell.width - 2 * SIDE, cell.align)


def _ground(canvas: Any, grounds: dict[Tone, list[_Area]]) -> None:
    for tone, areas in grounds.items():
        canvas.setFillColorRGB(*_GROUNDS[tone])
        path = canvas.beginPath()
        for area in areas:
            path.rect(*area)
        canvas.drawPath(path, stroke=0, fill=1)


def _rule(canvas: Any, rules: list[_Area], boxes: list[_Area]) -> None:
    canvas.setStrokeColorRGB(*_RULE)
    canvas.setLineWidth(0.4)
    canvas.lines(rules)
    if boxes:
        canvas.setDash(0.8, 1.6)
        for x, y, width, height in boxes:
            canvas.rect(x + _BOX_INSET, y + _BOX_INSET, width - 2 * _BOX_INSET, height - 2 * _BOX_INSET)
        canvas.setDash()


def _frame(canvas: Any, areas: list[_Area]) -> None:
    """Thick frames around what must be filled in."""
    canvas.setStrokeColorRGB(*_FRAME)
    canvas.setLineWidth(1.2)
    for x, y, width, height in areas:
        canvas.rect(x + _BOX_INSET, y + _BOX_INSET, width - 2 * _BOX_INSET, height - 2 * _BOX_INSET)
