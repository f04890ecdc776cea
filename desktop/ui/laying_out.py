"""What the program lays out by itself: series go on, events start their sequences. In a job, never in anybody's way.

Looked for when the window stands, when something was changed that may start a sequence, and when a day has begun.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer

from desktop.progress import Progress
from desktop.ui.office import Office
from desktop.ui.words import current, tr

PATIENCE = 2500  # milliseconds until one looks: the first screen stands by then, and typing is over
MINUTE = 60_000
# What may start a sequence or shorten a series. Follow-ups are not among them: whoever changes one settles its run.
TOUCHING = frozenset(
    {"customer", "contract", "sales_order", "key_date", "contact", "follow_up_sequence", "follow_up_series"}
)


class LayingOut(QObject):
    """Lives as long as its window; does nothing for a file that is open for reading."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._day: date | None = None
        self._busy = self._again = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.look)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self._on_minute)
        if office.store.read_only:
            return
        office.bus.changed.connect(self._on_changed)
        self._waiting.start(PATIENCE)
        self._minutes.start(MINUTE)

    def stop(self) -> None:
        """Look no more: the file is being closed."""
        self._waiting.stop()
        self._minutes.stop()

    def look(self) -> None:
        """Lay out what is due, where anything can be."""
        if self._office.jobs.closed or self._office.store.read_only:
            return
        if self._busy:
            self._again = True
            return
        self._day = self._office.today()
        if not self._anything():
            return
        self._busy = True
        store, today, words = self._office.store, self._day, current()

        def work(_progress: Progress) -> int:
            from desktop.services.calendar.laying_out import lay_out

            return lay_out(store, today, words)

        self._office.jobs.run(
            tr("Laying out follow-ups"), work, self._said, cancelled=self._free, failed=self._failed, owner=self
        )

    def _anything(self) -> bool:
        """A short look whether the office has anything that goes on by itself."""
        from db.queries.sequences import goes_on_by_itself

        with self._office.store.read() as session:
            return goes_on_by_itself(session)

    def _said(self, started: int) -> None:
        self._free()
        if started:
            self._office.notice.say(tr("Follow-up sequences started by their events: {count}", count=started), "info")

    def _failed(self, problem: BaseException) -> None:
        from desktop.ui import failures

        self._free()
        failures.tell(self._office.ask, problem)

    def _free(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._waiting.start(0)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if TOUCHING & tables:
            self._waiting.start(PATIENCE)

    def _on_minute(self) -> None:
        if self._day is not None and self._day != self._office.today():
            self.look()
