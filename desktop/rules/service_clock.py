"""The clock of complaints and service requests: by when to answer and to solve, and how it stands.

The two moments are fixed when a case is opened, by the tier the customer has then: a customer who rises or falls later
does not move the clock of what he complained of before. Local moments throughout, as in `working_hours`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.rules.errors import RuleBroken
from desktop.rules.holidays import is_working_day
from desktop.rules.working_hours import NOTHING, OfficeHours, WorkingDay, add_working, check_hours, working_between

UNTIERED = ""  # the row of customers without a tier
SOON = 0.25  # a clock with less than this part of its time left is amber
MOST_HOURS = 2000  # a year of work


@dataclass(frozen=True, slots=True)
class Limits:
    """Working hours to the first answer and to the solution."""

    answer: int
    solve: int


DEFAULT_LIMITS: Mapping[str, Limits] = {
    "A": Limits(2, 15),
    "B": Limits(4, 23),
    "C": Limits(8, 38),
    "D": Limits(8, 75),
    UNTIERED: Limits(8, 38),
}


@dataclass(frozen=True, slots=True)
class ClockPolicy:
    """服务时限: the hours of the office, and the limits of each tier."""

    hours: OfficeHours = field(default_factory=OfficeHours)
    limits: Mapping[str, Limits] = field(default_factory=lambda: dict(DEFAULT_LIMITS))

    def of(self, tier: str | None) -> Limits:
        """The limits of a tier; one that has none is treated like customers without a tier."""
        return self.limits.get(tier or UNTIERED) or self.limits.get(UNTIERED) or DEFAULT_LIMITS[UNTIERED]


def check_policy(policy: ClockPolicy) -> ClockPolicy:
    """`policy`, or RuleBroken: hours out of order, limits out of range, a solution due before the first answer."""
    check_hours(policy.hours)
    for tier, limits in policy.limits.items():
        for name, hours in (("answer", limits.answer), ("solve", limits.solve)):
            if not 1 <= hours <= MOST_HOURS:
                raise RuleBroken("out_of_range", f"{name}_{tier}", low=1, high=MOST_HOURS)
        if limits.solve < limits.answer:
            raise RuleBroken("solved_before_answered", f"solve_{tier}")
    return policy


def clock_of(
    opened: datetime, tier: str | None, policy: ClockPolicy, working: WorkingDay = is_working_day
) -> tuple[datetime, datetime]:
    """By when a case opened at `opened` has to be answered, and solved."""
    limits = policy.of(tier)
    return (
        add_working(opened, timedelta(hours=limits.answer), policy.hours, working),
        add_working(opened, timedelta(hours=limits.solve), policy.hours, working),
    )


class Phase(StrEnum):
    """What the clock of a case waits for."""

    ANSWER = "answer"
    SOLVE = "solve"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CaseTimes:
    """The five moments of a case, local; None for what has no limit or did not happen yet."""

    opened: datetime
    answer_by: datetime | None
    solve_by: datetime | None
    answered: datetime | None
    solved: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands: `left` is working time, negative where it is over; None without a limit.

    `days` and `rest` say the size of it in working days. `late` also holds for what was solved too late.
    """

    phase: Phase
    left: timedelta | None
    days: int
    rest: timedelta
    soon: bool

    @property
    def late(self) -> bool:
        """Whether the limit was missed."""
        return self.left is not None and self.left < NOTHING


def standing(times: CaseTimes, now: datetime, hours: OfficeHours, working: WorkingDay = is_working_day) -> Standing:
    """How the clock of a case stands at `now`. A case that is solved counts as answered."""
    if times.solved is not None:
        phase, limit, at = Phase.DONE, times.solve_by, times.solved
    elif times.answered is None:
        phase, limit, at = Phase.ANSWER, times.answer_by, now
    else:
        phase, limit, at = Phase.SOLVE, times.solve_by, now
    if limit is None:
        return Standing(phase, None, 0, NOTHING, soon=False)
    left = working_between(at, limit, hours, working)
    if not left and at > limit:  # past it, though nobody has worked since
        left = -timedelta(minutes=1)
    whole = working_between(times.opened, limit, hours, working)
    days, rest = divmod(abs(left), hours.a_day)
    soon = phase is not Phase.DONE and NOTHING <= left < whole * SOON
    return Standing(phase, left, days, rest, soon)
