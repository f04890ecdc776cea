"""How the people and firms of the sample stand to each other, what the office asks beside the card, and why it keeps
what it keeps of persons."""

from __future__ import annotations

from decimal import Decimal

from sample_office.dice import Dice
from sample_office.model import Card, Person
from sample_office.rows import Tables

OUTSIDE = ("父亲是老客户介绍的李师傅", "表姐林燕", "老同学高建平", "前同事方正", "弟弟阿强")  # who has no card here
FIELDS = (
    # kind, title, help, part, only, required, options
    ("choice", "送货时段", "仓库能收货的时间", "basic", "company", "上午\n下午\n随到随收\n需提前一天约"),
    ("choices", "常用耗材", None, "traits", None, "硒鼓\n墨盒\n色带\n复印纸\n装订用品"),
    ("date", "框架合同到期", "到期前一个月谈续签", "dealings", "company", None),
    ("money", "年返利约定", None, "dealings", "company", None),
    ("yes_no", "需要驻场服务", None, "traits", "company", None),
    ("text", "对接微信群", None, "basic", None, None),
)
GROUPS = ("主营一群", "售后对接群", "采购报价群", "行政后勤群")
PURPOSES = ("报价与供货联系", "送货与售后服务", "节日问候")


class Ties:
    """Lays rows between customers that have theirs already."""

    def __init__(self, tables: Tables, cards: list[Card]) -> None:
        self.tables, self.cards, self.dice = tables, cards, Dice("ties")
        self.firms = [one for one in cards if one.kind == "company" and one.people]
        self.persons = [one for one in cards if one.kind == "person"]

    def lay(self) -> None:
        """All of it."""
        self._relations()
        self._fields()
        self._privacy()
        self._both_calendars()

    def _relation(self, card: Card, person: Person | None, kind: str, other: Card | None, name: str = "") -> None:
        at = None if person is None else person.at
        shown = name or (other.name if other is not None else "")
        since = None if other is None else max(card.since, other.since)
        self.tables.add("relation", card.at, at, kind, False, None if other is None else other.at, shown, since, None)

    def _relations(self) -> None:
        dice = self.dice
        firms = dice.some(self.firms, 40)
        for card, other in zip(firms[:6], firms[6:12], strict=True):
            self._relation(card, None, "subsidiary_of", other)
        for card, other in zip(firms[12:16], firms[16:20], strict=True):
            self._relation(card, None, "same_group", other)
        for card, other in zip(firms[20:24], firms[24:28], strict=True):
            self._relation(card, None, "supplier_of", other)
        buyers = [one for one in self.firms if one.buyer]
        for card in dice.some([one for one in self.cards if one.fields.get("introducer")], 24):
            self._relation(card, None, "introduced_by", dice.pick([one for one in buyers if one is not card]))
        for card in firms[28:34]:
            first, *rest = card.people
            if rest:
                self._relation(card, rest[0], "secretary_of", None, str(first.name))
        people = dice.some(self.persons, 12)
        for card, other in zip(people[:4], people[4:8], strict=True):
            self._relation(card, None, dice.pick(("friend_of", "relative_of")), other)
        self._relation(people[8], None, "relative_of", people[9])
        self._relation(people[10], None, "friend_of", people[11])
        self._relation(people[0], None, "spouse_of", dice.pick(self.persons[:5]))
        for card, name in zip(firms[34:39], OUTSIDE, strict=True):
            self._relation(card, card.people[0], "other", None, name)

    def _fields(self) -> None:
        dice = self.dice
        at = [
            self.tables.add("custom_field", kind, title, text, part, only, place, False, False, options)
            for place, (kind, title, text, part, only, options) in enumerate(FIELDS)
        ]
        for card in dice.some([one for one in self.firms if one.buyer], 90):
            answers: list[tuple[int, str | None, Decimal | None, int | None]] = []
            if dice.chance(0.8):
                answers.append((0, dice.pick(str(FIELDS[0][5]).split("\n")), None, None))
            if dice.chance(0.7):
                answers.append((1, "\n".join(dice.some(str(FIELDS[1][5]).split("\n"), 2)), None, None))
            if dice.chance(0.5):
                answers.append((2, None, None, dice.between(-40, 320)))
            if dice.chance(0.4):
                answers.append((3, None, Decimal(dice.between(5, 60) * 100), None))
            if dice.chance(0.5):
                answers.append((4, None, Decimal(dice.between(0, 1)), None))
            if dice.chance(0.4):
                answers.append((5, dice.pick(GROUPS), None, None))
            for place, text, number, day in answers:
                self.tables.add("custom_value", at[place], card.at, text, number, day)

    def _privacy(self) -> None:
        dice = self.dice
        bases = {"consent": 5.0, "contract": 4.0, "duty": 1.0, "published": 1.0}
        for card in dice.some(self.persons, 36):
            self._record(card, None, dice.weighted(bases))
        for card in dice.some(self.firms, 40):
            self._record(card, card.people[0], dice.weighted(bases))

    def _record(self, card: Card, person: Person | None, basis: str) -> None:
        dice = self.dice
        told = max(card.since, -700) + dice.between(0, 20)
        agreed = told if basis == "consent" else None
        gone = dice.between(-30, -3) if agreed is not None and dice.chance(0.06) else None
        at = None if person is None else person.at
        self.tables.add(
            "privacy_record", card.at, at, "客户本人提供", dice.pick(PURPOSES), basis,
            told, agreed, None if agreed is None else dice.pick(("口头同意", "微信确认", "书面签字")), gone,
            told + 3 * 365, told + 365 if told < -400 else None,
        )  # fmt: skip

    def _both_calendars(self) -> None:
        for days, card in zip((4, 26, 71, 200), self.dice.some(self.firms, 4), strict=True):
            person = card.people[0]
            self.tables.add(
                "key_date", card.at, person.at, "birthday", None, "both", days, person.age, None, None, None, False, 7
            )
