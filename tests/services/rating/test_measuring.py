"""Measuring a whole file: in stretches, of one moment, and stopped where somebody wants it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random

import pytest

from db import journal
from db.keys import new_block
from db.models import Customer, Order, Payment
from db.queries.stretch import Stretch
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import OrderKind, OrderState
from desktop.progress import Cancelled, Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.measured import Value
from desktop.services.rating.measuring import PAGE, TRIES, measure, values_of
from tests.services.rating.small_office import DAY, D, buy, do, fill

EVERYBODY = Stretch(0, 2**63 - 1, DAY)
WANTED = [("purchases", 365), ("complaints", 0), ("customers", 365)]


def fill_large(store: Store) -> list[int]:
    """Two stretches and a bit; every third customer has bought for as many yuan as his place says."""
    with store.write(Doing("import.customers")) as session:
        ids = list(new_block(2 * PAGE + 3))
        rows = [{"id": one, "name": f"客户{at}", "stage": "won", "kind": "company"} for at, one in enumerate(ids)]
        journal.bulk_create(session, journal.table_named("customer"), rows)
        keys = new_block(len(ids[::3]))
        orders = [
            {"id": key, "customer_id": one, "ordered_on": DAY, "kind": OrderKind.PURCHASE,
             "state": OrderState.CONFIRMED, "amount": D(at * 3 + 1)}
            for at, (key, one) in enumerate(zip(keys, ids[::3], strict=True))
        ]  # fmt: skip
        journal.bulk_create(session, journal.table_named("sales_order"), orders)
    return ids


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Such an office, for reading."""
    folder = tmp_path_factory.mktemp("large")
    path = Path(folder) / "办.kezha"
    create_file(path)
    with closing(open_store(path, version="test", backups=folder)) as store:
        fill_large(store)
        yield store


