"""One box that finds: results come as one types, without taking the cursor away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.kit import icons, theme
from desktop.ui.kit.inputs import Line
from desktop.ui.words import tr

_HIT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: `key` comes back when it is taken; texts are already translated or from the file."""

    key: object
    title: str
    detail: str = ""
    icon: str = "user"


class SearchBox(Line):
    """`find(text)` gives the hits; `taken(key)` when one is chosen by Enter or click.

    The pop-up never has the focus, so input methods go on undisturbed; only committed text is searched.
    """

    taken = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Hit]], placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setProperty("look", "search")
        self._lens = self.addAction(icons.icon("search"), Line.ActionPosition.LeadingPosition)
        icons.put(self._lens, "search")
        self._popup: _Popup | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(0)  # keys that came meanwhile are looked up together
        self._wait.timeout.connect(self.look_up)
        self.textChanged.connect(lambda _: self._wait.start())

    def look_up(self) -> None:
        """Search now for what stands in the box."""
        self._wait.stop()
        text = self.text().strip()
        if not text:
            self.close_hits()
            return
        if self._popup is None:
            self._popup = _Popup(self)
            self._popup.taken.connect(self._take)
        self._popup.put(self._find(text))

    @property
    def hits(self) -> list[Hit]:
        """The results on the screen."""
        return self._popup.hits if self._popup is not None and self._popup.isVisible() else []

    def close_hits(self) -> None:
        """Take the results away; the text stays."""
        if self._popup is not None:
            self._popup.hide()

    def _take(self, hit: Hit) -> None:
        self.close_hits()
        self.clear()
        self._wait.stop()
        self.taken.emit(hit.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.hits and self._popup is not None:
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive() or not self.hits:
                self.look_up()  # who types fast and presses Enter means what he typed, not what he saw
            if self.hits and self._popup is not None:
                self._take(self._popup.current())
        elif key == Qt.Key.Key_Escape and (self.hits or self.text()):
            if self.hits:
                self.close_hits()
            else:
                self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_hits()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.TabFocusReason):
            self.selectAll()


class _Popup(QFrame):
    """A child of the window, not a window of its own: no window manager gets between the cursor and the results."""

    taken = Signal(object)

    def __init__(self, below: SearchBox) -> None:
        super().__init__(below.window())
        self._below = below
        self.hits: list[Hit] = []
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QListWidget()
        self._list.setProperty("look", "hits")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setAccessibleName(tr("Results"))
        self._list.itemClicked.connect(lambda item: self.taken.emit(item.data(_HIT)))
        self._list.itemEntered.connect(self._list.setCurrentItem)
        self._nothing = QLabel(tr("Nothing found"))
        self._nothing.setProperty("look", "muted")
        self._nothing.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.addWidget(self._list)
        box.addWidget(self._nothing)
        below.window().installEventFilter(self)

    def put(self, hits: Sequence[Hit]) -> None:
        """Show these results under the box."""
        self.hits = list(hits)
        self._list.clear()
        for hit in self.hits:
            item = QListWidgetItem(" ".join((hit.title, hit.detail)).strip())
            item.setData(_HIT, hit)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(self.hits))
        self._nothing.setVisible(not self.hits)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window = self._below.window()
        at = self._below.mapTo(window, QPoint(0, self._below.height() + 2))
        width = max(self._below.width(), theme.px(420))
        rows = len(self.hits)
        wanted = rows * theme.px(44) + 6 if rows else self._nothing.sizeHint().height() + 6
        self.setGeometry(
            min(at.x(), max(0, window.width() - width - 4)), at.y(), width, min(wanted, window.height() - at.y() - 8)
        )

    def step(self, by: int) -> None:
        """Go to the next or the previous result, around the end."""
        self._list.setCurrentRow((self._list.currentRow() + by) % len(self.hits))

    def current(self) -> Hit:
        """The result that Enter takes."""
        return self.hits[max(self._list.currentRow(), 0)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class _HitDelegate(QStyledItemDelegate):
    """Icon, title, and a quiet second line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(200), theme.px(44))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit, cell = index.data(_HIT), option
        box: QRect = cell.rect  # type: ignore[attr-defined]
        chosen = bool(cell.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if chosen:
            painter.fillRect(box, theme.colour("selected"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        side = theme.px(18)
        painter.drawPixmap(
            box.left() + theme.px(12), box.top() + (box.height() - side) // 2, icons.pixmap(hit.icon, None, 18)
        )
        words = box.adjusted(theme.px(42), theme.px(4), -theme.px(8), -theme.px(4))
        middle = words.height() // 2 if hit.detail else words.height()
        for text, colour, size, line in (
            (hit.title, "text", 13, QRect(words.left(), words.top(), words.width(), middle)),
            (
                hit.detail,
                "muted",
                12,
                QRect(words.left(), words.top() + middle, words.width(), words.height() - middle),
            ),
        ):
            painter.setFont(theme.ui_font(theme.px(size)))
            painter.setPen(theme.colour(colour))
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter.value), fitting)
        painter.restore()
