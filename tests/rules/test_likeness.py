from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import CustomerKind
from desktop.rules.likeness import Likeness, Strength, duplicate_reasons, is_strong, likeness

STRONG, WEAK = Strength.STRONG, Strength.WEAK


def found(one: Likeness, other: Likeness) -> list[tuple[str, Strength]]:
    return [(reason.code, reason.strength) for reason in duplicate_reasons(one, other)]


def test_the_credit_code_decides() -> None:
    one = likeness("永昌贸易", credit_code="91340600ma2pbm9hxd")
    other = likeness("全新的名称", credit_code="91340600MA2PBM9HXD")
    assert found(one, other) == [("same_credit_code", STRONG)]


def test_a_phone_decides_in_any_writing() -> None:
    one = likeness("永昌贸易", phones=["+86 138-0013-8000"])
    other = likeness("大通超市", phones=["13800138000", "021-61234567"])
    assert found(one, other) == [("same_phone", STRONG)]
    assert duplicate_reasons(one, other)[0].value == "13800138000"


def test_a_number_without_area_code_only_asks_for_a_look() -> None:
    one, other = likeness("永昌贸易", phones=["3601336"]), likeness("大通超市", phones=["0759-3601336"])
    assert found(one, other) == [("same_phone_tail", WEAK)]
    assert found(one, likeness("惠民", phones=["3601336"])) == [("same_phone", WEAK)]


def test_a_bank_hotline_is_nobodys() -> None:
    assert found(likeness("永昌贸易", phones=["95588"]), likeness("大通超市", phones=["95588"])) == []


def test_mail_and_wechat_decide() -> None:
    one, other = likeness("永昌贸易", addresses=["A@b.cn"]), likeness("大通超市", addresses=["a@B.cn"])
    assert found(one, other) == [("same_address", STRONG)]


def test_one_name_in_two_writings() -> None:
    assert found(likeness("上海永昌贸易有限公司"), likeness("永昌（上海）贸易")) == [("same_name", STRONG)]
    assert found(likeness("上海永昌贸易有限公司"), likeness("永昌贸易公司")) == [("same_name", STRONG)]


def test_the_same_name_elsewhere_is_weak() -> None:
    assert found(likeness("上海永昌贸易有限公司"), likeness("北京永昌贸易有限公司")) == [("same_name_elsewhere", WEAK)]
    assert found(likeness("上海天地有限公司"), likeness("天地")) == [("same_name", WEAK)]


def test_two_credit_codes_are_two_customers_whatever_their_name() -> None:
    one = likeness("永昌贸易", credit_code="91340600MA2PBM9HXD")
    other = likeness("永昌贸易有限公司", credit_code="91340600MA2PBN188W")
    assert found(one, other) == [("same_name", WEAK)]


def test_persons_share_their_names() -> None:
    one, other = (
        likeness("张伟", kind=CustomerKind.PERSON, phones=[phone]) for phone in ("13800138000", "13900139000")
    )
    assert found(one, other) == [("same_person_name", WEAK)]
    assert found(one, likeness("张三", kind=CustomerKind.PERSON)) == []


def test_short_and_former_names() -> None:
    full = likeness("神州高铁技术股份有限公司", short_name="神铁", former_names=["宝利来实业"])
    assert found(likeness("神州高铁"), full) == [("name_contained", WEAK)]
    assert found(likeness("神铁"), full) == [("short_name", WEAK)]
    assert found(likeness("宝利来实业有限公司"), full) == [("former_name", STRONG)]
    assert found(likeness("宝利有限公司"), likeness("神州高铁", former_names=["宝利"])) == [("former_name", WEAK)]
    assert found(likeness("神铁有限公司", short_name="x"), full) == [("short_name", WEAK)]


def test_a_slip_of_the_pen() -> None:
    assert found(likeness("杭州永昌新型建筑材料有限公司"), likeness("杭州永昌新型建筑材料厂")) != []
    assert found(likeness("永昌建筑材料"), likeness("永盛建筑材料")) == [("similar_name", WEAK)]
    assert found(likeness("永昌贸易"), likeness("永盛贸易")) == []  # too short: every second firm is one character away
    assert found(likeness("上海永昌建筑材料"), likeness("北京永晶建筑材料")) == []
    assert found(likeness("杭州永昌新型建筑装饰材料科技"), likeness("杭州永昌新型建筑装饰村料科技")) == [
        ("similar_name", WEAK)
    ]


