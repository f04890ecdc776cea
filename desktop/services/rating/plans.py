"""提升计划: to lift a customer a class by a day, with steps in the calendar; the round that follows judges it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import PromotionPlan
from db.undo import delete_with_children
from db.vocabulary import PlanState
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.levers import Lever, rank_in
from desktop.rules.rating.outcome import UNCLASSED
from desktop.services.followups import PlanDraft, plan
from desktop.services.rating.schemes import OfficeScheme, ready

if TYPE_CHECKING:
    from desktop.services.rating.proposing import Proposed


@dataclass(frozen=True, slots=True)
class PlanOfLift:
    """A plan as it is asked for: `steps` are follow-ups to put into the calendar with it."""

    customer_id: int
    key: str
    from_code: str
    target_code: str
    until: date
    rep_id: int | None = None
    note: str = ""
    levers: tuple[Lever, ...] = ()
    steps: tuple[PlanDraft, ...] = ()


def make_plan(session: Session, wanted: PlanOfLift, today: date) -> int:
    """Write a plan and its steps; returns its id.

    RuleBroken at its field: no_such_tier, target_not_better, until_passed, step_after_end, plan_under_way where the
    customer has an open one in this scheme.
    """
    scheme = ready(session, wanted.key)
    if wanted.target_code not in scheme.codes:
        raise RuleBroken("no_such_tier", "target_code", tier=wanted.target_code)
    if rank_in(scheme.scheme, wanted.target_code) >= rank_in(scheme.scheme, wanted.from_code):
        raise RuleBroken("target_not_better", "target_code", tier=wanted.target_code)
    if wanted.until <= today:
        raise RuleBroken("until_passed", "until")
    if any(one.planned_on is not None and one.planned_on > wanted.until for one in wanted.steps):
        raise RuleBroken("step_after_end", "steps")
    open_one = select(PromotionPlan.id).where(
        PromotionPlan.customer_id == wanted.customer_id,
        PromotionPlan.scheme_id == scheme.id,
        PromotionPlan.state == PlanState.OPEN,
    )
    if session.scalar(open_one) is not None:
        raise RuleBroken("plan_under_way")
    row = PromotionPlan(
        customer_id=wanted.customer_id,
        scheme_id=scheme.id,
        rep_id=wanted.rep_id,
        from_code=wanted.from_code,
        target_code=wanted.target_code,
        begun_on=today,
        until=wanted.until,
        state=PlanState.OPEN,
        gap=gap_text(wanted.levers),
        note=wanted.note.strip() or None,
    )
    session.add(row)
    session.flush()
    steps = [plan(session, one) for one in wanted.steps]
    journal.bulk_change(session, journal.table_named("follow_up"), {one: {"plan_id": row.id} for one in steps})
    return row.id


def gap_text(levers: Sequence[Lever]) -> str:
    """What is missing, as JSON: [metric, window, value now, value needed, whether at most, class]."""
    return json.dumps(
        [
            [one.metric, one.window, None if one.now is None else str(one.now), str(one.needed), one.at_most, one.code]
            for one in levers
        ],
        ensure_ascii=False,
    )


def settle_plan(session: Session, plan_id: int, state: PlanState, today: date) -> None:
    """Say by hand how a plan ended, or open it again; its open steps stay in the calendar."""
    row = session.get(PromotionPlan, plan_id)
    if row is None:
        raise RuleBroken("gone")
    row.state, row.settled_on = state, None if state is PlanState.OPEN else today


def delete_plan(session: Session, plan_id: int) -> None:
    """Put a plan in the recycle bin; its steps stay in the calendar."""
    delete_with_children(session, journal.table_named("promotion_plan"), [plan_id])


def judge_plans(session: Session, scheme: OfficeScheme, round_id: int, proposed: Proposed) -> None:
    """Let a round judge the open plans of its scheme: reached, or missed where their day has come."""
    query = select(PromotionPlan.id, PromotionPlan.customer_id, PromotionPlan.target_code, PromotionPlan.until).where(
        PromotionPlan.scheme_id == scheme.id, PromotionPlan.state == PlanState.OPEN
    )
    found: dict[int, dict[str, Any]] = {}
    for plan_id, customer_id, target, until in session.execute(query):
        place = proposed.at.get(customer_id)
        code = "" if place is None else proposed.codes[place]
        reached = code not in UNCLASSED and rank_in(scheme.scheme, code) <= rank_in(scheme.scheme, target)
        if reached or until <= proposed.as_of:
            state = PlanState.REACHED if reached else PlanState.MISSED
            found[plan_id] = {"state": state, "settled_on": proposed.as_of, "round_id": round_id}
    journal.bulk_change(session, journal.table_named("promotion_plan"), found)
