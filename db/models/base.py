"""What all tables share: naming, keys, and the column types money, exact numbers, words and moments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from sqlalchemy import BigInteger, Date, ForeignKey, Integer, MetaData, String, Text, Time
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from db.keys import new_key
from db.problems import StoreProblem

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# INTEGER PRIMARY KEY is SQLite's rowid; BIGINT is what a server would need.
KeyType = BigInteger().with_variant(Integer, "sqlite")

Word = TypeVar("Word", bound=StrEnum)


class Words(TypeDecorator[Word], Generic[Word]):
    """A StrEnum stored as its text. A word that we never write means that the file was changed by other means."""

    impl = String(20)
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words

    @property
    def python_type(self) -> type[Any]:
        return self.words

    def settled(self, value: Any) -> Word:
        """`value` as the file gives it back."""
        return self.words(value)

    def process_bind_param(self, value: Word | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Word | None:
        try:
            return None if value is None else self.words(value)
        except ValueError as error:
            raise StoreProblem("damaged", words=self.words.__name__) from error


class Exact(TypeDecorator[Decimal]):
    """A Decimal stored as an integer of 10^-places: fen for money, ten-thousandths for prices and quantities."""

    impl = BigInteger().with_variant(Integer, "sqlite")
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    @property
    def python_type(self) -> type[Decimal]:
        return Decimal

    def settled(self, value: Decimal) -> Decimal:
        """`value` as the file gives it back: rounded half up."""
        return Decimal(self._units(value)).scaleb(-self.places)

    def _units(self, value: Decimal | int) -> int:
        return int(Decimal(value).scaleb(self.places).to_integral_value(ROUND_HALF_UP))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else self._units(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        if value is not None and type(value) is not int:
            raise StoreProblem("damaged")
        return None if value is None else Decimal(value).scaleb(-self.places)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, stored as integer milliseconds since 1970. One without a time zone is refused (ValueError)."""

    impl = BigInteger().with_variant(Integer, "sqlite")
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def settled(self, value: datetime) -> datetime:
        """`value` as the file gives it back: UTC, cut to milliseconds."""
        return UNIX_EPOCH + timedelta(milliseconds=self._milliseconds(value))

    def _milliseconds(self, value: datetime) -> int:
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone says nothing")
        return (value - UNIX_EPOCH) // timedelta(milliseconds=1)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else self._milliseconds(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        try:
            return None if value is None else UNIX_EPOCH + timedelta(milliseconds=value)
        except (OverflowError, TypeError) as error:
            raise StoreProblem("damaged") from error


def _or_damaged(read: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        try:
            return value if read is None else read(value)
        except (ValueError, TypeError) as error:
            raise StoreProblem("damaged") from error

    return checked


class Day(TypeDecorator[date]):
    """A local calendar day. A text that is none means damage."""

    impl = Date
    cache_ok = True

    @property
    def python_type(self) -> type[date]:
        return date

    def settled(self, value: date) -> date:
        """`value` as the file gives it back: a moment loses its time."""
        return value.date() if isinstance(value, datetime) else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        return _or_damaged(super().result_processor(dialect, coltype))


class TimeOfDay(TypeDecorator[time]):
    """A local time of day. A text that is none means damage."""

    impl = Time
    cache_ok = True

    @property
    def python_type(self) -> type[time]:
        return time

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        return _or_damaged(super().result_processor(dialect, coltype))


MONEY = Exact(2)
EXACT = Exact(4)

Key = Annotated[int, mapped_column(KeyType, primary_key=True, autoincrement=False, sort_order=-1)]
Line = Annotated[str | None, mapped_column(String(200))]  # one line on the card
Prose = Annotated[str | None, mapped_column(Text)]  # free text of any length
Money = Annotated[Decimal | None, mapped_column(MONEY)]


def key_to(target: str, *, owned: bool = False) -> Any:
    """A foreign key column to `target` ("customer.id"), indexed. Deleting is the program's work, never a cascade.

    `owned`: the row goes with what it points at, although the column may be empty. Checked at the commit, so that one
    action may write its records in any order.
    """
    reference = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return mapped_column(KeyType, reference, index=True, info={"owned": owned})


def derived(**options: Any) -> Any:
    """Column info for what the Store computes from other columns: searched and sorted, never journalled."""
    return {"derived": True, **options}


class Base(DeclarativeBase):
    """All tables. A row has its key as soon as it is made, so that rows can name each other before they are saved."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {date: Day, time: TimeOfDay}

    id: Mapped[Key]

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", new_key())
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value)
