"""The columns of the weekly card check: the reps, and the cards drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from db.queries.card_checks import CardCheckRow
from desktop.rules.tiers import Tier, rank_of
from desktop.services.completeness import CardStanding
from desktop.services.desk.card_checks import CheckDue, CheckState
from desktop.ui.kit.palettes import Tone
from desktop.ui.kit.table import Column
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

STATE_TONES: dict[CheckState, Tone] = {
    CheckState.DONE: "green",
    CheckState.DUE: "amber",
    CheckState.OVERDUE: "red",
}


@dataclass(frozen=True, slots=True)
class DueLine:
    """One rep's check; the line of everybody has the number 0."""

    id: int
    rep: str
    due: CheckDue | None
    drawn: int
    checked: int
    passed: int


@dataclass(frozen=True, slots=True)
class CardLine:
    """One drawn card with how complete it is now; None where it was not reckoned."""

    row: CardCheckRow
    standing: CardStanding | None

    @property
    def id(self) -> int:
        """Of the drawn card, not of the customer."""
        return self.row.id


def state_words(due: CheckDue | None) -> str:
    """Done; due until Sunday; overdue since a day."""
    if due is None:
        return ""
    if due.state is CheckState.DONE:
        return tr("done")
    if due.state is CheckState.OVERDUE:
        return tr("overdue since {day}", day=day(due.since))
    return tr("due this week")


def due_columns() -> tuple[Column[DueLine], ...]:
    """Of the reps."""
    return (
        Column("rep", N_("Rep"), lambda row: row.rep, 76, fixed=True),
        Column(
            "state", N_("This week's check"), lambda row: state_words(row.due), 136, "centre",
            badge=lambda row: STATE_TONES[row.due.state] if row.due else None,
        ),
        Column("checked", N_("Signed"), lambda row: f"{row.checked} / {row.drawn}" if row.drawn else "", 60, "right"),
        Column("passed", N_("Passed"), lambda row: f"{row.passed}" if row.checked else "", 60, "right"),
        Column(
            "last", N_("Last done"), lambda row: day(row.due.last_on) if row.due else "", 92,
        ),
    )  # fmt: skip


def card_columns(
    tiers: Callable[[], Sequence[Tier]], names: Callable[[CardStanding], str]
) -> tuple[Column[CardLine], ...]:
    """Of the drawn cards; `names` says what a card lacks."""
    return (
        Column("rep", N_("Rep"), lambda row: row.row.rep or "", 60),
        Column("customer", N_("Customer name"), lambda row: row.row.customer, 104, fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: row.row.tier or "", 48, "centre",
            badge=lambda row: rank_of(tiers(), row.row.tier),
        ),
        Column("percent", N_("Filled"), lambda row: f"{row.standing.percent}%" if row.standing else "", 56, "right"),
        Column(
            "passed", N_("Seen"), lambda row: passed_words(row.row), 88, "centre",
            badge=lambda row: passed_tone(row.row),
        ),
        Column("remark", N_("Remark"), lambda row: row.row.remark or "", 88, tip=lambda row: row.row.remark or ""),
        Column("by", N_("Checker"), lambda row: row.row.checker or "", 80, shown=False),
        Column("on", N_("Checked on"), lambda row: day(row.row.checked_on), 92, shown=False),
        Column("missing", N_("Missing"), lambda row: names(row.standing) if row.standing else "", 160, shown=False),
    )  # fmt: skip


def passed_words(row: CardCheckRow) -> str:
    """Passed, not passed, or not yet seen."""
    if row.passed is None:
        return tr("to be seen")
    return tr("passed") if row.passed else tr("not passed")


def passed_tone(row: CardCheckRow) -> Tone:
    """The colour of that."""
    return "grey" if row.passed is None else "green" if row.passed else "red"
