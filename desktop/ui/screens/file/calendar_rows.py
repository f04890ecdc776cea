"""What becomes of each event of a calendar: a list with its reasons, filtered by outcome, and whose each one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.vocabulary import CalendarKind
from desktop import sentences
from desktop.rules.labels import TITLES
from desktop.rules.recurrence.wording import say_rule
from desktop.services.calendar.ics_proposal import Fate, Row
from desktop.ui.finding_customers import customer_finder
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import Column, ListModel, veiled
from desktop.ui.screens.file.calendar_run import CalendarRun, Step
from desktop.ui.wording import day
from desktop.ui.words import current, tr
from desktop.words import N_

FATES = {
    Fate.OPEN: N_("Whose?"),
    Fate.NEW: N_("New"),
    Fate.CHANGED: N_("Changed"),
    Fate.SAME: N_("As it was"),
    Fate.LEFT_OUT: N_("Left out"),
    Fate.REFUSED: N_("Refused"),
}
TONES = {
    Fate.OPEN: "amber",
    Fate.NEW: "green",
    Fate.CHANGED: "ink",
    Fate.SAME: "grey",
    Fate.LEFT_OUT: "grey",
    Fate.REFUSED: "red",
}
_FIELDS = {
    "rule": N_("Rule of recurrence"),
    "starts_on": N_("First day"),
    "at": N_("Time of day"),
    "without": N_("Days left out"),
    "minutes": N_("Length"),
}
ALL = "all"
FILTERS: tuple[Fate | str, ...] = (ALL, *FATES)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with the number the list knows it by."""

    id: int
    row: Row


def when_words(row: Row) -> str:
    """ "2026-03-10 09:30", with the last day or the rule where there is one."""
    event = row.event
    if event is None:
        return ""
    at = f" {event.at:%H:%M}" if event.at is not None else ""
    until = ""
    if event.last_day is not None:
        last = day(event.last_day)
        until = f" – {last[5:] if event.last_day.year == event.day.year else last}"
    return f"{day(event.day)}{at}{until}"


def recurs_words(row: Row) -> str:
    """What its rule says; how many follow-ups where it is laid out one by one."""
    event = row.event
    if event is None or (event.rule is None and not event.slots):
        return ""
    if event.rule is None:
        return tr("{count} single follow-ups", count=len(event.slots))
    return say_rule(event.rule, CalendarKind.SOLAR, event.day, current())


def why_words(row: Row) -> str:
    """Why it becomes what it becomes."""
    words, facts = current(), dict(row.reason.facts)
    fields = facts.get("fields")
    if isinstance(fields, tuple):
        named = (words.text(_FIELDS.get(one) or TITLES["follow_up"].get(one, one)) for one in fields)
        facts["fields"] = tr(", ").join(named)
    return sentences.rule(words, row.reason.code, facts)


COLUMNS: tuple[Column[Shown], ...] = (
    Column("number", N_("No."), lambda one: f"{one.row.number:,}", 56, "right", fixed=True),
    Column(
        "fate",
        N_("Outcome"),
        lambda one: current().text(FATES[one.row.fate]),
        112,
        badge=lambda one: TONES[one.row.fate],
        fixed=True,
    ),
    Column("when", N_("When"), lambda one: when_words(one.row), 168),
    Column("what", N_("What"), lambda one: one.row.title, 220, tip=lambda one: one.row.title),
    Column("customer", N_("Customer"), lambda one: one.row.customer, 186, tip=lambda one: one.row.customer),
    Column("recurs", N_("Recurs"), lambda one: recurs_words(one.row), 184, tip=lambda one: recurs_words(one.row)),
    Column("why", N_("Reason"), lambda one: why_words(one.row), 320, tip=lambda one: why_words(one.row)),
)


