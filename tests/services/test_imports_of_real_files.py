"""Imports of spreadsheets none of us wrote: what must come out of each, twice, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Contact, Customer, Order, OrderLine, Reach
from db.queries.office import counts
from db.store import Store, create_file, open_store, quick_check
from db.vocabulary import CustomerKind, OrderKind, ReachKind
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.profile import read_profile
from desktop.services.exchange import steps
from desktop.services.exchange.outcome import ImportReport, Outcome
from desktop.services.undoing import undo

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
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty file, open."""
    create_file(tmp_path / "客户.kezha")
    opened = open_store(tmp_path / "客户.kezha", version="0.1.0", backups=tmp_path)
    yield opened
    opened.close()


def bring(store: Store, path: Path, where: tuple[str, ...] = (), mapping: str = "") -> ImportReport:
    """Import the file as the batch command does."""
    profile = read_profile(mapping) if mapping else None
    book = steps.read(path, Progress(), profile)
    report = steps.apply(store, book, steps.propose(book, profile, where=where), Progress(), name=path.name)
    assert sum(report.counts.values()) == report.rows
    assert quick_check(store.path) == []
    return report


def held(store: Store) -> dict[str, int]:
    with store.read() as session:
        return {name: count for name, count in counts(session).items() if count}


@pytest.mark.parametrize(
    ("name", "customers", "contacts"),
    [
        ("会员导入模板_带说明页.xlsx", 2, 0),
        ("客户信息表_300行.xlsx", 300, 0),
        ("客户导入模板_10列.xlsx", 3, 3),
        ("客户导入模板_18列.xls", 1, 1),
        ("扩展名不符_xlsx内容.xls", 3, 3),
        ("线索导入模板_双表头.xlsx", 3, 3),
        ("联系人_电话是数字.xlsx", 1, 0),
        ("超市_电话簿.xlsx", 45, 45),
        ("通讯录_thunderbird_gbk.csv", 41, 0),
    ],
)
def test_a_list_becomes_cards_once(store: Store, shared_data: Path, name: str, customers: int, contacts: int) -> None:
    path = shared_data / "customers_cn" / "spreadsheets" / name
    report = bring(store, path)
    found = held(store)
    assert (found["customers"], found.get("contacts", 0)) == (customers, contacts)
    assert report.counts.get(Outcome.REFUSED, 0) == 0
    again = bring(store, path)
    assert again.counts[Outcome.SKIPPED] == again.rows
    assert held(store) == found
    assert report.action_id is not None
    undo(store, report.action_id)
    assert held(store) == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("customers_cn/spreadsheets/客户信息_文本冒充.xlsx", "not_a_table"),
        ("customers_cn/spreadsheets/通讯录_表头在第6行.xls", "unknown_kind"),
        ("transactions/tmall_order_report.csv.gz", "missing_customer"),
        ("transactions/consumption_data.xls", "unknown_kind"),
    ],
)
def test_what_is_no_list_is_refused_in_words(store: Store, shared_data: Path, name: str, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        bring(store, shared_data / name)
    assert refused.value.code == code
    assert held(store) == {}


def test_cells_are_read_as_what_they_are(store: Store, shared_data: Path) -> None:
    folder = shared_data / "customers_cn" / "spreadsheets"
    bring(store, folder / "超市_电话簿.xlsx")
    bring(store, folder / "线索导入模板_双表头.xlsx")
    with store.read() as session:
        two = select(Reach.digits).join(Customer).where(Customer.name == "510超市").order_by(Reach.digits)
        assert list(session.scalars(two)) == ["13365250524", "79588255471"]  # one cell, parted by a backslash
        mobile = select(Reach.value, Reach.kind).join(Contact, Contact.id == Reach.contact_id)
        found = session.execute(mobile.where(Contact.name == "李丽", Reach.kind == ReachKind.MOBILE)).one()
        assert found[0] == "15896968585"  # a number in the sheet, no "15896968585.0"
        kinds = set(session.scalars(select(Customer.kind)))
    assert kinds == {CustomerKind.COMPANY}


def test_online_retail_gives_the_published_figures(store: Store, shared_data: Path) -> None:
    path = shared_data / "transactions" / "online_retail_II_2009-2010_first100k.csv.gz"
    report = bring(store, path, CLEANED)
    assert (report.rows, report.counts[Outcome.CREATED], report.counts[Outcome.SKIPPED]) == (100_000, 70_797, 29_203)
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 1_645
        assert session.scalar(select(func.count()).select_from(Order)) == 3_383
        assert session.scalar(select(func.sum(OrderLine.amount))) == Decimal("1630006.1360")
        names = select(func.count()).select_from(Customer).where(Customer.name == Customer.number)
        assert session.scalar(names) == 1_645  # known by number alone, until someone writes a better name
    assert report.action_id is not None
    undo(store, report.action_id)
    assert held(store) == {}


def test_cancellations_are_returns_of_their_own(store: Store, shared_data: Path) -> None:
    bring(store, shared_data / "transactions" / "online_retail_II_2009-2010_first100k.csv.gz")
    with store.read() as session:
        wrong = (
            select(func.count()).select_from(Order).where(Order.number.startswith("C"), Order.kind != OrderKind.RETURN)
        )
        assert session.scalar(wrong) == 0
        assert (session.scalar(select(func.count()).where(Order.kind == OrderKind.RETURN)) or 0) > 500


@pytest.mark.parametrize(
    ("name", "mapping", "customers", "orders", "total"),
    [
        ("superstore_orders_cr_macroman.csv", "", 793, 5_009, "2297261"),
        ("超市订单_前2000行_gb18030.csv", "", 557, None, "3401516.125"),
        ("CDNOW_sample.txt", CDNOW, 2_357, 6_919, "244091.94"),
    ],
)
def test_other_sales_logs(
    store: Store, shared_data: Path, name: str, mapping: str, customers: int, orders: int | None, total: str
) -> None:
    bring(store, shared_data / "transactions" / name, mapping=mapping)
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == customers
        found = session.scalar(select(func.count()).select_from(Order))
        lines = session.scalar(select(func.sum(OrderLine.amount)))
        exact = lines if lines else session.scalar(select(func.sum(Order.amount)))
    assert orders is None or found == orders
    assert exact is not None
    assert abs(exact - Decimal(total)) < Decimal("0.01")  # the sheet's own floats end beyond our four decimals
