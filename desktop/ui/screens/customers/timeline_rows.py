"""The columns of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.queries.happenings import Happening
from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.rules.next_step import next_state
from desktop.ui.kit.table import Column
from desktop.ui.screens.customers.happening_words import ICONS, exactly, happened_on, kind_words, what_words
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, next_words, words_of
from desktop.ui.words import tr
from desktop.words import N_

PLANNED, CANCELLED = FollowUpState.PLANNED, FollowUpState.CANCELLED


Line = FollowUpRow | Happening


def past_day(row: Line) -> date:
    """The day by which what is past is sorted."""
    if isinstance(row, Happening):
        return happened_on(row)
    return row.done_on or row.planned_on or date.min


def timeline_columns(today: Callable[[], date]) -> tuple[Column[Line], ...]:
    """The columns; what depends on the day asks for it when it is drawn."""

    def icon(row: Line) -> str:
        if isinstance(row, Happening):
            return ICONS[row.table]
        if row.state is PLANNED:
            return STATE_ICONS[next_state(row.planned_on, today())]
        return "ban" if row.state is CANCELLED else ("check" if row.effective else "minus")

    def colour(row: Line) -> str:
        if isinstance(row, Happening):
            return "accent"
        if row.state is PLANNED:
            return STATE_COLOURS[next_state(row.planned_on, today())]
        return "faint" if row.state is CANCELLED else "muted"

    def when(row: Line) -> str:
        if isinstance(row, Happening):
            return day(happened_on(row))
        if row.state is PLANNED:
            return next_words(row.planned_on, None, today())
        return day(row.planned_on if row.state is CANCELLED else row.done_on)

    def quiet(row: Line) -> str | None:
        return "faint" if isinstance(row, FollowUpRow) and row.state is CANCELLED else None

    return (
        Column("when", N_("When"), when, 124, icon=icon, colour=colour, tip=_exactly, copy=_exactly, fixed=True),
        Column("kind", N_("Way"), _way, 88, colour=quiet),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 84, colour=quiet),
        Column("what", N_("What"), _what, 240, colour=quiet, tip=_what),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 72, colour=quiet),
        Column("minutes", N_("Took"), _took, 48, "right", colour=quiet, shown=False),
    )


def _way(row: Line) -> str:
    return kind_words(row) if isinstance(row, Happening) else words_of(row.kind)


def _took(row: Line) -> str:
    return "" if isinstance(row, Happening) else str(row.minutes or "")


def _exactly(row: Line) -> str:
    if isinstance(row, Happening):
        return exactly(row)
    on, at = (row.planned_on, row.planned_time) if row.state is PLANNED else (row.done_on, row.done_time)
    return f"{day(on)} {show_time(at)}".strip()


def _what(row: Line) -> str:
    """What is to be done, or what came of it, in one line."""
    if isinstance(row, Happening):
        return what_words(row)
    texts = (row.purpose,) if row.state is not FollowUpState.DONE else (row.result, row.note, row.purpose)
    line = " ".join(next((text for text in texts if text), "").split())
    return tr("cancelled: {what}", what=line) if row.state is CANCELLED else line
