"""The columns of the customer list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.queries.customers import CustomerRow
from db.vocabulary import CustomerKind, Stage
from desktop.rules.next_step import next_state
from desktop.rules.phones import show_phone
from desktop.ui.kit.table import Column
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
