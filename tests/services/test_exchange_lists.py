"""Real lists of customers: each is imported rightly or clearly refused, once only, and taken back without a trace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.store import Store
from db.vocabulary import CustomerKind, Gender, Source, Stage
from desktop.rules.errors import RuleBroken
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.exchange_files import adds_up, bring, looked_at, one_customer, outcomes, reached, rows, written

LISTS = {
    "超市_电话簿.xlsx": 45,
    "客户导入模板_18列.xls": 1,
    "客户导入模板_10列.xlsx": 3,
    "扩展名不符_xlsx内容.xls": 3,
    "线索导入模板_双表头.xlsx": 3,
    "客户信息表_300行.xlsx": 300,
    "会员导入模板_带说明页.xlsx": 2,
    "联系人_电话是数字.xlsx": 1,
    "通讯录_thunderbird_gbk.csv": 41,
}
REFUSED = {"客户信息_文本冒充.xlsx": "not_a_table", "通讯录_表头在第6行.xls": "unknown_kind"}


@pytest.fixture
def lists(shared_data: Path) -> Path:
    return shared_data / "customers_cn" / "spreadsheets"


def test_every_list_is_spoken_of_here(lists: Path) -> None:
    assert {path.name for path in lists.iterdir()} == LISTS.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_in_once_and_goes_out_whole(name: str, lists: Path, empty_store: Store) -> None:
    before = dump(empty_store)
    foretold = looked_at(empty_store, lists / name)
    assert dump(empty_store) == before
    report = bring(empty_store, lists / name)
    assert report.as_json() == foretold.as_json() | {"created": LISTS[name], "refused": 0}
    assert adds_up(report)
    assert len(rows(empty_store, "customer", "id")) == report.records["customers"] == LISTS[name]
    brought = dump(empty_store)

    again = bring(empty_store, lists / name)
    assert set(outcomes(again)) == {"skipped nothing_new"}
    assert again.action_id is None
    assert dump(empty_store) == brought

    assert report.action_id is not None
    undo(empty_store, report.action_id)
    assert dump(empty_store) == before


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused(name: str, lists: Path, empty_store: Store) -> None:
    with pytest.raises(RuleBroken) as caught:
        bring(empty_store, lists / name)
    assert caught.value.code == REFUSED[name]


def test_shops_with_their_contacts(lists: Path, empty_store: Store) -> None:
    bring(empty_store, lists / "超市_电话簿.xlsx")
    assert set(rows(empty_store, "customer", "kind")) == {CustomerKind.COMPANY}
    shop = one_customer(empty_store, "广汇生鲜超市")
    where = ("广东省", "湛江市", "赤坎区", "创业路4号")
    assert (shop["province"], shop["city"], shop["district"], shop["address"]) == where
    assert reached(empty_store, "510超市") == [("mobile", "13365250524", ""), ("phone", "79588255471", "")]
    assert reached(empty_store, "爱华百货") == [("phone", "3901241", "")]  # a landline without its area code
    contacts = rows(empty_store, "contact", "name", "is_primary")
    assert len(contacts) == 45
    assert {("蒋小姐", True), ("田哥", True), ("叶老板", True)} <= set(contacts)
    assert len(rows(empty_store, "reach", "id")) == 46
    assert not any("." in value for value in rows(empty_store, "reach", "value"))  # no number with .0


def test_eighteen_columns_of_an_old_workbook(lists: Path, empty_store: Store) -> None:
    report = bring(empty_store, lists / "客户导入模板_18列.xls")
    card = one_customer(empty_store, "XXXXXXX有限公司")
    assert card["legal_form"] == "央企、全球500强"
    assert card["registered_capital"] == "1000万以上"
    assert (card["province"], card["city"], card["address"]) == ("江苏省", "苏州市", "苏州工业园区星湖街328号")
    assert card["source"] is Source.PHONE
    assert reached(empty_store, "XXXXXXX有限公司") == [
        ("phone", "60525403", ""),
        ("email", "123456789@qq.com", ""),
        ("mobile", "18085156592", "潘*"),
    ]
    assert rows(empty_store, "contact", "name", "title") == [("潘*", "专员")]
    assert rows(empty_store, "tag", "name") == ["低级"]
    assert report.unused == ("销售收入",)  # "1千万以上" is no amount


@pytest.mark.parametrize("name", ["客户导入模板_10列.xlsx", "扩展名不符_xlsx内容.xls"])
def test_ten_columns_under_a_right_and_a_wrong_ending(name: str, lists: Path, empty_store: Store) -> None:
    bring(empty_store, lists / name)
    card = one_customer(empty_store, "YY建材市场")
    assert card["note"] == "需求：市场门口需要安装大型遮阳棚\n预算10万左右"
    assert card["service_area"] == "上海闵行"
    assert reached(empty_store, "YY建材市场") == [
        ("mobile", "13900139002", ""),
        ("email", "li@yy.com", ""),
        ("wechat", "li_wechat", "李总"),
    ]
    assert rows(empty_store, "tag", "name") == ["物业", "商业", "工厂"]
    assert len(rows(empty_store, "customer_tag", "id")) == 3


def test_leads_under_two_header_rows(lists: Path, empty_store: Store) -> None:
    bring(empty_store, lists / "线索导入模板_双表头.xlsx")
    assert rows(empty_store, "customer", "name", "source") == [
        ("大通互惠集团", Source.PHONE),
        ("亚讯制造", Source.PROMOTION),
        ("上海松花", Source.REFERRAL),
    ]
    assert ("mobile", "15896968585", "李丽") in reached(empty_store, "大通互惠集团")


def test_three_hundred_people(lists: Path, empty_store: Store) -> None:
    report = bring(empty_store, lists / "客户信息表_300行.xlsx")
    assert set(rows(empty_store, "customer", "kind", "stage")) == {(CustomerKind.PERSON, Stage.POTENTIAL)}
    first = one_customer(empty_store, "王楠")
    assert (first["gender"], first["plate_number"], first["note"]) == (Gender.FEMALE, "皖VDWKL港", "保险到期提醒")
    assert sum(note is None for note in rows(empty_store, "customer", "note")) == 46
    assert len(rows(empty_store, "reach", "value")) == 300
    assert report.unused == ("车型", "年份", "上次进站时间", "维修项目", "是否加微信")


def test_members_beside_a_page_of_instructions(lists: Path, empty_store: Store) -> None:
    bring(empty_store, lists / "会员导入模板_带说明页.xlsx")
    assert rows(empty_store, "customer", "name", "introducer") == [("张三", "李四"), ("李四", None)]
    assert reached(empty_store, "张三") == [("email", "zhang@example.com", ""), ("mobile", "60123456789", "")]
    assert rows(empty_store, "key_date", "year", "month", "day") == [(1990, 1, 15), (1995, 6, 20)]


def test_a_phone_typed_as_a_number(lists: Path, empty_store: Store) -> None:
    bring(empty_store, lists / "联系人_电话是数字.xlsx")
    assert reached(empty_store, "李四") == [("phone", "866999", ""), ("email", "555@163.com", "")]


def test_an_address_book_in_gbk(lists: Path, empty_store: Store) -> None:
    bring(empty_store, lists / "通讯录_thunderbird_gbk.csv")
    kinds, names = rows(empty_store, "customer", "kind"), rows(empty_store, "customer", "name")
    assert set(kinds) == {CustomerKind.PERSON}
    assert {"向雨凯", "王秀杰"} <= set(names)
    (crowd,) = [name for name in names if ";" in name]
    assert len(reached(empty_store, crowd)) == 18


@pytest.mark.parametrize(
    ("name", "contact"), [("gmail", "Prefix Firstname Middle Lastname Suffix"), ("tb_plain", "Displayname")]
)
def test_address_books_from_abroad(name: str, contact: str, shared_data: Path, empty_store: Store) -> None:
    report = bring(empty_store, shared_data / "contacts_csv" / f"roundcube_{name}.csv")
    assert outcomes(report) == ["created"]
    assert rows(empty_store, "contact", "name") == [contact]
    addresses = [value for kind, value in rows(empty_store, "reach", "kind", "value") if kind.value == "email"]
    assert len(addresses) == {"gmail": 4, "tb_plain": 2}[name]
    if name == "gmail":
        assert rows(empty_store, "tag", "name") == ["My Contacts", "Test"]
        assert rows(empty_store, "key_date", "year", "month", "day") == [(1975, 12, 12)]


EASY = {
    "bom/no_bom.csv": 10,
    "demo/fill/list.xlsx": 1,
    "demo/fill/composite.xlsx": 1,
    "fill/byName.xlsx": 1,
    "fill/composite.xlsx": 1,
    "fill/simple.xls": 1,
    "fill/style.xls": 1,
    "simple/simple07.xlsx": 1,
}


def test_fixtures_of_another_library(shared_data: Path, empty_store: Store) -> None:
    """Lists of names come in, tables of other things are refused, and nothing else ever happens."""
    folder = shared_data / "customers_cn" / "easyexcel"
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        before = dump(empty_store)
        if name in EASY:
            report = bring(empty_store, path)
            assert adds_up(report), name
            assert report.records["customers"] == EASY[name], name
            assert report.action_id is not None
            undo(empty_store, report.action_id)
        else:
            with pytest.raises(RuleBroken, match=r"unknown_kind|not_a_table|no_table|missing_name"):
                bring(empty_store, path)
        assert dump(empty_store) == before, name


def test_names_of_companies_in_gbk(shared_data: Path, empty_store: Store) -> None:
    """证券代码, 证券简称, 公司全称: a list of companies all the same."""
    report = bring(empty_store, shared_data / "customers_cn" / "上市公司_上半_gbk.csv")
    assert adds_up(report)
    assert report.records["customers"] == 1686
    assert "康佳集团股份有限公司" in rows(empty_store, "customer", "name")


def test_days_are_days(empty_store: Store, tmp_path: Path) -> None:
    table: list[list[object]] = [
        ["客户名称", "成立日期", "合作时间"],
        ["永昌商贸", date(2010, 5, 1), "2017年5月"],
        ["大通", 40179, "2009"],
    ]
    bring(empty_store, written(tmp_path / "a.xlsx", table))
    assert rows(empty_store, "customer", "founded_on", "partner_since") == [
        (date(2010, 5, 1), date(2017, 5, 1)),
        (date(2010, 1, 1), date(2009, 1, 1)),
    ]
