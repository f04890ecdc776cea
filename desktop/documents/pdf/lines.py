"""From text to set lines: the only way by which text reaches a page.

Text is data here and nothing else: there is no markup to parse, so none can be smuggled in. Lines are broken by the
rules of Chinese typesetting: no closing mark begins a line, no opening mark ends one, Latin words and numbers stay
whole unless one alone is wider than the line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.pdf.fonts import Font

LONGEST = 4_000  # characters of one field that are printed; the rest is a visible "…"
_STEP = 0.25  # points by which a text shrinks to fit

_OPENING = re.escape("（《〈「『【〔〖［｛“‘([{￥＄«")
_CLOSING_MARKS = "，。、；：！？）》〉」』】〕〗］｝”’…—～％‰℃·.,;:!?)]}%»／/"
_CLOSING = re.escape(_CLOSING_MARKS)
_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U0001f000-\U0003fffd"
# What is never divided: opening marks with what follows, closing marks with what goes before, words and numbers.
_WORD = rf"[^\s{_WIDE}{_OPENING}{_CLOSING}][^\s{_WIDE}{_OPENING}]*"
_UNIT = re.compile(rf"[{_OPENING}]*(?:{_WORD}|\S)(?:[ \u3000]*[{_CLOSING}])*|[ \u3000]+")
_CHANCE = re.compile(r"[^-/\\.,;:_@?&=+#%]*[-/\\.,;:_@?&=+#%]*")
_NEW_LINE = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_GAP = re.compile("\n{3,}")
# Printable to Python, but to be taken out (variation selectors) or to be composed (loose accents).
_LOOSE = re.compile("[\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_COMPOSABLE = re.compile("[A-Za-z][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: sizes in points.

    `least` is the size it may shrink to in order to stay in one line, or to keep its longest word whole; `wrapped` the
    size it takes where that is not enough.
    """

    font: Font
    size: float
    leading: float
    least: float = 0.0
    wrapped: float = 0.0  # 0: `size`
    most_lines: int = 0  # 0: as many as it takes


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken into lines and ready to be drawn in one size."""

    texts: tuple[str, ...]
    font: Font
    size: float
    leading: float
    lacking: bool = False  # some glyph is missing: draw with care

    @property
    def height(self) -> float:
        """In points."""
        return len(self.texts) * self.leading


def clean(text: str) -> str:
    """`text` without what cannot be printed: controls and steering marks go, lone surrogates show as U+FFFD.

    Every kind of line break becomes a newline. Latin letters with loose accents are composed, because the font has the
    composed ones; Han characters are never normalised, that would change names.
    """
    if text.isprintable() and not _LOOSE.search(text):
        return text
    text = _NEW_LINE.sub("\n", text.replace("\t", "    "))
    text = _COMPOSABLE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return _GAP.sub("\n\n", "".join(map(_shown, text)))


def _shown(char: str) -> str:
    """What is printed for one character: itself, a space, a sign of damage, or nothing."""
    if char == "\n" or (char.isprintable() and not "\ufe00" <= char <= "\ufe0f" and char < "\U000e0000"):
        return char
    match unicodedata.category(char):
        case "Cc" | "Cf" | "Mn":
            return ""  # controls, joiners, marks of direction, selectors of variants
        case "Zs":
            return "\u3000" if char == "\u3000" else " "
        case "Cs":
            return "\ufffd"
        case _:
            never_a_character = ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef"
            return "\ufffd" if never_a_character else char


def para(text: str, style: Style, room: float) -> Lines:
    """`text` cleaned, cut to LONGEST characters and broken to lines of at most `room` points."""
    text = clean(text).strip(" \n")
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    size = _size(text, style, room)
    if "\n" not in text and style.font.width(text, size) <= room:
        lines = [text] if text else []
    else:
        lines = [line for part in text.split("\n") for line in break_lines(part, style.font, size, room)]
    if style.most_lines and len(lines) > style.most_lines:
        kept = style.most_lines - 1
        lines = [*lines[:kept], _cut("".join(lines[kept:]), style.font, size, room)]
    return Lines(tuple(lines), style.font, size, style.leading * size / style.size, style.font.lacks(text))


def _size(text: str, style: Style, room: float) -> float:
    """The largest size in which `text` fits one line, if there is one; else the one in which it is wrapped."""
    fitting = _shrunk(text, style.size, style, room)
    if fitting or not style.least:
        return fitting or style.size
    size = style.wrapped or style.size
    widest = max(_UNIT.findall(text), key=lambda unit: style.font.width(unit, size), default="")
    return _shrunk(widest, size, style, room) or size


def _shrunk(text: str, size: float, style: Style, room: float) -> float:
    """The size, from `size` down to the least, in which `text` is no wider than `room`; 0 where there is none."""
    width = style.font.width(text, size)
    if width > room:
        size = size * room / width // _STEP * _STEP
    return size if size >= (style.least or style.size) else 0.0


def side_by_side(texts: Sequence[str], style: Style, room: float) -> Lines:
    """Short texts one after the other, none of them divided: words to tick on a form."""
    font, gap = style.font, "  "
    lines: list[str] = []
    for text in texts:
        longer = f"{lines[-1]}{gap}{text}" if lines else text
        if lines and font.width(longer, style.size) <= room:
            lines[-1] = longer
        else:
            lines.append(text)
    return Lines(tuple(lines), font, style.size, style.leading, font.lacks("".join(lines)))


def break_lines(text: str, font: Font, size: float, room: float) -> list[str]:
    """One paragraph as lines of at most `room` points (but at least one character each); an empty one is one line."""
    room = room * 1000.0 / size
    lines: list[str] = []
    line, used = "", 0.0
    for unit in _UNIT.findall(text):
        width = _wide(unit, font)
        if used + width > room and line and not unit.isspace():
            lines.append(line.rstrip(" "))
            line, used = "", 0.0
        if width > room:
            *full, line = _broken(unit, font, room)
            lines += full
            used = _wide(line, font)
        elif line or not unit.isspace() or not lines:
            line, used = line + unit, used + width
    return [*lines, line.rstrip(" ")] if line or not lines else lines


def _broken(unit: str, font: Font, room: float) -> list[str]:
    """A unit wider than the line, in pieces: after the marks of an address where there are any, else anywhere."""
    pieces: list[str] = []
    line, used = "", 0.0
    for chance in filter(None, _CHANCE.findall(unit)):
        whole = _wide(chance, font) <= room
        for part in (chance,) if whole else chance:
            width = _wide(part, font)
            if line and used + width > room:
                taken = _taken_along(line, part)
                if _wide(taken, font) + width > room:
                    taken = ""
                pieces.append(line[: len(line) - len(taken)])
                line, used = taken, _wide(taken, font)
            line, used = line + part, used + width
    return [*pieces, line]


def _taken_along(line: str, part: str) -> str:
    """What must go over from the end of `line` so that `part` does not begin the next one with a closing mark."""
    kept = len(line)
    while kept > 1 and (line + part)[kept] in _CLOSING_MARKS:
        kept -= 1
    return line[kept:]


def _wide(text: str, font: Font) -> float:
    return sum(map(font.widths.__getitem__, text))


def _cut(text: str, font: Font, size: float, room: float) -> str:
    """As much of `text` as fits before a "…"."""
    free = room - font.width("…", size)
    for length, char in enumerate(text):
        free -= font.width(char, size)
        if free < 0:
            return text[:length] + "…"
    return text + "…"
