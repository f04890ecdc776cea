"""What the cells of a column look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.credit_code import code_fault, normal_code
from desktop.rules.errors import RuleBroken
from desktop.rules.import_dates import date_order
from desktop.rules.imports.choices import read_yes_no
from desktop.rules.imports.field_kinds import Content, ImportField
from desktop.rules.imports.readers import EMAIL, reader_for
from desktop.rules.name_kinds import is_company_name, is_form_of_address, is_person_name
from desktop.rules.phone_numbers import Shape, is_mobile, shape_of
from desktop.rules.phones import read_phones

SAMPLE = 200  # filled cells are enough to see what a column holds


@dataclass(frozen=True, slots=True)
class Column:
    """The filled cells at the head of a column, `filled` being their share of the rows looked at (0 to 1)."""

    cells: tuple[Cell, ...]
    filled: float

    @property
    def is_constant(self) -> bool:
        """Whether ten or more rows all say the same."""
        return len(self.cells) >= 10 and len({text_of(cell) for cell in self.cells}) == 1


def column_of(rows: Sequence[Sequence[Cell]], index: int) -> Column:
    """The column `index` of the first rows; short rows count as blank there."""
    head = rows[:SAMPLE]
    cells = tuple(row[index] for row in head if index < len(row) and not is_blank(row[index]))
    return Column(cells, len(cells) / len(head) if head else 0.0)


def fit(field: ImportField, column: Column) -> float | None:
    """The share of the filled cells that this field can take, 0 to 1; None where nothing is filled."""
    if not column.cells:
        return None
    test = _TESTS.get(field.content) or _reads(field, column)
    return share(column, test)


def share(column: Column, test: Callable[[Cell], bool]) -> float:
    """The share of the filled cells for which `test` holds; 0 where nothing is filled."""
    return sum(1 for cell in column.cells if test(cell)) / len(column.cells) if column.cells else 0.0


def _reads(field: ImportField, column: Column) -> Callable[[Cell], bool]:
    read = reader_for(field, date_order(column.cells))

    def reads(cell: Cell) -> bool:
        try:
            return bool(read(cell) not in (None, ()))
        except RuleBroken as refusal:
            # It was one, and the row will say what is wrong with it.
            return refusal.code == "digits_lost" or refusal.facts.get("why") == "ambiguous"

    return reads


# -- single cells ------------------------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"[一-鿿](?:省|市|区|县|镇|乡|村|路|街|道|巷|弄|号|栋|幢|楼|室|园)")
_LETTER = re.compile(r"[^\W\d_]")


def holds_phone(cell: Cell) -> bool:
    """Whether the cell is about phone numbers and not a text in which one occurs."""
    try:
        return len(text_of(cell)) <= 80 and bool(read_phones(cell))
    except RuleBroken:
        return True


def holds_mobile(cell: Cell) -> bool:
    """Whether the cell is one Chinese mobile."""
    return is_mobile(text_of(cell).replace(" ", "").replace("-", ""))


def holds_landline(cell: Cell) -> bool:
    """Whether the cell is one landline with its area code."""
    text = text_of(cell)
    found = shape_of("".join(sign for sign in text if sign.isdecimal()))
    return bool(found) and found is not None and found[0] is Shape.LANDLINE and not _LETTER.search(text)


def holds_email(cell: Cell) -> bool:
    """Whether an e-mail address is all or most of the cell."""
    found = EMAIL.search(text_of(cell))
    return (
        bool(found) and found is not None and 2 * len(found[0]) > len(text_of(cell)) / (text_of(cell).count("@") or 1)
    )


def holds_credit_code(cell: Cell) -> bool:
    """Whether the cell is a right 统一社会信用代码."""
    return isinstance(cell, str) and code_fault(normal_code(cell)) is None


def holds_company(cell: Cell) -> bool:
    """Whether the cell is the name of a company, shop, school or the like."""
    text = text_of(cell)
    return isinstance(cell, str) and len(text) <= 60 and is_company_name(text) and not holds_address(cell)


def holds_person(cell: Cell) -> bool:
    """Whether the cell is a person's name or form of address."""
    return isinstance(cell, str) and (is_person_name(text_of(cell)) or is_form_of_address(text_of(cell)))


def holds_address(cell: Cell) -> bool:
    """Whether the cell names a place by two or more steps: 湛江市霞山区…, …路12号."""
    return isinstance(cell, str) and len(text_of(cell)) >= 6 and len(_ADDRESS.findall(text_of(cell))) >= 2


def holds_words(cell: Cell) -> bool:
    """Whether there is a letter in the cell and no e-mail address."""
    text = text_of(cell)
    return bool(_LETTER.search(text)) and "@" not in text


def _is_code(cell: Cell) -> bool:
    text = text_of(cell)
    return len(text) <= 40 and "\n" not in text


def _is_name(cell: Cell) -> bool:
    return bool(_LETTER.search(text_of(cell))) and len(text_of(cell)) <= 120 and not holds_phone(cell)


def _is_account(cell: Cell) -> bool:
    try:
        read_yes_no(cell)
    except RuleBroken:
        return len(text_of(cell)) <= 40
    return False


def _looks_like_code(cell: Cell) -> bool:
    try:
        return 8 <= len(normal_code(cell)) <= 20
    except RuleBroken:
        return True


_TESTS: Mapping[Content, Callable[[Cell], bool]] = {
    Content.NAME: _is_name,
    Content.CODE: _is_code,
    Content.TEXT: lambda _: True,
    Content.ADDRESS: holds_words,
    Content.PHONE: holds_phone,
    Content.ACCOUNT: _is_account,
    Content.WEB: lambda cell: "." in text_of(cell),
    Content.CREDIT_CODE: _looks_like_code,
}
