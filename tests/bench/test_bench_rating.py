"""A round of RFM, ABC and the score card over a wholesaler's 4,312 customers, and over 100,000 with a million orders.

The floor of the round is the bare SQL of ABC and RFM, with window functions, on the same file in the same run. That of
the million is the bare driver summing all purchases by customer.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Timer

import pytest

from db.store import Store, create_file, open_store
from desktop.progress import Cancelled, Progress
from desktop.services.exchange import steps
from desktop.services.rating.proposing import propose, propose_all
from desktop.services.rating.publishing import publish
from tests.bench.ledger import Ledger, in_turns, milliseconds
from tests.bench.make_buyers import END, file_of_buyers
from tests.bench.make_file import copy_of

CLEANED = ("Customer ID is set", "not Invoice starts C", "Quantity > 0", "Price > 0")
LAST = date(2010, 12, 9)
MANY, ROUNDS = 100_000, 9
SCHEMES = ("rfm", "abc-70-90", "score")
CONFIRMED = "state = 'confirmed' AND kind = 'purchase' AND amount > 0"
ABC = f"""
WITH bought AS (
  SELECT customer_id AS id, sum(amount) AS m FROM sales_order WHERE {CONFIRMED} AND ordered_on <= ? GROUP BY customer_id
), ranked AS (
  SELECT bought.id AS id, sum(m) OVER (ORDER BY m DESC, number ROWS UNBOUNDED PRECEDING) AS upto,
         sum(m) OVER () AS total, row_number() OVER (ORDER BY m DESC, number) AS place
  FROM bought JOIN customer ON customer.id = bought.id
)
SELECT id, CASE WHEN place = 1 OR upto <= 0.7 * total THEN 'A' WHEN upto <= 0.9 * total THEN 'B' ELSE 'C' END
FROM ranked
"""
RFM = f"""
WITH bought AS (
  SELECT customer_id AS id, max(ordered_on) AS r, count(*) AS f, sum(amount) AS m FROM sales_order
  WHERE {CONFIRMED} AND ordered_on <= ? GROUP BY customer_id
)
SELECT id, ntile(5) OVER (ORDER BY r), ntile(5) OVER (ORDER BY f), ntile(5) OVER (ORDER BY m) FROM bought
"""
SUMS = f"SELECT customer_id, sum(amount), count(*), max(ordered_on) FROM sales_order WHERE {CONFIRMED} GROUP BY 1"
MEMORY = """
import sys
from datetime import date
from pathlib import Path
from db.store import open_store
from desktop.progress import Progress
from desktop.services.rating.proposing import propose
path = Path(sys.argv[1])
store = open_store(path, version="bench", backups=path.parent, read_only=True)
found = propose(store, sys.argv[3], date.fromisoformat(sys.argv[2]), Progress())
store.close()
status = Path("/proc/self/status").read_text()  # ru_maxrss would count the parent this process was forked from
print(len(found.codes), int(status.partition("VmHWM:")[2].split()[0]) / 1024)
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


@pytest.fixture(scope="module")
def million(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 customers with a million orders, to be opened for writing."""
    return copy_of(file_of_buyers(MANY), tmp_path_factory.mktemp("million"))


def test_a_round_of_three_schemes(wholesaler: Store, ledger: Ledger) -> None:
    def bare() -> None:
        with wholesaler.read() as session:
            for sql in (ABC, RFM):
                rows = session.connection().exec_driver_sql(sql, (LAST.isoformat(),)).fetchall()
                assert len(rows) == 4_312

    def ours() -> None:
        _rfm, abc, _score = propose_all(wholesaler, SCHEMES, LAST, Progress(), window=0)
        assert abc.counts() == {"A": 729, "B": 1197, "C": 2386}

    def one_by_one() -> None:
        for key in SCHEMES:
            propose(wholesaler, key, LAST, Progress(), window=0)

    bare()
    ours()
    floor, whole, apart = in_turns(ROUNDS, bare, ours, one_by_one)
    ledger.put("RFM, ABC and score card of 4,312 customers, one round", whole, floor, most_ratio=3)
    ledger.put("the same as three rounds", apart, floor)
    proposed = propose(wholesaler, "abc-70-90", LAST, Progress(), window=365)
    ledger.put("publishing one of them", [milliseconds(lambda: publish(wholesaler, proposed, Progress()))], floor)


def test_a_hundred_thousand_customers(million: Path, ledger: Ledger) -> None:
    with closing(open_store(million, version="bench", backups=million.parent)) as store:

        def bare() -> None:
            with store.read() as session:
                session.connection().exec_driver_sql(SUMS).fetchall()

        for key in SCHEMES:
            floor, whole = in_turns(2, bare, lambda key=key: propose(store, key, END, Progress()))  # type: ignore[misc]
            ledger.put(f"{key}: 100,000 customers, 1 million orders", whole, floor)
        ledger.put("from cancel to the end of that work", [_cancelled(store)])
        proposed = propose(store, "abc-70-90", END, Progress())
        ledger.put("publishing 100,000 ratings", [milliseconds(lambda: publish(store, proposed, Progress()))], floor)


def _cancelled(store: Store) -> float:
    """Milliseconds from the wish to stop until nothing runs any more."""
    progress = Progress()
    begun: list[float] = []

    def stop() -> None:
        begun.append(0.0)
        progress.cancel()

    def work() -> None:
        timer = Timer(0.5, stop)
        timer.start()
        with pytest.raises(Cancelled):
            propose(store, "score", END, progress)

    taken = milliseconds(work)
    assert begun
    return taken - 500


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory a process had is asked of Linux")
@pytest.mark.parametrize("key", SCHEMES)
def test_memory_of_a_hundred_thousand(million: Path, ledger: Ledger, key: str) -> None:
    command = [sys.executable, "-c", MEMORY, str(million), END.isoformat(), key]
    told, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(told) == MANY
    ledger.put(f"memory of {key} over 100,000 customers", [float(memory)], unit="MB", most=700)
