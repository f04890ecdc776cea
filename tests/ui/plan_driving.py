"""How the tests of promotion plans look at them and type into their form."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.models import Customer, Order, Rep
from db.queries.plans import PlanRow, plans
from db.store import Doing
from db.vocabulary import OrderKind, OrderState
from desktop.services.rating.plans import PlanOfLift, make_plan
from desktop.ui.office import Office, Planning
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.plans.plans_page import PlansPage
from desktop.ui.top_line import take_back
from tests.ui.card_driving import last
from tests.ui.conftest import Answers

KEY = "abc-70-90"
AMOUNTS = (7000, 1500, 1200, 500, 400)  # A, B, and C: the first of those is close to B


def order(customer_id: int, amount: int, on: date) -> Order:
    values = {"kind": OrderKind.PURCHASE, "state": OrderState.CONFIRMED, "amount": Decimal(amount)}
    return Order(customer_id=customer_id, ordered_on=on, **values)


def settled(office: Office) -> None:
    for _ in range(3):
        office.jobs.wait_idle(30)
        QApplication.processEvents()


def opened(qtbot: QtBot, office: Office, width: int = 1186, height: int = 690) -> PlansPage:
    choice = SchemeChoice(office)
    choice.read()
    made = PlansPage(office, choice)
    qtbot.addWidget(made)
    made.resize(width, height)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settled(office)
    return made


def begun(page: PlansPage, *ids: int) -> None:
    page.visit(Planning(ids, KEY))
    settled(page.office)


def kept(office: Office) -> list[PlanRow]:
    with office.store.read() as session:
        return plans(session, KEY, office.today())


def made_plan(office: Office, customer_id: int, until: date | None = None) -> int:
    with office.store.write(Doing("promotion.plan", {"name": "客户"})) as session:
        wanted = PlanOfLift(customer_id, KEY, "C", "B", until or date(2027, 2, 22))
        return make_plan(session, wanted, office.today())


def asked(office: Office) -> Answers:
    assert isinstance(office.ask, Answers)
    return office.ask


def shows_names(page: PlansPage) -> list[str]:
    return [row.name for row in (page.plans.model.row(at) for at in range(page.plans.model.rowCount())) if row]


def taken_back(office: Office) -> None:
    take_back(office, last(office).id)
    settled(office)


def gone_to(office: Office) -> list[tuple[str, object]]:
    wanted: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: wanted.append((place, what)))
    return wanted


def laid(office: Office) -> list[int]:
    """Five customers by what they bought; 王敏 looks after all but the first."""
    with office.store.write(Doing("sample.load")) as session:
        rep = Rep(name="王敏")
        session.add(rep)
        session.flush()
        rows = [Customer(name=f"客户{n}", pinyin=f"k{n}", owner_id=rep.id if n else None) for n in range(5)]
        session.add_all(rows)
        session.flush()
        for row, amount in zip(rows, AMOUNTS, strict=True):
            session.add(order(row.id, amount, office.today() - timedelta(days=30)))
        return [one.id for one in rows]


def told(form: QWidget) -> str:
    """All words of a form that are seen."""
    return "\n".join(one.text() for one in form.findChildren(QLabel) if one.isVisible())
