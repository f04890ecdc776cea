"""The people of a row and the ways to reach them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from db.search.name_key import name_key
from db.search.refresh import digits_of
from db.vocabulary import ReachKind
from desktop.rules.key_days import KeyDay
from desktop.rules.names import full_name
from desktop.rules.phones import Phone
from desktop.services.exchange.check import Checked
from desktop.services.exchange.fitting import longest_of

REACHES = {
    "phone": ReachKind.PHONE,
    "mobile": ReachKind.MOBILE,
    "wechat": ReachKind.WECHAT,
    "qq": ReachKind.QQ,
    "email": ReachKind.EMAIL,
    "web": ReachKind.WEB,
    "fax": ReachKind.FAX,
}
WayKey = tuple[str, str]
# What people write where a sheet asks for somebody and there is nobody.
_NOBODY = frozenset({"无", "暂无", "没有", "无联系人", "未知", "不详", "na", "none", "null", "nan"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody; `digits` of phones as the file derives them from the value, "" otherwise."""

    kind: ReachKind
    value: str
    digits: str = ""
    extension: str = ""
    label: str = ""

    @property
    def key(self) -> WayKey:
        """What makes two ways the same."""
        return way_key(self.kind, self.value, self.digits)


def way_key(kind: ReachKind, value: str, digits: str) -> WayKey:
    """What makes two ways the same: the digits of phones, other accounts whatever their case."""
    return kind.value, digits or value.casefold()


def person_key(name: str) -> str:
    """Under which two writings of one name meet; "" for what names nobody: a dash, 无."""
    key = name_key(name[: longest_of("contact", "name")])
    return "" if key in _NOBODY or all(category(sign)[0] in "PZC" for sign in key) else key


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a row names, or tells something of without a name ("")."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)
    birthday: KeyDay | None = None


class PeopleReader:
    """Reads contacts and ways row by row; which columns they come from is found out once."""

    def __init__(self, checked: Checked) -> None:
        self._ways: dict[str, list[tuple[ReachKind, Sequence[Any]]]] = {"customer": [], "contact": []}
        self._person: list[tuple[str, Sequence[Any]]] = []
        self._headers: dict[str, str] = {}
        for column in checked.columns:
            owner, _, name = column.field.key.partition(".")
            if owner in self._ways and name in REACHES:
                self._ways[owner].append((REACHES[name], column.values))
            elif owner == "contact":
                self._person.append((name, column.values))
                self._headers[name] = column.header or column.field.key

    def ways(self, owner: str, at: int) -> list[Way]:
        """The ways to reach the `owner` ("customer" or "contact") of a row, each once."""
        found: dict[WayKey, Way] = {}
        for kind, values in self._ways[owner]:
            value = values[at]
            if value:
                for way in _ways(kind, value):
                    found.setdefault(way.key, way)
        return list(found.values())

    def person(self, at: int) -> Person | None:
        """The contact of a row, None where it tells of none; a name in two parts is put together the Chinese way."""
        values: dict[str, Any] = {}
        for name, column in self._person:
            value = column[at]
            if value is not None and value != ():
                values[name] = f"{values[name]}\n{value}" if name == "note" and "note" in values else value
        parts = full_name(values.pop("family_name", None) or "", values.pop("given_name", None) or "")
        name = values.pop("name", None) or parts
        name = name if person_key(name) else ""
        ways = self.ways("contact", at)
        if not (name or values or ways):
            return None
        return Person(name, values, ways, values.pop("birthday", None))

    def notes_of(self, person: Person) -> list[str]:
        """What a row tells of somebody without saying who, as lines for a note."""
        return [f"{self._headers[name]}：{value}" for name, value in person.values.items() if isinstance(value, str)]


def _ways(kind: ReachKind, value: Any) -> list[Way]:
    if isinstance(value, tuple):
        return [_phone(one) if isinstance(one, Phone) else _way(kind, str(one)) for one in value]
    return [_way(kind, str(value))]


def _way(kind: ReachKind, value: str) -> Way:
    return Way(kind, value[: longest_of("reach", "value")])


def _phone(one: Phone) -> Way:
    value, extension, label = (longest_of("reach", name) for name in ("value", "extension", "label"))
    shown = one.value[:value]
    return Way(ReachKind(one.kind), shown, digits_of(shown), one.extension[:extension], one.label[:label])
