"""How the office plans follow-ups: what a day off does to each kind, how long each takes, when one is reminded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.vocabulary import DayShift, FollowUpKind
from desktop.rules.errors import RuleBroken

POLICY = "calendar"
MOST_REMIND = 10_080  # minutes: a week
MOST_VISITS = 40  # a day
MOST_MINUTES = 1440
AT_CUSTOMER = (FollowUpKind.VISIT, FollowUpKind.RETURN_VISIT, FollowUpKind.MEETING, FollowUpKind.TRAINING)

# People are called on and called up on working days; a greeting or a fair has its day.
SHIFTS: Mapping[FollowUpKind, DayShift] = {
    FollowUpKind.VISIT: DayShift.NEXT,
    FollowUpKind.CALL: DayShift.NEXT,
    FollowUpKind.WECHAT: DayShift.NONE,
    FollowUpKind.SMS: DayShift.NONE,
    FollowUpKind.EMAIL: DayShift.NEXT,
    FollowUpKind.MEETING: DayShift.NEXT,
    FollowUpKind.FAIR: DayShift.NONE,
    FollowUpKind.CARE: DayShift.PREVIOUS,
    FollowUpKind.RETURN_VISIT: DayShift.NEXT,
    FollowUpKind.TRAINING: DayShift.NEXT,
}
MINUTES: Mapping[FollowUpKind, int] = {
    FollowUpKind.VISIT: 60,
    FollowUpKind.CALL: 15,
    FollowUpKind.WECHAT: 10,
    FollowUpKind.SMS: 5,
    FollowUpKind.EMAIL: 15,
    FollowUpKind.MEETING: 90,
    FollowUpKind.FAIR: 480,
    FollowUpKind.CARE: 30,
    FollowUpKind.RETURN_VISIT: 45,
    FollowUpKind.TRAINING: 120,
}


@dataclass(frozen=True, slots=True)
class CalendarPolicy:
    """`shifts`: where a planned follow-up of a kind goes from a day off; `minutes`: how long a kind usually takes.

    `remind_minutes` before the time of a follow-up that does not say itself; `daily_visits`: of a rep without a number
    of his own.
    """

    shifts: Mapping[FollowUpKind, DayShift] = field(default_factory=lambda: dict(SHIFTS))
    minutes: Mapping[FollowUpKind, int] = field(default_factory=lambda: dict(MINUTES))
    remind_minutes: int = 15
    daily_visits: int = 6


def checked_policy(wanted: CalendarPolicy) -> CalendarPolicy:
    """`wanted`, or RuleBroken("out_of_range") at "remind_minutes", "daily_visits" or "minutes.<kind>"."""
    _within(wanted.remind_minutes, 0, MOST_REMIND, "remind_minutes")
    _within(wanted.daily_visits, 1, MOST_VISITS, "daily_visits")
    for kind, minutes in wanted.minutes.items():
        _within(minutes, 5, MOST_MINUTES, f"minutes.{kind}")
    return wanted


def policy_from(kept: Mapping[str, Any]) -> CalendarPolicy:
    """The policy as the file keeps it; what the office never set is ours."""
    shifts, minutes = kept.get("shifts", {}), kept.get("minutes", {})
    return CalendarPolicy(
        {kind: DayShift(shifts.get(kind.value, SHIFTS[kind])) for kind in FollowUpKind},
        {kind: int(minutes.get(kind.value, MINUTES[kind])) for kind in FollowUpKind},
        int(kept.get("remind_minutes", 15)),
        int(kept.get("daily_visits", 6)),
    )


def as_kept(policy: CalendarPolicy) -> dict[str, Any]:
    """What `policy_from` reads."""
    return {
        "shifts": {kind.value: shift.value for kind, shift in policy.shifts.items()},
        "minutes": {kind.value: minutes for kind, minutes in policy.minutes.items()},
        "remind_minutes": policy.remind_minutes,
        "daily_visits": policy.daily_visits,
    }


def _within(value: int, low: int, high: int, name: str) -> None:
    if not low <= value <= high:
        raise RuleBroken("out_of_range", name, low=low, high=high)
