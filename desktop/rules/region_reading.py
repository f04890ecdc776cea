"""How the head of an address is read as a region: longest names first, short forms and former names too.

What could be several places stays open: 朝阳区 alone is one of Beijing and one of Changchun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.rules.divisions import Division, Divisions, Region, half_width, simple


@dataclass(frozen=True, slots=True)
class RegionRead:
    """What stands at the head of a text. `found` has all regions it may be, the likeliest first; `rest` follows it.

    `sure`: it can be only one, every part of it was written in full (or under a former full name), and no second
    region follows that does not lie in it (江苏省杭州市).
    """

    found: tuple[Region, ...] = ()
    rest: str = ""
    sure: bool = False

    @property
    def only(self) -> Region | None:
        """The region, if it can be only one."""
        return self.found[0] if len(self.found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Step:
    end: int
    at: Division
    full: bool  # no short form on the way


_BETWEEN = re.compile(r"[\s,，、/·|>-]*")
# Xiong'an is no division: its three counties stand in the table under Baoding.
_COUNTRY = re.compile(r"\s*(?:中华人民共和国|中国)?[\s,，、/·-]*(?:(?:河北省?)?雄安新区(?=安新|容城|雄县))?")
# Behind a short name these make another word of it: 南京东路 lies in Shanghai, 朝阳门 is a gate, 海南岛 an island.
_NO_PLACE = re.compile(
    r"[东西南北中大内外]{0,2}(?:[一二三四五六七八九十]{0,2}(?:路|街|道|巷|弄|里|桥|门|村|镇|乡|站)|[岛湖山江河](?![一-鿿])|广场|新村|小区"
    r"|大厦|大楼|花园|公园|公司|集团|机场|大学|学院|医院|银行|宾馆|酒店|饭店|商会|办事处|话|人|菜|烤鸭|胡同)"
)


def read_region(divisions: Divisions, text: str, least_depth: int = 1) -> RegionRead:
    """The region at the head of `text`; nothing found leaves `found` empty and the whole text (half width) as `rest`.

    `least_depth` 2 or 3 says that the text is known to be a city or a district: 吉林 is then the city of that name.
    """
    whole = half_width(text).strip()
    names = simple(whole)
    country = _COUNTRY.match(names)
    start = country.end() if country else 0
    best: list[_Step] = []
    for step in _walks(divisions, names, start, least_depth):
        if not best or step.end > best[0].end:
            best = [step]
        elif step.end == best[0].end:
            best.append(step)
    if not best:
        return RegionRead(rest=whole)
    steps = _likeliest(best)
    between = _BETWEEN.match(whole, best[0].end)
    rest = whole[between.end() if between else best[0].end :]
    full = any(one.full for one in best if one.at is steps[0].at)
    sure = len(steps) == 1 and full and not any(one.full for one in _names_at(divisions, simple(rest), 0, None))
    return RegionRead(tuple(dict.fromkeys(one.at.region for one in steps)), rest, sure)


def _walks(divisions: Divisions, text: str, start: int, least_depth: int) -> Iterator[_Step]:
    """Every way of reading names one behind the other, each lying in the one before."""
    waiting = [one for one in _names_at(divisions, text, start, None) if one.at.depth >= least_depth]
    while waiting:
        step = waiting.pop()
        yield step
        between = _BETWEEN.match(text, step.end)
        after = between.end() if between else step.end
        waiting += [
            _Step(one.end, one.at, one.full and step.full) for one in _names_at(divisions, text, after, step.at)
        ]


def _names_at(divisions: Divisions, text: str, start: int, within: Division | None) -> Iterator[_Step]:
    """The names that begin at `start`, of divisions inside `within`."""
    for length in range(min(divisions.longest, len(text) - start), 1, -1):
        name = text[start : start + length]
        end = start + length
        full = _inside(divisions.named(name), within) or _inside(divisions.once_named(name), within)
        yield from (_Step(end, one, True) for one in full)
        if full:
            continue
        for one in _inside(divisions.called(name), within):
            if not _NO_PLACE.match(text, end) or _goes_on(divisions, text, end, one):
                yield _Step(end, one, False)


def _goes_on(divisions: Divisions, text: str, end: int, one: Division) -> bool:
    """Whether a division inside `one` is named next: 杭州西湖, though 西湖 alone looks like a lake."""
    for length in range(2, min(divisions.longest, len(text) - end) + 1):
        name = text[end : end + length]
        if _inside([*divisions.named(name), *divisions.once_named(name), *divisions.called(name)], one):
            return True
    return False


def _inside(divisions: list[Division], within: Division | None) -> list[Division]:
    return divisions if within is None else [one for one in divisions if one.lies_in(within)]


def _likeliest(steps: list[_Step]) -> list[_Step]:
    """One way for each place; a province is meant where its name stands alone, and 上海 is both at once."""
    if any(one.full for one in steps):
        steps = [one for one in steps if one.full]
    found = list({id(one.at): one for one in steps}.values())
    cities = [one for one in found if one.at.parent is not None and one.at.parent.name == one.at.name]
    if cities:
        return cities
    provinces = [one for one in found if one.at.depth == 1]
    return provinces or sorted(found, key=lambda one: (one.at.depth, one.at.code or "9"))


def settled_region(divisions: Divisions, written: Region) -> Region | None:
    """The region three cells of a sheet mean, in today's full names; None where that is not sure.

    The cells may hold short forms, former names, or several levels in one; a level they leave out is filled in.
    """
    cells = [name.strip() for name in written.levels]
    if not any(cells):
        return None
    depth = next(number for number, name in enumerate(cells, 1) if name)
    joined = " ".join(dict.fromkeys(name for name in cells if name))
    for least in dict.fromkeys((depth, 1)):
        read = read_region(divisions, joined, least)
        if read.found:
            break
    return read.only if not read.rest else None


_PIECES = re.compile(r"[\s,，、/·|>]+")
_LEVELS = (
    re.compile(r"(?:省|自治区|特别行政区)$"),
    re.compile(r"(?:市|自治州|州|盟|地区)$"),
    re.compile(r"(?:区|县|旗|镇|乡)$"),
)


def typed_region(divisions: Divisions, text: str) -> Region:
    """What is typed into the field of the region. What the table does not know is kept as it is written.

    Free text goes to the three levels by its pieces: 日本 东京都 涩谷区; of one piece alone its last character decides.
    """
    read = read_region(divisions, text)
    if read.only is not None and (read.sure or not read.rest):
        return _with_rest(read.only, read.rest)
    pieces = [piece for piece in _PIECES.split(text.strip()) if piece]
    if len(pieces) > 1:
        return Region(pieces[0], pieces[1], " ".join(pieces[2:]))
    word = "".join(pieces)
    level = next((number for number, kind in enumerate(_LEVELS) if kind.search(word)), 2)
    return Region(*(word if number == level else "" for number in range(3)))


def _with_rest(known: Region, rest: str) -> Region:
    if not rest:
        return known
    if known.district:
        return Region(known.province, known.city, f"{known.district} {rest}")
    return Region(known.province, known.city, rest) if known.city else Region(known.province, "", rest)


_FULL_HEAD = re.compile(
    r"(?P<province>[一-鿿]{2,8}?(?:省|自治区|特别行政区))?\s*(?P<city>[一-鿿]{2,10}?(?:市|自治州|盟|地区))\s*"
    r"(?P<district>[一-鿿]{1,12}?(?:区|县|市|旗))\s*(?P<rest>\S.*)",
    re.DOTALL,
)


def full_head(address: str) -> tuple[Region, str] | None:
    """The three names an address begins with, where they look written in full, and what follows; else None.

    Only how they look: whether there are such places is for the table to say. Fast, for lists of a hundred thousand.
    """
    found = _FULL_HEAD.fullmatch(address)
    if found is None:
        return None
    return Region(found["province"] or "", found["city"], found["district"]), found["rest"]
