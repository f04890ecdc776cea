"""What the Store derives of orders: days of buying and costs, whatever way they changed."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db import journal, keys
from db.buying import keep_costs, keep_days
from db.models import Customer, Order, OrderLine
from db.queries.journal import last_action
from db.store import Doing, Store, open_store
from db.undo import apply_undo, delete_with_children, plan_undo

FIRST = date(2026, 1, 5)
COLUMNS = ("first_bought_on", "last_bought_on", "bought_days", "usual_gap")


def seen(store: Store, customer_id: int) -> tuple[Any, ...]:
    with store.read() as session:
        columns = [getattr(Customer, name) for name in COLUMNS]
        return tuple(session.execute(select(*columns).where(Customer.id == customer_id)).one())


def bought(store: Store, *days: int, **more: Any) -> int:
    """A customer with a purchase of 10 on each of these days after the first."""
    with store.write(Doing("fill")) as session:
        one = Customer(name="甲")
        session.add(one)
        for day in days:
            session.add(Order(customer_id=one.id, ordered_on=FIRST + timedelta(day), amount=Decimal(10), **more))
        return one.id


def test_days_of_buying_and_the_median_between_them(store: Store) -> None:
    one = bought(store, 0, 0, 10, 13, 33)
    assert seen(store, one) == (FIRST, FIRST + timedelta(33), 4, Decimal(10))
    assert seen(store, bought(store, 0, 3, 8)) == (FIRST, FIRST + timedelta(8), 3, Decimal(4))
    assert seen(store, bought(store, 5)) == (FIRST + timedelta(5), FIRST + timedelta(5), 1, None)
    assert seen(store, bought(store)) == (None, None, None, None)


def test_only_confirmed_purchases_count(store: Store) -> None:
    assert seen(store, bought(store, 0, 9, state="draft")) == (None,) * 4
    assert seen(store, bought(store, 0, 9, kind="return")) == (None,) * 4


def test_a_change_a_deletion_and_its_undo_are_followed(store: Store) -> None:
    one = bought(store, 0, 10, 20)
    with store.write(Doing("edit")) as session:
        order = session.scalars(select(Order).where(Order.ordered_on == FIRST)).one()
        order.state = "cancelled"  # type: ignore[assignment]
    assert seen(store, one) == (FIRST + timedelta(10), FIRST + timedelta(20), 2, Decimal(10))
    with store.write(Doing("delete")) as session:
        ids = list(session.scalars(select(Order.id).where(Order.customer_id == one)))
        delete_with_children(session, journal.table_named("sales_order"), ids)
    assert seen(store, one) == (None,) * 4
    undo(store)
    assert seen(store, one) == (FIRST + timedelta(10), FIRST + timedelta(20), 2, Decimal(10))
    with store.write(Doing("delete")) as session:
        delete_with_children(session, journal.table_named("customer"), [one])
    undo(store)
    assert seen(store, one)[2] == 2


def test_an_order_that_moves_is_taken_from_one_and_given_to_the_other(store: Store) -> None:
    one, other = bought(store, 0, 10), bought(store)
    with store.write(Doing("edit")) as session:
        order = session.scalars(select(Order).where(Order.ordered_on > FIRST)).one()
        order.customer_id = other
    assert seen(store, one)[2] == 1
    assert seen(store, other) == (FIRST + timedelta(10), FIRST + timedelta(10), 1, None)


def test_what_orders_cost_is_what_their_lines_with_a_cost_say(store: Store) -> None:
    one = bought(store)
    with store.write(Doing("fill")) as session:
        order = Order(customer_id=one, ordered_on=FIRST, amount=Decimal("30.00"))
        other = Order(customer_id=one, ordered_on=FIRST, amount=Decimal("-3.00"), kind="return")
        bare = Order(customer_id=one, ordered_on=FIRST, amount=Decimal("5.00"))
        session.add_all([order, other, bare])
        session.add(line(order, "2", "10.0025", "4.00125"))
        session.add(line(order, "1", "10", None))
        session.add(line(other, "-1", "-3", "1.005"))
        session.add(line(bare, "1", "5", None))
    assert costs(store) == {order.id: ("10.00", "8.00"), other.id: ("-3.00", "-1.01"), bare.id: (None, None)}
    with store.write(Doing("edit")) as session:
        session.scalars(select(OrderLine).where(OrderLine.order_id == bare.id)).one().unit_cost = Decimal(2)
        for row in session.scalars(select(OrderLine).where(OrderLine.order_id == other.id)):
            row.unit_cost = None
    assert costs(store)[bare.id] == ("5.00", "2.00")
    assert costs(store)[other.id] == (None, None)
    undo(store)
    assert costs(store)[other.id] == ("-3.00", "-1.01")


def test_rows_written_in_bulk_are_derived_too(store: Store) -> None:
    one = bought(store)
    ids = keys.new_block(3)
    with store.write(Doing("import.orders")) as session:
        orders: list[dict[str, Any]] = [
            {"id": key, "customer_id": one, "ordered_on": FIRST + timedelta(7 * at), "amount": Decimal(5),
             "kind": "purchase", "state": "confirmed"}
            for at, key in enumerate(ids)
        ]  # fmt: skip
        journal.bulk_create(session, journal.table_named("sales_order"), orders)
        (line_id,) = keys.new_block(1)
        row = {"id": line_id, "order_id": ids[0], "position": 1, "quantity": Decimal(1), "amount": Decimal(5)}
        journal.bulk_create(session, journal.table_named("order_line"), [{**row, "unit_cost": Decimal(3)}])
    assert seen(store, one) == (FIRST, FIRST + timedelta(14), 3, Decimal(7))
    assert costs(store)[ids[0]] == ("5.00", "3.00")


def test_an_upgraded_file_has_what_the_store_would_write(tmp_path: Path) -> None:
    released = Path(__file__).resolve().parent.parent / "files" / "0002.kezha"
    path = Path(shutil.copy(released, tmp_path))
    store = open_store(path, version="0", backups=tmp_path)
    try:
        before = derived(store)
        assert any(row[3] for row in before[0])
        with store.write(Doing("again")) as session:
            keep_days(session.connection(), [row[0] for row in before[0]])
            keep_costs(session.connection(), [row[0] for row in before[1]])
        assert derived(store) == before
    finally:
        store.close()


def derived(store: Store) -> tuple[list[Any], list[Any]]:
    with store.read() as session:
        customers = select(Customer.id, *(getattr(Customer, name) for name in COLUMNS)).order_by(Customer.id)
        orders = select(Order.id, Order.costed, Order.cost).order_by(Order.id)
        return [tuple(row) for row in session.execute(customers)], [tuple(row) for row in session.execute(orders)]


def line(order: Order, quantity: str, amount: str, cost: str | None) -> OrderLine:
    unit = None if cost is None else Decimal(cost)
    return OrderLine(order_id=order.id, position=1, quantity=Decimal(quantity), amount=Decimal(amount), unit_cost=unit)


def costs(store: Store) -> dict[int, tuple[str | None, str | None]]:
    with store.read() as session:
        rows = session.execute(select(Order.id, Order.costed, Order.cost).where(Order.amount != 10))
        return {one: (a if a is None else str(a), b if b is None else str(b)) for one, a, b in rows}


def undo(store: Store) -> None:
    with store.read() as session:
        last = last_action(session)
        assert last is not None
        plan = plan_undo(session, last.id)
    with store.write(Doing("undo", undoes_id=last.id)) as session:
        apply_undo(session, plan)
