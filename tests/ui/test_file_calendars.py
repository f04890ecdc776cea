"""Calendars on screen: one brought in with its preview, the customer chosen per row, and one given out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from db.models import Customer
from db.queries.agenda import AgendaRow, agenda
from db.store import Doing
from db.vocabulary import CustomerKind, RepRole, Stage
from desktop.services.calendar.ics_proposal import Fate
from desktop.services.offices import save_rep
from desktop.ui.dropping import FileSort, sort_of
from desktop.ui.office import Office
from desktop.ui.screens.file.calendar_page import CalendarPage
from desktop.ui.screens.file.calendar_run import Step
from desktop.ui.screens.file.place import FilePlace

EVENTS = """BEGIN:VCALENDAR
BEGIN:VEVENT\nUID:1\nSUMMARY:拜访西湖大酒店\nDTSTART;VALUE=DATE:20261124\nEND:VEVENT
BEGIN:VEVENT\nUID:2\nSUMMARY:午餐\nDTSTART;VALUE=DATE:20261125\nEND:VEVENT
BEGIN:VEVENT\nUID:3\nSUMMARY:旧的\nDTSTART;VALUE=DATE:20251125\nEND:VEVENT
BEGIN:VEVENT\nUID:4\nSUMMARY:坏的\nDTSTART;VALUE=DATE:20260230\nEND:VEVENT
BEGIN:VEVENT\nUID:5\nSUMMARY:聚会\nDTSTART;VALUE=DATE:20261126\nEND:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def place(office: Office, qtbot: QtBot) -> FilePlace:
    with office.store.write(Doing("customer.create", {"name": "x"})) as session:
        session.add(Customer(kind=CustomerKind.COMPANY, name="西湖大酒店", stage=Stage.WON))
        save_rep(session, None, "李明", None, RepRole.REP)
    made = FilePlace(office)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "外出.ics"
    path.write_text(EVENTS, "utf-8")
    return path


def opened(place: FilePlace, path: Path) -> CalendarPage:
    place.visit(path)
    place.office.jobs.wait_idle()
    page = place.tabs.page("calendars")
    assert isinstance(page, CalendarPage)
    return page


def answer(office: Office, *answers: object) -> None:
    office.ask.answers += answers  # type: ignore[attr-defined]


def plans(office: Office) -> list[AgendaRow]:
    with office.store.read() as session:
        return agenda(session, date(2020, 1, 1), date(2030, 1, 1))


def test_a_calendar_is_brought_in_after_a_look_at_it(place: FilePlace, calendar: Path, office: Office) -> None:
    page = opened(place, calendar)
    rows = page.rows
    assert page.run.step is Step.PREVIEW
    assert rows.buttons[Fate.OPEN].isChecked()
    assert list(rows.model.ids) == [2, 5]
    assert "1" in page.next.text()
    assert plans(office) == []
    answer(office, "西湖")
    page.pick.click()  # the first one
    rows.view.selectAll()
    rows.view._actions[1].do([5])  # the other is left out
    assert page.run.proposal.coming_in == 2
    assert [row.fate for row in page.run.proposal.rows] == [
        Fate.NEW, Fate.NEW, Fate.LEFT_OUT, Fate.REFUSED, Fate.LEFT_OUT,
    ]  # fmt: skip
    page.whose.setCurrentIndex(1)
    page.whose.activated.emit(1)
    page.next.click()
    office.jobs.wait_idle()
    assert {(row.customer, row.rep, row.purpose) for row in plans(office)} == {
        ("西湖大酒店", "李明", "拜访西湖大酒店"), ("西湖大酒店", "李明", "午餐"),
    }  # fmt: skip
    assert page.next.isHidden()  # it is done
    assert not rows.may_give([1])
    page.another.click()
    assert page.stack.currentIndex() == 0
    again = opened(place, calendar)
    assert [row.fate for row in again.run.proposal.rows[:2]] == [Fate.SAME, Fate.SAME]
    assert not again.next.isEnabled()


def test_only_what_is_new_can_be_given_to_somebody(place: FilePlace, calendar: Path) -> None:
    rows = opened(place, calendar).rows
    assert [rows.may_give([number]) for number in range(1, 6)] == [True, True, False, False, True]
    assert not rows.may_give([1, 4])


def test_what_cannot_be_read_is_said_in_its_place(place: FilePlace, tmp_path: Path) -> None:
    wrong = tmp_path / "a.ics"
    wrong.write_bytes(b"no calendar")
    page = opened(place, wrong)
    assert page.run.step is Step.CHOOSE
    assert page.bring.trouble.text()
    assert not page.bring.trouble.isHidden()


def test_an_import_outlives_the_page(place: FilePlace, calendar: Path, office: Office, qtbot: QtBot) -> None:
    opened(place, calendar)
    other = FilePlace(office)
    qtbot.addWidget(other)
    other.visit(place.here())
    page = other.tabs.page("calendars")
    assert isinstance(page, CalendarPage)
    assert page.run is place.here()
    assert page.stack.currentIndex() == 1
    assert list(page.rows.model.ids) == [2, 5]


def test_a_calendar_dropped_on_the_page_is_read(place: FilePlace, calendar: Path, office: Office) -> None:
    place.visit("calendars")
    page = place.tabs.page("calendars")
    assert isinstance(page, CalendarPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(calendar))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    office.jobs.wait_idle()
    assert page.run.step is Step.PREVIEW
    assert sort_of(Path("A.ICS")) is FileSort.CALENDAR


def test_the_offices_calendar_is_given_out(place: FilePlace, calendar: Path, office: Office, tmp_path: Path) -> None:
    page = opened(place, calendar)
    page.next.click()
    office.jobs.wait_idle()
    page.another.click()
    give = page.give
    assert [give.who.itemText(at) for at in range(give.who.count())] == ["The whole office", "李明"]
    give.last.put(date(2026, 11, 1))
    give.first.put(date(2026, 11, 2))
    give.save.click()
    assert give.trouble.text() == "Ends before it begins."
    give.last.put(None)
    give.save.click()
    assert give.trouble.text() == "Please give both days."
    give.last.put(date(2026, 12, 31))
    target = tmp_path / "out.ics"
    answer(office, None)
    give.save.click()
    assert not target.exists()
    answer(office, target)
    give.save.click()
    office.jobs.wait_idle()
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 1
    assert "out.ics" in office.notice.text


def test_a_file_for_reading_takes_nothing_in(place: FilePlace, calendar: Path, office: Office) -> None:
    office.store.read_only = True
    page = opened(place, calendar)
    assert page.run.step is Step.CHOOSE
    assert "reading only" in office.notice.text
