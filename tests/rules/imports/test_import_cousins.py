"""Sheets nobody has shown us yet: relatives of the real ones in test_import_mapping."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CustomerKind
from desktop.rules.cells import Cell
from desktop.rules.imports.fields import FIELDS, ImportKind
from desktop.rules.imports.headers import find_header, header_texts
from desktop.rules.imports.mapping import ColumnMatch, propose
from desktop.rules.imports.sheet_kinds import customer_kind_of_sheet, guess_kind_of_sheet

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


def test_dealings_are_known_by_their_columns_where_no_header_says_so() -> None:
    kinds = {
        "客户名称 成交日期 成交金额": ImportKind.ORDERS,
        "客户名称 订单日期 金额 业务员": ImportKind.ORDERS,
        "客户 日期 内容": ImportKind.FOLLOWUPS,
        "客户 日期 金额": None,  # what was sold, or what was paid: the user is asked
        "客户名称 电话 地址 日期 金额": CUSTOMERS,
    }
    row = {"日期": "2026-03-05", "金额": "120", "电话": "13800138000", "地址": "杭州市西湖区1号"}
    for headers, kind in kinds.items():
        names = headers.split()
        cells = [next((text for end, text in row.items() if name.endswith(end)), "永昌商贸") for name in names]
        assert look([list(names), list(cells)])[0] is kind, headers


def test_orders_of_one_customer_name_him_in_every_row() -> None:
    rows = ["永昌商贸 2026-03-05 钢管 3 100"] * 12
    kind, fields = mapped("客户名称 订单日期 产品名称 数量 单价", *rows)
    assert kind is ORDERS
    assert fields["customer.name"] == "客户名称"


def test_family_names_alone_are_nobody() -> None:
    assert look([["surname", "n.1930_2008"], ["王", "7%"], ["李", "6%"]])[0] is None
    assert mapped("姓 名 手机", "王 伟 13800138000")[0] is CUSTOMERS


def test_who_sold_an_order() -> None:
    _, fields = mapped("订单号 客户名称 订单日期 金额 业务员", "D1 永昌商贸 2026-03-05 1 王伟")
    assert fields["order.rep"] == "业务员"
