"""Contacts, ways to reach them, and the days that matter to them."""

from __future__ import annotations

from dataclasses import replace

from sample_office.banks import Hearer, Teller, lines, listed
from sample_office.companies import addressed
from sample_office.dice import Deck, Dice
from sample_office.fiction import Fiction
from sample_office.model import Card, KeyDate, Person, Reach

HOW_MANY = {"big": (2, 4), "mid": (1, 3), "small": (1, 2)}
WOMEN = {"老板娘", "护士长", "前台", "前台老师", "前台主管", "行政专员", "文员", "单证员"}
MEN = {"仓管", "仓库主管", "机长", "后勤", "设备科长", "工程主管", "工程部经理", "信息科", "运维"}
# Real leap months, so that the rules of the calendar have something to find: (year, month).
LEAP = ((1982, 4), (1984, 10), (1990, 5))


BOXES = {"采购": "caigou", "行政": "xingzheng", "财务": "caiwu", "会计": "caiwu", "教务": "jiaowu"}


class Staffing:
    """Peoples the companies."""

    def __init__(self, fiction: Fiction) -> None:
        self.fiction = fiction
        self.dice = Dice("people")
        self.teller = Teller("people texts")
        self._reasons = Deck(self.dice, listed("people", "left_reason"))

    def staff(self, card: Card) -> None:
        """Give a company its contacts and everybody's numbers."""
        dice, boss = self.dice, card.boss
        assert boss is not None
        titles = [line.split("|") for line in lines(card.trade["titles"])]
        low, high = HOW_MANY[card.size]
        count = dice.between(low, high if card.buyer else min(high, 2))
        runs_it_himself = boss.title == "老板" or (card.size == "small" and dice.chance(0.5))
        if runs_it_himself or dice.chance(0.35):
            card.people.append(boss)
        for title, department, role, form in dice.some(titles, max(0 if card.people else 1, count - len(card.people))):
            card.people.append(self._person(title, department, role, form, card.size))
        self._one_left(card)
        # Who orders stands first; who keeps the books, the machines or the door does not.
        first = min(card.people, key=lambda one: _rank(one, boss))
        first.primary = True
        card.people.sort(key=lambda one: not one.primary)
        for person in card.people:
            person.role = None if dice.chance(0.1) else person.role
        self._remarks(card)
        self._numbers(card)

    def _person(self, title: str, department: str, role: str, form: str, size: str) -> Person:
        dice = self.dice
        gender = "female" if title in WOMEN else "male" if title in MEN else dice.pick(("male", "female"))
        age = dice.between(22, 34) if "*" in form else dice.between(28, 56)
        name = self.fiction.name(gender, age)
        return Person(name, gender, age, title, department if size != "small" else None, role, addressed(name, form))

    def _one_left(self, card: Card) -> None:
        """Somebody who was there before the present people."""
        dice = self.dice
        if card.buyer and 1 < len(card.people) < 4 and dice.chance({"big": 0.45, "mid": 0.3}.get(card.size, 0.1)):
            title, department, role, form = dice.pick([line.split("|") for line in lines(card.trade["titles"])])
            person = self._person(title, department, role, form, card.size)
            person.left = -dice.between(40, min(680, -card.since - 10))
            person.left_reason = self._reasons.draw()
            card.people.append(person)

    def _remarks(self, card: Card) -> None:
        dice, told = self.dice, set[str]()
        facts = {"district": card.place.district, "c": card.people[0].call}
        about = Hearer(facts, frozenset(), ("", " "))
        share = {"big": 0.55, "mid": 0.35, "small": 0.15}[card.size]
        for person in card.people:
            hearer = replace(about, marks=frozenset() if person is card.boss else frozenset("员"))
            if dice.chance(share):
                person.note = self.teller.tell("people", "note" if person.active else "note_left", hearer, told)
            if dice.chance(share * 0.7) and person.active:
                person.hobbies = "、".join(dice.some(_hobbies(person), dice.between(1, 2)))
            if dice.chance(share * 0.25) and person.active:
                person.taboos = dice.pick(listed("people", "taboos"))

    def _numbers(self, card: Card) -> None:
        dice, fiction, word = self.dice, self.fiction, card.word
        assert word is not None
        large, switchboard = card.size != "small", ""
        domain = f"{word.sound}.example.{'net' if dice.chance(0.3) else 'com'}"
        if large or dice.chance(0.4):
            switchboard = fiction.landline(card.place)
            card.reaches.append(Reach("phone", switchboard, None, "总机" if card.fields["headcount"] > 30 else None))
            if card.fields.get("invoice_address"):
                card.fields["invoice_phone"] = switchboard
        if card.size == "big" and dice.chance(0.5):
            card.reaches.append(Reach("fax", fiction.landline(card.place)))
        if card.size == "big" and dice.chance(0.25):
            card.reaches.append(Reach("phone", fiction.hotline(), None, "客服热线"))
        if large and dice.chance(0.45):
            card.fields["website"] = f"www.{domain}"
            card.reaches.append(Reach("web", f"www.{domain}"))
        for at, person in enumerate(card.people):
            self._own_numbers(card, person, switchboard if large and dice.chance(0.4) else "", f"80{at + 1}", domain)

    def _own_numbers(self, card: Card, person: Person, switchboard: str, extension: str, domain: str) -> None:
        dice = self.dice
        if dice.chance(0.88) or not switchboard:
            mobile = self.fiction.mobile()
            person.reaches.append(Reach("mobile", mobile))
            if dice.chance(0.5) and card.stage != "potential":
                own = dice.chance(0.45)
                value = (
                    mobile
                    if own
                    else f"{person.name.sound}_{card.word.sound if card.word else 'wx'}{dice.between(10, 99)}"
                )
                person.reaches.append(Reach("wechat", value, None, "同手机" if own else None))
        if switchboard:
            person.reaches.append(Reach("phone", switchboard, extension, "总机转"))
        if dice.chance(0.1):
            person.reaches.append(Reach("qq", f"100000{dice.between(1000, 9999)}"))
        if card.size != "small" and dice.chance(0.3):
            by_title = next((box for word, box in BOXES.items() if word in (person.title or "")), "")
            numbered = f"{person.name.sound}{dice.between(1, 9):02}"
            local = by_title if by_title and dice.chance(0.4) else numbered
            person.reaches.append(Reach("email", f"{local}@{domain}"))


