"""跟进方案 started by hand for one or several customers, and counted from another day.

`start_sequence(office, customer_ids, …)` and `move_run(office, run_id)` return whether something was kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from db.queries.customers import customer_rows
from db.queries.journal import last_action
from db.queries.office import reps
from db.queries.sequences import Event, RunRow, run
from db.store import Doing
from desktop.rules.errors import RuleBroken
from desktop.services.calendar.runs import Moved, events_of, move_anchor
from desktop.services.calendar.sequences import OfficeSequence, days_of_steps, sequences
from desktop.services.calendar.starting import StartedMany, start_many
from desktop.ui import failures
from desktop.ui.form_box import FormBox
from desktop.ui.form_box import run as run_box
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.fields import FormField, Option, Remark
from desktop.ui.kit.form import Form
from desktop.ui.office import Office
from desktop.ui.sequence_words import anchor_words, event_words, run_name, step_day_words
from desktop.ui.top_line import take_back
from desktop.ui.words import current, tr
from desktop.words import N_

NAMES = 3


@dataclass(frozen=True, slots=True)
class StartForm:
    """Which sequence, counted from which day."""

    key: str = ""
    anchor_on: date | None = None


def start_sequence(office: Office, customer_ids: Sequence[int], key: str = "", parent: QWidget | None = None) -> bool:
    """Ask for a sequence and its day, and start it for these customers; whether it was kept."""
    if office.store.read_only:
        office.notice.say(tr("The file is open for reading only."), "info")
        return False
    with office.store.read() as session:
        found = sequences(session, active_only=True)
    return run_box(StartBox(office, found, customer_ids, key, parent))


class StartBox(FormBox):
    """The days of the steps are seen beforehand; what the customer has to count from is offered."""

    def __init__(
        self,
        office: Office,
        found: Sequence[OfficeSequence],
        customer_ids: Sequence[int],
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._sequences = {one.key: one for one in found}
        self._ids = list(customer_ids)
        with office.store.read() as session:
            self._names = [one.name for one in customer_rows(session, self._ids[:NAMES])]
            self._people = {one.id: one.name for one in reps(session)}
        options = tuple(Option(one.key, one.name) for one in found)
        fields = (
            FormField("key", N_("Follow-up sequence"), "choice", options=options, required=True),
            FormField("anchor_on", N_("Counted from"), "date", help=N_("3-5, tomorrow, next Tuesday")),
        )
        draft = StartForm(key or (found[0].key if found else ""), office.today())
        super().__init__(
            office, tr("Start a follow-up sequence"), self._about(office), fields, draft, tr("Start it"), self._start,
            focus="key", parent=parent,
        )  # fmt: skip
        self.days = QLabel()
        self.days.setTextFormat(Qt.TextFormat.PlainText)
        self.days.setWordWrap(True)
        self.days.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.days.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.box.insertWidget(self.box.count() - 1, self.days)
        self.setMinimumWidth(theme.px(600))
        self.form.watch("anchor_on", self._offer)
        for field in ("key", "anchor_on"):
            self.form.editor(field).edited.connect(self._look)
        self.form.look_again("anchor_on")
        self._look()

    def _about(self, office: Office) -> str:
        shown = office.veil.anyone("、".join(self._names))
        left = len(self._ids) - len(self._names)
        return tr("{names} and {count} more", names=shown, count=left) if left > 0 else shown

    def _chosen(self) -> OfficeSequence | None:
        return self._sequences.get(str(self.form.editor("key").get()))

    def _events(self) -> list[Event]:
        """What the only customer has to count from."""
        chosen = self._chosen()
        if chosen is None or len(self._ids) != 1:
            return []
        with self.office.store.read() as session:
            return events_of(session, chosen.plan, self._ids[0], self.office.today())

    def _offer(self, value: object) -> Remark | None:
        chosen = self._chosen() if self.form.editing else None
        if chosen is None:
            return None
        events = self._events()
        told = next((one for one in events if one.on == value), None)
        if told is not None:
            return Remark(event_words(told), "good")
        counted = tr("Counted from {what}.", what=anchor_words(chosen.plan.trigger))
        coming = next((one for one in events if one.on >= self.office.today()), None) or next(iter(events), None)
        if coming is None:
            return Remark(counted, "muted")
        return Remark(
            f"{counted} {event_words(coming)}", "muted", tr("Take this day"),
            lambda: self.form.fill("anchor_on", coming.on),
        )  # fmt: skip

    def _look(self) -> None:
        """Show the days; the day's remark depends on the sequence too."""
        self.form.look_again("anchor_on")
        chosen = self._chosen()
        try:
            anchor = self.form.editor("anchor_on").get()
        except ValueError:
            anchor = None
        if chosen is None or not isinstance(anchor, date):
            self.days.clear()
            return
        with self.office.store.read() as session:
            days = days_of_steps(session, chosen.plan, anchor)
        today = self.office.today()
        self.days.setText("\n".join(step_day_words(one, today, self._people) for one in days))
        self.fit()

    def _start(self, draft: StartForm, form: Form[Any]) -> bool:
        chosen, anchor, today = self._sequences.get(draft.key), draft.anchor_on, self.office.today()
        if chosen is None or anchor is None:
            form.show_error("anchor_on", failures.sentence(RuleBroken("date_missing")))
            form.focus("anchor_on")
            return False
        event = next((one for one in self._events() if one.on == anchor), None)
        name = current().text(chosen.name)
        doing = Doing("sequence.start.many", {"count": len(self._ids), "sequence": name})
        if len(self._ids) == 1:
            doing = Doing("sequence.start", {"name": "".join(self._names), "sequence": name})
        done: list[StartedMany] = []

        def work(session: Any) -> None:
            done.append(start_many(session, draft.key, self._ids, anchor, today, current(), event))

        if not keep(self.office, doing, work, (form,)):
            return False
        said = tr("Started for {count} customers: {sequence}", count=done[0].started, sequence=name)
        if done[0].running:
            said = tr("{said}; {count} have it under way already", said=said, count=done[0].running)
        _say(self.office, said)
        return True


