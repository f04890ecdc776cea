"""What is asked of one column, as SQL: every value is a bound parameter.

A condition gives true or false for each customer, never "unknown": IS_NOT and LACKS hold where there is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, String, and_, func, or_, type_coerce

from db.cadence import Rhythms
from db.conditions import ME, Condition, Op, Value, days_meant
from db.lifecycle import Yardstick
from db.queries.completeness import Required
from db.vocabulary import CustomKind

NOBODY = -1
MoonDay = tuple[int, int, bool]  # month, day, whether of a leap month
Moon = Callable[[date], Sequence[MoonDay]]
Clause = ColumnElement[bool]


class WrongCondition(ValueError):
    """A condition that no customer can be asked: its field or operator is not known here."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What conditions are seen from: the day, who looks, and which days of the moon are kept on a day.

    `now` (UTC) is what the limits of complaints are held against; None: the beginning of the day.
    """

    today: date
    me: int | None = None
    moon: Moon = lambda _: ()
    required: Required | None = None  # what completeness is counted against
    custom: Mapping[int, CustomKind] | None = None  # kinds of the custom fields, by id
    yard: Yardstick = field(default_factory=Yardstick)  # what the lifecycle is measured by
    now: datetime | None = None
    rhythms: Rhythms = field(default_factory=Rhythms)  # how often customers are to be contacted

    @property
    def moment(self) -> datetime:
        """The moment conditions are seen from, in UTC."""
        return self.now or datetime.combine(self.today, time()).astimezone(UTC)


def plain(column: Any, asked: Condition, frame: Frame) -> Clause:
    """What is asked of one column; texts are compared without regard to the case of Latin letters."""
    op, value = asked.op, asked.value
    found: Clause
    if op in (Op.EMPTY, Op.FILLED):
        found = _nothing(column) if op is Op.EMPTY else ~_nothing(column)
    elif op in (Op.YES, Op.NO):
        found = and_(column.is_not(None), column.is_(op is Op.YES))
    elif op in (Op.IS, Op.IS_NOT):
        wanted = _among(column, value, frame)
        found = wanted if op is Op.IS else ~wanted
    elif isinstance(value, str) and op in (Op.CONTAINS, Op.LACKS, Op.STARTS):
        words = _read(column)
        held = words.istartswith if op is Op.STARTS else words.icontains
        if value.lower() == value.upper():  # Chinese has no case: a third faster without asking for it
            held = words.startswith if op is Op.STARTS else words.contains
        found = ~held(value, autoescape=True) if op is Op.LACKS else held(value, autoescape=True)
    elif isinstance(value, int | Decimal) and op in (Op.AT_LEAST, Op.AT_MOST):
        found = and_(column.is_not(None), column >= value if op is Op.AT_LEAST else column <= value)
    else:
        found = _on_days(column, asked, frame)
    return found


def _nothing(column: Any) -> Clause:
    read = _read(column)
    if read is column:
        return column.is_(None)  # type: ignore[no-any-return]
    return read == (NOBODY if column.foreign_keys else "")  # type: ignore[no-any-return]


def _read(column: Any) -> Any:
    """The column with something in place of nothing. No index is used for it, and that is meant: most questions find
    so many customers that going through all of them in the order of the file is several times faster.
    """
    if issubclass(column.type.python_type, str):
        return func.coalesce(type_coerce(column, String), "")
    return func.coalesce(column, NOBODY) if column.foreign_keys else column


def _on_days(column: Any, asked: Condition, frame: Frame) -> Clause:
    if asked.op is Op.NOT_FOR_DAYS:
        return or_(column.is_(None), column < since(asked, frame))
    return and_(column.is_not(None), between(column, *span_of(asked, frame)))


def _among(column: Any, value: Value, frame: Frame) -> Clause:
    if isinstance(value, tuple):
        wanted = tuple((-2 if frame.me is None else frame.me) if one == ME else one for one in value)
        return and_(column.is_not(None), _read(column).in_(wanted))
    if isinstance(value, str):
        return func.lower(_read(column)) == func.lower(value)
    return and_(column.is_not(None), column == value)


def span_of(asked: Condition, frame: Frame) -> tuple[date, date]:
    try:
        return days_meant(asked.op, asked.value, frame.today)
    except KeyError:
        raise WrongCondition(asked.field, asked.op) from None


def between(column: Any, first: date, last: date) -> Clause:
    if first == date.min:
        return column <= last  # type: ignore[no-any-return]
    return column >= first if last == date.max else column.between(first, last)  # type: ignore[no-any-return]


def since(asked: Condition, frame: Frame) -> date:
    return days_meant(Op.LAST_DAYS, asked.value, frame.today)[0]
