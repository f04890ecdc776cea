"""The cards of one column of a board: a list of any length with mouse and keyboard."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.board_cards import CardModel, Fetch
from desktop.ui.kit.board_paint import CardDelegate, card_height
from desktop.ui.kit.choosing import chosen_ids, spans_of

_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_Cursor = QAbstractItemView.CursorAction
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class CardList(QTableView):
    """The cards of a column. It moves nothing: what is asked of other columns is only announced.

    A table of one column, because Qt's list view walks through all its rows whenever its width changes.
    """

    opened = Signal(object)  # the id, by Enter or double click
    menu_wanted = Signal(object, QPoint)  # the chosen ids, where on the screen
    taken_up = Signal()  # the chosen cards are being dragged away
    step_wanted = Signal(int)  # the cursor wants to go -1 left or 1 right
    push_wanted = Signal(int)  # so do the chosen cards
    chosen_changed = Signal()
    cursor_moved = Signal()

    def __init__(self, fetch: Fetch, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = CardModel(fetch, self)
        self.faces = CardDelegate(lines, self)
        self._lines = lines
        self.empty = ""
        self.setProperty("look", "board")
        self.setModel(self.rows)
        self.setItemDelegate(self.faces)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)  # the board itself takes what is dropped
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.measure()
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.ids[index.row()]))

    def measure(self) -> None:
        """Take the heights of the text size in use."""
        self.verticalHeader().setDefaultSectionSize(card_height(self._lines))

    # What is chosen

    def chosen(self) -> list[int]:
        """The ids of the chosen cards from top to bottom."""
        return chosen_ids(self.selectionModel().selection(), self.rows)

    def current_id(self) -> int | None:
        """The id of the card with the cursor."""
        row = self.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else None

    def put(self, ids: Iterable[int]) -> None:
        """Show these cards; the place in the list stays, and so do cursor and choice where their cards are still here.

        Where the card with the cursor has gone the cursor stands on the one that took its place.
        """
        fresh = array("q", ids)
        if fresh == self.rows.ids:
            self.rows.refresh()
            return
        wanted, row = self.current_id(), self.currentIndex().row()
        chosen, at = set(self.chosen()), self.verticalScrollBar().value()
        self.rows.set_ids(fresh)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(at)
        if row < 0 or not fresh:
            return
        found = -1 if wanted is None else self.rows.row_of(wanted)
        index = self.rows.index(found if found >= 0 else min(row, len(fresh) - 1), 0)
        self.setAutoScroll(False)  # the cursor may be out of sight, and the list stays where it was all the same
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setAutoScroll(True)
        spans = spans_of(chosen, self.rows)
        if chosen and spans.isEmpty():
            spans.select(index, index)
        self.selectionModel().select(spans, _ONLY)

    def go_to(self, row: int) -> None:
        """Make this the only chosen card and bring it into sight."""
        # Said outright: Qt would look at the keyboard, and a Ctrl still held would choose nothing.
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _ONLY)
        self.scrollTo(self.currentIndex())

    def level(self) -> int | None:
        """How far below the upper edge the card with the cursor stands, in pixels; None without one."""
        box = self.visualRect(self.currentIndex())
        return box.center().y() if box.isValid() else None

    def row_at_level(self, level: int) -> int:
        """The card nearest to that height; -1 in an empty column."""
        row = self.rowAt(min(max(level, 0), self.viewport().height() - 1))
        return row if row >= 0 else len(self.rows.ids) - 1

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def currentChanged(self, now: Any, before: Any) -> None:
        super().currentChanged(now, before)
        self.cursor_moved.emit()

    # Mouse and keyboard

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self.taken_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            if (wanted := self.current_id()) is not None:
                self.opened.emit(wanted)
        elif key in _SIDES and held == Qt.KeyboardModifier.ControlModifier:
            self.push_wanted.emit(_SIDES[key])
        elif key in _SIDES and not held:
            self.step_wanted.emit(_SIDES[key])
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the ends of the column; a table would stay in its line."""
        ends = {_Cursor.MoveHome: 0, _Cursor.MoveEnd: len(self.rows.ids) - 1}
        return self.rows.index(ends[action], 0) if action in ends else super().moveCursor(action, held)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: Qt would fetch every card to find one that begins so; the search box is there for that."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            self.rows.ids
            and event.reason() != Qt.FocusReason.MouseFocusReason
            and not self.selectionModel().hasSelection()
        ):
            self.go_to(max(self.currentIndex().row(), 0))
        self.cursor_moved.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.scrollTo(self.currentIndex())
            box = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(box.bottomLeft() + QPoint(theme.px(24), -theme.px(8)))
        if chosen := self.chosen():
            self.menu_wanted.emit(chosen, at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.ids:
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme.colour("muted"))
        room = self.viewport().rect().adjusted(theme.px(12), theme.px(16), -theme.px(12), 0)
        how = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(how.value) | int(Qt.TextFlag.TextWordWrap.value), self.empty)
