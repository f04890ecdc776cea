"""Small sheets of orders: whose they are, what they come to, and what is told of rows that cannot be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models import Customer, Order, Product, Reach, Rep
from db.store import Store
from db.vocabulary import CustomerKind, OrderKind, OrderState, ReachKind, Stage
from desktop.rules.money import LineFigures, line_figures
from desktop.services.exchange.order_figures import _quick, scaled
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.exchange_files import bring, lines, outcomes, put, reached, remarked, rows, written


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "订单.xlsx"


def test_lines_of_one_number_are_one_order(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "订单号 客户名称 订单日期 产品编号 产品名称 类别 单位 数量 单价 折扣 备注",
        "D1 永昌商贸 2026-03-05 A1 钢管 建材 根 3 1.115 - 加急",
        "D1 永昌商贸 2026-03-05 A2 螺丝 五金 盒 1 0.0051 - -",
        "D2 永昌商贸 2026-03-06 A1 - 建材 根 -2 100 8折 -",
        "- 大通商贸 2026年3月7日 - 角铁 - - - 20 - -",
        "- 大通商贸 2026年3月7日 - 角铁 - - - 20 - -",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created"] * 5
    found = rows(empty_store, "sales_order", "number", "amount", "kind", "note")
    assert [(number, str(amount), kind.value, note) for number, amount, kind, note in found] == [
        ("D1", "3.35", "purchase", "加急"),  # 3.345 + 0.0051, rounded once
        ("D2", "-160.00", "return", None),
        (None, "20.00", "purchase", None),
        (None, "20.00", "purchase", None),
    ]
    got = rows(empty_store, "order_line", "position", "quantity", "unit_price", "discount", "amount")
    assert [" ".join("-" if one is None else f"{one:f}" for one in line[1:]) for line in got] == [
        "3.0000 1.1150 - 3.3450",
        "1.0000 0.0051 - 0.0051",
        "-2.0000 100.0000 0.2000 -160.0000",
        "1.0000 20.0000 - 20.0000",
        "1.0000 20.0000 - 20.0000",
    ]
    assert rows(empty_store, "product", "code", "name", "category", "unit") == [
        ("A1", "钢管", "建材", "根"),
        ("A2", "螺丝", "五金", "盒"),
        (None, "角铁", None, None),
    ]
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped known_order"}


def test_rows_that_cannot_be_orders(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "订单号 客户名称 订单日期 产品名称 数量 单价",
        "D1 - 2026-03-05 钢管 3 1",
        "D2 永昌商贸 - 钢管 3 1",
        "D3 永昌商贸 2026-02-30 钢管 3 1",
        "D4 永昌商贸 2026-03-05 钢管 三 很多",
        "D5 永昌商贸 2026-03-05 钢管 3 -",
        "D6 永昌商贸 2026-03-05 钢管 1e40 9e11",
        f"{'9' * 81} 永昌商贸 2026-03-05 钢管 1 1",
        "合计 - - - 99 99",
        "D8 永昌商贸 2026-03-05 钢管 3 1",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == [
        "refused no_customer",
        "refused no_date",
        "refused bad_date",
        "refused bad_number",
        "refused line_without_amount",
        "refused money_too_large",
        "refused too_long",
        "skipped sum_row",
        "created",
    ]
    assert rows(empty_store, "sales_order", "number") == ["D8"]


def test_money_stated_for_the_order_only(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "订单号 客户名称 日期 产品 数量 订单总金额",
        "D1 永昌商贸 2026-03-05 钢管 3 100",  # once for all rows
        "D1 永昌商贸 2026-03-05 螺丝 1 100",
        "D2 永昌商贸 2026-03-05 钢管 3 60",  # different ones are the rows' own
        "D2 永昌商贸 2026-03-05 螺丝 1 40.505",
        "D3 永昌商贸 2026-03-05 钢管 3 70",  # merged cells
        "D3 永昌商贸 2026-03-05 螺丝 1 -",
        "D4 永昌商贸 2026-03-05 螺丝 1 -",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report)[-1] == "refused no_amount"
    assert list(map(str, rows(empty_store, "sales_order", "amount"))) == ["100.00", "100.51", "70.00"]
    assert [f"{amount:f}" for amount in rows(empty_store, "order_line", "amount")] == [
        "100.0000", "0.0000", "60.0000", "40.5050", "70.0000", "0.0000",
    ]  # fmt: skip


def test_orders_without_lines(empty_store: Store, sheet: Path) -> None:
    table = lines("客户名称 成交日期 成交金额", "永昌商贸 2026-03-05 1.2万", "大通商贸 2026-03-05 -")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["created", "refused no_amount"]
    assert rows(empty_store, "order_line", "id") == []
    assert rows(empty_store, "sales_order", "amount") == [Decimal(12_000)]
    assert rows(empty_store, "customer", "name") == ["永昌商贸"]  # nobody is made for a row that is refused


def test_goods_that_came_back_count_negative(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "单据编号 单据类型 单据状态 客户名称 单据日期 产品 数量 单价",
        "T1 退货 已完成 永昌商贸 2026-03-05 钢管 3 100",
        "T2 销售 已取消 永昌商贸 2026-03-06 钢管 -1 50",
        "T3 调拨 - 永昌商贸 2026-03-06 钢管 1 50",
    )
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "sales_order", "kind", "state", "amount") == [
        (OrderKind.RETURN, OrderState.CONFIRMED, Decimal(-300)),
        (OrderKind.PURCHASE, OrderState.CANCELLED, Decimal(-50)),
        (OrderKind.PURCHASE, OrderState.CONFIRMED, Decimal(50)),
    ]
    assert rows(empty_store, "order_line", "quantity") == [Decimal(-3), Decimal(-1), Decimal(1)]
    assert remarked(report) == [(4, "unknown_choice", "单据类型")]


def test_price_and_amount_that_contradict(empty_store: Store, sheet: Path) -> None:
    table = lines("客户名称 订单日期 产品 数量 单价 金额", "永昌商贸 2026-03-05 钢管 3 100 270")
    table += lines("永昌商贸 2026-03-05 钢管 3 0.333 1")
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "order_line", "amount") == [Decimal(270), Decimal(1)]
    assert remarked(report) == [(2, "figures_disagree", "line.amount")]


def test_an_order_that_has_grown_is_told(empty_store: Store, sheet: Path) -> None:
    head = "订单号 客户名称 订单日期 产品 数量 单价"
    bring(empty_store, written(sheet, lines(head, "D1 永昌商贸 2026-03-05 钢管 3 100")))
    table = lines(head, "D1 永昌商贸 2026-03-05 钢管 3 100", "D1 永昌商贸 2026-03-05 螺丝 1 50")
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["skipped known_order_differs"] * 2
    facts = {"number": "D1", "kept": Decimal(300), "sheet": Decimal(350)}
    assert report.results.reasons[0].facts == facts
    assert rows(empty_store, "sales_order", "amount") == [Decimal(300)]


def test_two_customers_with_one_order_number(empty_store: Store, sheet: Path) -> None:
    table = lines("订单号 客户名称 订单日期 金额", "D1 永昌商贸 2026-03-05 1", "D1 大通商贸 2026-03-05 2")
    table += lines("D2 大通商贸 2026-03-05 4")
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "sales_order", "number") == ["D1", "D1", "D2"]
    assert remarked(report) == [(2, "order_number_shared", ""), (3, "order_number_shared", "")]


def test_who_sold(empty_store: Store, sheet: Path) -> None:
    rep = Rep(name="王伟")
    put(empty_store, [rep])
    table = lines("订单号 客户名称 订单日期 金额 业务员", "D1 永昌 2026-03-05 1 王伟", "D2 永昌 2026-03-05 2 赵云")
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "sales_order", "rep_id", "note") == [(rep.id, None), (None, "业务员：赵云")]
    assert remarked(report) == [(3, "unknown_rep", "业务员")]


def test_buyers_of_the_file(empty_store: Store, sheet: Path) -> None:
    """By number; a company without a number by its name, and it learns the number; a name for one who had none."""
    put(empty_store, [Customer(number="K1", name="K1"), Customer(name="大通商贸"), Customer(number="K3", name="亚讯")])
    before = dump(empty_store)
    table = lines(
        "客户编号 客户名称 订单日期 金额",
        "K1 永昌商贸 2026-03-05 1",
        "K2 大通商贸 2026-03-05 2",
        "K3 亚讯科技 2026-03-05 3",
        "K4 新客户公司 2026-03-05 4",
        "K5 - 2026-03-05 5",
        "K5 后来的名字公司 2026-03-05 6",
    )
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "customer", "number", "name") == [
        ("K1", "永昌商贸"), ("K2", "大通商贸"), ("K3", "亚讯"), ("K4", "新客户公司"), ("K5", "后来的名字公司"),
    ]  # fmt: skip
    assert report.records["updated"] == 2
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped known_order"}
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_buyers_by_phone(empty_store: Store, sheet: Path) -> None:
    known = Customer(name="张伟", kind=CustomerKind.PERSON)
    put(empty_store, [known, Reach(customer_id=known.id, kind=ReachKind.MOBILE, value="138 0013 8000")])
    table = lines(
        "买家姓名 手机号 订单日期 金额",
        "张伟 13800138000 2026-03-05 1",
        "张伟 13900139000 2026-03-05 2",
        "张伟 13900139000 2026-03-06 3",
        "- 13800138000 2026-03-07 4",
        "- 13700137000 2026-03-08 5",
        "- - 2026-03-08 6",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created"] * 5 + ["refused no_customer"]
    names = dict(rows(empty_store, "customer", "id", "name"))
    assert [names[key] for key in rows(empty_store, "sales_order", "customer_id")] == [
        "张伟", "张伟", "张伟", "张伟", "13700137000",
    ]  # fmt: skip
    assert sorted(names.values()) == ["13700137000", "张伟", "张伟"]
    assert reached(empty_store, "13700137000") == [("mobile", "13700137000", "")]
    assert set(outcomes(bring(empty_store, sheet))[:5]) == {"skipped known_order"}


def test_a_name_two_customers_have(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="张伟"), Customer(number="K2", name="张伟")])
    table = lines("客户名称 订单日期 金额", "张伟 2026-03-05 1")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["refused several_customers"]


def test_new_buyers_are_won(empty_store: Store, sheet: Path) -> None:
    bring(empty_store, written(sheet, lines("客户名称 订单日期 金额", "张伟 2026-03-05 1", "永昌商贸 2026-03-05 1")))
    assert rows(empty_store, "customer", "name", "kind", "stage") == [
        ("张伟", CustomerKind.PERSON, Stage.WON),
        ("永昌商贸", CustomerKind.COMPANY, Stage.WON),
    ]


def test_products_of_the_file_are_used(empty_store: Store, sheet: Path) -> None:
    pipe = Product(code="A1", name="钢管 DN20")
    put(empty_store, [pipe])
    table = lines("客户名称 订单日期 产品编号 产品名称 数量 单价", "永昌 2026-03-05 A1 钢管 1 2")
    table += lines(f"永昌 2026-03-06 A2 {'长' * 600} 1 2")
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "product", "code", "name") == [("A1", "钢管 DN20"), ("A2", "长" * 500)]
    assert rows(empty_store, "order_line", "product_id", "product_name")[0] == (pipe.id, "钢管")
    assert remarked(report) == [(3, "shortened", "产品名称")]


def test_the_known_order_of_another_customer_is_no_hindrance(empty_store: Store, sheet: Path) -> None:
    other = Customer(name="大通商贸")
    put(empty_store, [other, Order(customer_id=other.id, number="D1", ordered_on=date(2026, 3, 5), amount=Decimal(1))])
    table = lines("订单号 客户名称 订单日期 金额", "D1 永昌商贸 2026-03-05 1")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["created"]
    assert outcomes(bring(empty_store, sheet, profile='match = ["order.number"]')) == ["skipped known_order"]


FIGURE = st.decimals(-(10**6), 10**6, allow_nan=False, places=4)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.none() | FIGURE, st.none() | FIGURE), max_size=8))
def test_the_quick_way_counts_as_the_rule_does(pairs: list[tuple[Decimal | None, Decimal | None]]) -> None:
    quick = _quick([one for one, _ in pairs], [price for _, price in pairs])
    for (quantity, price), found in zip(pairs, quick, strict=True):
        if price is None:
            assert found.code == "line_without_amount"  # type: ignore[union-attr]
            continue
        line = line_figures(quantity=quantity, unit_price=price)
        assert found == tuple(None if one is None else scaled(one) for one in _figures(line))


def _figures(line: LineFigures) -> tuple[Decimal | None, ...]:
    return line.quantity, line.unit_price, line.discount, line.unit_cost, line.amount


def test_the_day_of_delivery_comes_along_and_one_before_the_order_is_said(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "订单号 客户名称 订单日期 签收日期 订单金额",
        "D1 永昌商贸 2026-03-05 2026-03-09 100",
        "D2 永昌商贸 2026-03-05 2026-03-01 100",
        "D3 永昌商贸 2026-03-05 - 100",
    )
    report = bring(empty_store, written(sheet, table))
    found = rows(empty_store, "sales_order", "number", "delivered_on")
    assert found == [("D1", date(2026, 3, 9)), ("D2", None), ("D3", None)]
    assert "delivered_before_ordered" in str(report)
