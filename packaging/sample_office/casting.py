"""Who stands on the cards: how many customers of which size and course of trade, and when each came."""

from __future__ import annotations

from typing import Any

from sample_office.banks import bank
from sample_office.dice import Dice
from sample_office.fiction import Fiction
from sample_office.model import Card

# (kind, size, course, stage, how many)
CAST = (
    ("company", "big", "growing", "won", 11),
    ("company", "big", "steady", "won", 14),
    ("company", "big", "shrinking", "won", 6),
    ("company", "big", "seasonal", "won", 3),
    ("company", "big", "sleeping", "won", 2),
    ("company", "big", "lost", "lost", 2),
    ("company", "mid", "growing", "won", 11),
    ("company", "mid", "steady", "won", 20),
    ("company", "mid", "shrinking", "won", 9),
    ("company", "mid", "seasonal", "won", 6),
    ("company", "mid", "new", "won", 5),
    ("company", "mid", "sleeping", "won", 7),
    ("company", "mid", "lost", "lost", 3),
    ("company", "mid", "lost", "won", 1),
    ("company", "small", "growing", "won", 5),
    ("company", "small", "steady", "won", 18),
    ("company", "small", "shrinking", "won", 6),
    ("company", "small", "new", "won", 10),
    ("company", "small", "sleeping", "won", 11),
    ("company", "small", "lost", "lost", 4),
    ("company", "small", "lost", "won", 2),
    ("company", "mid", "prospect", "interested", 10),
    ("company", "small", "prospect", "interested", 8),
    ("company", "mid", "prospect", "contacted", 10),
    ("company", "small", "prospect", "contacted", 18),
    ("company", "mid", "prospect", "potential", 8),
    ("company", "small", "prospect", "potential", 20),
    ("company", "small", "prospect", "lost", 4),
    ("person", "person", "growing", "won", 3),
    ("person", "person", "steady", "won", 12),
    ("person", "person", "new", "won", 5),
    ("person", "person", "sleeping", "won", 8),
    ("person", "person", "lost", "lost", 3),
    ("person", "person", "lost", "won", 1),
    ("person", "person", "prospect", "interested", 7),
    ("person", "person", "prospect", "contacted", 12),
    ("person", "person", "prospect", "potential", 9),
)
# Trades by size: resellers and factories are the large ones.
TRADES = {
    "big": {"dealer": 15, "factory": 8, "property": 4, "school": 4, "software": 2, "logistics": 3, "print": 2},
    "mid": {
        "dealer": 10, "factory": 11, "stationer": 6, "print": 7, "school": 5, "training": 5, "design": 7, "clinic": 4,
        "property": 4, "firm": 4, "law": 3, "hotel": 5, "logistics": 6, "software": 6,
    },
    "small": {
        "stationer": 14, "dealer": 7, "print": 8, "training": 6, "clinic": 6, "firm": 6, "law": 4, "design": 5,
        "factory": 6, "software": 5, "logistics": 4, "hotel": 3, "property": 2,
    },
}  # fmt: skip
SEASONAL = {"dealer", "school", "print", "stationer", "training", "firm", "hotel", "logistics", "design"}
GAPS = {"big": (18, 27), "mid": (36, 58), "small": (62, 105), "person": (75, 130)}
PUNCTUAL = {"good": 6.0, "fair": 3.0, "bad": 1.0}
STREAMS = ("trades_shops", "trades_offices", "trades_works")
RIVALS = ("墨屿办公", "翰桥文仪", "彬格商贸", "砺文纸业", "三桁耗材", "网上平台", "隔壁市场的批发部")
BRANDS = ("砺文", "彬格", "墨屿", "翰桥", "三桁", "雪檀", "冠笺", "朗桦")


def trades() -> dict[str, dict[str, Any]]:
    """All trades by key."""
    found: dict[str, dict[str, Any]] = {}
    for name in STREAMS:
        found |= bank(name)
    return found


def cast(fiction: Fiction) -> list[Card]:
    """All customers but the duplicates, oldest acquaintance first, still without names."""
    dice, known = Dice("casting"), trades()
    cards = []
    for kind, size, pattern, stage, count in CAST:
        for _ in range(count):
            key = "" if kind == "person" else dice.weighted(_trades_for(size, pattern))
            card = Card(
                kind, size, pattern, stage, _since(dice, pattern, stage), fiction.place(), known.get(key, {}), key
            )
            card.gap = dice.between(*GAPS[size])
            card.weight = dice.factor(0.6, 1.5)
            card.punctual = dice.weighted(PUNCTUAL)
            card.rival, card.brand = dice.pick(RIVALS), dice.pick(BRANDS)
            card.peaks = (-dice.between(25, 75), -dice.between(205, 260))
            card.owner = dice.pick((0, 0, 1, 1, 2, 2, 3))
            cards.append(card)
    _favour_the_largest(cards, dice)
    for card in [one for one in cards if one.stage == "potential"][::5]:
        card.owner = None
    return sorted(cards, key=lambda one: one.since)


def _trades_for(size: str, pattern: str) -> dict[str, float]:
    if pattern != "seasonal":
        return dict(TRADES[size])
    return {key: weight for key, weight in TRADES[size].items() if key in SEASONAL}


def _since(dice: Dice, pattern: str, stage: str) -> int:
    if pattern == "new":
        return -dice.between(40, 150)
    if pattern == "prospect":
        return -dice.between(
            *{"potential": (2, 200), "contacted": (12, 420), "interested": (30, 380)}.get(stage, (200, 600))
        )
    return -dice.between(430, 700) if dice.chance(0.3) and pattern != "lost" else -dice.between(760, 3300)


def _favour_the_largest(cards: list[Card], dice: Dice) -> None:
    """Among the large ones a few are much larger: the curve is to be steep at its beginning."""
    large = dice.shuffled(
        [card for card in cards if card.size == "big" and card.pattern in {"growing", "steady", "shrinking"}]
    )
    for rank, card in enumerate(large):
        card.weight = max(0.75, 2.9 * 0.88**rank)
