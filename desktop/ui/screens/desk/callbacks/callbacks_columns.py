"""The columns of the visits to verify, and of what was found of each rep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.rules.tiers import Tier, rank_of
from desktop.services.desk.callbacks import Confirmed
from desktop.services.desk.inbox import InboxLine
from desktop.ui.kit.table import Column
from desktop.ui.screens.desk.inbox.inbox_columns import VERDICT_TONES
from desktop.ui.wording import day, money, words_of
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class FoundLine:
    """What was found of one rep; NOBODY and everybody are no keys of reps."""

    id: int
    rep: str
    found: Confirmed


def visit_columns(tiers: Callable[[], Sequence[Tier]], veil: Callable[[str], str]) -> tuple[Column[InboxLine], ...]:
    """Of the visits."""

    def what(row: InboxLine) -> str:
        return veil(row.row.result or "")

    return (
        Column(
            "verdict", N_("Verdict"), lambda row: words_of(row.callback.verdict) if row.callback else tr("to be asked"),
            92, "centre", badge=lambda row: VERDICT_TONES[row.callback.verdict] if row.callback else "amber",
        ),
        Column("day", N_("Day"), lambda row: day(row.row.day), 88),
        Column("rep", N_("Rep"), lambda row: row.row.rep or tr("no rep"), 60),
        Column("customer", N_("Customer name"), lambda row: row.row.customer, 150, fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: row.row.tier or "", 44, "centre",
            badge=lambda row: rank_of(tiers(), row.row.tier),
        ),
        Column("kind", N_("Kind"), lambda row: words_of(row.row.kind), 92),
        Column("cost", N_("Cost"), lambda row: money(row.row.cost), 72, "right"),
        Column("what", N_("Result"), what, 130, tip=what),
        Column(
            "asked", N_("Asked on"), lambda row: day(row.callback.asked_on) if row.callback else "", 92, shown=False
        ),
    )  # fmt: skip


def found_columns() -> tuple[Column[FoundLine], ...]:
    """Of the reps."""
    return (
        Column("rep", N_("Rep"), lambda row: row.rep, 92, fixed=True),
        Column("confirmed", N_("As written"), lambda row: _count(row.found.confirmed), 92, "right"),
        Column("differs", N_("Differs"), lambda row: _count(row.found.differs), 80, "right",
               colour=lambda row: "red" if row.found.differs else None),
        Column("not_reached", N_("Not reached"), lambda row: _count(row.found.not_reached), 96, "right"),
        Column("share", N_("Share confirmed"), lambda row: _percent(row.found), 124, "right"),
    )  # fmt: skip


def _percent(found: Confirmed) -> str:
    return "—" if found.share is None else f"{found.share}%"


def _count(count: int) -> str:
    return f"{count}" if count else ""
