"""What is due over 100,000 customers with a million follow-ups, and whom to contact by cadence.

The floor is the bare SQL of the last contact and the next step of everybody in the same run. A file has no statistics,
so that SQLite takes an index by days for it and sorts; the floor is told the index that serves it best.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time
from pathlib import Path

import pytest

from db.store import Store, open_store
from desktop.collecting import collector_paused
from desktop.services.calendar.due import DueLists, contact_due, due_lists
from tests.bench.ledger import Ledger, in_turns
from tests.bench.make_file import copy_of
from tests.bench.make_follow_ups import TODAY, file_of_follow_ups

MANY, ROUNDS = 100_000, 7
NOW = datetime.combine(TODAY, time(9))
LAST = "SELECT customer_id, max(done_on) FROM follow_up {} WHERE state = 'done' AND effective = 1 GROUP BY customer_id"
NEXT = "SELECT customer_id, min(planned_on) FROM follow_up {} WHERE state = 'planned' GROUP BY customer_id"
BEST = (LAST.format("INDEXED BY ix_follow_up_done"), NEXT.format("INDEXED BY ix_follow_up_next"))
LEFT_ALONE = (LAST.format(""), NEXT.format(""))
MEMORY = """
import sys
from datetime import datetime
from pathlib import Path
from db.store import open_store
from desktop.services.calendar.due import contact_due, due_lists
path, now = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
store = open_store(path, version="bench", backups=path.parent, read_only=True)
with store.read() as session:
    due_lists(session, now.date(), now)
    contact_due(session, now.date())
store.close()
status = Path("/proc/self/status").read_text()  # ru_maxrss would count the parent this process was forked from
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A copy of the million, open for reading."""
    path = copy_of(file_of_follow_ups(MANY), tmp_path_factory.mktemp("followed"))
    with closing(open_store(path, version="bench", backups=path.parent, read_only=True)) as store:
        yield store
    path.unlink()


def bare(store: Store, queries: tuple[str, str]) -> list[int]:
    """The bare driver: how many customers have a last contact, and how many a next step."""
    with store.read() as session:
        connection = session.connection().connection.dbapi_connection
        assert connection is not None
        return [len(connection.cursor().execute(one).fetchall()) for one in queries]


def lists(store: Store, limit: int | None = 200) -> DueLists:
    """The lists of the day, as a screen shows them, or whole."""
    with store.read() as session:
        return due_lists(session, TODAY, NOW, limit=limit)


def contacts(store: Store, limit: int | None = 200) -> int:
    """How many are to be contacted."""
    with store.read() as session:
        return contact_due(session, TODAY, limit=limit).total


def both(store: Store) -> None:
    """All of `due`."""
    lists(store)
    contacts(store)


def uncut(store: Store) -> None:
    """All of `due` with every row, as `kezha due --json` has it."""
    with collector_paused():
        lists(store, None)
        contacts(store, None)


def test_due_of_a_million(followed: Store, ledger: Ledger) -> None:
    last, ahead = bare(followed, BEST)
    assert last > MANY * 0.85
    assert ahead > MANY * 0.4
    assert contacts(followed) > MANY * 0.3
    assert lists(followed).overdue.total > 1000
    floor, alone, whole, by_cadence = in_turns(
        ROUNDS,
        lambda: bare(followed, BEST),
        lambda: bare(followed, LEFT_ALONE),
        lambda: both(followed),
        lambda: contacts(followed),
    )
    ledger.put("due: lists and cadence, 100,000 customers, 1,000,000 follow-ups", whole, floor, most_ratio=2)
    ledger.put("  of it whom to contact by cadence", by_cadence, floor)
    ledger.put("  the floor with the index SQLite takes by itself", alone, floor)
    bottom, full = in_turns(ROUNDS, lambda: bare(followed, BEST), lambda: uncut(followed))
    ledger.put("  all of it uncut, with names and next steps, as `kezha due --json` has it", full, bottom)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_of_due(followed: Store, ledger: Ledger) -> None:
    command = [sys.executable, "-c", MEMORY, str(followed.path), NOW.isoformat()]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    ledger.put("memory of due, whole process", [float(told.stdout)], unit="MB")
