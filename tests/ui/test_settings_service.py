"""服务时限: hours and limits are kept by one button, and what cannot be is told."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from db.queries.card import CustomerDraft
from db.queries.care import UseRow
from db.store import Doing
from desktop.rules.service_clock import ClockPolicy, Limits
from desktop.services.care_records import save_use
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.service_cases import clock_policy
from desktop.ui.office import Office
from desktop.ui.screens.settings.competitors import CompetitorsPage
from desktop.ui.screens.settings.service_times import ServiceTimesPage
from tests.ui.card_driving import last


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> ServiceTimesPage:
    made = ServiceTimesPage(office)
    qtbot.addWidget(made)
    made.reload()
    return made


def now(office: Office) -> ClockPolicy:
    with office.store.read() as session:
        return clock_policy(session)


def test_what_is_shown_is_what_holds(page: ServiceTimesPage, office: Office) -> None:
    assert page.taken() == now(office)
    assert not page.dirty
    assert not page.save.isEnabled()


def test_hours_and_limits_are_kept(page: ServiceTimesPage, office: Office) -> None:
    page.opens.setTime(QTime(8, 30))
    page.lunch.setChecked(False)
    page._rows["A"][0].setValue(1)
    assert page.save.isEnabled()
    page.save.click()
    kept = now(office)
    assert (kept.hours.opens, kept.hours.lunch_from) == (time(8, 30), None)
    assert kept.limits["A"] == Limits(1, 15)
    assert not page.dirty
    assert last(office).kind == "policy.edit"
    assert page.a_day.text() == "A working day has 9 h 30 min."


def test_hours_out_of_order_are_told_and_not_kept(page: ServiceTimesPage, office: Office) -> None:
    before = now(office)
    page.closes.setTime(QTime(8, 0))
    page.save.click()
    assert page.wrong.text() == "The office must close after it opens."
    assert now(office) == before
    page.drop.click()
    assert not page.dirty
    assert page.wrong.text() == ""


def test_leaving_asks(page: ServiceTimesPage, office: Office) -> None:
    page._rows[""][1].setValue(40)
    office.ask.answers[:] = [""]  # type: ignore[attr-defined]
    assert not page.may_leave()
    office.ask.answers[:] = ["drop"]  # type: ignore[attr-defined]
    assert page.may_leave()
    assert not page.dirty


@pytest.fixture
def rivals(qtbot: QtBot, office: Office) -> CompetitorsPage:
    made = CompetitorsPage(office)
    qtbot.addWidget(made)
    made.reload()
    return made


def names(page: CompetitorsPage) -> list[str]:
    return [row.name for row in page._rows.values()]


def test_competitors_are_entered_renamed_and_deleted(rivals: CompetitorsPage, office: Office) -> None:
    office.ask.answers[:] = [" 日东 ", "华工"]  # type: ignore[attr-defined]
    rivals.add()
    rivals.add()
    assert sorted(names(rivals)) == sorted(["日东", "华工"])
    one = next(row for row in rivals._rows.values() if row.name == "华工")
    office.ask.answers[:] = ["日东"]  # type: ignore[attr-defined]
    rivals._rename([one.id])
    assert office.ask.asked[-1] == "There is a competitor 日东 already."  # type: ignore[attr-defined]
    office.ask.answers[:] = ["华工丝杠", "价格低"]  # type: ignore[attr-defined]
    rivals._rename([one.id])
    rivals._note([one.id])
    assert (rivals._rows[one.id].name, rivals._rows[one.id].note) == ("华工丝杠", "价格低")
    rivals._delete([one.id])
    assert names(rivals) == ["日东"]
    assert last(office).kind == "competitors.delete"


def test_competitors_tell_how_many_customers_buy_there(rivals: CompetitorsPage, office: Office) -> None:
    with office.store.write(Doing("competitor.edit", {"name": "x"})) as session:
        for number in range(3):
            customer = create_customer(session, NewCustomer(CustomerDraft(name=f"客户{number}")))
            save_use(session, customer, UseRow(competitor="日东"), office.today())
            save_use(session, customer, UseRow(competitor="日东", product="丝杠"), office.today())
    rivals.reload()
    assert [(row.name, row.customers) for row in rivals._rows.values()] == [("日东", 3)]
