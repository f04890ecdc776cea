"""跟进: what came of it and what comes next in one form, one action."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.ui.office import Office
from desktop.ui.screens.customers.timeline import TimelineTab
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, now, press, save, shown, steps, tab, undo_by_notice, write

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED


def test_result_and_next_step_are_one_action(qtbot: QtBot, office: Office) -> None:
    samples.reps(office)
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.setFocus()
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.tabs.key == "timeline")  # the button is seen going down first
    page = tab(view, "timeline", TimelineTab)
    assert page.writing
    form = page.form
    assert QApplication.focusWidget() is form.done.editor("result").focusProxy()
    write(form.done.editor("result"), "要年度报价")
    write(form.done.editor("done_time"), "下午2点半")
    write(form.done.editor("minutes"), "20")
    form.done.editor("stage").put(Stage.CONTACTED)
    form.page.quick[1].click()
    write(form.next.editor("purpose"), "送报价")
    form.next.editor("kind").put(FollowUpKind.VISIT)
    save()
    assert page.stack.currentIndex() == 0, "the list is shown again"
    planned, done = steps(office, customer_id)
    assert (planned.planned_on, planned.kind, planned.purpose) == (date(2026, 11, 23), FollowUpKind.VISIT, "送报价")
    assert (done.done_on, done.done_time, done.minutes, done.result) == (
        date(2026, 11, 22), time(14, 30), 20, "要年度报价",
    )  # fmt: skip
    assert done.effective
    assert (done.rep, planned.rep, done.contact) == ("王丽", "王丽", "张三")
    assert now(office, customer_id).customer.stage is Stage.CONTACTED
    action = last(office)
    assert (action.kind, action.facts) == ("followup.log", {"name": "无锡新创包装厂"})
    assert view.head.chip.state == "soon"
    undo_by_notice(office)
    assert steps(office, customer_id) == []
    assert now(office, customer_id).customer.stage is Stage.POTENTIAL


def test_a_call_nobody_answered_takes_one_click(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.start("log")
    page = tab(view, "timeline", TimelineTab)
    page.form.page.unanswered.click()
    assert QApplication.focusWidget() is page.form.page.quick[0]
    save()  # from a button beside the form
    (done,) = steps(office, customer_id)
    assert (done.kind, done.effective, done.result, done.state) == (FollowUpKind.CALL, False, "No answer", DONE)
    assert view.head.chip.accessibleName() == "nothing planned"


def test_a_planned_one_is_completed_with_its_own_values(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    first = steps(office, customer_id)[0]
    page.view.go_to(first.id)
    page.view.setFocus()
    press(Qt.Key.Key_Return)
    assert page.writing
    assert page.form.completes.get() == first.id
    assert page.form.done.draft.kind is FollowUpKind.VISIT
    write(page.form.done.editor("result"), "收下了")
    save()
    after = {row.id: row for row in steps(office, customer_id)}
    assert (after[first.id].state, after[first.id].result, after[first.id].purpose) == (DONE, "收下了", first.purpose)


def test_logging_offers_the_plan_that_is_due(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    view.start("log")
    form = tab(view, "timeline", TimelineTab).form
    overdue, tomorrow, *_ = steps(office, customer_id)
    assert form.completes.get() == overdue.id
    form.completes.put(tomorrow.id)
    assert form.done.editor("kind").get() is FollowUpKind.CALL
    form.completes.put(None)
    write(form.done.editor("result"), "另外一件事")
    save()
    states = {row.id: row.state for row in steps(office, customer_id)}
    assert (states[overdue.id], states[tomorrow.id]) == (PLANNED, PLANNED)


@pytest.mark.parametrize(
    ("field", "typed", "half"),
    [
        ("result", "", "done"),
        ("done_time", "25:00", "done"),
        ("planned_time", "noon?", "next"),
        ("purpose", "x", "next"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(
    qtbot: QtBot, office: Office, field: str, typed: str, half: str
) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.start("log")
    form = tab(view, "timeline", TimelineTab).form
    write(form.done.editor("result"), "谈过了")
    write(getattr(form, half).editor(field), typed)
    assert not form.keep()
    wrong = "planned_on" if field == "purpose" else field
    assert getattr(form, half)._cells[wrong]._error.text()
    assert steps(office, customer_id) == []
    assert office.ask.asked == []  # type: ignore[attr-defined]


def test_the_next_step_cannot_lie_before_the_contact(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.start("log")
    form = tab(view, "timeline", TimelineTab).form
    write(form.done.editor("result"), "谈过了")
    form.next.editor("planned_on").put(date(2026, 11, 1))
    assert not form.keep()
    assert form.next._cells["planned_on"]._error.text()


def test_planning_alone(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.head.plan.click()
    form = tab(view, "timeline", TimelineTab).form
    assert QApplication.focusWidget() is form.next.editor("planned_on").focusProxy()
    write(form.next.editor("planned_on"), "下周二")
    save()
    (step,) = steps(office, customer_id)
    assert (step.planned_on, step.state) == (date(2026, 11, 24), PLANNED)
    assert last(office).kind == "followup.plan"


def test_moving_cancelling_reopening_deleting(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    first = steps(office, customer_id)[0]

    def row() -> object:
        return {one.id: one for one in steps(office, customer_id)}.get(first.id)

    page.view.go_to(first.id)
    assert not page.buttons["reopen"].isVisible()
    page.buttons["move"].menu().actions()[0].trigger()
    assert row().planned_on == date(2026, 11, 23)  # type: ignore[attr-defined]
    assert row().purpose == first.purpose  # type: ignore[attr-defined]
    page.view.go_to(first.id)
    page.buttons["cancel"].click()
    assert row().state is CANCELLED  # type: ignore[attr-defined]
    page.view.go_to(first.id)
    page.buttons["reopen"].click()
    assert row().state is PLANNED  # type: ignore[attr-defined]
    page.view.go_to(first.id)
    page.buttons["delete"].click()
    assert row() is None
    undo_by_notice(office)
    assert row().state is PLANNED  # type: ignore[attr-defined]


def test_a_done_one_is_corrected_and_keeps_its_rep(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    done = next(row for row in steps(office, customer_id) if row.state is DONE and row.rep == "赵国强")
    page.view.go_to(done.id)
    page.buttons["correct"].click()
    assert not page.form.next.isVisible()
    assert not page.form.page.plan_line.isVisible()
    write(page.form.done.editor("result"), "改过的结果")
    save()
    after = {row.id: row for row in steps(office, customer_id)}[done.id]
    assert (after.result, after.rep, after.done_on, after.note) == ("改过的结果", "赵国强", done.done_on, done.note)


def test_the_form_asks_before_it_forgets(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.start("log")
    page = tab(view, "timeline", TimelineTab)
    press(Qt.Key.Key_Escape)
    assert not page.writing, "nothing typed, nothing asked"
    view.start("log")
    write(page.form.done.editor("result"), "谈到一半")
    view.go_to_tab("overview")  # looking something up
    view.start("plan")  # what is being written goes first
    assert page.form.done.editor("result").get() == "谈到一半"
    office.ask.answers[:] = ["", "keep"]  # type: ignore[attr-defined]
    assert not view.may_leave()
    assert view.may_leave()
    assert steps(office, customer_id)[0].result == "谈到一半"


def test_other_changes_do_not_disturb_the_form(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.plain(office)
    view = shown(qtbot, office, customer_id)
    view.start("log")
    page = tab(view, "timeline", TimelineTab)
    write(page.form.done.editor("result"), "谈到一半")
    view.head.stage_chosen.emit(Stage.WON)
    assert now(office, customer_id).customer.stage is Stage.WON
    assert page.form.done.editor("result").get() == "谈到一半"
    assert page.form.keep()
    assert now(office, customer_id).customer.stage is Stage.WON, "an untouched stage is not written back"


def test_five_hundred_follow_ups_scroll(qtbot: QtBot, office: Office) -> None:
    customer_id = samples.rich(office, follow_ups=500)
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    assert len(page.model.ids) == 504
    page.view.setFocus()
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.view.currentIndex().row() == 503
    assert page.detail.head.whole
