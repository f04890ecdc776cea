"""Names as different hands write them, by rules: for the tests and the benchmark of the search for duplicates."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from desktop.rules.han_forms import other_writings
from desktop.rules.likeness import LONG_NAME, Likeness, likeness
from desktop.rules.names import name_parts

TOWNS = ("上海", "杭州市", "广东", "成都", "江苏省苏州市", "天津", "武汉市")
_BRANDS = "鑫盛恒泰瑞丰嘉隆昌裕茂祥兴顺博雅立通永联创金利佳和美百川万邦众合智云星辰晨光风启航华东新海天明德宏达"
ENDINGS = ("有限公司", "有限责任公司", "股份有限公司", "公司", "集团有限公司", "（集团）有限公司")


@dataclass(frozen=True, slots=True)
class Planted:
    """A name that is another writing of the base's, or its former name (`former` is then what the variant notes)."""

    rule: str
    name: str
    former: str = ""


def real_names(shared_data: Path) -> list[str]:
    """The 9,550 short names, and the full names of 1,686 listed companies."""
    folder = shared_data / "customers_cn"
    short = gzip.decompress((folder / "公司简称_抽样.txt.gz").read_bytes()).decode("utf-8").split()
    listed = csv.reader((folder / "上市公司_上半_gbk.csv").read_text("gbk").splitlines())
    return list(dict.fromkeys([*short, *(row[2] for row in list(listed)[1:])]))


def _bare(name: str) -> str:
    parts = name_parts(name)
    return parts.key if parts.key and parts.key in name else name


def _suffix(name: str, dice: Random) -> str:
    return _bare(name) + dice.choice(ENDINGS[:4])


def _prefix(name: str, dice: Random) -> str:
    return "" if name_parts(name).region else dice.choice(TOWNS) + name


def _brackets(name: str, dice: Random) -> str:
    parts = name_parts(name)
    region = parts.region or dice.choice(TOWNS).removesuffix("市")
    core = _bare(name)
    return f"{core[:2]}（{region}）{core[2:]}{dice.choice(ENDINGS[:2])}" if len(core) > 2 else ""


def _full_width(name: str, dice: Random) -> str:
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in name)
    at = dice.randrange(1, len(wide)) if len(wide) > 1 else 1
    return f"{wide[:at]}　{wide[at:]}"


def _traditional(name: str, dice: Random) -> str:
    return "".join(dice.choice(other_writings(sign) or (sign,)) for sign in name)


def _typo(name: str, dice: Random) -> str:
    core = _bare(name)
    if len(core) < LONG_NAME or not core.isalpha() or core.isascii() or core not in name:
        return ""
    at = dice.randrange(len(core))
    wrong = dice.choice(("", core[at] * 2, dice.choice("鑫森淼磊晶品众犇骉焱垚宝利达盈")))
    return name.replace(core, core[:at] + wrong + core[at + 1 :])


def _former(_name: str, dice: Random) -> str:
    return dice.choice(TOWNS) + "".join(dice.sample(_BRANDS, 4)) + "商贸有限公司"


RULES: dict[str, Callable[[str, Random], str]] = {
    "suffix": _suffix,
    "prefix": _prefix,
    "brackets": _brackets,
    "full width": _full_width,
    "traditional": _traditional,
    "former": _former,
    "typo": _typo,
}


def planted(names: list[str], count: int, dice: Random) -> dict[int, Planted]:
    """{place of the base in `names`: its variant}, about as many of each rule as its names allow."""
    counts = dict.fromkeys(RULES, 0)
    found: dict[int, Planted] = {}
    for at in dice.sample(range(len(names)), count):
        for rule in sorted(RULES, key=lambda one: counts[one]):
            made = RULES[rule](names[at], dice)
            if made and made != names[at]:
                counts[rule] += 1
                found[at] = Planted(rule, made, names[at] if rule == "former" else "")
                break
    return found


def as_customers(
    names: list[str], variants: dict[int, Planted]
) -> tuple[list[tuple[int, Likeness]], set[tuple[int, int]]]:
    """Customers by id, bases first, and the pairs of ids that are one."""
    known = [(at, likeness(name)) for at, name in enumerate(names)]
    truth = set()
    for at, one in variants.items():
        truth.add((at, len(known)))
        known.append((len(known), likeness(one.name, former_names=(one.former,))))
    return known, truth
