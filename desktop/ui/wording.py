"""How values read on the screen: dates near today, money, stored words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.rules.labels import word
from desktop.rules.money import show_money
from desktop.rules.next_step import NextState, next_state
from desktop.rules.privacy import Standing
from desktop.ui.kit.palettes import Tone
from desktop.ui.words import current, tr


def words_of(member: StrEnum | None) -> str:
    """A stored word in the window's language; "" for none."""
    return "" if member is None else current().text(word(member))


def money(amount: Decimal | None) -> str:
    """￥1,234.50; "" for none."""
    return "" if amount is None else show_money(amount)


def whole_money(amount: Decimal) -> str:
    """￥1,234 for lists; "" for nothing."""
    return f"￥{amount:,.0f}" if amount else ""


def day(on: date | None) -> str:
    """2026-11-22; "" for none."""
    return "" if on is None else on.isoformat()


def near_day(on: date, today: date) -> str:
    """今天, 明天, 昨天, 3 天后, 5 天前; further away the date itself."""
    days = (on - today).days
    close = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}
    if days in close:
        return close[days]
    if 1 < days <= 14:
        return tr("in {days} days", days=days)
    if -60 <= days < -1:
        return tr("{days} days ago", days=-days)
    return on.isoformat() if on.year != today.year else f"{on.month:02}-{on.day:02}"


def next_words(next_on: date | None, kind: StrEnum | None, today: date) -> str:
    """The next step in words that need no colour: 逾期 3 天 · 拜访."""
    state = next_state(next_on, today)
    if state is NextState.NONE or next_on is None:
        return tr("nothing planned")
    what = words_of(kind)
    when = (
        tr("{days} days overdue", days=(today - next_on).days)
        if state is NextState.OVERDUE
        else near_day(next_on, today)
    )
    return " · ".join(filter(None, (when, what)))


def standing_words(stands: Standing) -> str:
    """How the record of a person stands, in one word."""
    return {
        Standing.WITHDRAWN: tr("consent withdrawn"),
        Standing.REVIEW: tr("due for review"),
        Standing.UNRECORDED: tr("not recorded"),
        Standing.AGREED: tr("agreed"),
        Standing.TOLD: tr("told"),
    }[stands]


STANDING_TONES: dict[Standing, Tone] = {
    Standing.WITHDRAWN: "red",
    Standing.REVIEW: "amber",
    Standing.UNRECORDED: "grey",
    Standing.AGREED: "green",
    Standing.TOLD: "green",
}
STATE_COLOURS = {NextState.NONE: "muted", NextState.OVERDUE: "red", NextState.SOON: "amber", NextState.PLANNED: "green"}
STATE_ICONS = {
    NextState.NONE: "circle-dashed",
    NextState.OVERDUE: "alert-triangle",
    NextState.SOON: "clock",
    NextState.PLANNED: "circle-check",
}
