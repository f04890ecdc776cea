"""提醒: when a planned follow-up is called to mind, what was said to that, and when to look again.

What counts is what was acknowledged, follow-up by follow-up and for the moment it was planned for, never when one
looked last: whether the computer slept, the program was closed, or the clock was set back or ahead, nothing is lost.
All moments are those of the clock on the wall, without time zones, as follow-ups are planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol

from db.vocabulary import FollowUpState

NEVER = -1  # remind_minutes of one that is not to be reminded of
LOOK_BACK = timedelta(days=14)  # an older one stands among the overdue, and is called to mind no more
LOOK_AHEAD = timedelta(days=8)  # one may be reminded of a week before
KEPT = timedelta(days=60)  # what was said to a reminder is forgotten after that
# Who acknowledged or was told "in the future" did so before the clock was set back. As long as that may be summer time
# or a clock that ran ahead, it holds; a clock that stood in another year has acknowledged nothing.
BELIEVED = timedelta(days=1)


class Planned(Protocol):
    """A follow-up as far as a reminder needs it."""

    @property
    def id(self) -> int: ...
    @property
    def state(self) -> FollowUpState: ...
    @property
    def planned_on(self) -> date | None: ...
    @property
    def planned_time(self) -> time | None: ...
    @property
    def remind_minutes(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder of one follow-up: when that begins, and from when on one is reminded."""

    follow_up_id: int
    begins: datetime
    rings: datetime

    @property
    def key(self) -> str:
        """The follow-up and its moment: one that is moved rings anew."""
        return f"{self.follow_up_id}@{self.begins:%Y-%m-%dT%H:%M}"


@dataclass(frozen=True, slots=True)
class Snooze:
    """A reminder put off at `since` until `until`."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said to reminders on this machine: which were acknowledged when, or put off; the last day summed up."""

    acknowledged: Mapping[str, datetime] = field(default_factory=dict)
    snoozed: Mapping[str, Snooze] = field(default_factory=dict)
    told_on: date | None = None


class Later(StrEnum):
    """How a reminder is put off."""

    FIVE = "5"
    FIFTEEN = "15"
    HOUR = "60"
    TOMORROW = "tomorrow"


def alarms_of(planned: Iterable[Planned], usual_minutes: int) -> tuple[Alarm, ...]:
    """The reminders of those that are planned for a time of day, the earliest first.

    `usual_minutes` before it, unless a follow-up says otherwise itself.
    """
    made = []
    for one in planned:
        minutes = usual_minutes if one.remind_minutes is None else one.remind_minutes
        if one.state is not FollowUpState.PLANNED or one.planned_on is None or one.planned_time is None:
            continue
        if minutes > NEVER:
            begins = datetime.combine(one.planned_on, one.planned_time)
            made.append(Alarm(one.id, begins, begins - timedelta(minutes=minutes)))
    return tuple(sorted(made, key=lambda alarm: (alarm.rings, alarm.begins, alarm.follow_up_id)))


def ringing(alarms: Iterable[Alarm], heard: Heard, now: datetime) -> tuple[Alarm, ...]:
    """The reminders that nobody has acknowledged or put off, of those whose moment has come."""
    return tuple(
        one
        for one in alarms
        if not _is_acknowledged(one, heard, now) and now - LOOK_BACK <= _due(one, heard, now) <= now
    )


def next_look(alarms: Iterable[Alarm], heard: Heard, now: datetime) -> datetime | None:
    """The next moment at which a reminder rings that does not ring now; None where there is none."""
    moments = (_due(one, heard, now) for one in alarms if not _is_acknowledged(one, heard, now))
    return min((moment for moment in moments if moment > now), default=None)


def missed(alarms: Iterable[Alarm], heard: Heard, opened: datetime) -> tuple[Alarm, ...]:
    """Of those that ring at `opened`, the moment the program was opened, the ones that had begun before it.

    One that was put off was seen: it rings like any other when its time has come.
    """
    found = ringing(alarms, heard, opened)
    return tuple(one for one in found if one.begins < opened and one.key not in heard.snoozed)


