from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.credit_code import check_character, code_fault, normal_code, read_credit_code
from desktop.rules.errors import RuleBroken

REASONS = {
    "check character wrong": "credit_code_check",
    "two neighbouring characters swapped": "credit_code_check",
    "contains a letter that never occurs (I O S V Z)": "credit_code_sign",
    "17 characters": "credit_code_length",
    "19 characters": "credit_code_length",
}


def test_all_valid_codes_pass_and_all_invalid_ones_say_why(shared_data: Path) -> None:
    rows = list(csv.DictReader((shared_data / "customers_cn/identifiers/uscc.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 150
    for row in rows:
        fault = code_fault(row["code"])
        if row["expected"] == "valid":
            assert fault is None, row
            assert read_credit_code(row["code"]) == row["code"]
        elif row["why"].startswith("full-width"):
            assert fault is not None
            assert fault.code == "credit_code_sign"
            assert code_fault(normal_code(row["code"])) is None
        else:
            assert fault is not None, row
            assert fault.code == REASONS[row["why"]]


def test_writing_is_forgiven() -> None:
    assert read_credit_code(" 91340600ma2pbm9hxd ") == "91340600MA2PBM9HXD"
    assert read_credit_code("91340600-MA2PBM9HX-D") == "91340600MA2PBM9HXD"
    assert read_credit_code("") == ""
    assert read_credit_code(None) == ""


def test_a_code_typed_as_a_number_has_lost_its_digits() -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_credit_code(121200004013590816.0)
    assert refusal.value.code == "digits_lost"


def test_faults_carry_their_facts() -> None:
    fault = code_fault("9134")
    assert fault is not None
    assert (fault.field, fault.facts["length"]) == ("credit_code", 4)


SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@given(st.text(alphabet=SIGNS, min_size=17, max_size=17), st.integers(0, 17), st.sampled_from(SIGNS))
def test_any_single_slip_is_found(first: str, place: int, other: str) -> None:
    code = first + check_character(first)
    assert code_fault(code) is None
    slipped = code[:place] + other + code[place + 1 :]
    assert slipped == code or code_fault(slipped) is not None


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    fault = code_fault(normal_code(text)) if "+" not in text else None
    assert fault is None or fault.code in REASONS.values()
