"""200 custom fields over 10,000 customers: the card with 50 of them, the list with six, sorted and filtered by one.

The floor is the same customer and the same list in the same window, without the custom fields.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db import journal
from db.keys import new_block
from db.models import Customer
from db.queries.custom import CustomFieldRow, answers, custom_fields
from db.store import Doing, Store, open_store
from db.vocabulary import CardPart, CustomKind
from desktop.memory import Memory
from desktop.services.custom import save_field
from desktop.ui import failures
from desktop.ui.kit import theme
from desktop.ui.kit.ask import Ask
from desktop.ui.kit.jobs import Jobs
from desktop.ui.kit.status import Notice
from desktop.ui.office import Bus, Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.customer_list import CustomerList
from tests.bench.ledger import Ledger, milliseconds
from tests.bench.make_file import copy_of, office_of
from tests.bench.painting import until_painted

CUSTOMERS, FIELDS, SHOWN = 10_000, 200, 50
ROUNDS = 9
KINDS = (CustomKind.TEXT, CustomKind.NUMBER, CustomKind.MONEY, CustomKind.CHOICE, CustomKind.DATE)


def fill(store: Store) -> None:
    """200 fields, 50 of them on the first part of the card; every customer answers 30."""
    dice = Random(5)
    parts = (CardPart.TRAITS, CardPart.BUSINESS, CardPart.DEALINGS)
    with store.write(Doing("custom.define")) as session:
        for number in range(FIELDS):
            kind = KINDS[number % len(KINDS)]
            options = ("甲", "乙", "丙") if kind is CustomKind.CHOICE else ()
            part = CardPart.BASIC if number < SHOWN else parts[number % 3]
            save_field(session, CustomFieldRow(0, kind, f"自定义字段 {number:03}", None, part, options=options))
        fields = custom_fields(session)
        customers = list(session.scalars(select(Customer.id)))
        keys = iter(new_block(len(customers) * 30))
        columns = ("id", "field_id", "customer_id", "text", "number", "day")
        rows = [(next(keys), field.id, one, *_value(field.kind, dice)) for one in customers for field in fields[:30]]
        journal.bulk_create_stored(session, journal.table_named("custom_value"), columns, rows)


def _value(kind: CustomKind, dice: Random) -> tuple[str | None, int | None, str | None]:
    if kind in (CustomKind.NUMBER, CustomKind.MONEY):
        return None, dice.randrange(10**9), None
    if kind is CustomKind.DATE:
        return None, None, date(2020, 1, 1 + dice.randrange(28)).isoformat()
    return dice.choice("甲乙丙"), None, None


def office_on(store: Store, memory: Path) -> Office:
    ask, bus = Ask(), Bus()
    jobs = Jobs(lambda error: failures.tell(ask, error))
    return Office(store, jobs, bus, ask, Notice(), Memory(memory), lambda: date(2026, 11, 22))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The office with custom fields, and the same without."""
    folders = [tmp_path_factory.mktemp(name) for name in ("custom", "bare")]
    made = [open_store(copy_of(office_of(CUSTOMERS), one), version="bench", backups=one) for one in folders]
    fill(made[0])
    yield made[0], made[1]
    for store, folder in zip(made, folders, strict=True):
        store.close()
        shutil.rmtree(folder)


@pytest.fixture
def offices(qapp: QApplication, stores: tuple[Store, Store], tmp_path: Path) -> Iterator[list[Office]]:
    theme.apply(qapp, "light", 100)
    made = [office_on(store, tmp_path / f"{number}.json") for number, store in enumerate(stores)]
    yield made
    for office in made:
        office.jobs.close()


def test_card_with_fifty_fields(qtbot: QtBot, offices: list[Office], ledger: Ledger) -> None:
    cards = [CardView(office) for office in offices]
    with offices[0].store.read() as session:
        first, second = list(session.scalars(select(Customer.id).order_by(Customer.id).limit(2)))
    for card in cards:
        card.resize(800, 720)
        qtbot.addWidget(card)
        card.show()
        card.show_customer(first)
        card.go_to_tab("basic")
        qtbot.wait(200)
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for number, card in enumerate(cards):
            card.show_customer(second)
            qtbot.wait(30)
            times[number].append(until_painted([card], lambda card=card: card.show_customer(first)))  # type: ignore[misc]
    ledger.put("card: next customer, part with 50 custom fields", times[0], times[1], most_ratio=2)
    opened: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for number, card in enumerate(cards):
            opened[number].append(until_painted([card], lambda card=card: card.start("edit")))  # type: ignore[misc]
            page = card.tabs.page("basic")
            page.drop()  # type: ignore[attr-defined]
            qtbot.wait(30)
    ledger.put("card: begin to edit a part with 50 custom fields", opened[0], opened[1], most_ratio=4)


def test_list_with_custom_columns(qtbot: QtBot, offices: list[Office], ledger: Ledger) -> None:
    lists = [CustomerList(office) for office in offices]
    for one in lists:
        one.resize(1100, 760)
        qtbot.addWidget(one)
        one.show()
    qtbot.wait(200)
    head = lists[0].view.head
    places = [n for n, column in enumerate(lists[0].model.columns) if column.key.startswith("custom.")]
    assert len(places) == FIELDS
    for place in places[:6]:
        head._set_shown(place, True)
    qtbot.wait(100)
    paints: list[list[float]] = [[], []]
    sorts: list[list[float]] = [[], []]
    by = [lists[0].model.columns[places[2]].key, "name"]
    for turn in range(ROUNDS):
        for number, one in enumerate(lists):
            paints[number].append(until_painted([one.view.viewport()], one.model.refresh))
            sorts[number].append(
                until_painted([one.view.viewport()], lambda one=one, s=by[number], d=turn % 2: sort(one, s, bool(d)))  # type: ignore[misc]
            )
    ledger.put("list of 10,000 with six custom columns: rows anew", paints[0], paints[1], most_ratio=2)
    ledger.put("list of 10,000 sorted by a custom field", sorts[0], sorts[1], most_ratio=3)


def sort(screen: CustomerList, by: str, descending: bool) -> None:
    screen.view.head.sort_shown(by, descending)
    screen.view.sort_wanted.emit(by, descending)


def test_a_condition_on_a_custom_field(stores: tuple[Store, Store], ledger: Ledger) -> None:
    with stores[0].read() as session:
        money = next(one for one in custom_fields(session) if one.kind is CustomKind.MONEY)
        query = select(Customer.id).where(answers(money.id, money.kind, lambda amount: amount > Decimal(5_000_000)))
        ours = [milliseconds(lambda: len(list(session.scalars(query)))) for _ in range(ROUNDS)]
        floor = [milliseconds(lambda: len(list(session.scalars(select(Customer.id))))) for _ in range(ROUNDS)]
    ledger.put("condition on a custom field of 10,000 customers", ours, floor, most_ratio=3)
