"""Marks by which an erased person is known again when he is typed or imported once more, and by which nobody else is.

A mark is a digest of a phone, an address, a number or a name with its employer, keyed with random bytes of the file and
cut to 24 bits. Why so short: the key lies in the same file, so whoever has the file can try all values there are. There
are more than a thousand million mobile numbers and 16.8 million marks: each mark fits some sixty to a hundred mobiles,
so trying all of them names no person. With a hundred persons erased, one in 168,000 of other numbers is suspected
wrongly; that is why a mark warns and holds back, and never refuses. What no length can prevent: who already has
a number in hand can ask whether it is probably among the erased, which is what the marks are for. The bytes of the key
keep two files from being compared with each other.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.names import name_key
from desktop.rules.phone_numbers import digits_of

BITS = 24
KEY_BYTES = 16
SHORTEST_PHONE = 7  # a switchboard's short number, an emergency number: nobody's own


class Mark(StrEnum):
    """Of what a mark is made."""

    PHONE = "phone"
    EMAIL = "email"
    WECHAT = "wechat"
    ID_NUMBER = "id_number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Traits:
    """What a person can be known again by. `employer` is the customer of a contact."""

    name: str = ""
    employer: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    wechats: tuple[str, ...] = ()
    id_numbers: tuple[str, ...] = ()


def new_key() -> str:
    """A random key for a file, as hexadecimal text."""
    return secrets.token_hex(KEY_BYTES)


def marks_of(traits: Traits, key: str) -> set[tuple[Mark, str]]:
    """The marks of a person under the key of the file. A name makes one only together with an employer."""
    found: set[tuple[Mark, str]] = set()
    numbers = (digits_of(one) for one in traits.phones)
    _add(found, Mark.PHONE, (one for one in numbers if len(one) >= SHORTEST_PHONE), key)
    # A name of WeChat is often the mobile number itself: both ways of noting it shall meet.
    handles = [_plain(one) for one in traits.wechats]
    _add(found, Mark.PHONE, (one for one in handles if len(one) == 11 and one.isdecimal()), key)
    _add(found, Mark.WECHAT, handles, key)
    _add(found, Mark.EMAIL, map(_plain, traits.emails), key)
    _add(found, Mark.ID_NUMBER, (_plain(one).upper() for one in traits.id_numbers), key)
    if traits.name.strip() and traits.employer.strip():
        _add(found, Mark.NAME, [f"{_plain(traits.name)}\n{name_key(traits.employer)}"], key)
    return found


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _add(found: set[tuple[Mark, str]], kind: Mark, values: Iterable[str], key: str) -> None:
    for value in values:
        if value:
            digest = hmac.new(bytes.fromhex(key), f"{kind.value}\n{value}".encode(), hashlib.sha256).digest()
            found.add((kind, digest[: BITS // 8].hex()))
