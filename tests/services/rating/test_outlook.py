"""The outlook of the customers of a real file: what is read of it, and that a job of it can be stopped."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from db.models import Customer, Order
from db.queries.purchases import PAGE, Buyer, buyers, page_end, purchase_days
from db.store import Doing, Store
from db.vocabulary import OrderKind, OrderState
from desktop.progress import Cancelled, Progress
from desktop.services.rating import outlook as module
from desktop.services.rating.outlook import outlook

FIRST = date(2026, 1, 5)
END = date(2026, 12, 27)
Orders = list[tuple[int, str]]  # days after FIRST, and amounts


def fill(store: Store, *customers: Orders, kind: OrderKind = OrderKind.PURCHASE, state: str = "confirmed") -> list[int]:
    """Customers with these orders; their ids."""
    with store.write(Doing("fill")) as session:
        rows = [Customer(name=f"客户{n}") for n in range(len(customers))]
        session.add_all(rows)
        session.flush()
        for row, orders in zip(rows, customers, strict=True):
            for day, amount in orders:
                on = FIRST + timedelta(day)
                session.add(
                    Order(customer_id=row.id, ordered_on=on, amount=Decimal(amount), kind=kind, state=OrderState(state))
                )
        return [row.id for row in rows]


def found(store: Store, until: date = END) -> list[Buyer]:
    with store.read() as session:
        last = page_end(session, 0, PAGE)
        return [] if last is None else buyers(session, until, 0, last)


def test_orders_of_a_day_are_one_purchase_day(empty_store: Store) -> None:
    (one,) = fill(empty_store, [(0, "5"), (0, "7"), (9, "1.25"), (9, "2"), (30, "0"), (400, "99")])
    assert found(empty_store) == [Buyer(one, 3, FIRST, FIRST + timedelta(30), Decimal("3.25"))]
    assert found(empty_store, FIRST) == [Buyer(one, 1, FIRST, FIRST, Decimal("0.00"))]
    assert found(empty_store, FIRST - timedelta(1)) == []
    with empty_store.read() as session:
        days = purchase_days(session, one, END)
    shown = [(FIRST, "12.00"), (FIRST + timedelta(9), "3.25"), (FIRST + timedelta(30), "0.00")]
    assert days == [(on, Decimal(amount)) for on, amount in shown]


def test_drafts_cancelled_orders_and_returns_are_no_purchases(empty_store: Store) -> None:
    fill(empty_store, [(0, "5")], state="draft")
    fill(empty_store, [(0, "5")], state="cancelled")
    fill(empty_store, [(0, "-5")], kind=OrderKind.RETURN)
    fill(empty_store, [(0, "-5")])
    assert found(empty_store) == []
    assert outlook(empty_store, END, Progress()).customers == 0


def test_every_customer_is_read_once_whatever_the_page(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(empty_store, *([(n, "5"), (n + n % 3, "6")] if n % 5 else [] for n in range(57)))
    whole = outlook(empty_store, END, Progress(), anyway=True)
    assert (whole.customers, whole.repeaters) == (45, sum(n % 3 > 0 and n % 5 > 0 for n in range(57)))
    for page in (1, 10, 57):
        monkeypatch.setattr(module, "PAGE", page)
        assert outlook(empty_store, END, Progress(), anyway=True) == whole
    with empty_store.read() as session:
        assert outlook(session, END, Progress(), anyway=True) == whole


def test_too_few_repeaters_are_said_so_and_nothing_is_fitted(empty_store: Store) -> None:
    fill(empty_store, [(0, "5"), (9, "5")], [(0, "5")])
    told = outlook(empty_store, END, Progress())
    assert (told.customers, told.repeaters, told.why, told.purchases) == (2, 1, "few_repeaters", None)
    assert told.outlooks == {}


def test_a_job_that_nobody_wants_any_more_ends(empty_store: Store) -> None:
    fill(empty_store, *([(0, "5"), (n + 1, "5")] for n in range(30)))

    class Stopped(Progress):
        at_step = ""

        def step(self, name: str) -> None:
            if name == self.at_step:
                self.cancel()

    for step in ("reading", "forecasting"):
        progress = Stopped()
        progress.at_step = step
        with pytest.raises(Cancelled):
            outlook(empty_store, END, progress, anyway=True)
        assert empty_store.connection_count() == 0


def test_a_save_comes_between_two_pages(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading holds nobody up longer than a page: here a customer is written between the first and the second."""
    fill(empty_store, [(0, "5")], [(1, "5")])
    monkeypatch.setattr(module, "PAGE", 1)

    class Saving(Progress):
        looks = 0

        def look(self) -> None:
            self.looks += 1
            if self.looks == 3:
                fill(empty_store, [(0, "5")])

    assert outlook(empty_store, END, Saving()).customers == 3
