"""休 and 班 changed: what series and sequences planned by the old calendar goes where the new one has it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FollowUp, FollowUpSeries, SequenceRun
from db.queries.series import series
from db.vocabulary import FollowUpState, RunState
from desktop.rules.work_calendar import WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.services.calendar.runs import is_moved
from desktop.services.calendar.series import change_series, draft_of

_OPEN = (FollowUp.state == FollowUpState.PLANNED, FollowUp.series_on.is_not(None))


def rearrange(session: Session, before: WorkCalendar, today: date) -> int:
    """Let open occurrences and steps after today follow the days off of now; how many went elsewhere.

    Only what stands where the calendar of `before` put it: what was moved, or laid out by another rule, stays. For the
    action that changed the days off, so that it is undone with them.
    """
    session.flush()
    calendar = work_calendar(session)
    return _series(session, before, calendar, today) + _steps(session, before, calendar, today)


def _series(session: Session, old: WorkCalendar, new: WorkCalendar, today: date) -> int:
    query = select(FollowUp, FollowUpSeries.shift).join(FollowUpSeries, FollowUpSeries.id == FollowUp.series_id)
    query = query.where(*_OPEN, FollowUp.planned_on > today, FollowUpSeries.ended_on.is_(None))
    rows = [(one, shift) for one, shift in session.execute(query) if not is_moved(one)]
    before = {one.id: one.planned_on for one, _ in rows}
    wrong = {
        one.series_id
        for one, shift in rows
        if one.series_id and one.series_on and one.series_on > today
        and old.shifted(one.series_on, shift) == one.planned_on != new.shifted(one.series_on, shift)
    }  # fmt: skip
    for series_id in sorted(wrong):
        told = series(session, series_id)
        if told is not None:
            change_series(session, series_id, draft_of(told), today)
    session.flush()
    laid_out = select(FollowUp.id, FollowUp.planned_on).where(FollowUp.series_id.in_(wrong))
    after = {row.id: row.planned_on for row in session.execute(laid_out)}
    return sum(after.get(one.id) != before[one.id] for one, _ in rows if one.series_id in wrong)


def _steps(session: Session, old: WorkCalendar, new: WorkCalendar, today: date) -> int:
    shifts, count = calendar_policy(session).shifts, 0
    query = select(FollowUp).join(SequenceRun, SequenceRun.id == FollowUp.run_id)
    for one in session.scalars(query.where(*_OPEN, FollowUp.planned_on > today, SequenceRun.state == RunState.OPEN)):
        if one.series_on is None or one.series_on < today or is_moved(one):
            continue
        shift = shifts[one.kind]
        on = max(new.shifted(one.series_on, shift), today)
        if old.shifted(one.series_on, shift) == one.planned_on != on:
            one.planned_on = one.first_planned_on = on
            count += 1
    session.flush()
    return count
