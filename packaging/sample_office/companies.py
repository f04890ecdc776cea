"""Companies get their names, papers and the plain facts of their cards; the prose is written in cards.py."""

from __future__ import annotations

from sample_office.dice import Dice
from sample_office.fiction import Fiction, Name
from sample_office.model import Card, Person

SOURCES = {
    "cold_visit": 6, "referral": 6, "phone": 4, "search": 4, "fair": 4, "promotion": 2, "advert": 2, "other": 1,
}  # fmt: skip
# How the registry files the form: 91 company, 92 small trader, 52 school, 31 law firm.
CODES = {"个体工商户": "92", "民办非企业单位": "52", "普通合伙": "31"}
BOSS_TITLES = {
    "老板": "老板", "总": "总经理", "校长": "校长", "院长": "院长", "主任": "主任", "所长": "所长",
}  # fmt: skip
# How people shorten the trade in a name; others keep its first two characters.
SHORT = {
    "高级中学": "中学", "实验小学": "小学", "外国语学校": "外国语", "大酒店": "大酒店", "度假酒店": "酒店",
    "酒店管理": "酒店", "数码快印": "快印", "广告图文": "图文", "图文快印": "快印", "供应链管理": "供应链",
    "国际货运代理": "货代", "物业服务": "物业", "综合门诊部": "门诊", "会计师事务所": "会计所",
    "税务师事务所": "税务所", "律师事务所": "律所", "职业培训学校": "培训", "教育科技": "教育",
    "职业技能培训": "培训", "建筑设计": "设计", "工程咨询": "咨询", "规划设计": "规划", "文仪设备": "文仪",
}  # fmt: skip
CAPITAL = {"big": (3, 20), "mid": (1, 10), "small": (1, 4)}
SHARE = {"big": (0.35, 0.95), "mid": (0.12, 0.55), "small": (0.0, 0.25)}


class Registry:
    """Names companies as a registry would."""

    def __init__(self, fiction: Fiction) -> None:
        self.fiction = fiction
        self.dice = Dice("companies")

    def found(self, card: Card) -> None:
        """Give a company its name, its principal and its papers."""
        choices = [one.split("|") for one in card.trade["names"]]
        if card.size != "small":  # a middling firm is no corner shop
            choices = [one for one in choices if one[3] == "word"] or choices
        if card.size == "big":
            choices = [one for one in choices if one[1] not in {"厂", "商行", "经营部"}]
        trade, form, legal_form, kind, *boss = self.dice.pick(choices)
        card.word = self.fiction.word(kind)
        card.name = self._name(card, trade, form, kind)
        card.fields |= {"short_name": self._short(card, trade), "legal_form": legal_form}
        self._principal(card, boss[0] if boss else card.trade["boss"])
        self._size(card, legal_form)
        self._papers(card, legal_form)

    def _name(self, card: Card, trade: str, form: str, kind: str) -> str:
        assert card.word is not None
        place = card.place
        if kind == "shop":
            return f"{place.district}{card.word.text}{trade if trade.endswith(form) else trade + form}"
        region = (
            place.town if self.dice.chance(0.82) or form == "" else place.province.removesuffix("省").removesuffix("市")
        )
        if form in {"商行", "经营部", "厂"}:
            region = place.town + place.district
        if trade == "律师事务所":
            region = place.province.removesuffix("省").removesuffix("市")
        return f"{region}{card.word.text}{trade}{form}"

    def _short(self, card: Card, trade: str) -> str | None:
        assert card.word is not None
        if self.dice.chance(0.15):
            return None
        return card.word.text + SHORT.get(trade, trade[:2])

    def _principal(self, card: Card, form: str) -> None:
        dice = self.dice
        age = dice.between(31, 60)
        gender = "male" if dice.chance(0.68) else "female"
        name = self.fiction.name(gender, age)
        card.boss = Person(name, gender, age, BOSS_TITLES[form], None, "decision_maker", addressed(name, form))
        card.fields["principal_name"] = str(name)
        if dice.chance(0.5 if card.buyer else 0.2):
            card.fields["principal_age"] = age

    def _size(self, card: Card, legal_form: str) -> None:
        dice, trade = self.dice, card.trade
        share = dice.factor(*SHARE[card.size])
        low, high = trade["heads"]
        heads = max(low, round(low + (high - low) * share))
        card.fields["headcount"] = heads if heads < 20 else heads // 5 * 5
        low, high = trade["revenue"]
        revenue = round(low + (high - low) * share * dice.factor(0.8, 1.2))
        card.fields["annual_revenue"] = (revenue if revenue < 100 else revenue // 10 * 10) * 10_000
        if legal_form.endswith("公司"):
            capital = dice.between(*CAPITAL[card.size])
            card.fields["registered_capital"] = f"{capital * (100 if card.size == 'big' else 50)}万元"

    def _papers(self, card: Card, legal_form: str) -> None:
        dice, fields, place = self.dice, card.fields, card.place
        fields |= {"province": place.province, "city": place.city, "district": place.district}
        fields["industry"] = card.trade["industry"]
        fields["source"] = dice.weighted(SOURCES)
        site = dice.pick(card.trade["sites"])
        address = self.fiction.address(site)
        fields["founded_on"] = min(card.since - dice.between(200, 4200), -900)
        if card.stage == "potential" and dice.chance(0.45):
            return
        fields["address"] = address
        fields["postcode"] = f"{place.post}{dice.pick(('00', '00', '12', '15', '24'))}" if dice.chance(0.6) else None
        if card.buyer and (card.size != "small" or dice.chance(0.45)):
            self._invoice(card, CODES.get(legal_form, "91"), place.city + place.district + address)

    def _invoice(self, card: Card, category: str, address: str) -> None:
        dice, fields = self.dice, card.fields
        code = self.fiction.credit_code(card.place, category)
        fields["credit_code"] = code
        if dice.chance(0.8):
            bank = dice.pick(("东浙商业银行", "联和银行", "江海银行", "浙北合作银行"))
            fields |= {
                "invoice_title": card.name,
                "invoice_tax_number": code,
                "invoice_bank": f"{bank}{card.place.town}{card.place.quarter}支行",
                "invoice_account": self.fiction.account(),
                "invoice_address": address,
            }


def addressed(name: Name, form: str) -> str:
    """How a person is spoken to: 单总, 小单, 单姐."""
    return form.replace("*", name.surname) if "*" in form else name.surname + form
