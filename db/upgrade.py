"""Bring a file to the current schema: a verified copy first, then all steps in one transaction."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import identity
from db.backup import backup_to
from db.problems import StoreProblem, of_database_error

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(identity.MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrated_objects() -> list[identity.SchemaObject]:
    """The schema objects an empty file has after all migrations, in the order they were made."""
    from alembic import command
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            command.upgrade(_config(connection), "head")
            return identity.found_objects(connection.connection.cursor())
    finally:
        engine.dispose()


def upgrade(path: Path, found: int, *, backups: Path, now: datetime) -> Path | None:
    """Bring the file at `path` from schema `found` to the current one; the caller holds the file's lock.

    Returns where the copy of the old file lies, or None where nothing was to do. Raises StoreProblem
    ("upgrade_failed", backup=…) with the file as it was before.
    """
    if found == identity.SCHEMA:
        return None
    from sqlcipher3 import dbapi2

    from db.connection import leave_no_journal, make_engine

    copy = backups / f"{_short(path.stem)}-before-schema-{identity.SCHEMA}-{now:%Y%m%d-%H%M%S}{identity.SUFFIX}"
    backup_to(path, copy)
    engine = make_engine(path, read_only=False)
    try:
        with engine.connect().execution_options(writes=True) as connection:
            # A batch rebuild with foreign keys on silently deletes the children of the rebuilt table.
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                _migrate(connection)
    except (*_failures(), dbapi2.Error) as error:
        problem = of_database_error(getattr(error, "orig", None) or error)
        reason = problem.code if problem else type(error).__name__
        engine.dispose()
        leave_no_journal(path)
        raise StoreProblem("upgrade_failed", path=path, backup=copy, reason=reason) from error
    finally:
        engine.dispose()
    return copy


def _failures() -> tuple[type[Exception], ...]:
    """What a step may raise that moves rows as well as columns. Whatever it is, the transaction has taken it back."""
    from alembic.util.exc import CommandError
    from sqlalchemy.exc import SQLAlchemyError

    ours = (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, StoreProblem, TypeError, ValueError)
    return (CommandError, SQLAlchemyError, *ours)


def _short(stem: str) -> str:
    return stem.encode("utf-8", "replace")[:150].decode("utf-8", "ignore")


def _migrate(connection: Connection) -> None:
    """All steps, and the proof that nothing was lost and the schema is that of new files (else ValueError)."""
    from alembic import command

    before = _counts(connection)
    command.upgrade(_config(connection), "head")
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    after = _counts(connection)
    lost = [table for table, count in before.items() if table in after and after[table] != count]
    found = identity.found_objects(connection.connection.cursor())
    other = identity.differing(found, identity.schema_objects(identity.SCHEMA))
    if orphans or lost or other:
        raise ValueError(f"after the migration: orphans {len(orphans)}, other counts {lost}, other schema {other}")
    connection.exec_driver_sql(f"PRAGMA user_version = {identity.SCHEMA}")


def _counts(connection: Connection) -> dict[str, int]:
    def ask(sql: str) -> Any:
        return connection.exec_driver_sql(sql)

    names = ask("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").scalars()
    ours = [name for name in names if not name.startswith((identity.SEARCH_TABLE, "sqlite_", "alembic_"))]
    return {name: ask(f'SELECT count(*) FROM "{name}"').scalar_one() for name in ours}
