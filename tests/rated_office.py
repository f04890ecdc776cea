"""A small office whose customers are easy to class by hand, and rounds of it: for the tests of tiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from db.models import CareRecord, Customer, FollowUp, Order, OrderLine, Rep
from db.queries.rounds import rounds
from db.store import Doing, Store
from db.vocabulary import CareKind, FollowUpKind, FollowUpState, OrderKind, OrderState
from desktop.progress import Progress
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish

TODAY = date(2026, 11, 22)
MAIN = "abc-70-90"


def rate(store: Store, day: date, key: str = MAIN) -> int:
    """Publish a round."""
    return publish(store, propose(store, key, day, Progress()), Progress())


def rate_thrice(store: Store, day: date) -> None:
    """Publish rounds half a year ago, a quarter ago and a week ago, unless the office has been rated already."""
    with store.read() as session:
        found = len(rounds(session, MAIN))
    for ago in (189, 98, 7)[found:]:
        rate(store, day - timedelta(ago))


@dataclass(frozen=True, slots=True)
class Buyer:
    """One customer: what he bought 400 days and a week before TODAY, the cost of the latter, what care cost, visits."""

    name: str
    before: int = 0
    now: int = 0
    cost: int | None = None
    care: int = 0
    visits: int = 0
    rep: bool = True


# By purchases of the last year A is 甲, B 乙 and C 丙 and 丁; 400 days ago 乙 was A. 戊 never bought.
OFFICE = (
    Buyer("甲印刷", 1_000, 7_000, 4_000, visits=1),
    Buyer("乙商行", 6_000, 1_900, 1_800, care=500, visits=6),
    Buyer("丙经营部", 1_500, 600, None, visits=3),
    Buyer("丁文具", 0, 500, 100, rep=False),
    Buyer("戊中心", care=80, rep=False),
)


def fill(store: Store, buyers: Sequence[Buyer] = OFFICE) -> list[int]:
    """Customers with their orders, visits and care; their ids."""
    with store.write(Doing("fill")) as session:
        rep = Rep(name="王芳")
        session.add(rep)
        session.flush()
        made = [Customer(name=one.name, owner_id=rep.id if one.rep else None) for one in buyers]
        session.add_all(made)
        session.flush()
        for row, one in zip(made, buyers, strict=True):
            _order(session, row.id, 400, one.before, None)
            _order(session, row.id, 7, one.now, one.cost)
            for visit in range(one.visits):
                session.add(_visit(row.id, TODAY - timedelta(visit + 1)))
            if one.care:
                session.add(
                    CareRecord(
                        customer_id=row.id, kind=CareKind.GIFT, given_on=TODAY - timedelta(9), what="茶叶",
                        cost=Decimal(one.care),
                    )
                )  # fmt: skip
        return [row.id for row in made]


def _visit(customer_id: int, on: date) -> FollowUp:
    return FollowUp(
        customer_id=customer_id, kind=FollowUpKind.VISIT, state=FollowUpState.DONE, done_on=on, effective=True
    )


def _order(session: Any, customer_id: int, ago: int, amount: int, cost: int | None) -> None:
    if not amount:
        return
    on, total = TODAY - timedelta(ago), Decimal(amount)
    order = Order(
        customer_id=customer_id, ordered_on=on, amount=total, kind=OrderKind.PURCHASE, state=OrderState.CONFIRMED
    )
    session.add(order)
    session.flush()
    line = OrderLine(
        order_id=order.id, position=1, product_name="纸", quantity=Decimal(1), unit_price=total, amount=total
    )
    line.unit_cost = None if cost is None else Decimal(cost)
    session.add(line)
