"""The list of 100,000 customers and a card with 500 follow-ups and 500 orders, in real widgets without a screen."""

from __future__ import annotations

from random import Random

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.services.sheets import ids_by_number
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.customer_list import CustomerList
from tests.bench.conftest import LARGE
from tests.bench.ledger import Ledger
from tests.bench.make_file import BUSY_NUMBER
from tests.bench.painting import BareTable, until_painted

ROUNDS = 9


def test_first_rows(qtbot: QtBot, large_office: Office, ledger: Ledger) -> None:
    ours, floor = [], []
    for _ in range(ROUNDS):
        screen, bare = CustomerList(large_office), BareTable(LARGE)
        screen.resize(760, 760)
        qtbot.addWidget(screen)
        qtbot.addWidget(bare)
        floor.append(until_painted([bare.viewport()], bare.show))
        ours.append(until_painted([screen.view.viewport()], screen.show))
        screen.hide()
        bare.hide()
    ledger.put("list of 100,000: first rows", ours, floor, most=150)


def test_jump_and_sort(qtbot: QtBot, large_office: Office, ledger: Ledger) -> None:
    dice = Random(3)
    screen, bare = CustomerList(large_office), BareTable(LARGE)
    screen.resize(760, 760)
    for widget in (screen, bare):
        qtbot.addWidget(widget)
        widget.show()
    qtbot.wait(200)
    ours, floor = [], []
    for _ in range(40):
        row = dice.randrange(LARGE)
        floor.append(until_painted([bare.viewport()], lambda row=row: jump(bare, row)))  # type: ignore[misc]
        ours.append(until_painted([screen.view.viewport()], lambda row=row: jump(screen.view, row)))  # type: ignore[misc]
    ledger.put("list of 100,000: jump anywhere", ours, floor, most=30)
    ours, floor = [], []
    for number in range(ROUNDS):
        wanted = ("name", bool(number % 2))
        floor.append(until_painted([bare.viewport()], bare.anew))
        ours.append(
            until_painted([screen.view.viewport()], lambda wanted=wanted: sort(screen, *wanted))  # type: ignore[misc]
        )
    ledger.put("list of 100,000: sort by name", ours, floor, most=150)


def jump(view: QTableView, row: int) -> None:
    view.scrollTo(view.model().index(row, 0), QTableView.ScrollHint.PositionAtTop)


def sort(screen: CustomerList, by: str, descending: bool) -> None:
    screen.view.head.sort_shown(by, descending)
    screen.view.sort_wanted.emit(by, descending)


def test_a_busy_card(qtbot: QtBot, large_office: Office, large_store: Store, ledger: Ledger) -> None:
    with large_store.read() as session:
        busy, other = ids_by_number(session, [BUSY_NUMBER, "C000001"])
    card = CardView(large_office)
    card.resize(800, 720)
    qtbot.addWidget(card)
    card.show()
    for tab in ("overview", "timeline", "orders", "history"):
        card.show_customer(busy)
        card.go_to_tab(tab)
        qtbot.wait(100)
        ours = []
        for _ in range(ROUNDS):
            card.show_customer(other)
            qtbot.wait(30)
            ours.append(until_painted([card], lambda: card.show_customer(busy)))
        ledger.put(f"card with 500 follow-ups and 500 orders: {tab}", ours, most=100)
