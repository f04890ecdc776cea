from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.headers import check_table, choose_sheet, find_header, header_texts

ReadSheets = Callable[..., list[tuple[str, list[list[Cell]]]]]


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "row", "second"),
    [
        ("customers_cn/spreadsheets/超市_电话簿.xlsx", "utf-8-sig", ",", 0, False),
        ("customers_cn/spreadsheets/线索导入模板_双表头.xlsx", "utf-8-sig", ",", 0, True),
        ("customers_cn/spreadsheets/通讯录_表头在第6行.xls", "utf-8-sig", ",", 5, False),
        ("customers_cn/spreadsheets/通讯录_thunderbird_gbk.csv", "gbk", ",", 0, False),
        ("customers_cn/spreadsheets/客户信息表_300行.xlsx", "utf-8-sig", ",", 0, False),
        ("customers_cn/easyexcel/compatibility/t01.xls", "utf-8-sig", ",", 1, False),
        ("customers_cn/Chinese_Family_Name.xlsx", "utf-8-sig", ",", 0, False),
        ("transactions/consumption_data.xls", "utf-8-sig", ",", 0, False),
        ("transactions/CDNOW_sample.txt", "utf-8-sig", " ", None, False),
        ("transactions/tmall_order_report.csv.gz", "utf-8-sig", ",", 0, False),
    ],
)
def test_headers_of_real_sheets(
    sheets: ReadSheets, name: str, encoding: str, delimiter: str, row: int | None, second: bool
) -> None:
    guess = find_header(sheets(name, encoding, delimiter)[0][1])
    assert (guess.row_index, guess.second_header) == (row, second)
    assert guess.first_data_row == (0 if row is None else row + 1 + second)


def test_instructions_are_not_the_sheet_to_read(sheets: ReadSheets) -> None:
    book = sheets("customers_cn/spreadsheets/会员导入模板_带说明页.xlsx")
    assert choose_sheet(book) == 0
    assert choose_sheet(book[::-1]) == 1
    assert choose_sheet(sheets("customers_cn/easyexcel/simple/simple07.xlsx")) == 1


def test_a_text_without_columns_is_refused(sheets: ReadSheets) -> None:
    rows = sheets("customers_cn/spreadsheets/客户信息_文本冒充.xlsx", "utf-8", "\t")[0][1]
    guess = find_header(rows)
    with pytest.raises(RuleBroken) as refusal:
        check_table(rows, guess)
    assert refusal.value.code == "not_a_table"


def test_titles_and_notes_above_the_header_are_passed_over() -> None:
    rows: list[list[Cell]] = [
        ["客户通讯录", "", "", ""],
        ["制表日期：2026-1-1", "", "", ""],
        ["说明：带*的为必填项，手机号须为11位数字，请勿修改表头的顺序，以免导入失败，谢谢配合与支持", "", "", ""],
        ["", "", "", ""],
        ["姓名*", "电话", "邮箱", "备注"],
        ["王伟", "13800138000", "a@b.cn", ""],
    ]
    assert find_header(rows).row_index == 4


def test_two_languages_in_either_order() -> None:
    chinese: list[Cell] = ["姓名", "手机号", "邮箱"]
    english: list[Cell] = ["Name", "MobilePhone", "Email"]
    data: list[Cell] = ["王伟", "13800138000", "a@b.cn"]
    for rows in ([chinese, english, data], [english, chinese, data]):
        guess = find_header(rows)
        assert (guess.row_index, guess.first_data_row) in ((0, 2), (1, 2))
    assert find_header([chinese, data]).first_data_row == 1
    assert find_header([chinese, ["Wang Wei", "n/a", "none"], data]).first_data_row == 1


def test_a_group_row_lends_its_words_to_blank_headers() -> None:
    rows: list[list[Cell]] = [
        ["基本信息", "", "联系方式", ""],
        ["客户名称", "地址", "", ""],
        ["大通超市", "杭州市西湖区", "13800138000", "0571-88888888"],
    ]
    guess = find_header(rows)
    assert header_texts(rows, guess) == ("客户名称", "地址", "联系方式", "联系方式")


def test_unknown_words_above_numbers_are_a_header_and_above_words_are_not() -> None:
    assert find_header([["Id", "R", "F"], [1.0, 27.0, 6.0], [2.0, 3.0, 5.0]]).row_index == 0
    assert find_header([["甲", "乙"], ["丙", "丁"]]).row_index is None
    assert find_header([[1.0], [2.0]]).row_index is None
    assert header_texts([[1.0]], find_header([[1.0]])) is None


def test_nothing_to_read_is_said() -> None:
    sheets: list[list[list[Cell]]] = [[], [[]], [["", None]], [["姓名", "电话"]]]
    for rows in sheets:
        with pytest.raises(RuleBroken) as refusal:
            check_table(rows, find_header(rows))
        assert refusal.value.code == "no_table"
    with pytest.raises(RuleBroken) as refusal:
        choose_sheet([("Sheet1", []), ("Sheet2", [["", ""]])])
    assert refusal.value.code == "no_table"


ROWS = st.lists(st.lists(st.one_of(st.text(max_size=6), st.floats(), st.none(), st.sampled_from(["姓名", "电话"]))))


@given(ROWS)
def test_any_rows_are_looked_at(rows: list[list[Cell]]) -> None:
    guess = find_header(rows)
    texts = header_texts(rows, guess)
    assert (texts is None) == (guess.row_index is None)
    assert guess.first_data_row <= len(rows)
