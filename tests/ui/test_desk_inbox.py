"""Follow-ups to read on the desk: read marks, comments and answers, what a callback found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from db.queries.callbacks import callbacks
from db.queries.comments import comments, unanswered
from db.store import Who
from db.vocabulary import Verdict
from desktop.services.desk.comments import add_comment
from desktop.ui.callback_box import CallbackBox
from desktop.ui.office import Office
from desktop.ui.screens.desk.inbox.inbox_page import ANSWERS, UNREAD, WEEK, InboxPage
from desktop.ui.screens.desk.inbox.read_marks import FIRST_LOOK, KEY, ReadMarks
from tests.services.desk.small_desk import SmallDesk, small_desk
from tests.ui.desk_showing import SUNDAY, asked, column, show_page


@pytest.fixture
def desk(office: Office) -> SmallDesk:
    made = small_desk(office.store)
    office.be(Who(made.reps["王芳"], "王芳"))
    return made


@pytest.fixture
def shown(qtbot: QtBot, office: Office, desk: SmallDesk) -> Iterator[Any]:
    yield partial(show_page, qtbot, office)
    office.jobs.wait_idle()


def test_going_on_marks_as_read_and_the_machine_remembers(shown: Any, desk: SmallDesk, office: Office) -> None:
    office.seen[KEY] = '{"since": "2026-11-20", "ids": []}'
    first, second = desk.done("甲", SUNDAY), desk.done("乙", SUNDAY - timedelta(days=1), effective=False)
    desk.done("丙", SUNDAY - timedelta(days=5))  # before anybody looked
    page = shown(InboxPage)
    assert list(page.model.ids) == [first, second]
    page.pane.comments.entry.setFocus()
    QTest.keyClick(page.pane.comments.entry, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.pane.told.line.id == second
    assert column(page.view, "unread") == ["", "unread"]
    page.on.click()
    assert ReadMarks(office.seen, SUNDAY).read(second)
    page.which.setCurrentIndex(page.which.findData(WEEK))
    assert len(page.model.ids) == 3
    page.which.setCurrentIndex(page.which.findData(UNREAD))
    assert list(page.model.ids) == []
    assert page.panel.empty.button.text() == "Show this week"


def test_whoever_sits_down_sees_what_is_his(shown: Any, desk: SmallDesk, office: Office) -> None:
    desk.done("甲", SUNDAY)
    page = shown(InboxPage)
    assert page.rep.currentData() is None, "the supervisor sees everybody's"
    office.be(Who(desk.reps["张伟"], "张伟"))
    assert page.rep.currentData() == desk.reps["张伟"]
    page.which.setCurrentIndex(page.which.findData(WEEK))
    office.be(Who(desk.reps["王芳"], "王芳"))
    assert (page.rep.currentData(), page.which.currentData()) == (None, UNREAD)


def test_a_comment_that_must_be_answered_is_answered_here(
    qtbot: QtBot, shown: Any, desk: SmallDesk, office: Office
) -> None:
    visit = desk.done("甲", SUNDAY)
    page = shown(InboxPage)
    thread = page.pane.comments
    thread.entry.setPlainText("为什么没有谈价格？")
    thread.must.setChecked(True)
    QTest.keyClick(thread.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: thread.entry.toPlainText() == "")
    asking = desk.ask(unanswered)
    assert [(one.asked_by, one.of, one.text) for one in asking] == [("王芳", "张伟", "为什么没有谈价格？")]
    assert column(page.view, "said") == ["to be answered"]
    office.be(Who(desk.reps["张伟"], "张伟"))
    [row] = desk.ask(lambda s: comments(s, [visit]))[visit]
    thread._answer(row)
    assert thread.to.text() == "Answer to: 为什么没有谈价格？"
    thread.entry.setPlainText("客户不在，周二再谈")
    thread.keep.click()
    assert desk.ask(unanswered) == []
    page.which.setCurrentIndex(page.which.findData(WEEK))  # he was shown what he had to answer, and that is done
    assert column(page.view, "said") == ["2"]


def test_what_was_typed_stays_with_its_follow_up_and_is_asked_about(
    shown: Any, desk: SmallDesk, office: Office
) -> None:
    first, second = desk.done("甲", SUNDAY, done_time=None), desk.done("乙", SUNDAY - timedelta(days=1))
    office.seen[KEY] = '{"since": "2026-11-20", "ids": []}'
    page = shown(InboxPage)
    page.pane.comments.entry.setPlainText("还没写完")
    page.step(1)
    assert page.pane.told.line.id == second
    assert page.pane.comments.entry.toPlainText() == ""
    page.step(-1)
    assert page.pane.told.line.id == first
    assert page.pane.comments.entry.toPlainText() == "还没写完"
    asked(office).answers.append("")
    assert not page.may_leave()
    asked(office).answers.append("drop")
    assert page.may_leave()


def test_marks_nobody_can_read_are_none() -> None:
    memory = {KEY: "[nonsense"}
    marks = ReadMarks(memory, SUNDAY)
    assert marks.first_day(SUNDAY) == SUNDAY - timedelta(days=FIRST_LOOK)
    marks.mark([5])
    assert ReadMarks(memory, SUNDAY + timedelta(days=40)).first_day(SUNDAY + timedelta(days=40)) == date(2026, 12, 19)
    assert ReadMarks(memory, SUNDAY).read(5)


def test_a_verdict_that_differs_says_how(qtbot: QtBot, desk: SmallDesk, office: Office) -> None:
    from desktop.services.desk.inbox import told

    visit = desk.done("甲", SUNDAY)
    about = desk.ask(lambda s: told(s, visit))
    assert about is not None
    box = CallbackBox(office, about, ())
    qtbot.addWidget(box)
    box.show()
    box.form.editor("verdict").put(Verdict.DIFFERS)
    box.accept()
    assert box.isVisible()
    box.form.editor("note").put("客户说没人来过")
    box.accept()
    assert not box.isVisible()
    found = desk.ask(lambda s: callbacks(s, [visit]))[visit]
    assert (found.verdict, found.note, found.rep) == (Verdict.DIFFERS, "客户说没人来过", "王芳")


def test_a_rep_is_shown_first_what_he_has_to_answer(shown: Any, desk: SmallDesk, office: Office) -> None:
    mine, other = desk.done("甲", SUNDAY - timedelta(days=30)), desk.done("戊", SUNDAY)

    def ask(session: Any) -> None:
        for about in (mine, other):
            add_comment(session, about, "？", rep_id=None, now=office.now(), must_answer=True)

    desk.do(ask)
    office.be(Who(desk.reps["张伟"], "张伟"))
    page = shown(InboxPage)
    assert (page.which.currentData(), page.rep.currentText()) == (ANSWERS, "张伟")
    assert list(page.model.ids) == [mine]


def test_a_comment_of_one_s_own_is_deleted_and_brought_back(shown: Any, desk: SmallDesk, office: Office) -> None:
    visit = desk.done("甲", SUNDAY)
    desk.do(lambda s: add_comment(s, visit, "不错", rep_id=desk.reps["张伟"], now=office.now()))
    desk.do(lambda s: add_comment(s, visit, "写错了", rep_id=desk.reps["王芳"], now=office.now()))
    page = shown(InboxPage)
    bins = [one for one in page.pane.comments.findChildren(QToolButton) if one.accessibleName() == "Delete comment"]
    assert len(bins) == 1
    bins[0].click()
    assert [one.text for one in desk.ask(lambda s: comments(s, [visit]))[visit]] == ["不错"]
    office.notice.findChildren(QPushButton)[0].click()
    office.jobs.wait_idle()
    assert len(desk.ask(lambda s: comments(s, [visit]))[visit]) == 2
