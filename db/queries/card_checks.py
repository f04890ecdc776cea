"""资料卡检查: cards drawn for a week, those that were signed, and those that could be drawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from db.models import CardCheck, Customer, Rep
from db.queries.stretch import day_of, raw


@dataclass(frozen=True, slots=True)
class CardCheckRow:
    """One drawn card; `passed` None until somebody signed. `rep` is whose card it was when it was drawn."""

    id: int
    customer_id: int
    customer: str
    number: str | None
    tier: str | None
    rep_id: int | None
    rep: str | None
    week_on: date
    drawn_on: date
    checker_id: int | None
    checker: str | None
    checked_on: date | None
    passed: bool | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class CheckWeek:
    """One rep's cards of one week: how many were drawn, signed, and passed; `signed_on` the last day of signing."""

    rep_id: int | None
    week_on: date
    drawn: int
    checked: int
    passed: int
    signed_on: date | None

    @property
    def full(self) -> bool:
        """Whether every drawn card was signed."""
        return self.checked == self.drawn


@dataclass(frozen=True, slots=True)
class Drawable:
    """A card that may be drawn: whose it is, and the last week for which it was."""

    id: int
    owner_id: int
    tier: str | None
    last_on: date | None


_Checker = aliased(Rep)
_COLUMNS: tuple[Any, ...] = (
    CardCheck.id, CardCheck.customer_id, Customer.name, Customer.number, Customer.value_tier, CardCheck.rep_id,
    Rep.name, CardCheck.week_on, CardCheck.drawn_on, CardCheck.checker_id, _Checker.name, CardCheck.checked_on,
    CardCheck.passed, CardCheck.remark,
)  # fmt: skip


def card_checks(
    session: Session, *, week_on: date | None = None, rep_ids: Collection[int] | None = None
) -> list[CardCheckRow]:
    """The drawn cards of a week, or of some reps: the latest week first, then by rep and as drawn."""
    query = (
        select(*_COLUMNS)
        .join(Customer, Customer.id == CardCheck.customer_id)
        .outerjoin(Rep, Rep.id == CardCheck.rep_id)
        .outerjoin(_Checker, _Checker.id == CardCheck.checker_id)
        .order_by(CardCheck.week_on.desc(), Rep.name, CardCheck.id)
    )
    if week_on is not None:
        query = query.where(CardCheck.week_on == week_on)
    if rep_ids is not None:
        query = query.where(CardCheck.rep_id.in_(rep_ids))
    return [CardCheckRow(*row) for row in session.execute(query)]


def check_weeks(session: Session, first: date | None = None, last: date | None = None) -> list[CheckWeek]:
    """Every rep's weeks that begin from `first` to `last`, the earliest first."""
    checked = func.count(CardCheck.checked_on)
    passed = func.count().filter(CardCheck.passed.is_(True))
    columns: tuple[Any, ...] = (
        CardCheck.rep_id, CardCheck.week_on, func.count(), checked, passed, func.max(CardCheck.checked_on),
    )  # fmt: skip
    query = select(*columns).group_by(CardCheck.rep_id, CardCheck.week_on).order_by(CardCheck.week_on)
    if first is not None:
        query = query.where(CardCheck.week_on >= first)
    if last is not None:
        query = query.where(CardCheck.week_on <= last)
    return [CheckWeek(*row) for row in session.execute(query)]


def signed_checks(session: Session, first: date, last: date) -> dict[int | None, tuple[int, int]]:
    """{rep: (cards signed, those that passed)} by the day of signing."""
    columns: tuple[Any, ...] = (CardCheck.rep_id, func.count(), func.count().filter(CardCheck.passed.is_(True)))
    query = select(*columns).where(CardCheck.checked_on.between(first, last)).group_by(CardCheck.rep_id)
    return {rep_id: (count, passed) for rep_id, count, passed in session.execute(query)}


def drawable(session: Session, rep_ids: Collection[int], before: date) -> list[Drawable]:
    """All cards of these reps, each with the last week before `before` for which it was drawn."""
    drawn = select(CardCheck.customer_id, func.max(CardCheck.week_on).label("last_on"))
    last = drawn.where(CardCheck.week_on < before).group_by(CardCheck.customer_id).subquery()
    query = (
        select(Customer.id, Customer.owner_id, Customer.value_tier, last.c.last_on)
        .outerjoin(last, last.c.customer_id == Customer.id)
        .where(Customer.owner_id.in_(rep_ids))
    )
    return [
        Drawable(one, owner, tier, None if on is None else day_of(on)) for one, owner, tier, on in raw(session, query)
    ]


def card_owners(session: Session) -> list[tuple[int, str]]:
    """(id, name) of the active people who have customers, by name."""
    having = select(Customer.owner_id).where(Customer.owner_id == Rep.id).exists()
    query = select(Rep.id, Rep.name).where(Rep.active, having).order_by(Rep.name, Rep.id)
    return [(one, name) for one, name in session.execute(query)]
