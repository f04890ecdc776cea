"""A saved view with five conditions over 100,000 customers: the file's answer in order, and the painted list."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import Any

from pytestqt.qtbot import QtBot

from db.conditions import Condition, Match, Op, Where, Within
from db.queries.conditions import frame_of
from db.queries.customers import CustomerFilter
from db.queries.groups import facet_counts, groups_of
from db.store import Store
from desktop.ui.office import Office
from desktop.ui.screens.customers.customer_list import CustomerList
from desktop.ui.screens.customers.list_content import ListContent
from tests.bench.conftest import LARGE
from tests.bench.ledger import Ledger, in_turns, milliseconds
from tests.bench.make_file import TODAY
from tests.bench.painting import BareTable, until_painted

ROUNDS = 9

FIVE = Where(
    Match.ALL,
    (
        Condition("stage", Op.IS, ("contacted", "interested", "won")),
        Condition("name", Op.CONTAINS, "公司"),
        Condition("next_step", Op.EMPTY),
        Condition("last_contact", Op.NOT_FOR_DAYS, 30),
        Condition("recent_purchases", Op.AT_LEAST, Within(Decimal("1000.00"), 365)),
    ),
)


def test_a_view_with_five_conditions(large_office: Office, large_store: Store, ledger: Ledger) -> None:
    """The floor is the bare driver reading all customers in the order of the list."""
    with large_store.read() as session:
        frame = frame_of(session, TODAY, None)
        cursor: Any = session.connection().connection.cursor()
        everybody = "SELECT id FROM customer ORDER BY pinyin, id"

        def bare() -> int:
            return len(list(chain.from_iterable(cursor.execute(everybody))))

        def view() -> None:
            content.find(CustomerFilter(where=FIVE, frame=frame), "name", descending=False)

        content = ListContent(large_office)
        times: list[list[float]] = [[], []]
        for _ in range(ROUNDS):
            content.forget()  # as if a customer had just been saved
            floor, ours = in_turns(1, bare, view)
            times[0] += floor
            times[1] += ours
        ledger.put("view with five conditions of 100,000, order and all", times[1], times[0], most=150)
        content.find(CustomerFilter(frame=frame), "name", descending=False)
        chosen = []
        for _ in range(ROUNDS):
            content.find(CustomerFilter(frame=frame), "name", descending=False)
            chosen.append(milliseconds(view))
        ledger.put("view with five conditions, chosen in an open list", chosen, times[0], most=150)


def test_groups_and_counts(large_store: Store, ledger: Ledger) -> None:
    with large_store.read() as session:
        frame = frame_of(session, TODAY, None)
        cursor: Any = session.connection().connection.cursor()
        wanted = CustomerFilter(frame=frame)
        works = [
            lambda: cursor.execute("SELECT id FROM customer ORDER BY pinyin, id").fetchall(),
            lambda: groups_of(session, wanted, "owner_id", TODAY),
            lambda: groups_of(session, wanted, "created", TODAY),
            lambda: facet_counts(session, wanted, "stage"),
            lambda: facet_counts(session, wanted, "initial"),
        ]
        floor, owners, months, stages, initials = in_turns(ROUNDS, *works)
    ledger.put("100,000 in groups by rep", owners, floor)
    ledger.put("100,000 in groups by month of entry", months, floor)
    ledger.put("100,000 counted by stage", stages, floor)
    ledger.put("100,000 counted by initial", initials, floor)


def test_a_view_is_painted(qtbot: QtBot, large_office: Office, ledger: Ledger) -> None:
    screen, bare = CustomerList(large_office), BareTable(LARGE)
    screen.resize(760, 760)
    for widget in (screen, bare):
        qtbot.addWidget(widget)
        widget.show()
    qtbot.wait(300)
    views: dict[str, list[float]] = {"five conditions": [], "grouped by stage": []}
    floor = []
    for _ in range(ROUNDS):
        floor.append(until_painted([bare.viewport()], bare.anew))
        screen.filters.where = FIVE
        views["five conditions"].append(until_painted([screen.view.viewport()], screen.filters.changed.emit))
        screen.filters.where = Where()
        until_painted([screen.view.viewport()], screen.filters.changed.emit)
        by_stage = until_painted([screen.view.viewport()], lambda: screen.filters.group_by("stage"))
        views["grouped by stage"].append(by_stage)
        until_painted([screen.view.viewport()], lambda: screen.filters.group_by(""))
    for what, times in views.items():
        ledger.put(f"list of 100,000: {what}, painted", times, floor)
