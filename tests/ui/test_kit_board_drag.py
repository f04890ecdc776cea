"""Cards at the pointer: where they may be dropped, what is asked then, and what is left behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import BoardColumn
from desktop.ui.kit.board_paint import pile
from tests.ui.board_driving import (
    COLUMNS,
    CONTROL,
    EACH,
    KEYS,
    LEFT,
    PLAIN,
    PLAINLY,
    SHIFT,
    Driven,
    Source,
    drop,
    enter,
    hover,
    numbered,
    opened,
    shown,
)

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def full() -> dict[str, Sequence[int]]:
    return {key: numbered(n) for n, key in enumerate(KEYS)}


@pytest.fixture
def made(qtbot: QtBot, full: dict[str, Sequence[int]]) -> Driven:
    return opened(qtbot, full)


def test_cards_dropped_on_another_column_are_asked_for(made: Driven) -> None:
    ids = numbered(0)[2:5]
    data = made.board.parcel("A", ids)
    assert made.board.viewport().acceptDrops()
    assert not any(pane.acceptDrops() or pane.cards.viewport().acceptDrops() for pane in map(made.pane, KEYS))
    assert enter(made, data, "B")
    assert hover(made, data, made.over("C"))
    assert shown(made) == {**PLAINLY, "C": "target", "none": "closed"}
    assert hover(made, data, made.over("B"))
    assert shown(made) == {**PLAINLY, "B": "target", "none": "closed"}
    assert drop(made, data, "B")
    assert made.dropped == [(ids, "A", "B")]
    assert shown(made) == PLAINLY
    assert list(made.cards("A").rows.ids) == numbered(0)


def test_a_closed_column_and_its_own_take_no_cards(made: Driven) -> None:
    data = made.board.parcel("A", numbered(0)[:1])
    assert enter(made, data, "A")
    for key in ("A", "none"):
        assert not hover(made, data, made.over(key))
        assert not drop(made, data, key)
    assert (made.dropped, shown(made)) == ([], PLAINLY)


def test_leaving_the_board_takes_the_marks_back(made: Driven) -> None:
    data = made.board.parcel("A", numbered(0)[:1])
    enter(made, data, "B")
    hover(made, data, made.over("B"))
    made.board.dragLeaveEvent(QDragLeaveEvent())
    assert "target" not in shown(made).values()


def test_nothing_else_can_be_dropped(made: Driven, qtbot: QtBot) -> None:
    other = Board(Source())
    qtbot.addWidget(other)
    text = QMimeData()
    text.setText("card 1")
    for data in (other.parcel("A", numbered(0)[:1]), text):
        assert not enter(made, data, "B")
        assert not hover(made, data, made.over("B"))
        assert not drop(made, data, "B")
    assert made.dropped == []


def test_only_read(made: Driven) -> None:
    made.board.set_movable(False)
    data = made.board.parcel("A", numbered(0)[:1])
    assert not enter(made, data, "B")
    assert not drop(made, data, "B")
    made.click("B", 1)
    made.key("B", Qt.Key.Key_Right, CONTROL)
    made.key("B", Qt.Key.Key_Right)
    assert (made.dropped, made.refused) == ([], [])
    assert made.board.chosen() == ("C", [numbered(2)[1]])
    assert not made.cards("A").dragEnabled()
    made.board.put((BoardColumn("late", "Late"), *COLUMNS), {})
    assert not made.cards("late").dragEnabled()


def test_the_board_rolls_on_at_its_edges(made: Driven, qtbot: QtBot) -> None:
    made.board.resize(600, 600)
    QApplication.processEvents()
    bar, data = made.board.horizontalScrollBar(), made.board.parcel("A", numbered(0)[:1])
    enter(made, data, "B")
    hover(made, data, QPointF(590, 300))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    hover(made, data, QPointF(5, 300))
    qtbot.waitUntil(lambda: bar.value() == 0)
    made.board.dragLeaveEvent(QDragLeaveEvent())


Played = Callable[[QMimeData], None]


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> list[Played]:
    """What the mouse does while Qt holds a drag. Without a screen Qt ends every drag at once, so here it is played."""
    steps: list[Played] = []

    def held(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        for step in steps:
            step(drag.mimeData())
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", held)
    return steps


def pull(made: Driven, key: str, row: int) -> None:
    """Press on a card and draw the mouse away from it."""
    cards, at = made.cards(key), made.at(key, row)
    QTest.mousePress(cards.viewport(), LEFT, PLAIN, at)
    for way in (QPoint(2, 2), QPoint(40, 30), QPoint(80, 30)):
        QTest.mouseMove(cards.viewport(), at + way)
    QTest.mouseRelease(cards.viewport(), LEFT, PLAIN, at + QPoint(80, 30))


def test_pulling_the_chosen_cards_away(made: Driven, full: dict[str, Sequence[int]], hand: list[Played]) -> None:
    seen: list[object] = []
    hand += [
        lambda data: seen.append(shown(made)),
        lambda data: seen.append(enter(made, data, "C")),
        lambda data: made.put({**full, "A": numbered(0, 9)}),
        lambda data: seen.append(len(made.cards("A").rows.ids)),
        lambda data: seen.append(drop(made, data, "C")),
        lambda data: seen.append(len(made.dropped)),
    ]
    made.click("A", 1)
    made.click("A", 2, SHIFT)
    pull(made, "A", 1)
    assert seen == [{**PLAINLY, "none": "closed"}, True, EACH, True, 0], "nothing moves or is asked under the pointer"
    assert len(made.cards("A").rows.ids) == 9, "what was put meanwhile is shown after the drag"
    QApplication.processEvents()
    assert made.dropped == [(numbered(0)[1:3], "A", "C")]
    assert shown(made) == PLAINLY


def test_pulling_a_card_that_was_not_chosen(made: Driven, hand: list[Played]) -> None:
    seen: list[bool] = []
    hand += [lambda data: seen.append(enter(made, data, "A")), lambda data: seen.append(drop(made, data, "A"))]
    made.click("A", 0)
    pull(made, "B", 2)
    QApplication.processEvents()
    assert seen == [True, True]
    assert made.dropped == [([numbered(1)[2]], "B", "A")]


def test_a_drag_given_up_leaves_nothing_behind(made: Driven, hand: list[Played]) -> None:
    hand += [lambda data: void(enter(made, data, "C")), lambda data: void(hover(made, data, made.over("C")))]
    pull(made, "A", 1)
    QApplication.processEvents()
    assert (made.dropped, shown(made)) == ([], PLAINLY)
    assert made.board.chosen() == ("A", [numbered(0)[1]])


def test_nothing_is_pulled_away_where_it_is_only_read(made: Driven, hand: list[Played]) -> None:
    hand.append(lambda data: pytest.fail("a drag began"))
    made.board.set_movable(False)
    pull(made, "A", 1)


def void(_result: object) -> None:
    """For steps whose result is not looked at."""


def test_the_pile_is_as_high_as_its_cards(made: Driven) -> None:
    card = made.cards("A").rows.row(0)
    one, many = pile(card, 1, 200, 2, 1.0), pile(card, 1234, 200, 2, 2.0)
    assert many.deviceIndependentSize().height() > one.deviceIndependentSize().height()
    assert many.devicePixelRatio() == 2.0
