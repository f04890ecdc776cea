"""定期跟进: the box that begins a recurring follow-up, or changes one: this time only, or all that follow.

`start_box(office, customer_id, …)` and `edit_box(office, series_id, …)` return whether something was kept.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.agenda import agenda_rows
from db.queries.card import card
from db.queries.journal import last_action
from db.queries.office import reps
from db.queries.series import SeriesRow, series
from db.store import Doing
from db.vocabulary import CalendarKind, FollowUpKind
from desktop.rules.dates import Lean
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.rule import Rule, rule_of, rule_text
from desktop.rules.series_choice import choice_of, first_choice, rule_from
from desktop.services.calendar.policy import calendar_policy
from desktop.services.calendar.series import SeriesDraft, change_series, draft_of, end_series, start_series
from desktop.services.followups import PlanDraft
from desktop.ui import failures
from desktop.ui.form_box import run
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import Option
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.customers.readings import reading
from desktop.ui.series_form import SeriesForm, series_fields
from desktop.ui.series_outlook import SeriesOutlook
from desktop.ui.series_rule import RuleChooser
from desktop.ui.top_line import take_back
from desktop.ui.words import tr


def start_box(
    office: Office, customer_id: int, draft: SeriesDraft | None = None, parent: QWidget | None = None
) -> bool:
    """Begin a recurring follow-up with a customer; what `draft` says already is proposed. Whether it was kept."""
    if office.store.read_only:
        office.notice.say(tr("The file is open for reading only."), "info")
        return False
    wanted = draft or SeriesDraft(customer_id, rep_id=office.me.rep_id)
    return run(SeriesBox(office, replace(wanted, customer_id=customer_id, id=None), None, None, parent))


def edit_box(office: Office, series_id: int, occurrence_id: int | None = None, parent: QWidget | None = None) -> bool:
    """Change a series or end it: from the day of an occurrence on, None: from today. Whether something was kept."""
    with office.store.read() as session:
        row = series(session, series_id)
        one = agenda_rows(session, [occurrence_id] if occurrence_id else []).get(occurrence_id or 0)
    if row is None:
        failures.tell(office.ask, RuleBroken("gone"))
        return False
    if office.store.read_only:
        office.notice.say(tr("The file is open for reading only."), "info")
        return False
    return run(SeriesBox(office, draft_of(row), row, one.series_on if one else None, parent))


def series_from(plan: PlanDraft) -> SeriesDraft:
    """What a plan says already of a series that begins with it."""
    return SeriesDraft(
        plan.customer_id, None, plan.contact_id, plan.rep_id, plan.kind, plan.purpose, plan.place, plan.planned_time,
        plan.minutes, plan.remind_minutes, starts_on=plan.planned_on,
    )  # fmt: skip


class SeriesBox(QDialog):
    """What is wrong is said at its field; accepted once it was kept."""

    def __init__(
        self,
        office: Office,
        draft: SeriesDraft,
        row: SeriesRow | None,
        since: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office, self.draft, self.row = office, draft, row
        self.today = office.today()
        self.since = None if row is None else max(self.today, since or self.today)
        with office.store.read() as session:
            self.policy = calendar_policy(session)
            found = card(session, draft.customer_id)
            people = reps(session, active_only=True)
        self.name = found.customer.name if found else ""
        contacts = [Option(one.id, one.name) for one in (found.contacts if found else ()) if one.active]
        self._kept_rule: Rule | None = None  # one that the choices cannot say: it stays until another is chosen
        self._shift_by_hand = draft.shift is not None
        self.setWindowTitle(tr("Recurring follow-up"))
        self.setMinimumWidth(theme.px(680))
        self.form: Form[SeriesForm] = Form(
            series_fields(contacts, [Option(one.id, one.name) for one in people]), reading(office, Lean.FORWARD)
        )
        self.rule = RuleChooser(reading(office, Lean.FORWARD))
        self.outlook = SeriesOutlook(office)
        self.yes = button(
            tr("Lay it out") if row is None else tr("Change from here on"), self.accept, look="primary", tip="Ctrl+S"
        )
        self._lay_out()
        self._begin()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        if self.row is not None:
            foot.addWidget(button(tr("End the series…"), self.end, look="danger"))
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(6))
        about = QLabel(self._about())
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        box.addWidget(about)
        box.addWidget(self.form)
        box.addWidget(SectionHeader(tr("How often")))
        box.addWidget(self.rule)
        box.addWidget(self.outlook)
        box.addStretch(1)
        box.addLayout(foot)

    def _about(self) -> str:
        name = self.office.veil.anyone(self.name)
        if self.row is None or self.since is None:
            return tr("With {name}. Each time is a follow-up of its own: it can be moved or skipped alone.", name=name)
        return tr(
            "With {name}, changed from {day} on. What was moved, done or skipped stays as it is.",
            name=name,
            day=self.since.isoformat(),
        )

    def _begin(self) -> None:
        draft = self.draft
        start = draft.starts_on or self.today
        shift = draft.shift if draft.shift is not None else self.policy.shifts[draft.kind]
        self.form.put(
            SeriesForm(
                start, draft.at, draft.kind, draft.contact_id, draft.purpose, draft.minutes, draft.place, draft.rep_id,
                shift,
            )
        )  # fmt: skip
        self.form.save_requested.connect(self.accept)
        self.form.cancel_requested.connect(self.reject)
        self.form.edit(True, "purpose")
        choice = first_choice(start)
        if draft.rule:
            rule = rule_of(draft.rule)
            found = choice_of(rule, draft.calendar, start)
            self._kept_rule = rule if found is None else None
            choice = found or choice
        self.rule.put(choice, start)
        self.rule.changed.connect(self._chosen)
        self.form.editor("starts_on").edited.connect(self._start_changed)
        for key in ("kind", "shift"):
            self.form.editor(key).edited.connect(lambda key=key: self._way_changed(key))
        self._look()

    def _chosen(self) -> None:
        self._kept_rule = None
        self._look()

    def _start_changed(self) -> None:
        try:
            start = self.form.editor("starts_on").get()
        except ValueError:
            return
        if isinstance(start, date):
            if self._kept_rule is None:
                self.rule.blockSignals(True)
                self.rule.begin_on(start)
                self.rule.blockSignals(False)
            self._look()

    def _way_changed(self, key: str) -> None:
        """Another way has another habit on days off, unless that was chosen by hand."""
        if key == "shift":
            self._shift_by_hand = True
        elif not self._shift_by_hand:
            kind = self.form.editor("kind").get()
            if isinstance(kind, FollowUpKind):
                self.form.fill("shift", self.policy.shifts[kind])
                self._shift_by_hand = False
        self._look()

    # What will come of it

    def taken(self) -> SeriesDraft:
        """What was typed and chosen. Raises Unreadable, NotUnderstood of the last day, RuleBroken."""
        form = self.form.taken()
        return SeriesDraft(
            self.draft.customer_id, self.draft.id, form.contact_id, form.rep_id, form.kind, form.purpose, form.place,
            form.at, form.minutes, self.draft.remind_minutes, self._calendar(), self._rule_text(), form.starts_on,
            form.shift, self.draft.uid,
        )  # fmt: skip

    def _calendar(self) -> CalendarKind:
        return self.draft.calendar if self._kept_rule is not None else self.rule.taken().calendar

    def _rule_text(self) -> str:
        if self._kept_rule is not None:
            return rule_text(self._kept_rule)
        if self.rule.until_missing:
            raise RuleBroken("date_missing", "rule")
        return rule_text(rule_from(self.rule.taken()))

    def _look(self) -> None:
        """Show what the choice says and the days it gives; what is wrong is said at the rule."""
        self.rule.say("")
        try:
            draft = self._seen_draft()
            choice = None if self._kept_rule is not None else self.rule.taken()
            self.outlook.show_days(draft, choice, self.since or self.today)
        except RuleBroken as broken:
            self.outlook.clear()
            self.rule.say(failures.sentence(broken))
        except ValueError as problem:  # something is being typed
            self.outlook.clear()
            self.rule.say("" if isinstance(problem, Unreadable) else str(problem))

    def _seen_draft(self) -> SeriesDraft:
        """What the preview needs, read without marking what is still being typed."""
        values = {key: self.form.editor(key).get() for key in ("starts_on", "kind", "shift")}
        return replace(self.draft, calendar=self._calendar(), rule=self._rule_text(), **values)  # type: ignore[arg-type]

    # Keeping

    def accept(self) -> None:
        """Lay it out, if nothing is wrong with it."""
        try:
            draft = self.taken()
        except Unreadable:
            return
        except RuleBroken as broken:
            self.rule.say(failures.sentence(broken))
            return
        except ValueError as problem:
            self.rule.say(str(problem))
            return
        today, row, since = self.today, self.row, self.since
        if row is None:
            doing, said = (
                Doing("series.start", {"name": self.name}),
                tr("Laid out: {rule}", rule=self.outlook.said.text()),
            )
        else:
            doing, said = (
                Doing("series.edit", {"name": self.name}),
                tr("Changed: {rule}", rule=self.outlook.said.text()),
            )

        def work(session: Any) -> None:
            if row is None:
                start_series(session, draft, today)
            else:
                change_series(session, row.id, draft, today, since=since)

        if keep(self.office, doing, work, (self.form, self.rule)):
            self._say(said)
            super().accept()

    def end(self) -> None:
        """Stop the series: what is planned after today goes."""
        row = self.row
        detail = tr("What is planned after today goes; what was done, and what is due today or overdue, stays.")
        if row is None or not self.office.ask.confirm(tr("End this series?"), detail, yes=tr("End it"), danger=True):
            return
        today = self.today

        def work(session: Any) -> None:
            end_series(session, row.id, today)

        if keep(self.office, Doing("series.end", {"name": self.name}), work):
            self._say(tr("The series has ended."))
            super().accept()

    def _say(self, sentence: str) -> None:
        with self.office.store.read() as session:
            last = last_action(session)
        if last is not None:
            self.office.notice.say(sentence, "good", tr("Undo"), lambda: take_back(self.office, last.id))

    def reject(self) -> None:
        if self.form.dirty and not self.office.ask.confirm(
            tr("Drop what was typed?"), yes=tr("Drop it"), no=tr("Go on writing"), danger=True
        ):
            return
        super().reject()
