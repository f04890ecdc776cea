"""Conditions: what the file answers is what a plain evaluation of the same customers answers, written apart from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.conditions import Condition, Group, Match, Op, Where, Within
from db.models import (
    Contact,
    Customer,
    CustomerTag,
    CustomField,
    CustomValue,
    FollowUp,
    KeyDate,
    Order,
    Payment,
    Reach,
    Rep,
    Tag,
)
from db.queries.conditions import Frame, WrongCondition, frame_of
from db.queries.customers import CustomerFilter, customer_ids, wanted_ids
from db.store import Doing, Store, create_file, open_store
from db.vocabulary import (
    CalendarKind,
    CustomKind,
    FollowUpKind,
    FollowUpState,
    IntentLevel,
    KeyDateKind,
    OrderKind,
    OrderState,
    ReachKind,
    Source,
    Stage,
)
from tests.db.asked_plainly import TODAY, Known, asked_of

NAMES = ("华东办公", "Abc 贸易", "aBC_100%", "王小明", "海%天", "青禾", "100_店")


@dataclass
class Filled:
    store: Store
    known: list[Known]
    reps: list[int]
    tags: list[int]
    fields: dict[CustomKind, int]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    folder = tmp_path_factory.mktemp("conditions")
    path = Path(folder) / "办.kezha"
    create_file(path)
    store = open_store(path, version="test", backups=folder)
    dice = Random(20261122)
    with store.write(Doing("import")) as session:
        reps, tags = [Rep(name=name) for name in "甲乙丙"], [Tag(name=name) for name in "红黄蓝"]
        kinds = (CustomKind.TEXT, CustomKind.NUMBER, CustomKind.DATE, CustomKind.CHOICES, CustomKind.YES_NO)
        fields = [CustomField(kind=kind, title=kind.value) for kind in kinds]
        session.add_all([*reps, *tags, *fields])
        session.flush()
        made = Filled(store, [], [r.id for r in reps], [t.id for t in tags], {f.kind: f.id for f in fields})
        for _ in range(160):
            made.known.append(draw(session, dice, made))
    yield made
    store.close()


def near(dice: Random, spread: int = 60) -> date:
    return TODAY + timedelta(days=dice.randint(-spread, spread))


def draw(session: Any, dice: Random, made: Filled) -> Known:
    one = Known()
    one.columns = {
        "name": dice.choice(NAMES) + str(dice.randrange(9)),
        "industry": dice.choice((None, "", "办公", "IT", "it 服务")),
        "province": dice.choice((None, "浙江省", "上海市")),
        "stage": dice.choice(list(Stage)),
        "source": dice.choice((None, *Source)),
        "value_tier": dice.choice((None, "A", "B", "C")),
        "intent": dice.choice((None, *IntentLevel)),
        "owner_id": dice.choice((None, *made.reps)),
        "headcount": dice.choice((None, 0, 5, 50)),
        "annual_revenue": dice.choice((None, Decimal("0.00"), Decimal("1000.50"), Decimal("99.99"))),
        "has_need": dice.choice((None, True, False)),
        "founded_on": dice.choice((None, near(dice), TODAY, near(dice, 400))),
    }
    row = Customer(**one.columns)
    session.add(row)
    one.id = row.id
    for _ in range(dice.choice((0, 0, 1, 2))):
        state = dice.choice(list(FollowUpState))
        planned = dice.choice((None, near(dice))) if state is FollowUpState.PLANNED else None
        done = near(dice) if state is FollowUpState.DONE else None
        effective = dice.random() < 0.7
        session.add(
            FollowUp(
                customer_id=one.id,
                kind=FollowUpKind.CALL,
                state=state,
                planned_on=planned,
                done_on=done,
                effective=effective,
            )
        )
        if state is FollowUpState.PLANNED:
            one.planned.append(planned)
        elif state is FollowUpState.DONE and effective:
            one.done.append(done)
    deal(session, dice, one)
    adorn(session, dice, one, made)
    return one


def deal(session: Any, dice: Random, one: Known) -> None:
    for _ in range(dice.choice((0, 1, 2))):
        day, amount = near(dice, 200), Decimal(dice.choice((100, 5000, 99999))) / 100
        state, kind = dice.choice(list(OrderState)), dice.choice(list(OrderKind))
        amount = -amount if kind is OrderKind.RETURN else amount
        session.add(Order(customer_id=one.id, ordered_on=day, kind=kind, state=state, amount=amount))
        if state is OrderState.CONFIRMED:
            one.net += amount
            if kind is OrderKind.PURCHASE:
                one.bought.append((day, amount))
    if dice.random() < 0.5:
        one.paid = Decimal(dice.choice((100, 999, 2000))) / 100
        session.add(Payment(customer_id=one.id, paid_on=TODAY, amount=one.paid))


def adorn(session: Any, dice: Random, one: Known, made: Filled) -> None:
    for tag in made.tags:
        if dice.random() < 0.4:
            session.add(CustomerTag(customer_id=one.id, tag_id=tag))
            one.tags.add(tag)
    for active in (True, False):
        if dice.random() < 0.5:
            name = dice.choice(NAMES)
            session.add(Contact(customer_id=one.id, name=name, active=active))
            one.people += [name] if active else []
    if dice.random() < 0.5:
        way = dice.choice((ReachKind.MOBILE, ReachKind.QQ))
        session.add(Reach(customer_id=one.id, kind=way, value="13800138000"))
        one.phone = way is ReachKind.MOBILE
    if dice.random() < 0.5:
        calendar = dice.choice(list(CalendarKind))
        day = dice.choice((near(dice), date(2024, 2, 29)))
        session.add(
            KeyDate(customer_id=one.id, kind=KeyDateKind.OTHER, calendar=calendar, month=day.month, day=day.day)
        )
        one.days.append((calendar, day.month, day.day))
    for kind, number in made.fields.items():
        if dice.random() < 0.6:
            answer = {
                CustomKind.TEXT: dice.choice(NAMES),
                CustomKind.NUMBER: Decimal(dice.randrange(100)) / 4,
                CustomKind.DATE: near(dice),
                CustomKind.CHOICES: "\n".join(dice.sample(("甲", "乙", "甲乙"), dice.choice((1, 2)))),
                CustomKind.YES_NO: Decimal(dice.choice((0, 1))),
            }[kind]
            name = {CustomKind.DATE: "day", CustomKind.NUMBER: "number", CustomKind.YES_NO: "number"}.get(kind, "text")
            session.add(CustomValue(customer_id=one.id, field_id=number, **{name: answer}))
            one.answers[number] = answer


# Random questions

TEXTS = st.sampled_from(("华", "abc", "ABC", "%", "_", "100", "", "东办", "\\", "/", "' OR 1=1 --"))
COUNTS = st.integers(0, 90)
AMOUNTS = st.sampled_from((Decimal("0.00"), Decimal("1.00"), Decimal("50.00"), Decimal("1000.50"), Decimal("-1.00")))
DAYS = st.integers(-60, 60).map(lambda n: TODAY + timedelta(days=n))
PLAIN_DAYS = (Op.BEFORE_TODAY, Op.TODAY, Op.THIS_WEEK, Op.THIS_MONTH, Op.NEXT_MONTH, Op.THIS_YEAR, Op.EMPTY, Op.FILLED)
COUNTED = (Op.NEXT_DAYS, Op.LAST_DAYS, Op.OLDER_DAYS)


def ask(name: str, ops: tuple[Op, ...], values: st.SearchStrategy[Any] | None = None) -> st.SearchStrategy[Condition]:
    return st.builds(Condition, st.just(name), st.sampled_from(ops), st.none() if values is None else values)


def words(name: str, known: tuple[Any, ...]) -> st.SearchStrategy[Condition]:
    some = st.lists(st.sampled_from(known), max_size=3).map(tuple)
    return ask(name, (Op.IS, Op.IS_NOT), some) | ask(name, (Op.EMPTY, Op.FILLED))


def texts(name: str) -> st.SearchStrategy[Condition]:
    return ask(name, (Op.IS, Op.IS_NOT, Op.CONTAINS, Op.LACKS, Op.STARTS), TEXTS) | ask(name, (Op.EMPTY, Op.FILLED))


def numbers(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Condition]:
    return ask(name, (Op.AT_LEAST, Op.AT_MOST), values) | ask(name, (Op.EMPTY, Op.FILLED))


def days(name: str, *, silent: bool = True) -> st.SearchStrategy[Condition]:
    counted = (*COUNTED, Op.NOT_FOR_DAYS) if silent else COUNTED
    return ask(name, PLAIN_DAYS) | ask(name, counted, COUNTS) | ask(name, (Op.AT_LEAST, Op.AT_MOST), DAYS)


def questions(made: Filled) -> st.SearchStrategy[Condition]:
    own = {kind: f"custom.{number}" for kind, number in made.fields.items()}
    return st.one_of(
        texts("name"), texts("industry"), texts("province"), texts("contact"), texts(own[CustomKind.TEXT]),
        words("stage", tuple(one.value for one in Stage)), words("source", tuple(one.value for one in Source)),
        words("value_tier", ("A", "B", "Z")), words("intent", ("A", "E")), words("owner_id", ("me", *made.reps)),
        words("province", ("浙江省", "江苏省")), words(own[CustomKind.CHOICES], ("甲", "乙", "甲乙", "丙")),
        words("tags", tuple(made.tags)), ask("tags", (Op.ALL_OF,), st.sets(st.sampled_from(made.tags)).map(tuple)),
        numbers("headcount", COUNTS), numbers("annual_revenue", AMOUNTS), numbers("purchases", AMOUNTS),
        numbers("owed", AMOUNTS), numbers(own[CustomKind.NUMBER], st.sampled_from((Decimal(5), Decimal("12.25")))),
        ask("purchases", (Op.AT_LEAST, Op.AT_MOST), st.builds(Within, AMOUNTS, COUNTS)),
        ask("has_need", (Op.YES, Op.NO)), ask(own[CustomKind.YES_NO], (Op.YES, Op.NO, Op.EMPTY, Op.FILLED)),
        days("founded_on"), days("next_step", silent=False), days("last_contact"), days("last_purchase"),
        days(own[CustomKind.DATE]), ask("phone", (Op.EMPTY, Op.FILLED)),
        ask("key_date", (Op.TODAY, Op.THIS_MONTH, Op.NEXT_MONTH, Op.EMPTY, Op.FILLED)),
        ask("key_date", (Op.NEXT_DAYS,), COUNTS),
    )  # fmt: skip


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_the_file_answers_as_plain_reading_does(filled: Filled, data: st.DataObject) -> None:
    asked, match = questions(filled), st.sampled_from(list(Match))
    group = st.builds(Group, match, st.lists(asked, min_size=1, max_size=3).map(tuple))
    parts = st.lists(asked | group, max_size=4).map(tuple)
    where = data.draw(st.builds(Where, match, parts))
    me = data.draw(st.sampled_from((None, filled.reps[0])))
    with filled.store.read() as session:
        wanted = CustomerFilter(where=where, frame=frame_of(session, TODAY, me))
        found = wanted_ids(session, wanted)
        assert list(customer_ids(session, wanted, "created")) == sorted(found)
    assert found == {one.id for one in filled.known if asked_of(one, where, me)}


def test_a_day_by_the_moon_is_found_when_its_day_is_told(filled: Filled) -> None:
    lunar = {one.id for one in filled.known if any(c is CalendarKind.LUNAR for c, _, _ in one.days)}
    everyday = {one.id: one.days for one in filled.known if one.id in lunar}
    assert lunar
    # A moon that goes with the sun: then the days of lunar records are found as solar ones are.
    frame = Frame(TODAY, moon=lambda day: [(day.month, day.day, False)])
    asked = Condition("key_date", Op.NEXT_DAYS, 20)
    with filled.store.read() as session:
        found = wanted_ids(session, CustomerFilter(where=Where(Match.ALL, (asked,)), frame=frame))
    near_ones = {
        one
        for one, kept in everyday.items()
        for _, month, day in kept
        if 0 <= (date(2026, month, min(day, 28)) - TODAY).days <= 20
    }
    assert near_ones <= found


def test_what_was_made_today_is_of_this_month(filled: Filled) -> None:
    frame = Frame(date.today())
    with filled.store.read() as session:
        for op, value in ((Op.TODAY, None), (Op.THIS_MONTH, None), (Op.LAST_DAYS, 1), (Op.AT_LEAST, date.today())):
            asked = Where(Match.ALL, (Condition("created", op, value),))
            assert len(wanted_ids(session, CustomerFilter(where=asked, frame=frame))) == len(filled.known)
        asked = Where(Match.ALL, (Condition("created", Op.OLDER_DAYS, 1),))
        assert not wanted_ids(session, CustomerFilter(where=asked, frame=frame))


@pytest.mark.parametrize(
    "asked",
    [
        Condition("no_such", Op.EMPTY),
        Condition("custom.5", Op.EMPTY),
        Condition("custom.x", Op.EMPTY),
        Condition("phone", Op.IS, "1"),
        Condition("tags", Op.CONTAINS, "x"),
        Condition("name", Op.AT_LEAST),
        Condition("key_date", Op.AT_LEAST, TODAY),
        Condition("purchases", Op.CONTAINS, "x"),
    ],
)
def test_what_cannot_be_asked_is_refused(filled: Filled, asked: Condition) -> None:
    with filled.store.read() as session, pytest.raises(WrongCondition):
        wanted_ids(session, CustomerFilter(where=Where(Match.ALL, (asked,)), frame=frame_of(session, TODAY, None)))
