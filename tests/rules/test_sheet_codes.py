"""The codes on a sheet of the day: what is printed is read back, whatever scanner or input method typed it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.sheet_codes import Names, SheetCode, read_code

IDS = st.integers(0, 2**63 - 1)
CODES = st.one_of(
    st.builds(SheetCode, st.sampled_from([Names.FOLLOW_UP, Names.CUSTOMER]), IDS),
    st.builds(SheetCode, st.just(Names.SHEET), IDS, st.dates(date(1900, 1, 1), date(2999, 12, 31))),
)
DENSEST = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@given(CODES)
def test_a_code_is_read_back(code: SheetCode) -> None:
    assert read_code(code.text) == code


@given(CODES)
def test_it_is_the_smallest_kind_of_code(code: SheetCode) -> None:
    assert set(code.text) <= DENSEST
    assert code.names is Names.SHEET or len(code.text) <= 20  # what 21 × 21 squares hold at level M


def test_what_hands_and_input_methods_make_of_it_is_read_too() -> None:
    code = SheetCode(Names.FOLLOW_UP, 123_456_789_012)
    full = "".join(chr(ord(sign) + 0xFEE0) for sign in code.text)
    assert read_code(f"  {code.text.lower()} ") == code
    assert read_code(full) == code


@pytest.mark.parametrize(
    "text",
    [
        "", "7", "K0001", "KZF", "KZF:", "KZX:1", "KZF:20261122-1", "KZS:1", "KZS:20261322-1", "KZS:2026-1",
        "KZF:ZZZZZZZZZZZZZ", "KZF:12345678901234", "KZF:1 KZF:2", "XKZF:1", "KZF:-1", "ＫＺ",
    ],
)  # fmt: skip
def test_anything_else_is_no_code(text: str) -> None:
    assert read_code(text) is None
