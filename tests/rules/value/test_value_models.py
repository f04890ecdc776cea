"""BG/NBD and Gamma-Gamma against what was published, and what is said of data that tell nothing."""

from __future__ import annotations

import csv
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.value.purchases import Past, Purchases, fit_purchases
from desktop.rules.value.spend import Spent, fit_spend

PAPER = Purchases(0.24259, 4.41344, 0.79286, 2.42567, -9582.4, flat=False)


def cdnow(shared_data: Path) -> tuple[list[Past], list[Spent]]:
    with (shared_data / "transactions/cdnow_customers_summary_with_transactions.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    pasts = [Past(int(float(row["x"])), float(row["t_x"]), float(row["T"])) for row in rows]
    return pasts, [Spent(int(float(row["x"])), float(row["zbar"])) for row in rows]


def test_the_published_parameters_of_cdnow(shared_data: Path) -> None:
    pasts, spent = cdnow(shared_data)
    found, money = fit_purchases(pasts), fit_spend(spent)
    assert found is not None
    assert money is not None
    published = (0.2425945, 4.4136019, 0.7929199, 2.4258881)
    assert all(
        isclose(a, b, rel_tol=0.01) for a, b in zip((found.r, found.alpha, found.a, found.b), published, strict=True)
    )
    assert abs(found.log_likelihood + 9582.429) < 0.05
    assert all(
        isclose(a, b, rel_tol=0.01) for a, b in zip((money.p, money.q, money.gamma), (6.25, 3.74, 15.44), strict=True)
    )
    assert abs(money.log_likelihood + 4055.9177) < 0.05
    assert not found.flat
    assert not money.flat
    shown = [
        24.658619,
        18.911489,
        35.170981,
        35.170981,
        35.170981,
        71.462843,
        18.911489,
        35.170981,
        27.282408,
        35.170981,
    ]
    ours = [money.expected(one if one.repeats and one.mean > 0 else None) for one in spent[:10]]
    assert ours == pytest.approx(shown, rel=0.001)


def test_the_published_predictions() -> None:
    assert PAPER.expected_of_new(52) == pytest.approx(1.444, abs=0.001)
    best = Past(26, 30.857, 31)
    assert PAPER.expected(best, 52) == pytest.approx(25.757, abs=0.005)
    assert PAPER.alive(best) == pytest.approx(0.96885, abs=0.0001)
    silent = [PAPER.expected(Past(x, 20, 39), 52) for x in (10, 15, 20, 25)]
    assert silent == pytest.approx([0.3475, 0.0428, 0.00416, 0.00036], rel=0.01)


@pytest.mark.parametrize("pasts", [[], [Past(3, 10, 20)], [Past(0, 0, 5)] * 40, [Past(0, 0, 5), Past(0, 0, 9)]])
def test_nothing_to_fit(pasts: list[Past]) -> None:
    assert fit_purchases(pasts) is None


def test_customers_who_never_leave_are_flat() -> None:
    """All bought every week until the end: whether and when they leave is not in the data."""
    found = fit_purchases([Past(20, 20, 20)] * 300)
    assert found is not None
    assert found.flat


@pytest.mark.parametrize("spent", [[], [Spent(2, 10.0)], [Spent(0, 0.0)] * 50, [Spent(3, 0.0)] * 50])
def test_no_spend_to_fit(spent: list[Spent]) -> None:
    assert fit_spend(spent) is None


def test_equal_amounts_have_no_peak() -> None:
    found = fit_spend([Spent(3, 100.0)] * 60)
    assert found is not None
    assert found.flat
    assert found.expected(Spent(3, 100.0)) == pytest.approx(100, rel=0.05)


PASTS = st.lists(
    st.tuples(st.integers(0, 40), st.floats(0, 100), st.floats(0, 100)).map(
        lambda one: Past(one[0], one[1] if one[0] else 0.0, one[1] + one[2] + 0.1)
    ),
    min_size=2,
    max_size=25,
)


@settings(max_examples=15, deadline=None)
@given(PASTS)
def test_whatever_was_bought_the_answers_stay_in_their_bounds(pasts: list[Past]) -> None:
    found = fit_purchases(pasts)
    if found is not None:
        for past in pasts:
            assert 0 <= found.alive(past) <= 1
            assert found.expected(past, 26) >= 0
