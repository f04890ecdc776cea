"""Why a recall is proposed, in words."""

from __future__ import annotations

from desktop.rules.recall import Reason, Why
from desktop.services.desk.recall import RecallRow
from desktop.ui.wording import day
from desktop.ui.words import tr
from desktop.words import N_

WHY = {
    Why.REP_LEFT: N_("Rep has left"),
    Why.NO_CONTACT: N_("No contact"),
    Why.NO_PURCHASE: N_("No purchase"),
}


def reason_words(row: RecallRow, one: Reason) -> str:
    """One reason as a sentence."""
    days = (one.limit_on - one.since).days
    if one.why is Why.REP_LEFT:
        return tr("{rep} no longer works here.", rep=row.customer.owner)
    if one.why is Why.NO_PURCHASE:
        return tr(
            "Nothing bought since it was given to {rep} on {day}; {days} days are allowed.",
            rep=row.customer.owner, day=day(one.since), days=days,
        )  # fmt: skip
    if row.customer.contacted_on is not None and row.customer.contacted_on >= one.since:
        return tr("Last effective contact on {day}; {days} days are allowed.", day=day(one.since), days=days)
    return tr(
        "No effective contact since it was given to {rep} on {day}; {days} days are allowed.",
        rep=row.customer.owner, day=day(one.since), days=days,
    )  # fmt: skip


def left_words(left: int) -> str:
    """How many days are left, or by how many it is past."""
    if left < 0:
        return tr("{days} days over", days=f"{-left:,}")
    return tr("today") if left == 0 else tr("in {days} days", days=left)


def left_tone(left: int) -> str:
    """The colour of that: past, today and soon."""
    return "red" if left < 0 else "amber"
