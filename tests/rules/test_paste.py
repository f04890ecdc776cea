"""Pasted lines and paragraphs, as people send them, and what is made of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.paste import Pasted, looks_like_card, read_pasted
from desktop.rules.paste_pieces import LONGEST
from desktop.services.places import area_codes, divisions

TREE = divisions()
XIHU = "浙江省 杭州市 西湖区"


def read(text: str) -> Pasted:
    return read_pasted(text, TREE, area_codes())


def told(pasted: Pasted) -> dict[str, str]:
    """What was understood, as short texts."""
    plain = ("name", "title", "company", "address", "postcode", "wechat", "qq", "email", "credit_code", "note", "rest")
    found = {name: getattr(pasted, name) for name in plain}
    found["region"] = str(pasted.region)
    found["phones"] = " ".join(f"{one.value}-{one.extension}".rstrip("-") for one in pasted.phones)
    return {name: text for name, text in found.items() if text}


AT_WENSAN = {"name": "张三", "phones": "13800138000", "region": XIHU, "address": "文三路100号3幢301"}
CASES: list[tuple[str, dict[str, str]]] = [
    ("张三 13800138000 浙江省杭州市西湖区文三路 100 号 3 幢 301 310012", AT_WENSAN | {"postcode": "310012"}),
    ("浙江省杭州市西湖区文三路100号3幢301，张三，13800138000", AT_WENSAN),
    ("收货人：张三\n手机号码：13800138000\n所在地区：浙江省杭州市西湖区\n详细地址：文三路100号3幢301", AT_WENSAN),
    ("张三13800138000浙江省杭州市西湖区文三路100号3幢301", AT_WENSAN),
    ("浙江省杭州市西湖区文三路100号3幢301张三收 138 0013 8000", AT_WENSAN),
    ("杭州西湖文三路100号3幢301 张三（收） 138-0013-8000", AT_WENSAN),
    (
        "收件人: 李小红 联系电话: 0571-87654321转801 收货地址: 浙江杭州滨江区网商路599号 邮编: 310052",
        {
            "name": "李小红", "phones": "0571-87654321-801", "region": "浙江省 杭州市 滨江区", "address": "网商路599号",
            "postcode": "310052",
        },
    ),
    (
        "上海市浦东新区张江镇科苑路88号2号楼 王伟（收） 021-61234567 分机：801",
        {
            "name": "王伟", "phones": "021-61234567-801", "region": "上海市 浦东新区",
            "address": "张江镇科苑路88号2号楼",
        },
    ),
    (
        "杭州西湖电子有限公司 李总 138-0013-8000 微信同号 杭州市西湖区文三路100号",
        {
            "company": "杭州西湖电子有限公司", "name": "李总", "phones": "13800138000", "wechat": "13800138000",
            "region": XIHU, "address": "文三路100号",
        },
    ),
    (
        "王女士，１３８００１３８０００，广东省深圳市南山区科技园南区Ａ栋３０５",
        {"name": "王女士", "phones": "13800138000", "region": "广东省 深圳市 南山区", "address": "科技园南区A栋305"},
    ),
    (
        "朝阳区建国路88号 SOHO现代城 赵敏 010-85801234",
        {"name": "赵敏", "phones": "010-85801234", "region": "北京市 朝阳区", "address": "建国路88号SOHO现代城"},
    ),
    (
        (
            "公司：宁波海天某某集团有限公司\n联系人：周杰\n职务：采购经理\n电话：0574-86182888 "
            "传真：0574-86182999\n手机：+86 139 5741 2345\n邮箱：zhou@example.com\n"
            "地址：浙江省宁波市北仑区小港江南中路32号\n备注：周一上午送"
        ),
        {
            "company": "宁波海天某某集团有限公司", "name": "周杰", "title": "采购经理",
            "phones": "0574-86182888 0574-86182999 13957412345", "email": "zhou@example.com",
            "region": "浙江省 宁波市 北仑区", "address": "小港江南中路32号", "note": "周一上午送",
        },
    ),
    (
        "陈大文 +852 9123 4567 香港九龙观塘区开源道60号骏业大厦12楼",
        {
            "name": "陈大文", "phones": "+852 9123 4567", "region": "香港特别行政区 九龙 观塘区",
            "address": "开源道60号骏业大厦12楼",
        },
    ),
    (
        "何先生 (853) 6612 3456 澳门氹仔成都街88号",
        {
            "name": "何先生", "phones": "853 6612 3456", "region": "澳门特别行政区 澳门外岛 嘉模堂区",
            "address": "成都街88号",
        },
    ),
    (
        "林小姐 0912-345-678 台北市信義區松智路1號 110",
        {
            "name": "林小姐", "phones": "0912-345-678", "region": "台湾省 台北市 信义区", "address": "松智路1號",
            "postcode": "110",
        },
    ),
    (
        "李明 13912345678,江苏省 苏州市 昆山市 花桥镇 徐公桥路2号 215332",
        {
            "name": "李明", "phones": "13912345678", "region": "江苏省 苏州市 昆山市", "address": "花桥镇徐公桥路2号",
            "postcode": "215332",
        },
    ),
    (
        "微信：zhangsan_88 QQ：12345678 张三丰 湖北仙桃干河街道",
        {
            "name": "张三丰", "wechat": "zhangsan_88", "qq": "12345678", "region": "湖北省 仙桃市",
            "address": "干河街道",
        },
    ),
    ("400-820-8820 上海某某贸易有限公司", {"company": "上海某某贸易有限公司", "phones": "400-820-8820"}),
    (
        "税号 91340600MA2PBM9HXD 淮北市某某商贸有限公司 安徽省淮北市相山区 电话0561-3012345",
        {
            "company": "淮北市某某商贸有限公司", "credit_code": "91340600MA2PBM9HXD", "phones": "0561-3012345",
            "region": "安徽省 淮北市 相山区",
        },
    ),
    (
        "【收货人】 刘洋  【电话】 13800138000  【地址】 重庆市 重庆市 渝北区 龙溪街道 红锦大道1号",
        {"name": "刘洋", "phones": "13800138000", "region": "重庆市 渝北区", "address": "龙溪街道红锦大道1号"},
    ),
    (
        "姓名 王小明\r\n电话 13800138000\r\n地址 天津市南开区鞍山西道123号",
        {"name": "王小明", "phones": "13800138000", "region": "天津市 南开区", "address": "鞍山西道123号"},
    ),
    (
        "广州市天河区体育西路103号维多利广场A塔 陈经理 13800138000/13900139000",
        {
            "name": "陈经理", "phones": "13800138000 13900139000", "region": "广东省 广州市 天河区",
            "address": "体育西路103号维多利广场A塔",
        },
    ),
    (
        "John Smith 13800138000 江干区钱江路58号",
        {"name": "John Smith", "phones": "13800138000", "region": "浙江省 杭州市 上城区", "address": "钱江路58号"},
    ),
    (
        "王伟收 浙江省绍兴县柯桥街道 13800138000-8812",
        {"name": "王伟", "phones": "13800138000-8812", "region": "浙江省 绍兴市 柯桥区", "address": "柯桥街道"},
    ),
    ("张三", {"name": "张三"}),
    ("浙江省杭州市西湖区", {"region": XIHU}),
    ("", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_people_paste(text: str, expected: dict[str, str]) -> None:
    assert told(read(text)) == expected


def test_a_fax_is_told_from_a_phone() -> None:
    assert [one.kind.value for one in read("电话：0574-86182888 传真：0574-86182999").phones] == ["phone", "fax"]


def test_what_may_be_several_places_stays_open() -> None:
    assert len(read("朝阳区建国路88号 赵敏 13800138000").regions) == 2


def test_an_id_number_is_no_phone() -> None:
    pasted = read("张三 11010519491231002X 13800138000")
    assert pasted.id_number == "11010519491231002X"
    assert [one.value for one in pasted.phones] == ["13800138000"]


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("张三", False),
        ("杭州西湖电子有限公司", False),
        ("浙江省杭州市西湖区文三路100号", False),
        ("张三 13800138000", True),
        ("杭州西湖电子有限公司 13800138000", True),
        ("收货人：张三\n地址：浙江省杭州市西湖区文三路100号", True),
    ],
)
def test_only_what_tells_several_things_is_offered_to_be_taken_apart(text: str, like: bool) -> None:
    assert looks_like_card(text, TREE) is like


PLACED = [one for one in TREE.all if one.depth == 3 and one.code]


@given(
    name=st.sampled_from(["张三", "欧阳小明", "李总", "王女士", "买买提·艾力"]),
    phone=st.sampled_from(["13800138000", "021-61234567-801", "0571-87654321", "400 820 8820", "+852 9123 4567"]),
    place=st.sampled_from(PLACED),
    order=st.sampled_from(list(itertools.permutations(range(4)))),
    between=st.sampled_from(["，", " ", "\n", "; ", "\t", "  "]),
)
def test_order_and_separators_do_not_matter(
    name: str, phone: str, place: object, order: tuple[int, ...], between: str
) -> None:
    region = place.region  # type: ignore[attr-defined]
    pieces = [name, phone, "".join(dict.fromkeys(region.levels)) + "文三路100号3幢301", "310012"]
    pasted = read(between.join(pieces[number] for number in order))
    assert pasted.name == name
    assert [one.digits[-4:] for one in pasted.phones] == [
        "".join(s for s in phone.split("-801", maxsplit=1)[0] if s.isdigit())[-4:]
    ]
    assert pasted.region == region
    assert pasted.address == "文三路100号3幢301"
    assert pasted.postcode == "310012"


@given(st.text(max_size=200))
def test_any_text_is_taken_without_harm(text: str) -> None:
    pasted = read(text)
    assert "\x00" not in "".join(told(pasted).values())


@pytest.mark.parametrize(
    "unit", ["张三 13800138000 ", "1", "浙江省", "\u202e", "电话：", "((((", "a@", " \n", "\x00", "😀"]
)
def test_a_megabyte_is_looked_at_in_part(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit)))[:1_000_000]
    pasted = read(text)
    assert sum(len(one) for one in told(pasted).values()) <= 6 * LONGEST
