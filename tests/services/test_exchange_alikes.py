"""New customers of a sheet who look like one in the file: told, left out, or put on his card."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import Customer, Reach
from db.store import Doing, Store, create_file, open_store
from desktop.progress import Progress
from desktop.services.exchange import steps
from desktop.services.exchange.outcome import ImportReport
from desktop.services.exchange.proposal import WithAlike
from tests.services.exchange_files import outcomes, written


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "办公室.kezha"
    create_file(path)
    with closing(open_store(path, version="test", backups=tmp_path)) as opened:
        with opened.write(Doing("customer.create", {"name": "永昌"})) as session:
            known = Customer(name="上海永昌贸易有限公司", number="K1")
            session.add_all([known, Customer(name="大通超市", number="K2")])
            session.add(Reach(customer_id=known.id, kind="mobile", value="138 0013 8000"))
        yield opened


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    rows = [
        ("客户名称", "电话", "行业"),
        ("永昌（上海）貿易公司", "", "贸易"),
        ("全新的客户", "13900139000", ""),
        ("永昌商行", "13800138000", ""),
        ("大通超市", "", "零售"),
    ]
    return written(tmp_path / "客户.csv", rows)


def bring(store: Store, sheet: Path, with_alike: WithAlike) -> ImportReport:
    book = steps.read(sheet, Progress())
    proposal = replace(steps.propose(book), with_alike=with_alike)
    return steps.apply(store, book, proposal, Progress(), name=sheet.name)


def customers(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count(Customer.id))) or 0


def test_they_are_made_with_a_remark(store: Store, sheet: Path) -> None:
    report = bring(store, sheet, WithAlike.CREATE)
    assert outcomes(report) == ["created", "created", "created", "updated"]
    assert dict(report.remarks)["looks_like"] == 2
    told = [remark.facts for line in report.lines() for remark in line.remarks if remark.code == "looks_like"]
    assert told == [
        {"name": "K1 上海永昌贸易有限公司", "value": "永昌贸易"},
        {"name": "K1 上海永昌贸易有限公司", "value": "13800138000"},
    ]
    assert customers(store) == 5


def test_they_are_left_out(store: Store, sheet: Path) -> None:
    report = bring(store, sheet, WithAlike.SKIP)
    assert outcomes(report) == ["skipped looks_like", "created", "skipped looks_like", "updated"]
    assert customers(store) == 3


def test_they_fill_in_the_card_in_the_file(store: Store, sheet: Path) -> None:
    report = bring(store, sheet, WithAlike.UPDATE)
    assert outcomes(report)[:2] == ["updated", "created"]
    assert customers(store) == 3
    with store.read() as session:
        card = session.scalars(select(Customer).where(Customer.number == "K1")).one()
        assert (card.name, card.industry) == ("上海永昌贸易有限公司", "贸易")


def test_another_number_is_another_customer(store: Store, tmp_path: Path) -> None:
    sheet = written(tmp_path / "编号.csv", [("客户编号", "客户名称"), ("N9", "永昌（上海）貿易公司")])
    report = bring(store, sheet, WithAlike.UPDATE)
    assert outcomes(report) == ["created"]
    assert dict(report.remarks)["looks_like"] == 1
