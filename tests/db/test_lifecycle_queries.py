"""Lifecycle, churn warnings and intent: what the file answers is what the rules answer on plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.conditions import Condition, Match, Op, Where
from db.lifecycle import Cause, Lifecycle, Limits, Yardstick
from db.models import Customer, Order, ServiceCase, Survey
from db.queries.churn import signs_of, warned_ids
from db.queries.condition_columns import Frame, WrongCondition
from db.queries.conditions import frame_of
from db.queries.customers import CustomerFilter, customer_ids, customer_rows, wanted_ids
from db.queries.groups import facet_counts, groups_of
from db.queries.intent import intent_on
from db.queries.lifecycle import causes_on, coldness_on, lifecycle_on, usual_gap
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import CaseKind, IntentLevel, OrderKind, OrderState, Stage
from desktop.rules.intent import intent_of
from desktop.rules.rating.lifecycle import (
    ChurnWarning,
    Signs,
    Spend,
    buying_of,
    office_interval,
    spend_of,
    stand_of,
    warnings_of,
)

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
D = Decimal


@dataclass
class History:
    """All of one customer that lifecycle, warnings and intent look at."""

    bought: list[tuple[date, Decimal]] = field(default_factory=list)
    other: list[Order] = field(default_factory=list)
    stage: Stage = Stage.WON
    complaints: list[tuple[CaseKind, datetime | None, datetime | None, bool, bool]] = field(default_factory=list)
    answers: list[tuple[date, int | None]] = field(default_factory=list)
    by_hand: IntentLevel | None = None
    expects_on: date | None = None
    id: int = 0


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def drawn(dice: Random) -> History:
    rhythm, one = dice.choice((1, 7, 20, 60, 200)), History()
    back = dice.choice((0, 0, 10, 45, 100, 200, 400, 900))
    for _ in range(dice.choice((0, 0, 1, 2, 3, 4, 9, 25))):
        one.bought.append((ago(back), D(dice.choice((1, 9999, 500000))) / 100))
        back += dice.choice((0, 1, rhythm, rhythm * 2, dice.randint(0, 90)))
    for state, kind in ((OrderState.DRAFT, OrderKind.PURCHASE), (OrderState.CONFIRMED, OrderKind.RETURN)):
        if dice.random() < 0.3:
            amount = D(-50) if kind is OrderKind.RETURN else D(50)
            one.other.append(Order(ordered_on=ago(dice.randint(0, 400)), state=state, kind=kind, amount=amount))
    one.stage = dice.choice((Stage.WON, Stage.WON, Stage.WON, Stage.LOST, Stage.POTENTIAL))
    for _ in range(dice.choice((0, 0, 0, 1, 2))):
        limits = [dice.choice((None, NOW - timedelta(hours=1), NOW + timedelta(hours=1))) for _ in range(2)]
        case = dice.choice(list(CaseKind))
        one.complaints.append((case, limits[0], limits[1], dice.random() < 0.4, dice.random() < 0.4))
    one.answers = [
        (ago(dice.randint(-5, 100)), dice.choice((None, 1, 2, 3, 5))) for _ in range(dice.choice((0, 0, 1, 2)))
    ]
    one.by_hand = dice.choice((None, *IntentLevel))
    one.expects_on = dice.choice((None, TODAY + timedelta(days=dice.randint(-40, 250))))
    return one


def put(store: Store, histories: list[History]) -> None:
    with store.write(Doing("import")) as session:
        for one in histories:
            row = Customer(name="客户", stage=one.stage, intent=one.by_hand, expects_on=one.expects_on)
            session.add(row)
            session.flush()
            one.id = row.id
            session.add_all(
                Order(
                    customer_id=one.id, ordered_on=on, state=OrderState.CONFIRMED, kind=OrderKind.PURCHASE, amount=sum_
                )
                for on, sum_ in one.bought
            )
            for order in one.other:
                order.customer_id = one.id
                session.add(order)
            for kind, answer, solve, answered, solved in one.complaints:
                case = ServiceCase(customer_id=one.id, kind=kind, subject="x", opened_at=NOW - timedelta(days=9))
                case.answer_by, case.solve_by = answer, solve
                case.answered_at, case.solved_at = (NOW if answered else None), (NOW if solved else None)
                session.add(case)
            session.add_all(Survey(customer_id=one.id, asked_on=on, satisfaction=mark) for on, mark in one.answers)


@dataclass
class Filled:
    store: Store
    histories: list[History]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("lifecycle")
    path = Path(folder) / "办.kezha"
    create_file(path)
    store = open_store(path, version="test", backups=folder)
    dice = Random(20261122)
    histories = [drawn(dice) for _ in range(240)]
    put(store, histories)
    yield Filled(store, histories)
    store.close()


def signs(one: History, today: date, limits: Limits) -> Signs:
    """The signs of a customer, from his history alone."""
    then = today - timedelta(days=limits.window)
    past = [
        min(at for at in ((None if answered else answer), solve) if at is not None and at < NOW)
        for kind, answer, solve, answered, solved in one.complaints
        if kind is CaseKind.COMPLAINT and not solved
        if any(at is not None and at < NOW for at in ((None if answered else answer), solve))
    ]
    marks = [(on, mark) for on, mark in one.answers if mark is not None and on <= today]
    latest = max(marks, key=lambda pair: pair[0], default=None)
    if latest is not None:  # the later written of one day
        latest = [pair for pair in marks if pair[0] == latest[0]][-1]
    return Signs(
        buying_of(on for on, _ in one.bought),
        max((on for on, _ in one.bought if on <= then), default=None),
        spend_of(one.bought, today, limits),
        min(past).date() if past else None,
        latest[1] if latest else None,
        latest[0] if latest else None,
        one.stage is Stage.LOST,
    )


def told(one: History, today: date, yard: Yardstick) -> tuple[ChurnWarning, ...]:
    return warnings_of(signs(one, today, yard.limits), today, yard)


MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TIMES = st.integers(100, 900).map(lambda number: D(number) / 100)
LIMITS = st.builds(
    Limits,
    new_days=st.integers(0, 200),
    active=TIMES,
    slowing=TIMES,
    lost=TIMES,
    lost_days=st.integers(1, 500),
    drop=st.integers(1, 100).map(lambda number: D(number) / 100),
    window=st.integers(5, 200),
    unhappy=st.integers(1, 5),
)
YARDS = st.builds(Yardstick, LIMITS, st.one_of(st.none(), st.integers(0, 90).map(lambda half: D(half) / 2)))
DAYS = st.integers(-3, 500).map(ago)


@MANY
@given(YARDS, DAYS)
def test_the_lifecycle_is_the_one_of_the_rules(filled: Filled, yard: Yardstick, today: date) -> None:
    order = list(Lifecycle)
    with filled.store.read() as session:
        query = select(Customer.id, lifecycle_on(today, yard), coldness_on(today, yard))
        found = {one: (state, cold) for one, state, cold in session.execute(query)}
    for one in filled.histories:
        stand = stand_of(buying_of(on for on, _ in one.bought), today, yard, marked_lost=one.stage is Stage.LOST)
        assert found[one.id] == (stand.lifecycle.value, order.index(stand.lifecycle)), one


@MANY
@given(YARDS, DAYS)
def test_warnings_are_those_of_the_rules(filled: Filled, yard: Yardstick, today: date) -> None:
    with filled.store.read() as session:
        causes = causes_on(today, yard, NOW)
        rows = session.execute(select(Customer.id, *causes.values())).all()
        found = {row[0]: {cause for cause, there in zip(causes, row[1:], strict=True) if there} for row in rows}
        warned = set(warned_ids(session, today, yard, NOW))
    for one in filled.histories:
        expected = {warning.cause for warning in told(one, today, yard)}
        assert (one.id in warned) is bool(expected), one
        if one.stage is not Stage.LOST:
            assert found[one.id] == expected, one
    assert all(None not in row for row in rows)


def test_there_is_something_of_everything(filled: Filled) -> None:
    """Else the two tests above would compare nothing with nothing."""
    yard = Yardstick(usual=D(30))
    states = {stand_of(buying_of(on for on, _ in one.bought), TODAY, yard).lifecycle for one in filled.histories}
    causes = {warning.cause for one in filled.histories for warning in told(one, TODAY, yard)}
    assert states == set(Lifecycle)
    assert causes == set(Cause)


@MANY
@given(YARDS, DAYS)
def test_signs_of_the_file_are_those_of_the_histories(filled: Filled, yard: Yardstick, today: date) -> None:
    with filled.store.read() as session:
        rows = {row.id: row for row in signs_of(session, [one.id for one in filled.histories], today, yard, NOW)}
    for one in filled.histories:
        row, expected = rows[one.id], signs(one, today, yard.limits)
        assert Spend(row.purchases, row.spent, row.before) == expected.spend
        assert row.last_before == expected.last_before
        assert (row.satisfaction, row.asked_on) == (expected.satisfaction, expected.asked_on)
        assert (row.complaint_by and row.complaint_by.date()) == expected.complaint_since


def test_the_office_s_median_gives_each_customer_one_vote(filled: Filled, tmp_path: Path) -> None:
    with filled.store.read() as session:
        assert usual_gap(session) == office_interval(buying_of(on for on, _ in one.bought) for one in filled.histories)
    path = tmp_path / "新.kezha"
    create_file(path)
    store = open_store(path, version="test", backups=tmp_path)
    with store.read() as session:
        assert usual_gap(session) is None
    put(store, [History([(ago(30), D(1)), (ago(20), D(1))]), History([(ago(30), D(1)), (ago(5), D(1))])])
    with store.read() as session:
        assert usual_gap(session) == D("17.5")
    put(store, [History([(ago(number), D(1)) for number in (9, 6, 3)])])
    with store.read() as session:
        assert usual_gap(session) == 3
    store.close()


@MANY
@given(DAYS)
def test_the_intent_level_is_the_one_of_the_rules(filled: Filled, today: date) -> None:
    with filled.store.read() as session:
        found = {row[0]: row[1] for row in session.execute(select(Customer.id, intent_on(today)))}
    for one in filled.histories:
        level = intent_of(one.by_hand, one.expects_on, today).level
        assert found[one.id] == (None if level is None else level.value)


# In the list


@pytest.fixture
def frame(filled: Filled) -> Frame:
    with filled.store.read() as session:
        return replace(frame_of(session, TODAY, None), now=NOW)


def wanted(frame: Frame, asked: Condition) -> CustomerFilter:
    return CustomerFilter(where=Where(Match.ALL, (asked,)), frame=frame)


def test_customers_are_asked_by_lifecycle_and_by_warning(filled: Filled, frame: Frame) -> None:
    stands = {
        one.id: stand_of(
            buying_of(on for on, _ in one.bought), TODAY, frame.yard, marked_lost=one.stage is Stage.LOST
        ).lifecycle
        for one in filled.histories
    }
    causes = {one.id: {warning.cause for warning in told(one, TODAY, frame.yard)} for one in filled.histories}
    states = (Lifecycle.DORMANT.value, Lifecycle.LOST.value)
    with filled.store.read() as session:

        def found(field: str, op: Op, value: tuple[str, ...] | None = None) -> set[int]:
            return wanted_ids(session, wanted(frame, Condition(field, op, value)))

        assert found("lifecycle", Op.IS, states) == {one for one, state in stands.items() if state.value in states}
        assert found("lifecycle", Op.IS_NOT, states) == {
            one for one, state in stands.items() if state.value not in states
        }
        assert found("warning", Op.FILLED) == {one for one, several in causes.items() if several}
        assert found("warning", Op.EMPTY) == {one for one, several in causes.items() if not several}
        assert found("warning", Op.IS, ("colder",)) == {one for one, them in causes.items() if Cause.COLDER in them}
        assert found("warning", Op.IS_NOT, ("colder",)) == {
            one for one, them in causes.items() if Cause.COLDER not in them
        }
        for asked in (Condition("lifecycle", Op.EMPTY), Condition("warning", Op.AT_LEAST, 3)):
            with pytest.raises(WrongCondition):
                wanted_ids(session, wanted(frame, asked))


def test_the_list_shows_sorts_and_groups_by_what_a_customer_is(filled: Filled, frame: Frame) -> None:
    everybody, order = CustomerFilter(frame=frame), list(Lifecycle)
    with filled.store.read() as session:
        ids = customer_ids(session, everybody, "lifecycle").tolist()
        rows = customer_rows(session, ids, {"lifecycle", "warning", "intent"}, frame)
        states = [order.index(row.more["lifecycle"]) for row in rows]
        assert states == sorted(states)
        assert groups_of(session, everybody, "lifecycle", TODAY) == {
            row.id: row.more["lifecycle"].value for row in rows
        }
        counted = dict(facet_counts(session, everybody, "lifecycle"))
        assert sum(counted.values()) == len(rows)
        levels = dict(facet_counts(session, everybody, "intent"))
        assert levels[None] == sum(row.more["intent"] is None for row in rows)
        with pytest.raises(WrongCondition):
            facet_counts(session, CustomerFilter(), "lifecycle")
        by_warning = customer_rows(session, customer_ids(session, everybody, "warning").tolist(), {"warning"}, frame)
    firsts = [list(Cause).index(row.more["warning"][0]) if row.more.get("warning") else 99 for row in by_warning]
    assert firsts == sorted(firsts)
    causes = {one.id: tuple(warning.cause for warning in told(one, TODAY, frame.yard)) for one in filled.histories}
    assert {row.id: row.more.get("warning", ()) for row in rows} == causes
