"""周 and 日: hours downwards, a column for each day of the week, or for each rep on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QTimer

from desktop.services.calendar.shown_days import Read
from desktop.ui.kit.calendar.entries import DayColumn, Entry, Place, Shown
from desktop.ui.kit.calendar.time_grid import TimeGrid
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import CalendarChoice
from desktop.ui.screens.calendar.day_marks import day_marks
from desktop.ui.screens.calendar.entry_words import monday_of, of_column
from desktop.ui.screens.calendar.grid_page import GridPage
from desktop.ui.words import tr

MINUTE = 60_000  # ms: so often the line of now is drawn anew
NOBODY = "0"


class HoursPage(GridPage):
    """What both have alike."""

    grid: TimeGrid
    KEYED = False

    def __init__(self, office: Office, choice: CalendarChoice, name: str) -> None:
        super().__init__(office, choice)
        self.furnish(TimeGrid(name, self.tell))
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def columns(self, entries: Sequence[Entry]) -> Sequence[DayColumn]:
        """The columns to show."""
        raise NotImplementedError

    def sorted_in(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """The entries, each with a column that is there."""
        return entries

    def put(self, seen: Read) -> None:
        asked = seen.asked
        entries = self.sorted_in(self.maker().entries(seen, keyed=self.KEYED))
        marks = day_marks(asked.first, asked.last, seen.calendar, asked.today, self.choice.layers)
        self._tick()
        self.grid.turn_to(self.columns(entries), Shown(entries, marks, asked.today))
        self.grid.go_to(self.place(), self.grid.chosen())
        self.foot.say(seen.rows.values(), asked.today, self.choice.colours, self.choice.tiers)

    def _tick(self) -> None:
        now = self.office.now()
        self.grid.minute_now = now.hour * 60 + now.minute
        self.grid.viewport().update()


class WeekPage(HoursPage):
    """The week of the chosen day."""

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office, choice, tr("By week"))

    def days(self) -> tuple[date, date]:
        monday = monday_of(self.choice.day)
        return monday, monday + timedelta(6)

    def columns(self, _entries: Sequence[Entry]) -> Sequence[DayColumn]:
        return [DayColumn(self.days()[0] + timedelta(n)) for n in range(7)]

    def place(self) -> Place:
        return Place(self.choice.day, timed=True)


class DayPage(HoursPage):
    """The chosen day: what each rep has to do, side by side."""

    KEYED = True

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office, choice, tr("By day"))

    def days(self) -> tuple[date, date]:
        return self.choice.day, self.choice.day

    def apart(self) -> tuple[int, ...]:
        wanted = self.choice.rep_ids
        return tuple(one.id for one in self.choice.people if wanted is None or one.id in wanted)

    def _names(self) -> dict[str, str]:
        shown = set(self.apart())
        return {str(one.id): one.name for one in self.choice.people if one.id in shown}

    def sorted_in(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """What is of nobody, or of somebody who is gone, stands in a column of its own."""
        names = self._names()
        return [one if one.column in names else replace(one, column=NOBODY) for one in entries]

    def columns(self, entries: Sequence[Entry]) -> Sequence[DayColumn]:
        day = self.choice.day
        found = [DayColumn(day, key, name, self._note(entries, key)) for key, name in self._names().items()]
        if not found or any(one.column == NOBODY for one in entries):
            found.append(DayColumn(day, NOBODY, tr("Nobody's"), self._note(entries, NOBODY)))
        return found

    def _note(self, entries: Sequence[Entry], key: str) -> str:
        count = of_column(self.choice.day, entries, key)
        return tr("{n} entries", n=count) if count else ""

    def place(self) -> Place:
        here = self.grid.place()
        keys = [one.key for one in self.grid.columns]
        column = here.column if here.column in keys else next(iter(keys), "")
        return Place(self.choice.day, None, column, timed=True)

    def put(self, seen: Read) -> None:
        super().put(seen)
        self.grid.go_to(self.place(), self.grid.chosen())
