"""Twelve months of a year with 休 and 班, to click on, or to walk through with the arrow keys and Enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.rules.holiday_years import days_of
from desktop.rules.work_calendar import Mark
from desktop.ui.kit import theme
from desktop.ui.kit.tips import plain_tip
from desktop.ui.words import tr

ACROSS, DOWN, WEEK, ROWS = 4, 3, 7, 6  # months and their days
CELL, GAP, HEAD = (26, 19), (16, 10), 40  # px at 100 %: a day, between months, the two lines over one
MOST_CELL = (38, 30)
SATURDAY = 5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}


@dataclass(frozen=True, slots=True)
class DayShown:
    """What the picture shows of a day; `own` where the office wrote it, `words` say it."""

    mark: Mark | None
    own: bool
    words: str


class YearPicture(QWidget):
    """`chosen(day, where)` on a click or Enter; `where` is the place on the screen for a menu."""

    chosen = Signal(object, QPoint)
    moved = Signal(object)  # the day with the cursor

    def __init__(self) -> None:
        super().__init__()
        self._year, self._today = 2000, date(2000, 1, 1)
        self._days: Mapping[date, DayShown] = {}
        self.at = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Holidays of the year"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(self.minimumSizeHint())

    def show_year(self, year: int, days: Mapping[date, DayShown], today: date) -> None:
        """Show a year; the day with the cursor keeps its place in the year."""
        if self.at.year != year:
            self.at = today if today.year == year else date(year, self.at.month, min(self.at.day, 28))
        self._year, self._days, self._today = year, days, today
        self._describe()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self._size(*CELL)

    def sizeHint(self) -> QSize:
        return self._size(*MOST_CELL)

    def _size(self, wide: int, high: int) -> QSize:
        return QSize(
            theme.px(ACROSS * WEEK * wide + (ACROSS - 1) * GAP[0]),
            theme.px(DOWN * (HEAD + ROWS * high) + (DOWN - 1) * GAP[1]),
        )

    # Where things are

    @property
    def _cell(self) -> tuple[int, int]:
        """How wide and high a day is now."""
        wide = (self.width() - (ACROSS - 1) * theme.px(GAP[0])) // (ACROSS * WEEK)
        high = (self.height() - DOWN * theme.px(HEAD) - (DOWN - 1) * theme.px(GAP[1])) // (DOWN * ROWS)
        return min(wide, theme.px(MOST_CELL[0])), min(high, theme.px(MOST_CELL[1]))

    def _corner(self, month: int) -> QPoint:
        wide, high = self._cell
        row, column = divmod(month - 1, ACROSS)
        return QPoint(
            column * (WEEK * wide + theme.px(GAP[0])), row * (theme.px(HEAD) + ROWS * high + theme.px(GAP[1]))
        )

    def box_of(self, day: date) -> QRect:
        """Where a day of the year stands."""
        wide, high = self._cell
        corner = self._corner(day.month)
        number = day.day - 1 + day.replace(day=1).weekday()
        row, column = divmod(number, WEEK)
        return QRect(corner.x() + column * wide, corner.y() + theme.px(HEAD) + row * high, wide, high)

    def day_at(self, point: QPoint) -> date | None:
        """The day at a point; None between them."""
        return next((day for day in days_of(self._year) if self.box_of(day).contains(point)), None)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            self._paint_head(painter, month)
        for day in days_of(self._year):
            self._paint_day(painter, day)

    def _paint_head(self, painter: QPainter, month: int) -> None:
        wide, _ = self._cell
        corner, half = self._corner(month), theme.px(HEAD) // 2
        painter.setFont(theme.ui_font(theme.px(13), bold=True))
        painter.setPen(theme.colour("text"))
        box = QRect(corner.x(), corner.y(), WEEK * wide, half)
        painter.drawText(
            box.adjusted(theme.px(6), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter.value), month_name(month)
        )
        painter.setFont(theme.ui_font(theme.px(11)))
        painter.setPen(theme.colour("muted"))
        for column, name in enumerate(weekday_names()):
            cell = QRect(corner.x() + column * wide, corner.y() + half, wide, half)
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter.value), name)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box, shown = self.box_of(day).adjusted(1, 1, -1, -1), self._days.get(day)
        mark = None if shown is None else shown.mark
        free = mark is Mark.OFF or (mark is None and day.weekday() >= SATURDAY)
        if mark is not None:
            painter.fillRect(box, theme.colour("red_soft" if mark is Mark.OFF else "ink_soft"))
        if shown is not None and shown.own:
            painter.setPen(QPen(theme.colour("amber"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if day == self.at and self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box)
        font = theme.ui_font(theme.px(12), bold=day == self._today)
        if mark is None:
            painter.setFont(font)
            painter.setPen(theme.colour("muted" if free else "text"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), str(day.day))
            return
        self._paint_marked(painter, box, day, mark, font)

    def _paint_marked(self, painter: QPainter, box: QRect, day: date, mark: Mark, font: QFont) -> None:
        """The number on the left, the mark on the right: never told by the colour alone."""
        middle, tall = box.left() + box.width() * 11 // 20, int(Qt.AlignmentFlag.AlignVCenter.value)
        painter.setFont(font)
        painter.setPen(theme.colour("red" if mark is Mark.OFF else "accent"))
        left = QRect(box.left(), box.top(), middle - box.left(), box.height())
        painter.drawText(left, tall | int(Qt.AlignmentFlag.AlignRight.value), str(day.day))
        painter.setFont(theme.ui_font(theme.px(10), bold=True))
        right = QRect(middle + 1, box.top(), box.right() - middle, box.height())
        painter.drawText(right, tall, mark_sign(mark))

    # Choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._go(day)
            self.chosen.emit(day, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            there = self.at + timedelta(days=step)
            self._go(min(max(there, date(self._year, 1, 1)), date(self._year, 12, 31)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self.chosen.emit(self.at, self.mapToGlobal(self.box_of(self.at).bottomLeft()))
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        self.at = day
        self.moved.emit(day)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """What a screen reader says of the day with the cursor."""
        self.setAccessibleDescription(self._words_of(self.at))

    def _words_of(self, day: date) -> str:
        shown = self._days.get(day)
        return day.isoformat() if shown is None else shown.words

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if day is None else plain_tip(self._words_of(day)), self)
            return True
        return super().event(event)


def mark_sign(mark: Mark) -> str:
    """休 or 班, in one sign: H for a holiday, W for a day that is worked."""
    return tr("H") if mark is Mark.OFF else tr("W")


def month_name(month: int) -> str:
    """What a month is called."""
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"), tr("August"),
        tr("September"), tr("October"), tr("November"), tr("December"),
    )[month - 1]  # fmt: skip


def weekday_names() -> tuple[str, ...]:
    """Monday to Sunday in one or two signs."""
    return tr("Mo"), tr("Tu"), tr("We"), tr("Th"), tr("Fr"), tr("Sa"), tr("Su")
