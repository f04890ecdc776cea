"""生命周期 and 流失预警."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.lifecycle import (
    Cause,
    Lifecycle,
    Limits,
    Signs,
    Spend,
    Yardstick,
    buying_of,
    entered_on,
    office_interval,
    spend_lost,
    spend_of,
    stand_of,
    warnings_of,
)

TODAY = date(2026, 11, 22)
LIMITS = Limits()
D = Decimal
YARD, UNKNOWN = Yardstick(LIMITS, D(30)), Yardstick(LIMITS)


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
    assert stand_of(buying_of(ago(*days)), TODAY, YARD).lifecycle is lifecycle


def test_marked_lost_is_lost_and_without_any_interval_the_days_decide() -> None:
    assert stand_of(buying_of(ago(5)), TODAY, YARD, marked_lost=True).lifecycle is Lifecycle.LOST
    assert stand_of(buying_of(ago(200)), TODAY, UNKNOWN).lifecycle is Lifecycle.ACTIVE
    assert stand_of(buying_of(ago(366)), TODAY, UNKNOWN).lifecycle is Lifecycle.LOST


def test_the_office_interval_gives_each_customer_one_vote() -> None:
    regular = [buying_of(ago(30, 20, 0)), buying_of(ago(8, 6, 4, 2, 0)), buying_of(ago(400, 300, 200))]
    assert office_interval(regular) == 15
    assert office_interval([*regular, buying_of(ago(900, 0)), buying_of(ago(5))]) == 15
    assert office_interval([buying_of(ago(100, 0)), buying_of(ago(40, 0)), buying_of(ago(5))]) == 70
    assert office_interval([buying_of(ago(5))]) is None


@pytest.mark.parametrize("days", [(400, 46), (400, 91), (900, 366), (1500, 1400, 1300, 601), (600, 500, 400, 151)])
def test_the_day_he_got_colder_is_the_first_on_which_he_is(days: tuple[int, ...]) -> None:
    buying = buying_of(ago(*days))
    stand = stand_of(buying, TODAY, YARD)
    since = entered_on(buying, stand, LIMITS)
    assert since is not None
    assert stand_of(buying, since, YARD).lifecycle is stand.lifecycle
    assert stand_of(buying, since - timedelta(days=1), YARD).lifecycle is not stand.lifecycle
    warm = buying_of(ago(400, 5))
    assert entered_on(warm, stand_of(warm, TODAY, YARD), LIMITS) is None


def test_spend_is_held_against_the_three_windows_before() -> None:
    spent = [(TODAY - timedelta(days=one), D(100)) for one in (300, 250, 200, 150, 100)]
    assert spend_of(spent, TODAY, LIMITS) == Spend(5, D(0), D(500))
    assert spend_lost(spend_of(spent, TODAY, LIMITS)) == 1
    assert spend_lost(spend_of([*spent, (TODAY, D(100))], TODAY, LIMITS)) == D("0.4")
    assert spend_lost(spend_of(spent[:2], TODAY, LIMITS)) is None
    tomorrow = (TODAY + timedelta(days=1), D(100))
    assert spend_of([*spent, tomorrow], TODAY, LIMITS) == Spend(5, D(0), D(500))


def test_each_warning_names_its_cause() -> None:
    spent = [(TODAY - timedelta(days=one), D(100)) for one in (330, 300, 270, 240, 210, 180, 150, 120)]
    buying, spend = buying_of(on for on, _ in spent), spend_of(spent, TODAY, LIMITS)
    signs = Signs(buying, spent[-1][0], spend, TODAY, 2, TODAY)
    found = warnings_of(signs, TODAY, YARD)
    assert [one.cause for one in found] == list(Cause)
    assert (found[2].before, found[2].after) == (Lifecycle.ACTIVE, Lifecycle.DORMANT)
    assert found[2].since == spent[-1][0] + timedelta(days=91)
    assert warnings_of(Signs(), TODAY, YARD) == ()
    assert warnings_of(Signs(buying, spent[-1][0], spend, TODAY, 2, TODAY, marked_lost=True), TODAY, YARD) == ()


@given(st.lists(st.integers(0, 1500), max_size=15), st.integers(1, 200))
def test_waiting_longer_never_makes_warmer(back: list[int], later: int) -> None:
    buying = buying_of(TODAY - timedelta(days=one) for one in back)
    order = list(Lifecycle)
    now, then = (stand_of(buying, day, YARD).lifecycle for day in (TODAY, TODAY + timedelta(days=later)))
    assert order.index(then) >= order.index(now)
