"""Customers who are persons: a teacher, a shopkeeper, somebody at home."""

from __future__ import annotations

from sample_office.banks import Hearer, Teller, bank, listed, weights
from sample_office.companies import SOURCES
from sample_office.dice import Deck, Dice
from sample_office.fiction import Fiction
from sample_office.model import Card, Person, Reach

# How one speaks to people of these occupations; others are Mr and Ms.
TEACHING = ("教师", "老师", "讲师")
CRAFT = ("师傅", "负责人", "站长")
PLATES = {"浙江省": "浙", "上海市": "沪", "江苏省": "苏", "安徽省": "皖", "江西省": "赣", "福建省": "闽"}
HOME_OF = {
    "杭州市": "A", "宁波市": "B", "温州市": "C", "绍兴市": "D", "湖州市": "E", "嘉兴市": "F", "金华市": "G",
    "上海市": "A", "南京市": "A", "无锡市": "B", "苏州市": "E", "合肥市": "A", "宣城市": "P", "南昌市": "A",
    "福州市": "A",
}  # fmt: skip


class Acquaintances:
    """Fills the cards of persons."""

    def __init__(self, fiction: Fiction) -> None:
        self.fiction = fiction
        self.dice = Dice("persons")
        self._occupations = Deck(self.dice, listed("persons", "occupations"))
        self._hobbies = listed("people", "hobbies")
        self.teller = Teller("persons texts")

    def meet(self, card: Card) -> None:
        """Give a person a name, a life and numbers."""
        dice = self.dice
        occupation, employer, education, taste = self._occupations.draw().split("|")
        older = "退休" in occupation
        age = dice.between(61, 70) if older else dice.between(25, 55)
        gender = "female" if "幼儿园" in occupation or dice.chance(0.45) else "male"
        name = self.fiction.name(gender, age)
        card.name, card.trade_key = str(name), taste
        card.trade = {"cats": bank("persons")["cats"][taste], "reseller": taste == "shop"}
        call = name.surname + _form(occupation, gender)
        card.boss = Person(name, gender, age, call=call)
        word = self.fiction.word("word").text
        card.fields |= {
            "gender": gender,
            "occupation": occupation,
            "employer": None if employer == "-" else employer.format(word=word),
            "source": dice.weighted({**SOURCES, "referral": 10, "cold_visit": 1}),
            "province": card.place.province,
            "city": card.place.city,
            "district": card.place.district,
        }
        if card.stage != "potential":
            self._more(card, education)
        self._numbers(card, name.sound)

    def _more(self, card: Card, education: str) -> None:
        dice, fields = self.dice, card.fields
        if dice.chance(0.6):
            fields["address"] = self.fiction.address("home")
        if dice.chance(0.55):
            fields["education"] = education
        if dice.chance(0.5):
            fields["family"] = self._family(card.boss.age if card.boss else 40)
        if dice.chance(0.6):
            fields["hobbies"] = "、".join(dice.some(self._hobbies, dice.between(1, 3)))
        if dice.chance(0.3):
            fields["taboos"] = dice.pick(listed("persons", "taboos"))
        if dice.chance(0.45):
            fields["ethnicity"] = dice.weighted(weights(listed("persons", "ethnicity")))
        if dice.chance(0.4):
            fields["native_place"] = dice.pick(" ".join(listed("places", "native")).split())
        if dice.chance(0.3):
            plate = PLATES[card.place.province] + HOME_OF[card.place.city]
            fields["plate_number"] = f"{plate}·000{dice.pick('ABCDEFGHJK')}{dice.between(0, 9)}"

    def _family(self, age: int) -> str:
        key = "family_young" if age < 33 else "family_older" if age > 54 else "family_middle"
        hearer = Hearer({}, frozenset(), ("", " "))
        return self.teller.tell("persons", key, hearer, set())

    def _numbers(self, card: Card, sound: str) -> None:
        dice = self.dice
        mobile = self.fiction.mobile()
        card.reaches.append(Reach("mobile", mobile))
        if dice.chance(0.7):
            own = dice.chance(0.5)
            value = mobile if own else f"{sound}_{dice.pick(('kz', 'hz', 'mm', 'zj'))}{dice.between(100, 999)}"
            card.reaches.append(Reach("wechat", value, None, "同手机" if own else None))
        if dice.chance(0.12):
            card.reaches.append(Reach("qq", f"100000{dice.between(1000, 9999)}"))
        if dice.chance(0.15):
            card.reaches.append(
                Reach("email", f"{sound}{dice.between(10, 99)}@example.{dice.pick(('com', 'net', 'org'))}")
            )
        if dice.chance(0.08):
            card.reaches.append(Reach("phone", self.fiction.landline(card.place), None, "家里"))


def _form(occupation: str, gender: str) -> str:
    if occupation.endswith(TEACHING):
        return "老师"
    if occupation == "律师":
        return "律师"
    if occupation.endswith(CRAFT):
        return "师傅" if "师傅" in occupation else "老板" if "站长" not in occupation else "站长"
    if occupation.endswith(("店主", "合伙人", "主人")):
        return "老板"
    return "女士" if gender == "female" else "先生"
