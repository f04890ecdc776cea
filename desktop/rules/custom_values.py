"""Answers to custom fields as text: read from a cell or a line by kind, and written so that they are read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from db.vocabulary import CustomKind
from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import decimal_of, half_width, read_number
from desktop.rules.import_dates import read_import_date
from desktop.rules.imports.choices import read_yes_no
from desktop.rules.key_days import KeyDay, read_key_day
from desktop.rules.money import FEN, LINE_PLACES, TOO_LARGE, read_money
from desktop.rules.moon_words import show_key_day
from desktop.rules.phones import read_phones

LONGEST_LINE = 500  # characters of a text of one line
LONGEST_OPTION = 100
LONGEST_TITLE = 100

# What an answer is before it is known whose it is: persons and files are their names.
Plain: TypeAlias = str | tuple[str, ...] | Decimal | date | bool | KeyDay

_BETWEEN = re.compile(r"[、，,;；|\t]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ONE_LINE = frozenset({CustomKind.TEXT, CustomKind.PHONE, CustomKind.CHOICE, CustomKind.PERSON, CustomKind.FILE})


def read_custom(kind: CustomKind, options: Sequence[str], cell: Cell, field: str | None = None) -> Plain | None:
    """The answer a cell holds, None for an empty one. Persons and files come as their names.

    RuleBroken: bad_number, bad_money, bad_date, not_yes_or_no, unknown_choice, too_long, too_precise, control_sign.
    """
    if is_blank(cell):
        return None
    read = _READERS.get(kind)
    if read is not None:
        return read(cell, field)
    text = text_of(cell).strip()
    if kind is CustomKind.CHOICES:
        return _choices(text, options, field)
    if kind is CustomKind.CHOICE:
        text = _known(text, options, field)
    return check_text(kind, _tidy_phone(text) if kind is CustomKind.PHONE else text, field) or None


def _tidy_phone(text: str) -> str:
    """One number tidied; what is no single number stays as it was typed."""
    phones = read_phones(text)
    if len(phones) != 1 or phones[0].label:
        return text
    return f"{phones[0].value}-{phones[0].extension}" if phones[0].extension else phones[0].value


def _number(cell: Cell, field: str | None) -> Decimal | None:
    return _fitting(read_number(cell, field), LINE_PLACES, 4, field)


def _money(cell: Cell, field: str | None) -> Decimal | None:
    return _fitting(read_money(cell, field), FEN, 2, field)


_READERS: Mapping[CustomKind, Callable[[Cell, str | None], Plain | None]] = {
    CustomKind.NUMBER: _number,
    CustomKind.MONEY: _money,
    CustomKind.DATE: lambda cell, field: read_import_date(cell, field=field),
    CustomKind.KEY_DATE: read_key_day,
    CustomKind.YES_NO: read_yes_no,
}


def check_text(kind: CustomKind, text: str, field: str | None = None) -> str:
    """`text` as it is kept: blanks around cut off, never anything inside. RuleBroken too_long or control_sign."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if _CONTROL.search(text) or (kind in _ONE_LINE and "\n" in text):
        raise RuleBroken("control_sign", field)
    if kind in _ONE_LINE and len(text) > LONGEST_LINE:
        raise RuleBroken("too_long", field, longest=LONGEST_LINE, length=len(text))
    return text


def check_number(kind: CustomKind, value: Decimal, field: str | None = None) -> Decimal:
    """`value` as the file keeps it. RuleBroken too_precise or money_too_large."""
    money = kind is CustomKind.MONEY
    found = _fitting(value, FEN if money else LINE_PLACES, 2 if money else 4, field)
    return value if found is None else found


def _fitting(value: Decimal | None, step: Decimal, places: int, field: str | None) -> Decimal | None:
    if value is None:
        return None
    if not value.is_finite() or abs(value) >= TOO_LARGE:
        raise RuleBroken("money_too_large", field, text=str(value))
    if value != value.quantize(step):
        raise RuleBroken("too_precise", field, places=places)
    return value.quantize(step)


def _known(text: str, options: Sequence[str], field: str | None) -> str:
    if text in options:
        return text
    folded = {option.casefold(): option for option in options}
    if text.casefold() not in folded:
        raise RuleBroken("unknown_choice", field, text=text, allowed=tuple(options))
    return folded[text.casefold()]


def _choices(text: str, options: Sequence[str], field: str | None) -> tuple[str, ...]:
    found: list[str] = []
    for line in (line.strip() for line in text.split("\n")):
        if line and line not in options:  # an option may itself hold a comma
            found += [_known(part.strip(), options, field) for part in _BETWEEN.split(line) if part.strip()]
        elif line:
            found.append(line)
    return in_order(found, options)


def in_order(chosen: Sequence[str], options: Sequence[str]) -> tuple[str, ...]:
    """Choices in the order of the options, each once; what is no option any more comes last."""
    known = [option for option in options if option in chosen]
    return (*known, *(one for one in dict.fromkeys(chosen) if one not in options))


def custom_text(value: Plain | None) -> str:
    """An answer as text that `read_custom` reads back; choices stand one a line."""
    match value:
        case None:
            return ""
        case bool():
            told = "是" if value else "否"
        case tuple():
            told = "\n".join(value)
        case Decimal():
            told = show_number(value)
        case KeyDay():
            told = show_key_day(value)
        case date():
            told = value.isoformat()
        case _:
            told = value
    return told


def show_number(value: Decimal) -> str:
    """A number without idle zeros: "1200.5"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def options_in(text: str) -> tuple[str, ...]:
    """The options typed one a line. RuleBroken at "options": options_missing, option_twice, too_long, control_sign."""
    options = tuple(line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip())
    if not options:
        raise RuleBroken("options_missing", "options")
    for option in options:
        if len(option) > LONGEST_OPTION:
            raise RuleBroken("too_long", "options", longest=LONGEST_OPTION, length=len(option))
        if _CONTROL.search(option):
            raise RuleBroken("control_sign", "options")
        if options.count(option) > 1:
            raise RuleBroken("option_twice", "options", option=option)
    return options


def renamed_options(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """{old: new} of the options that were typed over: a line whose old text is gone and whose new text is new."""
    if len(before) != len(after):
        return {}
    pairs = zip(before, after, strict=True)
    return {old: new for old, new in pairs if old != new and old not in after and new not in before}


def answer_key(field_id: int | None) -> str:
    """The name of a field's answer among the fields of a form, where RuleBroken finds it."""
    return f"custom_{field_id}"


def moved_to(kind: CustomKind, options: Sequence[str], text: str) -> Plain:
    """The answer `text` (as `custom_text`) of another kind. RuleBroken where it cannot be one without losing anything.

    Stricter than `read_custom`: of "12 boxes" the number would keep only 12.
    """
    if kind in (CustomKind.TEXT, CustomKind.LONG_TEXT, CustomKind.PHONE):
        return check_text(kind, text)
    found = read_custom(kind, options, text)
    if kind in (CustomKind.NUMBER, CustomKind.MONEY):
        same = decimal_of(half_width(text).lstrip("¥")) == found
    elif kind is CustomKind.DATE:
        same = len(text) <= len("2026年11月22日")
    else:
        same = custom_text(found) == text
    if found is None or not same:
        raise RuleBroken("unknown_choice", None, text=text)
    return found
