"""One action is one transaction: all of it or nothing, whatever goes wrong in the middle."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from db import journal
from db.keys import new_block
from db.models import Action, Change, Contact, Customer, Reach, Tag
from db.problems import StoreProblem
from db.queries.search import search
from db.store import Doing, Store, create_file, open_store, quick_check
from tests.db.dumps import dump


class Oops(Exception):
    """Something in the program went wrong."""


def add(store: Store, name: str) -> int:
    with store.write(Doing("customer.create")) as session:
        customer = Customer(name=name)
        session.add(customer)
        session.add(Contact(customer_id=customer.id, name=f"{name}的人"))
    return customer.id


def count(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


def test_an_error_inside_leaves_nothing(store: Store) -> None:
    customer_id = add(store, "甲")
    told: list[frozenset[str]] = []
    store.listeners.append(told.append)
    before = dump(store, journal_too=True)

    def half() -> None:
        with store.write(Doing("x")) as session:
            session.add(Customer(name="乙"))
            session.flush()
            journal.bulk_change(session, journal.table_named("customer"), {customer_id: {"name": "丙"}})
            rows = [{"id": one, "name": "标签"} for one in new_block(1)]
            journal.bulk_create(session, journal.table_named("tag"), rows)
            journal.bulk_delete(session, journal.table_named("contact"), [customer_id])
            raise Oops

    with pytest.raises(Oops):
        half()
    assert dump(store, journal_too=True) == before
    assert told == []
    assert store.connection_count() == 0


def test_a_broken_reference_leaves_nothing(store: Store) -> None:
    before = dump(store, journal_too=True)
    with pytest.raises(IntegrityError), store.write(Doing("x")) as session:
        session.add_all([Customer(name="甲"), Contact(customer_id=99, name="无主")])
    assert dump(store, journal_too=True) == before


def test_a_value_used_twice_leaves_nothing(store: Store) -> None:
    with store.write(Doing("x")) as session:
        session.add(Customer(name="甲", number="K1"))
    before = dump(store, journal_too=True)
    with pytest.raises(IntegrityError), store.write(Doing("x")) as session:
        session.add_all([Tag(name="新"), Customer(name="乙", number="K1")])
    assert dump(store, journal_too=True) == before


def test_errors_never_quote_what_people_wrote(store: Store) -> None:
    with store.write(Doing("x")) as session:
        session.add(Customer(name="甲", number="K1"))
    with pytest.raises(IntegrityError) as caught, store.write(Doing("x")) as session:
        session.add(Customer(name="秘密的名字", number="K1"))
    assert "秘密" not in str(caught.value)
    assert "K1" not in str(caught.value)


def test_an_action_that_changes_nothing_is_none(store: Store) -> None:
    told: list[frozenset[str]] = []
    store.listeners.append(told.append)
    customer_id = add(store, "甲")
    before, told[:] = dump(store, journal_too=True), []
    with store.write(Doing("x")) as session:
        customer = session.get_one(Customer, customer_id)
        customer.name = "甲"
        journal.bulk_change(session, journal.table_named("customer"), {customer_id: {"name": "甲", "note": None}})
    assert dump(store, journal_too=True) == before
    assert told == []


def test_two_threads_write_one_after_the_other(store: Store) -> None:
    threads = [Thread(target=lambda n=n: [add(store, f"{n}-{i}") for i in range(15)]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(store) == 60
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Action)) == 60
        found = search(session, "0-14")
    assert [hit.name for hit in found] == ["0-14"]


def test_a_writer_waits_for_a_short_reader(store: Store) -> None:
    with store.read() as session:
        session.execute(select(Customer)).all()
        writer = Thread(target=add, args=(store, "甲"))
        writer.start()
        writer.join(0.2)
        assert writer.is_alive(), "or the reader would see half of it"
    writer.join(10)
    assert count(store) == 1


def test_a_file_kept_locked_by_another_program_is_busy(path: Path, opened: Callable[[Path], Store]) -> None:
    store = opened(path)

    @event.listens_for(store._engine, "connect")
    def hurry(raw: Any, _record: object) -> None:
        raw.execute("PRAGMA busy_timeout = 100")

    assert count(store) == 0  # a connection is there now: a new one would wait longer before that limit is set
    # By the same library: within one process two of them would not see each other's locks.
    with closing(dbapi2.connect(str(path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreProblem, match="busy"):
            add(store, "甲")
        with pytest.raises(StoreProblem, match="busy"):
            count(store)
        other.execute("ROLLBACK")
    add(store, "甲")
    assert count(store) == 1


# Disk full


def too_much(store: Store) -> None:
    """One action that is larger than the disk, with bulk writes and a search index to keep."""
    with store.write(Doing("import")) as session:
        ids = new_block(4000)
        names = [{"id": one, "name": f"公司{one}", "kind": "company", "stage": "won", "note": "x" * 500} for one in ids]
        journal.bulk_create(session, journal.table_named("customer"), names)
        session.add_all(Reach(customer_id=one, kind="mobile", value="13800138000") for one in ids[:500])


def survives(store: Store, fill: Callable[[], None], free: Callable[[], None]) -> None:
    """Whatever `fill` does ends in disk_full, with the file whole; after `free` the program goes on."""
    for number in range(5):
        add(store, f"甲{number}")
    before = dump(store, journal_too=True)
    for _attempt in range(2):
        with pytest.raises(StoreProblem, match="disk_full"):
            fill()
        assert store.connection_count() == 0
        assert dump(store, journal_too=True) == before, "reading goes on, and shows no row that is not kept"
    free()
    add(store, "之后")
    assert count(store) == 6
    store.close()
    assert quick_check(store.path, whole=True) == []


def test_a_full_disk_stops_the_action_and_nothing_else(small_disk: Path, opened: Callable[[Path], Store]) -> None:
    path = small_disk / "客户.kezha"
    create_file(path)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(600_000))
    store = opened(path)
    survives(store, lambda: too_much(store), ballast.unlink)
    assert [one.name for one in small_disk.iterdir()] == [path.name]


def test_a_disk_so_full_that_nothing_goes(small_disk: Path, opened: Callable[[Path], Store]) -> None:
    path = small_disk / "客户.kezha"
    create_file(path)
    store = opened(path)
    ballast = small_disk / "ballast"

    def fill_up() -> None:
        with ballast.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        for number in range(50):
            add(store, f"满{number}" * 200)

    survives(store, fill_up, ballast.unlink)


def test_no_room_for_a_file_is_told_before_there_is_one(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(3 * 1024 * 1024 - 40_960))
    with pytest.raises(StoreProblem, match="disk_full"):
        create_file(small_disk / "客户.kezha")
    assert [one.name for one in small_disk.iterdir()] == ["ballast"]


def test_a_full_disk_without_a_disk_of_its_own(path: Path, opened: Callable[[Path], Store]) -> None:
    """The same by SQLite's own limit, where nobody may mount."""
    store = opened(path)
    limit = {"pages": 150}

    @event.listens_for(store._engine, "begin")
    def limited(connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit['pages']}")  # type: ignore[attr-defined]

    survives(store, lambda: too_much(store), lambda: limit.update(pages=100_000))


def test_the_medium_is_gone(path: Path, opened: Callable[[Path], Store]) -> None:
    """The folder is renamed under the program, as when a stick is pulled: never "damaged", and no new empty file."""
    if os.name == "nt":
        pytest.skip("an open file's folder cannot be renamed there")
    store = opened(path)
    add(store, "甲")
    away = path.parent.rename(path.parent.with_name("away"))
    try:
        for _attempt in range(3):
            with pytest.raises(StoreProblem, match="disk_error"):
                add(store, "乙")
        assert not path.exists()
    finally:
        away.rename(path.parent)
    add(store, "丙")
    with store.read() as session:
        assert set(session.scalars(select(Customer.name))) == {"甲", "丙"}
        assert session.scalar(select(func.count()).select_from(Change)) == 4


def test_closing_after_the_medium_is_gone_is_quiet(path: Path) -> None:
    store = open_store(path, version="0", backups=path.parent)
    path.unlink()
    store.close()
    assert list(path.parent.iterdir()) == []
