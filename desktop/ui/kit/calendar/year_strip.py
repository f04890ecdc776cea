"""A year: twelve small months, each day the darker the more stands on it, with its number of entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.day_head import weekday
from desktop.ui.kit.calendar.entries import DayMark
from desktop.ui.kit.calendar.entry_paint import CENTRE, LEFT, RIGHT, SMALL, TEXT
from desktop.ui.kit.calendar.month_grid import weeks_of
from desktop.ui.kit.charts.bubble import paint_bubble
from desktop.ui.words import tr

STEPS = (0.1, 0.22, 0.36, 0.72, 0.94)  # how much of the accent is in a day, from few to many


class YearStrip(QWidget):
    """`turn_to` shows a year; a click or Enter asks for a day, one on the name of a month for that month."""

    day_wanted = Signal(object)
    month_wanted = Signal(object)  # its first day
    page_wanted = Signal(int)
    today_wanted = Signal()
    day_changed = Signal(object)  # the day of the cursor

    def __init__(self, name: str) -> None:
        super().__init__()
        self.year, self.today = 2000, date.min
        self.counts: Mapping[date, int] = {}
        self.marks: Mapping[date, DayMark] = {}
        self._day = date(2000, 1, 1)
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(theme.px(560), theme.px(360)))
        theme.watch.changed.connect(self.update)

    def turn_to(self, year: int, counts: Mapping[date, int], marks: Mapping[date, DayMark], today: date) -> None:
        """Show a year with so many entries on its days."""
        self.year, self.counts, self.marks, self.today = year, counts, marks, today
        if self._day.year != year:
            self._day = today if today.year == year else date(year, 1, 1)
        self._say()
        self.update()

    def day(self) -> date:
        """The day of the cursor."""
        return self._day

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        if day != self._day:
            self._day = day
            self._say()
            self.update()
            self.day_changed.emit(day)

    def words_of(self, day: date) -> str:
        """The bubble of a day: its name, its marks, how many entries."""
        mark, count = self.marks.get(day, DayMark()), self.counts.get(day, 0)
        first = mark.tip or mark.title or day.isoformat()
        return "\n".join((first, tr("1 follow-up") if count == 1 else tr("{n} follow-ups", n=count)))

    def _say(self) -> None:
        self.setAccessibleDescription(self.words_of(self._day).replace("\n", ", "))

    # Where things stand

    def across(self) -> int:
        """How many months stand side by side."""
        return 4 if self.width() > self.height() * 1.1 else 3

    def month_box(self, month: int) -> QRect:
        """The box of a month, 1 to 12."""
        across = self.across()
        row, column = divmod(month - 1, across)
        down, edge = 12 // across, theme.px(8)
        wide, high = self.width() - edge, self.height() - edge
        left, top = edge + wide * column // across, edge + high * row // down
        return QRect(left, top, wide // across - edge, high // down - edge)

    def cell(self, day: date) -> QRect:
        """The box of a day."""
        box = self.month_box(day.month)
        head = theme.px(22) + theme.px(16)
        monday, _ = weeks_of(day)
        row, column = divmod((day - monday).days, 7)
        wide, high = box.width(), box.height() - head
        left, top = box.left() + wide * column // 7, box.top() + head + high * row // 6
        return QRect(
            left, top, box.left() + wide * (column + 1) // 7 - left, box.top() + head + high * (row + 1) // 6 - top
        )

    def day_at(self, at: QPoint) -> date | None:
        """The day under a point."""
        for month in range(1, 13):
            if not self.month_box(month).contains(at):
                continue
            first = date(self.year, month, 1)
            days = (first + timedelta(n) for n in range(31))
            return next((one for one in days if one.month == month and self.cell(one).contains(at)), None)
        return None

    # The picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("surface"))
        most = max((n for day, n in self.counts.items() if day.year == self.year), default=1)
        for month in range(1, 13):
            self._paint_month(painter, month, most)
        told = self._hovered or (self._day if self.hasFocus() else None)
        if told is not None:
            paint_bubble(painter, theme.theme(), self.words_of(told), QRectF(self.cell(told)), QRectF(self.rect()))

    def _paint_month(self, painter: QPainter, month: int, most: int) -> None:
        px, box, first = theme.px, self.month_box(month), date(self.year, month, 1)
        sum_of = sum(n for day, n in self.counts.items() if (day.year, day.month) == (self.year, month))
        painter.setFont(theme.ui_font(px(13), bold=True))
        painter.setPen(theme.colour("accent" if (self.today.year, self.today.month) == (self.year, month) else "text"))
        painter.drawText(QRect(box.left() + px(4), box.top(), box.width(), px(22)), LEFT, month_name(month))
        painter.setFont(theme.ui_font(px(SMALL)))
        painter.setPen(theme.colour("muted"))
        if sum_of:
            room = QRect(box.left(), box.top(), box.width() - px(4), px(22))
            painter.drawText(room, RIGHT, f"{sum_of:,}")
        for number in range(7):
            left = box.left() + box.width() * number // 7
            room = QRect(left, box.top() + px(22), box.width() * (number + 1) // 7 - box.width() * number // 7, px(16))
            painter.drawText(room, CENTRE, weekday(number)[-1] if not weekday(number).isascii() else weekday(number)[0])
        for day in (first + timedelta(n) for n in range(31)):
            if day.month == month:
                self._paint_day(painter, day, most)

    def _paint_day(self, painter: QPainter, day: date, most: int) -> None:
        px, cell, count = theme.px, self.cell(day).adjusted(1, 1, -1, -1), self.counts.get(day, 0)
        mark = self.marks.get(day, DayMark())
        share = 0.0 if not count else STEPS[min(int(len(STEPS) * (count - 1) / max(most, 1)), len(STEPS) - 1)]
        if count:
            tint = QColor(theme.colour("accent"))
            tint.setAlphaF(share)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(QRectF(cell), px(2), px(2))
        elif mark.off:
            painter.fillRect(cell, theme.colour("sunken"))
        if day == self.today or (day == self._day and self.hasFocus()):
            painter.setPen(QPen(theme.colour("red" if day == self.today else "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), px(2), px(2))
        dark = share > 0.5
        painter.setFont(theme.ui_font(px(TEXT)))
        painter.setPen(theme.colour("on_accent" if dark else "muted" if mark.off and not count else "text"))
        wide = cell.width() > px(34)
        painter.drawText(cell.adjusted(px(4), 0, 0, 0) if wide else cell, LEFT if wide else CENTRE, str(day.day))
        if count and wide:
            painter.setFont(theme.ui_font(px(SMALL)))
            painter.setPen(theme.colour("on_accent" if dark else "text" if share > 0.2 else "muted"))
            painter.drawText(cell.adjusted(0, 0, -px(3), 0), RIGHT, str(count))

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        now = self.day_at(event.position().toPoint())
        if now != self._hovered:
            self._hovered = now
            self.setCursor(Qt.CursorShape.PointingHandCursor if now else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (day := self.day_at(at)) is not None:
            self.go_to(day)
            self.day_wanted.emit(day)
            return
        month = next((n for n in range(1, 13) if self.month_box(n).contains(at)), None)
        if month is not None and at.y() < self.month_box(month).top() + theme.px(22):
            self.month_wanted.emit(date(self.year, month, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}.get(key)
        if step is not None:
            self._hovered = None
            self.go_to(self._day + timedelta(step))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.page_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.today_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_wanted.emit(self._day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


def month_name(month: int) -> str:
    """1月, Jan."""
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"), tr("August"),
        tr("September"), tr("October"), tr("November"), tr("December"),
    )[month - 1]  # fmt: skip
