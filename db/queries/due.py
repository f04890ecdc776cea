"""Who is to be contacted by 跟进频度, what is planned next with him, and who owes money with a term: for one day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session

from db.cadence import CadenceState, Rhythms
from db.models import Customer, FollowUp, Rep
from db.queries.cadence import left_days, place_on
from db.queries.conditions import owed_sum
from db.vocabulary import FollowUpKind, FollowUpState, Stage

CHUNK, MANY = 500, 2_000
_STATES = tuple(CadenceState)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Whom to contact, as a list says it. `contacted_on` None: 从未联系. `next_on` None: nothing is planned."""

    id: int
    number: str | None
    name: str
    tier: str | None
    stage: Stage
    province: str | None
    city: str | None
    district: str | None
    owner_id: int | None
    owner: str | None
    contacted_on: date | None
    next_on: date | None = None
    next_kind: FollowUpKind | None = None


TO_CONTACT = (CadenceState.NEVER, CadenceState.LATE, CadenceState.DUE)
_PERSON = (Customer.number, Customer.name, Customer.value_tier, Customer.stage, Customer.province, Customer.city,
           Customer.district, Customer.owner_id)  # fmt: skip


def contact_order(
    session: Session,
    rhythms: Rhythms,
    today: date,
    *,
    rep_ids: Collection[int] | None = None,
    states: Collection[CadenceState] = TO_CONTACT,
    gone_by: bool = False,
) -> list[tuple[int, int, int, int]]:
    """(place of the state, days left, place of the tier, customer) of all who stand in one of the states, the most
    pressing first: from the best tier down among equals. Customers marked as lost are out."""
    return _in_order(session, _standing(rhythms, today, rep_ids, states, gone_by))


def contacts_in_order(
    session: Session,
    rhythms: Rhythms,
    today: date,
    *,
    rep_ids: Collection[int] | None = None,
    states: Collection[CadenceState] = TO_CONTACT,
    gone_by: bool = False,
) -> list[tuple[int, ContactRow]]:
    """(place of the state, row) of all of them in that order: every table is gone through once, and a value that
    many share is made of its text once."""
    query = _standing(rhythms, today, rep_ids, states, gone_by).add_columns(*_PERSON, Customer.contacted_on)
    found = _in_order(session, query)
    stage, day = _reading(session, Customer.stage), _reading(session, Customer.contacted_on)
    reps = {row[0]: row[1] for row in session.execute(select(Rep.id, Rep.name))}
    steps = _all_next_steps(session)
    none = (None, None)
    return [
        (place, ContactRow(one, number, name, tier, stage(at), province, city, district, owner, reps.get(owner),
                           day(last), *steps.get(one, none)))
        for place, _, _, one, number, name, tier, at, province, city, district, owner, last in found
    ]  # fmt: skip


def _standing(
    rhythms: Rhythms,
    today: date,
    rep_ids: Collection[int] | None,
    states: Collection[CadenceState],
    gone_by: bool,
) -> Select[*tuple[Any, ...]]:
    place = place_on(rhythms, today, gone_by=gone_by)
    left = func.coalesce(left_days(rhythms, today, gone_by=gone_by), 0)
    tiers = [(Customer.value_tier == tier, literal(at)) for at, tier in enumerate(rhythms.tiers)]
    rank = case(*tiers, else_=literal(len(tiers))) if tiers else literal(0)
    wanted = place.in_([_STATES.index(one) for one in states])
    query = select(place, left, rank, Customer.id).where(Customer.stage != Stage.LOST, wanted)
    return query if rep_ids is None else query.where(Customer.owner_id.in_(rep_ids))


def _in_order(session: Session, query: Select[*tuple[Any, ...]]) -> list[Any]:
    """The bare rows; the customer, fourth in each, settles what the first three leave open."""
    rows: Any = session.connection().execute(query).cursor
    return sorted(rows.fetchall())


def _reading(session: Session, column: Any) -> Callable[[Any], Any]:
    """What the file means by a bare value of a column; each different one is looked at once."""
    dialect = session.get_bind().dialect
    return cache(column.type.dialect_impl(dialect).result_processor(dialect, None))


