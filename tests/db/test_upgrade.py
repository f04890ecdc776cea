"""An older file becomes a current one, or stays what it was: with a made-up next release of ours."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from db import identity, upgrade
from db.models import Base, Customer
from db.problems import StoreProblem
from db.store import Doing, Store, create_file, open_store, quick_check
from tests.conftest import ROOT
from tests.db.filled import fill

NOW, NEXT, AFTER = identity.SCHEMA, identity.SCHEMA + 1, identity.SCHEMA + 2


def head(number: int) -> str:
    """How the migration to schema `number` begins."""
    return f'''"""A release that is not."""
import os, signal
import sqlalchemy as sa
from alembic import op
revision = "{number:04}"
down_revision = "{number - 1:04}"
def upgrade():
'''


# A new table, a new column by rebuilding a table that eight others point at, and values moved.
GOOD = """
    op.create_table("surprise_table", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text))
    with op.batch_alter_table("customer", recreate="always") as batch:
        batch.add_column(sa.Column("rating", sa.Integer))
    op.execute("UPDATE customer SET rating = length(name)")
"""
FAILING = {
    "its own error": "    raise ValueError('a step that did not think of everything')",
    "a missing key": "    {}['missing']",
    "wrong SQL": "    op.execute('UPDATE nothing SET x = 1')",
    "a broken rule": "    op.execute('UPDATE customer SET name = NULL')",
    "lost rows": "    op.execute('DELETE FROM key_date')",
    "orphans": "    op.execute('UPDATE contact SET customer_id = 5')",
    "another schema": "    op.execute('CREATE TABLE surprise (id)')",
}


class Release:
    """Puts a made-up release in place: its migrations, and the schema that is frozen beside them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder = folder / "migrations"
        shutil.copytree(identity.MIGRATIONS, self.folder, ignore=shutil.ignore_patterns("__pycache__"))
        self.monkeypatch = monkeypatch

    def come(self, body: str = GOOD, then: str = "") -> None:
        """`body` is what freezes the schema, `then` what the release does besides, in the same step."""
        self.monkeypatch.setattr(identity, "MIGRATIONS", self.folder)
        self.write(body)
        objects = json.dumps(upgrade.migrated_objects())
        (self.folder / "schemas" / f"{NEXT:04}.json").write_text(objects, encoding="utf-8")
        self.write(body + then)
        self.monkeypatch.setattr(identity, "SCHEMA", NEXT)
        self.monkeypatch.setattr(identity, "REVISION", f"{NEXT:04}")
        identity.schema_objects.cache_clear()

    def write(self, body: str) -> None:
        (self.folder / "versions" / f"v{NEXT:04}_next.py").write_text(head(NEXT) + body + "\n", encoding="utf-8")


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Release]:
    yield Release(monkeypatch, tmp_path)
    identity.schema_objects.cache_clear()


@pytest.fixture
def old(store: Store) -> Path:
    """A closed file of schema 1 with two rows in every table."""
    with store.write(Doing("fill")) as session:
        fill(session, 1)
        fill(session, 2)
    store.close()
    return store.path


def tables(path: Path, columns: bool = False) -> dict[str, Any]:
    """{table: its rows}, as another program would see them."""
    with closing(dbapi2.connect(str(path))) as raw:
        names = [table.name for table in Base.metadata.sorted_tables]
        return {name: sorted(raw.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()) for name in names}


def pragma(path: Path, name: str) -> Any:
    with closing(dbapi2.connect(str(path))) as raw:
        return raw.execute(f"PRAGMA {name}").fetchone()[0]


def opening(path: Path) -> Store:
    return open_store(path, version="0.2", backups=path.parent / "backups")


# The released schema


def test_the_frozen_schema_is_what_the_migrations_make() -> None:
    assert identity.differing(upgrade.migrated_objects(), identity.schema_objects(identity.SCHEMA)) == []


def test_a_new_file_has_that_schema_and_revision(path: Path) -> None:
    with closing(dbapi2.connect(str(path))) as raw:
        assert set(identity.found_objects(raw)) == set(identity.schema_objects(identity.SCHEMA))
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(identity.REVISION,)]
    assert (pragma(path, "application_id"), pragma(path, "user_version")) == (0x4B5A4841, identity.SCHEMA)


def test_every_number_has_its_schema_and_no_other() -> None:
    numbers = sorted(int(one.stem) for one in (identity.MIGRATIONS / "schemas").glob("*.json"))
    assert numbers == list(range(1, identity.SCHEMA + 1))
    assert int(identity.REVISION) == identity.SCHEMA


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(("search_", "alembic_"))


