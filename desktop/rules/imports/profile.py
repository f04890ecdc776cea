"""What an office once decided for a kind of sheet, kept as a small TOML file (MAP.toml) and used again."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.rules.cells import Cell, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.columns import column_index
from desktop.rules.imports.conditions import check_condition
from desktop.rules.imports.field_kinds import ImportKind
from desktop.rules.imports.fields import FIELDS, SKIP
from desktop.rules.imports.mapping import ColumnMatch

DELIMITERS = {",": ",", ";": ";", "tab": "\t", "space": " "}
_KEYS = ("as", "sheet", "header", "delimiter", "encoding", "where", "match", "columns")
_LARGEST_HEADER = 1000
_CUSTOM = "custom."
_BARE = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class Profile:
    """A saved mapping. None means: find out.

    `kind` what the rows are; `sheet` a name, or a number from 1; `header` the row of the header from 1, 0 for none;
    `delimiter` "," ";" "tab" or "space"; `where` conditions that must all hold; `match` the fields by which a record is
    known again; `columns` {field: its columns}, each a header or a number from 1.
    """

    kind: ImportKind | None = None
    sheet: str | int | None = None
    header: int | None = None
    delimiter: str | None = None
    encoding: str | None = None
    where: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)


def read_profile(text: str) -> Profile:
    """The profile in a MAP.toml.

    Raises RuleBroken: profile_unreadable (detail), profile_unknown_key (key, near), profile_bad_value (key, value),
    profile_unknown_field (key, near), profile_field_not_of_kind (key, kind), bad_condition (text).
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as problem:
        raise RuleBroken("profile_unreadable", detail=str(problem)) from None
    for key in data:
        if key not in _KEYS:
            raise RuleBroken("profile_unknown_key", key, key=key, near=_near(key, _KEYS))
    kind = _kind(data)
    profile = Profile(
        kind=kind,
        sheet=_sheet(data),
        header=_header(data),
        delimiter=_one_of(data, "delimiter", tuple(DELIMITERS)),
        encoding=_encoding(data),
        where=_texts(data, "where"),
        match=_texts(data, "match"),
        columns=dict(_columns(data, kind)),
    )
    for condition in profile.where:
        check_condition(condition)
    for key in profile.match:
        _check_field(key, kind)
    return profile


def write_profile(profile: Profile) -> str:
    """The profile as the text of a MAP.toml, which `read_profile` reads back to the same."""
    lines = []
    for key, value in (
        ("as", profile.kind.value if profile.kind else None),
        ("sheet", profile.sheet),
        ("header", profile.header),
        ("delimiter", profile.delimiter),
        ("encoding", profile.encoding),
        ("where", list(profile.where) or None),
        ("match", list(profile.match) or None),
    ):
        if value is not None:
            lines.append(f"{key} = {_toml(value)}")
    lines += ["", "[columns]"]
    for name, columns in profile.columns.items():
        lines.append(f"{_toml_key(name)} = {_toml(columns[0] if len(columns) == 1 else list(columns))}")
    return "\n".join(lines).lstrip("\n") + "\n"


def columns_of(profile: Profile, header: Sequence[Cell] | None, width: int) -> tuple[ColumnMatch, ...]:
    """The columns of a sheet as the profile says: one ColumnMatch per column, those it does not name without a field.

    A column given to two fields (a number that is also the name) appears twice.

    Raises RuleBroken("unknown_column", column=…, known=…) for a column the sheet has not.
    """
    texts = [text_of(cell) for cell in header or ()]
    width = max(width, len(texts))
    given: dict[int, list[str]] = {}
    for key, names in profile.columns.items():
        for name in names:
            given.setdefault(column_index(name, header, width, key), []).append(key)
    matches = []
    for index in range(width):
        text = texts[index] if index < len(texts) else ""
        matches += [
            ColumnMatch(index, text, None if key == SKIP.key else key, 1.0, "asked") for key in given.get(index, ())
        ]
        if index not in given:
            matches.append(ColumnMatch(index, text, None, 0.0, "not_asked"))
    return tuple(matches)


