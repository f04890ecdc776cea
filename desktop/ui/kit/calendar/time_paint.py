"""The ground of the hours: their lines and names, the heads of the columns, the line of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.day_head import paint_day_head, weekday
from desktop.ui.kit.calendar.entries import DayColumn, clock
from desktop.ui.kit.calendar.entry_paint import LEFT, RIGHT, SMALL, TEXT
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.kit.calendar.time_grid import TimeGrid

WORK = (8 * 60, 18 * 60)  # the hours that are not shaded


def paint_hours(painter: QPainter, grid: TimeGrid) -> None:
    """The ground under the blocks."""
    body, px = grid.body(), theme.px
    painter.fillRect(body, theme.colour("surface"))
    painter.save()
    painter.setClipRect(body)
    for number, column in enumerate(grid.columns):
        left, wide = grid.left(number), grid.left(number + 1) - grid.left(number)
        if grid.mark_of(column.day).off:
            painter.fillRect(QRect(left, body.top(), wide, body.height()), theme.colour("sunken"))
        for start, end in ((0, WORK[0]), (WORK[1], 24 * 60)):
            upper = grid.level(start)
            painter.fillRect(QRect(left, upper, wide, grid.level(end) - upper), theme.colour("sunken"))
    for half in range(49):
        level = grid.level(half * 30)
        pen = QPen(theme.colour("line"), 1, Qt.PenStyle.SolidLine if half % 2 == 0 else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(grid.gutter, level, body.right(), level)
    painter.setPen(theme.colour("line"))
    for number in range(len(grid.columns)):
        painter.drawLine(grid.left(number), body.top(), grid.left(number), body.bottom())
    painter.setFont(theme.ui_font(px(SMALL)))
    painter.setPen(theme.colour("muted"))
    for hour in range(1, 24):
        room = QRect(0, grid.level(hour * 60) - px(9), grid.gutter - px(6), px(18))
        if room.top() >= body.top() - px(4):
            painter.drawText(room, RIGHT, clock(hour * 60))
    painter.restore()


def paint_heads(painter: QPainter, grid: TimeGrid) -> None:
    """The heads of the columns and the strip of what stands all day."""
    width, px = grid.viewport().width(), theme.px
    painter.fillRect(QRect(0, 0, width, grid.top), theme.colour("surface"))
    painter.fillRect(QRect(0, 0, width, grid.head), theme.colour("sunken"))
    for number, column in enumerate(grid.columns):
        box = QRect(grid.left(number), 0, grid.left(number + 1) - grid.left(number), grid.head)
        if not column.key and grid.mark_of(column.day).off:
            painter.fillRect(QRect(box.left(), grid.head, box.width(), grid.top - grid.head), theme.colour("sunken"))
        _paint_head(painter, grid, box, column)
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.left(), 0, box.left(), grid.top)
    painter.setFont(theme.ui_font(px(SMALL)))
    painter.setPen(theme.colour("muted"))
    painter.drawText(QRect(0, grid.head, grid.gutter - px(6), px(24)), RIGHT, tr("all day"))
    painter.setPen(theme.colour("line"))
    painter.drawLine(0, grid.head - 1, width, grid.head - 1)
    painter.setPen(theme.colour("border"))
    painter.drawLine(0, grid.top - 1, width, grid.top - 1)


def _paint_head(painter: QPainter, grid: TimeGrid, box: QRect, column: DayColumn) -> None:
    px, mark = theme.px, grid.mark_of(column.day)
    if column.key:
        painter.setFont(theme.ui_font(px(13), bold=True))
        painter.setPen(theme.colour("text"))
        room = box.adjusted(px(8), 0, -px(6), 0)
        name = painter.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, name)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + px(8))
        painter.setFont(theme.ui_font(px(TEXT)))
        painter.setPen(theme.colour("muted"))
        note = painter.fontMetrics().elidedText(column.note, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(room, LEFT, note)
        return
    painter.setFont(theme.ui_font(px(TEXT)))
    painter.setPen(theme.colour("muted"))
    name = weekday(column.day.weekday())
    painter.drawText(box.adjusted(px(8), 0, 0, 0), LEFT, name)
    wide = painter.fontMetrics().horizontalAdvance(name) + px(8)
    rest = box.adjusted(wide, px(3), 0, 0)
    paint_day_head(painter, rest, column.day, mark, today=column.day == grid.shown.today, dim=False)


def paint_now(painter: QPainter, grid: TimeGrid) -> None:
    """A line at the present minute of today."""
    if grid.minute_now is None:
        return
    level = grid.level(grid.minute_now)
    if level < grid.top:
        return
    here = [number for number, column in enumerate(grid.columns) if column.day == grid.shown.today]
    if here:
        painter.setPen(QPen(theme.colour("red"), 2))
        painter.drawLine(grid.left(here[0]), level, grid.left(here[-1] + 1) - 1, level)
        painter.setBrush(theme.colour("red"))
        painter.drawEllipse(QPoint(grid.left(here[0]), level), theme.px(3), theme.px(3))
