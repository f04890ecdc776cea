"""How lifecycle and churn warnings read: 上次采购 48 天前，平时约 21 天一次 → 放缓; 近 90 天采购额比之前少 45%."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from db.lifecycle import Cause, Lifecycle, Limits
from desktop.rules.rating.lifecycle import ChurnWarning, Stand
from desktop.ui.kit.palettes import Tone
from desktop.ui.wording import day, words_of
from desktop.ui.words import tr

LIFECYCLE_TONES: dict[Lifecycle, Tone] = {
    Lifecycle.NEVER: "grey",
    Lifecycle.NEW: "ink",
    Lifecycle.ACTIVE: "green",
    Lifecycle.SLOWING: "amber",
    Lifecycle.DORMANT: "red",
    Lifecycle.LOST: "grey",
}
CAUSE_COLOURS: dict[Cause, Tone] = {
    Cause.COMPLAINT_DUE: "red",
    Cause.SPEND_DOWN: "amber",
    Cause.COLDER: "amber",
    Cause.UNHAPPY: "red",
}
# Where on the card one sees what a warning speaks of: the tab, and what it is asked to show.
CAUSE_PLACES: dict[Cause, tuple[str, str]] = {
    Cause.COMPLAINT_DUE: ("service", "cases"),
    Cause.SPEND_DOWN: ("orders", "orders"),
    Cause.COLDER: ("orders", "orders"),
    Cause.UNHAPPY: ("service", "surveys"),
}


def days_words(days: Decimal) -> str:
    """About how many days, without parts of one."""
    return str(max(int(days.to_integral_value(ROUND_HALF_UP)), 1))


def stand_words(stand: Stand, limits: Limits, *, marked_lost: bool = False) -> str:
    """Why a customer stands where he stands."""
    state = words_of(stand.lifecycle)
    if marked_lost:
        return tr("the stage says lost → {state}", state=state)
    if stand.since is None:
        return tr("no purchase yet → {state}", state=state)
    last = tr("last purchase {days} days ago", days=stand.since) if stand.since else tr("last purchase today")
    if stand.lifecycle is Lifecycle.NEW:
        first = tr("first purchase within the last {days} days", days=limits.new_days)
        return tr("{last}, {why} → {state}", last=last, why=first, state=state)
    why = tr("nobody has bought twice yet")
    if stand.interval is not None:
        every = days_words(stand.interval)
        why = tr("usually every {days} days", days=every)
        if not stand.own:
            why = tr("usual in the office: every {days} days", days=every)
    return tr("{last}, {why} → {state}", last=last, why=why, state=state)


def warning_words(warning: ChurnWarning, limits: Limits) -> str:
    """What a warning says, in a sentence without a full stop."""
    if warning.cause is Cause.SPEND_DOWN and warning.value is not None:
        share = int((warning.value * 100).to_integral_value(ROUND_HALF_UP))
        return tr(
            "purchases of the last {days} days {share}% below the three periods before", days=limits.window, share=share
        )
    if warning.cause is Cause.COLDER:
        return tr(
            "from {before} to {after} within {days} days",
            before=words_of(warning.before),
            after=words_of(warning.after),
            days=limits.window,
        )
    if warning.cause is Cause.UNHAPPY and warning.value is not None:
        return tr("satisfaction {mark} of 5, asked on {day}", mark=int(warning.value), day=day(warning.since))
    return tr("an open complaint is past due since {day}", day=day(warning.since))
