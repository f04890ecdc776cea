"""How the cells of each content are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from db.vocabulary import ReachKind
from desktop.rules.cells import Cell, exact_text, text_of
from desktop.rules.credit_code import normal_code
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import read_number, read_share_off, read_whole
from desktop.rules.import_dates import DateOrder, read_import_date
from desktop.rules.imports.choices import read_choice, read_yes_no
from desktop.rules.imports.field_kinds import Content, ImportField
from desktop.rules.key_days import KeyDay, read_key_day
from desktop.rules.money import read_money
from desktop.rules.names import tidy_name
from desktop.rules.phones import Phone, read_phones
from desktop.rules.times import read_time as typed_time

Value: TypeAlias = (
    str | date | time | Decimal | int | bool | StrEnum | KeyDay | tuple[Phone, ...] | tuple[str, ...] | None
)
Reader: TypeAlias = Callable[[Cell], Value]

EMAIL = re.compile(r"[A-Za-z0-9_.+%'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_OTHERWISE = {"mobile": ReachKind.MOBILE, "fax": ReachKind.FAX}


def reader_for(field: ImportField, order: DateOrder | None = None) -> Reader:
    """A function that turns a cell of this field's column into its value; None (or an empty tuple) for an empty cell.

    PHONE gives a tuple of Phone, EMAIL a tuple of addresses, BIRTHDAY a KeyDay, CHOICE a member of the field's enum,
    MONEY, NUMBER and SHARE a Decimal, DATE a date; texts come tidied. `order` is the `date_order` of the column. The
    function raises RuleBroken with the field's key as `field`.
    """
    key = field.key
    if field.content is Content.PHONE:
        otherwise = _OTHERWISE.get(key.rpartition(".")[2], ReachKind.PHONE)
        return lambda cell: _phones(cell, otherwise)
    if field.content is Content.DATE:
        return lambda cell: read_import_date(cell, order, field=key)
    if field.content is Content.COARSE_DATE:
        return lambda cell: read_import_date(cell, order, coarse=True, field=key)
    if field.content is Content.CHOICE and field.choice is not None:
        choice = field.choice
        return lambda cell: read_choice(choice, cell, key)
    read = _READERS[field.content]
    return lambda cell: read(cell, key)


def read_emails(cell: Cell, field: str | None = None) -> tuple[str, ...]:
    """The e-mail addresses in the cell, each once; () for an empty cell. Raises RuleBroken("bad_email", text=…)."""
    text = unicodedata.normalize("NFKC", text_of(cell))
    found = tuple(dict.fromkeys(EMAIL.findall(text)))
    if text and not found:
        raise RuleBroken("bad_email", field, text=text)
    return found


def read_time(cell: Cell, field: str | None = None) -> time | None:
    """A time of day: 9:30, 下午3点, 15:00:00; None for an empty cell. Raises RuleBroken("bad_time", text=…)."""
    if isinstance(cell, datetime):
        return cell.time().replace(microsecond=0)
    if isinstance(cell, time) or cell is None:
        return cell
    try:
        return typed_time(text_of(cell))
    except ValueError:
        raise RuleBroken("bad_time", field, text=text_of(cell)) from None


def _phones(cell: Cell, otherwise: ReachKind) -> tuple[Phone, ...]:
    found = read_phones(cell, otherwise)
    if otherwise is not ReachKind.FAX:
        return tuple(found)
    return tuple(Phone(ReachKind.FAX, each.value, each.digits, each.extension, each.label) for each in found)


def _text(cell: Cell, _field: str) -> str | None:
    return text_of(cell) or None


def _name(cell: Cell, _field: str) -> str | None:
    return tidy_name(text_of(cell)) or None


def _code(cell: Cell, field: str) -> str | None:
    return exact_text(cell, field) or None


def _credit_code(cell: Cell, _field: str) -> str | None:
    return normal_code(cell) or None


_READERS: Mapping[Content, Callable[[Cell, str], Value]] = {
    Content.NAME: _name,
    Content.CODE: _code,
    Content.TEXT: _text,
    Content.ADDRESS: _text,
    Content.EMAIL: read_emails,
    Content.ACCOUNT: _code,
    Content.WEB: _text,
    Content.BIRTHDAY: read_key_day,
    Content.TIME: read_time,
    Content.MONEY: read_money,
    Content.NUMBER: read_number,
    Content.WHOLE: read_whole,
    Content.SHARE: read_share_off,
    Content.CREDIT_CODE: _credit_code,
    Content.YES_NO: read_yes_no,
}
