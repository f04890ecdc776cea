"""排周计划: who should be called on in a week, day by day; dragged as the rep knows better, accepted as one action.

Nothing is written before it is accepted. What was changed by hand stays when the file changes meanwhile; “propose anew”
throws it away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout

from db.queries.office import RepRow, reps
from db.store import Doing
from db.vocabulary import RepRole
from desktop.progress import Progress
from desktop.rules.tiers import Tier
from desktop.rules.week_plan import put_on, without
from desktop.services.calendar.week_plan import (
    WEEK,
    RepWeek,
    accept_week,
    as_proposed,
    monday_of,
    propose_week,
)
from desktop.services.tiers import tiers
from desktop.ui.keeping import keep
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action, menu_of, put_shortcuts
from desktop.ui.kit.board import Board
from desktop.ui.kit.board_cards import BoardCard
from desktop.ui.kit.buttons import button, tool
from desktop.ui.kit.inputs import Choice
from desktop.ui.kit.labels import ElidedLabel
from desktop.ui.office import Office
from desktop.ui.screen import Screen
from desktop.ui.screens.calendar.week_plan.week_cards import LEFT, left_card, planned_card, proposal_card, shown
from desktop.ui.words import tr
from desktop.words import N_

FRIDAY = 4  # from Friday afternoon on one plans the next week
NOON = 12


class WeekPlanPage(Screen):
    """`go_to(rep, monday)`. Cards are dragged between the days, or moved by Ctrl+Left and Ctrl+Right; Del takes out."""

    SHOWS = frozenset({"customer", "follow_up", "policy", "holiday", "rep", "cadence_exception"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.week: RepWeek | None = None
        self.changed = False  # by hand: then it is not proposed anew behind one's back
        self._tiers: tuple[Tier, ...] = ()
        self._monday = first_week(office.now())
        self.rep = Choice()
        self.rep.setAccessibleName(tr("Rep"))
        self.rep.setMinimumWidth(theme.px(132))
        self.when = QLabel()
        self.said = ElidedLabel(look="muted")
        self.again = button(tr("Propose anew"), self.propose, icon="refresh")
        self.yes = button(tr("Accept"), self.accept, icon="check", look="primary", tip="Ctrl+S")
        self.yes.setShortcut("Ctrl+S")
        self.board = Board(self._fetch)
        self.board.setAccessibleName(tr("Plan of the week"))
        self.acts = self._actions()
        self._lay_out()
        put_shortcuts(self.acts, lambda: self.board.chosen()[1], self.board)
        self.board.dropped.connect(self._on_dropped)
        self.board.opened.connect(lambda one: self._open([int(str(one))]))
        self.board.menu_wanted.connect(self._pop_up)
        self.board.set_movable(not office.store.read_only)
        self.rep.currentIndexChanged.connect(lambda _: self.propose())

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        label = QLabel(tr("Rep"))
        label.setBuddy(self.rep)
        for widget in (label, self.rep, tool("chevron-left", tr("Week before"), lambda: self._step(-1)), self.when):
            row.addWidget(widget)
        row.addWidget(tool("chevron-right", tr("Week after"), lambda: self._step(1)))
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        row.addWidget(self.yes)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(bar)
        outer.addWidget(self.board, 1)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("open", N_("Open card"), self._open, "id", needs=(1, 1)),
            Action("out", N_("Leave out"), self._leave_out, "x", "Del", allowed=self._proposed),
        )

    # What is shown

    def reload(self) -> None:
        with self.office.store.read() as session:
            people = reps(session, active_only=True)
            self._tiers = tiers(session)
        mine = self.rep.currentData() if self.rep.count() else _first_choice(people, self.office.me.rep_id)
        before = self.rep.blockSignals(True)
        self.rep.clear()
        for one in people:
            self.rep.addItem(one.name, one.id)
        self.rep.setCurrentIndex(max(self.rep.findData(mine), 0))
        self.rep.blockSignals(before)
        if not self.changed:
            self.propose()

    def go_to(self, rep_id: int | None, monday: date | None = None) -> None:
        """Plan for a rep, in another week."""
        self._monday = monday_of(monday) if monday is not None else self._monday
        if rep_id is not None and self.rep.findData(rep_id) >= 0:
            self.rep.setCurrentIndex(self.rep.findData(rep_id))
        self.propose()

    def _step(self, by: int) -> None:
        self._monday += timedelta(days=WEEK * by)
        self.propose()

    def propose(self) -> None:
        """Propose the week anew; what was changed by hand is forgotten."""
        rep_id, monday, store, now = self.rep.currentData(), self._monday, self.office.store, self.office.now()
        self.changed = False
        self.when.setText(f"{monday:%Y-%m-%d} – {monday + timedelta(days=WEEK - 1):%m-%d}")
        if rep_id is None:
            self.said.say(tr("There are no people of the office yet. Enter them in the settings."))
            return

        def work(_progress: Progress) -> RepWeek:
            with store.read() as session:
                return propose_week(session, rep_id, monday, now)

        self.office.jobs.run(tr("Planning the week"), work, done=self._take, owner=self)

    def _take(self, week: RepWeek) -> None:
        if (week.rep_id, week.monday) == (self.rep.currentData(), self._monday):  # else another was asked for since
            self.week = week
            self._show()

    def _show(self) -> None:
        if self.week is None:
            return
        seen = shown(self.week)
        self.board.put(seen.columns, seen.ids)
        self.board.refresh()
        plan = self.week.plan
        self.yes.setEnabled(bool(plan.proposals) and not self.office.store.read_only)
        self.yes.setText(tr("Accept {count}", count=len(plan.proposals)) if plan.proposals else tr("Accept"))
        self.said.say(self._words())

    def _words(self) -> str:
        assert self.week is not None
        week, plan = self.week, self.week.plan
        if not week.rooms:
            return tr("No working day is left in this week.")
        if not week.due:
            return tr("By the cadence nobody is due by the end of this week.")
        said = tr(
            "{due} due by the end of the week: {proposed} proposed, {left} left out",
            due=week.due, proposed=len(plan.proposals), left=len(plan.left),
        )  # fmt: skip
        return said + " · " + tr("changed by hand") if self.changed else said

    def _fetch(self, ids: Sequence[int]) -> Iterable[BoardCard]:
        week = self.week
        if week is None:
            return ()
        proposed = {one.candidate.customer_id: one for one in week.plan.proposals}
        left = {one.customer_id: (one, why) for one, why in week.plan.left}
        planned = {one.id: one for one in week.planned}
        cards = []
        for one in ids:
            if one in proposed:
                cards.append(proposal_card(self.office, week, proposed[one], self._tiers))
            elif one in left:
                cards.append(left_card(self.office, week, *left[one], self._tiers))
            elif one in planned:
                cards.append(planned_card(self.office, planned[one], self._tiers))
        return cards

    # What is done with cards

    def _planned(self, ids: Sequence[int]) -> bool:
        return self.week is not None and any(row.id in ids for row in self.week.planned)

    def _proposed(self, ids: Sequence[int]) -> bool:
        if self.week is None or self.office.store.read_only:
            return False
        proposed = {one.candidate.customer_id for one in self.week.plan.proposals}
        return bool(ids) and all(one in proposed for one in ids)

    def _on_dropped(self, ids: Sequence[int], _from: str, to: str) -> None:
        if self.week is None:
            return
        if self._planned(ids):
            self.office.notice.say(tr("What is planned already is moved in the calendar."), "bad")
            return
        if to == LEFT:
            self._leave_out(ids)
        else:
            self._put_on(ids, date.fromisoformat(to))

    def _put_on(self, ids: Sequence[int], day: date) -> None:
        assert self.week is not None
        plan = self.week.plan
        for one in ids:
            plan = put_on(plan, self.week.rooms, one, day)
        self.week = replace(self.week, plan=plan)
        self.changed = True
        self._show()

    def _leave_out(self, ids: Sequence[int]) -> None:
        if self.week is not None and self._proposed(ids):
            self.week = replace(self.week, plan=without(self.week.plan, ids))
            self.changed = True
            self._show()

    def _open(self, ids: Sequence[int]) -> None:
        if self.week is not None and ids:
            planned = {row.id: row.customer_id for row in self.week.planned}
            self.office.show_customer(planned.get(ids[0], ids[0]))

    def menu(self, ids: Sequence[int]) -> QMenu:
        """What can be done with these cards: also put on a day, for whoever does not drag."""
        menu = menu_of(self.acts, ids, self)
        if self.week is None or self.office.store.read_only or self._planned(ids):
            return menu
        days = menu.addMenu(tr("Put on"))
        for column in shown(self.week).columns:
            if column.key != LEFT:
                days.addAction(column.title, self._putting(ids, date.fromisoformat(column.key)))
        return menu

    def _putting(self, ids: Sequence[int], day: date) -> Callable[[], None]:
        return lambda: self._put_on(ids, day)

    def _pop_up(self, ids: object, at: QPoint) -> None:
        self.menu(list(ids)).popup(at)  # type: ignore[call-overload]

    def accept(self) -> None:
        """Make follow-ups of all that is proposed, as one action."""
        week = self.week
        if week is None or not week.plan.proposals:
            return
        today = self.office.today()
        chosen = [as_proposed(one) for one in week.plan.proposals if one.day >= today]
        doing = Doing("week.plan", {"count": len(chosen)})
        self.changed = False  # what is kept is not asked for again
        if keep(self.office, doing, lambda session: accept_week(session, week.rep_id, chosen, today)):
            self.office.notice.say(
                tr("Planned: {count} follow-ups in the week of {day}", count=len(chosen), day=week.monday)
            )
        else:
            self.changed = True


def _first_choice(people: Sequence[RepRow], me: int | None) -> int | None:
    """Whose week is planned first: one's own; a supervisor has no customers and plans for a rep."""
    mine = next((one for one in people if one.id == me), None)
    if mine is not None and mine.role is RepRole.REP:
        return mine.id
    return next((one.id for one in people if one.role is RepRole.REP), me)


def first_week(now: datetime) -> date:
    """The Monday of the week one plans now: this one, from Friday noon on the next."""
    late = (now.weekday(), now.hour) >= (FRIDAY, NOON)
    return monday_of(now.date()) + timedelta(days=WEEK if late else 0)
