"""The tree of divisions: what is in it, how addresses are read by it, what is offered while one types."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.divisions import Region, short_name
from desktop.rules.former_divisions import FORMER
from desktop.rules.region_reading import read_region, settled_region, typed_region
from desktop.services.places import area_codes, divisions, parted, region_finder

TREE = divisions()


def test_every_listed_division_is_in_the_tree(shared_data: Path) -> None:
    folder = shared_data / "customers_cn/divisions"
    rows = list(csv.DictReader((folder / "areas.csv").read_text("utf-8").splitlines()))
    missing = [one["name"] for one in rows if not TREE.named(one["name"])]
    assert not missing
    assert len(TREE.all) == 3753
    assert len([one for one in TREE.all if one.depth == 1]) == 34
    assert len(area_codes()) == 328


def test_former_names_lead_to_places_that_exist() -> None:
    for former, path in FORMER.items():
        now = read_region(TREE, path.replace("/", " "))
        assert now.sure, (former, path)
        assert not now.rest, (former, path)


@pytest.mark.parametrize(
    ("name", "depth", "short"),
    [
        ("浙江省", 1, "浙江"), ("新疆维吾尔自治区", 1, "新疆"), ("香港特别行政区", 1, "香港"), ("上海市", 1, "上海"),
        ("延边朝鲜族自治州", 2, "延边"), ("大兴安岭地区", 2, "大兴安岭"), ("锡林郭勒盟", 2, "锡林郭勒"),
        ("浦东新区", 3, "浦东"), ("孟村回族自治县", 3, "孟村"), ("沙县区", 3, "沙县"), ("郊区", 3, "郊区"),
        ("积石山保安族东乡族撒拉族自治县", 3, "积石山"), ("神农架林区", 2, "神农架"),
    ],
)  # fmt: skip
def test_short_names(name: str, depth: int, short: str) -> None:
    assert short_name(name, depth) == short


@pytest.mark.parametrize(
    ("text", "found", "rest", "sure"),
    [
        ("浙江省杭州市西湖区文三路 100 号", "浙江省 杭州市 西湖区", "文三路 100 号", True),
        ("杭州西湖文三路", "浙江省 杭州市 西湖区", "文三路", False),
        ("浙江,杭州,西湖,文三路1号", "浙江省 杭州市 西湖区", "文三路1号", False),
        ("中国 福建 厦门 思明", "福建省 厦门市 思明区", "", False),
        ("上海市上海市浦东新区", "上海市 浦东新区", "", True),
        ("北京朝阳门外大街", "北京市", "朝阳门外大街", False),
        ("深圳南山科技园", "广东省 深圳市 南山区", "科技园", False),
        ("湖北仙桃", "湖北省 仙桃市", "", False),
        ("广东东莞长安镇", "广东省 东莞市", "长安镇", False),
        ("四川省凉山州西昌市", "四川省 凉山彝族自治州 西昌市", "", True),
        ("江东区百丈路", "浙江省 宁波市 鄞州区", "百丈路", True),
        ("宁波江东百丈路", "浙江省 宁波市", "江东百丈路", False),
        ("襄樊市", "湖北省 襄阳市", "", True),
        ("崇明县城桥镇", "上海市 崇明区", "城桥镇", True),
        ("雄安新区容城县", "河北省 保定市 容城县", "", True),
        ("香港九龙观塘区开源道", "香港特别行政区 九龙 观塘区", "开源道", False),
        ("臺北市信義區松智路", "台湾省 台北市 信义区", "松智路", True),
        ("澳门氹仔", "澳门特别行政区 澳门外岛 嘉模堂区", "", False),
        ("吉林", "吉林省", "", False),
        ("江苏省杭州市西湖区", "江苏省", "杭州市西湖区", False),
    ],
)
def test_the_head_of_an_address_is_read(text: str, found: str, rest: str, sure: bool) -> None:
    read = read_region(TREE, text)
    assert str(read.only) == found
    assert (read.rest, read.sure) == (rest, sure)


@pytest.mark.parametrize("text", ["南京东路100号", "文三路 5 号", "", "Tokyo", "海南路", "一幢 2 楼"])
def test_what_is_no_region_is_left_alone(text: str) -> None:
    read = read_region(TREE, text)
    assert read.found == ()
    assert read.rest == text


def test_what_may_be_several_stays_open() -> None:
    read = read_region(TREE, "朝阳区建国路88号")
    assert [one.city for one in read.found] == ["北京市", "长春市"]
    assert not read.sure
    assert read.only is None


@pytest.mark.parametrize(
    ("cells", "settled"),
    [
        (("浙江", "杭州", "西湖"), "浙江省 杭州市 西湖区"),
        (("", "杭州", ""), "浙江省 杭州市"),
        (("", "昆山", ""), "江苏省 苏州市 昆山市"),
        (("", "吉林", ""), "吉林省 吉林市"),
        (("", "北京", "海淀区"), "北京市 海淀区"),
        (("", "浙江省杭州市", "西湖区"), "浙江省 杭州市 西湖区"),
        (("", "", "朝阳区"), None),
        (("浙江省", "南京市", ""), None),
        (("广东", "深圳", "宝安新区"), None),
        (("", "", ""), None),
    ],
)
def test_cells_of_a_sheet_are_settled_where_it_is_sure(cells: tuple[str, str, str], settled: str | None) -> None:
    found = settled_region(TREE, Region(*cells))
    assert (None if found is None else str(found)) == settled


@given(st.sampled_from(TREE.all))
def test_every_division_written_in_full_is_read_as_itself(one: object) -> None:
    region = one.region  # type: ignore[attr-defined]
    read = read_region(TREE, "".join(region.levels) + " 1号")
    assert region in read.found or region.city == ""  # 北京市 alone is the city as well
    assert TREE.knows(region)
    if region.city:
        assert settled_region(TREE, region) == region


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_and_typed_without_harm(text: str) -> None:
    read = read_region(TREE, text)
    assert len(read.rest) <= len(text) * 18
    region_finder().complete(text)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *((typed, "浙江省 杭州市 西湖区") for typed in ("hz xh", "西湖", "杭州西湖", "hzxh", "zjhzxh")),
        ("hangzhouxihuqu", "浙江省 杭州市 西湖区"),
        ("sh pd", "上海市 浦东新区"),
        ("bj", "北京市"),
        ("浙", "浙江省"),
        ("lu an", "安徽省 六安市"),
        ("gdgz", "广东省 广州市"),
        ("杭州xh", "浙江省 杭州市 西湖区"),
        ("cqyb", "重庆市 渝北区"),
    ],
)
def test_few_keys_find_a_region(typed: str, first: str) -> None:
    assert str(region_finder().complete(typed)[0]) == first


def test_several_regions_of_a_name_are_all_offered() -> None:
    offered = [str(one) for one in region_finder().complete("朝阳")]
    assert offered == ["辽宁省 朝阳市", "北京市 朝阳区", "吉林省 长春市 朝阳区", "辽宁省 朝阳市 朝阳县"]
    assert region_finder().complete("没有的地方") == []


def test_a_code_tells_its_region_or_the_next_above() -> None:
    assert str(TREE.of_code("330106")) == "浙江省 杭州市 西湖区"
    assert str(TREE.of_code("330199")) == "浙江省 杭州市"
    assert str(TREE.of_code("810000")) == "香港特别行政区"
    assert TREE.of_code("990000") is None


@pytest.mark.parametrize(
    ("address", "region", "rest"),
    [
        ("浙江省杭州市西湖区文三路100号", "浙江省 杭州市 西湖区", "文三路100号"),
        ("上海市浦东新区科苑路88号", "上海市 浦东新区", "科苑路88号"),
        ("新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放路", "新疆维吾尔自治区 伊犁哈萨克自治州 伊宁市", "解放路"),
        ("苏州市昆山市花桥镇", "江苏省 苏州市 昆山市", "花桥镇"),
    ],
)
def test_an_address_in_full_is_parted(address: str, region: str, rest: str) -> None:
    found = parted(address)
    assert found is not None
    assert (str(found[0]), found[1]) == (region, rest)


@pytest.mark.parametrize(
    "address", ["西湖区文三路", "杭州市文三路市场区", "江苏省杭州市西湖区1号", "浙江省杭州市西湖区", ""]
)
def test_an_address_that_is_not_sure_is_left(address: str) -> None:
    assert parted(address) is None


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("杭州西湖", ("浙江省", "杭州市", "西湖区")),
        ("日本 东京都 涩谷区", ("日本", "东京都", "涩谷区")),
        ("浙江省 杭州市 火星区", ("浙江省", "杭州市", "火星区")),
        ("广东 天河新城", ("广东", "天河新城", "")),
        ("火星市", ("", "火星市", "")),
        ("天堂省", ("天堂省", "", "")),
        ("朝阳区", ("", "", "朝阳区")),
        ("", ("", "", "")),
    ],
)
def test_free_text_for_a_region_is_kept(typed: str, levels: tuple[str, str, str]) -> None:
    assert typed_region(TREE, typed).levels == levels
