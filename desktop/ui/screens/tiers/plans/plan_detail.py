"""One promotion plan whole: target, gap by criterion, steps with their states, note, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.queries.plans import PlanRow, StepRow
from db.store import Doing
from db.vocabulary import PlanState
from desktop.rules.dates import Lean
from desktop.rules.rating.metrics import Metric
from desktop.rules.rating.scheme import Scheme
from desktop.services.rating.plans import change_plan
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import Badge, ElidedLabel, SectionHeader
from desktop.ui.kit.scroll import Page
from desktop.ui.office import Office, Why
from desktop.ui.screens.customers.readings import reading
from desktop.ui.screens.tiers.plans.gap_bar import GapBar
from desktop.ui.screens.tiers.plans.plan_lines import beside, fill, muted
from desktop.ui.screens.tiers.plans.plan_step_list import PlanSteps
from desktop.ui.screens.tiers.plans.plan_words import TONES, class_badge, left_words, state_of, state_words
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

Values = Mapping[tuple[str, int], Any]


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """What the pane is given to show: the plan, its steps, the values of today, and the scheme to name things by."""

    plan: PlanRow
    steps: Sequence[StepRow]
    now: Values
    scheme: Scheme
    metrics: Mapping[str, Metric]


@dataclass(frozen=True, slots=True)
class EndDraft:
    """What of a plan can be written later."""

    until: date
    note: str


class PlanDetail(Page):
    """`put` shows a plan; `wanted` carries what is to be done with it: "settle", "reopen", "delete"."""

    wanted = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.seen: PlanSeen | None = None
        self.name, self.state = ElidedLabel(look="section"), Badge()
        self.where = QWidget()
        self.judged = muted()
        self.end: Form[EndDraft] = Form(
            (
                FormField("until", N_("By when"), "date", span=2, required=True),
                FormField("note", N_("Note"), "lines", span=2, lines=3),
            ),
            reading(office, Lean.FORWARD),
        )
        self.gaps, self.steps = QVBoxLayout(), PlanSteps(office)
        self.gap_head, self.end_head = SectionHeader(tr("Gap by criterion")), SectionHeader(tr("End and note"))
        self.buttons = self._buttons()
        self.delete = tool("trash", tr("Delete"), lambda: self.wanted.emit("delete"), colour="red")
        self._lay_out()
        self.end.edit_requested.connect(self.edit)
        self.end.save_requested.connect(self.keep_end)
        self.end.cancel_requested.connect(lambda: self.edit_end(on=False))

    def _buttons(self) -> dict[str, QPushButton]:
        def make(key: str, text: str, icon: str, do: Callable[[], object]) -> tuple[str, QPushButton]:
            return key, button(text, do, icon=icon)

        return dict(
            (
                make("card", tr("Open card"), "id", self._open_card),
                make("why", tr("Why this class?"), "help-circle", self._why),
                make("settle", tr("Give up…"), "ban", lambda: self.wanted.emit("settle")),
                make("reopen", tr("Open again"), "arrow-back-up", lambda: self.wanted.emit("reopen")),
            )
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for made in self.buttons.values():
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.delete)
        self.pencil = button(tr("Edit"), self.edit, icon="pencil", look="quiet", tip="F2")
        self.end_head.add(self.pencil)
        self.save_end = button(tr("Save the changes"), self.keep_end, icon="check", look="primary", tip="Ctrl+S")
        self.drop_end = button(tr("Drop"), lambda: self.edit_end(on=False), tip="Esc")
        self.end_foot = beside(self.drop_end, self.save_end, right=True)
        self.gaps.setSpacing(theme.px(4))
        self.box.addLayout(head)
        self.place = QVBoxLayout()
        self.box.addLayout(self.place)
        self.box.addWidget(self.judged)
        self.box.addLayout(row)
        self.box.addWidget(self.gap_head)
        self.box.addLayout(self.gaps)
        for widget in (self.steps, self.end_head, self.end, self.end_foot):
            self.box.addWidget(widget)
        self.box.setSpacing(theme.px(6))

    # Showing

    def put(self, seen: PlanSeen) -> None:
        """Show a plan; what is being typed for the same plan stays."""
        same = self.seen is not None and self.seen.plan.id == seen.plan.id
        self.seen = seen
        plan, today = seen.plan, self.office.today()
        self.name.say(plan.name)
        self.state.say(state_words(plan, today), TONES[state_of(plan, today)])
        fill(self.place, [self._where(seen)])
        self.judged.setText(self._judged(plan))
        self.judged.setVisible(bool(self.judged.text()))
        nothing = muted(tr("No criterion was chosen to work on."))
        lines: list[QWidget] = [
            GapBar(gap, seen.now.get((gap.metric, gap.window)), seen.scheme, seen.metrics) for gap in plan.gap
        ]
        fill(self.gaps, lines or [nothing])
        self.steps.put(plan, seen.steps)
        if not (same and self.end.editing):
            self.edit_end(on=False)
        if not same:
            self.verticalScrollBar().setValue(0)
        self._offer()

    def _offer(self) -> None:
        assert self.seen is not None
        open_, writable = self.seen.plan.state is PlanState.OPEN, not self.office.store.read_only
        self.buttons["settle"].setVisible(open_)
        self.buttons["reopen"].setVisible(not open_)
        why_not = "" if writable else tr("The file is open for reading only.")
        for widget in (self.buttons["settle"], self.buttons["reopen"], self.delete, self.pencil):
            widget.setEnabled(writable)
            if why_not:
                widget.setToolTip(why_not)

    def _where(self, seen: PlanSeen) -> QWidget:
        """ "C → B · by 2027-02-22 (92 days left) · 王敏"."""
        plan = seen.plan
        left = left_words(plan, self.office.today())
        until = tr("by {day}", day=day(plan.until))
        words = " · ".join(filter(None, (until, left, plan.rep or tr("nobody is responsible"))))
        look = "bad" if plan.overdue(self.office.today()) else ""
        here, aim = class_badge(seen.scheme, plan.from_code), class_badge(seen.scheme, plan.target_code)
        return beside(here, QLabel("→"), aim, ElidedLabel(words, look))

    def _judged(self, plan: PlanRow) -> str:
        begun = tr("Begun on {day}.", day=day(plan.begun_on))
        if plan.judged_on is not None:
            return f"{begun} " + tr("Judged by the round of {day}.", day=day(plan.judged_on))
        if plan.settled_on is not None:
            return f"{begun} " + tr("Settled by hand on {day}.", day=day(plan.settled_on))
        return begun

    # Doing

    def _open_card(self) -> None:
        if self.seen is not None:
            self.office.show_customer(self.seen.plan.customer_id)

    def _why(self) -> None:
        if self.seen is not None:
            self.office.go("tiers", Why(self.seen.plan.customer_id, self.seen.plan.key))

    def edit(self, field: str = "") -> None:
        """Write the end and the note."""
        if self.seen is not None and not self.office.store.read_only:
            self.edit_end(on=True)
            self.end.focus(field)

    def edit_end(self, *, on: bool) -> None:
        """Flip end and note between reading and writing; what was typed goes."""
        if self.seen is not None and not on:
            self.end.edit(False)
            self.end.put(EndDraft(self.seen.plan.until, self.seen.plan.note))
        elif on:
            self.end.edit(True)
            self.show_whole(self.end_foot)
        self.end_foot.setVisible(on)
        self.pencil.setVisible(not on)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.end.dirty or self.steps.dirty

    def keep_end(self) -> bool:
        """Keep end and note."""
        assert self.seen is not None
        plan, today = self.seen.plan, self.office.today()
        try:
            draft = self.end.taken()
        except Unreadable:
            return False

        def work(session: Any) -> None:
            change_plan(session, plan.id, draft.until, draft.note, today)

        if not keep(self.office, Doing("promotion.edit", {"name": plan.name}), work, (self.end,)):
            return False
        self.edit_end(on=False)
        return True

    def keep(self) -> bool:
        """Keep all that was typed here."""
        kept = self.keep_end() if self.end.dirty else True
        return kept and (self.steps.keep() if self.steps.dirty else True)