def test_a_large_file_is_measured_in_stretches_without_a_gap(large: Store) -> None:
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, step: told.append((done, total)) if step == "measuring" else None)
    found = measure(large, WANTED, DAY, progress)
    n = 2 * PAGE + 3
    assert len(found.customers) == len(set(found.customers)) == n
    assert list(found.customers) == sorted(found.customers)
    assert [one for one in found.of("purchases", 365) if one is not None] == [D(at * 3 + 1) for at in range(n // 3 + 1)]
    assert found.of("purchases", 365)[PAGE - 2 : PAGE + 2] == [D(4999), None, None, D(5002)]
    assert set(found.of("complaints", 0)) == {D(0)}
    assert set(found.of("customers", 365)) == {D(n // 3 + 1)}
    assert found.numbers[0] == str(found.customers[0]), "the id stands for a number"
    assert told[-1] == (n, n)


def test_a_save_between_two_stretches_makes_it_read_again(empty_store: Store) -> None:
    """Else half of the office were measured before it and half after."""
    ids = fill_large(empty_store)
    seen: list[int] = []
    new = Customer(name="新来的")
    new_id = new.id

    class Watched(Progress):
        """Told of every stretch, however quickly they follow each other."""

        def at(self, done: int, total: int, *, force: bool = False) -> None:
            seen.append(done)
            if seen.count(PAGE) == 1 and done == PAGE:
                do(empty_store, lambda session: session.add(new), "customer.create")
                buy(empty_store, new_id, 77, DAY)
                buy(empty_store, ids[0], 9, DAY)

    found = measure(empty_store, WANTED, DAY, Watched())
    assert seen.count(PAGE) == 2
    assert found.customers[-1] == new_id
    assert found.of("purchases", 365)[-1] == D(77)
    assert found.of("purchases", 365)[0] == D(10), "before the save it was 1"
    assert set(found.of("customers", 365)) == {D(len(ids[::3]) + 1)}


def test_where_somebody_saves_all_the_time_it_comes_to_an_end(empty_store: Store) -> None:
    ids = fill(empty_store)
    saves: list[int] = []

    class Restless(Progress):
        def at(self, done: int, total: int, *, force: bool = False) -> None:
            if total:
                saves.append(done)
                buy(empty_store, ids["丁"], 1, DAY)

    found = measure(empty_store, [("purchases", 365)], DAY, Restless())
    assert len(saves) == TRIES * 2
    assert len(found.customers) == len(ids)


@pytest.mark.parametrize("stretches", [0, 1, 2])
def test_it_is_stopped_between_two_stretches(large: Store, stretches: int) -> None:
    class Impatient(Progress):
        def at(self, done: int, total: int, *, force: bool = False) -> None:
            if done >= stretches * PAGE:
                self.cancel()
            super().at(done, total, force=force)

    with pytest.raises(Cancelled):
        measure(large, WANTED, DAY, Impatient())
    assert large.connection_count() == 0


def test_an_empty_office_has_nothing_to_measure(empty_store: Store) -> None:
    found = measure(empty_store, [*WANTED, ("clv", 0)], DAY, Progress())
    assert (list(found.customers), list(found.numbers)) == ([], [])
    assert {key: list(column) for key, column in found.values.items()} == {key: [] for key in [*WANTED, ("clv", 0)]}


def test_too_few_who_came_back_let_nothing_be_said_of_the_future(empty_store: Store) -> None:
    fill(empty_store)
    found = measure(empty_store, [("clv", 0), ("alive", 0)], DAY, Progress())
    assert set(found.of("clv", 0)) == set(found.of("alive", 0)) == {None}


def test_a_metric_that_nobody_knows_is_refused(empty_store: Store) -> None:
    with pytest.raises(RuleBroken) as told, empty_store.read() as session:
        values_of(session, [("luck", 0)], EVERYBODY)
    assert (told.value.code, told.value.facts) == ("metric_gone", {"metric": "luck"})


# What is owed, against a plain walk through the fen


def owed_plainly(
    orders: list[tuple[date, int]], paid: list[tuple[date, int]], days: int, window: int
) -> tuple[Value, Value]:
    """(paid on time in per cent, overdue): each order is paid from the oldest payment on, the oldest order first."""
    orders, paid = sorted(one for one in orders if one[0] <= DAY), sorted(one for one in paid if one[0] <= DAY)
    if not paid or not orders:
        return None, None
    fen = [day for day, amount in paid for _ in range(amount)]
    at = due = on_time = overdue = 0
    for ordered, amount in orders:
        by = ordered + timedelta(days=days)
        mine = fen[at : at + amount]
        at += amount
        if by > DAY:
            continue
        overdue += amount - len(mine)
        if not window or (DAY - by).days < window:
            due += amount
            on_time += sum(day <= by for day in mine)
    share = (D(on_time) * 100 / due).quantize(D("0.01"), ROUND_HALF_UP) if due else None
    return share, Decimal(overdue).scaleb(-2)


@pytest.mark.parametrize("window", [0, 30, 365])
def test_what_is_owed_is_what_a_walk_through_the_fen_says(empty_store: Store, window: int) -> None:
    dice = Random(window)
    office = []
    with empty_store.write(Doing("import")) as session:
        for _ in range(60):
            days = dice.choice((None, 0, 10, 30))
            row = Customer(name="客户", credit_days=days)
            session.add(row)
            session.flush()
            orders, paid = some(dice, (0, 1, 2, 5)), some(dice, (0, 1, 2, 5))
            session.add_all(Order(customer_id=row.id, ordered_on=on, amount=D(fen).scaleb(-2)) for on, fen in orders)
            session.add_all(Payment(customer_id=row.id, paid_on=on, amount=D(fen).scaleb(-2)) for on, fen in paid)
            draft = Order(customer_id=row.id, ordered_on=DAY - timedelta(days=9), amount=D(99))
            draft.state = OrderState.DRAFT
            session.add(draft)
            office.append((row.id, owed_plainly(orders, paid, days or 0, window)))
    with empty_store.read() as session:
        found = values_of(session, [("punctuality", window), ("overdue", window)], EVERYBODY)
    for at, metric in enumerate(("punctuality", "overdue")):
        plain = {one: values[at] for one, values in office if values[at] is not None}
        assert found[metric, window] == plain
        assert len(set(plain.values())) > 3


def some(dice: Random, counts: tuple[int, ...]) -> list[tuple[date, int]]:
    return [
        (DAY - timedelta(days=dice.choice((-5, 0, 1, 29, 30, 31, dice.randint(0, 400)))), dice.randint(1, 900))
        for _ in range(dice.choice(counts))
    ]


def test_of_one_who_never_paid_nothing_is_said(empty_store: Store) -> None:
    """An office that keeps no payments is not owed everything."""
    ids = fill(empty_store)
    early = Payment(customer_id=ids["甲"], paid_on=DAY + timedelta(days=1), amount=D(4000))
    do(empty_store, lambda session: session.add(early))
    with empty_store.read() as session:
        found = values_of(session, [("punctuality", 365), ("overdue", 0)], EVERYBODY)
        later = values_of(session, [("overdue", 0)], Stretch(0, 2**63 - 1, DAY + timedelta(days=1)))
    assert found == {("punctuality", 365): {}, ("overdue", 0): {}}
    assert later == {("overdue", 0): {ids["甲"]: D(0)}}
