"""Orders: rows become lines, lines with one number become an order, and its customer is found or made.

Built for a hundred thousand lines: figures are integers of ten-thousandths from the moment they are read, and rows are
written as they are stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import Customer, Order, Product
from db.search.name_key import name_key
from db.vocabulary import CustomerKind, OrderKind, OrderState, Stage
from desktop.progress import Progress
from desktop.rules.name_kinds import guess_kind
from desktop.services.exchange.check import Checked, said_of
from desktop.services.exchange.order_figures import figures_of, scaled
from desktop.services.exchange.outcome import Outcome, Results, Said

PLACES = 10_000
NEEDED = ("order.date", "line.quantity", "line.unit_price", "line.amount", "order.amount")


@dataclass(slots=True)
class PlannedOrder:
    """One order to be made; `lines` hold (row, product key, category, quantity, price, discount, cost, amount)."""

    number: str | None
    ordered_on: date
    state: OrderState
    kind: OrderKind | None
    total: int | None  # in ten-thousandths, where the sheet states it
    note: str | None
    rows: list[int] = field(default_factory=list)
    lines: list[tuple[Any, ...]] = field(default_factory=list)

    def amount(self) -> int:
        """In fen, rounded once, half away from zero."""
        exact: int = sum(line[-1] for line in self.lines) if self.lines else (self.total or 0)
        return (abs(exact) + 50) // 100 * (1 if exact >= 0 else -1)


@dataclass(slots=True)
class PlannedBuyer:
    """A customer of the sheet: found in the file (`id`) or to be made."""

    number: str | None
    name: str
    id: int | None = None
    orders: dict[object, PlannedOrder] = field(default_factory=dict)


@dataclass(slots=True)
class OrdersPlan:
    """What an import of orders would write."""

    buyers: list[PlannedBuyer]
    products: dict[object, tuple[str | None, str, str | None, str | None]]  # key: code, name, category, unit
    results: Results


def plan_orders(session: Session, checked: Checked, progress: Progress) -> OrdersPlan:
    """Match the rows with the file: whose order each one is, and which orders are there already."""
    progress.step("matching")
    buyers = _buyers(session, checked)
    products: dict[object, tuple[str | None, str, str | None, str | None]] = {}
    _collect(checked, buyers, products, progress)
    unique = list({id(one): one for one in buyers if one is not None}.values())
    _drop_known(session, unique, checked.results)
    return OrdersPlan(unique, products, checked.results)


def _buyers(session: Session, checked: Checked) -> list[PlannedBuyer | None]:
    """The buyer of each row; None where the row names none, which refuses it."""
    results = checked.results
    count = len(checked.rows)
    numbers = checked.column("customer.number") or [None] * count
    names = checked.column("customer.name") or [None] * count
    _refuse_faults(checked)
    known: dict[object, PlannedBuyer] = {}
    found: list[PlannedBuyer | None] = []
    nobody = Said("no_customer")
    for at in range(count):
        number, name = numbers[at], names[at]
        if results.outcomes[at] is not None or not (number or name):
            results.decide(at, Outcome.REFUSED, nobody) if results.outcomes[at] is None else None
            found.append(None)
            continue
        key = number if number is not None else ("name", name_key(name))
        buyer = known.get(key)
        if buyer is None:
            buyer = known[key] = PlannedBuyer(number, name or number)
        found.append(buyer)
    _find_buyers(session, list(known.values()))
    return found


def _refuse_faults(checked: Checked) -> None:
    """A row whose day or figures cannot be read would be a wrong order: it is refused with its reason."""
    for column in checked.columns:
        for at, broken in column.faults.items():
            if column.field.key in NEEDED or column.field.key.startswith("customer."):
                checked.results.decide(at, Outcome.REFUSED, said_of(broken, column))
            else:
                checked.results.remark(at, said_of(broken, column))


def _find_buyers(session: Session, buyers: list[PlannedBuyer]) -> None:
    numbered = {one.number: one for one in buyers if one.number is not None}
    for chunk in journal.chunks(list(numbered)):
        for number, key in session.execute(select(Customer.number, Customer.id).where(Customer.number.in_(chunk))):
            numbered[str(number)].id = key
    named = {name_key(one.name): one for one in buyers if not one.number}
    for chunk in journal.chunks(list(named)):
        query = select(Customer.name_key, Customer.id).where(Customer.name_key.in_(chunk)).order_by(Customer.id.desc())
        for text, found in session.execute(query):
            named[text].id = found


def _collect(
    checked: Checked, buyers: list[PlannedBuyer | None], products: dict[object, Any], progress: Progress
) -> None:
    count = len(checked.rows)
    empty = [None] * count

    def values(key: str) -> list[Any]:
        return checked.column(key) or empty

    days, order_numbers = values("order.date"), values("order.number")
    totals, states, kinds, notes = values("order.amount"), values("order.state"), values("order.kind"), _notes(checked)
    codes, names, categories, units = (values(f"line.{one}") for one in ("product_code", "product", "category", "unit"))
    figures = figures_of(checked)
    has_lines = any(one.field.key.startswith("line.") for one in checked.columns)
    no_day = Said("date_missing", {}, "order.date")
    results = checked.results
    for at, buyer in enumerate(buyers):
        if at % 2000 == 0:
            progress.at(at, count)
        if buyer is None:
            continue
        if days[at] is None:
            results.decide(at, Outcome.REFUSED, no_day)
            continue
        line = figures[at] if has_lines else None
        if isinstance(line, Said):
            results.decide(at, Outcome.REFUSED, line)
            continue
        number = order_numbers[at]
        key: object = number if number is not None else at
        order = buyer.orders.get(key)
        if order is None:
            total = None if totals[at] is None else scaled(totals[at])
            state = states[at] or OrderState.CONFIRMED
            order = PlannedOrder(number, days[at], state, kinds[at], total, notes[at])
            buyer.orders[key] = order
        order.rows.append(at)
        if line is not None:
            order.lines.append(
                (_product(products, codes[at], names[at], categories[at], units[at]), names[at], categories[at], *line)
            )


def _notes(checked: Checked) -> list[str | None]:
    notes: list[str | None] = [None] * len(checked.rows)
    for column in checked.columns:
        if column.field.key == "order.note":
            notes = ["\n".join(filter(None, pair)) or None for pair in zip(notes, column.values, strict=True)]
    return notes


def _product(products: dict[object, Any], code: str | None, name: str | None, category: Any, unit: Any) -> object:
    if not (code or name):
        return None
    key: object = code or ("name", name)
    if key not in products:
        products[key] = (code, name or code, category, unit)
    elif name and products[key][1] == code:
        products[key] = (code, name, category, unit)
    return key


def _drop_known(session: Session, buyers: Sequence[PlannedBuyer], results: Results) -> None:
    """Leave out orders the file has already: the same number, or the same day and amount where there is no number."""
    by_id = {one.id: one for one in buyers if one.id is not None}
    numbers: set[tuple[int, str]] = set()
    unnumbered: Counter[tuple[int, date, int]] = Counter()
    for chunk in journal.chunks(list(by_id)):
        query = select(Order.customer_id, Order.number, Order.ordered_on, Order.amount)
        for customer, number, day, amount in session.execute(query.where(Order.customer_id.in_(chunk))):
            if number is None:
                unnumbered[(customer, day, int(amount * 100))] += 1
            else:
                numbers.add((customer, number))
    for customer, buyer in by_id.items():
        for key, order in list(buyer.orders.items()):
            same = (customer, order.ordered_on, order.amount())
            known = (customer, order.number) in numbers if order.number else unnumbered[same] > 0
            if known:
                unnumbered[same] -= 0 if order.number else 1
                del buyer.orders[key]
                for at in order.rows:
                    results.decide(at, Outcome.SKIPPED, Said("known_order", {"number": order.number or ""}))


def write_orders(session: Session, plan: OrdersPlan, progress: Progress) -> dict[str, int]:
    """Write what the plan says, in the running action; returns the number of records made per table."""
    progress.step("writing")
    buyers = [one for one in plan.buyers if one.orders]
    strangers = [one for one in buyers if one.id is None]
    _write_buyers(session, strangers)
    products = _write_products(session, plan)
    orders = [(buyer, order) for buyer in buyers for order in buyer.orders.values()]
    orders.sort(key=lambda pair: pair[1].ordered_on)
    order_ids = new_block(len(orders))
    _write_order_rows(session, orders, order_ids)
    lines = _write_lines(session, orders, order_ids, products)
    for _, order in orders:
        for at in order.rows:
            plan.results.decide(at, Outcome.CREATED)
    return {"customers": len(strangers), "orders": len(orders), "lines": lines}


def _write_buyers(session: Session, new: list[PlannedBuyer]) -> None:
    columns = ("id", "kind", "number", "name", "stage", "pinyin", "name_key", "search_text")
    rows = []
    for one, key in zip(new, new_block(len(new)), strict=True):
        one.id = key
        kind = guess_kind(one.name) if one.name != one.number else CustomerKind.COMPANY
        rows.append((key, kind.value, one.number, one.name[:500], Stage.WON.value, "", "", ""))
    journal.bulk_create_stored(session, journal.table_named("customer"), columns, rows)


def _write_products(session: Session, plan: OrdersPlan) -> dict[object, int]:
    known: dict[object, int] = {}
    for found, code, name in session.execute(select(Product.id, Product.code, Product.name)):
        known[code or ("name", name)] = found
    new = [key for key in plan.products if key not in known]
    rows = []
    for key, one in zip(new, new_block(len(new)), strict=True):
        code, name, category, unit = plan.products[key]
        known[key] = one
        rows.append((one, code, name[:500], category, unit, 1))
    columns = ("id", "code", "name", "category", "unit", "active")
    journal.bulk_create_stored(session, journal.table_named("product"), columns, rows)
    return known


def _write_order_rows(session: Session, orders: Sequence[tuple[PlannedBuyer, PlannedOrder]], ids: list[int]) -> None:
    rows = []
    for (buyer, order), key in zip(orders, ids, strict=True):
        amount = order.amount()
        kind = order.kind or (OrderKind.RETURN if amount < 0 else OrderKind.PURCHASE)
        rows.append(
            (
                key,
                order.number,
                buyer.id,
                order.ordered_on.isoformat(),
                kind.value,
                order.state.value,
                amount,
                order.note,
            )
        )
    columns = ("id", "number", "customer_id", "ordered_on", "kind", "state", "amount", "note")
    journal.bulk_create_stored(session, journal.table_named("sales_order"), columns, rows)


def _write_lines(
    session: Session,
    orders: Sequence[tuple[PlannedBuyer, PlannedOrder]],
    order_ids: list[int],
    products: dict[object, int],
) -> int:
    ids = iter(new_block(sum(len(order.lines) for _, order in orders)))
    find = products.get
    rows = [
        (next(ids), order_id, position, find(product), name, category, *figures)
        for (_, order), order_id in zip(orders, order_ids, strict=True)
        for position, (product, name, category, *figures) in enumerate(order.lines, 1)
    ]
    columns = (
        "id", "order_id", "position", "product_id", "product_name", "category", "quantity", "unit_price", "discount",
        "unit_cost", "amount",
    )  # fmt: skip
    journal.bulk_create_stored(session, journal.table_named("order_line"), columns, rows)
    return len(rows)
