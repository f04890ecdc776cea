"""The short texts in the square codes of a 今日跟进单: what a line stands for, found again by scanning it.

KZF:<id> is a follow-up, KZC:<id> a customer with nothing planned, ids in base 36; KZS:<day>-<id> the sheet of a rep,
id 0 for the whole office. Capitals, digits, colon and hyphen alone: such a code is the smallest there is, and a scanner
types it right on any keyboard. No check digit: the code has one of its own, and whoever types by hand types the number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.rules.figures import half_width

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LARGEST = 2**63 - 1
_CODE = re.compile(r"(KZ[FCS]):(?:(\d{8})-)?([0-9A-Z]{1,13})")


class Names(StrEnum):
    """What a code names."""

    FOLLOW_UP = "KZF"
    CUSTOMER = "KZC"
    SHEET = "KZS"


@dataclass(frozen=True, slots=True)
class SheetCode:
    """`id` of a follow-up, of a customer, or of the rep of a sheet (0: the whole office); only a sheet has a `day`."""

    names: Names
    id: int
    day: date | None = None

    @property
    def text(self) -> str:
        """As it is printed and scanned."""
        day = f"{self.day:%Y%m%d}-" if self.day is not None else ""
        return f"{self.names}:{day}{_in_36(self.id)}"


def read_code(text: str) -> SheetCode | None:
    """The code in a text as a scanner or a hand typed it; None for anything else.

    An input method may have turned it to full width, and the hand may have left it in small letters.
    """
    found = _CODE.fullmatch(half_width(text).upper())
    if found is None:
        return None
    names, day, digits = Names(found[1]), found[2], int(found[3], 36)
    if (day is not None) != (names is Names.SHEET) or digits > _LARGEST:
        return None
    if day is None:
        return SheetCode(names, digits)
    try:
        return SheetCode(names, digits, date(int(day[:4]), int(day[4:6]), int(day[6:])))
    except ValueError:
        return None


def _in_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
