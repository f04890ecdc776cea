"""重大事项 as the card shows them."""

from __future__ import annotations

from typing import Any

from db.queries.care import EventRow, events
from desktop.rules.labels import title
from desktop.services.care_records import delete_event, save_event
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

LONGEST = 500


def _columns(_office: Office) -> tuple[Column[EventRow], ...]:
    return (
        Column("happened", N_("Happened on"), lambda row: day(row.happened_on), 100, fixed=True),
        Column("what", N_("What happened"), lambda row: row.what, 280, tip=lambda row: row.what),
        Column("note", N_("Note"), lambda row: " ".join((row.note or "").split()), 220, tip=lambda row: row.note or ""),
    )


def _fields(_contacts: Names, _reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("happened_on", title("major_event.happened_on"), "date"),
        FormField("what", title("major_event.what"), span=2, limit=LONGEST, required=True),
        FormField("note", title("major_event.note"), "lines", span=2, lines=3, blank=None),
    )


def _blank(_seen: Seen, office: Office) -> EventRow:
    return EventRow(happened_on=office.today())


def _save(session: Any, customer_id: int, draft: EventRow, office: Office) -> int:
    return save_event(session, customer_id, draft, office.today())


EVENTS = RecordKind(
    key="events",
    title=N_("Major events"),
    new=N_("New event"),
    nothing=N_("No major event yet: moves, new owners, tenders won, plants opened."),
    keep=N_("Save event"),
    icon="pin",
    action="event",
    fill="what",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: events(session, customer_id),
    blank=_blank,
    save=_save,
    delete=delete_event,
    named=lambda row: row.what,
    foot=lambda rows, _office: tr("{count} events", count=len(rows)),
)
