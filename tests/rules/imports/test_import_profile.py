from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import FIELDS, ImportKind
from desktop.rules.imports.profile import Profile, columns_of, read_profile, write_profile

CDNOW = """
as = "orders"
header = 0
delimiter = "space"
where = ["5 > 0"]
match = ["customer.number"]

[columns]
customer.number = "2"
order.date = 3
"line.quantity" = "4"
line.amount = "5"
"""


def test_a_map_for_a_file_without_header() -> None:
    profile = read_profile(CDNOW)
    assert (profile.kind, profile.header, profile.delimiter) == (ImportKind.ORDERS, 0, "space")
    assert profile.where == ("5 > 0",)
    matches = columns_of(profile, None, 5)
    assert [match.field for match in matches] == [None, "customer.number", "order.date", "line.quantity", "line.amount"]
    assert {match.why for match in matches} == {"asked", "not_asked"}


def test_columns_by_header_many_and_skipped() -> None:
    profile = read_profile(
        '[columns]\ncustomer.name = "客户名称"\ncustomer.number = "客户名称"\n'
        'customer.phone = ["电话", 3]\nskip = "备注"\n'
    )
    matches = columns_of(profile, ["客户名称", "电话", "手机", "备注", "其他"], 5)
    assert [(match.column_index, match.field) for match in matches] == [
        (0, "customer.name"),
        (0, "customer.number"),
        (1, "customer.phone"),
        (2, "customer.phone"),
        (3, None),
        (4, None),
    ]
    with pytest.raises(RuleBroken) as refusal:
        columns_of(profile, ["名称"], 1)
    assert (refusal.value.code, refusal.value.field) == ("unknown_column", "customer.name")


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("as = ", "profile_unreadable", None),
        ("sheeet = 1", "profile_unknown_key", "sheeet"),
        ('as = "kunden"', "profile_bad_value", "as"),
        ("as = 1", "profile_bad_value", "as"),
        ("sheet = 0", "profile_bad_value", "sheet"),
        ("sheet = true", "profile_bad_value", "sheet"),
        ("header = -1", "profile_bad_value", "header"),
        ('header = "1"', "profile_bad_value", "header"),
        ('delimiter = "|"', "profile_bad_value", "delimiter"),
        ('encoding = "utf-99"', "profile_bad_value", "encoding"),
        ("encoding = 5", "profile_bad_value", "encoding"),
        ('where = "1 > 0"', "profile_bad_value", "where"),
        ('where = ["nonsense"]', "bad_condition", "where"),
        ('match = ["customer.nummer"]', "profile_unknown_field", "customer.nummer"),
        ("columns = 5", "profile_bad_value", "columns"),
        ('[columns]\ncustomer.nam = "A"', "profile_unknown_field", "customer.nam"),
        ("[columns]\ncustomer.name = 1.5", "profile_bad_value", "customer.name"),
        ('[columns]\ncustomer.name = ""', "profile_bad_value", "customer.name"),
        ("[columns]\ncustomer.name = 0", "profile_bad_value", "customer.name"),
        ('[columns]\ncustomer.name = ["A", "B"]', "profile_bad_value", "customer.name"),
        ("[columns]\ncustomer.phone = []", "profile_bad_value", "customer.phone"),
        ('as = "customers"\n[columns]\nline.amount = "A"', "profile_field_not_of_kind", "line.amount"),
    ],
)
def test_mistakes_are_named_by_their_key(text: str, code: str, key: str | None) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_profile(text)
    assert (refusal.value.code, refusal.value.field) == (code, key)


def test_a_slip_in_a_name_finds_its_neighbour() -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_profile('[columns]\ncustomer.nam = "A"')
    assert refusal.value.facts["near"] == "customer.name"


def test_nothing_said_means_find_out() -> None:
    assert read_profile("") == Profile()
    assert read_profile("\ufeff# a note\n") == Profile()


SINGLE = sorted(key for key, field in FIELDS.items() if not field.many)
MANY = sorted(key for key, field in FIELDS.items() if field.many)
WORDS = st.text(min_size=1, max_size=10).filter(lambda text: bool(text.strip()))
COLUMN = st.one_of(WORDS, st.integers(1, 200))
PROFILES = st.builds(
    Profile,
    sheet=st.one_of(st.none(), WORDS, st.integers(1, 99)),
    header=st.one_of(st.none(), st.integers(0, 99)),
    delimiter=st.sampled_from([None, ",", ";", "tab", "space"]),
    encoding=st.sampled_from([None, "gb18030", "utf-8"]),
    where=st.lists(st.sampled_from(["1 > 0", "客户 \\ ID is set", 'a "b" starts C']), max_size=2).map(tuple),
    match=st.lists(st.sampled_from(SINGLE), max_size=2).map(tuple),
    columns=st.one_of(
        st.dictionaries(st.sampled_from(SINGLE), COLUMN.map(lambda column: (column,)), max_size=4),
        st.dictionaries(st.sampled_from(MANY), st.lists(COLUMN, min_size=1, max_size=3).map(tuple), max_size=4),
    ),
)


@given(PROFILES)
def test_what_is_written_is_read_back(profile: Profile) -> None:
    assert read_profile(write_profile(profile)) == profile


@given(st.text())
def test_any_text_is_a_profile_or_refused(text: str) -> None:
    with contextlib.suppress(RuleBroken):
        read_profile(text)
