"""Promises and cases elsewhere on the card: head, overview, follow-up form, timeline."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.queries.happenings import Happening
from db.vocabulary import FollowUpState, PromiseState
from desktop.ui.office import Office
from desktop.ui.screens.customers.matters import care_pairs
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.screens.customers.service.tab import ServiceTab
from desktop.ui.screens.customers.timeline import TimelineTab
from desktop.ui.screens.customers.timeline_reading import past_day
from tests.ui import card_samples
from tests.ui.card_driving import last, save, shown, steps, tab, undo_by_notice, write
from tests.ui.test_card_service import kept, pane, served


def test_a_promise_is_kept_from_its_button_and_from_the_overview(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    assert view.customer_id is not None
    page = pane(view, "promises")
    assert not page.buttons["kept"].isHidden()
    page.buttons["kept"].click()
    assert sum(one.state is PromiseState.OPEN for one in kept(office, view.customer_id)) == 2
    overview = tab(view, "overview", OverviewTab)
    qtbot.wait(30)  # new lines show themselves in the next turn of the event loop
    button = next(
        one
        for one in overview.matters.findChildren(QPushButton)
        if one.isVisible() and one.accessibleName().startswith("Mark as kept")
    )
    button.click()
    assert sum(one.state is PromiseState.OPEN for one in kept(office, view.customer_id)) == 1
    undo_by_notice(office)
    assert sum(one.state is PromiseState.OPEN for one in kept(office, view.customer_id)) == 2


def test_the_head_says_what_presses_and_leads_there(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    chip = view.head.matters
    assert chip.state == "overdue"
    assert "Complaint · first answer" in chip.accessibleName()
    assert "2 more" in chip.accessibleName()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert view.tabs.key == "service"
    page = view.tabs.page("service")
    assert isinstance(page, ServiceTab)
    assert page.kinds.key == "cases"
    view.show_customer(card_samples.plain(office))
    assert chip.isHidden(), "nothing presses"


def test_a_follow_up_may_hold_a_promise(qtbot: QtBot, office: Office) -> None:
    customer_id = card_samples.plain(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    page.begin("log")
    form = page.form
    write(form.done.editor("result"), "答应下周送样")
    form.page.promised.click()
    write(form.promise.editor("text"), "送样品两箱")
    write(form.promise.editor("due_on"), "+7")
    assert form.dirty
    save()
    (step,) = steps(office, customer_id)
    (row,) = kept(office, customer_id)
    assert (row.follow_up_id, row.text, row.due_on) == (step.id, "送样品两箱", office.today() + timedelta(days=7))
    assert last(office).kind == "followup.log", "one action"
    assert page._promises_of(step.id) == "Our promise · due in 7 days · 送样品两箱"
    undo_by_notice(office)
    assert (kept(office, customer_id), steps(office, customer_id)) == ([], [])


def test_the_timeline_tells_of_everything_and_leads_there(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    page = tab(view, "timeline", TimelineTab)
    lines = [page._lines[one] for one in page.model.ids]
    planned = [number for number, one in enumerate(lines) if getattr(one, "state", None) is FollowUpState.PLANNED]
    assert planned == list(range(len(planned))), "what is planned leads"
    days = [past_day(one) for one in lines[len(planned) :]]
    assert days == sorted(days, reverse=True)
    beside = [one for one in lines if isinstance(one, Happening)]
    assert {one.table for one in beside} == {"promise", "service_case", "survey", "care_record", "major_event"}
    case = next(one for one in beside if one.text == "发票抬头开错")
    page.view.go_to(case.id)
    assert page.detail.texts["note"][1].text() == "发票抬头开错 · 红冲后重开，快递寄出。"
    assert all(one.isHidden() for one in page.buttons.values()), "it is no follow-up"
    page.lead.click()
    assert view.tabs.key == "service"
    assert pane(view, "cases").view.current_id() == case.id


def test_the_overview_tells_of_satisfaction_and_the_last_event(qtbot: QtBot, office: Office) -> None:
    view = served(qtbot, office)
    assert view.seen is not None
    assert [(name, value) for name, value, _ in care_pairs(view.seen, office.today())] == [
        ("Satisfaction", "3 of 5 · 20 days ago"),
        ("Last event", "2026-08-12 上线新 ERP，订单改由系统下达"),
    ]


def test_a_day_without_a_promise_is_told(qtbot: QtBot, office: Office) -> None:
    view = shown(qtbot, office, card_samples.plain(office))
    page = tab(view, "timeline", TimelineTab)
    page.begin("log")
    write(page.form.done.editor("result"), "聊了聊")
    page.form.page.open_promise()
    write(page.form.promise.editor("due_on"), "明天")
    assert not page.form.keep()
    assert page.form.promise._cells["text"]._error.text()
    page.form.drop()
