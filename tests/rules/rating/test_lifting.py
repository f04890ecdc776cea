"""What is proposed for a plan: classes above, its end, steps on working days, levers towards the target."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import FollowUpKind
from desktop.rules.holidays import is_working_day
from desktop.rules.rating.builtin import BY_KEY
from desktop.rules.rating.levers import Lever
from desktop.rules.rating.lifting import (
    better_codes,
    effort,
    levers_towards,
    on_working_day,
    usual_end,
    usual_steps,
)
from desktop.rules.rating.outcome import UNRATED

SCORE = BY_KEY["score"]  # A B C D
TODAY = date(2026, 11, 22)  # a Sunday


def test_the_next_better_class_comes_first() -> None:
    assert better_codes(SCORE, "D") == ("C", "B", "A")
    assert better_codes(SCORE, "A") == ()
    assert better_codes(SCORE, UNRATED) == ("D", "C", "B", "A")


def test_a_plan_ends_with_the_next_round_or_in_three_months() -> None:
    assert usual_end(TODAY, date(2026, 12, 31)) == date(2026, 12, 31)
    assert usual_end(TODAY, TODAY + timedelta(days=27)) == date(2027, 2, 22), "too soon to do anything"
    assert usual_end(TODAY, None) == date(2027, 2, 22)
    assert usual_end(date(2026, 11, 30), None) == date(2027, 2, 28)


def test_the_usual_steps_fall_on_working_days() -> None:
    steps = usual_steps(TODAY, date(2027, 2, 22))
    assert [(one.kind, one.day) for one in steps] == [
        (FollowUpKind.VISIT, date(2026, 11, 30)),  # the 29th is a Sunday
        (FollowUpKind.CALL, date(2026, 12, 14)),  # the 13th is a Sunday
        (FollowUpKind.CALL, date(2027, 2, 8)),
    ]
    assert on_working_day(date(2026, 10, 1)) == date(2026, 10, 8), "the National Day holidays"


def test_a_short_plan_leaves_steps_out() -> None:
    assert [one.kind for one in usual_steps(TODAY, TODAY + timedelta(days=20))] == [FollowUpKind.VISIT]
    assert usual_steps(TODAY, TODAY + timedelta(days=3)) == ()


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 400))
def test_steps_lie_within_the_plan_in_their_order(today: date, length: int) -> None:
    until = today + timedelta(days=length)
    days = [one.day for one in usual_steps(today, until)]
    assert days == sorted(days)
    assert all(today < one <= until and is_working_day(one) for one in days)


def lever(metric: str, now: str, needed: str, code: str) -> Lever:
    return Lever(metric, 365, Decimal(now), Decimal(needed), code)


def test_of_each_criterion_the_lever_next_to_the_target_is_taken() -> None:
    to_b, to_a = lever("purchases", "100", "120", "B"), lever("purchases", "100", "300", "A")
    other = lever("orders", "4", "8", "C")
    assert levers_towards(SCORE, (to_a, to_b, other), "B") == (to_b, other)
    assert levers_towards(SCORE, (to_b, to_a, other), "A") == (to_a, other)
    assert levers_towards(SCORE, (), "A") == ()


def test_effort_is_a_share_of_what_there_is() -> None:
    assert effort(lever("purchases", "100", "120", "B")) == Decimal("0.2")
    assert effort(Lever("overdue", 0, Decimal(500), Decimal(0), "B", at_most=True)) == 1
    assert effort(Lever("attitude", 0, "none", "loyal", "B")) == 1
    assert effort(lever("orders", "0", "3", "B")) == 1
