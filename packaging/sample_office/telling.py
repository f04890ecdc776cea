"""Follow-ups in words: what was done, what came of it, and what is planned."""

from __future__ import annotations

from dataclasses import replace

from sample_office.banks import Fragment, Hearer, Teller, bank, listed
from sample_office.cards import hearer
from sample_office.dice import Dice
from sample_office.model import Card, FollowUp, Order, Person
from sample_office.occasions import KINDS, Occasion, occasions

MANNER = {
    "visit": "visit", "return_visit": "visit", "meeting": "visit", "fair": "visit", "training": "visit", "care": "text",
    "call": "call", "wechat": "text", "sms": "text", "email": "text",
}  # fmt: skip
MINUTES = {"visit": (20, 90), "call": (2, 15)}
KIND_MARKS = {"wechat": "微", "email": "邮", "sms": "短"}  # fragments that name their means
MISSED = 0.115  # share of contacts that came to nothing, of those that can


class Narrator:
    """Writes the follow-ups of all customers."""

    def __init__(self, reps: list[str]) -> None:
        self.reps = reps
        self.dice = Dice("follow-ups")
        self.teller = Teller("follow-ups texts")
        self._missed = {kind: self._missed_for(kind) for kind in ("visit", "call", "wechat", "sms")}

    @staticmethod
    def _missed_for(kind: str) -> list[Fragment]:
        found = [Fragment.of(line) for line in listed("talks", "missed")]
        own = {"wechat": ("微信",), "sms": ("短信",), "visit": ("上门", "到店", "到了没见着")}
        others = [start for starts in own.values() for start in starts]
        if kind in own:
            return [one for one in found if one.text.startswith(own[kind])]
        return [one for one in found if not one.text.startswith(tuple(others))]

    def recount(self, card: Card) -> None:
        """All done follow-ups of a customer, oldest first."""
        told: set[str] = set()
        before: FollowUp | None = None
        for found in occasions(card, self.dice):
            occasion = self.known(card, found)
            kind = self.kind_for(card, occasion.situation)
            if kind in self._missed and occasion.situation not in {"first", "order"} and self.dice.chance(MISSED * 1.6):
                missed = self._done(card, occasion, kind, told, before)
                self._miss(missed, kind, told)
                card.follow_ups.append(missed)
                if self.dice.chance(0.45) and occasion.day < -2:
                    later = replace(occasion, day=occasion.day + 1)
                    card.follow_ups.append(self._done(card, later, kind, told, missed))
            else:
                card.follow_ups.append(self._done(card, occasion, kind, told, before))
            before = card.follow_ups[-1]

    def known(self, card: Card, occasion: Occasion) -> Occasion:
        """`occasion`, or a routine one where there are no words for it with this customer."""
        if any(self.block(card, occasion.situation, kind) for kind in KINDS[occasion.situation]):
            return occasion
        return replace(occasion, situation="routine")

    def kind_for(self, card: Card, situation: str) -> str:
        """A kind of follow-up that has words for this situation with this customer."""
        kinds = {kind: w for kind, w in KINDS[situation].items() if self.block(card, situation, kind)}
        if card.kind == "person":
            kinds = {kind: w for kind, w in kinds.items() if kind not in {"email", "sms"}} or kinds
        return self.dice.weighted(kinds)

    def block(self, card: Card, situation: str, kind: str) -> str:
        """The block of talks.toml for this, "" where there is none."""
        start = "person." if card.kind == "person" else ""
        manner = MANNER[kind]
        if kind == "care" and card.kind == "company":
            manner = "visit"
        name = f"{start}{situation}.{manner}"
        return name if name in bank("talks") else ""

    def listener(self, card: Card, occasion: Occasion, person: Person | None, kind: str) -> Hearer:
        """What can be said on this occasion when speaking with `person`."""
        about = hearer(card, self.reps)
        facts = dict(about.facts)
        if person is not None:
            facts["c"] = person.call
        if facts.get("c2") == facts["c"]:
            del facts["c2"]
        facts["soon"] = f"<{occasion.day + self.dice.between(4, 12)}d>"
        goods = list(about.goods)
        if occasion.order is not None:
            goods = [line.product.said for line in occasion.order.lines if line.product] or goods
            facts |= _order_facts(occasion.order, occasion.day)
        facts["p1"] = self.dice.pick(goods)
        facts["p2"] = self.dice.pick([one for one in about.goods if one != facts["p1"]])
        marks = set(about.marks) - {"员"} | ({"员"} if facts["c"] != facts["boss"] else set())
        marks |= set(KIND_MARKS.get(kind) or ("访" if MANNER[kind] == "visit" else ""))
        return Hearer(facts, frozenset(marks), goods, about.goods)

    def _done(self, card: Card, occasion: Occasion, kind: str, told: set[str], before: FollowUp | None) -> FollowUp:
        dice, person = self.dice, self.whom(card, occasion)
        listener = self.listener(card, occasion, person, kind)
        done = FollowUp(card, kind, "done", occasion.situation, occasion.day, effective=True)
        done.person, done.rep = person, self._who(card, occasion)
        block = self.block(card, occasion.situation, kind)
        done.result = self.teller.tell("talks", block, listener, told)
        assert done.result, f"nothing in {block} fits {card.name}"
        done.time = f"{dice.pick((8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 15, 16, 17)):02}:{dice.between(0, 11) * 5:02}"
        if MANNER[kind] in MINUTES and dice.chance(0.7):
            low, high = MINUTES[MANNER[kind]]
            done.minutes = dice.between(low, high) // 5 * 5 if low > 10 else dice.between(low, high)
        if card.kind == "company" and dice.chance(0.13):
            done.note = self.teller.tell("talks", "note", listener, told)
        if before is not None and dice.chance(0.68) and occasion.situation not in {"complaint", "fair", "first"}:
            done.planned = max(before.day, occasion.day - dice.pick((0, 0, 0, 0, 1, 1, 2, 4)))
            done.purpose = self.purpose(card, occasion.situation, listener, told)
            done.follows = before
        return done

    def _miss(self, follow_up: FollowUp, kind: str, told: set[str]) -> None:
        about = hearer(follow_up.card, self.reps)
        follow_up.effective, follow_up.note = False, None
        follow_up.minutes = None if kind != "visit" else 15
        follow_up.result = self.teller.tell_from(self._missed[kind], about, told)

    def purpose(self, card: Card, situation: str, listener: Hearer, told: set[str]) -> str:
        """What was or is to be talked about, in a few words."""
        block = "purpose.person" if card.kind == "person" else f"purpose.{situation}"
        return self.teller.tell("talks", block, listener, told) or self.teller.tell(
            "talks", "purpose.routine", listener, told
        )

    def whom(self, card: Card, occasion: Occasion) -> Person | None:
        """Whom one speaks with: mostly the main contact, about money the bookkeeper, never somebody who had left."""
        there = [one for one in card.people if one.active or (one.left or 0) > occasion.day]
        books = [one for one in there if one.keeps_books]
        if occasion.situation in {"account", "dun"} and books and self.dice.chance(0.5):
            return books[0]
        there = [one for one in there if not one.keeps_books and not one.at_the_door] or there
        if not there or self.dice.chance(0.08):
            return None
        return there[0] if self.dice.chance(0.75) else self.dice.pick(there)

    def _who(self, card: Card, occasion: Occasion) -> int | None:
        """The rep in charge; the clerk for accounts, the supervisor for the weighty ones."""
        if occasion.situation == "account" and self.dice.chance(0.6):
            return 4
        if occasion.situation in {"meeting", "lost"} and self.dice.chance(0.4):
            return 5
        return card.owner if card.owner is not None else 4


def _order_facts(order: Order, day: int) -> dict[str, str]:
    main = max((line for line in order.lines if line.product), key=lambda line: abs(line.amount), default=None)
    facts = {"due": money(order.open if order.open > 0 else order.amount), "amt": money(abs(order.amount))}
    facts["days"] = str(max(1, day - order.due))
    if main is not None and main.product is not None:
        more = "等" if len(order.lines) > 1 else ""
        facts["op"] = f"{main.product.said}{abs(main.quantity)}{main.product.unit}{more}"
    return facts


def money(amount: object) -> str:
    """As one writes it in a note: 860元, 1.28万元."""
    yuan = round(float(str(amount)))
    if yuan < 10_000:
        return f"{yuan}元"
    return f"{yuan / 10_000:.2f}".rstrip("0").rstrip(".") + "万元"
