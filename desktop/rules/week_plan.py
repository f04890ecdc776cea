"""排周计划: which customers a rep should call on in a week, on which day and at what time, and why.

Who is due or will be by the end of the week is taken in the order of tier, then of how much it presses. A customer goes
to a day on which the rep is in his district anyway, else in his city, else to the day with most room; on a day he is
put into the first free time of the office's hours that he likes. What does not fit is left, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from db.vocabulary import FollowUpKind
from desktop.rules.cadence import CadenceState, Standing

ON_THE_WAY = {0: timedelta(minutes=15), 1: timedelta(minutes=30), 2: timedelta(minutes=45), 3: timedelta(hours=1)}
AT_THE_DESK = timedelta()  # between two calls
FROM_AFAR = 3  # how far two customers are apart of whose places nothing is known

Span = tuple[datetime, datetime]


class Left(StrEnum):
    """Why a customer is not in the plan."""

    NO_ROOM = "no_room"  # the days are full
    NO_TIME = "no_time"  # none of the days has time when he can be called on
    NOT_MINE = "not_mine"  # the supervisor calls on customers of this tier
    DROPPED = "dropped"  # taken out by hand


@dataclass(frozen=True, slots=True)
class Area:
    """Where a customer is; None where it is not known."""

    province: str | None = None
    city: str | None = None
    district: str | None = None

    def apart(self, other: Area) -> int:
        """How far two customers are apart: 0 one district, 1 one city, 2 one province, 3 farther or unknown."""
        if not self.province or self.province != other.province:
            return FROM_AFAR
        if not self.city or self.city != other.city:
            return 2
        return 0 if self.district and self.district == other.district else 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer who may be called on. `rank` of his tier, 0 for the best; `likes` the hours he is best called on."""

    customer_id: int
    rank: int
    standing: Standing
    area: Area
    kind: FollowUpKind = FollowUpKind.VISIT
    minutes: int = 60
    likes: tuple[time | None, time | None] = (None, None)

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Tier first, then what presses."""
        return self.rank, *self.standing.order, self.customer_id


@dataclass(frozen=True, slots=True)
class Stop:
    """What stands on a day: where, and when where it has a time."""

    area: Area
    span: Span | None = None
    visit: bool = True


@dataclass(frozen=True, slots=True)
class DayRoom:
    """A working day of the week: the hours that are worked, what is planned already, how many visits fit in all."""

    day: date
    spans: tuple[Span, ...]
    planned: tuple[Stop, ...] = ()
    visits: int = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """One visit or call of the plan; `at` None: some time of the day. `near`: other stops of that day in the same
    district; `after_limit`: even this day is past the maximum of the cadence."""

    candidate: Candidate
    day: date
    at: time | None
    near: int = 0
    after_limit: bool = False


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """What is proposed, in the order of days and times, and who was left, with the reason."""

    proposals: tuple[Proposal, ...]
    left: tuple[tuple[Candidate, Left], ...]


@dataclass(slots=True)
class _Day:
    room: DayRoom
    taken: list[tuple[Candidate, Span]]

    @property
    def visits(self) -> int:
        return sum(one.visit for one in self.room.planned) + sum(_is_visit(one) for one, _ in self.taken)

    def areas(self) -> list[Area]:
        there = [one.area for one in self.room.planned if one.visit]
        return there + [one.area for one, _ in self.taken if _is_visit(one)]


def is_due(standing: Standing, until: date) -> bool:
    """Whether a customer is due by the end of a day; one who was never contacted always is."""
    return standing.state is CadenceState.NEVER or (standing.due_on is not None and standing.due_on <= until)


def week_plan(candidates: Iterable[Candidate], rooms: Sequence[DayRoom]) -> WeekPlan:
    """The plan of a week of `rooms` (its working days, in order). Nobody is called on twice."""
    days = [_Day(one, []) for one in rooms]
    left: list[tuple[Candidate, Left]] = []
    for one in sorted(candidates, key=lambda each: each.order):
        why = _place(one, days)
        if why is not None:
            left.append((one, why))
    for day in days:
        _round_trip(day)
    proposals = [_proposal(one, span, day) for day in days for one, span in sorted(day.taken, key=lambda pair: pair[1])]
    return WeekPlan(tuple(proposals), tuple(left))


def _is_visit(one: Candidate) -> bool:
    return one.kind is not FollowUpKind.CALL


def _place(one: Candidate, days: Sequence[_Day]) -> Left | None:
    """Put a customer on the best day that has room and time for him; why not, where there is none."""
    roomy = [day for day in days if not _is_visit(one) or day.visits < day.room.visits]
    if not roomy:
        return Left.NO_ROOM
    for day in sorted(roomy, key=lambda each: _liking(one, each)):
        span = _free(one, day, day.taken)
        laid = [*day.taken, (one, span)] if span is not None else _laid(day, [each for each, _ in day.taken] + [one])
        if laid is not None:
            day.taken = laid
            return None
    return Left.NO_TIME


def _liking(one: Candidate, day: _Day) -> tuple[bool, int, int, date]:
    """Sorts days by how well they suit: in time, near what is there, with room, early."""
    limit = one.standing.late_after
    past = limit is not None and day.room.day > limit and one.standing.state is not CadenceState.LATE
    apart = 0 if not _is_visit(one) else min((one.area.apart(other) for other in day.areas()), default=FROM_AFAR)
    # An empty day is better than one far away; a day in the same district or city is better than an empty one.
    if apart >= 2 and not day.areas():
        apart = 2
    return past, apart, day.visits, day.room.day


def _free(one: Candidate, day: _Day, taken: Sequence[tuple[Candidate, Span]]) -> Span | None:
    """The first time of the day that is free and liked, with the way to and from the stops beside it."""
    length = timedelta(minutes=one.minutes)
    fixed = [(stop.span, stop.area, stop.visit) for stop in day.room.planned if stop.span is not None]
    stops = fixed + [(span, other.area, _is_visit(other)) for other, span in taken]
    for begin, end in day.room.spans:
        start, latest = max(begin, _likes_from(one, begin)), min(end, _likes_to(one, end))
        while start + length <= latest:
            hit = _in_the_way(one, (start, start + length), stops)
            if hit is None:
                return start, start + length
            start = hit
    return None


def _in_the_way(one: Candidate, wanted: Span, stops: Sequence[tuple[Span, Area, bool]]) -> datetime | None:
    """When the stop that is in the way is over, and the way from it made; None where nothing is in the way."""
    ends = []
    for (begin, end), area, visit in stops:
        way = ON_THE_WAY[one.area.apart(area)] if visit and _is_visit(one) else AT_THE_DESK
        if wanted[0] < end + way and begin < wanted[1] + way:
            ends.append(end + way)
    return max(ends, default=None)


def _likes_from(one: Candidate, begin: datetime) -> datetime:
    return begin if one.likes[0] is None else datetime.combine(begin.date(), one.likes[0])


def _likes_to(one: Candidate, end: datetime) -> datetime:
    return end if one.likes[1] is None else datetime.combine(end.date(), one.likes[1])


def _round_trip(day: _Day) -> None:
    """Lay the day again, district by district, where all of it still fits: nobody drives to and fro."""
    day.taken = _laid(day, [one for one, _ in sorted(day.taken, key=lambda pair: pair[1])]) or day.taken


def _laid(day: _Day, people: Sequence[Candidate]) -> list[tuple[Candidate, Span]] | None:
    """All of these on a day, those with hours of their own first, then by district; None where not all fit."""
    number = {where: at for at, where in enumerate(dict.fromkeys(_where(one) for one in people))}
    laid: list[tuple[Candidate, Span]] = []
    for one in sorted(people, key=lambda each: (not _has_hours(each), number[_where(each)])):
        span = _free(one, day, laid)
        if span is None:
            return None
        laid.append((one, span))
    return laid


def _where(one: Candidate) -> tuple[str | None, ...]:
    return (one.area.province, one.area.city, one.area.district) if _is_visit(one) else ()


def _has_hours(one: Candidate) -> bool:
    return one.likes != (None, None)


def _proposal(one: Candidate, span: Span, day: _Day) -> Proposal:
    near = sum(one.area.apart(other) == 0 for other in day.areas()) - 1 if _is_visit(one) else 0
    limit = one.standing.late_after
    return Proposal(one, day.room.day, span[0].time(), max(near, 0), limit is not None and day.room.day > limit)


def put_on(plan: WeekPlan, rooms: Sequence[DayRoom], customer_id: int, day: date) -> WeekPlan:
    """The plan with a customer of it, or one of those left, on a day of choice: at the first free time he likes, else
    at none. How many visits a day holds is not asked: whoever drags him there knows. KeyError for a day without room.
    """
    one = next(each for each in _everybody(plan) if each.customer_id == customer_id)
    rest = tuple(each for each in plan.proposals if each.candidate.customer_id != customer_id)
    room = {each.day: each for each in rooms}[day]
    taken = [
        (each.candidate, (begin, begin + timedelta(minutes=each.candidate.minutes)))
        for each in rest
        if each.day == day and each.at is not None
        for begin in [datetime.combine(day, each.at)]
    ]
    span = _free(one, _Day(room, taken), taken)
    limit = one.standing.late_after
    there = [stop.area for stop in room.planned if stop.visit] + [other.area for other, _ in taken if _is_visit(other)]
    near = sum(one.area.apart(area) == 0 for area in there) if _is_visit(one) else 0
    made = Proposal(one, day, None if span is None else span[0].time(), near, limit is not None and day > limit)
    proposals = sorted((*rest, made), key=lambda each: (each.day, each.at or time.max, each.candidate.order))
    return WeekPlan(tuple(proposals), tuple(pair for pair in plan.left if pair[0].customer_id != customer_id))


def without(plan: WeekPlan, customer_ids: Iterable[int]) -> WeekPlan:
    """The plan with these customers taken out by hand."""
    gone = set(customer_ids)
    out = tuple((each.candidate, Left.DROPPED) for each in plan.proposals if each.candidate.customer_id in gone)
    stay = tuple(each for each in plan.proposals if each.candidate.customer_id not in gone)
    return WeekPlan(stay, (*out, *plan.left))


def _everybody(plan: WeekPlan) -> Iterable[Candidate]:
    yield from (each.candidate for each in plan.proposals)
    yield from (one for one, _ in plan.left)
