from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CustomerKind
from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import FIELDS, ImportKind
from desktop.rules.imports.headers import choose_sheet, find_header, header_texts
from desktop.rules.imports.mapping import ColumnMatch, propose
from desktop.rules.imports.sheet_kinds import check_columns, customer_kind_of_sheet, guess_kind_of_sheet

ReadSheets = Callable[..., list[tuple[str, list[list[Cell]]]]]
Found = tuple[ImportKind | None, dict[str, str | None], CustomerKind | None]
CUSTOMERS, ORDERS = ImportKind.CUSTOMERS, ImportKind.ORDERS


def look(rows: list[list[Cell]], kind: ImportKind | None = None) -> tuple[ImportKind | None, tuple[ColumnMatch, ...]]:
    guess = find_header(rows)
    header, data = header_texts(rows, guess), rows[guess.first_data_row :]
    found = kind or guess_kind_of_sheet(header, data)
    return found, propose(found or CUSTOMERS, header, data)


def mapped(headers: str, *rows: str, kind: ImportKind | None = None) -> tuple[ImportKind | None, dict[str, str]]:
    """{field: header} of a small sheet written as lines."""
    lines: list[list[Cell]] = [list(line.split()) for line in (headers, *rows)]
    found, matches = look(lines, kind)
    return found, {match.field: match.header for match in matches if match.field}


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


# -- cousins of the real ones ------------------------------------------------------------------------------------------


def test_companies_with_contacts() -> None:
    kind, fields = mapped(
        "单位名称 联系人 职务 办公电话 手机 传真 QQ 邮编 主营业务",
        "杭州某某有限公司 王伟 经理 0571-88888888 13800138000 0571-88888889 12345678 310000 建材",
    )
    assert kind is CUSTOMERS
    assert set(fields) == {
        "customer.name",
        "contact.name",
        "contact.title",
        "customer.phone",
        "contact.mobile",
        "customer.fax",
        "contact.qq",
        "customer.postcode",
        "customer.business_traits",
    }


def test_a_person_beside_a_company_is_its_contact() -> None:
    _, fields = mapped(
        "姓名 公司 移动电话 职务", "王伟 大通有限公司 13800138000 经理", "李四 亚讯有限公司 13900139000 采购"
    )
    assert (fields["customer.name"], fields["contact.name"]) == ("公司", "姓名")
    assert (fields["contact.mobile"], fields["contact.title"]) == ("移动电话", "职务")


def test_a_person_alone_is_the_customer() -> None:
    _, fields = mapped("客户姓名 联系电话 家庭住址 客户来源 负责人", "王伟 13800138000 杭州市西湖区1号 朋友介绍 李四")
    assert (fields["customer.name"], fields["customer.phone"]) == ("客户姓名", "联系电话")
    assert fields["customer.owner"] == "负责人"


def test_family_and_given_names_apart() -> None:
    kind, fields = mapped("LastName FirstName MobilePhone Email", "Wang Wei 13800138000 a@b.cn")
    assert kind is CUSTOMERS
    assert {"customer.family_name", "customer.given_name", "customer.mobile", "customer.email"} == set(fields)


def test_several_phones_all_belong() -> None:
    _, matches = look([["姓名", "电话", "电话2", "手机"], ["王伟", "0571-88888888", "0571-88888889", "13800138000"]])
    assert [match.field for match in matches] == [
        "customer.name",
        "customer.phone",
        "customer.phone",
        "customer.mobile",
    ]


def test_unknown_headers_and_none_at_all_go_by_content() -> None:
    rows = [
        "大通超市有限公司 王伟 13800138000 杭州市西湖区文三路1号",
        "亚讯超市 李四 13900139000 杭州市西湖区文一路2号",
    ]
    expected = ["customer.name", "contact.name", "contact.mobile", "customer.address"]
    for lines in (["甲 乙 丙 丁", *rows], rows):
        kind, matches = look([list(line.split()) for line in lines])
        assert kind is CUSTOMERS
        assert [match.field for match in matches] == expected
        assert {match.why for match in matches} == {"content"}


def test_a_header_is_not_believed_against_its_cells() -> None:
    _, matches = look([["姓名", "电话", "邮箱"], ["王伟", "a@b.cn", "杭州"], ["李四", "c@d.cn", "上海"]])
    assert [match.why for match in matches] == ["header", "content_differs", "content_differs"]


