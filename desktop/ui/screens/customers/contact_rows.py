"""The list of contacts: those who are there, then, muted, those who left."""

from __future__ import annotations

from dataclasses import dataclass

from db.queries.card import ContactDraft
from db.vocabulary import ReachKind
from desktop.ui.kit.table import Column
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.readings import reach_entries, veiled_entry
from desktop.ui.wording import day, words_of
from desktop.ui.words import tr
from desktop.words import N_


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One line of the list."""

    id: int
    draft: ContactDraft

    def reach(self, desk: Desk, *kinds: ReachKind) -> str:
        """The first way to reach the contact among `kinds`, as it may be read."""
        found = (entry for entry in reach_entries(self.draft.reaches) if entry.kind in kinds)
        return next((veiled_entry(entry, desk.office.veil, desk.owner_id) for entry in found), "")


def _quiet(row: ContactRow) -> str | None:
    return None if row.draft.active else "muted"


def contact_columns(desk: Desk) -> tuple[Column[ContactRow], ...]:
    """The columns, numbers as they may be read."""
    return (
        Column[ContactRow](
            "name",
            N_("Name"),
            lambda row: row.draft.name,
            110,
            icon=lambda row: "star" if row.draft.is_primary else ("user" if row.draft.active else "logout"),
            colour=lambda row: _quiet(row) or ("accent" if row.draft.is_primary else None),
            fixed=True,
        ),
        Column[ContactRow]("title", N_("Job title"), lambda row: row.draft.title or "", 110, colour=_quiet),
        Column[ContactRow]("role", N_("Role"), lambda row: words_of(row.draft.role), 104, colour=_quiet),
        Column[ContactRow](
            "weight", N_("Weight"), lambda row: str(row.draft.decision_weight or ""), 52, "centre", colour=_quiet
        ),
        Column[ContactRow](
            "phone", N_("Phone"), lambda row: row.reach(desk, ReachKind.MOBILE, ReachKind.PHONE), 124, colour=_quiet,
            copy=lambda row: row.reach(desk, ReachKind.MOBILE, ReachKind.PHONE).replace(" ", ""),
        ),
        Column[ContactRow]("wechat", N_("WeChat"), lambda row: row.reach(desk, ReachKind.WECHAT), 110, colour=_quiet),
        Column[ContactRow](
            "left",
            N_("Has left"),
            lambda row: "" if row.draft.active else " · ".join(
                filter(None, (day(row.draft.left_on) or tr("left"), row.draft.left_reason))
            ),
            100,
            colour=_quiet,
        ),
    )  # fmt: skip
