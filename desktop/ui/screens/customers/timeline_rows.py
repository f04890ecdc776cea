"""The columns of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from db.queries.happenings import Happening
from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpState
from desktop.rules.next_step import NextState, due_on, next_state
from desktop.ui.kit.table import Column
from desktop.ui.moving_words import moved_words
from desktop.ui.screens.customers.happening_words import ICONS, exactly, happened_on, kind_words, what_words
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.screens.customers.timeline_reading import Line, Timeline, series_words
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, money, next_words, words_of
from desktop.ui.words import tr
from desktop.words import N_

PLANNED, CANCELLED = FollowUpState.PLANNED, FollowUpState.CANCELLED


@dataclass(slots=True)
class Shown:
    """What the columns know beside a row: today, what was read with it, and how many of a series are folded away."""

    today: Callable[[], date]
    read: Timeline = field(default_factory=Timeline)
    more: dict[int, int] = field(default_factory=dict)

    def stands(self, row: FollowUpRow) -> NextState:
        """How a planned one stands; one of several days is not overdue before the last of them is over."""
        return next_state(self.due_on(row), self.today())

    def due_on(self, row: FollowUpRow) -> date | None:
        """The day one is due on."""
        return due_on(row.planned_on, row.until_on, self.today())

    def icon(self, row: Line) -> str:
        """What it is, and how it stands."""
        if isinstance(row, Happening):
            return ICONS[row.table]
        if self.read.asked(row.id) is not None:
            return "message-report"
        if row.state is PLANNED:
            return STATE_ICONS[self.stands(row)]
        return "ban" if row.state is CANCELLED else ("check" if row.effective else "minus")

    def colour(self, row: Line) -> str:
        """Overdue and unanswered ones are not overlooked."""
        if isinstance(row, Happening):
            return "accent"
        if self.read.asked(row.id) is not None:
            return "amber"
        if row.state is PLANNED:
            return STATE_COLOURS[self.stands(row)]
        return "faint" if row.state is CANCELLED else "muted"

    def when(self, row: Line) -> str:
        """The day, near ones in words."""
        if isinstance(row, Happening):
            return day(happened_on(row))
        if row.state is PLANNED:
            return next_words(self.due_on(row), None, self.today())
        return day(row.planned_on if row.state is CANCELLED else row.done_on)

    def what(self, row: Line) -> str:
        """What is to be done, or what came of it, in one line."""
        if isinstance(row, Happening):
            return what_words(row)
        texts = (row.purpose,) if row.state is not FollowUpState.DONE else (row.result, row.note, row.purpose)
        line = " ".join(next((text for text in texts if text), "").split())
        if row.state is CANCELLED:
            return tr("cancelled: {what}", what=line)
        return " · ".join(filter(None, (*self._about_plan(row), line))) if row.state is PLANNED else line

    def _about_plan(self, row: FollowUpRow) -> tuple[str, ...]:
        return *self.repeats(row), moved_words(row.first_planned_on, row.planned_on, row.postponed, self.today())

    def repeats(self, row: FollowUpRow) -> tuple[str, str]:
        """每周一, 还有 12 次; "" for one of no series, and where none is folded away."""
        rule = series_words(self.read.series.get(row.series_id)) if row.series_id is not None else ""
        return rule, tr("{count} more", count=self.more[row.id]) if row.id in self.more else ""


def timeline_columns(shown: Shown) -> tuple[Column[Line], ...]:
    """The columns; what depends on the day asks for it when it is drawn."""

    def quiet(row: Line) -> str | None:
        return "faint" if isinstance(row, FollowUpRow) and row.state is CANCELLED else None

    return (
        Column(
            "when", N_("When"), shown.when, 124, icon=shown.icon, colour=shown.colour, tip=_exactly, copy=_exactly,
            fixed=True,
        ),
        Column("kind", N_("Way"), _way, 88, colour=quiet),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 84, colour=quiet),
        Column("what", N_("What"), shown.what, 240, colour=quiet, tip=shown.what),
        Column("rep", N_("Rep"), lambda row: row.rep or "", 72, colour=quiet),
        Column("minutes", N_("Took"), _took, 48, "right", colour=quiet, shown=False),
        Column("place", N_("Where"), _place, 120, colour=quiet, shown=False),
        Column("cost", N_("Cost of the visit"), _cost, 84, "right", colour=quiet, shown=False),
    )  # fmt: skip


def _way(row: Line) -> str:
    return kind_words(row) if isinstance(row, Happening) else words_of(row.kind)


def _took(row: Line) -> str:
    return "" if isinstance(row, Happening) else str(row.minutes or "")


def _place(row: Line) -> str:
    return "" if isinstance(row, Happening) else row.place or ""


def _cost(row: Line) -> str:
    return "" if isinstance(row, Happening) else money(row.cost)


def _exactly(row: Line) -> str:
    """Its day and time, the last day too where it takes several."""
    if isinstance(row, Happening):
        return exactly(row)
    on, at = (row.planned_on, row.planned_time) if row.state is PLANNED else (row.done_on, row.done_time)
    until = f"– {day(row.until_on)}" if row.until_on is not None and row.until_on != on else ""
    return " ".join(filter(None, (day(on), show_time(at), until)))
