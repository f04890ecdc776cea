"""What can be done with a line of the timeline, besides writing in the form: each is one action with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.rules.dates import quick_dates
from desktop.services.followups import Move, cancel, delete, reopen
from desktop.ui.comment_box import open_comments
from desktop.ui.kit.actions import Action
from desktop.ui.moving import ask_move, keep_move
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.timeline_reading import Timeline
from desktop.ui.words import tr
from desktop.words import N_

PLANNED, DONE, CANCELLED = FollowUpState.PLANNED, FollowUpState.DONE, FollowUpState.CANCELLED


class Writing(Protocol):
    """The tab that the lines stand on."""

    def complete(self, follow_up_id: int) -> None: ...
    def correct(self, follow_up_id: int) -> None: ...
    def change(self, follow_up_id: int) -> None: ...
    def turn_series(self, follow_up_id: int) -> None: ...
    def can_turn(self, follow_up_id: int) -> bool: ...


class Doings:
    """`read` gives what the tab shows; `actions` are for its menu, keys and buttons."""

    def __init__(self, desk: Desk, read: Callable[[], Timeline], tab: Writing) -> None:
        self.desk, self._read, self._tab = desk, read, tab

    def actions(self) -> tuple[Action, ...]:
        """What can be done with one line."""
        tab, one = self._tab, (1, 1)
        planned, past, done = self._when(PLANNED), self._when(DONE, CANCELLED), self._when(DONE)
        return (
            Action("complete", N_("Done…"), lambda ids: tab.complete(ids[0]), "check", "", one, planned),
            Action("move", N_("Move…"), lambda ids: self.move(ids[0]), "calendar-event", "Ctrl+M", one, planned),
            Action("change", N_("Change…"), lambda ids: tab.change(ids[0]), "pencil", "Ctrl+E", one, planned),
            Action(
                "following", N_("This and all following…"), lambda ids: self.change_following(ids[0]), "refresh",
                "Ctrl+Shift+E", one, self._recurs,
            ),
            Action("cancel", N_("Cancel the plan"), self._cancel, "ban", "Ctrl+Backspace", one, planned),
            Action("correct", N_("Correct…"), lambda ids: tab.correct(ids[0]), "pencil", "", one, done),
            Action("reopen", N_("Back to planned"), self._reopen, "arrow-back-up", "Ctrl+R", one, past),
            Action("answer", N_("Answer…"), lambda ids: self.answer(ids[0]), "message-circle", "", one, self._asked),
            Action("verify", N_("Verify…"), lambda ids: self.verify(ids[0]), "phone", "", one, done),
            Action(
                "series", N_("All of the series"), lambda ids: tab.turn_series(ids[0]), "refresh", "Ctrl+U", one,
                lambda ids: tab.can_turn(ids[0]), apart=True,
            ),
            Action(
                "delete", N_("Delete"), self._delete, "trash", "Del", one, self._when(*FollowUpState), danger=True,
                apart=True,
            ),
        )  # fmt: skip

    def _when(self, *states: FollowUpState) -> Callable[[Sequence[int]], bool]:
        def allowed(ids: Sequence[int]) -> bool:
            rows = self._read().rows
            return not self.desk.why_not and all(one in rows and rows[one].state in states for one in ids)

        return allowed

    def _asked(self, ids: Sequence[int]) -> bool:
        return not self.desk.why_not and self._read().asked(ids[0]) is not None

    def _recurs(self, ids: Sequence[int]) -> bool:
        rows = (self._read().rows.get(one) for one in ids)
        return not self.desk.why_not and all(row is not None and row.series_id is not None for row in rows)

    def change_following(self, follow_up_id: int) -> None:
        """Change the series of an occurrence, from its day on."""
        from desktop.ui.series_box import edit_box

        row = self._row(follow_up_id)
        if row is not None and row.series_id is not None and edit_box(self.desk.office, row.series_id, row.id):
            self.desk.settled.emit()

    def _row(self, follow_up_id: int) -> FollowUpRow | None:
        return self._read().rows.get(follow_up_id)

    def move(self, follow_up_id: int) -> None:
        """Ask for another day, and why."""
        row = self._row(follow_up_id)
        if row is not None and ask_move(self.desk.office, row):
            self.desk.settled.emit()

    def move_to(self, follow_up_id: int, title: str) -> None:
        """Move to one of the quick days at once."""
        row = self._row(follow_up_id)
        on: date = next(one.day for one in quick_dates(self.desk.office.today()) if one.title == title)
        if row is not None and keep_move(self.desk.office, row, Move(on)):
            self.desk.settled.emit()

    def answer(self, follow_up_id: int) -> None:
        """Answer the comment on it that must be answered."""
        asked = self._read().asked(follow_up_id)
        if asked is not None and open_comments(self.desk.office, follow_up_id, self.desk.name, asked):
            self.desk.settled.emit()

    def verify(self, follow_up_id: int) -> None:
        """Write down what the customer said when somebody else asked him about it."""
        from desktop.ui.callback_box import ask_callback

        if ask_callback(self.desk.office, follow_up_id):
            self.desk.settled.emit()

    def _cancel(self, ids: Sequence[int]) -> None:
        self._keep("followup.cancel", lambda session: cancel(session, ids[0]), tr("Plan cancelled"))

    def _reopen(self, ids: Sequence[int]) -> None:
        self._keep("followup.reopen", lambda session: reopen(session, ids[0]), tr("Planned again"))

    def _delete(self, ids: Sequence[int]) -> None:
        said = tr("In the recycle bin: a follow-up with {name}", name=self.desk.name)
        self._keep("followup.delete", lambda session: delete(session, ids[0]), said)

    def _keep(self, kind: str, work: Callable[[Any], object], said: str) -> None:
        self.desk.keep(kind, work, said)
