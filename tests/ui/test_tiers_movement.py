"""变动: two rounds held against each other, sizes over all rounds, and where growth comes from."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.queries.journal import last_action
from desktop.services.undoing import undo
from desktop.ui.office import Office
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.views.movement_flows import ALL, Flows
from desktop.ui.screens.tiers.views.movement_growth import Growth
from desktop.ui.screens.tiers.views.movement_page import MovementPage
from desktop.ui.screens.tiers.views.movement_sizes import Sizes
from tests.rated_office import MAIN, TODAY, fill, rate
from tests.ui.tiers_samples import placed, settled

View = TypeVar("View", bound=QWidget)
FIRST = TODAY - timedelta(300)


@pytest.fixture
def ids(office: Office) -> list[int]:
    """The small office, rated 300 days ago and today."""
    made = fill(office.store)
    rate(office.store, FIRST)
    rate(office.store, TODAY)
    return made


def view(page: MovementPage, key: str, kind: type[View]) -> View:
    page.tabs.go_to(key)
    found = page.tabs.page(key)
    assert isinstance(found, kind)
    return found


def test_fewer_than_two_rounds_lead_to_the_rating(qtbot: QtBot, office: Office) -> None:
    fill(office.store)
    page = placed(qtbot, MovementPage, office)
    went: list[object] = []
    office.bus.wanted.connect(lambda place, what: went.append((place, what)))
    assert "None has been published yet." in page.empty._sentence.text()
    page.empty.button.click()
    assert went == [("tiers", "round")]
    rate(office.store, FIRST)
    settled(office, page)
    assert f"there is one, of {FIRST.isoformat()}" in page.empty._sentence.text()
    rate(office.store, TODAY)
    settled(office, page)
    assert page._pages.currentWidget() is not page.empty
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(office.store, last.id)
    settled(office, page)
    assert page._pages.currentWidget() is page.empty


def test_the_migration_is_told_and_its_cells_have_names(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    flows = view(placed(qtbot, MovementPage, office), "flows", Flows)
    assert flows.answer.text() == "Rose: 1; fell: 2; new to a class: 1; left all classes: 0; stayed: 1."
    table = flows.matrix.table()
    assert [row[0] for row in table.rows] == ["A", "B", "C", "not bought", "Total"]
    assert table.rows[2] == ("C", "1", "0", "0", "0", "1")
    flows.matrix.picked.emit(("C", "A"))
    assert list(flows.behind.rows.ids) == [ids[0]]
    assert flows.behind.title.whole == "C → A"
    assert flows.behind.panel.foot._sums.text() == "Difference ￥6,000"
    flows.matrix.picked.emit((ALL, "C"))
    assert list(flows.behind.rows.ids) == [ids[3], ids[2]]
    assert flows.behind.title.whole == "Now C"
    flows.matrix.picked.emit(("-", ALL))
    assert flows.behind.title.whole == "Formerly not bought"
    flows.matrix.picked.emit((ALL, ALL))
    assert len(flows.behind.rows.ids) == 5


def test_any_two_rounds_are_chosen_in_either_order(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    rate(office.store, TODAY + timedelta(1))
    page = placed(qtbot, MovementPage, office)
    flows = view(page, "flows", Flows)
    assert flows.answer.text() == "Nobody moved between the two rounds."
    page.later.setCurrentIndex(page.later.findText(FIRST.isoformat()))
    page.later.activated.emit(page.later.currentIndex())
    settled(office, page)
    assert (page.earlier.currentText(), page.later.currentText()) == (FIRST.isoformat(), TODAY.isoformat())
    assert flows.answer.text().startswith("Rose: 1;")
    page.later.setCurrentIndex(page.earlier.currentIndex())
    page.later.activated.emit(page.later.currentIndex())
    assert office.notice._words.whole == "Choose two different rounds."
    assert page.later.currentText() == TODAY.isoformat()


def test_growth_is_told_by_the_classes_of_before(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    growth = view(placed(qtbot, MovementPage, office), "growth", Growth)
    assert growth.answer.text() == (
        "Purchases grew by ￥1,500. Of all growth 92.3% came from C customers, 0.0% from A customers."
    )
    rows = growth.bars.table().rows
    assert rows[0] == ("A", "1", "20.0%", "￥6,000", "70.6%", "￥1,900", "19.0%", "￥0", "0.0%", "￥4,100", "82.0%")
    assert set(growth.behind.rows.ids) == set(ids[:4]), "all whose purchases changed"
    assert growth.behind.rows.ids[0] == ids[0]
    growth.bars.picked.emit("A")
    assert list(growth.behind.rows.ids) == [ids[1]]
    growth.bars.picked.emit("-")
    assert list(growth.behind.rows.ids) == [ids[3], ids[4]]


def test_a_decline_is_told_as_such(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    rate(office.store, TODAY + timedelta(362))
    page = placed(qtbot, MovementPage, office)
    growth = view(page, "growth", Growth)
    assert growth.answer.text() == ("Purchases fell by ￥10,000. Of all decline 70.0% is that of A customers.")


def test_sizes_over_all_rounds_by_customers_and_by_amount(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, MovementPage, office)
    sizes = view(page, "sizes", Sizes)
    assert sizes.steps.table().rows == (
        (FIRST.isoformat(), "1", "1", "1", "3"),
        (TODAY.isoformat(), "1", "1", "2", "4"),
    )
    sizes.measure.setCurrentIndex(1)
    sizes.measure.activated.emit(1)
    assert sizes.steps.table().rows[1][1:] == ("￥7,000", "￥1,900", "￥1,100", "￥10,000")
    assert page.seen is not None
    sizes.steps.picked.emit((page.seen.rounds[0].id, "A"))
    assert list(sizes.behind.rows.ids) == [ids[1]]
    assert sizes.behind.panel.foot._sums.text() == "Bought ￥6,000"
    assert sizes.answer.text().endswith("the number of A customers went from 1 to 1.")
    sizes.show_part((5, "A"))
    assert not sizes.behind.rows.ids


def test_another_scheme_has_its_own_rounds(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    choice = SchemeChoice(office)
    page = placed(qtbot, MovementPage, office, choice=choice)
    choice.choose("abc-80-95")
    settled(office, page)
    assert page._pages.currentWidget() is page.empty
    choice.choose(MAIN)
    settled(office, page)
    assert page._pages.currentWidget() is not page.empty
