"""Random offices, measured: for any scheme the values it asks for, with many equals and many that are not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.metrics import BY_KEY, Unit
from desktop.rules.rating.rate import asked_for
from desktop.rules.rating.scheme import Scheme

TODAY = date(2026, 11, 22)
BOUGHT = ("purchases", "orders", "recency", "mean_order")  # known of those who bought, and of nobody else
D = Decimal


def office(scheme: Scheme, n: int, dice: Random) -> Measured:
    """`n` customers as this scheme wants them measured."""
    ids = sorted(dice.sample(range(1, 10 * n + 1), n))
    numbers = [f"K{one:04}" for one in dice.sample(range(1, n + 1), n)]
    buys = [dice.random() < 0.8 for _ in range(n)]
    everybody = D(dice.choice((0, 20, 150, 2000)))
    values: dict[tuple[str, int], list[Value]] = {}
    for metric, window in sorted(asked_for(scheme)):
        column: list[Value] = [_value(metric, dice) for _ in range(n)]
        if metric == "customers":
            column = [everybody] * n
        elif metric in BOUGHT:
            column = [one if bought else None for one, bought in zip(column, buys, strict=True)]
        elif metric != "referrals":
            column = [None if dice.random() < 0.2 else one for one in column]
        values[metric, window] = column
    return Measured(TODAY, ids, numbers, values)


def _value(metric: str, dice: Random) -> Value:
    known = BY_KEY[metric]
    if known.words is not None:
        return dice.choice([one.value for one in known.words])
    match metric:
        case "orders":
            return D(dice.choice((1, 1, 1, 2, 3, 4, 5, 8, 15, 40)))
        case "purchases" | "mean_order":
            return dice.choice((D("0.01"), D(1000), D(5000), D(20000), D(dice.randint(1, 30_000_000)).scaleb(-2)))
        case "net_contribution" | "gross_profit" | "net":
            return dice.choice((D(0), D("-0.01"), D(2000), D(dice.randint(-500_000, 5_000_000)).scaleb(-2)))
        case "growth" | "margin":
            return dice.choice((D(0), D(-100), D("14.99"), D(15), D(dice.randint(-10_000, 30_000)).scaleb(-2)))
        case "potential":
            return D(dice.randint(1, 5))
    match known.unit:
        case Unit.SCALE:
            return D(dice.randint(100, 500 if metric == "satisfaction" else 1000)).scaleb(-2)
        case Unit.DAYS:
            return D(dice.choice((0, 15, 30, 31, 90, 91, 180, 181, 365, dice.randint(0, 2000))))
        case Unit.MONEY:
            return dice.choice((D(0), D("0.01"), D(5000), D(dice.randint(0, 1_000_000)).scaleb(-2)))
        case Unit.PERCENT:
            return D(dice.randint(0, 10_000)).scaleb(-2)
    return D(dice.choice((0, 0, 1, 2, 3, 9)))


def turned(measured: Measured, dice: Random) -> Measured:
    """The same customers in another order."""
    order = dice.sample(range(len(measured.customers)), len(measured.customers))
    return Measured(
        measured.as_of,
        [measured.customers[at] for at in order],
        [measured.numbers[at] for at in order],
        {key: [column[at] for at in order] for key, column in measured.values.items()},
    )


def with_value(measured: Measured, place: int, metric: str, window: int, value: Value) -> Measured:
    """The same, one value of one customer changed."""
    column = list(measured.values[metric, window])
    column[place] = value
    values = {**measured.values, (metric, window): column}
    return Measured(measured.as_of, measured.customers, measured.numbers, values)
