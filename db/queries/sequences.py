"""跟进方案 as the file keeps them, their runs with customers, and the events that start them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session

from db.models import (
    Action,
    Change,
    Contract,
    Customer,
    FollowUp,
    FollowUpSequence,
    FollowUpSeries,
    Order,
    Rep,
    SequenceRun,
)
from db.vocabulary import ChangeKind, FollowUpKind, FollowUpState, OrderKind, OrderState, RunState, Trigger

MADE_BY_HAND = "customer.create"  # an import brings in old customers, who are not greeted as new ones


@dataclass(frozen=True, slots=True)
class KeptSequence:
    """One sequence of the file; `content` is JSON already read."""

    id: int
    key: str
    name: str
    trigger: Trigger
    automatic: bool
    automatic_since: date | None
    active: bool
    position: int
    content: Any


@dataclass(frozen=True, slots=True)
class RunStep:
    """One follow-up of a run; `exact_on` is the day counted from the anchor."""

    id: int
    run_id: int
    number: int
    kind: FollowUpKind
    state: FollowUpState
    exact_on: date | None
    planned_on: date | None
    first_planned_on: date | None
    planned_time: time | None
    done_on: date | None
    purpose: str | None
    rep: str | None


@dataclass(frozen=True, slots=True)
class RunRow:
    """A sequence at work with a customer, its steps in order of their days."""

    id: int
    customer_id: int
    customer: str
    sequence_id: int
    key: str
    name: str
    trigger: Trigger
    anchor_on: date
    begun_on: date
    state: RunState
    contract_id: int | None
    order_id: int | None
    key_date_id: int | None
    steps: tuple[RunStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What a sequence counts from: a day of a customer, and the record that gives it."""

    customer_id: int
    on: date
    contact_id: int | None = None
    contract_id: int | None = None
    order_id: int | None = None
    key_date_id: int | None = None
    label: str = ""  # what the record is called

    @property
    def source(self) -> tuple[int | None, ...]:
        """What tells one event from another that is not years apart: its record, else its customer."""
        found = self.contract_id, self.order_id, self.key_date_id
        return (*found, None) if any(found) else (*found, self.customer_id)


def kept_sequences(session: Session) -> list[KeptSequence]:
    """All sequences of the file in their order."""
    columns: tuple[Any, ...] = (
        FollowUpSequence.id, FollowUpSequence.key, FollowUpSequence.name, FollowUpSequence.trigger,
        FollowUpSequence.automatic, FollowUpSequence.automatic_since, FollowUpSequence.active,
        FollowUpSequence.position, FollowUpSequence.content,
    )  # fmt: skip
    found = session.execute(select(*columns).order_by(FollowUpSequence.position, FollowUpSequence.id))
    return [KeptSequence(*(*row[:-1], json.loads(row[-1]))) for row in found]


def runs_of(session: Session, customer_id: int, *, open_only: bool = False) -> list[RunRow]:
    """The runs of a customer: those under way first, then the newest."""
    query = _runs().where(SequenceRun.customer_id == customer_id)
    if open_only:
        query = query.where(SequenceRun.state == RunState.OPEN)
    found = _with_steps(session, query)
    return sorted(found, key=lambda one: (one.state is not RunState.OPEN, -one.anchor_on.toordinal(), -one.id))


def run(session: Session, run_id: int) -> RunRow | None:
    """One run; None where it is gone."""
    return next(iter(_with_steps(session, _runs().where(SequenceRun.id == run_id))), None)


def _runs() -> Select[*tuple[Any, ...]]:
    columns: tuple[Any, ...] = (
        SequenceRun.id, SequenceRun.customer_id, Customer.name, SequenceRun.sequence_id, FollowUpSequence.key,
        FollowUpSequence.name, FollowUpSequence.trigger, SequenceRun.anchor_on, SequenceRun.begun_on,
        SequenceRun.state, SequenceRun.contract_id, SequenceRun.order_id, SequenceRun.key_date_id,
    )  # fmt: skip
    query = select(*columns).join(FollowUpSequence, FollowUpSequence.id == SequenceRun.sequence_id)
    return query.join(Customer, Customer.id == SequenceRun.customer_id)


def _with_steps(session: Session, query: Select[*tuple[Any, ...]]) -> list[RunRow]:
    rows = list(session.execute(query))
    columns: tuple[Any, ...] = (
        FollowUp.id, FollowUp.run_id, FollowUp.run_step, FollowUp.kind, FollowUp.state, FollowUp.series_on,
        FollowUp.planned_on, FollowUp.first_planned_on, FollowUp.planned_time, FollowUp.done_on, FollowUp.purpose,
        Rep.name,
    )  # fmt: skip
    steps: dict[int, list[RunStep]] = {}
    wanted = select(*columns).outerjoin(Rep, Rep.id == FollowUp.rep_id)
    wanted = wanted.where(FollowUp.run_id.in_([row[0] for row in rows]))
    for row in session.execute(wanted):
        step = RunStep(row[0], row[1], row[2] or 0, *row[3:])
        steps.setdefault(step.run_id, []).append(step)
    for found in steps.values():
        found.sort(key=lambda step: (step.exact_on or step.planned_on or date.max, step.number, step.id))
    return [RunRow(*(*row, tuple(steps.get(row[0], ())))) for row in rows]


