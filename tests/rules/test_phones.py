from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import ReachKind
from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.phones import Phone, digits_of, read_phones, show_phone

MOBILE, PHONE, FAX = ReachKind.MOBILE, ReachKind.PHONE, ReachKind.FAX


def one(cell: Cell) -> Phone:
    found = read_phones(cell)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "cell",
    [
        "13800138000",
        13800138000.0,
        13800138000,
        "13800138000.0",
        "138 0013 8000",
        "138-0013-8000",
        "138.0013.8000",
        "+86 138-0013-8000",
        "+8613800138000",
        "0086-138-0013-8000",
        "008613800138000",
        "8613800138000",
        "+08613800138000",
        "013800138000",
        "１３８００１３８０００",
        "(+86)13800138000",
        "手机：13800138000",
        "Tel:13800138000",
        "tel13800138000",
        "\u202a138 0013 8000\u202c",
        "'13800138000",
    ],
)
def test_a_mobile_is_one_however_it_is_written(cell: Cell) -> None:
    assert one(cell) == Phone(MOBILE, "13800138000", "13800138000")


@pytest.mark.parametrize(
    ("cell", "value", "digits", "extension"),
    [
        ("021-61234567", "021-61234567", "02161234567", ""),
        ("02161234567", "02161234567", "02161234567", ""),
        ("0755 1234 5678", "0755 1234 5678", "075512345678", ""),
        ("(021)61234567", "021-61234567", "02161234567", ""),
        ("（0755）1234 5678", "0755-1234 5678", "075512345678", ""),
        ("0592-9633669", "0592-9633669", "05929633669", ""),
        ("+86 21 6123 4567", "021-61234567", "02161234567", ""),
        ("+86(021)61234567", "021-61234567", "02161234567", ""),
        ("021–61234567", "021-61234567", "02161234567", ""),
        ("021-61234567转801", "021-61234567", "02161234567", "801"),
        ("021-61234567 分机：801", "021-61234567", "02161234567", "801"),
        ("021-61234567ext.801", "021-61234567", "02161234567", "801"),
        ("021-61234567x801", "021-61234567", "02161234567", "801"),
        ("021-61234567#801", "021-61234567", "02161234567", "801"),
        ("021-61234567-801", "021-61234567", "02161234567", "801"),
        ("61234567-8001", "61234567", "61234567", "8001"),
        ("61234567(801)", "61234567", "61234567", "801"),
        (3601336.0, "3601336", "3601336", ""),
        ("400-820-8820", "400-820-8820", "4008208820", ""),
        ("400-8208-820", "400-8208-820", "4008208820", ""),
        ("800 810 0000", "800 810 0000", "8008100000", ""),
        ("95588", "95588", "95588", ""),
        ("12315", "12315", "12315", ""),
        ("60123456789", "60123456789", "60123456789", ""),
        ("+852 2123 4567", "+852 2123 4567", "85221234567", ""),
        ("+1 212 555 0100", "+1 212 555 0100", "12125550100", ""),
        ("866999", "866999", "866999", ""),  # short ones of an office are kept
        (866999.0, "866999", "866999", ""),
        ("79588255471", "79588255471", "79588255471", ""),
    ],
)
def test_other_numbers_keep_their_writing(cell: Cell, value: str, digits: str, extension: str) -> None:
    assert one(cell) == Phone(PHONE, value, digits, extension)


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("13365250524\\79588255471", ["13365250524", "79588255471"]),
        ("13800138000/13900139000", ["13800138000", "13900139000"]),
        ("13800138000、13900139000；010-38238383", ["13800138000", "13900139000", "01038238383"]),
        ("13800138000,13900139000", ["13800138000", "13900139000"]),
        ("13800138000\n021-61234567", ["13800138000", "02161234567"]),
        ("13800138000 13900139000", ["13800138000", "13900139000"]),
        ("138 0013 8000 139 0013 9000", ["13800138000", "13900139000"]),
        ("61234567 13800138000", ["61234567", "13800138000"]),
        ("61234567/68", ["61234567", "61234568"]),
        ("021-61234567/4568", ["02161234567", "02161234568"]),
        ("13800138000或13900139000", ["13800138000", "13900139000"]),
        ("13800138000/13800138000", ["13800138000"]),
    ],
)
def test_several_numbers_in_one_cell(cell: str, digits: list[str]) -> None:
    assert [phone.digits for phone in read_phones(cell)] == digits


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("办：021-61234567", [("办", PHONE)]),
        ("手机13800138000（微信同号）", [("微信同号", MOBILE)]),
        ("张三13800138000李四13900139000", [("张三", MOBILE), ("李四", MOBILE)]),
        ("13800138000张三 13900139000李四", [("张三", MOBILE), ("李四", MOBILE)]),
        ("13800138000（张三）、13900139000（李四/财务）", [("张三", MOBILE), ("李四 财务", MOBILE)]),
        ("电话：021-61234567 传真：021-61234568", [("", PHONE), ("", FAX)]),
        ("办公室 021-61234567 家 021-61234568", [("办公室", PHONE), ("家", PHONE)]),
        ("张总(13800138000)", [("张总", MOBILE)]),
    ],
)
def test_words_beside_a_number_are_its_label(cell: str, said: list[tuple[str, ReachKind]]) -> None:
    assert [(phone.label, phone.kind) for phone in read_phones(cell)] == said


