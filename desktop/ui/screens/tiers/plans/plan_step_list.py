"""The steps of a plan as they stand in the calendar: an open one is ticked off on the card, one more is added here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.queries.plans import PlanRow, StepRow
from db.store import Doing
from db.vocabulary import FollowUpState, PlanState
from desktop.rules.next_step import next_state
from desktop.services.followups import PlanDraft
from desktop.services.rating.plans import add_step
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import Picture
from desktop.ui.kit.labels import ElidedLabel, SectionHeader
from desktop.ui.office import Office
from desktop.ui.screens.tiers.plans.plan_lines import beside, fill, muted
from desktop.ui.screens.tiers.plans.plan_steps import Step, StepLine
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, words_of
from desktop.ui.words import tr


class PlanSteps(QWidget):
    """`put` shows the steps of a plan; what is being typed for the same plan stays."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._plan: PlanRow | None = None
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.px(4))
        self.add = button(tr("Add a step"), self.begin, icon="plus", look="quiet")
        self.line = StepLine(office)
        save = button(tr("Save the step"), self.keep, icon="check", look="primary")
        self.foot = beside(button(tr("Drop"), self.end), save, right=True)
        head = SectionHeader(tr("Steps"))
        head.add(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        box.addWidget(head)
        box.addLayout(self.lines)
        box.addWidget(self.line)
        box.addWidget(self.foot)
        self.end()

    def put(self, plan: PlanRow, steps: Sequence[StepRow]) -> None:
        """Show these steps."""
        if self._plan is None or self._plan.id != plan.id or plan.state is not PlanState.OPEN:
            self.end()
        self._plan = plan
        self.add.setVisible(plan.state is PlanState.OPEN)
        read_only = self.office.store.read_only
        self.add.setDisabled(read_only)
        self.add.setToolTip(tr("The file is open for reading only.") if read_only else "")
        fill(self.lines, [self._step(one) for one in steps] or [muted(tr("No step is in the calendar."))])

    def _step(self, one: StepRow) -> QWidget:
        """Icon, day, kind and purpose; an open one with the way to its form on the card."""
        planned = one.state is FollowUpState.PLANNED
        icon, colour = ("check", "green") if one.state is FollowUpState.DONE else ("ban", "muted")
        if planned:
            how = next_state(one.planned_on, self.office.today())
            icon, colour = STATE_ICONS[how], STATE_COLOURS[how]
        when = QLabel(day(one.planned_on if planned else one.done_on or one.planned_on))
        when.setFixedWidth(theme.px(84))
        when.setProperty("look", "bad" if colour == "red" else "" if planned else "muted")
        words = [words_of(one.kind), "" if planned else words_of(one.state), one.purpose]
        words.append(one.result if one.state is FollowUpState.DONE else "")
        whole = " · ".join(filter(None, words))
        told = ElidedLabel(self.office.veil.text(whole, None), "" if planned else "muted")
        parts: list[QWidget] = [Picture(icon, colour, 16), when, told]
        if planned:
            done = button(tr("Done…"), lambda: self._complete(one), look="quiet")
            done.setToolTip(tr("Write down what came of it, on the card"))
            done.setAccessibleName(f"{done.text()} {told.whole}")
            done.setDisabled(self.office.store.read_only)
            parts.append(done)
        return beside(*parts)

    def _complete(self, one: StepRow) -> None:
        self.office.show_customer(one.customer_id, "timeline", f"done:{one.id}")

    # One more

    def begin(self) -> None:
        """Room to type one more step."""
        self.line.put(Step())
        self.line.show()
        self.foot.show()
        self.line.focus()

    def end(self) -> None:
        """Forget what was typed of it."""
        self.line.hide()
        self.foot.hide()

    @property
    def dirty(self) -> bool:
        """Whether something of a step was typed."""
        return not self.line.isHidden() and bool(self.line.purpose.raw() or self.line.day.raw())

    def keep(self) -> bool:
        """Put the typed step into the calendar; what is wrong is said below it."""
        plan, today = self._plan, self.office.today()
        assert plan is not None
        try:
            step = self.line.taken()
        except Unreadable:
            return False
        draft = PlanDraft(
            plan.customer_id, kind=step.kind, rep_id=plan.rep_id, planned_on=step.day, purpose=step.purpose
        )

        def work(session: Any) -> None:
            add_step(session, plan.id, draft, today)

        if not keep(self.office, Doing("followup.plan", {"name": plan.name}), work, (self.line,)):
            return False
        self.end()
        return True