class CalendarRows(QWidget):
    """`put()` shows the run's proposal; its buttons choose the outcome that is listed."""

    def __init__(self, run: CalendarRun) -> None:
        super().__init__()
        self.run = run
        self._rows: dict[int, Row] = {}
        self.model: ListModel[Shown] = ListModel(veiled(COLUMNS, run.office.veil.anyone), self._fetch)
        actions = (
            Action("customer", N_("Choose the customer…"), self.choose, "user", "F2", allowed=self.may_give),
            Action("leave", N_("Leave out of the import"), self._leave, "x", "Del", allowed=self.may_give),
        )
        self.view = ListView(self.model, "calendar.rows", run.office.seen, actions)
        self.view.opened.connect(lambda one: self.choose([one]) if self.may_give([one]) else None)
        self.panel = ListPanel(self.view)
        self.panel.empty.say("filter-off", tr("No events of this kind."))
        Fill(self.view, "why")
        self._filters = QButtonGroup(self)
        self.buttons: dict[Fate | str, QPushButton] = {}
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        line.setSpacing(theme.px(8))
        for number, fate in enumerate(FILTERS):
            made = QPushButton()
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._filters.addButton(made, number)
            self.buttons[fate] = made
            line.addWidget(made)
        line.addStretch(1)
        self.buttons[ALL].setChecked(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addWidget(self.panel, 1)
        self._filters.idToggled.connect(lambda _, on: self._list() if on else None)

    def put(self, fresh: bool) -> None:
        """Show the proposal; a fresh one begins with what somebody has to say, where there is such."""
        self._rows = {row.number: row for row in self.run.proposal.rows}
        counts = self.run.proposal.counts
        self.buttons[ALL].setText(tr("All {count}", count=f"{len(self._rows):,}"))
        for fate, words in FATES.items():
            self.buttons[fate].setText(f"{current().text(words)} {counts.get(fate, 0):,}")
            self.buttons[fate].setVisible(bool(counts.get(fate)) or self.buttons[fate].isChecked())
        if fresh:
            asking = self.run.step is Step.PREVIEW and counts.get(Fate.OPEN)
            self.buttons[Fate.OPEN if asking else ALL].setChecked(True)
        self._list()
        if fresh and len(self.model.ids):
            self.view.go_to(self.model.ids[0])

    def _list(self) -> None:
        wanted = FILTERS[self._filters.checkedId()]
        ids = [number for number, row in self._rows.items() if wanted == ALL or row.fate is wanted]
        self.model.set_ids(ids)
        self.panel.foot.say(tr("{count} calendar events", count=f"{len(ids):,}"))

    def _fetch(self, ids: Sequence[int]) -> list[Shown]:
        return [Shown(one, self._rows[one]) for one in ids if one in self._rows]

    # Whose they are

    def may_give(self, ids: Sequence[int]) -> bool:
        """Whether somebody may say whose they are: new ones, and no occurrences, which go with their series."""
        rows = [self._rows[one] for one in ids if one in self._rows]
        unsettled = (Fate.OPEN, Fate.NEW, Fate.LEFT_OUT)
        return self.run.step is Step.PREVIEW and all(
            row.fate in unsettled and row.event is not None and row.parent is None and _is_free(row) for row in rows
        )

    def choose(self, ids: Sequence[int]) -> None:
        """Ask whose these events are."""
        first = self._rows[ids[0]]
        question = tr("Whose is “{event}”?", event=first.title)
        if len(ids) > 1:
            question = tr("Whose are these {count} events?", count=len(ids))
        picked = self.run.office.ask.pick(question, customer_finder(self.run.office), yes=tr("Take this customer"))
        if isinstance(picked, int):
            self.run.give(ids, picked)

    def _leave(self, ids: Sequence[int]) -> None:
        self.run.give(ids, None)


def _is_free(row: Row) -> bool:
    """Whether somebody may say whose it is: not what is over or was cancelled there."""
    return row.fate is not Fate.LEFT_OUT or row.reason.code == "ics_left_out"
