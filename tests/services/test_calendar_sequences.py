"""跟进方案: started by hand and by their events, moved with their anchor, taken back whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db.models import Contact, Customer, FollowUp, KeyDate, Order, Rep, SequenceRun
from db.queries.contracts import ContractRow, contracts, contracts_ending
from db.queries.journal import last_action
from db.queries.sequences import Event, run, runs_of
from db.store import Store
from db.vocabulary import CalendarKind, FollowUpKind, KeyDateKind, RunState, Trigger
from desktop.rules.errors import RuleBroken
from desktop.rules.sequences import SequencePlan, Step, StepBy
from desktop.services.calendar.runs import Moved, move_anchor, start_run, stop_run
from desktop.services.calendar.sequences import (
    OfficeSequence,
    copied,
    ready,
    remove_sequence,
    save_sequence,
    sequence_named,
    sequences,
)
from desktop.services.calendar.starting import KIND, is_due, start_due
from desktop.services.contracts import (
    delete_contract,
    following,
    renew_contract,
    save_contract,
)
from desktop.services.customers import delete_customers
from desktop.services.deliveries import set_delivered
from desktop.services.followups import DoneDraft, Move, cancel, delete, log, move, reopen
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.calendar_office import TODAY, WORDS, act, newest_kind, open_office, people, planned, set_day


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_office(tmp_path)) as opened:
        yield opened


def automatic(store: Store, key: str, since: date = TODAY) -> int:
    made: OfficeSequence = act(
        store, lambda session: save_sequence(session, replace(sequence_named(session, key), automatic=True), since)
    )
    assert made.id is not None
    return made.id


def auto(store: Store, today: date = TODAY) -> int:
    """As the window does it: nothing is written where nothing is due."""
    with store.read() as session:
        due = is_due(session, today)
    started: int = act(store, lambda session: start_due(session, today, WORDS), KIND) if due else 0
    return started


def ctrl_z(store: Store) -> str:
    with store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(store, last.id)
    return last.kind


def test_started_by_hand_its_steps_are_follow_ups_left_out_of_the_past(store: Store) -> None:
    _, chief, customer = people(store)
    plan = SequencePlan(
        "own-1",
        "试",
        steps=(
            Step(-10, FollowUpKind.CALL, "past"),
            Step(5, FollowUpKind.CALL, "a Saturday", by=StepBy.SUPERVISOR),
            Step(6, FollowUpKind.CARE, "a Sunday"),
        ),
    )
    act(store, lambda session: save_sequence(session, OfficeSequence(plan), TODAY))
    started = act(store, lambda session: start_run(session, "own-1", Event(customer, TODAY), TODAY, WORDS))
    assert [one.step.purpose for one in started.left_out] == ["past"]
    rows = planned(store)
    assert [(row.purpose, row.series_on, row.planned_on, row.rep_id == chief) for row in rows] == [
        ("a Sunday", date(2026, 12, 6), date(2026, 12, 4), False),  # care goes to the working day before
        ("a Saturday", date(2026, 12, 5), date(2026, 12, 7), True),  # a call to the one after
    ]
    with pytest.raises(RuleBroken, match="steps_all_past"):
        act(store, lambda s: start_run(s, "own-1", Event(customer, TODAY - timedelta(days=30)), TODAY, WORDS))


def test_a_run_is_finished_with_its_last_step_and_goes_on_with_one_reopened(store: Store) -> None:
    _, _, customer = people(store)
    started = act(store, lambda s: start_run(s, "new-customer", Event(customer, TODAY), TODAY, WORDS))
    one, two, three = (row.id for row in planned(store))
    act(store, lambda s: log(s, DoneDraft(customer, one, done_on=TODAY, result="谈过")))
    act(store, lambda s: cancel(s, two))
    assert _run(store, started.run_id).state is RunState.OPEN
    act(store, lambda s: delete(s, three))
    assert _run(store, started.run_id).state is RunState.DONE
    act(store, lambda s: reopen(s, two))
    assert _run(store, started.run_id).state is RunState.OPEN
    act(store, lambda s: stop_run(s, started.run_id))
    assert _run(store, started.run_id).state is RunState.STOPPED
    assert not planned(store)


def _run(store: Store, run_id: int) -> SequenceRun:
    with store.read() as session:
        return session.get_one(SequenceRun, run_id)


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.integers(-40, 90), min_size=1, max_size=6),
    st.integers(-60, 400),
    st.sets(st.integers(0, 5)),
    st.sets(st.integers(0, 5)),
)
def test_moving_an_anchor_moves_the_open_steps_by_the_same_days(
    days: list[int], by: int, moved: set[int], done: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(open_office(Path(folder))) as store:
        _, _, customer = people(store)
        steps = tuple(Step(one, FollowUpKind.SMS, f"{one}") for one in days)  # stays on days off
        act(store, lambda s: save_sequence(s, OfficeSequence(SequencePlan("own-1", "试", steps=steps)), TODAY))
        anchor = TODAY + timedelta(days=50)
        started = act(store, lambda s: start_run(s, "own-1", Event(customer, anchor), TODAY, WORDS))
        before = {row.id: row for row in planned(store)}
        ids = list(before)
        for at in moved & set(range(len(ids))):
            later = Move((before[ids[at]].planned_on or TODAY) + timedelta(days=1))
            act(store, partial(move, follow_up_id=ids[at], to=later, today=TODAY))
        for at in done & set(range(len(ids))):
            act(store, partial(log, done=DoneDraft(customer, ids[at], done_on=TODAY, result="好")))
        over = _run(store, started.run_id).state is not RunState.OPEN
        was = dump(store)
        if over:
            with pytest.raises(RuleBroken, match="run_over"):
                act(store, lambda s: move_anchor(s, started.run_id, anchor + timedelta(days=by), TODAY))
            return
        act(store, lambda s: move_anchor(s, started.run_id, anchor + timedelta(days=by), TODAY))
        with store.read() as session:
            for at, one in enumerate(ids):
                row, old = session.get_one(FollowUp, one), before[one]
                assert old.planned_on is not None
                assert row.planned_on is not None
                if at in done:
                    continue
                if at in moved:
                    assert row.planned_on == old.planned_on + timedelta(days=1)
                else:
                    assert row.planned_on == max(TODAY, old.planned_on + timedelta(days=by))
                    assert (row.postponed, row.first_planned_on) == (0, row.planned_on)
        if by:
            ctrl_z(store)
            assert dump(store) == was


def test_new_customers_are_begun_with_once_and_taken_back_with_the_customer(store: Store) -> None:
    people(store)  # before: what is there already is not new
    automatic(store, "new-customer", since=TODAY + timedelta(days=1))
    assert auto(store) == 0
    assert newest_kind(store) == "test"
    set_day(store, TODAY + timedelta(days=2))
    was = dump(store)
    fresh = act(store, _add_customer, "customer.create", name="新来")
    assert auto(store, TODAY + timedelta(days=2)) == 1
    assert [row.planned_on for row in planned(store, customer_id=fresh)] == [
        TODAY + timedelta(days=7),  # two days and three are Saturday: the Monday after
        TODAY + timedelta(days=9),
        TODAY + timedelta(days=32),
    ]
    assert auto(store, TODAY + timedelta(days=3)) == 0
    assert ctrl_z(store) == "customer.create"
    assert dump(store) == was


def _add_customer(session: Session) -> int:
    one = Customer(name="新来", owner_id=None)
    session.add(one)
    return one.id


def test_the_end_of_a_contract_is_prepared_and_followed(store: Store) -> None:
    _, _, customer = people(store)
    automatic(store, "contract-end")
    draft = ContractRow(title="年度框架", starts_on=date(2026, 2, 1), ends_on=date(2027, 1, 31))
    kept = act(store, lambda s: save_contract(s, customer, draft, TODAY), "contract.edit")
    with store.read() as session:
        assert [one.id for one in contracts_ending(session, TODAY, date(2027, 1, 31))] == [kept]
    assert auto(store) == 1
    assert [row.series_on for row in planned(store)] == [date(2026, 12, 2), date(2027, 1, 1), date(2027, 1, 24)]
    assert auto(store) == 0
    was = dump(store)
    act(store, lambda s: save_contract(s, customer, replace(draft, id=kept, ends_on=date(2027, 2, 10)), TODAY), "x")
    assert [row.series_on for row in planned(store)] == [date(2026, 12, 12), date(2027, 1, 11), date(2027, 2, 3)]
    assert auto(store) == 0
    ctrl_z(store)
    assert dump(store) == was
    with store.read() as session:
        new = following(contracts(session, customer)[0])
    assert (new.starts_on, new.ends_on, new.id) == (date(2027, 2, 1), date(2028, 1, 31), 0)
    act(store, lambda s: renew_contract(s, kept, new, TODAY), "contract.renew")
    assert not planned(store)
    with store.read() as session:
        assert [one.closed_on for one in contracts(session, customer)] == [None, TODAY]
        assert not runs_of(session, customer)
    assert ctrl_z(store) == "contract.renew"
    assert dump(store) == was
    act(store, lambda s: delete_contract(s, kept))
    assert not planned(store)


def test_a_contract_made_by_mistake_is_taken_back_with_what_came_of_it(store: Store) -> None:
    _, _, customer = people(store)
    automatic(store, "contract-end")
    was = dump(store)
    draft = ContractRow(title="合同", ends_on=TODAY + timedelta(days=40))
    act(store, lambda s: save_contract(s, customer, draft, TODAY), "contract.edit")
    assert auto(store) == 1
    assert len(planned(store)) == 2
    assert ctrl_z(store) == "contract.edit"
    assert dump(store) == was


def test_a_delivery_starts_once_and_taken_back_takes_its_steps_with_it(store: Store) -> None:
    _, _, customer = people(store)
    automatic(store, "delivery")

    def add(session: Session) -> int:
        order = Order(customer_id=customer, ordered_on=TODAY - timedelta(days=5), amount=Decimal(10), number="D1")
        session.add(order)
        return order.id

    order = act(store, add)
    with pytest.raises(RuleBroken, match="delivered_before_ordered"):
        act(store, lambda s: set_delivered(s, order, TODAY - timedelta(days=6), TODAY))
    act(store, lambda s: set_delivered(s, order, TODAY, TODAY), "order.delivered")
    assert auto(store) == 1
    assert len(planned(store)) == 3
    assert ctrl_z(store) == "order.delivered"
    assert auto(store) == 0
    assert not planned(store), "a delivery that did not take place is not followed up"
    act(store, lambda s: set_delivered(s, order, TODAY, TODAY), "order.delivered")
    assert auto(store) == 1
    act(store, lambda s: set_delivered(s, order, TODAY - timedelta(days=2), TODAY), "order.delivered")
    assert planned(store)[0].series_on == TODAY + timedelta(days=1)
    with store.read() as session:
        run_id = runs_of(session, customer)[0].id
    act(store, lambda s: stop_run(s, run_id))
    assert auto(store) == 0, "stopped is stopped"


def test_birthdays_by_the_moon_come_round_once_a_year(store: Store) -> None:
    _, _, customer = people(store)

    def add(session: Session) -> int:
        contact = Contact(customer_id=customer, name="王")
        session.add(contact)
        session.add(
            KeyDate(
                customer_id=customer,
                contact_id=contact.id,
                kind=KeyDateKind.BIRTHDAY,
                calendar=CalendarKind.LUNAR,
                month=12,
                day=8,
            )
        )
        return contact.id

    contact = act(store, add)
    automatic(store, "birthday")
    started, day = [], TODAY
    while day < date(2029, 2, 1):
        if auto(store, day):
            started.append(planned(store)[-1])
        day += timedelta(days=7)
    assert [row.contact_id for row in started] == [contact] * 3
    days = [row.series_on + timedelta(days=3) for row in started if row.series_on]
    assert days == [date(2027, 1, 15), date(2028, 1, 4), date(2029, 1, 22)]


def test_built_in_sequences_are_changed_and_brought_back(store: Store) -> None:
    _, _, customer = people(store)
    with store.read() as session:
        assert next(one.key for one in sequences(session)) == "new-customer"
        assert all(one.id is None and not one.automatic for one in sequences(session))
        copy = copied(session, "birthday", "司庆")
    kept = act(store, lambda s: save_sequence(s, replace(copy, automatic=True), TODAY))
    assert (kept.key, kept.automatic_since, kept.built_in) == ("own-1", TODAY, False)
    by_hand = replace(copy.plan, trigger=Trigger.HAND, key="own-2", name="手动")
    assert not act(store, lambda s: save_sequence(s, OfficeSequence(by_hand, automatic=True), TODAY)).automatic
    new = replace(copy.plan, key="own-3", name="新")
    far = (Step(1, purpose="a"), Step(9999, purpose="b"))
    for wrong, field in (
        (replace(copy.plan, key="own-3"), "name"),
        (replace(new, steps=()), "steps"),
        (replace(new, key_kinds=()), "key_kinds"),
        (replace(new, steps=far), "steps.1.days"),
        (replace(new, steps=(Step(1, purpose="a", by=StepBy.CHOSEN),)), "steps.0.rep_id"),
    ):  # fmt: skip
        with pytest.raises(RuleBroken) as broken:
            act(store, partial(save_sequence, wanted=OfficeSequence(wrong), today=TODAY))
        assert broken.value.field == field
    act(store, lambda s: remove_sequence(s, "own-1"))
    act(store, lambda s: ready(s, "new-customer", TODAY))
    act(store, lambda s: start_run(s, "own-2", Event(customer, TODAY + timedelta(days=9)), TODAY, WORDS))
    with pytest.raises(RuleBroken, match="sequence_used"):
        act(store, lambda s: remove_sequence(s, "own-2"))
    changed = SequencePlan("new-customer", "新客三步", Trigger.NEW_CUSTOMER, (Step(1, purpose="电话"),))
    act(store, lambda s: save_sequence(s, OfficeSequence(changed), TODAY))
    act(store, lambda s: start_run(s, "new-customer", Event(customer, TODAY), TODAY, WORDS))
    act(store, lambda s: remove_sequence(s, "new-customer"))
    with store.read() as session:
        assert sequence_named(session, "new-customer").plan.steps[0].days == 3


def test_a_customer_put_in_the_bin_takes_runs_along_and_comes_back_with_them(store: Store) -> None:
    _, _, customer = people(store)
    started = act(store, lambda s: start_run(s, "new-customer", Event(customer, TODAY), TODAY, WORDS))
    was = dump(store)
    act(store, lambda s: delete_customers(s, [customer]), "customer.delete")
    with store.read() as session:
        assert run(session, started.run_id) is None
    ctrl_z(store)
    assert dump(store) == was


def test_who_left_does_no_step(store: Store) -> None:
    rep, _, customer = people(store)

    def add(session: Session) -> int:
        one = Rep(name="赵", active=True)
        session.add(one)
        return one.id

    chosen = act(store, add)
    steps = (Step(1, purpose="甲", by=StepBy.CHOSEN, rep_id=chosen),)
    act(store, lambda s: save_sequence(s, OfficeSequence(SequencePlan("own-1", "试", steps=steps)), TODAY))
    act(store, lambda s: setattr(s.get_one(Rep, chosen), "active", False))
    act(store, lambda s: start_run(s, "own-1", Event(customer, TODAY), TODAY, WORDS))
    assert [row.rep_id for row in planned(store)] == [rep]
    assert act(store, lambda s: move_anchor(s, planned(store)[0].run_id or 0, TODAY, TODAY)) == Moved(0)
