from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.imports.choices import read_choice
from desktop.rules.imports.field_kinds import Content, header_tokens, header_word
from desktop.rules.imports.fields import FIELDS, ImportKind, fields_for, hints, is_not_ours
from desktop.rules.imports.readers import reader_for
from desktop.rules.labels import TITLES


def keys(header: str, kind: ImportKind = ImportKind.CUSTOMERS) -> set[str]:
    found = hints(header, kind)
    best = max((hint.strength for hint in found), default=0.0)
    return {hint.field.key for hint in found if hint.strength == best}


def test_every_column_of_the_customer_can_be_imported() -> None:
    missing = {name for name in TITLES["customer"] if f"customer.{name}" not in FIELDS}
    # Imported by name, as customer.owner; the day he became the rep is written by the file itself.
    assert missing == {"owner_id", "owner_since"}
    assert "customer.owner" in FIELDS


def test_customers_and_contacts_can_be_reached_in_every_way() -> None:
    for owner in ("customer", "contact"):
        for name in ("mobile", "phone", "wechat", "qq", "email", "fax", "web"):
            assert FIELDS[f"{owner}.{name}"].many


@pytest.mark.parametrize("kind", list(ImportKind))
def test_every_kind_has_fields_and_may_skip(kind: ImportKind) -> None:
    offered = {field.key for field in fields_for(kind)}
    assert {"skip", "customer.name", "customer.number"} <= offered


def test_fields_that_choose_know_their_words() -> None:
    for field in FIELDS.values():
        assert (field.content is Content.CHOICE) == (field.choice is not None)
        if field.choice:
            assert [read_choice(field.choice, member.value) for member in field.choice] == list(field.choice)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("客户名称*", ""),
        ("*手机号码（必填）", "customer.mobile"),
        ("统一社会信用代码", "customer.credit_code"),
        (" 联 系 电 话 ", "customer.phone"),
        ("客户电话", "customer.phone"),
        ("公司办公电话", "customer.phone"),
        ("联系人手机", "contact.mobile"),
        ("电邮地址", "customer.email"),
        ("邮区编号", "customer.postcode"),
        ("Customer ID", "customer.number"),
        ("CUSTOMER_ID", "customer.number"),
        ("MobilePhone", "customer.mobile"),
        ("手机2", "customer.mobile"),
        ("所在省份", "customer.province"),
        ("省/自治区/直辖市", "customer.province"),
        ("注册资金", "customer.registered_capital"),
        ("客户级别", "customer.tags"),
        ("ＱＱ", "customer.qq"),
    ],
)
def test_headers_of_customers(header: str, key: str) -> None:
    assert not key or key in keys(header)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("订单 ID", "order.number"),
        ("Invoice", "order.number"),
        ("InvoiceDate", "order.date"),
        ("发货日期", "order.date"),
        ("销售额", "line.amount"),
        ("grand_total", "order.amount"),
        ("StockCode", "line.product_code"),
        ("单价(元)", "line.unit_price"),
        ("折扣", "line.discount"),
        ("利润", "line.profit"),
        ("宝贝总数量", "line.quantity"),
    ],
)
def test_headers_of_orders(header: str, key: str) -> None:
    assert key in keys(header, ImportKind.ORDERS)


@pytest.mark.parametrize(
    "header", ["推荐人手机", "紧急联系人电话", "是否加微信", "上次进站时间", "退款金额", "Last Order Date"]
)
def test_somebody_elses_columns(header: str) -> None:
    assert is_not_ours(header)
    assert not any(hints(header, kind) for kind in ImportKind)


@pytest.mark.parametrize("header", ["", "  ", "车型", "E-mail 1 - Type", "年份", "R", "行 ID", "序号", "身份证号"])
def test_headers_that_say_nothing_to_us(header: str) -> None:
    assert hints(header, ImportKind.CUSTOMERS) == ()


def test_headers_are_compared_without_their_marks() -> None:
    assert header_word("*客户名称（必填）") == "客户名称"
    assert header_word("（备注）") == "备注"
    assert header_word("E-mail") == "email"
    assert header_tokens("OrderDate 1") == ("order", "date", "1")


@given(st.text())
def test_any_header_is_taken(header: str) -> None:
    for kind in ImportKind:
        assert all(0 < hint.strength <= 1 for hint in hints(header, kind))


def test_there_is_a_reader_for_every_field() -> None:
    for field in FIELDS.values():
        assert reader_for(field)(None) in (None, ())
