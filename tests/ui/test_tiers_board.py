"""看板: columns and cards of a scheme; cards moved by keys and by the mouse ask why; what was done is taken back."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models import Customer
from db.queries.journal import last_action
from db.queries.rounds import overrides_of
from db.store import Doing
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.rating.overrides import OverrideDraft, set_override
from desktop.services.undoing import undo
from desktop.ui.kit.board_column import ColumnPane
from desktop.ui.office import Office, Planning, Why
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.hand_box import HandBox
from desktop.ui.screens.tiers.views.board_page import BoardPage
from tests.rated_office import MAIN, TODAY, fill, rate
from tests.ui.hand_box_driving import fill as fill_box
from tests.ui.hand_box_driving import in_box
from tests.ui.tiers_samples import placed, settled


@pytest.fixture
def ids(office: Office) -> list[int]:
    """The small office, rated 300 days ago and today."""
    made = fill(office.store)
    rate(office.store, TODAY - timedelta(300))
    rate(office.store, TODAY)
    return made


def columns(page: BoardPage) -> dict[str, list[int]]:
    return {key: list(pane.cards.rows.ids) for key, pane in page.board._panes.items()}


def pane(page: BoardPage, key: str) -> ColumnPane:
    return page.board._panes[key]


def tier(office: Office, customer_id: int) -> str | None:
    with office.store.read() as session:
        return session.get_one(Customer, customer_id).value_tier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def choose(page: BoardPage, customer_id: int) -> None:
    page.board.focus_cards()
    assert page.board.go_to(customer_id)


def test_everybody_stands_in_the_column_of_his_class(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    jia, yi, bing, ding, wu = ids
    assert columns(page) == {"A": [jia], "B": [yi], "C": [bing, ding], "": [wu]}
    heads = {key: (one.column.title, one.column.note, one.column.accepts) for key, one in page.board._panes.items()}
    assert heads["A"] == ("Key customers", "￥7,000", True)
    assert heads["C"][1] == "￥1,100"
    assert heads[""] == ("No class", "￥0", True)
    card = pane(page, "B").cards.rows.row(0)
    assert card is not None
    assert (card.title, card.lines[0], card.right) == ("乙商行", "王芳", "￥1,900")
    assert card.marks == (("down", "red"),)
    assert "Fell from A" in card.tip
    assert page.bar.note.whole.startswith("Value tiers as they stand")


def test_ctrl_right_asks_for_the_reason_and_undo_takes_it_back(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    choose(page, ids[0])
    seen: list[object] = []

    def answer(box: HandBox) -> None:
        seen.append(box.form.draft.code)
        fill_box(box, reason="换了老板")

    opened = in_box(answer)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))
    assert seen == ["B"]
    settled(office, page)
    assert columns(page)["B"] == [ids[0], ids[1]]
    assert tier(office, ids[0]) == "B"
    card = pane(page, "B").cards.rows.row(0)
    assert card is not None
    assert ("by hand", "amber") in card.marks
    assert "换了老板" in card.tip
    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(office.store, last.id)
    settled(office, page)
    assert columns(page)["A"] == [ids[0]]
    assert tier(office, ids[0]) == "A"


def test_several_cards_dropped_are_one_action(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    opened = in_box(lambda box: fill_box(box, reason="联合采购"))
    page.board.dropped.emit([ids[2], ids[3]], "C", "B")
    assert opened
    settled(office, page)
    assert columns(page)["B"] == [ids[1], ids[2], ids[3]]
    with office.store.read() as session:
        last = last_action(session)
        made = overrides_of(session)
    assert last is not None
    assert last.kind == "override.set.many"
    assert {(one.customer_id, one.code, one.reason) for one in made} == {(i, "B", "联合采购") for i in ids[2:4]}


def test_without_a_reason_nothing_moves(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    opened = in_box(fill_box)
    page.board.dropped.emit([ids[0]], "A", "B")
    assert opened
    settled(office, page)
    assert columns(page)["A"] == [ids[0]]
    with office.store.read() as session:
        assert not overrides_of(session)


def test_out_of_all_classes_asks_why_too(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    office.ask.answers += [None, "停业"]  # type: ignore[attr-defined]
    page.board.dropped.emit([ids[0]], "A", "")
    assert tier(office, ids[0]) == "A"
    page.board.dropped.emit([ids[0]], "A", "")
    assert tier(office, ids[0]) is None
    settled(office, page)
    assert columns(page)[""] == [ids[0], ids[4]]


def test_only_the_leading_scheme_takes_customers_out(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    choice = SchemeChoice(office)
    choice.read()
    choice.choose("abc-80-95")
    page = placed(qtbot, BoardPage, office, choice=choice)
    assert not pane(page, "").column.accepts
    assert page.bar.note.whole.startswith("Tried out today")
    page.board.refused.emit("")
    assert "Only in the scheme that gives the value tiers" in office.notice._words.whole
    choice.choose(MAIN)
    settled(office, page)
    assert pane(page, "").column.accepts


def test_a_class_of_earlier_days_keeps_its_column_and_takes_nobody(
    qtbot: QtBot, office: Office, ids: list[int]
) -> None:
    with office.store.write(Doing("customer.tier", {"name": "戊", "tier": "D"})) as session:
        session.get_one(Customer, ids[4]).value_tier = "D"
    page = placed(qtbot, BoardPage, office)
    assert columns(page)["D"] == [ids[4]]
    assert not pane(page, "D").column.accepts
    page.board.refused.emit("D")
    assert office.notice._words.whole.startswith("D is no class")


def test_the_board_is_narrowed_by_text_and_by_rep(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    page.bar.text.setText("商行")
    qtbot.waitUntil(lambda: columns(page)["A"] == [])
    assert columns(page)["B"] == [ids[1]]
    assert "filter" in pane(page, "A").column.empty
    page.bar.clear()
    qtbot.waitUntil(lambda: columns(page)["A"] == [ids[0]])
    page.bar.rep.setCurrentIndex(page.bar.rep.findText("No rep"))
    page.bar.rep.activated.emit(page.bar.rep.currentIndex())
    assert columns(page) == {"A": [], "B": [], "C": [ids[3]], "": [ids[4]]}
    assert pane(page, "C").column.note == "￥500"
    page.reload()
    settled(office, page)
    assert columns(page)["C"] == [ids[3]]


def test_the_menu_opens_cards_the_why_and_plans(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    went: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: went.append((place, what)))
    choose(page, ids[0])
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    entries = {entry.text(): entry for entry in page.menu([ids[0]]).actions() if entry.text()}
    assert not entries["Lift what was set by hand"].isEnabled()
    entries["Promotion plan…"].trigger()
    assert [place for place, _ in went] == ["customers", "tiers", "tiers"]
    assert went[1][1] == Why(ids[0], MAIN)
    assert went[2][1] == Planning((ids[0],), MAIN)


def test_what_was_set_by_hand_is_lifted_from_the_menu(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    with office.store.write(Doing("override.set", {"name": "丁", "tier": "A"})) as session:
        set_override(session, MAIN, [ids[3]], OverrideDraft("A", "新店"), today=TODAY, rep_id=None)
    page = placed(qtbot, BoardPage, office)
    assert columns(page)["A"] == [ids[0], ids[3]]
    lift = next(one for one in page.actions_of_cards if one.key == "lift")
    assert lift.possible([ids[3]])
    assert not lift.possible([ids[0]])
    lift.do([ids[0], ids[3]])
    settled(office, page)
    assert columns(page)["C"] == [ids[2], ids[3]]


def test_the_button_sets_the_chosen_cards(qtbot: QtBot, office: Office, ids: list[int]) -> None:
    page = placed(qtbot, BoardPage, office)
    assert not page.hand.isEnabled()
    choose(page, ids[1])
    assert page.hand.isEnabled()
    opened = in_box(lambda box: fill_box(box, code="A", reason="补录"))
    page.hand.click()
    assert opened
    settled(office, page)
    assert columns(page)["A"] == [ids[0], ids[1]]


def test_an_office_without_customers_says_so(qtbot: QtBot, office: Office) -> None:
    page = placed(qtbot, BoardPage, office)
    assert page._pages.currentWidget() is page.empty
    fill(office.store)
    settled(office, page)
    assert page._pages.currentWidget() is not page.empty


def test_a_scheme_that_is_wrong_is_told_in_place_of_the_board(
    qtbot: QtBot, office: Office, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = placed(qtbot, BoardPage, office)
    gone = RuleBroken("metric_gone", "metric", metric="custom.7")
    monkeypatch.setattr(page, "reading", lambda: _raise(gone))
    page.reload()
    settled(office, page)
    assert page._pages.currentWidget() is page.empty
    assert page.empty.button.text() == "To the schemes"


def _raise(error: Exception) -> object:
    def work(_: object) -> object:
        raise error

    return work


def test_a_stopped_count_can_be_asked_for_again(
    qtbot: QtBot, office: Office, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = SchemeChoice(office)
    choice.read()
    page = BoardPage(office, choice)
    qtbot.addWidget(page)
    real = page.reading
    monkeypatch.setattr(page, "reading", lambda: _until_stopped)
    page.show()
    office.jobs.cancel()
    office.jobs.wait_idle()
    assert page.empty.button.text() == "Count again"
    monkeypatch.setattr(page, "reading", real)
    page.empty.button.click()
    office.jobs.wait_idle()
    assert columns(page)["A"] == [ids[0]]


def test_only_the_last_of_several_questions_is_answered(
    qtbot: QtBot, office: Office, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = placed(qtbot, BoardPage, office)
    real = page.reading
    monkeypatch.setattr(page, "reading", lambda: _until_stopped)
    page.reload()
    monkeypatch.setattr(page, "reading", real)
    page.reload()
    office.jobs.wait_idle()
    assert page._pages.currentWidget() is not page.empty
    assert columns(page)["A"] == [ids[0]]


def _until_stopped(progress: Progress) -> object:
    while True:
        progress.look()
        time.sleep(0.001)
