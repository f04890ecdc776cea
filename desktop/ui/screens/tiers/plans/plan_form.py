"""A new promotion plan on one screen: target, end, what to work on, the steps into the calendar, who is responsible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.queries.office import RepRow
from db.store import Doing
from desktop.rules.dates import Lean
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.lifting import usual_steps
from desktop.services.calendar.days import work_calendar
from desktop.services.followups import PlanDraft
from desktop.services.rating.plan_openings import Opening, Openings
from desktop.services.rating.plans import PlanOfLift, check_step, make_plan
from desktop.ui import failures
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.fields import FormField, Option, in_one_line
from desktop.ui.kit.form import Form
from desktop.ui.kit.inputs import composing
from desktop.ui.kit.labels import SectionHeader, title
from desktop.ui.kit.scroll import Page
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office
from desktop.ui.screens.customers.edit_bar import EditBar
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.tiers.metric_words import class_meaning, class_words
from desktop.ui.screens.tiers.plans.plan_gaps import GapLines
from desktop.ui.screens.tiers.plans.plan_steps import Step, Steps
from desktop.ui.words import current, tr
from desktop.words import N_

NEXT = ""  # the target of several customers: the next better class of each
OWN = 0  # the rep of several customers: the one of each


@dataclass(frozen=True, slots=True)
class LiftDraft:
    """The fields of the form. `rep_id` None: nobody, OWN: the rep of each customer."""

    target_code: str = NEXT
    until: date | None = None
    rep_id: int | None = OWN
    note: str = ""


class PlanForm(QWidget):
    """`open` shows it for customers; `closed` carries the plans made, none where it was dropped."""

    closed = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._found: Openings | None = None
        self._reps: Sequence[RepRow] = ()
        self._shown: tuple[object, ...] = ()
        self.form: Form[LiftDraft] = Form(self._fields(), reading(office, Lean.FORWARD))
        self.head, self.note = title(""), QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("look", "muted")
        self.note.setWordWrap(True)
        self.gaps, self.steps = GapLines(), Steps(office)
        self.bar = EditBar(tr("Save the plan"), self.keep, self.ask_to_drop)
        page = Page()
        for widget in (
            self.head, self.note, self.form, SectionHeader(tr("What to work on")), self.gaps,
            SectionHeader(tr("Steps into the calendar")), self.steps,
        ):  # fmt: skip
            page.box.addWidget(widget)
        page.box.setSpacing(theme.px(6))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(self.bar)
        self.form.save_requested.connect(self.keep)
        self.form.cancel_requested.connect(self.ask_to_drop)

    def _fields(self) -> tuple[FormField, ...]:
        return (
            FormField("target_code", N_("Target class"), "choice", options=self._targets, required=True),
            FormField("until", N_("By when"), "date", required=True, blank=None),
            FormField("rep_id", N_("Responsible"), "choice", options=self._people),
            FormField("note", N_("Note"), "lines", span=2, lines=2),
        )

    def _targets(self) -> list[Option]:
        if self._found is None or not self._found.people:
            return []
        scheme, people = self._found.scheme.scheme, self._found.people
        codes = max((one.targets for one in people), key=len)
        options = [Option(code, class_meaning(scheme, code)) for code in codes]
        return options if len(people) == 1 else [Option(NEXT, N_("the next better class of each")), *options]

    def _people(self) -> list[Option]:
        options = [Option(one.id, one.name) for one in self._reps]
        many = self._found is not None and len(self._found.people) > 1
        return (
            [Option(OWN, N_("each customer's own rep")), *options] if many else [Option(None, N_("nobody")), *options]
        )

    # Opening

    def open(self, found: Openings, reps: Sequence[RepRow]) -> None:
        """Begin a plan for each of these customers."""
        self._found, self._reps = found, reps
        people = found.people
        one = people[0] if len(people) == 1 else None
        self.head.setText(
            tr("Promotion plan for {name}", name=one.name)
            if one is not None
            else tr("Promotion plans for {count} customers", count=len(people))
        )
        self.note.setText(self._left_out())
        self.note.setVisible(bool(self.note.text()))
        many = tr("Save {count} plans", count=len(people))
        self.bar.keep.setText(tr("Save the plan") if one is not None else many)
        self.bar.say(tr("By the scheme {name}", name=current().text(found.scheme.scheme.name)))
        self.form.edit(False)
        active = {rep.id for rep in reps}
        owner = one.owner_id if one is not None and one.owner_id in active else None
        target = one.targets[0] if one is not None else NEXT
        self.form.put(LiftDraft(target, found.until, owner if one is not None else OWN))
        self.form.edit(True, "target_code")
        self.form.editor("target_code").edited.connect(self._show_gaps)
        with self.office.store.read() as session:
            working = work_calendar(session).is_working
        ideas = usual_steps(self.office.today(), found.until, working)
        self.steps.put([Step(idea.kind, idea.day, current().text(idea.purpose)) for idea in ideas])
        self._show_gaps()
        self._shown = self._state()

    def _left_out(self) -> str:
        """Where the customer stands, and who of those chosen can have no plan."""
        found = self._found
        assert found is not None
        said = []
        if len(found.people) == 1:
            one, scheme = found.people[0], found.scheme.scheme
            said.append(tr("By today's figures: {tier}.", tier=class_meaning(scheme, one.code)))
            if one.before is not None and one.before != one.code:
                said.append(tr("In the last round: {tier}.", tier=class_words(scheme, one.before)))
        if found.under_way:
            said.append(tr("Left out, a plan is under way: {names}.", names=in_one_line(found.under_way)))
        if found.at_the_top:
            said.append(tr("Left out, in the best class already: {names}.", names=in_one_line(found.at_the_top)))
        if found.gone:
            said.append(tr("Left out, deleted meanwhile: {count}.", count=found.gone))
        return "\n".join(said) if len(found.people) > 1 else " ".join(said)

    def _target_of(self, one: Opening) -> str:
        wanted = str(self.form.editor("target_code").get())
        return one.targets[0] if wanted == NEXT else wanted

    def _show_gaps(self) -> None:
        if self._found is not None and self.form.editing:
            self.gaps.put(self._found, self._target_of)

    # Leaving

    def _state(self) -> tuple[object, ...]:
        return tuple(self.steps.raw()), dict(self.gaps.raw())

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return self._found is not None and (self.form.dirty or self._state() != self._shown)

    def drop(self) -> None:
        """Forget what was typed."""
        self._found = None
        self.form.edit(False)
        self.closed.emit(())

    def ask_to_drop(self) -> None:
        """Close the form; asks only when something was typed."""
        if may_drop(self.office.ask, self, self.keep) and self._found is not None:
            self.drop()

    def may_leave(self) -> bool:
        """Whether one may go elsewhere; the form is closed then."""
        if self._found is None:
            return True
        self.ask_to_drop()
        return self._found is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if composing():
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.ask_to_drop()
        else:
            super().keyPressEvent(event)

    # Keeping

    def keep(self) -> bool:
        """Keep the plans as one action; what is wrong is said at its field."""
        found = self._found
        if found is None:
            return True
        try:
            draft, steps = self.form.taken(), self.steps.taken()
        except Unreadable:
            return False
        people = self.gaps.customers(found)
        if not people:
            self.office.ask.tell(tr("No customer is ticked: there is nothing to plan."))
            return False
        if draft.until is None or not self._fits(steps, draft.until):
            return False
        today, made = self.office.today(), list[int]()

        def work(session: Any) -> None:
            made.extend(make_plan(session, self._wanted(one, draft, steps), today) for one in people)

        doing = Doing("promotion.plan", {"name": people[0].name})
        if len(people) > 1:
            doing = Doing("promotion.plan.many", {"count": len(people)})
        if not keep(self.office, doing, work, (self.form,)):
            return False
        self._found = None
        self.form.edit(False)
        self.closed.emit(tuple(made))
        return True

    def _fits(self, steps: Sequence[Step], until: date) -> bool:
        """Whether every step lies within the plan; says at the first that does not what is wrong with it."""
        today = self.office.today()
        if until <= today:
            return True  # the end itself is wrong: told at its own field
        for number, step in enumerate(steps):
            try:
                check_step(PlanDraft(0, planned_on=step.day), until, today, "steps")
            except RuleBroken as broken:
                self.steps.say_wrong(number, failures.sentence(broken))
                return False
        return True

    def _wanted(self, one: Opening, draft: LiftDraft, steps: Sequence[Step]) -> PlanOfLift:
        found = self._found
        assert found is not None
        assert draft.until is not None
        rep_id = one.owner_id if draft.rep_id == OWN else draft.rep_id
        planned = tuple(
            PlanDraft(one.customer_id, kind=step.kind, rep_id=rep_id, planned_on=step.day, purpose=step.purpose)
            for step in steps
        )
        target = one.targets[0] if draft.target_code == NEXT else draft.target_code
        return PlanOfLift(
            one.customer_id, found.scheme.key, one.code, target, draft.until, rep_id, draft.note,
            self.gaps.levers(one), planned,
        )  # fmt: skip
