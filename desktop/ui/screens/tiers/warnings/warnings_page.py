"""流失预警: whom the office may be losing and why, the most money at stake first: a list to work off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from db.lifecycle import Cause, Lifecycle
from desktop.progress import Progress
from desktop.rules.rating.lifecycle import Limits
from desktop.rules.tiers import Tier
from desktop.services.rating.lifecycle import Warned, limits, warned_customers
from desktop.services.tiers import tiers
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.tiers.warnings.warnings_columns import columns
from desktop.ui.wording import whole_money, words_of
from desktop.ui.words import tr
from desktop.words import N_

NOBODY = 0  # no key of a rep
_SORTS: dict[str, Callable[[Warned], tuple[object, ...]]] = {
    "name": lambda row: (row.who.name,),
    "tier": lambda row: (row.who.value_tier is None, row.who.value_tier or ""),
    "cause": lambda row: tuple(list(Cause).index(one.cause) for one in row.warnings),
    "since": lambda row: (row.since is None, row.since or 0),
    "lifecycle": lambda row: (list(Lifecycle).index(row.stand.lifecycle),),
    "last": lambda row: (row.last_on is None, row.last_on or 0),
    "interval": lambda row: (row.stand.interval is None, row.stand.interval or 0),
    "stake": lambda row: (row.stake,),
    "owner": lambda row: (row.who.owner is None, row.who.owner or ""),
    "next": lambda row: (row.who.next_on is not None, row.who.next_on or 0),
}


class WarningsPage(Screen):
    """Every customer there is a warning of; Enter opens the card, a right click plans or logs a follow-up."""

    SHOWS = frozenset({"customer", "sales_order", "service_case", "survey", "follow_up", "rep", "policy"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._found: list[Warned] | None = None  # None: not yet looked for
        self._rows: dict[int, Warned] = {}
        self._tiers: tuple[Tier, ...] = ()
        self._limits = Limits()
        self.cause = _choice(tr("Cause"), 132)
        self.lifecycle = _choice(tr("Lifecycle"), 116)
        self.rep = _choice(tr("Rep"), 116)
        self.model: ListModel[Warned] = ListModel(
            columns(office.today, lambda: self._tiers, lambda: self._limits), self._fetch
        )
        self.view = ListView(self.model, "churn_warnings", office.seen, actions=self._actions())
        Fill(self.view, "cause")
        self.panel = ListPanel(self.view)
        self.plan = button(tr("Plan"), lambda: self._plan(self.view.chosen()), icon="calendar-plus", tip="Ctrl+Shift+P")
        self.log = button(tr("Log follow-up"), lambda: self._log(self.view.chosen()), icon="pencil", tip="Ctrl+L")
        self._lay_out()
        self._offer()
        self._allow()
        for box in (self.cause, self.lifecycle, self.rep):
            box.currentIndexChanged.connect(lambda _: self._show())
        self.view.opened.connect(lambda one: self._open([one]))
        self.view.chosen_changed.connect(self._allow)
        self.view.sort_wanted.connect(lambda *_: self._show())

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        for text, box in ((tr("Cause"), self.cause), (tr("Lifecycle"), self.lifecycle), (tr("Rep"), self.rep)):
            label = QLabel(text)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self.plan)
        row.addWidget(self.log)
        rules = button(tr("What counts as a warning…"), self._go_to_limits, icon="adjustments", look="quiet")
        row.addWidget(rules)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(self.panel, 1)

    def _actions(self) -> tuple[Action, ...]:
        def may(_ids: Sequence[int]) -> bool:
            return not self.office.store.read_only

        return (
            Action("open", N_("Open card"), self._open, "cards", "", (1, 1)),
            Action("plan", N_("Plan a follow-up…"), self._plan, "calendar-plus", "Ctrl+Shift+P", (1, 1), may),
            Action("log", N_("Log a follow-up…"), self._log, "pencil", "Ctrl+L", (1, 1), may),
        )

    def _allow(self) -> None:
        for made in (self.plan, self.log):
            made.setEnabled(len(self.view.chosen()) == 1 and not self.office.store.read_only)

    # What there is

    def reload(self) -> None:
        today, now = self.office.today(), self.office.now()
        with self.office.store.read() as session:
            self._tiers, self._limits = tiers(session), limits(session)

        def work(progress: Progress) -> list[Warned]:
            return warned_customers(self.office.store, today, progress, now)

        self.panel.empty.say("search", tr("Looking for customers who may be leaving…"))
        self.office.jobs.run(tr("Looking for churn warnings"), work, done=self._take, owner=self)

    def _take(self, found: list[Warned]) -> None:
        self._found = found
        self._rows = {one.id: one for one in found}
        self._offer()
        self._show()

    def _offer(self) -> None:
        """What can be chosen, each with how many there are; what was chosen stays chosen."""
        found = self._found or []
        reps = {one.who.owner_id or NOBODY: one.who.owner or tr("no rep") for one in found}
        _fill(self.cause, [(words_of(one), one, sum(_has(row, one) for row in found)) for one in Cause])
        states = [(words_of(one), one, sum(row.stand.lifecycle is one for row in found)) for one in Lifecycle]
        _fill(self.lifecycle, [state for state in states if state[2]])
        owned = [(name, key, sum((row.who.owner_id or NOBODY) == key for row in found)) for key, name in reps.items()]
        _fill(self.rep, sorted(owned, key=lambda one: (one[1] == NOBODY, one[0])))

    def wanted(self) -> list[Warned]:
        """Those that the choices above leave, in the order of the list."""
        cause, state, rep = (box.currentData() for box in (self.cause, self.lifecycle, self.rep))
        found = [
            row
            for row in self._found or []
            if (cause is None or _has(row, cause))
            and (state is None or row.stand.lifecycle == state)
            and (rep is None or (row.who.owner_id or NOBODY) == rep)
        ]
        sort, descending = self.view.head.sorted_by or ("", False)
        return sorted(found, key=_SORTS[sort], reverse=descending) if sort in _SORTS else found

    def _show(self) -> None:
        if self._found is None:
            return
        rows = self.wanted()
        self.model.set_ids([row.id for row in rows])
        if self._found:
            self.panel.empty.say("search", tr("No warning is like this."), tr("Show all"), self._clear)
        else:
            said = tr("No customer gives reason to worry. Orders, complaints and surveys are looked at.")
            self.panel.empty.say("circle-check", said)
        stake = whole_money(sum((row.stake for row in rows), Decimal(0)))
        sums = [(tr("At stake"), stake)] if stake else []
        self.panel.foot.say(tr("{count} customers", count=f"{len(rows):,}"), sums)

    def _clear(self) -> None:
        for box in (self.cause, self.lifecycle, self.rep):
            box.setCurrentIndex(0)

    def _fetch(self, ids: Sequence[int]) -> list[Warned]:
        return [self._rows[one] for one in ids if one in self._rows]

    # What is done

    def _open(self, ids: Sequence[int]) -> None:
        self.office.show_customer(ids[0])

    def _plan(self, ids: Sequence[int]) -> None:
        self.office.show_customer(ids[0], do="plan")

    def _log(self, ids: Sequence[int]) -> None:
        self.office.show_customer(ids[0], do="log")

    def _go_to_limits(self) -> None:
        self.office.go("settings", "lifecycle")


def _has(row: Warned, cause: object) -> bool:
    return any(one.cause == cause for one in row.warnings)


def _choice(name: str, width: int) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setMinimumWidth(theme.px(width))
    return made


def _fill(box: Choice, options: Sequence[tuple[str, object, int]]) -> None:
    was = box.currentData() if box.count() else None
    before = box.blockSignals(True)
    box.clear()
    box.addItem(tr("All"), None)
    for text, key, count in options:
        box.addItem(f"{text} ({count:,})", key)
    box.setCurrentIndex(max(box.findData(was), 0) if was is not None else 0)
    box.blockSignals(before)
