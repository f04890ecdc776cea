"""ID numbers: their check character, their day, and whom they belong to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import Gender
from desktop.rules.errors import RuleBroken
from desktop.rules.id_number import check_character, id_fault, normal_id, read_id

TODAY = date(2026, 3, 5)


def test_the_example_of_the_standard() -> None:
    read = read_id("11010519491231002X", TODAY)
    assert (read.birthday, read.gender, read.region_code) == (date(1949, 12, 31), Gender.FEMALE, "110105")
    assert read_id("440524188001010014", TODAY).gender is Gender.MALE


def test_an_old_number_is_read_too() -> None:
    read = read_id("110105491231002", TODAY)
    assert (read.birthday, read.gender, read.old) == (date(1949, 12, 31), Gender.FEMALE, True)


@pytest.mark.parametrize(("head", "code"), [("81", "810000"), ("82", "820000"), ("83", "710000")])
def test_residence_permits(head: str, code: str) -> None:
    number = f"{head}000019850101001"
    read = read_id(number + check_character(number), TODAY)
    assert read.permit
    assert read.region_code == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "id_number_check"),
        ("11010519490230002X", "id_number_day"),
        ("110105203012310021", "id_number_future"),
        ("1101051949123100", "id_number_length"),
        ("A10105194912310021", "id_number_sign"),
        ("1101051949X2310021", "id_number_sign"),
        ("110105490230002", "id_number_day"),
    ],
)
def test_what_is_wrong_is_said(number: str, code: str) -> None:
    fault = id_fault(number, TODAY)
    assert fault is not None
    assert (fault.code, fault.field) == (code, "id_number")


def test_writing_is_forgiven_and_lost_digits_are_not() -> None:
    assert normal_id(" 110105 19491231 002x ") == "11010519491231002X"
    assert normal_id("１１０１０５１９４９１２３１００２ｘ") == "11010519491231002X"
    with pytest.raises(RuleBroken):
        normal_id(1.10105194912310e17)


@given(
    st.integers(110000, 659999), st.dates(date(1900, 1, 1), date(2026, 3, 5)), st.integers(0, 999), st.integers(0, 17),
    st.integers(1, 9),
)  # fmt: skip
def test_one_wrong_digit_is_always_found(region: int, born: date, serial: int, at: int, off: int) -> None:
    first = f"{region}{born:%Y%m%d}{serial:03}"
    number = first + check_character(first)
    read = read_id(number, TODAY)
    assert read.birthday == born
    assert (read.gender is Gender.MALE) == (serial % 2 == 1)
    if number[at] != "X":
        wrong = number[:at] + str((int(number[at]) + off) % 10) + number[at + 1 :]
        assert id_fault(wrong, TODAY) is not None
