"""排周计划 for a rep: who is due, laid into the working days of a week, and made follow-ups of where it is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Rep
from db.queries.agenda import AgendaRow, agenda
from db.queries.cadence import exceptions_on
from db.queries.week_plan import CallRow, customers_to_call_on
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.rules.cadence import cadence_state
from desktop.rules.calendar_policy import AT_CUSTOMER, CalendarPolicy
from desktop.rules.errors import RuleBroken
from desktop.rules.strategy import Visitor, cadence_for
from desktop.rules.week_plan import Area, Candidate, DayRoom, Left, Proposal, Stop, WeekPlan, is_due, week_plan
from desktop.rules.working_hours import OfficeHours
from desktop.services.calendar.cadence import strategies
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.services.followups import PlanDraft, plan
from desktop.services.service_cases import clock_policy
from desktop.services.tiers import tiers

WEEK = 7


@dataclass(frozen=True, slots=True)
class RepWeek:
    """The plan of a rep for the week that begins on `monday`, with what is planned in it already.

    `rooms` are its working days from today on; `customers` says who the customers of proposals and of `left` are.
    """

    rep_id: int
    monday: date
    rooms: tuple[DayRoom, ...]
    planned: tuple[AgendaRow, ...]
    plan: WeekPlan
    customers: Mapping[int, CallRow]
    due: int  # customers who are due by the end of the week and have nothing planned


@dataclass(frozen=True, slots=True)
class Chosen:
    """A proposal as the rep leaves it: perhaps on another day, at another time (None: all day)."""

    customer_id: int
    day: date
    at: time | None
    kind: FollowUpKind = FollowUpKind.VISIT
    minutes: int | None = None
    purpose: str = ""


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def propose_week(session: Session, rep_id: int, monday: date, now: datetime) -> RepWeek:
    """The plan for a rep's week; `now` is local: what of today is over is not planned for.

    Proposed are his customers who are due by the end of the week and have nothing planned until then; those whom
    the supervisor calls on are left to him, those on whom nobody calls are called up.
    """
    monday, policy, hours = monday_of(monday), calendar_policy(session), clock_policy(session).hours
    sunday = monday + timedelta(days=WEEK - 1)
    planned = agenda(session, monday, sunday, rep_ids=[rep_id], states=[FollowUpState.PLANNED])
    visits = session.scalar(select(Rep.daily_visits).where(Rep.id == rep_id)) or policy.daily_visits
    rooms = _rooms(session, monday, now, hours, planned, policy, visits)
    last = max((room.day for room in rooms), default=sunday)
    candidates, customers, others = _candidates(session, rep_id, last, now.date(), policy)
    made = week_plan(candidates, rooms)
    left = (*made.left, *((one, Left.NOT_MINE) for one in others))
    whole = WeekPlan(made.proposals, left)
    return RepWeek(rep_id, monday, tuple(rooms), tuple(planned), whole, customers, len(candidates) + len(others))


def _candidates(
    session: Session, rep_id: int, until: date, today: date, policy: CalendarPolicy
) -> tuple[list[Candidate], dict[int, CallRow], list[Candidate]]:
    """Who is due by `until` without a plan until then: for the rep, who they are, and those of the supervisor."""
    known, own = strategies(session), exceptions_on(session, today)
    rank = {tier.code: at for at, tier in enumerate(tiers(session))}
    mine: list[Candidate] = []
    others: list[Candidate] = []
    rows: dict[int, CallRow] = {}
    for row in customers_to_call_on(session, rep_id):
        if row.next_on is not None and row.next_on <= until:
            continue
        cadence = own[row.id].cadence if row.id in own else cadence_for(known, row.tier, row.stage)
        standing = cadence_state(row.contacted_on, today, cadence)
        if not is_due(standing, until):
            continue
        visitor = known.of(row.tier).visitor
        kind = FollowUpKind.CALL if visitor is Visitor.NOBODY else FollowUpKind.VISIT
        area = Area(row.province, row.city, row.district)
        likes = (row.visit_from, row.visit_to)
        order = rank.get(row.tier or "", len(rank))
        one = Candidate(row.id, order, standing, area, kind, policy.minutes[kind], likes)
        (others if visitor is Visitor.SUPERVISOR else mine).append(one)
        rows[row.id] = row
    return mine, rows, others


def _rooms(
    session: Session, monday: date, now: datetime, hours: OfficeHours, planned: Sequence[AgendaRow],
    policy: CalendarPolicy, visits: int,
) -> list[DayRoom]:  # fmt: skip
    """The working days of the week from today on; of today what is left of its hours."""
    calendar = work_calendar(session)
    soon = _on_the_quarter(now)
    rooms = []
    for day in (monday + timedelta(days=number) for number in range(WEEK)):
        spans = tuple((max(begin, soon), end) for begin, end in hours.spans(day) if end > soon)
        if calendar.is_working(day) and spans:
            rooms.append(DayRoom(day, spans, tuple(_stop(one, day, policy) for one in _on(planned, day)), visits))
    return rooms


def _on_the_quarter(now: datetime) -> datetime:
    """The next full quarter of an hour: nobody is called on at 16:47."""
    over = timedelta(minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond)
    return now if not over else now - over + timedelta(minutes=15)


def _on(planned: Iterable[AgendaRow], day: date) -> list[AgendaRow]:
    return [one for one in planned if one.day <= day <= one.last_day]


def _stop(row: AgendaRow, day: date, policy: CalendarPolicy) -> Stop:
    span = None
    if row.planned_time is not None:
        begin = datetime.combine(day, row.planned_time)
        span = (begin, begin + timedelta(minutes=row.minutes or policy.minutes[row.kind]))
    return Stop(Area(row.province, row.city, row.district), span, row.kind in AT_CUSTOMER)


def accept_week(session: Session, rep_id: int, chosen: Sequence[Chosen], today: date) -> list[int]:
    """Make follow-ups of what was chosen, as one action; returns their ids.

    Raises RuleBroken: nothing_chosen, in_the_past.
    """
    if not chosen:
        raise RuleBroken("nothing_chosen")
    if any(one.day < today for one in chosen):
        raise RuleBroken("in_the_past", "planned_on")
    return [
        plan(
            session,
            PlanDraft(
                one.customer_id, kind=one.kind, rep_id=rep_id, planned_on=one.day, planned_time=one.at,
                purpose=one.purpose, minutes=one.minutes,
            ),
        )
        for one in chosen
    ]  # fmt: skip


def as_proposed(proposal: Proposal) -> Chosen:
    """A proposal as it is chosen unchanged."""
    one = proposal.candidate
    return Chosen(one.customer_id, proposal.day, proposal.at, one.kind, one.minutes)
