"""What of a customer's orders was paid, and when: payments pay the oldest order first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Owing:
    """`overdue`: fell due by the day and is not paid. `due`: fell due within the window; `in_time`: of it, paid by
    its day."""

    overdue: Decimal = ZERO
    due: Decimal = ZERO
    in_time: Decimal = ZERO


def owing(
    owed: Sequence[tuple[date, Decimal]], paid: Sequence[tuple[date, Decimal]], as_of: date, since: date
) -> Owing:
    """How one customer pays. `owed`: (day due, amount) in the order of the orders, `paid`: (day, amount) in order.

    Returns and payments back have negative amounts; they lessen what came before them.
    """
    overdue = due = in_time = ZERO
    for one in _settled(owed, paid, as_of):
        if one.day <= as_of:
            overdue += one.rest
            if one.day >= since:
                due += one.amount
                in_time += one.punctual
    return Owing(overdue, due, in_time)


def unpaid(
    owed: Sequence[tuple[date, Decimal]], paid: Sequence[tuple[date, Decimal]], as_of: date
) -> list[tuple[date, Decimal]]:
    """What was not paid by `as_of`, as (day due, how much), in the order of the orders; also what falls due later."""
    return [(one.day, one.rest) for one in _settled(owed, paid, as_of) if one.rest > 0]


@dataclass(frozen=True, slots=True)
class _Settled:
    """One amount that fell due: what is left of it, and what of it was paid by its day."""

    day: date
    amount: Decimal
    rest: Decimal
    punctual: Decimal


def _settled(
    owed: Sequence[tuple[date, Decimal]], paid: Sequence[tuple[date, Decimal]], as_of: date
) -> Iterator[_Settled]:
    money = sorted(paid)
    at, left = 0, (money[0][1] if money else ZERO)
    for day, amount in _without_returns(owed):
        rest = amount
        punctual = ZERO
        while rest > 0 and at < len(money):
            part = min(rest, left) if left > 0 else ZERO
            if part > 0 and money[at][0] <= as_of:
                rest -= part
                punctual += part if money[at][0] <= day else ZERO
            left -= max(part, ZERO)
            if left <= 0:
                at += 1
                left = money[at][1] + min(left, ZERO) if at < len(money) else ZERO
        yield _Settled(day, amount, rest, punctual)


def _without_returns(owed: Sequence[tuple[date, Decimal]]) -> list[tuple[date, Decimal]]:
    """Returns taken off the newest orders before them, and what they leave off those after."""
    found: list[tuple[date, Decimal]] = []
    credit = ZERO
    for day, amount in owed:
        if amount < 0:
            credit -= amount
            while credit > 0 and found:
                last_day, last = found.pop()
                if last > credit:
                    found.append((last_day, last - credit))
                    credit = ZERO
                else:
                    credit -= last
        elif amount > credit:
            found.append((day, amount - credit))
            credit = ZERO
        else:
            credit -= amount
    return found
