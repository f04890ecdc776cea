"""公海 and 收回建议 from a real file: proposed by the rules, done only by a click, taken back by undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from db.models import Customer, FollowUp, Rep
from db.queries.recall import exemptions, pool, pool_size
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import FollowUpKind, FollowUpState, Stage
from desktop.rules.errors import RuleBroken
from desktop.rules.recall import RecallPolicy, Why
from desktop.services.desk.recall import (
    assign,
    exempt,
    lift_exemption,
    recall,
    recall_policy,
    recall_proposals,
    set_recall_policy,
)
from desktop.services.undoing import undo

TODAY = date(2026, 11, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "甲.kezha"
    create_file(path)
    opened = open_store(path, version="0", backups=tmp_path)
    yield opened
    opened.close()


def filled(store: Store) -> tuple[dict[str, int], dict[str, int]]:
    """(reps, customers) by name; given to their reps 400 days ago, contacted so many days ago."""
    with store.write(Doing("fill")) as session:
        reps = {name: Rep(name=name, active=name != "走了") for name in ("李", "王", "走了")}
        session.add_all(reps.values())
        people: dict[str, int] = {}
        for name, owner, stage, days in (
            ("久未", "李", Stage.WON, 300), ("刚刚", "李", Stage.WON, 1), ("从未", "王", Stage.WON, None),
            ("前任的", "走了", Stage.WON, 1), ("流失", "李", Stage.LOST, 300), ("无主", None, Stage.WON, 30),
        ):  # fmt: skip
            one = Customer(
                name=name, stage=stage, value_tier="B", owner_id=reps[owner].id if owner else None,
                owner_since=TODAY - timedelta(days=400) if owner else None,
            )  # fmt: skip
            session.add(one)
            people[name] = one.id
            if days is not None:
                done = {"kind": FollowUpKind.CALL, "state": FollowUpState.DONE, "effective": True}
                session.add(FollowUp(customer_id=one.id, done_on=TODAY - timedelta(days=days), **done))
        return {name: one.id for name, one in reps.items()}, people


def proposed(store: Store) -> dict[str, Why]:
    with store.read() as session:
        return {one.customer.name: one.reasons[0].why for one in recall_proposals(session, TODAY)}


def test_proposals_with_their_reasons(store: Store) -> None:
    reps, _ = filled(store)
    assert proposed(store) == {"久未": Why.NO_CONTACT, "从未": Why.NO_CONTACT, "前任的": Why.REP_LEFT}
    with store.read() as session:
        assert [one.customer.name for one in recall_proposals(session, TODAY, reps["王"])] == ["从未"]
        assert [one.name for one in pool(session)] == ["无主"]
        usual = recall_policy(session).contact
    with store.write(Doing("recall.rules")) as session:
        set_recall_policy(session, RecallPolicy({**usual, "B": 310}, purchase=365, warn=5, spare_buyers=None))
    rows = proposed(store)
    assert rows["久未"] is Why.NO_PURCHASE
    assert rows["刚刚"] is Why.NO_PURCHASE
    with store.read() as session:
        first = recall_proposals(session, TODAY)[0]
    assert first.left == -90, "of the two rules the one that is longest past leads: never contacted in 400 days"


def test_nothing_moves_but_by_a_click_and_undo_puts_it_back_with_its_day(store: Store) -> None:
    reps, people = filled(store)
    with store.write(Doing("recall.take", {"count": 2, "reason": "久未跟进"})) as session:
        assert recall(session, [people["久未"], people["从未"], people["无主"]]) == 2
    with store.read() as session:
        assert {one.name for one in pool(session)} == {"久未", "从未", "无主"}
        assert pool_size(session) == 3
        action = session.connection().exec_driver_sql("SELECT max(id) FROM action").scalar_one()
        assert session.get_one(Customer, people["久未"]).owner_since is None
    undo(store, action)
    with store.read() as session:
        back = session.get_one(Customer, people["久未"])
        assert (back.owner_id, back.owner_since) == (reps["李"], TODAY - timedelta(days=400))


def test_assigning_begins_the_days_anew(store: Store) -> None:
    reps, people = filled(store)
    with store.write(Doing("customers.assign", {"count": 1})) as session:
        assert assign(session, [people["久未"], people["从未"]], reps["王"]) == 1, "one was his already"
    assert "久未" not in proposed(store)
    with store.read() as session:
        today = store.clock().astimezone().date()
        assert session.get_one(Customer, people["久未"]).owner_since == today
    with pytest.raises(RuleBroken, match="gone"), store.write(Doing("customers.assign", {"count": 1})) as session:
        assign(session, [people["久未"]], reps["走了"])


def test_exempt_until_a_day_and_lifted(store: Store) -> None:
    _, people = filled(store)
    until = TODAY + timedelta(days=10)
    with store.write(Doing("recall.exempt", {"count": 2})) as session:
        exempt(session, [people["久未"], people["从未"]], "总部关系", TODAY, until=until, rep_id=None)
    assert set(proposed(store)) == {"前任的"}
    with store.read() as session:
        assert len(exemptions(session, TODAY)) == 2
        later = [one.customer.name for one in recall_proposals(session, until + timedelta(days=1))]
        assert "久未" in later, "the exemption is over"
    with store.write(Doing("recall.lift", {"name": "久未"})) as session:
        lift_exemption(session, people["久未"], TODAY)
    assert set(proposed(store)) == {"久未", "前任的"}
    for reason, day, code in (("  ", None, "why_missing"), ("有因", TODAY - timedelta(days=1), "in_the_past")):
        with pytest.raises(RuleBroken, match=code), store.write(Doing("recall.exempt", {"count": 1})) as session:
            exempt(session, [people["久未"]], reason, TODAY, until=day, rep_id=None)


def test_a_card_from_before_assignments_were_noted_counts_from_the_day_it_was_made(store: Store) -> None:
    _, people = filled(store)
    with store.write(Doing("old")) as session:  # as a file of an older schema has it
        session.connection().execute(update(Customer).values(owner_since=None))
        session.get_one(Customer, people["久未"]).note = "旧"
    assert "久未" not in proposed(store), "made just now"
    with store.read() as session:
        assert session.scalar(select(Customer.owner_since).where(Customer.id == people["久未"])) is None
