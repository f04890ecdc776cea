"""提升计划: the plans of a scheme and where growth comes from, and the form for new ones in their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.queries.office import reps
from db.queries.plans import plan_row, planned_customers
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.rating.plan_openings import Openings, openings
from desktop.services.rating.proposing import Proposed
from desktop.ui import failures
from desktop.ui.finding_customers import customer_finder
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fields import in_one_line
from desktop.ui.kit.tabs import TabPage, Tabs
from desktop.ui.leaving import may_drop
from desktop.ui.office import Office, Planning
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.plans.movers_tab import MoversTab
from desktop.ui.screens.tiers.plans.plan_form import PlanForm
from desktop.ui.screens.tiers.plans.plans_tab import PlansTab
from desktop.ui.words import tr
from desktop.words import N_


class PlansPage(Screen):
    """`visit` takes a Planning: customers to make plans for, or a plan to look at."""

    SHOWS = frozenset({"promotion_plan", "follow_up", "rating_round", "customer", "rep", "tier_scheme", "policy"})

    def __init__(self, office: Office, choice: SchemeChoice) -> None:
        super().__init__(office)
        self.choice = choice
        self.plans = PlansTab(office, choice)
        self.movers: MoversTab | None = None
        self.tabs = Tabs(
            (
                TabPage("plans", N_("Plans"), lambda: self.plans),
                TabPage("movers", N_("Where growth comes from"), self._movers),
            )
        )
        self.form = PlanForm(office)
        self.waiting = EmptyState("clock", tr("Working out what is missing…"))
        self.stack = QStackedWidget()
        for page in (self.tabs, self.waiting, self.form):
            self.stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.plans.new_wanted.connect(self.ask_for_customer)
        self.form.closed.connect(self._closed)
        choice.changed.connect(self._other_scheme)

    def _movers(self) -> QWidget:
        self.movers = MoversTab(self.office, self.choice)
        self.movers.plans_wanted.connect(self._plan_movers)
        return self.movers

    def reload(self) -> None:
        self.plans.reload()

    def _other_scheme(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload_if_stale()

    def visit(self, what: object) -> None:
        if not isinstance(what, Planning):
            return
        if what.plan_id is not None:
            self._show_plan(what.plan_id)
        elif what.customer_ids:
            self.begin(what.customer_ids, what.key)

    def _show_plan(self, plan_id: int) -> None:
        """Look at one plan, by its own scheme."""
        with self.office.store.read() as session:
            row = plan_row(session, plan_id, self.office.today())
        if row is None:
            self.office.notice.say(tr("This record was deleted in the meantime."), "info")
            return
        if not self.form.may_leave():
            return
        self.choice.choose(row.key)
        self.tabs.go_to("plans")
        self.plans.reload()
        self.plans.go_to(plan_id)

    # New plans

    def ask_for_customer(self) -> None:
        """Ask for whom a plan is to be made."""
        with self.office.store.read() as session:
            planned = frozenset(planned_customers(session, self.choice.key))
        find = customer_finder(self.office, planned)
        found = self.office.ask.pick(tr("Promotion plan for which customer?"), find, yes=tr("Make a plan"))
        if isinstance(found, int):
            self.begin((found,))

    def _plan_movers(self, ids: Sequence[int]) -> None:
        seen = self.movers.seen if self.movers is not None else None
        self.begin(ids, proposed=seen.proposed if seen is not None else None)

    def begin(self, ids: Sequence[int], key: str = "", proposed: Proposed | None = None) -> None:
        """Open the form of a new plan for each of these customers, once it is known what each is missing."""
        if self.office.store.read_only:
            self.office.notice.say(tr("The file is open for reading only."), "info")
            return
        if not self.form.may_leave():
            return
        if key:
            self.choice.choose(key)
        store, today, wanted = self.office.store, self.office.today(), self.choice.key

        def work(progress: Progress) -> Openings:
            return openings(store, wanted, ids, today, progress, proposed)

        self.stack.setCurrentWidget(self.waiting)
        self.office.jobs.run(
            tr("Working out what is missing"), work, self._open, failed=self._failed, cancelled=self._back, owner=self
        )

    def _open(self, found: Openings) -> None:
        if not found.people:
            self._back()
            self.office.ask.tell(self._nobody(found))
            return
        with self.office.store.read() as session:
            active = reps(session, active_only=True)
        self.stack.setCurrentWidget(self.form)
        self.form.open(found, active)

    def _nobody(self, found: Openings) -> str:
        """Why none of the chosen customers can have a plan."""
        if found.under_way:
            return tr("A promotion plan is under way already for {names}.", names=in_one_line(found.under_way))
        if found.at_the_top:
            return tr(
                "{names}: in the best class already. There is nothing to lift.", names=in_one_line(found.at_the_top)
            )
        return tr("This record was deleted in the meantime.")

    def _failed(self, problem: BaseException) -> None:
        self._back()
        if isinstance(problem, RuleBroken):
            self.office.ask.tell(failures.sentence(problem), tr("Nothing can be planned by a scheme that is wrong."))
        else:
            failures.tell(self.office.ask, problem)

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.tabs)

    def _closed(self, made: Sequence[int]) -> None:
        self._back()
        if made:
            self.tabs.go_to("plans")
            self.reload_if_stale()
            self.plans.reload()
            self.plans.go_to(made[0])
            self.office.notice.say(
                tr("Saved: {count} promotion plans, their steps are in the calendar", count=len(made)), "good"
            )

    def may_leave(self) -> bool:
        detail = self.plans.detail
        return self.form.may_leave() and may_drop(self.office.ask, detail, detail.keep)
