"""Finding the table in a sheet: its header row, a second one below it, and the sheet worth reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.contents import holds_credit_code, holds_email, holds_mobile
from desktop.rules.imports.field_kinds import ImportKind, header_word
from desktop.rules.imports.fields import PREFIXED, hints
from desktop.rules.imports.name_columns import role_known

Row = Sequence[Cell]

LOOKED_AT = 40  # rows; a header further down belongs to a form, not to a table
LONGEST_HEADER = 40
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_ .#/-]*")
_HAN = re.compile(r"[一-鿿]")
_DATA = re.compile(r"[\s\d.,:/¥￥$%()+-]*\d[\s\d.,:/¥￥$%()+-]*")
_NOT_DATA = re.compile(
    r"说明|须知|填写|示例|样例|字典|枚举|下拉|选项|readme|instruction|guide|help|example|legend", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HeaderGuess:
    """Where the header is: `row_index` from 0, None for a sheet without one.

    `second_header`: the row below repeats it in another language and is no data. `reason`: words (it says what we
    know), contrast (texts above numbers), none. `known`: how many of its cells we know.
    """

    row_index: int | None
    second_header: bool
    reason: str
    known: float = 0.0

    @property
    def first_data_row(self) -> int:
        """The index of the first row below the header."""
        return 0 if self.row_index is None else self.row_index + 1 + self.second_header


def find_header(rows: Sequence[Row]) -> HeaderGuess:
    """The header of a sheet from its first rows. Titles, blank rows and notes above it are passed over."""
    head = rows[:LOOKED_AT]
    best = max(range(len(head)), key=lambda index: (_known(head[index]), -index), default=None)
    if best is not None:
        known, filled = _known(head[best]), len(_filled(head[best]))
        if known >= 2 or (known >= 1 and filled <= 3) or (known >= 1 and known >= 0.5 * filled):
            return HeaderGuess(best, _repeats(head, best), "words", known)
    by_contrast = next((index for index in range(len(head)) if _stands_out(head, index)), None)
    if by_contrast is not None:
        return HeaderGuess(by_contrast, _repeats(head, by_contrast), "contrast")
    return HeaderGuess(None, False, "none")


def header_texts(rows: Sequence[Row], guess: HeaderGuess) -> tuple[str, ...] | None:
    """The header as texts, None where there is none.

    A blank cell takes the text above it if that row is a group row (联系方式 over 电话 and 手机), not a title.
    """
    if guess.row_index is None:
        return None
    texts = [text_of(cell) for cell in rows[guess.row_index]]
    above = [text_of(cell) for cell in rows[guess.row_index - 1]] if guess.row_index else []
    if sum(1 for text in above if text) >= 2:
        texts += [""] * (len(above) - len(texts))
        group = ""  # a group's title stands over the first of its columns
        for place, text in enumerate(texts):
            group = (above[place] if place < len(above) else "") or group
            texts[place] = text or group
    return tuple(texts)


def choose_sheet(sheets: Sequence[tuple[str, Sequence[Row]]]) -> int:
    """The index of the sheet to read, of (name, first rows): the one that looks most like a list, not instructions.

    Raises RuleBroken("no_table") where no sheet has a row of data.
    """
    ratings = [(_rating(name, rows), -index) for index, (name, rows) in enumerate(sheets)]
    best = max(ratings, default=(0.0, 0))
    if best[0] <= 0:
        raise RuleBroken("no_table")
    return -best[1]


def check_table(rows: Sequence[Row], guess: HeaderGuess) -> None:
    """Raises RuleBroken where the rows are no list of records.

    no_table: nothing below the header. not_a_table: no header, and rows of several shapes (a form, a receipt).
    """
    filled = [len(_filled(row)) for row in rows[guess.first_data_row :][: LOOKED_AT * 5]]
    shapes = Counter(count for count in filled if count)
    if not shapes:
        raise RuleBroken("no_table")
    most = shapes.most_common(1)[0][1]
    if guess.row_index is None and most < 0.7 * sum(shapes.values()):
        raise RuleBroken("not_a_table", shapes=len(shapes))


def _rating(name: str, rows: Sequence[Row]) -> float:
    guess = find_header(rows)
    data = [row for row in rows[guess.first_data_row :] if _filled(row)]
    if not data and guess.reason != "words":
        return 0.0
    width = max((len(_filled(row)) for row in data), default=0)
    rating = {"words": 3 * guess.known, "contrast": 1.0, "none": 0.3}[guess.reason]
    rating *= min(1.0, 0.3 + 0.07 * len(data)) * (1 if width > 1 else 0.5)
    return rating * 0.1 if _NOT_DATA.search(name) else rating


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row if not is_blank(cell)]


def _known(row: Row) -> float:
    """How many cells of a row are headers we know; parts of words count half; 0 for a row that holds data."""
    cells = _filled(row)
    if not cells or any(_is_data(cell) for cell in cells):
        return 0.0
    distinct = {header_word(text_of(cell)): text_of(cell) for cell in cells}
    return sum(_knows(text) for text in distinct.values())


def _knows(text: str) -> float:
    if len(text) > LONGEST_HEADER:
        return 0.0
    if role_known(text):
        return 1.0
    strength = max((hint.strength for kind in ImportKind for hint in hints(text, kind)), default=0.0)
    return 1.0 if strength >= PREFIXED - 0.05 else 0.5 if strength else 0.0


def _is_data(cell: Cell) -> bool:
    if not isinstance(cell, str) or "{" in cell:  # {name}: the place of a value in a form letter
        return True
    return bool(_DATA.fullmatch(cell)) or holds_mobile(cell) or holds_email(cell) or holds_credit_code(cell)


def _stands_out(rows: Sequence[Row], index: int) -> bool:
    """A row of distinct short texts, as wide as the rows below, with at least one column of numbers or dates below."""
    cells = [(place, cell) for place, cell in enumerate(rows[index]) if not is_blank(cell)]
    below = [row for row in rows[index + 1 :] if _filled(row)]
    if not cells or not below or any(_is_data(cell) or len(text_of(cell)) > LONGEST_HEADER for _, cell in cells):
        return False
    if len({text_of(cell) for _, cell in cells}) < len(cells) or len(cells) < max(len(_filled(row)) for row in below):
        return False
    return any(_mostly_data([row[place] for row in below if place < len(row)]) for place, _ in cells)


def _mostly_data(cells: list[Cell]) -> bool:
    filled = [cell for cell in cells if not is_blank(cell)]
    return bool(filled) and sum(1 for cell in filled if _is_data(cell)) >= 0.8 * len(filled)


def _repeats(rows: Sequence[Row], index: int) -> bool:
    """Whether the row below is the header once more, in the other language: field names and Chinese words."""
    if index + 1 >= len(rows):
        return False
    upper, lower = _filled(rows[index]), _filled(rows[index + 1])
    if len(lower) < 2 or 2 * len(lower) < len(upper):
        return False
    known = sum(_knows(text_of(cell)) for cell in lower) / len(lower)
    if _identifiers(upper) >= 0.9 and _chinese(lower) >= 0.5:
        return known >= 0.5
    if _chinese(upper) < 0.5 or _identifiers(lower) < 0.9:
        return False
    after = [cell for row in rows[index + 2 : index + 12] for cell in _filled(row)]
    field_names = not any(" " in text_of(cell) for cell in lower)  # customer_name, not Wang Wei
    return known >= 0.3 or (field_names and bool(after) and _identifiers(after) < 0.5)


def _chinese(cells: Sequence[Cell]) -> float:
    return sum(1 for cell in cells if _HAN.search(text_of(cell))) / len(cells)


def _identifiers(cells: Sequence[Cell]) -> float:
    return sum(1 for cell in cells if isinstance(cell, str) and _IDENTIFIER.fullmatch(cell.strip())) / len(cells)
