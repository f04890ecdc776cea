"""提醒 while a file is open: what rings now for who sits here, and what came due while the program was closed.

It asks the clock again at least once a minute: a timer set for an hour would sleep as long as the computer does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from db.queries.agenda import AgendaRow, agenda
from db.queries.day_counts import DayCounts, day_counts
from db.vocabulary import FollowUpState
from desktop.rules import reminders as rules
from desktop.rules.reminders import Alarm, Heard, Later
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.services.service_cases import clock_policy
from desktop.ui.office import Office

LONGEST = 60_000  # ms between two looks at the clock
SOON = 300  # ms after a change of the file: several changes are one
MONDAY = 0
_OPEN = (FollowUpState.PLANNED,)
TOUCHING = frozenset({"follow_up", "customer", "policy", "rep", "holiday"})


@dataclass(frozen=True, slots=True)
class Ring:
    """A reminder that rings, and the follow-up it is of."""

    alarm: Alarm
    row: AgendaRow


@dataclass(frozen=True, slots=True)
class Summary:
    """The day as it is summed up once: what began while the program was closed, what is on all day, what is overdue."""

    missed: tuple[AgendaRow, ...]
    all_day: tuple[AgendaRow, ...]
    timed: int  # of today, with a time of day, not begun yet
    overdue: int
    missing_year: int | None

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.missed or self.all_day or self.timed or self.overdue or self.missing_year)


class Reminders(QObject):
    """What rings, kept up to date. `begin` when the window stands, `stop` before the file is closed."""

    changed = Signal()  # rings, summary or counts are others now
    rang = Signal(object)  # tuple[Ring, ...]: these ring for the first time, or again after they were put off
    summed = Signal(object)  # a Summary: the day has just been summed up

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.rings: tuple[Ring, ...] = ()
        self.summary: Summary | None = None
        self.counts = DayCounts()
        self._heard = Heard()
        self._rows: dict[int, AgendaRow] = {}
        self._alarms: tuple[Alarm, ...] = ()
        self._missed: dict[str, AgendaRow] = {}  # summed up, hence not told one by one
        self._told: set[str] = set()
        self._opens = time(9)
        self._read_on: date | None = None
        self._missing: int | None = None
        self._clock, self._soon = QTimer(self), QTimer(self)
        for timer, do in ((self._clock, self.look), (self._soon, self.read)):
            timer.setSingleShot(True)
            timer.timeout.connect(do)
        office.bus.changed.connect(self._on_changed)
        office.bus.became.connect(self.begin)

    # The course of the day

    def begin(self) -> None:
        """Look for the first time for who sits here, and sum up what came due before."""
        self._heard = rules.heard_from(self._kept().get(self._whose))
        self._told.clear()
        self._missed = {}
        self._read()
        now = self._office.now()
        for one in rules.missed(self._alarms, self._heard, now):
            self._missed[one.key] = self._rows[one.follow_up_id]
        self.summary = None
        self._sum_up(now, just_opened=True)
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._clock.stop()
        self._soon.stop()
        self._office.bus.changed.disconnect(self._on_changed)
        self._office.bus.became.disconnect(self.begin)

    def read(self) -> None:
        """Ask the file anew, then the clock."""
        self._read()
        self.look()

    def look(self) -> None:
        """Ask the clock what rings, and when to look again."""
        now = self._office.now()
        if now.date() != self._read_on:
            self._read()
            now = self._office.now()
        self._missed = {key: self._rows[one.id] for key, one in self._missed.items() if self._still(key, now)}
        self._sum_up(now, just_opened=False)
        ringing = [one for one in rules.ringing(self._alarms, self._heard, now) if one.key not in self._missed]
        self.rings = tuple(Ring(one, self._rows[one.follow_up_id]) for one in ringing)
        new = tuple(one for one in self.rings if one.alarm.key not in self._told)
        self._told = {one.alarm.key for one in self.rings}
        following = rules.next_look(self._alarms, self._heard, now)
        wait = LONGEST if following is None else (following - now) // timedelta(milliseconds=1) + 1
        self._clock.start(max(1, min(LONGEST, wait)))
        self.changed.emit()
        if new:
            self.rang.emit(new)

    def _still(self, key: str, now: datetime) -> bool:
        return any(one.key == key for one in rules.ringing(self._alarms, self._heard, now))

    def _sum_up(self, now: datetime, *, just_opened: bool) -> None:
        due = rules.sums_up(self._heard, now, self._opens, just_opened=just_opened)
        if not due and not (just_opened and self._missed):
            return
        today = [one for one in self._rows.values() if one.day <= now.date() <= one.last_day] if due else []
        all_day = tuple(one for one in today if one.at is None)
        later = sum(one.at is not None and one.day == now.date() and one.at >= now.time() for one in today)
        made = Summary(tuple(self._missed.values()), all_day, later, self.counts.overdue if due else 0, None)
        if due and (made.says_something or now.weekday() == MONDAY):  # alone it is no reason to be told every day
            made = replace(made, missing_year=self._missing)
        self._keep(rules.told(self._heard, now.date()))
        if made.says_something:
            self.summary = made
            self.summed.emit(made)

    # What is said to them

    def acknowledge(self, rings: Iterable[Ring]) -> None:
        """These are known of."""
        self._keep(rules.acknowledge(self._heard, [one.alarm for one in rings], self._office.now()))
        self.look()

    def put_off(self, rings: Iterable[Ring], later: Later) -> None:
        """These ring again later."""
        now = self._office.now()
        alarms = [one.alarm for one in rings]
        self._keep(rules.put_off(self._heard, alarms, rules.until_of(later, now, self._opens), now))
        self.look()

    def close_summary(self) -> None:
        """The summary was seen: what it told of rings no more."""
        known = [one for one in self._alarms if one.key in self._missed]
        self._keep(rules.acknowledge(self._heard, known, self._office.now()))
        self.summary = None
        self.look()

    # The file and this machine

    def _read(self) -> None:
        office, today = self._office, self._office.now().date()
        mine = None if office.me.rep_id is None else [office.me.rep_id]
        with office.store.read() as session:
            first, last = today - rules.LOOK_BACK, today + rules.LOOK_AHEAD
            rows = agenda(session, first, last, rep_ids=mine, states=_OPEN, timed=True)  # others never ring
            rows += agenda(session, today, today, rep_ids=mine, states=_OPEN)
            usual = calendar_policy(session).remind_minutes
            self._opens = clock_policy(session).hours.opens
            self.counts = day_counts(session, today, mine)
            self._missing = work_calendar(session).missing_year(today)
        self._rows = {one.id: one for one in rows}
        self._alarms = rules.alarms_of(self._rows.values(), usual)
        self._read_on = today

    def _on_changed(self, tables: frozenset[str]) -> None:
        if TOUCHING & tables:
            self._soon.start(SOON)

    @property
    def _file(self) -> str:
        return str(self._office.store.path.resolve())

    @property
    def _whose(self) -> str:
        return str(self._office.me.rep_id or "")

    def _kept(self) -> dict[str, object]:
        found = self._office.memory.of.reminders.get(self._file)
        return found if isinstance(found, dict) else {}

    def _keep(self, heard: Heard) -> None:
        """Remember it on this machine, for this file and person; of files that are not used any more nothing."""
        if heard == self._heard:
            return
        self._heard = rules.pruned(heard, self._office.now())
        memory = self._office.memory
        known = {path: kept for path, kept in memory.of.reminders.items() if path in memory.of.recent}
        memory.of.reminders = {**known, self._file: {**self._kept(), self._whose: rules.as_kept(self._heard)}}
        memory.keep()
