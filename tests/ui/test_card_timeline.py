"""跟进 on the card: a series is one line, moves are told, comments are answered, everything by keys and undone."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.queries.comments import comments
from db.store import Doing
from db.vocabulary import FollowUpKind, FollowUpState, Verdict
from desktop.services.calendar.series import SeriesDraft, start_series
from desktop.services.desk.callbacks import CallbackDraft, save_callback
from desktop.services.desk.comments import add_comment
from desktop.services.followups import DoneDraft, Move, Others, PlanDraft, log, move, plan
from desktop.ui.comment_box import CommentBox
from desktop.ui.moving import MoveBox
from desktop.ui.office import Office
from desktop.ui.screens.customers.timeline import TimelineTab
from tests.ui import card_samples as samples
from tests.ui.card_driving import last, press, shown, steps, tab, undo_by_notice, write

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED


def in_box(do: object) -> None:
    """Call `do` with the box that opens over the window."""
    QTimer.singleShot(0, lambda: do(QApplication.activeModalWidget()))  # type: ignore[operator]


def told(page: TimelineTab, key: str) -> str:
    """What the detail says under a title; "" where it is not shown."""
    label, value = page.detail.texts[key]
    return "" if label.isHidden() else value.text()


@pytest.fixture
def customer_id(office: Office) -> int:
    samples.reps(office)
    return samples.plain(office)


def test_a_series_is_one_line_until_it_is_unfolded(qtbot: QtBot, office: Office, customer_id: int) -> None:
    draft = SeriesDraft(
        customer_id, kind=FollowUpKind.CALL, purpose="问库存", rule="FREQ=WEEKLY;BYDAY=MO", starts_on=date(2026, 11, 16)
    )
    with office.store.write(Doing("series.start", {"name": "x"})) as session:
        start_series(session, draft, date(2026, 11, 15))
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    made = [row for row in steps(office, customer_id) if row.series_id is not None]
    overdue, following = made[0], made[1]
    assert list(page.model.ids)[:2] == [overdue.id, following.id], "what is overdue is never folded away"
    assert len(page.model.ids) == 2
    line = page._lines[following.id]
    assert f"{len(made) - 2} more" in page._shown.what(line)
    assert "Monday" in page._shown.what(line)
    page.view.go_to(following.id)
    page.view.setFocus()
    press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert len(page.model.ids) == len(made)
    page.view.go_to(made[5].id)
    page.detail.repeats.button.click()
    assert len(page.model.ids) == 2
    assert page.view.current_id() in page.model.ids


def test_everything_of_a_visit_is_told(qtbot: QtBot, office: Office, customer_id: int) -> None:
    colleague = next(one for one in _reps(office) if one != office.me.rep_id)
    done = DoneDraft(
        customer_id, kind=FollowUpKind.VISIT, done_on=date(2026, 11, 20), result="看了车间", place="新区分厂",
        cost=Decimal("86.50"), others=Others((), (colleague,)),
    )  # fmt: skip
    with office.store.write(Doing("followup.log", {"name": "x"})) as session:
        step = plan(session, PlanDraft(customer_id, planned_on=date(2026, 11, 17)))
        move(session, step, Move(date(2026, 11, 19), reason="客户不在"), date(2026, 11, 16))
        move(session, step, Move(date(2026, 11, 26), reason="客户改约"), date(2026, 11, 18))
        visit = log(session, done)
        draft = CallbackDraft(visit, Verdict.DIFFERS, "说没见到人")
        save_callback(session, draft, rep_id=colleague, today=office.today())
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    page.view.go_to(visit)
    assert (told(page, "place"), told(page, "people"), told(page, "cost")) == ("新区分厂", "赵国强", "￥86.50")
    assert "说没见到人" in told(page, "callback")
    page.view.go_to(step)
    assert told(page, "moves").splitlines() == [
        "first planned for 11-17, put off 2 times", "11-17 → 11-19 · 客户不在", "11-19 → 11-26 · 客户改约",
    ]  # fmt: skip
    assert "put off 2 times" in page._shown.what(page._lines[step])


def _reps(office: Office) -> list[int]:
    from db.queries.office import reps

    with office.store.read() as session:
        return [one.id for one in reps(session)]


def test_a_comment_that_must_be_answered_stands_out_and_is_answered(
    qtbot: QtBot, office: Office, customer_id: int
) -> None:
    chief = next(one for one in _reps(office) if one != office.me.rep_id)
    with office.store.write(Doing("followup.log", {"name": "x"})) as session:
        step = log(session, DoneDraft(customer_id, done_on=date(2026, 11, 20), result="聊了聊"))
        add_comment(
            session, step, "谈到价格了吗？", rep_id=chief, now=datetime(2026, 11, 21, 18), must_answer=True
        )  # fmt: skip
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    page.view.go_to(step)
    assert page._shown.colour(page._lines[step]) == "amber"
    assert "谈到价格了吗？" in page.detail.asked.words.text()

    def answered(box: object) -> None:
        assert isinstance(box, CommentBox)
        write(box.thread_of.entry, "谈了，下周给报价")
        box.thread_of.keep.click()

    in_box(answered)
    page.detail.asked.button.click()
    with office.store.read() as session:
        asked, answer = comments(session, [step])[step]
    assert (asked.open, answer.answers_id, answer.text) == (False, asked.id, "谈了，下周给报价")
    assert page.detail.asked.isHidden()
    assert page._shown.colour(page._lines[step]) == "muted"
    assert "谈了，下周给报价" in told(page, "comments")


def test_keys_move_change_cancel_and_reopen(qtbot: QtBot, office: Office, customer_id: int) -> None:
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        step = plan(session, PlanDraft(customer_id, planned_on=date(2026, 11, 20), purpose="送样"))
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    page.view.go_to(step)
    page.view.setFocus()
    assert page._shown.colour(page._lines[step]) == "red"

    def moved(box: object) -> None:
        assert isinstance(box, MoveBox)
        box.days[0].click()
        box.yes.click()

    control = Qt.KeyboardModifier.ControlModifier
    in_box(moved)
    press(Qt.Key.Key_M, control)
    assert steps(office, customer_id)[0].planned_on == date(2026, 11, 23)
    assert page._shown.colour(page._lines[step]) == "amber"
    with qtbot.waitActive(view):
        view.activateWindow()
    page.view.setFocus()
    press(Qt.Key.Key_E, control)
    assert page.writing
    assert page.form.next.draft.purpose == "送样"
    press(Qt.Key.Key_Escape)
    page.view.setFocus()
    press(Qt.Key.Key_Backspace, control)
    assert steps(office, customer_id)[0].state is CANCELLED
    press(Qt.Key.Key_R, control)
    assert steps(office, customer_id)[0].state is PLANNED
    assert last(office).kind == "followup.reopen"
    undo_by_notice(office)
    assert steps(office, customer_id)[0].state is CANCELLED


def test_a_fair_is_not_overdue_before_it_is_over(qtbot: QtBot, office: Office, customer_id: int) -> None:
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        step = plan(session, PlanDraft(customer_id, planned_on=date(2026, 11, 20), until_on=date(2026, 11, 24)))
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    assert page._shown.when(page._lines[step]) == "today"
    assert view.head.chip.state == "soon"
    assert page._shown.colour(page._lines[step]) == "amber"


def test_any_of_many_planned_ones_can_be_completed(qtbot: QtBot, office: Office, customer_id: int) -> None:
    with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
        made = [plan(session, PlanDraft(customer_id, planned_on=date(2026, 12, day))) for day in range(1, 31)]
    view = shown(qtbot, office, customer_id)
    page = tab(view, "timeline", TimelineTab)
    page.complete(made[-1])
    write(page.form.done.editor("result"), "提前做了")
    assert page.form.keep()
    states = {row.id: row.state for row in steps(office, customer_id)}
    assert states[made[-1]] is DONE
    assert len(states) == 30, "completed, not written beside it"
