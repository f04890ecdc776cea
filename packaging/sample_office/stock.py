"""What we sell, and which of it a customer usually takes."""

from __future__ import annotations

from decimal import Decimal

from sample_office.banks import bank, lines
from sample_office.dice import Dice
from sample_office.model import Card, Product

WIDTH = {"big": (9, 15), "mid": (6, 10), "small": (4, 7), "person": (3, 4)}
# What a trade has no use for, by what it is called.
UNFIT = {
    "school": "美工刀 收银纸 点钞机 标签色带 相纸",
    "training": "美工刀 收银纸 点钞机 标签色带 2B铅笔",
    "clinic": "美工刀 2B铅笔 证书内芯 相纸 点钞机",
    "property": "2B铅笔 收银纸 相纸",
    "firm": "美工刀 2B铅笔 收银纸 标签色带 证书内芯 相纸",
    "law": "美工刀 2B铅笔 收银纸 标签色带 证书内芯 相纸 三联打印纸",
    "factory": "2B铅笔 收银纸 相纸 证书内芯 荧光笔 彩色复印纸",
    "design": "2B铅笔 收银纸 三联打印纸 收据本 证书内芯 凭证盒 标签色带",
    "hotel": "2B铅笔 证书内芯 美工刀 相纸",
    "logistics": "2B铅笔 收银纸 相纸 证书内芯 荧光笔 彩色复印纸",
    "software": "2B铅笔 收银纸 三联打印纸 收据本 证书内芯 相纸 标签色带 590色带 印台",
    "print": "2B铅笔 收银纸 点钞机 考勤机",
    "teacher": "收银纸 三联打印纸 收据本 封箱胶带 印台",
    "home": "收银纸 三联打印纸 收据本 标签色带 复印机碳粉 590色带 开水器 纸杯",
    "retired": "收银纸 三联打印纸 收据本 封箱胶带 不干胶 白板笔 双头记号笔",
    "art": "收银纸 三联打印纸 收据本 凭证盒",
    "inn": "三联打印纸 2B铅笔 相纸",
}
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
    unfit = UNFIT.get(card.trade_key, "").split()
    fit = [one for one in stock if one.said not in unfit]
    chosen = [dice.pick([one for one in fit if one.category == category]) for category in main]
    while len(chosen) < wanted:
        category = dice.weighted(cats)
        left = [one for one in fit if one.category == category and one not in chosen]
        if left:
            chosen.append(dice.pick(left))
        else:
            cats.pop(category)
            if not cats:
                break
    card.basket = chosen
