"""A stretch of customers and a day: what measures are taken of, and how their windows and raw values are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, type_coerce
from sqlalchemy.orm import Session

HUNDRED = Decimal(100)
CENT = Decimal("0.01")
Value = Decimal | str
Values = dict[int, Value]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whose values are wanted, ids from `first` to `last`, and as of which day."""

    first: int
    last: int
    as_of: date

    def of(self, column: Any) -> ColumnElement[bool]:
        """The condition that a customer column lies in the stretch."""
        return and_(column >= self.first, column <= self.last)

    def since(self, window: int, *, back: int = 0) -> date | None:
        """The first day of a window, or of the one `back` windows earlier; None for everything."""
        return self.as_of - timedelta(days=window * (back + 1) - 1) if window else None


def yuan(fen: int) -> Decimal:
    """Money out of stored fen."""
    return Decimal(fen).scaleb(-2)


def day_of(value: Any) -> date:
    """A day as the driver gives it."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def raw(session: Session, query: Any) -> list[tuple[Any, ...]]:
    """The driver's own rows: a hundred thousand without a wrapper each."""
    cursor: Any = session.connection().execute(query).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def units(column: Any) -> Any:
    """An amount as the integer that is stored."""
    return type_coerce(column, Integer)


def in_window(column: Any, of: Stretch, window: int) -> ColumnElement[bool]:
    """The condition that a day lies in the window."""
    since = of.since(window)
    return column <= of.as_of if since is None else and_(column <= of.as_of, column >= since)


def percent(part: int | Decimal, whole: int | Decimal) -> Decimal:
    """A part in per cent of a whole, to two places."""
    return (Decimal(part) * HUNDRED / Decimal(whole)).quantize(CENT, ROUND_HALF_UP)
