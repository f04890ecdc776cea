"""客情 as the card shows it, with what it cost this year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from db.queries.care import CareRow, care
from db.vocabulary import CareKind
from desktop.rules.labels import title
from desktop.services.care_records import delete_care, save_care
from desktop.ui.kit.fields import FormField
from desktop.ui.kit.table import Column
from desktop.ui.office import Office
from desktop.ui.screens.customers.forms_data import LINE, options_of
from desktop.ui.screens.customers.service.kinds import Names, RecordKind
from desktop.ui.screens.customers.tab import Seen
from desktop.ui.wording import day, money, words_of
from desktop.ui.words import tr
from desktop.words import N_


def _columns(_office: Office) -> tuple[Column[CareRow], ...]:
    return (
        Column("given", N_("Given on"), lambda row: day(row.given_on), 100, fixed=True),
        Column("kind", N_("Kind"), lambda row: words_of(row.kind), 84),
        Column("what", N_("What was given"), lambda row: row.what, 240, tip=lambda row: row.note or row.what),
        Column("cost", N_("Cost"), lambda row: money(row.cost), 96, "right"),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 72),
        Column("rep", N_("Given by"), lambda row: row.rep or "", 72),
    )


def _fields(contacts: Names, reps: Names) -> tuple[FormField, ...]:
    return (
        FormField("what", title("care_record.what"), span=2, limit=LINE, required=True),
        FormField("kind", title("care_record.kind"), "choice", options=options_of(CareKind), required=True),
        FormField("cost", title("care_record.cost"), "money"),
        FormField("given_on", title("care_record.given_on"), "date"),
        FormField("contact_id", title("care_record.contact_id"), "choice", options=contacts),
        FormField("rep_id", title("care_record.rep_id"), "choice", options=reps),
        FormField("note", title("care_record.note"), "lines", span=2, lines=2, blank=None),
    )


def _blank(seen: Seen, office: Office) -> CareRow:
    return CareRow(
        contact_id=seen.first_contact_id,
        rep_id=office.me.rep_id or seen.card.customer.owner_id,
        given_on=office.today(),
    )


def _save(session: Any, customer_id: int, draft: CareRow, office: Office) -> int:
    return save_care(session, customer_id, draft, office.today())


def this_year(rows: Sequence[CareRow], year: int) -> Decimal:
    """What the care of a year cost."""
    spent = (row.cost for row in rows if row.given_on is not None and row.given_on.year == year)
    return sum((cost for cost in spent if cost is not None), Decimal(0))


def _foot(rows: Sequence[CareRow], office: Office) -> str:
    cost = this_year(rows, office.today().year)
    return " · ".join((tr("{count} entries", count=len(rows)), tr("{cost} this year", cost=money(cost))))


CARE = RecordKind(
    key="care",
    title=N_("Gifts and care"),
    new=N_("New care record"),
    nothing=N_("No gift, meal or greeting yet."),
    keep=N_("Save care record"),
    icon="gift",
    action="care",
    fill="what",
    columns=_columns,
    fields=_fields,
    rows=lambda session, customer_id, _office: care(session, customer_id),
    blank=_blank,
    save=_save,
    delete=delete_care,
    named=lambda row: row.what,
    foot=_foot,
)
