"""跟进方案: what is done with a customer before and after an anchor date, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Any

from db.vocabulary import DayShift, FollowUpKind, KeyDateKind, Trigger
from desktop.rules.errors import RuleBroken
from desktop.rules.work_calendar import WorkCalendar
from desktop.words import N_

MOST_STEPS = 30
FARTHEST = 1095  # days before or after the anchor
LONGEST_NAME = 100
LONGEST_PURPOSE = 500
MOST_MINUTES = 1440
LEAD = 60  # days ahead that a sequence starting by itself lays out its first step


class StepBy(StrEnum):
    """Who does a step."""

    REP = "rep"  # the rep in charge of the customer
    SUPERVISOR = "supervisor"
    CHOSEN = "chosen"  # the person the step names


BY_WORDS: Mapping[StepBy, str] = {
    StepBy.REP: N_("Rep in charge"),
    StepBy.SUPERVISOR: N_("Supervisor"),
    StepBy.CHOSEN: N_("A chosen person"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `days` after the anchor, below zero before it. `at` None: all day; `rep_id` where `by` is CHOSEN."""

    days: int = 0
    kind: FollowUpKind = FollowUpKind.CALL
    purpose: str = ""
    minutes: int | None = None
    at: time | None = None
    by: StepBy = StepBy.REP
    rep_id: int | None = None


@dataclass(frozen=True, slots=True)
class SequencePlan:
    """One 跟进方案. Name and purposes of a built-in one are English source texts; `key_kinds` belong to KEY_DATE."""

    key: str
    name: str
    trigger: Trigger = Trigger.HAND
    steps: tuple[Step, ...] = ()
    key_kinds: tuple[KeyDateKind, ...] = (KeyDateKind.BIRTHDAY,)


@dataclass(frozen=True, slots=True)
class StepDay:
    """When a step falls: `exact` is the day counted from the anchor, `on` the day it is planned for."""

    number: int  # of the step, from 0
    step: Step
    exact: date
    on: date


def step_days(
    plan: SequencePlan, anchor: date, calendar: WorkCalendar, shifts: Mapping[FollowUpKind, DayShift]
) -> tuple[StepDay, ...]:
    """The days of the steps counted from the anchor, in order of time; off days are left as `shifts` says by kind.

    A step beyond the years of the calendar is left out.
    """
    found = []
    for number, step in enumerate(plan.steps):
        exact = day_after(anchor, step.days)
        if exact is not None:
            found.append(StepDay(number, step, exact, calendar.shifted(exact, shifts[step.kind])))
    return tuple(sorted(found, key=lambda one: (one.exact, one.number)))


def day_after(anchor: date, days: int) -> date | None:
    """`days` after the anchor; None beyond the years a calendar has."""
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return None


def reach(plan: SequencePlan) -> tuple[int, int]:
    """The days of the first and the last step, counted from the anchor; (0, 0) without steps."""
    days = [step.days for step in plan.steps] or [0]
    return min(days), max(days)


def checked(wanted: SequencePlan, known_reps: frozenset[int] | None = None) -> SequencePlan:
    """`wanted` with its texts trimmed and its steps in order of their days; RuleBroken at the place of the mistake.

    Places: "name", "steps", "key_kinds", "steps.2.days", "steps.2.purpose", "steps.2.minutes", "steps.2.rep_id" (from
    0, as the steps were given). `known_reps`: the people a step may name.
    """
    name = wanted.name.strip()
    if not name:
        raise RuleBroken("name_missing", "name")
    if len(name) > LONGEST_NAME:
        raise RuleBroken("too_long", "name", length=len(name), longest=LONGEST_NAME)
    if not wanted.steps:
        raise RuleBroken("sequence_without_steps", "steps")
    if len(wanted.steps) > MOST_STEPS:
        raise RuleBroken("too_many_steps", "steps", most=MOST_STEPS)
    if wanted.trigger is Trigger.KEY_DATE and not wanted.key_kinds:
        raise RuleBroken("key_kinds_missing", "key_kinds")
    steps = [_checked_step(number, step, known_reps) for number, step in enumerate(wanted.steps)]
    return replace(wanted, name=name, steps=tuple(sorted(steps, key=lambda step: step.days)))


