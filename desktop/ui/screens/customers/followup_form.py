"""The follow-up form: what came of it and what comes next, on one screen, kept as one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.service import PromiseRow
from db.queries.timeline import FollowUpRow
from desktop.services.followups import DoneDraft, Others, PlanDraft, log, plan
from desktop.services.promises import save_promise
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.edit_bar import EditBar
from desktop.ui.screens.customers.followup_around import Around
from desktop.ui.screens.customers.followup_drafts import (
    DoneForm,
    NextForm,
    PromiseForm,
    done_draft,
    done_form,
    ids,
    next_form,
    pick,
    plan_draft,
)
from desktop.ui.screens.customers.followup_page import FollowUpPage
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import near_day, words_of
from desktop.ui.words import tr


class FollowUpForm(QWidget):
    """`closed` when it was kept or dropped, after `kept` where it was kept. Begin with `log`, `correct` or `plan`."""

    closed = Signal()
    kept = Signal()
    dirty_changed = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._seen: Seen | None = None
        self._id: int | None = None  # of the follow-up that is corrected or changed
        self.around = Around(desk)
        self.page = FollowUpPage(desk, self.around)
        self.done, self.promise, self.next = self.page.done, self.page.promise, self.page.next
        self.files, self.completes = self.page.files, self.page.completes
        self.bar = EditBar(tr("Save follow-up"), self.keep, self.ask_to_drop)
        self.repeats = button(tr("Repeats…"), self.repeat, icon="refresh", look="quiet")
        self.repeats.setToolTip(tr("Again and again: every week, every month, on a day of the moon"))
        self.page.next_head.add(self.repeats)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.page, 1)
        box.addWidget(self.bar)
        self.completes.edited.connect(self._take_over)
        self.files.changed.connect(self._tell_dirty)
        for form in self.page.forms:
            form.save_requested.connect(self.keep)
            form.cancel_requested.connect(self.ask_to_drop)
            form.dirty_changed.connect(lambda _: self._tell_dirty())

    # Beginning

    def log(self, seen: Seen, step: FollowUpRow | None = None) -> None:
        """Write down what was done; `step` is the planned one that it completes, else the first that is due."""
        today = self.desk.office.today()
        self._start(seen, step, done=True, following=True)
        if step is None:
            step = next((one for one in self.around.plans if (one.planned_on or date.max) <= today), None)
        draft = DoneForm(done_on=today, stage=seen.card.customer.stage, contact_id=seen.first_contact_id)
        draft = replace(draft, rep_id=self._rep(step))
        if step is not None:
            draft = _completing(draft, step, self.around.others_of(step.id), today)
        self.completes.put(step.id if step else None)
        self.page.plan_line.setVisible(bool(self.around.plans))
        self.done.put(draft)
        self.next.put(NextForm(contact_id=draft.contact_id, rep_id=draft.rep_id))
        self.promise.put(PromiseForm())
        self._call(tr("Save follow-up"), tr("Follow-up with {name}", name=seen.card.customer.name))
        self.page.edit(self.next)
        self.page.edit(self.done, "result")

    def correct(self, seen: Seen, row: FollowUpRow) -> None:
        """Correct one that was done."""
        self._start(seen, row, done=True, following=False)
        self._id = row.id
        self.page.plan_line.hide()
        self.done.put(done_form(row, seen.card.customer.stage, self.around.others))
        self._call(tr("Save follow-up"), tr("Correcting a follow-up with {name}", name=seen.card.customer.name))
        self.page.edit(self.done, "result")

    def plan(
        self,
        seen: Seen,
        row: FollowUpRow | None = None,
        *,
        on: date | None = None,
        at: time | None = None,
        minutes: int | None = None,
        rep_id: int | None = None,
    ) -> None:
        """Plan the next step, or change a planned one; what is given is proposed."""
        self._start(seen, row, done=False, following=True)
        self._id = row.id if row else None
        draft = NextForm(contact_id=seen.first_contact_id, rep_id=self._rep(row))
        if row is not None:
            draft = replace(next_form(row, self.around.others), rep_id=draft.rep_id)
        given = {"planned_on": on, "planned_time": at, "minutes": minutes, "rep_id": rep_id}
        self.next.put(replace(draft, **{key: value for key, value in given.items() if value is not None}))  # type: ignore[arg-type]
        self._call(tr("Save plan"), tr("Plan for {name}", name=seen.card.customer.name))
        self.page.edit(self.next, "purpose" if on else "planned_on")

    def _start(self, seen: Seen, row: FollowUpRow | None, *, done: bool, following: bool) -> None:
        self._seen, self._id = seen, None
        self.around.read(seen, row)
        self.files.begin(self.around.attached if done else ())
        for form in self.page.forms:
            form.edit(False)
        self.page.show_parts(done=done, following=following, changing=not done and row is not None)
        self.repeats.setVisible(done or row is None)

    def _rep(self, row: FollowUpRow | None) -> int | None:
        """Whose it is: as it was, else whoever sits here, else the rep of the customer."""
        owner_id = self._seen.card.customer.owner_id if self._seen else None
        return (row.rep_id if row else None) or self.desk.office.me.rep_id or owner_id

    def _call(self, keep: str, what: str) -> None:
        self.bar.keep.setText(keep)
        self.bar.say(what)

    def _take_over(self) -> None:
        """Another plan is completed: what was planned of it is taken over, what was typed stays."""
        step = self._chosen_plan()
        if step is None or not self.done.editing:
            return
        others = self.around.others_of(step.id)
        taken: dict[str, object] = {"kind": step.kind, "contact_id": step.contact_id, "place": pick(step.place)}
        taken |= {"contact_ids": ids(others.contact_ids), "rep_ids": ids(others.rep_ids)}
        for key, value in taken.items():
            self.done.fill(key, value)

    def _chosen_plan(self) -> FollowUpRow | None:
        wanted = self.completes.get()
        return next((step for step in self.around.plans if step.id == wanted), None)

    # While it is written

    def repeat(self) -> None:
        """Lay out what is planned again and again; what was typed of it goes along."""
        from desktop.ui.series_box import series_from, start_box

        assert self._seen is not None
        try:
            draft = self.plan_draft() or PlanDraft(self._seen.id, rep_id=self.next.draft.rep_id)
        except Unreadable:
            return
        if not start_box(self.desk.office, self._seen.id, series_from(draft), self):
            return
        if self.done.editing:
            self.next.put(NextForm(contact_id=draft.contact_id, rep_id=draft.rep_id))
        else:
            self._put_away()
            self.desk.settled.emit()

    @property
    def dirty(self) -> bool:
        """Whether something was typed, or a file gathered."""
        return bool(self.files.files) or any(form.dirty for form in self.page.forms)

    def _tell_dirty(self) -> None:
        self.dirty_changed.emit(self.dirty)

    def drop(self) -> None:
        """Forget what was typed."""
        for form in self.page.forms:
            form.edit(False)
        self.files.begin()
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
            following = self.plan_draft() if self.next.editing else None
        except Unreadable:
            return False
        if done is None:
            return self._keep_plan(following)
        said = tr("Saved: follow-up with {name}", name=self.desk.name)
        today = self.desk.office.today()
        if following is not None and following.planned_on is not None:
            when = near_day(following.planned_on, today)
            said = tr("{saved}; next: {when} {what}", saved=said, when=when, what=words_of(following.kind))

        def work(session: Any) -> None:
            follow_up_id = log(session, done, following)
            self.files.keep(session, done.customer_id, follow_up_id)
            if promise is not None:
                save_promise(session, done.customer_id, replace(promise, follow_up_id=follow_up_id), today)

        return self.desk.keep("followup.log", work, said, forms=self.page.forms, after=self._put_away)

    def _put_away(self) -> None:
        self.kept.emit()
        self.drop()

    def _keep_plan(self, draft: PlanDraft | None) -> bool:
        assert self._seen is not None
        draft, today = draft or PlanDraft(self._seen.id), self.desk.office.today()
        said = tr("Planned for {name}", name=self.desk.name)

        def work(session: Any) -> None:
            plan(session, draft, today=today)

        return self.desk.keep("followup.plan", work, said, forms=[self.next], after=self._put_away)

    def _done_draft(self) -> DoneDraft:
        assert self._seen is not None
        form = self.done.taken()
        step = self._chosen_plan() if not self.page.plan_line.isHidden() else None
        stage = form.stage if form.stage is not self.done.draft.stage else None
        return done_draft(form, self._seen.id, self._id or (step.id if step else None), stage)

    def plan_draft(self) -> PlanDraft | None:
        """The next step as it is written; None where nothing of it was written beside what was done.

        Marks what cannot be read at its field and raises Unreadable.
        """
        assert self._seen is not None
        form = self.next.taken()
        beside = self.done.editing
        if beside and form.planned_on is None and form.planned_time is None and not form.purpose.strip():
            return None
        return plan_draft(form, self._seen.id, None if beside else self._id)

    def _promise_draft(self) -> PromiseRow | None:
        """What was promised; None where nothing was written."""
        form, done = self.promise.taken(), self.done.taken()
        if not form.text.strip() and form.due_on is None:
            return None
        return PromiseRow(
            contact_id=done.contact_id, rep_id=done.rep_id, by=form.by, text=form.text, made_on=done.done_on,
            due_on=form.due_on,
        )  # fmt: skip


def _completing(draft: DoneForm, step: FollowUpRow, others: Others, today: date) -> DoneForm:
    """What was planned is taken over; one of several days began when it was to begin."""
    several = step.until_on is not None and step.planned_on is not None and step.planned_on <= today
    return replace(
        draft,
        kind=step.kind,
        contact_id=step.contact_id,
        done_on=step.planned_on if several else today,
        done_time=step.planned_time,
        until_on=step.until_on if several else None,
        place=pick(step.place),
        contact_ids=ids(others.contact_ids),
        rep_ids=ids(others.rep_ids),
    )
