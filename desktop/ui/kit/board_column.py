"""One column of a board: its head, and under it the list of its cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.rules.texts import several_lines
from desktop.ui.kit import icons, theme
from desktop.ui.kit.board_cards import BoardColumn, Fetch
from desktop.ui.kit.board_list import CardList
from desktop.ui.kit.board_paint import fitted, paint_sheet
from desktop.ui.kit.paint import ink_of, pill, pill_width
from desktop.ui.kit.tips import TIP, plain_tip
from desktop.ui.words import tr

Welcome = Literal["plain", "target", "closed"]  # what a column shows while cards hang at the pointer


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
        self.setToolTip(plain_tip(several_lines("\n".join(part for part in (column.title, column.note) if part), TIP)))
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
        self.setMinimumWidth(theme.px(184))
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
