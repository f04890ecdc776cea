"""What all charts have: a picture, marks to point at, the keyboard, copying."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action, menu_of, put_shortcuts
from desktop.ui.kit.charts.bubble import paint_bubble, paint_ring
from desktop.ui.kit.charts.lettering import Lettering
from desktop.ui.kit.charts.marks import MarkList, Marks, Move
from desktop.ui.kit.charts.tables import Table
from desktop.ui.kit.palettes import LIGHT
from desktop.ui.kit.theme import Theme
from desktop.ui.words import tr
from desktop.words import N_

_MOVES: dict[int, Move] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_PageDown: "forth",
}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SHARP = 2  # pixels of a copied picture for each of the screen, so that it stays sharp in a letter


class Drawing(Protocol):
    """A chart laid out for one place and one look."""

    @property
    def marks(self) -> Marks:
        """What can be pointed at."""

    def paint(self, painter: QPainter) -> None:
        """Paint it where it was laid out, on any device."""


class Chart(QWidget):
    """The ground of all charts. A kind of chart says how it is laid out (`_drawing`) and what it is as a `table`."""

    picked = Signal(object)  # the key of the mark that was clicked or entered

    def __init__(self, title: str = "", *, name: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        """`title` is painted above the chart; `name` names one without a title to screen readers and on copies."""
        super().__init__(parent)
        self._title, self._name, self._empty = title, title or name, empty or tr("There is nothing to show yet.")
        self._laid: Drawing | None = None
        self._still: QPixmap | None = None
        self._hovered: int | None = None
        self._focused: int | None = None
        self._pressed: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._empty)
        theme.watch.changed.connect(self._stale)
        put_shortcuts(self._copies(), tuple, self)

    # What a kind of chart says

    def _drawing(self, area: QRectF, look: Theme) -> Drawing | None:
        """The chart laid out in `area`; None while it has nothing to show."""
        raise NotImplementedError

    def table(self) -> Table:
        """What the chart shows, in its words."""
        raise NotImplementedError

    # The picture

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(180))

    def paint_on(self, painter: QPainter, box: QRectF, look: Theme) -> None:
        """Paint the chart with its name into `box` of any device; scale the painter for a printer."""
        self._paint(painter, box, look, self._name, self._arranged(box, look, self._name))

    def picture(self) -> QImage:
        """The chart as a picture on white paper, as large as it stands on the screen."""
        size = self.size().expandedTo(self.minimumSizeHint())
        image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARP)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self.paint_on(painter, QRectF(QPointF(), QSizeF(size)), Theme(LIGHT, theme.theme().percent))
        painter.end()
        return image

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())

    def copy_table(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setMimeData(self.table().mime())

    def _arranged(self, box: QRectF, look: Theme, title: str) -> Drawing | None:
        edge = look.px(8)
        top = Lettering(look).height("title") + look.px(10) if title else 0
        return self._drawing(box.adjusted(edge, edge + top, -edge, -edge), look)

    def _paint(self, painter: QPainter, box: QRectF, look: Theme, title: str, laid: Drawing | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters, edge = Lettering(look), look.px(8)
        if title:
            head = QRectF(box.left() + edge, box.top() + edge, box.width() - 2 * edge, letters.height("title"))
            letters.write(painter, head, title, size="title", bold=True)
        if laid is None:
            letters.write_lines(painter, box.adjusted(edge, edge, -edge, -edge), self._empty)
        else:
            laid.paint(painter)

    def _stale(self) -> None:
        """Lay out and paint anew: other values, another size, another look."""
        self._laid, self._still, self._hovered, self._pressed = None, None, None, None
        self.updateGeometry()
        self.update()

    def _news(self) -> None:
        """To be called when the values have changed; the mark with the keyboard keeps it by its key."""
        before = self.marks[self._focused].key if self._focused is not None and self._laid is not None else None
        self._stale()
        self._focused = None
        if not self.isVisible():  # nobody looks: laying out thousands of points can wait for its size
            return
        if before is not None:
            self._focused = self.marks.number_of(before)
        if self._focused is None and self.hasFocus() and len(self.marks):
            self._focused = 0
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    def _now(self) -> Drawing | None:
        if self._laid is None:
            self._laid = self._arranged(QRectF(self.rect()), theme.theme(), self._title)
        return self._laid

    @property
    def marks(self) -> Marks:
        """What can be pointed at, where it stands now."""
        laid = self._now()
        return MarkList() if laid is None else laid.marks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid, self._still, self._hovered = None, None, None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks, look = self.marks, theme.theme()
        focused = self._focused if self.hasFocus() else None
        if focused is not None:
            paint_ring(painter, look, marks[focused], focused=True)
        elif self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        if self._hovered is not None and self._hovered != focused:
            paint_ring(painter, look, marks[self._hovered], focused=False)
        told = self._hovered if self._hovered is not None else focused
        if told is not None:
            paint_bubble(painter, look, marks[told].text, marks[told].box, QRectF(self.rect()))

    def _painted(self) -> QPixmap:
        """The chart without what moves: painted once for each size, look and set of values."""
        if self._still is None or self._still.devicePixelRatio() != self.devicePixelRatio():
            still = QPixmap(self.size() * self.devicePixelRatio())
            still.setDevicePixelRatio(self.devicePixelRatio())
            still.fill(Qt.GlobalColor.transparent)
            painter = QPainter(still)
            self._paint(painter, QRectF(self.rect()), theme.theme(), self._title, self._now())
            painter.end()
            self._still = still
        return self._still

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover(self.marks.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(None)

    def hover(self, number: int | None) -> None:
        """Point at a mark, as the mouse does; None at nothing."""
        if number != self._hovered:
            self._hovered = number
            leads = number is not None and self.marks[number].key is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.marks.at(event.position())
            if self._pressed is not None:
                self._focus_on(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if self.marks.at(event.position()) == pressed:
            self._take(pressed)

    def _take(self, number: int) -> None:
        key = self.marks[number].key
        if key is not None:
            self.picked.emit(key)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(event.key())
        if move and len(self.marks) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            before = self._focused
            self._hovered = None  # what the keyboard asks for is told, wherever the mouse was left
            self._focus_on(0 if before is None else self.marks.moved(before, move))
            event.setAccepted(before != self._focused)  # at the edge the page may scroll
        elif event.key() in _TAKES and self._focused is not None:
            self._take(self._focused)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._focused is None and len(self.marks):
            self._focus_on(0)
        self.update()

    def _focus_on(self, number: int) -> None:
        self._focused = number
        self._say()
        self.update()

    def _say(self) -> None:
        """The figures of the mark, for screen readers and automated drivers."""
        if self._focused is not None:
            said = self.marks[self._focused].text.replace("\n", "; ")
        else:
            said = tr("The arrow keys lead from mark to mark.") if len(self.marks) else self._empty
        self.setAccessibleDescription(said)

    # The menu

    def _copies(self) -> tuple[Action, ...]:
        def copy(key: str, text: str, do: Callable[[], None], icon: str, shortcut: str) -> Action:
            return Action(key, text, lambda _: do(), icon, shortcut, (0, None), lambda _: self._shows_something())

        return (
            copy("copy_table", N_("Copy table"), self.copy_table, "copy", "Ctrl+C"),
            copy("copy_picture", N_("Copy picture"), self.copy_picture, "chart-bar-popular", "Ctrl+Shift+C"),
        )

    def _shows_something(self) -> bool:
        return self._now() is not None

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        return menu_of(self._copies(), (), self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._focused is not None:
            at = self.mapToGlobal(self.marks[self._focused].box.center().toPoint() + QPoint(theme.px(8), 0))
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
