"""Lists of payments and follow-ups: of customers who are in the file, once only, and taken back whole."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event

from db.models import Contact, Customer, Order, Rep
from db.store import Doing, Store
from db.vocabulary import FollowUpKind, FollowUpState, PaymentMethod
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import ImportKind
from desktop.services import followups
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.exchange_files import adds_up, bring, lines, looked_at, outcomes, put, remarked, rows, written

DAY = date(2026, 3, 5)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "往来.xlsx"


@pytest.fixture
def customers(empty_store: Store) -> dict[str, int]:
    """Two customers, the first with two orders; {name: id}."""
    one, two = Customer(number="K1", name="永昌商贸"), Customer(number="K2", name="大通商贸")
    orders = [
        Order(customer_id=one.id, number="D1", ordered_on=DAY, amount=Decimal(100)),
        Order(customer_id=one.id, number="D2", ordered_on=DAY, amount=Decimal(200)),
        Order(customer_id=two.id, number="D2", ordered_on=DAY, amount=Decimal(300)),
    ]
    put(empty_store, [one, two, *orders])
    return {"永昌商贸": one.id, "大通商贸": two.id, "D1": orders[0].id, "D2": orders[1].id}


PAID = lines(
    "客户编号 客户名称 订单号 回款日期 回款金额 回款方式 备注",
    "K1 - D1 2026-03-06 60 银行转账 首付",
    "- 永昌商贸 D2 2026/3/7 40.5 微信 -",
    "- - D1 2026年3月8日 1,000 现金 -",
    "K1 - D9 2026-03-09 5 比特币 -",
    "K1 - D1 2026-03-06 60 银行转账 首付",
    "- - D2 2026-03-09 5 现金 -",  # two customers have a D2
    "- - D9 2026-03-09 5 现金 -",
    "K9 - - 2026-03-09 5 现金 -",
    "- 没有的客户 - 2026-03-09 5 现金 -",
    "- - - 2026-03-09 5 现金 -",
    "K1 - - - 5 现金 -",
    "K1 - - 2026-03-09 - 现金 -",
    "K1 - - 2026-03-09 五块 现金 -",
    "合计 - - - 9999 - -",
)


def test_payments(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    before = dump(empty_store)
    foretold = looked_at(empty_store, written(sheet, PAID))
    assert dump(empty_store) == before
    report = bring(empty_store, sheet)
    assert report.kind == "payments"
    assert report.as_json() == foretold.as_json()
    assert adds_up(report)
    assert outcomes(report) == [
        *["created"] * 5,
        "refused several_customers",
        "refused unknown_order",
        "refused unknown_customer",
        "refused unknown_customer",
        "refused no_customer",
        "refused no_date",
        "refused no_amount",
        "refused bad_money",
        "skipped sum_row",
    ]
    one = customers["永昌商贸"]
    found = rows(empty_store, "payment", "customer_id", "order_id", "paid_on", "amount", "method", "note")
    assert found == [
        (one, customers["D1"], date(2026, 3, 6), Decimal(60), PaymentMethod.TRANSFER, "首付"),
        (one, customers["D2"], date(2026, 3, 7), Decimal("40.5"), PaymentMethod.WECHAT, None),
        (one, customers["D1"], date(2026, 3, 8), Decimal(1000), PaymentMethod.CASH, None),
        (one, None, date(2026, 3, 9), Decimal(5), PaymentMethod.OTHER, "回款方式：比特币\nD9"),
        (one, customers["D1"], date(2026, 3, 6), Decimal(60), PaymentMethod.TRANSFER, "首付"),
    ]
    assert sorted(remarked(report)) == [(5, "unknown_choice", "回款方式"), (5, "unknown_order", "order.number")]
    brought = dump(empty_store)

    again = bring(empty_store, sheet)
    assert outcomes(again)[:5] == ["skipped nothing_new"] * 5
    assert dump(empty_store) == brought
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_one_more_equal_payment_is_one_more(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    head = "客户名称 回款日期 回款金额"
    bring(empty_store, written(sheet, lines(head, "永昌商贸 2026-03-06 60")))
    report = bring(empty_store, written(sheet, lines(head, *["永昌商贸 2026-03-06 60.004"] * 2)))
    assert outcomes(report) == ["skipped nothing_new", "created"]


def test_a_mapping_says_by_what_customers_are_known(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    written(sheet, lines("客户编号 客户名称 回款日期 回款金额", "K1 大通商贸 2026-03-06 60"))
    bring(empty_store, sheet, profile='match = ["customer.name"]')
    bring(empty_store, sheet)
    assert rows(empty_store, "payment", "customer_id") == [customers["大通商贸"], customers["永昌商贸"]]
    with pytest.raises(RuleBroken, match="profile_match"):
        bring(empty_store, sheet, profile='match = ["payment.amount"]')


DONE = lines(
    "客户名称 跟进日期 跟进方式 跟进内容 跟进人 联系人 下次跟进时间 下次跟进内容 备注",
    "永昌商贸 2026-03-06 拜访 谈了价格 王伟 李丽 2026-03-20 送样 急",
    "永昌商贸 2026-03-07 到店 没人 赵云 张三 - 再约 -",
    "大通商贸 - - - - - 2026-04-01 回访 -",
    "大通商贸 - - 没有日期 - - - - -",
    "没有的客户 2026-03-07 电话 - - - - - -",
    "大通商贸 哪天 电话 - - - - - -",
)


def test_follow_ups(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    rep, contact = Rep(name="王伟"), Contact(customer_id=customers["永昌商贸"], name="李丽")
    put(empty_store, [rep, contact])
    before = dump(empty_store)
    report = bring(empty_store, written(sheet, DONE))
    assert report.kind == "followups"
    assert adds_up(report)
    assert outcomes(report) == [
        "created",
        "created",
        "created",
        "refused no_date",
        "refused unknown_customer",
        "refused bad_date",
    ]
    one, two = customers["永昌商贸"], customers["大通商贸"]
    who = rows(empty_store, "follow_up", "customer_id", "rep_id", "contact_id", "kind", "state")
    assert who == [
        (one, rep.id, contact.id, FollowUpKind.VISIT, FollowUpState.DONE),
        (one, rep.id, contact.id, FollowUpKind.VISIT, FollowUpState.PLANNED),
        (one, None, None, FollowUpKind.CALL, FollowUpState.DONE),
        (two, None, None, FollowUpKind.CALL, FollowUpState.PLANNED),
    ]
    first, step, second, planned = rows(
        empty_store, "follow_up", "id", "follows_id", "done_on", "planned_on", "effective"
    )
    assert (first[2:], step[2:]) == ((date(2026, 3, 6), None, True), (None, date(2026, 3, 20), False))
    assert step[1] == first[0], "the next step follows what it was planned in"
    assert (second[1], planned[1:4]) == (None, (None, None, date(2026, 4, 1)))
    words = rows(empty_store, "follow_up", "result", "purpose", "note")
    assert words[0] == ("谈了价格", None, "急")
    assert words[1] == (None, "送样", None)
    assert words[2][:2] == ("没人", None)
    assert set(words[2][2].splitlines()) == {"跟进人：赵云", "张三", "下次跟进内容：再约", "跟进方式：到店"}
    assert words[3] == (None, "回访", None)
    assert sorted(remarked(report)) == [(3, "unknown_choice", "跟进方式"), (3, "unknown_rep", "跟进人")]
    assert report.records == {"follow_ups": 4}
    assert outcomes(bring(empty_store, sheet))[:3] == ["skipped nothing_new"] * 3
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_a_step_done_since_is_not_planned_again(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    written(sheet, lines("客户名称 计划日期 目的", "永昌商贸 2026-03-20 送样", "大通商贸 2026-03-21 送样"))
    report = bring(empty_store, sheet, kind=ImportKind.FOLLOWUPS)
    assert outcomes(report) == ["created", "created"]
    (planned, _) = rows(empty_store, "follow_up", "id")
    with empty_store.write(Doing("followup.log", {"name": "永昌商贸"})) as session:
        draft = followups.DoneDraft(customers["永昌商贸"], planned, done_on=date(2026, 3, 22), result="好")
        followups.log(session, draft)
    assert outcomes(bring(empty_store, sheet, kind=ImportKind.FOLLOWUPS)) == ["skipped nothing_new"] * 2


def test_states_and_times(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    table = lines(
        "客户名称 计划拜访日期 计划时刻 跟进状态 是否有效 跟进结果",
        "永昌商贸 2026-03-20 9:30 已完成 否 人不在",
        "永昌商贸 2026-03-21 下午3点 取消 - -",
        "永昌商贸 2026-03-22 几点呢 - - -",
    )
    report = bring(empty_store, written(sheet, table), kind=ImportKind.FOLLOWUPS)
    assert rows(empty_store, "follow_up", "state", "planned_on", "planned_time", "done_on", "effective") == [
        (FollowUpState.DONE, date(2026, 3, 20), time(9, 30), date(2026, 3, 20), False),
        (FollowUpState.CANCELLED, date(2026, 3, 21), time(15), None, False),
        (FollowUpState.PLANNED, date(2026, 3, 22), None, None, False),
    ]
    assert remarked(report) == [(4, "bad_time", "计划时刻")]
    assert rows(empty_store, "follow_up", "note")[2] == "计划时刻：几点呢"


def test_place_length_and_cost_come_too_and_what_cannot_be_goes_to_the_note(
    empty_store: Store, sheet: Path, customers: dict[str, int]
) -> None:
    table = lines(
        "客户名称 跟进日期 跟进方式 跟进内容 拜访地点 时长 拜访费用 下次跟进时间",
        "永昌商贸 2026-03-06 拜访 谈价 新区分厂 90 ￥86.5 2026-03-20",
        "大通商贸 2026-03-07 拜访 谈价 - 2000 -5 -",
    )
    report = bring(empty_store, written(sheet, table), kind=ImportKind.FOLLOWUPS)
    assert rows(empty_store, "follow_up", "place", "minutes", "cost", "planned_on", "note") == [
        ("新区分厂", 90, Decimal("86.50"), None, None),
        (None, None, None, date(2026, 3, 20), None),
        (None, None, None, None, "时长：2000\n拜访费用：-5"),
    ]
    assert remarked(report) == [(3, "out_of_range", "时长"), (3, "below_zero", "拜访费用")]


def test_the_action_is_named(empty_store: Store, sheet: Path, customers: dict[str, int]) -> None:
    bring(empty_store, written(sheet, PAID))
    assert rows(empty_store, "action", "kind", "facts")[-1] == (
        "import.payments",
        json.dumps({"file": "往来.xlsx", "count": 5}, ensure_ascii=False),
    )


def test_many_rows_ask_the_file_few_questions(empty_store: Store, sheet: Path) -> None:
    """A thousand customers are looked up together, not one by one."""
    put(empty_store, [Customer(name=f"客户{n}号店") for n in range(1000)])
    written(sheet, [["客户名称", "回款日期", "回款金额"], *([f"客户{n}号店", DAY, n + 1] for n in range(1000))])
    asked: list[str] = []
    engine = empty_store._engine
    event.listen(engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert set(outcomes(bring(empty_store, sheet))) == {"created"}
    assert len(asked) < 60
