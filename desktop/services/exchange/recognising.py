"""How a customer is known again: by its number; else by the unified credit code; else a company by its name, a person
by name and a way to reach him together (a hundred thousand share the name 张伟).

A mapping file may name other fields (`match`): then all of them together must agree, and the usual ways are left for
rows in which all of them are blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from db import journal
from db.vocabulary import CustomerKind, ReachKind
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import ImportKind
from desktop.services.exchange.people import REACHES, WayKey

Key = tuple[str, ...]
NUMBER, CREDIT_CODE, COMPANY, PERSON, MATCH = "number", "credit_code", "company", "person", "match"
# Known again by these, what the sheet says replaces what the card said; by a name it only fills blanks.
SURE = frozenset({NUMBER, CREDIT_CODE, MATCH})
_PHONES = frozenset({ReachKind.PHONE.value, ReachKind.MOBILE.value, ReachKind.FAX.value})
_PEOPLE = frozenset({ImportKind.CUSTOMERS, ImportKind.CONTACTS})
_OF_DEALINGS = frozenset({"customer.number", "customer.name", "order.number"})


def check_match(kind: ImportKind, match: Iterable[str], fields: set[str]) -> None:
    """Raises RuleBroken("profile_match", key=…) for a field without a column, or one by which nothing can be known."""
    for key in match:
        owner, _, name = key.partition(".")
        if owner == "custom":
            known = False
        elif kind in _PEOPLE:
            columns = journal.table_named("customer").c
            known = name in REACHES or (name == "name" if owner == "contact" else name in columns)
        else:
            known = key in _OF_DEALINGS
        if not known or key not in fields:
            raise RuleBroken("profile_match", key, key=key)


def usual_keys(kind: CustomerKind, values: Mapping[str, Any], name: str, ways: Iterable[WayKey]) -> list[Key]:
    """What one customer may be known by, the surest first; `name` as `name_key` makes it."""
    keys: list[Key] = [(sure, str(values[sure])) for sure in (NUMBER, CREDIT_CODE) if values.get(sure)]
    if name and kind is CustomerKind.PERSON:
        keys += [(PERSON, name, text) for text in sorted({text for _, text in ways}) or [""]]
    elif name:
        keys.append((COMPANY, name))
    return keys


def match_keys(
    match: Sequence[str], values: Mapping[str, Any], name: str, ways: Iterable[WayKey], people: Iterable[str]
) -> list[Key]:
    """The keys of the fields in `match`; [] where all of them are blank, or where none are asked for."""
    if not match:
        return []
    texts = [sorted(_texts(field, values, name, ways, people)) or [""] for field in match]
    return [(MATCH, *one) for one in product(*texts) if any(one)]


def _texts(field: str, values: Mapping[str, Any], name: str, ways: Iterable[WayKey], people: Iterable[str]) -> set[str]:
    owner, _, column = field.partition(".")
    if column in REACHES:
        kind = REACHES[column].value
        return {text for way, text in ways if way == kind or (way in _PHONES and kind in _PHONES)}
    if column == "name":
        return set(people) if owner == "contact" else {name} - {""}
    value = values.get(column)
    return set() if value is None or value == "" else {plain(value)}


def plain(value: object) -> str:
    """A value of a card as the fields of a mapping file are compared."""
    return "" if value is None else str(value).strip().casefold()