def _checked_step(number: int, step: Step, known_reps: frozenset[int] | None) -> Step:
    purpose, place = step.purpose.strip(), f"steps.{number}"
    if not -FARTHEST <= step.days <= FARTHEST:
        raise RuleBroken("out_of_range", f"{place}.days", low=-FARTHEST, high=FARTHEST)
    if not purpose:
        raise RuleBroken("purpose_missing", f"{place}.purpose")
    if len(purpose) > LONGEST_PURPOSE:
        raise RuleBroken("too_long", f"{place}.purpose", length=len(purpose), longest=LONGEST_PURPOSE)
    if step.minutes is not None and not 0 <= step.minutes <= MOST_MINUTES:
        raise RuleBroken("out_of_range", f"{place}.minutes", low=0, high=MOST_MINUTES)
    if step.by is StepBy.CHOSEN and (step.rep_id is None or (known_reps is not None and step.rep_id not in known_reps)):
        raise RuleBroken("step_without_person", f"{place}.rep_id")
    return replace(step, purpose=purpose, rep_id=step.rep_id if step.by is StepBy.CHOSEN else None)


def as_json(plan: SequencePlan) -> dict[str, Any]:
    """What `plan_from` reads: steps and kinds of key dates; name, key and trigger stand in columns of their own."""
    return {
        "steps": [
            {
                "days": step.days,
                "kind": step.kind.value,
                "purpose": step.purpose,
                **({} if step.minutes is None else {"minutes": step.minutes}),
                **({} if step.at is None else {"at": step.at.isoformat("minutes")}),
                **({} if step.by is StepBy.REP else {"by": step.by.value}),
                **({} if step.rep_id is None else {"rep_id": step.rep_id}),
            }
            for step in plan.steps
        ],
        "key_kinds": [kind.value for kind in plan.key_kinds],
    }


def plan_from(key: str, name: str, trigger: Trigger, kept: Mapping[str, Any]) -> SequencePlan:
    """The sequence as the file keeps it."""
    steps = tuple(
        Step(
            int(one["days"]),
            FollowUpKind(one["kind"]),
            str(one["purpose"]),
            one.get("minutes"),
            time.fromisoformat(one["at"]) if "at" in one else None,
            StepBy(one.get("by", StepBy.REP.value)),
            one.get("rep_id"),
        )
        for one in kept["steps"]
    )
    kinds = tuple(KeyDateKind(kind) for kind in kept.get("key_kinds", (KeyDateKind.BIRTHDAY.value,)))
    return SequencePlan(key, name, trigger, steps, kinds)


BUILT_IN: tuple[SequencePlan, ...] = (
    SequencePlan(
        "new-customer",
        N_("New customer: 3, 7 and 30 days"),
        Trigger.NEW_CUSTOMER,
        (
            Step(3, FollowUpKind.CALL, N_("Ask what the first contact left open")),
            Step(7, FollowUpKind.WECHAT, N_("Send what fits their need")),
            Step(30, FollowUpKind.VISIT, N_("Visit, and judge money, authority and need")),
        ),
    ),
    SequencePlan(
        "contract-end",
        N_("End of a contract: 60, 30 and 7 days before"),
        Trigger.CONTRACT_END,
        (
            Step(-60, FollowUpKind.CALL, N_("Contract ends in two months: ask for their plans")),
            Step(-30, FollowUpKind.VISIT, N_("Negotiate the renewal of the contract")),
            Step(-7, FollowUpKind.CALL, N_("Contract ends in a week: renewed or not?")),
        ),
    ),
    SequencePlan(
        "delivery",
        N_("After a delivery: 3, 15 and 60 days"),
        Trigger.DELIVERED,
        (
            Step(3, FollowUpKind.CALL, N_("Arrived in good order? Anything missing?")),
            Step(15, FollowUpKind.RETURN_VISIT, N_("How do they get on with the goods?")),
            Step(60, FollowUpKind.CALL, N_("Satisfaction, and the next need")),
        ),
    ),
    SequencePlan(
        "birthday",
        N_("Birthday: 3 days before"),
        Trigger.KEY_DATE,
        (Step(-3, FollowUpKind.CARE, N_("Prepare greetings or a gift for the birthday")),),
    ),
    SequencePlan(
        "complaint-solved",
        N_("After a complaint was solved: 7 days"),
        Trigger.HAND,
        (Step(7, FollowUpKind.CALL, N_("Ask whether the complaint is settled to their satisfaction")),),
    ),
)
BY_KEY: Mapping[str, SequencePlan] = {plan.key: plan for plan in BUILT_IN}
