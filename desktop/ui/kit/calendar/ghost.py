"""What hangs at the pointer while rows of a list are dragged to a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.entries import Entry
from desktop.ui.kit.calendar.entry_paint import EntryPainter

WIDE, LINE, MOST = 190, 21, 3  # pixels at 100 %, lines


def ghost(titles: list[tuple[str, str]], more: str, ratio: float) -> QPixmap:
    """The first rows as (icon, title), and under them `more` where there are others; `ratio` is the screen's."""
    shown = titles[:MOST]
    lines = len(shown) + (1 if more else 0)
    high = theme.px(LINE)
    size = QSize(theme.px(WIDE), high * lines + 2)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    made = EntryPainter(painter)
    for number, (icon, title) in enumerate(shown):
        box = QRect(0, number * high, size.width(), high - 2)
        made.line(box, Entry(number, date.min, title, tint="accent", icon=icon), chosen=True)
    if more:
        made.more(QRect(0, len(shown) * high, size.width(), high - 2), more, chosen=True)
    painter.end()
    return picture