def contact_rows(session: Session, ids: Sequence[int]) -> dict[int, ContactRow]:
    """{id: row} of these customers; one that is gone is left out."""
    query = select(Customer.id, *_PERSON, Rep.name, Customer.contacted_on)
    steps = next_steps(session, ids)
    rows = _of(session, query.outerjoin(Rep, Rep.id == Customer.owner_id), Customer.id, ids)
    return {row[0]: ContactRow(*row, *steps.get(row[0], (None, None))) for row in rows}


_PLANNED = and_(FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on.is_not(None))


def next_steps(session: Session, ids: Sequence[int]) -> dict[int, tuple[date, FollowUpKind]]:
    """{customer: (day, kind) of the earliest planned follow-up} of these customers."""
    columns = (FollowUp.customer_id, FollowUp.planned_on, FollowUp.id, FollowUp.kind)
    found: dict[int, Any] = {}
    for one, *step in _of(session, select(*columns).where(_PLANNED), FollowUp.customer_id, ids):
        if one not in found or step < found[one]:  # no two have the same id, so that kinds are never compared
            found[one] = step
    return {one: (on, kind) for one, (on, _, kind) in found.items()}


def _all_next_steps(session: Session) -> dict[int, tuple[date, FollowUpKind]]:
    """The same of everybody. Read from the latest back, so that the earliest of a customer is what remains."""
    query = select(FollowUp.customer_id, FollowUp.planned_on, FollowUp.kind).where(_PLANNED)
    rows: Any = session.connection().execute(query.order_by(FollowUp.planned_on.desc(), FollowUp.id.desc())).cursor
    day, kind = _reading(session, FollowUp.planned_on), _reading(session, FollowUp.kind)
    return {one: (day(on), kind(what)) for one, on, what in rows.fetchall()}


def last_contacts(session: Session, ids: Sequence[int], until: date) -> dict[int, date]:
    """{customer: day of the last effective contact up to a day} of these customers, those without one left out."""
    done = and_(FollowUp.state == FollowUpState.DONE, FollowUp.effective.is_(True), FollowUp.done_on <= until)
    query = select(FollowUp.customer_id, func.max(FollowUp.done_on)).where(done).group_by(FollowUp.customer_id)
    return {row[0]: row[1] for row in _of(session, query, FollowUp.customer_id, ids)}


@dataclass(frozen=True, slots=True)
class DebtorRow:
    """A customer with a term of payment who owes something. `open` is all he owes, due or not."""

    id: int
    number: str | None
    name: str
    tier: str | None
    owner_id: int | None
    owner: str | None
    credit_days: int
    open: Decimal


def debtors(session: Session, *, rep_ids: Collection[int] | None = None) -> list[DebtorRow]:
    """Customers with agreed `credit_days` who owe something as far as payments are recorded of them."""
    columns = (
        Customer.id, Customer.number, Customer.name, Customer.value_tier, Customer.owner_id, Rep.name,
        Customer.credit_days,
    )  # fmt: skip
    open_ = owed_sum()
    query = select(*columns, open_).outerjoin(Rep, Rep.id == Customer.owner_id)
    query = query.where(Customer.credit_days.is_not(None), open_ > Decimal(0))
    if rep_ids is not None:
        query = query.where(Customer.owner_id.in_(rep_ids))
    return [DebtorRow(*row) for row in session.execute(query)]


def overdue_count(session: Session, before: date, *, rep_ids: Collection[int] | None = None) -> int:
    """How many follow-ups `agenda.overdue` would give without its limit."""
    late = and_(FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on < before)
    query = select(func.count()).where(late, or_(FollowUp.until_on.is_(None), FollowUp.until_on < before))
    if rep_ids is not None:
        query = query.join_from(FollowUp, Customer, Customer.id == FollowUp.customer_id)
        query = query.where(func.coalesce(FollowUp.rep_id, Customer.owner_id).in_(rep_ids))
    return session.scalar(query) or 0


def _of(session: Session, query: Select[*tuple[Any, ...]], column: Any, ids: Sequence[int]) -> Iterator[Any]:
    """Rows of `query` whose first value, `column`, is among `ids`; of many ids all rows are read in one go."""
    if len(ids) > MANY:
        wanted = frozenset(ids)
        yield from (row for row in session.execute(query) if row[0] in wanted)
        return
    for at in range(0, len(ids), CHUNK):
        yield from session.execute(query.where(column.in_(ids[at : at + CHUNK])))
