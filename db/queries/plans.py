"""提升计划 as they stand: whom they are to lift, how far their steps are, how a round judged them, and the hit rate."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from db.models import Customer, FollowUp, PromotionPlan, RatingRound, Rep, TierScheme
from db.vocabulary import FollowUpKind, FollowUpState, PlanState


@dataclass(frozen=True, slots=True)
class Gap:
    """What was missing in one criterion when a plan was made. `needed` gives the class `code`: at least, or at most.

    Numbers are Decimals, the words of a choice texts; `now` None: nothing was known then.
    """

    metric: str
    window: int
    now: Decimal | str | None
    needed: Decimal | str
    at_most: bool
    code: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan. `steps` are counted without cancelled ones; `late` is how many planned steps are past their day.

    `judged_on`: the day of the round that judged it, None where it is open or was settled by hand.
    """

    id: int
    customer_id: int
    name: str
    rep_id: int | None
    rep: str | None
    key: str
    scheme: str
    from_code: str
    target_code: str
    begun_on: date
    until: date
    state: PlanState
    settled_on: date | None
    round_id: int | None
    judged_on: date | None
    gap: tuple[Gap, ...]
    note: str
    steps: int
    done: int
    late: int

    def days_left(self, today: date) -> int:
        """Days until its end, negative once that has passed."""
        return (self.until - today).days

    def overdue(self, today: date) -> bool:
        """Whether it is still open although its end has passed: a round is due that judges it."""
        return self.state is PlanState.OPEN and self.until < today


