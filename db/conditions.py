"""What a list may be narrowed by: conditions as plain values, the way they are stored in a saved view.

A condition says field, operator, value. Conditions that must all hold, or of which one must, form a Where; within it
stand groups of the other kind, one level deep. Days are told as seen from today, so that a view stays true tomorrow.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

MOST_DAYS = 36_500
CUSTOM = "custom."  # "custom.<id>": a field the office added


class Op(StrEnum):
    """What is asked of a field. With several words or names as value, IS means one of them and IS_NOT none."""

    IS = "is"
    IS_NOT = "is_not"
    ALL_OF = "all_of"
    CONTAINS = "contains"
    LACKS = "lacks"
    STARTS = "starts"
    EMPTY = "empty"
    FILLED = "filled"
    AT_LEAST = "at_least"  # numbers; days: on that day or later
    AT_MOST = "at_most"
    YES = "yes"
    NO = "no"
    BEFORE_TODAY = "before_today"
    TODAY = "today"
    NEXT_DAYS = "next_days"  # today and the n days after it
    LAST_DAYS = "last_days"  # today and the n days before it
    OLDER_DAYS = "older_days"  # before those
    NOT_FOR_DAYS = "not_for_days"  # not since then, or never at all
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    NEXT_MONTH = "next_month"
    THIS_YEAR = "this_year"


class Match(StrEnum):
    """How many of several conditions must hold."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Within:
    """An amount within the last days."""

    amount: Decimal
    days: int


# Words and record ids come as a tuple; ME among the ids is whoever looks.
Value = str | int | Decimal | date | Within | tuple[str | int, ...] | None
ME = "me"


@dataclass(frozen=True, slots=True)
class Condition:
    """One question to a customer."""

    field: str
    op: Op
    value: Value = None


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions in one place of a Where."""

    match: Match
    conditions: tuple[Condition, ...]


Part = Condition | Group


@dataclass(frozen=True, slots=True)
class Where:
    """What a view asks for; without parts it asks for nothing and all are in it."""

    match: Match = Match.ALL
    parts: tuple[Part, ...] = ()

    def each(self) -> list[Condition]:
        """All its conditions, those of groups too."""
        return [one for part in self.parts for one in (part.conditions if isinstance(part, Group) else (part,))]


def days_meant(op: Op, value: Value, today: date) -> tuple[date, date]:
    """First and last day an operator on days means as seen from `today`. KeyError where it means no span."""
    count = timedelta(days=min(value, MOST_DAYS)) if isinstance(value, int) else timedelta(0)
    first = today.replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    if op is Op.AT_LEAST and isinstance(value, date):
        return value, date.max
    if op is Op.AT_MOST and isinstance(value, date):
        return date.min, value
    if op is Op.NEXT_MONTH:
        first = last + timedelta(days=1)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    monday = today - timedelta(days=today.weekday())
    return {
        Op.BEFORE_TODAY: (date.min, today - timedelta(days=1)),
        Op.TODAY: (today, today),
        Op.NEXT_DAYS: (today, today + count),
        Op.LAST_DAYS: (today - count, today),
        Op.OLDER_DAYS: (date.min, today - count - timedelta(days=1)),
        Op.THIS_WEEK: (monday, monday + timedelta(days=6)),
        Op.THIS_MONTH: (first, last),
        Op.NEXT_MONTH: (first, last),
        Op.THIS_YEAR: (today.replace(month=1, day=1), today.replace(month=12, day=31)),
    }[op]


__all__ = [
    "CUSTOM",
    "ME",
    "MOST_DAYS",
    "Condition",
    "Group",
    "Match",
    "Op",
    "Part",
    "Value",
    "Where",
    "Within",
    "days_meant",
]
