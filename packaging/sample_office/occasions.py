"""When there was reason to talk to a customer, and about what."""

from __future__ import annotations

from dataclasses import dataclass

from sample_office.dice import Dice
from sample_office.model import YEARS, Card, Order

ROUTINE = {"big": 78, "mid": 125, "small": 210, "person": 270}  # days between calls without an occasion
# Kinds of follow-up by situation; the kind decides how the sentence is worded.
KINDS: dict[str, dict[str, float]] = {
    "first": {"visit": 5, "call": 4, "wechat": 3, "email": 0.6},
    "fair": {"fair": 1},
    "quote": {"visit": 3, "call": 3, "wechat": 3, "email": 1},
    "order": {"visit": 3, "call": 5, "wechat": 5, "email": 0.4},
    "after": {"return_visit": 3, "call": 3, "wechat": 2, "sms": 0.3},
    "complaint": {"visit": 3, "call": 4, "wechat": 1.5},
    "dun": {"visit": 2, "call": 5, "wechat": 2, "sms": 0.5},
    "account": {"call": 1, "wechat": 2, "email": 1},
    "routine": {"visit": 5, "call": 3, "wechat": 3},
    "newproduct": {"visit": 3, "wechat": 2},
    "competitor": {"visit": 1},
    "care": {"care": 3, "wechat": 2, "sms": 1},
    "training": {"training": 1},
    "meeting": {"meeting": 1},
    "wake": {"visit": 2, "call": 4, "wechat": 2},
    "lost": {"visit": 1, "call": 2},
    "prospect": {"visit": 3, "call": 4, "wechat": 2},
}
BESIDE = {"newproduct": 4, "competitor": 2, "care": 3, "training": 1.2, "meeting": 1.6, "account": 3, "routine": 14}
BESIDE_SMALL = {"newproduct": 2, "care": 1.5, "account": 1, "routine": 9}
ORDER_SHARE = {"big": 0.22, "mid": 0.32, "small": 0.42, "person": 0.5}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A reason to talk on a day; `order` is what it was about."""

    day: int
    situation: str
    order: Order | None = None


def occasions(card: Card, dice: Dice) -> list[Occasion]:
    """Everything there was to talk about with a customer up to yesterday, oldest first."""
    found = _beginning(card, dice)
    found += _around_orders(card, dice) if card.buyer else _prospecting(card, dice)
    found += _in_between(card, dice) if card.buyer else []
    seen: set[int] = set()
    kept = []
    for one in sorted(found, key=lambda occasion: (occasion.day, occasion.situation)):
        if -YEARS <= one.day < 0 and one.day not in seen:
            seen.add(one.day)
            kept.append(one)
    return kept


def _beginning(card: Card, dice: Dice) -> list[Occasion]:
    if card.stage == "potential":
        return []
    first = "fair" if card.fields.get("source") == "fair" and card.kind == "company" else "first"
    found = [Occasion(card.since, first)]
    if card.buyer and card.kind == "company" and dice.chance(0.6):
        found.append(Occasion(card.since + dice.between(3, 6), "quote"))
    return found


def _prospecting(card: Card, dice: Dice) -> list[Occasion]:
    if card.stage == "potential":
        return []
    day, found = card.since, []
    for _ in range({"interested": dice.between(2, 5), "lost": 3}.get(card.stage, dice.between(0, 2))):
        day += dice.between(9, 60)
        found.append(Occasion(day, "quote" if card.stage == "interested" and dice.chance(0.55) else "prospect"))
    if card.stage == "lost":
        found.append(Occasion(day + dice.between(10, 40), "lost"))
    return found


def _around_orders(card: Card, dice: Dice) -> list[Occasion]:
    found = []
    for order in card.orders:
        if order.kind == "return":
            found.append(Occasion(order.day - dice.between(0, 1), "complaint", order))
        elif order.state == "confirmed":
            if dice.chance(ORDER_SHARE[card.size]):
                found.append(Occasion(order.day - dice.pick((0, 0, 0, 1)), "order", order))
            if dice.chance(0.1):
                found.append(Occasion(order.day + dice.between(2, 6), "after", order))
            found += _dunning(order, dice)
    return found


def _dunning(order: Order, dice: Dice) -> list[Occasion]:
    paid = order.payments[-1].day if order.payments and order.open == 0 else 1
    late = paid - order.due
    if late < 12 or order.amount < 300:
        return []
    reminders = (dice.between(6, 11), dice.between(18, 32), dice.between(40, 60))
    due = [order.due + after for after in reminders if after < late and order.due + after < 0]
    return [Occasion(day, "dun", order) for day in due if dice.chance(0.42)]


def _in_between(card: Card, dice: Dice) -> list[Occasion]:
    """Calls that keep the acquaintance warm, and the attempts to wake who has fallen asleep."""
    found: list[Occasion] = []
    last = card.purchases[-1].day if card.purchases else 0
    until = last if card.pattern in {"sleeping", "lost"} else 0
    day = max(card.since + 20, -YEARS) + dice.between(0, ROUTINE[card.size])
    beside = BESIDE if card.size in {"big", "mid"} else BESIDE_SMALL
    while day < until:
        found.append(Occasion(day, dice.weighted(beside)))
        day += round(ROUTINE[card.size] * dice.factor(0.6, 1.5))
    if card.pattern in {"sleeping", "lost"}:
        day = last + card.gap + dice.between(10, 40)
        for _ in range(dice.between(1, 3)):
            found.append(Occasion(day, "wake"))
            day += dice.between(25, 80)
        if card.stage == "lost":
            found.append(Occasion(min(day, -5), "lost"))
    return found
