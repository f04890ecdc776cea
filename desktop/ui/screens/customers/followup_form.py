"""The follow-up form: what came of it and what comes next, on one screen, kept as one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.queries.service import PromiseRow
from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpKind
from desktop.rules.dates import Lean, quick_dates
from desktop.services.followups import DoneDraft, PlanDraft, log, plan
from desktop.services.promises import save_promise
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.editors import ChoiceEditor
from desktop.ui.kit.fields import FormField, NotUnderstood, Option
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.edit_bar import EditBar
from desktop.ui.screens.customers.followup_drafts import DoneForm, NextForm, PromiseForm
from desktop.ui.screens.customers.forms_data import done_fields, next_fields, promise_fields
from desktop.ui.screens.customers.readings import reading, show_time, time_of
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import near_day, next_words, words_of
from desktop.ui.words import current, tr
from desktop.words import N_


class FollowUpForm(QWidget):
    """`closed` when it was kept or dropped. Begin with `log`, `correct` or `plan`."""

    closed = Signal()
    dirty_changed = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._seen: Seen | None = None
        self._id: int | None = None  # of the follow-up that is corrected or moved
        self._rep_id: int | None = None
        self.done: Form[DoneForm] = Form(done_fields(self._contacts), reading(desk.office, Lean.BACKWARD))
        self.next: Form[NextForm] = Form(next_fields(self._contacts), reading(desk.office, Lean.FORWARD))
        self.promise: Form[PromiseForm] = Form(promise_fields(), reading(desk.office, Lean.FORWARD))
        what = FormField("completes", N_("Completes"), "choice", options=self._plans)
        self.completes = ChoiceEditor(what)
        self.bar = EditBar(tr("Save follow-up"), self.keep, self.ask_to_drop)
        self._lay_out()
        self.completes.edited.connect(self._take_over)
        for form in self.forms:
            form.save_requested.connect(self.keep)
            form.cancel_requested.connect(self.ask_to_drop)
            form.dirty_changed.connect(lambda _: self.dirty_changed.emit(self.dirty))

    @property
    def forms(self) -> tuple[Form[Any], ...]:
        """What was done, what was promised, what comes next."""
        return self.done, self.promise, self.next

    def _lay_out(self) -> None:
        page = Page()
        self.done_head = SectionHeader(tr("What was done"))
        self.unanswered = button(tr("No answer"), self.no_answer, icon="phone")
        self.unanswered.setToolTip(tr("A call that nobody answered: one click, then save"))
        self.promised = button(tr("Promise…"), self.open_promise, icon="heart-handshake")
        self.promised.setToolTip(tr("Write down what was promised, by us or by the customer"))
        self.done_head.add(self.promised)
        self.done_head.add(self.unanswered)
        self.plan_line = QFrame()
        line = QHBoxLayout(self.plan_line)
        line.setContentsMargins(0, theme.px(4), 0, 0)
        line.setSpacing(theme.px(8))
        label = QLabel(tr("Completes"))
        label.setProperty("look", "label")
        label.setFixedWidth(theme.px(112))
        line.addWidget(label)
        line.addWidget(self.completes, 1)
        self.promise_head = SectionHeader(tr("Promise"))
        self.next_head = SectionHeader(tr("Next step"))
        self.quick = []
        for one in quick_dates(self.desk.office.today()):
            made = button(current().text(one.title), look="quiet")
            made.clicked.connect(lambda _=False, title=one.title: self.choose_day(title))
            self.next_head.add(made)
            self.quick.append(made)
        for widget in (
            self.done_head, self.plan_line, self.done, self.promise_head, self.promise, self.next_head, self.next,
        ):  # fmt: skip
            page.box.addWidget(widget)
        page.box.setSpacing(theme.px(4))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(self.bar)

    def _contacts(self) -> list[Option]:
        people = self._seen.card.contacts if self._seen else ()
        return [Option(one.id, one.name if one.active else tr("{name} (left)", name=one.name)) for one in people]

    def _plans(self) -> list[Option]:
        today = self.desk.office.today()
        return [
            Option(
                step.id,
                " · ".join(
                    filter(None, (next_words(step.planned_on, step.kind, today), self.desk.veil(step.purpose or "")))
                ),
            )
            for step in (self._seen.recent.planned if self._seen else ())
        ]

    # Beginning

    def log(self, seen: Seen, step: FollowUpRow | None = None) -> None:
        """Write down what was done; `step` is the planned one that it completes, else the first that is due."""
        self._start(seen, None, done=True, following=True)
        today = self.desk.office.today()
        due = (one for one in seen.recent.planned if (one.planned_on or date.max) <= today)
        step = step or next(due, None)
        draft = DoneForm(done_on=today, stage=seen.card.customer.stage, contact_id=_first(seen))
        if step is not None:
            draft = replace(draft, kind=step.kind, contact_id=step.contact_id, done_time=show_time(step.planned_time))
        self.completes.put(step.id if step else None)
        self.plan_line.setVisible(bool(seen.recent.planned))
        self.done.put(draft)
        self.next.put(NextForm(contact_id=draft.contact_id))
        self.bar.keep.setText(tr("Save follow-up"))
        self.bar.say(tr("Follow-up with {name}", name=seen.card.customer.name))
        self.promise.put(PromiseForm())
        self.next.edit(True)
        self.done.edit(True, "result")

    def correct(self, seen: Seen, row: FollowUpRow) -> None:
        """Correct one that was done."""
        self._start(seen, row, done=True, following=False)
        self.plan_line.hide()
        self.done.put(
            DoneForm(
                row.kind, row.contact_id, row.done_on, show_time(row.done_time), row.minutes, row.effective,
                seen.card.customer.stage, row.result or "", row.note or "",
            )
        )  # fmt: skip
        self.bar.keep.setText(tr("Save follow-up"))
        self.bar.say(tr("Correcting a follow-up with {name}", name=seen.card.customer.name))
        self.done.edit(True, "result")

    def plan(self, seen: Seen, row: FollowUpRow | None = None) -> None:
        """Plan the next step, or change a planned one."""
        self._start(seen, row, done=False, following=True)
        draft = NextForm(contact_id=_first(seen))
        if row is not None:
            times = row.planned_on, show_time(row.planned_time)
            draft = NextForm(row.kind, row.contact_id, *times, row.purpose or "")
        self.next.put(draft)
        self.bar.keep.setText(tr("Save plan"))
        self.bar.say(tr("Plan for {name}", name=seen.card.customer.name))
        self.next.edit(True, "planned_on")

    def _start(self, seen: Seen, row: FollowUpRow | None, *, done: bool, following: bool) -> None:
        self._seen, self._id = seen, row.id if row else None
        self._rep_id = (row.rep_id if row else None) or self.desk.office.me.rep_id or seen.card.customer.owner_id
        for form in self.forms:
            form.edit(False)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.done_head, done), (self.plan_line, done), (self.done, done),
            (self.promised, done and following), (self.promise_head, False), (self.promise, False),
            (self.next_head, following), (self.next, following),
        )  # fmt: skip
        for widget, on in shown:
            widget.setVisible(on)

    def _take_over(self) -> None:
        """Another plan is completed: its kind and contact are taken over, what was typed stays."""
        step = self._chosen_plan()
        if step is not None and self.done.editing:
            self.done.editor("kind").put(step.kind)
            self.done.editor("contact_id").put(step.contact_id)

    def _chosen_plan(self) -> FollowUpRow | None:
        wanted = self.completes.get()
        steps = self._seen.recent.planned if self._seen else ()
        return next((step for step in steps if step.id == wanted), None)

    # While it is written

    def no_answer(self) -> None:
        """A call that nobody answered."""
        self.done.editor("kind").put(FollowUpKind.CALL)
        self.done.editor("effective").put(False)
        self.done.editor("result").put(tr("No answer"))
        self.quick[0].setFocus()

    def open_promise(self) -> None:
        """Room for what was promised, between what was done and what comes next."""
        for widget in (self.promise_head, self.promise):
            widget.show()
        self.promised.hide()
        self.promise.edit(True, "text")

    def choose_day(self, title: str) -> None:
        """Put a quick day into the next step."""
        day = next(one.day for one in quick_dates(self.desk.office.today()) if one.title == title)
        self.next.editor("planned_on").put(day)
        self.next.focus("purpose")

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return any(form.dirty for form in self.forms)

    def drop(self) -> None:
        """Forget what was typed."""
        for form in self.forms:
            form.edit(False)
        self.closed.emit()

    def ask_to_drop(self) -> None:
        """Close the form; asks only when something was typed."""
        answer = self.desk.ask_about_typed(self.bar.keep.text()) if self.dirty else "drop"
        if answer == "keep":
            self.keep()
        elif answer == "drop":
            self.drop()

    # Keeping

    def keep(self) -> bool:
        """Keep it as one action; what is wrong is said at its field."""
        try:
            done = self._done_draft() if self.done.editing else None
            promise = self._promise_draft() if self.promise.editing else None
            following = self._plan_draft() if self.next.editing else None
        except Unreadable:
            return False
        if done is None:
            return self._keep_plan(following)
        said = tr("Saved: follow-up with {name}", name=self.desk.name)
        if following is not None and following.planned_on is not None:
            when = near_day(following.planned_on, self.desk.office.today())
            said = tr("{saved}; next: {when} {what}", saved=said, when=when, what=words_of(following.kind))
        today = self.desk.office.today()

        def work(session: Any) -> None:
            follow_up_id = log(session, done, following)
            if promise is not None:
                save_promise(session, done.customer_id, replace(promise, follow_up_id=follow_up_id), today)

        return self.desk.keep("followup.log", work, said, forms=self.forms, after=self.drop)

    def _keep_plan(self, draft: PlanDraft | None) -> bool:
        assert self._seen is not None
        draft = draft or PlanDraft(self._seen.id)
        said = tr("Planned for {name}", name=self.desk.name)
        return self.desk.keep(
            "followup.plan", lambda session: plan(session, draft), said, forms=[self.next], after=self.drop
        )

    def _done_draft(self) -> DoneDraft:
        assert self._seen is not None
        form = self.done.taken()
        step = self._chosen_plan() if not self.plan_line.isHidden() else None
        return DoneDraft(
            self._seen.id,
            self._id or (step.id if step else None),
            form.kind,
            form.contact_id,
            self._rep_id,
            form.done_on,
            self._time(self.done, "done_time", form.done_time),
            form.minutes,
            form.result,
            form.effective,
            form.note,
            form.stage if form.stage is not self.done.draft.stage else None,
        )

    def _plan_draft(self) -> PlanDraft | None:
        """The next step; None where nothing of it was written beside what was done."""
        assert self._seen is not None
        form = self.next.taken()
        beside = self.done.editing
        if beside and form.planned_on is None and not form.purpose.strip() and not form.planned_time.strip():
            return None
        return PlanDraft(
            self._seen.id,
            self._id if not beside else None,
            form.kind,
            form.contact_id,
            self._rep_id,
            form.planned_on,
            self._time(self.next, "planned_time", form.planned_time),
            form.purpose,
        )

    def _promise_draft(self) -> PromiseRow | None:
        """What was promised; None where nothing was written."""
        form, done = self.promise.taken(), self.done.taken()
        if not form.text.strip() and form.due_on is None:
            return None
        return PromiseRow(
            contact_id=done.contact_id, rep_id=self._rep_id, by=form.by, text=form.text, made_on=done.done_on,
            due_on=form.due_on,
        )  # fmt: skip

    def _time(self, form: Form[Any], field: str, text: str) -> Any:
        try:
            return time_of(text)
        except NotUnderstood as problem:
            form.show_error(field, str(problem))
            form.focus(field)
            raise Unreadable({field: str(problem)}) from None


def _first(seen: Seen) -> int | None:
    """The contact one most likely speaks to."""
    return next((one.id for one in seen.card.contacts if one.active), None)
