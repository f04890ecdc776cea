"""The figures of order lines, a whole column at a time, in integers of ten-thousandths.

What a line counts for is said by `desktop.rules.money.line_figures`; the quick way here gives the same for the sheets
that have nothing but quantity and price, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from db.vocabulary import OrderKind
from desktop.rules.errors import RuleBroken
from desktop.rules.money import TOO_LARGE, LineFigures, line_figures
from desktop.services.exchange.buyers import Buyer, PlannedOrder
from desktop.services.exchange.check import Checked
from desktop.services.exchange.outcome import Outcome, Said

PLACES = 10_000
LIMIT = int(TOO_LARGE) * PLACES
KEYS = ("quantity", "unit_price", "discount", "amount", "unit_cost", "cost", "profit")
MONEY = frozenset({"unit_price", "amount"})
Figures = tuple[int | None, ...]  # quantity, price, discount, cost, amount
_HUGE = Said("money_too_large", {"text": "…"}, "line.amount")


def figures_of(checked: Checked) -> Sequence[Figures | Said | None]:
    """For each row its figures, or why it has none; None in a sheet without lines, where a row is an order.

    Where lines have no money of their own, only the order has, their amounts are 0 until `settle_totals`.
    """
    columns = {key: checked.column(f"line.{key}") for key in KEYS}
    given = {key: column for key, column in columns.items() if column is not None}
    if not any(one.field.key.startswith("line.") for one in checked.columns):
        return [None] * len(checked.rows)
    if set(given) == {"quantity", "unit_price"}:
        return _quick(given["quantity"], given["unit_price"])
    nothing = Decimal(0)
    found = []
    for at in range(len(checked.rows)):
        row = {key: column[at] for key, column in given.items()}
        if not MONEY & given.keys():
            row = {"quantity": row.get("quantity"), "amount": nothing}
        line, agrees = _one(row)
        if not agrees:
            checked.results.remark(at, Said("figures_disagree", {}, "line.amount"))
        found.append(line)
    return found


def _quick(quantities: Sequence[Decimal | None], prices: Sequence[Decimal | None]) -> list[Figures | Said]:
    known = {value: scaled(value) for value in {*quantities, *prices} if value is not None}
    if max(map(abs, known.values()), default=0) ** 2 >= LIMIT * PLACES:
        return [_one({"quantity": one, "unit_price": price})[0] for one, price in zip(quantities, prices, strict=True)]
    found: list[Figures | Said] = []
    add = found.append
    for quantity, price in zip(quantities, prices, strict=True):
        if quantity is None or price is None:
            add(_one({"quantity": quantity, "unit_price": price})[0])
            continue
        pieces, each = known[quantity], known[price]
        exact = pieces * each
        amount = (exact + PLACES // 2) // PLACES if exact >= 0 else -((PLACES // 2 - exact) // PLACES)
        add((pieces, each, None, None, amount))
    return found


def _one(given: dict[str, Decimal | None]) -> tuple[Figures | Said, bool]:
    """The figures of one line, and whether price and amount agree."""
    try:
        line: LineFigures = line_figures(**given)
    except RuleBroken as broken:
        return Said(broken.code, broken.facts, broken.field or ""), True
    except InvalidOperation:  # more digits than arithmetic keeps
        return _HUGE, True
    values = (line.quantity, line.unit_price, line.discount, line.unit_cost, line.amount)
    figures = tuple(None if one is None else scaled(one) for one in values)
    if any(one is not None and abs(one) >= LIMIT for one in figures):
        return _HUGE, True
    return figures, line.agrees


def scaled(value: Decimal) -> int:
    """`value` in ten-thousandths, half up."""
    return int((value * PLACES).to_integral_value(ROUND_HALF_UP))


def settle_totals(checked: Checked, buyers: Iterable[Buyer]) -> None:
    """Where the lines have no money of their own, take what the sheet says of the order; refuse it without any amount.

    One total, or the same in every row, is the order's and stands at its first line; different ones are the lines'.
    """
    if {one.field.key for one in checked.columns} & {"line.unit_price", "line.amount"}:
        return
    totals = checked.column("order.amount") or [None] * len(checked.rows)
    for buyer in buyers:
        for key, order in list(buyer.orders.items()):
            said = [totals[at] for at in order.rows]
            given = [one for one in said if one is not None]
            if not given:
                del buyer.orders[key]
                for at in order.rows:
                    checked.results.decide(at, Outcome.REFUSED, Said("no_amount", {}, "order.amount"))
                continue
            shares = [scaled(one or Decimal(0)) for one in said]
            if len(set(given)) == 1:
                shares = [scaled(given[0])] + [0] * (len(said) - 1)
            order.total = sum(shares)
            order.lines = [(*line[:-1], share) for line, share in zip(order.lines, shares, strict=False)]


def turn_returns(orders: Iterable[PlannedOrder]) -> None:
    """Goods that came back count negative, also in a sheet that says 退货 and writes the figures without a minus."""
    for order in orders:
        if order.kind is OrderKind.RETURN and order.amount() > 0:
            order.total = None if order.total is None else -order.total
            order.lines = [
                (*head, None if quantity is None else -quantity, price, discount, cost, -amount)
                for *head, quantity, price, discount, cost, amount in order.lines
            ]
