"""The boxes of a line as they are keyed back: what was done, what was promised, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from db.queries.service import PromiseRow
from db.vocabulary import FollowUpKind, PromiseBy
from desktop.rules.labels import title
from desktop.services.calendar.keying import Keyed, KeyLine
from desktop.services.followups import DoneDraft, PlanDraft
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.screens.customers.forms_data import options_of
from desktop.ui.screens.customers.readings import show_time, time_of
from desktop.words import N_

_EFFECTIVE = (Option(True, N_("Yes, it brought something")), Option(False, N_("No, e.g. not reached")))


@dataclass(frozen=True, slots=True)
class DoneBoxes:
    """What was written of the contact; the fields are named as those of a follow-up."""

    result: str = ""
    effective: bool = True
    kind: FollowUpKind = FollowUpKind.CALL
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NextBoxes:
    """The next step; without day, time and content there is none."""

    planned_on: date | None = None
    planned_time: time | None = None
    kind: FollowUpKind = FollowUpKind.CALL
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class PromiseBoxes:
    """A promise; without a text there is none."""

    text: str = ""
    by: PromiseBy = PromiseBy.US
    due_on: date | None = None


DONE_FIELDS = (
    FormField("result", title("follow_up.result"), span=2),
    FormField("effective", N_("Effective"), "choice", options=_EFFECTIVE, required=True),
    FormField("kind", title("follow_up.kind"), "choice", options=options_of(FollowUpKind), required=True),
    FormField("note", title("follow_up.note"), span=2),
    FormField("done_on", N_("Day"), "date"),
)
NEXT_FIELDS = (
    FormField("planned_on", N_("Next time"), "date", help=N_("3-5, tomorrow, next Tuesday")),
    FormField(
        "planned_time", N_("Time"), "parsed", read=time_of, show=show_time, help=N_("14:30, 2 pm; empty: all day")
    ),
    FormField("purpose", N_("Next content"), span=2),
    FormField("kind", title("follow_up.kind"), "choice", options=options_of(FollowUpKind), required=True),
)
PROMISE_FIELDS = (
    FormField("text", title("promise.text"), span=2),
    FormField("by", title("promise.by"), "choice", options=options_of(PromiseBy), required=True),
    FormField("due_on", title("promise.due_on"), "date", help=N_("3-5, tomorrow, next Tuesday")),
)


def boxes_of(line: KeyLine, day: date) -> tuple[DoneBoxes, PromiseBoxes, NextBoxes]:
    """The boxes of a line before anything is written: the kind that was planned, done on the day of the sheet."""
    kind = line.row.kind if line.row is not None else FollowUpKind.CALL
    return DoneBoxes(kind=kind, done_on=day), PromiseBoxes(), NextBoxes(kind=kind)


def keyed_of(
    line: KeyLine, rep_id: int | None, done: DoneBoxes, promise: PromiseBoxes, following: NextBoxes, day: date
) -> Keyed:
    """What is to be written into the file. Time, length and place are those that were planned, on their own day."""
    row, who = line.row, line.customer
    assert who is not None
    mine = (row.rep_id if row is not None else None) or rep_id or who.owner_id
    contact = row.contact_id if row is not None else None
    on_time = row is not None and row.planned_on == done.done_on
    draft = DoneDraft(
        who.id,
        row.id if row is not None else None,
        done.kind,
        contact,
        mine,
        done.done_on,
        row.planned_time if row is not None and on_time else None,
        row.minutes if row is not None else None,
        done.result,
        done.effective,
        done.note,
    )
    plan = None
    if following.planned_on is not None or following.planned_time is not None or following.purpose.strip():
        at = following.planned_on, following.planned_time, following.purpose
        plan = PlanDraft(who.id, None, following.kind, contact, mine, *at)
    promised = None
    if promise.text.strip() or promise.due_on is not None:
        promised = PromiseRow(
            contact_id=contact, rep_id=mine, by=promise.by, text=promise.text, made_on=done.done_on or day,
            due_on=promise.due_on,
        )  # fmt: skip
    return Keyed(draft, plan, promised)
