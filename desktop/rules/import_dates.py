"""Dates as they stand in files: written out, with a year, never relative to today."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import chinese_number


class DateOrder(StrEnum):
    """In which order day, month and a year that does not stand first are written."""

    YMD = "ymd"
    MDY = "mdy"
    DMY = "dmy"


FIRST_YEAR, LAST_YEAR = 1600, 2199
_SERIALS = range(20_000, 80_000)  # spreadsheet day numbers of 1954 to 2119
_SERIAL_ZERO = date(1899, 12, 30)
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6}
_MONTHS |= {"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

_TIME = re.compile(
    r"[\sT]*(?:上午|下午|中午|晚上|凌晨|am|pm)?\s*\d{1,2}[:点时]\d{0,2}(?:[:分]\d{0,2}(?:\.\d+)?)?\s*秒?\s*(?:am|pm)?"
    r"\s*(?:z|utc|gmt|cst|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"[\s,(]*(?:星期|礼拜|周)[一二三四五六日天][\s,)]*")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*[日号]?|\s*月)?")
_THREE_PARTS = re.compile(r"(\d{1,2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{4}|\d{1,2})\s*[日号]?")
_DAY_MONTH_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s]*([a-z]{3,9})\.?[-\s,]*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_NAME_DAY = re.compile(r"([a-z]{3,9})\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?[-\s,]+(\d{4})", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"(\d{4})\s*年?")
_SPOKEN = re.compile(r"[〇○零一二三四五六七八九十两]+(?=[年月日号])")


def read_import_date(
    cell: Cell, order: DateOrder | None = None, *, coarse: bool = False, field: str | None = None
) -> date | None:
    """The day a cell of a file names, None for an empty cell; a time behind it is dropped.

    2009-12-01 07:45:00, 2017/4/27, 2026年3月5日 星期四, 20260305, 2017年5月 (its first day), 5 Mar 2020, dates and day
    numbers of spreadsheets. `order` (see `date_order`) settles 9/7/11; with `coarse` a year alone is its first day.
    Raises RuleBroken("bad_date", text=…, why=…), why being unreadable, no_such_day, ambiguous or no_year.
    """
    if isinstance(cell, str):
        if len(cell) == 19 and cell[4] == "-" == cell[7]:  # what databases write: worth its own short way
            found = _iso(cell)
            if found:
                return found
        text = text_of(cell)
        return _remembered(text, order, coarse, field) if text else None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if is_blank(cell):
        return None
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _from_number(cell, order, coarse, field)
    raise bad_date(text_of(cell), "unreadable", field)


def bad_date(text: str, why: str, field: str | None = None) -> RuleBroken:
    """The error for a text that is no certain date."""
    return RuleBroken("bad_date", field, text=text, why=why)


def _iso(text: str) -> date | None:
    try:
        found = datetime.fromisoformat(text).date()
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


@lru_cache(maxsize=8192)
def _remembered(text: str, order: DateOrder | None, coarse: bool, field: str | None) -> date:
    return written_date(text, order, coarse=coarse, field=field)


def _from_number(number: float, order: DateOrder | None, coarse: bool, field: str | None) -> date:
    text = text_of(number)
    whole = int(number) if abs(number) < 1e9 else 0
    if whole in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=whole)
    if len(text) == 8 or (coarse and len(text) == 4):
        return written_date(text, order, coarse=coarse, field=field)
    raise bad_date(text, "unreadable", field)


def written_date(text: str, order: DateOrder | None = None, *, coarse: bool = False, field: str | None = None) -> date:
    """The day `text` spells out with its year. Raises as `read_import_date`."""
    bare = unicodedata.normalize("NFKC", text)
    bare = _WEEKDAY.sub(" ", _TIME.sub("", bare)).strip()
    bare = _SPOKEN.sub(lambda spoken: str(chinese_number(spoken[0])), bare)
    if len(bare) == 8 and bare.isdecimal():
        return _day(bare, int(bare[:4]), int(bare[4:6]), int(bare[6:]), field)
    found = _YEAR_FIRST.fullmatch(bare)
    if found:
        return _day(text, int(found[1]), int(found[2]), int(found[3] or 1), field)
    found = _THREE_PARTS.fullmatch(bare)
    if found:
        return _ordered(text, (found[1], found[2], found[3]), order, field)
    found = _DAY_MONTH_NAME.fullmatch(bare)
    if found and found[2][:3].lower() in _MONTHS:
        return _day(text, full_year(found[3]), _MONTHS[found[2][:3].lower()], int(found[1]), field)
    found = _MONTH_NAME_DAY.fullmatch(bare)
    if found and found[1][:3].lower() in _MONTHS:
        return _day(text, int(found[3]), _MONTHS[found[1][:3].lower()], int(found[2]), field)
    found = _YEAR_ONLY.fullmatch(bare)
    if found and coarse:
        return _day(text, int(found[1]), 1, 1, field)
    no_year = re.fullmatch(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?", bare)
    raise bad_date(text, "no_year" if no_year else "unreadable", field)


def full_year(year: str) -> int:
    """26 → 2026, 98 → 1998, 2026 → 2026."""
    number = int(year)
    if len(year) > 2:
        return number
    return number + (2000 if number < 70 else 1900)


def _day(text: str, year: int, month: int, day: int, field: str | None) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise bad_date(text, "no_such_day", field)
    try:
        return date(year, month, day)
    except ValueError:
        raise bad_date(text, "no_such_day", field) from None


def _ordered(text: str, parts: tuple[str, str, str], order: DateOrder | None, field: str | None) -> date:
    """9/7/11: by the order of its column, else only if a single order gives a day (a first part over 12 is a year)."""
    if order is not None and not (order is DateOrder.YMD and len(parts[2]) == 4):
        possible = [order]
    elif len(parts[2]) == 4:
        possible = [DateOrder.MDY, DateOrder.DMY]
    elif int(parts[0]) > 12:
        possible = [DateOrder.YMD]
    else:
        possible = list(DateOrder)
    days = {day for day in (_try(parts, each) for each in possible) if day}
    if len(days) == 1:
        return days.pop()
    raise bad_date(text, "ambiguous" if days else "no_such_day", field)


def _try(parts: tuple[str, str, str], order: DateOrder) -> date | None:
    if order is DateOrder.YMD:
        year, month, day = parts
    elif order is DateOrder.MDY:
        month, day, year = parts
    else:
        day, month, year = parts
    if len(year) == 1:
        return None
    try:
        return date(full_year(year), int(month), int(day))
    except ValueError:
        return None


def date_order(values: Iterable[Cell]) -> DateOrder | None:
    """The one order in which a whole column of 9/7/11 can be read; None where none is needed or two are possible.

    Of two possible orders with a short year the one is taken whose year varies less than its day.
    """
    columns = [parts for parts in (_parts(value) for value in values) if parts]
    if not columns:
        return None
    fits = {order: sum(1 for parts in columns if _try(parts, order)) for order in DateOrder}
    if all(len(parts[2]) == 4 for parts in columns):
        del fits[DateOrder.YMD]
    best = max(fits.values())
    if best < 0.98 * len(columns):
        return None
    possible = [order for order, count in fits.items() if count == best]
    if len(possible) == 1:
        return possible[0]
    if DateOrder.YMD in possible:
        first, last = (len({parts[place] for parts in columns}) for place in (0, 2))
        if first < last:
            return DateOrder.YMD
        possible.remove(DateOrder.YMD)
        return possible[0] if len(possible) == 1 and last < first else None
    return None


def _parts(value: Cell) -> tuple[str, str, str] | None:
    """The three parts of a date that does not say itself which is which."""
    if not isinstance(value, str):
        return None
    found = _THREE_PARTS.fullmatch(_TIME.sub("", unicodedata.normalize("NFKC", text_of(value))).strip())
    return (found[1], found[2], found[3]) if found else None
