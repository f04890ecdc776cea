"""A file with many customers and ten times as many orders, who buy and leave as the model of BG/NBD has it.

Kept in the temporary folder like those of `make_file.py`, under a name that says what it was made by.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from db import identity, journal
from db.keys import new_block
from db.store import Doing, create_file, open_store

END = date(2026, 11, 22)
WEEKS = 260  # the office exists for five years
STEP = 10_000  # customers written at a time


def file_of_buyers(customers: int) -> Path:
    """A file with so many customers, some ten orders each; never to be written to: take `make_file.copy_of`."""
    folder = Path(tempfile.gettempdir()) / "kezha-bench"
    folder.mkdir(exist_ok=True)
    schema = identity.MIGRATIONS / "schemas" / f"{identity.SCHEMA:04}.json"
    mark = hashlib.sha256(Path(__file__).read_bytes() + schema.read_bytes()).hexdigest()[:12]
    path = folder / f"buyers-{customers}-{mark}{identity.SUFFIX}"
    if not path.is_file():
        for old in folder.glob(f"buyers-{customers}-*{identity.SUFFIX}"):
            old.unlink()
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        _make(making, customers)
        making.rename(path)
    return path


def _make(path: Path, customers: int) -> None:
    create_file(path)
    store = open_store(path, version="bench", backups=path.parent)
    dice = Random(20261122)
    try:
        for start in range(0, customers, STEP):
            ids = new_block(min(STEP, customers - start))
            people = [
                (one, "company", f"B{start + n:06}", f"买家{start + n:06}", "won", "", "", "")
                for n, one in enumerate(ids)
            ]
            bought = [(one, day, fen) for one in ids for day, fen in _bought(dice)]
            orders = [
                (order, one, f"S{order}", day.isoformat(), "purchase", "confirmed", fen)
                for order, (one, day, fen) in zip(new_block(len(bought)), bought, strict=True)
            ]
            with store.write(Doing("import")) as session:
                for table, columns, rows in (
                    ("customer", "id kind number name stage pinyin name_key search_text", people),
                    ("sales_order", "id customer_id number ordered_on kind state amount", orders),
                ):
                    journal.bulk_create_stored(session, journal.table_named(table), columns.split(), rows)
    finally:
        store.close()


def _bought(dice: Random) -> Iterator[tuple[date, int]]:
    """The orders of one customer: at a rate of his own, until he leaves by a chance of his own; mean spend his own."""
    rate, chance, spend = dice.gammavariate(0.9, 1 / 8), dice.betavariate(0.5, 6), 3_000_00 / dice.gammavariate(3, 0.5)
    at = dice.random() * WEEKS * 0.9
    while at < WEEKS:
        yield END - timedelta(weeks=WEEKS - at), round(spend * dice.gammavariate(5, 0.2)) + 1
        if dice.random() < chance:
            return
        at += dice.expovariate(rate)
