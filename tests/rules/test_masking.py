"""What masked numbers still show, and that they never show all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.masking import mask_id, mask_phone, mask_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("330106199003071234", "3301**********1234"),
        ("33010619900307123X", "3301**********123X"),
        ("330106900307123", "3301*******7123"),
        ("E12345678", "E123***78"),
        ("12345", "1****"),
        ("", ""),
    ],
)
def test_an_id_number_keeps_its_ends(text: str, shown: str) -> None:
    assert mask_id(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13800138000", "138****8000"),
        ("138 0013 8000", "138 **** 8000"),
        ("021-61234567", "021-****4567"),
        ("0571-87654321", "0571-****4321"),
        ("61234567", "61****67"),
        ("95588", "95588"),
        ("wx_zhangsan", "w*_*******n"),
        ("李四", "**"),
        ("", ""),
    ],
)
def test_a_phone_number_keeps_its_ends(text: str, shown: str) -> None:
    assert mask_phone(text) == shown


@given(st.text(max_size=30))
def test_a_mask_never_shows_all_and_keeps_the_length(text: str) -> None:
    signs = sum(sign.isalnum() for sign in text)
    masked = mask_id(text)
    assert len(masked) == len(text)
    if signs >= 2:
        assert masked != text


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_mobile_hides_its_middle(number: str) -> None:
    assert mask_phone(number) == f"{number[:3]}****{number[-4:]}"


def test_an_extension_stays_behind_its_hidden_number() -> None:
    assert mask_phone("021-61239876-8") == "021-****9876-8"


def test_numbers_within_a_text_are_hidden_and_days_and_amounts_stay() -> None:
    text = "电话 021-61239876-802，手机+86 138 0013 8000，身份证330106198503071235，2026-11-22 订单20261122，1234567元"
    masked = mask_text(text)
    assert not any(hidden in masked for hidden in ("0013", "6123", "19850307"))
    assert "2026-11-22 订单20261122，1234567元" in masked
    assert len(masked) == len(text)
