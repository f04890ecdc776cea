"""卡片回填 by the keyboard alone: by number, by code, one after the other; done meanwhile, undone, read only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.models import FollowUp, Promise
from db.queries.journal import last_action
from db.store import Doing, open_store
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.rules.sheet_codes import Names, SheetCode
from desktop.services.calendar.day_sheet import DaySheet, SheetLine, computed_sheet
from desktop.services.followups import DoneDraft, log
from desktop.ui.office import Office
from desktop.ui.screens.today.keying_page import KeyingPage
from desktop.ui.screens.today.place import TodayPlace
from desktop.ui.screens.today.printed import printed_sheets, remember
from desktop.ui.top_line import take_back
from tests.ui import day_samples
from tests.ui.conftest import Answers
from tests.ui.day_samples import DayIds

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(office: Office) -> DayIds:
    return day_samples.day(office)


@pytest.fixture
def page(qtbot: QtBot, office: Office, ids: DayIds) -> KeyingPage:
    return opened(qtbot, office)[1]


def opened(qtbot: QtBot, office: Office) -> tuple[TodayPlace, KeyingPage]:
    place = day_samples.shown(qtbot, office)
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_B, CONTROL)
    assert place.keying is not None
    place.keying.parent_place = place  # type: ignore[attr-defined]  # pytest-qt holds it weakly
    return place, place.keying


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(at(), key, modifier)


def at() -> QWidget:
    """Where the cursor is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(text: str) -> None:
    """Into whatever box has the cursor."""
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.insert(text)


def find(page: KeyingPage, text: str) -> None:
    page.typed.setFocus()
    page.typed.setText(text)
    press(Qt.Key.Key_Return)


def row(office: Office, follow_up_id: int) -> FollowUp:
    with office.store.read() as session:
        found = session.get(FollowUp, follow_up_id)
        assert found is not None
        session.expunge(found)
        return found


def test_a_sheet_is_keyed_back_without_the_mouse(page: KeyingPage, office: Office, ids: DayIds) -> None:
    assert page.bar.progress.text() == "0/3"
    write("报价已送，等老板定")
    boxes = []
    for text in ("", "", "二楼会议室", "", "明天", "", "问结果", "", "", "", ""):
        press(Qt.Key.Key_Return)
        boxes.append(at().accessibleName())
        if text:
            write(text)
    assert boxes == [
        "Effective", "Way", "Note", "Day", "Next time", "Time", "Next content", "Way", "What was promised",
        "Who promised", "Due on",
    ]  # fmt: skip
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.keep_button
    press(Qt.Key.Key_Return, CONTROL)
    done = row(office, ids.planned[0])
    assert (done.state, done.result, done.note) == (FollowUpState.DONE, "报价已送，等老板定", "二楼会议室")
    assert (done.kind, done.done_on, done.effective) == (FollowUpKind.VISIT, office.today(), True)
    with office.store.read() as session:
        following = session.query(FollowUp).filter(FollowUp.follows_id == ids.planned[0]).one()
        assert (following.purpose, following.planned_on) == ("问结果", office.today() + timedelta(days=1))
    assert page.bar.progress.text() == "1/3"
    assert page.now is not None
    assert page.now.place == 2
    assert not page.line.dirty


def test_by_number_by_customer_number_and_by_code(page: KeyingPage, ids: DayIds) -> None:
    for typed, place in (("3", 3), ("k0001", 2), (SheetCode(Names.FOLLOW_UP, ids.planned[0]).text.lower(), 1)):
        find(page, typed)
        assert page.now is not None
        assert page.now.place == place
        assert page.typed.text() == ""
        assert page.list.view.current_id() == place
        assert at().accessibleName() == "Result"


@pytest.mark.parametrize("typed", ["4", "K9999", "KZF:1", "KZF:!!"])
def test_what_names_nothing_is_said_beside_it_and_nothing_moves(page: KeyingPage, typed: str) -> None:
    find(page, typed)
    assert typed in page.bar.wrong.text()
    assert page.typed.text() == typed
    assert page.now is not None
    assert page.now.place == 1
    find(page, "2")
    assert page.bar.wrong.text() == ""


