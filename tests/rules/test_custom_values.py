"""Answers to custom fields as text: whatever is written is read back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CalendarKind, CustomKind
from desktop.rules.cells import text_of
from desktop.rules.custom_values import Plain, custom_text, moved_to, options_in, read_custom, renamed_options
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import KeyDay

OPTIONS = ("大", "A、B", "c/d", "<b>R&D</b>")
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40).map(text_of)

ANSWERS: dict[CustomKind, st.SearchStrategy[Plain]] = {
    CustomKind.TEXT: LINE.filter(bool),
    CustomKind.LONG_TEXT: st.lists(LINE.filter(bool), min_size=1, max_size=4).map("\n".join),
    CustomKind.NUMBER: st.decimals(-(10**12), 10**12, allow_nan=False, places=4),
    CustomKind.MONEY: st.decimals(-(10**12), 10**12, allow_nan=False, places=2),
    CustomKind.DATE: st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    CustomKind.CHOICE: st.sampled_from(OPTIONS),
    CustomKind.CHOICES: st.sets(st.sampled_from(OPTIONS), min_size=1).map(
        lambda chosen: tuple(one for one in OPTIONS if one in chosen)
    ),
    CustomKind.YES_NO: st.booleans(),
    CustomKind.KEY_DATE: st.builds(
        lambda month, day, lunar: KeyDay(month, day, None, CalendarKind.LUNAR if lunar else CalendarKind.SOLAR),
        st.integers(1, 12),
        st.integers(1, 28),
        st.booleans(),
    ),
}


@given(st.sampled_from(sorted(ANSWERS)).flatmap(lambda kind: st.tuples(st.just(kind), ANSWERS[kind])))
def test_every_answer_is_read_back_from_its_text(case: tuple[CustomKind, Plain]) -> None:
    kind, value = case
    text = custom_text(value)
    assert read_custom(kind, OPTIONS, text) == value


@given(st.sampled_from(CustomKind), st.text(max_size=60))
def test_any_text_is_an_answer_or_refused(kind: CustomKind, text: str) -> None:
    try:
        value = read_custom(kind, OPTIONS, text)
    except RuleBroken:
        return
    assert value is None or custom_text(value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (CustomKind.NUMBER, "1,234.5", Decimal("1234.5")),
        (CustomKind.MONEY, "￥1.2万", Decimal(12000)),
        (CustomKind.CHOICES, "大；C/D", ("大", "c/d")),
        (CustomKind.CHOICES, "A、B", ("A、B",)),
        (CustomKind.PHONE, "0571-87654321转8", "0571-87654321-8"),
        (CustomKind.KEY_DATE, "农历八月十五", KeyDay(8, 15, None, CalendarKind.LUNAR)),
        (CustomKind.YES_NO, "√", True),
        (CustomKind.TEXT, "  ", None),
    ],
)
def test_cells_are_read_as_an_office_writes_them(kind: CustomKind, text: str, value: Plain | None) -> None:
    assert read_custom(kind, OPTIONS, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (CustomKind.NUMBER, "12 箱"),
        (CustomKind.DATE, "2026-03-05 14:30:00"),
        (CustomKind.YES_NO, "有"),
        (CustomKind.CHOICE, "别的"),
        (CustomKind.TEXT, "两\n行"),
    ],
)
def test_what_would_lose_something_does_not_become_another_kind(kind: CustomKind, text: str) -> None:
    with pytest.raises(RuleBroken):
        moved_to(kind, OPTIONS, text)


def test_options_typed_over_are_renamed() -> None:
    assert options_in(" 甲 \n\n乙\r\n") == ("甲", "乙")
    assert renamed_options(("甲", "乙", "丙"), ("甲", "己", "丙")) == {"乙": "己"}
    assert renamed_options(("甲", "乙"), ("乙", "甲")) == {}
    assert renamed_options(("甲", "乙"), ("甲",)) == {}
