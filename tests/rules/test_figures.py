from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.figures import chinese_number, read_number, read_share_off, read_whole


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", "12"),
        ("-3", "-3"),
        ("1,000 箱", "1000"),
        ("5.5千克", "5.5"),
        ("１２", "12"),
        ("200㎡", "200"),
        ("5万件", "50000"),
        (2.0, "2"),
        (125.43999999999998, "125.44"),
        (7, "7"),
    ],
)
def test_quantities(cell: Cell, value: str) -> None:
    assert read_number(cell) == Decimal(value)


@pytest.mark.parametrize("cell", ["约10", "10-20", "abc", "1,2", True, "10多个", "20以上", float("inf")])
def test_what_is_no_certain_number_is_refused(cell: Cell) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_number(cell)
    assert refusal.value.code == "bad_number"


def test_whole_numbers() -> None:
    assert read_whole("50人") == 50
    assert read_whole(30.0) == 30
    assert read_whole(None) is None
    for wrong in ("2.5", "-1", 1e12):
        with pytest.raises(RuleBroken) as refusal:
            read_whole(wrong)
        assert refusal.value.code == "bad_whole_number"


@pytest.mark.parametrize(
    ("cell", "off"),
    [
        ("0.4", "0.4"),
        (0.4, "0.4"),
        (0, "0"),
        ("40%", "0.4"),
        ("8折", "0.2"),
        ("85折", "0.15"),
        ("8.5折", "0.15"),
        ("八五折", "0.15"),
        ("九折", "0.1"),
        ("无", "0"),
    ],
)
def test_a_discount_is_the_share_it_takes_off(cell: Cell, off: str) -> None:
    assert read_share_off(cell) == Decimal(off)


@pytest.mark.parametrize("cell", ["20", 1, "1", "-0.1", "便宜点", "0折", 15.0])
def test_an_unclear_discount_is_refused(cell: Cell) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_share_off(cell, "line.discount")
    assert refusal.value.code == "discount_unclear"
    assert refusal.value.field == "line.discount"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("两", 2),
        ("二〇二六", 2026),
        ("一百零八", 108),
        ("三千", 3000),
        ("", None),
        ("三张", None),
    ],
)
def test_spoken_numbers(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for read in (read_number, read_whole, read_share_off):
        try:
            read(text)
        except RuleBroken:
            continue
