"""The people of a row and the ways to reach them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from db.search.refresh import digits_of
from db.vocabulary import ReachKind
from desktop.rules.key_days import KeyDay
from desktop.rules.phones import Phone
from desktop.services.exchange.check import Checked

REACHES = {
    "phone": ReachKind.PHONE,
    "mobile": ReachKind.MOBILE,
    "wechat": ReachKind.WECHAT,
    "qq": ReachKind.QQ,
    "email": ReachKind.EMAIL,
    "web": ReachKind.WEB,
    "fax": ReachKind.FAX,
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody; `digits` for phones, "" otherwise."""

    kind: ReachKind
    value: str
    digits: str = ""
    extension: str = ""
    label: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes two ways the same."""
        return self.kind.value, self.digits or self.value


@dataclass(frozen=True, slots=True)
class Person:
    """The contact a row names."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)
    birthday: KeyDay | None = None


def ways_of(checked: Checked, at: int, owner: str) -> list[Way]:
    """The ways to reach the `owner` ("customer" or "contact") of a row, each once."""
    found: dict[tuple[str, str], Way] = {}
    for column in checked.columns:
        whose, _, name = column.field.key.partition(".")
        value = column.values[at]
        if whose != owner or name not in REACHES or not value:
            continue
        for way in _ways(REACHES[name], value):
            found.setdefault(way.key, way)
    return list(found.values())


def _ways(kind: ReachKind, value: Any) -> list[Way]:
    if isinstance(value, tuple):
        return [
            Way(ReachKind(one.kind), one.value, digits_of(one.digits), one.extension or "", one.label or "")
            if isinstance(one, Phone)
            else Way(kind, str(one))
            for one in value
        ]
    return [Way(kind, str(value))]


def person_of(checked: Checked, at: int) -> Person | None:
    """The contact of a row, None where it names none; family and given name are put together the Chinese way."""
    values: dict[str, Any] = {}
    for column in checked.columns:
        owner, _, name = column.field.key.partition(".")
        value = column.values[at]
        if owner == "contact" and name not in REACHES and value is not None and value != ():
            values[name] = f"{values[name]}\n{value}" if name == "note" and "note" in values else value
    family, given = values.pop("family_name", "") or "", values.pop("given_name", "") or ""
    joined = f"{given} {family}".strip() if (family + given).isascii() else family + given
    name = values.pop("name", None) or joined
    if not name:
        return None
    return Person(name, values, ways_of(checked, at, "contact"), values.pop("birthday", None))
