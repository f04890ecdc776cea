"""The columns of the follow-ups to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from db.vocabulary import Verdict
from desktop.rules.tiers import Tier, rank_of
from desktop.services.desk.inbox import InboxLine
from desktop.ui.kit.palettes import Tone
from desktop.ui.kit.table import Column
from desktop.ui.screens.customers.readings import show_time
from desktop.ui.wording import day, near_day, words_of
from desktop.ui.words import tr
from desktop.words import N_

VERDICT_TONES: dict[Verdict, Tone] = {
    Verdict.CONFIRMED: "green",
    Verdict.DIFFERS: "red",
    Verdict.NOT_REACHED: "grey",
}


def columns(
    unread: Callable[[int], bool],
    tiers: Callable[[], Sequence[Tier]],
    today: Callable[[], date],
    veil: Callable[[str], str],
) -> tuple[Column[InboxLine], ...]:
    """The columns; what changes is asked for when it is drawn."""

    def what(row: InboxLine) -> str:
        return veil(row.row.result or row.row.note or "")

    return (
        Column(
            "unread", N_("Unread"), lambda row: tr("unread") if unread(row.id) else "", 64, "centre",
            badge=lambda row: "amber" if unread(row.id) else None,
        ),
        Column("when", N_("When"), _when(today), 116, tip=lambda row: f"{day(row.row.day)} {show_time(row.row.at)}"),
        Column("rep", N_("Rep"), lambda row: row.row.rep or tr("no rep"), 60),
        Column("customer", N_("Customer name"), lambda row: row.row.customer, 136, fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: row.row.tier or "", 44, "centre",
            badge=lambda row: rank_of(tiers(), row.row.tier),
        ),
        Column("kind", N_("Kind"), lambda row: words_of(row.row.kind), 80),
        Column(
            "what", N_("Result"), what, 120, tip=what,
            icon=lambda row: None if row.row.effective else "ban",
            colour=lambda row: None if row.row.effective else "muted",
        ),
        Column("said", N_("Comments"), _said, 108, icon=_said_icon, colour=lambda row: "amber" if row.open else None),
        Column(
            "verdict", N_("Verified"), lambda row: words_of(row.callback.verdict) if row.callback else "", 92, "centre",
            badge=lambda row: VERDICT_TONES[row.callback.verdict] if row.callback else None, shown=False,
        ),
    )  # fmt: skip


def _when(today: Callable[[], date]) -> Callable[[InboxLine], str]:
    def told(row: InboxLine) -> str:
        return f"{near_day(row.row.day, today())} {show_time(row.row.at)}".strip()

    return told


def _said(row: InboxLine) -> str:
    if row.open:
        return tr("to be answered")
    return f"{row.comments}" if row.comments else ""


def _said_icon(row: InboxLine) -> str | None:
    return "message-circle" if row.comments else None
