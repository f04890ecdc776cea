"""The columns of the customer list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from db.queries.custom import CustomFieldRow
from db.queries.customers import CUSTOM, CustomerRow
from db.vocabulary import CustomerKind, CustomKind, Stage
from desktop.rules.next_step import next_state
from desktop.rules.phones import show_phone
from desktop.ui.kit.table import Column
from desktop.ui.screens.customers.custom_rows import told
from desktop.ui.veil import Veil
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, near_day, next_words, whole_money, words_of
from desktop.ui.words import tr
from desktop.words import N_

STAGE_TONES = {
    Stage.POTENTIAL: "grey",
    Stage.CONTACTED: "ink",
    Stage.INTERESTED: "amber",
    Stage.WON: "green",
    Stage.LOST: "grey",
}


def columns(today: Callable[[], date], veil: Veil) -> tuple[Column[CustomerRow], ...]:
    """The columns; what depends on the day asks for it when it is drawn. Numbers read, and are copied, as they may."""
    return (
        Column(
            "name",
            N_("Customer name"),
            lambda row: row.name,
            216,
            sort="name",
            icon=lambda row: "user" if row.kind is CustomerKind.PERSON else "building",
            fixed=True,
        ),
        Column(
            "next",
            N_("Next step"),
            lambda row: next_words(row.next_on, row.next_kind, today()),
            148,
            sort="next",
            icon=lambda row: STATE_ICONS[next_state(row.next_on, today())],
            colour=lambda row: STATE_COLOURS[next_state(row.next_on, today())],
            tip=lambda row: day(row.next_on),
            copy=lambda row: day(row.next_on),
        ),
        Column(
            "stage",
            N_("Stage"),
            lambda row: words_of(row.stage),
            84,
            "centre",
            sort="stage",
            badge=lambda row: STAGE_TONES[row.stage],
        ),
        Column("contact", N_("Contact"), lambda row: row.contact or "", 84),
        Column(
            "phone",
            N_("Phone"),
            lambda row: veil.phone(show_phone(row.phone or ""), row.owner_id),
            116,
            copy=lambda row: veil.phone(row.phone or "", row.owner_id),
        ),
        Column(
            "last",
            N_("Last contact"),
            lambda row: near_day(row.last_on, today()) if row.last_on else tr("never contacted"),
            92,
            sort="last",
            colour=lambda row: None if row.last_on else "muted",
            tip=lambda row: day(row.last_on),
            copy=lambda row: day(row.last_on),
        ),
        Column(
            "purchases",
            N_("Purchases"),
            lambda row: whole_money(row.purchases),
            92,
            "right",
            sort="purchases",
            copy=lambda row: str(row.purchases),
        ),
        Column("owner", N_("Rep"), lambda row: row.owner or "", 72, sort="owner"),
        Column("region", N_("Region"), lambda row: row.region, 140, sort="region"),
        Column("number", N_("Number"), lambda row: row.number or "", 80, sort="number"),
        Column("bought", N_("Last purchase"), lambda row: day(row.purchased_on), 92, shown=False),
    )


def custom_columns(fields: Sequence[CustomFieldRow], veil: Veil) -> tuple[Column[CustomerRow], ...]:
    """A column for each field of the office, hidden until somebody chooses it."""
    return tuple(_custom_column(one, veil) for one in fields)


def _custom_column(field: CustomFieldRow, veil: Veil) -> Column[CustomerRow]:
    def text(row: CustomerRow) -> str:
        return veil.text(told(field, row.custom.get(field.id)), row.owner_id)

    figures = field.kind in (CustomKind.NUMBER, CustomKind.MONEY)
    key = f"{CUSTOM}{field.id}"
    return Column(key, field.title, text, 120, "right" if figures else "left", sort=key, tip=text, shown=False)


def asked_fields(keys: Iterable[str]) -> list[int]:
    """The fields of the office among the columns shown."""
    return [int(key.removeprefix(CUSTOM)) for key in keys if key.startswith(CUSTOM)]
