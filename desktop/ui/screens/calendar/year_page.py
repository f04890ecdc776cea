"""年: twelve small months, each day by the number of its follow-ups."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desktop.services.calendar.shown_days import Asked, Read, count, is_much_to_count
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

    @staticmethod
    def read(session: Any, asked: Asked) -> Read:
        return count(session, asked)

    @staticmethod
    def is_much(session: Any, asked: Asked) -> bool:
        return is_much_to_count(session, asked)

    def put(self, seen: Read) -> None:
        asked = seen.asked
        marks = day_marks(asked.first, asked.last, seen.calendar, asked.today, self.choice.layers)
        self.strip.turn_to(asked.first.year, seen.counts, marks, asked.today)
        self.point()

    def point(self) -> None:
        self.strip.go_to(self.choice.day)
