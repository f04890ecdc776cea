"""A board: columns of cards side by side. It moves no card; what the user asks for is only announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from uuid import uuid4

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.board_cards import BoardColumn, Fetch
from desktop.ui.kit.board_column import ColumnPane, Welcome
from desktop.ui.kit.board_drag import EdgeRoll, pack, unpack
from desktop.ui.kit.board_paint import card_box, pile


class Board(QScrollArea):
    """Columns of equal width, each a list of any length; sideways it scrolls where more are than fit.

    `fetch` is given up to 64 ids and gives their cards in any order; it is asked only for what is looked at. Choice
    and cursor are in one column at a time.
    """

    opened = Signal(object)  # the id of the card, by Enter or double click
    dropped = Signal(object, str, str)  # the ids from top to bottom, the column they are in, the one they are to go to
    refused = Signal(str)  # cards were to go to this column, which takes none
    menu_wanted = Signal(object, QPoint)  # the chosen ids, where on the screen
    chosen_changed = Signal()  # ask `chosen()`
    current_changed = Signal(object)  # the id of the card with the cursor, None for none

    def __init__(self, fetch: Fetch, *, lines: int = 2, parent: QWidget | None = None) -> None:
        """`lines` is how many lines every card has under its title."""
        super().__init__(parent)
        self._fetch, self._lines = fetch, lines
        self._panes: dict[str, ColumnPane] = {}
        self._active: str | None = None  # the column with the cursor
        self._told: int | None = None
        self._level = 0  # where the cursor stood last, for the way through an empty column
        self._movable = True
        self._name = uuid4().hex  # cards of another board are not for this one
        self._from: str | None = None  # the column whose cards hang at the pointer
        self._late: tuple[tuple[BoardColumn, ...], dict[str, Iterable[int]]] | None = None
        self._asked: tuple[list[int], str, str] | None = None
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._tell_dropped)
        self._roll = EdgeRoll(self)
        self._set_up()

    def _set_up(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        floor = QFrame()
        floor.setProperty("look", "pane")
        self._row = QHBoxLayout(floor)
        self._row.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        self._row.setSpacing(theme.px(8))
        self.setWidget(floor)

    # What is shown

    def put(self, columns: Sequence[BoardColumn], ids: Mapping[str, Iterable[int]]) -> None:
        """Show these columns with the cards of their keys; scrolling, cursor and choice stay as far as they can."""
        if self._from is not None:  # columns do not change under the pointer: it is put when the drag is over
            self._late = (tuple(columns), dict(ids))
            return
        if [column.key for column in columns] != list(self._panes):
            self._arrange([column.key for column in columns])
        two = any(column.note for column in columns)
        for column in columns:
            self._panes[column.key].put(column, ids.get(column.key, ()), two=two)
        self.chosen_changed.emit()
        self._tell_current()

    def put_note(self, key: str, text: str) -> None:
        """Say something else in the second line of a column's head, such as a sum that took its time."""
        self._panes[key].say(replace(self._panes[key].column, note=text), two=True)

    def refresh(self) -> None:
        """Fetch the visible cards again: their values changed, their places did not."""
        for pane in self._panes.values():
            pane.cards.rows.refresh()

    def set_movable(self, movable: bool) -> None:
        """Whether cards can be taken up; without it the board is only read."""
        self._movable = movable
        for pane in self._panes.values():
            pane.cards.setDragEnabled(movable)

    def _arrange(self, keys: Sequence[str]) -> None:
        """Have these columns in this order; those that were there keep their place in the list."""
        before, self._panes = self._panes, {}
        for key in keys:
            self._panes[key] = before.pop(key) if key in before else self._made(key)
            self._row.addWidget(self._panes[key], 1)  # one that is there already goes to the end
        for pane in before.values():
            self._row.removeWidget(pane)
            pane.hide()
            pane.deleteLater()
        for left, right in pairwise(self._panes.values()):
            QWidget.setTabOrder(left.cards, right.cards)
        if self._active not in self._panes:
            self._active = None

    def _made(self, key: str) -> ColumnPane:
        pane = ColumnPane(self._fetch, self._lines)
        cards = pane.cards
        cards.setDragEnabled(self._movable)
        cards.opened.connect(self.opened)
        cards.menu_wanted.connect(self.menu_wanted)
        cards.chosen_changed.connect(lambda: self._on_chosen(key))
        cards.cursor_moved.connect(lambda: self._on_cursor(key))
        cards.step_wanted.connect(lambda by: self._step(key, by))
        cards.push_wanted.connect(lambda by: self._push(key, by))
        cards.taken_up.connect(lambda: self._take_up(key))
        return pane

    # What is chosen

    def chosen(self) -> tuple[str, list[int]]:
        """The column with the chosen cards and their ids from top to bottom; ("", []) for none."""
        for key, pane in self._panes.items():
            if ids := pane.cards.chosen():
                return key, ids
        return "", []

    def current_id(self) -> int | None:
        """The id of the card with the cursor."""
        return None if self._active is None else self._panes[self._active].cards.current_id()

    def go_to(self, wanted: int) -> bool:
        """Make this the only chosen card and bring it into sight; False if it is in no column."""
        for key, pane in self._panes.items():
            if (row := pane.cards.rows.row_of(wanted)) >= 0:
                pane.cards.go_to(row)
                self._active = key
                if any(other.cards.hasFocus() for other in self._panes.values()):
                    pane.cards.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(pane, theme.px(8), 0)
                return True
        return False

    def focus_cards(self) -> None:
        """Give the keyboard to the column with the cursor, at first to the first that has cards."""
        filled = (key for key, pane in self._panes.items() if pane.cards.rows.ids)
        key = self._active or next(filled, next(iter(self._panes), None))
        if key is not None:
            self._panes[key].cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, key: str) -> None:
        if self._panes[key].cards.selectionModel().hasSelection():
            self._enter(key)
        self.chosen_changed.emit()

    def _enter(self, key: str) -> None:
        """The cursor is in this column now, and what was chosen in others is no more."""
        self._active = key
        for other, pane in self._panes.items():
            if other != key and pane.cards.selectionModel().hasSelection():
                pane.cards.clearSelection()
        self._tell_current()

    def _on_cursor(self, key: str) -> None:
        if self._panes[key].cards.hasFocus():
            self._enter(key)
        self._panes[key].update()
        self._tell_current()

    def _tell_current(self) -> None:
        if self._told != (now := self.current_id()):
            self._told = now
            self.current_changed.emit(now)

    # The keyboard between columns

    def _beside(self, key: str, by: int) -> str | None:
        keys = list(self._panes)
        place = keys.index(key) + by
        return keys[place] if 0 <= place < len(keys) else None

    def _step(self, key: str, by: int) -> None:
        beside = self._beside(key, by)
        if beside is None:
            return
        level = self._panes[key].cards.level()
        self._level = self._level if level is None else level
        pane = self._panes[beside]
        row = pane.cards.row_at_level(self._level)
        if row >= 0:
            pane.cards.go_to(row)
        pane.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(pane, theme.px(8), 0)

    def _push(self, key: str, by: int) -> None:
        beside, ids = self._beside(key, by), self._panes[key].cards.chosen()
        if not self._movable or beside is None or not ids:
            return
        if self._panes[beside].column.accepts:
            self.dropped.emit(ids, key, beside)
        else:
            self.refused.emit(beside)

    # The mouse between columns

    def parcel(self, key: str, ids: Sequence[int]) -> QMimeData:
        """Cards of a column as they hang at the pointer; no other program and no other board can read them."""
        return pack(self._name, key, ids)

    def _take_up(self, key: str) -> None:
        cards = self._panes[key].cards
        ids = cards.chosen()
        if not ids or not self._movable:
            return
        drag = QDrag(self)
        drag.setMimeData(self.parcel(key, ids))
        box = card_box(cards.visualRect(cards.currentIndex()))
        first = cards.rows.row(cards.currentIndex().row())
        drag.setPixmap(pile(first, len(ids), box.width(), self._lines, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(theme.px(24), theme.px(24)))
        self._from = key
        self._show_welcome(None)
        drag.exec(Qt.DropAction.MoveAction)
        self._from = None
        self._end_drag()
        if self._late is not None:
            late, self._late = self._late, None
            self.put(*late)
        if self._asked is not None:
            self._ask.start()

    def _pane_at(self, x: int) -> str | None:
        inside = self.widget().mapFrom(self.viewport(), QPoint(x, 0)).x()
        for key, pane in self._panes.items():
            if pane.geometry().left() <= inside <= pane.geometry().right():
                return key
        return None

    def _goal(self, event: QDropEvent) -> tuple[list[int], str, str] | None:
        """What would be asked for if the cards were dropped here, None where they cannot be."""
        told, to = unpack(self._name, event.mimeData()), self._pane_at(int(event.position().x()))
        if not self._movable or told is None or to is None or to == told[0] or not self._panes[to].column.accepts:
            return None
        return told[1], told[0], to

    def _show_welcome(self, target: str | None) -> None:
        for key, pane in self._panes.items():
            closed: Welcome = "plain" if pane.column.accepts or key == self._from else "closed"
            pane.welcome("target" if key == target else closed)

    def _end_drag(self) -> None:
        self._roll.stop()
        for pane in self._panes.values():
            pane.welcome("plain")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._movable and unpack(self._name, event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        goal = self._goal(event)
        self._show_welcome(None if goal is None else goal[2])
        event.setAccepted(goal is not None)
        self._roll.pointer_at(int(event.position().x()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._roll.stop()
        self._show_welcome(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._asked = self._goal(event)
        event.setAccepted(self._asked is not None)
        self._end_drag()
        if self._from is None:
            self._ask.start()

    def _tell_dropped(self) -> None:
        """Only now: a question of the screen must not open while Qt is still holding the drag."""
        if self._asked is not None:
            asked, self._asked = self._asked, None
            self.dropped.emit(*asked)
