"""回访核实: what others found when they asked the customer, and the done visits that could be asked about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from db.models import Callback, Contact, Customer, FollowUp, Rep
from db.vocabulary import FollowUpKind, FollowUpState, Verdict

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class CallbackRow:
    """One verdict; `rep` is who asked."""

    id: int
    follow_up_id: int
    customer_id: int
    contact_id: int | None
    contact: str | None
    rep_id: int | None
    rep: str | None
    asked_on: date
    verdict: Verdict
    note: str | None


@dataclass(frozen=True, slots=True)
class Verifiable:
    """A done follow-up that nobody asked about yet: whose it is, its customer's tier, whether it cost something."""

    id: int
    rep_id: int | None
    tier: str | None
    costly: bool


_COLUMNS: tuple[Any, ...] = (
    Callback.id, Callback.follow_up_id, Callback.customer_id, Callback.contact_id, Contact.name, Callback.rep_id,
    Rep.name, Callback.asked_on, Callback.verdict, Callback.note,
)  # fmt: skip
_WHOSE = func.coalesce(FollowUp.rep_id, Customer.owner_id)


def callbacks(session: Session, follow_up_ids: Collection[int]) -> dict[int, CallbackRow]:
    """{follow-up: the latest verdict of it}."""
    ids = list(follow_up_ids)
    found: dict[int, CallbackRow] = {}
    for start in range(0, len(ids), _CHUNK):
        query = (
            select(*_COLUMNS)
            .outerjoin(Contact, Contact.id == Callback.contact_id)
            .outerjoin(Rep, Rep.id == Callback.rep_id)
            .where(Callback.follow_up_id.in_(ids[start : start + _CHUNK]))
            .order_by(Callback.asked_on, Callback.id)
        )
        found |= {row[1]: CallbackRow(*row) for row in session.execute(query)}
    return found


def asked_about(session: Session, first: date, last: date) -> list[int]:
    """The follow-ups somebody asked about from `first` to `last`, the latest first."""
    query = select(Callback.follow_up_id).where(Callback.asked_on.between(first, last))
    return list(dict.fromkeys(session.scalars(query.order_by(Callback.asked_on.desc(), Callback.id.desc()))))


def verifiable(session: Session, first: date, last: date, kinds: Collection[FollowUpKind]) -> list[Verifiable]:
    """Done follow-ups of these kinds from `first` to `last` that have no verdict yet."""
    asked = exists().where(Callback.follow_up_id == FollowUp.id)
    columns: tuple[Any, ...] = (FollowUp.id, _WHOSE, Customer.value_tier, func.coalesce(FollowUp.cost, 0) > 0)
    query = (
        select(*columns)
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.state == FollowUpState.DONE, FollowUp.done_on.between(first, last))
        .where(FollowUp.kind.in_(kinds), ~asked)
        .order_by(FollowUp.id)
    )
    return [Verifiable(one, rep_id, tier, bool(costly)) for one, rep_id, tier, costly in session.execute(query)]


def verdicts(session: Session, first: date, last: date) -> dict[int | None, dict[Verdict, int]]:
    """{rep: how often each verdict} of the follow-ups asked about from `first` to `last`; the latest verdict counts."""
    later = select(Callback.follow_up_id, func.max(Callback.id)).where(Callback.asked_on.between(first, last))
    latest = later.group_by(Callback.follow_up_id).subquery()
    query = (
        select(_WHOSE, Callback.verdict, func.count())
        .join(latest, latest.c[1] == Callback.id)
        .join(FollowUp, FollowUp.id == Callback.follow_up_id)
        .join(Customer, Customer.id == FollowUp.customer_id)
        .group_by(_WHOSE, Callback.verdict)
    )
    found: dict[int | None, dict[Verdict, int]] = {}
    for rep_id, verdict, count in session.execute(query):
        found.setdefault(rep_id, {})[verdict] = count
    return found
