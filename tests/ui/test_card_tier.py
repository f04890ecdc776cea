"""Value tier, intent and completeness on the card."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from db.queries.rounds import OverrideRow, overrides_of
from db.store import Doing
from db.vocabulary import CustomerKind, IntentLevel
from desktop import sentences
from desktop.services.completeness import save_required
from desktop.services.tiers import set_value_tier
from desktop.ui.kit import theme
from desktop.ui.office import Office, Why
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.tiers.hand_box import HandBox
from desktop.ui.words import current
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, shown, tab, undo_by_notice
from tests.ui.hand_box_driving import fill, in_box

COMPANY = CustomerKind.COMPANY


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def choose(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def by_hand(office: Office, customer_id: int) -> list[OverrideRow]:
    with office.store.read() as session:
        return overrides_of(session, customer_id=customer_id)


def test_a_class_of_the_leading_scheme_is_set_by_hand_with_reason_approver_and_end(
    qtbot: QtBot, office: Office
) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    assert view.head.tier.text() == "no tier"
    menu = view.head._tiers()
    assert entries(menu)[0] == "A · Key customers"
    opened = in_box(lambda box: fill(box, reason="年采购额过百万", approver="王主管"))
    choose(menu, "A · Key customers")
    assert opened
    assert now(office, customer_id).customer.value_tier == "A"
    assert view.head.tier.text() == "A"
    (made,) = by_hand(office, customer_id)
    assert (made.code, made.reason, made.approver) == ("A", "年采购额过百万", "王主管")
    assert made.until == date(2027, 11, 22), "a year, until the box is told otherwise"
    done = last(office)
    assert done.kind == "override.set"
    assert sentences.action(current(), done.kind, done.facts).endswith("set by hand: A")
    undo_by_notice(office)
    assert now(office, customer_id).customer.value_tier is None
    assert by_hand(office, customer_id) == []


def test_without_a_reason_the_box_stays_and_leaving_it_changes_nothing(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    told: list[str] = []

    def without_reason(box: HandBox) -> None:
        fill(box, approver="")
        assert box.isVisible()
        told.extend(one.text() for one in box.findChildren(QLabel) if one.property("look") == "error")

    in_box(without_reason)
    choose(view.head._tiers(), "B · Important customers")
    assert "Please give the reason; it stands on the rating sheet." in told
    assert now(office, customer_id).customer.value_tier is None
    assert by_hand(office, customer_id) == []


def test_a_tier_outside_the_leading_scheme_and_none_are_written_with_a_reason_if_there_is_one(
    qtbot: QtBot, office: Office
) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    office.ask.answers.extend([None, "", "不再经营"])  # type: ignore[attr-defined]
    choose(view.head._tiers(), "D · Small customers")
    assert now(office, customer_id).customer.value_tier is None
    choose(view.head._tiers(), "D · Small customers")
    assert now(office, customer_id).customer.value_tier == "D"
    assert last(office).kind == "customer.tier"
    choose(view.head._tiers(), "no tier")
    assert now(office, customer_id).customer.value_tier is None
    assert (last(office).kind, last(office).facts["reason"]) == ("customer.tier.why", "不再经营")
    assert by_hand(office, customer_id) == []


def test_the_menu_leads_to_the_reasons(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    with qtbot.waitSignal(office.bus.wanted) as wanted:
        choose(view.head._tiers(), "Why no tier…")
    assert wanted.args == ["tiers", Why(customer_id)]
    with office.store.write(Doing("customer.tier", {"name": "x", "tier": "B"})) as session:
        set_value_tier(session, [customer_id], "B")
    view.show_customer(customer_id)
    assert entries(view.head._tiers())[-1] == "Why B…"


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
