"""What a customer's buying looks like, and what an order cost: kept by the Store whenever orders or lines change.

Days of confirmed purchases only: first, last, how many, and the median of the days between them. With these the
lifecycle on any day is a comparison of columns. Of an order: what the lines with a known cost count for, and that cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from db.vocabulary import ChangeKind

if TYPE_CHECKING:
    from db.journal import Recorder

DECIDING = frozenset({"customer_id", "ordered_on", "kind", "state", "amount"})  # of an order, for the days
COSTING = frozenset({"order_id", "amount", "quantity", "unit_cost"})  # of a line, for the cost
_CHUNK = 500


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
        found |= _in_block(connection, "SELECT DISTINCT customer_id FROM sales_order", ids)
    return found


def _orders_of_lines(connection: Connection, recorder: Recorder) -> set[int]:
    """Orders whose known cost may be another now; new lines in bulk count where they say their cost."""
    lines: list[int] = []
    found: set[int] = set()
    for line_id, touched in recorder.records.get("order_line", {}).items():
        if touched.kind is ChangeKind.CHANGED and not touched.remade and not COSTING & touched.fields.keys():
            continue
        found |= {one for one in touched.fields.get("order_id", ()) if one is not None}
        lines.append(line_id)
    found |= {one for one, touched in recorder.records.get("sales_order", {}).items() if touched.remade}
    for chunk in _chunks(lines):
        found |= set(
            connection.scalars(text(f"SELECT DISTINCT order_id FROM order_line WHERE id IN ({_marks(chunk)})"))
        )
    for ids in recorder.bulk.get("order_line", []):
        found |= _in_block(connection, "SELECT DISTINCT order_id FROM order_line", ids, "AND unit_cost IS NOT NULL")
    return found


def _in_block(connection: Connection, select: str, ids: Sequence[int], also: str = "") -> set[int]:
    """What is asked of the rows of a bulk creation; those of others between them do no harm."""
    sql = text(f"{select} WHERE id BETWEEN :first AND :last {also}")
    return set(connection.scalars(sql, {"first": ids[0], "last": ids[-1]})) if ids else set()


def keep_days(connection: Connection, customer_ids: Iterable[int]) -> None:
    """Write the days of buying of these customers anew."""
    for chunk in _chunks(sorted(customer_ids)):
        query = text(
            "SELECT DISTINCT customer_id, ordered_on FROM sales_order WHERE state = 'confirmed' AND kind = 'purchase' "
            f"AND amount > 0 AND customer_id IN ({_marks(chunk)}) ORDER BY customer_id, ordered_on"
        )
        rows = dict.fromkeys(chunk, NOTHING)
        for one, bought in groupby(connection.execute(query), key=itemgetter(0)):
            rows[one] = _buying([row[1] for row in bought])
        connection.exec_driver_sql(
            "UPDATE customer SET first_bought_on = ?, last_bought_on = ?, bought_days = ?, usual_gap = ? WHERE id = ?",
            [(*values, one) for one, values in rows.items()],
        )


NOTHING: tuple[Any, ...] = (None, None, None, None)


def _buying(days: Sequence[str]) -> tuple[Any, ...]:
    """First and last day, number of days, and the median gap in ten-thousandths of a day, as they are stored."""
    numbers = [date.fromisoformat(day).toordinal() for day in days]
    gaps = [later - earlier for earlier, later in pairwise(numbers)]
    return days[0], days[-1], len(days), round(median(gaps) * 10_000) if gaps else None


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