@dataclass(frozen=True, slots=True)
class AnchorForm:
    """The day a run is counted from."""

    anchor_on: date | None = None


def move_run(office: Office, run_id: int, parent: QWidget | None = None) -> bool:
    """Ask from which day a run is counted, and move its open steps; whether it was kept."""
    with office.store.read() as session:
        found = run(session, run_id)
    if found is None:
        failures.tell(office.ask, RuleBroken("gone"))
        return False
    return run_box(anchor_box(office, found, parent))


def anchor_box(office: Office, row: RunRow, parent: QWidget | None = None) -> FormBox:
    """The box for one run."""

    def move(draft: AnchorForm, form: Form[Any]) -> bool:
        if draft.anchor_on is None:
            form.show_error("anchor_on", failures.sentence(RuleBroken("date_missing")))
            return False
        on, today = draft.anchor_on, office.today()
        done: list[Moved] = []

        def work(session: Any) -> None:
            done.append(move_anchor(session, row.id, on, today))

        if not keep(office, Doing("sequence.move", {"name": row.customer}), work, (form,)):
            return False
        said = tr("Counted from {day}: {count} steps moved", day=on.isoformat(), count=done[0].steps)
        if done[0].clamped:
            said = tr("{said}; {count} would be past and stand on today", said=said, count=done[0].clamped)
        _say(office, said)
        return True

    fields = (FormField("anchor_on", N_("Counted from"), "date", help=N_("3-5, tomorrow, next Tuesday")),)
    about = tr(
        "{run}. Its open steps move by the same number of days; what you moved yourself stays where it is.",
        run=run_name(row),
    )
    return FormBox(
        office, tr("Count from another day"), about, fields, AnchorForm(row.anchor_on), tr("Move the steps"), move,
        parent=parent,
    )  # fmt: skip


def _say(office: Office, sentence: str) -> None:
    with office.store.read() as session:
        last = last_action(session)
    if last is not None:
        office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(office, last.id))
