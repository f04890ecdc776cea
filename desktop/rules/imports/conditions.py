"""Which rows of a sheet are wanted: `COLUMN is set`, `COLUMN starts C`, `not COLUMN > 0`."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import decimal_of, half_width
from desktop.rules.imports.columns import column_index
from desktop.rules.money import read_money

Row = Sequence[Cell]
Test = Callable[[Row], bool]

_TAIL = r"(?:\s+is\s+(?P<state>set|empty)\s*|\s*(?P<op>>=|<=|=|>|<)\s*(?P<value>.*)|\s+starts\s+(?P<start>.+))"
_WRITTEN = re.compile(rf"(?P<negated>not\s+)?(?P<column>.+?){_TAIL}", re.DOTALL)
_REST = re.compile(_TAIL, re.DOTALL)
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on one column, `index` counted from 0; `verb` is set, empty, =, starts, >, >=, < or <=."""

    column: str
    index: int
    verb: str
    text: str = ""
    number: float = 0.0
    negated: bool = False
    _test: Test = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_test", _test_of(self))

    def holds(self, row: Row) -> bool:
        """Whether the row is wanted. A row too short for the column is blank there."""
        return self._test(row)


def parse_condition(text: str, header: Sequence[Cell] | None = None, width: int = 0) -> Condition:
    """The condition for a sheet with this header (None: columns by number, of which there are `width`).

    A header that itself contains "is set" or ">" is recognised because the longest header at the head of the text wins.
    Raises RuleBroken: bad_condition (text), unknown_column (column, known).
    """
    negated, column, found = _parts(text, header)
    index = column_index(column, header, width, "where")
    verb, said, number = _demand(text, found)
    return Condition(column, index, verb, said, number, negated)


def check_condition(text: str) -> None:
    """Raises RuleBroken("bad_condition", text=…) if the text is no condition for any sheet."""
    _demand(text, _parts(text, None)[2])


def all_hold(conditions: Iterable[Condition]) -> Test:
    """One function that says whether every condition holds; with none, every row is wanted."""
    tests = tuple(condition._test for condition in conditions)
    if len(tests) == 1:
        return tests[0]

    def wanted(row: Row) -> bool:
        for test in tests:  # noqa: SIM110 - all() with a generator takes twice as long
            if not test(row):
                return False
        return True

    return wanted


def _parts(text: str, header: Sequence[Cell] | None) -> tuple[bool, str, re.Match[str]]:
    """Negation, column and the rest; by the headers if one of them stands at the head of the text."""
    bare = text.strip()
    for negated, rest in ((False, bare), (True, re.sub(r"^not\s+", "", bare))):
        if negated and rest == bare:
            continue
        names = {text_of(cell) for cell in header or ()} - {""}
        for name in sorted(names, key=len, reverse=True):
            found = _REST.fullmatch(rest[len(name) :]) if rest.startswith(name) else None
            if found:
                return negated, name, found
    written = _WRITTEN.fullmatch(bare)
    if not written:
        raise RuleBroken("bad_condition", "where", text=text)
    return bool(written["negated"]), _unquoted(written["column"].strip()), written


def _demand(text: str, found: re.Match[str]) -> tuple[str, str, float]:
    """(verb, text, number) of the part behind the column."""
    if found["state"]:
        return found["state"], "", 0.0
    if found["start"] is not None:
        start = _unquoted(found["start"].strip())
        if start:
            return "starts", start, 0.0
    elif found["op"] == "=":
        value = _unquoted(found["value"].strip())
        if value:
            return "=", value, 0.0
    else:
        number = decimal_of(half_width(found["value"]))
        if number is not None:
            return found["op"], "", float(number)
    raise RuleBroken("bad_condition", "where", text=text)


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'" else text


def _test_of(condition: Condition) -> Test:
    holds = _plain_test(condition)
    if not condition.negated:
        return holds
    return lambda row: not holds(row)


def _plain_test(condition: Condition) -> Test:
    index = condition.index
    if condition.verb in ("set", "empty"):
        wanted = condition.verb == "set"
        return lambda row: _is_set(row, index) is wanted
    if condition.verb == "=":
        said = _comparable(condition.text)
        return lambda row: index < len(row) and _shown(row[index]) == said
    if condition.verb == "starts":
        start = _comparable(condition.text)
        return lambda row: index < len(row) and _shown(row[index]).startswith(start)
    return _number_test(index, _COMPARE[condition.verb], condition.number)


def _is_set(row: Row, index: int) -> bool:
    if index >= len(row):
        return False
    cell = row[index]
    return bool(cell and not cell.isspace()) and not is_blank(cell) if isinstance(cell, str) else not is_blank(cell)


def _comparable(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _shown(cell: Cell) -> str:
    """The cell as it is compared: half width, without outer blanks, 489434.0 as 489434."""
    if isinstance(cell, str) and cell.isascii():
        return cell.strip()
    return _comparable(text_of(cell))


def _number_test(index: int, compare: Callable[[float, float], bool], limit: float) -> Test:
    def holds(row: Row) -> bool:
        if index >= len(row):
            return False
        cell = row[index]
        if type(cell) is str:
            number = _number(cell)
            return number is not None and compare(number, limit)
        return isinstance(cell, (int, float)) and not isinstance(cell, bool) and compare(cell, limit)

    return holds


def _number(text: str) -> float | None:
    """A number as sheets write it; 1,234.50 and ￥5 too. None for text: it is neither more nor less than a number."""
    try:
        number = float(text)
    except ValueError:
        return _marked_number(text)
    return number if number == number and "_" not in text else None  # noqa: PLR0124 - only nan differs from itself


def _marked_number(text: str) -> float | None:
    try:
        value: Decimal | None = read_money(text)
    except RuleBroken:
        return None
    return None if value is None else float(value)
