"""The clock of cases: limits by tier, what is left, what is over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desktop.rules.errors import RuleBroken
from desktop.rules.service_clock import (
    CaseTimes,
    ClockPolicy,
    Limits,
    Phase,
    Standing,
    check_policy,
    clock_of,
    standing,
)
from desktop.rules.working_hours import OfficeHours

POLICY = ClockPolicy(limits={"A": Limits(2, 15), "": Limits(8, 38)})
OPENED = datetime(2026, 11, 23, 9, 30)  # a Monday
ANSWER_BY, SOLVE_BY = clock_of(OPENED, "A", POLICY)


def stands(now: datetime, answered: datetime | None = None, solved: datetime | None = None) -> Standing:
    return standing(CaseTimes(OPENED, ANSWER_BY, SOLVE_BY, answered, solved), now, OfficeHours())


def test_a_tier_has_its_limits_and_others_those_of_no_tier() -> None:
    assert clock_of(OPENED, "A", POLICY) == (datetime(2026, 11, 23, 11, 30), datetime(2026, 11, 25, 9, 30))
    assert clock_of(OPENED, None, POLICY) == clock_of(OPENED, "Z", POLICY) == clock_of(OPENED, "", POLICY)
    assert clock_of(OPENED, None, POLICY)[0] == datetime(2026, 11, 24, 10, 0)


def test_what_is_left_is_working_time() -> None:
    fresh = stands(datetime(2026, 11, 23, 10, 10))
    assert (fresh.phase, fresh.left, fresh.late, fresh.soon) == (Phase.ANSWER, timedelta(minutes=80), False, False)
    assert stands(datetime(2026, 11, 23, 11, 10)).soon
    over = stands(datetime(2026, 11, 24, 12, 30))
    assert over.late
    assert (over.days, over.rest) == (1, timedelta(minutes=30))


def test_after_the_answer_the_solution_counts() -> None:
    answered = datetime(2026, 11, 23, 10, 0)
    runs = stands(datetime(2026, 11, 23, 18, 0), answered)
    assert (runs.phase, runs.days, runs.rest) == (Phase.SOLVE, 1, timedelta(minutes=30))
    assert stands(datetime(2026, 11, 25, 10, 0), answered).late


def test_what_was_solved_keeps_whether_it_was_in_time() -> None:
    assert not stands(datetime(2027, 1, 1), solved=datetime(2026, 11, 24, 17, 0)).late
    late = stands(datetime(2027, 1, 1), solved=datetime(2026, 11, 25, 10, 0))
    assert (late.phase, late.late, late.soon, late.rest) == (Phase.DONE, True, False, timedelta(minutes=30))


def test_a_limit_that_passed_while_nobody_worked_is_past() -> None:
    """At closing time the clock ran out; at night no working time has passed since, and yet it is over."""
    by = datetime(2026, 11, 23, 18, 0)
    times = CaseTimes(OPENED, by, None, None, None)
    assert not standing(times, by, OfficeHours()).late
    assert standing(times, datetime(2026, 11, 23, 22, 0), OfficeHours()).late


def test_without_a_limit_there_is_no_clock() -> None:
    none = standing(CaseTimes(OPENED, None, None, None, None), OPENED, OfficeHours())
    assert (none.left, none.late, none.soon) == (None, False, False)


@pytest.mark.parametrize(
    ("limits", "code", "field"),
    [
        (Limits(0, 8), "out_of_range", "answer_A"),
        (Limits(8, 2001), "out_of_range", "solve_A"),
        (Limits(9, 8), "solved_before_answered", "solve_A"),
    ],
)
def test_limits_that_cannot_be_are_refused(limits: Limits, code: str, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_policy(ClockPolicy(limits={"A": limits}))
    assert (broken.value.code, broken.value.field) == (code, field)
