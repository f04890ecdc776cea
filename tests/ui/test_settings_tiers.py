"""The settings of value tiers and of what a card must hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import CustomerKind
from desktop.rules.completeness import FIELDS, default_fields
from desktop.rules.tiers import DEFAULT, Tier
from desktop.services.completeness import asked
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.rating.schemes import lead
from desktop.services.tiers import save_tiers, tiers
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.settings.completeness import RequiredPage
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.settings.tiers import TiersPage

COMPANY, PERSON = CustomerKind.COMPANY, CustomerKind.PERSON


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


def test_tiers_of_the_leading_scheme_are_shown_and_changed_in_the_scheme(office: Office, qtbot: QtBot) -> None:
    customer(office, "A")
    page = tiers_page(office, qtbot)
    assert "A, B, C come from the scheme “ABC by purchases, 70/90”" in page.source.text()
    assert not page.lacking.isVisible()
    assert [line.given for line in page.lines] == [True, True, True, False]
    QApplication.processEvents()
    assert page._table.height() >= page._table.minimumSizeHint().height(), "no line is squeezed"
    assert [line.name.isVisible() for line in page.lines] == [False, False, False, True], "told, not to be typed over"
    assert "Important customers" in [one.text() for one in page._table.findChildren(QLabel)]
    names = {one.accessibleName() for one in page._table.findChildren(QToolButton)}
    assert names == {"Move D up", "Move D down", "Remove D"}, "the scheme's own have no such buttons"
    wanted: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: wanted.append((place, what)))
    page.to_scheme.click()
    assert wanted == [("tiers", "schemes")]


def test_the_page_follows_the_leading_scheme(office: Office, qtbot: QtBot) -> None:
    customer(office, "B")
    page = tiers_page(office, qtbot)
    with office.store.write(Doing("scheme.main", {"name": "会员"})) as session:
        lead(session, "membership")
    assert [line.code.text() for line in page.lines] == ["VIP", "gold", "silver", "bronze", "plain", "B"]
    assert [line.given for line in page.lines] == [True] * 5 + [False]
    assert "Membership levels" in page.source.text()
    assert not pushed(page, "Remove B").isEnabled(), "a customer is in it"


def test_classes_that_are_no_tiers_yet_are_named(office: Office, qtbot: QtBot) -> None:
    with office.store.write(Doing("tiers.edit")) as session:
        save_tiers(session, [Tier("A", "大客户"), Tier("1", "一级")])
    page = tiers_page(office, qtbot)
    assert page.lacking.isVisible()
    assert page.lacking.text().startswith("Not in the list yet: B, C.")
    assert [line.given for line in page.lines] == [True, False]


def test_own_tiers_are_named_moved_added_and_removed_below_those_of_the_scheme(office: Office, qtbot: QtBot) -> None:
    customer(office, "D")
    page = tiers_page(office, qtbot)
    assert not page.save.isEnabled()
    assert not pushed(page, "Remove D").isEnabled(), "a customer is in it"
    assert not pushed(page, "Move D up").isEnabled(), "above it stands the scheme's"
    page.lines[3].name.setText("散客")
    page.add.click()
    page.lines[-1].code.setText("伙伴")
    page.lines[-1].rank.setCurrentIndex(0)
    page.add.click()
    page.lines[-1].code.setText("误")
    assert page.dirty
    page.save.click()
    pushed(page, "Move 伙伴 up").click()
    pushed(page, "Remove 误").click()
    page.save.click()
    assert [(one.code, one.rank) for one in kept(office)] == [("A", 0), ("B", 1), ("C", 2), ("伙伴", 0), ("D", 3)]
    assert kept(office)[-1].name == "散客"
    assert kept(office)[0].name == DEFAULT[0].name
    assert page.lines[3].code.isReadOnly(), "its sign stands on cards"
    assert not page.lines[3].given
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
    page.lines[3].name.setText("散客")
    office.ask.answers.extend(["", "save"])  # type: ignore[attr-defined]
    assert not page.may_leave()
    assert page.may_leave()
    assert kept(office)[3].name == "散客"


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
