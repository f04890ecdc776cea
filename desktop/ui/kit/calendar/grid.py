"""What a month and the hours of days have alike: what is shown, what is chosen, and the picture of it.

A grid moves nothing; what the user asks for is only announced. The mouse is in `grid_mouse`, the keys in `grid_keys`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.entries import DayMark, Entry, Place, Shown
from desktop.ui.kit.calendar.grid_parts import More, Spot
from desktop.ui.kit.calendar.pulling import Pull
from desktop.ui.kit.charts.bubble import paint_bubble
from desktop.ui.words import tr

NO_MARK = DayMark()
Tell = Callable[[Entry], str]


def plainly(entry: Entry) -> str:
    """Time and title."""
    return " ".join(filter(None, (entry.times(), entry.title)))


class CalendarGrid(QAbstractScrollArea):
    """The ground of month and hours. What is chosen is one entry (`chosen`) or a day alone (`place`)."""

    opened = Signal(object)  # the key of an entry, by Enter or double click
    moved = Signal(object, object)  # the Entry as it was and as it is to be
    stretched = Signal(object, object)  # the same, for its length
    refused = Signal(object)  # an Entry that does not move was pulled
    dropped = Signal(object, object)  # what came from outside [(sort, id)], the Place it was dropped on
    new_wanted = Signal(object)  # a Place
    day_wanted = Signal(object)  # the whole of this day is to be seen
    page_wanted = Signal(int)  # so many pages on
    today_wanted = Signal()
    place_changed = Signal(object)  # the Place of the cursor
    chosen_changed = Signal(object)  # the key of the chosen entry, None for none
    menu_wanted = Signal(object, QPoint)  # the key under the pointer or None, where on the screen

    def __init__(self, name: str, tell: Tell = plainly, parent: QWidget | None = None) -> None:
        """`tell` gives the bubble of an entry, its first line in bold: asked for the one that is pointed at."""
        super().__init__(parent)
        self.tell = tell
        self.shown = Shown()
        self.movable = True
        self._place = Place(date.min)
        self._key: object | None = None
        self._still: QPixmap | None = None
        self._hovered: tuple[str, QRectF] | None = None
        self._pull: Pull | None = None
        self._target: Place | None = None  # of what comes from outside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        theme.watch.changed.connect(self._stale)

    # What a kind of grid says

    def lay(self) -> None:
        """Lay out what is shown for the size there is."""
        raise NotImplementedError

    def spots(self) -> list[Spot]:
        """Where the visible entries stand; those that come later lie on top."""
        raise NotImplementedError

    def mores(self) -> list[More]:
        """Where it says that a day has more."""
        raise NotImplementedError

    def place_at(self, at: QPoint) -> Place | None:
        """The place under a point of the viewport."""
        raise NotImplementedError

    def head_at(self, at: QPoint) -> tuple[date, QRect] | None:
        """The head of a day under a point, with its box."""
        raise NotImplementedError

    def boxes_of(self, entry: Entry) -> list[QRect]:
        """Where an entry would stand that is being moved or stretched."""
        raise NotImplementedError

    def box_of_place(self, place: Place) -> QRect:
        """What is marked when something is to be dropped there, or the cursor is there."""
        raise NotImplementedError

    def cursor_box(self) -> QRect:
        """What is outlined while the keyboard is here."""
        return self.box_of_place(self._place)

    def entries_at(self, place: Place) -> list[Entry]:
        """All entries of the day or column of a place, in their order."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter) -> None:
        """Paint everything but what moves."""
        raise NotImplementedError

    def paint_spot(self, painter: QPainter, spot: Spot, *, chosen: bool) -> None:
        """Paint one entry."""
        raise NotImplementedError

    # What is shown and chosen

    def put(self, shown: Shown) -> None:
        """Show these entries; cursor and choice stay where their day and entry are still there."""
        self.shown = shown
        if self._key is not None and self.entry(self._key) is None:
            self._key = None
        self._stale()
        self._say()

    def entry(self, key: object) -> Entry | None:
        """The entry with a key."""
        return next((one for one in self.shown.entries if one.key == key), None)

    def chosen(self) -> object | None:
        """The key of the chosen entry."""
        return self._key

    def place(self) -> Place:
        """Where the cursor is."""
        return self._place

    def choose(self, key: object | None) -> None:
        """Choose an entry; the cursor goes to its day."""
        if key != self._key:
            self._key = key
            self.chosen_changed.emit(key)
        self._say()
        self.viewport().update()

    def go_to(self, place: Place, key: object | None = None) -> None:
        """Put the cursor on a place, and choose an entry there or none."""
        changed = place != self._place
        self._place = place
        self.choose(key)
        if changed:
            self.place_changed.emit(place)

    def mark_of(self, day: date) -> DayMark:
        """What is said of a day."""
        return self.shown.marks.get(day, NO_MARK)

    def _say(self) -> None:
        """The day and the chosen entry, for screen readers and automated drivers."""
        mark, here = self.mark_of(self._place.day), self.entries_at(self._place)
        entry = None if self._key is None else self.entry(self._key)
        head = ", ".join(filter(None, (mark.tip.replace("\n", ", ") or mark.title, tr("{n} entries", n=len(here)))))
        self.setAccessibleDescription(
            f"{head}: {self.tell(entry).replace(chr(10), ', ')}" if entry is not None else head
        )

    # The picture

    def _stale(self) -> None:
        self._still, self._hovered = None, None
        self.lay()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._painted())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cursor(painter)
        pulled = self._pull is not None and self._pull.begun
        painter.setOpacity(0.4 if pulled else 1.0)
        for spot in self.spots():
            if spot.entry.key == self._key:
                self.paint_spot(painter, spot, chosen=True)
        painter.setOpacity(1.0)
        self.paint_over(painter)
        if self._target is not None:
            self._mark(painter, self.box_of_place(self._target))
        self._paint_pull(painter)
        if self._hovered is not None and not (self._pull and self._pull.begun):
            text, beside = self._hovered
            paint_bubble(painter, theme.theme(), text, beside, QRectF(self.viewport().rect()))

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the entries, such as the line of the present hour."""

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            still = QPixmap(self.viewport().size() * ratio)
            still.setDevicePixelRatio(ratio)
            still.fill(theme.colour("surface"))
            painter = QPainter(still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter)
            painter.end()
            self._still = still
        return self._still

    def _paint_cursor(self, painter: QPainter) -> None:
        box = self.cursor_box()
        if box.isValid() and self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _mark(self, painter: QPainter, box: QRect) -> None:
        tint = theme.colour("selected")
        tint.setAlpha(90)
        painter.fillRect(box, tint)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _paint_pull(self, painter: QPainter) -> None:
        pull = self._pull
        if pull is None or not pull.begun:
            return
        goal = pull.goal or pull.entry
        if not pull.stretch:
            self._mark(painter, self.box_of_place(Place(goal.day, None, goal.column, timed=pull.grip.timed)))
        painter.setOpacity(0.85)
        for box in self.boxes_of(goal):
            self.paint_spot(painter, Spot(box, goal, block=goal.at is not None and pull.grip.timed), chosen=True)
        painter.setOpacity(1.0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