def _hobbies(person: Person) -> list[str]:
    rarely = {"广场舞", "瑜伽", "烘焙"} if person.gender == "male" else {"钓鱼", "打牌"}
    return [one for one in listed("people", "hobbies") if one not in rarely]


def _rank(person: Person, boss: Person) -> int:
    """How unlikely a contact is the one we order with."""
    if not person.active:
        return 9
    if person.keeps_books:
        return 7
    if person is boss:
        return 4
    if person.title in {"运维", "信息科", "工程主管", "工程部经理", "设计", "设备科长"}:
        return 5
    return {"decision_maker": 0, "clerk": 1, "influencer": 2, "user": 3}.get(person.role or "", 6)


class Calendar:
    """Birthdays and other days; some of them soon."""

    def __init__(self) -> None:
        self.dice = Dice("key dates")
        self._soon = [0, 1, 2, 2, 3, 5, 6, 7, 8, 9, 10]
        self._leap = list(LEAP)

    def mark(self, card: Card) -> None:
        """Give a card its key dates."""
        dice = self.dice
        share = {"big": 0.75, "mid": 0.4, "small": 0.18, "person": 0.6}[card.size] * (1 if card.buyer else 0.5)
        for person in card.people:
            if person.active and dice.chance(share * 0.7):
                card.key_dates.append(self._birthday(person, None))
        boss = card.boss
        if boss is not None and boss not in card.people and dice.chance(share * 0.5):
            card.key_dates.append(self._birthday(boss, f"{boss.call}生日"))
        founded = card.fields.get("founded_on")
        if founded is not None and dice.chance(share * 0.45):
            label = "店庆" if boss is not None and boss.title == "老板" else "成立纪念日"
            card.key_dates.append(KeyDate("founding", label, founded, 0, lead=dice.pick((7, 14))))
        if card.fields.get("partner_since") and dice.chance(share * 0.3):
            card.key_dates.append(KeyDate("anniversary", "合作周年", card.fields["partner_since"], 0))
        if dice.chance(share * 0.12):
            label = dice.pick(("年度招标", "续签合同", "搬迁纪念日", "年会", "租约到期"))
            card.key_dates.append(KeyDate("other", label, dice.between(12, 350), None, lead=dice.pick((15, 30))))

    def _birthday(self, person: Person, label: str | None) -> KeyDate:
        dice = self.dice
        back = None if dice.chance(0.35) else person.age
        owner = person if label is None else None
        if self._leap and 30 <= person.age <= 50 and dice.chance(0.1):
            year, month = self._leap.pop(0)
            return KeyDate("birthday", label, None, None, month, dice.between(2, 28), year, owner)
        if dice.chance(0.3):
            return KeyDate("birthday", label, None, back, dice.between(1, 12), dice.between(1, 29), None, owner)
        soon = bool(self._soon) and dice.chance(0.09)
        days = self._soon.pop(0) if soon else dice.between(1, 364)
        return KeyDate("birthday", label, days, back, person=owner)
