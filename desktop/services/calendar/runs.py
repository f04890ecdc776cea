"""跟进方案 at work: started for a customer, moved with its anchor, stopped, finished when no step is open.

The steps are follow-ups like any other. `series_on` of a step is the day counted from the anchor, whatever day it is
planned for: days off shift it, and whoever moves it does so by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, FollowUp, SequenceRun
from db.queries.key_dates import key_dates
from db.queries.office import reps
from db.queries.sequences import Event, contract_ends, deliveries, lost_events, runs_by_steps
from db.undo import delete_with_children
from db.vocabulary import FollowUpState, RepRole, RunState, Trigger
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import key_day_of
from desktop.rules.occurrences import next_occurrence
from desktop.rules.sequences import FARTHEST, SequencePlan, Step, StepBy, StepDay
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.services.calendar.sequences import OfficeSequence, days_of_steps, in_words, ready
from desktop.services.row_writing import tidy
from desktop.words import Catalogue

_BACK = 400  # days back that an event of a customer is offered to count from


@dataclass(frozen=True, slots=True)
class Started:
    """A run that was started: its steps as planned, and those left out because their day is past."""

    run_id: int
    steps: tuple[StepDay, ...]
    left_out: tuple[StepDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """What moving an anchor did: steps moved, and those of them whose day was past and that stand on today now."""

    steps: int
    clamped: int = 0


def start_run(session: Session, key: str, event: Event, today: date, words: Catalogue) -> Started:
    """Start a sequence for `event.customer_id`, counted from `event.on`; steps whose day is past are left out.

    Raises RuleBroken: ("gone") without the customer, ("no_such_sequence"), ("steps_all_past", "anchor_on").
    """
    return start_with(session, ready(session, key, today), event, today, words)


def start_with(session: Session, sequence: OfficeSequence, event: Event, today: date, words: Catalogue) -> Started:
    """The same of a sequence that is at hand with its id."""
    customer = session.get(Customer, event.customer_id)
    if customer is None:
        raise RuleBroken("gone")
    plan = in_words(sequence.plan, words)
    days = days_of_steps(session, plan, event.on)
    coming = tuple(one for one in days if one.on >= today)
    if not coming:
        raise RuleBroken("steps_all_past", "anchor_on")
    run = SequenceRun(
        customer_id=event.customer_id, contact_id=event.contact_id, sequence_id=sequence.id, anchor_on=event.on,
        begun_on=today, state=RunState.OPEN, contract_id=event.contract_id, order_id=event.order_id,
        key_date_id=event.key_date_id,
    )  # fmt: skip
    session.add(run)
    session.flush()
    people = _people(session, customer.owner_id)
    session.add_all(_follow_up(run, one, people) for one in coming)
    session.flush()
    return Started(run.id, coming, tuple(one for one in days if one.on < today))


@dataclass(frozen=True, slots=True)
class _People:
    """Who a step can fall to."""

    owner_id: int | None
    supervisor_id: int | None
    active: frozenset[int]

    def of(self, step: Step) -> int | None:
        """Who does it: the rep in charge where the person meant has left or there is none."""
        if step.by is StepBy.SUPERVISOR:
            return self.supervisor_id or self.owner_id
        chosen = step.by is StepBy.CHOSEN and step.rep_id in self.active
        return step.rep_id if chosen else self.owner_id


def _people(session: Session, owner_id: int | None) -> _People:
    there = reps(session, active_only=True)
    chief = next((one.id for one in there if one.role is RepRole.SUPERVISOR), None)
    return _People(owner_id, chief, frozenset(one.id for one in there))


def _follow_up(run: SequenceRun, one: StepDay, people: _People) -> FollowUp:
    values: dict[str, Any] = {
        "kind": one.step.kind,
        "purpose": one.step.purpose,
        "minutes": one.step.minutes,
        "planned_time": one.step.at,
        "planned_on": one.on,
        "first_planned_on": one.on,
        "series_on": one.exact,
        "run_step": one.number,
        "contact_id": run.contact_id,
        "rep_id": people.of(one.step),
        "state": FollowUpState.PLANNED,
    }
    return FollowUp(customer_id=run.customer_id, run_id=run.id, **tidy(FollowUp, values))


def open_steps(session: Session, run_id: int) -> list[FollowUp]:
    """The planned follow-ups of a run, moved ones too."""
    query = select(FollowUp).where(FollowUp.run_id == run_id, FollowUp.state == FollowUpState.PLANNED)
    return list(session.scalars(query.order_by(FollowUp.series_on, FollowUp.id)))


def is_moved(row: FollowUp) -> bool:
    """Whether somebody gave it another day than the one it was laid out for."""
    return row.planned_on != (row.first_planned_on or row.planned_on)


def move_anchor(session: Session, run_id: int, anchor_on: date, today: date) -> Moved:
    """Count a run from another day: its open steps that nobody moved go with it, by the same number of days.

    Days off are left as the office has it; a step whose day would be past stands on today, so that it is not lost.
    Raises RuleBroken: ("gone"), ("run_over") for one that is not under way, ("out_of_range", "anchor_on").
    """
    run = _run(session, run_id)
    if run.state is not RunState.OPEN:
        raise RuleBroken("run_over")
    by = anchor_on - run.anchor_on
    if abs(by.days) > 10 * FARTHEST:
        raise RuleBroken("anchor_too_far", "anchor_on")
    if not by:
        return Moved(0)
    run.anchor_on = anchor_on
    calendar, shifts = work_calendar(session), calendar_policy(session).shifts
    steps = [row for row in open_steps(session, run_id) if not is_moved(row)]
    clamped = 0
    for row in steps:
        row.series_on = _moved_day(row.series_on or row.planned_on or today, by)
        on = calendar.shifted(max(row.series_on, today), shifts[row.kind])
        on = max(on, today)
        clamped += row.series_on < today
        row.planned_on = row.first_planned_on = on
    session.flush()
    return Moved(len(steps), clamped)


def _moved_day(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def stop_run(session: Session, run_id: int) -> int:
    """Stop a run: what is planned goes, what was done stays; returns how many steps went. RuleBroken("gone")."""
    run = _run(session, run_id)
    steps = open_steps(session, run_id)
    run.state = RunState.STOPPED
    session.flush()
    delete_with_children(session, journal.table_named("follow_up"), [row.id for row in steps])
    return len(steps)


def settle_run(session: Session, run_id: int | None) -> None:
    """Finish a run without an open step, or take it up again where one was reopened; for whoever changed a step."""
    run = None if run_id is None else session.get(SequenceRun, run_id)
    if run is None or run.state is RunState.STOPPED:
        return
    wanted = RunState.OPEN if open_steps(session, run.id) else RunState.DONE
    if run.state is not wanted:
        run.state = wanted


def settle_runs(session: Session) -> int:
    """Bring all runs in step with their follow-ups and events; returns how many changed.

    A run whose event is no more (a delivery taken back, a contract without an end) goes with its open steps; it may
    start again with the event.
    """
    lost = lost_events(session)
    for run_id in lost:
        withdraw(session, run_id)
    ended, again = runs_by_steps(session)
    for state, ids in ((RunState.DONE, ended), (RunState.OPEN, again)):
        for run_id in ids:
            session.get_one(SequenceRun, run_id).state = state
    session.flush()
    return len(lost) + len(ended) + len(again)


def withdraw(session: Session, run_id: int) -> None:
    """Take a run back: as if it had not been started, where nothing of it was done yet; else it is stopped."""
    stop_run(session, run_id)
    left = session.scalar(select(FollowUp.id).where(FollowUp.run_id == run_id).limit(1))
    if left is None:
        delete_with_children(session, journal.table_named("sequence_run"), [run_id])


def delete_run(session: Session, run_id: int) -> None:
    """Put a run with its open steps in the recycle bin; what was done of it stays in the timeline."""
    stop_run(session, run_id)
    delete_with_children(session, journal.table_named("sequence_run"), [run_id])


def _run(session: Session, run_id: int) -> SequenceRun:
    run = session.get(SequenceRun, run_id)
    if run is None:
        raise RuleBroken("gone")
    return run


def events_of(session: Session, plan: SequencePlan, customer_id: int, today: date) -> list[Event]:
    """The days of a customer from which a sequence may be counted by its trigger; none for one begun by hand."""
    first, last = today - timedelta(days=_BACK), today + timedelta(days=FARTHEST)
    if plan.trigger is Trigger.CONTRACT_END:
        return contract_ends(session, first, last, customer_id)
    if plan.trigger is Trigger.DELIVERED:
        return deliveries(session, first, today + timedelta(days=_BACK), customer_id)[::-1]
    if plan.trigger is not Trigger.KEY_DATE:
        return []
    found = []
    for row in key_dates(session, customer_ids=[customer_id]):
        coming = next_occurrence(key_day_of(row), today)
        if coming is not None and row.kind in plan.key_kinds:
            label = " ".join(filter(None, (row.contact, row.label)))
            found.append(Event(customer_id, coming.on, row.contact_id, key_date_id=row.id, label=label))
    return sorted(found, key=lambda one: one.on)
