"""The page of the follow-up form: its three small forms under their heads, and what is clicked instead of typed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from db.vocabulary import FollowUpKind
from desktop.rules.dates import Lean, quick_dates
from desktop.services.calendar.cadence import next_by_cadence
from desktop.ui.kit import theme
from desktop.ui.kit.buttons import button
from desktop.ui.kit.editors import ChoiceEditor
from desktop.ui.kit.fields import FormField, NotUnderstood, Remark
from desktop.ui.kit.folding import FoldingForm, says_something
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.moving import day_remark
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.followup_around import Around
from desktop.ui.screens.customers.followup_drafts import DoneForm, NextForm, PromiseForm
from desktop.ui.screens.customers.followup_fields import (
    FOLDED_DONE,
    FOLDED_NEXT,
    done_fields,
    next_fields,
    promise_fields,
)
from desktop.ui.screens.customers.followup_files import FileDrops, FilesStrip
from desktop.ui.screens.customers.readings import reading
from desktop.ui.words import current, tr
from desktop.words import N_


class FollowUpPage(Page):
    """`next_head.add(button)` is the place for another way to plan, such as one that repeats."""

    def __init__(self, desk: Desk, around: Around) -> None:
        super().__init__()
        self.desk, self.around = desk, around
        seen = desk.office.seen
        backward, forward = reading(desk.office, Lean.BACKWARD), reading(desk.office, Lean.FORWARD)
        self.done: FoldingForm[DoneForm] = FoldingForm(
            done_fields(around), backward, FOLDED_DONE, "followup.done", seen, self._worth
        )
        self.next: FoldingForm[NextForm] = FoldingForm(
            next_fields(around), forward, FOLDED_NEXT, "followup.next", seen, self._worth
        )
        self.promise: Form[PromiseForm] = Form(promise_fields(), forward)
        self.next.watch("planned_on", self._day_off)
        self.completes = ChoiceEditor(FormField("completes", N_("Completes"), "choice", options=around.to_complete))
        self.files = FilesStrip(desk.office)
        self.drops = FileDrops(self, self.files)
        self._begun: list[Form[Any]] = []  # whose editors are made
        self._make_heads()
        self.plan_line = self._plan_line()
        for widget in (
            self.done_head, self.plan_line, self.done, self.files, self.promise_head, self.promise, self.next_head,
            self.next,
        ):  # fmt: skip
            self.box.addWidget(widget)
        self.box.setSpacing(theme.px(4))

    @property
    def forms(self) -> tuple[Form[Any], ...]:
        """What was done, what was promised, what comes next."""
        return self.done, self.promise, self.next

    def _worth(self, field: str, value: object) -> bool:
        """Who wrote it goes without saying while it is oneself."""
        return value != self.desk.office.me.rep_id if field == "rep_id" else says_something(field, value)

    def _make_heads(self) -> None:
        self.done_head = SectionHeader(tr("What was done"))
        self.unanswered = button(tr("No answer"), self.no_answer, icon="phone")
        self.unanswered.setToolTip(tr("A call that nobody answered: one click, then save"))
        self.promised = button(tr("Promise…"), self.open_promise, icon="heart-handshake")
        self.promised.setToolTip(tr("Write down what was promised, by us or by the customer"))
        self.photo = button(tr("Photo…"), self.files.choose, icon="paperclip")
        self.photo.setToolTip(tr("A photo of the visit or another file; it can also be dropped here"))
        for beside in (self.done.more, self.files.paste, self.photo, self.promised, self.unanswered):
            self.done_head.add(beside)
        self.promise_head = SectionHeader(tr("Promise"))
        self.next_head = SectionHeader(tr("Next step"))
        self.next_head.add(self.next.more)
        self.quick: list[QPushButton] = []
        for one in quick_dates(self.desk.office.today()):
            made = button(current().text(one.title), partial(self.choose_day, one.title), look="quiet")
            self.next_head.add(made)
            self.quick.append(made)
        by_cadence = button(tr("By cadence"), self.choose_by_cadence, look="quiet")
        by_cadence.setToolTip(tr("The day on which the next contact is due by the customer's cadence"))
        self.next_head.add(by_cadence)
        self.quick.append(by_cadence)

    def _plan_line(self) -> QFrame:
        made = QFrame()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, theme.px(4), 0, 0)
        line.setSpacing(theme.px(8))
        label = QLabel(tr("Completes"))
        label.setProperty("look", "label")
        label.setFixedWidth(theme.px(112))
        line.addWidget(label)
        line.addWidget(self.completes, 1)
        return made

    def show_parts(self, *, done: bool, following: bool, changing: bool) -> None:
        """Show the halves that are written this time; `changing`: one that is planned already."""
        self.promised.setVisible(done and following)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.done_head, done), (self.plan_line, done), (self.done, done), (self.promise_head, False),
            (self.promise, False), (self.next_head, following), (self.next, following),
        )  # fmt: skip
        for widget, on in shown:
            widget.setVisible(on)
        self.next.leave_out(() if changing else ("reason",))

    def edit(self, form: Form[Any], field: str = "") -> None:
        """Begin to write in a form; files dropped on its fields are taken as files."""
        form.edit(True, field)
        if form not in self._begun:
            self._begun.append(form)
            for inner in form.findChildren(QWidget):
                if inner.acceptDrops():
                    self.drops.watch(inner)
            if form is self.next:
                self.next.editor("kind").edited.connect(self.propose_minutes)
        if form is self.next:
            self.propose_minutes()

    # What is clicked

    def propose_minutes(self) -> None:
        """How long such a one usually takes: what holds while nothing is written."""
        usual = self.around.policy.minutes.get(FollowUpKind(str(self.next.editor("kind").get())), 0)
        self.next.editor("minutes").input.setPlaceholderText(tr("usually {minutes}", minutes=usual))  # type: ignore[attr-defined]

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
        self.edit(self.promise, "text")

    def choose_day(self, title: str) -> None:
        """Put a quick day into the next step."""
        day = next(one.day for one in quick_dates(self.desk.office.today()) if one.title == title)
        self.next.fill("planned_on", day)
        self.next.focus("purpose")

    def choose_by_cadence(self) -> None:
        """Put the day on which the next contact is due: after the one written down here, else after the last."""
        try:
            done = self.done.editor("done_on").get() if self.done.editing else None
        except NotUnderstood:
            done = None
        after = done if isinstance(done, date) else None
        with self.desk.office.store.read() as session:
            on = next_by_cadence(session, self.desk.customer_id, self.desk.office.today(), after)
        if on is not None:
            self.next.fill("planned_on", on)
        self.next.focus("purpose")

    def _day_off(self, on: object) -> Remark | None:
        take = partial(self.next.fill, "planned_on")
        return day_remark(self.around.calendar, on, self.desk.office.today(), take) if self.next.editing else None
