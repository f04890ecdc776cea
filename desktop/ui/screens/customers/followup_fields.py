"""The fields of the follow-up form as data: what was done, what was promised, what comes next."""

from __future__ import annotations

from db.vocabulary import FollowUpKind, PromiseBy, Stage
from desktop.rules.labels import title
from desktop.services.followups import MOST_MINUTES
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.screens.customers.followup_around import Around
from desktop.ui.screens.customers.forms_data import LINE, options_of
from desktop.ui.screens.customers.readings import show_time, time_of
from desktop.words import N_

# What is seldom written, or proposes itself: folded away until it is wanted.
FOLDED_DONE = ("place", "rep_id", "cost", "until_on", "contact_ids", "rep_ids")
FOLDED_NEXT = ("minutes", "place", "rep_id", "until_on", "remind_minutes", "contact_ids", "rep_ids", "reason")

_EFFECTIVE = (Option(True, N_("Yes, it brought something")), Option(False, N_("No, e.g. not reached")))


def _time(key: str) -> FormField:
    return FormField(key, N_("Time"), "parsed", read=time_of, show=show_time, help=N_("14:30, 2 pm"))


def _rep(around: Around) -> FormField:
    return FormField("rep_id", title("follow_up.rep_id"), "choice", options=around.people)


def _others(around: Around) -> tuple[FormField, ...]:
    return (
        FormField("contact_ids", N_("Others of theirs"), "choices", options=around.contacts),
        FormField("rep_ids", N_("Others of ours"), "choices", options=around.people),
    )


def _place(around: Around) -> FormField:
    return FormField("place", title("follow_up.place"), "named", options=around.places)


def _until() -> FormField:
    return FormField("until_on", N_("Last day"), "date", help=N_("If it takes several days"))


def done_fields(around: Around) -> tuple[FormField, ...]:
    """What is asked of a follow-up that was done."""
    return (
        FormField("kind", title("follow_up.kind"), "choice", options=options_of(FollowUpKind), required=True),
        FormField("contact_id", title("follow_up.contact_id"), "choice", options=around.contacts),
        FormField("done_on", N_("Day"), "date"),
        _time("done_time"),
        FormField("effective", N_("Effective"), "choice", options=_EFFECTIVE, required=True),
        FormField("minutes", N_("Took"), "int", unit=N_("minutes"), least=0, most=MOST_MINUTES),
        FormField("result", title("follow_up.result"), "lines", span=2, lines=3),
        FormField("stage", N_("Stage now"), "choice", options=options_of(Stage), required=True),
        FormField("note", title("follow_up.note"), "lines", lines=1),
        _place(around),
        _rep(around),
        FormField("cost", title("follow_up.cost"), "money"),
        _until(),
        *_others(around),
    )


def next_fields(around: Around) -> tuple[FormField, ...]:
    """What is asked of a follow-up that is planned."""
    return (
        FormField("planned_on", N_("Day"), "date", help=N_("3-5, tomorrow, next Tuesday")),
        _time("planned_time"),
        FormField("kind", title("follow_up.kind"), "choice", options=options_of(FollowUpKind), required=True),
        FormField("contact_id", title("follow_up.contact_id"), "choice", options=around.contacts),
        FormField("purpose", title("follow_up.purpose"), span=2),
        FormField("minutes", N_("Takes"), "int", unit=N_("minutes"), least=0, most=MOST_MINUTES),
        _place(around),
        _rep(around),
        _until(),
        FormField("remind_minutes", N_("Remind"), "choice", options=around.reminders),
        *_others(around),
        FormField("reason", N_("Why moved"), limit=LINE),
    )


def promise_fields() -> tuple[FormField, ...]:
    """What is asked of a promise given in a follow-up."""
    return (
        FormField("text", title("promise.text"), span=2),
        FormField("by", title("promise.by"), "choice", options=options_of(PromiseBy), required=True),
        FormField("due_on", title("promise.due_on"), "date", help=N_("3-5, tomorrow, next Tuesday")),
    )
