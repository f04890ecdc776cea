"""By what the lists of the pool are sorted, and what their rows are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db.queries.recall import ExemptionRow, PoolRow
from desktop.services.desk.recall import RecallRow
from desktop.ui.kit.list_view import ListView
from desktop.ui.screens.desk.recall.recall_columns import region

PROPOSALS: dict[str, Callable[[RecallRow], Any]] = {
    "name": lambda row: row.customer.name,
    "tier": lambda row: (row.customer.tier is None, row.customer.tier or ""),
    "owner": lambda row: row.customer.owner,
    "left": lambda row: row.left,
    "why": lambda row: row.reasons[0].why,
    "contact": lambda row: str(row.customer.contacted_on or ""),
    "bought": lambda row: str(row.customer.bought_on or ""),
}
POOL: dict[str, Callable[[PoolRow], Any]] = {
    "name": lambda row: row.name,
    "tier": lambda row: (row.tier is None, row.tier or ""),
    "stage": lambda row: row.stage,
    "region": region,
    "contact": lambda row: str(row.contacted_on or ""),
    "bought": lambda row: str(row.bought_on or ""),
    "next": lambda row: str(row.planned_on or "9"),
}
EXEMPT: dict[str, Callable[[ExemptionRow], Any]] = {
    "name": lambda row: row.customer,
    "until": lambda row: str(row.until or "9"),
    "by": lambda row: row.rep or "",
    "made": lambda row: row.made_on,
}


def name_of(row: Any) -> str:
    """What the customer of a row is called."""
    if isinstance(row, RecallRow):
        return row.customer.name
    return str(row.customer if isinstance(row, ExemptionRow) else row.name)


def in_order(view: ListView, rows: Sequence[Any], by: dict[str, Callable[[Any], Any]]) -> list[Any]:
    """The rows as the head of their list wants them sorted."""
    sort, descending = view.head.sorted_by or ("", False)
    return sorted(rows, key=by[sort], reverse=descending) if sort in by else list(rows)
