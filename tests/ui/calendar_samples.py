"""A calendar over a small office, for its tests: a customer, plans, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.models import FollowUpMove
from db.queries.agenda import AgendaRow, agenda_rows
from db.store import Doing
from db.vocabulary import FollowUpKind
from desktop.services.followups import DoneDraft, PlanDraft, log, plan
from desktop.ui.office import Office
from desktop.ui.screens.calendar import view_page
from desktop.ui.screens.calendar.month_page import MonthPage
from desktop.ui.screens.calendar.place import CalendarPlace
from tests.ui import card_samples as samples

KEY = Qt.Key
WEDNESDAY, FRIDAY, SATURDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 28)
NAME = "无锡新创包装厂"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine must not send the next reading to a job in the middle of a test."""
    monkeypatch.setattr(view_page, "SLOW", 60.0)


@pytest.fixture
def customer(office: Office) -> int:
    return samples.plain(office)


def planned(office: Office, customer: int, on: date, at: time | None = None, **more: object) -> int:
    draft = PlanDraft(customer, kind=FollowUpKind.VISIT, planned_on=on, planned_time=at, purpose="送样", **more)  # type: ignore[arg-type]
    with office.store.write(Doing("followup.plan", {"name": NAME})) as session:
        return plan(session, draft)


def done(office: Office, customer: int, on: date) -> int:
    with office.store.write(Doing("followup.log", {"name": NAME})) as session:
        return log(session, DoneDraft(customer, done_on=on, result="好"))


def row(office: Office, wanted: int) -> AgendaRow:
    with office.store.read() as session:
        return agenda_rows(session, [wanted])[wanted]


@pytest.fixture
def opened(qtbot: QtBot, office: Office) -> Callable[..., CalendarPlace]:
    def opened(view: str = "month") -> CalendarPlace:
        place = CalendarPlace(office)
        qtbot.addWidget(place, before_close_func=lambda _: place.hide())
        place.resize(1290, 664)
        with qtbot.waitActive(place):
            place.show()
        place.tabs.go_to(view)
        office.jobs.wait_idle()
        return place

    return opened


def month_of(place: CalendarPlace) -> MonthPage:
    page = place.tabs.page("month")
    assert isinstance(page, MonthPage)
    return page


def undo(office: Office) -> None:
    from db.queries.journal import last_action
    from desktop.ui.top_line import take_back

    with office.store.read() as session:
        last = last_action(session)
    assert last is not None
    take_back(office, last.id)
    office.jobs.wait_idle()


def moves(office: Office) -> list[tuple[date, date, str | None]]:
    with office.store.read() as session:
        found = session.scalars(select(FollowUpMove).order_by(FollowUpMove.id))
        return [(one.from_on, one.to_on, one.reason) for one in found]
