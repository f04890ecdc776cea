"""The two bundled fonts, registered with ReportLab once per process, and what they can and cannot draw."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.pdfbase import pdfmetrics, ttfonts

from desktop.paths import resources

_registering = Lock()
_EM = 1000.0  # glyph widths are in thousandths of the font size


class _Widths(dict[str, float]):
    """Width of a character in thousandths of an em; one that the font lacks is drawn as a box one em wide."""

    def __init__(self, by_code: dict[int, float]) -> None:
        super().__init__()
        self._by_code = by_code

    def __missing__(self, char: str) -> float:
        # ReportLab writes a no-break space as a space.
        width = float(self._by_code.get(32 if char == "\xa0" else ord(char), _EM))
        self[char] = width
        return width


@dataclass(frozen=True, slots=True)
class Font:
    """One weight: `name` is what ReportLab calls it."""

    name: str
    glyphs: Container[int]
    widths: _Widths

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points."""
        return sum(map(self.widths.__getitem__, text)) * size / _EM

    def lacks(self, text: str) -> bool:
        """Whether some character of `text` has no glyph here."""
        return not text.isascii() and any(ord(char) not in self.glyphs and char != "\xa0" for char in text)


@dataclass(frozen=True, slots=True)
class Fonts:
    regular: Font
    bold: Font


def fonts() -> Fonts:
    """Both weights. The first call reads 21 MB of fonts (about 0.15 s): never before the window is painted."""
    with _registering:
        return _registered()


def missing_glyphs(text: str) -> list[str]:
    """The characters of `text` the paper font cannot draw, each once, in their order; they print as a coded box."""
    both = fonts()
    lacking = (char for char in text if both.regular.lacks(char) or both.bold.lacks(char))
    return list(dict.fromkeys(lacking))


@cache
def _registered() -> Fonts:
    # ReportLab writes code points beyond U+FFFF with five hex digits, which no reader understands: text drawn so can
    # be neither searched nor copied.
    ttfonts.makeToUnicodeCMap = to_unicode_map
    return Fonts(_font("KezhaSans", "NotoSansSC-Regular.ttf"), _font("KezhaSans-Bold", "NotoSansSC-Bold.ttf"))


def _font(name: str, file: str) -> Font:
    font = ttfonts.TTFont(name, str(resources() / "fonts" / file), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(font)
    return Font(name, font.face.charToGlyph, _Widths(font.face.charWidths))


def to_unicode_map(name: str, subset: list[int]) -> str:
    """The CMap stream that says which text the codes of a subset font stand for (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset)]
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap"]
    lines += [f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def"]
    lines += [f"/CMapName /{name} def", "/CMapType 2 def"]
    lines += ["1 begincodespacerange", f"<00> <{len(subset) - 1:02X}>", "endcodespacerange"]
    for start in range(0, len(pairs), 100):  # the most that one block may hold
        block = pairs[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _utf16(point: int) -> str:
    char = "\ufffd" if 0xD800 <= point <= 0xDFFF else chr(point)
    return char.encode("utf-16-be").hex().upper()