def acknowledge(heard: Heard, alarms: Iterable[Alarm], now: datetime) -> Heard:
    """These are known of and ring no more."""
    keys = [one.key for one in alarms]
    left = {key: snooze for key, snooze in heard.snoozed.items() if key not in keys}
    return replace(heard, acknowledged={**heard.acknowledged, **dict.fromkeys(keys, now)}, snoozed=left)


def put_off(heard: Heard, alarms: Iterable[Alarm], until: datetime, now: datetime) -> Heard:
    """These ring again at `until`."""
    return replace(heard, snoozed={**heard.snoozed, **{one.key: Snooze(now, until) for one in alarms}})


def until_of(later: Later, now: datetime, opens: time) -> datetime:
    """The moment that a choice of putting off means; a working day begins at `opens`."""
    if later is Later.TOMORROW:
        return datetime.combine(now.date() + timedelta(days=1), opens)
    return now + timedelta(minutes=int(later.value))


def sums_up(heard: Heard, now: datetime, opens: time, *, just_opened: bool) -> bool:
    """Whether the day is to be summed up now: once a day, when the program is opened or when the working day begins."""
    if heard.told_on is not None and now.date() <= heard.told_on <= now.date() + BELIEVED:
        return False
    return just_opened or now.time() >= opens


def told(heard: Heard, today: date) -> Heard:
    """The day has been summed up."""
    return replace(heard, told_on=today)


def pruned(heard: Heard, now: datetime) -> Heard:
    """Without what was said long ago, or by a clock that was far ahead."""

    def lives(at: datetime) -> bool:
        return now - KEPT <= at <= now + BELIEVED

    return Heard(
        {key: at for key, at in heard.acknowledged.items() if lives(at)},
        {key: one for key, one in heard.snoozed.items() if lives(one.since)},
        heard.told_on,
    )


def _due(alarm: Alarm, heard: Heard, now: datetime) -> datetime:
    """From when on it rings: as planned, or put off; what was put off by a clock set back since is not put off."""
    snooze = heard.snoozed.get(alarm.key)
    return alarm.rings if snooze is None or now < snooze.since else max(snooze.until, alarm.rings)


def _is_acknowledged(alarm: Alarm, heard: Heard, now: datetime) -> bool:
    """Acknowledged while it rang: where one is to be reminded anew and later, it rings again."""
    at = heard.acknowledged.get(alarm.key)
    return at is not None and alarm.rings <= at <= now + BELIEVED


# What is kept between two runs


def as_kept(heard: Heard) -> dict[str, Any]:
    """What `heard_from` reads, of nothing but texts."""
    return {
        "acknowledged": {key: at.isoformat() for key, at in heard.acknowledged.items()},
        "snoozed": {key: [one.since.isoformat(), one.until.isoformat()] for key, one in heard.snoozed.items()},
        "told_on": heard.told_on.isoformat() if heard.told_on else "",
    }


def heard_from(kept: object) -> Heard:
    """What was kept; whatever is not as we wrote it counts as never said."""
    if not isinstance(kept, dict):
        return Heard()
    acknowledged, snoozed = kept.get("acknowledged"), kept.get("snoozed")
    moments = {key: _moment(at) for key, at in acknowledged.items()} if isinstance(acknowledged, dict) else {}
    naps = {key: _snooze(one) for key, one in snoozed.items()} if isinstance(snoozed, dict) else {}
    last = _moment(kept.get("told_on"))
    return Heard(
        {key: at for key, at in moments.items() if at is not None},
        {key: one for key, one in naps.items() if one is not None},
        last.date() if last else None,
    )


def _moment(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is None else None


def _snooze(pair: object) -> Snooze | None:
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        return None
    since, until = _moment(pair[0]), _moment(pair[1])
    return None if since is None or until is None else Snooze(since, until)
