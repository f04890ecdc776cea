"""Conditions answered in plain Python over plain values: what the file must answer too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from db.conditions import Condition, Group, Match, Op, Where, Within
from db.vocabulary import CalendarKind

TODAY = date(2026, 11, 22)


@dataclass
class Known:
    """One customer as plain values."""

    id: int = 0
    columns: dict[str, Any] = field(default_factory=dict)
    planned: list[date | None] = field(default_factory=list)
    done: list[date | None] = field(default_factory=list)  # effective ones
    bought: list[tuple[date, Decimal]] = field(default_factory=list)
    net: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    tags: set[int] = field(default_factory=set)
    people: list[str] = field(default_factory=list)
    phone: bool = False
    days: list[tuple[CalendarKind, int, int]] = field(default_factory=list)
    answers: dict[int, Any] = field(default_factory=dict)


def is_word(value: Any, op: Op, wanted: Any, me: int | None) -> bool:
    meant = {me if one == "me" else one for one in wanted}
    return {
        Op.IS: value is not None and value in meant,
        Op.IS_NOT: value is None or value not in meant,
        Op.EMPTY: value in (None, ""),
        Op.FILLED: value not in (None, ""),
    }[op]


def is_text(value: str | None, op: Op, wanted: Any) -> bool:
    text, part = (value or "").lower(), (wanted or "").lower()
    return {
        Op.IS: text == part,
        Op.IS_NOT: text != part,
        Op.CONTAINS: part in text,
        Op.LACKS: part not in text,
        Op.STARTS: text.startswith(part),
        Op.EMPTY: not text,
        Op.FILLED: bool(text),
    }[op]


def is_number(value: Any, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return (value is None) is (op is Op.EMPTY)
    return value is not None and (value >= wanted if op is Op.AT_LEAST else value <= wanted)


def is_day(value: date | None, op: Op, wanted: Any) -> bool:
    if op is Op.EMPTY or value is None:
        return value is None and op in (Op.EMPTY, Op.NOT_FOR_DAYS)
    ahead = (value - TODAY).days
    month = value.year * 12 + value.month - TODAY.year * 12 - TODAY.month
    match op:
        case Op.FILLED:
            return True
        case Op.AT_LEAST:
            return bool(value >= wanted)
        case Op.AT_MOST:
            return bool(value <= wanted)
        case Op.BEFORE_TODAY:
            return ahead < 0
        case Op.TODAY:
            return ahead == 0
        case Op.NEXT_DAYS:
            return bool(0 <= ahead <= wanted)
        case Op.LAST_DAYS:
            return bool(-wanted <= ahead <= 0)
        case Op.OLDER_DAYS | Op.NOT_FOR_DAYS:
            return bool(ahead < -wanted)
        case Op.THIS_WEEK:
            return value.isocalendar()[:2] == TODAY.isocalendar()[:2]
        case Op.THIS_YEAR:
            return value.year == TODAY.year
    return month == {Op.THIS_MONTH: 0, Op.NEXT_MONTH: 1}[op]


def is_step(one: Known, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return bool(one.planned) is (op is Op.FILLED)
    days = [day for day in one.planned if day is not None]
    return bool(days) and is_day(min(days), op, wanted)


def is_amount(total: Decimal, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return (total > 0) is (op is Op.FILLED)
    return bool(total >= wanted if op is Op.AT_LEAST else total <= wanted)


def bought(one: Known, asked: Condition) -> bool:
    wanted = asked.value
    if isinstance(wanted, Within):
        total = sum((m for d, m in one.bought if 0 <= (TODAY - d).days <= wanted.days), Decimal(0))
        return is_amount(total, asked.op, wanted.amount)
    return is_amount(sum((m for _, m in one.bought), Decimal(0)), asked.op, wanted)


def tagged(one: Known, op: Op, wanted: Any) -> bool:
    return {
        Op.IS: bool(one.tags & set(wanted or ())),
        Op.IS_NOT: not one.tags & set(wanted or ()),
        Op.ALL_OF: set(wanted or ()) <= one.tags,
        Op.EMPTY: not one.tags,
        Op.FILLED: bool(one.tags),
    }[op]


def keyed(one: Known, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return bool(one.days) is (op is Op.FILLED)
    for calendar, month, day in one.days:
        for year in (TODAY.year, TODAY.year + 1) if calendar is not CalendarKind.LUNAR else ():
            try:
                on = date(year, month, day)
            except ValueError:
                on = date(year, 2, 28)
            if is_day(on, op, wanted):
                return True
    return False


def named(one: Known, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return bool(one.people) is (op is Op.FILLED)
    if op in (Op.LACKS, Op.IS_NOT):
        return not named(one, {Op.LACKS: Op.CONTAINS, Op.IS_NOT: Op.IS}[op], wanted)
    return any(is_text(name, op, wanted) for name in one.people)


def answered(value: Any, asked: Condition) -> bool:
    op, wanted = asked.op, asked.value
    if op in (Op.EMPTY, Op.FILLED):
        return (value is None) is (op is Op.EMPTY)
    if isinstance(wanted, tuple):
        chosen = set((value or "").split("\n")) & set(wanted)
        return bool(chosen) is (op is Op.IS)
    if op in (Op.YES, Op.NO):
        return value is not None and value == (1 if op is Op.YES else 0)
    if value is None:
        return op in (Op.LACKS, Op.IS_NOT, Op.NOT_FOR_DAYS)
    if isinstance(value, date):
        return is_day(value, op, wanted)
    return is_number(value, op, wanted) if isinstance(value, Decimal) else is_text(value, op, wanted)


def holds(one: Known, asked: Condition, me: int | None) -> bool:
    op, wanted = asked.op, asked.value
    match asked.field:
        case "next_step":
            return is_step(one, op, wanted)
        case "last_contact":
            return is_day(max((d for d in one.done if d), default=None), op, wanted)
        case "last_purchase":
            return is_day(max((d for d, _ in one.bought), default=None), op, wanted)
        case "purchases":
            return bought(one, asked)
        case "owed":
            return is_amount(max(one.net - one.paid, Decimal(0)) if one.paid else Decimal(0), op, wanted)
        case "tags":
            return tagged(one, op, wanted)
        case "phone":
            return one.phone is (op is Op.FILLED)
        case "contact":
            return named(one, op, wanted)
        case "key_date":
            return keyed(one, op, wanted)
        case "created":
            return is_day(date.today(), op, wanted) if op is not Op.TODAY else False
    if asked.field.startswith("custom."):
        return answered(one.answers.get(int(asked.field.removeprefix("custom."))), asked)
    value = one.columns[asked.field]
    if op in (Op.YES, Op.NO):
        return value is (op is Op.YES)
    if isinstance(wanted, tuple) or asked.field in ("stage", "source", "owner_id", "value_tier", "intent"):
        return is_word(value, op, wanted or (), me)
    if asked.field == "founded_on":
        return is_day(value, op, wanted)
    return (is_number if asked.field in ("headcount", "annual_revenue") else is_text)(value, op, wanted)


def asked_of(known: Known, where: Where, me: int | None) -> bool:
    def part(one: Any) -> bool:
        if isinstance(one, Group):
            return of(one.match)(holds(known, each, me) for each in one.conditions)
        return holds(known, one, me)

    return of(where.match)(part(one) for one in where.parts) if where.parts else True


def of(match: Match) -> Callable[[Any], bool]:
    return all if match is Match.ALL else any
