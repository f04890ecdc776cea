"""The outlook of a wholesaler's 4,312 customers, and of 100,000 customers with a million orders, and its memory.

The floor of the fit is what no likelihood of BG/NBD can do without: for each different past of one who came back, one
exp() and one log1p(), as often as the fit asked for the likelihood; run by the interpreter's own loops, with nothing
around. The floor of the million is the bare driver reading the orders by customer and day, into nothing.
"""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from math import exp, log1p
from pathlib import Path
from typing import Any

import pytest

from db.queries.purchases import buyers
from db.store import Store, create_file, open_store
from desktop.progress import Progress
from desktop.rules.value.forecast import seen_by
from desktop.rules.value.likelihood import Past, counted
from desktop.rules.value.purchases import fit_purchases
from desktop.services.exchange import steps
from desktop.services.rating.outlook import outlook
from tests.bench.ledger import Ledger, in_turns
from tests.bench.make_buyers import END, file_of_buyers
from tests.bench.make_file import copy_of

CLEANED = ("Customer ID is set", "not Invoice starts C", "Quantity > 0", "Price > 0")
LAST = date(2010, 12, 9)
MANY, ROUNDS = 100_000, 5
LARGEST_ID = 2**63 - 1
MEMORY = """
import sys
from datetime import date
from pathlib import Path
from db.store import open_store
from desktop.progress import Progress
from desktop.services.rating.outlook import outlook
path = Path(sys.argv[1])
store = open_store(path, version="bench", backups=path.parent, read_only=True)
found = outlook(store, date.fromisoformat(sys.argv[2]), Progress())
store.close()
status = Path("/proc/self/status").read_text()  # ru_maxrss would count the parent this process was forked from
print(len(found.outlooks), int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""
IN_ORDER = """
SELECT customer_id, ordered_on, amount FROM sales_order
WHERE state = 'confirmed' AND kind = 'purchase' AND amount >= 0 ORDER BY customer_id, ordered_on
"""


@pytest.fixture(scope="module")
def wholesaler(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Online Retail 2009-2010, cleaned by conditions of the import."""
    path = tmp_path_factory.mktemp("retail") / "retail.kezha"
    create_file(path)
    with closing(open_store(path, version="bench", backups=path.parent)) as store:
        name = "online_retail_II_2009-2010.csv.gz"
        book = steps.read(shared_data / "transactions" / name, Progress())
        steps.apply(store, book, steps.propose(book, where=CLEANED), Progress(), name=name)
        yield store


def pasts_of(store: Store, until: date) -> list[Past]:
    """All customers as the likelihood sees them."""
    with store.read() as session:
        rows = buyers(session, until, 0, LARGEST_ID)
    return [seen_by(one.first, one.last, one.days, one.repeat_spend, until)[0] for one in rows]


def looks_of(pasts: list[Past]) -> int:
    """How often the fit of these asks for the likelihood."""
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1

    fit_purchases(pasts, look)
    return looks


def bare(pasts: list[Past], looks: int) -> Callable[[], None]:
    """The floor: see above."""
    waits = [past.last / (1 + past.seen) for past in {one for one in pasts if one.repeats}]

    def run() -> None:
        for _ in range(looks):
            sum(map(log1p, map(exp, waits)))

    return run


def test_the_fit_of_a_wholesaler(wholesaler: Store, ledger: Ledger) -> None:
    pasts = pasts_of(wholesaler, LAST)
    assert counted(pasts).customers == 4_312
    looks = looks_of(pasts)
    floor, fit, whole = in_turns(
        ROUNDS,
        bare(pasts, looks),
        lambda: fit_purchases(pasts),
        lambda: outlook(wholesaler, LAST, Progress()),
    )
    ledger.put(f"fit of 4,312 customers, {looks} looks at the likelihood", fit, floor, most=5000)
    ledger.put("the same with reading and the fit of amounts", whole, floor, most=5000)


def test_a_million_orders(tmp_path: Path, ledger: Ledger) -> None:
    path = copy_of(file_of_buyers(MANY), tmp_path)
    with closing(open_store(path, version="bench", backups=tmp_path)) as store:

        def read() -> None:
            with store.read() as session:
                rows: Any = session.connection().exec_driver_sql(IN_ORDER).cursor
                deque(rows, maxlen=0)

        floor, whole = in_turns(2, read, lambda: outlook(store, END, Progress()))
    ledger.put("outlook of 100,000 customers with 1 million orders", whole, floor)


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory a process had is asked of Linux")
def test_memory_of_a_million_orders(tmp_path: Path, ledger: Ledger) -> None:
    path = copy_of(file_of_buyers(MANY), tmp_path)
    command = [sys.executable, "-c", MEMORY, str(path), END.isoformat()]
    told, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(told) == MANY
    ledger.put("memory of that outlook", [float(memory)], unit="MB", most=700)
