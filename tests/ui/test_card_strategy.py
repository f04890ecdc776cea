"""等级策略 on the card: what the tier asks for, how the customer stands, and the way to the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import CareRecord, Order, OrderLine
from db.queries.journal import last_action
from db.store import Doing
from db.vocabulary import CareKind, FollowUpKind
from desktop.rules.strategy import Cadence
from desktop.services.calendar.cadence import ExceptionDraft, set_exception
from desktop.services.followups import DoneDraft, log
from desktop.services.rating.strategy import save_strategies, strategies
from desktop.services.tiers import set_value_tier
from desktop.ui.kit import theme
from desktop.ui.office import Office
from desktop.ui.screens.customers.cadence_box import CadenceBox
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.customers.tier_plan import TierPlan
from desktop.ui.screens.customers.timeline import TimelineTab
from desktop.ui.top_line import take_back
from tests.ui import card_samples as samples
from tests.ui.card_driving import shown, tab


def plan_of(view: CardView) -> TierPlan:
    return tab(view, "overview", OverviewTab).plan


def put_into(office: Office, customer_id: int, tier: str | None) -> None:
    with office.store.write(Doing("customer.tier", {"name": "x", "tier": tier})) as session:
        set_value_tier(session, [customer_id], tier)


def contacted(office: Office, customer_id: int, days: int, kind: FollowUpKind = FollowUpKind.CALL) -> None:
    on = office.today() - timedelta(days=days)
    with office.store.write(Doing("followup.log", {"name": "x"})) as session:
        log(session, DoneDraft(customer_id, None, kind, None, None, on, None, 5, "谈了价格", True, ""))


def cared(office: Office, customer_id: int, cost: str) -> None:
    with office.store.write(Doing("care.edit", {"name": "x"})) as session:
        row = CareRecord(
            customer_id=customer_id, kind=CareKind.GIFT, given_on=office.today(), what="月饼", cost=Decimal(cost)
        )
        session.add(row)


def bought(office: Office, customer_id: int, days: int, discount: str) -> None:
    with office.store.write(Doing("import.orders", {"count": 1})) as session:
        on = office.today() - timedelta(days=days)
        order = Order(customer_id=customer_id, number=f"SO-{days}", ordered_on=on, amount=Decimal(80))
        session.add(order)
        session.add(OrderLine(order_id=order.id, position=1, amount=Decimal(80), discount=Decimal(discount)))


def test_the_card_says_what_the_tier_asks_and_how_the_customer_stands(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    put_into(office, customer_id, "A")
    view = shown(qtbot, office, customer_id)
    plan = plan_of(view)
    assert plan.head.text() == "Plan for tier A"
    assert plan.contact.whole == "Potential: contact every 7–14 days"
    assert (plan.state.text(), plan.state.property("look")) == ("Never contacted", "bad")
    assert plan.rest.text() == (
        "care ￥0 of ￥2,000 · discount up to 15 % · visits: rep and supervisor in turn, 0 of 6 this year"
    )
    assert plan.warning.isHidden()
    contacted(office, customer_id, 20)
    assert plan.state.text() == "20 days since the last contact, 6 days too late"
    contacted(office, customer_id, 9, FollowUpKind.VISIT)
    assert plan.state.text() == "9 days since the last contact, due now (5 days left)"
    assert plan.state.property("look") == "warn"
    assert plan.state.toolTip() == "Ideally on 2026-11-20, on 2026-11-27 at the latest"
    assert plan.rest.text().endswith("1 of 6 this year")
    contacted(office, customer_id, 2)
    assert (plan.state.text(), plan.state.property("look")) == ("2 days since the last contact (12 days left)", "good")
    cared(office, customer_id, "800")
    assert "care ￥800 of ￥2,000 ·" in plan.rest.text()
    cared(office, customer_id, "1300")
    assert "care ￥2,100 of ￥2,000 (over the budget)" in plan.rest.text()
    assert plan.rest.property("look") == "warn"


def test_a_change_of_tier_or_of_the_plan_shows_at_once(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    plan = plan_of(shown(qtbot, office, customer_id))
    assert plan.head.text() == "Plan for customers in no tier"
    put_into(office, customer_id, "D")
    assert plan.head.text() == "Plan for tier D"
    assert plan.rest.text() == "no care budget · discount up to 3 % · visits: nobody, by phone only"
    cared(office, customer_id, "30")
    assert plan.rest.text().startswith("no care budget, ￥30 spent")
    with office.store.write(Doing("strategy.edit")) as session:
        known = strategies(session)
        one = known.of("D")
        days = dict.fromkeys(one.cadences, Cadence(30, 30))
        save_strategies(session, replace(known, tiers={"D": replace(one, cadences=days, discount=8)}))
    assert plan.contact.whole == "Potential: contact every 30 days"
    assert "discount up to 8 %" in plan.rest.text()


def test_a_last_order_beyond_the_ceiling_is_told_quietly(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    put_into(office, customer_id, "A")
    plan = plan_of(shown(qtbot, office, customer_id))
    bought(office, customer_id, 40, "0.2255")
    assert not plan.warning.isHidden()
    assert plan.warning.text() == (
        "The last order (SO-40 2026-10-13) was given 22.55 % off, more than the 15 % a rep may give"
    )
    bought(office, customer_id, 4, "0.15")
    assert plan.warning.isHidden(), "the last one keeps to it"


def test_the_button_leads_to_the_settings_of_the_tier(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    plan = plan_of(view)
    with qtbot.waitSignal(office.bus.wanted) as wanted:
        plan.lead.click()
    assert wanted.args == ["settings", "strategy:"]
    put_into(office, customer_id, "B")
    plan.lead.setFocus()
    with qtbot.waitSignal(office.bus.wanted) as wanted:
        QTest.keyClick(plan.lead, Qt.Key.Key_Space)
    assert wanted.args == ["settings", "strategy:B"]


def in_box(do: Callable[[CadenceBox], object]) -> None:
    """Answer the box when it has opened."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, CadenceBox), "no box has opened"
        try:
            do(box)
        finally:
            if box.isVisible():
                box.done(0)

    QTimer.singleShot(0, answer)


