"""A file with many customers and ten times as many follow-ups: done over three years, the next ones planned.

Kept in the temporary folder like those of `make_file.py`, under a name that says what it was made by.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from db import identity, journal
from db.keys import new_block
from db.store import Doing, create_file, open_store

TODAY = date(2026, 11, 22)
STEP = 10_000  # customers written at a time
EACH = 10  # follow-ups of a customer on the average
REPS = 8
_STAGES = ("potential", "contacted", "interested", "won", "won", "won", "lost")
_TIERS = ("A", "B", "B", "C", "C", "C", "D", "D", None)
_KINDS = ("visit", "call", "call", "wechat", "email")
_RESULTS = ("已报价，等对方回复", "送样品两件", "约好下周再谈", "价格偏高，需比较", "对方满意，愿意续签")
_TOWNS = (("浙江省", "杭州市"), ("浙江省", "宁波市"), ("江苏省", "苏州市"), ("上海市", "上海市"))

Row = tuple[Any, ...]


def file_of_follow_ups(customers: int) -> Path:
    """A file with so many customers, some ten follow-ups each; never to be written to: take `make_file.copy_of`."""
    folder = Path(tempfile.gettempdir()) / "kezha-bench"
    folder.mkdir(exist_ok=True)
    schema = identity.MIGRATIONS / "schemas" / f"{identity.SCHEMA:04}.json"
    mark = hashlib.sha256(Path(__file__).read_bytes() + schema.read_bytes()).hexdigest()[:12]
    path = folder / f"followed-{customers}-{mark}{identity.SUFFIX}"
    if not path.is_file():
        for old in folder.glob(f"followed-{customers}-*{identity.SUFFIX}"):
            old.unlink()
        making = path.with_suffix(".making")
        for left in (making, Path(f"{making}-journal")):  # of a run that was broken off: the one would spoil the other
            left.unlink(missing_ok=True)
        _make(making, customers)
        making.rename(path)
    return path


def _make(path: Path, customers: int) -> None:
    create_file(path)
    store = open_store(path, version="bench", backups=path.parent)
    dice = Random(20261122)
    reps = new_block(REPS)
    try:
        with store.write(Doing("import")) as session:
            people = [(one, f"业务员{number}", "rep", 1) for number, one in enumerate(reps, 1)]
            _store(session, "rep", "id name role active", people)
        for start in range(0, customers, STEP):
            ids = new_block(min(STEP, customers - start))
            rows = [_customer(dice, one, start + number, reps) for number, one in enumerate(ids)]
            told = [row for one in ids for row in _followed(dice, one, reps)]
            keyed = [(key, *row) for key, row in zip(new_block(len(told)), told, strict=True)]
            with store.write(Doing("import")) as session:
                columns = "id kind number name stage value_tier province city owner_id pinyin name_key search_text"
                _store(session, "customer", columns, rows)
                columns = "id customer_id rep_id kind state planned_on done_on result effective"
                _store(session, "follow_up", f"{columns} first_planned_on postponed", keyed)
    finally:
        store.close()


def _store(session: Session, table: str, columns: str, rows: list[Row]) -> None:
    journal.bulk_create_stored(session, journal.table_named(table), columns.split(), rows)


def _customer(dice: Random, one: int, place: int, reps: list[int]) -> Row:
    province, city = dice.choice(_TOWNS)
    facts = (dice.choice(_STAGES), dice.choice(_TIERS), province, city, dice.choice(reps))
    return (one, "company", f"F{place:06}", f"{city}客户{place:06}有限公司", *facts, "", "", "")


def _followed(dice: Random, one: int, reps: list[int]) -> Iterator[Row]:
    """One in ten was never spoken to; the others were, one after another, the last time some while ago."""
    if dice.random() >= 0.1:
        back = int(dice.expovariate(1 / 40))
        for _ in range(dice.randrange(EACH - 2, EACH + 4)):
            day = TODAY - timedelta(days=back)
            told = (dice.choice(_KINDS), "done", None, day.isoformat(), dice.choice(_RESULTS))
            yield (one, dice.choice(reps), *told, int(dice.random() < 0.8), None, 0)
            back += dice.randrange(3, 120)
    if dice.random() < 0.5:
        planned = (TODAY + timedelta(days=dice.randrange(-8, 60))).isoformat()
        yield (one, dice.choice(reps), dice.choice(_KINDS), "planned", planned, None, None, 0, planned, 0)
