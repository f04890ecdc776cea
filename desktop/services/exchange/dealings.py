"""Payments and follow-ups: one row, one record of a customer who must be in the file already."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import Customer, FollowUp, Order, Payment, Reach
from db.search.name_key import name_key
from db.vocabulary import FollowUpKind, FollowUpState
from desktop.progress import Progress
from desktop.rules.imports.fields import ImportKind
from desktop.services.exchange.check import Checked, said_of
from desktop.services.exchange.outcome import Outcome, Said
from desktop.services.exchange.people import ways_of


@dataclass(slots=True)
class DealingsPlan:
    """The records to be made, by the place of their row."""

    table: str
    rows: dict[int, dict[str, Any]]
    checked: Checked


def plan_dealings(session: Session, checked: Checked, progress: Progress) -> DealingsPlan:
    """Match every row with its customer, and leave out what the file has already."""
    progress.step("matching")
    customers = _Customers(session, checked)
    payments = checked.proposal.kind is ImportKind.PAYMENTS
    make = _payment if payments else _follow_up
    rows: dict[int, dict[str, Any]] = {}
    for column in checked.columns:
        for at, broken in column.faults.items():
            checked.results.decide(at, Outcome.REFUSED, said_of(broken, column))
    for at in range(len(checked.rows)):
        if checked.results.outcomes[at] is not None:
            continue
        found = customers.of(at)
        made = found if isinstance(found, Said) else make(checked, at, found)
        if isinstance(made, Said):
            checked.results.decide(at, Outcome.REFUSED, made)
        else:
            rows[at] = made
    plan = DealingsPlan("payment" if payments else "follow_up", rows, checked)
    _drop_known(session, plan)
    return plan


class _Customers:
    """Who each row is about: by number, by order, by name, by phone."""

    def __init__(self, session: Session, checked: Checked) -> None:
        self.session, self.checked = session, checked
        self.numbers, self.names = checked.column("customer.number"), checked.column("customer.name")
        self.orders = checked.column("order.number")

    def of(self, at: int) -> int | Said:
        """The customer's id, or why there is none."""
        number = self.numbers[at] if self.numbers else None
        name = self.names[at] if self.names else None
        order = self.orders[at] if self.orders else None
        if number is not None:
            return self._one(select(Customer.id).where(Customer.number == number), number)
        if order is not None:
            return self._one(select(Order.customer_id).where(Order.number == order).distinct(), order)
        if name is not None:
            return self._one(select(Customer.id).where(Customer.name_key == name_key(name)), name)
        digits = [way.digits for way in ways_of(self.checked, at, "customer") if way.digits]
        if digits:
            return self._one(select(Reach.customer_id).where(Reach.digits.in_(digits)).distinct(), digits[0])
        return Said("no_customer")

    def _one(self, query: Any, who: object) -> int | Said:
        found = list(self.session.scalars(query.limit(2)))
        if not found:
            return Said("unknown_customer", {"who": who})
        return int(found[0]) if len(found) == 1 else Said("several_customers", {"count": len(found)})


def _value(checked: Checked, key: str, at: int) -> Any:
    column = checked.column(key)
    return None if column is None else column[at]


def _notes(checked: Checked, key: str, at: int) -> str | None:
    found = [one.values[at] for one in checked.columns if one.field.key == key and one.values[at]]
    return "\n".join(found) or None


def _payment(checked: Checked, at: int, customer: int) -> dict[str, Any] | Said:
    paid_on, amount = _value(checked, "payment.paid_on", at), _value(checked, "payment.amount", at)
    if paid_on is None:
        return Said("date_missing", {}, "payment.paid_on")
    if amount is None:
        return Said("amount_missing", {}, "payment.amount")
    return {
        "customer_id": customer,
        "order_id": None,
        "paid_on": paid_on,
        "amount": amount,
        "method": _value(checked, "payment.method", at),
        "note": _notes(checked, "payment.note", at),
    }


def _follow_up(checked: Checked, at: int, customer: int) -> dict[str, Any] | Said:
    done_on, planned_on = _value(checked, "followup.done_on", at), _value(checked, "followup.planned_on", at)
    if done_on is None and planned_on is None:
        return Said("date_missing", {}, "followup.done_on")
    result = _notes(checked, "followup.result", at)
    state = _value(checked, "followup.state", at) or (FollowUpState.DONE if done_on else FollowUpState.PLANNED)
    effective = _value(checked, "followup.effective", at)
    done = state is FollowUpState.DONE
    return {
        "customer_id": customer,
        "kind": _value(checked, "followup.kind", at) or FollowUpKind.CALL,
        "state": state,
        "planned_on": planned_on if done else planned_on or done_on,
        "planned_time": _value(checked, "followup.planned_time", at),
        "purpose": _notes(checked, "followup.purpose", at),
        "done_on": (done_on or planned_on) if done else None,
        "result": result,
        "effective": done and (bool(result) if effective is None else effective),
        "note": _notes(checked, "followup.note", at),
    }


def _drop_known(session: Session, plan: DealingsPlan) -> None:
    """A second import of one sheet adds nothing: as many equal records as the file has are left out."""
    customers = sorted({row["customer_id"] for row in plan.rows.values()})
    known: Counter[tuple[Any, ...]] = Counter()
    for chunk in journal.chunks(customers):
        if plan.table == "payment":
            query = select(Payment.customer_id, Payment.paid_on, Payment.amount).where(Payment.customer_id.in_(chunk))
        else:
            query = select(  # type: ignore[assignment]
                FollowUp.customer_id, FollowUp.planned_on, FollowUp.done_on, FollowUp.purpose, FollowUp.result
            ).where(FollowUp.customer_id.in_(chunk))
        known.update(tuple(row) for row in session.execute(query))
    keys = ("paid_on", "amount") if plan.table == "payment" else ("planned_on", "done_on", "purpose", "result")
    for at, row in list(plan.rows.items()):
        same = (row["customer_id"], *(row[key] for key in keys))
        if known[same] > 0:
            known[same] -= 1
            del plan.rows[at]
            plan.checked.results.decide(at, Outcome.SKIPPED, Said("nothing_new"))
        else:
            plan.checked.results.decide(at, Outcome.CREATED)


def write_dealings(session: Session, plan: DealingsPlan, progress: Progress) -> dict[str, int]:
    """Write the planned records, in the running action."""
    progress.step("writing")
    keys = new_block(len(plan.rows))
    rows = [{"id": key, **row} for key, row in zip(keys, plan.rows.values(), strict=True)]
    journal.bulk_create(session, journal.table_named(plan.table), rows)
    return {f"{plan.table}s": len(rows)}
