"""Money: exact in code (`Decimal`, yuan). Lines keep four decimals, an order rounds once, to fen, half up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.rules.cells import Cell, is_blank, text_of
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import decimal_of, from_float, half_width

LINE_PLACES = Decimal("0.0001")
FEN = Decimal("0.01")
TOO_LARGE = Decimal(10) ** 13  # beyond it four decimals no longer fit the integers of the file

_FOREIGN = re.compile(r"\$|€|£|美元|美金|港币|港元|欧元|英镑|日元|usd|hkd|eur|gbp|jpy", re.IGNORECASE)
_AROUND = re.compile(
    r"(?P<minus>-?)(?:¥|rmb|cny|人民币)?(?P<inner>-?)(?P<number>[\d.,]+(?:e[+-]?\d+)?)(?P<step>百万|千万|万|千|亿)?"
    r"(?:人民币|rmb|cny|元|块钱?|圆)?整?(?P<behind>-?)",
    re.IGNORECASE,
)
_STEPS = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


def read_money(cell: Cell, field: str | None = None) -> Decimal | None:
    """The amount as written, in yuan, not rounded; None for an empty cell.

    ￥1,234.50, 1.2万, 300元, (123) and 123- (negative), full width. Raises RuleBroken: bad_money, foreign_currency or
    money_too_large, each with text=…. A cell that says "about" or "more than" is no amount.
    """
    if isinstance(cell, str):
        text = text_of(cell)
        if not text:
            return None
        value = decimal_of(text)
        if value is None:
            value = _with_marks(half_width(text), field)
    elif is_blank(cell):
        return None
    elif isinstance(cell, float):
        value = from_float(cell)
    else:
        value = Decimal(cell) if isinstance(cell, int) and not isinstance(cell, bool) else None
    if value is None:
        raise RuleBroken("bad_money", field, text=text_of(cell))
    if abs(value) >= TOO_LARGE:
        raise RuleBroken("money_too_large", field, text=text_of(cell))
    return value


def _with_marks(text: str, field: str | None) -> Decimal | None:
    if _FOREIGN.search(text):
        raise RuleBroken("foreign_currency", field, text=text)
    bracketed = text.startswith("(") and text.endswith(")")
    found = _AROUND.fullmatch(text[1:-1] if bracketed else text)
    if not found:
        return None
    value = decimal_of(found["number"])
    minuses = sum((bracketed, bool(found["minus"]), bool(found["inner"]), bool(found["behind"])))
    if value is None or minuses > 1:
        return None
    return value * _STEPS.get(found["step"] or "", 1) * (-1 if minuses else 1)


def line_amount(quantity: Decimal, unit_price: Decimal, discount: Decimal | None = None) -> Decimal:
    """What a line comes to, four decimals half up: quantity × unit price × (1 − discount); discount 0.4 is 40 % off."""
    amount = quantity * unit_price
    if discount:
        amount *= 1 - discount
    return amount.quantize(LINE_PLACES, ROUND_HALF_UP)


def order_total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of the lines, rounded once, to fen, half up."""
    return to_fen(sum(amounts, Decimal(0)))


def to_fen(amount: Decimal) -> Decimal:
    """`amount` at two decimals, half up (away from zero)."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def show_money(amount: Decimal, sign: str = "￥") -> str:
    """-￥1,234.50: the sign of currency, thousands, two decimals (more where a line has parts of a fen)."""
    exact = amount.quantize(LINE_PLACES, ROUND_HALF_UP)
    shown = to_fen(exact)
    if shown != exact:
        shown = exact.normalize()
    return f"{'-' if shown < 0 else ''}{sign}{abs(shown):,f}"


@dataclass(frozen=True, slots=True)
class LineFigures:
    """The figures of one order line as they are stored; `agrees` is False where price and amount contradict."""

    quantity: Decimal | None
    unit_price: Decimal | None
    discount: Decimal | None
    unit_cost: Decimal | None
    amount: Decimal
    agrees: bool = True


def line_figures(
    *,
    quantity: Decimal | None = None,
    unit_price: Decimal | None = None,
    discount: Decimal | None = None,
    amount: Decimal | None = None,
    unit_cost: Decimal | None = None,
    cost: Decimal | None = None,
    profit: Decimal | None = None,
) -> LineFigures:
    """What an order line counts for, from what a sheet says of it.

    * A stated amount is what was agreed: it stands, already after any discount, and is never worked out again. The unit
      price is then taken as it is stated, or stays unknown: dividing would make up a price.
    * Without an amount it is quantity × unit price × (1 − discount); a missing quantity is one piece.
    * Cost per unit is as stated, else cost of the line ÷ quantity, else (amount − profit) ÷ quantity.
    Raises RuleBroken("line_without_amount") where neither an amount nor a unit price is given.
    """
    agrees = True
    if amount is None:
        if unit_price is None:
            raise RuleBroken("line_without_amount", "line.amount")
        quantity = Decimal(1) if quantity is None else quantity
        amount = line_amount(quantity, unit_price, discount)
    else:
        amount = amount.quantize(LINE_PLACES, ROUND_HALF_UP)
        if quantity is not None and unit_price is not None:
            agrees = abs(line_amount(quantity, unit_price, discount) - amount) <= FEN
    if unit_cost is None and cost is None and profit is not None:
        cost = amount - profit
    if unit_cost is None and cost is not None:
        unit_cost = (cost / (quantity or 1)).quantize(LINE_PLACES, ROUND_HALF_UP)
    return LineFigures(quantity, unit_price, discount, unit_cost, amount, agrees)
