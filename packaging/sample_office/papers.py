"""A few small texts that hang on cards as attachments."""

from __future__ import annotations

from sample_office.dice import Dice
from sample_office.model import Card

RECEIVING = """收货须知
客户：{name}
地址：{address}
1. 送货前半小时电话联系{call}，车辆从后门进。
2. 每周一至周五 9:00—11:30、13:30—16:30 收货，月末盘点两天不收。
3. 送货单一式三联，签收联带回，随货附发票或注明月底统一开票。
4. 外箱破损当场拒收，数量差异写在签收联上。
"""
FRAMEWORK = """年度供货要点（洽谈记录整理）
客户：{name}
一、主要品种：{goods}。
二、价格：常用品半年一议，纸品随行情，提前十天通知。
三、付款：月结，对账单每月二十五日发出，五日内确认。
四、交期：常备品次日达，设备类七天内。
五、返点：年净采购额达到约定数，返百分之一，以货抵。
六、待定：违约条款、{call}要求的专人对接。
"""
TITLES = "开票资料\n名称：{name}\n税号：{code}\n开户行：{bank}\n账号：{account}\n地址：{address}\n"
PAPERS = (
    ("收货须知.txt", RECEIVING), ("收货须知.txt", RECEIVING), ("收货须知.txt", RECEIVING),
    ("年度供货要点.txt", FRAMEWORK), ("年度供货要点.txt", FRAMEWORK),
    ("开票资料.txt", TITLES), ("开票资料.txt", TITLES),
)  # fmt: skip


def papers(cards: list[Card]) -> list[list[object]]:
    """[row of the customer, file name, text] of every attachment."""
    dice = Dice("papers")
    large = [one for one in cards if one.size == "big" and one.fields.get("invoice_bank") and one.people]
    found: list[list[object]] = []
    for card, (name, text) in zip(dice.some(large, len(PAPERS)), PAPERS, strict=True):
        facts = {
            "name": card.name,
            "address": card.fields["address"],
            "call": card.people[0].call,
            "goods": "、".join(product.said for product in card.basket[:5]),
            "code": card.fields["credit_code"],
            "bank": card.fields["invoice_bank"],
            "account": card.fields["invoice_account"],
        }
        found.append([card.at, name, text.format(**facts)])
    return found
