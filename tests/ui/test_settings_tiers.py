"""The settings of value tiers and of what a card must hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import CustomerKind
from desktop.paths import resources
from desktop.rules.completeness import FIELDS, default_fields
from desktop.rules.tiers import DEFAULT, Tier
from desktop.services.completeness import asked
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.tiers import tiers
from desktop.ui import words
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.settings.completeness import RequiredPage
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.settings.tiers import TiersPage
from desktop.words import Catalogue

COMPANY, PERSON = CustomerKind.COMPANY, CustomerKind.PERSON


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = words.current()
    words.install(Catalogue.load(request.param, resources() / "i18n"))
    yield request.param
    words.install(before)


def customer(office: Office, tier: str | None) -> int:
    with office.store.write(Doing("customer.create", {"name": "甲"})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name="甲厂", value_tier=tier)))


def tiers_page(office: Office, qtbot: QtBot) -> TiersPage:
    page = TiersPage(office)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.reload_if_stale()
    return page


def pushed(page: TiersPage, name: str) -> QToolButton:
    return next(one for one in page._table.findChildren(QToolButton) if one.accessibleName() == name)


def kept(office: Office) -> list[Tier]:
    with office.store.read() as session:
        return list(tiers(session))


def test_tiers_are_renamed_moved_added_and_removed(office: Office, qtbot: QtBot) -> None:
    customer(office, "A")
    page = tiers_page(office, qtbot)
    assert not page.save.isEnabled()
    assert not pushed(page, "Remove A").isEnabled(), "a customer is in it"
    assert page.lines[0].code.isReadOnly()
    page.lines[0].name.setText("大客户")
    pushed(page, "Remove D").click()
    pushed(page, "Move C up").click()
    page.add.click()
    page.lines[-1].code.setText("VIP")
    page.lines[-1].rank.setCurrentIndex(0)
    assert page.dirty
    page.save.click()
    assert [(one.code, one.rank) for one in kept(office)] == [("A", 0), ("C", 2), ("B", 1), ("VIP", 0)]
    assert kept(office)[0].name == "大客户"
    assert page.lines[-1].code.isReadOnly()
    assert not page.save.isEnabled()


def test_what_is_no_list_of_tiers_is_said_and_stays_typed(office: Office, qtbot: QtBot) -> None:
    page = tiers_page(office, qtbot)
    page.add.click()
    page.lines[-1].code.setText("a")
    page.save.click()
    assert "two tiers" in office.ask.asked[-1]  # type: ignore[attr-defined]
    assert page.lines[-1].code.text() == "a"
    assert kept(office) == list(DEFAULT)
    page.drop.click()
    assert not page.dirty


def test_leaving_asks_about_what_was_typed(office: Office, qtbot: QtBot) -> None:
    page = tiers_page(office, qtbot)
    page.lines[1].name.setText("中等客户")
    office.ask.answers.extend(["", "save"])  # type: ignore[attr-defined]
    assert not page.may_leave()
    assert page.may_leave()
    assert kept(office)[1].name == "中等客户"


def required_page(office: Office, qtbot: QtBot) -> RequiredPage:
    page = RequiredPage(office)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.reload_if_stale()
    return page


def required(office: Office) -> dict[tuple[CustomerKind, str | None], tuple[str, ...]]:
    with office.store.read() as session:
        return dict(asked(session).required)


def test_fields_are_ticked_for_each_tier(office: Office, qtbot: QtBot) -> None:
    page = required_page(office, qtbot)
    assert page.table.rowCount() == len(FIELDS[COMPANY])
    website = FIELDS[COMPANY].index("website")
    page.table.setCurrentCell(website, 2)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)  # B
    item = page.table.item(FIELDS[COMPANY].index("reaches"), 5)  # no tier
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)
    assert page.dirty
    page.kind.setCurrentIndex(1)
    gender = page.table.item(FIELDS[PERSON].index("gender"), 1)
    assert gender is not None
    gender.setCheckState(Qt.CheckState.Unchecked)
    page.save.click()
    now = required(office)
    assert "website" in now[COMPANY, "B"]
    assert "website" not in now[COMPANY, "A"]
    assert "reaches" not in now[COMPANY, None]
    assert "gender" not in now[PERSON, "A"]
    page.usual.click()
    page.save.click()
    assert required(office)[PERSON, "A"] == default_fields(PERSON, 0)
    assert "website" in required(office)[COMPANY, "B"], "the other kind stays as it was"


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(office: Office, qapp: QApplication, qtbot: QtBot, shots: Path, language: str, look: str) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    customer(office, "A")
    customer(office, None)
    place = SettingsPlace(office)
    qtbot.addWidget(place)
    place.resize(1200, 700)
    place.show()
    for key in ("tiers", "completeness"):
        place.visit(key)
        qtbot.wait(40)
        assert place.grab().save(str(shots / f"settings_{key}_{language}_{look}.png"))
