from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CustomerKind
from desktop.rules.name_kinds import guess_kind, is_company_name
from desktop.rules.names import full_name, name_key, name_parts, names_in, tidy_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("上海永昌贸易有限公司", "永昌（上海）贸易有限公司"),
        ("上海永昌贸易有限公司", "永昌贸易"),
        ("湛江市赤坎区永昌超市", "永昌超市"),
        ("深圳市天地(集团)股份有限公司", "天地"),
        ("新汇家超市(百福源店)", "新汇家超市（百福源店）"),
        ("ＡＢＣ 科技", "abc科技"),
        ("Acme Co., Ltd.", "ACME"),
        ("Acme Trading Company Limited", "acme trading"),
        ("上海永昌貿易有限公司", "永昌贸易"),
        ("廣東省廣州市萬國發展集團", "万国发展"),
        ("杭州 永昌 建材 有限责任公司", "杭州永昌建材有限公司"),
    ],
)
def test_two_writings_of_one_name_meet(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新汇家超市(百福源店)", "新汇家超市（潮州塘店）"),
        ("中国石化有限公司", "中国石化有限公司上海分公司"),
        ("好又多超市", "好又多"),
        ("永昌贸易", "永盛贸易"),
    ],
)
def test_branches_and_neighbours_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_the_region_is_kept_beside_the_key() -> None:
    assert (name_parts("上海市永昌贸易有限公司").key, name_parts("上海市永昌贸易有限公司").region) == (
        "永昌贸易",
        "上海",
    )
    assert name_parts("永昌(上海)贸易有限公司").region == "上海"
    assert name_parts("上海").key == "上海"  # a name is never eaten whole
    assert name_parts("有限公司").key


def test_what_body_a_name_says_it_is() -> None:
    bodies = {
        name: name_parts(name).form
        for name in ("永昌", "永昌有限公司", "永昌集团股份有限公司", "永昌(有限合伙)", "Acme Ltd")
    }
    assert list(bodies.values()) == ["", "company", "group", "partnership", "company"]


def test_names_in_one_field() -> None:
    assert names_in("甲公司、乙公司；丙公司") == ("甲公司", "乙公司", "丙公司")
    assert names_in(None) == names_in(" ， ") == ()


@given(st.text(min_size=1))
def test_a_key_is_empty_only_for_a_name_without_letters(name: str) -> None:
    key = name_key(name)
    assert bool(key) == any(sign.isalnum() for sign in unicodedata.normalize("NFKC", name).casefold())


def test_listed_companies_keep_distinct_keys(shared_data: Path) -> None:
    text = (shared_data / "customers_cn/上市公司_上半_gbk.csv").read_text("gbk")
    names = [row[2] for row in list(csv.reader(text.splitlines()))[1:]]
    parts = {name: name_parts(name) for name in names}
    assert len({(each.key, each.region) for each in parts.values()}) == len(set(names))
    assert all(is_company_name(name) for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "王伟",
        "聪哥",
        "徐小姐",
        "邱老板",
        "叶老板",
        "张经理",
        "王厂长",
        "李总",
        "老王",
        "欧阳小明",
        "买买提·艾力",
        "蒋姨",
        "杜东佳",
        "田先生",
    ],
)
def test_persons(name: str) -> None:
    assert guess_kind(name) is CustomerKind.PERSON


@pytest.mark.parametrize(
    "name",
    [
        "上海永昌贸易有限公司",
        "安之吉生活超市",
        "好大家（一中店）",
        "XX小区物业管理处",
        "ZZ工厂",
        "YY建材市场",
        "大通互惠集团",
        "北京市第一中学",
        "王府井百货",
        "李记饭店",
        "Acme Ltd",
        "德美化工",
    ],
)
def test_companies(name: str) -> None:
    assert guess_kind(name, CustomerKind.PERSON) is CustomerKind.COMPANY


def test_what_could_be_either_is_what_the_sheet_says() -> None:
    for name in ("姚军丽娟", "Dennis Kane", "上海松花"):
        assert guess_kind(name, CustomerKind.PERSON) is CustomerKind.PERSON
        assert guess_kind(name, CustomerKind.COMPANY) is CustomerKind.COMPANY


def test_common_surnames_with_common_given_names_are_persons(shared_data: Path) -> None:
    folder = shared_data / "customers_cn/names_psychbruce"
    surnames = [
        row["surname"] for row in csv.DictReader((folder / "familyname.csv").read_text("utf-8-sig").splitlines())
    ]
    wrong = [surname for surname in surnames[:300] if guess_kind(f"{surname}建国") is not CustomerKind.PERSON]
    assert len(wrong) <= 6, wrong  # 东方, 位, 候: words that begin company names more often


def test_names_as_stored_and_put_together() -> None:
    assert tidy_name("  好大家\n（一中店） ") == "好大家 （一中店）"
    assert full_name("王", "伟") == "王伟"
    assert full_name("Smith", "John") == "John Smith"
    assert full_name("", "伟") == "伟"
