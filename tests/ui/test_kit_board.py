"""A board of columns: long ones, choosing, and the keyboard between them."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import CardModel
from desktop.ui.kit.board_column import ColumnPane
from desktop.ui.kit.table import PAGE
from tests.ui.board_driving import (
    COLUMNS,
    CONTROL,
    EACH,
    KEYS,
    LEFT,
    PLAIN,
    SHIFT,
    Driven,
    Source,
    numbered,
    opened,
)

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def full() -> dict[str, Sequence[int]]:
    return {key: numbered(n) for n, key in enumerate(KEYS)}


@pytest.fixture
def made(qtbot: QtBot, full: dict[str, Sequence[int]]) -> Driven:
    return opened(qtbot, full)


def test_the_model_keeps_what_qt_demands() -> None:
    model: QAbstractItemModel = CardModel(Source())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(model, CardModel)
    model.set_ids(numbered(0, 300))
    model.set_ids([])
    assert tester.model() is model


def test_twenty_thousand_cards_cost_one_page_a_column(qtbot: QtBot, full: dict[str, Sequence[int]]) -> None:
    source = Source()
    began = time.perf_counter()
    board = Board(source)
    qtbot.addWidget(board)
    board.resize(1300, 700)
    board.put(COLUMNS, full)
    with qtbot.waitExposed(board):
        board.show()
    board.grab()
    print(f"\nopen with {sum(map(len, full.values())):,} cards: {1000 * (time.perf_counter() - began):.0f} ms")
    assert sorted(source.asked) == [list(ids[:PAGE]) for ids in full.values()]


def test_the_far_end_is_one_more_page(made: Driven) -> None:
    made.source.asked.clear()
    made.cards("B").scrollToBottom()
    made.board.grab()
    assert len(made.source.asked) <= 2
    assert numbered(1)[-1] in made.source.asked[0]


def test_columns_share_the_width_and_scroll_when_they_cannot(made: Driven) -> None:
    widths = {pane.width() for pane in made.board.findChildren(ColumnPane)}
    assert max(widths) - min(widths) <= 1
    assert made.board.horizontalScrollBar().maximum() == 0
    made.board.resize(600, 600)
    QApplication.processEvents()
    assert {pane.width() for pane in made.board.findChildren(ColumnPane)} == {theme.px(184)}
    assert made.board.horizontalScrollBar().maximum() > 0
    made.board.go_to(numbered(4)[0])
    assert made.board.viewport().rect().contains(made.over("none").toPoint())


def test_a_row_is_as_wide_as_the_column_and_all_are_of_one_height(made: Driven) -> None:
    cards = made.cards("A")
    boxes = [cards.visualRect(cards.rows.index(n, 0)) for n in range(3)]
    assert {box.width() for box in boxes} == {cards.viewport().width()}
    assert boxes[1].top() - boxes[0].top() == boxes[2].top() - boxes[1].top() == boxes[0].height()


def test_choosing_several_in_a_column_and_in_one_only(made: Driven) -> None:
    made.click("B", 1)
    made.click("B", 3, CONTROL)
    assert made.board.chosen() == ("B", [numbered(1)[1], numbered(1)[3]])
    made.click("B", 3)
    made.click("B", 5, SHIFT)
    assert made.board.chosen() == ("B", numbered(1)[3:6])
    made.click("C", 2)
    assert made.board.chosen() == ("C", [numbered(2)[2]])
    assert made.cards("B").chosen() == []
    assert made.board.current_id() == numbered(2)[2]
    assert made.current[-1] == numbered(2)[2]


def test_all_of_a_column(made: Driven) -> None:
    made.click("A", 0)
    made.source.asked.clear()
    made.key("A", Qt.Key.Key_A, CONTROL)
    assert made.board.chosen() == ("A", numbered(0))
    assert made.source.asked == []


def test_arrows_go_to_the_nearest_card_beside(made: Driven) -> None:
    made.click("A", 2)
    made.key("A", Qt.Key.Key_Down)
    made.key("A", Qt.Key.Key_Right)
    assert (made.focused(), made.board.chosen()) == ("B", ("B", [numbered(1)[3]]))
    made.key("B", Qt.Key.Key_Left)
    made.key("A", Qt.Key.Key_Left)  # there is nothing further left
    assert (made.focused(), made.board.chosen()) == ("A", ("A", [numbered(0)[3]]))


def test_arrows_go_to_what_is_in_sight_not_to_the_same_number(made: Driven) -> None:
    made.cards("B").scrollToBottom()
    made.click("A", 1)
    made.key("A", Qt.Key.Key_Right)
    current = made.board.current_id()
    assert current is not None
    assert current > numbered(1)[-20]


def test_arrows_pass_through_an_empty_column_at_their_level(made: Driven) -> None:
    made.put({"A": numbered(0), "C": numbered(2), "D": numbered(3, 1)})
    made.click("A", 3)
    made.key("A", Qt.Key.Key_Right)
    assert (made.focused(), made.board.chosen(), made.board.current_id()) == ("B", ("", []), None)
    made.key("B", Qt.Key.Key_Right)
    assert made.board.chosen() == ("C", [numbered(2)[3]])
    made.key("C", Qt.Key.Key_Right)
    assert made.board.chosen() == ("D", [numbered(3)[0]]), "the last card where the column is shorter"


def test_home_and_end_are_those_of_the_column(made: Driven) -> None:
    made.click("A", 2)
    made.key("A", Qt.Key.Key_End)
    assert made.board.chosen() == ("A", [numbered(0)[-1]])
    made.key("A", Qt.Key.Key_Home)
    assert made.board.chosen() == ("A", [numbered(0)[0]])
    made.key("A", Qt.Key.Key_PageDown)
    made.key("A", Qt.Key.Key_End, SHIFT)
    assert len(made.board.chosen()[1]) > EACH - 20
    made.put({})
    made.key("A", Qt.Key.Key_End)
    assert made.board.chosen() == ("", [])


def test_tab_walks_the_columns_and_gives_each_a_cursor(made: Driven) -> None:
    made.board.focus_cards()
    assert made.board.chosen() == ("A", [numbered(0)[0]])
    QTest.keyClick(made.cards("A"), Qt.Key.Key_Tab)
    assert (made.focused(), made.board.chosen()) == ("B", ("B", [numbered(1)[0]]))
    QTest.keyClick(made.cards("B"), Qt.Key.Key_Backtab)
    assert (made.focused(), made.board.chosen()) == ("A", ("A", [numbered(0)[0]]))


def test_typing_letters_fetches_nothing(made: Driven) -> None:
    made.click("A", 0)
    made.source.asked.clear()
    made.key("A", Qt.Key.Key_Z)
    made.board.grab()
    assert made.source.asked == []


def test_enter_and_double_click_open(made: Driven) -> None:
    made.click("C", 2)
    made.key("C", Qt.Key.Key_Return)
    made.click("C", 4)
    QTest.mouseDClick(made.cards("C").viewport(), LEFT, PLAIN, made.at("C", 4))
    assert made.opened == [numbered(2)[2], numbered(2)[4]]


def test_ctrl_arrows_ask_to_move_and_move_nothing(made: Driven) -> None:
    made.click("B", 1)
    made.click("B", 2, SHIFT)
    made.key("B", Qt.Key.Key_Right, CONTROL)
    made.key("B", Qt.Key.Key_Left, CONTROL)
    ids = numbered(1)[1:3]
    assert made.dropped == [(ids, "B", "C"), (ids, "B", "A")]
    assert list(made.cards("B").rows.ids) == numbered(1)
    made.click("A", 0)
    made.key("A", Qt.Key.Key_Left, CONTROL)
    assert len(made.dropped) == 2


def test_a_column_that_takes_none_refuses(made: Driven) -> None:
    made.click("D", 0)
    made.key("D", Qt.Key.Key_Right, CONTROL)
    assert (made.dropped, made.refused) == ([], ["none"])
    made.click("none", 0)
    made.key("none", Qt.Key.Key_Left, CONTROL)
    assert made.dropped == [([numbered(4)[0]], "none", "D")], "but its own cards may leave it"


def test_the_menu_is_for_the_chosen_cards(made: Driven) -> None:
    cards = made.cards("B")
    made.click("B", 1)
    made.click("B", 2, CONTROL)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        at = made.at("B", 1)
        QApplication.sendEvent(cards.viewport(), QContextMenuEvent(reason, at, cards.viewport().mapToGlobal(at)))
    assert [ids for ids, _ in made.menus] == [numbered(1)[1:3]] * 2
    assert made.menus[0][1] == cards.viewport().mapToGlobal(made.at("B", 1))
    assert cards.viewport().rect().contains(cards.viewport().mapFromGlobal(made.menus[1][1]))


def test_a_right_click_chooses_the_card_under_it(made: Driven) -> None:
    cards = made.cards("C")
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.RightButton, PLAIN, made.at("C", 3))
    assert made.board.chosen() == ("C", [numbered(2)[3]])


def test_no_menu_where_nothing_is_chosen(made: Driven) -> None:
    cards = made.cards("B")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(cards.viewport(), event)
    assert made.menus == []
