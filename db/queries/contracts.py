"""合同: those of a customer, and those of the office that end in some days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models import Contract, Customer, Rep


@dataclass(frozen=True, slots=True)
class ContractRow:
    """One contract; also the draft its form shows, `id` 0 for one not kept yet.

    `ends_on` is its last day; `closed_on` is set where it was renewed or ended early. `owner_id` is the rep of the
    customer, `rep_id` who sees to the contract where that is somebody else.
    """

    id: int = 0
    customer_id: int = 0
    customer: str = ""
    owner_id: int | None = None
    rep_id: int | None = None
    rep: str | None = None
    number: str | None = None
    title: str = ""
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    closed_on: date | None = None
    amount: Decimal | None = None
    note: str | None = None


def _rows() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        Contract.id, Contract.customer_id, Customer.name, Customer.owner_id, Contract.rep_id, Rep.name,
        Contract.number, Contract.title, Contract.signed_on, Contract.starts_on, Contract.ends_on, Contract.closed_on,
        Contract.amount, Contract.note,
    )  # fmt: skip
    query = select(*columns).join(Customer, Customer.id == Contract.customer_id)
    return query.outerjoin(Rep, Rep.id == Contract.rep_id)


def contracts(session: Session, customer_id: int) -> list[ContractRow]:
    """The contracts of one customer: those in force first, the one that ends soonest on top, then the closed ones."""
    found = [ContractRow(*row) for row in session.execute(_rows().where(Contract.customer_id == customer_id))]
    inverse = date.max.toordinal()
    return sorted(
        found,
        key=lambda one: (
            (0, (one.ends_on or date.max).toordinal(), one.id)
            if one.closed_on is None
            else (1, inverse - one.closed_on.toordinal(), one.id)
        ),
    )


def contracts_ending(
    session: Session, first: date, last: date, *, rep_ids: Collection[int] | None = None
) -> list[ContractRow]:
    """The contracts in force whose last day lies between `first` and `last`, both included, soonest first.

    Of some reps, or of all (None): whoever sees to the contract, else whoever has the customer.
    """
    query = _rows().where(Contract.closed_on.is_(None), Contract.ends_on.between(first, last))
    if rep_ids is not None:
        query = query.where(func.coalesce(Contract.rep_id, Customer.owner_id).in_(rep_ids))
    query = query.order_by(Contract.ends_on, Customer.name, Contract.id)
    return [ContractRow(*row) for row in session.execute(query)]


def contract(session: Session, contract_id: int) -> ContractRow | None:
    """One contract; None where it is gone."""
    row = session.execute(_rows().where(Contract.id == contract_id)).first()
    return None if row is None else ContractRow(*row)
