"""The measures of the hours: where a column, a minute and the strip above them stand."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.entries import DayColumn, Place
from desktop.ui.kit.calendar.grid import Tell, plainly
from desktop.ui.kit.calendar.grid_keys import DrivenGrid
from desktop.ui.kit.calendar.month_grid import LINE


class HoursGround(DrivenGrid):
    """Columns of equal width, of days or of people."""

    def __init__(self, name: str, tell: Tell = plainly, parent: QWidget | None = None) -> None:
        super().__init__(name, tell, parent)
        self.columns: tuple[DayColumn, ...] = ()
        self._lines = 1  # above the hours

    @property
    def keyed(self) -> bool:
        """Whether the columns are of people, all of one day."""
        return any(one.key for one in self.columns)

    @property
    def stretches_days(self) -> bool:
        return not self.keyed and len(self.columns) > 1

    @property
    def hour(self) -> int:
        """The height of an hour."""
        return theme.px(46)

    @property
    def gutter(self) -> int:
        """The width of the hours' names."""
        return theme.px(50)

    @property
    def head(self) -> int:
        """The height of the columns' heads."""
        return theme.px(30)

    @property
    def top(self) -> int:
        """Where the hours begin."""
        return self.head + self._lines * theme.px(LINE) + theme.px(6)

    def left(self, column: int) -> int:
        """The left edge of a column."""
        room = self.viewport().width() - self.gutter
        return self.gutter + room * column // max(len(self.columns), 1)

    def level(self, minute: int) -> int:
        """How far down a minute of the day stands now."""
        return self.top + minute * self.hour // 60 - self.verticalScrollBar().value()

    def body(self) -> QRect:
        """Where the hours can be seen."""
        return QRect(0, self.top, self.viewport().width(), self.viewport().height() - self.top)

    def column_of(self, place: Place) -> int:
        """The number of the column of a place, -1 where it has none here."""
        by = ((one.key == place.column) if self.keyed else (one.day == place.day) for one in self.columns)
        return next((n for n, same in enumerate(by) if same), -1)
