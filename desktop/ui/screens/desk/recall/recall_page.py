"""公海: three lists: whose recall is proposed and why, whom nobody has, who is exempt. The supervisor clicks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout

from db.queries.recall import ExemptionRow, PoolRow, exemptions, pool
from db.store import Doing
from desktop.progress import Progress
from desktop.rules.tiers import Tier
from desktop.services.desk.recall import (
    RecallRow,
    assign,
    exempt,
    lift_exemption,
    recall,
    recall_policy,
    recall_proposals,
    set_recall_policy,
)
from desktop.services.tiers import tiers
from desktop.ui.keeping import keep
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
from desktop.ui.screens.desk.recall.recall_boxes import ask_exempt, ask_give, ask_rules
from desktop.ui.screens.desk.recall.recall_columns import exemption_columns, pool_columns, proposal_columns
from desktop.ui.screens.desk.recall.recall_order import EXEMPT, POOL, PROPOSALS, in_order, name_of
from desktop.ui.screens.desk.recall.recall_words import WHY
from desktop.ui.screens.tiers.hand_box import names_words
from desktop.ui.words import current, tr
from desktop.words import N_


class RecallPage(Screen):
    """`go_to("proposals" | "pool" | "exempt")`. Enter opens the card; what is done is one action and can be undone."""

    SHOWS = frozenset({"customer", "sales_order", "follow_up", "rep", "policy", "recall_exemption"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._tiers: tuple[Tier, ...] = ()
        self._found: list[RecallRow] = []
        self._pool: list[PoolRow] = []
        self._spared: list[ExemptionRow] = []
        self._looked = False
        self._by_id: dict[str, dict[int, Any]] = {"proposals": {}, "pool": {}, "exempt": {}}
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(tr("Lists of the pool"))
        self.rep = Choice()
        self.rep.setAccessibleName(tr("Rep"))
        self.rep.setMinimumWidth(theme.px(132))
        self.stack = QStackedWidget()
        made = {
            "proposals": (proposal_columns(office.today, lambda: self._tiers), "told"),
            "pool": (pool_columns(office.today, lambda: self._tiers), "region"),
            "exempt": (exemption_columns(), "reason"),
        }
        self.views: dict[str, ListView] = {}
        self.panels: dict[str, ListPanel] = {}
        for key, (columns, wide) in made.items():
            self._add_list(key, columns, wide)
        self._lay_out()
        self.rep.currentIndexChanged.connect(lambda _: self._show())
        self.bar.currentChanged.connect(self._turn)
        self._turn()

    # Laying out

    def _add_list(self, key: str, columns: Any, wide: str) -> None:
        model: ListModel[Any] = ListModel(
            columns, lambda ids: [self._by_id[key][i] for i in ids if i in self._by_id[key]]
        )
        view = ListView(model, f"recall_{key}", self.office.seen, actions=self._actions(key))
        view.setAccessibleName(
            {"proposals": tr("Proposed for recall"), "pool": tr("Nobody's"), "exempt": tr("Exempt")}[key]
        )
        Fill(view, wide)
        view.opened.connect(lambda one: self._open([one]))
        view.sort_wanted.connect(lambda *_: self._show())
        view.chosen_changed.connect(self._allow)
        self.views[key], self.panels[key] = view, ListPanel(view)
        self.stack.addWidget(self.panels[key])
        self.bar.addTab("")

    def _lay_out(self) -> None:
        pane = QFrame()
        pane.setProperty("look", "pane")
        row = QHBoxLayout(pane)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.bar)
        self.rep_label = QLabel(tr("Rep"))
        self.rep_label.setBuddy(self.rep)
        row.addWidget(self.rep_label)
        row.addWidget(self.rep)
        row.addStretch(1)
        self.take = button(tr("Recall"), lambda: self._recall(self._ids()), icon="arrow-back-up", look="primary")
        self.give = button(tr("Assign…"), lambda: self._assign(self._ids()), icon="user-share")
        self.spare = button(tr("Exempt…"), lambda: self._exempt(self._ids()), icon="pin")
        self.lift = button(tr("Lift"), lambda: self._lift(self._ids()), icon="arrow-back-up")
        rules = button(tr("Rules…"), self._rules, icon="adjustments", look="quiet")
        rules.setEnabled(not self.office.store.read_only)
        for one in (self.take, self.give, self.spare, self.lift, rules):
            row.addWidget(one)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(pane)
        outer.addWidget(self.stack, 1)

    def _actions(self, key: str) -> tuple[Action, ...]:
        def may(_ids: Sequence[int]) -> bool:
            return not self.office.store.read_only

        acts = [Action("open", N_("Open card"), self._open, "cards", "", (1, 1))]
        if key == "proposals":
            acts.append(Action("recall", N_("Recall"), self._recall, "arrow-back-up", "Ctrl+R", allowed=may))
        if key != "exempt":
            acts.append(Action("assign", N_("Assign…"), self._assign, "user-share", "Ctrl+E", allowed=may))
            acts.append(Action("exempt", N_("Exempt…"), self._exempt, "pin", allowed=may))
        else:
            acts.append(Action("lift", N_("Lift"), self._lift, "arrow-back-up", "Del", allowed=may))
        return tuple(acts)

    @property
    def key(self) -> str:
        """The list in front."""
        return tuple(self.views)[max(self.bar.currentIndex(), 0)]

    def go_to(self, key: str) -> None:
        """Bring a list to the front."""
        self.bar.setCurrentIndex(tuple(self.views).index(key))

    def _turn(self, *_: object) -> None:
        self.stack.setCurrentWidget(self.panels[self.key])
        for one in (self.rep, self.rep_label):
            one.setVisible(self.key == "proposals")
        self.take.setVisible(self.key == "proposals")
        self.give.setVisible(self.key != "exempt")
        self.spare.setVisible(self.key == "proposals")
        self.lift.setVisible(self.key == "exempt")
        self._allow()

    def _allow(self) -> None:
        may = bool(self._ids()) and not self.office.store.read_only
        buttons = (self.take, self.give, self.spare, self.lift)
        if not may and any(one.hasFocus() for one in buttons):  # the focus would go on to the rules
            self.views[self.key].setFocus()
        for one in buttons:
            one.setEnabled(may)

    def _ids(self) -> list[int]:
        return self.views[self.key].chosen()

    # What there is

    def reload(self) -> None:
        today, store = self.office.today(), self.office.store

        def work(_progress: Progress) -> tuple[Any, ...]:
            with store.read() as session:
                return tiers(session), recall_proposals(session, today), pool(session), exemptions(session, today)

        if not self._looked:
            self.panels["proposals"].empty.say("search", tr("Looking who should change hands…"))
        self.office.jobs.run(tr("Looking who should change hands"), work, done=self._take, owner=self)

    def _take(self, found: tuple[Any, ...]) -> None:
        self._tiers, self._found, self._pool, self._spared = found
        self._looked = True
        was = self.rep.currentData() if self.rep.count() else None
        owners = {one.customer.owner_id: one.customer.owner for one in self._found}
        before = self.rep.blockSignals(True)
        self.rep.clear()
        self.rep.addItem(tr("All"), None)
        for owner_id, name in sorted(owners.items(), key=lambda pair: pair[1]):
            self.rep.addItem(name, owner_id)
        self.rep.setCurrentIndex(max(self.rep.findData(was), 0) if was is not None else 0)
        self.rep.blockSignals(before)
        self._by_id = {
            "proposals": {one.customer.id: one for one in self._found},
            "pool": {one.id: one for one in self._pool},
            "exempt": {one.id: one for one in self._spared},
        }
        self._show()

    def _show(self) -> None:
        if not self._looked:
            return
        rep = self.rep.currentData()
        shown = [one for one in self._found if rep is None or one.customer.owner_id == rep]
        self._put("proposals", [one.customer.id for one in in_order(self.views["proposals"], shown, PROPOSALS)])
        self._put("pool", [one.id for one in in_order(self.views["pool"], self._pool, POOL)])
        self._put("exempt", [one.id for one in in_order(self.views["exempt"], self._spared, EXEMPT)])
        struck = sum(one.left < 0 for one in self._found)
        for at, text in enumerate(
            (
                tr("Proposed ({count})", count=len(self._found)),
                tr("Nobody's ({count})", count=len(self._pool)),
                tr("Exempt ({count})", count=len(self._spared)),
            )
        ):
            self.bar.setTabText(at, text)
        said = tr("{count} customers, {over} of them past the limit", count=f"{len(shown):,}", over=f"{struck:,}")
        self.panels["proposals"].foot.say(said)
        self.panels["pool"].foot.say(tr("{count} customers", count=f"{len(self._pool):,}"))
        self.panels["exempt"].foot.say(tr("{count} customers", count=f"{len(self._spared):,}"))
        self.panels["proposals"].empty.say("circle-check", tr("By the rules of the office nobody need change hands."))
        self.panels["pool"].empty.say("circle-check", tr("Every customer has a rep."))
        self.panels["exempt"].empty.say("pin", tr("No customer is exempt from recall."))
        self._allow()

    def _put(self, key: str, ids: list[int]) -> None:
        self.views[key].rows.set_ids(ids)

    # What is done

    def _customers(self, ids: Sequence[int]) -> list[int]:
        """The customers of the rows: an exemption has a key of its own."""
        return [self._by_id["exempt"][one].customer_id for one in ids] if self.key == "exempt" else list(ids)

    def _names(self, ids: Sequence[int]) -> str:
        rows = self._by_id[self.key]
        names = [name_of(rows[one]) for one in ids if one in rows]
        return self.office.veil.anyone(names_words(names))

    def _open(self, ids: Sequence[int]) -> None:
        customers = self._customers(ids[:1])
        if customers:
            self.office.show_customer(customers[0])

    def _recall(self, ids: Sequence[int]) -> None:
        """Take customers from their reps: they are nobody's then. Undone by Ctrl+Z."""
        if not ids:
            return
        whys = dict.fromkeys(current().text(WHY[self._by_id["proposals"][one].reasons[0].why]) for one in ids)
        facts = {"count": len(ids), "reason": "、".join(whys)}
        said = tr("Recalled: {names}. They wait under “Nobody's”.", names=self._names(ids))
        if keep(self.office, Doing("recall.take", facts), lambda session: recall(session, ids)):
            self.office.notice.say(said)

    def _assign(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        rep_id = ask_give(self.office, self._names(ids), self.window())
        if rep_id is None:
            return
        said = tr("Assigned: {names}", names=self._names(ids))
        if keep(
            self.office, Doing("customers.assign", {"count": len(ids)}), lambda session: assign(session, ids, rep_id)
        ):
            self.office.notice.say(said)

    def _exempt(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        wanted = ask_exempt(self.office, self._names(ids), self.window())
        if wanted is None:
            return
        today, me = self.office.today(), self.office.me.rep_id

        def work(session: Any) -> None:
            exempt(session, ids, wanted.reason, today, until=wanted.until, rep_id=me)

        keep(self.office, Doing("recall.exempt", {"count": len(ids)}), work)

    def _lift(self, ids: Sequence[int]) -> None:
        customers, today, names = self._customers(ids), self.office.today(), self._names(ids)

        def work(session: Any) -> None:
            for one in customers:
                lift_exemption(session, one, today)

        keep(self.office, Doing("recall.lift", {"name": names}), work)

    def _rules(self) -> None:
        with self.office.store.read() as session:
            rules = recall_policy(session)
        wanted = ask_rules(self.office, rules, self.window())
        if wanted is not None and keep(
            self.office, Doing("recall.rules"), lambda session: set_recall_policy(session, wanted)
        ):
            self.office.notice.say(tr("Saved: rules of recall"))
