"""Plain numbers as people write them: quantities, counts, shares taken off a price."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken

_DIGITS = dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)) | {"两": 2, "○": 0}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[\d,]*)(?P<decimals>\.\d*)?(?:e(?P<power>[+-]?\d{1,2}))?", re.IGNORECASE
)
# 200m2, 5万件; 10多个 and 20以上 say no number.
_WITH_UNIT = re.compile(r"([+-]?[\d.,]+)(万)?(?![多余几来左以亿百万])[^\W\d_]{0,4}[23]?")
_MINUS = str.maketrans("−–—﹣", "----")


def half_width(text: str) -> str:
    """`text` in half width without blanks and with one kind of minus, for comparing with what a number looks like."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_MINUS).split())


def decimal_of(text: str) -> Decimal | None:
    """The value of a bare number: 1,234.50 or -3 or 1.2E+5; None for anything else.

    Commas must part threes (or fours, as 万 are parted); 12,5 is nobody's certain value.
    """
    if text.isascii() and _PLAIN.fullmatch(text):
        return Decimal(text)
    found = _NUMBER.fullmatch(text)
    if not found or not text.isascii():
        return None
    whole, decimals = found["whole"], found["decimals"] or ""
    if "," in whole and not _GROUPED.fullmatch(whole):
        return None
    if not whole and len(decimals) < 2:
        return None
    value = Decimal(f"{found['sign']}{whole.replace(',', '') or '0'}{decimals}")
    return value.scaleb(int(found["power"])) if found["power"] else value


def from_float(number: float) -> Decimal | None:
    """A number of a spreadsheet at the 15 digits it keeps, so that 125.43999999999998 is 125.44; None for no number."""
    return Decimal(format(number, ".15g")) if abs(number) < 1e15 else None


def read_number(cell: Cell, field: str | None = None) -> Decimal | None:
    """A number with or without a unit behind it (12, 1,000 箱, 5.5千克), None for an empty cell.

    Raises RuleBroken("bad_number", text=…).
    """
    value: Decimal | None = None
    if isinstance(cell, str):
        text = half_width(text_of(cell))
        if not text:
            return None
        value = decimal_of(text)
        if value is None:
            found = _WITH_UNIT.fullmatch(text)
            bare = decimal_of(found[1]) if found else None
            value = bare * 10_000 if bare is not None and found and found[2] else bare
    elif is_blank(cell):
        return None
    elif isinstance(cell, int) and not isinstance(cell, bool):
        return Decimal(cell)
    elif isinstance(cell, float):
        value = from_float(cell)
    if value is None:
        raise RuleBroken("bad_number", field, text=text_of(cell))
    return value


def read_whole(cell: Cell, field: str | None = None) -> int | None:
    """A whole number of at least 0 (headcount 50人, age, days), None for an empty cell. Raises as `read_number`."""
    value = read_number(cell, field)
    if value is None:
        return None
    if value != int(value) or not 0 <= value < 10**9:
        raise RuleBroken("bad_whole_number", field, text=text_of(cell))
    return int(value)


def read_share_off(cell: Cell, field: str | None = None) -> Decimal | None:
    """The share a discount takes off the price, 0 to less than 1; None for an empty cell.

    0.4 and 40% take 40 % off; 8折 and 八五折 leave 80 and 85 %, so they take off 0.2 and 0.15. A bare number from 1
    on could be per cent, 折, money or the whole price: RuleBroken("discount_unclear", text=…), as for anything else.
    """
    if is_blank(cell):
        return None
    text = half_width(text_of(cell))
    value: Decimal | None
    if text.endswith("折"):
        value = _left_by(text[:-1])
    elif text.endswith("%"):
        percent = decimal_of(text[:-1])
        value = None if percent is None else percent / 100
    elif text in ("无", "不打折", "无折扣", "原价"):
        value = Decimal(0)
    else:
        value = from_float(cell) if isinstance(cell, float) else decimal_of(text)
    if value is None or not 0 <= value < 1:
        raise RuleBroken("discount_unclear", field, text=text_of(cell))
    return value


def _left_by(text: str) -> Decimal | None:
    """8 → 0.2, 85 → 0.15, 9.5 → 0.05, 八五 → 0.15: what 折 of that number takes off."""
    spoken = "".join(str(_DIGITS[sign]) for sign in text if sign in _DIGITS)
    number = decimal_of(spoken if len(spoken) == len(text) else text)
    if number is None or number <= 0:
        return None
    left = number / 10 if number <= 10 else number / 100
    return 1 - left


def chinese_number(text: str) -> int | None:
    """十五 → 15, 二十 → 20, 两 → 2, 二〇二六 → 2026, 一百零八 → 108; None if it is not a number written so."""
    if not text or any(sign not in _DIGITS and sign not in _STEPS for sign in text):
        return None
    if not any(sign in _STEPS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total, digit = 0, None
    for sign in text:
        if sign in _STEPS:
            total += (1 if digit is None else digit) * _STEPS[sign]
            digit = None
        else:
            digit = _DIGITS[sign] or None
    return total + (digit or 0)
