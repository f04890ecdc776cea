"""提升计划: to lift a customer a class by a day, with steps in the calendar; the round that follows judges it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Customer, PromotionPlan
from db.queries.plans import Gap
from db.queries.rounds import last_round
from db.queries.stretch import Stretch
from db.undo import delete_with_children
from db.vocabulary import PlanState
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.levers import Lever, rank_in
from desktop.rules.rating.lifting import usual_end
from desktop.rules.rating.outcome import UNCLASSED
from desktop.services.followups import PlanDraft, plan
from desktop.services.rating.measuring import MODELS, values_of
from desktop.services.rating.schemes import OfficeScheme, metrics_of, ready, scheme_named

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

    RuleBroken at its field: gone, no_such_tier, target_not_better, until_passed, plan_under_way where the customer has
    an open one in this scheme; date_missing, until_passed and step_after_end at "steps.0", "steps.1", …
    """
    scheme = ready(session, wanted.key)
    if session.get(Customer, wanted.customer_id) is None:
        raise RuleBroken("gone", "customer_id")
    if wanted.target_code not in scheme.codes:
        raise RuleBroken("no_such_tier", "target_code", tier=wanted.target_code)
    if rank_in(scheme.scheme, wanted.target_code) >= rank_in(scheme.scheme, wanted.from_code):
        raise RuleBroken("target_not_better", "target_code", tier=wanted.target_code)
    if wanted.until <= today:
        raise RuleBroken("until_passed", "until")
    for number, step in enumerate(wanted.steps):
        check_step(step, wanted.until, today, f"steps.{number}")
    open_one = select(PromotionPlan.id).where(
        PromotionPlan.customer_id == wanted.customer_id,
        PromotionPlan.scheme_id == scheme.id,
        PromotionPlan.state == PlanState.OPEN,
    )
    if session.scalar(open_one) is not None:
        raise RuleBroken("plan_under_way", "customer_id")
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
    _put_steps(session, row.id, wanted.steps)
    return row.id


def check_step(step: PlanDraft, until: date, today: date, field: str) -> None:
    """RuleBroken at `field` where a step has no day, or one that lies outside of the plan."""
    if step.planned_on is None:
        raise RuleBroken("date_missing", field)
    if step.planned_on < today:
        raise RuleBroken("until_passed", field)
    if step.planned_on > until:
        raise RuleBroken("step_after_end", field)


def _put_steps(session: Session, plan_id: int, steps: Sequence[PlanDraft]) -> list[int]:
    made = [plan(session, one) for one in steps]
    journal.bulk_change(session, journal.table_named("follow_up"), {one: {"plan_id": plan_id} for one in made})
    return made


def add_step(session: Session, plan_id: int, step: PlanDraft, today: date) -> int:
    """Put one more step of an open plan into the calendar; returns the follow-up. RuleBroken at "planned_on"."""
    row = _open_row(session, plan_id)
    check_step(step, row.until, today, "planned_on")
    return _put_steps(session, plan_id, [replace(step, customer_id=row.customer_id)])[0]


def change_plan(session: Session, plan_id: int, until: date, note: str, today: date) -> None:
    """Give a plan another end and note. RuleBroken until_passed at "until" where the end is moved to a day gone by."""
    row = _row(session, plan_id)
    if until != row.until and until <= today:
        raise RuleBroken("until_passed", "until")
    row.until, row.note = until, note.strip() or None


def gap_text(levers: Sequence[Lever]) -> str:
    """What is missing, as JSON: [metric, window, value now, value needed, whether at most, class]."""
    return json.dumps(
        [[one.metric, one.window, _told(one.now), _told(one.needed), one.at_most, one.code] for one in levers],
        ensure_ascii=False,
    )


def _told(value: Decimal | str | None) -> str | None:
    return f"{value:f}" if isinstance(value, Decimal) else value


def settle_plan(session: Session, plan_id: int, state: PlanState, today: date, reason: str = "") -> None:
    """Say by hand how a plan ended, or open it again; its open steps stay in the calendar. A reason joins the note."""
    row = _row(session, plan_id)
    if reason.strip():
        row.note = "\n".join(filter(None, (row.note, reason.strip())))
    row.state, row.settled_on = state, None if state is PlanState.OPEN else today
    row.round_id = None  # what is said by hand was not said by a round


def delete_plan(session: Session, plan_id: int) -> None:
    """Put a plan in the recycle bin; its steps stay in the calendar."""
    delete_with_children(session, journal.table_named("promotion_plan"), [plan_id])


def _row(session: Session, plan_id: int) -> PromotionPlan:
    row = session.get(PromotionPlan, plan_id)
    if row is None:
        raise RuleBroken("gone")
    return row


def _open_row(session: Session, plan_id: int) -> PromotionPlan:
    row = _row(session, plan_id)
    if row.state is not PlanState.OPEN:
        raise RuleBroken("plan_settled")
    return row


def values_now(session: Session, customer_id: int, gaps: Sequence[Gap], today: date) -> Mapping[tuple[str, int], Any]:
    """{(metric, window): value} of a customer's gap as of today; what only a fit of the model says is left out, and
    fields that the office has removed."""
    known = metrics_of(session)
    asked = {(one.metric, one.window) for one in gaps if one.metric in known and one.metric not in MODELS}
    found = values_of(session, asked, Stretch(customer_id, customer_id, today)) if asked else {}
    return {key: values.get(customer_id) for key, values in found.items()}


def end_of_plans(session: Session, key: str, today: date) -> date:
    """By when a plan of this scheme ends where nobody says otherwise: with the round that is to judge it."""
    from desktop.services.rating.publishing import next_day

    last = last_round(session, key)
    return usual_end(today, next_day(last, scheme_named(session, key).every) if last is not None else None)


def judge_plans(session: Session, scheme: OfficeScheme, round_id: int, proposed: Proposed) -> None:
    """Let a round judge the open plans of its scheme: reached, or missed where their day has come.

    A round of a day before a plan began says nothing of it.
    """
    query = select(PromotionPlan.id, PromotionPlan.customer_id, PromotionPlan.target_code, PromotionPlan.until).where(
        PromotionPlan.scheme_id == scheme.id,
        PromotionPlan.state == PlanState.OPEN,
        PromotionPlan.begun_on <= proposed.as_of,
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
