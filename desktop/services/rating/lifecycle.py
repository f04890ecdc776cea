"""生命周期 and 流失预警 of the office's customers: the limits, one customer's standing, and the list to work off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal

from sqlalchemy.orm import Session

from db.queries.churn import SignRow, WhoRow, by_stake, signs_of, warned_ids, who_of
from db.queries.lifecycle import usual_gap
from db.queries.office import policy
from db.store import Store
from db.vocabulary import Stage
from desktop.progress import Progress
from desktop.rules.moments import local, stored
from desktop.rules.rating.lifecycle import (
    Buying,
    Cause,
    ChurnWarning,
    Lifecycle,
    Limits,
    Signs,
    Spend,
    Stand,
    Yardstick,
    stand_of,
    warnings_of,
)
from desktop.rules.rating.limits import POLICY, as_policy, checked_limits, limits_of
from desktop.services.offices import set_policy

CHUNK = 400  # customers looked at between two looks at the cancel button


@dataclass(frozen=True, slots=True)
class Standing:
    """One customer on one day: where he stands, what warns, and the limits both were judged by."""

    stand: Stand = field(default_factory=lambda: Stand(Lifecycle.NEVER))
    warnings: tuple[ChurnWarning, ...] = ()
    last_on: date | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Warned:
    """A line of the list to work off. `stake` is what he bought for in the three windows before the last."""

    who: WhoRow
    stand: Stand
    warnings: tuple[ChurnWarning, ...]
    last_on: date | None
    stake: Decimal

    @property
    def id(self) -> int:
        """The customer."""
        return self.who.id

    @property
    def since(self) -> date | None:
        """Since when there has been anything to worry about: the earliest day a cause can tell.

        Spend tells of a whole period; its first day counts only where nothing else warns.
        """
        told = [one for one in self.warnings if one.cause is not Cause.SPEND_DOWN] or self.warnings
        return min((one.since for one in told if one.since is not None), default=None)


def limits(session: Session) -> Limits:
    """The limits of the office; what it never set is the usual."""
    return limits_of(policy(session, POLICY, None))


def save_limits(session: Session, wanted: Limits) -> None:
    """Make these the limits of the office. Raises RuleBroken at its field as `checked_limits` does."""
    set_policy(session, POLICY, as_policy(checked_limits(wanted)))


def yardstick(session: Session) -> Yardstick:
    """What the customers of this file are measured by."""
    return Yardstick(limits(session), usual_gap(session))


def standing(session: Session, customer_id: int, today: date, now: datetime | None = None) -> Standing:
    """How a customer stands on `today`; `now` (local) is what the limits of complaints are held against, None: the
    beginning of the day."""
    yard = yardstick(session)
    row = next(iter(signs_of(session, [customer_id], today, yard, _moment(today, now))), None)
    if row is None:
        return Standing(limits=yard.limits)
    signs = _signs(row)
    found = warnings_of(signs, today, yard)
    return Standing(_stand(signs, today, yard), found, signs.buying.last, yard.limits)


def stand(session: Session, customer_id: int, today: date) -> Stand:
    """Where a customer stands in the lifecycle."""
    return standing(session, customer_id, today).stand


def warnings(session: Session, customer_id: int, today: date, now: datetime | None = None) -> tuple[ChurnWarning, ...]:
    """Every cause to worry about a customer; `now` as in `standing`."""
    return standing(session, customer_id, today, now).warnings


def warned_customers(store: Store, today: date, progress: Progress, now: datetime | None = None) -> list[Warned]:
    """Everybody there is any warning of, the most money at stake first (ties by name).

    The file is read in short turns: a save waits for a running read.
    """
    moment = _moment(today, now)
    with store.read() as session:
        yard = yardstick(session)
        ids = warned_ids(session, today, yard, moment)
    found: list[Warned] = []
    for start in range(0, len(ids), CHUNK):
        progress.at(start, len(ids))
        with store.read() as session:
            found += _some_warned(session, ids[start : start + CHUNK], today, yard, moment)
    return sorted(found, key=_by_stake)


def warned_of(
    session: Session,
    today: date,
    now: datetime | None = None,
    *,
    owner_ids: Collection[int] | None = None,
    limit: int | None = None,
) -> tuple[list[Warned], int]:
    """The first `limit` of the same (None: all) and how many there are, in one session; of the customers of some reps,
    or of all (None). Only for those given are the causes looked up."""
    moment, yard = _moment(today, now), yardstick(session)
    ids = warned_ids(session, today, yard, moment, owner_ids)
    total = len(ids)
    if limit is not None and total > limit:
        ids = by_stake(session, ids, today, yard)[:limit]
    parts = (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))
    found = [one for part in parts for one in _some_warned(session, part, today, yard, moment)]
    return sorted(found, key=_by_stake), total


def _some_warned(session: Session, ids: Sequence[int], today: date, yard: Yardstick, moment: datetime) -> list[Warned]:
    rows, people = signs_of(session, ids, today, yard, moment), who_of(session, ids)
    found = (_warned(row, people[row.id], today, yard) for row in rows if row.id in people)
    return [one for one in found if one.warnings]


def _by_stake(one: Warned) -> tuple[Decimal, str, int]:
    return -one.stake, one.who.name, one.id


def _warned(row: SignRow, who: WhoRow, today: date, yard: Yardstick) -> Warned:
    signs = _signs(row)
    found = warnings_of(signs, today, yard)
    return Warned(who, _stand(signs, today, yard), found, row.last_on, row.before)


def _stand(signs: Signs, today: date, yard: Yardstick) -> Stand:
    return stand_of(signs.buying, today, yard, marked_lost=signs.marked_lost)


def _signs(row: SignRow) -> Signs:
    """What the file says of a customer, as the rules want it."""
    since = None if row.complaint_by is None else local(row.complaint_by).date()
    return Signs(
        Buying(row.first_on, row.last_on, row.days, row.gap),
        row.last_before,
        Spend(row.purchases, row.spent, row.before),
        since,
        row.satisfaction,
        row.asked_on,
        row.stage is Stage.LOST,
    )


def _moment(today: date, now: datetime | None) -> datetime:
    """`now` in UTC."""
    return datetime.combine(today, time()).astimezone(UTC) if now is None else stored(now)


__all__ = [
    "Standing",
    "Warned",
    "limits",
    "save_limits",
    "stand",
    "standing",
    "warned_customers",
    "warned_of",
    "warnings",
    "yardstick",
]
