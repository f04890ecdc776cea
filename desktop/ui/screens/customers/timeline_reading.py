"""What the timeline of a customer reads, and which of its lines are shown: a series that repeats is one line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db.queries.callbacks import CallbackRow, callbacks
from db.queries.comments import CommentRow, comments
from db.queries.follow_up_parts import MoveRow, PersonRow, attached, moves, participants
from db.queries.happenings import Happening, happenings
from db.queries.series import SeriesRow, series_of
from db.queries.service import PromiseRow, promises_of_follow_ups
from db.queries.timeline import FollowUpRow, follow_ups
from db.vocabulary import FollowUpState
from desktop.rules.errors import RuleBroken
from desktop.ui.screens.customers.happening_words import happened_on
from desktop.ui.words import current

Line = FollowUpRow | Happening
PLANNED = FollowUpState.PLANNED


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was read at once: the follow-ups, what happened beside them, what was promised and said in them."""

    rows: Mapping[int, FollowUpRow] = field(default_factory=dict)
    beside: tuple[Happening, ...] = ()
    promised: Mapping[int, list[PromiseRow]] = field(default_factory=dict)
    comments: Mapping[int, tuple[CommentRow, ...]] = field(default_factory=dict)
    series: Mapping[int, SeriesRow] = field(default_factory=dict)

    def asked(self, follow_up_id: int) -> CommentRow | None:
        """The first comment on it that still wants an answer."""
        return next((one for one in self.comments.get(follow_up_id, ()) if one.open), None)


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on the one follow-up that is shown whole."""

    people: tuple[PersonRow, ...] = ()
    moves: tuple[MoveRow, ...] = ()
    files: tuple[str, ...] = ()
    callback: CallbackRow | None = None


def read_timeline(session: Any, customer_id: int) -> Timeline:
    """The timeline of a customer."""
    rows = follow_ups(session, customer_id)
    ids = [row.id for row in rows]
    repeats = any(row.series_id is not None for row in rows)
    return Timeline(
        {row.id: row for row in rows},
        tuple(happenings(session, customer_id)),
        promises_of_follow_ups(session, ids),
        comments(session, ids),
        {one.id: one for one in series_of(session, customer_id)} if repeats else {},
    )


def read_parts(session: Any, follow_up_id: int) -> Parts:
    """What hangs on one follow-up."""
    ids = [follow_up_id]
    return Parts(
        participants(session, ids).get(follow_up_id, ()),
        moves(session, ids).get(follow_up_id, ()),
        attached(session, ids).get(follow_up_id, ()),
        callbacks(session, ids).get(follow_up_id),
    )


def lines_of(shown: Timeline, unfolded: Collection[int], today: date) -> tuple[list[Line], dict[int, int]]:
    """The lines in order, planned ones first and soonest first, then what is past, newest first.

    Of a series that is not in `unfolded` only what is due and the next occurrence is a line; the second result says of
    that one how many more come after it.
    """
    planned = [row for row in shown.rows.values() if row.state is PLANNED]
    past: list[Line] = [*(row for row in shown.rows.values() if row.state is not PLANNED), *shown.beside]
    past.sort(key=lambda row: (past_day(row), row.id), reverse=True)
    coming, more = _folded(planned, unfolded, today)
    return [*coming, *past], more


def _folded(
    planned: Sequence[FollowUpRow], unfolded: Collection[int], today: date
) -> tuple[list[FollowUpRow], dict[int, int]]:
    kept: list[FollowUpRow] = []
    heads: dict[int, int] = {}  # series: its next occurrence
    more: dict[int, int] = {}
    for row in planned:
        series_id = row.series_id
        if series_id is None or (row.planned_on or date.max) < today or series_id in unfolded:
            kept.append(row)
        elif series_id not in heads:
            heads[series_id] = row.id
            kept.append(row)
        else:
            more[heads[series_id]] = more.get(heads[series_id], 0) + 1
    return kept, more


def past_day(row: Line) -> date:
    """The day by which what is past is sorted."""
    if isinstance(row, Happening):
        return happened_on(row)
    return row.done_on or row.planned_on or date.min


def series_words(one: SeriesRow | None) -> str:
    """每周一; a rule that cannot be said, as it is written. Rules are loaded where a customer has a series."""
    if one is None:
        return ""
    from desktop.rules.recurrence.rule import rule_of
    from desktop.rules.recurrence.wording import say_rule

    try:
        return say_rule(rule_of(one.rule), one.calendar, one.starts_on, current())
    except RuleBroken:
        return one.rule
