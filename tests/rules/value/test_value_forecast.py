"""From purchases to what is ahead of each customer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import exp, isfinite, log
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.value.forecast import FEWEST_REPEATERS, Forecast, Seen, forecast, seen_by
from desktop.rules.value.likelihood import Past
from desktop.rules.value.purchases import Purchases
from desktop.rules.value.spend import Spent

END = date(1997, 9, 30)
SHOP = Purchases(0.2426, 4.4136, 0.7929, 2.4259, -9582.429, flat=False)


def bought(*days: tuple[date, int | str], until: date = END) -> Seen:
    """A customer who bought on these days."""
    order = sorted(days)
    repeats = sum((Decimal(paid) for _, paid in order[1:]), Decimal(0))
    return seen_by(order[0][0], order[-1][0], len(order), repeats, until)


def cdnow(shared_data: Path, until: date) -> dict[int, Seen]:
    """Buyers of the sample by their sample numbers."""
    customers: dict[int, dict[date, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for line in (shared_data / "transactions/CDNOW_sample.txt").read_text("ascii").splitlines():
        _master, customer, day, _count, dollars = line.split()
        on = date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")
        if on <= until:
            customers[int(customer)][on] += Decimal(dollars)
    return {
        one: bought(*((on, str(paid)) for on, paid in days.items()), until=until) for one, days in customers.items()
    }


def test_a_customer_as_the_models_see_him() -> None:
    first = date(2026, 1, 1)
    until = first + timedelta(70)
    days = [(first, 12), (first + timedelta(7), 0), (first + timedelta(21), 9)]
    assert bought(*days, until=until) == (Past(2, 3.0, 10.0), Spent(2, 4.5))
    assert bought(*days[:1], until=until) == (Past(0, 0.0, 10.0), None)
    assert bought(*days[:2], until=until) == (Past(1, 1.0, 10.0), None)


def test_the_purchases_of_a_real_shop_give_the_published_model(shared_data: Path) -> None:
    found = forecast(cdnow(shared_data, END))
    assert (found.customers, found.repeaters, found.why) == (2357, 946, "")
    assert found.purchases is not None
    assert found.purchases.r == pytest.approx(0.2425945, rel=0.001)
    assert found.purchases.alpha == pytest.approx(4.4136019, rel=0.001)
    assert found.purchases.a == pytest.approx(0.7929199, rel=0.001)
    assert found.purchases.b == pytest.approx(2.4258881, rel=0.001)
    assert abs(found.purchases.log_likelihood + 9582.429) < 0.001
    best = found.outlooks[1516]
    assert best.alive == pytest.approx(0.96885, abs=0.001)
    assert best.purchases == pytest.approx(25.757, rel=0.01)
    assert best.clv is not None
    assert best.clv > 0


def test_a_forecast_comes_near_to_what_happened(shared_data: Path) -> None:
    """The sample goes on for 39 weeks: those who bought in the first 39 bought on so many more days."""
    weeks = 39
    before, after = (cdnow(shared_data, until) for until in (END, END + timedelta(weeks * 7)))
    happened = sum(past.repeats - before[one][0].repeats for one, (past, _) in after.items())
    found = forecast(before, weeks=weeks)
    assert found.expected is not None
    assert found.expected == pytest.approx(happened, rel=0.15)


WEEKLY = [(END - timedelta(7 * week), 10) for week in range(20, -1, -1)]


@pytest.mark.parametrize(
    ("customers", "why"),
    [
        ({}, "few_repeaters"),
        ({1: bought((END, 5))}, "few_repeaters"),
        ({n: bought(WEEKLY[0]) for n in range(5000)}, "few_repeaters"),
        ({n: bought(*WEEKLY) for n in range(FEWEST_REPEATERS - 1)}, "few_repeaters"),
        ({n: bought(*WEEKLY) for n in range(5000)}, "flat"),
        ({n: bought(*WEEKLY[-2 - n % 2 :]) for n in range(FEWEST_REPEATERS)}, "flat"),
    ],
)
def test_nothing_is_offered_where_the_data_tell_nothing(customers: dict[int, Seen], why: str) -> None:
    found = forecast(customers)
    assert (found.why, dict(found.outlooks), found.expected) == (why, {}, None)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_too_few_are_fitted_when_asked_and_marked_all_the_same(number: int) -> None:
    found = forecast({n: bought(*WEEKLY[n:]) for n in range(number)}, anyway=True)
    assert found.why == "few_repeaters"
    assert (found.purchases is not None) == (found.spend is not None) == (number == 2)


def shop(customers: int, amount: str, dice: Random) -> dict[int, Seen]:
    """Customers who buy at rates of their own and leave with chances of their own, as the model has it."""
    found = {}
    for one in range(customers):
        rate, chance = dice.gammavariate(0.8, 1 / 4), dice.betavariate(0.7, 1.5)
        days, at = [(END - timedelta(300), amount)], 0.0
        while dice.random() > chance and (at := at + dice.expovariate(rate)) < 42:
            days.append((END - timedelta(300) + timedelta(round(at * 7)), amount))
        found[one] = bought(*dict(days).items())
    return found


def checked(found: Forecast) -> None:
    """All within their bounds, whatever they are."""
    for one in found.outlooks.values():
        assert 0 <= one.alive <= 1
        assert isfinite(one.purchases)
        assert one.purchases >= 0
        assert one.clv is None or one.clv >= 0


def test_discounting_counts_each_purchase_from_its_day() -> None:
    """Against the sum over single days; without a discount, purchases times their mean worth."""
    seen = shop(1500, "100", Random(4))
    plain, found = (forecast(seen, discount=rate) for rate in (0.0, 0.25))
    model = found.purchases
    assert model is not None
    often = max(seen, key=lambda one: found.outlooks[one].purchases)
    daily = [model.expected(seen[often][0], day / 7) for day in range(365)]
    counted = sum((b - a) * exp(-log(1.25) * (day + 0.5) / 364) for day, (a, b) in enumerate(pairwise(daily)))
    assert float(found.outlooks[often].clv or 0) == pytest.approx(counted * 100, rel=1e-4)
    assert float(plain.outlooks[often].clv or 0) == pytest.approx(daily[-1] * 100, rel=1e-4)


def test_equal_amounts_are_worth_what_they_are() -> None:
    found = forecast(shop(1500, "100", Random(4)), discount=0.0)
    assert found.why == ""
    checked(found)
    for one in found.outlooks.values():
        assert float(one.clv or 0) == pytest.approx(one.purchases * 100, rel=0.01, abs=0.01)


def test_purchases_for_nothing_are_forecast_without_a_worth() -> None:
    found = forecast(shop(1500, "0", Random(4)))
    assert (found.why, found.spend) == ("", None)
    assert {one.clv for one in found.outlooks.values()} == {None}
    assert found.expected


def test_huge_amounts_stay_numbers() -> None:
    """The most a cell may hold, and one that the file could hold."""
    for amount in ("999999999999.99", "90000000000000000.00"):
        found = forecast(shop(1500, amount, Random(4)))
        checked(found)
        assert all(one.clv is not None for one in found.outlooks.values())


def test_the_order_of_customers_does_not_matter() -> None:
    seen = shop(9000, "100", Random(8)) | {-1: bought((END - timedelta(9), 7), (END, 12)), -2: bought((END, 1))}
    order = list(seen)
    Random(1).shuffle(order)
    assert forecast({one: seen[one] for one in order}) == forecast(seen)


HISTORIES = st.lists(
    st.dictionaries(
        st.integers(0, 400), st.sampled_from(["0", "0.01", "20", "20", "350.5", "1e9"]), min_size=1, max_size=8
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(HISTORIES)
def test_any_small_history_comes_to_an_end_within_bounds(histories: list[dict[int, str]]) -> None:
    customers = {
        n: bought(*((END - timedelta(ago), paid) for ago, paid in days.items())) for n, days in enumerate(histories)
    }
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        assert looks < 10_000

    found = forecast(customers, anyway=True, look=look)
    checked(found)
    assert (found.customers, found.why) == (len(histories), "few_repeaters")
    if found.expected is not None:
        assert set(found.outlooks) == set(customers)


PAST = st.tuples(st.integers(1, 300), st.floats(0.2, 200), st.floats(0, 200))
MODEL = st.builds(
    Purchases,
    r=st.floats(0.05, 20),
    alpha=st.floats(0.2, 100),
    a=st.floats(0.05, 8),
    b=st.floats(0.1, 50),
    log_likelihood=st.just(0.0),
    flat=st.just(False),
)
NEAR = 1 + 1e-6


@settings(max_examples=200, deadline=None)
@given(MODEL, PAST, st.integers(1, 50), st.floats(0.5, 200))
def test_what_must_be_true_of_every_model(
    model: Purchases, past: tuple[int, float, float], more: int, weeks: float
) -> None:
    repeats, last, silent = past
    seen = last + silent
    here = Past(repeats, last, seen)
    assert 0 <= model.alive(here) <= 1
    assert 0 <= model.expected(here, weeks) <= model.expected(here, weeks * 1.5) * NEAR + 1e-9
    # Who bought later is rather alive, and will buy more.
    later = Past(repeats, last + silent / 2, seen)
    assert model.alive(later) >= model.alive(here)
    assert model.expected(later, weeks) * NEAR + 1e-9 >= model.expected(here, weeks)
    # Who bought just now and more often will buy more; of one who has been silent that is not so.
    now, oftener = Past(repeats, seen, seen), Past(repeats + more, seen, seen)
    assert model.expected(oftener, weeks) * NEAR + 1e-9 >= model.expected(now, weeks)


def test_often_bought_and_long_silent_says_gone() -> None:
    silent = [SHOP.expected(Past(x, 20, 39), 52) for x in (1, 5, 10, 15, 20, 25)]
    assert silent[2:] == sorted(silent[2:], reverse=True)
