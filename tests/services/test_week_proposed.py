"""排周计划 from a real file: who is due of a rep, in the working days of the week, accepted as one action."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from db.models import Customer, FollowUp, Holiday, Rep
from db.queries.agenda import agenda
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import DayKind, FollowUpKind, FollowUpState, Stage
from desktop.rules.errors import RuleBroken
from desktop.rules.week_plan import Left
from desktop.services.calendar.week_plan import Chosen, accept_week, as_proposed, monday_of, propose_week
from desktop.services.undoing import undo

MONDAY = date(2026, 9, 28)  # the holidays of 1 October are in this week
EARLY = datetime(2026, 9, 28, 8)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    path = tmp_path / "甲.kezha"
    create_file(path)
    return open_store(path, version="0", backups=tmp_path)


def filled(store: Store) -> tuple[int, dict[str, int]]:
    """A rep with customers: their ids by name."""
    with store.write(Doing("fill")) as session:
        me, other = Rep(name="李"), Rep(name="王")
        session.add_all([me, other])
        made = {
            name: Customer(
                name=name, owner_id=owner, value_tier=tier, stage=stage, province="上海市", district="浦东新区"
            )
            for name, owner, tier, stage in (
                ("从未", me.id, "A", Stage.WON),
                ("久未", me.id, "B", Stage.WON),
                ("刚刚", me.id, "B", Stage.WON),
                ("已约", me.id, "A", Stage.WON),
                ("流失", me.id, "A", Stage.LOST),
                ("别人的", other.id, "A", Stage.WON),
            )
        }
        session.add_all(made.values())
        done = {"kind": FollowUpKind.VISIT, "state": FollowUpState.DONE, "effective": True, "rep_id": me.id}
        for name, days in (("久未", 200), ("刚刚", 1)):
            session.add(FollowUp(customer_id=made[name].id, done_on=MONDAY - timedelta(days=days), **done))
        plan = {"kind": FollowUpKind.VISIT, "state": FollowUpState.PLANNED, "planned_on": MONDAY, "rep_id": me.id}
        session.add(FollowUp(customer_id=made["已约"].id, planned_time=time(9), minutes=90, **plan))
        return me.id, {name: one.id for name, one in made.items()}


def test_who_is_due_and_has_nothing_planned_is_proposed(store: Store) -> None:
    me, ids = filled(store)
    with store.read() as session:
        week = propose_week(session, me, MONDAY + timedelta(days=3), EARLY)
    assert week.monday == MONDAY
    proposed = {one.candidate.customer_id for one in week.plan.proposals}
    left = {one.customer_id: why for one, why in week.plan.left}
    assert proposed | left.keys() == {ids["从未"], ids["久未"]}, "not the lost, the planned, the fresh, another's"
    assert set(left.values()) <= {Left.NOT_MINE}, "of the A customers perhaps the supervisor's"
    assert [room.day.day for room in week.rooms] == [28, 29, 30], "from Thursday on are holidays"
    assert all(one.at is not None and one.at >= time(10, 30) for one in week.plan.proposals if one.day == MONDAY), (
        "until then one is planned"
    )
    store.close()


def test_the_days_the_office_wrote_and_what_is_over_of_today_count(store: Store) -> None:
    me, _ = filled(store)
    with store.write(Doing("policy.edit")) as session:
        session.add(Holiday(on=date(2026, 9, 30), kind=DayKind.OFF, name="盘点"))
        session.add(Holiday(on=date(2026, 10, 1), kind=DayKind.WORK))
        session.get_one(Rep, me).daily_visits = 1
    with store.read() as session:
        week = propose_week(session, me, MONDAY, datetime(2026, 9, 29, 17, 25))
    assert [room.day.day for room in week.rooms] == [29, 1]
    assert week.rooms[0].spans[0][0] == datetime(2026, 9, 29, 17, 30), "on the quarter of an hour"
    assert {room.visits for room in week.rooms} == {1}
    assert all(one.day > date(2026, 9, 29) for one in week.plan.proposals), "half an hour is too short for a visit"
    store.close()


def test_accepting_is_one_action_and_the_week_is_empty_then(store: Store) -> None:
    me, _ = filled(store)
    with store.read() as session:
        week = propose_week(session, me, MONDAY, EARLY)
    chosen = [as_proposed(one) for one in week.plan.proposals]
    assert chosen
    with store.write(Doing("week.plan", {"count": len(chosen)})) as session:
        made = accept_week(session, me, chosen, MONDAY)
    with store.read() as session:
        rows = [one for one in agenda(session, MONDAY, MONDAY + timedelta(days=6)) if one.id in made]
        assert {(one.customer_id, one.day, one.at, one.rep_id) for one in rows} == {
            (one.customer_id, one.day, one.at, me) for one in chosen
        }
        assert not propose_week(session, me, MONDAY, EARLY).plan.proposals
        action = session.connection().exec_driver_sql("SELECT max(id) FROM action").scalar_one()
    undo(store, action)
    with store.read() as session:
        assert propose_week(session, me, MONDAY, EARLY).plan == week.plan
    store.close()


def test_nothing_chosen_and_days_that_are_over_are_refused(store: Store) -> None:
    me, ids = filled(store)
    for chosen, code in (([], "nothing_chosen"), ([Chosen(ids["从未"], MONDAY, None)], "in_the_past")):
        with pytest.raises(RuleBroken, match=code), store.write(Doing("week.plan", {"count": 1})) as session:
            accept_week(session, me, chosen, MONDAY + timedelta(days=1))
    assert monday_of(date(2026, 10, 4)) == MONDAY
    store.close()
