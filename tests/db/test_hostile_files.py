"""Damaged and crafted files: each ends in a StoreProblem or is read; nothing crashes, hangs or fails otherwise."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from db import identity
from db.backup import backup_to
from db.problems import StoreProblem
from db.store import Doing, Store, open_store, quick_check
from tests.conftest import ROOT
from tests.db.filled import fill


def judged(paths: Iterable[Path], timeout: int = 60) -> dict[str, dict[str, Any]]:
    """What the child process says of each file; it must come through all of them."""
    names = [str(path) for path in paths]
    command = [sys.executable, "-m", "tests.db.reading_child", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False)
    found = {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0, f"stopped after {len(found)} of {len(names)}: {done.stderr[-2000:]}"
    assert len(found) == len(names)
    return found


def unexpected(found: dict[str, dict[str, Any]]) -> list[str]:
    return [str(one) for one in found.values() if "UNEXPECTED" in str(one) or one["seconds"] > 5]


def marked(source: Path, target: Path) -> Path:
    """A copy of `source` that says of itself to be ours."""
    content = bytearray(source.read_bytes())
    if len(content) >= 100:
        content[60:64] = identity.SCHEMA.to_bytes(4, "big")
        content[68:72] = identity.APPLICATION_ID.to_bytes(4, "big")
    target.write_bytes(content)
    return target


def test_crafted_databases_are_refused(shared_data: Path, tmp_path: Path) -> None:
    """As they are, and once more with our mark, so that more than the mark is looked at."""
    sources = sorted((shared_data / "malformed" / "sqlite").glob("*.db"))
    assert len(sources) >= 33
    copies = [Path(shutil.copy(one, tmp_path)) for one in sources]
    posing = [marked(one, tmp_path / f"marked-{one.name}") for one in sources]
    before = {one: one.read_bytes() for one in copies + posing}
    found = judged(copies + posing)
    assert not unexpected(found)
    assert not [one for one in found.values() if one["look"] == "ok" or one["read"] == "ok"]
    assert {one["look"] for one in found.values()} <= {"not_a_database", "foreign", "damaged", "changed_schema"}
    assert found["dbfuzz2-seed1_valid.db"]["read"] == "foreign"
    assert found["marked-dbfuzz2-seed1_valid.db"]["read"] == "changed_schema"
    assert {one: one.read_bytes() for one in copies + posing} == before
    assert len(list(tmp_path.iterdir())) == len(copies + posing), "nothing is left beside them"


@pytest.fixture
def sample(store: Store) -> bytes:
    """A closed file with some rows in every table."""
    for turn in range(1, 12):
        with store.write(Doing("sample")) as session:
            fill(session, turn)
    store.close()
    return store.path.read_bytes()


def damage(content: bytes, kind: str, chance: random.Random) -> bytes:
    """One damage of the kinds that disks and sticks do."""
    made, at = bytearray(content), chance.randrange(len(content))
    if kind == "bit":
        made[at] ^= 1 << chance.randrange(8)
    elif kind == "bytes":
        made[at : at + 16] = chance.randbytes(len(made[at : at + 16]))
    elif kind == "zeroed":
        made[at // 512 * 512 : at // 512 * 512 + 512] = bytes(512)
    elif kind == "cut":
        del made[at:]
    elif kind == "header":
        made[16 + at % 84] = chance.randrange(256)
    else:
        one, two = at // 4096 * 4096, chance.randrange(len(content)) // 4096 * 4096
        made[one : one + 4096], made[two : two + 4096] = made[two : two + 4096], made[one : one + 4096]
    return bytes(made)


KINDS = ("bit", "bytes", "zeroed", "cut", "header", "swapped pages")


def damaged_copies(sample: bytes, folder: Path, count: int) -> list[Path]:
    chance = random.Random(20261122)
    paths = []
    for number in range(count):
        paths.append(folder / f"{number:04}-{KINDS[number % len(KINDS)].replace(' ', '-')}.kezha")
        paths[-1].write_bytes(damage(sample, KINDS[number % len(KINDS)], chance))
    return paths


def test_any_damage_ends_in_words(sample: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    found = judged(damaged_copies(sample, folder, 60))
    assert not unexpected(found)
    assert any(one["read"] == "ok" for one in found.values()), "or the test proves little"
    assert any(one["read"] == "damaged" for one in found.values())


@pytest.mark.nightly
def test_much_damage_ends_in_words(sample: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    assert not unexpected(judged(damaged_copies(sample, folder, 3000), timeout=3600))


WRONG = {
    "rep.role": "UPDATE rep SET role = 'king'",
    "rep.active": "UPDATE rep SET active = 7",
    "rep.left_on": "UPDATE rep SET left_on = '2026-02-30'",
    "follow_up.planned_time": "UPDATE follow_up SET planned_time = 'noon'",
    "payment.amount": "UPDATE payment SET amount = 1.5",
    "customer.name": "UPDATE customer SET name = x'b0a1'",
    "action.facts": "UPDATE action SET facts = '{'",
    "attachment_content.data": "UPDATE attachment_content SET data = 'text'",
}


@pytest.mark.parametrize(("column", "statement"), WRONG.items(), ids=WRONG.keys())
def test_the_whole_check_finds_values_of_a_wrong_kind(store: Store, sample: bytes, column: str, statement: str) -> None:
    with closing(dbapi2.connect(str(store.path), isolation_level=None)) as raw:
        assert quick_check(store.path, whole=True) == []
        raw.execute(f"{statement} WHERE id = (SELECT max(id) FROM {column.partition('.')[0]})")
    assert quick_check(store.path) == []
    assert f"values: {column}: 1" in quick_check(store.path, whole=True)


def test_text_that_is_no_text_is_damage_wherever_it_is_met(store: Store, sample: bytes, tmp_path: Path) -> None:
    with closing(dbapi2.connect(str(store.path), isolation_level=None)) as raw:
        raw.execute("UPDATE customer SET note = CAST(x'b0a1c4e3' AS TEXT)")
    assert "values: customer: text that is not UTF-8" in quick_check(store.path, whole=True)
    again = open_store(store.path, version="0", backups=tmp_path)
    with pytest.raises(StoreProblem, match="damaged"), again.read() as session:
        session.connection().exec_driver_sql("SELECT note FROM customer").all()
    again.close()


@pytest.mark.parametrize("trick", ["endless view", "own function", "writable schema"])
def test_nothing_of_a_crafted_file_runs(path: Path, trick: str, opened: Callable[[Path], Store]) -> None:
    statements = {
        "endless view": "CREATE VIEW policy_all AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x FROM n",
        "own function": "CREATE TRIGGER t AFTER UPDATE ON customer BEGIN SELECT load_extension('/tmp/x.so'); END",
        "writable schema": "UPDATE sqlite_master SET sql = replace(sql, 'note TEXT', 'note TEXT AS (abs(id))') "
        "WHERE name = 'customer'",
    }
    with closing(dbapi2.connect(str(path), isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(statements[trick])
    with pytest.raises(StoreProblem, match=r"changed_schema|damaged"):
        opened(path)


def test_a_damaged_file_is_never_backed_up_over_a_sound_one(sample: bytes, tmp_path: Path) -> None:
    target = tmp_path / "backup.kezha"
    target.write_bytes(b"the old one")
    broken = tmp_path / "broken.kezha"
    broken.write_bytes(sample[:8192] + bytes(len(sample) - 8192))
    with pytest.raises(StoreProblem, match="damaged"):
        backup_to(broken, target)
    assert target.read_bytes() == b"the old one"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["backup.kezha", "broken.kezha", "客户.kezha"]
