"""Bring a file to the current schema: a verified copy first, then all steps in one transaction."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import identity
from db.backup import backup_to
from db.problems import StoreProblem

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrated_objects() -> list[tuple[str, str, str | None]]:
    """The schema objects an empty file has after all migrations, in the order they were made."""
    from alembic import command
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    with engine.begin() as connection:
        command.upgrade(_config(connection), "head")
        return identity.found_objects(connection.connection.cursor())


def upgrade(path: Path, found: int, *, backups: Path, now: datetime) -> Path | None:
    """Bring the file at `path` from schema `found` to the current one; the caller holds the file's lock.

    Returns where the copy of the old file lies, or None where nothing was to do. Raises StoreProblem
    ("upgrade_failed", backup=…) with the file as it was before.
    """
    if found == identity.SCHEMA:
        return None
    from sqlalchemy.exc import SQLAlchemyError

    from db.connection import make_engine

    copy = backups / f"{path.stem}-before-schema-{identity.SCHEMA}-{now:%Y%m%d-%H%M%S}{identity.SUFFIX}"
    backup_to(path, copy)
    engine = make_engine(path, read_only=False)
    try:
        with engine.connect().execution_options(writes=True) as connection:
            # A batch rebuild with foreign keys on silently deletes the children of the rebuilt table.
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                _migrate(connection)
    except SQLAlchemyError as error:
        raise StoreProblem("upgrade_failed", path=path, backup=copy) from error
    finally:
        engine.dispose()
    return copy


def _migrate(connection: Connection) -> None:
    from alembic import command
    from sqlalchemy.exc import IntegrityError

    before = _counts(connection)
    command.upgrade(_config(connection), "head")
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    after = _counts(connection)
    lost = [table for table, count in before.items() if table in after and after[table] != count]
    if orphans or lost:
        raise IntegrityError(f"after the migration: orphans {len(orphans)}, other counts {lost}", None, ValueError())
    connection.exec_driver_sql(f"PRAGMA user_version = {identity.SCHEMA}")


def _counts(connection: Connection) -> dict[str, int]:
    def ask(sql: str) -> Any:
        return connection.exec_driver_sql(sql)

    names = ask("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").scalars()
    ours = [name for name in names if not name.startswith((identity.SEARCH_TABLE, "sqlite_", "alembic_"))]
    return {name: ask(f'SELECT count(*) FROM "{name}"').scalar_one() for name in ours}
