"""What is still to be done: overdue, today, this week, next month; and what was called off."""

from __future__ import annotations

from sample_office.dice import Dice
from sample_office.model import Card, FollowUp
from sample_office.occasions import Occasion
from sample_office.telling import MANNER, Narrator

# (from day, to day, how many)
PLAN = ((-26, -1, 22), (0, 0, 10), (1, 6, 36), (7, 35, 70), (36, 75, 14))
CANCELLED = 42
CALLED_OFF = (
    "客户临时出差，改期",
    "对方取消，说暂不需要",
    "天气原因没去成",
    "已在微信上说清，不再上门",
    "与上次重复",
    "对方说这周不方便，另约",
)
COURSES: dict[str, dict[str, float]] = {
    "growing": {"routine": 3, "newproduct": 3, "order": 3, "meeting": 1.5, "care": 1},
    "steady": {"routine": 4, "order": 4, "newproduct": 2, "care": 1, "training": 0.7},
    "shrinking": {"wake": 2, "competitor": 2, "routine": 3, "meeting": 1},
    "seasonal": {"routine": 2, "order": 2},
    "new": {"after": 3, "order": 3, "routine": 2},
    "sleeping": {"wake": 1},
    "lost": {"lost": 1},
    "prospect": {"quote": 3, "prospect": 4},
}


class Planner:
    """Plans next steps for about half of the customers."""

    def __init__(self, narrator: Narrator) -> None:
        self.narrator = narrator
        self.dice = Dice("plans")

    def plan(self, cards: list[Card]) -> None:
        """Give next steps, each to another customer; who is worth more is planned for more often."""
        able = [one for one in cards if one.stage not in {"potential", "lost"} or self.dice.chance(0.2)]
        rank = {"big": 0.25, "mid": 0.6, "small": 1.0, "person": 1.1}
        order = sorted(able, key=lambda one: self.dice.factor(0, 1) * rank[one.size])
        queue = iter(self.dice.shuffled(order[: sum(count for _, _, count in PLAN)]))
        for first, last, count in PLAN:
            for _ in range(count):
                card = next(queue)
                card.follow_ups.append(self._planned(card, self.dice.between(first, last)))

    def _planned(self, card: Card, day: int) -> FollowUp:
        dice, narrator = self.dice, self.narrator
        occasion = narrator.known(card, self._occasion(card, day))
        kind = narrator.kind_for(card, occasion.situation)
        done = [one for one in card.follow_ups if one.state == "done"]
        planned = FollowUp(card, kind, "planned", occasion.situation, day, planned=day)
        planned.person = narrator.whom(card, occasion)
        planned.rep = card.owner if card.owner is not None else 4
        listener = narrator.listener(card, occasion, planned.person, kind)
        planned.purpose = narrator.purpose(card, occasion.situation, listener, set())
        if MANNER[kind] == "visit" or dice.chance(0.3):
            planned.planned_time = (
                f"{dice.pick((9, 9, 10, 10, 13, 14, 14, 15, 16)):02}:{dice.pick(('00', '00', '30', '30', '15'))}"
            )
        planned.follows = done[-1] if done and dice.chance(0.8) else None
        if done and day < 0:  # what was missed came after what was done
            planned.day = planned.planned = min(-1, max(day, done[-1].day + 1))
        return planned

    def _occasion(self, card: Card, day: int) -> Occasion:
        owing = [one for one in card.purchases if one.open > 0 and one.due < -5]
        if owing and self.dice.chance(0.6):
            return Occasion(day, "dun", owing[0])
        course = dict(COURSES[card.pattern])
        if card.stage in {"potential", "contacted"} and card.pattern == "prospect":
            course = {"first": 3} if card.stage == "potential" else {"prospect": 3, "quote": 1}
        situation = self.dice.weighted(course)
        about = card.purchases[-1] if card.purchases and situation in {"order", "after"} else None
        return Occasion(day, situation, about)

    def call_off(self, cards: list[Card]) -> None:
        """Here and there something planned was called off."""
        able = [one for one in cards if len(one.follow_ups) > 3]
        for card in self.dice.some(able, CANCELLED):
            done = self.dice.pick([one for one in card.follow_ups if one.state == "done"])
            called_off = FollowUp(card, done.kind, "cancelled", done.situation, done.day, done.person, done.rep)
            called_off.planned = min(-3, done.day + self.dice.between(3, 12))
            called_off.kind = self.dice.pick(("visit", "visit", "call")) if card.kind == "company" else "call"
            listener = self.narrator.listener(
                card, Occasion(called_off.planned, "routine"), done.person, called_off.kind
            )
            called_off.purpose = self.narrator.purpose(card, "routine", listener, set())
            called_off.note = self.dice.pick(CALLED_OFF)
            card.follow_ups.append(called_off)
