"""生命周期: where a customer stands by what he bought, and 流失预警: what says that he may be leaving.

All of it is computed as things stand on one day; nothing is stored. The interval expected of a customer is one and
the same for today and for a window ago, so that "colder" speaks of his waiting and not of a median that moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise
from statistics import median

from db.lifecycle import LEAST, WINDOWS_BEFORE, Cause, Lifecycle, Limits, Yardstick

_ORDER = list(Lifecycle)


@dataclass(frozen=True, slots=True)
class Buying:
    """What a customer's purchase days look like: first, last, how many, and the median of the days between them."""

    first: date | None = None
    last: date | None = None
    days: int = 0
    gap: Decimal | None = None


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
class Spend:
    """Purchases in all, and what was spent in the last window and in the three before it together."""

    purchases: int = 0
    last: Decimal = Decimal(0)
    before: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Signs:
    """All that warnings are found from. `last_before` is the last purchase a window ago or earlier.

    `complaint_since` is the day the limit of an open complaint ran out; `satisfaction` the latest answer.
    """

    buying: Buying = Buying()
    last_before: date | None = None
    spend: Spend = Spend()
    complaint_since: date | None = None
    satisfaction: int | None = None
    asked_on: date | None = None
    marked_lost: bool = False


@dataclass(frozen=True, slots=True)
class ChurnWarning:
    """One cause to worry, and since when. `value`: the share of spend lost, or the answer; else `before`, `after`."""

    cause: Cause
    since: date | None = None
    value: Decimal | None = None
    before: Lifecycle | None = None
    after: Lifecycle | None = None


def buying_of(days: Iterable[date]) -> Buying:
    """The same from the purchase days themselves, in any order."""
    tidy = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(tidy)]
    if not tidy:
        return Buying()
    return Buying(tidy[0], tidy[-1], len(tidy), Decimal(median(gaps)) if gaps else None)


def office_interval(customers: Iterable[Buying]) -> Decimal | None:
    """The office's median: of its customers' own medians, as `Yardstick.usual` says."""
    known = [(one.days, one.gap) for one in customers if one.gap is not None]
    gaps = [gap for days, gap in known if days >= LEAST] or [gap for _, gap in known]
    return Decimal(median(gaps)) if gaps else None


def stand_of(buying: Buying, as_of: date, yard: Yardstick, *, marked_lost: bool = False) -> Stand:
    """Where a customer who bought like this stands. Without any interval the days of `lost_days` alone decide."""
    first, last = buying.first, buying.last
    if first is None or last is None or first > as_of:
        return Stand(Lifecycle.LOST if marked_lost else Lifecycle.NEVER)
    since = max((as_of - last).days, 0)
    own = buying.days >= LEAST
    interval = buying.gap if own else yard.usual
    if marked_lost:
        return Stand(Lifecycle.LOST, since, interval, own)
    if (as_of - first).days <= yard.limits.new_days:
        return Stand(Lifecycle.NEW, since, interval, own)
    return Stand(_by_gap(since, interval, yard.limits), since, interval, own)


def _by_gap(since: int, interval: Decimal | None, limits: Limits) -> Lifecycle:
    if interval is None:
        return Lifecycle.LOST if since > limits.lost_days else Lifecycle.ACTIVE
    interval = max(interval, Decimal(1))
    if since <= interval * limits.active:
        return Lifecycle.ACTIVE
    if since <= interval * limits.slowing:
        return Lifecycle.SLOWING
    return Lifecycle.LOST if since > max(interval * limits.lost, Decimal(limits.lost_days)) else Lifecycle.DORMANT


def entered_on(buying: Buying, stand: Stand, limits: Limits) -> date | None:
    """The day a customer got as cold as `stand` says by waiting; None for one who does not wait."""
    if buying.last is None or _ORDER.index(stand.lifecycle) <= _ORDER.index(Lifecycle.ACTIVE):
        return None
    interval = max(stand.interval or Decimal(1), Decimal(1))
    most = {
        Lifecycle.SLOWING: interval * limits.active,
        Lifecycle.DORMANT: interval * limits.slowing,
        Lifecycle.LOST: max(interval * limits.lost, Decimal(limits.lost_days)),
    }[stand.lifecycle]
    if stand.interval is None:
        most = Decimal(limits.lost_days)
    return buying.last + timedelta(days=int(most.to_integral_value(ROUND_FLOOR)) + 1)


def spend_of(spent: Sequence[tuple[date, Decimal]], as_of: date, limits: Limits) -> Spend:
    """What these purchases (day and amount) come to, window by window of `limits.window` days ending on `as_of`."""
    sums = [Decimal(0)] * (1 + WINDOWS_BEFORE)
    for on, amount in spent:
        back = (as_of - on).days // limits.window
        if 0 <= back < len(sums):
            sums[back] += amount
    return Spend(sum(on <= as_of for on, _ in spent), sums[0], sum(sums[1:], Decimal(0)))


def spend_lost(spend: Spend) -> Decimal | None:
    """The part of spend that is gone: the last window against the mean of the three before; None with fewer than
    three purchases, or nothing spent before. 0.3 means 30 % less; negative means more."""
    if spend.purchases < LEAST or spend.before <= 0:
        return None
    return 1 - spend.last * WINDOWS_BEFORE / spend.before


def colder(
    buying: Buying, last_before: date | None, as_of: date, yard: Yardstick
) -> tuple[Lifecycle, Lifecycle] | None:
    """(a window ago, today) where a customer moved down in between to slowing or worse; None where he did not."""
    if last_before is None:
        return None
    then = as_of - timedelta(days=yard.limits.window)
    earlier = Buying(buying.first, last_before, buying.days, buying.gap)
    before, after = stand_of(earlier, then, yard).lifecycle, stand_of(buying, as_of, yard).lifecycle
    down = _ORDER.index(after) > max(_ORDER.index(before), _ORDER.index(Lifecycle.ACTIVE))
    return (before, after) if down and before is not Lifecycle.NEVER else None


def warnings_of(signs: Signs, as_of: date, yard: Yardstick) -> tuple[ChurnWarning, ...]:
    """Every cause to worry about a customer. One who is marked as lost is worried about no more."""
    if signs.marked_lost:
        return ()
    found: list[ChurnWarning] = []
    if signs.complaint_since is not None:
        found.append(ChurnWarning(Cause.COMPLAINT_DUE, signs.complaint_since))
    lost = spend_lost(signs.spend)
    if lost is not None and lost >= yard.limits.drop:
        found.append(ChurnWarning(Cause.SPEND_DOWN, as_of - timedelta(days=yard.limits.window - 1), lost))
    moved = colder(signs.buying, signs.last_before, as_of, yard)
    if moved is not None:
        since = entered_on(signs.buying, stand_of(signs.buying, as_of, yard), yard.limits)
        found.append(ChurnWarning(Cause.COLDER, since, before=moved[0], after=moved[1]))
    if signs.satisfaction is not None and signs.satisfaction <= yard.limits.unhappy:
        found.append(ChurnWarning(Cause.UNHAPPY, signs.asked_on, Decimal(signs.satisfaction)))
    return tuple(found)


__all__ = [
    "Buying",
    "Cause",
    "ChurnWarning",
    "Lifecycle",
    "Limits",
    "Signs",
    "Spend",
    "Stand",
    "Yardstick",
    "buying_of",
    "colder",
    "entered_on",
    "office_interval",
    "spend_lost",
    "spend_of",
    "stand_of",
    "warnings_of",
]
