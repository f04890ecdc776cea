"""Money, exact numbers, words and moments come back from the file as they went in, and as the journal keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.pool import StaticPool
from sqlalchemy.types import TypeEngine
from sqlcipher3 import dbapi2

from db import vocabulary
from db.journal import table_named
from db.models.base import EXACT, MONEY, Exact, Moment, Words
from db.problems import StoreProblem
from db.recorder import kept, plain, restored
from db.store import Doing, Store
from tests.db.filled import journalled, sample

WORDS = [one for one in StrEnum.__subclasses__() if one.__module__ == vocabulary.__name__]
BIGGEST = 2**63 - 1
ZONES = st.builds(timezone, st.integers(-14 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes)))


def round_trip(kind: TypeEngine[Any], value: Any) -> Any:
    """`value` written into a column of that kind and read back."""
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    table = Table("t", MetaData(), Column("v", kind))
    try:
        with engine.begin() as connection:
            table.create(connection)
            connection.execute(insert(table), [{"v": value}])
            return connection.execute(select(table.c.v)).scalar_one()
    finally:
        engine.dispose()


def amounts(places: int) -> st.SearchStrategy[Decimal]:
    return st.integers(-BIGGEST, BIGGEST).map(lambda units: Decimal(units).scaleb(-places))


@given(amounts(2))
def test_money_is_exact(value: Decimal) -> None:
    back = round_trip(MONEY, value)
    assert (back, str(back)) == (value, f"{value:.2f}")


@given(amounts(4))
def test_line_amounts_are_exact_to_four_places(value: Decimal) -> None:
    assert round_trip(EXACT, value) == value


@given(st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=6), st.sampled_from([2, 4]))
def test_finer_amounts_are_rounded_half_up_and_the_journal_knows(value: Decimal, places: int) -> None:
    back = round_trip(Exact(places), value)
    assert back == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert str(Exact(places).settled(value)) == str(back)


@pytest.mark.parametrize("typed", ["1.5", "1.50", "1.500", "15E-1", "1.495"])
def test_an_amount_is_one_whatever_way_it_is_written(typed: str) -> None:
    assert kept(table_named("payment"), "amount", Decimal(typed)) == "1.50"


def test_nothing_stays_nothing() -> None:
    kinds: list[TypeEngine[Any]] = [MONEY, EXACT, Moment(), *map(Words, WORDS)]
    for kind in kinds:
        assert round_trip(kind, None) is None


@given(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=ZONES))
def test_moments_are_utc_to_the_millisecond(value: datetime) -> None:
    back = round_trip(Moment(), value)
    assert back.utcoffset() == timedelta(0)
    assert timedelta(0) <= value - back < timedelta(milliseconds=1)
    assert Moment().settled(value) == back


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Moment().settled(datetime(2026, 1, 1))


@pytest.mark.parametrize("words", WORDS)
def test_words_are_stored_as_their_text(words: type[StrEnum]) -> None:
    for word in words:
        assert round_trip(Words(words), word) is word
        assert round_trip(Words(words), word.value) is word
        assert len(word.value) <= 20


@pytest.mark.parametrize("words", WORDS)
def test_a_word_we_do_not_know_is_refused_before_the_file(words: type[StrEnum]) -> None:
    with pytest.raises(ValueError, match="nonsense"):
        Words(words).settled("nonsense")


def test_every_column_comes_back_from_the_journal_as_from_the_file() -> None:
    for table, column in journalled():
        once = kept(table, column.name, sample(column, 3))
        assert kept(table, column.name, restored(table, column.name, once)) == once
        assert restored(table, column.name, None) is None


def test_a_day_given_as_a_moment_is_a_day() -> None:
    assert kept(table_named("customer"), "founded_on", datetime(2020, 5, 6, 7, 8)) == "2020-05-06"
    assert plain(datetime(2020, 5, 6, tzinfo=UTC)) == "2020-05-06T00:00:00+00:00"


def test_a_word_changed_by_other_means_is_damage(store: Store, path: Path) -> None:
    with store.write(Doing("x")) as session:
        session.connection().exec_driver_sql("INSERT INTO rep (id, name, role, active) VALUES (1, '甲', 'king', 1)")
        session.connection().exec_driver_sql("INSERT INTO rep (id, name, role, active) VALUES (2, x'b0a1', 'rep', 1)")
    roles = select(table_named("rep").c.role)
    with pytest.raises(StoreProblem, match="damaged"), store.read() as session:
        session.scalars(roles).all()
