"""改期, days that last, who takes part, what it cost: follow-ups in a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from db.models import Attachment, FollowUp, FollowUpMove, FollowUpPerson
from db.queries.agenda import agenda, overdue
from db.queries.card import ContactDraft, CustomerDraft, card
from db.queries.follow_up_parts import attached, moves, participants, places_used
from db.queries.journal import last_action
from db.queries.timeline import follow_up, planned
from db.store import Doing, Store
from db.undo import apply_undo, plan_undo
from db.vocabulary import FollowUpKind, FollowUpState, RepRole
from desktop.rules.errors import RuleBroken
from desktop.services.attachments import attach
from desktop.services.customers import NewCustomer, create_customer, save_contact
from desktop.services.followups import (
    MOST_DAYS,
    DoneDraft,
    Move,
    Others,
    PlanDraft,
    cancel,
    delete,
    log,
    move,
    plan,
    reopen,
)
from desktop.services.offices import save_rep

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def store(empty_store: Store) -> Store:
    return empty_store


@pytest.fixture
def customer(store: Store) -> int:
    new = NewCustomer(CustomerDraft(name="客"), (), ContactDraft(name="甲"))
    made: int = act(store, lambda session: create_customer(session, new))
    return made


def act(store: Store, work: Any, kind: str = "followup.plan") -> Any:
    """Do something in one action."""
    with store.write(Doing(kind, {"name": "客"})) as session:
        return work(session)


def undo(store: Store) -> None:
    """Take the last action back."""
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    with store.write(Doing("undo", {})) as session:
        apply_undo(session, plan_undo(session, last.id))


def row_of(store: Store, follow_up_id: int) -> Any:
    with store.read() as session:
        return follow_up(session, follow_up_id)


def count(store: Store, table: type) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_move_keeps_the_first_day_the_time_and_the_reason(store: Store, customer: int) -> None:
    step = act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY, planned_time=time(9), minutes=30)))
    before = row_of(store, step)
    act(store, lambda s: move(s, step, Move(TODAY + 3 * DAY, reason=" 客户不在 "), TODAY), "followup.move")
    now = row_of(store, step)
    assert (now.planned_on, now.planned_time, now.minutes) == (TODAY + 3 * DAY, time(9), 30)
    assert (now.first_planned_on, now.postponed) == (TODAY, 1)
    with store.read() as session:
        (noted,) = moves(session, [step])[step]
    assert (noted.moved_on, noted.from_on, noted.to_on, noted.reason) == (TODAY, TODAY, TODAY + 3 * DAY, "客户不在")
    undo(store)
    assert row_of(store, step) == before
    assert count(store, FollowUpMove) == 0


def test_another_hour_of_the_same_day_is_no_postponement(store: Store, customer: int) -> None:
    step = act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY, planned_time=time(9))))
    act(store, lambda s: move(s, step, Move(TODAY, time(14, 30), keep_time=False, minutes=45), TODAY))
    now = row_of(store, step)
    assert (now.planned_time, now.minutes, now.postponed) == (time(14, 30), 45, 0)
    act(store, lambda s: move(s, step, Move(TODAY, None, keep_time=False), TODAY))
    assert row_of(store, step).planned_time is None, "all day"
    assert count(store, FollowUpMove) == 0


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(-200, 200), max_size=5),
    st.one_of(st.none(), st.integers(0, MOST_DAYS - 1)),
)
def test_any_moves_keep_what_they_must(store: Store, customer: int, to: list[int], lasts: int | None) -> None:
    until = None if lasts is None else TODAY + lasts * DAY
    step = act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY, until_on=until)))
    stands, later, moved = TODAY, 0, 0
    for days in to:
        goes = TODAY + days * DAY
        act(store, lambda s, goes=goes: move(s, step, Move(goes), TODAY))
        later, moved = later + (goes > stands), moved + (goes != stands)
        stands = goes
    now = row_of(store, step)
    assert (now.planned_on, now.first_planned_on, now.postponed) == (stands, TODAY, later)
    assert now.until_on == (None if lasts is None else stands + lasts * DAY)
    with store.read() as session:
        told = moves(session, [step]).get(step, ())
    assert len(told) == moved
    assert [one.from_on for one in told[1:]] == [one.to_on for one in told[:-1]], "each begins where the last ended"


def test_changing_the_day_of_a_plan_is_a_move_too(store: Store, customer: int) -> None:
    step = act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY)))
    draft = PlanDraft(customer, step, planned_on=TODAY + 9 * DAY, reason="客户改约")
    act(store, lambda s: plan(s, draft, today=TODAY + DAY))
    with store.read() as session:
        (noted,) = moves(session, [step])[step]
    assert (noted.moved_on, noted.reason, row_of(store, step).postponed) == (TODAY + DAY, "客户改约", 1)


@pytest.mark.parametrize("end", ["cancelled", "done", "deleted"])
def test_only_what_is_planned_can_be_moved(store: Store, customer: int, end: str) -> None:
    step = act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY)))
    ways = {
        "cancelled": lambda s: cancel(s, step),
        "done": lambda s: log(s, DoneDraft(customer, step, done_on=TODAY, result="谈了")),
        "deleted": lambda s: delete(s, step),
    }
    act(store, ways[end])
    with pytest.raises(RuleBroken) as broken:
        act(store, lambda s: move(s, step, Move(TODAY + DAY), TODAY))
    assert broken.value.code == ("gone" if end == "deleted" else "not_planned")
    assert count(store, FollowUpMove) == 0


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (PlanDraft(0), "date_missing", "planned_on"),
        (PlanDraft(0, planned_on=TODAY, until_on=TODAY - DAY), "until_before_start", "until_on"),
        (PlanDraft(0, planned_on=TODAY, until_on=TODAY + MOST_DAYS * DAY), "lasts_too_long", "until_on"),
        (PlanDraft(0, planned_on=TODAY, minutes=-1), "out_of_range", "minutes"),
        (PlanDraft(0, planned_on=TODAY, minutes=1441), "out_of_range", "minutes"),
        (DoneDraft(0, result="谈了"), "date_missing", "done_on"),
        (DoneDraft(0, done_on=TODAY, result=" "), "result_missing", "result"),
        (DoneDraft(0, done_on=TODAY, result="谈了", cost=Decimal("-0.01")), "cost_negative", "cost"),
        (DoneDraft(0, done_on=TODAY, result="谈了", until_on=TODAY - DAY), "until_before_start", "until_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, customer: int, draft: PlanDraft | DoneDraft, code: str, field: str
) -> None:
    wrong = replace(draft, customer_id=customer)
    with pytest.raises(RuleBroken) as broken:
        act(store, lambda s: plan(s, wrong) if isinstance(wrong, PlanDraft) else log(s, wrong))
    assert (broken.value.code, broken.value.field) == (code, field)
    assert count(store, FollowUp) == 0, "nothing of it is kept"


def test_a_fair_stands_on_all_its_days_and_is_overdue_after_the_last(store: Store, customer: int) -> None:
    draft = PlanDraft(customer, kind=FollowUpKind.FAIR, planned_on=TODAY, until_on=TODAY + 2 * DAY)
    step = act(store, lambda s: plan(s, draft))
    with store.read() as session:
        for day in range(3):
            assert [one.id for one in agenda(session, TODAY + day * DAY, TODAY + day * DAY)] == [step]
        assert agenda(session, TODAY + 3 * DAY, TODAY + 9 * DAY) == []
        assert overdue(session, TODAY + 2 * DAY) == []
        assert [one.id for one in overdue(session, TODAY + 3 * DAY)] == [step]


def test_who_takes_part_is_kept_changed_and_left(store: Store, customer: int) -> None:
    def people(session: Any) -> tuple[list[int], list[int]]:
        reps = [save_rep(session, None, name, None, RepRole.REP) for name in ("王丽", "赵国强")]
        found = card(session, customer)
        assert found is not None
        first = found.contacts[0].id
        assert first is not None
        return [first, save_contact(session, customer, ContactDraft(name="乙"))], reps

    (first, second), (mine, other) = act(store, people)
    both = Others((first, second, second), (mine, other))
    draft = PlanDraft(customer, contact_id=first, rep_id=mine, planned_on=TODAY, others=both)
    step = act(store, lambda s: plan(s, draft))

    def there() -> list[str]:
        with store.read() as session:
            return [one.name for one in participants(session, [step]).get(step, ())]

    assert there() == ["乙", "赵国强"], "who it is with anyhow is not named again"
    done = DoneDraft(customer, step, contact_id=first, rep_id=mine, done_on=TODAY, result="好")
    act(store, lambda s: log(s, done))
    assert there() == ["乙", "赵国强"], "not said: left as it was"
    fewer = DoneDraft(
        customer, step, contact_id=first, rep_id=mine, done_on=TODAY, result="好", others=Others((second,))
    )
    act(store, lambda s: log(s, fewer))
    assert there() == ["乙"]
    undo(store)
    assert there() == ["乙", "赵国强"]
    act(store, lambda s: delete(s, step))
    assert count(store, FollowUpPerson) == 0
    undo(store)
    assert there() == ["乙", "赵国强"]


def test_place_cost_and_last_day_stay_unless_the_draft_is_whole(store: Store, customer: int) -> None:
    said = DoneDraft(
        customer, done_on=TODAY - DAY, result="谈了", place="新区分厂", cost=Decimal("86.50"), until_on=TODAY
    )  # fmt: skip
    step = act(store, lambda s: log(s, said))
    act(store, lambda s: log(s, DoneDraft(customer, step, done_on=TODAY - DAY, result="改")))
    now = row_of(store, step)
    assert (now.place, now.cost, now.until_on) == ("新区分厂", Decimal("86.50"), TODAY)
    act(store, lambda s: log(s, DoneDraft(customer, step, done_on=TODAY, result="改", place="", whole=True)))
    now = row_of(store, step)
    assert (now.place, now.cost, now.until_on) == (None, None, None)


def test_reopened_it_is_planned_for_its_day_and_done_again(store: Store, customer: int) -> None:
    step = act(store, lambda s: log(s, DoneDraft(customer, done_on=TODAY, result="谈了", cost=Decimal(5))))
    act(store, lambda s: reopen(s, step), "followup.reopen")
    now = row_of(store, step)
    assert (now.state, now.planned_on, now.first_planned_on, now.done_on) == (FollowUpState.PLANNED, TODAY, TODAY, None)
    with store.read() as session:
        assert [one.id for one in planned(session, customer)] == [step]
    undo(store)
    assert row_of(store, step).done_on == TODAY


def test_photos_and_places_are_found_again_and_a_photo_outlives_its_follow_up(store: Store, customer: int) -> None:
    def visit(session: Any) -> int:
        step = log(session, DoneDraft(customer, done_on=TODAY, result="谈了", place="一厂"))
        attach(session, customer, "门头.png", b"picture", follow_up_id=step)
        return step

    step = act(store, visit)
    act(store, lambda s: log(s, DoneDraft(customer, done_on=TODAY - 9 * DAY, result="谈了", place="二厂")))
    act(store, lambda s: plan(s, PlanDraft(customer, planned_on=TODAY - 20 * DAY, place="一厂")))
    with store.read() as session:
        assert attached(session, [step]) == {step: ("门头.png",)}
        assert places_used(session, customer) == ("一厂", "二厂")
        assert places_used(session, customer, most=1) == ("一厂",)
    act(store, lambda s: delete(s, step))
    assert count(store, Attachment) == 1, "it stays on the card"
    undo(store)
    with store.read() as session:
        assert attached(session, [step]) == {step: ("门头.png",)}
