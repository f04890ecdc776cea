"""Terms of payment: agreed before the dealings, graded after them."""

from __future__ import annotations

from decimal import Decimal

from sample_office.banks import Hearer, Teller
from sample_office.dice import Dice
from sample_office.model import Card

DAYS = {
    "big": {30: 5, 45: 3, 60: 4, 90: 1},
    "mid": {0: 4, 30: 6, 45: 2, 60: 2},
    "small": {0: 8, 30: 2},
    "person": {0: 1},
}
GRADES = {
    ("good", "big"): "A", ("good", "mid"): "B", ("good", "small"): "B", ("fair", "big"): "B", ("fair", "mid"): "C",
    ("fair", "small"): "C", ("bad", "big"): "C", ("bad", "mid"): "D", ("bad", "small"): "D",
}  # fmt: skip


def agree(card: Card, dice: Dice) -> None:
    """The credit days of a buyer; none for who pays at once."""
    if card.buyer and card.kind == "company":
        card.fields["credit_days"] = dice.weighted(DAYS[card.size])


def grade(card: Card, listener: Hearer, teller: Teller) -> None:
    """Grade, limit and terms in words, after what was bought and how it was paid."""
    dice, fields = teller.dice, card.fields
    if not card.buyer or card.kind == "person":
        return
    known = {"big": 1.0, "mid": 0.8, "small": 0.35}[card.size]
    if dice.chance(known):
        fields["credit_grade"] = GRADES[card.punctual, card.size]
    days = fields["credit_days"]
    if days and card.purchases:
        span = max(60, card.purchases[-1].day - card.purchases[0].day)
        daily = sum((one.amount for one in card.purchases), Decimal(0)) / span
        least = {"big": 20_000, "mid": 5_000}.get(card.size, 3_000)
        step = 5000 if card.size != "small" else 1000
        fields["credit_limit"] = max(least, round(daily * (days + 40) / step) * step)
    elif not dice.chance(0.3):
        fields["credit_days"] = None  # cash customers: most offices leave the box empty
    if dice.chance(known * 0.9):
        fields["trade_terms"] = teller.tell("card", f"terms.{days}", listener, set()) + "。"
    bank = {"fair": "credit_problems_late", "bad": "credit_problems_bad"}.get(card.punctual)
    if bank and days and dice.chance(known * 0.7):
        fields["credit_problems"] = teller.tell("card", bank, listener, set()) + "。"
