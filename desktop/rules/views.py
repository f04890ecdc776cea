"""视图: what a list asks, shows and adds up, as a value; its form in the file; and the views every office has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from db.conditions import ME, Condition, Group, Match, Op, Part, Value, Where, Within
from desktop.rules.conditions import Asked, fault_of
from desktop.words import N_

VERSION = 1
PLACE = "customers"
LONGEST_NAME = 100
MOST_PARTS = 60  # conditions of a view; far more than a person can oversee


@dataclass(frozen=True, slots=True)
class View:
    """How a list is looked at. `columns` are (key, width at 100 %) in order, () for those of the list as it is.

    `sort` is (name, descending), None as the list likes; `group` the key of what it is grouped by, "" for nothing;
    `sums` the columns added up at the foot.
    """

    where: Where = Where()  # noqa: RUF009 - frozen, and so are its parts
    columns: tuple[tuple[str, int], ...] = ()
    sort: tuple[str, bool] | None = None
    group: str = ""
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadView:
    """A view as it was stored, without the parts this version does not know; `unknown` names those."""

    view: View
    unknown: tuple[str, ...] = ()


def written(view: View) -> str:
    """The view as JSON."""
    kept = {
        "version": VERSION,
        "where": _where_out(view.where),
        "columns": [list(one) for one in view.columns],
        "sort": list(view.sort) if view.sort else None,
        "group": view.group,
        "sums": list(view.sums),
    }
    return json.dumps(kept, ensure_ascii=False)


def _where_out(where: Where) -> dict[str, Any]:
    return {"match": where.match.value, "parts": [_part_out(part) for part in where.parts]}


def _part_out(part: Part) -> dict[str, Any]:
    if isinstance(part, Group):
        return {"match": part.match.value, "parts": [_part_out(one) for one in part.conditions]}
    return {"field": part.field, "op": part.op.value, "value": _value_out(part.value)}


def _value_out(value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Within):
        return {"amount": str(value.amount), "days": value.days}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def read_view(text: str, fields: Mapping[str, Asked]) -> ReadView:
    """The view that `written` made; whatever is damaged or of a later version is left out and named."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return ReadView(View(), ("content",))
    if not isinstance(kept, dict):
        return ReadView(View(), ("content",))
    unknown: list[str] = [] if kept.get("version") == VERSION else ["version"]
    where = _where_in(kept.get("where"), fields, unknown)
    view = View(where, _columns_in(kept.get("columns")), _sort_in(kept.get("sort")), _text(kept.get("group")))
    sums = tuple(one for one in _list(kept.get("sums")) if isinstance(one, str))
    return ReadView(View(view.where, view.columns, view.sort, view.group, sums), tuple(unknown))


def _where_in(kept: Any, fields: Mapping[str, Asked], unknown: list[str]) -> Where:
    if not isinstance(kept, dict):
        unknown.append("where")
        return Where()
    parts: list[Part] = []
    for one in _list(kept.get("parts"))[:MOST_PARTS]:
        if isinstance(one, dict) and "parts" in one:
            inner = [_condition_in(each, fields, unknown) for each in _list(one["parts"])[:MOST_PARTS]]
            conditions = tuple(each for each in inner if each is not None)
            if conditions:
                parts.append(Group(_match(one.get("match"), unknown), conditions))
        elif (found := _condition_in(one, fields, unknown)) is not None:
            parts.append(found)
    return Where(_match(kept.get("match"), unknown), tuple(parts))


def _match(kept: Any, unknown: list[str]) -> Match:
    try:
        return Match(kept)
    except ValueError:
        unknown.append("match")
        return Match.ALL


def _condition_in(kept: Any, fields: Mapping[str, Asked], unknown: list[str]) -> Condition | None:
    if not isinstance(kept, dict):
        unknown.append("condition")
        return None
    name = _text(kept.get("field"))
    try:
        found = Condition(name, Op(str(kept.get("op"))), _value_in(kept.get("value")))
    except (ValueError, TypeError, KeyError, InvalidOperation):
        unknown.append(name or "condition")
        return None
    if fault_of(found, fields):
        unknown.append(name)
        return None
    return found


