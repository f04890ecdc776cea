"""The settings of lifecycle and churn warnings: kept together, told at the field, undone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDoubleSpinBox
from pytestqt.qtbot import QtBot

from db.lifecycle import Limits
from desktop.services.rating.lifecycle import limits
from desktop.services.undoing import undo
from desktop.ui.office import Office
from desktop.ui.screens.settings.lifecycle import LifecyclePage
from desktop.ui.screens.settings.place import SettingsPlace
from tests.ui.card_driving import last


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> LifecyclePage:
    made = LifecyclePage(office)
    qtbot.addWidget(made)
    made.resize(1060, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def now(office: Office) -> Limits:
    with office.store.read() as session:
        return limits(session)


def test_the_usual_limits_are_shown_and_nothing_is_to_be_kept(page: LifecyclePage) -> None:
    assert page.taken() == Limits()
    assert not page.dirty
    assert not page.save.isEnabled()
    assert not page.reset.isEnabled()
    assert "no median" in page.usual.text()
    assert all(one.accessibleName() and one.accessibleDescription() for one in page.numbers.values())


def test_limits_are_kept_put_back_to_the_usual_and_undone(page: LifecyclePage, office: Office) -> None:
    page.numbers["active"].setValue(2)
    page.numbers["drop"].setValue(45)
    page.save.click()
    assert now(office) == replace(Limits(), active=Decimal(2), drop=Decimal("0.45"))
    assert not page.dirty
    page.reset.click()
    assert page.taken() == Limits()
    page.drop.click()
    assert page.taken() == now(office)
    assert last(office).kind == "lifecycle.edit"
    undo(office.store, last(office).id)
    assert now(office) == Limits()
    assert page.taken() == Limits(), "the page follows the file"


def test_what_makes_no_sense_is_told_at_its_field(page: LifecyclePage, office: Office) -> None:
    slowing = page.numbers["slowing"]
    assert isinstance(slowing, QDoubleSpinBox)
    slowing.setValue(1.5)
    page.save.click()
    assert "more than 1.5" in page.wrong.text()
    assert page.wrong.isVisible()
    assert page.numbers["slowing"].hasFocus()
    assert now(office) == Limits()
    page.numbers["slowing"].setValue(4)
    assert not page.wrong.isVisible()
    page.drop.click()


def test_leaving_asks_about_what_was_typed(page: LifecyclePage, office: Office) -> None:
    page.numbers["window"].setValue(30)
    office.ask.answers.append("")  # type: ignore[attr-defined]
    assert not page.may_leave()
    office.ask.answers.append("drop")  # type: ignore[attr-defined]
    assert page.may_leave()
    assert not page.dirty


def test_it_has_a_section_of_its_own(qtbot: QtBot, office: Office) -> None:
    place = SettingsPlace(office)
    qtbot.addWidget(place)
    place.visit("lifecycle")
    assert place.here() == "lifecycle"
    assert isinstance(place.page("lifecycle"), LifecyclePage)
