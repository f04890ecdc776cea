"""回访核实: the week's visits drawn by lot, the share that was as written, and the one to ask about beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from db.queries.callbacks import asked_about
from db.queries.office import reps
from db.store import Doing
from desktop.rules.periods import Unit
from desktop.rules.tiers import Tier
from desktop.services.desk.callbacks import Confirmed, confirmed, delete_callback, proposed_callbacks
from desktop.services.desk.inbox import InboxLine, lines_of, told
from desktop.services.tiers import tiers
from desktop.ui.callback_box import ask_callback
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.desk.callbacks.callbacks_columns import FoundLine, found_columns, visit_columns
from desktop.ui.screens.desk.inbox.follow_up_pane import FollowUpPane
from desktop.ui.screens.desk.list_rows import present
from desktop.ui.screens.desk.period_bar import PeriodBar
from desktop.ui.words import tr
from desktop.words import N_

EVERYBODY, NOBODY = 0, 1  # no keys of reps


class CallbacksPage(Screen):
    """Proposals of a week and what was asked in it; Enter writes what was found."""

    SHOWS = frozenset({"callback", "follow_up", "customer", "rep", "policy", "follow_up_comment"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._lines: dict[int, InboxLine] = {}
        self._found: dict[int, FoundLine] = {}
        self._tiers: tuple[Tier, ...] = ()
        self.period = PeriodBar(office, (Unit.WEEK, Unit.MONTH), Unit.WEEK)
        shown = visit_columns(lambda: self._tiers, office.veil.anyone)
        self.model: ListModel[InboxLine] = ListModel(shown, lambda ids: present(self._lines, ids))
        self.view = ListView(self.model, "desk.callbacks", office.seen, self._actions())
        self.view.setAccessibleName(tr("Visits to verify"))
        Fill(self.view, "what")
        self.panel = ListPanel(self.view)
        self.reps: ListModel[FoundLine] = ListModel(found_columns(), lambda ids: present(self._found, ids))
        self.shares = ListView(self.reps, "desk.callbacks.reps", office.seen)
        self.shares.setAccessibleName(tr("What was found, by rep"))
        Fill(self.shares, "rep")
        self.share_panel = ListPanel(self.shares, EmptyState("phone", tr("Nobody was asked in this period.")))
        self.pane = FollowUpPane(office)
        self._lay_out()
        self.period.changed.connect(self.reload)
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda _: self._verify())
        self.pane.verify_wanted.connect(self._verify)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(self.period)
        said = QLabel(tr("Drawn by lot: visits that cost something and A customers more often."))
        said.setProperty("look", "muted")
        row.addWidget(said, 1)
        row.addWidget(
            button(tr("Rules…"), lambda: self.office.go("settings", "desk"), icon="adjustments", look="quiet")
        )
        self.side = QStackedWidget()
        self.side.addWidget(EmptyState("phone", tr("Choose a visit on the left to ask the customer about it.")))
        self.side.addWidget(self.pane)
        seen = self.office.seen
        left = split(self.panel, self.share_panel, "desk.callbacks.left", seen, (2, 1), upright=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(split(left, self.side, "desk.callbacks", seen, (3, 2)), 1)

    def _actions(self) -> tuple[Action, ...]:
        def may(_: Sequence[int]) -> bool:
            return not self.office.store.read_only

        def has(ids: Sequence[int]) -> bool:
            return may(ids) and ids[0] in self._lines and self._lines[ids[0]].callback is not None

        return (
            Action("verify", N_("Verify…"), lambda _: self._verify(), "phone", needs=(1, 1), allowed=may),
            Action("open", N_("Open card"), lambda _: self.pane.open_card(), "id", needs=(1, 1)),
            Action("drop", N_("Delete verdict"), self._drop, "trash", "Del", (1, 1), has, danger=True, apart=True),
        )

    def reload(self) -> None:
        period = self.period.period
        with self.office.store.read() as session:
            self._tiers = tiers(session)
            people = {one.id: one.name for one in reps(session)}
            found = confirmed(session, period.first, period.last)
            ids = asked_about(session, period.first, period.last)
            if period.unit is Unit.WEEK:
                ids = [*proposed_callbacks(session, period.first), *ids]
            self._lines = {one.id: one for one in lines_of(session, ids)}
        self._found = _found_lines(found, people)
        self.reps.set_ids(self._found)
        self.model.set_ids(self._lines)
        open_ones = sum(one.callback is None for one in self._lines.values())
        self.panel.foot.say(
            tr("{count} visits", count=len(self._lines)) if self._lines else "",
            [(tr("to be asked"), f"{open_ones}")] if open_ones else (),
        )
        self.panel.empty.say("phone", tr("No visit of this period can be verified, and nothing was asked in it."))
        if self.view.current_id() is None and self._lines:
            self.view.go_to(next(iter(self._lines)))
        self._show(self.view.current_id())

    def _show(self, one: int | None) -> None:
        found = None
        if one is not None:
            with self.office.store.read() as session:
                found = told(session, one)
        self.side.setCurrentIndex(0 if found is None else 1)
        if found is not None:
            self.pane.put(found, self._tiers)

    def _verify(self) -> None:
        one = self.view.current_id()
        if one is not None and not self.office.store.read_only:
            ask_callback(self.office, one, self)

    def _drop(self, ids: Sequence[int]) -> None:
        line = self._lines.get(ids[0])
        if line is not None and line.callback is not None:
            verdict = line.callback.id
            doing = Doing("callback.delete", {"name": line.row.customer})
            keep(self.office, doing, lambda session: delete_callback(session, verdict))

    def may_leave(self) -> bool:
        return self.pane.may_leave()


def _found_lines(found: dict[int | None, Confirmed], people: dict[int, str]) -> dict[int, FoundLine]:
    lines = [FoundLine(one or NOBODY, people.get(one or 0, "") or tr("no rep"), sums) for one, sums in found.items()]
    lines.sort(key=lambda line: line.rep)
    if len(lines) > 1:
        sums = Confirmed(*(sum(getattr(one.found, key) for one in lines) for key in _KEYS))
        lines.insert(0, FoundLine(EVERYBODY, tr("Whole office"), sums))
    return {one.id: one for one in lines}


_KEYS = ("confirmed", "differs", "not_reached")
