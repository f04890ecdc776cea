from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.conditions import all_hold, parse_condition
from desktop.rules.money import line_amount, line_figures, order_total, read_money, show_money


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1234.5", "1234.5"),
        ("￥1,234.50", "1234.50"),
        ("¥ 1,234.50", "1234.50"),
        ("1.2万", "12000"),
        ("1.2 万元", "12000"),
        ("3百万", "3000000"),
        ("1.5亿", "150000000"),
        ("１，２３４元", "1234"),
        ("300元整", "300"),
        ("人民币300", "300"),
        ("RMB 300", "300"),
        ("(123)", "-123"),
        ("（123.40）", "-123.40"),
        ("123-", "-123"),
        ("-￥5", "-5"),
        ("￥-5", "-5"),
        ("−5", "-5"),
        ("1,2345", "12345"),
        (125.43999999999998, "125.44"),
        (-3, "-3"),
        ("0", "0"),
    ],
)
def test_amounts(cell: Cell, amount: str) -> None:
    assert read_money(cell) == Decimal(amount)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("约10万", "bad_money"),
        ("1000万以上", "bad_money"),
        ("100-200", "bad_money"),
        ("12,5", "bad_money"),
        ("--5", "bad_money"),
        ("NaN", "bad_money"),
        ("Infinity", "bad_money"),
        ("1_000", "bad_money"),
        ("abc", "bad_money"),
        (True, "bad_money"),
        (date(2026, 3, 5), "bad_money"),
        ("$5", "foreign_currency"),
        ("100美元", "foreign_currency"),
        ("10000000000000", "money_too_large"),
        (1e14, "money_too_large"),
    ],
)
def test_what_is_no_certain_amount_is_refused(cell: Cell, code: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_money(cell, "payment.amount")
    assert refusal.value.code == code
    assert refusal.value.field == "payment.amount"


@pytest.mark.parametrize("cell", ["", None, " ", float("nan")])
def test_nothing_is_no_amount(cell: Cell) -> None:
    assert read_money(cell) is None


@given(st.decimals(-(10**9), 10**9, places=2))
def test_what_is_shown_is_read_back(amount: Decimal) -> None:
    assert read_money(show_money(amount)) == amount


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = read_money(text)
    except RuleBroken:
        return
    assert amount is None or amount.is_finite()


def test_a_line_keeps_parts_of_a_fen_and_the_order_rounds_once() -> None:
    assert line_amount(Decimal(3), Decimal("0.3333")) == Decimal("0.9999")
    assert line_amount(Decimal(1), Decimal("0.00005")) == Decimal("0.0001")  # half up
    assert line_amount(Decimal(-1), Decimal("0.00005")) == Decimal("-0.0001")
    assert line_amount(Decimal(2), Decimal("161.91"), Decimal("0.4")) == Decimal("194.2920")
    lines = [Decimal("0.0040")] * 3
    assert order_total(lines) == Decimal("0.01")  # each line alone would round to nothing
    assert order_total([Decimal("0.0050")]) == Decimal("0.01")
    assert order_total([]) == 0


def test_money_as_it_is_shown() -> None:
    assert show_money(Decimal("1234.5")) == "￥1,234.50"
    assert show_money(Decimal("-3")) == "-￥3.00"
    assert show_money(Decimal("129.696")) == "￥129.696"
    assert show_money(Decimal("1E+3"), sign="") == "1,000.00"


def test_a_stated_amount_stands_and_no_price_is_made_up() -> None:
    line = line_figures(quantity=Decimal(2), amount=Decimal("129.696"), discount=Decimal("0.4"))
    assert (line.amount, line.unit_price, line.discount) == (Decimal("129.6960"), None, Decimal("0.4"))


def test_without_an_amount_it_is_worked_out() -> None:
    line = line_figures(quantity=Decimal(2), unit_price=Decimal("10"), discount=Decimal("0.15"))
    assert line.amount == Decimal("17.0000")
    assert line_figures(unit_price=Decimal(10)).quantity == 1


def test_a_contradiction_is_said() -> None:
    assert not line_figures(quantity=Decimal(2), unit_price=Decimal(10), amount=Decimal(25)).agrees
    assert line_figures(quantity=Decimal(3), unit_price=Decimal("3.33"), amount=Decimal("9.99")).agrees


def test_cost_per_unit_from_the_line_or_its_profit() -> None:
    by_cost = line_figures(quantity=Decimal(2), amount=Decimal(30), cost=Decimal(20))
    by_profit = line_figures(quantity=Decimal(2), amount=Decimal("129.696"), profit=Decimal("-60.704"))
    stated = line_figures(quantity=Decimal(2), amount=Decimal(30), cost=Decimal(20), unit_cost=Decimal(9))
    assert (by_cost.unit_cost, by_profit.unit_cost, stated.unit_cost) == (
        Decimal(10),
        Decimal("95.2"),
        Decimal(9),
    )


def test_a_line_needs_an_amount_or_a_price() -> None:
    with pytest.raises(RuleBroken) as refusal:
        line_figures(quantity=Decimal(2))
    assert refusal.value.code == "line_without_amount"


def test_the_published_figures_of_a_real_sales_log(shared_data: Path) -> None:
    path = shared_data / "transactions/online_retail_II_2009-2010_first100k.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        header, *rows = list(csv.reader(io.StringIO(text.read(), newline="")))
    conditions = ("Customer ID is set", "not Invoice starts C", "Quantity > 0", "Price > 0")
    wanted = all_hold(parse_condition(condition, header) for condition in conditions)
    kept = [row for row in rows if wanted(row)]
    revenue = sum((line_amount(Decimal(row[3]), read_money(row[5]) or Decimal(0)) for row in kept), Decimal(0))
    assert (len(kept), len({row[0] for row in kept}), len({row[6] for row in kept})) == (70797, 3383, 1645)
    assert revenue == Decimal("1630006.136")
