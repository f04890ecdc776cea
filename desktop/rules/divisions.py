"""The divisions of China as a tree: provinces, cities, districts, by all the names they go under.

`Divisions` is made from the lines of resources/divisions/divisions.tsv (services/places.py loads them). How an address
is read is in region_reading.py, what is offered while one types in region_finding.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop.rules.former_divisions import FORMER

Line = tuple[int, str, str, str]  # depth 1 to 3, code or "", name, pinyin with blanks between the syllables


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """省, 市, 区 as the card holds them; "" for what is not known."""

    province: str = ""
    city: str = ""
    district: str = ""

    @property
    def levels(self) -> tuple[str, str, str]:
        """The three names."""
        return self.province, self.city, self.district

    def __str__(self) -> str:
        """ "浙江省 杭州市 西湖区"; a city under the central government is said once."""
        return " ".join(dict.fromkeys(name for name in self.levels if name))


NOWHERE = Region()


@dataclass(eq=False, slots=True)
class Division:
    """One node of the tree."""

    name: str
    depth: int
    code: str
    syllables: tuple[str, ...]
    parent: Division | None
    short: str = ""
    children: list[Division] = field(default_factory=list)

    @property
    def region(self) -> Region:
        """The division with those it lies in."""
        names = {one.depth: one.name for one in self.line()}
        return Region(names.get(1, ""), names.get(2, ""), names.get(3, ""))

    def line(self) -> Iterator[Division]:
        """The division, and those it lies in, up to the province."""
        one: Division | None = self
        while one is not None:
            yield one
            one = one.parent

    def lies_in(self, other: Division) -> bool:
        """Whether it is somewhere below `other`."""
        return self is not other and any(one is other for one in self.line())


_PEOPLES = (
    "蒙古族? 藏族 彝族 土家族 苗族 侗族 布依族 哈尼族 壮族 傣族 白族 景颇族 傈僳族 回族 哈萨克族? "
    "柯尔克孜族? 朝鲜族 羌族 维吾尔族? 各族 满族 畲族 黎族 瑶族 仡佬族 水族 土族 撒拉族 保安族 达斡尔族? "
    "锡伯族? 塔吉克族? 纳西族 独龙族 怒族 普米族 佤族 拉祜族 布朗族 毛南族 仫佬族 京族 鄂温克族? 裕固族 东乡族"
)
_SELF_GOVERNED = re.compile(f"(?:{'|'.join(_PEOPLES.split())})*自治[区州县旗]$")
_KINDS = {
    1: ("特别行政区", "自治区", "省", "市"),
    2: ("地区", "自治州", "盟", "市", "州", "林区", "县"),
    3: ("新区", "林区", "特区", "区", "县", "市", "旗"),
}
# 崇明县 became 崇明区, 襄樊地区 a 市: whatever kind stands behind a name means the same place, if no other has it.
_KINDS_WRITTEN = {1: ("省", "市"), 2: ("市", "地区", "州", "盟"), 3: ("区", "县", "市", "旗")}


def short_name(name: str, depth: int) -> str:
    """浙江 of 浙江省, 延边 of 延边朝鲜族自治州, 浦东 of 浦东新区; the name itself where one character were left."""
    people = _SELF_GOVERNED.search(name, 2)
    if people:
        return name[: people.start()]
    for kind in _KINDS[depth]:
        if name.endswith(kind) and len(name) - len(kind) >= 2:
            return name[: -len(kind)]
    return name


# The traditional characters of names of places that are written so in letters from Hong Kong, Macau and Taiwan.
_SIMPLE = str.maketrans(
    "臺區縣鄉鎮灣廣東遼寧龍陝蘇義蘭貴雲慶連濟鄭長漢門華陽興灘島離黃觀圍葵荃馬鳳順聖環與園壢豐後潭紅樹蘆鶯",
    "台区县乡镇湾广东辽宁龙陕苏义兰贵云庆连济郑长汉门华阳兴滩岛离黄观围葵荃马凤顺圣环与园坜丰后潭红树芦莺",
)


def half_width(text: str) -> str:
    """Full-width digits, letters and signs in their ordinary form."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def simple(text: str) -> str:
    """Simple characters for the traditional ones in names of places, sign for sign."""
    return text if text.isascii() else text.translate(_SIMPLE)


class Divisions:
    """The tree with its names."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.all: list[Division] = []
        self.by_code: dict[str, Division] = {}
        self._full: dict[str, list[Division]] = {}
        self._short: dict[str, list[Division]] = {}
        self._other: dict[str, list[Division]] = {}
        self._grow(lines)
        self._name()
        self.longest = max((len(name) for names in (self._full, self._other) for name in names), default=0)

    def _grow(self, lines: Iterable[Line]) -> None:
        latest: dict[int, Division] = {}
        for depth, code, name, pinyin in lines:
            # A county that a province governs itself stands on the level of cities; Chongqing is one city, listed once.
            parent = latest.get(depth - 1) if depth > 1 else None
            made = Division(name, depth, code, tuple(pinyin.split()), parent, short_name(name, depth))
            if parent is not None:
                parent.children.append(made)
            latest[depth] = made
            self.all.append(made)
            if code:
                self.by_code[code] = made

    def _name(self) -> None:
        for one in self.all:
            self._full.setdefault(one.name, []).append(one)
            if one.short != one.name:
                self._short.setdefault(one.short, []).append(one)
        for former, now in FORMER.items():
            found = self._at(now)
            if found is not None:
                self._other.setdefault(former, []).append(found)
        for one in self.all:
            if one.short == one.name:
                continue
            for kind in _KINDS_WRITTEN[one.depth]:
                written = one.short + kind
                if written not in self._full and written not in FORMER:
                    self._other.setdefault(written, []).append(one)

    def _at(self, path: str) -> Division | None:
        """The division of a path of names, 浙江省/宁波市/鄞州区."""
        found: Division | None = None
        for name in path.split("/"):
            pool = self._full.get(name, []) if found is None else found.children
            found = next((one for one in pool if one.name == name and one.parent is found), None)
            if found is None:
                return None
        return found

    def named(self, name: str) -> list[Division]:
        """All that are written like this in full."""
        return self._full.get(name, [])

    def once_named(self, name: str) -> list[Division]:
        """All that were written like this once, or are by mistake of their kind (崇明县, 杭州地区)."""
        return self._other.get(name, [])

    def called(self, name: str) -> list[Division]:
        """All that are called so in short."""
        return self._short.get(name, [])

    def division(self, region: Region) -> Division | None:
        """The node of a region written in full, None if there is none such."""
        names = [name for name in region.levels if name]
        if not names:
            return None
        deepest = self._full.get(names[-1], [])
        return next((one for one in deepest if one.region == region), None)

    def knows(self, region: Region) -> bool:
        """Whether the region, as it is written, is in the table; nothing at all is."""
        return region == NOWHERE or self.division(region) is not None

    def of_code(self, code: str) -> Region | None:
        """The region of a six-digit code of GB/T 2260, or of the city or province it begins with."""
        for length in (6, 4, 2):
            found = self.by_code.get(code[:length])
            if found is not None and len(code) >= length:
                return found.region
        return None
