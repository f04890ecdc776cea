"""The settings of 等级策略: a plan for each tier, kept together; what cannot be is told at its field."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import Stage
from desktop.rules.strategy import Cadence, Festival, Strategies, Visitor
from desktop.rules.strategy_defaults import GRADES
from desktop.rules.tiers import Tier
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.rating.strategy import strategies
from desktop.services.tiers import save_tiers
from desktop.services.undoing import undo
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.settings.place import SettingsPlace
from desktop.ui.screens.settings.strategy import StrategyPage
from tests.ui.card_driving import last


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> StrategyPage:
    made = StrategyPage(office)
    qtbot.addWidget(made)
    made.resize(1060, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def now(office: Office) -> Strategies:
    with office.store.read() as session:
        return strategies(session)


def lines(page: StrategyPage) -> list[str]:
    return [page.tiers.item(row).text() for row in range(page.tiers.count())]


def test_what_is_shown_is_what_holds(page: StrategyPage, office: Office) -> None:
    assert lines(page) == ["Key customers", "Important customers", "Ordinary customers", "Small customers", "no tier"]
    assert page.taken() == now(office)
    assert not page.dirty
    assert not page.save.isEnabled()
    assert not page.usual.isEnabled(), "they are the usual values"
    for row, grade in enumerate(GRADES):
        page.tiers.setCurrentRow(row)
        assert page.form.taken() == grade
    assert not page.dirty, "looking is no change"


def test_plans_of_two_tiers_are_kept_as_one_action_and_undone(page: StrategyPage, office: Office) -> None:
    before = now(office)
    page.form.cadences[Stage.WON][0].setValue(5)
    page.form.festivals[Festival.LANTERN].setChecked(True)
    page.form.budget.setValue(3500)
    page.tiers.setCurrentRow(1)
    page.form.discount.setValue(12)
    assert page.form.rest.text() == "at least 88 % of the price; more is for the supervisor to give"
    page.form.visitor.setCurrentIndex(page.form.visitor.findData(Visitor.NOBODY))
    assert not page.form.visits.isEnabled()
    assert lines(page)[:3] == ["Key customers •", "Important customers •", "Ordinary customers"]
    page.save.click()
    kept = now(office)
    assert kept.of("A").cadences[Stage.WON] == Cadence(5, 14)
    assert Festival.LANTERN in kept.of("A").care.festivals
    assert kept.of("A").care.budget == Decimal(3500)
    assert (kept.of("B").discount, kept.of("B").visitor, kept.of("B").visits) == (12, Visitor.NOBODY, 0)
    assert not page.dirty
    assert last(office).kind == "strategy.edit"
    undo(office.store, last(office).id)
    assert now(office) == before
    assert page.taken() == before, "the page shows the file again"
    assert page.tiers.currentRow() == 1


def test_what_cannot_be_is_told_at_its_field_whatever_tier_is_shown(page: StrategyPage, office: Office) -> None:
    before = now(office)
    page.tiers.setCurrentRow(2)
    page.form.cadences[Stage.LOST][0].setValue(400)
    page.tiers.setCurrentRow(0)
    page.save.click()
    assert page.wrong.text() == "The ideal of 400 days is more than the most of 180."
    assert page.tiers.currentRow() == 2
    wrong = page.form.cadences[Stage.LOST][0]
    assert wrong.property("wrong")
    assert QApplication.focusWidget() is wrong
    assert now(office) == before
    wrong.setValue(90)
    assert not wrong.property("wrong")
    assert page.wrong.text() == ""
    assert not page.dirty


def test_leaving_asks_only_about_what_was_changed(page: StrategyPage, office: Office) -> None:
    assert page.may_leave()
    page.form.gift.setChecked(False)
    office.ask.answers[:] = ["", "drop"]  # type: ignore[attr-defined]
    assert not page.may_leave()
    assert page.may_leave()
    assert page.form.gift.isChecked()
    page.form.gift.setChecked(False)
    office.ask.answers[:] = ["save"]  # type: ignore[attr-defined]
    assert page.may_leave()
    assert not now(office).of("A").care.gift


def test_usual_values_are_taken_for_the_tier_that_is_shown(page: StrategyPage, office: Office) -> None:
    page.form.discount.setValue(40)
    page.tiers.setCurrentRow(3)
    page.form.discount.setValue(41)
    page.usual.click()
    assert page.form.taken() == GRADES[3]
    page.drop.click()
    assert page.taken() == now(office)
    assert page.tiers.currentRow() == 3, "the tier one looked at stays"


def test_tiers_of_the_office_have_their_lines_and_what_is_typed_stays(page: StrategyPage, office: Office) -> None:
    page.form.visits.setValue(30)
    with office.store.write(Doing("tiers.edit")) as session:
        save_tiers(session, [Tier("VIP.1", "贵宾"), Tier("VIP", "大客户"), Tier("普通")])
    assert page.form.visits.value() == 30
    page.drop.click()
    assert lines(page) == ["贵宾", "大客户", "tier 普通", "no tier"]
    page.form.cadences[Stage.WON][0].setValue(30)
    page.tiers.setCurrentRow(3)
    page.save.click()
    assert page.tiers.currentRow() == 0, "a sign may have dots"


def test_time_limits_and_required_fields_are_told_and_led_to(page: StrategyPage, office: Office, qtbot: QtBot) -> None:
    assert "first answer within 2, solution within 15" in page.limits.text()
    first = page.required.text()
    page.tiers.setCurrentRow(3)
    assert "within 8, solution within 75" in page.limits.text()
    assert page.required.text() != first
    for name, section in (("Time limits", "service"), ("Required fields", "completeness")):
        link = next(one for one in page.findChildren(QPushButton) if one.text() == name)
        with qtbot.waitSignal(office.bus.wanted) as wanted:
            link.click()
        assert wanted.args == ["settings", section]


def test_a_wheel_over_the_page_changes_nothing(page: StrategyPage) -> None:
    page.tiers.setFocus()
    target = page.form.discount
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(target.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, turn)
    assert not page.dirty
    target.setFocus()
    QApplication.sendEvent(target, turn)
    assert target.value() == 16


def test_the_tiers_are_walked_through_by_keys_and_saved(page: StrategyPage, office: Office, qtbot: QtBot) -> None:
    page.tiers.setFocus()
    QTest.keyClick(page.tiers, Qt.Key.Key_Down)
    page.form.discount.setFocus()
    QTest.keyClick(page.form.discount, Qt.Key.Key_Up)
    QTest.keyClick(page.form.discount, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.dirty)  # a shortcut presses its button for a moment
    assert now(office).of("B").discount == 11


def test_the_settings_lead_to_a_tier_unless_something_typed_stands_against_it(office: Office, qtbot: QtBot) -> None:
    place = SettingsPlace(office)
    qtbot.addWidget(place)
    place.show()
    place.visit("strategy:C")
    shown = place.page("strategy")
    assert isinstance(shown, StrategyPage)
    assert (place.here(), shown.tiers.currentRow()) == ("strategy", 2)
    place.visit("strategy:")
    assert shown.tiers.currentRow() == 4, "customers in no tier"
    place.visit("strategy:gone")
    assert shown.tiers.currentRow() == 4
    shown.form.visits.setValue(77)
    office.ask.answers[:] = [""]  # type: ignore[attr-defined]
    place.visit("tiers")
    assert place.here() == "strategy"
    assert shown.form.visits.value() == 77


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(office: Office, qapp: QApplication, qtbot: QtBot, shots: Path, language: str, look: str) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    with office.store.write(Doing("customer.create", {"name": "甲"})) as session:
        create_customer(session, NewCustomer(CustomerDraft(name="甲厂", value_tier="A")))
    place = SettingsPlace(office)
    qtbot.addWidget(place)
    place.show()
    place.visit("strategy")
    shown = place.page("strategy")
    assert isinstance(shown, StrategyPage)
    for width, height in ((1284, 650), (1838, 962)):  # what rail, head and foot leave of 1366×768 and 1920×1080
        place.resize(width, height)
        qtbot.wait(40)
        assert place.grab().save(str(shots / f"settings_strategy_{language}_{look}_{width}.png"))
    shown.form.cadences[Stage.WON][0].setValue(60)
    shown.save.click()
    qtbot.wait(40)
    assert place.grab().save(str(shots / f"settings_strategy_{language}_{look}_wrong.png"))
