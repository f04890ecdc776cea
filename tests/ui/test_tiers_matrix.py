"""价值 × 意向, × 态度, × 阶段: counts and purchases in each cell, and the customers behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.models import Customer
from db.store import Doing
from db.vocabulary import Attitude, Stage
from desktop.ui.office import Office
from desktop.ui.screens.tiers.views.matrix_page import MatrixPage
from tests.rated_office import TODAY, fill, rate
from tests.ui.tiers_samples import placed, settled


@pytest.fixture
def ids(office: Office) -> list[int]:
    """The small office, rated today: 甲 (A) buys soon and changes brands, 戊 is lost."""
    made = fill(office.store)
    rate(office.store, TODAY)
    with office.store.write(Doing("customer.edit", {"name": "甲"})) as session:
        jia, wu = session.get_one(Customer, made[0]), session.get_one(Customer, made[4])
        jia.expects_on, jia.attitude, jia.stage = TODAY + timedelta(9), Attitude.SWITCHER, Stage.WON
        wu.stage = Stage.LOST
    return made


def turn(page: MatrixPage, axis: str) -> None:
    number = page.across.findData(axis)
    page.across.setCurrentIndex(number)
    page.across.activated.emit(number)
    settled(page.office, page)


def test_value_and_intent_are_two_axes(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, MatrixPage, office)
    table = page.matrix.table()
    assert table.heads == ("Class / Intent level", "A", "B", "C", "D", "E", "no level", "Total")
    assert table.rows[0] == ("A", "1", "0", "0", "0", "0", "0", "1")
    assert table.rows[-1] == ("Total", "1", "0", "0", "0", "0", "4", "5")
    assert page.view.answer.text() == (
        "A customers: 1; expected to buy within 3 months: 1; without an intent level: 0."
    )


def test_a_cell_a_row_and_a_column_list_their_customers(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, MatrixPage, office)
    behind = page.view.behind
    page.matrix.picked.emit(("C", ""))
    assert list(behind.rows.ids) == [ids[2], ids[3]]
    assert behind.title.whole == "C · no level"
    page.matrix.picked.emit(("A", None))
    assert list(behind.rows.ids) == [ids[0]]
    page.matrix.picked.emit((None, ""))
    assert list(behind.rows.ids) == [ids[1], ids[2], ids[3], ids[4]]
    page.matrix.picked.emit((None, None))
    assert behind.title.whole == "All customers"
    assert len(behind.rows.ids) == 5


def test_the_series_crosses_purchases_with_attitude(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, MatrixPage, office)
    page.matrix.picked.emit(("C", ""))
    turn(page, "attitude")
    assert not page.view.behind.rows.ids, "the cell that was looked at is of other columns"
    assert page.matrix.table().rows[0][1:4] == ("0", "1", "0")
    assert page.view.answer.text() == ("A customers: 1; loyal to us: 0; not loyal: 1, who buy for ￥7,000.")
    page.matrix.picked.emit(("A", "switcher"))
    assert list(page.view.behind.rows.ids) == [ids[0]]


def test_classes_and_stages(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, MatrixPage, office)
    turn(page, "stage")
    assert "Lost over all classes: 1" in page.view.answer.text()
    page.matrix.picked.emit(("", "lost"))
    assert list(page.view.behind.rows.ids) == [ids[4]]


def test_this_machine_remembers_what_was_crossed(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    turn(placed(qtbot, MatrixPage, office), "stage")
    assert placed(qtbot, MatrixPage, office).across.currentData() == "stage"


def test_an_unrated_office_says_that_nobody_is_in_a_class(qtbot: QtBot, office: Office) -> None:
    page = placed(qtbot, MatrixPage, office)
    assert page._pages.currentWidget() is page.empty
    fill(office.store)
    settled(office, page)
    assert page.view.answer.text() == "Nobody is in a class of this scheme yet."