def test_the_migrations_make_what_the_models_say() -> None:
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    try:
        with engine.connect() as connection, connection.begin():
            for _kind, name, sql in upgrade.migrated_objects():
                if sql and not name.startswith(f"{identity.SEARCH_TABLE}_"):
                    connection.exec_driver_sql(sql)
            options = {
                "compare_type": True,
                "include_name": lambda name, kind, _parents: (
                    not (kind == "table" and str(name).startswith(("search_", "alembic_")))
                ),
            }
            context = MigrationContext.configure(connection, opts=options)
            found = compare_metadata(context, Base.metadata)
            # Keys of added columns stand in the column, where reflection sees neither their name nor when they are
            # looked at: they are compared below.
            assert [one for one in found if one[0] not in ("add_fk", "remove_fk")] == []
            raw = connection.connection.cursor()
            for table in Base.metadata.sorted_tables:
                assert pointers(raw, table) == set(), table.name
    finally:
        engine.dispose()


def pointers(raw: Any, table: Any) -> set[Any]:
    """The foreign keys that the file and the model of a table do not have in common."""
    listed = raw.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
    text = raw.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table.name,)).fetchone()[0]
    assert text.count("DEFERRABLE INITIALLY DEFERRED") == len(table.foreign_keys)
    assert all(f"CONSTRAINT {key.constraint.name} " in text for key in table.foreign_keys)
    wanted = {(key.parent.name, key.column.table.name, key.column.name) for key in table.foreign_keys}
    return wanted ^ {(row[3], row[2], row[4]) for row in listed}


COLUMNS = "CREATE TABLE t (a INTEGER NOT NULL, b TEXT DEFAULT 'x, y', "
TABLE = COLUMNS + "CONSTRAINT one UNIQUE (a, b), CONSTRAINT two CHECK (a > 0))"
SAME = {
    "itself": TABLE,
    "constraints in another order": COLUMNS + "CONSTRAINT two CHECK (a > 0), CONSTRAINT one UNIQUE (a, b))",
}
OTHER = {
    "columns in another order": "CREATE TABLE t (b TEXT DEFAULT 'x, y', a INTEGER NOT NULL, "
    "CONSTRAINT one UNIQUE (a, b), CONSTRAINT two CHECK (a > 0))",
    "one column more": TABLE.replace("CONSTRAINT one", "c TEXT, CONSTRAINT one"),
    "another default": TABLE.replace("x, y", "y, x"),
    "a constraint less": TABLE.replace(", CONSTRAINT two CHECK (a > 0)", ""),
    "a constraint twice": TABLE.replace("CONSTRAINT two", "CONSTRAINT one UNIQUE (a, b), CONSTRAINT two"),
    "columns of a constraint turned": TABLE.replace("(a, b)", "(b, a)"),
    "an option behind it": TABLE + " WITHOUT ROWID",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END",
    "brackets that do not close": TABLE.replace("(a > 0)", "((a > 0)"),
}


def test_a_schema_is_the_same_whatever_the_order_of_its_constraints() -> None:
    for sql in SAME.values():
        assert identity.differing([("table", "t", sql)], [("table", "t", TABLE)]) == []
    for sql in OTHER.values():
        assert identity.differing([("table", "t", sql)], [("table", "t", TABLE)]) == ["t"]
    assert identity.differing([("index", "i", None)], [("table", "t", TABLE)]) == ["i", "t"]


# Going through


def test_an_old_file_is_brought_up_with_nothing_lost(old: Path, release: Release) -> None:
    before = tables(old)
    release.come()
    store = opening(old)
    with store.write(Doing("create")) as session:
        session.add(Customer(name="新"))
    with store.read() as session:
        ratings = session.connection().exec_driver_sql("SELECT name, rating FROM customer").all()
    store.close()
    assert all(rating == len(name) for name, rating in ratings if name != "新")
    assert pragma(old, "user_version") == NEXT
    assert quick_check(old, whole=True) == []
    after = tables(old)
    for name, rows in before.items():
        assert [row[: len(rows[0])] for row in after[name]][: len(rows)] == rows, name
    opening(old).close()


def test_the_copy_made_before_is_whole_and_old(old: Path, release: Release) -> None:
    before = tables(old)
    release.come()
    opening(old).close()
    (copy,) = (old.parent / "backups").iterdir()
    assert copy.name.startswith(f"{old.stem}-before-schema-{NEXT}-")
    assert copy.suffix == ".kezha"
    assert tables(copy) == before
    assert (pragma(copy, "user_version"), pragma(copy, "integrity_check")) == (NOW, "ok")
    if os.name != "nt":
        assert copy.stat().st_mode & 0o777 == 0o600
    store = opening(copy)
    store.close()
    assert pragma(copy, "user_version") == NEXT, "and can be opened like any other"


def test_a_current_file_needs_no_copy(old: Path) -> None:
    assert upgrade.upgrade(old, identity.SCHEMA, backups=old.parent / "backups", now=datetime.now(UTC)) is None
    opening(old).close()
    assert not (old.parent / "backups").exists()


