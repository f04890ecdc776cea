from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.columns import column_index
from desktop.rules.imports.conditions import all_hold, check_condition, parse_condition

HEADER = ["Invoice", "Customer ID", "数量", "金额 (元)", "is set", "a > b", "not sold", ""]


def holds(text: str, *row: Cell, header: list[str] | None = None) -> bool:
    return parse_condition(text, header if header is not None else HEADER, len(row)).holds(row)


@pytest.mark.parametrize(
    ("text", "row", "wanted"),
    [
        ("Customer ID is set", ("1", "13085"), True),
        ("Customer ID is set", ("1", " \u3000"), False),
        ("Customer ID is set", ("1", None), False),
        ("Customer ID is set", ("1",), False),
        ("Customer ID is set", ("1", 0.0), True),
        ("Customer ID is empty", ("1", ""), True),
        ("not Customer ID is empty", ("1", "5"), True),
        ("Customer ID = 13085", ("1", 13085.0), True),
        ("Customer ID = 13085", ("1", "13085"), True),
        ("Customer ID = 13085", ("1", "13085.0"), False),
        ('Customer ID = "13085"', ("1", "13085"), True),
        ("Invoice starts C", ("C489449", ""), True),
        ("not Invoice starts C", ("C489449", ""), False),
        ("not  Invoice starts C", (489434.0, ""), True),
        ("数量 > 0", ("", "", "5"), True),
        ("数量 > 0", ("", "", "-5"), False),
        ("数量>=5", ("", "", 5.0), True),
        ("数量 < 5", ("", "", "４"), True),
        ("数量 <= 1,000", ("", "", "￥999.50"), True),
        ("数量 > 0", ("", "", "许多"), False),
        ("not 数量 > 0", ("", "", "许多"), True),
        ("数量 > 0", ("", "", None), False),
        ("数量 > 0", ("", "", True), False),
        ("数量 > 0", ("", "", "nan"), False),
        ("金额 (元) > -5", ("", "", "", "0"), True),
        ("金额(元) > -5", ("", "", "", "0"), True),
        ("3 > 0", ("", "", "5"), True),
        ("is set is set", ("", "", "", "", "x"), True),
        ("a > b > 1", ("", "", "", "", "", "2"), True),
        ("not sold = 是", ("", "", "", "", "", "", "是"), True),
        ("not not sold = 是", ("", "", "", "", "", "", "是"), False),
    ],
)
def test_conditions(text: str, row: tuple[Cell, ...], wanted: bool) -> None:
    assert holds(text, *row) is wanted


def test_columns_by_number_where_there_is_no_header() -> None:
    assert parse_condition("2 starts 19", None, 3).holds(("1", "19970101", "x"))
    with pytest.raises(RuleBroken) as refusal:
        parse_condition("4 is set", None, 3)
    assert refusal.value.code == "unknown_column"


@pytest.mark.parametrize(
    "text", ["", "Invoice", "Invoice is", "Invoice = ", "Invoice starts ", "数量 > viel", "> 5", "is set", "数量 ~ 5"]
)
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        check_condition(text)
    assert (refusal.value.code, refusal.value.facts["text"]) == ("bad_condition", text)


def test_an_unknown_column_is_said_with_those_there_are() -> None:
    with pytest.raises(RuleBroken) as refusal:
        parse_condition("Kunde is set", HEADER)
    assert refusal.value.code == "unknown_column"
    assert refusal.value.facts["column"] == "Kunde"
    assert "Customer ID" in str(refusal.value.facts["known"])


def test_several_must_all_hold() -> None:
    wanted = all_hold(parse_condition(text, HEADER) for text in ("Customer ID is set", "数量 > 0"))
    assert wanted(("1", "5", "1"))
    assert not wanted(("1", "", "1"))
    assert not wanted(("1", "5", "0"))
    assert all_hold([])(("anything",))


def test_columns_by_their_text_then_loosely_then_by_number() -> None:
    header = ["客户名称*", "城市", "城市", "2019"]
    assert column_index("客户名称*", header, 4) == 0
    assert column_index("客户名称", header, 4) == 0
    assert column_index("城市", header, 4) == 1
    assert column_index("3", header, 4) == 2
    assert column_index("2019", header, 4) == 3
    assert column_index(4, header, 4) == 3
    for wrong in ("5", "0", "省", "", 0, -1):
        with pytest.raises(RuleBroken):
            column_index(wrong, header, 4)


CELLS = st.one_of(st.none(), st.text(max_size=8), st.floats(), st.integers(), st.booleans(), st.datetimes())


@given(st.sampled_from(["1 is set", "1 = 5", "1 starts C", "1 > 0", "1 <= 2.5"]), st.lists(CELLS, max_size=2))
def test_not_turns_every_answer_round(text: str, row: list[Cell]) -> None:
    assert parse_condition(text, None, 1).holds(row) is not parse_condition(f"not {text}", None, 1).holds(row)


@given(st.text())
def test_any_text_is_a_condition_or_refused(text: str) -> None:
    try:
        condition = parse_condition(text, HEADER, 8)
    except RuleBroken as refusal:
        if refusal.code not in ("bad_condition", "unknown_column"):
            raise
    else:
        condition.holds(("1", "2"))
