"""The prose of the four parts, and what is judged of a customer: grade, limit, potential, attitude."""

from __future__ import annotations

from sample_office.banks import Hearer, Teller, listed, weights
from sample_office.dice import Dice
from sample_office.model import MACHINE, Card

# How likely a field is written: large, middling, small customers, and prospects.
SHARES = {"big": 0.93, "mid": 0.52, "small": 0.2, "prospect": 0.13, "person": 0.0}
# field: (bank or "trade", block, more of the same to add). "@" stands for the course of trade.
PROSE = {
    "service_area": ("trade", "service_area", ""),
    "sales_capability": ("trade", "sales_capability", ""),
    "business_philosophy": ("card", "business_philosophy", ""),
    "business_direction": ("trade", "business_direction", ""),
    "business_policy": ("trade", "business_policy", "business_policy_more"),
    "business_traits": ("trade", "business_traits", "business_traits_more"),
    "management_quality": ("card", "management_quality", "management_quality_more"),
    "competitor_relations": ("card", "competitor_relations", "competitor_relations_more"),
    "cooperation": ("card", "cooperation.@", ""),
    "organisation_note": ("trade", "organisation_note", "organisation_note_more"),
    "sales_activity": ("card", "sales_activity.@", "needs"),
    "problems": ("card", "problems.@", "problems_more"),
    "strengths": ("card", "strengths", "strengths_more"),
    "countermeasures": ("card", "countermeasures.@", ""),
    "corporate_image": ("card", "corporate_image", ""),
    "reputation": ("card", "reputation", ""),
    "note": ("card", "note.@", ""),
}
STOREROOMS = {"stationer", "dealer", "factory", "logistics", "print", "school", "hotel"}
BUYERS_ONLY = {"strengths", "cooperation", "sales_activity", "reputation", "corporate_image"}
PRINCIPAL = ("character", "hobbies", "family", "ability")
GOODS = {
    "办公用纸": "纸品", "书写工具": "书写工具", "文件收纳": "文件收纳", "桌面文具": "桌面文具", "打印耗材": "耗材",
    "办公设备": "设备", "净水饮水": "饮水设备", "会议教学": "会议用品",
}  # fmt: skip


def hearer(card: Card, reps: list[str]) -> Hearer:
    """What may be said of a customer, and to whom it is fitting."""
    ranked = list(dict.fromkeys(product.category for product in card.basket))
    facts = {
        "district": card.place.district,
        "city": card.place.town,
        "rival": card.rival,
        "brand": card.brand,
        "rep": reps[card.owner or 0],
        "years": "一两三四五六七八九"[min(max(round(-card.since / 365), 1), 9) - 1],
        "s1": str(card.peaks[0]),
        "s2": str(card.peaks[1]),
        "e2": str(-(card.gap * 3 + 40)),
        "cat1": GOODS[ranked[0]],
        "cat2": GOODS[ranked[1]],
    }
    if card.purchases:
        facts["last"] = str(card.purchases[-1].day)
    marks = {{"stationer": "店", "shop": "店", "dealer": "销"}.get(card.trade_key, "用")}
    marks.add("守" if card.punctual == "good" else "拖")
    marks |= {"大"} if card.fields.get("headcount", 0) >= 15 else set()
    marks |= {"厂"} if card.trade_key == "factory" else set()
    marks |= {"仓"} if card.trade_key in STOREROOMS else set()
    marks |= {"成"} if card.buyer else set()
    people = _people(card)
    marks |= {"员"} if people["c"] != people["boss"] else set()
    if card.boss is not None:
        marks |= {"长" if card.boss.age >= 46 else "幼", "男" if card.boss.gender == "male" else "女"}
    return Hearer(
        facts | people, frozenset(marks), [product.said for product in card.basket if product.price < MACHINE]
    )


def _people(card: Card) -> dict[str, str]:
    boss = card.boss.call if card.boss else ""
    calls = dict.fromkeys(one.call for one in card.people if one.active and one is not card.boss)
    others = [call for call in calls if call != boss]
    found = {"boss": boss, "c": others[0] if others else boss}
    money = [one.call for one in card.people if one.active and one.keeps_books and one.call not in found.values()]
    if money:
        found["c2"] = money[0]  # whom one asks about payments
    return found


