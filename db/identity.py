"""What marks a file as ours, and what its schema must look like: checked before anything else is read."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from db.problems import StoreProblem

APPLICATION_ID = 0x4B5A4841  # "KZHA"
SCHEMA = 1  # PRAGMA user_version; rises with each migration
REVISION = "0001"  # Alembic's name for the same
SEARCH_TABLE = "search_index"
SUFFIX = ".kezha"

MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def schema_objects(number: int) -> tuple[tuple[str, str, str | None], ...]:
    """(type, name, sql) of every object our migrations make at schema `number`, in an order that can be executed.

    Frozen from the migrations by `packaging/schema.py`; a test holds the two together. Raises FileNotFoundError for a
    number that was never released.
    """
    text = (MIGRATIONS / "schemas" / f"{number:04}.json").read_text(encoding="utf-8")
    return tuple((kind, name, sql) for kind, name, sql in json.loads(text))


def found_objects(cursor: Any) -> list[tuple[str, str, str | None]]:
    """(type, name, sql) of every object in an open file; SQLite's own statistics tables are left out."""
    rows = cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY rowid"
    ).fetchall()
    return [(kind, name, sql) for kind, name, sql in rows]


def create_schema(cursor: Any) -> None:
    """Lay out an empty file at the current schema; the caller holds the transaction."""
    for _kind, name, sql in schema_objects(SCHEMA):
        if sql and not name.startswith(f"{SEARCH_TABLE}_"):  # those come with the search table itself
            cursor.execute(sql)
    cursor.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (REVISION,))
    cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    cursor.execute(f"PRAGMA user_version = {SCHEMA}")


def check_mark(cursor: Any, path: Path) -> int:
    """The schema number of an open file, if it has our mark and is not newer than we are.

    Raises StoreProblem: foreign, newer.
    """
    application_id = cursor.execute("PRAGMA application_id").fetchone()[0]
    number = int(cursor.execute("PRAGMA user_version").fetchone()[0])
    cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()  # unreadable beats foreign
    if application_id != APPLICATION_ID:
        raise StoreProblem("foreign", path=path)
    if number > SCHEMA:
        raise StoreProblem("newer", path=path, found=number, known=SCHEMA)
    return number


def check_identity(cursor: Any, path: Path) -> int:
    """The schema number of an open file of ours.

    Raises StoreProblem: foreign, newer, older_unknown, changed_schema. A file with a trigger, view or table that we
    never made is not opened, whatever its mark says.
    """
    number = check_mark(cursor, path)
    try:
        wanted = set(schema_objects(number))
    except FileNotFoundError:
        raise StoreProblem("older_unknown", path=path, found=number) from None
    extra = sorted(name for kind, name, sql in set(found_objects(cursor)) ^ wanted)
    if extra:
        raise StoreProblem("changed_schema", path=path, names=", ".join(extra[:5]))
    return number
