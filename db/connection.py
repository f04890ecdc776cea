"""Connections to one file: one SQLite library for plain and encrypted files alike, with every pragma read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from db.problems import StoreProblem, of_database_error

# Measured against power cuts: this mode loses no acknowledged save, and a plain copy of the open file is complete.
PRAGMAS: dict[str, tuple[str, object]] = {
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "mmap_size": ("0", None),
    "cache_size": ("-32000", -32000),
    "busy_timeout": ("5000", 5000),
}
WRITER_PRAGMAS: dict[str, tuple[str, object]] = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "secure_delete": ("ON", 1),
}


def connect(path: Path, *, read_only: bool) -> Any:
    """A driver connection in autocommit mode; transactions are begun explicitly. Never creates a file."""
    mode = "ro" if read_only else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    try:
        raw = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
        _set_pragmas(raw, {**PRAGMAS, **({} if read_only else WRITER_PRAGMAS)})
    except dbapi2.Error as error:
        raise of_database_error(error, path=path) or error from error
    return raw


def _set_pragmas(raw: Any, pragmas: dict[str, tuple[str, object]]) -> None:
    for name, (value, expected) in pragmas.items():
        raw.execute(f"PRAGMA {name} = {value}")
        found = raw.execute(f"PRAGMA {name}").fetchone()
        if expected is not None and (found is None or found[0] != expected):
            raise StoreProblem("disk_error", pragma=name, found=None if found is None else found[0])


def make_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine over `path`. A transaction begins with BEGIN, or BEGIN IMMEDIATE where the execution option
    `writes=True` is set: a writer then waits at the start, where waiting is possible, not in the middle.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=dbapi2,
        creator=lambda: connect(path, read_only=read_only),
        poolclass=QueuePool,
        pool_size=3,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
