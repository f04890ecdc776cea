"""公民身份号码 (GB 11643-1999): what a number says of its bearer, and what is wrong with one.

The region of a number is that of its first registration and only a hint: codes were given out from 1984 on, many are
abolished since. Residence permits of Hong Kong, Macau and Taiwan people (81, 82, 83) follow the same scheme.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from db.vocabulary import Gender
from desktop.rules.cells import Cell, exact_text
from desktop.rules.errors import RuleBroken

LENGTH = 18
OLD_LENGTH = 15  # before 1999: no century, no check character
_WEIGHTS = [pow(2, 17 - place, 11) for place in range(LENGTH - 1)]
_CHECKS = "10X98765432"  # 1 minus the sum, modulo 11
_SHAPE = re.compile(r"[1-9][0-9]{16}[0-9X]")
_OLD_SHAPE = re.compile(r"[1-9][0-9]{14}")
_PERMITS = {"81": "810000", "82": "820000", "83": "710000"}


@dataclass(frozen=True, slots=True)
class IdRead:
    """What an ID number says. `old` is one of 15 digits, good but no longer in use; `permit` a residence permit."""

    birthday: date
    gender: Gender
    region_code: str  # GB/T 2260, six digits
    old: bool = False
    permit: bool = False


def normal_id(cell: Cell) -> str:
    """The number as it is stored: half width, capital X, no blanks or hyphens. Raises RuleBroken("digits_lost")."""
    text = unicodedata.normalize("NFKC", exact_text(cell, "id_number")).upper()
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-‐‑–—·.")


def check_character(first_17: str) -> str:
    """The 18th character for 17 digits: ISO 7064 MOD 11-2 (GB 11643-1999, 5)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def read_id(number: str, today: date) -> IdRead:
    """What a normalised number says. Raises RuleBroken at "id_number" where it cannot be right.

    Codes: id_number_length (length), id_number_sign, id_number_day (text), id_number_future (text), id_number_check.
    Papers of another kind (passports, permits of the old form) have other shapes: to be shown, not to block.
    """
    if len(number) not in (LENGTH, OLD_LENGTH):
        raise RuleBroken("id_number_length", "id_number", length=len(number))
    old = len(number) == OLD_LENGTH
    if not (_OLD_SHAPE if old else _SHAPE).fullmatch(number):
        raise RuleBroken("id_number_sign", "id_number")
    digits = "19" + number[6:12] if old else number[6:14]
    try:
        birthday = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise RuleBroken("id_number_day", "id_number", text=f"{digits[:4]}-{digits[4:6]}-{digits[6:]}") from None
    if birthday > today or birthday.year < 1850:
        raise RuleBroken("id_number_future", "id_number", text=birthday.isoformat())
    if not old and check_character(number[:-1]) != number[-1]:
        raise RuleBroken("id_number_check", "id_number")
    male = int(number[-1] if old else number[16]) % 2 == 1
    permit = None if old else _PERMITS.get(number[:2])
    gender = Gender.MALE if male else Gender.FEMALE
    return IdRead(birthday, gender, permit or number[:6], old, permit is not None)


def id_fault(number: str, today: date) -> RuleBroken | None:
    """What is wrong with a normalised number, None if nothing is; the codes are those of `read_id`."""
    try:
        read_id(number, today)
    except RuleBroken as fault:
        return fault
    return None
