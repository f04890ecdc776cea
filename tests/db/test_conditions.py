"""Conditions: what the file answers is what a plain evaluation of the same customers answers, written apart from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
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

TODAY = date(2026, 11, 22)
NAMES = ("华东办公", "Abc 贸易", "aBC_100%", "王小明", "海%天", "青禾", "100_店")


@dataclass
class Known:
    """One customer as plain values."""

    id: int = 0
    columns: dict[str, Any] = field(default_factory=dict)
    planned: list[date | None] = field(default_factory=list)
    done: list[date | None] = field(default_factory=list)  # effective ones
    bought: list[tuple[date, Decimal]] = field(default_factory=list)
    net: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    tags: set[int] = field(default_factory=set)
    people: list[str] = field(default_factory=list)
    phone: bool = False
    days: list[tuple[CalendarKind, int, int]] = field(default_factory=list)
    answers: dict[int, Any] = field(default_factory=dict)


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


# The same questions in plain words


def is_word(value: Any, op: Op, wanted: Any, me: int | None) -> bool:
    meant = {me if one == "me" else one for one in wanted}
    return {
        Op.IS: value is not None and value in meant,
        Op.IS_NOT: value is None or value not in meant,
        Op.EMPTY: value in (None, ""),
        Op.FILLED: value not in (None, ""),
    }[op]


def is_text(value: str | None, op: Op, wanted: Any) -> bool:
    text, part = (value or "").lower(), (wanted or "").lower()
    return {
        Op.IS: text == part,
        Op.IS_NOT: text != part,
        Op.CONTAINS: part in text,
        Op.LACKS: part not in text,
        Op.STARTS: text.startswith(part),
        Op.EMPTY: not text,
        Op.FILLED: bool(text),
    }[op]


def is_number(value: Any, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return (value is None) is (op is Op.EMPTY)
    return value is not None and (value >= wanted if op is Op.AT_LEAST else value <= wanted)


def is_day(value: date | None, op: Op, wanted: Any) -> bool:
    if op is Op.EMPTY or value is None:
        return value is None and op in (Op.EMPTY, Op.NOT_FOR_DAYS)
    ahead = (value - TODAY).days
    month = value.year * 12 + value.month - TODAY.year * 12 - TODAY.month
    match op:
        case Op.FILLED:
            return True
        case Op.AT_LEAST:
            return bool(value >= wanted)
        case Op.AT_MOST:
            return bool(value <= wanted)
        case Op.BEFORE_TODAY:
            return ahead < 0
        case Op.TODAY:
            return ahead == 0
        case Op.NEXT_DAYS:
            return bool(0 <= ahead <= wanted)
        case Op.LAST_DAYS:
            return bool(-wanted <= ahead <= 0)
        case Op.OLDER_DAYS | Op.NOT_FOR_DAYS:
            return bool(ahead < -wanted)
        case Op.THIS_WEEK:
            return value.isocalendar()[:2] == TODAY.isocalendar()[:2]
        case Op.THIS_YEAR:
            return value.year == TODAY.year
    return month == {Op.THIS_MONTH: 0, Op.NEXT_MONTH: 1}[op]


def is_step(one: Known, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return bool(one.planned) is (op is Op.FILLED)
    days = [day for day in one.planned if day is not None]
    return bool(days) and is_day(min(days), op, wanted)


def is_amount(total: Decimal, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return (total > 0) is (op is Op.FILLED)
    return bool(total >= wanted if op is Op.AT_LEAST else total <= wanted)


def bought(one: Known, asked: Condition) -> bool:
    wanted = asked.value
    if isinstance(wanted, Within):
        total = sum((m for d, m in one.bought if 0 <= (TODAY - d).days <= wanted.days), Decimal(0))
        return is_amount(total, asked.op, wanted.amount)
    return is_amount(sum((m for _, m in one.bought), Decimal(0)), asked.op, wanted)


def tagged(one: Known, op: Op, wanted: Any) -> bool:
    return {
        Op.IS: bool(one.tags & set(wanted or ())),
        Op.IS_NOT: not one.tags & set(wanted or ()),
        Op.ALL_OF: set(wanted or ()) <= one.tags,
        Op.EMPTY: not one.tags,
        Op.FILLED: bool(one.tags),
    }[op]


def keyed(one: Known, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return bool(one.days) is (op is Op.FILLED)
    for calendar, month, day in one.days:
        for year in (TODAY.year, TODAY.year + 1) if calendar is not CalendarKind.LUNAR else ():
            try:
                on = date(year, month, day)
            except ValueError:
                on = date(year, 2, 28)
            if is_day(on, op, wanted):
                return True
    return False


def named(one: Known, op: Op, wanted: Any) -> bool:
    if op in (Op.EMPTY, Op.FILLED):
        return bool(one.people) is (op is Op.FILLED)
    if op in (Op.LACKS, Op.IS_NOT):
        return not named(one, {Op.LACKS: Op.CONTAINS, Op.IS_NOT: Op.IS}[op], wanted)
    return any(is_text(name, op, wanted) for name in one.people)


def answered(value: Any, asked: Condition) -> bool:
    op, wanted = asked.op, asked.value
    if op in (Op.EMPTY, Op.FILLED):
        return (value is None) is (op is Op.EMPTY)
    if isinstance(wanted, tuple):
        chosen = set((value or "").split("\n")) & set(wanted)
        return bool(chosen) is (op is Op.IS)
    if op in (Op.YES, Op.NO):
        return value is not None and value == (1 if op is Op.YES else 0)
    if value is None:
        return op in (Op.LACKS, Op.IS_NOT, Op.NOT_FOR_DAYS)
    if isinstance(value, date):
        return is_day(value, op, wanted)
    return is_number(value, op, wanted) if isinstance(value, Decimal) else is_text(value, op, wanted)


def holds(one: Known, asked: Condition, me: int | None) -> bool:
    op, wanted = asked.op, asked.value
    match asked.field:
        case "next_step":
            return is_step(one, op, wanted)
        case "last_contact":
            return is_day(max((d for d in one.done if d), default=None), op, wanted)
        case "last_purchase":
            return is_day(max((d for d, _ in one.bought), default=None), op, wanted)
        case "purchases":
            return bought(one, asked)
        case "owed":
            return is_amount(max(one.net - one.paid, Decimal(0)) if one.paid else Decimal(0), op, wanted)
        case "tags":
            return tagged(one, op, wanted)
        case "phone":
            return one.phone is (op is Op.FILLED)
        case "contact":
            return named(one, op, wanted)
        case "key_date":
            return keyed(one, op, wanted)
        case "created":
            return is_day(date.today(), op, wanted) if op is not Op.TODAY else False
    if asked.field.startswith("custom."):
        return answered(one.answers.get(int(asked.field.removeprefix("custom."))), asked)
    value = one.columns[asked.field]
    if op in (Op.YES, Op.NO):
        return value is (op is Op.YES)
    if isinstance(wanted, tuple) or asked.field in ("stage", "source", "owner_id", "value_tier", "intent"):
        return is_word(value, op, wanted or (), me)
    if asked.field == "founded_on":
        return is_day(value, op, wanted)
    return (is_number if asked.field in ("headcount", "annual_revenue") else is_text)(value, op, wanted)


def asked_of(known: Known, where: Where, me: int | None) -> bool:
    def part(one: Any) -> bool:
        if isinstance(one, Group):
            return of(one.match)(holds(known, each, me) for each in one.conditions)
        return holds(known, one, me)

    return of(where.match)(part(one) for one in where.parts) if where.parts else True


def of(match: Match) -> Callable[[Any], bool]:
    return all if match is Match.ALL else any


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
    frame = Frame(TODAY, moon=lambda day: (day.month, day.day, False))
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
