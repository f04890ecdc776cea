"""Keys rise, whatever clock, thread or block they come from."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import keys
from db.journal import table_named
from db.keys import COUNTERS, FARTHEST, Keys, drawn_at, new_key, node_of
from db.models import Customer
from db.store import Doing, Store

NOW_MS = 1_750_000_000_000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the machine's clock to so many milliseconds after NOW_MS, and stops it there."""

    def put(ms: int) -> None:
        monkeypatch.setattr("db.keys.time.time_ns", lambda: (NOW_MS + ms) * 1_000_000)

    put(0)
    return put


def test_they_rise_and_fit_63_bits() -> None:
    drawn = Keys()
    found = [drawn.next() for _ in range(20_000)]
    assert all(a < b for a, b in pairwise(found))
    assert found[0] > 0
    assert found[-1] < 2**63
    assert len({node_of(key) for key in found}) == 1
    assert abs(drawn_at(found[0]) - time.time()) < 60


def test_a_clock_set_back_does_not_set_them_back(clock: Callable[[int], None]) -> None:
    drawn = Keys(node=5)
    first = drawn.next()
    clock(-2 * 365 * 86_400_000)
    assert first < drawn.next() < drawn.block(3)[0] < drawn.next()


def test_a_clock_before_the_first_day_still_gives_keys(clock: Callable[[int], None]) -> None:
    clock(-NOW_MS)
    drawn = Keys(node=1023)
    found = [drawn.next(), *drawn.block(5000), drawn.next()]
    assert all(a < b for a, b in pairwise(found))
    assert found[0] > 0


def test_more_than_a_millisecond_holds_goes_on_in_the_next(clock: Callable[[int], None]) -> None:
    drawn = Keys(node=7)
    found = [drawn.next() for _ in range(COUNTERS + 10)]
    assert len(set(found)) == len(found)
    assert {node_of(key) for key in found} == {7}


def test_a_block_shares_its_range_with_nothing(clock: Callable[[int], None]) -> None:
    drawn = Keys(node=9)
    before = [drawn.next() for _ in range(10)]
    block = drawn.block(10_000)
    after = [drawn.next() for _ in range(10)]
    assert len(block) == len(set(block)) == 10_000
    assert before[-1] < block[0]
    assert block[-1] < after[0]
    assert drawn.block(0) == []
    assert after[-1] < drawn.next()


def test_threads_never_draw_the_same() -> None:
    drawn = Keys()

    def work(_: int) -> list[int]:
        return [drawn.next() for _ in range(3000)] + drawn.block(500)

    with ThreadPoolExecutor(8) as pool:
        found = [key for part in pool.map(work, range(16)) for key in part]
    assert len(set(found)) == len(found) == 16 * 3500


@given(st.integers(0, FARTHEST - 1))
def test_they_rise_above_what_a_file_holds(newest: int) -> None:
    drawn = Keys()
    drawn.rise_above(newest)
    assert newest < drawn.next() < drawn.block(2)[0]


def test_a_key_beyond_belief_is_not_followed() -> None:
    drawn = Keys()
    for wild in (2**63 - 1, FARTHEST):
        drawn.rise_above(wild)
    assert drawn.next() < FARTHEST


def test_an_opened_file_sets_where_they_go_on(
    path: Path, opened: Callable[[Path], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written yesterday on a machine whose clock was an hour ahead; the newest action stays the newest."""
    ahead = Keys(node=3)
    ahead.rise_above(new_key() + (3_600_000 << keys.TIME_SHIFT))
    store = opened(path)
    with monkeypatch.context() as patched:
        patched.setattr("db.models.base.new_key", ahead.next)
        with store.write(Doing("customer.create")) as session:
            session.add(Customer(name="甲"))
    store.close()

    store = opened(path)
    with store.write(Doing("customer.create")) as session:
        session.add(Customer(name="乙"))
    with store.read() as session:
        table = table_named("action")
        names = session.execute(table.select().order_by(table.c.id)).all()
    assert len(names) == 2
    assert new_key() > names[1].id > names[0].id > ahead.next() - (60_000 << keys.TIME_SHIFT)
