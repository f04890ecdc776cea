"""跟进: plan, log, complete, cancel. The next step is written in the same breath as the result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, FollowUp
from db.undo import delete_with_children
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.rules.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class DoneDraft:
    """What was done. `id` names the planned follow-up it completes, None for one that was not planned."""

    customer_id: int
    id: int | None = None
    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    rep_id: int | None = None
    done_on: date | None = None
    done_time: time | None = None
    minutes: int | None = None
    result: str = ""
    effective: bool = True
    note: str = ""
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What is to be done next."""

    customer_id: int
    id: int | None = None
    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    rep_id: int | None = None
    planned_on: date | None = None
    planned_time: time | None = None
    purpose: str = ""
    follows_id: int | None = None


def log(session: Session, done: DoneDraft, following: PlanDraft | None = None) -> int:
    """Write down what was done, and the next step with it; returns the id of the done follow-up.

    Raises RuleBroken at its field: done_on missing, a result missing for an effective contact, a next step without a
    day or before the day of the contact.
    """
    if done.done_on is None:
        raise RuleBroken("date_missing", "done_on")
    if done.effective and not done.result.strip():
        raise RuleBroken("result_missing", "result")
    values = {
        "kind": done.kind,
        "state": FollowUpState.DONE,
        "contact_id": done.contact_id,
        "rep_id": done.rep_id,
        "done_on": done.done_on,
        "done_time": done.done_time,
        "minutes": done.minutes,
        "result": done.result.strip() or None,
        "effective": done.effective,
        "note": done.note.strip() or None,
    }
    row = _row(session, done.id)
    if row is None:
        row = FollowUp(customer_id=done.customer_id, **values)
        session.add(row)
    else:
        for name, value in values.items():
            setattr(row, name, value)
    session.flush()
    _set_stage(session, done.customer_id, done.stage)
    if following is not None:
        if following.planned_on is not None and following.planned_on < done.done_on:
            raise RuleBroken("next_before_done", "planned_on")
        plan(session, following, follows_id=row.id)
    return row.id


def plan(session: Session, draft: PlanDraft, *, follows_id: int | None = None) -> int:
    """Plan a follow-up, or change a planned one; returns its id."""
    if draft.planned_on is None:
        raise RuleBroken("date_missing", "planned_on")
    values = {
        "kind": draft.kind,
        "contact_id": draft.contact_id,
        "rep_id": draft.rep_id,
        "planned_on": draft.planned_on,
        "planned_time": draft.planned_time,
        "purpose": draft.purpose.strip() or None,
    }
    row = _row(session, draft.id)
    if row is None:
        row = FollowUp(customer_id=draft.customer_id, state=FollowUpState.PLANNED, follows_id=follows_id, **values)
        session.add(row)
        session.flush()
    else:
        for name, value in values.items():
            setattr(row, name, value)
    return row.id


def cancel(session: Session, follow_up_id: int) -> None:
    """A planned follow-up that will not take place; it stays in the timeline."""
    row = _row(session, follow_up_id)
    if row is not None:
        row.state = FollowUpState.CANCELLED


def reopen(session: Session, follow_up_id: int) -> None:
    """Take a done or cancelled follow-up back to planned; one that was never planned keeps its day."""
    row = _row(session, follow_up_id)
    if row is not None:
        row.state = FollowUpState.PLANNED
        row.planned_on = row.planned_on or row.done_on
        row.done_on = None


def delete(session: Session, follow_up_id: int) -> None:
    """Put a follow-up in the recycle bin."""
    delete_with_children(session, journal.table_named("follow_up"), [follow_up_id])


def _row(session: Session, follow_up_id: int | None) -> FollowUp | None:
    if follow_up_id is None:
        return None
    row = session.get(FollowUp, follow_up_id)
    if row is None:
        raise RuleBroken("gone")
    return row


def _set_stage(session: Session, customer_id: int, stage: Stage | None) -> None:
    customer = None if stage is None else session.get(Customer, customer_id)
    if customer is not None and stage is not None and customer.stage is not stage:
        customer.stage = stage
