"""From purchases to what is ahead of each customer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.rules.value.forecast import Bought, forecast, past_of
from desktop.rules.value.purchases import Past
from desktop.rules.value.spend import Spent

END = date(1997, 9, 30)


def test_a_customer_as_the_models_see_him() -> None:
    first = date(2026, 1, 1)
    bought = [
        (first, Decimal(5)),
        (first, Decimal(7)),
        (first + timedelta(7), Decimal(0)),
        (first + timedelta(21), Decimal(9)),
    ]
    assert past_of(bought, first + timedelta(70)) == (Past(2, 3.0, 10.0), Spent(2, 4.5))
    assert past_of(bought[:2], first + timedelta(70)) == (Past(0, 0.0, 10.0), None)


def test_the_purchases_of_a_real_shop_give_the_published_model(shared_data: Path) -> None:
    customers: dict[int, list[tuple[date, Decimal]]] = defaultdict(list)
    for line in (shared_data / "transactions/CDNOW_sample.txt").read_text("ascii").splitlines():
        _master, customer, day, _count, dollars = line.split()
        customers[int(customer)].append((date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}"), Decimal(dollars)))
    found = forecast(customers, END)
    assert (found.customers, found.repeaters, found.why) == (2357, 946, "")
    assert found.purchases is not None
    assert found.purchases.r == pytest.approx(0.2426, rel=0.01)
    assert found.purchases.alpha == pytest.approx(4.4136, rel=0.01)
    assert abs(found.purchases.log_likelihood + 9582.429) < 0.05
    best = found.outlooks[1516]
    assert best.alive == pytest.approx(0.96885, abs=0.001)
    assert best.purchases == pytest.approx(25.757, rel=0.01)
    assert best.clv is not None
    assert best.clv > 0


@pytest.mark.parametrize(
    ("customers", "why"),
    [
        ({}, "few_repeaters"),
        ({1: [(END, Decimal(5))]}, "few_repeaters"),
        ({n: [(END - timedelta(7 * week), Decimal(10)) for week in range(20, -1, -1)] for n in range(250)}, "flat"),
    ],
)
def test_nothing_is_offered_where_the_data_tell_nothing(customers: dict[int, Bought], why: str) -> None:
    found = forecast(customers, END)
    assert (found.why, dict(found.outlooks)) == (why, {})