@pytest.mark.parametrize(
    "cell",
    [
        "",
        None,
        "无",
        "-",
        "phone work",
        "li@yy.com",
        "a12345678@qq.com",
        "QQ:12345678",
        "wxid_1234567",
        "2楼",
        True,
        date(2026, 3, 5),
    ],
)
def test_a_cell_without_a_number_gives_none(cell: Cell) -> None:
    assert read_phones(cell) == []


def test_a_masked_number_is_kept_but_never_compared() -> None:
    assert one("138****8000") == Phone(MOBILE, "138****8000", "")


def test_numbers_of_no_known_shape_take_the_kind_of_their_column() -> None:
    assert read_phones("60123456789", otherwise=MOBILE)[0].kind is MOBILE
    assert read_phones("021-61234567", otherwise=MOBILE)[0].kind is PHONE
    assert read_phones("13800138000", otherwise=PHONE)[0].kind is MOBILE


@pytest.mark.parametrize("cell", ["1.38001E+10", 330106199001011234.0])
def test_lost_digits_are_said(cell: Cell) -> None:
    with pytest.raises(RuleBroken) as refusal:
        read_phones(cell)
    assert refusal.value.code == "digits_lost"


def test_numbers_other_libraries_call_valid_mobiles_are_mobiles(shared_data: Path) -> None:
    text = (shared_data / "customers_cn/identifiers/mobile_cn.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        number, valid = row["number"], row["validator.js_says"] == "valid"
        phone = one(number)
        if valid and number.lstrip("+0").removeprefix("86")[:1] == "1":
            assert phone.kind is MOBILE, number
            assert len(phone.digits) == 11


def test_every_area_code_makes_a_landline(shared_data: Path) -> None:
    text = (shared_data / "customers_cn/identifiers/area_codes_cn.csv").read_text("utf-8")
    codes = [row["area_code"] for row in csv.DictReader(text.splitlines())]
    assert len(codes) > 300
    for code in codes:
        assert one(f"{code}-61234567-8").extension == "8"
        assert one(f"+86 {code[1:]} 61234567").digits == f"{code}61234567"


MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
WRITINGS = st.sampled_from(["{}", "+86{}", "0086 {}", "86-{}", "手机:{}", "（{}）", "{}（微信同号）", " {} ", "{}.0"])


@given(
    st.lists(st.tuples(MOBILES, WRITINGS), min_size=1, max_size=4), st.sampled_from(["/", "、", ";", "，", "\n", "\\"])
)
def test_mobiles_are_found_in_any_mixture(numbers: list[tuple[str, str]], separator: str) -> None:
    cell = separator.join(writing.format(number) for number, writing in numbers if writing != "{}.0")
    expected = list(dict.fromkeys(number for number, writing in numbers if writing != "{}.0"))
    assert [phone.digits for phone in read_phones(cell)] == expected


@given(st.text(alphabet="0123456789+-*/()（）转分机 ext张手机,、\\\n.", max_size=60) | st.text(max_size=60))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    for phone in read_phones(text) if "E+" not in text.upper() else []:
        assert phone.value
        assert phone.digits.isascii()
        assert not phone.digits or phone.digits.isdigit()
        assert phone.kind in (MOBILE, PHONE, FAX)


@given(st.text(alphabet="0123456789+- ()", max_size=20))
def test_digits_are_stable(text: str) -> None:
    assert digits_of(digits_of(text)) == digits_of(text) or digits_of(text).startswith(("86", "00"))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0086-138 0013 8000", "13800138000"),
        ("+86 21 6123 4567", "02161234567"),
        ("8613", "8613"),  # a fragment stays what it is
        ("138 00", "13800"),
        ("Kezha", ""),
    ],
)
def test_two_writings_share_their_digits(text: str, digits: str) -> None:
    assert digits_of(text) == digits


@pytest.mark.parametrize(
    ("value", "extension", "shown"),
    [
        ("13800138000", "", "138 0013 8000"),
        ("02161234567", "801", "021-61234567-801"),
        ("0755 1234 5678", "", "0755-12345678"),
        ("4008208820", "", "400 820 8820"),
        ("61234567", "", "61234567"),
        ("+852 2123 4567", "", "+852 2123 4567"),
        ("", "", ""),
    ],
)
def test_numbers_are_shown_in_groups(value: str, extension: str, shown: str) -> None:
    assert show_phone(value, extension) == shown
