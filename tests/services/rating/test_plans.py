"""提升计划 over the file: made with their steps, judged by real rounds, reopened by the undo of a publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from db.models import Customer, FollowUp, Order, PromotionPlan, Rep
from db.queries.journal import last_action
from db.queries.plans import (
    PlanRow,
    by_rep,
    by_step,
    gap_of,
    judged_in,
    open_plans_of,
    plan_of_step,
    plan_row,
    planned_customers,
    plans,
    steps_of,
    tally,
)
from db.store import Doing, Store
from db.vocabulary import FollowUpKind, FollowUpState, OrderKind, OrderState, PlanState
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.levers import Lever
from desktop.rules.rating.outcome import NEVER_BOUGHT
from desktop.services.followups import DoneDraft, PlanDraft, cancel, log
from desktop.services.rating.movers import Movers, movers, nearest
from desktop.services.rating.plans import (
    PlanOfLift,
    add_step,
    change_plan,
    delete_plan,
    end_of_plans,
    gap_text,
    make_plan,
    settle_plan,
    values_now,
)
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish
from desktop.services.undoing import undo

KEY = "abc-70-90"
TODAY = date(2026, 11, 22)  # a Sunday
END = date(2027, 2, 22)
VISIT = PlanDraft(0, kind=FollowUpKind.VISIT, planned_on=date(2026, 11, 30), purpose="拜访")
CALL = PlanDraft(0, kind=FollowUpKind.CALL, planned_on=date(2027, 1, 8), purpose="回访")
AMOUNTS = (7000, 1500, 600, 500, 400)  # by 70/90: A, B, then C


def bought(store: Store, customer_id: int, amount: int, on: date) -> None:
    with store.write(Doing("sample.load")) as session:
        values = {"kind": OrderKind.PURCHASE, "state": OrderState.CONFIRMED, "amount": Decimal(amount)}
        session.add(Order(customer_id=customer_id, ordered_on=on, **values))


@pytest.fixture
def people(empty_store: Store) -> list[int]:
    """Five customers that bought a month ago, the biggest first; 王 looks after the odd ones."""
    with empty_store.write(Doing("sample.load")) as session:
        rep = Rep(name="王敏")
        session.add(rep)
        session.flush()
        rows = [Customer(name=f"客户{n}", pinyin=f"k{n}", owner_id=rep.id if n % 2 else None) for n in range(5)]
        session.add_all(rows)
        session.flush()
        ids = [one.id for one in rows]
    for one, amount in zip(ids, AMOUNTS, strict=True):
        bought(empty_store, one, amount, TODAY - timedelta(days=30))
    return ids


def wanted(of: int, **other: object) -> PlanOfLift:
    steps = (replace(VISIT, customer_id=of), replace(CALL, customer_id=of))
    lever = Lever("purchases", 365, Decimal(600), Decimal("1500.50"), "B")
    plan = PlanOfLift(of, KEY, "C", "B", END, None, " 先送样品 ", (lever,), steps)
    return replace(plan, **other)  # type: ignore[arg-type]


def made(store: Store, plan: PlanOfLift) -> int:
    with store.write(Doing("promotion.plan", {"name": "客户"})) as session:
        return make_plan(session, plan, TODAY)


def refused(store: Store, plan: PlanOfLift) -> tuple[str, str | None]:
    with pytest.raises(RuleBroken) as broken, store.write(Doing("promotion.plan", {"name": "客户"})) as session:
        make_plan(session, plan, TODAY)
    return broken.value.code, broken.value.field


def listed(store: Store, today: date = TODAY) -> list[PlanRow]:
    with store.read() as session:
        return plans(session, KEY, today)


def take_back(store: Store) -> None:
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(store, last.id)


def rated(store: Store, on: date) -> int:
    return publish(store, propose(store, KEY, on, Progress()), Progress())


def test_a_plan_is_one_action_with_its_steps_and_undone_whole(empty_store: Store, people: list[int]) -> None:
    key = made(empty_store, wanted(people[2]))
    (row,) = listed(empty_store)
    assert (row.id, row.customer_id, row.name, row.scheme) == (key, people[2], "客户2", "ABC by purchases, 70/90")
    assert (row.state, row.begun_on, row.until, row.note) == (PlanState.OPEN, TODAY, END, "先送样品")
    assert (row.steps, row.done, row.late, row.days_left(TODAY)) == (2, 0, 0, 92)
    assert [(one.metric, one.now, one.needed, one.code) for one in row.gap] == [
        ("purchases", Decimal(600), Decimal("1500.50"), "B")
    ]
    with empty_store.read() as session:
        steps = steps_of(session, key)
        assert [(one.kind, one.planned_on, one.purpose) for one in steps] == [
            (FollowUpKind.VISIT, VISIT.planned_on, "拜访"),
            (FollowUpKind.CALL, CALL.planned_on, "回访"),
        ]
        assert plan_of_step(session, steps[0].id) == (KEY, "C", "B")
        assert planned_customers(session, KEY) == {people[2]}
        assert [one.id for one in open_plans_of(session, people[2], TODAY)] == [key]
    take_back(empty_store)
    assert listed(empty_store) == []
    with empty_store.read() as session:
        assert session.scalars(select(FollowUp.id)).all() == []


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"target_code": "C"}, "target_not_better", "target_code"),
        ({"from_code": "A", "target_code": "B"}, "target_not_better", "target_code"),
        ({"target_code": "Z"}, "no_such_tier", "target_code"),
        ({"until": TODAY}, "until_passed", "until"),
        ({"customer_id": 1}, "gone", "customer_id"),
        ({"until": date(2027, 1, 7)}, "step_after_end", "steps.1"),
        ({"steps": (replace(VISIT, planned_on=None),)}, "date_missing", "steps.0"),
        ({"steps": (replace(VISIT, planned_on=TODAY - timedelta(days=1)),)}, "until_passed", "steps.0"),
    ],
)
def test_what_cannot_be_planned_is_refused_at_its_place(
    empty_store: Store, people: list[int], change: dict[str, object], code: str, field: str
) -> None:
    assert refused(empty_store, wanted(people[2], **change)) == (code, field)
    assert listed(empty_store) == []


def test_a_customer_has_one_open_plan_in_a_scheme(empty_store: Store, people: list[int]) -> None:
    first = made(empty_store, wanted(people[2]))
    assert refused(empty_store, wanted(people[2])) == ("plan_under_way", "customer_id")
    with empty_store.write(Doing("promotion.settle", {"name": "客户"})) as session:
        settle_plan(session, first, PlanState.DROPPED, TODAY)
    second = made(empty_store, wanted(people[2]))
    assert [(one.id, one.state) for one in listed(empty_store)] == [
        (second, PlanState.OPEN), (first, PlanState.DROPPED),
    ]  # fmt: skip


def test_steps_are_counted_as_they_stand(empty_store: Store, people: list[int]) -> None:
    key = made(empty_store, wanted(people[2]))
    with empty_store.read() as session:
        visit, call = steps_of(session, key)
    later = date(2026, 12, 1)
    (row,) = listed(empty_store, later)
    assert (row.steps, row.done, row.late) == (2, 0, 1), "the visit's day has passed"
    with empty_store.write(Doing("followup.log", {"name": "客户"})) as session:
        log(session, DoneDraft(people[2], visit.id, FollowUpKind.VISIT, done_on=later, result="谈妥"))
    with empty_store.write(Doing("followup.cancel", {"name": "客户"})) as session:
        cancel(session, call.id)
    (row,) = listed(empty_store, later)
    assert (row.steps, row.done, row.late) == (1, 1, 0), "cancelled ones count for nothing"
    with empty_store.write(Doing("followup.plan", {"name": "客户"})) as session:
        add_step(session, key, PlanDraft(0, planned_on=END, purpose="收尾"), later)
    with empty_store.read() as session:
        assert [one.purpose for one in steps_of(session, key) if one.state is FollowUpState.PLANNED] == ["收尾"]
        assert steps_of(session, key)[-1].customer_id == people[2]
    for day, code in ((None, "date_missing"), (END + timedelta(days=1), "step_after_end"), (TODAY, "until_passed")):
        with pytest.raises(RuleBroken, match=code), empty_store.write(Doing("followup.plan")) as session:
            add_step(session, key, PlanDraft(0, planned_on=day), later)


def test_a_plan_is_changed_settled_deleted_and_restored(empty_store: Store, people: list[int]) -> None:
    key = made(empty_store, wanted(people[2]))
    with empty_store.write(Doing("promotion.edit", {"name": "客户"})) as session:
        change_plan(session, key, date(2027, 3, 1), "", TODAY)
    assert [(one.until, one.note) for one in listed(empty_store)] == [(date(2027, 3, 1), "")]
    with pytest.raises(RuleBroken, match="until_passed"), empty_store.write(Doing("promotion.edit")) as session:
        change_plan(session, key, TODAY, "", TODAY)
    with empty_store.write(Doing("promotion.settle", {"name": "客户"})) as session:
        settle_plan(session, key, PlanState.DROPPED, TODAY)
    with pytest.raises(RuleBroken, match="plan_settled"), empty_store.write(Doing("followup.plan")) as session:
        add_step(session, key, VISIT, TODAY)
    with empty_store.write(Doing("promotion.delete", {"name": "客户"})) as session:
        delete_plan(session, key)
    assert listed(empty_store) == []
    with empty_store.read() as session:
        assert [row.plan_id for row in session.scalars(select(FollowUp))] == [None, None], "steps stay"
    take_back(empty_store)
    with empty_store.read() as session:
        assert len(steps_of(session, key)) == 2
        row = plan_row(session, key, TODAY)
        assert row is not None
        assert (row.state, row.settled_on) == (PlanState.DROPPED, TODAY)
    with pytest.raises(RuleBroken, match="gone"), empty_store.write(Doing("promotion.edit")) as session:
        change_plan(session, 1, END, "", TODAY)


def test_a_round_judges_and_its_undo_opens_the_plans_again(empty_store: Store, people: list[int]) -> None:
    rises, stays = made(empty_store, wanted(people[2])), made(empty_store, wanted(people[3]))
    late = made(empty_store, wanted(people[4], until=date(2026, 12, 20), steps=()))
    rated(empty_store, TODAY - timedelta(days=1))
    assert {one.state for one in listed(empty_store)} == {PlanState.OPEN}, "a round of before says nothing of them"
    bought(empty_store, people[2], 1400, date(2026, 12, 28))
    round_id = rated(empty_store, date(2026, 12, 31))
    states = {one.id: (one.state, one.settled_on, one.judged_on) for one in listed(empty_store)}
    day = date(2026, 12, 31)
    assert states == {
        rises: (PlanState.REACHED, day, day), stays: (PlanState.OPEN, None, None), late: (PlanState.MISSED, day, day),
    }  # fmt: skip
    with empty_store.read() as session:
        assert [one.id for one in judged_in(session, round_id, TODAY)] == [rises, late], "reached ones first"
    take_back(empty_store)
    assert {one.state for one in listed(empty_store)} == {PlanState.OPEN}
    with empty_store.read() as session:
        assert judged_in(session, round_id, TODAY) == []


def test_what_was_judged_can_be_said_otherwise_by_hand(empty_store: Store, people: list[int]) -> None:
    key = made(empty_store, wanted(people[4], until=date(2026, 12, 20), steps=()))
    rated(empty_store, date(2026, 12, 31))
    with empty_store.write(Doing("promotion.settle", {"name": "客户"})) as session:
        settle_plan(session, key, PlanState.OPEN, TODAY)
    (row,) = listed(empty_store)
    assert (row.state, row.settled_on, row.round_id, row.judged_on) == (PlanState.OPEN, None, None, None)
    assert row.overdue(date(2026, 12, 21))
    assert not row.overdue(date(2026, 12, 20)), "its last day still counts"


def test_the_hit_rate_counts_what_was_judged(empty_store: Store, people: list[int]) -> None:
    with empty_store.read() as session:
        rep_id = session.scalar(select(Rep.id))
    soon = {"until": date(2026, 12, 20), "steps": ()}
    made(empty_store, wanted(people[1], from_code="B", target_code="A", rep_id=rep_id, **soon))
    made(empty_store, wanted(people[2], rep_id=rep_id, **soon))
    made(empty_store, wanted(people[3], **soon))
    given_up = made(empty_store, wanted(people[4], rep_id=rep_id, **soon))
    bought(empty_store, people[2], 1400, date(2026, 12, 1))
    rated(empty_store, date(2026, 12, 31))
    with empty_store.write(Doing("promotion.settle", {"name": "客户"})) as session:
        settle_plan(session, given_up, PlanState.DROPPED, TODAY)
    rows = listed(empty_store)
    assert (tally(rows).reached, tally(rows).missed, tally(rows).dropped) == (1, 2, 1)
    assert tally(rows).hit_rate == Decimal(1) / 3
    assert {rep: one.hit_rate for rep, one in by_rep(rows).items()} == {"王敏": Decimal("0.5"), None: Decimal(0)}
    assert {step: one.hit_rate for step, one in by_step(rows).items()} == {("C", "B"): Decimal("0.5"), ("B", "A"): 0}
    assert tally(()).hit_rate is None


def test_the_gap_is_held_against_today(empty_store: Store, people: list[int]) -> None:
    gaps = gap_of(
        gap_text(
            (
                Lever("purchases", 365, Decimal(600), Decimal("1E+3"), "B"),
                Lever("overdue", 0, None, Decimal(0), "B", at_most=True),
                Lever("attitude", 0, "none", "loyal", "B"),
                Lever("custom.99", 0, Decimal(1), Decimal(2), "B"),
                Lever("alive", 0, Decimal("0.1"), Decimal("0.9"), "B"),
            )
        )
    )
    assert [one.needed for one in gaps] == [Decimal(1000), Decimal(0), "loyal", Decimal(2), Decimal("0.9")]
    bought(empty_store, people[2], 50, TODAY)
    with empty_store.read() as session:
        now = values_now(session, people[2], gaps, TODAY)
    assert now["purchases", 365] == Decimal(650)
    assert set(now) == {("purchases", 365), ("overdue", 0), ("attitude", 0)}, "removed fields and models are left out"


def test_a_plan_ends_with_the_round_that_judges_it(empty_store: Store, people: Sequence[int]) -> None:
    assert people
    with empty_store.read() as session:
        assert end_of_plans(session, KEY, TODAY) == date(2027, 2, 22), "no round yet: three months"
    rated(empty_store, date(2026, 9, 30))
    with empty_store.read() as session:
        assert end_of_plans(session, KEY, TODAY) == date(2026, 12, 30)
        assert end_of_plans(session, KEY, date(2026, 12, 20)) == date(2027, 3, 20), "too close to get anything done"


def found(store: Store) -> Movers:
    return movers(store, KEY, TODAY, Progress())


def test_movers_grow_and_stand_close_below(empty_store: Store, people: list[int]) -> None:
    """B's lower end is 1,500: of 1,500, 600, 500 and 400 nobody is close; 1,200 is, where it grows."""
    assert found(empty_store).movers == ()
    bought(empty_store, people[3], 700, TODAY - timedelta(days=3))
    (one,) = found(empty_store).movers
    assert (one.id, one.code, one.target, one.purchases) == (people[3], "C", "B", Decimal(1200))
    assert one.growth is None, "he bought for the first time"
    assert (one.lever.metric, one.lever.now) == ("purchases", Decimal(1200))
    assert isinstance(one.lever.needed, Decimal)
    assert one.effort == (one.lever.needed - 1200) / 1200
    bought(empty_store, people[3], 2000, TODAY - timedelta(days=500))
    assert found(empty_store).movers == (), "he buys less than the year before"


