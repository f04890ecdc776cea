"""The view of a long list: choosing, columns that are kept, copying, the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action, menu_of, put_shortcuts
from desktop.ui.kit.choosing import chosen_ids, spans_of
from desktop.ui.kit.list_copy import copied
from desktop.ui.kit.list_head import ListHead, Memory
from desktop.ui.kit.paint import CellDelegate, paint_head
from desktop.ui.kit.table import BADGE, Column, ListModel
from desktop.words import N_


class ListView(QTableView):
    """Shows a ListModel. Sorting is only announced: the screen asks the file and calls `model.set_ids`."""

    opened = Signal(object)  # the id of the row, by Enter or double click
    current_changed = Signal(object)  # the id of the current row, None for none
    chosen_changed = Signal()  # ask `chosen()`
    sort_wanted = Signal(str, bool)  # the column's sort name, True for descending
    head_toggled = Signal(object)  # the (negative) id of a group's line that was to open or close

    def __init__(
        self,
        model: ListModel[Any],
        name: str,
        memory: Memory,
        actions: Sequence[Action] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the key under which columns, widths and sorting are kept in `memory`."""
        super().__init__(parent)
        self.rows = model
        self._actions = tuple(actions)
        self._keep: tuple[int | None, set[int]] = (None, set())
        self._putting_back = False
        self._cells = CellDelegate(BADGE)
        self.setModel(model)
        self._set_up()
        self.head = ListHead(self, model.columns, f"list.{name}", memory)
        self.head.sort_wanted.connect(self.sort_wanted)
        self._measure()
        theme.watch.changed.connect(self._measure)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        self.doubleClicked.connect(self._on_double_click)
        self.clicked.connect(lambda index: self._toggle(index.row()))
        put_shortcuts(actions, self.chosen, self)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        # Hidden, because a shrinking list would ask the vertical header for every label it once had: seconds.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(self._cells)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.head.setFixedHeight(theme.px(28))

    # Choosing

    def chosen(self) -> list[int]:
        """The ids of the selected rows from top to bottom."""
        return chosen_ids(self.selectionModel().selection(), self.rows)

    def current_id(self) -> int | None:
        """The id of the row with the cursor; None on the line of a group."""
        found = self._id_under_cursor()
        return None if found is None or found < 0 else found

    def _id_under_cursor(self) -> int | None:
        row = self.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else None

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Have other columns; choice, order and widths are those remembered."""
        self.head.remember()
        self.rows.set_columns(columns)
        self.head.set_columns(self.rows.columns)

    def _on_double_click(self, index: QModelIndex) -> None:
        if self.rows.head_at(index.row()) is None:
            self.opened.emit(self.rows.ids[index.row()])

    def _toggle(self, row: int) -> bool:
        """Open or close the group whose line this is; False where it is a record's."""
        if self.rows.head_at(row) is None:
            return False
        self.head_toggled.emit(self.rows.ids[row])
        return True

    def go_to(self, wanted: int | None) -> bool:
        """Make this the current and only chosen row and bring it into sight; False if it is not in the list."""
        row = -1 if wanted is None else self.rows.row_of(wanted)
        if row < 0:
            return False
        # Said outright: Qt would look at the keyboard, and a Ctrl still held from Ctrl+S would choose nothing.
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.rows.index(row, self._first_column()), only)
        self.scrollTo(self.currentIndex())
        return True

    def _first_column(self) -> int:
        return self.head.logicalIndex(0)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def currentChanged(self, now: Any, before: Any) -> None:
        super().currentChanged(now, before)
        if now.row() != before.row() and not self._putting_back and self.rows.head_at(now.row()) is None:
            self.current_changed.emit(self.current_id())

    def _before_reset(self) -> None:
        self._keep = (self._id_under_cursor(), set(self.chosen()))

    def _after_reset(self) -> None:
        self.executeDelayedItemsLayout()  # left to itself it comes after the paint, which is then done twice
        wanted, chosen = self._keep
        row = -1 if wanted is None else self.rows.row_of(wanted)
        if row < 0:
            if wanted is not None and wanted >= 0:
                self.current_changed.emit(None)
            self.chosen_changed.emit()
            return
        model = self.selectionModel()
        index = self.rows.index(row, self._first_column())
        self._putting_back = True  # the same record on another line is no news
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._putting_back = False
        model.select(spans_of(chosen, self.rows), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    # The keyboard and the menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if not self._toggle(self.currentIndex().row()) and (wanted := self.current_id()) is not None:
                self.opened.emit(wanted)
        elif event.key() in _TURNS and self._turned(event.key()):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _turned(self, key: int) -> bool:
        """Space turns the group under the cursor, Left closes and Right opens it; False where there is none."""
        head = self.rows.head_at(self.currentIndex().row())
        if head is None:
            return False
        if key == Qt.Key.Key_Space or head.open == (key == Qt.Key.Key_Left):
            self._toggle(self.currentIndex().row())
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.ids:
            self.setCurrentIndex(self.rows.index(0, self._first_column()))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, in the columns shown and their order."""
        QGuiApplication.clipboard().setMimeData(copied(self.head.shown(), self.rows.rows(self.chosen())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(
                self.visualRect(self.currentIndex()).bottomLeft() + QPoint(theme.px(24), 0)
            )
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu(self) -> QMenu:
        """The menu of the chosen rows."""
        copy = Action("copy", N_("Copy rows"), lambda _: self.copy(), icon="copy", shortcut="Ctrl+C", apart=True)
        return menu_of([*self._actions, copy], self.chosen(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines under the rows only: the grid of a spreadsheet shouts. A bar marks the row the keyboard is in."""
        super().paintEvent(event)
        if not self.rows.ids:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        painter = QPainter(self.viewport())
        painter.setPen(theme.colour("line"))
        width = self.viewport().width()
        for row in range(first, (last if last >= 0 else len(self.rows.ids) - 1) + 1):
            bottom = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            if (head := self.rows.head_at(row)) is not None:
                paint_head(painter, QRect(0, bottom + 1 - self.rowHeight(row), width, self.rowHeight(row)), head)
            painter.drawLine(0, bottom, width, bottom)
        now = self.currentIndex().row()
        if now >= 0 and self.hasFocus():
            bar = QRect(0, self.rowViewportPosition(now), theme.px(3), self.rowHeight(now))
            painter.fillRect(bar, theme.colour("accent"))


_TURNS = (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
