"""结构: the office's own answers in sentences, and the customers behind every bar, curve and point."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.models import Order
from db.store import Doing
from desktop.ui.kit.charts.curves import CurvePoint
from desktop.ui.office import Office, Planning, Visit, Why
from desktop.ui.screens.tiers.views.structure_page import StructurePage
from desktop.ui.screens.tiers.views.structure_pareto import Pareto
from desktop.ui.screens.tiers.views.structure_pyramid import Pyramid
from desktop.ui.screens.tiers.views.structure_scatter import CostCustomers
from tests.rated_office import MAIN, TODAY, Buyer, fill, rate
from tests.ui.tiers_samples import placed, settled

View = TypeVar("View", bound=QWidget)


@pytest.fixture
def ids(office: Office) -> list[int]:
    """The small office, rated today."""
    made = fill(office.store)
    rate(office.store, TODAY)
    return made


def view(page: StructurePage, key: str, kind: type[View]) -> View:
    page.tabs.go_to(key)
    found = page.tabs.page(key)
    assert isinstance(found, kind)
    return found


def test_the_pyramid_says_whether_effort_is_where_value_is(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    pyramid = view(placed(qtbot, StructurePage, office), "pyramid", Pyramid)
    assert pyramid.answer.text() == (
        "A customers bring 85.7% of the gross profit and get 10.0% of the visits. "
        "B customers bring 2.9% of the gross profit and get 60.0% of the visits. Effort is not where value is."
    )
    assert "The cost of 6.0% of the net purchases is not known" in pyramid.note.text()
    rows = pyramid.bars.table().rows
    assert rows[1] == (
        "B", "1", "20.0%", "￥1,900", "19.0%", "￥100", "2.9%", "6", "60.0%", "6", "60.0%",
    )  # fmt: skip
    assert [row[0] for row in rows] == ["A", "B", "C", "No class"]


def test_a_bar_lists_its_customers_and_enter_opens_a_card(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, StructurePage, office)
    pyramid = view(page, "pyramid", Pyramid)
    assert not pyramid.behind.rows.ids
    pyramid.bars.picked.emit("C")
    behind = pyramid.behind
    assert list(behind.rows.ids) == [ids[2], ids[3]]
    assert behind.panel.foot._count.whole == "2 customers"
    assert behind.panel.foot._sums.text() == "Bought ￥1,100"
    first = behind.rows.row(0)
    assert first is not None
    assert (first.name, first.code, first.figure, first.owner) == ("丙经营部", "C", Decimal(600), "王芳")
    went: list[object] = []
    office.bus.wanted.connect(lambda _, what: went.append(what))
    behind.view.setFocus()
    behind.view.go_to(ids[2])
    QTest.keyClick(behind.view, Qt.Key.Key_Return)
    QTest.keyClick(behind.view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    {one.key: one for one in behind.view._actions}["plan"].do([ids[2]])
    assert went == [Visit(ids[2]), Why(ids[2], MAIN), Planning((ids[2],), MAIN)]


def test_the_list_is_sorted_by_its_heads_and_copied_as_a_table(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    pareto = view(placed(qtbot, StructurePage, office), "pareto", Pareto)
    pareto.show_up_to(CurvePoint("revenue", 4))
    behind = pareto.behind
    orders = {
        ("figure", True): [0, 1, 2, 3],
        ("figure", False): [3, 2, 1, 0],
        ("name", False): [2, 3, 0, 1],
        ("name", True): [1, 0, 3, 2],
        ("code", False): [0, 1, 2, 3],
        ("owner", False): [3, 2, 0, 1],
    }
    for (key, descending), wanted in orders.items():
        behind.view.head.sort_shown(key, descending)
        behind.view.sort_wanted.emit(key, descending)
        assert list(behind.rows.ids) == [ids[n] for n in wanted], (key, descending)
    behind.view.go_to(ids[3])
    behind.view.copy()
    assert QApplication.clipboard().text().splitlines()[-1].split("\t") == ["丁文具", "C", "500.00", ""]


def test_the_curve_answers_80_20_and_lists_the_first(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    pareto = view(placed(qtbot, StructurePage, office), "pareto", Pareto)
    assert pareto.answer.text() == (
        "The first 20% of the customers (1) bring 70.0% of the purchases; 80% of the purchases come from the first "
        "50.0% (2). Of gross profit the first 20% (1) bring 85.7%; 80% come from the first 33.3% (1)."
    )
    pareto.curve.picked.emit(CurvePoint("profit", 2))
    assert list(pareto.behind.rows.ids) == [ids[0], ids[3]]
    assert pareto.behind.panel.foot._sums.text() == "Gross profit ￥3,400"
    pareto.curve.picked.emit(CurvePoint("revenue", 1))
    assert pareto.behind.panel.foot._sums.text() == "Bought ￥7,000"
    assert pareto.behind.title.whole == "The first 1 by purchases"


def test_cost_customers_are_listed_the_dearest_first(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    costs = view(placed(qtbot, StructurePage, office), "scatter", CostCustomers)
    assert costs.answer.text() == ("2 of 4 customers with a known result cost more than they bring, together ￥480.")
    assert list(costs.behind.rows.ids) == [ids[1], ids[4]]
    costs.dots.picked.emit(ids[0])
    assert list(costs.behind.rows.ids) == [ids[0]]
    assert not costs.back.isHidden()
    costs.dots.picked.emit(ids[4])
    assert list(costs.behind.rows.ids) == [ids[1], ids[4]]
    assert costs.behind.view.current_id() == ids[4]
    assert costs.back.isHidden()
    marked = [row for row in costs.dots.table().rows if row[-1]]
    assert [row[0] for row in marked] == ["乙商行", "戊中心"] or [row[0] for row in marked] == ["戊中心", "乙商行"]


def test_without_costs_nothing_is_said_of_profit(qtbot: QtBot, office: Office) -> None:
    fill(office.store, [Buyer("甲", now=100), Buyer("乙", now=50)])
    rate(office.store, TODAY)
    page = placed(qtbot, StructurePage, office)
    assert "The cost of no purchase is known" in view(page, "pyramid", Pyramid).note.text()
    assert view(page, "pyramid", Pyramid).answer.text().startswith("Whether effort is where value is cannot be said")
    assert "gross profit" not in view(page, "pareto", Pareto).answer.text()
    costs = view(page, "scatter", CostCustomers)
    assert costs.behind.panel.empty._sentence.text() == "Who costs more than he brings is not known without costs."


def test_effort_is_told_by_purchases_where_costs_are_unknown(qtbot: QtBot, office: Office) -> None:
    fill(office.store, [Buyer("甲", now=100, visits=1)])
    rate(office.store, TODAY)
    pyramid = view(placed(qtbot, StructurePage, office), "pyramid", Pyramid)
    assert pyramid.answer.text() == (
        "A customers bring 100.0% of the purchases and get 100.0% of the visits. Effort is where value is."
    )


def test_what_was_listed_stays_when_the_file_changes(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, StructurePage, office)
    pyramid = view(page, "pyramid", Pyramid)
    pyramid.bars.picked.emit("A")
    with office.store.write(Doing("order.create", {"name": "甲"})) as session:
        session.add(Order(customer_id=ids[0], ordered_on=TODAY - timedelta(1), amount=Decimal(1000)))
    settled(office, page)
    assert pyramid.behind.panel.foot._sums.text() == "Bought ￥8,000"


def test_an_office_without_customers_says_so(qtbot: QtBot, office: Office) -> None:
    page = placed(qtbot, StructurePage, office)
    assert page._pages.currentWidget() is page.empty