@dataclass(frozen=True, slots=True)
class StepRow:
    """One follow-up of a plan."""

    id: int
    customer_id: int
    kind: FollowUpKind
    state: FollowUpState
    planned_on: date | None
    done_on: date | None
    purpose: str
    result: str
    rep: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How the plans of one rep, or of one step between classes, ended."""

    open: int = 0
    reached: int = 0
    missed: int = 0
    dropped: int = 0

    @property
    def hit_rate(self) -> Decimal | None:
        """Reached ÷ (reached + missed), 0 to 1; None before a round has judged any."""
        judged = self.reached + self.missed
        return Decimal(self.reached) / judged if judged else None


def _query(today: date) -> Any:
    """Plans with their names and steps."""
    planned = FollowUp.state == FollowUpState.PLANNED
    steps = (
        select(
            FollowUp.plan_id,
            func.count().label("steps"),
            func.sum(case((FollowUp.state == FollowUpState.DONE, 1), else_=0)).label("done"),
            func.sum(case((and_(planned, FollowUp.planned_on < today), 1), else_=0)).label("late"),
        )
        .where(FollowUp.plan_id.is_not(None), FollowUp.state != FollowUpState.CANCELLED)
        .group_by(FollowUp.plan_id)
        .subquery()
    )
    return (
        select(
            PromotionPlan.id, PromotionPlan.customer_id, Customer.name, PromotionPlan.rep_id, Rep.name, TierScheme.key,
            TierScheme.name, PromotionPlan.from_code, PromotionPlan.target_code, PromotionPlan.begun_on,
            PromotionPlan.until, PromotionPlan.state, PromotionPlan.settled_on, PromotionPlan.round_id,
            RatingRound.as_of, PromotionPlan.gap, PromotionPlan.note, func.coalesce(steps.c.steps, 0),
            func.coalesce(steps.c.done, 0), func.coalesce(steps.c.late, 0),
        )
        .join(Customer, Customer.id == PromotionPlan.customer_id)
        .join(TierScheme, TierScheme.id == PromotionPlan.scheme_id)
        .outerjoin(Rep, Rep.id == PromotionPlan.rep_id)
        .outerjoin(RatingRound, RatingRound.id == PromotionPlan.round_id)
        .outerjoin(steps, steps.c.plan_id == PromotionPlan.id)
    )  # fmt: skip


def _rows(session: Session, query: Any) -> list[PlanRow]:
    found = []
    for row in session.execute(query):
        values: list[Any] = list(row)
        values[15], values[16] = gap_of(values[15]), values[16] or ""
        found.append(PlanRow(*values))
    return found


def plans(session: Session, key: str, today: date) -> list[PlanRow]:
    """The plans of a scheme: open ones first, those that end first at the top; then the newest settled."""
    rows = _rows(session, _query(today).where(TierScheme.key == key))
    under_way = [one for one in rows if one.state is PlanState.OPEN]
    settled = [one for one in rows if one.state is not PlanState.OPEN]
    under_way.sort(key=lambda one: (one.until, one.id))
    settled.sort(key=lambda one: (one.settled_on or one.until, one.id), reverse=True)
    return under_way + settled


def plan_row(session: Session, plan_id: int, today: date) -> PlanRow | None:
    """One plan; None where it is gone."""
    return next(iter(_rows(session, _query(today).where(PromotionPlan.id == plan_id))), None)


def open_plans_of(session: Session, customer_id: int, today: date) -> list[PlanRow]:
    """The plans under way for a customer, in all schemes, the one that ends first at the top."""
    query = _query(today).where(PromotionPlan.customer_id == customer_id, PromotionPlan.state == PlanState.OPEN)
    return _rows(session, query.order_by(PromotionPlan.until, PromotionPlan.id))


def judged_in(session: Session, round_id: int, today: date) -> list[PlanRow]:
    """The plans that a round judged, reached ones first, by name."""
    query = _query(today).where(PromotionPlan.round_id == round_id)
    rows = _rows(session, query.order_by(Customer.pinyin, PromotionPlan.id))
    return sorted(rows, key=lambda one: one.state is not PlanState.REACHED)  # stable


def planned_customers(session: Session, key: str) -> set[int]:
    """The customers for whom a plan of this scheme is under way."""
    query = select(PromotionPlan.customer_id).join(TierScheme, TierScheme.id == PromotionPlan.scheme_id)
    return set(session.scalars(query.where(TierScheme.key == key, PromotionPlan.state == PlanState.OPEN)))


def steps_of(session: Session, plan_id: int) -> list[StepRow]:
    """The follow-ups of a plan by their day."""
    query = (
        select(
            FollowUp.id, FollowUp.customer_id, FollowUp.kind, FollowUp.state, FollowUp.planned_on, FollowUp.done_on,
            FollowUp.purpose, FollowUp.result, Rep.name,
        )
        .outerjoin(Rep, Rep.id == FollowUp.rep_id)
        .where(FollowUp.plan_id == plan_id)
        .order_by(func.coalesce(FollowUp.planned_on, FollowUp.done_on), FollowUp.id)
    )  # fmt: skip
    return [StepRow(*row[:6], row[6] or "", row[7] or "", row[8]) for row in session.execute(query)]


def plan_of_step(session: Session, follow_up_id: int) -> tuple[str, str, str] | None:
    """(scheme, class it starts from, class it aims at) of the plan a follow-up belongs to; None: it belongs to none."""
    query = (
        select(TierScheme.key, PromotionPlan.from_code, PromotionPlan.target_code)
        .join(TierScheme, TierScheme.id == PromotionPlan.scheme_id)
        .join(FollowUp, FollowUp.plan_id == PromotionPlan.id)
        .where(FollowUp.id == follow_up_id)
    )
    found = session.execute(query).first()
    return None if found is None else (found[0], found[1], found[2])


def tally(rows: Iterable[PlanRow]) -> Tally:
    """How these plans ended."""
    counts = Counter(one.state for one in rows)
    return Tally(counts[PlanState.OPEN], counts[PlanState.REACHED], counts[PlanState.MISSED], counts[PlanState.DROPPED])


def by_rep(rows: Collection[PlanRow]) -> dict[str | None, Tally]:
    """{rep: how his plans ended}; None: plans of nobody. Most plans first."""
    counts = Counter(one.rep for one in rows)
    return {rep: tally(one for one in rows if one.rep == rep) for rep, _ in counts.most_common()}


def by_step(rows: Collection[PlanRow]) -> dict[tuple[str, str], Tally]:
    """{(class from, class aimed at): how those plans ended}. Most plans first."""
    counts = Counter((one.from_code, one.target_code) for one in rows)
    return {
        step: tally(one for one in rows if (one.from_code, one.target_code) == step) for step, _ in counts.most_common()
    }


def gap_of(text: str | None) -> tuple[Gap, ...]:
    """The gap of a plan out of its JSON, see `services.rating.plans.gap_text`."""
    return tuple(
        Gap(metric, window, None if now is None else _value(now), _value(needed), at_most, code)
        for metric, window, now, needed, at_most, code in json.loads(text or "[]")
    )


def _value(told: str) -> Decimal | str:
    """A number as a Decimal, the word of a choice as it is."""
    number = told.removeprefix("-").replace(".", "", 1)
    return Decimal(told) if number.isdecimal() and number.isascii() else told
