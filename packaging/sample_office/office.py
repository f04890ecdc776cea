"""Puts the sample office together."""

from __future__ import annotations

from sample_office import tagging
from sample_office.around import Surroundings
from sample_office.banks import Teller
from sample_office.cards import Judge, Writer, hearer
from sample_office.casting import cast
from sample_office.classing import class_cards
from sample_office.companies import Registry
from sample_office.credit import agree, grade
from sample_office.dealings import Dealer
from sample_office.dice import Dice
from sample_office.fiction import Fiction
from sample_office.model import Card, Product, Rep
from sample_office.papers import papers
from sample_office.people import Calendar, Staffing
from sample_office.persons import Acquaintances
from sample_office.plans import Planner
from sample_office.rows import Tables
from sample_office.stock import fill_basket, products
from sample_office.telling import Narrator
from sample_office.ties import Ties
from sample_office.twins import twins

OFFICE = {
    "name": "杭州禾笺办公设备有限公司",
    "address": "浙江省杭州市拱墅区文澜路218号时代广场B座1206室",
    "phone": "0571-80000218",
    "note": "办公设备、文具与净水的批发和服务；示例数据，人物与企业均为虚构。",
}
REPS = [
    Rep("顾晓雯", "rep", "13800001101"),
    Rep("区志伟", "rep", "13900001102"),
    Rep("曹建波", "rep", "13700001103"),
    Rep("解思远", "rep", "15800001104"),
    Rep("沈丽娟", "clerk", "13500001105"),
    Rep("陆文彬", "supervisor", "13600001106"),
]
SELLERS = 4
FORMER = 14  # companies that once had another name


def sample() -> str:
    """The text of office.json."""
    fiction, stock = Fiction(), products()
    for rep in REPS:
        fiction.once(rep.name)
        fiction.once(rep.phone)
    cards = _people_and_papers(fiction)
    cards = sorted(cards + twins(cards, SELLERS), key=lambda one: one.since)
    _dealings(cards, stock)
    class_cards(cards)
    _texts(cards)
    tables = Tables()
    tables.office(REPS, stock)
    for count, card in enumerate(cards, 1):
        tables.card(card, f"K{count:04}")
    orders = [order for card in cards for order in card.orders]
    tables.orders(orders)
    tables.payments(orders)
    tables.follow_ups([one for card in cards for one in card.follow_ups])
    Surroundings(tables, cards, [rep.name for rep in REPS]).lay()
    Ties(tables, cards).lay()
    return tables.written(OFFICE, papers(cards))


def _people_and_papers(fiction: Fiction) -> list[Card]:
    cards = cast(fiction)
    registry, staffing, acquaintances = Registry(fiction), Staffing(fiction), Acquaintances(fiction)
    for card in cards:
        if card.kind == "person":
            acquaintances.meet(card)
        else:
            registry.found(card)
            staffing.staff(card)
    _introduce(cards, fiction)
    return cards


def _introduce(cards: list[Card], fiction: Fiction) -> None:
    """Who came by recommendation names who recommended; some firms once had another name."""
    dice = Dice("introductions")
    known: dict[str, list[str]] = {}  # by city: people recommend to their neighbours
    for card in cards:
        near = known.setdefault(card.place.city, [])
        if card.fields.get("source") == "referral" and near and dice.chance(0.85):
            card.fields["introducer"] = dice.pick(near)
        if card.buyer and card.boss is not None:
            short = card.fields.get("short_name") or card.name
            near.append(short + card.boss.call if card.kind == "company" else card.name)
    companies = [one for one in cards if one.kind == "company" and one.buyer and one.word and one.size != "small"]
    for card in dice.some(companies, FORMER):
        assert card.word is not None
        card.fields["former_names"] = card.name.replace(card.word.text, fiction.word("word").text)


def _dealings(cards: list[Card], stock: list[Product]) -> None:
    dice, dealer, judge = Dice("baskets"), Dealer(stock), Judge()
    for card in cards:
        fill_basket(card, stock, dice)
        agree(card, dice)
        dealer.deal(card)
        judge.judge(card)


def _texts(cards: list[Card]) -> None:
    names = [rep.name for rep in REPS]
    writer, teller, calendar = Writer(names), Teller("credit"), Calendar()
    narrator, dice = Narrator(names), Dice("tags")
    planner = Planner(narrator)
    for card in cards:
        if card.kind == "company" and card.people:
            grade(card, hearer(card, names), teller)
            writer.write(card)
        elif card.kind == "person":
            writer.remark(card)
        if card.people or card.kind == "person":
            calendar.mark(card)
        tagging.tag(card, dice)
        narrator.recount(card)
    planner.call_off(cards)
    planner.plan(cards)
