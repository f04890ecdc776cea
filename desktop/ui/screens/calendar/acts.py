"""What is done with the follow-ups of the calendar: opened, moved, stretched, planned, cancelled, taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db.queries.agenda import AgendaRow
from db.store import Doing
from db.vocabulary import FollowUpState
from desktop.services.followups import cancel, delete, reopen
from desktop.ui.finding_customers import customer_finder
from desktop.ui.keeping import keep
from desktop.ui.key_day_wording import date_words
from desktop.ui.kit.actions import Action
from desktop.ui.kit.calendar.entries import Place
from desktop.ui.moving import ask_move
from desktop.ui.screens.calendar.dragging import Dragging, time_at
from desktop.ui.screens.calendar.entry_words import next_half_hour
from desktop.ui.words import tr
from desktop.words import N_

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED


class Acts(Dragging):
    """All acts write at once and can be taken back; each says in the lower line what it did."""

    # What can be done with one

    def actions(self) -> tuple[Action, ...]:
        """Of the follow-up whose id is given; `new` needs none."""
        planned, past, one = self._when(PLANNED), self._when(DONE, CANCELLED), (1, 1)
        every = self._when(*FollowUpState)
        return (
            Action("complete", N_("Done…"), _one(self.open), "check", "", one, planned),
            Action("correct", N_("Correct…"), _one(self.open), "pencil", "", one, self._when(DONE)),
            Action("move", N_("Move…"), _one(self.move), "calendar-event", "M", one, planned),
            Action("change", N_("Change the plan…"), _one(self.change), "pencil", "F2", one, planned),
            Action("following", N_("This and all following…"), _one(self.following), "refresh", "", one, self._recurs),
            Action("cancel", N_("Cancel the plan"), _one(self.cancel), "ban", "Del", one, planned),
            Action(
                "skip",
                N_("Skip this time"),
                _one(self.skip),
                "ban",
                "",
                one,
                lambda ids: planned(ids) and self._recurs(ids),
            ),
            Action("reopen", N_("Back to planned"), _one(self.reopen), "arrow-back-up", "", one, past),
            Action("show", N_("Show the card"), _one(self.show_card), "id", "", one, every, apart=True),
            Action("delete", N_("Delete"), _one(self.delete), "trash", "", one, every, danger=True),
        )

    def _when(self, *states: FollowUpState) -> Any:
        def allowed(ids: Sequence[int]) -> bool:
            rows = self._rows(ids)
            writes = not self._office.store.read_only or states == tuple(FollowUpState)
            return writes and len(rows) == len(ids) and all(row.state in states for row in rows.values())

        return allowed

    def _skippable(self, ids: Sequence[int]) -> bool:
        return self._recurs(ids) and all(row.state is PLANNED for row in self._rows(ids).values())

    def _recurs(self, ids: Sequence[int]) -> bool:
        rows = self._rows(ids)
        return not self._office.store.read_only and all(row.series_id is not None for row in rows.values())

    def following(self, wanted: int) -> bool:
        """Change the series of an occurrence, from its day on."""
        from desktop.ui.series_box import edit_box

        row = self._row(wanted)
        if row is None or row.series_id is None:
            return False
        return edit_box(self._office, row.series_id, wanted, self._parent)

    def open(self, wanted: int) -> bool:
        """Complete a planned one, correct a done one; a cancelled one is looked at on its card."""
        from desktop.ui.followup_box import correct_follow_up, log_follow_up

        row = self._row(wanted)
        if row is None:
            return False
        if self._office.store.read_only or row.state is CANCELLED:
            self.show_card(wanted)
            return False
        if row.state is DONE:
            return correct_follow_up(self._office, wanted, self._parent)
        return log_follow_up(self._office, row.customer_id, wanted, self._parent)

    def move(self, wanted: int) -> bool:
        """Ask for day, time and reason."""
        row = self._row(wanted)
        return row is not None and ask_move(self._office, row, parent=self._parent)

    def show_card(self, wanted: int) -> None:
        """Go to the card of its customer."""
        row = self._row(wanted)
        if row is not None:
            self._office.show_customer(row.customer_id, "timeline")

    def cancel(self, wanted: int) -> bool:
        """取消: it stays on the card, struck out."""
        row = self._row(wanted)
        said = tr("Plan cancelled: {name}", name=self._name(row))
        return self._keep("followup.cancel", row, lambda session: cancel(session, wanted), said)

    def skip(self, wanted: int) -> bool:
        """跳过: this occurrence of a series will not take place, the others stay."""
        row = self._row(wanted)
        said = tr("Skipped this time: {name}", name=self._name(row))
        return self._keep("followup.cancel", row, lambda session: cancel(session, wanted), said)

    def reopen(self, wanted: int) -> bool:
        """Take a done or cancelled one back to planned."""
        row = self._row(wanted)
        said = tr("Planned again: {name}", name=self._name(row))
        return self._keep("followup.reopen", row, lambda session: reopen(session, wanted), said)

    def delete(self, wanted: int) -> bool:
        """Put it in the recycle bin."""
        row = self._row(wanted)
        said = tr("In the recycle bin: a follow-up with {name}", name=self._name(row))
        return self._keep("followup.delete", row, lambda session: delete(session, wanted), said)

    def _keep(self, kind: str, row: AgendaRow | None, work: Callable[[Any], object], said: str) -> bool:
        if row is None or not keep(self._office, Doing(kind, {"name": row.customer}), work):
            return False
        self._office.notice.say(said)
        return True

    def new(self, place: Place) -> bool:
        """Choose a customer, then plan with the day and hour filled in."""
        from desktop.ui.followup_box import plan_follow_up

        if self._office.store.read_only:
            return False
        day = date_words(place.day, self._office.today())
        question = tr("Whom is it for, {day}?", day=day)
        picked = self._office.ask.pick(question, customer_finder(self._office), yes=tr("Plan it"))
        if not isinstance(picked, int):
            return False
        at = None if place.minute is None else time_at(next_half_hour(place.minute))
        return plan_follow_up(
            self._office, picked, on=place.day, at=at, rep_id=self._rep(place) or self._office.me.rep_id,
            parent=self._parent,
        )  # fmt: skip


def _one(do: Callable[[int], object]) -> Callable[[Sequence[int]], None]:
    """An act on the only one chosen."""

    def act(ids: Sequence[int]) -> None:
        do(ids[0])

    return act
