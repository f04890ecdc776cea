"""The figures of order lines, a whole column at a time, in integers of ten-thousandths.

What a line counts for is said by `desktop.rules.money.line_figures`; the quick way here gives the same for the sheets
that have nothing but quantity and price, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from desktop.rules.errors import RuleBroken
from desktop.rules.money import LineFigures, line_figures
from desktop.services.exchange.check import Checked
from desktop.services.exchange.outcome import Said

PLACES = 10_000
KEYS = ("quantity", "unit_price", "discount", "amount", "unit_cost", "cost", "profit")
Figures = tuple[int | None, ...]  # quantity, price, discount, cost, amount


def figures_of(checked: Checked) -> Sequence[Figures | Said]:
    """For each row its figures, or why it has none."""
    columns = {key: checked.column(f"line.{key}") for key in KEYS}
    given = {key: column for key, column in columns.items() if column is not None}
    if set(given) == {"quantity", "unit_price"}:
        return _quick(given["quantity"], given["unit_price"])
    return [_one({key: column[at] for key, column in given.items()}) for at in range(len(checked.rows))]


def _quick(quantities: Sequence[Decimal | None], prices: Sequence[Decimal | None]) -> list[Figures | Said]:
    known = {value: scaled(value) for value in {*quantities, *prices} if value is not None}
    found: list[Figures | Said] = []
    add = found.append
    for quantity, price in zip(quantities, prices, strict=True):
        if quantity is None or price is None:
            add(_one({"quantity": quantity, "unit_price": price}))
            continue
        pieces, each = known[quantity], known[price]
        exact = pieces * each
        amount = (exact + PLACES // 2) // PLACES if exact >= 0 else -((PLACES // 2 - exact) // PLACES)
        add((pieces, each, None, None, amount))
    return found


def _one(given: dict[str, Decimal | None]) -> Figures | Said:
    try:
        line: LineFigures = line_figures(**given)
    except RuleBroken as broken:
        return Said(broken.code, broken.facts, broken.field or "")
    values = (line.quantity, line.unit_price, line.discount, line.unit_cost, line.amount)
    return tuple(None if one is None else scaled(one) for one in values)


def scaled(value: Decimal) -> int:
    """`value` in ten-thousandths, half up."""
    return int((value * PLACES).to_integral_value(ROUND_HALF_UP))
