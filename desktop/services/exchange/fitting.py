"""Values brought to what the file holds: nothing that does not fit is lost, it goes to the note and is remarked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from db import journal
from desktop.services.exchange.outcome import Said

# What the card itself refuses in these fields: (lowest, highest).
RANGES: Mapping[str, Mapping[str, tuple[int, int | None]]] = {
    "customer": {
        "potential": (1, 5),
        "principal_age": (0, 150),
        "annual_revenue": (0, None),
        "credit_limit": (0, None),
    },
    "follow_up": {"minutes": (0, 1440), "cost": (0, None)},
}


@dataclass(frozen=True, slots=True)
class Fitted:
    """The values that fit, what is to be remarked of the others, and lines that keep them for the note."""

    values: dict[str, Any]
    remarks: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()


def fit(table: str, values: Mapping[str, Any], headers: Mapping[str, str]) -> Fitted:
    """`values` of `table` as the file gives them back; `headers` names the column of each field for the remarks."""
    lengths, settles, ranges = _lengths(table), _settles(table), RANGES.get(table, {})
    fitting: dict[str, Any] = {}
    remarks: list[Said] = []
    notes: list[str] = []
    for name, value in values.items():
        about = headers.get(name) or f"{table}.{name}"
        longest = lengths.get(name)
        if longest and type(value) is str and len(value) > longest:
            remarks.append(Said("shortened", {"longest": longest, "length": len(value)}, about))
            notes.append(f"{about}：{value}")
            fitting[name] = value[:longest]
        elif name in ranges and (fault := _beyond(value, *ranges[name])):
            remarks.append(Said(fault.code, fault.facts, about))
            notes.append(f"{about}：{_plain(value)}")
        else:
            fitting[name] = settles[name](value) if name in settles and value is not None else value
    return Fitted(fitting, tuple(remarks), tuple(notes))


def longest_of(table: str, name: str) -> int:
    """How many characters a text column of `table` holds."""
    return _lengths(table)[name]


@cache
def _lengths(table: str) -> dict[str, int]:
    columns = journal.table_named(table).c
    lengths = {column.name: getattr(column.type, "length", None) for column in columns}
    return {name: length for name, length in lengths.items() if isinstance(length, int)}


@cache
def _settles(table: str) -> dict[str, Any]:
    columns = journal.table_named(table).c
    return {column.name: column.type.settled for column in columns if hasattr(column.type, "settled")}


def _beyond(value: Any, low: int, high: int | None) -> Said | None:
    if high is None:
        return Said("below_zero") if value < low else None
    return None if low <= value <= high else Said("out_of_range", {"low": low, "high": high})


def _plain(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