def test_a_scanner_types_into_any_box(page: KeyingPage, office: Office, ids: DayIds) -> None:
    """Into the result, behind what was written there: that is asked about, the code is taken out of it."""
    assert isinstance(office.ask, Answers)
    office.ask.answers = ["keep"]
    write("谈妥")
    write(SheetCode(Names.FOLLOW_UP, ids.planned[2]).text)
    press(Qt.Key.Key_Return)
    assert row(office, ids.planned[0]).result == "谈妥"
    assert page.now is not None
    assert page.now.line.follow_up_id == ids.planned[2]


def test_a_line_of_another_sheet_is_put_behind(page: KeyingPage, office: Office, ids: DayIds) -> None:
    find(page, "K0003")
    assert page.bar.progress.text() == "0/4"
    assert page.now is not None
    assert page.now.customer is not None
    assert page.now.customer.name == "单晓燕"
    write("已拜年")
    press(Qt.Key.Key_Return, CONTROL)
    assert page.bar.progress.text() == "1/4"


def test_the_code_of_the_sheet_opens_it_as_printed_or_as_computed(
    page: KeyingPage, office: Office, ids: DayIds
) -> None:
    find(page, SheetCode(Names.SHEET, ids.other, office.today()).text)
    assert page.bar.progress.text() == "0/1"
    find(page, SheetCode(Names.SHEET, ids.me, office.today()).text)
    assert page.bar.progress.text() == "0/3"


def test_the_order_printed_outlasts_a_restart(qtbot: QtBot, office: Office, ids: DayIds) -> None:
    with office.store.read() as session:
        sheet = computed_sheet(session, office.today(), ids.me)
    turned = tuple(reversed(sheet.lines))
    remember(office, DaySheet(sheet.day, sheet.rep_id, sheet.rep, turned))
    from desktop.memory import Memory

    office.memory = Memory(office.memory._path)
    _, page = opened(qtbot, office)
    assert [one.line.follow_up_id for one in page.list.lines] == [one.follow_up_id for one in turned]


def test_what_another_program_left_in_the_memory_is_no_sheet(office: Office) -> None:
    for text in ("nonsense", "{}", "[1]", '[{"day": 1}]'):
        office.seen[f"today.sheets.{office.store.path.resolve()}"] = text
        assert printed_sheets(office) == []


def test_wrong_boxes_are_said_at_their_place(page: KeyingPage, office: Office, ids: DayIds) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    assert at().accessibleName() == "Result"
    assert row(office, ids.planned[0]).state is FollowUpState.PLANNED
    write("好")
    page.line.next.fill("purpose", "再来")
    press(Qt.Key.Key_Return, CONTROL)
    assert at().accessibleName() == "Next time"
    page.line.choose_day(office.today() + timedelta(days=7))
    press(Qt.Key.Key_Return, CONTROL)
    assert row(office, ids.planned[0]).state is FollowUpState.DONE


def test_a_promise_comes_along(page: KeyingPage, office: Office, ids: DayIds) -> None:
    write("好")
    page.line.promise.fill("text", "周五送样")
    press(Qt.Key.Key_Return, CONTROL)
    with office.store.read() as session:
        assert session.query(Promise).filter(Promise.follow_up_id == ids.planned[0]).one().text == "周五送样"


def test_done_meanwhile_is_shown_as_settled_and_never_written_over(
    page: KeyingPage, office: Office, ids: DayIds
) -> None:
    assert isinstance(office.ask, Answers)
    write("晚了一步")
    with office.store.write(Doing("followup.log", {"name": "x"})) as session:
        log(session, DoneDraft(page.now.line.customer_id, ids.planned[0], done_on=office.today(), result="电话谈好"))  # type: ignore[union-attr]
    assert page.bar.progress.text() == "1/3"
    assert page.line.dirty  # what was typed stays until one sees what happened
    press(Qt.Key.Key_Return, CONTROL)
    assert row(office, ids.planned[0]).result == "电话谈好"
    assert len(office.ask.asked) == 1
    office.ask.answers = ["drop"]
    find(page, "1")
    assert not page.keep_button.isEnabled()
    assert "电话谈好" in page.line.settled.text()


