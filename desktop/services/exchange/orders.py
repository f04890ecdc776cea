"""Orders: rows become lines, lines with one number become an order, and its customer is found or made.

Built for a hundred thousand lines: figures are integers of ten-thousandths from the moment they are read, and rows are
written as they are stored. An order is known again by its customer and number, or by its customer, day and amount
where it has none; `match = ["order.number"]` in a mapping file says that the number alone is enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Order
from db.vocabulary import OrderState
from desktop.progress import Progress
from desktop.services.exchange.buyers import Buyer, PlannedOrder, buyers_of
from desktop.services.exchange.check import Checked, said_of
from desktop.services.exchange.order_figures import figures_of, scaled, settle_totals, turn_returns
from desktop.services.exchange.outcome import Outcome, Results, Said
from desktop.services.exchange.reps import Reps

# Without these a row would be a wrong order; `line.discount` only where the amount is worked out with it.
NEEDED = (
    "order.date", "order.number", "order.amount",
    "line.product_code", "line.quantity", "line.unit_price", "line.amount",
)  # fmt: skip
Products = dict[object, tuple[str | None, str, str | None, str | None]]


@dataclass(slots=True)
class OrdersPlan:
    """What an import of orders would write."""

    buyers: list[Buyer]
    products: Products  # key: code, name, category, unit
    results: Results


def plan_orders(session: Session, checked: Checked, progress: Progress) -> OrdersPlan:
    """Match the rows with the file: whose order each one is, and which orders are there already."""
    progress.step("matching")
    _refuse_faults(checked)
    by_number = "order.number" in checked.proposal.match_keys
    buyers = buyers_of(session, checked)
    if by_number:
        _one_buyer_each(checked, buyers)
    products: Products = {}
    _collect(checked, buyers, products, Reps(session), progress)
    unique = list({id(one): one for one in buyers if one is not None}.values())
    settle_totals(checked, unique)
    turn_returns(order for one in unique for order in one.orders.values())
    _remark_shared(unique, checked.results)
    _drop_known(session, unique, checked.results, by_number=by_number)
    return OrdersPlan([one for one in unique if one.orders], products, checked.results)


def _refuse_faults(checked: Checked) -> None:
    """A row whose day or figures cannot be read would be a wrong order: it is refused with its reason."""
    needed = NEEDED if checked.mapped("line.amount") else (*NEEDED, "line.discount")
    for column in checked.columns:
        for at, broken in column.faults.items():
            if column.field.key in needed or column.field.key.startswith("customer."):
                checked.results.decide(at, Outcome.REFUSED, said_of(broken, column))
            else:
                checked.results.remark(at, said_of(broken, column))


def _one_buyer_each(checked: Checked, buyers: list[Buyer | None]) -> None:
    """Give all rows with one order number to the buyer of the first."""
    first: dict[object, Buyer] = {}
    for at, number in enumerate(checked.column("order.number") or ()):
        buyer = buyers[at]
        if buyer is not None and number is not None:
            buyers[at] = first.setdefault(number, buyer)


def _collect(checked: Checked, buyers: list[Buyer | None], products: Products, reps: Reps, progress: Progress) -> None:
    count = len(checked.rows)
    empty = [None] * count

    def values(key: str) -> list[Any]:
        return checked.column(key) or empty

    days, order_numbers = values("order.date"), values("order.number")
    codes, names, categories, units = (values(f"line.{one}") for one in ("product_code", "product", "category", "unit"))
    heads = _Heads(checked, reps)
    figures = figures_of(checked)
    no_day = Said("no_date", {}, "order.date")
    results = checked.results
    outcomes = results.outcomes
    for at, buyer in enumerate(buyers):
        if at % 2000 == 0:
            progress.at(at, count)
        if buyer is None:
            continue
        if days[at] is None:
            results.decide(at, Outcome.REFUSED, no_day)
            continue
        line = figures[at]
        if isinstance(line, Said):
            results.decide(at, Outcome.REFUSED, line)
            continue
        number = order_numbers[at]
        key: object = number if number is not None else at
        order = buyer.orders.get(key)
        if order is None:
            order = buyer.orders[key] = heads.order(at, number, days[at])
        outcomes[at] = Outcome.CREATED
        order.rows.append(at)
        if line is not None:
            order.lines.append(
                (_product(products, codes[at], names[at], categories[at], units[at]), names[at], categories[at], *line)
            )


class _Heads:
    """What the first row of an order says of all of it."""

    def __init__(self, checked: Checked, reps: Reps) -> None:
        self._checked, self._reps = checked, reps
        self._columns = {key: checked.column(f"order.{key}") for key in ("amount", "state", "kind", "rep")}
        self._delivered = next((one for one in checked.columns if one.field.key == "order.delivered_on"), None)
        self._notes = [column.values for column in checked.columns if column.field.key == "order.note"]

    def order(self, at: int, number: str | None, day: date) -> PlannedOrder:
        """The order that begins with row `at`."""
        total, state, kind, rep = (None if one is None else one[at] for one in self._columns.values())
        notes = [column[at] for column in self._notes if column[at]]
        seller = self._reps.find(rep) if rep else None
        if rep and seller is None:
            header = next(one.header for one in self._checked.columns if one.field.key == "order.rep")
            self._checked.results.remark(at, Said("unknown_rep", {"name": rep}, header))
            notes.append(f"{header}：{rep}" if header else rep)
        exact = None if total is None else scaled(total)
        made = PlannedOrder(number, day, state or OrderState.CONFIRMED, kind, exact, "\n".join(notes) or None, seller)
        made.delivered_on = self._delivery(at, day)
        return made

    def _delivery(self, at: int, ordered_on: date) -> date | None:
        """The day of delivery; one before the order is left out and said."""
        column = self._delivered
        on = None if column is None else column.values[at]
        if column is not None and on is not None and on < ordered_on:
            said = Said("delivered_before_ordered", {"day": ordered_on.isoformat()}, column.header)
            self._checked.results.remark(at, said)
            return None
        return on


def _product(products: Products, code: str | None, name: str | None, category: Any, unit: Any) -> object:
    if not (code or name):
        return None
    key: object = code or ("name", name)
    known = products.get(key)
    if known is None:
        products[key] = (code, name or code or "", category, unit)
    elif name and known[1] == code:
        products[key] = (code, name, category, unit)
    return key


def _remark_shared(buyers: Sequence[Buyer], results: Results) -> None:
    """Say it where several customers share an order number: one order is kept for each of them."""
    holders = Counter(order.number for one in buyers for order in one.orders.values() if order.number is not None)
    shared = {number: count for number, count in holders.items() if count > 1}
    for buyer in buyers if shared else ():
        for order in buyer.orders.values():
            if order.number in shared:
                said = Said("order_number_shared", {"number": order.number, "count": shared[order.number]})
                for at in order.rows:
                    results.remark(at, said)


def _drop_known(session: Session, buyers: Sequence[Buyer], results: Results, *, by_number: bool) -> None:
    """Leave out orders the file has already."""
    numbered, unnumbered = _known(session, buyers, by_number=by_number)
    for buyer in buyers:
        for key, order in list(buyer.orders.items()):
            owner = None if by_number else buyer.id
            same = (buyer.id, order.ordered_on, order.amount())
            if order.number is not None:
                kept = numbered.get((owner, order.number))
            elif unnumbered[same] > 0:
                unnumbered[same] -= 1
                kept = same[2]
            else:
                kept = None
            if kept is not None:
                del buyer.orders[key]
                for at in order.rows:
                    results.outcomes[at] = Outcome.SKIPPED
                    results.reasons[at] = _known_order(order, kept)


def _known_order(order: PlannedOrder, kept: int) -> Said:
    facts: dict[str, object] = {"number": order.number or ""}
    if kept == order.amount():
        return Said("known_order", facts)
    return Said("known_order_differs", facts | {"kept": _yuan(kept), "sheet": _yuan(order.amount())})


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


Numbered = dict[tuple[int | None, str], int]


def _known(
    session: Session, buyers: Sequence[Buyer], *, by_number: bool
) -> tuple[Numbered, Counter[tuple[int | None, date, int]]]:
    """Amounts in fen of the orders in the file by customer (None: whoever) and number, and how many without one."""
    numbered: Numbered = {}
    unnumbered: Counter[tuple[int | None, date, int]] = Counter()
    columns = select(Order.customer_id, Order.number, Order.ordered_on, Order.amount)
    for ids in journal.chunks([one.id for one in buyers if one.id is not None]):
        for customer, number, day, amount in session.execute(columns.where(Order.customer_id.in_(ids))):
            if number is None:
                unnumbered[(customer, day, int(amount * 100))] += 1
            else:
                numbered[(customer, number)] = int(amount * 100)
    if by_number:
        wanted = sorted({order.number for one in buyers for order in one.orders.values() if order.number is not None})
        for chunk in journal.chunks(wanted):
            for _, number, _, amount in session.execute(columns.where(Order.number.in_(chunk))):
                numbered[(None, str(number))] = int(amount * 100)
    return numbered, unnumbered
