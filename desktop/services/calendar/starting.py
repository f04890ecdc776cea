"""跟进方案 that start by themselves: for new customers, ends of contracts, deliveries and key dates.

One run for each event, once a year, also after it was stopped. Everything is laid out when its first step is at most
LEAD days away: a follow-up two years ahead would hide that nothing is planned with the customer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from db.queries.sequences import (
    Event,
    anchors_run,
    contract_ends,
    created_since,
    customers_running,
    deliveries,
    lost_events,
    runs_by_steps,
)
from db.vocabulary import Trigger
from desktop.rules.errors import RuleBroken
from desktop.rules.sequences import LEAD, reach
from desktop.services.calendar.runs import settle_runs, start_with
from desktop.services.calendar.sequences import OfficeSequence, days_of_steps, ready, sequences
from desktop.services.key_dates import coming_key_dates
from desktop.words import Catalogue

KIND = "sequence.auto"  # of the action
_APART = timedelta(days=180)  # two days of one record that are nearer are one event: a lunar day wanders by a month


def is_due(session: Session, today: date) -> bool:
    """Whether `start_due` would do anything; reads only."""
    if lost_events(session) or any(runs_by_steps(session)):
        return True
    return next(_due(session, today), None) is not None


def start_due(session: Session, today: date, words: Catalogue) -> int:
    """Start what events ask for, finish and take back runs as `settle_runs` says; returns how many were started."""
    settle_runs(session)
    due = list(_due(session, today))
    for sequence, event in due:
        start_with(session, sequence, event, today, words)
    return len(due)


def _due(session: Session, today: date) -> Iterator[tuple[OfficeSequence, Event]]:
    for sequence in sequences(session, active_only=True):
        if sequence.automatic and sequence.id is not None:
            known = anchors_run(session, sequence.id)
            for event in _events(session, sequence, today):
                before = known.setdefault(event.source, [])
                once = sequence.plan.trigger is Trigger.NEW_CUSTOMER and before
                if once or any(abs(event.on - day) < _APART for day in before):
                    continue
                if _is_coming(session, sequence, event, today):
                    before.append(event.on)
                    yield sequence, event


def _is_coming(session: Session, sequence: OfficeSequence, event: Event, today: date) -> bool:
    """Whether there is a step to lay out now."""
    days = days_of_steps(session, sequence.plan, event.on)
    coming = [one.on for one in days if one.on >= today]
    return bool(coming) and min(coming) <= today + timedelta(days=LEAD)


def _events(session: Session, sequence: OfficeSequence, today: date) -> list[Event]:
    """The events of a sequence that have a step from today to LEAD days ahead."""
    since = sequence.automatic_since or today
    before, after = reach(sequence.plan)
    slack = timedelta(days=15)  # a day off moves a step by as much at most
    first = max(since, today - timedelta(days=after) - slack)
    last = today + timedelta(days=LEAD - before)
    match sequence.plan.trigger:
        case Trigger.NEW_CUSTOMER:
            return created_since(session, first)
        case Trigger.CONTRACT_END:
            return contract_ends(session, first, last)
        case Trigger.DELIVERED:
            return deliveries(session, first, last)
        case Trigger.KEY_DATE:
            return _key_dates(session, sequence, today, since, max(0, (last - today).days))
    return []


def _key_dates(session: Session, sequence: OfficeSequence, today: date, since: date, within: int) -> list[Event]:
    """Key dates to come; one with a step after it counts until that is over."""
    after = max(0, reach(sequence.plan)[1])
    start = max(since, today - timedelta(days=after))
    found = []
    for one in coming_key_dates(session, start, within + (today - start).days):
        if one.row.kind in sequence.plan.key_kinds:
            row = one.row
            found.append(Event(row.customer_id, one.occurrence.on, row.contact_id, key_date_id=row.id))
    return found


@dataclass(frozen=True, slots=True)
class StartedMany:
    """For how many customers a sequence was started; `running` have it under way already and were left alone."""

    started: int
    running: int = 0


def start_many(
    session: Session,
    key: str,
    customer_ids: Sequence[int],
    anchor_on: date,
    today: date,
    words: Catalogue,
    event: Event | None = None,
) -> StartedMany:
    """Start a sequence by hand for customers, counted from one day; `event` is what gives an only one that day.

    Who has it under way is left alone, unless it counts from a record of its own, such as a contract. Raises RuleBroken
    as `start_run`; ("run_under_way") where all have it.
    """
    sequence = ready(session, key, today)
    given = event is not None and any((event.contract_id, event.order_id, event.key_date_id))
    busy = set() if given else customers_running(session, sequence.id or 0)
    wanted = [one for one in dict.fromkeys(customer_ids) if one not in busy]
    if not wanted:
        raise RuleBroken("run_under_way", "key")
    for one in wanted:
        start_with(session, sequence, event or Event(one, anchor_on), today, words)
    return StartedMany(len(wanted), len(set(customer_ids)) - len(wanted))