def test_two_releases_are_passed_in_one_go(old: Path, release: Release) -> None:
    release.come()
    third = head(AFTER) + "    op.execute('CREATE TABLE third (id)')\n"
    (release.folder / "versions" / f"v{AFTER:04}_after.py").write_text(third, encoding="utf-8")
    (release.folder / "schemas" / f"{AFTER:04}.json").write_text(
        json.dumps(upgrade.migrated_objects()), encoding="utf-8"
    )
    release.monkeypatch.setattr(identity, "SCHEMA", AFTER)
    opening(old).close()
    assert pragma(old, "user_version") == AFTER
    assert len(list((old.parent / "backups").iterdir())) == 1


def test_for_reading_an_old_file_is_not_touched(old: Path, release: Release) -> None:
    release.come()
    before = old.read_bytes()
    with pytest.raises(StoreProblem, match="older_unknown"):
        open_store(old, version="0.2", backups=old.parent, read_only=True)
    assert old.read_bytes() == before


# Failing


def assert_as_before(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir() if one.is_file()) == [path.name]


@pytest.mark.parametrize("then", FAILING.values(), ids=FAILING.keys())
def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path, release: Release, then: str) -> None:
    before = old.read_bytes()
    release.come(then=then)
    with pytest.raises(StoreProblem, match="upgrade_failed") as caught:
        opening(old)
    assert caught.value.facts["path"] == old
    copy = caught.value.facts["backup"]
    assert isinstance(copy, Path)
    assert quick_check(copy) == []
    assert caught.value.facts["reason"]
    assert_as_before(old, before)


def test_after_a_failure_the_mended_release_goes_through(old: Path, release: Release) -> None:
    release.come(then=FAILING["its own error"])
    with pytest.raises(StoreProblem, match="upgrade_failed"):
        opening(old)
    release.write(GOOD)
    opening(old).close()
    assert pragma(old, "user_version") == NEXT


KILLED = """
import sys
from pathlib import Path
from db import connection, identity
from db.store import open_store
connection.PRAGMAS["cache_size"] = ("8", 8)  # so that pages are written before the commit
identity.MIGRATIONS, identity.SCHEMA, identity.REVISION = Path(sys.argv[2]), int(sys.argv[3]), f"{int(sys.argv[3]):04}"
open_store(Path(sys.argv[1]), version="0.2", backups=Path(sys.argv[1]).parent / "backups")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_in_the_middle_it_is_as_it_was(old: Path, release: Release) -> None:
    before = tables(old)
    release.come(then="    os.kill(os.getpid(), signal.SIGKILL)")
    child = subprocess.run(
        [sys.executable, "-c", KILLED, str(old), str(release.folder), str(NEXT)], cwd=ROOT, check=False
    )
    assert child.returncode == -signal.SIGKILL
    assert old.with_name(old.name + "-journal").stat().st_size > 0, "or nothing was half written"
    release.write(GOOD)
    store = opening(old)
    assert store.unclean
    store.close()
    (copy, *_more) = sorted((old.parent / "backups").iterdir())
    assert tables(copy) == before
    assert quick_check(old, whole=True) == []


def leave(disk: Path, room: int) -> None:
    """Fill a disk until about `room` bytes are free."""
    space = os.statvfs(disk)
    (disk / "ballast").write_bytes(bytes(space.f_bavail * space.f_frsize - room))


def test_no_room_for_the_copy_is_told_before_anything_is_done(
    small_disk: Path, release: Release, opened: Callable[[Path], Store]
) -> None:
    path = small_disk / "客户.kezha"
    create_file(path)
    store = opened(path)
    with store.write(Doing("fill")) as session:
        session.add(Customer(name="甲", note="x" * 600_000))
    store.close()
    leave(small_disk, 100_000)
    before = path.read_bytes()
    release.come()
    with pytest.raises(StoreProblem, match="disk_full"):
        opening(path)
    assert path.read_bytes() == before
    assert list((small_disk / "backups").iterdir()) == []


def test_no_room_for_the_steps_is_a_failed_upgrade(
    small_disk: Path, release: Release, opened: Callable[[Path], Store], tmp_path: Path
) -> None:
    path = small_disk / "客户.kezha"
    create_file(path)
    store = opened(path)
    with store.write(Doing("fill")) as session:
        session.add_all(Customer(name=f"甲{n}", note="x" * 20_000) for n in range(30))
    store.close()
    leave(small_disk, 100_000)
    before = path.read_bytes()
    release.come()
    with pytest.raises(StoreProblem, match="upgrade_failed") as caught:
        open_store(path, version="0.2", backups=tmp_path / "backups")
    assert caught.value.facts["reason"] == "disk_full"
    assert path.read_bytes() == before