class Writer:
    """Writes the prose of a company's card."""

    def __init__(self, reps: list[str]) -> None:
        self.reps = reps
        self.dice = Dice("cards")
        self.teller = Teller("cards texts")
        self._education = weights(listed("card", "principal_education"))

    def write(self, card: Card) -> None:
        """Fill the four parts as far as this office would."""
        dice, told, listener = self.dice, set[str](), hearer(card, self.reps)
        share = SHARES[card.size if card.buyer else "prospect"]
        if not card.buyer and card.stage == "interested":
            share *= 2.2
        for field, (source, block, more) in PROSE.items():
            if not dice.chance(share) or (field in BUYERS_ONLY and not card.buyer):
                continue
            text = self._main(card, source, block.replace("@", card.pattern), listener, told)
            over = more == "needs" and card.pattern in {"sleeping", "lost"}
            if text and more and not over and dice.chance(share * 0.65):
                also = self._main(card, "trade" if more == "needs" else "card", more, listener, told)
                text = f"{text}；{also}" if also else text
            card.fields[field] = f"{text}。" if text else None
        for field in PRINCIPAL:
            if dice.chance(share * 0.8):
                card.fields[f"principal_{field}"] = self.teller.tell("card", f"principal_{field}", listener, told)
        if dice.chance(share * 0.75):
            card.fields["principal_education"] = dice.weighted(self._education)
        self._events(card, listener, told, share)
        if card.fields.get("similar_brand") and dice.chance(0.3 + share / 2):
            card.fields["similar_opinion"] = self.teller.tell("card", "similar_opinion", listener, told)

    def remark(self, card: Card) -> None:
        """What is noted on the card of a person."""
        if card.stage != "potential" and self.dice.chance(0.75):
            text = self.teller.tell("persons", f"note.{card.trade_key}", hearer(card, self.reps), set())
            card.fields["note"] = f"{text}。"

    def _main(self, card: Card, source: str, block: str, listener: Hearer, told: set[str]) -> str:
        if source == "card":
            return self.teller.tell("card", block, listener, told)
        return self.teller.tell_block(card.trade_key, block, card.trade[block], listener, told)

    def _events(self, card: Card, listener: Hearer, told: set[str], share: float) -> None:
        """Major events, each with its month, the latest last."""
        events = set()
        for _ in range(2 if share > 0.8 else 1):
            if self.dice.chance(share * 0.8):
                events.add(self._main(card, "trade", "events", listener, told))
        ordered = sorted(events - {""}, key=lambda text: int(text[1 : text.index("m>")]))
        card.fields["major_events"] = "\n".join(ordered) or None


class Judge:
    """What the office thinks of a customer in words to choose from and in figures."""

    def __init__(self) -> None:
        self.dice = Dice("judging")

    def judge(self, card: Card) -> None:
        """Grade, limit, days, potential, attitude, relationship and the three marks."""
        dice, fields = self.dice, card.fields
        known = {"big": 0.97, "mid": 0.75, "small": 0.4, "person": 0.25}[card.size] * (1 if card.buyer else 0.5)
        if card.stage != "potential" or dice.chance(0.4):
            fields |= self._three_marks(card)
        if dice.chance(known):
            middle = {"growing": 4, "steady": 3, "new": 3, "seasonal": 3, "prospect": 3}.get(card.pattern, 2)
            fields["potential"] = min(5, max(1, middle + dice.pick((-1, 0, 0, 0, 1))))
        if dice.chance(known):
            used = card.buyer or dice.chance(0.8)
            fields["used_similar"] = used
            if used and dice.chance(0.8):
                fields["similar_brand"] = card.brand
        if dice.chance(known):
            fields["attitude"] = self._attitude(card)
        if card.buyer and dice.chance(known):
            fields["relationship"] = self._relationship(card)

    def _three_marks(self, card: Card) -> dict[str, bool | None]:
        dice = self.dice
        if card.buyer:
            return {
                "has_money": card.punctual != "bad" or None,
                "has_authority": True,
                "has_need": card.pattern != "lost",
            }
        met = card.stage == "interested"
        return {
            "has_money": dice.pick((True, True, None)),
            "has_authority": dice.pick((True, False, None)) if not met else dice.pick((True, True, False)),
            "has_need": True if met else dice.pick((True, False, None)),
        }

    def _attitude(self, card: Card) -> str:
        loyal = {"growing": 6, "steady": 5, "seasonal": 3}.get(card.pattern, 1 if card.buyer else 0)
        leaving = 3 if card.pattern in {"shrinking", "lost"} else 1.5
        return self.dice.weighted({"loyal": loyal, "switcher": leaving, "none": 2})

    def _relationship(self, card: Card) -> str:
        rank = {"big": 3, "mid": 2, "small": 1, "person": 0}[card.size]
        rank += {"growing": 1, "shrinking": -1, "lost": -2, "sleeping": -2}.get(card.pattern, 0) + self.dice.pick(
            (-1, 0, 0, 1)
        )
        ladder = ("basic", "reactive", "accountable", "proactive", "partner")
        return ladder[min(4, max(0, rank))]
