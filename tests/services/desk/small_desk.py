"""A small office for the supervisor's desk: two reps, a supervisor, customers, and short ways to write into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from db.models import Customer, FollowUp, Rep
from db.store import Doing, Store
from db.vocabulary import FollowUpKind, FollowUpState, RepRole

DAY = date(2026, 11, 25)  # a Wednesday
MONDAY = date(2026, 11, 23)
T = TypeVar("T")


def ago(days: int) -> date:
    """So many days before the day."""
    return DAY - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class SmallDesk:
    """The office: names of reps and customers with their ids."""

    store: Store
    reps: dict[str, int]
    customers: dict[str, int]

    def do(self, work: Callable[[Session], T], kind: str = "customer.edit") -> T:
        """As one action."""
        with self.store.write(Doing(kind)) as session:
            return work(session)

    def ask(self, work: Callable[[Session], T]) -> T:
        with self.store.read() as session:
            return work(session)

    def add(self, row: Any) -> int:
        def work(session: Session) -> int:
            session.add(row)
            session.flush()
            return int(row.id)

        return self.do(work)

    def done(self, customer: str, on: date = DAY, **values: Any) -> int:
        """A done follow-up; a visit with a result, unless told otherwise."""
        values = {"kind": FollowUpKind.VISIT, "effective": True, "result": "谈好了"} | values
        return self.add(FollowUp(customer_id=self.customers[customer], state=FollowUpState.DONE, done_on=on, **values))

    def planned(self, customer: str, on: date, **values: Any) -> int:
        """A planned follow-up."""
        values = {"kind": FollowUpKind.CALL, "first_planned_on": on} | values
        return self.add(
            FollowUp(customer_id=self.customers[customer], state=FollowUpState.PLANNED, planned_on=on, **values)
        )


def small_desk(store: Store) -> SmallDesk:
    """张伟 has the customers 甲 to 丁 (甲 is an A customer), 李娜 戊 and 己; 王芳 is the supervisor."""
    reps = {name: Rep(name=name, role=role) for name, role in _PEOPLE}
    owners = dict.fromkeys("甲乙丙丁", "张伟") | dict.fromkeys("戊己", "李娜")
    customers = {
        name: Customer(name=f"{name}公司", number=f"K{at:03}", owner_id=reps[owner].id)
        for at, (name, owner) in enumerate(owners.items())
    }
    customers["甲"].value_tier = "A"
    with store.write(Doing("import.customers")) as session:
        session.add_all([*reps.values(), *customers.values()])
    return SmallDesk(store, {k: v.id for k, v in reps.items()}, {k: v.id for k, v in customers.items()})


_PEOPLE = (("张伟", RepRole.REP), ("李娜", RepRole.REP), ("王芳", RepRole.SUPERVISOR))
