"""领卡/还卡: which printed cards are out, with whom, since when; and the register of all that ever were."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from db.models import Customer, Loan, Rep


@dataclass(frozen=True, slots=True)
class LoanRow:
    """One printed card lent; `returned_on` None while it is out."""

    id: int
    customer_id: int
    number: str | None
    customer: str
    tier: str | None
    rep_id: int | None
    rep: str | None
    lent_on: date
    due_on: date | None
    returned_on: date | None
    note: str | None

    def late(self, today: date) -> int:
        """Days it came or is too late; 0 where it did not, or where no day was named."""
        return 0 if self.due_on is None else max(((self.returned_on or today) - self.due_on).days, 0)


_COLUMNS: tuple[Any, ...] = (
    Loan.id, Loan.customer_id, Customer.number, Customer.name, Customer.value_tier, Loan.rep_id, Rep.name, Loan.lent_on,
    Loan.due_on, Loan.returned_on, Loan.note,
)  # fmt: skip


def _rows(session: Session, *conditions: ColumnElement[bool]) -> list[LoanRow]:
    query = (
        select(*_COLUMNS)
        .join(Customer, Customer.id == Loan.customer_id)
        .outerjoin(Rep, Rep.id == Loan.rep_id)
        .where(*conditions)
        .order_by(Loan.lent_on, Rep.name, Loan.id)
    )
    return [LoanRow(*row) for row in session.execute(query)]


def cards_out(
    session: Session, *, rep_ids: Collection[int] | None = None, customer_ids: Collection[int] | None = None
) -> list[LoanRow]:
    """The cards that are out, the longest first; of some reps, of some customers, or all."""
    conditions: list[ColumnElement[bool]] = [Loan.returned_on.is_(None)]
    if rep_ids is not None:
        conditions.append(Loan.rep_id.in_(rep_ids))
    if customer_ids is not None:
        conditions.append(Loan.customer_id.in_(customer_ids))
    return _rows(session, *conditions)


def loan_register(session: Session, first: date, last: date) -> list[LoanRow]:
    """发卡登记: every card that was out on a day from `first` to `last`, in the order of lending."""
    still_out = or_(Loan.returned_on.is_(None), Loan.returned_on >= first)
    return _rows(session, Loan.lent_on <= last, still_out)


def loans_out_by(session: Session, text: str) -> list[LoanRow]:
    """Cards that are out of the customers with this number or whole name."""
    return _rows(session, Loan.returned_on.is_(None), or_(Customer.number == text, Customer.name == text))


def loans_kept(session: Session, first: date, last: date, today: date) -> dict[int | None, tuple[int, int]]:
    """{rep: (cards that were due from `first` to `last` and should be back by now, those returned by then)}."""
    on_time = Loan.returned_on <= Loan.due_on
    settled = or_(Loan.returned_on.is_not(None), Loan.due_on < today)
    columns: tuple[Any, ...] = (Loan.rep_id, func.count(), func.count().filter(on_time))
    query = select(*columns).where(Loan.due_on.between(first, last), settled).group_by(Loan.rep_id)
    return {rep_id: (count, kept) for rep_id, count, kept in session.execute(query)}
