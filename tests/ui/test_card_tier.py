"""Value tier, intent and completeness on the card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from db.store import Doing
from db.vocabulary import CustomerKind, IntentLevel
from desktop import sentences
from desktop.services.completeness import save_required
from desktop.services.tiers import set_value_tier
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.words import current
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, shown, tab, undo_by_notice

COMPANY = CustomerKind.COMPANY


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def choose(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def test_a_tier_is_set_by_hand_with_its_reason(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    assert view.head.tier.text() == "no tier"
    menu = view.head._tiers()
    assert entries(menu)[0] == "A · Key customers"
    office.ask.answers.append("年采购额过百万")  # type: ignore[attr-defined]
    choose(menu, "A · Key customers")
    assert now(office, customer_id).customer.value_tier == "A"
    assert view.head.tier.text() == "A"
    done = last(office)
    assert (done.kind, done.facts["reason"]) == ("customer.tier.why", "年采购额过百万")
    assert sentences.action(current(), done.kind, done.facts).endswith(": A (年采购额过百万)")
    undo_by_notice(office)
    assert now(office, customer_id).customer.value_tier is None


def test_without_a_reason_it_is_set_all_the_same_and_leaving_the_question_changes_nothing(
    qtbot: QtBot, office: Office
) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    office.ask.answers.extend([None, ""])  # type: ignore[attr-defined]
    choose(view.head._tiers(), "B · Important customers")
    assert now(office, customer_id).customer.value_tier is None
    choose(view.head._tiers(), "B · Important customers")
    assert now(office, customer_id).customer.value_tier == "B"
    assert last(office).kind == "customer.tier"


def test_intent_is_chosen_in_the_head_and_in_the_form(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    choose(view.head._intents(), "B – within three months")
    assert now(office, customer_id).customer.intent is IntentLevel.B
    assert view.head.intent.text() == "intent B"
    view.go_to_tab("basic")
    part: Any = view.tabs.page("basic")
    part.edit("intent")
    part._form_of("intent").editor("intent").put(IntentLevel.D)
    part._form_of("value_tier").editor("value_tier").put("C")
    assert part.keep()
    after = now(office, customer_id).customer
    assert (after.intent, after.value_tier) == (IntentLevel.D, "C")


def test_a_tier_that_is_gone_stays_on_the_card(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    with office.store.write(Doing("customer.edit", {"name": "x"})) as session:
        from db.models import Customer

        row = session.get(Customer, customer_id)
        assert row is not None
        row.value_tier = "钻石"
    view = shown(qtbot, office, customer_id)
    assert view.head.tier.text() == "钻石"
    assert "钻石" in entries(view.head._tiers())


def test_what_is_missing_is_asked_for_and_filled_in(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    with office.store.write(Doing("policy.edit", {"key": "required_fields"})) as session:
        save_required(session, {(COMPANY, None): ["reaches", "industry", "decision_maker", "invoice_tax_number"]})
    view = shown(qtbot, office, customer_id)
    assert view.head.meter.percent == 25
    assert "line of business" in view.head.meter.toolTip()
    page = tab(view, "overview", OverviewTab)
    buttons = {one.text(): one for one in page.missing.findChildren(QPushButton)}
    assert list(buttons) == ["Industry", "A contact who decides", "Tax number"]
    assert page.missing.question.text() == "Ask: what line of business are you in?"
    buttons["Tax number"].click()
    part: Any = view.tabs.page("basic")
    assert view.tabs.key == "basic"
    assert part.writing
    editor = part._form_of("invoice_tax_number").editor("invoice_tax_number")
    assert QApplication.focusWidget() in (editor, editor.focusProxy(), *editor.findChildren(type(editor)))
    part.drop()
    QTest.keyClick(view.head.meter, Qt.Key.Key_Space)
    assert part.writing, "the bar leads to the next field"
    part._form_of("industry").editor("industry").put("包装")
    assert part.keep()
    assert view.head.meter.percent == 50


def test_a_better_tier_asks_for_more(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    before = view.head.meter.percent
    with office.store.write(Doing("customer.tier", {"name": "x", "tier": "A"})) as session:
        set_value_tier(session, [customer_id], "A")
    view.show_customer(customer_id)
    assert view.head.meter.percent < before
    page = tab(view, "overview", OverviewTab)
    qtbot.waitUntil(lambda: len([one for one in page.missing.findChildren(QPushButton) if one.isVisible()]) == 8)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, look: str) -> None:
    customer_id = samples.rich(office)
    with office.store.write(Doing("customer.tier", {"name": "x", "tier": "A"})) as session:
        set_value_tier(session, [customer_id], "A")
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    view: CardView = shown(qtbot, office, customer_id)
    qtbot.wait(30)
    assert view.grab().save(str(shots / f"tier_rich_{look}.png"))
