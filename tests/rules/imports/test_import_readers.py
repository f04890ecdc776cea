from __future__ import annotations

import contextlib
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import vocabulary as v
from desktop.rules.cells import Cell
from desktop.rules.errors import RuleBroken
from desktop.rules.import_dates import DateOrder
from desktop.rules.imports.choices import read_choice, read_yes_no
from desktop.rules.imports.fields import FIELDS
from desktop.rules.imports.readers import Value, read_emails, read_time, reader_for
from desktop.rules.key_days import KeyDay
from desktop.rules.phones import Phone


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("customer.name", " 好大家\n（一中店）", "好大家 （一中店）"),
        ("customer.number", 13085.0, "13085"),
        ("customer.mobile", 18926041313.0, (Phone(v.ReachKind.MOBILE, "18926041313", "18926041313"),)),
        ("customer.mobile", "60123456789", (Phone(v.ReachKind.MOBILE, "60123456789", "60123456789"),)),
        ("customer.fax", "021-61234567", (Phone(v.ReachKind.FAX, "021-61234567", "02161234567"),)),
        ("contact.email", "a@b.com; c@d.cn", ("a@b.com", "c@d.cn")),
        ("customer.founded_on", "2003年", date(2003, 1, 1)),
        ("customer.birthday", "3月5日", KeyDay(3, 5)),
        ("customer.gender", "女", v.Gender.FEMALE),
        ("customer.source", "小红书", v.Source.OTHER),
        ("customer.has_need", "有", True),
        ("customer.credit_limit", "5万", Decimal(50000)),
        ("customer.headcount", "50人", 50),
        ("line.discount", 0.4, Decimal("0.4")),
        ("line.quantity", "12", Decimal(12)),
        ("followup.planned_time", "下午3点", time(15)),
        ("customer.credit_code", "91340600ma2pbm9hxd", "91340600MA2PBM9HXD"),
    ],
)
def test_cells_become_values(field: str, cell: Cell, value: Value) -> None:
    assert reader_for(FIELDS[field])(cell) == value


def test_the_order_of_the_column_reaches_its_dates() -> None:
    assert reader_for(FIELDS["order.date"], DateOrder.MDY)("9/7/11") == date(2011, 9, 7)


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("customer.number", 330106199001011234.0, "digits_lost"),
        ("customer.mobile", "1.38001E+10", "digits_lost"),
        ("order.date", "明天", "bad_date"),
        ("line.unit_price", "$5", "foreign_currency"),
        ("customer.gender", "未知", "unknown_choice"),
        ("customer.has_money", "也许", "not_yes_or_no"),
        ("customer.email", "无", "bad_email"),
        ("followup.planned_time", "傍晚", "bad_time"),
    ],
)
def test_refusals_name_the_field(field: str, cell: Cell, code: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        reader_for(FIELDS[field])(cell)
    assert (refusal.value.code, refusal.value.field) == (code, field if code != "digits_lost" else refusal.value.field)


@pytest.mark.parametrize(
    ("choice", "cell", "member"),
    [
        (v.Stage, "高意向客户", v.Stage.INTERESTED),
        (v.Stage, "已成交", v.Stage.WON),
        (v.Source, "电话营销", v.Source.PHONE),
        (v.Source, "老客户介绍", v.Source.REFERRAL),
        (v.FollowUpKind, "电话拜访", v.FollowUpKind.CALL),
        (v.FollowUpKind, "上门拜访", v.FollowUpKind.VISIT),
        (v.CustomerKind, "小型企业", v.CustomerKind.COMPANY),
        (v.OrderState, "交易成功", v.OrderState.CONFIRMED),
        (v.OrderKind, "销售退货", v.OrderKind.RETURN),
        (v.PaymentMethod, "工商银行转账", v.PaymentMethod.TRANSFER),
        (v.CreditGrade, "a", v.CreditGrade.A),
        (v.Gender, "M", v.Gender.MALE),
        (v.Gender, "", None),
    ],
)
def test_the_words_of_offices(choice: type, cell: Cell, member: object) -> None:
    assert read_choice(choice, cell) is member


def test_yes_and_no() -> None:
    assert [read_yes_no(cell) for cell in ("是", "√", "Y", True, 1.0, "否", "×", "无", False, "0", "")] == [
        *[True] * 5,
        *[False] * 5,
        None,
    ]


def test_mails_and_times() -> None:
    assert read_emails("王伟 <wei@b.com>，wei@b.com") == ("wei@b.com",)
    assert read_time(datetime(2026, 3, 5, 7, 45, 1, 5)) == time(7, 45, 1)
    assert read_time(time(9)) == time(9)
    assert read_time(None) is None


CELLS = st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.times())


@given(CELLS, st.sampled_from(sorted(FIELDS)))
def test_any_cell_is_a_value_or_refused(cell: Cell, field: str) -> None:
    with contextlib.suppress(RuleBroken):
        reader_for(FIELDS[field])(cell)
