"""The columns of the day's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from db.queries.day_facts import DayCustomer
from desktop.rules.phones import show_phone
from desktop.rules.tiers import Tier, rank_of
from desktop.ui.kit.table import Column
from desktop.ui.screens.today.day_lines import DayLine
from desktop.ui.veil import Veil
from desktop.ui.wording import near_day, whole_money
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class DayRow:
    """A line with its customer as the file has him now; None where it is about none."""

    line: DayLine
    who: DayCustomer | None

    @property
    def id(self) -> int:
        """Of the line."""
        return self.line.id

    @property
    def owner_id(self) -> int | None:
        """Whose the customer is."""
        return None if self.who is None else self.who.owner_id


Columns = tuple[Column[DayRow], ...]


def day_columns(today: Callable[[], date], tiers: Callable[[], Sequence[Tier]], veil: Veil) -> Columns:
    """The columns; texts of the card are read through the veil, row by row."""

    def read(row: DayRow, text: str) -> str:
        return veil.text(text, row.owner_id)

    return (
        Column("at", N_("Time"), lambda row: row.line.at, 48, "centre"),
        Column("name", N_("Customer name"), lambda row: read(row, row.line.customer), 156, fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: (row.who.tier if row.who else None) or "", 40, "centre",
            badge=lambda row: rank_of(tiers(), row.who.tier) if row.who else None,
        ),
        Column("kind", N_("Kind"), lambda row: row.line.kind, 82),
        Column(
            "what", N_("What"), lambda row: read(row, row.line.what), 104,
            tip=lambda row: read(row, row.line.what),
        ),
        Column(
            "why", N_("Why here"), lambda row: read(row, row.line.brief or row.line.why), 114,
            icon=lambda row: row.line.icon, colour=lambda row: row.line.colour or None,
            tip=lambda row: read(row, row.line.why),
        ),
        Column("phone", N_("Phone"), lambda row: shown_phone(row.who, veil), 112),
        Column(
            "last", N_("Last note"), lambda row: read(row, last_words(row.who, today())), 132,
            tip=lambda row: read(row, last_words(row.who, today())),
        ),
        Column("number", N_("Number"), lambda row: (row.who.number if row.who else None) or "", 76, shown=False),
        Column("place", N_("Region"), lambda row: row.who.place if row.who else "", 120, shown=False),
        Column(
            "amount", N_("Amount"), lambda row: whole_money(row.line.amount) if row.line.amount else "", 92, "right",
            shown=False,
        ),
    )  # fmt: skip


def shown_phone(who: DayCustomer | None, veil: Veil) -> str:
    """The first phone as it may be read."""
    if who is None or not who.phone:
        return ""
    return veil.phone(show_phone(who.phone, who.extension or ""), who.owner_id)


def last_words(who: DayCustomer | None, today: date) -> str:
    """When the last contact was and what was noted; "" where there was none."""
    if who is None or who.said_on is None:
        return ""
    return " · ".join(part for part in (near_day(who.said_on, today), who.said or "") if part)