def fill(box: CadenceBox, **values: object) -> None:
    for key, value in values.items():
        box.form.editor(key).put(value)
    box.yes.click()


def test_a_cadence_of_ones_own_is_set_told_taken_back_and_lifted(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    put_into(office, customer_id, "A")
    view = shown(qtbot, office, customer_id)
    plan, chip = plan_of(view), view.head.cadence
    assert (chip.text(), chip.toolTip()) == ("never contacted", "Never contacted")
    contacted(office, customer_id, 20)
    assert chip.text() == "contact 6 days late"
    until = office.today() + timedelta(days=60)
    in_box(lambda box: fill(box, ideal=30, maximum=45, reason="淡季少打扰", until=until))
    plan.own.click()
    assert plan.contact.whole == "Own cadence: contact every 30–45 days"
    assert plan.exception.text() == f"Exception until {until.isoformat()}: 淡季少打扰"
    assert (chip.text(), plan.state.property("look")) == ("contact in 25 days at the latest", "good")
    assert "淡季少打扰" in chip.toolTip()

    def wrong(box: CadenceBox) -> None:
        assert box.form.taken() == ExceptionDraft(30, 45, "淡季少打扰", until)
        fill(box, ideal=50)
        assert box.isVisible()
        assert box.taken is None
        box.form.editor("ideal").put(30)

    in_box(wrong)
    plan.own.click()
    in_box(lambda box: box.lift.click())
    plan.own.click()
    assert plan.contact.whole == "Potential: contact every 7–14 days"
    assert plan.exception.isHidden()
    with office.store.read() as session:
        action = last_action(session)
    assert action is not None
    take_back(office, action.id)
    qtbot.waitUntil(lambda: plan.contact.whole == "Own cadence: contact every 30–45 days")
    view.go_to_tab("orders")
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert view.tabs.key == "overview"


def test_the_next_step_is_planned_by_cadence(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    put_into(office, customer_id, "A")
    view = shown(qtbot, office, customer_id)
    view.start("log")
    page = tab(view, "timeline", TimelineTab).form.page
    page.choose_by_cadence()
    assert page.next.editor("planned_on").get() == office.today() + timedelta(days=7), "after the one written down"
    page.done.editor("done_on").put(office.today() - timedelta(days=3))
    page.quick[-1].click()
    assert page.next.editor("planned_on").get() == office.today() + timedelta(days=4)


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_pictures(qtbot: QtBot, qapp: QApplication, office: Office, shots: Path, language: str, look: str) -> None:
    theme.apply(qapp, look, 100)  # type: ignore[arg-type]
    rich, plain = samples.rich(office), samples.plain(office)
    put_into(office, rich, "A")
    with office.store.write(Doing("cadence.set", {"name": "x", "ideal": 1, "maximum": 2})) as session:
        until = office.today() + timedelta(days=60)
        set_exception(session, rich, ExceptionDraft(1, 2, "招标期间每天联系", until), today=office.today())
    cared(office, rich, "800")
    bought(office, rich, 1, "0.2")
    view = shown(qtbot, office, rich)
    for size, mark in (((794, 690), "small"), ((1348, 1002), "large")):
        view.resize(*size)
        qtbot.wait(30)
        assert view.grab().save(str(shots / f"card_strategy_{language}_{look}_{mark}.png"))
    in_box(lambda box: box.grab().save(str(shots / f"card_strategy_{language}_{look}_box.png")))
    plan_of(view).own.click()
    view.resize(794, 690)
    view.show_customer(plain)
    qtbot.wait(30)
    assert view.grab().save(str(shots / f"card_strategy_{language}_{look}_plain.png"))
