"""What stands around the cards: promises, cases, surveys, care, events, and what is bought elsewhere."""

from __future__ import annotations

from decimal import Decimal

from sample_office.banks import Hearer, Teller
from sample_office.cards import hearer
from sample_office.casting import RIVALS
from sample_office.dice import Dice
from sample_office.model import Card, Order
from sample_office.rows import Tables

OPEN_DAYS = (-12, -5, -2, 0, 1, 1, 2, 3, 4, 6, 6, 8, 9, 11, 13, 16, 20, 24, 31, 38)  # when open promises fall due
OPEN_CASES = (-9, -6, -4, -3, -2, -2, -1, -1, -1)  # when the unsolved cases were opened
COSTS = {"gift": (48, 400), "meal": (90, 520), "greeting": (0, 0), "event": (60, 300), "other": (50, 260)}
KINDS = {"gift": 9.0, "greeting": 4.0, "meal": 5.0, "event": 2.0, "other": 1.0}
MARKS = {"good": (5, 5, 4), "fair": (4, 3, 3), "poor": (2, 1, 2)}


class Surroundings:
    """Lays rows around customers that have theirs already."""

    def __init__(self, tables: Tables, cards: list[Card], reps: list[str]) -> None:
        self.tables, self.reps = tables, reps
        self.dice, self.teller = Dice("around"), Teller("around texts")
        self.known = [one for one in cards if one.kind == "company" and one.people and one.stage != "potential"]
        self.buyers = [one for one in self.known if one.buyer]
        self.told: dict[int, set[str]] = {}

    def lay(self) -> None:
        """All of it."""
        self._promises()
        self._cases()
        self._surveys()
        self._care()
        self._events()
        self._rivals()

    def _say(self, card: Card, block: str) -> str:
        listener = hearer(card, self.reps)
        facts = {name: words for name, words in listener.facts.items() if words}
        about = Hearer(facts, listener.marks, listener.goods or ["A4复印纸", "文件夹"], listener.others)
        return self.teller.tell("around", block, about, self.told.setdefault(card.at, set()))

    def _who(self, card: Card) -> tuple[int | None, int | None]:
        """The contact one deals with, and our rep."""
        person = next((one for one in card.people if one.active and not one.at_the_door), None)
        return None if person is None else person.at, card.owner

    def _promises(self) -> None:
        dice = self.dice
        rows: list[tuple[int, int, Card, str, str, int | None]] = []
        live = [one for one in self.buyers if one.pattern in {"growing", "steady", "seasonal", "shrinking", "new"}]
        for card, due in zip(dice.some(live, len(OPEN_DAYS)), OPEN_DAYS, strict=False):
            by = dice.weighted({"us": 6.0, "customer": 4.0})
            rows.append((min(due, 0) - dice.between(2, 14), due, card, by, "open", None))
        for card in dice.some(live, 34):
            due = -dice.between(20, 300)
            state = dice.weighted({"kept": 8.0, "broken": 2.0})
            by = dice.weighted({"us": 6.0, "customer": 4.0})
            day = due - dice.between(0, 3) if state == "kept" else due + dice.between(3, 10)
            rows.append((due - dice.between(5, 20), due, card, by, state, day))
        for made, due, card, by, state, settled in sorted(rows, key=lambda row: (row[0], row[2].at)):
            text, (contact, rep) = self._say(card, f"promise.{by}"), self._who(card)
            if text:
                self.tables.add("promise", card.at, contact, rep, by, text, made, due, state, settled)

    def _cases(self) -> None:
        dice, rows = self.dice, []
        returned = [
            (order.day, order.card, order) for card in self.buyers for order in card.orders if _went_back(order)
        ]
        for day, card, _order in dice.some(returned, 30):
            rows.append((day - 1, card, "complaint", True))
        for card in dice.some(self.buyers, 22):
            kind = dice.weighted({"request": 7.0, "complaint": 2.0})
            rows.append((-dice.between(12, 500), card, kind, True))
        live = [one for one in self.buyers if one.pattern in {"growing", "steady", "shrinking"}]
        for card, day in zip(dice.some(live, len(OPEN_CASES)), OPEN_CASES, strict=False):
            rows.append((day, card, dice.pick(("complaint", "request", "complaint")), False))
        for day, card, kind, solved in sorted(rows, key=lambda row: (row[0], row[1].at)):
            self._case(card, kind, day, solved=solved)

    def _case(self, card: Card, kind: str, day: int, *, solved: bool) -> None:
        dice, (contact, rep) = self.dice, self._who(card)
        subject, _, solution = self._say(card, f"case.{kind}").partition(">")
        opened = [day, f"{dice.between(8, 16):02}:{dice.between(0, 11) * 5:02}"]
        answered = (
            [day, f"{dice.between(9, 17):02}:{dice.between(0, 11) * 5:02}"] if solved or dice.chance(0.4) else None
        )
        done = [day + dice.pick((0, 1, 1, 2, 2, 3, 6)), f"{dice.between(9, 17):02}:10"] if solved else None
        cost = Decimal(dice.between(2, 30) * 10) if solved and dice.chance(0.3) else None
        self.tables.add(
            "service_case",
            card.at,
            contact,
            rep,
            kind,
            subject,
            opened,
            answered,
            done,
            solution if solved else None,
            cost,
        )

    def _surveys(self) -> None:
        dice, rows = self.dice, []
        for card in dice.some([one for one in self.buyers if one.size != "small"], 42):
            day = -dice.between(5, 90)
            for _ in range(dice.pick((1, 1, 2, 3))):
                tone = dice.weighted(
                    {"good": 2.0, "fair": 4.0, "poor": 4.0}
                    if card.pattern in {"shrinking", "lost", "sleeping"}
                    else {"good": 7.0, "fair": 3.0, "poor": 0.5}
                )
                rows.append((day, card, tone))
                day -= dice.between(70, 130)
        for day, card, tone in sorted(rows, key=lambda row: (row[0], row[1].at)):
            mark = dice.pick(MARKS[tone])
            recommend = min(10, max(0, mark * 2 - dice.pick((0, 0, 1, 2)))) if dice.chance(0.85) else None
            comment = self._say(card, f"survey.{tone}") if dice.chance(0.8) else None
            self.tables.add("survey", card.at, *self._who(card), day, mark, recommend, comment)

    def _care(self) -> None:
        dice = self.dice
        large = dice.some([one for one in self.buyers if one.size == "big"], 20)
        cards = [*large, *dice.some(self.known, 35)]
        rows = [(-dice.between(4, 500), card, dice.weighted(KINDS)) for card in cards]
        for day, card, kind in sorted(rows, key=lambda row: (row[0], row[1].at)):
            low, high = COSTS[kind]
            cost = Decimal(dice.between(low, high)) if high else None
            what = self._say(card, f"care.{kind}")
            if what:
                self.tables.add("care_record", card.at, *self._who(card), kind, day, what, cost)

    def _events(self) -> None:
        rows = [(-self.dice.between(10, 900), card) for card in self.dice.some(self.known, 44)]
        for day, card in sorted(rows, key=lambda row: (row[0], row[1].at)):
            what = self._say(card, "event")
            if what:
                self.tables.add("major_event", card.at, day, what)

    def _rivals(self) -> None:
        dice = self.dice
        at = {name: self.tables.add("competitor", name) for name in RIVALS}
        chosen = dice.some([one for one in self.known if one.rival in at], 60)
        for card in sorted(chosen, key=lambda one: one.at):
            share = dice.between(1, 12) * 5 if dice.chance(0.75) else None
            opinion = self._say(card, "use.opinion") if dice.chance(0.7) else None
            noted = -dice.between(10, 400)
            product = self._say(card, "use.product")
            self.tables.add("competitor_use", card.at, at[card.rival], product, share, opinion, noted)


def _went_back(order: Order) -> bool:
    return order.kind == "return" and order.day < -12
