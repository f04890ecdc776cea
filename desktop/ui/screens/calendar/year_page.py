"""年: twelve small months, each day by the number of its follow-ups."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from db.queries.agenda_counts import counts_by_day
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.shown_days import Read
from desktop.ui.kit.calendar.year_strip import YearStrip
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.day_marks import day_marks
from desktop.ui.screens.calendar.view_page import ViewPage
from desktop.ui.words import tr


class YearPage(ViewPage):
    """The year of the chosen day; counted in the file, so that a large year costs no more than a small one."""

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office, choice)
        self.strip = YearStrip(tr("By year"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.strip)
        self.strip.day_wanted.connect(self.day_wanted)
        self.strip.month_wanted.connect(self.month_wanted)
        self.strip.page_wanted.connect(self.page_wanted)
        self.strip.today_wanted.connect(self.today_wanted)
        self.strip.day_changed.connect(choice.go)
        self.setFocusProxy(self.strip)

    def days(self) -> tuple[date, date]:
        year = self.choice.day.year
        return date(year, 1, 1), date(year, 12, 31)

    def reload(self) -> None:
        self.choice.read()
        asked = self.asked()
        self._asked = asked
        with self.office.store.read() as session:
            counts = counts_by_day(session, asked.first, asked.last, rep_ids=asked.rep_ids)
            calendar = work_calendar(session)
        self.seen = Read(asked, {}, calendar=calendar)
        marks = day_marks(asked.first, asked.last, calendar, asked.today, self.choice.layers)
        self.strip.turn_to(asked.first.year, counts, marks, asked.today)
        self.point()

    def point(self) -> None:
        self.strip.go_to(self.choice.day)
