"""生命周期 and 流失预警."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.lifecycle import Lifecycle, Limits, office_interval, spend_lost, stand_of, warnings_of

TODAY = date(2026, 11, 22)
LIMITS = Limits()
D = Decimal


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=one) for one in days]


@pytest.mark.parametrize(
    ("days", "lifecycle"),
    [
        ((), Lifecycle.NEVER),
        ((90,), Lifecycle.NEW),
        ((91,), Lifecycle.DORMANT),
        ((400, 45), Lifecycle.ACTIVE),
        ((400, 46), Lifecycle.SLOWING),
        ((400, 90), Lifecycle.SLOWING),
        ((400, 91), Lifecycle.DORMANT),
        ((900, 365), Lifecycle.DORMANT),
        ((900, 366), Lifecycle.LOST),
        ((600, 500, 400, 300), Lifecycle.SLOWING),
        ((600, 500, 400, 301, 150), Lifecycle.ACTIVE),
        ((1500, 1400, 1300, 601), Lifecycle.LOST),
        ((1500, 1400, 1300, 600), Lifecycle.DORMANT),
        ((1400, 1300, 1200, 599), Lifecycle.DORMANT),
    ],
)
def test_where_a_customer_stands_with_an_office_that_sells_every_thirty_days(
    days: tuple[int, ...], lifecycle: Lifecycle
) -> None:
    assert stand_of(ago(*days), TODAY, D(30), LIMITS).lifecycle is lifecycle


def test_marked_lost_is_lost_and_without_any_interval_the_days_decide() -> None:
    assert stand_of(ago(5), TODAY, D(30), LIMITS, marked_lost=True).lifecycle is Lifecycle.LOST
    assert stand_of(ago(200), TODAY, None, LIMITS).lifecycle is Lifecycle.ACTIVE
    assert stand_of(ago(366), TODAY, None, LIMITS).lifecycle is Lifecycle.LOST


def test_the_office_interval_is_the_median_of_all_gaps() -> None:
    assert office_interval([ago(30, 20, 0), ago(100, 0), ago(5)]) == 20
    assert office_interval([ago(5)]) is None


def test_spend_is_held_against_the_three_windows_before() -> None:
    spent = [(TODAY - timedelta(days=one), D(100)) for one in (300, 250, 200, 150, 100)]
    assert spend_lost(spent, TODAY, LIMITS) == 1
    assert spend_lost([*spent, (TODAY, D(100))], TODAY, LIMITS) == pytest.approx(D("0.4"))
    assert spend_lost(spent[:2], TODAY, LIMITS) is None


def test_each_warning_names_its_cause() -> None:
    spent = [(TODAY - timedelta(days=one), D(100)) for one in (330, 300, 270, 240, 210, 180, 150, 120)]
    found = warnings_of(spent, TODAY, D(30), LIMITS, complaint_due=True, satisfaction=D(2))
    assert [one.cause for one in found] == ["spend_down", "colder", "complaint_due", "unhappy"]
    assert (found[1].before, found[1].after) == ("active", "dormant")
    assert warnings_of([], TODAY, D(30), LIMITS) == []


@given(st.lists(st.integers(0, 1500), max_size=15), st.integers(1, 200))
def test_waiting_longer_never_makes_warmer(back: list[int], later: int) -> None:
    days = sorted({TODAY - timedelta(days=one) for one in back})
    order = list(Lifecycle)
    now, then = (stand_of(days, day, D(30), LIMITS).lifecycle for day in (TODAY, TODAY + timedelta(days=later)))
    assert order.index(then) >= order.index(now)
