"""The columns of the three lists: proposals, customers nobody has, exemptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from db.queries.recall import ExemptionRow, PoolRow
from desktop.rules.tiers import Tier, rank_of
from desktop.services.desk.recall import RecallRow
from desktop.ui.kit.table import Column
from desktop.ui.screens.desk.recall.recall_words import WHY, left_tone, left_words, reason_words
from desktop.ui.wording import day, near_day, words_of
from desktop.ui.words import current, tr
from desktop.words import N_

Tiers = Callable[[], Sequence[Tier]]
Today = Callable[[], date]


def proposal_columns(today: Today, tiers: Tiers) -> tuple[Column[RecallRow], ...]:
    """Who, whose, why, how many days are left."""
    return (
        Column("name", N_("Customer name"), lambda row: row.customer.name, 200, sort="name", fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: row.customer.tier or "", 48, "centre", sort="tier",
            badge=lambda row: rank_of(tiers(), row.customer.tier),
        ),
        Column("owner", N_("Rep"), lambda row: row.customer.owner, 84, sort="owner"),
        Column(
            "left", N_("Days left"), lambda row: left_words(row.left), 124, sort="left",
            icon=lambda row: "alert-triangle" if row.left < 0 else "clock", colour=lambda row: left_tone(row.left),
            copy=lambda row: str(row.left),
        ),
        Column("why", N_("Reason"), lambda row: current().text(WHY[row.reasons[0].why]), 96, sort="why"),
        Column(
            "told", N_("Why"), lambda row: reason_words(row, row.reasons[0]), 320,
            tip=lambda row: "\n".join(reason_words(row, one) for one in row.reasons),
        ),
        Column(
            "contact", N_("Last contact"), lambda row: _contact(row.customer.contacted_on, today()), 116,
            sort="contact", copy=lambda row: day(row.customer.contacted_on),
        ),
        Column(
            "bought", N_("Last purchase"),
            lambda row: near_day(row.customer.bought_on, today()) if row.customer.bought_on else tr("never bought"),
            104, sort="bought", copy=lambda row: day(row.customer.bought_on),
        ),
    )  # fmt: skip


def pool_columns(today: Today, tiers: Tiers) -> tuple[Column[PoolRow], ...]:
    """Who, where, last contact and purchase, and what is planned although nobody has him."""
    return (
        Column("name", N_("Customer name"), lambda row: row.name, 220, sort="name", fixed=True),
        Column(
            "tier", N_("Tier"), lambda row: row.tier or "", 48, "centre", sort="tier",
            badge=lambda row: rank_of(tiers(), row.tier),
        ),
        Column("stage", N_("Stage"), lambda row: words_of(row.stage), 84, sort="stage"),
        Column("region", N_("Region"), region, 200, sort="region"),
        Column(
            "contact", N_("Last contact"), lambda row: _contact(row.contacted_on, today()), 116, sort="contact",
            copy=lambda row: day(row.contacted_on),
        ),
        Column(
            "bought", N_("Last purchase"),
            lambda row: near_day(row.bought_on, today()) if row.bought_on else tr("never bought"), 104, sort="bought",
            copy=lambda row: day(row.bought_on),
        ),
        Column(
            "next", N_("Next step"), lambda row: near_day(row.planned_on, today()) if row.planned_on else "", 104,
            sort="next", copy=lambda row: day(row.planned_on),
        ),
    )  # fmt: skip


def exemption_columns() -> tuple[Column[ExemptionRow], ...]:
    """Who is exempt, why and until when."""
    return (
        Column("name", N_("Customer name"), lambda row: row.customer, 220, sort="name", fixed=True),
        Column("reason", N_("Reason"), lambda row: row.reason, 320),
        Column("until", N_("Until"), lambda row: day(row.until) or tr("for good"), 104, sort="until"),
        Column("by", N_("Set by"), lambda row: row.rep or "", 84, sort="by"),
        Column("made", N_("Made on"), lambda row: day(row.made_on), 104, sort="made"),
    )


def region(row: PoolRow) -> str:
    """Province, city and district, each once."""
    return " ".join(part for part in dict.fromkeys((row.province, row.city, row.district)) if part)


def _contact(on: date | None, today: date) -> str:
    return near_day(on, today) if on is not None else tr("never contacted")
