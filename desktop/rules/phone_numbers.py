"""What kind of number a run of digits is, in the numbering plan of China, and how it is shown.

Facts of the plan are those of libphonenumber's metadata for +86. Area codes are 010, 02x and four digits elsewhere.
"""

from __future__ import annotations

import re
from enum import StrEnum, auto


class Shape(StrEnum):
    """What the digits are."""

    MOBILE = auto()
    LANDLINE = auto()
    HOTLINE = auto()  # 400 and 800
    LOCAL = auto()  # a landline without its area code
    SERVICE = auto()  # 95588, 12315, 110
    FOREIGN = auto()


_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0(?:10|2\d)\d{7,8}|0[3-9]\d{2}\d{7,8}")
_HOTLINE = re.compile(r"[48]00\d{7}")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_SERVICE = re.compile(r"9[56]\d{3,4}|1(?:00|01|1[68]|2[0-9])\d{2}|1(?:10|14|19|2[02])")
# Written without a plus these are still told apart from any Chinese number.
_NEIGHBOURS = re.compile(r"85[23]\d{8}|886\d{8,9}|60\d{8,10}|65\d{8}")


def is_mobile(text: str) -> bool:
    """Whether `text` is nothing but the eleven digits of a mobile: what most cells hold."""
    return len(text) == 11 and text[0] == "1" and text[1] in "3456789" and text.isascii() and text.isdigit()


def shape_of(digits: str, plus: bool = False) -> tuple[Shape, str] | None:
    """The shape of `digits` and their national form (no 86 in front); None for digits of no known shape.

    `plus` says that a plus or 00 stood in front: what is not Chinese is then foreign, and keeps its country's digits.
    """
    if digits.startswith("00"):
        return shape_of(digits[2:], plus=True)
    found = _national(digits) or _after_86(digits)
    if not found and ((plus and 7 <= len(digits) <= 15) or _NEIGHBOURS.fullmatch(digits)):
        return Shape.FOREIGN, digits
    return found


_PLAN = (
    (_MOBILE, Shape.MOBILE),
    (_LANDLINE, Shape.LANDLINE),
    (_HOTLINE, Shape.HOTLINE),
    (_LOCAL, Shape.LOCAL),
    (_SERVICE, Shape.SERVICE),
)


def _national(digits: str) -> tuple[Shape, str] | None:
    if digits[:2] == "01" and _MOBILE.fullmatch(digits[1:]):  # long-distance habit of the nineties
        return Shape.MOBILE, digits[1:]
    return next(((shape, digits) for pattern, shape in _PLAN if pattern.fullmatch(digits)), None)


def _after_86(digits: str) -> tuple[Shape, str] | None:
    """+86 138…, 86 21 6123 4567 and, wrongly written but common, +086 and 086 138…."""
    rest = digits.removeprefix("0")
    if not rest.startswith("86"):
        return None
    rest = rest[2:]
    found = _national(rest)
    if found and found[0] in (Shape.MOBILE, Shape.LANDLINE, Shape.HOTLINE):
        return found
    return (Shape.LANDLINE, "0" + rest) if _LANDLINE.fullmatch("0" + rest) else None


def only_digits(text: str) -> str:
    """The decimal digits in `text`, whatever script they are from, as 0 to 9."""
    digits = "".join(sign for sign in text if sign.isdecimal())
    return digits if digits.isascii() else "".join(str(int(sign)) for sign in digits)


def digits_of(text: str) -> str:
    """The digits two ways of writing one number share: 0086-138 0013 8000 and 13800138000 give the same.

    A fragment of a number stays what it is, so this also serves what is typed into a search box. "" without digits.
    """
    stripped = text.strip()
    digits = only_digits(stripped)
    found = shape_of(digits, plus=stripped.startswith(("+", "＋")))
    return found[1] if found else digits


def show_phone(value: str, extension: str = "") -> str:
    """How a number reads: 138 0013 8000, 021-61234567, 400 820 8820; others as they were written.

    An extension follows after a hyphen, 021-61234567-801.
    """
    shown = _shown(value)
    return f"{shown}-{extension}" if extension else shown


def _shown(value: str) -> str:
    digits = value.replace(" ", "").replace("-", "")
    if is_mobile(digits):
        return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
    if digits.isascii() and digits.isdigit():
        if _LANDLINE.fullmatch(digits):
            area = 3 if digits[1] in "12" else 4
            return f"{digits[:area]}-{digits[area:]}"
        if _HOTLINE.fullmatch(digits):
            return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    return value
