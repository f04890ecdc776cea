"""Whom an event of a foreign calendar is about: by mail address, phone, or a name that stands in its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.queries import calendar_files as stored
from db.search.refresh import digits_of
from desktop.documents.calendars.event import CalendarEvent

LEAST = 2  # characters a name must have to be looked for

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d[\d \-()]{5,18}\d")


@dataclass(frozen=True, slots=True)
class Match:
    """`customer_id` None where nobody, or more than one, is meant; `how` is a code of the sentences about `text`."""

    customer_id: int | None
    how: str
    text: str = ""


NOBODY = Match(None, "ics_which_customer")


class Matcher:
    """Looks up the events of a file together. Names of customers count for more than those of contacts."""

    def __init__(self, session: Session, events: Sequence[CalendarEvent]) -> None:
        texts = [_text(one) for one in events]
        mails = {mail for text in texts for mail in _MAIL.findall(text)}
        digits = {digits for text in texts for digits in _numbers(text)}
        self._by_digits, self._by_mail = stored.customers_reached_by(session, digits, mails)
        self._customers = _Names()
        for customer, name, short, former, _ in stored.all_names(session):
            for told in (name, short, *re.split(r"[、，,;；/\n]", former or "")):
                self._customers.add(told, customer)
        self._contacts = _Names()
        for customer, _, name in stored.contact_names(session):
            self._contacts.add(name, customer)

    def find(self, event: CalendarEvent) -> Match:
        """The customer an event is about, and how he is known."""
        text = _text(event)
        for mail in _MAIL.findall(text):
            owners = self._by_mail.get(mail.lower(), set())
            if len(owners) == 1:
                return Match(next(iter(owners)), "ics_by_mail", mail)
        for digits in _numbers(text):
            owners = self._by_digits.get(digits, set())
            if len(owners) == 1:
                return Match(next(iter(owners)), "ics_by_phone", digits)
        folded = _fold(text)
        for names in (self._customers, self._contacts):
            name, owners = names.longest_in(folded)
            if len(owners) == 1:
                return Match(next(iter(owners)), "ics_by_name", name)
            if owners:
                return Match(None, "ics_several", name)
        return NOBODY


class _Names:
    """Names by their first two characters and their length, so that a text is searched in one walk."""

    def __init__(self) -> None:
        self._owners: dict[str, set[int]] = {}
        self._lengths: dict[str, set[int]] = {}

    def add(self, name: str | None, owner: int) -> None:
        folded = _fold(name or "")
        if len(folded) >= LEAST and not folded.isdigit():
            self._owners.setdefault(folded, set()).add(owner)
            self._lengths.setdefault(folded[:LEAST], set()).add(len(folded))

    def longest_in(self, text: str) -> tuple[str, set[int]]:
        """The longest name that stands in a folded text, with whose it is; ("", nobody) for none."""
        best, owners = "", set[int]()
        for at in range(len(text) - LEAST + 1):
            for length in self._lengths.get(text[at : at + LEAST], ()):
                name = text[at : at + length]
                found = self._owners.get(name)
                if found is None or len(name) < length or _inside_word(text, at, at + length):
                    continue
                if len(name) > len(best):
                    best, owners = name, set(found)
                elif len(name) == len(best) and name != best:
                    owners |= found
        return best, owners


def _inside_word(text: str, begin: int, end: int) -> bool:
    """Whether a Latin name is only a piece of a longer word."""

    def joined(left: str, right: str) -> bool:
        return left.isascii() and left.isalnum() and right.isascii() and right.isalnum()

    before = begin > 0 and joined(text[begin - 1], text[begin])
    return before or (end < len(text) and joined(text[end - 1], text[end]))


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _text(event: CalendarEvent) -> str:
    return "\n".join((event.summary, event.place, event.description, *event.people))


def _numbers(text: str) -> Iterable[str]:
    """Phone numbers as the file keeps their digits, with and without the code of the country."""
    for found in _PHONE.findall(text):
        digits = digits_of(found)
        yield digits
        if digits.startswith("86") and len(digits) == 13:
            yield digits[2:]
