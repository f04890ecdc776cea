"""A program killed at any moment of a save: what it has acknowledged is there, whole; nothing is there by half."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import random
import time
from collections import Counter
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from db.keys import NODE_MASK, NODE_SHIFT
from db.lock import holder_path
from db.problems import StoreProblem
from db.queries.search import search
from db.store import open_store, quick_check
from tests.db.holding_child import save_without_end

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL and a server to fork from")


def child(path: Path, pipe: Connection, unsafe: bool) -> None:
    """Runs in the process that will be killed."""
    save_without_end(path, pipe.send, unsafe=unsafe)


def killed_after(path: Path, saves: int, seconds: float, *, unsafe: bool = False) -> list[int]:
    """What a saving process had acknowledged when it was killed so long after so many saves."""
    context = multiprocessing.get_context("forkserver")  # the imports are made once, in the server
    context.set_forkserver_preload([child.__module__, "tests.db.holding_child"])
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(path, writing, unsafe), daemon=True)
    process.start()
    writing.close()
    acknowledged: list[int] = []
    try:
        while len(acknowledged) <= saves:
            assert reading.poll(60), "it did not come up, or does not save"
            acknowledged.append(reading.recv())
        time.sleep(seconds)
    finally:
        process.kill()
    with contextlib.suppress(EOFError):
        while True:
            acknowledged.append(reading.recv())
    process.join()
    return acknowledged


def killed_at_random(path: Path, *, unsafe: bool = False) -> list[int]:
    return killed_after(path, random.randrange(5), random.uniform(0, 0.02), unsafe=unsafe)


def numbers(path: Path) -> set[int]:
    with closing(dbapi2.connect(str(path))) as raw:
        return {int(name) for (name,) in raw.execute("SELECT name FROM customer")}


def assert_whole(raw: Any) -> None:
    """Every customer has all of what came with it, and the journal tells exactly what the tables hold."""
    contacts = dict(raw.execute("SELECT customer_id, count(*) FROM contact GROUP BY 1").fetchall())
    phones = dict(raw.execute("SELECT customer_id, count(*) FROM reach GROUP BY 1").fetchall())
    indexed = {row[0] for row in raw.execute("SELECT rowid FROM search_index")}
    customers = raw.execute("SELECT id, name, pinyin, search_text FROM customer").fetchall()
    for customer_id, name, pinyin, search_text in customers:
        assert contacts.get(customer_id, 0) == int(name) % 7
        assert phones.get(customer_id, 0) == (30 if int(name) % 3 == 0 else 0)
        assert pinyin == name
        assert search_text.startswith(name)
    assert indexed == {row[0] for row in customers}

    told = {"customer": Counter[int](), "contact": Counter[int](), "reach": Counter[int]()}
    for table, record_id, kind in raw.execute("SELECT table_name, record_id, kind FROM change"):
        told[table][record_id] += {"created": 1, "changed": 0, "deleted": -1}[kind]
    for first, last in raw.execute("SELECT first_id, last_id FROM bulk_creation WHERE table_name = 'reach'"):
        deleted = [one for one, net in told["reach"].items() if net < 0 and first <= one <= last]
        same_node = f"((id >> {NODE_SHIFT}) & {NODE_MASK}) = ((? >> {NODE_SHIFT}) & {NODE_MASK})"
        query = f"SELECT id FROM reach WHERE id BETWEEN ? AND ? AND {same_node}"
        told["reach"].update([row[0] for row in raw.execute(query, (first, last, first))] + deleted)
    for table, net in told.items():
        there = {row[0] for row in raw.execute(f"SELECT id FROM {table}")}
        assert {one for one, count in net.items() if count} == there, table
        assert set(net.values()) <= {0, 1}
    facts = [json.loads(row[0])["number"] for row in raw.execute("SELECT facts FROM action WHERE kind LIKE '%create'")]
    assert facts == sorted(facts)


def assert_nothing_lost(path: Path, before: set[int], acknowledged: list[int]) -> set[int]:
    """What the file holds after the kill; one action more than was acknowledged may have gone through."""
    store = open_store(path, version="0", backups=path.parent)
    assert store.unclean
    with store.read() as session:
        there = numbers(path)
        newest = max(there, default=None)
        assert newest is None or str(newest) in [hit.name for hit in search(session, str(newest), limit=50)]
    store.close()
    assert not holder_path(path).exists()
    assert quick_check(path, whole=True) == []
    with closing(dbapi2.connect(str(path))) as raw:
        assert_whole(raw)

    made = {one for one in acknowledged if one > 0}
    gone = {-one for one in acknowledged if one < 0}
    last = max(before | made | gone, default=0)
    sure = (before | made) - gone
    assert there in (sure, sure | {last + 1}, sure - {last - 1}), (sorted(there ^ sure), acknowledged[-3:])
    return there


def kill_again_and_again(path: Path, times: int) -> None:
    there: set[int] = set()
    for _ in range(times):
        there = assert_nothing_lost(path, there, killed_at_random(path))


def test_sixty_kills_lose_nothing(path: Path) -> None:
    kill_again_and_again(path, 60)


@pytest.mark.nightly
def test_many_kills_lose_nothing(path: Path) -> None:
    for _ in range(12):  # a file of its own now and then, or the checks get slow
        kill_again_and_again(path, 50)


def test_this_test_can_fail(path: Path) -> None:
    """Without SQLite's journal the same kills must do damage, or they prove nothing."""
    there: set[int] = set()
    for _ in range(60):
        acknowledged = killed_at_random(path, unsafe=True)
        try:
            there = assert_nothing_lost(path, there, acknowledged)
        except (AssertionError, StoreProblem, dbapi2.Error):
            return
    pytest.fail("60 kills of a program without a journal did no damage")
