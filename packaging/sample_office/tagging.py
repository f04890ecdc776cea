"""The office's tags, and who wears which."""

from __future__ import annotations

from sample_office.dice import Dice
from sample_office.model import Card

TAGS = (
    "老客户",
    "重点培育",
    "招标",
    "季节性采购",
    "需主管陪访",
    "月结",
    "现款现货",
    "价格敏感",
    "同行调货",
    "转介绍",
    "样品已送",
    "待清欠",
)


def tag(card: Card, dice: Dice) -> None:
    """Tag a customer by what is true of it; offices never tag everybody."""
    owing = any(one.open > 0 and one.due < -45 for one in card.purchases)
    reasons = {
        "老客户": card.buyer and card.since < -1600 and card.pattern in {"growing", "steady", "seasonal"},
        "重点培育": card.pattern == "growing" and card.size in {"mid", "big"},
        "招标": card.trade_key in {"school", "property"} and card.size != "small",
        "季节性采购": card.pattern == "seasonal",
        "需主管陪访": card.size == "big" and card.pattern in {"shrinking", "growing"},
        "月结": bool(card.fields.get("credit_days")) and card.size != "big",
        "现款现货": card.buyer and card.kind == "company" and not card.fields.get("credit_days"),
        "价格敏感": card.pattern == "shrinking" or card.trade_key in {"logistics", "hotel"},
        "同行调货": card.trade_key == "dealer" and card.buyer,
        "转介绍": card.fields.get("source") == "referral",
        "样品已送": card.stage == "interested",
        "待清欠": owing,
    }
    share = {"季节性采购": 1.0, "待清欠": 0.9, "老客户": 0.75, "重点培育": 0.6, "样品已送": 0.6}
    card.tags = [name for name in TAGS if reasons[name] and dice.chance(share.get(name, 0.4))][:4]
