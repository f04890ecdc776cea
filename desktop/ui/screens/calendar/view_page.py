"""What the views of the calendar share: they read what stands on their days and show it, at once or from a job."""

from __future__ import annotations

import time
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from db.queries.contracts import ContractRow
from desktop.progress import Progress
from desktop.services.calendar.layers import Layer
from desktop.services.calendar.shown_days import Asked, Read, is_much, read
from desktop.ui import failures
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.calendar.acts import Acts
from desktop.ui.screens.calendar.choice import CalendarChoice, Extra
from desktop.ui.screens.calendar.entry_words import EntryMaker
from desktop.ui.words import tr

SLOW = 0.2  # seconds: what took longer is read in a job the next time


class ViewPage(Screen):
    """A view says its `days` and shows in `put` what was read. `day_wanted`: the view of a day is wanted,
    `month_wanted` and `list_wanted` those of a month and of the list from a day on."""

    SHOWS: ClassVar[frozenset[str]] = frozenset({"follow_up", "customer", "rep", "policy", "holiday", "key_date"})
    day_wanted = Signal(object)
    page_wanted = Signal(int)
    today_wanted = Signal()
    month_wanted = Signal(object)
    list_wanted = Signal(object)

    def __init__(self, office: Office, choice: CalendarChoice) -> None:
        super().__init__(office)
        self.choice = choice
        self.acts = Acts(office, self)
        self.seen: Read | None = None
        self._asked: Asked | None = None
        self._slow = False
        self._job: Progress | None = None
        choice.went.connect(self._went)
        choice.changed.connect(self.read_anew)

    def days(self) -> tuple[date, date]:
        """The first and the last day the view shows."""
        raise NotImplementedError

    def put(self, seen: Read) -> None:
        """Show what was read."""
        raise NotImplementedError

    @staticmethod
    def read(session: Any, asked: Asked) -> Read:
        """Ask the file; it may run beside the window and touches no widget."""
        return read(session, asked)

    @staticmethod
    def is_much(session: Any, asked: Asked) -> bool:
        """Whether it is to run beside the window."""
        return is_much(session, asked)

    def point(self) -> None:
        """The chosen day is another one, among those that are shown."""

    def apart(self) -> tuple[int, ...]:
        """The reps whose entries stand apart."""
        return ()

    def maker(self) -> EntryMaker:
        """Makes entries as they are to be shown now."""
        choice = self.choice
        return EntryMaker(self.office.veil, choice.tiers, choice.colours, self.office.today())

    def asked(self) -> Asked:
        """What is to be read now."""
        choice, (first, last) = self.choice, self.days()
        layers = frozenset(one for one in choice.layers if isinstance(one, Layer))
        return Asked(
            first, last, self.office.today(), choice.rep_ids, layers, Extra.CANCELLED in choice.layers, self.apart()
        )

    def reload(self) -> None:
        self.choice.read()
        asked = self.asked()
        self._asked = asked
        if self._job is not None:
            self._job.cancel()
            self._job = None
        with self.office.store.read() as session:
            much = self._slow or self.is_much(session, asked)
            seen = None if much else self._timed(session, asked)
        if seen is not None:
            self._show(seen)
        else:
            self._read_in_job(asked)

    def _timed(self, session: Any, asked: Asked) -> Read:
        start = time.monotonic()
        seen = self.read(session, asked)
        self._slow = time.monotonic() - start > SLOW
        return seen

    def _read_in_job(self, asked: Asked) -> None:
        store = self.office.store

        def work(progress: Progress) -> Read:
            progress.look()
            start = time.monotonic()
            with store.read() as session:
                seen = self.read(session, asked)
            self._slow = time.monotonic() - start > SLOW
            return seen

        def done(seen: Read) -> None:
            if asked == self._asked:
                self._job = None
                self._show(seen)

        self._job = self.office.jobs.run(
            tr("Reading the calendar"),
            work,
            done,
            failed=lambda problem: failures.tell(self.office.ask, problem),
            owner=self,
        )

    def _show(self, seen: Read) -> None:
        self.seen = seen
        self.put(seen)

    def read_anew(self) -> None:
        """Read when it is next looked at, or now: something else is wanted."""
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()

    def _went(self) -> None:
        if self._asked is None or self.days() != (self._asked.first, self._asked.last):
            self.read_anew()
        else:
            self.point()

    def follow_up_id(self, key: object) -> int | None:
        """The follow-up an entry stands for; None for what only lies over them."""
        return key if isinstance(key, int) else None

    def open_layer(self, key: object) -> None:
        """Go to where what lies over the follow-ups is kept; several of them are looked at as a list."""
        if self.seen is None or not isinstance(key, tuple):
            return
        one = self.seen.layers[key[1][0]]
        if len(key[1]) > 1:
            self.list_wanted.emit(one.on)
            return
        if one.layer is Layer.CARE:
            self.office.go("settings", "strategy")
        elif one.customer_id is None:
            self.office.go("tiers", "round")
        elif isinstance(one.what, ContractRow):
            self.office.show_customer(one.customer_id, "orders", f"contracts:{one.what.id}")
        else:
            self.office.show_customer(one.customer_id, "overview" if one.layer is Layer.KEY_DATES else "orders")