# -- reading -----------------------------------------------------------------------------------------------------------


def _kind(data: Mapping[str, Any]) -> ImportKind | None:
    said = _one_of(data, "as", tuple(kind.value for kind in ImportKind))
    return ImportKind(said) if said else None


def _sheet(data: Mapping[str, Any]) -> str | int | None:
    sheet = data.get("sheet")
    if sheet is None or (isinstance(sheet, str) and sheet):
        return sheet
    if isinstance(sheet, int) and not isinstance(sheet, bool) and sheet >= 1:
        return sheet
    raise _bad("sheet", sheet)


def _header(data: Mapping[str, Any]) -> int | None:
    header = data.get("header")
    if header is None:
        return None
    if isinstance(header, int) and not isinstance(header, bool) and 0 <= header <= _LARGEST_HEADER:
        return header
    raise _bad("header", header)


def _encoding(data: Mapping[str, Any]) -> str | None:
    encoding = data.get("encoding")
    if encoding is None:
        return None
    try:
        "".encode(encoding)
    except (LookupError, TypeError, ValueError):
        raise _bad("encoding", encoding) from None
    return str(encoding)


def _one_of(data: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str | None:
    value = data.get(key)
    if value is None or (isinstance(value, str) and value in allowed):
        return value
    raise _bad(key, value, allowed)


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value):
        return tuple(value)
    raise _bad(key, value)


def _columns(data: Mapping[str, Any], kind: ImportKind | None) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    table = data.get("columns", {})
    if not isinstance(table, dict):
        raise _bad("columns", table)
    for key, value in _flat(table):
        _check_field(key, kind)
        columns = value if isinstance(value, list) else [value]
        for column in columns:
            is_text = isinstance(column, str) and column.strip()
            if not is_text and not (isinstance(column, int) and not isinstance(column, bool) and column >= 1):
                raise _bad(key, value)
        many = key in FIELDS and FIELDS[key].many
        if not columns or (len(columns) > 1 and not many):
            raise _bad(key, value)
        yield key, tuple(columns)


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """customer.name = … is a table in a table for TOML; "customer.name" = … is not. Both are the same to us."""
    for key, value in table.items():
        path = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from _flat(value, path)
        else:
            yield path, value


def _check_field(key: str, kind: ImportKind | None) -> None:
    known = FIELDS.get(key)
    if known is None and key.startswith(_CUSTOM):  # which ones there are only the file knows
        if kind in (None, ImportKind.CUSTOMERS, ImportKind.CONTACTS):
            return
        raise RuleBroken("profile_field_not_of_kind", key, key=key, kind=str(kind))
    if known is None:
        raise RuleBroken("profile_unknown_field", key, key=key, near=_near(key, tuple(FIELDS)))
    if kind is not None and kind not in known.kinds:
        raise RuleBroken("profile_field_not_of_kind", key, key=key, kind=kind.value)


def _bad(key: str, value: object, allowed: tuple[str, ...] = ()) -> RuleBroken:
    return RuleBroken("profile_bad_value", key, key=key, value=str(value), allowed=allowed)


def _near(key: str, known: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(key, known, 1)), "")


# -- writing -----------------------------------------------------------------------------------------------------------

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def _toml_key(name: str) -> str:
    """A field of the office may be called anything: then its name stands between quotation marks."""
    return name if _BARE.fullmatch(name) else _toml(name)


def _escaped(control: re.Match[str]) -> str:
    return f"\\u{ord(control[0]):04x}"


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_toml(each) for each in value)}]"
    if isinstance(value, str):
        escaped = "".join(_ESCAPES.get(sign, sign) for sign in value)
        return '"' + _CONTROL.sub(_escaped, escaped) + '"'
    return str(value)
