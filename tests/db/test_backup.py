"""A backup is whole or is not there, and the one before it stays until then."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from db.backup import backup_to, check_copy
from db.models import Customer
from db.problems import StoreProblem
from db.store import Doing, Store, create_file, open_store, quick_check
from tests.db.dumps import dump
from tests.db.filled import fill


@pytest.fixture
def full(store: Store) -> Store:
    with store.write(Doing("fill")) as session:
        fill(session)
    return store


def test_of_an_open_file_it_holds_everything(full: Store, tmp_path: Path) -> None:
    target = tmp_path / "新文件夹" / "备份" / "客户.kezha"
    backup_to(full.path, target)
    assert quick_check(target, whole=True) == []
    copy = open_store(target, version="0", backups=tmp_path)
    assert dump(copy, journal_too=True) == dump(full, journal_too=True)
    copy.close()
    assert [one.name for one in target.parent.iterdir()] == [target.name]
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o600


def test_the_open_file_stays_locked_and_usable(full: Store, tmp_path: Path) -> None:
    """Copying it by other means would drop SQLite's lock."""
    backup_to(full.path, tmp_path / "b.kezha")
    with pytest.raises(StoreProblem, match="in_use"):
        open_store(full.path, version="0", backups=tmp_path)
    with full.write(Doing("create")) as session:
        session.add(Customer(name="之后"))


def test_saves_meanwhile_are_in_it_whole_or_not_at_all(full: Store, tmp_path: Path) -> None:
    stop = Event()

    def save() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with full.write(Doing("create")) as session:
                session.add_all([Customer(name=f"甲{number}"), Customer(name=f"乙{number}")])

    writer = Thread(target=save)
    writer.start()
    try:
        for number in range(5):
            target = tmp_path / f"{number}.kezha"
            backup_to(full.path, target)
            assert quick_check(target, whole=True) == []
            copy = open_store(target, version="0", backups=tmp_path)
            with copy.read() as session:
                assert session.query(Customer).count() % 2 == 1
            copy.close()
    finally:
        stop.set()
        writer.join()


def test_an_older_backup_is_replaced_only_by_a_sound_one(full: Store, tmp_path: Path) -> None:
    target = tmp_path / "b.kezha"
    backup_to(full.path, target)
    first = target.read_bytes()
    with full.write(Doing("create")) as session:
        session.add(Customer(name="之后"))
    backup_to(full.path, target)
    assert target.read_bytes() != first


def test_what_is_not_sound_is_refused(tmp_path: Path, full: Store) -> None:
    full.close()
    content = full.path.read_bytes()
    for number, spoilt in enumerate([b"", b"x" * 4096, content[:-4096], content[:6000] + bytes(3000) + content[9000:]]):
        path = tmp_path / f"spoilt{number}"
        path.write_bytes(spoilt)
        if spoilt:
            with pytest.raises(StoreProblem, match=r"damaged|not_a_database"):
                check_copy(path)
        with pytest.raises(StoreProblem):
            backup_to(tmp_path / "missing.kezha", path)
        assert path.read_bytes() == spoilt


def test_a_missing_source_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem):
        backup_to(tmp_path / "missing.kezha", tmp_path / "b.kezha")
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_no_folder_can_be(full: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreProblem) as caught:
        backup_to(full.path, tmp_path / "file" / "b.kezha")
    assert caught.value.code in ("folder_missing", "disk_error")


def test_a_full_disk_keeps_the_old_backup_and_leaves_nothing(
    path: Path, small_disk: Path, opened: Callable[[Path], Store]
) -> None:
    store = opened(path)
    target = small_disk / "b.kezha"
    backup_to(path, target)
    first = target.read_bytes()
    with store.write(Doing("fill")) as session:
        session.add(Customer(name="甲", note="x" * 3_000_000))
    with pytest.raises(StoreProblem, match="disk_full"):
        backup_to(path, target)
    assert target.read_bytes() == first
    assert [one.name for one in small_disk.iterdir()] == [target.name]


def test_a_medium_that_takes_no_writes(path: Path, read_only_disk: Callable[[Path], Path]) -> None:
    shown = read_only_disk(path.parent)
    with pytest.raises(StoreProblem, match="read_only_place"):
        backup_to(path, shown / "b.kezha")
    with pytest.raises(StoreProblem, match="read_only_place"):
        backup_to(path, shown / "neu" / "b.kezha")


def test_from_a_medium_that_takes_no_writes(
    path: Path, read_only_disk: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("backups") / "b.kezha"
    backup_to(read_only_disk(path.parent) / path.name, target)
    assert quick_check(target, whole=True) == []


def test_a_plain_copy_of_the_open_file_is_complete(tmp_path: Path) -> None:
    """People copy with the file manager while the program runs; this decided the journal mode."""
    path = tmp_path / "客户.kezha"
    create_file(path)
    store = open_store(path, version="0", backups=tmp_path)
    for number in range(10):
        with store.write(Doing("create")) as session:
            session.add(Customer(name=f"甲{number}"))
        script_copy = tmp_path / f"copy{number}.kezha"
        copy_elsewhere(path, script_copy)
        copy = open_store(script_copy, version="0", backups=tmp_path)
        with copy.read() as session:
            assert session.query(Customer).count() == number + 1
        copy.close()
    store.close()


def copy_elsewhere(source: Path, target: Path) -> None:
    """Copied by another process: within ours it would drop SQLite's lock."""
    import subprocess
    import sys

    command = [sys.executable, "-Sc", "import shutil, sys; shutil.copy(*sys.argv[1:])", str(source), str(target)]
    subprocess.run(command, check=True)
