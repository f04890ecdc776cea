"""A board driven as a user does: by keys, by the mouse, and by what hangs at its pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import BoardCard, BoardColumn
from desktop.ui.kit.board_column import ColumnPane
from desktop.ui.kit.board_list import CardList

FIRST = 2**52  # ids pass 31 bits
EACH = 4_000
KEYS = ("A", "B", "C", "D", "none")
COLUMNS = tuple(
    BoardColumn(key, key, f"￥{n}", badge=n, accepts=key != "none", empty="Nothing here yet.")
    for n, key in enumerate(KEYS)
)
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAINLY = dict.fromkeys(KEYS, "plain")  # what the columns show while nothing is dragged


class Source:
    """Makes cards and notes how it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def __call__(self, ids: Sequence[int]) -> list[BoardCard]:
        self.asked.append(list(ids))
        found = [
            BoardCard(i, f"card {i - FIRST}", ("one", "two"), "￥8", (("up", "green"),), f"<tip> {i - FIRST}")
            for i in ids
            if i not in self.gone
        ]
        return found[::-1]


class Driven:
    """A board, its source, and what it announced."""

    def __init__(self, board: Board, source: Source) -> None:
        self.board, self.source = board, source
        self.dropped: list[tuple[list[int], str, str]] = []
        self.refused: list[str] = []
        self.opened: list[int] = []
        self.current: list[int | None] = []
        self.menus: list[tuple[list[int], QPoint]] = []
        board.dropped.connect(lambda ids, frm, to: self.dropped.append((ids, frm, to)))
        board.refused.connect(self.refused.append)
        board.opened.connect(self.opened.append)
        board.current_changed.connect(self.current.append)
        board.menu_wanted.connect(lambda ids, at: self.menus.append((ids, at)))

    def pane(self, key: str) -> ColumnPane:
        return next(pane for pane in self.board.findChildren(ColumnPane) if pane.column.key == key)

    def cards(self, key: str) -> CardList:
        return self.pane(key).cards

    def put(self, ids: dict[str, Sequence[int]]) -> None:
        self.board.put(COLUMNS, ids)

    def key(self, which: str, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.cards(which), key, held)

    def at(self, key: str, row: int) -> QPoint:
        cards = self.cards(key)
        return cards.visualRect(cards.rows.index(row, 0)).center()

    def click(self, key: str, row: int, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.cards(key).viewport(), LEFT, held, self.at(key, row))

    def focused(self) -> str | None:
        return next((key for key in KEYS if self.cards(key).hasFocus()), None)

    def over(self, key: str) -> QPointF:
        pane = self.pane(key)
        return QPointF(pane.mapTo(self.board.viewport(), pane.rect().center()))


def numbered(column: int, count: int = EACH) -> list[int]:
    return [FIRST + column * EACH + n for n in range(count)]


def opened(qtbot: QtBot, full: dict[str, Sequence[int]]) -> Driven:
    """A board with five columns of 4,000 cards, on the screen."""
    source = Source()
    board = Board(source)
    qtbot.addWidget(board)
    board.resize(1100, 600)
    board.put(COLUMNS, full)
    with qtbot.waitActive(board):
        board.show()
    board.grab()
    return Driven(board, source)


# What Qt does with a drag, straight to the board: sent through the application such an event goes to whatever took the
# last one, and that may be a widget of another test that is gone.


def enter(made: Driven, data: QMimeData, key: str) -> bool:
    """What is dragged comes to a column; False where the board does not want it."""
    at = made.over(key)
    event = QDragEnterEvent(at.toPoint(), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    event.setAccepted(False)
    made.board.dragEnterEvent(event)
    return event.isAccepted()


def hover(made: Driven, data: QMimeData, at: QPointF) -> bool:
    """What is dragged is over a place; False where it cannot be dropped."""
    event = QDragMoveEvent(at.toPoint(), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    event.setAccepted(False)
    made.board.dragMoveEvent(event)
    return event.isAccepted()


def drop(made: Driven, data: QMimeData, key: str) -> bool:
    """What is dragged is let go over a column."""
    event = QDropEvent(made.over(key), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    event.setAccepted(False)
    made.board.dropEvent(event)
    QApplication.processEvents()
    return event.isAccepted()


def shown(made: Driven) -> dict[str, str]:
    """What each column shows of the drag."""
    return {key: made.pane(key).shows for key in KEYS}
