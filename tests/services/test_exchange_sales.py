"""Real sales logs: every figure that is known of them, in the file to the fen."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import BulkCreation, Change, Customer, Order, OrderLine, Product
from db.store import Store, quick_check
from db.vocabulary import CustomerKind, OrderKind, OrderState, Stage
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import ImportKind
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.exchange_files import adds_up, bring, outcomes, remarked, rows

CLEANED = ("Customer ID is set", "not Invoice starts C", "Quantity > 0", "Price > 0")
CDNOW = """
as = "orders"
header = 0
delimiter = "space"
[columns]
"customer.number" = 1
"order.date" = 3
"line.quantity" = 4
"line.amount" = 5
"""


@pytest.fixture
def sales(shared_data: Path) -> Path:
    return shared_data / "transactions"


def counts(store: Store) -> tuple[int, ...]:
    """Customers, orders, lines."""
    with store.read() as session:
        return tuple(session.scalar(select(func.count()).select_from(one)) or 0 for one in (Customer, Order, OrderLine))


def total(store: Store, column: object) -> Decimal:
    """The sum of a money column, exact."""
    with store.read() as session:
        return sum(session.scalars(select(column)), Decimal(0))  # type: ignore[call-overload]


def test_a_british_wholesaler_as_it_is(sales: Path, empty_store: Store) -> None:
    report = bring(empty_store, sales / "online_retail_II_2009-2010_first100k.csv.gz")
    assert report.as_json() == {
        "rows": 100_000, "created": 72_861, "updated": 0, "skipped": 0, "refused": 27_139,
        "reasons": {"no_customer": 27_139},
    }  # fmt: skip
    assert adds_up(report)
    assert counts(empty_store) == (1734, 4232, 72_861)
    assert report.unused == ("Country",)
    kinds = rows(empty_store, "sales_order", "kind", "amount", "number")
    assert all((kind is OrderKind.RETURN) == (amount < 0) for kind, amount, _ in kinds)
    assert {number[0] == "C" for kind, _, number in kinds if kind is OrderKind.RETURN} == {True}
    with empty_store.read() as session:
        assert session.scalar(select(func.count()).select_from(Change)) == 0
        made = session.execute(select(BulkCreation.table_name, BulkCreation.count)).all()
        assert dict(made) == {
            "customer": 1734,
            "product": 3_167,
            "sales_order": 4232,
            "order_line": 72_861,
        }
    assert quick_check(empty_store.path, whole=True) == []


def test_a_british_wholesaler_cleaned(sales: Path, empty_store: Store) -> None:
    path = sales / "online_retail_II_2009-2010_first100k.csv.gz"
    report = bring(empty_store, path, where=CLEANED)
    assert report.as_json() == {
        "rows": 100_000, "created": 70_797, "updated": 0, "skipped": 29_203, "refused": 0, "reasons": {"where": 29_203},
    }  # fmt: skip
    assert counts(empty_store) == (1645, 3383, 70_797)
    assert total(empty_store, OrderLine.amount) == Decimal("1630006.136")
    lines: dict[int, Decimal] = {}
    for order, amount in rows(empty_store, "order_line", "order_id", "amount"):
        lines[order] = lines.get(order, Decimal(0)) + amount
    for order, amount in rows(empty_store, "sales_order", "id", "amount"):
        exact = lines[order]
        assert abs(amount - exact) <= Decimal("0.005")
        assert amount == exact.quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert set(rows(empty_store, "customer", "stage", "kind")) == {(Stage.WON, CustomerKind.COMPANY)}
    assert all(name == number for name, number in rows(empty_store, "customer", "name", "number"))
    with empty_store.read() as session:
        query = select(Product.name, OrderLine.quantity, OrderLine.unit_price, Order.ordered_on).join_from(
            OrderLine, Order, Order.id == OrderLine.order_id
        )
        query = query.join(Product, Product.id == OrderLine.product_id).where(Order.number == "489434")
        first = session.execute(query.order_by(OrderLine.position)).first()
    assert first is not None
    assert [str(one) for one in first] == ["15CM CHRISTMAS GLASS BALL 20 LIGHTS", "12.0000", "6.9500", "2009-12-01"]

    again = bring(empty_store, path, where=CLEANED)
    assert again.as_json()["reasons"] == {"where": 29_203, "known_order": 70_797}
    assert again.action_id is None


def test_a_chinese_supermarket(sales: Path, empty_store: Store) -> None:
    path, before = sales / "超市订单_前2000行_gb18030.csv", dump(empty_store)
    report = bring(empty_store, path)
    assert outcomes(report) == ["created"] * 2000
    assert counts(empty_store) == (557, 986, 2000)
    assert total(empty_store, OrderLine.amount) == Decimal("3401516.125")
    numbers = rows(empty_store, "sales_order", "number")
    assert len(set(numbers)) == 865
    shared = {number for number in numbers if numbers.count(number) > 1}
    said = {number for number, code, _ in remarked(report) if code == "order_number_shared"}
    assert said == {line.number for line in report.lines() if line.what.split(" · ")[0] in shared}
    assert report.remarks == {"order_number_shared": 457}
    customer = dict(rows(empty_store, "customer", "number", "name"))
    assert customer["曾惠-14485"] == "曾惠"
    assert set(rows(empty_store, "customer", "kind")) == {CustomerKind.PERSON}
    discounts = rows(empty_store, "order_line", "discount")
    assert set(map(str, discounts)) <= {"0.0000", "0.2000", "0.4000", "0.6000", "0.1000", "0.8000", "0.2500"}
    assert all(cost is not None for cost in rows(empty_store, "order_line", "unit_cost"))  # amount − profit
    assert set(outcomes(bring(empty_store, path))) == {"skipped known_order"}
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_the_number_alone_where_a_mapping_says_so(sales: Path, empty_store: Store) -> None:
    report = bring(empty_store, sales / "超市订单_前2000行_gb18030.csv", profile='match = ["order.number"]')
    assert counts(empty_store)[1:] == (865, 2000)
    assert total(empty_store, OrderLine.amount) == Decimal("3401516.125")
    assert "order_number_shared" not in report.remarks
    again = bring(empty_store, sales / "超市订单_前2000行_gb18030.csv", profile='match = ["order.number"]')
    assert set(outcomes(again)) == {"skipped known_order"}


def test_totals_of_an_old_mac(sales: Path, empty_store: Store) -> None:
    path = sales / "superstore_orders_cr_macroman.csv"
    assert outcomes(bring(empty_store, path)) == ["created"] * 5009
    assert counts(empty_store) == (793, 5009, 0)
    assert total(empty_store, Order.amount) == Decimal(2_297_261)
    days = rows(empty_store, "sales_order", "ordered_on")
    assert (min(days).isoformat(), max(days).isoformat()) == ("2011-01-04", "2014-12-31")
    names = set(rows(empty_store, "customer", "name"))
    assert {name.split()[-1] for name in names if not name.isascii()} >= {
        "Französisch",
        "Pölking",
        "Bühler",
        "Häberlin",
    }
    assert set(outcomes(bring(empty_store, path))) == {"skipped known_order"}


def test_records_between_blanks_with_a_mapping(sales: Path, empty_store: Store) -> None:
    path = sales / "CDNOW_sample.txt"
    report = bring(empty_store, path, profile=CDNOW)
    assert outcomes(report) == ["created"] * 6919
    assert counts(empty_store) == (2357, 6919, 6919)
    assert total(empty_store, OrderLine.quantity) == 16_479
    assert total(empty_store, OrderLine.amount) == total(empty_store, Order.amount) == Decimal("244091.94")
    assert total(empty_store, Order.amount) == Decimal("244091.94")
    assert len([1 for amount in rows(empty_store, "sales_order", "amount") if amount == 0]) == 8
    again = bring(empty_store, path, profile=CDNOW)
    assert set(outcomes(again)) == {"skipped known_order"}  # without numbers: as many alike as there are


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tmall_order_report.csv.gz", "missing_customer"),
        ("consumption_data.xls", "unknown_kind"),
        ("cdnow_customers_summary.csv", "unknown_kind"),
        ("cdnow_customers_summary_with_transactions.csv", "unknown_kind"),
        ("CDNOW_sample.txt", "unknown_kind"),
    ],
)
def test_figures_that_are_no_orders_are_refused(name: str, code: str, sales: Path, empty_store: Store) -> None:
    before = dump(empty_store, journal_too=True)
    with pytest.raises(RuleBroken) as caught:
        bring(empty_store, sales / name)
    assert caught.value.code == code
    with pytest.raises(RuleBroken):
        bring(empty_store, sales / name, kind=ImportKind.ORDERS)
    assert dump(empty_store, journal_too=True) == before


def test_states_and_the_name_of_the_action(sales: Path, empty_store: Store) -> None:
    bring(empty_store, sales / "superstore_orders_cr_macroman.csv")
    assert set(rows(empty_store, "sales_order", "state", "kind")) == {(OrderState.CONFIRMED, OrderKind.PURCHASE)}
    ((kind, facts),) = rows(empty_store, "action", "kind", "facts")
    assert kind == "import.orders"
    assert json.loads(facts) == {"file": "superstore_orders_cr_macroman.csv", "count": 5009}