def test_orders_payments_followups_and_contacts_are_told_apart() -> None:
    assert mapped("日期 客户 品名 数量 单价 金额", "2026-1-5 大通超市 剪刀 2 5 10")[0] is ORDERS
    assert mapped("交易日期 往来单位 商品全名 数量 金额", "2026-1-5 大通超市 剪刀 2 10")[0] is ORDERS
    kind, fields = mapped("客户名称 回款日期 回款金额 回款方式 订单号", "大通超市 2026-1-5 100 转账 A1")
    assert (kind, fields["payment.paid_on"]) == (ImportKind.PAYMENTS, "回款日期")
    kind, fields = mapped("客户名称 跟进时间 跟进方式 跟进内容 下次跟进时间", "大通超市 2026-1-5 电话 谈价格 2026-2-1")
    assert (kind, fields["followup.next_on"]) == (ImportKind.FOLLOWUPS, "下次跟进时间")
    kind, fields = mapped("所属客户 联系人姓名 职务 部门 手机 邮箱", "大通超市 王伟 经理 采购部 13800138000 a@b.cn")
    assert (kind, fields["contact.mobile"]) == (ImportKind.CONTACTS, "手机")


def test_a_shipping_date_is_the_date_only_where_there_is_no_better() -> None:
    sheet = "客户名称 发货日期 {} 数量 单价", "大通超市 2026-1-6 2026-1-5 2 5"
    assert mapped(sheet[0].format("订单日期"), sheet[1])[1]["order.date"] == "订单日期"
    assert mapped(sheet[0].format("型号"), sheet[1])[1]["order.date"] == "发货日期"


def test_dates_that_could_be_two_days_are_still_dates() -> None:
    _, fields = mapped("OrderID OrderDate Customer Sales", "CA-1 11/8/2016 Claire 261.96")
    assert fields["order.date"] == "OrderDate"


def test_the_one_shop_in_every_row_is_the_seller() -> None:
    rows = [f"{number} 买家{number} 2026-1-5 10 我们的店" for number in range(12)]
    _, fields = mapped("订单编号 买家会员名 下单时间 总金额 店铺名称", *rows)
    assert fields["customer.name"] == "买家会员名"
    found, fields = mapped("订单编号 店铺名称 下单时间 总金额", *(f"{n} 我们的店 2026-1-5 10" for n in range(12)))
    assert found is ORDERS
    assert "customer.name" not in fields


def test_shops_with_contacts_are_companies_whatever_they_are_called() -> None:
    rows: list[list[Cell]] = [["金惠福", "石老板"], ["好超丰", "郭老板"]]
    assert customer_kind_of_sheet(propose(CUSTOMERS, ["名称", "联系人"], rows), rows) is CustomerKind.COMPANY
    people: list[list[Cell]] = [["王伟"], ["李四"]]
    assert customer_kind_of_sheet(propose(CUSTOMERS, ["姓名"], people), people) is CustomerKind.PERSON
    assert customer_kind_of_sheet(propose(CUSTOMERS, ["客户名称"], people), people) is None


HEADERS = st.sampled_from(
    ["姓名", "公司", "电话", "手机", "城市", "城市", "日期", "金额", "邮箱", "备注", "Name", "", "x"]
)
CELLS = st.one_of(
    st.none(), st.text(max_size=6), st.floats(), st.sampled_from(["13800138000", "a@b.cn", "王伟", "2026-1-5"])
)


@given(
    st.sampled_from(list(ImportKind)),
    st.lists(HEADERS, max_size=8),
    st.lists(st.lists(CELLS, max_size=9), max_size=6),
)
def test_no_field_of_one_value_gets_two_columns(kind: ImportKind, headers: list[str], rows: list[list[Cell]]) -> None:
    matches = propose(kind, headers, rows)
    assert [match.column_index for match in matches] == list(range(max([len(headers), *map(len, rows)], default=0)))
    given_fields = [match.field for match in matches if match.field and not FIELDS[match.field].many]
    assert len(given_fields) == len(set(given_fields))
    for match in matches:
        assert match.field is None or kind in FIELDS[match.field].kinds
        assert (match.confidence > 0) == (match.field is not None)
    guess_kind_of_sheet(headers, rows)
