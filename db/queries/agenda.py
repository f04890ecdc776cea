"""Follow-ups of the whole office by their days: for the calendar, the day, the desk and other calendars."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, FollowUp, Rep
from db.vocabulary import FollowUpKind, FollowUpState, Stage

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One follow-up with what a calendar says of it. `minutes` is how long it takes or took, None where unknown."""

    id: int
    customer_id: int
    customer: str
    number: str | None
    tier: str | None
    stage: Stage
    province: str | None
    city: str | None
    district: str | None
    contact_id: int | None
    contact: str | None
    rep_id: int | None
    rep: str | None
    kind: FollowUpKind
    state: FollowUpState
    planned_on: date | None
    planned_time: time | None
    minutes: int | None
    until_on: date | None
    purpose: str | None
    place: str | None
    done_on: date | None
    done_time: time | None
    result: str | None
    effective: bool
    note: str | None
    cost: Decimal | None
    first_planned_on: date | None
    postponed: int
    remind_minutes: int | None
    series_id: int | None
    series_on: date | None
    run_id: int | None
    run_step: int | None
    uid: str | None

    @property
    def day(self) -> date:
        """The day it stands on: planned for, or done on."""
        if self.state is FollowUpState.DONE:
            return self.done_on or self.planned_on or date.min
        return self.planned_on or date.max

    @property
    def last_day(self) -> date:
        """The last of its days: of a planned one that takes several."""
        planned = self.state is not FollowUpState.DONE and self.until_on is not None
        return max(self.day, self.until_on) if planned and self.until_on is not None else self.day

    @property
    def at(self) -> time | None:
        """The time of day it stands at; None: all day."""
        return self.done_time if self.state is FollowUpState.DONE else self.planned_time

    @property
    def order(self) -> tuple[date, time, str, int]:
        """Sorts by day, all-day ones first, then by time."""
        return self.day, self.at or time.min, self.customer, self.id


def _rows() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        FollowUp.id, FollowUp.customer_id, Customer.name, Customer.number, Customer.value_tier, Customer.stage,
        Customer.province, Customer.city, Customer.district, FollowUp.contact_id, Contact.name, FollowUp.rep_id,
        Rep.name, FollowUp.kind, FollowUp.state, FollowUp.planned_on, FollowUp.planned_time, FollowUp.minutes,
        FollowUp.until_on, FollowUp.purpose, FollowUp.place, FollowUp.done_on, FollowUp.done_time, FollowUp.result,
        FollowUp.effective, FollowUp.note, FollowUp.cost, FollowUp.first_planned_on, FollowUp.postponed,
        FollowUp.remind_minutes, FollowUp.series_id, FollowUp.series_on, FollowUp.run_id, FollowUp.run_step,
        FollowUp.uid,
    )  # fmt: skip
    query = select(*columns).join(Customer, Customer.id == FollowUp.customer_id)
    query = query.outerjoin(Contact, Contact.id == FollowUp.contact_id)
    return query.outerjoin(Rep, Rep.id == FollowUp.rep_id)


def _of(query: Select[*tuple[Any, ...]], rep_ids: Collection[int] | None) -> Select[*tuple[Any, ...]]:
    """Those a rep has to see to: his own, and where nobody is named those of his customers."""
    if rep_ids is None:
        return query
    whose = func.coalesce(FollowUp.rep_id, Customer.owner_id)
    return query.where(whose.in_(rep_ids))


def _sorted(session: Session, *queries: Select[*tuple[Any, ...]]) -> list[AgendaRow]:
    found = [AgendaRow(*row) for query in queries for row in session.execute(query)]
    return sorted(found, key=lambda one: one.order)


def agenda(
    session: Session,
    first: date,
    last: date,
    *,
    rep_ids: Collection[int] | None = None,
    states: Iterable[FollowUpState] = (FollowUpState.PLANNED, FollowUpState.DONE),
    timed: bool = False,
) -> list[AgendaRow]:
    """What stands on the days from `first` to `last`, both included, in order; of some reps, or of all (None).

    Planned and cancelled ones stand on the day they are planned for (and up to `until_on`), done ones on the day they
    were done. One without a rep is that of whoever has the customer. `timed`: only what is planned for a time of day.
    """
    queries = []
    for state in states:
        rows = _rows().where(FollowUp.state == state)
        if timed:
            rows = rows.where(FollowUp.planned_time.is_not(None))
        if state is FollowUpState.DONE:
            rows = rows.where(FollowUp.done_on.between(first, last))
        else:
            lasting = and_(FollowUp.until_on >= first, FollowUp.planned_on < first)
            rows = rows.where(or_(FollowUp.planned_on.between(first, last), lasting))
        queries.append(_of(rows, rep_ids))
    return _sorted(session, *queries)


def overdue(
    session: Session, before: date, *, rep_ids: Collection[int] | None = None, limit: int = 5000
) -> list[AgendaRow]:
    """What was planned for a day before `before` and is still open, the oldest first.

    One that takes several days is not overdue before its last one is over.
    """
    rows = _rows().where(FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on < before)
    rows = rows.where(or_(FollowUp.until_on.is_(None), FollowUp.until_on < before))
    return _sorted(session, _of(rows, rep_ids).order_by(FollowUp.planned_on).limit(limit))


def agenda_rows(session: Session, follow_up_ids: Collection[int]) -> dict[int, AgendaRow]:
    """{id: row} of these follow-ups, in whatever state; one that is gone is left out."""
    ids = list(follow_up_ids)
    found: dict[int, AgendaRow] = {}
    for start in range(0, len(ids), _CHUNK):
        rows = session.execute(_rows().where(FollowUp.id.in_(ids[start : start + _CHUNK])))
        found |= {row[0]: AgendaRow(*row) for row in rows}
    return found
