"""How promises and the clock of cases read: 首次答复还剩 3 小时 20 分（工作时间）, 逾期 3 天."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.queries.service import CaseRow, PromiseRow
from db.vocabulary import PromiseState
from desktop.rules.moments import local
from desktop.rules.next_step import NextState, next_state
from desktop.rules.service_clock import CaseTimes, Phase, Standing, standing
from desktop.rules.work_calendar import WorkCalendar
from desktop.rules.working_hours import OfficeHours
from desktop.ui.wording import near_day, words_of
from desktop.ui.words import tr

MINUTE = timedelta(minutes=1)


def span_words(days: int, rest: timedelta) -> str:
    """Working time as it is said: 3 小时 20 分; from a day on without the minutes, 1 天 3 小时."""
    hours, minutes = divmod(max(rest // MINUTE, 0 if days else 1), 60)
    parts = (
        tr("{days} d", days=days) if days else "",
        tr("{hours} h", hours=hours) if hours else "",
        tr("{minutes} min", minutes=minutes) if minutes and not days else "",
    )
    return " ".join(filter(None, parts))


def case_standing(row: CaseRow, now: datetime, hours: OfficeHours, calendar: WorkCalendar) -> Standing:
    """How the clock of a case stands at `now` (local), by the hours and the days of the office."""
    moments = (row.answer_by, row.solve_by, row.answered_at, row.solved_at)
    limits = [None if one is None else local(one) for one in moments]
    opened = now if row.opened_at is None else local(row.opened_at)
    return standing(CaseTimes(opened, *limits), now, hours, calendar.is_working)


def standing_words(how: Standing) -> str:
    """How a case stands, in words that need no colour."""
    time = span_words(how.days, how.rest)
    if how.phase is Phase.DONE:
        if how.left is None:
            return tr("solved")
        return tr("solved, {time} late", time=time) if how.late else tr("solved in time")
    if how.left is None:
        return tr("no time limit")
    if how.phase is Phase.ANSWER:
        return (
            tr("first answer {time} overdue", time=time)
            if how.late
            else tr("{time} left for the first answer (working time)", time=time)
        )
    if how.late:
        return tr("solution {time} overdue", time=time)
    return tr("{time} left for the solution (working time)", time=time)


def limit_words(how: Standing) -> str:
    """The same beside the limit itself, which says already what is waited for."""
    if how.left is None or how.phase is Phase.DONE:
        return standing_words(how) if how.left is not None else ""
    time = span_words(how.days, how.rest)
    return tr("{time} overdue", time=time) if how.late else tr("{time} left", time=time)


def standing_state(how: Standing) -> NextState:
    """Its colour and icon."""
    if how.phase is Phase.DONE or how.left is None:
        return NextState.NONE
    if how.late:
        return NextState.OVERDUE
    return NextState.SOON if how.soon else NextState.PLANNED


def promise_state(row: PromiseRow, today: date) -> NextState:
    """Colour and icon of a promise; grey where it is settled or has no day."""
    return next_state(row.due_on, today) if row.state is PromiseState.OPEN else NextState.NONE


def promise_when(row: PromiseRow, today: date) -> str:
    """When a promise is due, or what became of it."""
    if row.state is not PromiseState.OPEN:
        return words_of(row.state)
    if row.due_on is None:
        return tr("open, no day")
    late = (today - row.due_on).days
    return tr("{days} days overdue", days=late) if late > 0 else tr("due {day}", day=near_day(row.due_on, today))
