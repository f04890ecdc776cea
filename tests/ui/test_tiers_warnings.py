"""The list of customers who may be leaving: worked off by keyboard, narrowed, sorted, copied; 20,000 of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import journal
from db.keys import new_block
from db.lifecycle import Cause, Lifecycle
from db.models import Customer, Order, Rep, Survey
from db.store import Doing
from db.vocabulary import OrderKind, OrderState, Stage
from desktop.ui.office import Office, Visit
from desktop.ui.screens.tiers.warnings.warnings_page import WarningsPage

LEAVING = tuple(range(100, 350, 20))


def order(customer_id: int, office: Office, ago: int, amount: int) -> Order:
    on = office.today() - timedelta(days=ago)
    order = Order(customer_id=customer_id, ordered_on=on, amount=Decimal(amount))
    order.kind, order.state = OrderKind.PURCHASE, OrderState.CONFIRMED
    return order


@pytest.fixture
def people(office: Office) -> dict[str, int]:
    """Two who buy no more, one who is angry, one of whom nothing is wrong."""
    with office.store.write(Doing("import")) as session:
        rep = Rep(name="解思远")
        session.add(rep)
        session.flush()
        made = {name: Customer(name=name, stage=Stage.WON) for name in ("小店", "大厂", "怒客", "好客")}
        made["大厂"].owner_id, made["大厂"].value_tier = rep.id, "A"
        session.add_all(made.values())
        session.flush()
        ids = {name: row.id for name, row in made.items()}
        session.add_all(order(ids["小店"], office, ago, 10) for ago in LEAVING)
        session.add_all(order(ids["大厂"], office, ago, 900) for ago in LEAVING)
        session.add_all(order(ids["好客"], office, ago, 900) for ago in range(0, 350, 20))
        session.add(order(ids["怒客"], office, 20, 5))
        session.add(Survey(customer_id=ids["怒客"], asked_on=office.today(), satisfaction=2))
    return ids


@pytest.fixture
def page(qtbot: QtBot, office: Office, people: dict[str, int]) -> Iterator[WarningsPage]:
    made = WarningsPage(office)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    yield made
    office.jobs.wait_idle()


def names(page: WarningsPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_the_most_money_stands_first_and_every_column_says_its_part(page: WarningsPage) -> None:
    assert names(page) == ["大厂", "小店", "怒客"]
    cells = {one.key: page.model.index(0, at).data() for at, one in enumerate(page.model.columns)}
    assert cells["tier"] == "A"
    assert cells["cause"] == "Spends less, Buys less often"
    assert cells["lifecycle"] == "Dormant"
    assert cells["since"] == "2026-10-14"
    assert (cells["interval"], cells["owner"], cells["next"]) == ("20 days", "解思远", "nothing planned")
    assert cells["stake"] == "￥11,700"
    assert "100% below the three periods before" in page.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    office_s = {one.key: page.model.index(2, at).data() for at, one in enumerate(page.model.columns)}
    assert office_s["interval"] == "(20 days)", "not his own"


def test_it_is_narrowed_by_cause_lifecycle_and_rep(page: WarningsPage) -> None:
    page.cause.setCurrentIndex(page.cause.findData(Cause.UNHAPPY))
    assert names(page) == ["怒客"]
    page.lifecycle.setCurrentIndex(page.lifecycle.findData(Lifecycle.DORMANT))
    assert names(page) == []
    page.panel.empty.button.click()
    assert len(names(page)) == 3
    page.rep.setCurrentIndex(page.rep.findText("解思远 (1)"))
    assert names(page) == ["大厂"]
    page.rep.setCurrentIndex(page.rep.findText("no rep (2)"))
    assert names(page) == ["小店", "怒客"]


@pytest.mark.parametrize(
    "key", ["name", "tier", "cause", "since", "lifecycle", "last", "interval", "stake", "owner", "next"]
)
def test_it_is_sorted_by_every_column(page: WarningsPage, key: str) -> None:
    for descending in (False, True):
        page.view.head.sort_shown(key, descending)
        page._show()
        assert sorted(names(page)) == sorted(["大厂", "小店", "怒客"])
    if key == "stake":
        assert names(page)[0] == "大厂"


def test_enter_opens_the_card_and_keys_plan_and_log(page: WarningsPage, office: Office, people: dict[str, int]) -> None:
    asked: list[object] = []
    office.bus.wanted.connect(lambda place, what: asked.append((place, what)))
    page.view.setFocus()
    page.view.go_to(people["大厂"])
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.view, Qt.Key.Key_P, control | shift)
    QTest.keyClick(page.view, Qt.Key.Key_L, control)
    page.plan.click()
    assert asked == [
        ("customers", Visit(people["大厂"])),
        ("customers", Visit(people["大厂"], "", "plan")),
        ("customers", Visit(people["大厂"], "", "log")),
        ("customers", Visit(people["大厂"], "", "plan")),
    ]


def test_it_is_copied_as_a_table(page: WarningsPage) -> None:
    page.view.setFocus()
    page.view.selectAll()
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert "大厂" in lines[1]
    assert "11700" in lines[1]


def test_what_was_settled_leaves_the_list(
    qtbot: QtBot, page: WarningsPage, office: Office, people: dict[str, int]
) -> None:
    with office.store.write(Doing("survey.edit", {"name": "x"})) as session:
        session.add(Survey(customer_id=people["怒客"], asked_on=office.today(), satisfaction=5))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        for one in ("大厂", "小店"):
            row = session.get(Customer, people[one])
            assert row is not None
            row.stage = Stage.LOST
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert "No customer gives reason to worry" in page.panel.empty._sentence.text()


def test_twenty_thousand_customers_are_looked_through(qtbot: QtBot, office: Office) -> None:
    count = 20_000
    with office.store.write(Doing("import")) as session:
        keys = list(new_block(count))
        rows = [{"id": key, "name": f"客户{at}", "stage": Stage.WON, "kind": "company"} for at, key in enumerate(keys)]
        journal.bulk_create(session, journal.table_named("customer"), rows)
        bought = [
            {
                "id": number,
                "customer_id": keys[at // 3],
                "ordered_on": office.today() - timedelta(days=120 + 30 * (at % 3)),
                "kind": OrderKind.PURCHASE,
                "state": OrderState.CONFIRMED,
                "amount": Decimal(at % 977 + 1),
            }
            for at, number in enumerate(new_block(3 * 3000))
        ]
        journal.bulk_create(session, journal.table_named("sales_order"), bought)
    made = WarningsPage(office)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3000, timeout=20_000)
    stakes = [row.stake for row in made.wanted()]
    assert stakes == sorted(stakes, reverse=True)
    office.jobs.wait_idle()
