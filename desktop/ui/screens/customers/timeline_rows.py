"""The columns of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.rules.next_step import next_state
from desktop.ui.kit.table import Column
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, next_words, words_of
from desktop.ui.words import tr
from desktop.words import N_

PLANNED, CANCELLED = FollowUpState.PLANNED, FollowUpState.CANCELLED


def timeline_columns(today: Callable[[], date]) -> tuple[Column[FollowUpRow], ...]:
    """The columns; what depends on the day asks for it when it is drawn."""

    def icon(row: FollowUpRow) -> str:
        if row.state is PLANNED:
            return STATE_ICONS[next_state(row.planned_on, today())]
        return "ban" if row.state is CANCELLED else ("check" if row.effective else "minus")

    def colour(row: FollowUpRow) -> str:
        if row.state is PLANNED:
            return STATE_COLOURS[next_state(row.planned_on, today())]
        return "faint" if row.state is CANCELLED else "muted"

    def when(row: FollowUpRow) -> str:
        if row.state is PLANNED:
            return next_words(row.planned_on, None, today())
        return day(row.planned_on if row.state is CANCELLED else row.done_on)

    def quiet(row: FollowUpRow) -> str | None:
        return "faint" if row.state is CANCELLED else None

    return (
        Column("when", N_("When"), when, 124, icon=icon, colour=colour, tip=_exactly, copy=_exactly, fixed=True),
        Column("kind", N_("Way"), lambda row: words_of(row.kind), 88, colour=quiet),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 84, colour=quiet),
        Column("what", N_("What"), _what, 240, colour=quiet, tip=_what),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 72, colour=quiet),
        Column("minutes", N_("Took"), lambda row: str(row.minutes or ""), 48, "right", colour=quiet, shown=False),
    )


def _exactly(row: FollowUpRow) -> str:
    on, at = (row.planned_on, row.planned_time) if row.state is PLANNED else (row.done_on, row.done_time)
    return f"{day(on)} {show_time(at)}".strip()


def _what(row: FollowUpRow) -> str:
    """What is to be done, or what came of it, in one line."""
    texts = (row.purpose,) if row.state is not FollowUpState.DONE else (row.result, row.note, row.purpose)
    line = " ".join(next((text for text in texts if text), "").split())
    return tr("cancelled: {what}", what=line) if row.state is CANCELLED else line
