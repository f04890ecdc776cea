"""All that a file holds, to be compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.identity import SEARCH_TABLE
from db.journal import JOURNAL_TABLES
from db.models import Base
from db.store import Store

Dump = dict[str, list[tuple[Any, ...]]]


def dump(store: Store, *, journal_too: bool = False, without: frozenset[str] = frozenset()) -> Dump:
    """Every row of every table, derived columns and the terms of the search index included."""
    found: Dump = {}
    with store.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name in without or (table.name in JOURNAL_TABLES and not journal_too):
                continue
            rows = session.connection().execute(select(*table.c).order_by(table.c.id)).all()
            found[table.name] = [tuple(row) for row in rows]
        raw: Any = session.connection().connection.driver_connection
        raw.execute("PRAGMA query_only = OFF")
        raw.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {SEARCH_TABLE}, instance)")
        found["search"] = raw.execute("SELECT DISTINCT doc, term FROM temp.terms ORDER BY doc, term").fetchall()
        raw.execute("DROP TABLE temp.terms")
    return found
