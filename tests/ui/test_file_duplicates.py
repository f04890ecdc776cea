"""Duplicates and merging in the window: found, told why, marked as different, merged, undone; with pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from db.models import Customer, NotDuplicate
from db.queries.journal import last_action
from desktop.paths import resources
from desktop.services.undoing import undo
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Doubles, Merging, Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.customer_list import CustomerList
from desktop.ui.screens.customers.more import more_menu
from desktop.ui.screens.file.duplicates_page import DuplicatesPage
from desktop.ui.screens.file.merge_page import MergePage
from desktop.ui.screens.file.place import FilePlace
from desktop.words import Catalogue
from tests.services.merge_samples import fill

LOOKS = [("zh_CN", "light"), ("zh_CN", "dark"), ("en", "light"), ("en", "dark")]


@pytest.fixture
def place(office: Office, qtbot: QtBot) -> FilePlace:
    made = FilePlace(office)
    qtbot.addWidget(made)
    office.bus.wanted.connect(lambda key, what: made.visit(what) if key == "file" else None)
    made.resize(1236, 660)
    made.show()
    return made


def scanned(place: FilePlace) -> DuplicatesPage:
    place.visit("duplicates")
    page = place.tabs.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    page.look.click()
    place.office.jobs.wait_idle()
    QApplication.processEvents()
    return page


def texts(page: DuplicatesPage) -> list[list[str]]:
    model = page.model
    return [[str(model.data(model.index(row, column)) or "") for column in range(4)] for row in range(model.rowCount())]


def show(page: DuplicatesPage, key: str) -> None:
    page.shown.setCurrentIndex(page.shown.findData(key))


def becomes(page: MergePage, row: int) -> str:
    item = page.table.item(row, page.table.columnCount() - 1)
    return "" if item is None else item.text()


def count(office: Office, what: type) -> int:
    with office.store.read() as session:
        return session.scalar(select(func.count()).select_from(what)) or 0


def take_marks_away(office: Office) -> None:
    from db.store import Doing
    from desktop.services.duplicates import forget_difference

    with office.store.write(Doing("duplicates.again", {"count": 1})) as session:
        forget_difference(session, list(session.scalars(select(NotDuplicate.id))))


def test_the_whole_file_is_looked_through(place: FilePlace, office: Office) -> None:
    fill(office.store)
    page = scanned(place)
    assert [row[1:3] for row in texts(page)] == [
        ["上海永昌贸易有限公司", "永昌(上海)貿易"],
        ["永昌贸易", "永昌(上海)貿易"],
    ]
    take_marks_away(office)
    page = scanned(place)
    assert page.said.text() == "3 pairs found, 3 of them strong"
    assert texts(page)[0][0] == "strong"
    assert "Same number" in texts(page)[0][3]
    assert page.side.isVisible()


def test_a_pair_is_marked_as_different_and_the_mark_taken_back(place: FilePlace, office: Office) -> None:
    fill(office.store)
    take_marks_away(office)
    page = scanned(place)
    page.view.selectRow(0)
    page.side.apart.click()
    assert len(page.model.ids) == 2
    assert count(office, NotDuplicate) == 1
    show(page, "apart")
    assert [row[0] for row in texts(page)] == ["different"]
    page.side.apart.click()
    assert count(office, NotDuplicate) == 0
    assert not len(page.model.ids)
    show(page, "strong")
    assert len(page.model.ids) == 3


def test_two_cards_are_merged_and_parted_again(place: FilePlace, office: Office) -> None:
    ids = fill(office.store)
    gone: list[object] = []
    office.bus.wanted.connect(lambda key, what: gone.append((key, what)))
    place.visit(Merging(tuple(ids[:3])))
    page = place.merge_page
    assert isinstance(page, MergePage)
    assert place.here() == Merging(tuple(ids[:3]))
    page.kept.setCurrentIndex(page.kept.findData(ids[0]))
    heads = [page.table.verticalHeaderItem(row) for row in range(page.table.rowCount())]
    titles = [head.text() for head in heads if head is not None]
    row = titles.index("Note")
    page.table.setCurrentCell(row, 0)
    page.both.setChecked(True)
    assert becomes(page, row) == "老客户 欠款已清"
    page.table.setCurrentCell(row, 1)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert becomes(page, row) == "欠款已清"
    assert "id_number_id" not in titles
    page.do()
    office.jobs.wait_idle()
    QApplication.processEvents()
    assert place.merge_page is None
    assert gone[-1][0] == "customers"  # type: ignore[index]
    assert count(office, Customer) == 2
    with office.store.read() as session:
        assert session.get_one(Customer, ids[0]).note == "欠款已清"
        action = last_action(session)
    assert action is not None
    undo(office.store, action.id)
    assert count(office, Customer) == 4


def test_giving_up_changes_nothing(place: FilePlace, office: Office) -> None:
    ids = fill(office.store)
    place.visit(Merging(tuple(ids[:2]), "file"))
    page = place.merge_page
    assert isinstance(page, MergePage)
    page.left.emit()
    assert place.here() == "overview"
    assert count(office, Customer) == 4


def test_a_file_open_for_reading_is_only_looked_through(place: FilePlace, office: Office) -> None:
    ids = fill(office.store)
    take_marks_away(office)
    office.store.read_only = True
    page = scanned(place)
    assert len(page.model.ids) == 3
    assert not page.side.merge.isEnabled()
    assert not page.side.apart.isEnabled()
    assert [one.key for one in page._actions() if one.possible(list(page.model.ids)[:1])] == ["first", "second"]
    place.visit(Merging(tuple(ids[:2]), "file"))
    merging = place.merge_page
    assert isinstance(merging, MergePage)
    assert not merging.go.isEnabled()
    merging.do()
    assert count(office, Customer) == 4


def test_one_customer_is_asked_about(place: FilePlace, office: Office) -> None:
    ids = fill(office.store)
    take_marks_away(office)
    place.visit(Doubles(ids[1]))
    page = place.tabs.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    assert len(page.model.ids) == 2
    assert page.said.text() == "Who looks like 永昌贸易"


def test_nothing_to_merge_is_said(place: FilePlace, office: Office) -> None:
    ids = fill(office.store)
    place.visit(Merging((ids[0], 12345)))
    assert place.merge_page is None
    assert office.ask.asked == ["To merge, choose two or more different customers."]  # type: ignore[attr-defined]


def test_the_list_of_customers_offers_it(office: Office, qtbot: QtBot) -> None:
    ids = fill(office.store)
    wanted: list[object] = []
    office.bus.wanted.connect(lambda key, what: wanted.append((key, what)))
    shown = CustomerList(office)
    qtbot.addWidget(shown)
    (merge,) = (one for one in shown.deeds.all() if one.key == "merge")
    assert not merge.possible(ids[:1])
    assert merge.possible(ids[:3])
    merge.do(ids[:2])
    assert wanted == [("file", Merging(tuple(ids[:2])))]


def test_the_card_offers_it(office: Office, qtbot: QtBot) -> None:
    ids = fill(office.store)
    wanted: list[object] = []
    office.bus.wanted.connect(lambda key, what: wanted.append((key, what)))
    card = CardView(office)
    qtbot.addWidget(card)
    card.show_customer(ids[1])
    menu = more_menu(card.desk, card.seen, card)
    (entry,) = (one for one in menu.actions() if one.text() == "Look for duplicates")
    entry.trigger()
    assert wanted == [("file", Doubles(ids[1]))]


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_pictures(
    place: FilePlace, office: Office, qtbot: QtBot, shots: Path, qapp: QApplication, language: str, scheme: str
) -> None:
    ids = fill(office.store)
    take_marks_away(office)
    theme.apply(qapp, scheme, 100)  # type: ignore[arg-type]
    words.install(Catalogue.load(language, resources() / "i18n"))
    try:
        fresh = FilePlace(office)
        qtbot.addWidget(fresh)
        fresh.resize(1236, 660)
        fresh.show()
        fresh.visit("duplicates")
        qtbot.wait(30)
        fresh.grab().save(str(shots / f"duplicates_empty.{language}.{scheme}.png"))
        page = scanned(fresh)
        show(page, "all")
        qtbot.wait(30)
        fresh.grab().save(str(shots / f"duplicates.{language}.{scheme}.png"))
        page.side.apart.click()
        show(page, "apart")
        qtbot.wait(30)
        fresh.grab().save(str(shots / f"duplicates_apart.{language}.{scheme}.png"))
        fresh.visit(Merging(tuple(ids[:3])))
        qtbot.wait(30)
        fresh.grab().save(str(shots / f"merge.{language}.{scheme}.png"))
        assert fresh.merge_page is not None
        fresh.merge_page.all.setChecked(True)
        qtbot.wait(30)
        fresh.grab().save(str(shots / f"merge_all.{language}.{scheme}.png"))
    finally:
        words.install(Catalogue("en", {}))
        theme.apply(qapp, "light", 100)


@pytest.mark.parametrize(("language", "scheme"), [("zh_CN", "light"), ("en", "dark")])
def test_an_import_asks_about_those_who_look_alike(
    office: Office, qtbot: QtBot, shots: Path, qapp: QApplication, tmp_path: Path, language: str, scheme: str
) -> None:
    fill(office.store)
    path = tmp_path / "客户.csv"
    path.write_text("客户名称,电话,行业\n永昌(上海)贸易公司,13800138000,贸易\n全新的客户,13900139000,\n", "utf-8")
    theme.apply(qapp, scheme, 100)  # type: ignore[arg-type]
    words.install(Catalogue.load(language, resources() / "i18n"))
    try:
        place = FilePlace(office)
        qtbot.addWidget(place)
        place.resize(1236, 660)
        place.show()
        place.visit(path)
        office.jobs.wait_idle()
        page = place.page
        assert page is not None
        page.next.click()
        office.jobs.wait_idle()
        QApplication.processEvents()
        assert page.preview.question.isVisible()
        assert page.preview.coming_in() == 2
        page.preview.alike.setCurrentIndex(1)
        page.preview.alike.activated.emit(1)
        office.jobs.wait_idle()
        QApplication.processEvents()
        assert page.preview.coming_in() == 1
        qtbot.wait(30)
        place.grab().save(str(shots / f"import_alike.{language}.{scheme}.png"))
    finally:
        words.install(Catalogue("en", {}))
        theme.apply(qapp, "light", 100)
