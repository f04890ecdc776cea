"""What is due on a day, list by list, each row with its reason: for 今日, the batch command, the summary at opening.

Every list knows its total and is cut to what a screen can show. `now` is local. A day that is gone by is told from
what the file says now: follow-ups done since then are no longer open, but contacts after it do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from db.queries.agenda import AgendaRow, agenda, overdue
from db.queries.cadence import ExceptionRow, exceptions_on
from db.queries.contracts import ContractRow, contracts_ending
from db.queries.due import (
    TO_CONTACT,
    ContactRow,
    DebtorRow,
    contact_order,
    contact_rows,
    contacts_in_order,
    debtors,
    last_contacts,
    overdue_count,
)
from db.queries.ledgers import ledgers_of
from db.queries.service import CaseRow, PromiseRow, cases_past, promises_due
from db.vocabulary import FollowUpState, PromiseBy
from desktop.rules.cadence import Cadence, CadenceState, Standing, cadence_state
from desktop.rules.moments import stored
from desktop.rules.rating.receivables import unpaid
from desktop.rules.strategy import Strategies, cadence_for, rhythms_of
from desktop.services.calendar.cadence import strategies
from desktop.services.key_dates import ComingDay, coming_key_dates
from desktop.services.rating.lifecycle import Warned, warned_of

LIMIT = 200
CONTRACT_DAYS = 30  # before and after its last day that a contract is told of
EVERY = 10**9
STATES = tuple(CadenceState)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class DueList(Generic[Row]):
    """The first rows of a list, and how many there are in all."""

    rows: tuple[Row, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Receivable:
    """What of a customer's debts has fallen due: `amount` of it, the oldest on `due_on`, `days` ago (0: today)."""

    who: DebtorRow
    amount: Decimal
    due_on: date
    days: int


@dataclass(frozen=True, slots=True)
class RoundDue:
    """A scheme whose next round is due; `last_on` None: it was never applied."""

    key: str
    name: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class ContactDue:
    """A customer to contact by 跟进频度: how he stands, by which cadence, and the exception that gives it, if any."""

    who: ContactRow
    standing: Standing
    cadence: Cadence
    exception: ExceptionRow | None = None


