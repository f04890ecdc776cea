"""What marks a file as ours, and what its schema must look like: checked before anything else is read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from db.problems import StoreProblem

APPLICATION_ID = 0x4B5A4841  # "KZHA"
SCHEMA = 4  # PRAGMA user_version; rises with each migration
REVISION = "0004"  # Alembic's name for the same
SEARCH_TABLE = "search_index"
SUFFIX = ".kezha"

SchemaObject = tuple[str, str, str | None]  # type, name, sql
MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def schema_objects(number: int) -> tuple[SchemaObject, ...]:
    """(type, name, sql) of every object our migrations make at schema `number`, in an order that can be executed.

    Frozen from the migrations by `packaging/schema.py`; a test holds the two together. Raises FileNotFoundError for a
    number that was never released.
    """
    text = (MIGRATIONS / "schemas" / f"{number:04}.json").read_text(encoding="utf-8")
    return tuple((kind, name, sql) for kind, name, sql in json.loads(text))


def found_objects(cursor: Any) -> list[SchemaObject]:
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
        wanted = schema_objects(number)
    except FileNotFoundError:
        raise StoreProblem("older_unknown", path=path, found=number) from None
    extra = differing(found_objects(cursor), wanted)
    if extra:
        raise StoreProblem("changed_schema", path=path, names=", ".join(extra[:5]))
    return number


def differing(found: Iterable[SchemaObject], wanted: Iterable[SchemaObject]) -> list[str]:
    """The names of the objects that are in one of the two only, or in both with another text."""
    one, other = ({(kind, name, _comparable(sql)) for kind, name, sql in objects} for objects in (found, wanted))
    return sorted({name for _kind, name, _sql in one ^ other})


@lru_cache(maxsize=1024)  # a file of ours has the texts of every other one: each is cut up once in a process
def _comparable(sql: str | None) -> tuple[str, ...] | None:
    """A CREATE TABLE cut into its columns and, sorted, its constraints; any other statement as it is.

    A migration that rebuilds a table writes the constraints in an order that differs from run to run.
    """
    if sql is None or not sql.startswith("CREATE TABLE"):
        return None if sql is None else (sql,)
    head, _bracket, body = sql.partition("(")
    items = _items(body)
    constraints = sorted(item for item in items if item.startswith("CONSTRAINT "))
    return (head, *(item for item in items if not item.startswith("CONSTRAINT ")), *constraints)


def _items(body: str) -> list[str]:
    """What stands between the brackets of a CREATE TABLE, cut at the commas that no bracket or quote encloses."""
    items, depth, quote = [""], 0, ""
    for character in body.strip().removesuffix(")"):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        else:
            depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0 and not quote:
            items.append("")
        else:
            items[-1] += character
    return [item.strip() for item in items]
