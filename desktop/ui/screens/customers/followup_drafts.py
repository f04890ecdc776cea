"""What the two halves of the follow-up form hold, and what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from db.queries.timeline import FollowUpRow
from db.vocabulary import FollowUpKind, PromiseBy, Stage
from desktop.services.followups import DoneDraft, Others, PlanDraft
from desktop.ui.kit.fields import Pick

Ids = tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class DoneForm:
    """What was done, as its form shows it. `contact_ids` and `rep_ids` are who else took part."""

    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    done_on: date | None = None
    done_time: time | None = None
    minutes: int | None = None
    effective: bool = True
    stage: Stage = Stage.POTENTIAL
    result: str = ""
    note: str = ""
    place: Pick | None = None
    cost: Decimal | None = None
    until_on: date | None = None
    rep_id: int | None = None
    contact_ids: Ids = None
    rep_ids: Ids = None


@dataclass(frozen=True, slots=True)
class NextForm:
    """What comes next, as its form shows it. `reason` is why it is moved, where it stood on another day."""

    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    planned_on: date | None = None
    planned_time: time | None = None
    purpose: str = ""
    minutes: int | None = None
    until_on: date | None = None
    place: Pick | None = None
    remind_minutes: int | None = None
    rep_id: int | None = None
    contact_ids: Ids = None
    rep_ids: Ids = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """What was promised in a follow-up, as its form shows it; without a text there was nothing."""

    by: PromiseBy = PromiseBy.US
    due_on: date | None = None
    text: str = ""


def done_form(row: FollowUpRow, stage: Stage, others: Others) -> DoneForm:
    """One that was done, to be corrected."""
    return DoneForm(
        row.kind, row.contact_id, row.done_on, row.done_time, row.minutes, row.effective, stage, row.result or "",
        row.note or "", pick(row.place), row.cost, row.until_on, row.rep_id, ids(others.contact_ids),
        ids(others.rep_ids),
    )  # fmt: skip


def next_form(row: FollowUpRow, others: Others) -> NextForm:
    """One that is planned, to be changed."""
    return NextForm(
        row.kind, row.contact_id, row.planned_on, row.planned_time, row.purpose or "", row.minutes, row.until_on,
        pick(row.place), row.remind_minutes, row.rep_id, ids(others.contact_ids), ids(others.rep_ids),
    )  # fmt: skip


def done_draft(form: DoneForm, customer_id: int, follow_up_id: int | None, stage: Stage | None) -> DoneDraft:
    """What is kept of what was done; `stage` None leaves the stage of the customer as it is."""
    return DoneDraft(
        customer_id, follow_up_id, form.kind, form.contact_id, form.rep_id, form.done_on, form.done_time, form.minutes,
        form.result, form.effective, form.note, stage, form.place.text if form.place else "", form.cost,
        Others(form.contact_ids or (), form.rep_ids or ()), form.until_on, whole=True,
    )  # fmt: skip


def plan_draft(form: NextForm, customer_id: int, follow_up_id: int | None) -> PlanDraft:
    """What is kept of what comes next."""
    return PlanDraft(
        customer_id, follow_up_id, form.kind, form.contact_id, form.rep_id, form.planned_on, form.planned_time,
        form.purpose, None, form.minutes, form.until_on, form.place.text if form.place else "", form.remind_minutes,
        Others(form.contact_ids or (), form.rep_ids or ()), form.reason,
    )  # fmt: skip


def pick(text: str | None) -> Pick | None:
    """A place as the form holds it."""
    return Pick(None, text) if text else None


def ids(wanted: tuple[int, ...]) -> Ids:
    """Nobody is None, as the field of several choices gives it back."""
    return wanted or None
