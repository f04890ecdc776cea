from __future__ import annotations

from collections.abc import Callable

import pytest

from db.vocabulary import CustomerKind
from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import ImportKind
from desktop.rules.imports.headers import choose_sheet, find_header, header_texts
from desktop.rules.imports.mapping import ColumnMatch, propose
from desktop.rules.imports.sheet_kinds import check_columns, customer_kind_of_sheet, guess_kind_of_sheet

ReadSheets = Callable[..., list[tuple[str, list[list[Cell]]]]]
CUSTOMERS, ORDERS = ImportKind.CUSTOMERS, ImportKind.ORDERS


def look(rows: list[list[Cell]], kind: ImportKind | None = None) -> tuple[ImportKind | None, tuple[ColumnMatch, ...]]:
    guess = find_header(rows)
    header, data = header_texts(rows, guess), rows[guess.first_data_row :]
    found = kind or guess_kind_of_sheet(header, data)
    return found, propose(found or CUSTOMERS, header, data)


def real(sheets: ReadSheets, name: str, *reading: str) -> tuple[ImportKind | None, dict[str, str | None]]:
    book = sheets(name, *reading)
    kind, matches = look(book[choose_sheet(book)][1])
    return kind, {match.header: match.field for match in matches}


FOLDER = "customers_cn/spreadsheets/"


def test_a_salesmans_list_of_shops(sheets: ReadSheets) -> None:
    kind, fields = real(sheets, FOLDER + "超市_电话簿.xlsx")
    assert kind is CUSTOMERS
    assert fields == {
        "名称": "customer.name",
        "地址": "customer.address",
        "电话": "customer.phone",
        "联系人": "contact.name",
    }


def test_eighteen_columns_of_another_program(sheets: ReadSheets) -> None:
    kind, fields = real(sheets, FOLDER + "客户导入模板_18列.xls")
    assert kind is CUSTOMERS
    assert fields["客户名称"] == "customer.name"
    assert fields["联系人"] == "contact.name"
    assert fields["职位"] == "contact.title"
    assert fields["手机号码"] == "contact.mobile"
    assert fields["固定电话"] == "customer.phone"
    assert fields["注册资金"] == "customer.registered_capital"
    assert fields["所在省份"] == "customer.province"
    assert fields["详细地址"] == "customer.address"
    assert fields["客户来源"] == "customer.source"
    assert fields["销售收入"] is None  # "1千万以上" is no amount
    assert sum(1 for field in fields.values() if field) == 17


def test_ten_columns_with_two_notes(sheets: ReadSheets) -> None:
    _, fields = real(sheets, FOLDER + "客户导入模板_10列.xlsx")
    assert fields["微信"] == "contact.wechat"
    assert fields["类型"] == "customer.tags"  # 物业, 商业: neither company nor person
    assert fields["需求"] == fields["备注"] == "customer.note"
    assert None not in fields.values()


def test_people_of_a_car_shop(sheets: ReadSheets) -> None:
    _, fields = real(sheets, FOLDER + "客户信息表_300行.xlsx")
    assert {header for header, field in fields.items() if field is None} == {
        "车型",
        "年份",
        "上次进站时间",
        "维修项目",
        "是否加微信",  # 是 and 否 are nobody's WeChat name
    }
    assert fields["车牌"] == "customer.plate_number"


def test_leads_with_two_headers(sheets: ReadSheets) -> None:
    _, fields = real(sheets, FOLDER + "线索导入模板_双表头.xlsx")
    assert (fields["姓名"], fields["联系人"]) == ("customer.name", "contact.name")
    assert (fields["手机号"], fields["电话"]) == ("contact.mobile", "customer.phone")


def test_members_abroad(sheets: ReadSheets) -> None:
    _, fields = real(sheets, FOLDER + "会员导入模板_带说明页.xlsx")
    assert fields["电邮地址"] == "customer.email"
    assert fields["州属"] == "customer.province"
    assert fields["邮区编号"] == "customer.postcode"
    assert fields["推荐人"] == "customer.introducer"
    assert fields["生日"] == "customer.birthday"


