"""Import of 100,000 order lines, the journal included, beside a bare `csv` + `executemany` of the same rows."""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from db.store import create_file, open_store
from desktop.progress import Progress
from desktop.services.exchange import steps
from tests.bench.ledger import Ledger

ROUNDS = 5
MEMORY = """
import resource, subprocess, sys
from desktop.cli import main
code = main(["import", sys.argv[1], sys.argv[2], "--json"])
kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(kilobytes / 1024, file=sys.stderr)
"""


def log(shared_data: Path) -> Path:
    return shared_data / "transactions" / "online_retail_II_2009-2010_first100k.csv.gz"


def bare(path: Path, target: Path) -> float:
    """Read and insert the rows as they are; milliseconds."""
    with closing(dbapi2.connect(str(target), isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = TRUNCATE")
        raw.execute("PRAGMA synchronous = EXTRA")
        begin = time.perf_counter()
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        raw.execute("CREATE TABLE t (a, b, c, d, e, f, g, h)")
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        raw.execute("COMMIT")
        return (time.perf_counter() - begin) * 1000


def ours(path: Path, target: Path) -> float:
    """The whole import into an empty file of ours; milliseconds."""
    create_file(target)
    store = open_store(target, version="bench", backups=target.parent)
    try:
        begin = time.perf_counter()
        book = steps.read(path, Progress())
        report = steps.apply(store, book, steps.propose(book), Progress(), name=path.name)
        taken = (time.perf_counter() - begin) * 1000
    finally:
        store.close()
    assert report.rows == 100_000
    return taken


def test_a_hundred_thousand_order_lines(shared_data: Path, tmp_path: Path, ledger: Ledger) -> None:
    path = log(shared_data)
    floors, times = [], []
    ours(path, tmp_path / "warm.kezha")
    for number in range(ROUNDS):
        floors.append(bare(path, tmp_path / f"{number}.db"))
        times.append(ours(path, tmp_path / f"{number}.kezha"))
    ledger.put("import of 100,000 order lines", times, floors, most_ratio=4)


def test_memory_of_that_import(shared_data: Path, tmp_path: Path, ledger: Ledger) -> None:
    create_file(tmp_path / "memory.kezha")
    command = [sys.executable, "-c", MEMORY, str(tmp_path / "memory.kezha"), str(log(shared_data))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ledger.put("memory of that import, reader included", [float(done.stderr.split()[-1])], unit="MB", most=400)
