"""Whose row it is, and what the card takes of it: small sheets, one question each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Change, Contact, Customer, CustomerTag, Reach, Rep, Tag
from db.queries.card import CustomerDraft
from db.store import Doing, Store
from db.vocabulary import CustomerKind, ReachKind, Source, Stage
from desktop.rules.errors import RuleBroken
from desktop.rules.imports.fields import ImportKind
from desktop.services.customers import check_customer
from desktop.services.exchange.fitting import RANGES
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.exchange_files import bring, lines, one_customer, outcomes, put, reached, remarked, rows, written


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "客户.xlsx"


def test_known_by_number_the_sheet_knows_better(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="永昌", industry="建材", address="旧街1号", stage=Stage.CONTACTED)])
    before = dump(empty_store)
    table = lines("客户编号 客户名称 行业 地址 客户状态", "K1 永昌商贸有限公司 - 新街2号 成交")
    report = bring(empty_store, written(sheet, table))
    card = one_customer(empty_store, "永昌商贸有限公司")
    assert outcomes(report) == ["updated"]
    assert (card["industry"], card["address"], card["stage"]) == ("建材", "新街2号", Stage.WON)
    with empty_store.read() as session:
        (fields,) = session.scalars(select(Change.fields).where(Change.action_id == report.action_id))
    assert json.loads(fields) == {
        "name": ["永昌", "永昌商贸有限公司"],
        "address": ["旧街1号", "新街2号"],
        "stage": ["contacted", "won"],
    }
    assert outcomes(bring(empty_store, sheet)) == ["skipped nothing_new"]
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_known_by_name_only_blanks_are_filled(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(name="永昌（商贸）有限公司", industry="建材", note="老客户")])
    table = lines("客户名称 行业 地址 备注", "永昌(商贸)有限公司 五金 新街2号 要发票")
    report = bring(empty_store, written(sheet, table))
    card = one_customer(empty_store, "永昌（商贸）有限公司")
    assert outcomes(report) == ["updated"]
    assert (card["industry"], card["address"], card["note"]) == ("建材", "新街2号", "老客户\n要发票")
    assert remarked(report) == [(2, "kept", "行业")]
    assert report.results.remarks[0][0].facts == {"kept": "建材", "sheet": "五金"}
    assert outcomes(bring(empty_store, sheet)) == ["skipped nothing_new"]


def test_a_row_known_by_its_number_alone_takes_no_name_away(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="永昌商贸")])
    table = lines("客户编号 客户名称 地址", "K1 - 新街2号", "K2 - 旧街1号", "K2 大通商贸 -")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["updated", "created", "updated"]
    assert rows(empty_store, "customer", "number", "name") == [("K1", "永昌商贸"), ("K2", "大通商贸")]
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped nothing_new"}


def test_another_number_is_another_customer(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="永昌商贸")])
    table = lines("客户编号 客户名称", "K2 永昌商贸", "K3 大通", "K4 大通")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["created"] * 3
    assert rows(empty_store, "customer", "number") == ["K1", "K2", "K3", "K4"]


def test_a_name_several_customers_have_says_nothing(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="永昌商贸"), Customer(number="K2", name="永昌 商贸")])
    table = lines("客户名称 地址 客户编号", "永昌商贸 街1号 -", "永昌商贸 街2号 K2")
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["refused several_customers", "updated"]
    assert rows(empty_store, "customer", "address") == [None, "街2号"]


def test_a_number_is_filled_into_a_card_known_by_name(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(name="永昌商贸")])
    assert outcomes(bring(empty_store, written(sheet, lines("客户编号 客户名称", "K1 永昌商贸")))) == ["updated"]
    assert rows(empty_store, "customer", "number", "name") == [("K1", "永昌商贸")]


def test_known_by_the_credit_code_under_another_name(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(name="永昌商贸", credit_code="91330000710924531A")])
    table = lines(
        "公司名称 统一社会信用代码 地址", "永昌集团 ９１３３００００710924531a 街1号", "大通 91330000710924531B"
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["updated", "created"]
    assert rows(empty_store, "customer", "name", "credit_code") == [
        ("永昌集团", "91330000710924531A"),
        ("大通", "91330000710924531B"),
    ]
    assert (3, "credit_code_check", "统一社会信用代码") in remarked(report)


def test_persons_are_told_apart_by_their_phones(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "姓名 手机 备注",
        "张伟 13800138000 甲",
        "张伟 13900139000 乙",
        "张伟 +86-138-0013-8000 丙",
        "张伟 - 丁",
        "张伟 - 戊",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created", "created", "updated", "created", "updated"]
    assert rows(empty_store, "customer", "note") == ["甲\n丙", "乙", "丁\n戊"]
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped nothing_new"}


def test_persons_without_phones_by_their_accounts(empty_store: Store, sheet: Path) -> None:
    table = lines("姓名 邮箱", "张伟 a@b.cn", "张伟 c@d.cn", "张伟 A@B.cn")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["created", "created", "skipped nothing_new"]


def test_two_rows_with_two_contacts_are_one_customer(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "公司名称 联系人 手机 职务 电话",
        "永昌商贸有限公司 王伟 13800138000 经理 0571-88888888",
        "永昌商贸 有限公司 - - -",
        "永昌商贸有限公司 李丽 13900139000 会计 0571-88888888",
        "永昌商贸有限公司 王 伟 -",
    )
    table[2] = ["永昌商贸 有限公司", "李丽", "13900139000", "会计", "0571-88888888"]
    table[3] = ["永昌商贸有限公司", "李丽", None, "财务", None]
    table[4] = ["永昌商贸有限公司", "王 伟", None, "经理", None]
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created", "updated", "skipped nothing_new", "skipped nothing_new"]
    assert rows(empty_store, "customer", "name") == ["永昌商贸有限公司"]
    assert rows(empty_store, "contact", "name", "title", "is_primary") == [
        ("王伟", "经理", True),
        ("李丽", "会计", False),
    ]
    assert reached(empty_store, "永昌商贸有限公司") == [
        ("phone", "0571-88888888", ""),
        ("mobile", "13800138000", "王伟"),
        ("mobile", "13900139000", "李丽"),
    ]
    assert remarked(report) == [(4, "kept", "职务")]


def test_a_known_contact_learns_and_keeps(empty_store: Store, sheet: Path) -> None:
    customer = Customer(name="永昌商贸")
    contact = Contact(customer_id=customer.id, name="王伟", title="经理", is_primary=True)
    phone = Reach(customer_id=customer.id, contact_id=contact.id, kind=ReachKind.MOBILE, value="138****8000")
    put(empty_store, [customer, contact, phone])
    before = dump(empty_store)
    table = lines(
        "公司名称 联系人 手机 职务 部门 生日 是否主要联系人",
        "永昌商贸 王伟 138****8000 厂长 采购部 3月5日 是",
        "永昌商贸 李丽 - - - - 是",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["updated", "created"], "a list of contacts counts contacts"
    assert rows(empty_store, "contact", "name", "title", "department", "is_primary") == [
        ("王伟", "经理", "采购部", True),
        ("李丽", None, None, False),
    ]
    assert rows(empty_store, "key_date", "month", "day", "year") == [(3, 5, None)]
    assert len(rows(empty_store, "reach", "id")) == 1
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped nothing_new"}
    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_contacts_of_customers(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="永昌商贸")])
    table = lines(
        "客户编号 公司名称 联系人 职务 手机",
        "K1 - 王伟 经理 13800138000",
        "- 大通 李丽 会计 -",
        "- - 孙权 - 13700137000",
        "K1 - - - 13600136000",
    )
    report = bring(empty_store, written(sheet, table), kind=ImportKind.CONTACTS)
    assert outcomes(report) == ["created", "created", "created", "refused no_name"]
    assert rows(empty_store, "customer", "name") == ["永昌商贸", "大通", "孙权"]
    assert report.records["contacts"] == 2
    ((kind, facts),) = rows(empty_store, "action", "kind", "facts")[1:]
    assert (kind, json.loads(facts)["count"]) == ("import.contacts", 2)


def test_a_person_without_a_company_is_the_customer(empty_store: Store, sheet: Path) -> None:
    table = lines(
        "姓名 公司 移动电话 职务 性别 部门",
        "王伟 大通有限公司 13800138000 经理 男 采购部",
        "李四 - 13900139000 教师 女 数学组",
        "孙权 亚讯有限公司 - - - -",
    )
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created"] * 3
    person = one_customer(empty_store, "李四")
    assert (person["kind"], person["occupation"], person["note"]) == (CustomerKind.PERSON, "教师", "数学组")
    assert reached(empty_store, "李四") == [("mobile", "13900139000", "")]
    assert rows(empty_store, "contact", "name") == ["王伟", "孙权"]


def test_what_is_said_of_nobody_belongs_to_the_customer(empty_store: Store, sheet: Path) -> None:
    table = lines("公司名称 联系人 手机 职务", "永昌商贸 无 13800138000 -", "大通 — 13900139000 经理", "/ 王伟 - -")
    report = bring(empty_store, written(sheet, table))
    assert reached(empty_store, "永昌商贸") == [("mobile", "13800138000", "")]
    assert one_customer(empty_store, "大通")["note"] == "职务：经理"
    assert rows(empty_store, "customer", "name", "kind")[2] == ("王伟", CustomerKind.PERSON)
    assert outcomes(report) == ["created"] * 3


def test_names_in_two_columns(empty_store: Store, sheet: Path) -> None:
    table = lines("LastName FirstName MobilePhone", "王 伟 13800138000", "Smith John 13900139000", "- - 13700137000")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["created", "created", "refused no_name"]
    assert rows(empty_store, "customer", "name", "kind") == [
        ("王伟", CustomerKind.PERSON),
        ("John Smith", CustomerKind.PERSON),
    ]


def test_tags_are_tags(empty_store: Store, sheet: Path) -> None:
    customer, tag = Customer(name="永昌商贸"), Tag(name="ＶＩＰ", colour="red")
    put(empty_store, [customer, tag, CustomerTag(customer_id=customer.id, tag_id=tag.id)])
    before = dump(empty_store)
    table = lines(
        "客户名称 标签 客户分组", "永昌商贸 vip、重点 华东", "大通 重点；VIP;重点 -", f"亚讯 {'长' * 41} 华东"
    )
    report = bring(empty_store, written(sheet, table))
    assert rows(empty_store, "tag", "name", "colour") == [("ＶＩＰ", "red"), ("重点", None), ("华东", None)]
    tags, names = dict(rows(empty_store, "tag", "id", "name")), dict(rows(empty_store, "customer", "id", "name"))
    links = {(names[who], tags[what]) for who, what in rows(empty_store, "customer_tag", "customer_id", "tag_id")}
    assert links == {
        *(("永昌商贸", one) for one in ("ＶＩＰ", "重点", "华东")),
        *(("大通", one) for one in ("重点", "ＶＩＰ")),
        ("亚讯", "华东"),
    }
    assert remarked(report) == [(4, "tag_too_long", "标签")]
    assert one_customer(empty_store, "亚讯")["note"] == f"标签：{'长' * 41}"
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped nothing_new"}
    assert report.action_id is not None
    with empty_store.read() as session:
        made = session.scalars(select(Change.table_name).where(Change.action_id == report.action_id))
        assert set(made) <= {"customer"}, "tags and their links are journalled in bulk"
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


def test_reps_are_found_by_name(empty_store: Store, sheet: Path) -> None:
    left, here, other = Rep(name="王伟", active=False), Rep(name="王 伟"), Rep(name="李丽")
    put(empty_store, [left, here, other, Customer(name="亚讯", owner_id=other.id)])
    table = lines("客户名称 负责业务员", "永昌商贸 王伟", "大通 赵云", "亚讯 王伟")
    report = bring(empty_store, written(sheet, table))
    owners = dict(rows(empty_store, "customer", "name", "owner_id"))
    assert owners == {"亚讯": other.id, "永昌商贸": here.id, "大通": None}
    assert one_customer(empty_store, "大通")["note"] == "负责业务员：赵云"
    assert remarked(report) == [(3, "unknown_rep", "负责业务员"), (4, "kept", "负责业务员")]
    assert report.results.remarks[2][0].facts == {"kept": "李丽", "sheet": "王 伟"}


def test_a_kind_that_is_guessed_wrong_makes_no_second_card(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(name="金惠福", kind=CustomerKind.COMPANY)])
    table = lines("姓名 地址", "金惠福 街1号", "张伟 街2号", "李四 街3号")
    assert outcomes(bring(empty_store, written(sheet, table))) == ["updated", "created", "created"]
    assert one_customer(empty_store, "金惠福")["kind"] is CustomerKind.COMPANY


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("", ["updated", "refused several_customers", "created", "updated"]),
        ('["customer.name", "customer.phone"]', ["updated", "updated", "created", "created"]),
        ('["customer.phone"]', ["updated", "updated", "updated", "skipped nothing_new"]),
        ('["customer.short_name"]', ["updated", "updated", "created", "updated"]),
    ],
)
def test_what_a_mapping_matches_by(match: str, expected: list[str], empty_store: Store, sheet: Path) -> None:
    one, two = Customer(name="永昌商贸", short_name="永昌A"), Customer(name="永昌商贸", short_name="永昌B")
    three = Customer(name="大通", number="K1")
    put(empty_store, [one, two, three, Reach(customer_id=one.id, kind=ReachKind.PHONE, value="0571-88888888")])
    put(empty_store, [Reach(customer_id=two.id, kind=ReachKind.MOBILE, value="13800138000")])
    put(empty_store, [Reach(customer_id=three.id, kind=ReachKind.MOBILE, value="13900139000")])
    table = lines(
        "客户编号 客户名称 简称 电话 地址",
        "K1 大通 - 13900139000 街3号",
        "- 永昌商贸 永昌b 13800138000 街2号",
        "- 永昌贸易 - 0571-88888888 街1号",
        "- 大通 - 13800138000 -",
    )
    profile = f"match = {match}" if match else ""
    report = bring(empty_store, written(sheet, table), profile=profile)
    assert outcomes(report) == expected
    assert len(set(rows(empty_store, "customer", "id"))) == 3 + outcomes(report).count("created")


def test_a_match_without_a_column_or_a_sense_is_refused(empty_store: Store, sheet: Path) -> None:
    written(sheet, lines("客户名称 电话 标签 备注", "永昌商贸 13800138000 甲 乙"))
    for key in ("customer.number", "customer.tags", "contact.title"):
        with pytest.raises(RuleBroken, match="profile_match"):
            bring(empty_store, sheet, profile=f'match = ["{key}"]')


def test_a_number_that_is_taken_is_never_given_twice(empty_store: Store, sheet: Path) -> None:
    put(empty_store, [Customer(number="K1", name="永昌商贸"), Customer(name="大通", short_name="大")])
    table = lines("客户编号 客户名称 简称", "K1 大通 大", "K1 亚讯 亚")
    report = bring(empty_store, written(sheet, table), profile='match = ["customer.short_name"]')
    assert outcomes(report) == ["refused number_taken", "refused number_taken"]


def test_what_does_not_fit_is_kept_in_the_note(empty_store: Store, sheet: Path) -> None:
    name, trade, number = "永" * 600, "行" * 300, "9" * 41
    table: list[list[object]] = [
        ["客户名称", "行业", "发展潜力", "年营业额", "账期", "客户编号", "客户来源"],
        [name, trade, 9, -5, "三十天吧", number, "天上掉下来"],
        ["小店😀", "龘𠮷𬭎", 5, "1.2万", 30, "甲-1", "展会"],
    ]
    report = bring(empty_store, written(sheet, table))
    card = one_customer(empty_store, "永" * 500)
    assert outcomes(report) == ["created", "created"]
    assert (card["industry"], card["potential"], card["annual_revenue"]) == ("行" * 200, None, None)
    assert (card["number"], card["credit_days"], card["source"]) == (None, None, Source.OTHER)
    kept = {"客户名称": name, "行业": trade, "发展潜力": "9", "年营业额": "-5", "账期": "三十天吧", "客户编号": number}
    assert set(str(card["note"]).splitlines()) == {f"{field}：{text}" for field, text in kept.items()}
    said = {about: code for row, code, about in remarked(report) if row == 2}
    assert said.keys() == kept.keys()
    assert said["行业"] == "shortened"
    assert (said["发展潜力"], said["年营业额"], said["客户编号"]) == ("out_of_range", "below_zero", "too_long")
    small = one_customer(empty_store, "小店😀")
    assert (small["industry"], small["number"], str(small["annual_revenue"])) == ("龘𠮷𬭎", "甲-1", "12000.00")
    assert set(outcomes(bring(empty_store, sheet))) == {"skipped nothing_new"}


def test_signs_nobody_sees_do_no_harm(empty_store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('客户名称,电话,备注\n永\x07昌\x00商贸,\u202d13800138000\u202c,"甲\n乙\u2028丙"\n'.encode())
    bring(empty_store, path)
    ((name, note),) = rows(empty_store, "customer", "name", "note")
    assert name.isprintable()
    assert note.split() == ["甲", "乙", "丙"]
    assert rows(empty_store, "reach", "value") == ["13800138000"]


def test_sums_below_a_list_are_no_customers(empty_store: Store, sheet: Path) -> None:
    table = lines("客户名称 人数", "永昌商贸 20", "合计： 20")
    report = bring(empty_store, written(sheet, table))
    assert outcomes(report) == ["created", "skipped sum_row"]


def test_the_card_refuses_the_same_ranges(empty_store: Store) -> None:
    for name, (low, high) in RANGES["customer"].items():
        for value in {low - 1, low - 1 if high is None else high + 1}:
            draft = CustomerDraft(**{"name": "x", name: value})  # type: ignore[arg-type]
            with empty_store.read() as session, pytest.raises(RuleBroken, match=r"out_of_range|below_zero"):
                check_customer(session, draft)


def test_columns_not_used_are_told(empty_store: Store, sheet: Path) -> None:
    table = lines("客户名称 车型 - 空白", "永昌商贸 轿车 什么 -", "大通 - - -")
    assert bring(empty_store, written(sheet, table)).unused == ("车型", "3")


def test_an_import_that_fails_in_the_middle_leaves_nothing(empty_store: Store, sheet: Path) -> None:
    from desktop.progress import Cancelled, Progress
    from desktop.services.exchange import steps

    written(sheet, [["客户名称"], *([f"客户{n}号店"] for n in range(500))])
    book = steps.read(sheet, Progress())
    proposal = steps.propose(book)
    before = dump(empty_store, journal_too=True)
    stopped: list[str] = []

    def stop_at_writing(_done: int, _total: int, step: str) -> None:
        if step == "writing":
            stopped.append(step)
            progress.cancel()

    progress = Progress(stop_at_writing)
    with pytest.raises(Cancelled):
        steps.apply(empty_store, book, proposal, progress)
    assert stopped
    assert dump(empty_store, journal_too=True) == before
    assert steps.apply(empty_store, book, proposal, Progress()).records["customers"] == 500


def test_names_of_the_actions_are_counted(empty_store: Store, sheet: Path) -> None:
    bring(empty_store, written(sheet, lines("客户名称", "永昌商贸", "大通商贸")))
    with empty_store.write(Doing("customer.edit", {"name": "x"})):
        pass
    assert rows(empty_store, "action", "kind", "facts") == [
        ("import.customers", json.dumps({"file": "客户.xlsx", "count": 2}, ensure_ascii=False))
    ]