def test_an_address_book_whose_companies_are_empty(sheets: ReadSheets) -> None:
    book = sheets(FOLDER + "通讯录_thunderbird_gbk.csv", "gbk")
    kind, matches = look(book[0][1])
    assert kind is CUSTOMERS
    by_field: dict[str, list[str]] = {}
    for match in matches:
        by_field.setdefault(match.field or "", []).append(match.header)
    assert by_field["customer.name"] == ["显示名称"]
    assert by_field["customer.employer"] == ["公司"]
    assert by_field["customer.email"] == ["主要电子邮件", "备用电子邮件"]
    assert by_field["customer.city"] == ["城市"]
    taken = {match.column_index: match.rival for match in matches if match.why == "taken"}
    assert taken[20] == 14  # 城市 stands there twice; the first one has it
    assert matches[0].why == "taken"  # 名字 beside 显示名称
    assert customer_kind_of_sheet(matches, book[0][1][1:]) is CustomerKind.PERSON


@pytest.mark.parametrize(
    ("name", "contact"), [("roundcube_tb_plain.csv", "Display Name"), ("roundcube_gmail.csv", "Name")]
)
def test_address_books_with_companies(sheets: ReadSheets, name: str, contact: str) -> None:
    kind, fields = real(sheets, f"contacts_csv/{name}")
    assert kind is CUSTOMERS
    assert fields[contact] == "contact.name"
    assert next(header for header, field in fields.items() if field == "customer.name").startswith("Organization")
    assert "contact.email" in fields.values()
    assert "contact.title" in fields.values()


def test_a_british_sales_log(sheets: ReadSheets) -> None:
    kind, fields = real(sheets, "transactions/online_retail_II_2009-2010_first100k.csv.gz")
    assert kind is ORDERS
    assert fields == {
        "Invoice": "order.number",
        "StockCode": "line.product_code",
        "Description": "line.product",
        "Quantity": "line.quantity",
        "InvoiceDate": "order.date",
        "Price": "line.unit_price",
        "Customer ID": "customer.number",
        "Country": None,
    }


def test_orders_of_a_chinese_sample_shop(sheets: ReadSheets) -> None:
    kind, fields = real(sheets, "transactions/超市订单_前2000行_gb18030.csv", "gb18030")
    assert kind is ORDERS
    assert {header: field for header, field in fields.items() if field} == {
        "订单 ID": "order.number",
        "订单日期": "order.date",
        "客户 ID": "customer.number",
        "客户名称": "customer.name",
        "产品 ID": "line.product_code",
        "类别": "line.category",
        "产品名称": "line.product",
        "销售额": "line.amount",
        "数量": "line.quantity",
        "折扣": "line.discount",
        "利润": "line.profit",
    }


def test_orders_with_totals_only(sheets: ReadSheets) -> None:
    rows = sheets("transactions/superstore_orders_cr_macroman.csv", "mac_roman")[0][1]
    kind, matches = look(rows)
    assert kind is ORDERS
    assert [match.field for match in matches] == ["order.date", "order.number", "customer.name", "order.amount"]


def refused(rows: list[list[Cell]], kind: ImportKind | None) -> str:
    found, matches = look(rows, kind)
    with pytest.raises(RuleBroken) as refusal:
        check_columns(found or CUSTOMERS, {match.field for match in matches if match.field})
    return refusal.value.code


def test_lists_that_cannot_be_imported_say_what_is_missing(sheets: ReadSheets) -> None:
    tmall = sheets("transactions/tmall_order_report.csv.gz")[0][1]
    assert look(tmall)[0] is ORDERS
    assert refused(tmall, None) == "missing_customer"
    consumption = sheets("transactions/consumption_data.xls")[0][1]
    assert look(consumption)[0] is None
    assert refused(consumption, ORDERS) == "not_an_order_list"
    assert refused(consumption, None) == "missing_name"
    assert refused(sheets("transactions/CDNOW_sample.txt", "utf-8", " ")[0][1], ORDERS) == "not_an_order_list"
    assert refused(sheets(FOLDER + "通讯录_表头在第6行.xls")[0][1], None) == "missing_name"


@pytest.mark.parametrize(
    "name",
    [
        "Chinese_Family_Name.xlsx",
        "公司名字频统计.xlsx",
        "divisions/areas.csv",
        "easyexcel/compatibility/t01.xls",
        "easyexcel/demo/demo.xlsx",
        "easyexcel/dataformat/dataformat.xlsx",
        "easyexcel/converter/converter03.xls",
    ],
)
def test_tables_of_other_things_are_not_taken_for_customers(sheets: ReadSheets, name: str) -> None:
    assert real(sheets, f"customers_cn/{name}")[0] is None