def test_undo_opens_the_line_again(page: KeyingPage, office: Office, ids: DayIds) -> None:
    write("好")
    press(Qt.Key.Key_Return, CONTROL)
    assert page.bar.progress.text() == "1/3"
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    take_back(office, last.id)
    office.jobs.wait_idle()
    assert page.bar.progress.text() == "0/3"
    find(page, "1")
    assert page.keep_button.isEnabled()


def test_left_alone_moved_and_no_answer(
    page: KeyingPage, office: Office, ids: DayIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services.followups import Move
    from desktop.ui.moving import keep_move

    press(Qt.Key.Key_PageDown, CONTROL)
    assert page.now is not None
    assert page.now.place == 2
    press(Qt.Key.Key_PageUp, CONTROL)
    assert page.now.place == 1
    press(Qt.Key.Key_PageDown, CONTROL)
    page.line.no_answer()
    press(Qt.Key.Key_Return, CONTROL)
    called = row(office, ids.planned[1])
    assert (called.state, called.effective) == (FollowUpState.DONE, False)
    tomorrow = Move(office.today() + timedelta(days=1))
    move_it: Callable[..., bool] = lambda office, row, parent: keep_move(office, row, tomorrow)  # noqa: E731
    monkeypatch.setattr("desktop.ui.screens.today.keying_page.ask_move", move_it)
    find(page, "3")
    press(Qt.Key.Key_M, CONTROL)
    assert row(office, ids.planned[2]).planned_on == tomorrow.to_on
    assert page.bar.progress.text() == "2/3"
    assert page.now.place == 1


def test_the_list_is_walked_through_and_escape_leads_back(qtbot: QtBot, office: Office, ids: DayIds) -> None:
    place, page = opened(qtbot, office)
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    assert page.now is not None
    assert page.now.place == 2
    assert page.list.view.hasFocus()
    assert isinstance(office.ask, Answers)
    page.line.done.fill("result", "写了一半")
    office.ask.answers = ["", "drop"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert place.stack.currentWidget() is page
    assert place.here() == "keying"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert place.stack.currentWidget() is place.front
    assert place.may_leave()


def test_all_done_is_said_and_an_empty_sheet_leads_back(qtbot: QtBot, office: Office, ids: DayIds) -> None:
    place, page = opened(qtbot, office)
    for _ in range(3):
        page.line.no_answer()
        press(Qt.Key.Key_Return, CONTROL)
    assert page.bar.progress.text() == "3/3"
    assert not page.keep_button.isEnabled()
    page.begin(DaySheet(office.today(), ids.me, "", ()), ids.me)
    page.list.empty.button.click()
    assert place.stack.currentWidget() is place.front


def test_a_customer_with_nothing_planned_is_keyed_back_too(page: KeyingPage, office: Office, ids: DayIds) -> None:
    customer = ids.customers["单晓燕"]
    page.begin(DaySheet(office.today(), ids.me, "", (SheetLine(customer),)), ids.me)
    write("第一次上门")
    press(Qt.Key.Key_Return, CONTROL)
    assert page.bar.progress.text() == "1/1"
    with office.store.read() as session:
        assert session.query(FollowUp).filter(FollowUp.customer_id == customer, FollowUp.result != "").count() == 1


def test_in_a_file_for_reading_nothing_is_asked(qtbot: QtBot, office: Office, ids: DayIds, tmp_path: Path) -> None:
    store = open_store(office.store.path, version="test", backups=tmp_path, read_only=True)
    whole, office.store = office.store, store
    try:
        place = day_samples.shown(qtbot, office)
        place.start_keying(None)
        page = place.keying
        assert page is not None
        assert page.list.lines
        assert not page.keep_button.isEnabled()
        assert page.line.done.isHidden()
        assert page.line.settled.isVisible()
        place.hide()
    finally:
        office.store = whole
        store.close()
