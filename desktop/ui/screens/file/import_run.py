"""One import on its way: what was read, what it is taken for, what would become of each row, what became of it.

It outlives the page that shows it, so that a change of language or a look at another place loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.documents.sheets.book import Book, Cell, Sheet
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.conditions import Condition
from desktop.rules.imports.custom_fields import KINDS, CustomTarget, claimed
from desktop.rules.imports.fields import FIELDS, ImportKind
from desktop.rules.imports.headers import HeaderGuess, check_table, find_header, header_texts
from desktop.rules.imports.mapping import ColumnMatch, propose
from desktop.rules.imports.profile import Profile, columns_of
from desktop.rules.imports.sheet_kinds import check_columns, customer_kind_of_sheet, guess_kind_of_sheet
from desktop.services.exchange import steps
from desktop.services.exchange.outcome import ImportReport, Outcome
from desktop.services.exchange.proposal import SAMPLE, Proposal, WithAlike, check_custom
from desktop.ui import failures
from desktop.ui.office import Office
from desktop.ui.words import tr


class Step(Enum):
    """Where an import is."""

    CHOOSE = auto()
    READING = auto()
    COLUMNS = auto()
    CHECKING = auto()
    PREVIEW = auto()
    WRITING = auto()
    DONE = auto()


WORKING = (Step.READING, Step.CHECKING, Step.WRITING)


class ImportRun(QObject):
    """`changed` when another step is reached or what is shown in it has changed."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.step = Step.CHOOSE
        self.path: Path | None = None
        self.trouble = ""  # a sentence: why it does not go on
        self.book: Book | None = None
        self.asked = Profile()
        self.sheet_at = 0
        self.kind: ImportKind | None = None
        self.guess = HeaderGuess(None, False, "none")
        self.header: tuple[str, ...] | None = None
        self.matches: tuple[ColumnMatch, ...] = ()
        self.where: tuple[Condition, ...] = ()
        self.custom: tuple[CustomTarget, ...] = ()  # the fields of the office
        self.with_alike = WithAlike.CREATE
        self.report: ImportReport | None = None
        self.let_erased = False  # rows of people who asked to be erased come in all the same
        self._progress: Progress | None = None

    @property
    def working(self) -> bool:
        """Whether a job of this import runs."""
        return self.step in WORKING

    @property
    def sheet(self) -> Sheet:
        """The sheet that is looked at."""
        assert self.book is not None
        return self.book.sheets[self.sheet_at]

    def _turn_to(self, step: Step, trouble: str = "") -> None:
        self.step, self.trouble = step, trouble
        self.changed.emit()

    # The first step: read

    def read(self, path: Path, asked: Profile | None = None) -> None:
        """Read the file in a job; `asked` is what the user knows better than the file says."""
        self.path, self.asked = path, asked or Profile()
        self._turn_to(Step.READING)
        profile = self.asked
        self._progress = self.office.jobs.run(
            tr("Reading {name}", name=path.name),
            lambda progress: steps.read(path, progress, profile),
            self._take_book,
            failed=lambda error: self._fail(error, Step.CHOOSE),
            cancelled=lambda: self._turn_to(Step.CHOOSE),
        )

    def _take_book(self, book: Book) -> None:
        self.book, self.report, self.where, self.let_erased = book, None, (), False
        self.with_alike = WithAlike.CREATE
        self.custom = steps.fields_of_office(self.office.store)
        self.kind = self.asked.kind
        try:
            found = steps.propose(book, self.asked, custom=self.custom)
        except RuleBroken:
            rows = [sum(any(cell is not None for cell in row) for row in sheet.rows) for sheet in book.sheets]
            self.sheet_at = rows.index(max(rows))
            self.look_again()
        else:
            self.sheet_at, self.kind, self.header = found.sheet, found.kind, found.header
            second = found.header_row is not None and found.first_data > found.header_row + 1
            self.guess = HeaderGuess(found.header_row, second, "asked")
            self.matches, self.where = found.matches, found.where
        self._turn_to(Step.COLUMNS)

    # The second step: what it is

    def take_sheet(self, at: int) -> None:
        """Look at another sheet of the book, with nothing kept of the first."""
        self.sheet_at, self.kind, self.where = at, None, ()
        self.look_again()
        self.changed.emit()

    def take_kind(self, kind: ImportKind) -> None:
        """Say what the rows are."""
        self.kind = kind
        self._propose()
        self.changed.emit()

    def take_header(self, row: int | None) -> None:
        """Say which row (index) is the header, None for a sheet without one."""
        self.guess = replace(find_header(self.sheet.rows), row_index=row, second_header=False)
        self.where = ()
        self._propose()
        self.changed.emit()

    def look_again(self) -> None:
        """Find out where the header is and what the rows are."""
        self.guess = find_header(self.sheet.rows)
        self.header = header_texts(self.sheet.rows, self.guess)
        self.kind = self.kind or guess_kind_of_sheet(self.header, self.sample())
        self._propose()

    def sample(self) -> list[tuple[Cell, ...]]:
        """The first rows of data."""
        first = self.guess.first_data_row
        return list(self.sheet.rows[first : first + SAMPLE])

    def _propose(self) -> None:
        self.header = header_texts(self.sheet.rows, self.guess)
        if self.asked.columns:
            try:
                self.matches = columns_of(self.asked, self.header, self.sheet.width)
            except RuleBroken:  # the profile is of another sheet
                self.asked = replace(self.asked, columns={})
            else:
                return
        self.matches = propose(self.kind, self.header, self.sample()) if self.kind else ()
        if self.kind in KINDS:
            self.matches = claimed(self.matches, self.custom)

    def give(self, at: int, field: str | None) -> None:
        """Give the match at place `at` to a field, None for not imported; who had that field alone loses it."""
        alone = field is not None and not (field in FIELDS and FIELDS[field].many)
        matches = [
            replace(one, field=None, confidence=0.0, why="taken", rival=self.matches[at].column_index)
            if alone and one.field == field
            else one
            for one in self.matches
        ]
        matches[at] = replace(self.matches[at], field=field, confidence=1.0, why="asked", rival=None)
        self.matches = tuple(matches)
        self.changed.emit()

    def proposal(self) -> Proposal:
        """What is to be imported as things stand. Raises RuleBroken where that cannot be imported."""
        if self.kind is None:
            raise RuleBroken("unknown_kind")
        check_table(self.sheet.rows, self.guess)
        fields = {match.field for match in self.matches if match.field}
        check_columns(self.kind, fields)
        check_custom(self.matches, self.custom)
        sample = self.sample()
        whose = customer_kind_of_sheet(self.matches, sample)
        place = (self.sheet_at, self.header, self.guess.row_index, self.guess.first_data_row)
        asked = (self.asked.match, self.custom, self.let_erased, self.with_alike)
        return Proposal(self.kind, *place, self.matches, whose, self.where, *asked)

    # The third and fourth step

    def preview(self) -> None:
        """Find out in a job what would become of each row."""
        proposal, book, store = self.proposal(), self.book, self.office.store
        assert book is not None
        self._turn_to(Step.CHECKING)
        self._progress = self.office.jobs.run(
            tr("Checking the rows"),
            lambda progress: steps.preview(store, book, proposal, progress),
            lambda report: self._take_report(report, Step.PREVIEW),
            failed=lambda error: self._fail(error, Step.COLUMNS),
            cancelled=lambda: self._turn_to(Step.COLUMNS),
        )

    def take_alike(self, with_alike: WithAlike) -> None:
        """Say what becomes of new customers who look like one in the file, and look again."""
        if with_alike is not self.with_alike and self.step is Step.PREVIEW:
            self.with_alike = with_alike
            self.preview()

    def apply(self) -> None:
        """Import in a job, as one action."""
        proposal, book, store, path = self.proposal(), self.book, self.office.store, self.path
        assert book is not None
        assert path is not None
        self._turn_to(Step.WRITING)
        self._progress = self.office.jobs.run(
            tr("Importing {name}", name=path.name),
            lambda progress: steps.apply(store, book, proposal, progress, name=path.name),
            lambda report: self._take_report(report, Step.DONE),
            failed=lambda error: self._fail(error, Step.PREVIEW),
            cancelled=lambda: self._turn_to(Step.PREVIEW, tr("Stopped. Nothing was imported.")),
        )

    def cancel(self) -> None:
        """Stop the job that runs for this import."""
        if self._progress is not None:
            self._progress.cancel()

    def back(self) -> None:
        """Return to the step before."""
        self._turn_to({Step.COLUMNS: Step.CHOOSE, Step.PREVIEW: Step.COLUMNS}.get(self.step, self.step))

    def begin_again(self) -> None:
        """Another file."""
        self.report = None
        self._turn_to(Step.CHOOSE)

    def _take_report(self, report: ImportReport, step: Step) -> None:
        self.report = report
        if step is Step.DONE:
            self.book = None  # a hundred thousand rows need not stay in memory for the report
        self._turn_to(step)

    def _fail(self, error: BaseException, step: Step) -> None:
        """A file or mapping that cannot be used is said on the page; anything else is told as everywhere."""
        if isinstance(error, RuleBroken):
            self._turn_to(step, failures.sentence(error))
            return
        self._turn_to(step)
        failures.tell(self.office.ask, error)


def coming_in(counts: Mapping[Outcome, int]) -> int:
    """Rows that an import brings in."""
    return counts.get(Outcome.CREATED, 0) + counts.get(Outcome.UPDATED, 0)
