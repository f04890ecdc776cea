"""Look for values that no release of ours has written: what SQLite's own check calls sound may still be wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Column, Table
from sqlcipher3 import dbapi2

from db.models import Base
from db.models.base import Day, TimeOfDay, Words

JSON_COLUMNS = frozenset({("action", "facts"), ("change", "fields"), ("policy", "value")})


def wrong_values(cursor: Any) -> list[str]:
    """One line for each column with values of a wrong kind, and for each attachment that is not what came in."""
    return [line for table in Base.metadata.sorted_tables for line in _in_table(cursor, table)] + _contents(cursor)


def _in_table(cursor: Any, table: Table) -> Iterator[str]:
    conditions = {column.name: _condition(column) for column in table.c}
    counts = ", ".join(
        f'count(CASE WHEN "{name}" IS NOT NULL AND NOT ({c}) THEN 1 END)' for name, c in conditions.items()
    )
    found = cursor.execute(f'SELECT {counts} FROM "{table.name}"').fetchone()
    for name, count in zip(conditions, found, strict=True):
        if count:
            yield f"values: {table.name}.{name}: {count}"
    texts = ", ".join(f'"{column.name}"' for column in table.c if column.type.python_type is str)
    try:
        for _row in cursor.execute(f'SELECT {texts or 1} FROM "{table.name}"'):
            pass
    except dbapi2.OperationalError:  # the driver could not decode it
        yield f"values: {table.name}: text that is not UTF-8"


def _condition(column: Column[Any]) -> str:
    """SQL that holds for every value that we would write. IS, because SQLite's functions give NULL for nonsense."""
    name, kind = f'"{column.name}"', column.type
    text = f"typeof({name}) = 'text'"
    if isinstance(kind, Words):
        return f"{name} IN ({', '.join(repr(word.value) for word in kind.words)})"
    if isinstance(kind, Boolean):
        return f"{name} IN (0, 1)"
    if isinstance(kind, Day):
        return f"{text} AND date({name}) IS {name} AND {name} > '0001'"
    if isinstance(kind, TimeOfDay):
        return f"{text} AND length({name}) = 15 AND time({name}) IS substr({name}, 1, 8)"
    if (column.table.name, column.name) in JSON_COLUMNS:
        return f"{text} AND json_valid({name})"
    stored = "text" if kind.python_type is str else "blob" if kind.python_type is bytes else "integer"
    return f"typeof({name}) = '{stored}'"


def _contents(cursor: Any) -> list[str]:
    rows = cursor.execute("SELECT id, sha256, size, data FROM attachment_content")
    return [
        f"attachment content {record_id}"
        for record_id, sha256, size, data in rows
        if len(data) != size or hashlib.sha256(data).hexdigest() != sha256
    ]
