"""What stands for a character the font lacks: a box with its code point in it, as a glyph of its own.

The boxes are a Type 3 font made for the one file (ISO 32000-1, 9.6.5), so that the character itself can still be
searched and copied: readers take it from the font's ToUnicode map, whatever it looks like.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from desktop.documents.pdf.fonts import to_unicode_map

_PER_FONT = 255
# The strokes of a seven-segment figure: a at the top, then clockwise, g in the middle.
_STROKES = "abcdef bc abged abcgd fgbc afgcd afgedc abc abcdefg abcfgd abcefg cdefg adef bcdeg adefg aefg"
_FIGURES = dict(zip("0123456789ABCDEF", _STROKES.split(" "), strict=True))
_WIDE, _HIGH, _STROKE, _STEP = 170, 330, 36, 250  # of a figure, in thousandths of an em
_ROWS = (440, 20)  # where the two rows of figures stand


class StandIns:
    """The stand-ins of one file."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._codes: dict[str, int] = {}

    def show(self, char: str, size: float) -> str:
        """The operators that show the stand-in of `char` within a text, one em wide."""
        font, code = divmod(self._codes.setdefault(char, len(self._codes)), _PER_FONT)
        return f"/StandIn{font} {size:.2f} Tf <{code + 1:02X}> Tj"

    def finish(self) -> None:
        """Put the fonts into the file; call it once, before the canvas is saved."""
        chars = list(self._codes)
        for font in range(-(-len(chars) // _PER_FONT)):
            self._add(f"StandIn{font}", chars[font * _PER_FONT : (font + 1) * _PER_FONT])

    def _add(self, name: str, chars: list[str]) -> None:
        document = self._canvas._doc
        glyphs = [f"u{ord(char):04X}" for char in chars]
        drawings = {
            glyph: document.Reference(_stream(_drawn(f"{ord(char):04X}")), f"{name}:{glyph}")
            for glyph, char in zip(glyphs, chars, strict=True)
        }
        # Never shown: Poppler takes the height of a Type 3 font from the width of its "m", normally 0.6 em.
        drawings["m"] = document.Reference(_stream("600 0 d0"), f"{name}:m")
        text = _stream(to_unicode_map(name, [ord("m"), *map(ord, chars)]))
        order = pdfdoc.PDFArray([0, *map(pdfdoc.PDFName, ["m", *glyphs])])
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type3"),
            "FontBBox": pdfdoc.PDFArray([0, -120, 1000, 880]),
            "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "FirstChar": 0,
            "LastChar": len(chars),
            "Widths": pdfdoc.PDFArray([600, *[1000] * len(chars)]),
            "Encoding": pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Encoding"), "Differences": order}),
            "CharProcs": pdfdoc.PDFDictionary(drawings),
            "Resources": pdfdoc.PDFDictionary({}),
            "ToUnicode": document.Reference(text, f"{name}:ToUnicode"),
        }
        document.idToObject["BasicFonts"].dict[name] = document.Reference(pdfdoc.PDFDictionary(font), name)


def _stream(content: str) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _drawn(code: str) -> str:
    """The box and the figures of a code point in two rows, all as filled bars, for they take the colour of the text."""
    bars = [(60, -100, 880, 30), (60, 810, 880, 30), (60, -100, 30, 940), (910, -100, 30, 940)]
    half = (len(code) + 1) // 2
    for row, figures in zip(_ROWS, (code[:half], code[half:]), strict=True):
        x = 500 - (_STEP * (len(figures) - 1) + _WIDE) // 2
        for place, figure in enumerate(figures):
            bars += [_bar(stroke, x + place * _STEP, row) for stroke in _FIGURES[figure]]
    return "\n".join(["1000 0 0 -120 1000 880 d1", *(f"{x} {y} {w} {h} re" for x, y, w, h in bars), "f"])


def _bar(stroke: str, x: int, y: int) -> tuple[int, int, int, int]:
    half = _HIGH // 2
    across = {"a": _HIGH - _STROKE, "g": half - _STROKE // 2, "d": 0}
    if stroke in across:
        return x, y + across[stroke], _WIDE, _STROKE
    right, upper = stroke in "bc", stroke in "bf"
    return x + (_WIDE - _STROKE if right else 0), y + (half if upper else 0), _STROKE, half
