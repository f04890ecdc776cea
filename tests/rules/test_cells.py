from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.cells import Cell, exact_text, is_blank, text_of
from desktop.rules.errors import RuleBroken

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" 王伟 ", "王伟"),
        ("\u202a13800138000\u202c", "13800138000"),
        ("\ufeff名称", "名称"),
        (18926041313.0, "18926041313"),
        (125.43999999999998, "125.44"),
        (0.1, "0.1"),
        (float("nan"), ""),
        (float("inf"), ""),
        (None, ""),
        (True, "TRUE"),
        (7, "7"),
        (date(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 5, 7, 45, 0, 400000), "2026-03-05 07:45:00"),
        (time(7, 45), "07:45:00"),
        (timedelta(hours=1), "1:00:00"),
    ],
)
def test_the_text_is_what_the_reader_of_the_sheet_sees(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@given(CELLS)
def test_every_cell_has_a_text_without_outer_blanks(cell: Cell) -> None:
    assert text_of(cell) == text_of(cell).strip()
    if text_of(cell):
        assert not is_blank(cell)


@pytest.mark.parametrize("cell", [330106199001011234.0, "3.30106E+17", "1.38001E+10", 1e15])
def test_digits_a_spreadsheet_dropped_are_not_made_up(cell: Cell) -> None:
    with pytest.raises(RuleBroken) as refusal:
        exact_text(cell, "customer.number")
    assert refusal.value.code == "digits_lost"
    assert refusal.value.field == "customer.number"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("13085.0", "13085"),
        ("1.3800138000E+10", "13800138000"),
        (999999999999999.0, "999999999999999"),
        (330106199001011234, "330106199001011234"),  # not a float: nothing was lost
        ("1.5", "1.5"),
        ("5E3", "5E3"),  # a room, a product
        ("A.0", "A.0"),
    ],
)
def test_codes_keep_every_digit(cell: Cell, text: str) -> None:
    assert exact_text(cell) == text


def test_an_empty_cell_is_blank_and_zero_is_not() -> None:
    assert is_blank(None)
    assert is_blank(" \u3000\u200b")
    assert is_blank(float("nan"))
    assert not is_blank(0)
    assert not is_blank(False)
    assert not is_blank("0")
