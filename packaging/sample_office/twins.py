"""A few customers that are on two cards, as in every grown list: the same firm written otherwise, the same phone."""

from __future__ import annotations

from sample_office.dice import Dice
from sample_office.model import Card, Reach

PLAIN = {"dealer", "print", "factory", "design", "logistics", "software", "property", "stationer"}
WAYS = ("bracketed", "short", "plain", "branch", "short", "bracketed")


def twins(cards: list[Card], owners: int) -> list[Card]:
    """Six sparse cards of companies that `cards` hold already, entered by another rep."""
    dice = Dice("twins")
    able = [
        one
        for one in cards
        if one.kind == "company" and one.size in {"mid", "small"} and one.buyer and one.since < -200
    ]
    able = [
        one
        for one in able
        if one.name.endswith("有限公司")
        and one.name.startswith(one.place.town)
        and one.trade_key in PLAIN
        and one.people
        and one.people[0].reaches
    ]
    return [_twin(card, way, dice, owners) for card, way in zip(dice.some(able, len(WAYS)), WAYS, strict=True)]


def _twin(card: Card, way: str, dice: Dice, owners: int) -> Card:
    assert card.word is not None
    twin = Card(
        "company",
        card.size,
        "prospect",
        dice.pick(("potential", "contacted")),
        -dice.between(5, 150),
        card.place,
        card.trade,
    )
    twin.trade_key, twin.word, twin.boss = card.trade_key, card.word, card.boss
    twin.rival, twin.brand, twin.peaks, twin.gap = card.rival, card.brand, card.peaks, card.gap
    twin.owner = ((card.owner or 0) + 1) % owners
    core = card.name.removeprefix(card.place.town).removesuffix("有限公司")
    twin.name = {
        "bracketed": f"{core}（{card.place.town}）有限公司",
        "short": f"{card.place.town}{core}",
        "plain": f"{core}公司",
        "branch": "".join(dict.fromkeys((card.place.province, card.place.city))) + f"{core}有限公司",
    }[way]
    twin.fields |= {
        "province": card.place.province,
        "city": card.place.city,
        "source": dice.pick(("phone", "search", "fair")),
    }
    same = card.people[0].reaches[0]
    if way in {"short", "plain"}:
        value = f"{same.value[:3]} {same.value[3:7]} {same.value[7:]}" if same.kind == "mobile" else same.value
        twin.reaches.append(Reach(same.kind, value))
    elif card.reaches:
        twin.reaches.append(Reach("phone", card.reaches[0].value.replace("-", " ")))
    else:
        twin.reaches.append(Reach(same.kind, f"+86 {same.value}" if same.kind == "mobile" else same.value))
    return twin
