"""Text from anywhere: what no file can keep of it, and how the rest is shown without doing harm."""

from __future__ import annotations

import re

from desktop.rules.errors import RuleBroken

_UNFIT = re.compile("[\x00\ud800-\udfff]")
# Controls, and marks that turn the direction of the text behind them: a name with one would rewrite its whole line.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_TORN = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("[\r\n\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

SHORT = 400  # signs a line of a list or a label is given
WHOLE = 20_000  # signs a text of several lines is given


def text_fault(text: str, field: str | None = None) -> RuleBroken | None:
    """What keeps `text` out of the file, None for nothing. Codes: text_nul, text_broken (place, counted from 1).

    A NUL ends a text for half of the world's programs; half of a surrogate pair is no character in any encoding.
    """
    if text.isascii() and "\x00" not in text:
        return None
    found = _UNFIT.search(text)
    if found is None:
        return None
    return RuleBroken("text_nul" if found[0] == "\x00" else "text_broken", field, place=found.start() + 1)


def one_line(text: str, most: int = SHORT) -> str:
    """`text` as a list or a label may draw it: one line, no controls or turning marks, at most `most` signs and …"""
    if len(text) > most:
        text = text[:most] + "…"
    if text.isascii() and text.isprintable():
        return text
    return _TORN.sub("\ufffd", _UNSEEN.sub("", _LINE_ENDS.sub(" ", text)))


def several_lines(text: str, most: int = WHOLE) -> str:
    """`text` as a paragraph may draw it: lines kept, no controls or turning marks, at most `most` signs and …"""
    if len(text) > most:
        text = text[:most] + "…"
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _TORN.sub("\ufffd", _UNSEEN.sub("", text))
