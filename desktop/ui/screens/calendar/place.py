"""日历: the follow-ups by their days, in several views over the same choice; what is overdue and unplanned beside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.calendar.days import work_calendar
from desktop.ui.kit.splitter import split
from desktop.ui.kit.tabs import Tabs
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.filters import SIDE, Filters
from desktop.ui.screens.calendar.head import Head
from desktop.ui.screens.calendar.side_list import SideList
from desktop.ui.screens.calendar.view_page import ViewPage
from desktop.ui.screens.calendar.views import KEYS, pages, view_of

VIEW = "calendar.view"
MINUTE = 60_000  # ms


class CalendarPlace(Screen):
    """`visit`: the key of a view, or a date to go to."""

    SHOWS = frozenset({"rep", "policy", "holiday"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.choice = CalendarChoice(office)
        self.choice.read()
        self.head = Head(office, self.choice)
        self.side = SideList(office, self.choice)
        self.tabs = Tabs(pages(office, self.choice))
        self.filters = Filters(office, self.choice, self._show_side)
        self.tabs.add_corner(self.filters)
        self.body = split(self.tabs, self.side, "calendar", office.seen, (7, 2))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.body, 1)
        self._known: set[str] = set()
        self.head.holidays_wanted.connect(lambda: office.go("settings", "holidays"))
        self.tabs.changed.connect(self._turned)
        self.choice.went.connect(self._say)
        kept = office.seen.get(VIEW, "")
        if kept in KEYS:
            self.tabs.go_to(kept)
        self._turned(self.tabs.key)
        self._today = office.today()
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._look_at_the_clock)
        self._clock.start()
        self.tabs.page(self.tabs.key).setFocus()  # the keyboard begins among the days

    def _turned(self, key: str) -> None:
        page = self.tabs.page(key)
        if isinstance(page, ViewPage) and key not in self._known:
            self._known.add(key)
            page.day_wanted.connect(self.show_day)
            page.month_wanted.connect(lambda first: self._show("month", first))
            page.list_wanted.connect(lambda day: self._show("agenda", day))
            page.page_wanted.connect(self.head.turn)
            page.today_wanted.connect(self.head.go_today)
        self.office.seen[VIEW] = key
        self._fit_side()
        self._say()

    def _look_at_the_clock(self) -> None:
        """After midnight another day is today, and what was planned for the last one is late."""
        if self._today != self.office.today():
            self._today = self.office.today()
            self.choice.changed.emit()
            self._say()

    def reload(self) -> None:
        self.choice.read()
        self.filters.say()
        self._say()

    def _say(self) -> None:
        with self.office.store.read() as session:
            calendar = work_calendar(session)
        today, year = self.office.today(), self.choice.day.year
        missing = None if calendar.is_known(year) or year < today.year else year
        self.head.say(view_of(self.tabs.key).step, missing or calendar.missing_year(today))

    def _show_side(self, on: bool) -> None:
        self.office.seen[SIDE] = "1" if on else "0"
        self.office.memory.keep()
        self._fit_side()

    def _fit_side(self) -> None:
        view = view_of(self.tabs.key)
        beside = view.beside
        self.filters.setVisible(bool(view.step))  # a view with a head of its own chooses for itself
        self.filters.side.setVisible(beside)
        self.side.setVisible(beside and self.filters.side.isChecked())

    def show_day(self, day: date) -> None:
        """Look at the whole of a day."""
        self._show("day", day)

    def _show(self, view: str, day: date) -> None:
        self.choice.go(day)
        self.tabs.go_to(view)
        self.tabs.page(view).setFocus()

    def visit(self, what: object) -> None:
        if isinstance(what, date):
            self.choice.go(what)
        elif isinstance(what, str) and what in KEYS:
            self.tabs.go_to(what)
        elif isinstance(what, tuple):
            for part in what:
                self.visit(part)

    def here(self) -> object:
        return self.choice.day, self.tabs.key

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self.tabs.built().values() if isinstance(page, Screen))
