"""The typed part of the box of a series: what is done each time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from db.vocabulary import DayShift, FollowUpKind
from desktop.rules.labels import title
from desktop.services.followups import MOST_MINUTES
from desktop.ui.kit.fields import FormField, Option
from desktop.ui.screens.customers.forms_data import LINE, options_of
from desktop.ui.screens.customers.readings import show_time, time_of
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class SeriesForm:
    """What is typed of a series; the rule is chosen beside it."""

    starts_on: date | None = None
    at: time | None = None
    kind: FollowUpKind = FollowUpKind.CALL
    contact_id: int | None = None
    purpose: str = ""
    minutes: int | None = None
    place: str | None = None
    rep_id: int | None = None
    shift: DayShift = DayShift.NEXT


def series_fields(contacts: list[Option], people: list[Option]) -> tuple[FormField, ...]:
    """The fields, with the contacts of the customer and the people of the office to choose from."""
    return (
        FormField("purpose", title("follow_up.purpose"), span=2),
        FormField("kind", title("follow_up.kind"), "choice", options=options_of(FollowUpKind), required=True),
        FormField("contact_id", title("follow_up.contact_id"), "choice", options=contacts),
        FormField("starts_on", N_("First day"), "date", help=N_("3-5, tomorrow, next Tuesday")),
        FormField("at", N_("Time"), "parsed", read=time_of, show=show_time, help=N_("14:30, 2 pm")),
        FormField("shift", N_("On days off"), "choice", options=options_of(DayShift), required=True),
        FormField("minutes", N_("Takes"), "int", unit=N_("minutes"), least=0, most=MOST_MINUTES),
        FormField("rep_id", title("follow_up.rep_id"), "choice", options=people),
        FormField("place", title("follow_up.place"), limit=LINE, blank=None),
    )
