"""The mouse on a calendar: it chooses, moves, stretches, and drops what comes from a list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.entries import STEP, Entry, Place
from desktop.ui.kit.calendar.grid import CalendarGrid, Tell, plainly
from desktop.ui.kit.calendar.grid_parts import More, Spot
from desktop.ui.kit.calendar.pulling import Pull, unpack

EDGE = 6  # pixels at an edge that stretch


class PointedGrid(CalendarGrid):
    """A grid that the mouse drives."""

    def __init__(self, name: str, tell: Tell = plainly, parent: QWidget | None = None) -> None:
        super().__init__(name, tell, parent)
        self._asked: tuple[list[tuple[str, int]], Place] | None = None
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._tell_dropped)

    def spot_at(self, at: QPoint) -> Spot | None:
        """The entry under a point."""
        return next((one for one in reversed(self.spots()) if one.box.contains(at)), None)

    def more_at(self, at: QPoint) -> More | None:
        """The “more” under a point."""
        return next((one for one in self.mores() if one.box.contains(at)), None)

    def is_edge(self, spot: Spot, at: QPoint) -> bool:
        """Whether a point is on the edge of an entry that stretches it."""
        if not (spot.entry.movable and self.movable and spot.ends):
            return False
        edge = theme.px(EDGE)
        if spot.block:
            return at.y() > spot.box.bottom() - edge and spot.box.height() > 2 * edge
        return self.stretches_days and at.x() > spot.box.right() - edge

    @property
    def stretches_days(self) -> bool:
        """Whether a line can be drawn over several days."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        place = self.place_at(at)
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton) or place is None:
            return
        self._hovered = None
        spot = self.spot_at(at)
        if spot is None:
            self.go_to(place)
            return
        self.go_to(Place(place.day, None, place.column, place.timed), spot.entry.key)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pull = Pull(spot.entry, at, place, self.is_edge(spot, at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, pull = event.position().toPoint(), self._pull
        if pull is None:
            self._hover(at)
            return
        if not pull.begun and (at - pull.start).manhattanLength() < QApplication.startDragDistance():
            return
        if not (pull.entry.movable and self.movable):
            self._pull = None
            self.refused.emit(pull.entry)
            return
        pull.begun = True
        pull.to = self.place_at(at) or pull.to
        self.rolled(at)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor if not pull.stretch else self._sizing(pull))
        self.viewport().update()

    def rolled(self, at: QPoint | None) -> None:
        """The pointer of a drag is there: at an edge more may come into sight. None: the drag is over."""

    def follow(self, goal: Entry) -> None:
        """Let the cursor go along with an entry that was moved, where it is now as it was asked for."""
        now = self.entry(goal.key)
        if now is not None and now.day == goal.day:
            column = goal.column or self._place.column
            self.go_to(replace(self._place, day=goal.day, column=column, minute=None), goal.key)

    def give_up(self) -> None:
        """Let go of what hangs at the pointer."""
        self._pull = None
        self.rolled(None)
        self.viewport().unsetCursor()
        self.viewport().update()

    def _sizing(self, pull: Pull) -> Qt.CursorShape:
        upright = pull.grip.timed and not pull.entry.all_day
        return Qt.CursorShape.SizeVerCursor if upright else Qt.CursorShape.SizeHorCursor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pull = self._pull
        self.give_up()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if pull is not None and pull.begun:
            goal = pull.goal
            if goal is not None:
                (self.stretched if pull.stretch else self.moved).emit(pull.entry, goal)
                self.follow(goal)
        elif (more := self.more_at(event.position().toPoint())) is not None:
            self.day_wanted.emit(more.place.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._pull = None
        if event.button() != Qt.MouseButton.LeftButton or self.more_at(at) is not None:
            return
        if (spot := self.spot_at(at)) is not None:
            self.opened.emit(spot.entry.key)
        elif (head := self.head_at(at)) is not None:
            self.day_wanted.emit(head[0])
        elif (place := self.place_at(at)) is not None and self.movable:
            self.new_wanted.emit(place)

    def _hover(self, at: QPoint) -> None:
        spot, head = self.spot_at(at), self.head_at(at)
        now: tuple[str, QRectF] | None = None
        if spot is not None:
            now = (self.tell(spot.entry), QRectF(spot.box))
        elif head is not None and (tip := self.mark_of(head[0]).tip):
            now = (tip, QRectF(head[1]))
        if spot is not None and self.is_edge(spot, at):
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if spot.block else Qt.CursorShape.SizeHorCursor)
        elif self.more_at(at) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()
        if now != self._hovered:
            self._hovered = now
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = next((one.box for one in self.spots() if one.entry.key == self._key), self.box_of_place(self._place))
            at = self.viewport().mapToGlobal(box.topLeft() + QPoint(theme.px(24), theme.px(16)))
        self.menu_wanted.emit(self._key, at)

    # Rows of a list, dropped

    def _goal(self, event: QDropEvent) -> Place | None:
        if not self.movable or unpack(event.mimeData()) is None:
            return None
        place = self.place_at(event.position().toPoint())
        if place is None or place.minute is None:
            return place
        return replace(place, minute=place.minute // STEP * STEP)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.movable and unpack(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._target = self._goal(event)
        event.setAccepted(self._target is not None)
        self.rolled(event.position().toPoint())
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        place, told = self._goal(event), unpack(event.mimeData())
        self._leave()
        event.setAccepted(place is not None)
        if place is not None and told:
            self._asked = (told, place)
            self._ask.start()

    def _leave(self) -> None:
        self._target = None
        self.rolled(None)
        self.viewport().update()

    def _tell_dropped(self) -> None:
        """Only now: a question of the screen must not open while Qt is still holding the drag."""
        if self._asked is not None:
            asked, self._asked = self._asked, None
            self.dropped.emit(*asked)
