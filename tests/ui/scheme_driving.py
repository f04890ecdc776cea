"""How the tests drive the page of schemes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.models import Order
from db.queries.card import CustomerDraft
from db.store import Doing
from db.vocabulary import OrderKind, OrderState
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.rating.schemes import OfficeScheme, save_scheme, scheme_named, schemes
from desktop.ui.office import Office
from desktop.ui.screens.tiers.choice import SchemeChoice
from desktop.ui.screens.tiers.schemes.scheme_form import SchemeForm
from desktop.ui.screens.tiers.schemes.schemes_page import SchemesPage

D = Decimal
TODAY = date(2026, 11, 22)
SIZE = (1294, 638)  # what a window of 1366 × 768 leaves to a page


def shown(qtbot: QtBot, office: Office, size: tuple[int, int] = SIZE) -> SchemesPage:
    """The page in a window that has the keyboard."""
    choice = SchemeChoice(office)
    choice.read()
    made = SchemesPage(office, choice)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def buy(office: Office, *amounts: int) -> None:
    with office.store.write(Doing("customer.create", {"name": "甲"})) as session:
        for at, amount in enumerate(amounts):
            one = create_customer(session, NewCustomer(CustomerDraft(name=f"客{at}")))
            session.add(
                Order(customer_id=one, number=f"{at}", ordered_on=date(2026, 11, 1), kind=OrderKind.PURCHASE,
                      state=OrderState.CONFIRMED, amount=D(amount))
            )  # fmt: skip


def kept(office: Office, key: str) -> OfficeScheme:
    with office.store.read() as session:
        return scheme_named(session, key)


def keys(office: Office) -> list[str]:
    with office.store.read() as session:
        return [one.key for one in schemes(session)]


def save(office: Office, wanted: OfficeScheme) -> OfficeScheme:
    with office.store.write(Doing("scheme.edit", {"name": "甲"})) as session:
        return save_scheme(session, wanted)


def editing(page: SchemesPage, key: str) -> SchemeForm:
    page.visit(key)
    page.pane.edit()
    QApplication.processEvents()
    assert page.pane.form is not None
    return page.pane.form


def lines(page: SchemesPage) -> list[tuple[str, ...]]:
    return [tuple(column.show(line) for column in page.model.columns) for line in page._lines.values()]


def words_read(page: SchemesPage) -> str:
    QApplication.processEvents()  # what was put in a moment ago is shown by now
    content = page.pane.page.widget()
    return "\n".join(one.text() for one in content.findChildren(QLabel) if one.isVisible())


def do(page: SchemesPage, key: str) -> None:
    """What the menu of the list does."""
    action = next(one for one in page.view._actions if one.key == key)
    ids = page.view.chosen()
    assert action.possible(ids), key
    action.do(ids)


def possible(page: SchemesPage, key: str) -> bool:
    action = next(one for one in page.view._actions if one.key == key)
    return action.possible(page.view.chosen())
