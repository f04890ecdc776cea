"""价值等级 and 意向等级: what the office thinks a customer is worth, and when it will buy next."""

from __future__ import annotations

from decimal import Decimal

from sample_office.dice import Dice
from sample_office.model import Card

CUTS = (("A", 0.12), ("B", 0.34), ("C", 0.68), ("D", 1.0))  # shares of the buyers, the largest first
HOPED = {"mid": {"B": 3, "C": 5, "D": 1}, "small": {"C": 4, "D": 5}, "person": {"C": 1, "D": 3}}
INTENT = {
    "growing": {"A": 6, "B": 3},
    "steady": {"A": 4, "B": 4, "C": 1},
    "seasonal": {"B": 2, "C": 4},
    "shrinking": {"B": 2, "C": 4, "D": 2},
    "new": {"A": 2, "B": 3, "C": 2},
    "sleeping": {"C": 1, "D": 4},
    "lost": {"E": 1},
}
PROSPECT = {
    "interested": {"A": 4, "B": 4, "C": 2},
    "contacted": {"B": 1, "C": 4, "D": 3},
    "potential": {"C": 1, "D": 3, "E": 1},
    "lost": {"E": 1},
}


AHEAD = {"A": (2, 27), "B": (38, 85), "C": (100, 175), "D": (200, 420)}  # days, well within what the level says
LOST = (
    "价格谈不拢，改向网上采购", "业务搬到外地", "换了采购负责人，指定别家供货", "企业关停", "多次催款后停止合作",
    "总部统一集采", "服务响应慢，转向同行",
)  # fmt: skip


def class_cards(cards: list[Card]) -> None:
    """Give buyers a tier by what they bought, prospects one by what is hoped of them; the newest have none yet."""
    dice = Dice("classing")
    buyers = sorted((one for one in cards if one.purchases), key=_bought, reverse=True)
    for place, card in enumerate(buyers):
        card.fields["value_tier"] = next(code for code, cut in CUTS if (place + 1) / len(buyers) <= cut)
    for card in cards:
        if not card.purchases and card.stage != "potential" and dice.chance(0.8):
            card.fields["value_tier"] = dice.weighted(HOPED.get(card.size, HOPED["mid"]))
        wanted = INTENT[card.pattern] if card.buyer else PROSPECT[card.stage]
        known = 0.85 if card.stage in ("won", "interested") else 0.5
        if dice.chance(known):
            card.fields["intent"] = dice.weighted(wanted)
    _expect(cards)


def _expect(cards: list[Card]) -> None:
    """When an order is expected, where the rep knows the day; and why those who left have left."""
    dice = Dice("closing")
    for card in cards:
        ahead = AHEAD.get(card.fields.get("intent", ""))
        if ahead is not None and dice.chance(0.45):
            card.fields["expects_on"] = dice.between(*ahead)
        if card.stage == "lost":
            card.fields["lost_reason"] = dice.pick(LOST)


def _bought(card: Card) -> Decimal:
    return sum((one.amount for one in card.purchases), Decimal(0))
