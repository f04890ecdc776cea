"""生命周期: where a customer stands by what he bought, and 流失预警: what says that he may be leaving.

Computed from the days of his purchases as they stand on one day; nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import median


class Lifecycle(StrEnum):
    """From the first purchase to the last; the order is that of getting colder."""

    NEVER = "never"
    NEW = "new"
    ACTIVE = "active"
    SLOWING = "slowing"
    DORMANT = "dormant"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Limits:
    """The office's limits: days a customer is new, and multiples of his own interval; `lost_days` at least."""

    new_days: int = 90
    active: Decimal = Decimal("1.5")
    slowing: Decimal = Decimal(3)
    lost: Decimal = Decimal(6)
    lost_days: int = 365
    drop: Decimal = Decimal("0.3")  # of spend, for a warning
    window: int = 90  # days of spend compared
    unhappy: int = 2  # satisfaction up to this warns


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a customer stands, and by what: days since the last purchase, the interval expected of him.

    `own`: the interval is the median of his own gaps; else it is the office's. None where nobody bought twice.
    """

    lifecycle: Lifecycle
    since: int | None = None
    interval: Decimal | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class ChurnWarning:
    """One cause to worry: "spend_down" (share lost), "colder" (from, to), "complaint_due", "unhappy" (the answer)."""

    cause: str
    value: Decimal | None = None
    before: str = ""
    after: str = ""


def gaps(days: Sequence[date]) -> list[int]:
    """Days between one purchase day and the next."""
    return [(later - earlier).days for earlier, later in pairwise(days)]


def office_interval(customers: Iterable[Sequence[date]]) -> Decimal | None:
    """The median gap of all customers together; None where nobody bought on two days."""
    everything = [gap for days in customers for gap in gaps(days)]
    return Decimal(median(everything)) if everything else None


def stand_of(
    days: Sequence[date], as_of: date, usual: Decimal | None, limits: Limits, *, marked_lost: bool = False
) -> Stand:
    """Where the customer with these purchase days (in order, none after `as_of`) stands; `usual`: the office's median.

    With three purchases or more the median of his own gaps is expected of him. Without any interval the days of
    `lost_days` alone decide.
    """
    if not days:
        return Stand(Lifecycle.LOST if marked_lost else Lifecycle.NEVER)
    since = (as_of - days[-1]).days
    own = len(days) >= 3
    interval = Decimal(median(gaps(days))) if own else usual
    if marked_lost:
        return Stand(Lifecycle.LOST, since, interval, own)
    if (as_of - days[0]).days <= limits.new_days:
        return Stand(Lifecycle.NEW, since, interval, own)
    return Stand(_by_gap(since, interval, limits), since, interval, own)


def _by_gap(since: int, interval: Decimal | None, limits: Limits) -> Lifecycle:
    if interval is None:
        return Lifecycle.LOST if since > limits.lost_days else Lifecycle.ACTIVE
    interval = max(interval, Decimal(1))
    if since <= interval * limits.active:
        return Lifecycle.ACTIVE
    if since <= interval * limits.slowing:
        return Lifecycle.SLOWING
    return Lifecycle.LOST if since > max(interval * limits.lost, Decimal(limits.lost_days)) else Lifecycle.DORMANT


def spend_lost(spent: Sequence[tuple[date, Decimal]], as_of: date, limits: Limits) -> Decimal | None:
    """The part of spend that is gone: the last window against the mean of the three before; None with fewer than
    three purchases, or nothing spent before. 0.3 means 30 % less; negative means more."""
    if len(spent) < 3:
        return None
    sums = [Decimal(0)] * 4
    for on, amount in spent:
        back = (as_of - on).days // limits.window
        if 0 <= back < len(sums):
            sums[back] += amount
    before = sum(sums[1:], Decimal(0)) / 3
    return None if before <= 0 else 1 - sums[0] / before


def warnings_of(
    spent: Sequence[tuple[date, Decimal]],
    as_of: date,
    usual: Decimal | None,
    limits: Limits,
    *,
    complaint_due: bool = False,
    satisfaction: Decimal | None = None,
) -> list[ChurnWarning]:
    """Every cause to worry about a customer with these purchases (day and amount, in order)."""
    found: list[ChurnWarning] = []
    lost = spend_lost(spent, as_of, limits)
    if lost is not None and lost >= limits.drop:
        found.append(ChurnWarning("spend_down", lost))
    before_day = as_of - timedelta(days=limits.window)
    days = sorted({on for on, _ in spent})
    before = stand_of([one for one in days if one <= before_day], before_day, usual, limits).lifecycle
    after = stand_of(days, as_of, usual, limits).lifecycle
    order = list(Lifecycle)
    if before is not Lifecycle.NEVER and order.index(after) > max(order.index(before), order.index(Lifecycle.ACTIVE)):
        found.append(ChurnWarning("colder", before=before.value, after=after.value))
    if complaint_due:
        found.append(ChurnWarning("complaint_due"))
    if satisfaction is not None and satisfaction <= limits.unhappy:
        found.append(ChurnWarning("unhappy", satisfaction))
    return found
