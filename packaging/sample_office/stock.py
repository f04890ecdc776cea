"""What we sell, and which of it a customer usually takes."""

from __future__ import annotations

from decimal import Decimal

from sample_office.banks import bank, lines
from sample_office.dice import Dice
from sample_office.model import Card, Product

WIDTH = {"big": (9, 15), "mid": (6, 10), "small": (4, 7), "person": (3, 4)}
RETIRED = {"ZP-109", "HC-507", "SX-207"}  # no longer in the list


def products() -> list[Product]:
    """The price list in the order of the codes."""
    found: list[Product] = []
    for category, table in bank("products").items():
        for line in lines(table["list"]):
            code, name, said, unit, price, cost, usual = line.split("|")
            known = None if cost == "-" else Decimal(cost)
            found.append(Product(len(found), code, name, said, category, unit, Decimal(price), known, int(usual)))
    return found


def fill_basket(card: Card, stock: list[Product], dice: Dice) -> None:
    """Choose what the customer buys again and again; the first two categories are its main ones."""
    cats: dict[str, float] = dict(card.trade["cats"])
    wanted = dice.between(*WIDTH[card.size])
    main = sorted(cats, key=lambda one: -cats[one])[:2]
    chosen = [dice.pick([one for one in stock if one.category == category]) for category in main]
    while len(chosen) < wanted:
        category = dice.weighted(cats)
        left = [one for one in stock if one.category == category and one not in chosen]
        if left:
            chosen.append(dice.pick(left))
        else:
            cats.pop(category)
            if not cats:
                break
    card.basket = chosen
