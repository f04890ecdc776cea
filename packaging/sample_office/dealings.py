"""Two years of orders, returns and payments."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from sample_office.dice import Dice
from sample_office.model import MACHINE, YEARS, Card, Line, Order, Payment, Product

SCALE = {"big": 3.2, "mid": 1.8, "small": 0.95, "person": 0.3}
LINES = {
    "big": {1: 1, 2: 3, 3: 4, 4: 3, 5: 2, 6: 1},
    "mid": {1: 2, 2: 3, 3: 4, 4: 2},
    "small": {1: 3, 2: 4, 3: 2},
    "person": {1: 4, 2: 3, 3: 1},
}
NOTES = (
    "送货到后门", "急，下午三点前到", "与上一单同车", "随货带发票", "送到三楼仓库", "发票抬头见档案", "客户自提",
    "放门卫处", "先打电话再送", "分两次送", "送分点，联系人见签收单", "贴好标签再发",
)  # fmt: skip
NOTES_AT_HOME = ("自提", "放门卫处", "先打电话再送", "快递到付", "与邻单同车")
RETURN_NOTES = (
    "外包装破损",
    "发错规格",
    "客户多订，未拆封退回",
    "卡纸，换货退回",
    "漏粉",
    "受潮",
    "使用部门要求换型号",
)
EXTRA = (
    ("运费", "服务", 60, 1),
    ("打印机上门维修", "服务", 120, 1),
    ("刻章", "服务", 45, 2),
    ("设备搬运安装", "服务", 150, 1),
)
DELAYS = {"good": (-4, 6), "fair": (0, 24), "bad": (12, 75)}
SEASON = ((-55, 1.45), (-110, 0.85), (-180, 0.72), (-235, 1.3), (-300, 1.0), (-365, 1.05))


def season(day: int) -> float:
    """How lively trade is on a day: two high seasons a year, joined by straight lines."""
    phase = day % -365
    points = ((0, 1.05), *SEASON)
    for (late, high), (early, low) in pairwise(points):
        if early <= phase <= late:
            return low + (high - low) * (phase - early) / (late - early)
    return 1.0


def trend(pattern: str, day: int) -> float:
    """How much of its usual amount a customer buys on a day, by its course."""
    years = (day + YEARS) / YEARS
    if pattern == "growing":
        return 0.55 + 0.9 * years
    if pattern == "shrinking":
        return 1.25 - 0.3 * years if day < -220 else 0.55
    return 1.0


def rarity(card: Card, product: Product) -> float:
    """How much more rarely a product is bought than its place in the basket says: machines last for years."""
    if product.price < MACHINE:
        return 1.0
    return 0.35 if card.trade["reseller"] else 0.05


class Dealer:
    """Lets a customer buy and pay."""

    def __init__(self, stock: list[Product]) -> None:
        self.dice = Dice("dealings")
        self.stock = stock

    def deal(self, card: Card) -> None:
        """Write the customer's orders, the returns among them, and what was paid."""
        if not card.buyer:
            return
        days = self._days(card)
        card.fields["partner_since"] = days[0] if card.since > -YEARS else card.since + self.dice.between(8, 60)
        for day in days:
            card.orders.append(self._order(card, day))
        self._last_orders(card)
        for order in list(card.purchases):
            self._maybe_return(card, order)
            self._pay(card, order)

    def _days(self, card: Card) -> list[int]:
        dice, gap = self.dice, card.gap
        if card.pattern == "seasonal":
            peaks = sorted(peak - year for peak in card.peaks for year in (0, 365))
            return sorted({p + dice.between(-24, 24) for p in peaks for _ in range(8 if card.size == "big" else 4)})
        first = max(card.since + dice.between(6, 45), -YEARS)
        last = 0
        if card.pattern == "new":
            first, gap = -dice.between(15, 82), dice.between(14, 30)
        elif card.pattern == "sleeping":
            last = -round(gap * dice.factor(3.3, 5.0)) if gap < 70 else -dice.between(215, 340)
        elif card.pattern == "shrinking":
            last = -round(gap * dice.factor(0.8, 2.1))
        elif card.pattern == "lost":
            last = -dice.between(375, 540)
        days = [first + (dice.between(0, gap) if first == -YEARS else 0)]
        while True:
            pace = {"growing": 1.45 - 0.7 * (days[-1] + YEARS) / YEARS, "shrinking": 2.0 if days[-1] > -220 else 0.85}
            step = gap * dice.factor(0.65, 1.35) * pace.get(card.pattern, 1.0) / (0.5 + season(days[-1]) / 2)
            following = days[-1] + max(2, round(step))
            if following > last:
                return [day for day in days if day <= last] or [min(first, last)]
            days.append(following)

    def _order(self, card: Card, day: int) -> Order:
        dice = self.dice
        size = SCALE[card.size] * card.weight * trend(card.pattern, day) * (0.45 + 0.55 * season(day))
        count = dice.weighted(LINES[card.size])
        # What stands first in the basket is bought most often.
        favourites = {product: 1 / (2 + at) for at, product in enumerate(card.basket)}
        chosen: list[Product] = []
        while len(chosen) < count and favourites:
            product = dice.weighted({one: w * rarity(card, one) for one, w in favourites.items()})
            favourites.pop(product)
            chosen.append(product)
        lines = [self._line(card, product, day, size) for product in chosen]
        if dice.chance(0.03):
            name, category, price, most = dice.pick(EXTRA)
            lines.append(Line(None, name, category, dice.between(1, most), Decimal(price), None, None))
        notes = NOTES_AT_HOME if card.kind == "person" else NOTES
        note = dice.pick(notes) if dice.chance(0.14) else None
        return Order(card, day, lines, note=note, due=day + (card.fields.get("credit_days") or 0))

    def _line(self, card: Card, product: Product, day: int, size: float) -> Line:
        dice = self.dice
        if product.price >= MACHINE:
            quantity = max(
                1, round(product.usual * min(size, 3.0 if card.trade["reseller"] else 1.6) * dice.factor(0.4, 0.9))
            )
        else:
            quantity = _rounded(max(1, round(product.usual * size * dice.factor(0.6, 1.5))))
        older = Decimal("0.96") if day < -400 else Decimal(1)
        price = (product.price * older).quantize(Decimal("0.1"), ROUND_HALF_UP)
        cost = None if product.cost is None else (product.cost * older).quantize(Decimal("0.01"), ROUND_HALF_UP)
        share = {"big": (0, 2, 3, 5, 8), "mid": (0, 0, 0, 2, 3, 5)}.get(card.size, (0, 0, 0, 0, 0, 5))
        percent = dice.pick(share)
        return Line(
            product, product.name, product.category, quantity, price, Decimal(percent) / 100 if percent else None, cost
        )

    def _last_orders(self, card: Card) -> None:
        """Some of the newest are still drafts; here and there one was cancelled."""
        dice = self.dice
        for order in card.orders:
            if order.day > -4 and dice.chance(0.6):
                order.state = "draft"
            elif dice.chance(0.012) and len(card.orders) > 3:
                order.state, order.note = (
                    "cancelled",
                    dice.pick(("客户取消", "重复下单", "缺货，改下次", "型号报错，另开新单")),
                )

    def _maybe_return(self, card: Card, order: Order) -> None:
        dice = self.dice
        goods = [line for line in order.lines if line.product and line.product.price < MACHINE and line.quantity > 1]
        day = order.day + dice.between(3, 16)
        if not goods or day > 0 or not dice.chance(0.026):
            return
        line = dice.pick(goods)
        back = -max(1, round(line.quantity * dice.factor(0.08, 0.4)))
        lines = [Line(line.product, line.name, line.category, back, line.price, line.discount, line.cost)]
        note = dice.pick([one for one in RETURN_NOTES if _suits(one, line.category)])
        sent_back = Order(card, day, lines, "return", note=note, due=day)
        if day + 6 < 0:
            refund = "冲抵货款" if card.fields.get("credit_days") else "退款"
            sent_back.payments.append(Payment(day + dice.between(1, 6), sent_back.amount, _method(card, dice), refund))
        card.orders.append(sent_back)

    def _pay(self, card: Card, order: Order) -> None:
        dice, credit = self.dice, card.fields.get("credit_days") or 0
        low, high = DELAYS[card.punctual]
        paid = order.due + (
            dice.between(low, high) if credit else dice.between(0, 3 if card.punctual == "good" else 12)
        )
        paid = max(paid, order.day)
        stuck = card.punctual == "bad" and order.day > -240 and dice.chance(0.16)
        if stuck and dice.chance(0.4):
            part = (order.amount * Decimal("0.4")).quantize(Decimal(100))
            if part > 0 and paid <= 0:
                order.payments.append(Payment(paid, part, _method(card, dice), "部分付款"))
            return
        if stuck or paid > 0:
            return
        if dice.chance(0.06) and order.amount > 2000 and paid < -12:
            part = (order.amount / 2).quantize(Decimal(100))
            order.payments.append(Payment(paid, part, _method(card, dice), "首笔"))
            order.payments.append(Payment(paid + dice.between(5, 12), order.amount - part, _method(card, dice), "尾款"))
            return
        order.payments.append(Payment(paid, order.amount, _method(card, dice)))


def _rounded(quantity: int) -> int:
    """As people order: 23 is 25, 118 is 120."""
    if quantity > 100:
        return round(quantity / 20) * 20
    return round(quantity / 5) * 5 if quantity > 12 else quantity


def _suits(reason: str, category: str | None) -> bool:
    only = {"卡纸": "办公用纸", "受潮": "办公用纸", "漏粉": "打印耗材"}
    return all(category == wanted for word, wanted in only.items() if word in reason)


def _method(card: Card, dice: Dice) -> str:
    if card.kind == "person":
        return dice.weighted({"wechat": 6, "alipay": 4, "cash": 2, "transfer": 1})
    if card.size == "small":
        return dice.weighted({"transfer": 4, "wechat": 4, "alipay": 2, "cash": 2})
    if card.trade_key == "factory":
        return dice.weighted({"transfer": 6, "bill": 4, "other": 0.1})
    return dice.weighted({"transfer": 12, "wechat": 1, "cash": 0.4, "other": 0.1})
