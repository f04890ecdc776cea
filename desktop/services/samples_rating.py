"""The sample office rated: rounds at the ends of past quarters, some tiers given by hand, and promotion plans.

What the rounds say is computed like any other; resources/samples/rating.json only says which there are, and the texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from db.models import Customer, Rep
from db.queries.plans import planned_customers
from db.queries.rounds import codes_of, last_round, ratings_of
from db.store import Doing, Store, Who
from db.vocabulary import FollowUpKind, PlanState, RoundEvery
from desktop.paths import resources
from desktop.progress import Progress
from desktop.rules.moments import stored
from desktop.services.followups import PlanDraft
from desktop.services.rating.overrides import OverrideDraft, set_override
from desktop.services.rating.plans import PlanOfLift, make_plan, settle_plan
from desktop.services.rating.proposing import UP, propose
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import main_key, save_scheme, scheme_named

LATER = timedelta(days=2)  # a round is published some days after the day it speaks of


def working_day(today: date, days: int) -> date:
    """The day `days` from today; a Saturday is the Friday before, a Sunday the Monday after. Today stays today, what
    is past stays past and what is to come stays to come.
    """
    day = today + timedelta(days)
    weekday = day.weekday()
    if weekday < 5 or days == 0:
        return day
    friday, monday = day - timedelta(weekday - 4), day + timedelta(7 - weekday)
    if days < 0:
        return monday if weekday == 6 and monday < today else friday
    return friday if weekday == 5 and friday > today else monday


def rate_sample(store: Store, today: date, progress: Progress) -> None:
    """Rate the sample office as of past quarters, each round by the supervisor as of then."""
    told = json.loads((resources() / "samples" / "rating.json").read_text(encoding="utf-8"))
    with store.read() as session:
        leading = main_key(session)
    pending = sorted(
        ((quarter_end(today, back), one) for one in told["rounds"] for back in one["quarters"]),
        key=lambda pair: pair[0],
    )
    with _as_person(store, told["who"]):
        for as_of, one in pending:
            if as_of == quarter_end(today, 1) and one["scheme"] == leading:
                _plan(store, leading, told["plans"], as_of, today)
            with _at(store, as_of + LATER):
                publish(store, propose(store, one["scheme"], as_of, progress), progress, note=one["note"])
        _set_by_hand(store, leading, told["overrides"], told["who"], today)
        for one in told["rounds"]:
            with store.read() as session:
                scheme = scheme_named(session, one["scheme"])
            with store.write(Doing("scheme.edit", {"name": scheme.scheme.name})) as session:
                save_scheme(session, replace(scheme, every=RoundEvery(one["every"])))


def quarter_end(today: date, back: int) -> date:
    """The last day of the quarter that ended `back` quarters ago."""
    quarters = today.year * 4 + (today.month - 1) // 3 - back + 1
    return date(quarters // 4, quarters % 4 * 3 + 1, 1) - timedelta(days=1)


@contextmanager
def _as_person(store: Store, name: str) -> Iterator[None]:
    """Work as somebody of the sample office."""
    before = store.who
    with store.read() as session:
        rep_id = session.scalar(select(Rep.id).where(Rep.name == name))
    store.who = Who(rep_id, name)
    try:
        yield
    finally:
        store.who = before


@contextmanager
def _at(store: Store, day: date) -> Iterator[None]:
    """Let the store's clock stand at the end of a working day."""
    before = store.clock
    moment = stored(datetime.combine(day, time(17, 20)))
    store.clock = lambda: moment
    try:
        yield
    finally:
        store.clock = before


def _ranked(store: Store, key: str) -> Mapping[str, Sequence[int]]:
    """{class: its customers by what they bought, the largest first} of the last round."""
    with store.read() as session:
        newest = last_round(session, key)
        if newest is None:
            return {}
        codes = codes_of(session, newest.id)
        rows = ratings_of(session, newest.id, list(codes))
    found: dict[str, list[int]] = {}
    for row in sorted(rows, key=lambda one: (-one.amount, one.customer_id)):
        found.setdefault(row.code, []).append(row.customer_id)
    return found


def _set_by_hand(store: Store, key: str, told: Sequence[Mapping[str, Any]], who: str, today: date) -> None:
    ranked = _ranked(store, key)
    for one in told:
        customer_id = _picked(ranked, one)
        if customer_id is not None:
            draft = OverrideDraft(one["code"], one["reason"], who, today + timedelta(days=one["days"]))
            facts = {"name": _name(store, customer_id), "tier": one["code"]}
            with store.write(Doing("override.set", facts)) as session:
                set_override(session, key, [customer_id], draft, today=today, rep_id=store.who.rep_id)


def _plan(store: Store, key: str, told: Sequence[Mapping[str, Any]], as_of: date, today: date) -> None:
    """Plans made before the last round, which judges them: some of those who will have risen were among them."""
    ranked = _ranked(store, key)
    coming = propose(store, key, as_of, Progress())
    risen = [one for at, one in enumerate(coming.proposal.customers) if coming.moved(at) == UP]
    for one in told:
        with store.read() as session:
            taken = planned_customers(session, key)  # on some days one who rose stands at the place of another plan
        mine = [who for who in ranked.get(one["from"], ()) if who not in taken]
        pool = {one["from"]: [who for who in mine if who in risen] if "risen" in one else mine}
        customer_id = _picked(pool, {"place": one.get("risen", one.get("place")), "from": one["from"]})
        if customer_id is None:
            continue
        begun = as_of - timedelta(days=one["begun"])
        with store.read() as session:
            owner = session.scalar(select(Customer.owner_id).where(Customer.id == customer_id))
        steps = tuple(
            PlanDraft(
                customer_id,
                kind=FollowUpKind(kind),
                rep_id=owner,
                planned_on=working_day(today, (begun - today).days + days),
                purpose=purpose,
            )
            for kind, days, purpose in one["steps"]
        )
        until = begun + timedelta(days=one["days"])
        wanted = PlanOfLift(customer_id, key, one["from"], one["target"], until, owner, one["note"], (), steps)
        with _at(store, begun), store.write(Doing("promotion.plan", {"name": _name(store, customer_id)})) as session:
            made = make_plan(session, wanted, begun)
            if one.get("dropped"):
                settle_plan(session, made, PlanState.DROPPED, begun + timedelta(days=20))


def _picked(ranked: Mapping[str, Sequence[int]], one: Mapping[str, Any]) -> int | None:
    there = ranked.get(one["from"], ())
    return there[one["place"]] if -len(there) <= one["place"] < len(there) else None


def _name(store: Store, customer_id: int) -> str:
    with store.read() as session:
        return session.scalar(select(Customer.name).where(Customer.id == customer_id)) or ""
