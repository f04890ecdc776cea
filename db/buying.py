"""What a customer's buying looks like, and what an order cost: kept by the Store whenever orders or lines change.

Days of confirmed purchases only: first, last, how many, and the median of the days between them. With these the
lifecycle on any day is a comparison of columns. Of an order: what the lines with a known cost count for, and that cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, select, text, update

from db.models import Customer
from db.vocabulary import ChangeKind, OrderKind, OrderState

if TYPE_CHECKING:
    from db.journal import Recorder

DECIDING = frozenset({"customer_id", "ordered_on", "kind", "state", "amount"})  # of an order, for the days
COSTING = frozenset({"order_id", "amount", "quantity", "unit_cost"})  # of a line, for the cost
_CHUNK = 500
_CUSTOMER: Table = Customer.metadata.tables["customer"]
_ORDER: Table = Customer.metadata.tables["sales_order"]


def keep_buying(connection: Connection, recorder: Recorder) -> None:
    """Derive again what the recorded changes of orders and lines touch."""
    keep_costs(connection, _orders_of_lines(connection, recorder))
    keep_days(connection, _customers_of_orders(connection, recorder))


def _customers_of_orders(connection: Connection, recorder: Recorder) -> set[int]:
    found: set[int] = set()
    for touched in recorder.records.get("sales_order", {}).values():
        if touched.kind is ChangeKind.CHANGED and not touched.remade and not DECIDING & touched.fields.keys():
            continue
        before = touched.fields.get("customer_id", [None])[0]
        found |= {one for one in (touched.subject_id, before) if one is not None}
    for ids in recorder.bulk.get("sales_order", []):
        for chunk in _chunks(ids):
            found |= set(connection.scalars(select(_ORDER.c.customer_id).where(_ORDER.c.id.in_(chunk))))
    return found


def _orders_of_lines(connection: Connection, recorder: Recorder) -> set[int]:
    lines: list[int] = []
    found: set[int] = set()
    for line_id, touched in recorder.records.get("order_line", {}).items():
        if touched.kind is ChangeKind.CHANGED and not touched.remade and not COSTING & touched.fields.keys():
            continue
        found |= {one for one in touched.fields.get("order_id", ()) if one is not None}
        lines.append(line_id)
    # An order that comes back out of the recycle bin has lost what was derived.
    found |= {one for one, touched in recorder.records.get("sales_order", {}).items() if touched.remade}
    found |= {one for one, t in recorder.records.get("sales_order", {}).items() if t.kind is ChangeKind.CREATED}
    for ids in (lines, *recorder.bulk.get("order_line", [])):
        for chunk in _chunks(ids):
            marks = _marks(chunk)
            found |= set(connection.scalars(text(f"SELECT DISTINCT order_id FROM order_line WHERE id IN ({marks})")))
    return found


def keep_days(connection: Connection, customer_ids: Iterable[int]) -> None:
    """Write the days of buying of these customers anew."""
    for chunk in _chunks(sorted(customer_ids)):
        query = (
            select(_ORDER.c.customer_id, _ORDER.c.ordered_on)
            .where(_ORDER.c.customer_id.in_(chunk), _ORDER.c.state == OrderState.CONFIRMED)
            .where(_ORDER.c.kind == OrderKind.PURCHASE, _ORDER.c.amount > 0)
            .distinct()
            .order_by(_ORDER.c.customer_id, _ORDER.c.ordered_on)
        )
        rows = {one: _nothing(one) for one in chunk}
        for one, bought in groupby(connection.execute(query), key=lambda row: row[0]):
            rows[one] = _buying(one, [row[1] for row in bought])
        names = ("first_bought_on", "last_bought_on", "bought_days", "usual_gap")
        statement = update(_CUSTOMER).where(_CUSTOMER.c.id == bindparam("_id"))
        connection.execute(statement.values({name: bindparam(f"_{name}") for name in names}), list(rows.values()))


def _nothing(customer_id: int) -> dict[str, Any]:
    return {
        "_id": customer_id,
        "_first_bought_on": None,
        "_last_bought_on": None,
        "_bought_days": None,
        "_usual_gap": None,
    }


def _buying(customer_id: int, days: Sequence[date]) -> dict[str, Any]:
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return {
        "_id": customer_id,
        "_first_bought_on": days[0],
        "_last_bought_on": days[-1],
        "_bought_days": len(days),
        "_usual_gap": median(gaps) if gaps else None,
    }


def keep_costs(connection: Connection, order_ids: Iterable[int]) -> None:
    """Write what these orders cost anew, each rounded once, half away from nothing."""
    for chunk in _chunks(sorted(order_ids)):
        marks = _marks(chunk)
        rows = connection.execute(
            text(
                "SELECT order_id, sum(amount), sum(unit_cost * quantity) FROM order_line "
                f"WHERE order_id IN ({marks}) AND unit_cost IS NOT NULL AND quantity IS NOT NULL GROUP BY order_id"
            )
        )
        known = {one: (_rounded(amount, 100), _rounded(cost, 1_000_000)) for one, amount, cost in rows}
        # A new order without a known cost is as it should be already.
        emptied = f"UPDATE sales_order SET costed = NULL, cost = NULL WHERE id IN ({marks}) AND cost IS NOT NULL"
        connection.exec_driver_sql(emptied)
        if known:
            connection.exec_driver_sql(
                "UPDATE sales_order SET costed = ?, cost = ? WHERE id = ?",
                [(amount, cost, one) for one, (amount, cost) in known.items()],
            )


def _rounded(units: int, by: int) -> int:
    half = by // 2
    return (units + half) // by if units >= 0 else -((-units + half) // by)


def _marks(ids: Sequence[int]) -> str:
    return ",".join(str(int(one)) for one in ids)


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))


__all__ = ["keep_buying", "keep_costs", "keep_days"]
