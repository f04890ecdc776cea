from __future__ import annotations

import contextlib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.import_dates import DateOrder, date_order, read_import_date


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2009-12-01 07:45:00", "2009-12-01"),
        ("2017/4/27", "2017-04-27"),
        ("2020-1-1 1:01", "2020-01-01"),
        ("2020-02-21T00:00:00Z", "2020-02-21"),
        ("2020-02-21T08:30:00+08:00", "2020-02-21"),
        ("2026/3/5 上午10:30", "2026-03-05"),
        ("2020/1/1 1:01:01 PM", "2020-01-01"),
        ("2026年3月5日 星期四", "2026-03-05"),
        ("2017年5月", "2017-05-01"),
        ("2017-05", "2017-05-01"),
        ("20260305", "2026-03-05"),
        (20260305.0, "2026-03-05"),
        (43921, "2020-03-31"),
        (43921.5, "2020-03-31"),
        ("05-Mar-20", "2020-03-05"),
        ("Mar 5, 2020", "2020-03-05"),
        ("25/2/2026", "2026-02-25"),
        (datetime(2020, 1, 1, 1, 1), "2020-01-01"),
        (date(2020, 1, 1), "2020-01-01"),
    ],
)
def test_dates_with_their_year(cell: Cell, day: str) -> None:
    assert read_import_date(cell) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("明天", "unreadable"),
        ("下周二", "unreadable"),
        ("+7", "unreadable"),
        ("3-5", "no_year"),
        ("3月5日", "no_year"),
        ("9/7/11", "ambiguous"),
        ("1/2/2026", "ambiguous"),
        ("2026/13/1", "no_such_day"),
        ("0001-01-01", "no_such_day"),
        ("0001-01-01 00:00:00", "no_such_day"),
        ("2003年", "unreadable"),
        (2003.0, "unreadable"),
        ("201705", "unreadable"),
        (True, "unreadable"),
    ],
)
def test_nothing_is_guessed_from_a_file(cell: Cell, why: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_import_date(cell, field="order.date")
    assert (refusal.value.code, refusal.value.facts["why"]) == ("bad_date", why)


def test_blank_cells_have_no_date() -> None:
    assert read_import_date("") is None
    assert read_import_date(None) is None
    assert read_import_date(" ") is None


def test_a_year_alone_is_enough_where_it_is_asked() -> None:
    assert read_import_date("2003年", coarse=True) == date(2003, 1, 1)
    assert read_import_date(2003.0, coarse=True) == date(2003, 1, 1)
    assert read_import_date("2003", coarse=True) == date(2003, 1, 1)


def test_the_order_settles_what_one_cell_leaves_open() -> None:
    assert read_import_date("9/7/11", DateOrder.MDY) == date(2011, 9, 7)
    assert read_import_date("9/7/11", DateOrder.DMY) == date(2011, 7, 9)
    assert read_import_date("09/7/11", DateOrder.YMD) == date(2009, 7, 11)
    assert read_import_date("1/2/2026", DateOrder.DMY) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["9/7/11", "9/29/11"], DateOrder.MDY),
        (["7/9/2011", "29/9/2011"], DateOrder.DMY),
        (["17/4/27", "17/12/31", "18/1/30"], DateOrder.YMD),
        (["9/7/11", "1/2/11"], None),  # two orders are possible
        (["2017/4/27", "2018/1/1"], None),  # none is needed
        (["abc", None, 5.0], None),
        ([], None),
    ],
)
def test_a_column_shows_its_order(values: list[Cell], order: DateOrder | None) -> None:
    assert date_order(values) == order


def test_a_real_american_column(shared_data: Path) -> None:
    text = (shared_data / "transactions/superstore_orders_cr_macroman.csv").read_bytes().decode("mac_roman")
    values = [row.split(",")[0] for row in text.split("\r")[1:] if row]
    order = date_order(values)
    assert order is DateOrder.MDY
    days = [day for day in (read_import_date(value, order) for value in values) if day]
    assert (len(days), min(days), max(days)) == (5009, date(2011, 1, 4), date(2014, 12, 31))


@given(st.lists(st.dates(date(2000, 1, 1), date(2068, 12, 31)), min_size=40, max_size=60, unique=True))
def test_the_order_found_never_reads_another_day(days: list[date]) -> None:
    written = [f"{day.month}/{day.day}/{day:%y}" for day in days]
    order = date_order(written)
    assert order in (None, DateOrder.MDY)
    if order:
        assert [read_import_date(text, order) for text in written] == days


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.times(), st.timedeltas()))
def test_any_cell_is_a_day_or_refused(cell: Cell) -> None:
    for order in (None, *DateOrder):
        with contextlib.suppress(RuleBroken):
            day = read_import_date(cell, order, coarse=True)
            assert day is None or isinstance(day, date)
