"""Connections to one file: one SQLite library for plain and encrypted files alike, with every pragma read back."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from db.problems import StoreProblem, of_look_error

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
    raw = _open(path, "mode=ro" if read_only else "mode=rw")
    try:
        _set_pragmas(raw, {**PRAGMAS, **({} if read_only else WRITER_PRAGMAS)})
    except dbapi2.Error as error:
        raw.close()
        raise of_look_error(error, path=path) from error
    except StoreProblem:
        raw.close()
        raise
    return raw


def look(path: Path) -> Any:
    """A driver connection that reads the bare file: without a lock, its journal or any file made beside it.

    For telling whether the file is ours before it is opened in earnest, which may roll back a journal, or turn another
    program's WAL file into our mode.
    """
    raw = _open(path, "mode=ro&immutable=1")
    raw.execute("PRAGMA trusted_schema = OFF")
    return raw


def leave_no_journal(path: Path) -> None:
    """Take away the empty journal that lies beside a file while it is used; quiet where that cannot be."""
    with contextlib.suppress(StoreProblem, dbapi2.Error), contextlib.closing(connect(path, read_only=False)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")


def _open(path: Path, how: str) -> Any:
    try:
        uri = f"{path.resolve().as_uri()}?{how}"
        return dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
    except dbapi2.Error as error:
        raise of_look_error(error, path=path) from error


def _set_pragmas(raw: Any, pragmas: dict[str, tuple[str, object]]) -> None:
    for name, (value, expected) in pragmas.items():
        raw.execute(f"PRAGMA {name} = {value}")
        found = raw.execute(f"PRAGMA {name}").fetchone()
        if expected is not None and (found is None or found[0] != expected):
            raise StoreProblem("disk_error", pragma=name, found=None if found is None else found[0])


def make_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine over `path`. A transaction begins with BEGIN, or BEGIN IMMEDIATE where the execution option
    `writes=True` is set: a writer then waits at the start, where waiting is possible, not in the middle. Without that
    option SQLite itself refuses any change.
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
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
