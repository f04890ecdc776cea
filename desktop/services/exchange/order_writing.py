"""Write planned orders with their lines, products and new customers, as they are stored."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import Product
from db.vocabulary import OrderKind
from desktop.progress import Progress
from desktop.services.exchange.buyers import Buyer, PlannedOrder, write_buyers
from desktop.services.exchange.orders import OrdersPlan

Placed = tuple[Buyer, PlannedOrder]


def write_orders(session: Session, plan: OrdersPlan, progress: Progress) -> dict[str, int]:
    """Write what the plan says, in the running action; returns the number of records made per table."""
    progress.step("writing")
    made = write_buyers(session, plan.buyers)
    orders = [(buyer, order) for buyer in plan.buyers for order in buyer.orders.values()]
    orders.sort(key=lambda placed: placed[1].ordered_on)
    products, new_products = _write_products(session, plan, orders)
    order_ids = new_block(len(orders))
    progress.look()
    _write_order_rows(session, orders, order_ids)
    progress.look()
    lines = _write_lines(session, orders, order_ids, products)
    progress.look()
    return {**made, "orders": len(orders), "lines": lines, "products": new_products}


def _write_products(session: Session, plan: OrdersPlan, orders: Sequence[Placed]) -> tuple[dict[object, int], int]:
    """{key of a product: its id} and how many were made: those of lines that are written and not in the file."""
    used = {line[0] for _, order in orders for line in order.lines}
    known: dict[object, int] = {}
    for found, code, name in session.execute(select(Product.id, Product.code, Product.name)):
        known[code or ("name", name)] = found
    new = [key for key in plan.products if key not in known and key in used]
    rows = []
    for key, one in zip(new, new_block(len(new)), strict=True):
        code, name, category, unit = plan.products[key]
        known[key] = one
        rows.append((one, code, name, category, unit, 1))
    columns = ("id", "code", "name", "category", "unit", "active")
    journal.bulk_create_stored(session, journal.table_named("product"), columns, rows)
    return known, len(new)


def _write_order_rows(session: Session, orders: Sequence[Placed], ids: list[int]) -> None:
    rows = []
    for (buyer, order), key in zip(orders, ids, strict=True):
        amount = order.amount()
        kind = order.kind or (OrderKind.RETURN if amount < 0 else OrderKind.PURCHASE)
        day = order.ordered_on.isoformat()
        delivered = None if order.delivered_on is None or kind is OrderKind.RETURN else order.delivered_on.isoformat()
        head = (key, order.number, buyer.id, order.rep, day, kind.value, order.state.value, amount, order.note)
        rows.append((*head, delivered))
    columns = (
        "id", "number", "customer_id", "rep_id", "ordered_on", "kind", "state", "amount", "note", "delivered_on",
    )  # fmt: skip
    journal.bulk_create_stored(session, journal.table_named("sales_order"), columns, rows)


def _write_lines(session: Session, orders: Sequence[Placed], order_ids: list[int], products: dict[object, int]) -> int:
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