def test_the_best_class_is_no_mover_and_growth_is_told_by_the_class_of_before(
    empty_store: Store, people: list[int]
) -> None:
    bought(empty_store, people[0], 6500, TODAY - timedelta(days=400))
    result = found(empty_store)
    assert people[0] not in {one.id for one in result.movers}
    assert [(one.code, one.customers, one.before, one.growth) for one in result.classes] == [
        ("A", 1, Decimal(6500), Decimal(500)),
        (NEVER_BOUGHT, 4, Decimal(0), Decimal(3000)),
    ], "by the class of a year ago: what grew is not counted for the class it grew into"
    assert nearest(result.proposed, people[0], "A", "A") is None


def test_who_has_a_plan_is_marked(empty_store: Store, people: list[int]) -> None:
    bought(empty_store, people[3], 700, TODAY - timedelta(days=3))
    made(empty_store, wanted(people[3]))
    assert [one.planned for one in found(empty_store).movers] == [True]


def test_plans_go_with_their_customer(empty_store: Store, people: list[int]) -> None:
    from desktop.services.customers import delete_customers

    made(empty_store, wanted(people[2]))
    with empty_store.write(Doing("customer.delete", {"name": "客户"})) as session:
        delete_customers(session, [people[2]])
    assert listed(empty_store) == []
    take_back(empty_store)
    assert [one.steps for one in listed(empty_store)] == [2]
    with empty_store.read() as session:
        assert session.scalar(select(PromotionPlan.customer_id)) == people[2]
