"""The sample office with a round, plans of all kinds, a second round that judged some, and new ones under way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from db.queries.plans import plans, steps_of
from db.store import Doing, Store
from db.vocabulary import FollowUpKind, FollowUpState, PlanState
from desktop.progress import Progress
from desktop.rules.rating.lifting import levers_towards, usual_steps
from desktop.services.followups import DoneDraft, PlanDraft, log
from desktop.services.rating.movers import Mover, movers
from desktop.services.rating.plan_openings import Opening, openings
from desktop.services.rating.plans import PlanOfLift, make_plan, settle_plan
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish

KEY = "abc-70-90"


def lifted(store: Store, ids: Iterable[int], today: date, until: date, key: str = KEY, note: str = "") -> list[int]:
    """A plan to the next class with the usual steps for each of these."""
    found = openings(store, key, list(ids), today, Progress())
    with store.write(Doing("promotion.plan.many", {"count": len(found.people)})) as session:
        return [
            make_plan(session, _wanted(one, key, today, until, note, found.scheme.scheme), today)
            for one in found.people
        ]


def _wanted(one: Opening, key: str, today: date, until: date, note: str, scheme: object) -> PlanOfLift:
    steps = tuple(
        PlanDraft(one.customer_id, kind=idea.kind, rep_id=one.owner_id, planned_on=idea.day, purpose=idea.purpose)
        for idea in usual_steps(today, until)
    )
    levers = levers_towards(scheme, one.up, one.targets[0])  # type: ignore[arg-type]
    return PlanOfLift(one.customer_id, key, one.code, one.targets[0], until, one.owner_id, note, levers, steps)


def laid_out(store: Store, today: date, key: str = KEY) -> list[Mover]:
    """Rounds 200 and 60 days ago; plans between them, and since. Returns the movers of today without a plan."""
    first, second = today - timedelta(days=200), today - timedelta(days=60)
    publish(store, propose(store, key, first, Progress()), Progress())
    then = [one.id for one in movers(store, key, first, Progress()).movers]
    lifted(store, then[:9], first, second - timedelta(days=1), key)
    publish(store, propose(store, key, second, Progress()), Progress())
    with store.read() as session:
        judged = [one.id for one in plans(session, key, today) if one.state is PlanState.MISSED]
    now = [one for one in movers(store, key, today, Progress()).movers if not one.planned]
    late = lifted(store, [now[0].id], today - timedelta(days=50), today - timedelta(days=3), key)
    made = lifted(
        store,
        [one.id for one in now[1:6]],
        today - timedelta(days=20),
        today + timedelta(days=70),
        key,
        "先送样品，再谈年度框架。",
    )
    with store.read() as session:
        step = steps_of(session, made[0])[0]
        assert step.state is FollowUpState.PLANNED
    done = DoneDraft(
        now[1].id, step.id, FollowUpKind.VISIT, done_on=today - timedelta(days=12), result="需求已问清，样品下周到"
    )
    with store.write(Doing("followup.log", {"name": "样例"})) as session:
        log(session, done)
    with store.write(Doing("promotion.settle", {"name": "样例"})) as session:
        if judged:
            settle_plan(session, judged[0], PlanState.DROPPED, today, "门店关了")
    assert late
    return now[6:]
