"""The word in the line on top that a rating has fallen due."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.models import Customer, Order
from db.store import Doing
from db.vocabulary import RoundEvery
from desktop.progress import Progress
from desktop.services.rating.proposing import propose
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import save_scheme, scheme_named
from desktop.ui.due_rounds import DueRounds
from desktop.ui.office import Office, Rate


def shown(qtbot: QtBot, office: Office) -> DueRounds:
    made = DueRounds(office)
    qtbot.addWidget(made)
    made.look()
    return made


def test_a_new_file_is_not_pressed(qtbot: QtBot, office: Office) -> None:
    assert not shown(qtbot, office).isVisible()


def test_what_is_due_is_said_and_leads_there(qtbot: QtBot, office: Office) -> None:
    day = office.today()
    with office.store.write(Doing("fill")) as session:
        one = Customer(name="甲")
        session.add_all([one, Order(customer_id=one.id, ordered_on=day - timedelta(200), amount=100)])
    early = day - timedelta(100)
    for key in ("abc-70-90", "rfm"):
        publish(office.store, propose(office.store, key, early, Progress()), Progress())
    made = shown(qtbot, office)
    assert made.isVisible()
    assert early.isoformat() in made.toolTip()
    assert "more" not in made.toolTip()  # RFM is applied when wanted
    with office.store.write(Doing("scheme.edit", {"name": "RFM"})) as session:
        save_scheme(session, replace(scheme_named(session, "rfm"), every=RoundEvery.MONTHLY))
    qtbot.waitUntil(lambda: "1 more" in made.toolTip())
    went: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: went.append((place, what)))
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert went == [("tiers", Rate("abc-70-90"))]
    for key in ("abc-70-90", "rfm"):
        publish(office.store, propose(office.store, key, day, Progress()), Progress())
    qtbot.waitUntil(lambda: not made.isVisible())
