"""Finding the column somebody names: by its header, or by its number where there is no such header."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from desktop.rules.cells import Cell, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.field_kinds import header_word


def column_index(name: str | int, header: Sequence[Cell] | None, width: int, field: str | None = None) -> int:
    """The index, from 0, of the column called `name` in a sheet of `width` columns.

    The header's very text wins, then the text without blanks, case and remarks, then a number counted from 1. Of two
    columns with one header the first is meant. Raises RuleBroken("unknown_column", column=…, known=…).
    """
    texts = [text_of(cell) for cell in header or ()]
    if isinstance(name, str):
        wanted = name.strip()
        if wanted in texts and wanted:
            return texts.index(wanted)
        folded = _folded(wanted)
        words = [_folded(text) for text in texts]
        if folded and folded in words:
            return words.index(folded)
        bare = [header_word(text) for text in texts]
        if header_word(wanted) and bare.count(header_word(wanted)) == 1:
            return bare.index(header_word(wanted))
    number = int(name) if isinstance(name, int) or (name.strip().isdecimal() and len(name.strip()) < 6) else 0
    if 1 <= number <= max(width, len(texts)):
        return number - 1
    raise RuleBroken("unknown_column", field, column=str(name), known=tuple(text for text in texts if text))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
