"""Promises and cases: those of one customer for its card, and those of the whole office that are due or past due."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, Promise, Rep, ServiceCase
from db.vocabulary import CaseKind, PromiseBy, PromiseState


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One 承诺 as its list and its form have it. `contact` and `rep` are names."""

    id: int = 0  # 0: not yet in the file
    customer_id: int = 0
    customer: str = ""
    contact_id: int | None = None
    contact: str | None = None
    follow_up_id: int | None = None
    rep_id: int | None = None
    rep: str | None = None
    by: PromiseBy = PromiseBy.US
    text: str = ""
    made_on: date | None = None
    due_on: date | None = None
    state: PromiseState = PromiseState.OPEN
    settled_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One 投诉 or 服务请求. Moments are UTC."""

    id: int = 0  # 0: not yet in the file
    customer_id: int = 0
    customer: str = ""
    contact_id: int | None = None
    contact: str | None = None
    rep_id: int | None = None
    rep: str | None = None
    kind: CaseKind = CaseKind.COMPLAINT
    subject: str = ""
    detail: str | None = None
    opened_at: datetime | None = None
    answer_by: datetime | None = None
    solve_by: datetime | None = None
    answered_at: datetime | None = None
    solved_at: datetime | None = None
    solution: str | None = None
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """Cases opened in a window, those solved of them, and how many within their clock.

    处理及时率 = `in_time` ÷ (`solved` + `past`): solved within the clock ÷ solved or past due (product.md §5).
    """

    complaints: int
    requests: int
    solved: int
    in_time: int
    past: int


def _promise_rows() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        Promise.id, Promise.customer_id, Customer.name, Promise.contact_id, Contact.name, Promise.follow_up_id,
        Promise.rep_id, Rep.name, Promise.by, Promise.text, Promise.made_on, Promise.due_on, Promise.state,
        Promise.settled_on, Promise.note,
    )  # fmt: skip
    query = select(*columns).join(Customer, Customer.id == Promise.customer_id)
    query = query.outerjoin(Contact, Contact.id == Promise.contact_id)
    return query.outerjoin(Rep, Rep.id == Promise.rep_id)


def promises(session: Session, customer_id: int) -> list[PromiseRow]:
    """Promises of one customer: open ones first, the soonest due at the head, then the settled ones, newest first."""
    query = _promise_rows().where(Promise.customer_id == customer_id)
    still = case((Promise.state == PromiseState.OPEN, 0), else_=1)
    due = case((Promise.state == PromiseState.OPEN, Promise.due_on))
    query = query.order_by(still, due.nulls_last(), Promise.settled_on.desc(), Promise.id.desc())
    return [PromiseRow(*row) for row in session.execute(query)]


def promises_due(
    session: Session,
    until: date | None = None,
    *,
    by: PromiseBy | None = None,
    rep_id: int | None = None,
    rep_ids: Collection[int] | None = None,
    limit: int = 2000,
) -> list[PromiseRow]:
    """Open promises of the office due on or before `until` (None: all, those without a day last), soonest first.

    `by` keeps one direction, `rep_id` those one person has to see to; `rep_ids` those of some people, and where nobody
    is named those of their customers.
    """
    query = _promise_rows().where(Promise.state == PromiseState.OPEN)
    if until is not None:
        query = query.where(Promise.due_on <= until)
    if by is not None:
        query = query.where(Promise.by == by)
    if rep_id is not None:
        query = query.where(Promise.rep_id == rep_id)
    if rep_ids is not None:
        query = query.where(func.coalesce(Promise.rep_id, Customer.owner_id).in_(rep_ids))
    query = query.order_by(Promise.due_on.nulls_last(), Promise.id).limit(limit)
    return [PromiseRow(*row) for row in session.execute(query)]


def promises_of_follow_ups(session: Session, follow_up_ids: Sequence[int]) -> dict[int, list[PromiseRow]]:
    """{follow-up: promises given in it} of the follow-ups of one card (at most some hundred at a time)."""
    found: dict[int, list[PromiseRow]] = {}
    for start in range(0, len(follow_up_ids), 400):
        part = follow_up_ids[start : start + 400]
        for row in session.execute(_promise_rows().where(Promise.follow_up_id.in_(part)).order_by(Promise.id)):
            promise = PromiseRow(*row)
            found.setdefault(promise.follow_up_id or 0, []).append(promise)
    return found


def _case_rows() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        ServiceCase.id, ServiceCase.customer_id, Customer.name, ServiceCase.contact_id, Contact.name,
        ServiceCase.rep_id, Rep.name, ServiceCase.kind, ServiceCase.subject, ServiceCase.detail, ServiceCase.opened_at,
        ServiceCase.answer_by, ServiceCase.solve_by, ServiceCase.answered_at, ServiceCase.solved_at,
        ServiceCase.solution, ServiceCase.cost,
    )  # fmt: skip
    query = select(*columns).join(Customer, Customer.id == ServiceCase.customer_id)
    query = query.outerjoin(Contact, Contact.id == ServiceCase.contact_id)
    return query.outerjoin(Rep, Rep.id == ServiceCase.rep_id)


def cases(session: Session, customer_id: int) -> list[CaseRow]:
    """Cases of one customer: unsolved ones first, the soonest to be solved at the head, then the others by opening."""
    query = _case_rows().where(ServiceCase.customer_id == customer_id)
    still = case((ServiceCase.solved_at.is_(None), 0), else_=1)
    due = case((ServiceCase.solved_at.is_(None), ServiceCase.solve_by))
    query = query.order_by(still, due.nulls_last(), ServiceCase.opened_at.desc(), ServiceCase.id.desc())
    return [CaseRow(*row) for row in session.execute(query)]


def cases_past(
    session: Session,
    now: datetime,
    *,
    rep_id: int | None = None,
    rep_ids: Collection[int] | None = None,
    limit: int = 2000,
) -> list[CaseRow]:
    """Unsolved cases of the office whose clock has run out at `now` (UTC): not answered or not solved in time.

    `rep_id` and `rep_ids` as in `promises_due`.
    """
    query = _case_rows().where(ServiceCase.solved_at.is_(None))
    unanswered = ServiceCase.answered_at.is_(None) & (ServiceCase.answer_by < now)
    query = query.where(or_(unanswered, ServiceCase.solve_by < now))
    if rep_id is not None:
        query = query.where(ServiceCase.rep_id == rep_id)
    if rep_ids is not None:
        query = query.where(func.coalesce(ServiceCase.rep_id, Customer.owner_id).in_(rep_ids))
    query = query.order_by(ServiceCase.solve_by.nulls_last(), ServiceCase.id).limit(limit)
    return [CaseRow(*row) for row in session.execute(query)]


def case_counts(session: Session, first: datetime, end: datetime, now: datetime) -> CaseCounts:
    """Counts of the cases opened from `first` to before `end`, as they stand at `now` (all UTC)."""
    window = (ServiceCase.opened_at >= first, ServiceCase.opened_at < end)
    solved = ServiceCase.solved_at.is_not(None)
    late = ServiceCase.solved_at > ServiceCase.solve_by
    past = ServiceCase.solved_at.is_(None) & (ServiceCase.solve_by < now)

    def count(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    query = select(
        count(ServiceCase.kind == CaseKind.COMPLAINT),
        count(ServiceCase.kind == CaseKind.REQUEST),
        count(solved),
        count(late),
        count(past),
    ).where(*window)
    complaints, requests, done, missed, over = session.execute(query).one()
    return CaseCounts(complaints, requests, done, done - missed, over)
