"""The columns of the customers worth a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from desktop.services.rating.movers import Mover
from desktop.ui.kit.table import Column
from desktop.ui.screens.tiers.metric_words import money_words, share_words
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class MoverRow:
    """One customer of the list; `missing` is what lifts him, `planned` whether a plan is under way."""

    id: int
    name: str
    owner: str
    mover: Mover
    missing: str
    planned: bool


def mover_columns(step_of: Callable[[str, str], str]) -> tuple[Column[MoverRow], ...]:
    """The columns; `step_of` says a step between classes."""
    return (
        Column("name", N_("Customer name"), lambda row: row.name, 124, fixed=True, tip=lambda row: row.name),
        Column("step", N_("Class step"), lambda row: step_of(row.mover.code, row.mover.target), 84),
        Column("missing", N_("What lifts him"), lambda row: row.missing, 130, tip=lambda row: row.missing),
        Column(
            "effort", N_("Effort"), lambda row: share_words(row.mover.effort), 60, "right",
            tip=lambda _: tr("What is missing, as a share of what there is now"),
            colour=lambda row: "green" if row.mover.near else None,
        ),
        Column("purchases", N_("Bought"), lambda row: money_words(row.mover.purchases), 80, "right"),
        Column("growth", N_("Growth"), lambda row: _growth(row.mover.growth), 68, "right",
               tip=lambda row: tr("Against the year before") if row.mover.growth is not None
               else tr("He bought nothing in the year before")),
        Column("potential", N_("Potential"), lambda row: _plain(row.mover.potential), 76, "centre"),
        Column("owner", N_("Rep"), lambda row: row.owner, 56),
        Column(
            "plan", N_("Plan"), lambda row: "✓" if row.planned else "", 44, "centre",
            tip=lambda row: tr("A plan is under way") if row.planned else "",
        ),
    )  # fmt: skip


def _growth(growth: Decimal | None) -> str:
    return tr("new buyer") if growth is None else f"{growth:+,.0f} %"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