def anchors_run(session: Session, sequence_id: int) -> dict[tuple[int | None, ...], list[date]]:
    """{the source of an event, see `Event.source`: the days a sequence was started from for it}, stopped runs too."""
    columns = (
        SequenceRun.customer_id, SequenceRun.anchor_on, SequenceRun.contact_id, SequenceRun.contract_id,
        SequenceRun.order_id, SequenceRun.key_date_id,
    )  # fmt: skip
    found: dict[tuple[int | None, ...], list[date]] = {}
    for row in session.execute(select(*columns).where(SequenceRun.sequence_id == sequence_id)):
        event = Event(*row)
        found.setdefault(event.source, []).append(event.on)
    return found


# The events


def created_since(session: Session, since: date) -> list[Event]:
    """The customers entered one by one since that day; those of an import are not among them."""
    begun = datetime.combine(since, time.min).astimezone(UTC)
    query = (
        select(Change.record_id, Action.at)
        .join(Action, Action.id == Change.action_id)
        .join(Customer, Customer.id == Change.record_id)
        .where(Change.table_name == "customer", Change.kind == ChangeKind.CREATED, Action.kind == MADE_BY_HAND)
        .where(Action.at >= begun)
    )
    found = (Event(one, at.astimezone().date()) for one, at in session.execute(query))
    return list(found)


def contract_ends(session: Session, first: date, last: date, customer_id: int | None = None) -> list[Event]:
    """The ends of contracts in force between two days, both included."""
    query = select(Contract.customer_id, Contract.ends_on, Contract.id, Contract.title)
    query = query.where(Contract.closed_on.is_(None), Contract.ends_on.between(first, last))
    if customer_id is not None:
        query = query.where(Contract.customer_id == customer_id)
    found = session.execute(query.order_by(Contract.ends_on))
    return [Event(one, on or first, contract_id=which, label=title) for one, on, which, title in found]


def deliveries(session: Session, first: date, last: date, customer_id: int | None = None) -> list[Event]:
    """The orders delivered between two days, both included."""
    query = select(Order.customer_id, Order.delivered_on, Order.id, Order.number)
    query = query.where(
        Order.delivered_on.between(first, last),
        Order.kind == OrderKind.PURCHASE,
        Order.state == OrderState.CONFIRMED,
    )
    if customer_id is not None:
        query = query.where(Order.customer_id == customer_id)
    found = session.execute(query.order_by(Order.delivered_on))
    return [Event(one, on or first, order_id=which, label=number or "") for one, on, which, number in found]


def lost_events(session: Session) -> list[int]:
    """Runs under way whose event is no more: the order counts as not delivered, the contract has no end any more."""
    query = (
        select(SequenceRun.id)
        .outerjoin(Order, Order.id == SequenceRun.order_id)
        .outerjoin(Contract, Contract.id == SequenceRun.contract_id)
        .where(SequenceRun.state == RunState.OPEN)
        .where(
            and_(SequenceRun.order_id.is_not(None), Order.delivered_on.is_(None))
            | and_(SequenceRun.contract_id.is_not(None), Contract.ends_on.is_(None) | Contract.closed_on.is_not(None))
        )
    )
    return list(session.scalars(query))


def runs_by_steps(session: Session) -> tuple[list[int], list[int]]:
    """(runs under way without an open step, finished ones that have one again)."""
    open_steps = (
        select(func.count())
        .where(FollowUp.run_id == SequenceRun.id, FollowUp.state == FollowUpState.PLANNED)
        .scalar_subquery()
    )
    ended = select(SequenceRun.id).where(SequenceRun.state == RunState.OPEN, open_steps == 0)
    again = select(SequenceRun.id).where(SequenceRun.state == RunState.DONE, open_steps > 0)
    return list(session.scalars(ended)), list(session.scalars(again))


def runs_at(session: Session, *, contract_id: int | None = None, order_id: int | None = None) -> list[int]:
    """The runs under way that count from a contract or an order."""
    query = select(SequenceRun.id).where(SequenceRun.state == RunState.OPEN)
    if contract_id is not None:
        query = query.where(SequenceRun.contract_id == contract_id)
    if order_id is not None:
        query = query.where(SequenceRun.order_id == order_id)
    return list(session.scalars(query)) if contract_id is not None or order_id is not None else []


def run_counts(session: Session) -> dict[int, int]:
    """{sequence: how many of its runs are under way}."""
    query = select(SequenceRun.sequence_id, func.count()).where(SequenceRun.state == RunState.OPEN)
    found: Iterable[Any] = session.execute(query.group_by(SequenceRun.sequence_id))
    return {row[0]: row[1] for row in found}


def customers_running(session: Session, sequence_id: int) -> set[int]:
    """The customers with whom a sequence is under way."""
    query = select(SequenceRun.customer_id).where(SequenceRun.state == RunState.OPEN)
    return set(session.scalars(query.where(SequenceRun.sequence_id == sequence_id)))


def goes_on_by_itself(session: Session) -> bool:
    """Whether the file has a series that goes on, a sequence that starts by itself, or a run under way."""
    asked = (
        select(FollowUpSeries.id).where(FollowUpSeries.ended_on.is_(None)),
        select(FollowUpSequence.id).where(FollowUpSequence.automatic, FollowUpSequence.active),
        select(SequenceRun.id).where(SequenceRun.state == RunState.OPEN),
    )
    return any(session.scalar(one.limit(1)) is not None for one in asked)
