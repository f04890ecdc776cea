"""提升计划 as it is proposed: which class comes next, by when, what to work on, and which steps lead there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from db.vocabulary import FollowUpKind
from desktop.rules.holidays import is_working_day
from desktop.rules.rating.levers import Lever, class_codes, rank_in
from desktop.rules.rating.scheme import Scheme
from desktop.rules.working_hours import WorkingDay
from desktop.words import N_

LEAST_TIME = timedelta(days=28)  # a plan that ends earlier leaves no time for a visit and what comes of it
_FIRST, _SECOND, _REVIEW = timedelta(days=7), timedelta(days=21), timedelta(days=14)
_DAY = timedelta(days=1)
MONTHS = 3


@dataclass(frozen=True, slots=True)
class StepIdea:
    """A step that is proposed; `purpose` is an English source."""

    kind: FollowUpKind
    day: date
    purpose: str


def better_codes(scheme: Scheme, code: str) -> tuple[str, ...]:
    """The classes better than this one, the next better first; of one without a class all, the lowest first."""
    codes = class_codes(scheme)
    return tuple(reversed(codes[: rank_in(scheme, code)]))


def usual_end(today: date, next_round: date | None) -> date:
    """By when a plan is to be reached: the day of the next round that leaves four weeks, else in three months."""
    if next_round is not None and next_round - today >= LEAST_TIME:
        return next_round
    month = today.month - 1 + MONTHS
    year, month = today.year + month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(today.day, (following - _DAY).day))


def usual_steps(today: date, until: date, working: WorkingDay = is_working_day) -> tuple[StepIdea, ...]:
    """A visit in a week, a call in three, a review two weeks before the end: on working days, in this order.

    In a short plan those are left out that would come in the week before the review, or after the end.
    """
    review = _before(until - _REVIEW, working)
    visit, call = (on_working_day(today + after, working) for after in (_FIRST, _SECOND))
    ideas = [
        StepIdea(FollowUpKind.VISIT, visit, N_("Visit: needs, and what stands in the way")),
        StepIdea(FollowUpKind.CALL, call, N_("Call: how far what was agreed has come")),
    ]
    reviewed = review - _FIRST >= ideas[0].day
    kept = [one for one in ideas if one.day <= (review - _FIRST if reviewed else until)]
    if reviewed:
        kept.append(StepIdea(FollowUpKind.CALL, review, N_("Review: what is still missing, and what can be done yet")))
    return tuple(kept)


def on_working_day(day: date, working: WorkingDay = is_working_day) -> date:
    """The day itself where offices work, else the next on which they do."""
    while not working(day):
        day += _DAY
    return day


def _before(day: date, working: WorkingDay) -> date:
    """The day itself where offices work, else the last before it on which they do."""
    while not working(day):
        day -= _DAY
    return day


def levers_towards(scheme: Scheme, levers: Sequence[Lever], target: str) -> tuple[Lever, ...]:
    """Of each criterion the lever that gives the target or just more; where none does, the one that leads furthest."""
    aim = rank_in(scheme, target)
    best: dict[tuple[str, int], Lever] = {}
    for one in levers:
        known = best.get((one.metric, one.window))
        if known is None or _order(scheme, one, aim) < _order(scheme, known, aim):
            best[one.metric, one.window] = one
    return tuple(sorted(best.values(), key=lambda one: (_order(scheme, one, aim), effort(one))))


def _order(scheme: Scheme, lever: Lever, aim: int) -> tuple[bool, int]:
    rank = rank_in(scheme, lever.code)
    return rank > aim, rank - aim if rank > aim else aim - rank


def effort(lever: Lever) -> Decimal:
    """How far it is, as a share of what there is now: 0.1 for a tenth more. What cannot be counted is one whole."""
    if not isinstance(lever.needed, Decimal) or not isinstance(lever.now, Decimal):
        return Decimal(1)
    if not lever.now:
        return Decimal(1)
    return abs(lever.needed - lever.now) / abs(lever.now)
