"""Deleting a record with all that belongs to it, found through the foreign keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Base


def children_of(name: str) -> list[tuple[Table, str]]:
    """Every (table, column) that points at the table `name`, the journal's own left out."""
    return [
        (table, key.parent.name)
        for table in Base.metadata.sorted_tables
        if table.name not in journal.JOURNAL_TABLES
        for key in table.foreign_keys
        if key.column.table.name == name
    ]


def delete_with_children(session: Session, table: Table, ids: list[int]) -> dict[str, int]:
    """Delete records and all that belongs to them, found through the foreign keys; the journal keeps everything.

    Returns {table: number deleted}. Columns that may be empty and point at a deleted record are emptied instead.
    """
    session.flush()
    doomed = everything_below(session, {table.name: ids})
    delete_records(session, doomed)
    return {name: len(found) for name, found in doomed.items() if found}


def everything_below(
    session: Session, roots: Mapping[str, Sequence[int]], *, leave: frozenset[str] = frozenset()
) -> dict[str, dict[int, None]]:
    """Those of the records {table: ids} that are there, and all that belongs to them but what lies in `leave`."""
    doomed = {name: _existing(session, journal.table_named(name), ids) for name, ids in roots.items()}
    waiting = list(doomed.items())
    while waiting:
        name, parents = waiting.pop()
        for child, column in children_of(name):
            if child.name not in leave and _owned(child, column):
                known = doomed.setdefault(child.name, {})
                found = {one: None for one in _pointing(session, child, column, parents) if one not in known}
                known |= found
                if found:
                    waiting.append((child.name, found))
    return doomed


def delete_records(session: Session, doomed: Mapping[str, Mapping[int, None]]) -> None:
    """Delete what `everything_below` found; columns that may be empty and point there are emptied."""
    for name, parents in doomed.items():
        for child, column in children_of(name):
            if not _owned(child, column):
                staying = [
                    one for one in _pointing(session, child, column, parents) if one not in doomed.get(child.name, {})
                ]
                journal.bulk_change(session, child, {one: {column: None} for one in staying})
    for one in reversed(Base.metadata.sorted_tables):
        journal.bulk_delete(session, one, list(doomed.get(one.name, {})))


def _existing(session: Session, table: Table, ids: Sequence[int]) -> dict[int, None]:
    found: dict[int, None] = {}
    for chunk in journal.chunks(ids):
        found |= dict.fromkeys(session.scalars(select(table.c.id).where(table.c.id.in_(chunk))))
    return found


def _pointing(session: Session, child: Table, column: str, parents: Mapping[int, None]) -> list[int]:
    found: list[int] = []
    for chunk in journal.chunks(list(parents)):
        found += session.scalars(select(child.c.id).where(child.c[column].in_(chunk)))
    return found


def _owned(child: Table, column: str) -> bool:
    """Whether a record cannot be without the one it points at: the column may not be empty, or says so itself."""
    return not child.c[column].nullable or bool(child.c[column].info.get("owned"))
