"""Duplicates: one name, as it is typed, against 100,000 customers; a scan of 21,000 names with planted variants."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Customer
from db.store import Store
from desktop.progress import Progress
from desktop.rules.lookalikes import Lookalikes
from desktop.services.duplicates import likely_duplicates
from tests.bench.ledger import Ledger, milliseconds
from tests.rules.planted import as_customers, planted, real_names

NAMES = 21_000
ASKED = 60


def _named(session: Session, key: str) -> list[int]:
    return list(session.scalars(select(Customer.id).where(Customer.name_key == key)))


def test_one_name_against_a_hundred_thousand(large_store: Store, ledger: Ledger) -> None:
    dice = Random(11)
    ours: list[float] = []
    bare: list[float] = []
    with large_store.read() as session:
        rows = session.execute(select(Customer.name, Customer.name_key).order_by(Customer.id)).all()
        drawn = dice.sample(rows, ASKED)
        typed = [f"{row[0][:2]}（{row[0][2:4]}）{row[0][4:]}" if turn % 3 else row[0] for turn, row in enumerate(drawn)]
        typed += ["上海", "有限公司", "杭州华东贸易", "王芳", "没有这家"]
        for turn in range(2):  # the first time every page of the index is read
            for name, row in zip(typed, [*drawn, *drawn], strict=False):
                phones = [f"1381234{turn}{len(name):03}"]
                bare.append(milliseconds(partial(_named, session, row[1])))
                ours.append(milliseconds(partial(likely_duplicates, session, name=name, phones=phones)))
        for name, row in zip(typed, drawn, strict=False):
            assert row[0] in {one.customer.name for one in likely_duplicates(session, name=name)}
    ledger.put("duplicates: one name against 100,000", ours, bare, most=30, by_p95=True)


def test_a_scan_of_names_with_planted_variants(shared_data: Path, ledger: Ledger) -> None:
    names = real_names(shared_data)
    gc.collect()
    variants = planted(names, NAMES - len(names), Random(20261122))
    start = perf_counter()
    known, truth = as_customers(names, variants)
    found = list(Lookalikes(known).pairs(Progress()))
    seconds = perf_counter() - start
    assert len(known) == NAMES
    strong = {(pair.one, pair.other) for pair in found if pair.strong}
    share = len(truth & {(pair.one, pair.other) for pair in found}) / len(truth)
    false = len(strong - truth) / len(strong)
    print(
        f"\n{NAMES:,} names, {len(truth):,} planted: {share:.1%} found; {len(found):,} pairs, "
        f"{len(strong):,} of them strong, {false:.1%} of those not planted; {seconds:.1f} s"
    )
    ledger.put("duplicates: scan of 21,000 names", [seconds * 1000])
    assert share >= 0.95
    assert false <= 0.05
