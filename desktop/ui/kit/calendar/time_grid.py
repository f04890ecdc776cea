"""Hours of days: a column for each day or each person, the hours downwards, what stands all day above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.calendar import time_paint
from desktop.ui.kit.calendar.entries import DAY_MINUTES, STEP, DayColumn, Entry, Place, Shown
from desktop.ui.kit.calendar.entry_paint import EntryPainter
from desktop.ui.kit.calendar.grid import Tell, plainly
from desktop.ui.kit.calendar.grid_parts import More, Spot
from desktop.ui.kit.calendar.hours_ground import HoursGround
from desktop.ui.kit.calendar.lanes import Row, lay_days, lay_hours, lay_row
from desktop.ui.kit.calendar.month_grid import LINE
from desktop.ui.words import tr

MOST_LINES = 5  # above the hours
OPENS_AT = 7 * 60 + 30  # the minute that is on top at first


class TimeGrid(HoursGround):
    """Columns of hours; `turn_to` shows other columns and what stands in them."""

    def __init__(self, name: str, tell: Tell = plainly, parent: QWidget | None = None) -> None:
        super().__init__(name, tell, parent)
        self.minute_now: int | None = None  # of today; a line is drawn there
        self._strip = Row()
        self._spots: list[Spot] = []
        self._mores: list[More] = []
        self._order: list[list[Entry]] = []
        self._looked = False
        self._roll = QTimer(self, interval=40)
        self._roll.timeout.connect(self._on_roll)
        self._roll_by, self._roll_at = 0, QPoint()
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one that comes and goes moves columns

    def turn_to(self, columns: Sequence[DayColumn], shown: Shown) -> None:
        """Show other columns and what stands in them."""
        self.columns = tuple(columns)
        self.put(shown)

    # Where things stand

    def _number(self, entry: Entry) -> int:
        return self.column_of(Place(entry.day, None, entry.column))

    def lay(self) -> None:
        if not self.columns:
            return
        self._lay_strip()
        self._measure()
        timed: list[list[Entry]] = [[] for _ in self.columns]
        for entry in self.shown.entries:
            if not entry.all_day and (number := self._number(entry)) >= 0:
                timed[number].append(entry)
        gap = theme.px(2)
        for number, entries in enumerate(timed):
            left, wide = self.left(number) + gap, self.left(number + 1) - self.left(number) - theme.px(8)
            for block in lay_hours(entries):
                start, end = left + wide * block.slot // block.slots, left + wide * (block.slot + 1) // block.slots
                self._spots.append(Spot(self._block(block.entry, start, end - 1), block.entry, block=True))
        above = [list(self._strip.order.get(number, ())) for number in range(len(self.columns))]
        self._order = [a + sorted(t, key=lambda one: one.starts) for a, t in zip(above, timed, strict=True)]

    def _lay_strip(self) -> None:
        """The lines above the hours: as many as are needed, up to five."""
        above = [one for one in self.shown.entries if one.all_day]
        days, first = len(self.columns), self.columns[0].day

        def laid(lines: int) -> Row:
            if not self.keyed:
                return lay_days(above, first, days, days, lines)[0]
            placed = ((one, self._number(one)) for one in above)
            return lay_row([(one, number, number) for one, number in placed if number >= 0], days, lines)

        self._strip = laid(MOST_LINES)
        deepest = max((one.lane + 1 for one in self._strip.pieces), default=0)
        self._lines = max(1, min(deepest + (1 if self._strip.more else 0), MOST_LINES))
        self._spots = [
            Spot(self._line(one.first, one.last, one.lane), one.entry, one.begins, one.ends)
            for one in self._strip.pieces
        ]
        self._mores = [
            More(self._line(n, n, MOST_LINES - 1), Place(self.columns[n].day, None, self.columns[n].key), count)
            for n, count in self._strip.more.items()
        ]

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, max(24 * self.hour - self.body().height(), 0))
        bar.setPageStep(max(self.body().height(), 1))
        if not self._looked and self.isVisible():
            self._looked = True
            bar.setValue(OPENS_AT * self.hour // 60)
        bar.blockSignals(False)

    def _line(self, first: int, last: int, lane: int) -> QRect:
        left, gap = self.left(first), theme.px(2)
        top = self.head + theme.px(3) + lane * theme.px(LINE)
        return QRect(left + gap, top, self.left(last + 1) - left - 2 * gap - 1, theme.px(LINE) - 1)

    def _block(self, entry: Entry, left: int, right: int) -> QRect:
        upper, lower = self.level(entry.starts), self.level(entry.ends)
        return QRect(left, upper + 1, right - left, max(lower - upper - 1, theme.px(17)))

    def spots(self) -> list[Spot]:
        return self._spots

    def mores(self) -> list[More]:
        return self._mores

    def spot_at(self, at: QPoint) -> Spot | None:
        hit = super().spot_at(at)
        return None if hit is not None and hit.block and at.y() < self.top else hit

    def place_at(self, at: QPoint) -> Place | None:
        inside = self.gutter <= at.x() < self.viewport().width() and 0 <= at.y() < self.viewport().height()
        if not inside or not self.columns:
            return None
        number = next(n for n in range(len(self.columns)) if at.x() < self.left(n + 1))
        column = self.columns[number]
        if at.y() < self.top:
            return Place(column.day, None, column.key, timed=True)
        minute = (at.y() - self.top + self.verticalScrollBar().value()) * 60 // self.hour
        return Place(column.day, min(minute, DAY_MINUTES - 1), column.key, timed=True)

    def head_at(self, at: QPoint) -> tuple[date, QRect] | None:
        place = self.place_at(at)
        if place is None or at.y() >= self.head:
            return None
        number = self.column_of(place)
        return place.day, QRect(self.left(number), 0, self.left(number + 1) - self.left(number), self.head)

    def boxes_of(self, entry: Entry) -> list[QRect]:
        if entry.all_day and not self.keyed:
            first, last = self.columns[0].day, self.columns[-1].day
            low, high = max(entry.day, first), min(entry.last_day, last)
            return [self._line((low - first).days, (high - first).days, 0)] if low <= high else []
        number = self._number(entry)
        if number < 0:
            return []
        if entry.all_day:
            return [self._line(number, number, 0)]
        return [self._block(entry, self.left(number) + theme.px(2), self.left(number + 1) - theme.px(6))]

    def box_of_place(self, place: Place) -> QRect:
        number = self.column_of(place)
        if number < 0:
            return QRect()
        left, wide = self.left(number), self.left(number + 1) - self.left(number)
        if place.minute is None:
            return QRect(left, 0, wide, self.viewport().height())
        start = place.minute // STEP * STEP
        upper, lower = self.level(start), self.level(start + 2 * STEP)
        return QRect(left, upper, wide, lower - upper).intersected(self.body())

    def cursor_box(self) -> QRect:
        box = self.box_of_place(self._place)
        if self._place.minute is None:
            box.setHeight(self.head)
        return box

    def entries_at(self, place: Place) -> list[Entry]:
        number = self.column_of(place)
        return self._order[number] if 0 <= number < len(self._order) else []

    # Moving

    def beside(self, by: int) -> None:
        if not self.keyed:
            super().beside(by)
            return
        number = self.column_of(self._place) + by
        if 0 <= number < len(self.columns):
            self.go_to(replace(self._place, column=self.columns[number].key, minute=None))

    def beyond(self, by: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * self.hour)

    def reveal(self, entry: Entry) -> None:
        if entry.all_day:
            return
        upper, lower, body, bar = (
            self.level(entry.starts),
            self.level(entry.ends),
            self.body(),
            self.verticalScrollBar(),
        )
        if upper < body.top():
            bar.setValue(bar.value() - (body.top() - upper) - theme.px(8))
        elif lower > body.bottom():
            bar.setValue(bar.value() + min(lower - body.bottom(), upper - body.top()) + theme.px(8))

    def aside(self, entry: Entry, by: int) -> Entry:
        number = self._number(entry) + by
        if not self.keyed:
            return replace(
                entry, day=entry.day + timedelta(by), last=None if entry.last is None else entry.last + timedelta(by)
            )
        return replace(entry, column=self.columns[number].key) if 0 <= number < len(self.columns) else entry

    @property
    def push_step(self) -> tuple[int, int]:
        return 0, STEP

    def rolled(self, at: QPoint | None) -> None:
        edge, body = theme.px(28), self.body()
        self._roll_by = 0
        if at is not None and at.y() >= body.top():
            self._roll_by = -1 if at.y() < body.top() + edge else 1 if at.y() > body.bottom() - edge else 0
            self._roll_at = at
        if self._roll_by and not self._roll.isActive():
            self._roll.start()
        elif not self._roll_by:
            self._roll.stop()

    def _on_roll(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._roll_by * theme.px(12))
        if self._pull is not None:
            self._pull.to = self.place_at(self._roll_at) or self._pull.to

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._stale()

    # The picture

    def paint_ground(self, painter: QPainter) -> None:
        time_paint.paint_hours(painter, self)
        made = EntryPainter(painter)
        painter.setClipRect(self.body())
        for spot in self._spots:
            if spot.block and spot.box.intersects(self.body()):
                made.block(spot.box, spot.entry)
        painter.setClipping(False)
        time_paint.paint_heads(painter, self)
        for spot in self._spots:
            if not spot.block:
                made.line(spot.box, spot.entry, begins=spot.begins, ends=spot.ends)
        for more in self._mores:
            made.more(more.box, tr("{count} more entries", count=more.count))

    def paint_over(self, painter: QPainter) -> None:
        time_paint.paint_now(painter, self)

    def paint_spot(self, painter: QPainter, spot: Spot, *, chosen: bool) -> None:
        made = EntryPainter(painter)
        if not spot.block:
            made.line(spot.box, spot.entry, begins=spot.begins, ends=spot.ends, chosen=chosen)
            return
        painter.save()
        painter.setClipRect(self.body())
        made.block(spot.box, spot.entry, chosen=chosen)
        painter.restore()
