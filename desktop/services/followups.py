"""跟进: plan, log, move, complete, cancel. The next step is written in the same breath as the result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, FollowUp, FollowUpMove, FollowUpPerson
from db.undo import delete_with_children
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.rules.errors import RuleBroken
from desktop.services.row_writing import tidy

MOST_MINUTES = 1440
MOST_DAYS = 60  # that one follow-up, such as a fair, may last


@dataclass(frozen=True, slots=True)
class Others:
    """Who takes part besides the contact and the rep: ids of contacts of the customer, and of people of the office."""

    contact_ids: tuple[int, ...] = ()
    rep_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DoneDraft:
    """What was done. `id` names the planned follow-up it completes, None for one that was not planned.

    `others` None leaves who took part as it is; so do place, cost and last day left empty, unless the draft is `whole`:
    then empty ones are taken away.
    """

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
    place: str | None = None
    cost: Decimal | None = None
    others: Others | None = None
    until_on: date | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What is to be done next. `until_on` is the last day of one that takes several, `minutes` how long it will take.

    `reason` is why it is moved, where an already planned one gets another day.
    """

    customer_id: int
    id: int | None = None
    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    rep_id: int | None = None
    planned_on: date | None = None
    planned_time: time | None = None
    purpose: str = ""
    follows_id: int | None = None
    minutes: int | None = None
    until_on: date | None = None
    place: str | None = None
    remind_minutes: int | None = None
    others: Others | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a planned follow-up goes. `keep_time`: the time of day stays; else it is `to_time`, None for all day."""

    to_on: date
    to_time: time | None = None
    keep_time: bool = True
    minutes: int | None = None
    reason: str = ""
    rep_id: int | None = field(default=None)


def log(session: Session, done: DoneDraft, following: PlanDraft | None = None) -> int:
    """Write down what was done, and the next step with it; returns the id of the done follow-up.

    Raises RuleBroken at its field: done_on missing, a result missing for an effective contact, a last day before the
    first, a length or cost below zero, a next step without a day or before the day of the contact.
    """
    if done.done_on is None:
        raise RuleBroken("date_missing", "done_on")
    if done.effective and not done.result.strip():
        raise RuleBroken("result_missing", "result")
    if done.cost is not None and done.cost < 0:
        raise RuleBroken("cost_negative", "cost")
    _check_last_day(done.done_on, done.until_on)
    _check_minutes(done.minutes)
    names = ("kind", "contact_id", "rep_id", "done_on", "done_time", "minutes", "effective", "result", "note")
    values = {name: getattr(done, name) for name in names} | {"state": FollowUpState.DONE}
    extra = {name: getattr(done, name) for name in ("place", "cost", "until_on")}
    values |= extra if done.whole else {name: value for name, value in extra.items() if value is not None}
    row = _row(session, done.id)
    row = _put(session, row, done.customer_id, values)
    _set_others(session, row, done.others)
    _set_stage(session, done.customer_id, done.stage)
    if following is not None:
        if following.planned_on is not None and following.planned_on < done.done_on:
            raise RuleBroken("next_before_done", "planned_on")
        plan(session, following, follows_id=row.id)
    _go_on(session, row, done.done_on)
    return row.id


def plan(session: Session, draft: PlanDraft, *, follows_id: int | None = None, today: date | None = None) -> int:
    """Plan a follow-up, or change a planned one; returns its id. Another day is noted as a move made on `today`.

    Raises RuleBroken at its field: no day, an end before the start or too far from it, a length below zero.
    """
    if draft.planned_on is None:
        raise RuleBroken("date_missing", "planned_on")
    _check_last_day(draft.planned_on, draft.until_on)
    _check_minutes(draft.minutes)
    names = (
        "kind", "contact_id", "rep_id", "planned_on", "planned_time", "purpose", "minutes", "until_on", "place",
        "remind_minutes",
    )  # fmt: skip
    values = {name: getattr(draft, name) for name in names}
    row = _row(session, draft.id)
    if row is None:
        fresh = {"state": FollowUpState.PLANNED, "follows_id": follows_id, "first_planned_on": draft.planned_on}
        row = _put(session, None, draft.customer_id, values | fresh)
    else:
        _note_move(session, row, draft.planned_on, today or draft.planned_on, draft.reason, draft.rep_id)
        _put(session, row, draft.customer_id, values)
    _set_others(session, row, draft.others)
    return row.id


def move(session: Session, follow_up_id: int, to: Move, today: date) -> None:
    """改期: give a planned follow-up another day, time or length; one of several days keeps its number of days.

    The day it was first planned for stays, a later day counts as one postponement, and the reason is kept. Raises
    RuleBroken: gone, not_planned, a length below zero.
    """
    row = session.get(FollowUp, follow_up_id)
    if row is None:
        raise RuleBroken("gone")
    if row.state is not FollowUpState.PLANNED:
        raise RuleBroken("not_planned")
    _check_minutes(to.minutes)
    _note_move(session, row, to.to_on, today, to.reason, to.rep_id)
    values: dict[str, Any] = {"planned_on": to.to_on}
    if row.until_on is not None and row.planned_on is not None:
        values["until_on"] = to.to_on + (row.until_on - row.planned_on)
    if not to.keep_time:
        values["planned_time"] = to.to_time
    if to.minutes is not None:
        values["minutes"] = to.minutes
    if to.rep_id is not None:
        values["rep_id"] = to.rep_id
    _put(session, row, row.customer_id, values)


def cancel(session: Session, follow_up_id: int) -> None:
    """A planned follow-up that will not take place; it stays in the timeline."""
    row = _row(session, follow_up_id)
    if row is not None:
        row.state = FollowUpState.CANCELLED
        _go_on(session, row, row.planned_on)


def reopen(session: Session, follow_up_id: int) -> None:
    """Take a done or cancelled follow-up back to planned; one that was never planned keeps its day."""
    row = _row(session, follow_up_id)
    if row is not None:
        row.state = FollowUpState.PLANNED
        row.planned_on = row.planned_on or row.done_on
        row.first_planned_on = row.first_planned_on or row.planned_on
        row.done_on = None
        _go_on(session, row, row.planned_on)


def delete(session: Session, follow_up_id: int) -> None:
    """Put a follow-up in the recycle bin."""
    row = session.get(FollowUp, follow_up_id)
    if row is not None:
        delete_with_children(session, journal.table_named("follow_up"), [follow_up_id])
        _go_on(session, row, row.planned_on)


def _go_on(session: Session, row: FollowUp, on: date | None) -> None:
    """Let the series or sequence of a follow-up go on without it."""
    if on is not None and (row.run_id is not None or row.series_id is not None):
        from desktop.services.calendar.series import occurrence_settled

        occurrence_settled(session, row.run_id, row.series_id, on)


def _row(session: Session, follow_up_id: int | None) -> FollowUp | None:
    if follow_up_id is None:
        return None
    row = session.get(FollowUp, follow_up_id)
    if row is None:
        raise RuleBroken("gone")
    return row


def _put(session: Session, row: FollowUp | None, customer_id: int, values: dict[str, Any]) -> FollowUp:
    tidied = tidy(FollowUp, values)
    if row is None:
        row = FollowUp(customer_id=customer_id, **tidied)
        session.add(row)
    else:
        for name, value in tidied.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    session.flush()
    return row


def _check_last_day(first: date, last: date | None) -> None:
    if last is None:
        return
    if last < first:
        raise RuleBroken("until_before_start", "until_on")
    if (last - first).days >= MOST_DAYS:
        raise RuleBroken("lasts_too_long", "until_on", days=MOST_DAYS)


def _check_minutes(minutes: int | None) -> None:
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise RuleBroken("out_of_range", "minutes", low=0, high=MOST_MINUTES)


def _note_move(session: Session, row: FollowUp, to_on: date, today: date, reason: str, rep_id: int | None) -> None:
    before = row.planned_on
    if before is None or before == to_on:
        return
    row.first_planned_on = row.first_planned_on or before
    if to_on > before:
        row.postponed = (row.postponed or 0) + 1
    values = {"moved_on": today, "from_on": before, "to_on": to_on, "reason": reason, "rep_id": rep_id or row.rep_id}
    session.add(FollowUpMove(customer_id=row.customer_id, follow_up_id=row.id, **tidy(FollowUpMove, values)))


def _set_others(session: Session, row: FollowUp, wanted: Others | None) -> None:
    """Make these the others who take part."""
    if wanted is None:
        return
    there = {
        (one.contact_id, one.rep_id): one
        for one in session.scalars(select(FollowUpPerson).where(FollowUpPerson.follow_up_id == row.id))
    }
    news: list[tuple[int | None, int | None]] = [
        *((one, None) for one in _unique(wanted.contact_ids, row.contact_id)),
        *((None, one) for one in _unique(wanted.rep_ids, row.rep_id)),
    ]
    for pair, old in there.items():
        if pair not in news:
            session.delete(old)
    for contact_id, rep_id in news:
        if (contact_id, rep_id) not in there:
            values = {"contact_id": contact_id, "rep_id": rep_id}
            session.add(FollowUpPerson(customer_id=row.customer_id, follow_up_id=row.id, **values))


def _unique(ids: Iterable[int], but: int | None) -> list[int]:
    return [one for one in dict.fromkeys(ids) if one != but]


def _set_stage(session: Session, customer_id: int, stage: Stage | None) -> None:
    customer = None if stage is None else session.get(Customer, customer_id)
    if customer is not None and stage is not None and customer.stage is not stage:
        customer.stage = stage
