"""What a screen shows of a number that others behind one's back need not read."""

from __future__ import annotations

import re
import unicodedata

SIGN = "*"
_DIGITS = re.compile(r"[0-9]{3}")
_EXTENSION = re.compile(r"(.*[0-9]{7,})(-[0-9]{1,6})")


def mask_id(text: str) -> str:
    """An ID number with its birthday and serial hidden: 3301**********1234; the length stays as it was.

    Signs that are no letter or digit stay where they are. Text of fewer than 9 signs keeps its first sign only.
    """
    signs = len(_bare(text))
    if signs < 9:
        return _masked(text, 1, 0)
    return _masked(text, 4, 4 if signs >= 12 else 2)


def mask_phone(text: str) -> str:
    """A phone number with its middle hidden: 138****8000, 138 **** 8000, 021-****4567, 0571-****4321.

    The blanks and hyphens it is written with stay; short numbers (95588) are nobody's and stay whole, and what is no
    number at all, such as a name of WeChat, keeps its first and last sign.
    """
    extension = _EXTENSION.fullmatch(text)
    if extension:
        return mask_phone(extension[1]) + extension[2]
    bare = _bare(text)
    digits = sum(sign.isdecimal() for sign in bare)
    if len(bare) > digits:
        return _masked(text, 1, 1) if len(bare) > 2 else SIGN * len(text)
    if digits <= 6:
        return text
    if digits <= 8:
        return _masked(text, 2, 2)
    three = bare[0] == "1" or bare[:2] in ("01", "02") or digits < 11
    return _masked(text, 3 if three else 4, 4)


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _masked(text: str, head: int, tail: int) -> str:
    """`text` with all letters and digits hidden but the first `head` and the last `tail`."""
    left = len(_bare(text))
    shown = []
    done = 0
    for sign in text:
        if not sign.isalnum():
            shown.append(sign if unicodedata.category(sign)[0] in "PZS" else SIGN)
            continue
        shown.append(sign if done < head or left - done <= tail else SIGN)
        done += 1
    return "".join(shown)


# An ID number tells its birthday in the middle; without that look a credit code or an account would be taken for one.
_ID = r"[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
_MOBILE = r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
_LANDLINE = r"[(（]?0[1-9][0-9]{1,2}[)）]?[ -]?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:-[0-9]{1,6})?"
_IN_TEXT = re.compile(
    f"(?<![0-9A-Za-z])(?:(?P<id>{_ID})|(?:[+]?86[ -]?)?(?P<phone>{_MOBILE}|{_LANDLINE}))(?![0-9A-Za-z])"
)


def mask_text(text: str) -> str:
    """`text` with the ID numbers, mobiles and landlines in it hidden as by `mask_id` and `mask_phone`.

    A landline without its area code is not told from a date or an amount, and stays.
    """
    if not _DIGITS.search(text):
        return text
    return _IN_TEXT.sub(lambda found: (mask_id if found["id"] else mask_phone)(found[0]), text)
