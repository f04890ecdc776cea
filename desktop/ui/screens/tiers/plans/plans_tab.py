"""The promotion plans of a scheme: how many are reached, the list to work off, the chosen one whole beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.queries.plans import PlanRow, plan_row, plans, steps_of
from db.store import Doing
from db.vocabulary import PlanState
from desktop.services.rating.plans import delete_plan, settle_plan, values_now
from desktop.services.rating.schemes import metrics_of
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office, Why
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.plans.plan_detail import PlanDetail, PlanSeen
from desktop.ui.screens.tiers.plans.plan_rows import PlanStrip, plan_columns
from desktop.ui.screens.tiers.plans.plan_words import OVERDUE, step_words
from desktop.ui.wording import words_of
from desktop.ui.words import tr
from desktop.words import N_

ALL = "all"


class PlansTab(QWidget):
    """`new_wanted` when a plan is to be made. `reload` reads the plans of the chosen scheme."""

    new_wanted = Signal()

    def __init__(self, office: Office, choice: SchemeChoice) -> None:
        super().__init__()
        self.office, self.choice = office, choice
        self._rows: dict[int, PlanRow] = {}
        self.state, self.rep, self.step = _choice(tr("State")), _choice(tr("Rep")), _choice(tr("Class step"))
        self.strip = PlanStrip()
        self.new = button(tr("New plan…"), self.new_wanted.emit, icon="plus", look="primary")
        self.model: ListModel[PlanRow] = ListModel(plan_columns(self._step_words, office.today), self._fetch)
        self.view = ListView(self.model, "tiers.plans", office.seen, self._actions())
        Fill(self.view, "name")
        self.panel = ListPanel(self.view)
        self.detail = PlanDetail(office)
        self.none = EmptyState("target-arrow", tr("Choose a plan on the left."))
        self.right = QStackedWidget()
        self.right.addWidget(self.none)
        self.right.addWidget(self.detail)
        self._lay_out()
        for made in (self.state, self.rep, self.step):
            made.activated.connect(lambda _: self._narrow())
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda one: self._open_card([one]))
        self.detail.wanted.connect(self._do)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for widget in (self.state, self.rep, self.step):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.new)
        box = QVBoxLayout(bar)
        box.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        box.setSpacing(theme.px(4))
        box.addLayout(row)
        box.addWidget(self.strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(self.panel, self.right, "tiers.plans", self.office.seen, (5, 4)), 1)

    def _step_words(self, row: PlanRow) -> str:
        return step_words(self.choice.scheme.scheme, row.from_code, row.target_code)

    def _actions(self) -> tuple[Action, ...]:
        one = (1, 1)

        def writable(ids: Sequence[int]) -> bool:
            return not self.office.store.read_only and all(key in self._rows for key in ids)

        def in_state(*states: PlanState) -> Any:
            return lambda ids: writable(ids) and all(self._rows[key].state in states for key in ids)

        settled = (PlanState.REACHED, PlanState.MISSED, PlanState.DROPPED)
        return (
            Action("open", N_("Open card"), self._open_card, "id", "", one),
            Action("why", N_("Why this class?"), self._why, "help-circle", "Ctrl+I", one),
            Action("edit", N_("Edit end and note"), self._edit, "pencil", "F2", one, writable, apart=True),
            Action("settle", N_("Give up…"), self._settle, "ban", "", one, in_state(PlanState.OPEN)),
            Action("reopen", N_("Open again"), self._reopen, "arrow-back-up", "", one, in_state(*settled)),
            Action("delete", N_("Delete"), self._delete, "trash", "Del", (1, None), writable, danger=True, apart=True),
        )

    # Reading

    def reload(self) -> None:
        """Read the plans anew; the chosen one stays chosen."""
        with self.office.store.read() as session:
            rows = plans(session, self.choice.key, self.office.today())
        self._rows = {row.id: row for row in rows}
        self.new.setDisabled(self.office.store.read_only)
        self.new.setToolTip(tr("The file is open for reading only.") if self.office.store.read_only else "")
        self._offer(rows)
        self.strip.tell(rows, self.choice.scheme.scheme, self.office.today())
        self._narrow()

    def _offer(self, rows: Sequence[PlanRow]) -> None:
        states = [(tr("All states"), ALL), (words_of(PlanState.OPEN), PlanState.OPEN), (tr("Past its end"), OVERDUE)]
        states += [(words_of(one), one) for one in (PlanState.REACHED, PlanState.MISSED, PlanState.DROPPED)]
        _offer(self.state, states)
        reps = dict.fromkeys(row.rep for row in rows)
        _offer(self.rep, [(tr("All reps"), ALL), *((rep or tr("no rep"), rep or "") for rep in reps)])
        steps = dict.fromkeys(self._step_words(row) for row in rows)
        _offer(self.step, [(tr("All class steps"), ALL), *((one, one) for one in sorted(steps))])

    def _narrow(self) -> None:
        today = self.office.today()
        state, rep, step = self.state.currentData(), self.rep.currentData(), self.step.currentData()

        def fits(row: PlanRow) -> bool:
            in_state = state in (ALL, row.state) or (state == OVERDUE and row.overdue(today))
            return in_state and rep in (ALL, row.rep or "") and step in (ALL, self._step_words(row))

        self.model.set_ids([row.id for row in self._rows.values() if fits(row)])
        self.panel.foot.say(tr("{count} plans", count=f"{len(self.model.ids):,}"))
        self._advise()
        if self.view.current_id() is None:
            self.view.go_to(next(iter(self.model.ids), None))
        self._show(self.view.current_id())

    def _advise(self) -> None:
        if self._rows:
            self.panel.empty.say("filter-off", tr("No plan is like this."), tr("Show all plans"), self.show_all)
            return
        sentence = tr("No promotion plans yet. A plan lifts one customer a class, and the next round judges it.")
        if self.office.store.read_only:
            self.panel.empty.say("target-arrow", sentence)
        else:
            self.panel.empty.say("target-arrow", sentence, tr("New plan…"), self.new_wanted.emit)

    def show_all(self) -> None:
        """Show the plans of all states, reps and steps."""
        for made in (self.state, self.rep, self.step):
            made.setCurrentIndex(0)
        self._narrow()

    def go_to(self, plan_id: int) -> None:
        """Show one plan, whatever the filters say."""
        if not self.view.go_to(plan_id):
            self.show_all()
            self.view.go_to(plan_id)
        self._show(self.view.current_id())

    def _fetch(self, ids: Sequence[int]) -> list[PlanRow]:
        return [self._rows[one] for one in ids if one in self._rows]

    def _show(self, plan_id: int | None) -> None:
        shown = self.detail.seen.plan.id if self.detail.seen is not None else None
        leaving = shown is not None and shown != plan_id and shown in self._rows
        if leaving and self.detail.end.dirty and not may_drop(self.office.ask, self.detail, self.detail.keep_end):
            self.view.go_to(shown)
            return
        seen = None if plan_id is None else self._read(plan_id)
        self.right.setCurrentWidget(self.none if seen is None else self.detail)
        self.right.setVisible(bool(self._rows))
        if seen is not None:
            self.detail.put(seen)

    def _read(self, plan_id: int) -> PlanSeen | None:
        today = self.office.today()
        with self.office.store.read() as session:
            plan = plan_row(session, plan_id, today)
            if plan is None:
                return None
            now: Mapping[tuple[str, int], Any] = values_now(session, plan.customer_id, plan.gap, today)
            return PlanSeen(plan, steps_of(session, plan_id), now, self.choice.scheme.scheme, metrics_of(session))

    # Doing

    def _do(self, what: str) -> None:
        if self.detail.seen is not None:
            {"settle": self._settle, "reopen": self._reopen, "delete": self._delete}[what]([self.detail.seen.plan.id])

    def _open_card(self, ids: Sequence[int]) -> None:
        self.office.show_customer(self._rows[ids[0]].customer_id)

    def _why(self, ids: Sequence[int]) -> None:
        self.office.go("tiers", Why(self._rows[ids[0]].customer_id, self.choice.key))

    def _edit(self, ids: Sequence[int]) -> None:
        self.go_to(ids[0])
        self.detail.edit()

    def _settle(self, ids: Sequence[int]) -> None:
        """Give up, with the reason in the note; the open steps stay in the calendar, and that is said."""
        plan = self._rows[ids[0]]
        question = tr("Why is the plan for {name} given up? Its open steps stay in the calendar.", name=plan.name)
        reason = self.office.ask.text(question, yes=tr("Give up the plan"))
        if reason is not None:
            self._say_ended(plan, PlanState.DROPPED, reason)

    def _reopen(self, ids: Sequence[int]) -> None:
        self._say_ended(self._rows[ids[0]], PlanState.OPEN, "")

    def _say_ended(self, plan: PlanRow, state: PlanState, reason: str) -> None:
        today = self.office.today()

        def work(session: Any) -> None:
            settle_plan(session, plan.id, state, today, reason)

        keep(self.office, Doing("promotion.settle", {"name": plan.name}), work)

    def _delete(self, ids: Sequence[int]) -> None:
        doing = Doing("promotion.delete", {"name": self._rows[ids[0]].name})
        if len(ids) > 1:
            doing = Doing("promotion.delete.many", {"count": len(ids)})

        def work(session: Any) -> None:
            for one in ids:
                delete_plan(session, one)

        if keep(self.office, doing, work):
            self.office.notice.say(tr("In the recycle bin: {count} promotion plans", count=len(ids)), "good")


def _choice(name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(theme.px(136))
    return made


def _offer(choice: Choice, options: Sequence[tuple[str, object]]) -> None:
    """Have other options; what was chosen stays chosen where it is still there."""
    was = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for text, key in options:
        choice.addItem(text, key)
    choice.setCurrentIndex(max(choice.findData(was), 0))
    choice.blockSignals(False)
