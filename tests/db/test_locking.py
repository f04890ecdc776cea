"""One program per file: who may open it when, with real second processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from db.lock import Holder, Lock, holder_path, lock_path, read_holder
from db.models import Customer
from db.problems import StoreProblem
from db.store import Doing, Store, open_store
from tests.conftest import ROOT


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the file open."""
    command = [sys.executable, "-m", "tests.db.holding_child", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        try:
            yield child
        finally:
            child.kill()


def opening(path: Path, *, take_over: bool = False) -> StoreProblem:
    with pytest.raises(StoreProblem) as caught:
        open_store(path, version="0", backups=path.parent, take_over=take_over).close()
    return caught.value


def test_a_second_program_is_told_who_holds_it(path: Path) -> None:
    with held_elsewhere(path) as child:
        begin = time.monotonic()
        problem = opening(path, take_over=True)
        assert time.monotonic() - begin < 1
        assert problem.code == "in_use"
        assert problem.facts["pid"] == child.pid
        assert problem.facts["host"] == socket.gethostname()
        assert problem.facts["user"]
        assert opening(path).code == "in_use", "the one that was refused has not let go of it"
        assert child.communicate("let go\n", timeout=20)[0] == "closed\n"
    open_store(path, version="0", backups=path.parent).close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_second_window_of_the_same_program_is_refused_too(path: Path, opened: Callable[[Path], Store]) -> None:
    opened(path)
    assert opening(path).facts["pid"] == os.getpid()


def test_a_frozen_holder_still_holds(path: Path) -> None:
    if not hasattr(signal, "SIGSTOP"):
        pytest.skip("processes cannot be frozen here")
    with held_elsewhere(path) as child:
        child.send_signal(signal.SIGSTOP)
        assert opening(path).code == "in_use"


def test_after_a_kill_it_opens_without_a_question_and_says_so(path: Path, opened: Callable[[Path], Store]) -> None:
    with held_elsewhere(path) as child:
        child.kill()
        child.wait()
    assert read_holder(path) is not None
    store = opened(path)
    assert store.unclean
    store.close()
    assert not opened(path).unclean


def test_unclean_stays_so_until_it_was_opened(path: Path) -> None:
    """A refused opening in between must not make the crash forgotten."""
    with held_elsewhere(path) as child:
        child.kill()
        child.wait()
    sound = path.read_bytes()
    path.write_bytes(b"x" * 5000)
    assert opening(path).code == "not_a_database"
    path.write_bytes(sound)
    store = open_store(path, version="0", backups=path.parent)
    assert store.unclean
    store.close()


@pytest.mark.parametrize("note", [json.dumps({"host": "老王的电脑", "user": "老王", "pid": 7}), "", "{", "[]", "7"])
def test_another_machines_mark_is_a_question(path: Path, note: str) -> None:
    """Also one that cannot be read: a lock may not reach across a network folder."""
    holder_path(path).write_text(note, encoding="utf-8")
    problem = opening(path)
    assert problem.code == "in_use_elsewhere"
    assert problem.facts["host"] == ("老王的电脑" if "host" in note else "?")
    assert holder_path(path).read_text(encoding="utf-8") == note, "asking takes nothing away"
    assert not lock_path(path).exists()

    store = open_store(path, version="0", backups=path.parent, take_over=True)
    assert read_holder(path) == Holder.me()
    assert store.unclean
    store.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_reading_needs_no_lock_and_sees_what_is_saved(path: Path, opened: Callable[[Path], Store]) -> None:
    store = opened(path)
    reader = open_store(path, version="0", backups=path.parent, read_only=True)
    for number in range(3):
        with store.write(Doing("customer.create")) as session:
            session.add(Customer(name=f"甲{number}"))
        with reader.read() as session:
            assert session.query(Customer).count() == number + 1
    with pytest.raises(StoreProblem, match="read_only"), reader.write(Doing("x")):
        pass
    reader.close()
    assert opening(path).code == "in_use", "a reader that closes takes no lock with it"
    with store.write(Doing("customer.create")) as session:
        session.add(Customer(name="乙"))


def test_a_reader_in_another_process_does_not_stop_the_writer(path: Path, opened: Callable[[Path], Store]) -> None:
    store = opened(path)
    command = [sys.executable, "-m", "tests.db.reading_child", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        for number in range(20):
            with store.write(Doing("customer.create")) as session:
                session.add(Customer(name=f"甲{number}"))
        answer = json.loads(child.communicate(timeout=30)[0])
    assert (answer["look"], answer["check"], answer["read"]) == ("ok", "ok", "in_use")


def test_notes_and_locks_are_for_the_owner_only(path: Path, opened: Callable[[Path], Store]) -> None:
    if os.name == "nt":
        pytest.skip("needs POSIX file modes")
    before = os.umask(0)
    try:
        opened(path)
        assert holder_path(path).stat().st_mode & 0o777 == 0o600
        assert lock_path(path).stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_taken_in_one_thread_and_given_back_in_another(path: Path) -> None:
    """Files are opened by a job and closed by the window."""
    stores: list[Store] = []
    worker = Thread(target=lambda: stores.append(open_store(path, version="0", backups=path.parent)))
    worker.start()
    worker.join()
    stores[0].close()
    open_store(path, version="0", backups=path.parent).close()


def test_given_back_twice_it_leaves_the_next_holder_alone(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    first.acquire()
    first.release()
    second.acquire()
    first.release()
    assert read_holder(path) == Holder.me()
    with pytest.raises(StoreProblem, match="in_use"):
        Lock(path).acquire()
    second.release()


def test_many_at_once_never_hold_it_together(path: Path) -> None:
    """Each takes it, looks whether it is alone, and gives it back with its lock file removed."""
    inside: list[int] = []
    crowded: list[int] = []

    def work(number: int) -> None:
        for _ in range(40):
            lock = Lock(path)
            try:
                lock.acquire(take_over=True)
            except StoreProblem:
                continue
            inside.append(number)
            if len(inside) > 1:
                crowded.append(number)
            inside.remove(number)
            lock.release()

    threads = [Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not crowded
    assert not lock_path(path).exists()
