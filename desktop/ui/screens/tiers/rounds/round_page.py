"""评定: propose as of a day, look it through, set by hand with a reason, publish; and all that was published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from db.queries.rounds import rounds
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.rating.proposing import Proposed, held_against, propose
from desktop.services.rating.round_table import RoundTable, table_of_proposal, table_of_round
from desktop.services.rating.schemes import metrics_of
from desktop.ui import failures
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.inputs import composing
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.rounds.round_actions import RoundActions
from desktop.ui.screens.tiers.rounds.round_bar import RoundBar
from desktop.ui.screens.tiers.rounds.round_list import RoundsList
from desktop.ui.screens.tiers.rounds.round_view import Looked, RoundView, looked
from desktop.ui.wording import day
from desktop.ui.words import current, tr

MEASURED = frozenset(
    {"sales_order", "order_line", "payment", "follow_up", "survey", "service_case", "care_record", "custom_value"}
)  # what a proposal is measured from; that it is older than a change to these is said


class RoundPage(Screen):
    """The rounds of the chosen scheme, one of them, or a proposal; a wrong scheme is told here, and never applied."""

    SHOWS = frozenset({"rating_round", "rating", "tier_override", "customer", "policy"})

    def __init__(self, office: Office, choice: SchemeChoice) -> None:
        super().__init__(office)
        self.choice = choice
        self.proposed: Proposed | None = None
        self._job: Progress | None = None
        self._asked = 0
        self._older = False
        self.bar = RoundBar(office)
        self.tasks = RoundActions(office, lambda: self.choice.scheme, self)
        self.view = RoundView(office, self.tasks.declared())
        self.tasks.view = self.view
        self.list = RoundsList(office)
        self.says = EmptyState("clock")
        self.stack = QStackedWidget()
        for widget in (self.list, self.view, self.says):
            self.stack.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.bar.rate_wanted.connect(self.rate)
        self.bar.rounds_wanted.connect(self.show_rounds)
        self.bar.publish_wanted.connect(self.publish)
        self.bar.pdf_wanted.connect(self.save_pdf)
        self.bar.workbook_wanted.connect(self.save_workbook)
        self.list.opened.connect(self.open_round)
        self.view.why_wanted.connect(self.tasks.why)
        self.choice.changed.connect(self._on_choice)

    # What is shown

    def reload(self) -> None:
        with self.office.store.read() as session:
            found = rounds(session, self.choice.key)
        self.list.put(found, self.choice.scheme.scheme)
        self._advise()
        table = self.view.table
        if self.stack.currentWidget() is not self.view or table is None:
            return
        if table.published is not None and table.published.id not in {one.id for one in found}:
            self.show_rounds()
        elif self.proposed is not None:
            self._hold(self.proposed)

    def _advise(self) -> None:
        name = current().text(self.choice.scheme.scheme.name)
        words = tr(
            "No round was published by “{scheme}” yet. Rate to see in which class everybody would be.", scheme=name
        )
        self.list.empty.say("target-arrow", words, tr("Rate"), self.bar.ask_to_rate)

    def _on_choice(self) -> None:
        """Another scheme, or the schemes were edited; a proposal made by what the scheme still is may stay."""
        table = self.view.table
        same = table is not None and table.scheme == self.choice.scheme.scheme
        if not same or self.stack.currentWidget() is self.says:
            self.show_rounds()
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()

    def show_rounds(self) -> None:
        """The list of what was published; a proposal that is not published is gone."""
        self._stop()
        self.proposed = None
        self.bar.say_wrong("")
        self.bar.show_what("", shown=False, open_round=False)
        self.stack.setCurrentWidget(self.list)
        self.list.view.setFocus()

    def _show(self, seen: Looked) -> None:
        table = seen.table
        self.proposed = table.proposed
        if not table.customers:
            self.bar.show_what("", shown=False, open_round=False)
            self._say("users", tr("There are no customers to rate."), tr("All rounds"), self.show_rounds)
            return
        first = self.stack.currentWidget() is not self.view
        self.view.put(seen)
        self.bar.show_what(self._told(table), shown=True, open_round=self.proposed is not None)
        self.stack.setCurrentWidget(self.view)
        if first:
            self.view.view.setFocus()

    def _told(self, table: RoundTable) -> str:
        if table.published is not None:
            row = table.published
            facts = {"day": day(row.as_of), "who": row.who or "–", "number": row.number}
            at = row.published_at.astimezone().strftime("%Y-%m-%d %H:%M")
            words = tr("Round as of {day}, published by {who} at {at}, version {number}", at=at, **facts)
            return f"{words} · {row.note}" if row.note else words
        words = tr("Proposal, not published")
        if table.earlier is not None:
            words = tr("Proposal, held against the round of {day}", day=day(table.earlier.as_of))
        return tr("{proposal} · records were changed since: rate again", proposal=words) if self._older else words

    def _say(self, icon: str, sentence: str, action: str, do: Callable[[], object]) -> None:
        self.says.say(icon, sentence, action, do)
        self.stack.setCurrentWidget(self.says)

    # Rating

    def rate(self, as_of: date) -> None:
        """Propose as of a day, in a job that can be stopped."""
        store, key = self.office.store, self.choice.key
        self._older = False

        def work(progress: Progress) -> Looked:
            table = table_of_proposal(propose(store, key, as_of, progress))
            with store.read() as session:
                known = metrics_of(session)
            return looked(table, known)

        self._run(tr("Rating the customers"), work)
        self._say("clock", tr("Rating the customers…"), tr("Stop"), self.show_rounds)

    def open_round(self, round_id: object) -> None:
        """Look at a published round."""
        store = self.office.store
        if not isinstance(round_id, int):
            return

        def work(progress: Progress) -> Looked:
            table = table_of_round(store, round_id, progress)
            with store.read() as session:
                known = metrics_of(session)
            return looked(table, known)

        self._run(tr("Opening the round"), work)

    def _hold(self, proposed: Proposed) -> None:
        """The same proposal with the exceptions and rounds as the file has them now."""
        store, known = self.office.store, self.view.known
        self._run(
            tr("Comparing with the last round"),
            lambda _: looked(table_of_proposal(held_against(store, proposed)), known),
        )

    def _run(self, name: str, work: Callable[[Progress], Any]) -> None:
        self._stop()
        self._asked += 1
        asked = self._asked
        self._job = self.office.jobs.run(
            name,
            work,
            lambda found: self._done(found, asked),
            failed=lambda problem: self._failed(problem, asked),
            cancelled=lambda: self._stopped(asked),
            owner=self,
        )

    def _stop(self) -> None:
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _done(self, found: Any, asked: int) -> None:
        if asked == self._asked:
            self._job = None
            self._show(found)

    def _stopped(self, asked: int) -> None:
        """Stopped in the status line."""
        if asked == self._asked:
            self.show_rounds()

    def _failed(self, problem: BaseException, asked: int) -> None:
        if asked != self._asked:
            return
        self.show_rounds()
        if not isinstance(problem, RuleBroken):
            failures.tell(self.office.ask, problem)
        elif problem.code == "gone":
            self.reload()
        else:
            sentence = failures.sentence(problem)
            self._say("alert-triangle", sentence, tr("Edit the scheme"), lambda: self.office.go("tiers", "schemes"))

    # Doing

    def publish(self) -> None:
        """Freeze the proposal, after saying what will happen."""
        if self.proposed is not None and not self.office.store.read_only:
            self.tasks.publish(self.proposed, self.open_round)

    def save_pdf(self) -> None:
        """The rating sheet of what is shown, as PDF."""
        from desktop.ui.screens.tiers.rounds.rating_sheet_actions import save_pdf

        if (what := self._shown()) is not None:
            save_pdf(self.office, self, what)

    def save_workbook(self) -> None:
        """The same as a workbook."""
        from desktop.ui.screens.tiers.rounds.rating_sheet_actions import save_xlsx

        if (what := self._shown()) is not None:
            save_xlsx(self.office, self, what)

    def _shown(self) -> Proposed | int | None:
        """The proposal, or the id of the published round that is looked at."""
        table = self.view.table
        if table is None or table.proposed is not None:
            return None if table is None else table.proposed
        return None if table.published is None else table.published.id

    def _on_changed(self, tables: frozenset[str]) -> None:
        table = self.view.table
        if tables & MEASURED and self.proposed is not None and table is not None:
            self._older = True
            self.bar.told.say(self._told(table))
        super()._on_changed(tables)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not composing() and self.stack.currentWidget() is not self.list:
            self.show_rounds()
        else:
            super().keyPressEvent(event)
