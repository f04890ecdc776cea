"""A small office to be rated: customers with purchases, a day to rate on, and short ways to do what is done to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Customer, Order
from db.queries.journal import last_action
from db.queries.rounds import RatingRow, RoundRow, ratings_of, rounds, tiers_in_force
from db.store import Doing, Store
from db.vocabulary import OrderKind, OrderState
from desktop.progress import Progress
from desktop.rules.rating.builtin import MAIN
from desktop.services.rating.overrides import OverrideDraft, set_override
from desktop.services.rating.proposing import Proposed, propose
from desktop.services.rating.publishing import publish

DAY = date(2026, 9, 30)
LATER = date(2026, 11, 22)
D = Decimal
# By ABC 70/90 the first two are A, the third B, the fourth C; 丁 has not bought.
AMOUNTS = {"甲": 4000, "乙": 3000, "丙": 2000, "戊": 1000, "丁": 0}


def fill(store: Store) -> dict[str, int]:
    """{name: customer}."""
    with store.write(Doing("import.customers")) as session:
        rows = {name: Customer(name=f"{name}公司", number=f"K{at}") for at, name in enumerate(AMOUNTS)}
        session.add_all(rows.values())
    for name, amount in AMOUNTS.items():
        if amount:
            buy(store, rows[name].id, amount, DAY - timedelta(days=20))
    return {name: row.id for name, row in rows.items()}


def buy(store: Store, customer_id: int, amount: int, on: date) -> None:
    order = Order(customer_id=customer_id, ordered_on=on, kind=OrderKind.PURCHASE, amount=D(amount))
    order.state = OrderState.CONFIRMED
    do(store, lambda session: session.add(order), "order.create")


def do(store: Store, work: Callable[[Session], object], kind: str = "customer.edit") -> None:
    """As one action."""
    with store.write(Doing(kind)) as session:
        work(session)


def action_id(store: Store) -> int:
    """The last action."""
    with store.read() as session:
        found = last_action(session)
    assert found is not None
    return found.id


def by_hand(
    store: Store, who: int, code: str, *, key: str = MAIN, on: date = DAY, until: date | None = None, why: str = "大单"
) -> None:
    """An exception."""
    draft = OverrideDraft(code, why, "王总", until)
    do(store, lambda session: set_override(session, key, [who], draft, today=on, rep_id=None), "override.set")


def proposed(store: Store, on: date = DAY, key: str = MAIN) -> Proposed:
    return propose(store, key, on, Progress())


def published(store: Store, on: date = DAY, key: str = MAIN, note: str = "") -> int:
    """A round, proposed and published; its id."""
    return publish(store, proposed(store, on, key), Progress(), note=note)


def tiers_of(store: Store) -> dict[str, str | None]:
    """{first character of the name: value tier}."""
    with store.read() as session:
        tiers = tiers_in_force(session)
        names = {row[0]: row[1][0] for row in session.execute(select(Customer.id, Customer.name))}
    return {names[one]: code for one, code in tiers.items()}


def round_row(store: Store, round_id: int) -> RoundRow:
    with store.read() as session:
        return next(one for one in rounds(session) if one.id == round_id)


def rated(store: Store, round_id: int, *customers: int) -> list[RatingRow]:
    with store.read() as session:
        return ratings_of(session, round_id, customers)
