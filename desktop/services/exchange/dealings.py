"""Payments and follow-ups: a row is a record of a customer who must be in the file already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import FollowUp, Order, Payment
from desktop.progress import Progress
from desktop.rules.imports.fields import ImportKind
from desktop.services.exchange.check import Checked, said_of
from desktop.services.exchange.dealing_rows import FollowUpReader, Owner, PaymentReader, Record, RecordReader
from desktop.services.exchange.outcome import Outcome, Results, Said
from desktop.services.exchange.whose import Customers, Sought

NEEDED = frozenset(
    {"payment.paid_on", "payment.amount", "followup.done_on", "followup.planned_on", "followup.next_on", "order.number"}
)


@dataclass(slots=True)
class DealingsPlan:
    """The records to be made, by the place of their row: a follow-up may bring its next step."""

    table: str
    rows: dict[int, list[Record]]
    results: Results


def plan_dealings(session: Session, checked: Checked, progress: Progress) -> DealingsPlan:
    """Match every row with its customer, and leave out what the file has already."""
    progress.step("matching")
    payments = checked.proposal.kind is ImportKind.PAYMENTS
    _judge_faults(checked)
    owners = _owners(session, checked)
    reader: RecordReader = PaymentReader(checked)
    if not payments:
        reader = FollowUpReader(session, checked, {one.customer for one in owners if isinstance(one, Owner)})
    rows: dict[int, list[Record]] = {}
    for at, owner in enumerate(progress.over(owners)):
        if checked.results.outcomes[at] is not None:
            continue
        made = owner if isinstance(owner, Said) else reader.records(at, owner)
        if isinstance(made, Said):
            checked.results.decide(at, Outcome.REFUSED, made)
        else:
            rows[at] = made
    plan = DealingsPlan("payment" if payments else "follow_up", rows, checked.results)
    _drop_known(session, plan)
    return plan


def _judge_faults(checked: Checked) -> None:
    """A day, an amount or a customer that cannot be read refuses its row; other cells are remarked."""
    for column in checked.columns:
        for at, broken in column.faults.items():
            if column.field.key in NEEDED or column.field.key.startswith("customer."):
                checked.results.decide(at, Outcome.REFUSED, said_of(broken, column))
            else:
                checked.results.remark(at, said_of(broken, column))


# -- whose -------------------------------------------------------------------------------------------------------------


def _owners(session: Session, checked: Checked) -> list[Owner | Said]:
    """Whose each row is: by the customer's number or name, else by the order's number."""
    count, asked = len(checked.rows), checked.proposal.match_keys
    numbers, names, orders = (
        (checked.column(key) if not asked or key in asked else None) or [None] * count
        for key in ("customer.number", "customer.name", "order.number")
    )
    sought = [Sought(number, name) for number, name in zip(numbers, names, strict=True)]
    customers = Customers(session, set(sought))
    known = _orders(session, {one for one in orders if one})
    met: dict[tuple[Sought, str | None], Owner | Said] = {}
    for pair in zip(sought, orders, strict=True):
        if pair not in met:
            met[pair] = _owner(pair[0], pair[1], customers, known)
    return [met[pair] for pair in zip(sought, orders, strict=True)]


def _owner(sought: Sought, order: str | None, customers: Customers, orders: dict[str, dict[int, int]]) -> Owner | Said:
    there = orders.get(order, {}) if order else {}
    if not (sought.number or sought.name):
        if not order:
            return Said("no_customer")
        if len(there) == 1:
            return Owner(*next(iter(there.items())))
        return Said("several_customers", {"count": len(there)}) if there else Said("unknown_order", {"number": order})
    found = customers.find(sought)
    if isinstance(found, Said):
        return found
    if found is None:
        return Said("unknown_customer", {"who": sought.number or sought.name})
    return Owner(found, there.get(found))


def _orders(session: Session, numbers: set[str]) -> dict[str, dict[int, int]]:
    """{order number: {customer: order}}."""
    found: dict[str, dict[int, int]] = {}
    for chunk in journal.chunks(sorted(numbers)):
        query = select(Order.number, Order.customer_id, Order.id).where(Order.number.in_(chunk))
        for number, customer, order in session.execute(query):
            found.setdefault(str(number), {})[customer] = order
    return found


# -- once only ---------------------------------------------------------------------------------------------------------


def _drop_known(session: Session, plan: DealingsPlan) -> None:
    """A second import of one sheet adds nothing: as many equal records as the file has are left out.

    A row whose first record is there is there as a whole: its next step may have been done since.
    """
    customers = sorted({records[0]["customer_id"] for records in plan.rows.values()})
    known = Counter(_known(session, plan.table, customers))
    for at, records in list(plan.rows.items()):
        same = _identity(plan.table, records[0])
        if known[same] > 0:
            known[same] -= 1
            del plan.rows[at]
            plan.results.decide(at, Outcome.SKIPPED, Said("nothing_new"))
        else:
            plan.results.decide(at, Outcome.CREATED)


def _identity(table: str, record: Record) -> tuple[Any, ...]:
    """By what two records are one: what was planned stays the same when it is done."""
    if table == "payment":
        return record["customer_id"], record["paid_on"], record["amount"]
    if record["done_on"] is not None:
        return record["customer_id"], "done", record["done_on"], record["result"]
    return record["customer_id"], "planned", record["planned_on"], record["purpose"]


def _known(session: Session, table: str, customers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    for chunk in journal.chunks(customers):
        if table == "payment":
            paid = select(Payment.customer_id, Payment.paid_on, Payment.amount).where(Payment.customer_id.in_(chunk))
            yield from (tuple(row) for row in session.execute(paid))
            continue
        columns = (FollowUp.customer_id, FollowUp.done_on, FollowUp.result, FollowUp.planned_on, FollowUp.purpose)
        rows = session.execute(select(*columns).where(FollowUp.customer_id.in_(chunk)))
        for customer, done_on, result, planned_on, purpose in rows:
            yield customer, "planned", planned_on, purpose
            if done_on is not None:
                yield customer, "done", done_on, result


def write_dealings(session: Session, plan: DealingsPlan, progress: Progress) -> dict[str, int]:
    """Write the planned records, in the running action; a next step follows the one it was planned in."""
    progress.step("writing")
    keys = iter(new_block(sum(map(len, plan.rows.values()))))
    rows: list[Record] = []
    for records in plan.rows.values():
        first = None
        for record in records:
            key = next(keys)
            rows.append(
                {"id": key, **record} if plan.table == "payment" else {"id": key, **record, "follows_id": first}
            )
            first = key
    journal.bulk_create(session, journal.table_named(plan.table), rows)
    progress.look()
    return {f"{plan.table}s": len(rows)}
