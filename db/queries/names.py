"""What records are called, the deleted ones too: for whoever shows a reference to a person."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Change
from db.vocabulary import ChangeKind

# The column a record is called by. What is not here has no name of its own.
CALLED_BY = {
    "customer": "name",
    "contact": "name",
    "rep": "name",
    "tag": "name",
    "product": "name",
    "attachment": "name",
    "reach": "value",
    "sales_order": "number",
    "order_line": "product_name",
}
_CHUNK = 400


def target_of(table: str, field: str) -> str | None:
    """The table that a field points at, None for a field with a value of its own."""
    columns = journal.table_named(table).c
    keys = columns[field].foreign_keys if field in columns else set()
    return next((key.column.table.name for key in keys), None)


def record_names(session: Session, records: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """{(table, record id): name} of those that have one; of a deleted record what the journal last called it."""
    wanted: dict[str, set[int]] = {}
    for table, record_id in records:
        if table in CALLED_BY:
            wanted.setdefault(table, set()).add(record_id)
    names: dict[tuple[str, int], str] = {}
    for table, ids in wanted.items():
        columns = journal.table_named(table).c
        ordered = sorted(ids)
        for start in range(0, len(ordered), _CHUNK):
            part = ordered[start : start + _CHUNK]
            query = select(columns.id, columns[CALLED_BY[table]]).where(columns.id.in_(part))
            names |= _deleted(session, table, part)
            names |= {(table, record_id): name for record_id, name in session.execute(query) if name}
    return names


def _deleted(session: Session, table: str, ids: list[int]) -> dict[tuple[str, int], str]:
    query = select(Change.record_id, Change.fields).where(
        Change.table_name == table, Change.record_id.in_(ids), Change.kind == ChangeKind.DELETED
    )
    names = {}
    for record_id, fields in session.execute(query.order_by(Change.action_id)):
        old = json.loads(fields).get(CALLED_BY[table], [None])[0]
        if old:
            names[table, record_id] = str(old)
    return names
