"""The head of a day: its number, the day of the moon or the feast, and 休 or 班."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.entries import DayMark
from desktop.ui.kit.calendar.entry_paint import CENTRE, LEFT, RIGHT, SMALL, TEXT
from desktop.ui.kit.paint import ink_of, pill
from desktop.ui.words import tr

HEAD = 24  # pixels at 100 %


def weekday(number: int) -> str:
    """周一 … 周日 of 0 … 6."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[number]


def paint_day_head(
    painter: QPainter,
    box: QRect,
    day: date,
    mark: DayMark,
    *,
    today: bool,
    dim: bool,
    month: bool = False,
    taken: int = 0,
) -> None:
    """Paint it into a line; `month` puts the month before the number, `dim` is a day of another month, `taken` are the
    pixels beside the number that something else stands in."""
    px = theme.px
    number = f"{day.month}-{day.day:02}" if month else str(day.day)
    painter.setFont(theme.ui_font(px(13), bold=not dim))
    wide = max(painter.fontMetrics().horizontalAdvance(number) + px(10), px(22))
    spot = QRect(box.left() + px(3), box.top() + px(2), wide, px(20))
    if today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(spot), px(10), px(10))
    painter.setPen(theme.colour("on_accent" if today else "muted" if dim or mark.off else "text"))
    painter.drawText(spot, CENTRE, number)
    right = box.right() - px(4)
    if mark.badge:
        painter.setFont(theme.ui_font(px(SMALL), bold=True))
        side = max(QFontMetrics(painter.font()).horizontalAdvance(mark.badge) + px(7), px(17))
        pill(painter, QRect(right - side, box.top() + px(3), side, px(17)), mark.badge, ink_of(mark.badge_ink))
        right -= side + px(4)
    left = spot.right() + px(4) + taken
    room = QRect(left, box.top() + px(2), right - left, px(20))
    painter.setFont(theme.ui_font(px(TEXT)))
    fits = painter.fontMetrics().horizontalAdvance(mark.note) <= room.width()
    if mark.note and (fits or room.width() > px(44)):  # less than two words' beginnings say nothing
        painter.setPen(theme.colour("accent" if mark.strong and not dim else "muted"))
        shown = painter.fontMetrics().elidedText(mark.note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, RIGHT, shown)


def paint_weekdays(painter: QPainter, box: QRect) -> None:
    """The line of the week's days over a month."""
    painter.fillRect(box, theme.colour("sunken"))
    painter.setFont(theme.ui_font(theme.px(TEXT)))
    painter.setPen(theme.colour("muted"))
    for number in range(7):
        left, right = box.left() + box.width() * number // 7, box.left() + box.width() * (number + 1) // 7
        room = QRect(left + theme.px(8), box.top(), right - left - theme.px(8), box.height())
        painter.drawText(room, LEFT, weekday(number))
    painter.setPen(theme.colour("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
