"""Lifecycle, churn warnings, the intent level by the expected day, and a loss with its reason, on the card."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from db.models import Order, ServiceCase, Survey
from db.store import Doing
from db.vocabulary import CaseKind, IntentLevel, OrderKind, OrderState, Stage
from desktop import sentences
from desktop.rules.moments import stored
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.words import current
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, shown, undo_by_notice


def bought(office: Office, customer_id: int, *ago: int) -> None:
    """Confirmed purchases so many days ago."""
    with office.store.write(Doing("order.edit", {"name": "x"})) as session:
        session.add_all(
            Order(
                customer_id=customer_id,
                ordered_on=office.today() - timedelta(days=days),
                kind=OrderKind.PURCHASE,
                state=OrderState.CONFIRMED,
                amount=Decimal(1000),
            )
            for days in ago
        )


def choose(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def intent(office: Office, customer_id: int) -> tuple[IntentLevel | None, date | None]:
    customer = now(office, customer_id).customer
    return customer.intent, customer.expects_on


def overview(view: CardView) -> OverviewTab:
    page = view.tabs.page("overview")
    assert isinstance(page, OverviewTab)
    return page


def test_the_lifecycle_stands_beside_the_stage_with_its_reason(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    assert view.head.lifecycle.text == "Never bought"
    bought(office, customer_id, 111, 90, 69, 48)
    assert view.head.lifecycle.text == "Slowing down"
    reason = "last purchase 48 days ago, usually every 21 days → Slowing down"
    assert reason in view.head.lifecycle.toolTip()
    assert view.head.lifecycle.accessibleDescription() == reason
    assert reason in [one.text() for one in overview(view).figures.findChildren(type(view.head.owed))]


def test_a_warning_leads_to_what_it_speaks_of(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    assert not view.head.churn.isVisible()
    bought(office, customer_id, 111, 90, 69, 48)
    assert view.head.churn.text() == "Buys less often"
    view.head.churn.setFocus()
    QTest.keyClick(view.head.churn, Qt.Key.Key_Space)
    assert view.tabs.key == "orders"
    with office.store.write(Doing("survey.edit", {"name": "x"})) as session:
        session.add(Survey(customer_id=customer_id, asked_on=office.today(), satisfaction=1))
        due = stored(office.now() - timedelta(minutes=5))
        case = ServiceCase(customer_id=customer_id, kind=CaseKind.COMPLAINT, subject="少货", opened_at=due)
        case.solve_by = due
        session.add(case)
    assert view.head.churn.text() == "Complaint past due, and 2 more"
    view.head.churn.click()
    assert view.tabs.key == "service"
    view.go_to_tab("overview")
    shows = [one for one in overview(view).matters.findChildren(QPushButton) if one.text() == "Show"]
    assert len(shows) >= 3
    unhappy = next(one for one in shows if "Dissatisfied" in one.accessibleName())
    unhappy.click()
    page: Any = view.tabs.page("service")
    assert (view.tabs.key, page.kinds.key) == ("service", "surveys")


def test_a_loss_is_kept_with_its_reason(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    bought(office, customer_id, 111, 90, 69, 48)
    view = shown(qtbot, office, customer_id)
    office.ask.answers.extend([None, "改用竞品"])  # type: ignore[attr-defined]
    choose(view.head._stages(), "Lost")
    assert now(office, customer_id).customer.stage is Stage.POTENTIAL, "the question was left"
    choose(view.head._stages(), "Lost")
    kept = now(office, customer_id).customer
    assert (kept.stage, kept.lost_reason) == (Stage.LOST, "改用竞品")
    assert view.head.lifecycle.text == "Lost to us"
    assert not view.head.churn.isVisible()
    done = last(office)
    assert done.kind == "customer.lost"
    assert sentences.action(current(), done.kind, done.facts) == "无锡新创包装厂 marked as lost"
    undo_by_notice(office)
    back = now(office, customer_id).customer
    assert (back.stage, back.lost_reason) == (Stage.POTENTIAL, None)


def test_the_level_follows_from_the_expected_day_and_says_when_it_has_passed(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    answers = office.ask.answers  # type: ignore[attr-defined]
    answers.extend(["2027-02-15", "2026-11-19", "不知道", ""])
    choose(view.head._intents(), "Expected to close…")
    assert intent(office, customer_id) == (None, date(2027, 2, 15))
    assert view.head.intent.text() == "intent B · expected 2027-02-15"
    choose(view.head._intents(), "Expected to close…")
    assert view.head.intent.text() == "intent A · expected 11-19, passed"
    choose(view.head._intents(), "Expected to close…")
    assert intent(office, customer_id) == (None, date(2026, 11, 19)), "what is no day changes nothing"
    choose(view.head._intents(), "Expected to close…")
    assert intent(office, customer_id) == (None, None)
    assert view.head.intent.text() == "intent unknown"


def test_a_level_told_by_hand_clears_the_day_says_so_and_comes_back_by_undo(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    office.ask.answers.append("2027-02-15")  # type: ignore[attr-defined]
    choose(view.head._intents(), "Expected to close…")
    choose(view.head._intents(), "E – will not buy")
    assert intent(office, customer_id) == (IntentLevel.E, None)
    assert "2027-02-15 was cleared" in office.notice.text
    undo_by_notice(office)
    assert intent(office, customer_id) == (None, date(2027, 2, 15))
    view.go_to_tab("basic")
    part: Any = view.tabs.page("basic")
    part.edit("intent")
    part._form_of("intent").editor("intent").put(IntentLevel.D)
    assert part.keep()
    assert intent(office, customer_id) == (IntentLevel.D, None)
    part.edit("expects_on")
    part._form_of("expects_on").editor("expects_on").put(date(2026, 12, 1))
    assert part.keep()
    assert intent(office, customer_id) == (IntentLevel.D, date(2026, 12, 1))
    assert view.head.intent.text() == "intent A · expected 12-01"
