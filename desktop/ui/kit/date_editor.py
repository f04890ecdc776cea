"""Dates: typed as one speaks, or picked from a month."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop.ui.kit import icons, theme
from desktop.ui.kit.editors import ParsedEditor
from desktop.ui.kit.fields import FormField, Reading
from desktop.ui.words import current, tr


class DateEditor(ParsedEditor):
    """A date as `datetime.date`; what may be typed is the affair of `reading.read_date`."""

    def __init__(self, what: FormField, reading: Reading) -> None:
        super().__init__(what, reading.read_date, lambda value: reading.show_date(cast(date, value)))
        self._today = reading.today
        self._pick = QToolButton()
        icons.put(self._pick, "calendar")
        self._pick.setAccessibleName(tr("Pick a date for {field}", field=current().text(what.title)))
        self._pick.setToolTip(tr("Pick a date"))
        self._pick.clicked.connect(self.pop_up)
        self.line.addWidget(self._pick)
        self._month: MonthPopup | None = None

    def pop_up(self) -> None:
        """Open the month under the field."""
        if self._month is None:
            self._month = MonthPopup(self)
            self._month.calendar.clicked.connect(self._picked)
            self._month.calendar.activated.connect(self._picked)
        try:
            day = cast("date | None", self.get())
        except ValueError:
            day = None
        self._month.open_at(day or self._today())

    def _picked(self, day: QDate) -> None:
        if self._month is not None:
            self._month.close()
        self.put(cast(date, day.toPython()))
        self.input.setFocus()


class MonthPopup(QFrame):
    """A month to pick a day from, under `below`."""

    def __init__(self, below: QWidget) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self._below = below
        self.setProperty("look", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(tr("Month"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setLocale(QLocale(current().language))
        self.calendar.setMinimumSize(theme.px(280), theme.px(220))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.calendar)

    def open_at(self, day: date) -> None:
        """Show the month of `day`."""
        self._colour()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(self._below.mapToGlobal(QPoint(0, self._below.height())))
        self.show()
        self.calendar.setFocus()

    def _colour(self) -> None:
        """Qt's own month paints week-ends in a red that is made for paper."""
        quiet, plain = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(theme.colour("muted"))
        plain.setForeground(theme.colour("text"))
        self.calendar.setHeaderTextFormat(quiet)
        for day in Qt.DayOfWeek:
            weekend = day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
            self.calendar.setWeekdayTextFormat(day, quiet if weekend else plain)
