"""What is opened and what is refused, in which words, and that a refused file stays as it is to the last byte."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import identity
from db.models import Customer, Tag
from db.problems import StoreProblem
from db.store import Doing, Store, create_file, open_store, quick_check
from tests.db.conftest import IS_ROOT


def opening(path: Path, *, read_only: bool = False) -> StoreProblem:
    """The problem that opening `path` meets; the folder is as before, to the last byte."""
    before = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    with pytest.raises(StoreProblem) as caught:
        open_store(path, version="0.1.0", backups=path.parent / "backups", read_only=read_only)
    assert {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()} == before
    assert not (path.parent / "backups").exists()
    return caught.value


def altered(path: Path, *statements: str) -> Path:
    """`path` after another program worked on it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
    return path


BOTH = pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])


@BOTH
def test_there_is_no_file(tmp_path: Path, read_only: bool) -> None:
    assert opening(tmp_path / "没有.kezha", read_only=read_only).code == "not_found"


@BOTH
def test_there_is_no_folder(tmp_path: Path, read_only: bool) -> None:
    missing = tmp_path / "没有" / "客户.kezha"
    with pytest.raises(StoreProblem, match="not_found"):
        open_store(missing, version="0", backups=tmp_path, read_only=read_only)
    assert not missing.parent.exists()


@BOTH
def test_a_folder_is_no_file(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "客户.kezha").mkdir()
    assert opening(tmp_path / "客户.kezha", read_only=read_only).code == "not_found"


