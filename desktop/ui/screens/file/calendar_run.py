"""One import of a calendar on its way. It outlives the page that shows it: a change of language loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop import paths
from desktop.documents.calendars.event import CalendarFile
from desktop.documents.calendars.zones import machine_zone
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.calendar import ics_applying, ics_import
from desktop.services.calendar.ics_proposal import Proposal
from desktop.ui import failures
from desktop.ui.office import Office
from desktop.ui.words import tr
from desktop.words import LANGUAGES, Catalogue


class Step(Enum):
    """Where it is."""

    CHOOSE = auto()
    WORKING = auto()
    PREVIEW = auto()
    DONE = auto()


class CalendarRun(QObject):
    """`changed` when another step is reached or what is shown in it has changed."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.step = Step.CHOOSE
        self.path: Path | None = None
        self.trouble = ""  # a sentence: why it does not go on
        self.rep_id: int | None = None  # whose follow-ups they become; None: whoever has the customer
        self.proposal = Proposal(())
        self._languages = tuple(Catalogue.load(one, paths.resources() / "i18n") for one in LANGUAGES)

    def read(self, path: Path) -> None:
        """Read a file and find out what it would change, in a job."""
        if self.step is Step.WORKING:
            self.office.notice.say(tr("One import at a time: this one is still at work."), "bad")
            return
        self.path = path
        today, store = self.office.today(), self.office.store

        def work(progress: Progress) -> Proposal:
            found: CalendarFile = ics_import.read(path, machine_zone(), today, progress)
            return ics_import.propose(store, found, today, self._languages, progress)

        self._run(tr("Reading {name}", name=path.name), work, Step.PREVIEW, Step.CHOOSE)

    def give(self, numbers: Sequence[int], customer_id: int | None) -> None:
        """Say whose these rows are; None leaves them out."""
        with self.office.store.read() as session:
            for number in numbers:
                self.proposal = ics_import.for_customer(session, self.proposal, number, customer_id)
        self.changed.emit()

    def apply(self) -> None:
        """Import in a job, as one action."""
        assert self.path is not None
        how = ics_applying.Importing(
            self.office.today(), self._languages, self.rep_id, tr("Changed in the calendar {name}", name=self.path.name)
        )
        proposal, store, name = self.proposal, self.office.store, self.path.name
        self._run(
            tr("Importing {name}", name=name),
            lambda progress: ics_applying.apply(store, proposal, how, progress, name=name),
            Step.DONE,
            Step.PREVIEW,
        )

    def begin_again(self) -> None:
        """Another file."""
        self.proposal = Proposal(())
        self._turn_to(Step.CHOOSE)

    def _run(self, title: str, work: Callable[[Progress], Proposal], then: Step, back: Step) -> None:
        self._turn_to(Step.WORKING)
        self.office.jobs.run(
            title,
            work,
            lambda proposal: self._take(proposal, then),
            failed=lambda error: self._fail(error, back),
            cancelled=lambda: self._turn_to(back, tr("Stopped. Nothing was imported.")),
        )

    def _take(self, proposal: Proposal, step: Step) -> None:
        self.proposal = proposal
        self._turn_to(step)

    def _turn_to(self, step: Step, trouble: str = "") -> None:
        self.step, self.trouble = step, trouble
        self.changed.emit()

    def _fail(self, error: BaseException, step: Step) -> None:
        if isinstance(error, RuleBroken):
            self._turn_to(step, failures.sentence(error))
            return
        self._turn_to(step)
        failures.tell(self.office.ask, error)
