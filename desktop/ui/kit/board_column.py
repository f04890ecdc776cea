"""One column of a board: its head, and the list of its cards with mouse and keyboard."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any, Literal

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.board_cards import BoardColumn, CardModel, Fetch
from desktop.ui.kit.board_paint import CardDelegate, card_height, fitted, paint_sheet
from desktop.ui.kit.choosing import chosen_ids, spans_of
from desktop.ui.kit.paint import ink_of, pill, pill_width
from desktop.ui.words import tr

Welcome = Literal["plain", "target", "closed"]  # what a column shows while cards hang at the pointer

_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
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


class ColumnHead(QWidget):
    """Pill, title and count; under them a quiet line. While cards hang at the pointer a closed column says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = BoardColumn("", "")
        self._count = 0
        self._closed = False

    def say(self, column: BoardColumn, count: int, *, closed: bool) -> None:
        """Show another state of the column."""
        self._column, self._count, self._closed = column, count, closed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, column = QPainter(self), self._column
        line = QRect(theme.px(10), theme.px(6), self.width() - theme.px(20), theme.px(20))
        if self._closed:
            side = theme.px(16)
            painter.drawPixmap(line.right() - side + 1, line.center().y() - side // 2 + 1, icons.pixmap("ban", "red"))
            line.setRight(line.right() - side - theme.px(8))
        else:
            painter.setPen(theme.colour("muted"))
            count = f"{self._count:,}"
            fitted(painter, line, count, int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value))
            line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(count) - theme.px(8))
        self._paint_title(painter, line)
        painter.setFont(theme.ui_font(theme.px(12)))
        painter.setPen(theme.colour("muted"))
        fitted(painter, QRect(theme.px(10), theme.px(28), self.width() - theme.px(20), theme.px(18)), column.note)

    def _paint_title(self, painter: QPainter, line: QRect) -> None:
        column = self._column
        mark = "" if column.badge is None else column.mark or column.title
        painter.setFont(theme.ui_font(theme.px(13), bold=True))
        if column.badge is not None:
            width = min(pill_width(painter.fontMetrics(), mark), line.width())
            word = painter.fontMetrics().elidedText(mark, Qt.TextElideMode.ElideRight, width - theme.px(6))
            pill(painter, QRect(line.left(), line.top(), width, line.height()), word, ink_of(column.badge))
            line.setLeft(line.left() + width + theme.px(8))
        if mark != column.title:
            painter.setPen(theme.colour("text"))
            fitted(painter, line, column.title)


class ColumnPane(QFrame):
    """A column: head and cards on a ground that shows whether cards may be dropped on it."""

    def __init__(self, fetch: Fetch, lines: int) -> None:
        super().__init__()
        self.column = BoardColumn("", "")
        self._welcome: Welcome = "plain"
        self._two = False
        self.head = ColumnHead(self)
        self.cards = CardList(fetch, lines, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 2, 2, theme.px(4))
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.cards, 1)
        self._measure()
        theme.watch.changed.connect(self._measure)

    def _measure(self) -> None:
        self.setMinimumWidth(theme.px(190))
        self.cards.measure()
        self.head.setFixedHeight(theme.px(50 if self._two else 32))

    def put(self, column: BoardColumn, ids: Iterable[int], *, two: bool) -> None:
        """Show the column with these cards; `two` keeps room for a second line in the head."""
        self.cards.put(ids)
        self.say(column, two=two)

    def say(self, column: BoardColumn, *, two: bool) -> None:
        """Say something else of the same cards."""
        self.column, self._two = column, two
        self.cards.empty = column.empty
        spoken = tr("{title}: {count} cards", title=column.title, count=len(self.cards.rows.ids))
        for widget in (self, self.cards):
            widget.setAccessibleName(spoken)
        self.cards.setAccessibleDescription(column.note if self.cards.rows.ids else column.empty)
        self._measure()
        self._tell_head()
        self.cards.viewport().update()

    def welcome(self, how: Welcome) -> None:
        """Show that cards at the pointer would land here, cannot, or that nothing is being dragged."""
        if how == self._welcome:
            return
        self._welcome = how
        self.cards.faces.faint = how == "closed"
        self.cards.viewport().update()
        self._tell_head()
        self.update()

    def _tell_head(self) -> None:
        self.head.say(self.column, len(self.cards.rows.ids), closed=self._welcome == "closed")

    @property
    def shows(self) -> Welcome:
        """What the column shows of a drag."""
        return self._welcome

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the head goes to the column, as one on its cards does."""
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._welcome == "target":
            paint_sheet(painter, self.rect(), "selected_quiet", "accent", 2)
        else:
            paint_sheet(painter, self.rect(), "sunken", "border" if self.cards.hasFocus() else "line")