def test_what_is_counted_is_no_slip_of_the_pen() -> None:
    for one, other in (
        ("市立第一医院", "市立第二医院"),
        ("永昌东路分店", "永昌西路分店"),
        ("天地大厦A座", "天地大厦B座"),
    ):
        assert found(likeness(one), likeness(other)) == []
    assert found(likeness("acme trading"), likeness("acme tradng")) == [("similar_name", WEAK)]


def test_traditional_characters_and_brackets() -> None:
    assert found(likeness("上海永昌貿易有限公司"), likeness("永昌（上海）贸易有限责任公司")) == [("same_name", STRONG)]


def test_a_group_and_its_company_are_two() -> None:
    one, other = likeness("永昌实业集团有限公司"), likeness("永昌实业有限公司")
    assert found(one, other) == [("same_name", WEAK)]
    assert found(one, likeness("永昌实业")) == [("same_name", STRONG)]
    assert found(likeness("永昌投资(有限合伙)"), likeness("永昌投资有限公司")) == [("same_name", WEAK)]
    assert found(likeness("永昌实业股份有限公司"), likeness("永昌实业有限公司")) == [("same_name", STRONG)]


def test_a_landline_alone_asks_for_a_look_with_a_like_name_it_decides() -> None:
    one = likeness("永昌建筑材料", phones=["021-61234567"])
    other, stranger = (likeness(name, phones=["02161234567"]) for name in ("永昌建材", "大通超市"))
    assert found(one, stranger) == [("same_phone", WEAK)]
    assert not is_strong(duplicate_reasons(one, stranger))
    contained = likeness("永昌建筑材料经营部", phones=["02161234567"])
    assert is_strong(duplicate_reasons(one, contained))
    assert found(one, other) == [("same_phone", WEAK)]


def test_what_many_share_proves_nothing() -> None:
    one, other = likeness("永昌贸易", phones=["13800138000"]), likeness("大通超市", phones=["13800138000"])
    assert duplicate_reasons(one, other, {"13800138000"}) == []


def test_a_boss_and_his_firm_share_a_mobile() -> None:
    boss = likeness("王伟", kind=CustomerKind.PERSON, phones=["13800138000"])
    assert found(boss, likeness("永昌贸易", phones=["13800138000"])) == [("same_phone", WEAK)]


def test_persons_are_known_by_their_name_and_something_else() -> None:
    def person(**known: str) -> Likeness:
        return likeness("王建国", kind=CustomerKind.PERSON, **known)

    assert found(person(birthday="1980-03-05"), person(birthday="1980-03-05"))[0] == ("same_birthday", STRONG)
    assert ("same_birthday", WEAK) in found(person(birthday="03-05"), person(birthday="03-05"))
    assert found(person(employer="上海永昌贸易有限公司"), person(employer="永昌贸易"))[0] == ("same_employer", STRONG)
    assert found(person(birthday="1980-03-05"), likeness("李明", kind=CustomerKind.PERSON, birthday="1980-03-05")) == []


def test_strangers_have_nothing_in_common() -> None:
    assert found(likeness("百惠超市"), likeness("佰乐超市")) == []
    assert found(likeness(""), likeness("")) == []


NAMES = st.text(alphabet="上海北京永昌大通超市贸易有限公司()（） ab", max_size=14)


@given(NAMES, NAMES, st.sampled_from(["", "13800138000", "3601336"]), st.sampled_from(["", "0759-3601336"]))
def test_likeness_is_mutual(one: str, other: str, phone: str, another: str) -> None:
    ours, theirs = likeness(one, phones=[phone]), likeness(other, phones=[another])
    assert sorted(found(ours, theirs)) == sorted(found(theirs, ours))
    assert sum(1 for code, _ in found(ours, theirs) if "name" in code) <= 1
