"""The columns of the list of churn warnings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from desktop.rules.labels import title
from desktop.rules.next_step import next_state
from desktop.rules.rating.lifecycle import Limits
from desktop.rules.tiers import Tier, rank_of
from desktop.services.rating.lifecycle import Warned
from desktop.ui.churn_words import CAUSE_COLOURS, LIFECYCLE_TONES, days_words, stand_words, warning_words
from desktop.ui.kit.fields import in_one_line
from desktop.ui.kit.table import Column
from desktop.ui.wording import STATE_COLOURS, STATE_ICONS, day, near_day, next_words, whole_money, words_of
from desktop.ui.words import tr
from desktop.words import N_

Columns = tuple[Column[Warned], ...]


def columns(today: Callable[[], date], tiers: Callable[[], Sequence[Tier]], limits: Callable[[], Limits]) -> Columns:
    """The columns; what the file may change is asked for when it is drawn."""
    return (*_why(tiers, limits), *_bought(today), *_work(today))


def _why(tiers: Callable[[], Sequence[Tier]], limits: Callable[[], Limits]) -> Columns:
    def told(row: Warned) -> str:
        return "\n".join(f"{words_of(one.cause)} · {warning_words(one, limits())}" for one in row.warnings)

    return (
        Column("name", N_("Customer name"), lambda row: row.who.name, 184, sort="name", fixed=True),
        Column(
            "tier",
            N_("Tier"),
            lambda row: row.who.value_tier or "",
            48,
            "centre",
            sort="tier",
            badge=lambda row: rank_of(tiers(), row.who.value_tier),
        ),
        Column(
            "cause",
            N_("Cause"),
            _causes,
            180,
            sort="cause",
            icon=lambda _: "alert-triangle",
            colour=lambda row: CAUSE_COLOURS[row.warnings[0].cause],
            tip=told,
        ),
        Column("since", N_("Since"), lambda row: day(row.since), 88, sort="since"),
        Column(
            "lifecycle",
            title("computed.lifecycle"),
            lambda row: words_of(row.stand.lifecycle),
            116,
            "centre",
            sort="lifecycle",
            badge=lambda row: LIFECYCLE_TONES[row.stand.lifecycle],
            tip=lambda row: stand_words(row.stand, limits()),
        ),
    )


def _bought(today: Callable[[], date]) -> Columns:
    return (
        Column(
            "last",
            N_("Last purchase"),
            lambda row: near_day(row.last_on, today()) if row.last_on else tr("never bought"),
            108,
            sort="last",
            tip=lambda row: day(row.last_on),
            copy=lambda row: day(row.last_on),
        ),
        Column("interval", N_("Usual interval"), _interval, 112, "right", sort="interval"),
        Column(
            "stake",
            N_("At stake"),
            lambda row: whole_money(row.stake),
            92,
            "right",
            sort="stake",
            copy=lambda row: str(row.stake),
        ),
    )


def _work(today: Callable[[], date]) -> Columns:
    return (
        Column("owner", N_("Rep"), lambda row: row.who.owner or "", 72, sort="owner"),
        Column(
            "next",
            N_("Next step"),
            lambda row: next_words(row.who.next_on, row.who.next_kind, today()),
            172,
            sort="next",
            icon=lambda row: STATE_ICONS[next_state(row.who.next_on, today())],
            colour=lambda row: STATE_COLOURS[next_state(row.who.next_on, today())],
            copy=lambda row: day(row.who.next_on),
        ),
    )


def _causes(row: Warned) -> str:
    return in_one_line(words_of(one.cause) for one in row.warnings)


def _interval(row: Warned) -> str:
    """The interval expected of a customer; that of the office in brackets, for it is not his own."""
    if row.stand.interval is None:
        return ""
    days = tr("{days} days", days=days_words(row.stand.interval))
    return days if row.stand.own else f"({days})"
