"""Real widgets, without a screen: what is typed, and how long until what it changes has been painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, SignalInstance
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTableView, QVBoxLayout, QWidget

from tests.bench.ledger import milliseconds

PATIENCE = 5.0  # seconds


class Painted(QObject):
    """Knows whether one of some widgets has been painted since it was made, or since `changed` was emitted."""

    def __init__(self, widgets: Sequence[QWidget], changed: SignalInstance | None = None) -> None:
        super().__init__()
        self._widgets, self._changed = widgets, changed
        self.seen, self._counts = False, changed is None
        if changed is not None:
            changed.connect(self._count)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or (self._counts and event.type() == QEvent.Type.Paint)
        return False

    def _count(self) -> None:
        self._counts = True

    def leave(self) -> None:
        """Watch no longer."""
        for widget in self._widgets:
            widget.removeEventFilter(self)
        if self._changed is not None:
            self._changed.disconnect(self._count)


def until_painted(
    widgets: Sequence[QWidget], work: Callable[[], object], changed: SignalInstance | None = None
) -> float:
    """Milliseconds from the beginning of `work` until one of `widgets` has been painted, after `changed` if given."""
    painted = Painted(widgets, changed)

    def whole() -> None:
        end = time.monotonic() + PATIENCE
        work()
        while not painted.seen:
            QApplication.processEvents()
            assert time.monotonic() < end, "nothing was painted"

    taken = milliseconds(whole)
    painted.leave()
    return taken


def commit(field: QLineEdit, typed: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(typed)
    QApplication.sendEvent(field, event)


class BareSearch(QWidget):
    """The floor of searching: a field, and a list that shows twelve ready texts at each key."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.list = QLineEdit(), QListWidget()
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.resize(600, 600)

    def _fill(self, _typed: str) -> None:
        self.list.clear()
        self.list.addItems([f"杭州华东办公设备有限公司 {number}" for number in range(12)])


class _Rows(QAbstractTableModel):
    """As many rows as asked for, each with the same text in twelve columns."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else 12

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return f"杭州华东 {index.row()}" if role == 0 else None


class BareTable(QTableView):
    """The floor of a long list: Qt's own view over rows that are made up where they are asked for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.made_up = _Rows(count)
        self.setModel(self.made_up)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.resize(760, 660)

    def anew(self) -> None:
        """As if all rows were others now."""
        self.made_up.beginResetModel()
        self.made_up.endResetModel()
