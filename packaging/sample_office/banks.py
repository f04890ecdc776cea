"""The written fragments beside this module, and how they become sentences about one customer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sample_office.dice import Dice

FOLDER = Path(__file__).resolve().parent
_MARKS = re.compile(r"^([店销用大厂仓纸笔鼓水微邮短访守拖员成幼长男]+):")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
# Marks at the head of a line say of whom it can be told: 店 a shop, 销 a reseller, 用 who uses what he buys, 大 fifteen
# people or more, 厂 a factory, 仓 who has a storeroom, 守 and 拖 who pays in time or late, 成 who has bought, 员 that
# the one spoken with has somebody above him; 微 邮 短 访 the means; 幼 长 男 the principal's age and gender. These four
# speak of particular goods, which the customer must be buying:
GOODS_MARKS = {
    "纸": {"A4复印纸", "80克A4纸", "A3纸", "彩色复印纸"},
    "笔": {"黑色中性笔", "蓝色按动笔"},
    "鼓": {"388硒鼓", "2612硒鼓"},
    "水": {"商用净水机"},
}
_PEOPLE = ("c", "c2", "boss")  # a sentence must not name one person twice as two
_LOOK = 3  # drawn from the few that were not used for longest, not always the very first


@cache
def bank(name: str) -> dict[str, Any]:
    """The tables of `name`.toml."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def lines(block: str) -> list[str]:
    """The lines of a block of text."""
    return [line for line in block.strip().split("\n") if line]


@cache
def listed(name: str, key: str) -> list[str]:
    """The lines of one block of `name`.toml."""
    return lines(bank(name)[key])


def weights(block: list[str]) -> dict[str, float]:
    """{words: weight} of lines that end in a number."""
    return {words: float(number) for words, _, number in (line.rpartition(" ") for line in block)}


@dataclass(slots=True)
class Fragment:
    """One written line: for whom it is, and what it needs to know."""

    text: str
    marks: frozenset[str]
    slots: frozenset[str]
    last: int = -1  # when it was told last

    @classmethod
    def of(cls, line: str) -> Fragment:
        """The fragment behind "店:到店，{c}正好在盘货"."""
        found = _MARKS.match(line)
        text = line[found.end() :] if found else line
        return cls(text, frozenset(found[1] if found else ""), frozenset(_SLOT.findall(text)))


@dataclass(frozen=True, slots=True)
class Hearer:
    """Whom a fragment is about: facts for its slots, marks that hold, the goods at hand, and all it ever buys."""

    facts: Mapping[str, str]
    marks: frozenset[str]
    goods: Sequence[str]
    others: Sequence[str] = ()

    def takes(self, fragment: Fragment) -> bool:
        """Whether the fragment can be said of this customer."""
        wanted = [GOODS_MARKS[mark] for mark in fragment.marks if mark in GOODS_MARKS]
        if not (fragment.marks - GOODS_MARKS.keys()) <= self.marks:
            return False
        if not all(goods & set(self.goods) for goods in wanted):
            return False
        if not fragment.slots <= self.facts.keys() | {"p1", "p2", "n", "e1"}:
            return False
        people = [self.facts[slot] for slot in fragment.slots if slot in _PEOPLE]
        return len(people) == len(set(people))


class Teller:
    """Tells fragments so that each comes again as late as possible."""

    def __init__(self, stream: str) -> None:
        self.dice = Dice(stream)
        self._clock = 0
        self._pools: dict[tuple[str, str], list[Fragment]] = {}

    def tell(self, name: str, key: str, hearer: Hearer, told: set[str]) -> str:
        """A sentence from block `key` of `name`.toml; "" where none fits. `told` keeps what this customer has heard."""
        return self.tell_block(name, key, bank(name)[key], hearer, told)

    def tell_block(self, group: str, key: str, block: str, hearer: Hearer, told: set[str]) -> str:
        """A sentence from a block of text that is not in a bank of its own, such as a trade's."""
        pool = self._pools.get((group, key))
        if pool is None:
            pool = [Fragment.of(line) for line in self.dice.shuffled(lines(block))]
            self._pools[group, key] = pool
        return self.tell_from(pool, hearer, told)

    def tell_from(self, pool: list[Fragment], hearer: Hearer, told: set[str]) -> str:
        """A sentence from `pool`; one this customer has not heard, as long as there is one."""
        fitting = [one for one in pool if hearer.takes(one)]
        fresh = [one for one in fitting if one.text not in told] or fitting
        if not fresh:
            return ""
        fragment = self.dice.pick(sorted(fresh, key=lambda one: one.last)[:_LOOK])
        self._clock += 1
        fragment.last = self._clock
        told.add(fragment.text)
        return self._filled(fragment, hearer)

    def _filled(self, fragment: Fragment, hearer: Hearer) -> str:
        text = fragment.text
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda found: self.dice.pick(found[1].split("|")), text)
        facts = self._facts(fragment, hearer)
        return _SLOT.sub(lambda found: facts[found[1]], text)

    def _facts(self, fragment: Fragment, hearer: Hearer) -> dict[str, str]:
        facts = dict(hearer.facts)
        facts.setdefault("n", self.dice.pick("二三四五"))
        facts.setdefault("e1", str(-self.dice.between(70, 1000)))
        for mark in fragment.marks & GOODS_MARKS.keys():
            if facts.get("p1") not in GOODS_MARKS[mark]:
                facts["p1"] = self.dice.pick([one for one in hearer.goods if one in GOODS_MARKS[mark]])
        first = facts.setdefault("p1", self.dice.pick(hearer.goods))
        if facts.get("p2", first) == first:
            facts["p2"] = self.dice.pick([one for one in (hearer.others or hearer.goods) if one != first])
        return facts
