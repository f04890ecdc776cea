"""定期跟进: every occurrence is a follow-up of its own, laid out ahead.

So that moving, skipping, completing and all that asks for follow-ups knows nothing of series. `series_on` is the day
the rule gave an occurrence; it is never laid out twice, whatever was done to it since. Of a day off, `shift` says
where it goes; where another occurrence stands already, none is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, FollowUp, FollowUpSeries
from db.queries.series import SeriesRow, open_ahead, series_going_on, series_of
from db.undo import delete_with_children
from db.vocabulary import CalendarKind, DayShift, FollowUpKind, FollowUpState
from desktop.rules.errors import RuleBroken
from desktop.rules.recurrence.rule import rule_text
from desktop.rules.series_days import SeriesDay, Wanted, checked_rule, series_days
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.services.calendar.runs import is_moved, settle_run
from desktop.services.row_writing import tidy

KIND = "series.continue"  # of the action that lays out ahead
AHEAD = 180  # days that are laid out
SLACK = 30  # days by which that may fall short, so that something is laid out once a month, not every day
LEAST = 2  # occurrences there are at least ahead
MOST = 200  # laid out at once
MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """A series as its form holds it. `rule` is an RRULE; `shift` None: as the office does with this kind.

    `at` None: all day. `uid` is its name in the calendar it was imported from.
    """

    customer_id: int
    id: int | None = None
    contact_id: int | None = None
    rep_id: int | None = None
    kind: FollowUpKind = FollowUpKind.CALL
    purpose: str = ""
    place: str | None = None
    at: time | None = None
    minutes: int | None = None
    remind_minutes: int | None = None
    calendar: CalendarKind = CalendarKind.SOLAR
    rule: str = ""
    starts_on: date | None = None
    shift: DayShift | None = None
    uid: str | None = None


_COPIED = ("contact_id", "rep_id", "kind", "purpose", "place", "minutes", "remind_minutes")
_FIELDS = (*_COPIED, "at", "calendar", "rule", "starts_on", "uid")


def start_series(session: Session, draft: SeriesDraft, today: date) -> int:
    """Begin a series and lay it out from today on; returns its id.

    Raises RuleBroken at its field: no first day, a rule that cannot be read or never falls on a day, a length out of
    range; ("gone") without the customer.
    """
    if session.get(Customer, draft.customer_id) is None:
        raise RuleBroken("gone")
    row = FollowUpSeries(customer_id=draft.customer_id, **_values(session, draft))
    session.add(row)
    session.flush()
    if not _lay_out(session, row, today, today, {}):
        raise RuleBroken("rule_never", "rule")
    return row.id


def change_series(
    session: Session, series_id: int, draft: SeriesDraft, today: date, *, since: date | None = None
) -> None:
    """Change a series from today, or from a later day `since`, on.

    Its open occurrences from then on are laid out anew; those that were moved, done or skipped stay, and so does what
    lies before. Raises RuleBroken as `start_series`, and ("series_ended").
    """
    row = _row(session, series_id)
    if row.ended_on is not None:
        raise RuleBroken("series_ended")
    begin = max(today, since or today)
    for name, value in _values(session, draft).items():
        if name != "uid" and getattr(row, name) != value:
            setattr(row, name, value)
    session.flush()
    loose = {
        one.series_on: one
        for one in _open(session, series_id, today)
        if one.series_on is not None and max(one.series_on, one.planned_on or begin) >= begin and not is_moved(one)
    }
    if not _lay_out(session, row, today, begin, loose) and not _open(session, series_id, today):
        raise RuleBroken("rule_never", "rule")


def end_series(session: Session, series_id: int, today: date) -> int:
    """Stop a series: its open occurrences after today go, moved ones too; returns how many. RuleBroken("gone")."""
    row = _row(session, series_id)
    row.ended_on = today
    session.flush()
    query = select(FollowUp.id).where(
        FollowUp.series_id == series_id, FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on > today
    )
    ids = list(session.scalars(query))
    delete_with_children(session, journal.table_named("follow_up"), ids)
    return len(ids)


def delete_series(session: Session, series_id: int) -> None:
    """Put a series with its open occurrences in the recycle bin; what was done of it stays in the timeline."""
    _row(session, series_id)
    open_ones = [one.id for one in _open(session, series_id, date.min)]
    delete_with_children(session, journal.table_named("follow_up"), open_ones)
    delete_with_children(session, journal.table_named("follow_up_series"), [series_id])


def continue_all(session: Session, today: date) -> int:
    """Lay out all series so far as they fall short; returns the number of follow-ups made."""
    return sum(_continue(session, one, today) for one in _short(session, today))


def is_short(session: Session, today: date) -> bool:
    """Whether `continue_all` would lay out anything; reads only."""
    return any(_coming(session, session.get_one(FollowUpSeries, one), today) for one in _short(session, today))


def occurrence_settled(session: Session, run_id: int | None, series_id: int | None, on: date) -> None:
    """A follow-up was done, skipped, reopened or deleted `on` that day: its run is settled, its series goes on.

    More is laid out at once only where hardly anything is open; the rest is `continue_all`'s affair.
    """
    session.flush()
    settle_run(session, run_id)
    if series_id is not None and open_ahead(session, date.min, series_id).get(series_id, 0) < LEAST:
        _continue(session, series_id, on)


def _short(session: Session, today: date) -> list[int]:
    """The series of which less is laid out than there should be."""
    ahead, enough = open_ahead(session, today), today + timedelta(days=AHEAD - SLACK)
    going_on = series_going_on(session)
    return [one for one, until in going_on if until is None or until < enough or ahead.get(one, 0) < LEAST]


def _continue(session: Session, series_id: int, today: date) -> int:
    row = session.get(FollowUpSeries, series_id)
    if row is None or row.ended_on is not None:
        return 0
    return len(_make(session, row, _coming(session, row, today)))


def _coming(session: Session, row: FollowUpSeries, today: date) -> list[SeriesDay]:
    """What is to be laid out after what is there."""
    first = max(today, row.made_until + timedelta(days=1)) if row.made_until else max(today, row.starts_on)
    return _days(session, row, today, first, len(_open(session, row.id, today)))


def _lay_out(session: Session, row: FollowUpSeries, today: date, begin: date, loose: dict[date, FollowUp]) -> int:
    """Lay the series out anew from `begin` on; `loose` occurrences are put in step with it, or go. Returns how many."""
    kept = len([one for one in _open(session, row.id, today) if one not in loose.values()])
    days = _days(session, row, today, max(begin, row.starts_on), kept, frozenset(one.id for one in loose.values()))
    wanted = {one.exact: one for one in days}
    going = [one.id for day, one in loose.items() if day not in wanted]
    for day, one in loose.items():
        if day in wanted:
            _put(one, row, wanted[day])
    delete_with_children(session, journal.table_named("follow_up"), going)
    row.made_until = max(wanted, default=row.made_until)
    _make(session, row, [one for one in days if one.exact not in loose])
    return len(days)


def _days(
    session: Session, row: FollowUpSeries, today: date, first: date, there: int, without: frozenset[int] = frozenset()
) -> list[SeriesDay]:
    """The days to lay out from `first` on; `there` occurrences are open already, those `without` are laid out anew."""
    query = select(FollowUp.id, FollowUp.series_on, FollowUp.planned_on).where(FollowUp.series_id == row.id)
    others = [(exact, on) for one, exact, on in session.execute(query) if one not in without]
    wanted = Wanted(
        first,
        today + timedelta(days=AHEAD),
        today,
        max(0, LEAST - there),
        MOST,
        frozenset(exact for exact, _ in others if exact is not None and exact >= first),
        frozenset(on for _, on in others if on is not None),
    )
    calendar, shift = work_calendar(session), row.shift
    rule = checked_rule(row.rule, row.calendar)
    return series_days(rule, row.starts_on, row.calendar, wanted, lambda day: calendar.shifted(day, shift))


def _make(session: Session, row: FollowUpSeries, days: list[SeriesDay]) -> list[FollowUp]:
    made = []
    for day in days:
        one = FollowUp(customer_id=row.customer_id, series_id=row.id, state=FollowUpState.PLANNED, kind=row.kind)
        _put(one, row, day)
        made.append(one)
    session.add_all(made)
    if days:
        row.made_until = max(row.made_until or days[-1].exact, days[-1].exact)
    session.flush()
    return made


def _put(one: FollowUp, row: FollowUpSeries, day: SeriesDay) -> None:
    """Make an occurrence what the series says of it."""
    values: dict[str, Any] = {name: getattr(row, name) for name in _COPIED}
    values |= {"planned_time": row.at, "planned_on": day.on, "first_planned_on": day.on, "series_on": day.exact}
    for name, value in values.items():
        if getattr(one, name) != value:
            setattr(one, name, value)


def _open(session: Session, series_id: int, since: date) -> list[FollowUp]:
    """The open occurrences planned for `since` or later."""
    query = select(FollowUp).where(
        FollowUp.series_id == series_id, FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on >= since
    )
    return list(session.scalars(query.order_by(FollowUp.planned_on, FollowUp.id)))


def _values(session: Session, draft: SeriesDraft) -> dict[str, Any]:
    """The columns of a series, checked."""
    if draft.starts_on is None:
        raise RuleBroken("date_missing", "starts_on")
    if draft.minutes is not None and not 0 <= draft.minutes <= MOST_MINUTES:
        raise RuleBroken("out_of_range", "minutes", low=0, high=MOST_MINUTES)
    rule = rule_text(checked_rule(draft.rule, draft.calendar))
    shift = draft.shift if draft.shift is not None else calendar_policy(session).shifts[draft.kind]
    values = {name: getattr(draft, name) for name in _FIELDS} | {"rule": rule, "shift": shift}
    return tidy(FollowUpSeries, values)


def _row(session: Session, series_id: int) -> FollowUpSeries:
    row = session.get(FollowUpSeries, series_id)
    if row is None:
        raise RuleBroken("gone")
    return row


def draft_of(row: SeriesRow) -> SeriesDraft:
    """A series as its form begins with it."""
    return SeriesDraft(
        row.customer_id, row.id, row.contact_id, row.rep_id, row.kind, row.purpose or "", row.place, row.at,
        row.minutes, row.remind_minutes, row.calendar, row.rule, row.starts_on, row.shift,
    )  # fmt: skip


def preview(session: Session, draft: SeriesDraft, today: date, most: int = 6) -> list[SeriesDay]:
    """The next days such a series would fall on, before it is kept. Raises RuleBroken as `start_series`."""
    values = _values(session, draft)
    calendar, shift = work_calendar(session), values["shift"]
    assert draft.starts_on is not None
    wanted = Wanted(max(today, draft.starts_on), max(today, draft.starts_on), today, most, most)
    rule = checked_rule(draft.rule, draft.calendar)
    return series_days(rule, draft.starts_on, draft.calendar, wanted, lambda day: calendar.shifted(day, shift))


__all__ = [
    "KIND",
    "SeriesDraft",
    "change_series",
    "continue_all",
    "delete_series",
    "draft_of",
    "end_series",
    "is_short",
    "occurrence_settled",
    "preview",
    "series_of",
    "start_series",
]
