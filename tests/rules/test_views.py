"""Views: what is stored comes back, what is not known is named, and what is asked reads as a sentence."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.conditions import ME, Condition, Group, Match, Op, Where, Within
from db.models import Customer
from db.vocabulary import CalendarKind, CustomKind
from desktop.paths import resources
from desktop.rules.condition_words import op_title, sentence
from desktop.rules.conditions import OPS, Asked, Kind, Needs, custom_asked, fault_of, fields_with, moon_days, needs
from desktop.rules.key_days import KeyDay
from desktop.rules.occurrences import next_occurrence
from desktop.rules.views import BUILT_IN, View, read_view, written
from desktop.words import Catalogue

FIELDS = fields_with(
    [custom_asked(7, "设备型号", CustomKind.TEXT), custom_asked(8, "渠道", CustomKind.CHOICE, ("甲",))]
)
ENGLISH = Catalogue("en", {})
CHINESE = Catalogue.load("zh_CN", resources() / "i18n")


def values_of(wanted: Needs) -> st.SearchStrategy[Any]:
    money = st.decimals(-1_000_000, 1_000_000, places=2)
    return {
        Needs.NOTHING: st.none(),
        Needs.TEXT: st.text(min_size=1, max_size=200),
        Needs.CHOICE: st.lists(st.text(max_size=9) | st.integers(), min_size=1, max_size=4).map(tuple),
        Needs.DAYS: st.integers(0, 36_500),
        Needs.NUMBER: st.integers(),
        Needs.PERCENT: st.integers(0, 100),
        Needs.MONEY: money,
        Needs.DECIMAL: money,
        Needs.DAY: st.dates(),
        Needs.WITHIN: st.builds(Within, money, st.integers(0, 36_500)),
    }[wanted]


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    field = draw(st.sampled_from(list(FIELDS.values())))
    op = draw(st.sampled_from(OPS[field.kind]))
    return Condition(field.key, op, draw(values_of(needs(field.kind, op))))


MATCH = st.sampled_from(list(Match))
PARTS = conditions() | st.builds(Group, MATCH, st.lists(conditions(), min_size=1, max_size=3).map(tuple))
VIEWS = st.builds(
    View,
    st.builds(Where, MATCH, st.lists(PARTS, max_size=5).map(tuple)),
    st.lists(st.tuples(st.text(max_size=9), st.integers(1, 900)), max_size=4).map(tuple),
    st.none() | st.tuples(st.text(max_size=9), st.booleans()),
    st.text(max_size=9),
    st.lists(st.text(max_size=9), max_size=3).map(tuple),
)


@given(VIEWS)
def test_what_is_stored_comes_back(view: View) -> None:
    found = read_view(written(view), FIELDS)
    assert found.view == view
    assert found.unknown == ()


KEYS = [
    "match",
    "parts",
    "field",
    "op",
    "value",
    "where",
    "columns",
    "sort",
    "version",
    "day",
    "number",
    "amount",
    "days",
]


def deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), deeper, max_leaves=20))
def test_anything_at_all_is_read(kept: Any) -> None:
    read_view(json.dumps(kept), FIELDS)
    asked = {"field": "name", **(kept if isinstance(kept, dict) else {})}
    read_view(json.dumps({"version": 1, "where": {"match": "all", "parts": [kept, asked]}}), FIELDS)


def asking(part: str) -> str:
    return f'{{"version": 1, "where": {{"match": "all", "parts": [{part}]}}}}'


@pytest.mark.parametrize(
    ("kept", "named"),
    [
        ("no json", "content"),
        ("[" * 5000, "content"),
        ('{"version": 9, "where": {"match": "all", "parts": []}}', "version"),
        ('{"version": 1}', "where"),
        ('{"version": 1, "where": {"match": "most", "parts": []}}', "match"),
        (asking('{"field": "mood", "op": "is"}'), "mood"),
        (asking('{"field": "name", "op": "rhymes"}'), "name"),
        (asking('{"field": "stage", "op": "is", "value": 5}'), "stage"),
        (asking('{"field": "owed", "op": "at_least", "value": {"number": "NaN"}}'), "owed"),
        (asking("7"), "condition"),
    ],
)
def test_what_is_not_known_is_named(kept: str, named: str) -> None:
    found = read_view(kept, FIELDS)
    assert named in found.unknown
    assert found.view.where.parts == ()


def test_the_rest_of_a_view_with_unknown_parts_stands() -> None:
    known = Condition("last_contact", Op.NOT_FOR_DAYS, 30)
    text = written(View(Where(Match.ALL, (known, Condition("custom.99", Op.EMPTY)))))
    found = read_view(text, FIELDS)
    assert found.view.where.parts == (known,)
    assert found.unknown == ("custom.99",)


def test_every_column_of_the_card_can_be_asked() -> None:
    own = {"id", "id_number_id"}  # what is derived is asked as "last_purchase", "lifecycle", …
    columns = {column.key for column in Customer.__table__.c if not column.info.get("derived")}
    assert columns - own <= set(FIELDS)


def test_every_operator_has_its_words() -> None:
    for kind in Kind:
        for op in OPS[kind]:
            assert op_title(kind, op)
            asked = Condition("x", op, None)
            assert sentence(Where(Match.ALL, (asked,)), {"x": Asked("x", "X", kind)}, lambda *_: "", CHINESE)


def test_the_views_every_office_has_can_be_asked() -> None:
    assert len({one.key for one in BUILT_IN}) == len(BUILT_IN)
    for one in BUILT_IN:
        assert [fault_of(each, FIELDS) for each in one.view.where.each()] == [""] * len(one.view.where.each())


def test_a_view_reads_as_a_sentence() -> None:
    where = Where(
        Match.ALL,
        (
            Condition("value_tier", Op.IS, ("A", "B")),
            Condition("last_contact", Op.NOT_FOR_DAYS, 30),
            Group(Match.ANY, (Condition("owner_id", Op.IS, (ME, 5)), Condition("stage", Op.IS_NOT, ("won",)))),
            Condition("recent_purchases", Op.AT_LEAST, Within(Decimal("1234.00"), 90)),
        ),
    )

    def names(key: str, one: str | int) -> str:
        return "林晓" if key == "owner_id" else str(one)

    assert sentence(where, FIELDS, names, ENGLISH) == (
        "Value tier is A, B and not contacted for 30 days and (Rep in charge is me, 林晓 or Stage is not Won)"
        " and bought for at least ￥1,234 in 90 days"
    )
    assert sentence(where, FIELDS, names, CHINESE) == (
        "价值等级为A、B 且 30 天未联系 且 （负责业务员为我、林晓 或 阶段不是成交）"
        " 且 购买额不少于 ￥1,234（最近 90 天）"
    )
    assert sentence(Where(), FIELDS, names, CHINESE) == ""


MOONS = st.tuples(st.integers(1, 12), st.integers(1, 30), st.booleans())


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), MOONS, st.integers(0, 60))
def test_days_of_the_moon_are_kept_when_the_card_says(today: date, moon: tuple[int, int, bool], ahead: int) -> None:
    month, day, leap = moon
    known = next_occurrence(KeyDay(month, day, None, CalendarKind.LUNAR, leap), today)
    span = [today + timedelta(days=n) for n in range(ahead + 1)]
    within = any((month, day, leap) in moon_days(one) for one in span)
    assert within == (known is not None and known.on <= span[-1])