def _value_in(kept: Any) -> Value:
    if isinstance(kept, list):
        if not all(isinstance(one, str) or type(one) is int for one in kept):
            raise ValueError(kept)
        return tuple(kept)
    if isinstance(kept, dict):
        if "amount" in kept:
            return Within(_number(kept["amount"]), _whole(kept["days"]))
        return _number(kept["number"]) if "number" in kept else date.fromisoformat(kept["day"])
    if kept is None or isinstance(kept, str) or type(kept) is int:
        return kept
    raise ValueError(kept)


def _number(kept: Any) -> Decimal:
    number = Decimal(str(kept))
    if not number.is_finite() or abs(number) >= Decimal(10) ** 13:
        raise ValueError(kept)
    return number


def _whole(kept: Any) -> int:
    if type(kept) is not int:
        raise ValueError(kept)
    return kept


def _columns_in(kept: Any) -> tuple[tuple[str, int], ...]:
    pairs = [one for one in _list(kept) if isinstance(one, list) and len(one) == 2]
    return tuple((name, width) for name, width in pairs if isinstance(name, str) and type(width) is int)


def _sort_in(kept: Any) -> tuple[str, bool] | None:
    right = isinstance(kept, list) and len(kept) == 2 and isinstance(kept[0], str) and isinstance(kept[1], bool)
    return (kept[0], kept[1]) if right else None


def _list(kept: Any) -> list[Any]:
    return kept if isinstance(kept, list) else []


def _text(kept: Any) -> str:
    return kept if isinstance(kept, str) else ""


# The views every office has


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A view that is always there; `title` is an English source text."""

    key: str
    title: str
    view: View


def _asks(*conditions: Condition, sort: tuple[str, bool] | None = None) -> View:
    return View(Where(Match.ALL, conditions), sort=sort)


BUILT_IN: tuple[BuiltIn, ...] = (
    BuiltIn("all", N_("All customers"), View()),
    BuiltIn("mine", N_("My customers"), _asks(Condition("owner_id", Op.IS, (ME,)))),
    BuiltIn("due", N_("Due today"), _asks(Condition("next_step", Op.TODAY))),
    BuiltIn("overdue", N_("Next step overdue"), _asks(Condition("next_step", Op.BEFORE_TODAY), sort=("next", False))),
    BuiltIn("unplanned", N_("Nothing planned"), _asks(Condition("next_step", Op.EMPTY))),
    BuiltIn("silent", N_("Not contacted for 30 days"), _asks(Condition("last_contact", Op.NOT_FOR_DAYS, 30))),
    BuiltIn("never", N_("Never contacted"), _asks(Condition("last_contact", Op.EMPTY))),
    BuiltIn("new", N_("New this month"), _asks(Condition("created", Op.THIS_MONTH), sort=("created", True))),
    BuiltIn("owing", N_("Owe us money"), _asks(Condition("owed", Op.FILLED), sort=("owed", True))),
    BuiltIn("days", N_("Key dates in the next 14 days"), _asks(Condition("key_date", Op.NEXT_DAYS, 14))),
    BuiltIn("bought", N_("Bought in the last 90 days"), _asks(Condition("last_purchase", Op.LAST_DAYS, 90))),
    BuiltIn(
        "fading",
        N_("Won, no purchase for 180 days"),
        _asks(Condition("stage", Op.IS, ("won",)), Condition("last_purchase", Op.NOT_FOR_DAYS, 180)),
    ),
    BuiltIn("thin", N_("Completeness below 50 %"), _asks(Condition("completeness", Op.AT_MOST, 49))),
    BuiltIn("nobody", N_("Nobody in charge"), _asks(Condition("owner_id", Op.EMPTY))),
)
