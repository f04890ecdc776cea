"""A month: weeks of days, each with its head and as many lines as fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.day_head import HEAD, paint_day_head, paint_weekdays
from desktop.ui.kit.calendar.entries import Entry, Place, Shown
from desktop.ui.kit.calendar.entry_paint import EntryPainter
from desktop.ui.kit.calendar.grid import Tell, plainly
from desktop.ui.kit.calendar.grid_keys import DrivenGrid
from desktop.ui.kit.calendar.grid_parts import More, Spot
from desktop.ui.kit.calendar.lanes import Row, lay_days
from desktop.ui.words import tr

LINE = 19  # pixels at 100 %
TOP = 24
FEW = 3  # lines of a day: with fewer, how many more stands beside its number


def weeks_of(month: date) -> tuple[date, int]:
    """The Monday the month's page begins with, and its number of weeks."""
    first = month.replace(day=1)
    monday = first - timedelta(first.weekday())
    following = (first + timedelta(31)).replace(day=1)
    return monday, -(-(following - monday).days // 7)


class MonthGrid(DrivenGrid):
    """The page of one month; `turn_to` shows another, then `put` what stands there."""

    def __init__(self, name: str, tell: Tell = plainly, parent: QWidget | None = None) -> None:
        super().__init__(name, tell, parent)
        self.month = date.min
        self.first, self.weeks = date(1, 1, 1), 5
        self._rows: list[Row] = []
        self._tight = False  # no line to spare for “more”
        self._spots: list[Spot] = []
        self._mores: list[More] = []
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def turn_to(self, month: date, shown: Shown) -> None:
        """Show another month and what stands in it."""
        self.month = month.replace(day=1)
        self.first, self.weeks = weeks_of(month)
        self.put(shown)

    @property
    def last(self) -> date:
        """The last day on the page."""
        return self.first + timedelta(7 * self.weeks - 1)

    # Where things stand

    def _left(self, column: int) -> int:
        return self.viewport().width() * column // 7

    def cell(self, day: date) -> QRect:
        """The box of a day; an invalid one where it is not on the page."""
        number = (day - self.first).days
        if not 0 <= number < 7 * self.weeks:
            return QRect()
        top, high = theme.px(TOP), self.viewport().height() - theme.px(TOP)
        row, column = divmod(number, 7)
        upper, lower = top + high * row // self.weeks, top + high * (row + 1) // self.weeks
        return QRect(self._left(column), upper, self._left(column + 1) - self._left(column), lower - upper)

    def lines(self) -> int:
        """How many lines a day has room for."""
        room = (self.viewport().height() - theme.px(TOP)) // self.weeks - theme.px(HEAD) - theme.px(3)
        return max(room // theme.px(LINE), 1)

    def lay(self) -> None:
        lines = self.lines()
        self._tight = lines < FEW
        self._rows = lay_days(self.shown.entries, self.first, 7 * self.weeks, 7, lines, spare=not self._tight)
        self._spots = [
            Spot(self._line(n, one.first, one.last, one.lane), one.entry, one.begins, one.ends)
            for n, row in enumerate(self._rows)
            for one in row.pieces
        ]
        self._mores = [
            More(self._more_box(n, column), Place(self.first + timedelta(7 * n + column)), count)
            for n, row in enumerate(self._rows)
            for column, count in row.more.items()
        ]

    def _more_box(self, row: int, column: int) -> QRect:
        """The last line of a day; where there are few, beside its number."""
        if not self._tight:
            return self._line(row, column, column, self.lines() - 1)
        day = self.cell(self.first + timedelta(7 * row + column))
        return QRect(day.left() + theme.px(24), day.top() + theme.px(3), theme.px(32), theme.px(18))

    def _line(self, row: int, first: int, last: int, lane: int) -> QRect:
        left = self.cell(self.first + timedelta(7 * row + first))
        right = self.cell(self.first + timedelta(7 * row + last))
        top = left.top() + theme.px(HEAD) + lane * theme.px(LINE)
        gap = theme.px(3)
        return QRect(left.left() + gap, top, right.right() - left.left() - 2 * gap, theme.px(LINE) - 1)

    def spots(self) -> list[Spot]:
        return self._spots

    def mores(self) -> list[More]:
        return self._mores

    def place_at(self, at: QPoint) -> Place | None:
        top, high = theme.px(TOP), self.viewport().height() - theme.px(TOP)
        if at.y() < top or not 0 <= at.x() < self.viewport().width() or at.y() >= self.viewport().height():
            return None
        row = next(n for n in range(self.weeks) if at.y() < top + high * (n + 1) // self.weeks)
        column = next(n for n in range(7) if at.x() < self._left(n + 1))
        return Place(self.first + timedelta(7 * row + column))

    def head_at(self, at: QPoint) -> tuple[date, QRect] | None:
        place = self.place_at(at)
        if place is None:
            return None
        box = self.cell(place.day)
        box.setHeight(theme.px(HEAD))
        return (place.day, box) if box.contains(at) else None

    def boxes_of(self, entry: Entry) -> list[QRect]:
        found = []
        for row in range(self.weeks):
            low = self.first + timedelta(7 * row)
            start, end = max(entry.day, low), min(entry.last_day, low + timedelta(6))
            if start <= end:
                found.append(self._line(row, (start - low).days, (end - low).days, 0))
        return found

    def box_of_place(self, place: Place) -> QRect:
        return self.cell(place.day)

    def entries_at(self, place: Place) -> list[Entry]:
        number = (place.day - self.first).days
        if not 0 <= number < 7 * self.weeks or not self._rows:
            return []
        return list(self._rows[number // 7].order.get(number % 7, ()))

    def beyond(self, by: int) -> None:
        self.go_to(replace(self._place, day=self._place.day + timedelta(7 * by)))

    # The picture

    def paint_ground(self, painter: QPainter) -> None:
        width = self.viewport().width()
        for number in range(7 * self.weeks):
            self._paint_day(painter, self.first + timedelta(number))
        paint_weekdays(painter, QRect(0, 0, width, theme.px(TOP)))
        made = EntryPainter(painter)
        for spot in self._spots:
            made.line(spot.box, spot.entry, begins=spot.begins, ends=spot.ends)
        for more in self._mores:
            made.more(more.box, f"+{more.count}" if self._tight else tr("{count} more entries", count=more.count))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box, mark = self.cell(day), self.mark_of(day)
        dim = (day.year, day.month) != (self.month.year, self.month.month)
        if dim or mark.off:
            painter.fillRect(box, theme.colour("ground" if dim else "sunken"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        head = QRect(box.left(), box.top(), box.width(), theme.px(HEAD))
        number = (day - self.first).days
        taken = theme.px(28) if self._tight and self._rows[number // 7].more.get(number % 7) else 0
        named = dim and not taken and day in (self.first, day.replace(day=1))
        today = day == self.shown.today
        paint_day_head(painter, head, day, mark, today=today, dim=dim, month=named, taken=taken)

    def paint_spot(self, painter: QPainter, spot: Spot, *, chosen: bool) -> None:
        EntryPainter(painter).line(spot.box, spot.entry, begins=spot.begins, ends=spot.ends, chosen=chosen)
