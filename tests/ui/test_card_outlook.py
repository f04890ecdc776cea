"""Whether a customer still buys, how often he will and what that is worth: on the card, in one sentence."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from pytestqt.qtbot import QtBot

from db import journal
from db.keys import new_block
from db.models import Order
from db.store import Doing
from desktop.progress import Progress
from desktop.services.rating.outlook import outlook
from desktop.ui.office import Office
from desktop.ui.screens.customers.card import CardView
from desktop.ui.screens.customers.outlook_sheet import outlook_words
from desktop.ui.screens.customers.overview import OverviewTab
from desktop.ui.wording import whole_money
from tests.ui.card_driving import shown, tab


def buyers(office: Office, count: int, seed: int = 3) -> list[int]:
    """Customers who buy at rates of their own and leave by chances of their own, over two years."""
    dice, today = Random(seed), office.today()
    ids = new_block(count)
    orders: list[dict[str, Any]] = []
    for one in ids:
        at, rate = today - timedelta(days=dice.randrange(30, 720)), dice.gammavariate(1.5, 12)
        chance = dice.betavariate(0.6, 2.5)
        while at <= today:
            orders.append({"customer_id": one, "ordered_on": at, "amount": round(dice.gammavariate(4, 900), 2)})
            if dice.random() < chance:
                break
            at += timedelta(days=1 + round(dice.expovariate(1) * rate))
    with office.store.write(Doing("import.customers", {"count": count})) as session:
        people: list[dict[str, Any]] = [
            {"id": one, "name": f"买家{at}", "kind": "company", "stage": "won"} for at, one in enumerate(ids)
        ]
        journal.bulk_create(session, journal.table_named("customer"), people)
        made = [
            {"id": key, "kind": "purchase", "state": "confirmed", **order}
            for key, order in zip(new_block(len(orders)), orders, strict=True)
        ]
        journal.bulk_create(session, journal.table_named("sales_order"), made)
    return list(ids)


def looked_at(qtbot: QtBot, office: Office, customer_id: int) -> tuple[CardView, OverviewTab]:
    office.foresight.patience = 0
    view = shown(qtbot, office, customer_id)
    office.jobs.wait_idle(60)
    return view, tab(view, "overview", OverviewTab)


def test_what_is_ahead_is_said_in_one_sentence(qtbot: QtBot, office: Office) -> None:
    ids = buyers(office, 420)
    _, page = looked_at(qtbot, office, ids[0])
    found = outlook(office.store, office.today(), Progress())
    assert found.why == ""
    one = found.outlooks[ids[0]]
    assert one.clv is not None
    assert one.alive < 1
    assert page.outlook.isVisible()
    said = page.outlook.words.text()
    assert f"{one.alive * 100:.0f} %" in said
    assert f"{one.purchases:.1f} days" in said
    assert whole_money(one.clv) in said
    once = next(key for key in ids if found.outlooks[key].alive == 1)
    assert "on one day only" in outlook_words(found, once)


def test_an_office_with_few_who_came_back_is_told_so(qtbot: QtBot, office: Office) -> None:
    ids = buyers(office, 30)
    _, page = looked_at(qtbot, office, ids[0])
    assert "200 are needed" in page.outlook.words.text()


def test_one_who_never_bought_has_no_outlook_and_new_orders_are_counted_in(qtbot: QtBot, office: Office) -> None:
    ids = buyers(office, 30)
    with office.store.write(Doing("customer.create", {"name": "新"})) as session:
        (new,) = new_block(1)
        row = {"id": new, "name": "新客户", "kind": "company", "stage": "potential"}
        journal.bulk_create(session, journal.table_named("customer"), [row])
    view, page = looked_at(qtbot, office, new)
    assert not page.outlook.isVisible()
    view.show_customer(ids[1])
    office.jobs.wait_idle(60)
    before = office.foresight.forecast
    assert before is not None
    with office.store.write(Doing("order", {})) as session:
        for back in (40, 20, 2):
            session.add(Order(customer_id=new, ordered_on=office.today() - timedelta(back), amount=100))
    view.show_customer(new)
    office.jobs.wait_idle(60)
    after = office.foresight.forecast
    assert after is not None
    assert after.repeaters == before.repeaters + 1
    assert tab(view, "overview", OverviewTab).outlook.isVisible()


def test_the_screen_comes_first(qtbot: QtBot, office: Office) -> None:
    ids = buyers(office, 30)
    office.foresight.patience = 30
    shown(qtbot, office, ids[0])
    assert office.foresight.forecast is None
    qtbot.waitUntil(lambda: office.foresight.forecast is not None)
