"""What is done with lines of the day: each is one action with a way back, or leads to where it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.queries.journal import last_action
from db.store import Doing
from db.vocabulary import FollowUpState, PromiseState
from desktop.services.followups import Move, move
from desktop.services.promises import settle_promise
from desktop.ui.keeping import keep
from desktop.ui.kit.actions import Action
from desktop.ui.office import Office, Rate
from desktop.ui.screens.today.day_columns import DayRow, shown_phone
from desktop.ui.screens.today.day_lines import DayLine
from desktop.ui.top_line import take_back
from desktop.ui.words import tr
from desktop.words import N_

MANY = 200  # lines moved at once


class DayDeeds:
    """The actions of the list and of the pane beside it. `rows` gives the lines of ids with their customers, `lines`
    without, as far as they are there: what can be done is asked with every step through the list."""

    def __init__(
        self,
        office: Office,
        parent: QWidget,
        rows: Callable[[Sequence[int]], list[DayRow]],
        lines: Callable[[Sequence[int]], list[DayLine]],
    ) -> None:
        self.office, self.parent, self.rows, self.lines = office, parent, rows, lines

    def actions(self) -> tuple[Action, ...]:
        """As data: menu, shortcuts and buttons come from here."""
        one, planned, promised, about = (1, 1), self._all(_planned), self._all(_promised), self._all(_about_one)
        free = self._all(_undone)
        return (
            Action("open", N_("Open card"), self.open, "cards", "", one),
            Action("done", N_("Done…"), self.done, "check", "Ctrl+L", one, free, apart=True),
            Action("correct", N_("Correct…"), self.correct, "pencil", "", one, self._all(_done)),
            Action("move", N_("Move…"), self.move, "calendar-event", "Ctrl+M", one, planned),
            Action("tomorrow", N_("To tomorrow"), self.tomorrow, "clock", "Ctrl+T", (1, MANY), planned),
            Action("plan", N_("Plan…"), self.plan, "calendar-plus", "Ctrl+Shift+P", one, self._may(about)),
            Action("kept", N_("Promise kept"), self.kept, "circle-check", "", (1, MANY), promised, apart=True),
            Action("broken", N_("Promise broken"), self.broken, "circle-x", "", (1, MANY), promised),
            Action("lend", N_("Take out cards…"), self.lend, "cards", "", (1, MANY), self._may(self._customers)),
            Action("phone", N_("Copy the phone"), self.phone, "phone", "Ctrl+Shift+C", one, self._callable, apart=True),
        )

    def _all(self, holds: Callable[[DayLine], bool]) -> Callable[[Sequence[int]], bool]:
        return self._may(lambda ids: bool(found := self.lines(ids)) and all(map(holds, found)))

    def _may(self, allowed: Callable[[Sequence[int]], object]) -> Callable[[Sequence[int]], bool]:
        return lambda ids: not self.office.store.read_only and bool(allowed(ids))

    def _callable(self, ids: Sequence[int]) -> bool:
        return any(one.who is not None and one.who.phone for one in self.rows(ids))

    def _one(self, ids: Sequence[int]) -> DayRow | None:
        return next(iter(self.rows(ids[:1])), None)

    # Where it is done elsewhere

    def open(self, ids: Sequence[int]) -> None:
        """The card, at the tab the line is about; of a round the rating."""
        row = self._one(ids)
        if row is None:
            return
        line = row.line
        if line.scheme:
            self.office.go("tiers", Rate(line.scheme))
        elif line.customer_id:
            self.office.show_customer(line.customer_id, tab_of(line))

    def lend(self, ids: Sequence[int]) -> None:
        """领卡: the printed cards of those one goes to today."""
        from desktop.ui.loan_box import ask_lend

        ask_lend(self.office, self._customers(ids), self.parent)

    def _customers(self, ids: Sequence[int]) -> list[int]:
        return list(dict.fromkeys(line.customer_id for line in self.lines(ids) if line.customer_id))

    def done(self, ids: Sequence[int]) -> None:
        """Write down what was done; the line's own plan is what it completes."""
        from desktop.ui.followup_box import log_follow_up

        row = self._one(ids)
        if row is not None and row.line.customer_id:
            log_follow_up(self.office, row.line.customer_id, row.line.planned_id, self.parent)

    def correct(self, ids: Sequence[int]) -> None:
        """Correct what was written down today."""
        from desktop.ui.followup_box import correct_follow_up

        row = self._one(ids)
        if row is not None and row.line.follow_up is not None:
            correct_follow_up(self.office, row.line.follow_up.id, self.parent)

    def plan(self, ids: Sequence[int]) -> None:
        """Plan something with the customer."""
        from desktop.ui.followup_box import plan_follow_up

        row = self._one(ids)
        if row is not None and row.line.customer_id:
            plan_follow_up(self.office, row.line.customer_id, parent=self.parent)

    def move(self, ids: Sequence[int]) -> None:
        """Another day for a planned one."""
        from desktop.ui.moving import ask_move

        row = self._one(ids)
        if row is not None and row.line.follow_up is not None:
            ask_move(self.office, row.line.follow_up, parent=self.parent)

    def phone(self, ids: Sequence[int]) -> None:
        """Copy the first phone: bare where the office allows that, else as it is shown."""
        row = self._one(ids)
        if row is None or row.who is None or not row.who.phone:
            return
        veil, shown = self.office.veil, shown_phone(row.who, self.office.veil)
        QGuiApplication.clipboard().setText(row.who.phone if veil.may_copy(row.owner_id) else shown)
        self.office.notice.say(tr("Copied: {value}", value=shown), "info")

    # What is done at once

    def tomorrow(self, ids: Sequence[int]) -> None:
        """Move them to the next day, each keeping its time."""
        today, rows = self.office.today(), self.rows(ids)
        planned = [one.line.planned_id for one in rows if one.line.planned_id is not None]
        if not planned:
            return
        to = Move(today + timedelta(days=1))
        name = rows[0].line.customer
        kind = "followup.move" if len(planned) == 1 else "followup.move.many"

        def work(session: Any) -> None:
            for one in planned:
                move(session, one, to, today)

        said = tr("Moved to tomorrow: {name}", name=self.office.veil.text(name, rows[0].owner_id))
        if len(planned) > 1:
            said = tr("Moved to tomorrow: {count} follow-ups", count=len(planned))
        self._keep(Doing(kind, {"name": name, "count": len(planned)}), work, said)

    def kept(self, ids: Sequence[int]) -> None:
        """The promises were kept."""
        self._settle(ids, PromiseState.KEPT, tr("Promise kept"))

    def broken(self, ids: Sequence[int]) -> None:
        """The promises were not kept."""
        self._settle(ids, PromiseState.BROKEN, tr("Promise broken"))

    def _settle(self, ids: Sequence[int], state: PromiseState, said: str) -> None:
        today, rows = self.office.today(), [one for one in self.rows(ids) if one.line.promise_id is not None]
        if not rows:
            return

        def work(session: Any) -> None:
            for one in rows:
                settle_promise(session, one.line.promise_id or 0, state, today)

        self._keep(Doing("promise.edit", {"name": rows[0].line.customer}), work, said)

    def _keep(self, doing: Doing, work: Callable[[Any], object], said: str) -> None:
        if not keep(self.office, doing, work):
            return
        with self.office.store.read() as session:
            last = last_action(session)
        if last is not None and last.kind == doing.kind:
            self.office.notice.say(said, "good", tr("Undo"), lambda: take_back(self.office, last.id))


def tab_of(line: DayLine) -> str:
    """The tab of the card that says more of a line."""
    if line.follow_up is not None:
        return "timeline"
    if line.promise_id is not None or line.case_id is not None:
        return "service"
    return "orders" if line.section == "owed" else ""


def _planned(line: DayLine) -> bool:
    return line.planned_id is not None


def _promised(line: DayLine) -> bool:
    return line.promise_id is not None


def _about_one(line: DayLine) -> bool:
    return bool(line.customer_id)


def _undone(line: DayLine) -> bool:
    """What can be written down as done: anything about a customer that is not done already."""
    return bool(line.customer_id) and (line.follow_up is None or line.planned_id is not None)


def _done(line: DayLine) -> bool:
    return line.follow_up is not None and line.follow_up.state is FollowUpState.DONE
