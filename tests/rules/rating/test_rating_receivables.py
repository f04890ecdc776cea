"""What of a customer's orders was paid, and when."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.receivables import Owing, owing

TODAY = date(2026, 11, 22)
YEAR = TODAY - timedelta(365)
D = Decimal
Money = list[tuple[int, int]]


def of(owed: Money, paid: Money) -> Owing:
    """Days before today, and yuan."""
    days = [[(TODAY - timedelta(back), D(amount)) for back, amount in pairs] for pairs in (owed, paid)]
    return owing(days[0], days[1], TODAY, YEAR)


def test_the_oldest_is_paid_first() -> None:
    assert of([(60, 100), (30, 50)], [(60, 100)]) == Owing(D(50), D(150), D(100))
    assert of([(60, 100), (30, 50)], [(59, 150)]) == Owing(D(0), D(150), D(50))
    assert of([(60, 100)], [(70, 40), (10, 60)]) == Owing(D(0), D(100), D(40))
    assert of([(60, 100)], []) == Owing(D(100), D(100), D(0))


def test_what_is_not_due_yet_is_not_overdue_and_old_debts_are() -> None:
    assert of([(-10, 100)], []) == Owing()
    assert of([(400, 100)], []) == Owing(D(100), D(0), D(0))


def test_returns_lessen_what_came_before_them() -> None:
    assert of([(60, 100), (50, -30)], []) == Owing(D(70), D(70), D(0))
    assert of([(60, 100), (50, -100)], []) == Owing()
    assert of([(60, 100), (50, -130), (40, 50)], []) == Owing(D(20), D(20), D(0))


PAIRS = st.lists(st.tuples(st.integers(-100, 600), st.integers(1, 500)), max_size=8)


@given(PAIRS, PAIRS)
def test_nothing_is_paid_twice(owed: Money, paid: Money) -> None:
    owed.sort(reverse=True)
    found = of(owed, [one for one in paid if one[0] >= 0])
    due = sum(amount for back, amount in owed if back >= 0)
    came = sum(amount for back, amount in paid if back >= 0)
    assert found.overdue >= max(0, due - came)
    assert 0 <= found.in_time <= found.due <= due
