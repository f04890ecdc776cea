"""统一社会信用代码, the 18 characters that name an organisation in China (GB 32100-2015)."""

from __future__ import annotations

import unicodedata

from desktop.rules.cells import Cell, exact_text
from desktop.rules.errors import RuleBroken

LENGTH = 18
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I O S V Z
_VALUE = {sign: value for value, sign in enumerate(_SIGNS)}
_WEIGHTS = [pow(3, place, 31) for place in range(LENGTH - 1)]


def normal_code(cell: Cell) -> str:
    """The code as it is stored: half width, capitals, no blanks or hyphens. Raises RuleBroken("digits_lost")."""
    text = unicodedata.normalize("NFKC", exact_text(cell, "credit_code")).upper()
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-‐‑–—·.")


def check_character(first_17: str) -> str:
    """The 18th character for 17 valid ones: weights 3^i mod 31 (GB 32100-2015, 4.2.5)."""
    total = sum(_VALUE[sign] * weight for sign, weight in zip(first_17, _WEIGHTS, strict=True))
    return _SIGNS[-total % 31]


def code_fault(code: str) -> RuleBroken | None:
    """What is wrong with a normalised code, None if nothing is.

    Codes: credit_code_length (length), credit_code_sign (sign), credit_code_check. An old business licence number or
    an organisation code has another length: an office may hold such a paper, so this is to be shown, not to block.
    """
    if len(code) != LENGTH:
        return RuleBroken("credit_code_length", "credit_code", text=code, length=len(code))
    for sign in code:
        if sign not in _VALUE:
            return RuleBroken("credit_code_sign", "credit_code", text=code, sign=sign)
    if check_character(code[:-1]) != code[-1]:
        return RuleBroken("credit_code_check", "credit_code", text=code)
    return None


def read_credit_code(cell: Cell) -> str:
    """The normalised code, "" for an empty cell. Raises the RuleBroken that `code_fault` describes."""
    code = normal_code(cell)
    fault = code_fault(code) if code else None
    if fault:
        raise fault
    return code