@dataclass(frozen=True, slots=True)
class ContactList(DueList[ContactDue]):
    """Those to contact; `counts` how many stand in each state asked for, all of them counted."""

    counts: Mapping[CadenceState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowUpsDue:
    """Open follow-ups of days before and of the day, the oldest first, and those done on it."""

    overdue: DueList[AgendaRow]
    planned: DueList[AgendaRow]
    done: DueList[AgendaRow]


@dataclass(frozen=True, slots=True)
class DueLists:
    """What is due on `today`. `ours` are promises we gave, `theirs` those of customers. `rounds` only for the whole
    office. `overdue` and `planned` are open follow-ups, the oldest first; `done` those of the day."""

    today: date
    overdue: DueList[AgendaRow]
    planned: DueList[AgendaRow]
    done: DueList[AgendaRow]
    ours: DueList[PromiseRow]
    theirs: DueList[PromiseRow]
    receivables: DueList[Receivable]
    key_dates: DueList[ComingDay]
    contracts: DueList[ContractRow]
    warnings: DueList[Warned]
    cases: DueList[CaseRow]
    rounds: DueList[RoundDue]


def due_lists(
    session: Session,
    today: date,
    now: datetime,
    rep_ids: Collection[int] | None = None,
    *,
    limit: int | None = LIMIT,
    follow_ups: FollowUpsDue | None = None,
) -> DueLists:
    """The lists of one day, of some reps or of the office (None), each cut to `limit` rows (None: whole).

    Whose something is: its rep, else the one who has the customer. `follow_ups`: those that were read already.
    """
    at = now if now.date() == today else datetime.combine(today, time.max)
    follow_ups = follow_ups or follow_ups_due(session, today, rep_ids, limit=limit)
    ours = promises_due(session, today, by=PromiseBy.US, rep_ids=rep_ids, limit=EVERY)
    theirs = promises_due(session, today, by=PromiseBy.CUSTOMER, rep_ids=rep_ids, limit=EVERY)
    near = timedelta(days=CONTRACT_DAYS)
    return DueLists(
        today,
        follow_ups.overdue,
        follow_ups.planned,
        follow_ups.done,
        _cut(ours, limit),
        _cut(theirs, limit),
        _cut(receivables(session, today, rep_ids), limit),
        _cut(_key_dates(session, today, rep_ids), limit),
        _cut(contracts_ending(session, today - near, today + near, rep_ids=rep_ids), limit),
        _warned(session, today, at, rep_ids, limit),
        _cut(cases_past(session, stored(at), rep_ids=rep_ids, limit=EVERY), limit),
        _cut(_rounds(session, today) if rep_ids is None else [], limit),
    )


def follow_ups_due(
    session: Session, today: date, rep_ids: Collection[int] | None = None, *, limit: int | None = LIMIT
) -> FollowUpsDue:
    """What of `due_lists` are follow-ups: a small part of its time."""
    open_ones = agenda(session, today, today, rep_ids=rep_ids, states=[FollowUpState.PLANNED])
    done = agenda(session, today, today, rep_ids=rep_ids, states=[FollowUpState.DONE])
    late = overdue_follow_ups(session, today, rep_ids, limit=limit)
    return FollowUpsDue(late, _cut(open_ones, limit), _cut(done, limit))


def overdue_follow_ups(
    session: Session, today: date, rep_ids: Collection[int] | None = None, *, limit: int | None = LIMIT
) -> DueList[AgendaRow]:
    """Open follow-ups planned for a day before `today`, the oldest first."""
    rows = overdue(session, today, rep_ids=rep_ids, limit=EVERY if limit is None else limit)
    whole = limit is None or len(rows) < limit
    return DueList(tuple(rows), len(rows) if whole else overdue_count(session, today, rep_ids=rep_ids))


def receivables(session: Session, today: date, rep_ids: Collection[int] | None = None) -> list[Receivable]:
    """What has fallen due of each customer and is not paid, the latest first, payments settling the oldest orders.

    Without agreed `credit_days` nothing has a day on which it falls due: such customers are left out. So are those of
    whom no payment was ever recorded, as everywhere (`db.queries.ledgers`).
    """
    found = []
    for who, debts in debts_of(session, today, rep_ids):
        late = [(day, rest) for day, rest in debts if day <= today]
        if late:
            oldest = min(day for day, _ in late)
            amount = sum((rest for _, rest in late), Decimal(0))
            found.append(Receivable(who, amount, oldest, (today - oldest).days))
    return sorted(found, key=lambda one: (one.due_on, -one.amount, one.who.id))


def debts_of(
    session: Session, today: date, rep_ids: Collection[int] | None = None
) -> Iterator[tuple[DebtorRow, list[tuple[date, Decimal]]]]:
    """Each customer with agreed terms, and what of his orders is not paid: (the day it falls due, how much)."""
    known = {one.id: one for one in debtors(session, rep_ids=rep_ids)}
    for one, (owed, paid) in ledgers_of(session, list(known), today).items():
        yield known[one], list(unpaid(_yuan(owed), _yuan(paid), today))


def _yuan(rows: Iterable[tuple[date, int]]) -> list[tuple[date, Decimal]]:
    return [(day, Decimal(fen).scaleb(-2)) for day, fen in rows]


def _warned(
    session: Session, today: date, at: datetime, rep_ids: Collection[int] | None, limit: int | None
) -> DueList[Warned]:
    rows, total = warned_of(session, today, at, owner_ids=rep_ids, limit=limit)
    return DueList(tuple(rows), total)


def _key_dates(session: Session, today: date, rep_ids: Collection[int] | None) -> list[ComingDay]:
    if rep_ids is None:
        return coming_key_dates(session, today)
    found = [one for rep_id in sorted(rep_ids) for one in coming_key_dates(session, today, owner_id=rep_id)]
    return sorted(found, key=lambda one: (one.days, one.row.customer, one.row.id))


def _rounds(session: Session, today: date) -> list[RoundDue]:
    from desktop.services.rating.publishing import rounds_due  # with all of rating behind it: follow-ups come before

    return [RoundDue(one.key, one.scheme.name, last) for one, last in rounds_due(session, today)]


def _cut(rows: Sequence[Row], limit: int | None) -> DueList[Row]:
    return DueList(tuple(rows if limit is None else rows[:limit]), len(rows))


# 跟进频度


def contact_due(
    session: Session,
    today: date,
    rep_ids: Collection[int] | None = None,
    *,
    states: Collection[CadenceState] = TO_CONTACT,
    limit: int | None = LIMIT,
    gone_by: bool = False,
) -> ContactList:
    """Customers to contact: 从未联系 first, then by the fewest days left, of equals the best tier first.

    Of the customers of some reps, or of all (None); those marked as lost are out. `gone_by`: the day is a past one,
    contacts after it do not count. Where it is not, one in the future (a clock that was wrong) is one of `today`.
    """
    known = strategies(session)
    rhythms = rhythms_of(known)
    if limit is None:
        whole = contacts_in_order(session, rhythms, today, rep_ids=rep_ids, states=states, gone_by=gone_by)
        places, people = [place for place, _ in whole], [row for _, row in whole]
    else:
        order = contact_order(session, rhythms, today, rep_ids=rep_ids, states=states, gone_by=gone_by)
        ids = [one[-1] for one in order[:limit]]
        found = contact_rows(session, ids)
        places, people = [place for place, *_ in order], [found[one] for one in ids]
    shown = Counter(places)
    counts = {state: shown[place] for place, state in enumerate(STATES) if state in states}
    own = exceptions_on(session, today, None if limit is None else [row.id for row in people])
    after = [row.id for row in people if gone_by and row.contacted_on and row.contacted_on > today]
    before = last_contacts(session, after, today) if gone_by else None
    return ContactList(tuple(_stood(people, known, today, own, before)), len(places), counts)


def _stood(
    people: Iterable[ContactRow],
    known: Strategies,
    today: date,
    own: Mapping[int, ExceptionRow],
    before: Mapping[int, date] | None,
) -> Iterator[ContactDue]:
    """How each of them stands. `before`: the last contacts up to a day that is gone by, of those with later ones.

    Many share a cadence and the day of their last contact: such a pair is judged once."""
    judged = cache(lambda last, cadence: cadence_state(last, today, cadence))
    for row in people:
        exception = own.get(row.id)
        cadence = exception.cadence if exception is not None else cadence_for(known, row.tier, row.stage)
        last = row.contacted_on
        if before is not None and last is not None and last > today:
            last = before.get(row.id)
        yield ContactDue(row, judged(last, cadence), cadence, exception)
