"""The columns of the lent cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from db.queries.loans import LoanRow
from desktop.rules.tiers import Tier, rank_of
from desktop.ui.kit.palettes import Tone
from desktop.ui.kit.table import Column
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_


def columns(today: Callable[[], date], tiers: Callable[[], Sequence[Tier]]) -> tuple[Column[LoanRow], ...]:
    """The columns; what changes is asked for when it is drawn."""
    return (
        Column("number", N_("Number"), lambda row: row.number or "", 84, sort="number"),
        Column("customer", N_("Customer name"), lambda row: row.customer, 200, sort="customer", fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: row.tier or "", 48, "centre", badge=lambda row: rank_of(tiers(), row.tier)
        ),
        Column("rep", N_("Taken by"), lambda row: row.rep or tr("no rep"), 92, sort="rep"),
        Column("lent", N_("Taken out"), lambda row: day(row.lent_on), 96, sort="lent"),
        Column("due", N_("Due back"), lambda row: day(row.due_on), 96, sort="due"),
        Column(
            "state", N_("State"), lambda row: state_words(row, today()), 168, "centre", sort="state",
            badge=lambda row: state_tone(row, today()),
        ),
        Column("note", N_("Note"), lambda row: row.note or "", 140, tip=lambda row: row.note or ""),
    )  # fmt: skip


def state_words(row: LoanRow, today: date) -> str:
    """Out, overdue so many days, returned on a day, perhaps late."""
    late = row.late(today)
    if row.returned_on is not None:
        back = tr("returned {day}", day=f"{row.returned_on:%m-%d}")
        return tr("{returned}, {days} days late", returned=back, days=late) if late else back
    return tr("overdue by {days} days", days=late) if late else tr("out")


def state_tone(row: LoanRow, today: date) -> Tone:
    """The colour of that."""
    if row.returned_on is not None:
        return "amber" if row.late(today) else "green"
    return "red" if row.late(today) else "ink"


SORTS: dict[str, Callable[[LoanRow], tuple[object, ...]]] = {
    "number": lambda row: (row.number is None, row.number or ""),
    "customer": lambda row: (row.customer,),
    "rep": lambda row: (row.rep is None, row.rep or ""),
    "lent": lambda row: (row.lent_on,),
    "due": lambda row: (row.due_on is None, row.due_on or 0),
    "state": lambda row: (row.returned_on is not None, str(row.due_on or "9")),
}
