"""月: the month of the chosen day."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.services.calendar.shown_days import Read
from desktop.ui.kit.calendar.entries import Shown
from desktop.ui.kit.calendar.month_grid import MonthGrid, weeks_of
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.day_marks import day_marks
from desktop.ui.screens.calendar.grid_page import GridPage
from desktop.ui.words import tr


class MonthPage(GridPage):
    """Weeks of days; the page is turned with the day."""

    grid: MonthGrid

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office, choice)
        self.furnish(MonthGrid(tr("By month"), self.tell))

    def days(self) -> tuple[date, date]:
        first, weeks = weeks_of(self.choice.day)
        return first, first + timedelta(7 * weeks - 1)

    def put(self, seen: Read) -> None:
        asked = seen.asked
        marks = day_marks(asked.first, asked.last, seen.calendar, asked.today, self.choice.layers)
        shown = Shown(self.maker().entries(seen), marks, asked.today)
        self.grid.turn_to(asked.first + timedelta(7), shown)
        self.grid.go_to(self.place(), self.grid.chosen())
        self.foot.say(seen.rows.values(), asked.today, self.choice.colours, self.choice.tiers)