@BOTH
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        "客户名称,电话\n甲公司,13800138000\n".encode() * 200,
        bytes(range(256)) * 64,  # as an encrypted file looks
        b"SQLite format 3\0",
        b"PK\x03\x04" + b"\0" * 4096,
    ],
    ids=["empty", "one line", "a text", "encrypted", "only the beginning", "a zip"],
)
def test_it_is_no_database(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "客户.kezha"
    path.write_bytes(content)
    assert opening(path, read_only=read_only).code == "not_a_database"


@BOTH
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_another_program_made_it(tmp_path: Path, mode: str, read_only: bool) -> None:
    """Also in WAL mode: setting our own mode would rewrite its header."""
    path = altered(tmp_path / "联系人.db", f"PRAGMA journal_mode = {mode}", "CREATE TABLE people (name)")
    assert opening(path, read_only=read_only).code == "foreign"
    assert (path.read_bytes()[18] == 2) == (mode == "WAL")


@BOTH
def test_another_program_is_working_on_it(tmp_path: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE people (name)")
        assert opening(tmp_path / "a.db", read_only=read_only).code == "foreign"


@BOTH
def test_a_newer_version_made_it(path: Path, read_only: bool) -> None:
    altered(path, f"PRAGMA user_version = {identity.SCHEMA + 1}", "CREATE TABLE novelty (id)")
    problem = opening(path, read_only=read_only)
    assert problem.code == "newer"
    assert (problem.facts["found"], problem.facts["known"]) == (identity.SCHEMA + 1, identity.SCHEMA)


@BOTH
@pytest.mark.parametrize("number", [0, -1])
def test_no_release_of_ours_had_that_number(path: Path, number: int, read_only: bool) -> None:
    altered(path, f"PRAGMA user_version = {number}")
    assert opening(path, read_only=read_only).code == "older_unknown"


FOREIGN_OBJECTS = {
    "trigger": "CREATE TRIGGER spy AFTER INSERT ON customer BEGIN DELETE FROM change; END",
    "view": "CREATE VIEW everyone AS SELECT * FROM customer",
    "table": "CREATE TABLE notes (id)",
    "column": "ALTER TABLE customer ADD COLUMN spy TEXT DEFAULT (random())",
    "index": "CREATE INDEX ix_spy ON customer (upper(name))",
    "virtual table": "CREATE VIRTUAL TABLE more USING fts5(body)",
    "column gone": "ALTER TABLE customer DROP COLUMN note",
    "index gone": "DROP INDEX ix_customer_pinyin",
}


@BOTH
@pytest.mark.parametrize("statement", FOREIGN_OBJECTS.values(), ids=FOREIGN_OBJECTS.keys())
def test_its_schema_is_not_what_we_made(path: Path, statement: str, read_only: bool) -> None:
    problem = opening(altered(path, statement), read_only=read_only)
    assert problem.code == "changed_schema"
    assert problem.facts["names"]


def test_a_file_of_ours_left_in_another_mode_is_brought_back(path: Path, opened: Callable[[Path], Store]) -> None:
    """A viewer may have set it to WAL, where a plain copy of the open file lacks the last saves."""
    altered(path, "PRAGMA journal_mode = WAL")
    store = opened(path)
    with store.write(Doing("customer.create")) as session:
        session.add(Customer(name="甲"))
    assert path.read_bytes()[18] == 1
    assert not path.with_name(path.name + "-wal").exists()


@pytest.mark.parametrize("torn", [False, True], ids=["pages written", "size written first"])
@BOTH
def test_what_a_crash_left_half_written_is_rolled_back(tmp_path: Path, path: Path, torn: bool, read_only: bool) -> None:
    """As a copy of file and journal shows it in the middle of a commit; with the new size in a file not yet as long."""
    copy = tmp_path / "crashed" / path.name
    copy.parent.mkdir()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as raw:
        for statement in ("PRAGMA journal_mode = TRUNCATE", "PRAGMA cache_size = 5", "BEGIN"):
            raw.execute(statement)
        raw.executemany("INSERT INTO tag (id, name) VALUES (?, ?)", [(n, "x" * 39 + str(n)) for n in range(5000)])
        for suffix in ("", "-journal"):
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
        raw.execute("ROLLBACK")
    if torn:
        content = bytearray(copy.read_bytes())
        content[28:32] = (len(content) // 4096 + 50).to_bytes(4, "big")
        content[92:96] = content[24:28]
        copy.write_bytes(content)
    if read_only:  # nothing may be written, so nothing can be rolled back
        assert opening(copy, read_only=True).code == "read_only_place"
    store = open_store(copy, version="0", backups=tmp_path)
    with store.read() as session:
        assert session.query(Tag).count() == 0
    store.close()
    assert quick_check(copy, whole=True) == []


def test_every_pragma_is_as_promised(store: Store) -> None:
    wanted = {
        "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "temp_store": 2, "busy_timeout": 5000,
        "journal_mode": "truncate", "synchronous": 3, "secure_delete": 1,
        "application_id": 0x4B5A4841, "user_version": identity.SCHEMA,
    }  # fmt: skip
    with store.read() as session:
        found = {name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted


def test_a_new_file_is_for_its_owner_only_and_nothing_lies_beside_it(path: Path) -> None:
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


def test_after_closing_nothing_lies_beside_the_file(store: Store) -> None:
    with store.write(Doing("customer.create")) as session:
        session.add(Customer(name="甲"))
    store.close()
    store.close()
    assert [one.name for one in store.path.parent.iterdir()] == [store.path.name]


def test_a_new_file_replaces_none(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreProblem, match="already_there"):
        create_file(path)
    assert path.read_bytes() == before


def test_a_new_file_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="folder_missing"):
        create_file(tmp_path / "没有" / "客户.kezha")
    assert not (tmp_path / "没有").exists()


@pytest.mark.parametrize(
    "name", ["客户 2026 #1?mode=memory&x=%41.kezha", "'引号\"; --.kezha", "客" * 78 + ".kezha", "file:a.kezha"]
)
def test_a_file_may_have_any_name(tmp_path: Path, opened: Callable[[Path], Store], name: str) -> None:
    path = tmp_path / name
    create_file(path)
    store = opened(path)
    with store.write(Doing("customer.create")) as session:
        session.add(Customer(name="甲"))
    store.close()
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert quick_check(path, whole=True) == []


def test_a_link_to_the_file_is_the_file(path: Path, opened: Callable[[Path], Store]) -> None:
    link = path.with_name("快捷方式.kezha")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no symbolic links here")
    opened(link)
    with pytest.raises(StoreProblem, match="in_use"):
        open_store(path, version="0", backups=path.parent)


# Media


def test_from_a_medium_that_takes_no_writes_it_can_be_read(
    path: Path, read_only_disk: Callable[[Path], Path], opened: Callable[[Path], Store]
) -> None:
    store = opened(path)
    with store.write(Doing("customer.create")) as session:
        session.add(Customer(name="甲"))
    store.close()
    shown = read_only_disk(path.parent) / path.name
    assert opening(shown).code == "read_only_place"
    reader = open_store(shown, version="0", backups=path.parent, read_only=True)
    with reader.read() as session:
        assert session.query(Customer).one().name == "甲"
    reader.close()
    with pytest.raises(StoreProblem, match="read_only_place"):
        create_file(shown.with_name("新.kezha"))


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="rights mean nothing to root")
def test_without_rights(path: Path) -> None:
    path.chmod(0)
    assert opening(path).code == "no_permission"
    assert opening(path, read_only=True).code == "no_permission"
    path.chmod(0o600)
    path.parent.chmod(0o500)
    try:
        assert opening(path).code == "no_permission"
    finally:
        path.parent.chmod(0o700)


@pytest.mark.skipif(not IS_ROOT or sys.platform != "linux", reason="only root may become someone else")
def test_without_rights_as_someone_else() -> None:
    """The same with the rights of nobody, in a process of its own."""
    script = (
        "import os, sys; from pathlib import Path; from db.store import *; from db.problems import *\n"
        "path = Path(sys.argv[1]); create_file(path); path.chmod(0); os.setgid(65534); os.setuid(65534)\n"
        "def say(**how):\n"
        "    try: open_store(path, version='0', backups=path.parent, **how); print('opened')\n"
        "    except StoreProblem as problem: print(problem.code)\n"
        "say(); say(read_only=True)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        command = [sys.executable, "-c", script, str(Path(folder, "客户.kezha"))]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.stdout.split() == ["no_permission", "no_permission"], answer.stderr


# Checks


def test_a_sound_file_has_no_findings(path: Path) -> None:
    assert quick_check(path) == []
    assert quick_check(path, whole=True) == []


def test_a_check_finds_what_points_at_nothing(path: Path) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as raw:
        raw.execute(
            "INSERT INTO contact (id, customer_id, name, active, is_primary, pinyin) VALUES (1, 99, '甲', 1, 0, '')"
        )
    assert quick_check(path) == ["foreign key: contact 1"]
