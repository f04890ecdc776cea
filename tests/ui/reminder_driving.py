"""A clock that a test holds, and follow-ups planned by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import FollowUpKind
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.followups import PlanDraft, plan
from desktop.ui.office import Office
from desktop.ui.reminders import Reminders

MONDAY = date(2026, 11, 23)


class Clock:
    """A clock on the wall, set by hand."""

    def __init__(self, office: Office) -> None:
        self.at = datetime.combine(MONDAY, time(9))
        office.now = lambda: self.at
        office.today = self._day

    def _day(self) -> date:
        return self.at.date()

    def strike(self, text: str, of: Reminders) -> list[str]:
        """Let it be so late, and the reminders see it; who rings then."""
        self.at = datetime.fromisoformat(text if "-" in text else f"{MONDAY}T{text}")
        of.look()
        return [one.row.purpose or "" for one in of.rings]


@pytest.fixture
def clock(office: Office) -> Clock:
    return Clock(office)


@pytest.fixture
def customer(office: Office) -> int:
    with office.store.write(Doing("customer.new", {"name": "宏达机械"})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name="宏达机械")))


Planner = Callable[..., int]


@pytest.fixture
def planned(office: Office, customer: int) -> Planner:
    """`planned("purpose", time(14))`: a visit planned on the Monday; its id."""

    def make(purpose: str, at: time | None = None, on: date = MONDAY, **more: object) -> int:
        draft = PlanDraft(customer, kind=FollowUpKind.VISIT, planned_on=on, planned_time=at, purpose=purpose)
        with office.store.write(Doing("followup.plan", {"name": "x"})) as session:
            return plan(session, replace(draft, **more), today=MONDAY)  # type: ignore[arg-type]

    return make
