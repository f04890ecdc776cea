"""Write the values of one form into one row: texts tidied, lengths held against the columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from db import journal
from db.deletion import delete_with_children
from desktop.rules.errors import RuleBroken


def tidy(model: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` with texts trimmed and empty ones None. RuleBroken("too_long") at what its column does not hold."""
    tidied = {name: (value.strip() or None) if type(value) is str else value for name, value in values.items()}
    for name, value in tidied.items():
        longest = getattr(model.__table__.c[name].type, "length", None)
        if type(value) is str and longest is not None and len(value) > longest:
            raise RuleBroken("too_long", name, longest=longest, length=len(value))
    return tidied


def put_row(session: Session, model: Any, row_id: int, customer_id: int, values: Mapping[str, Any]) -> int:
    """Make a row of this customer (`row_id` 0), or write what is new in one; returns its id. RuleBroken("gone")."""
    if not row_id:
        row = model(customer_id=customer_id, **values)
        session.add(row)
        session.flush()
        return int(row.id)
    row = session.get(model, row_id)
    if row is None:
        raise RuleBroken("gone")
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    return row_id


def delete_row(session: Session, table: str, row_id: int) -> None:
    """Put one record with what belongs to it in the recycle bin."""
    delete_with_children(session, journal.table_named(table), [row_id])
