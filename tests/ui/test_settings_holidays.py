"""节假日, 日程规则 and 提醒 in the settings: days clicked, files taken or refused, rules kept, the start by itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.queries.holidays import holidays
from db.vocabulary import DayKind, DayShift, FollowUpKind
from desktop import autostart
from desktop.rules.work_calendar import HolidayDay, Mark, WorkCalendar
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.policy import calendar_policy
from desktop.ui.office import Office
from desktop.ui.screens.settings.calendar_policy import CalendarPolicyPage
from desktop.ui.screens.settings.holidays import HolidaysPage
from desktop.ui.screens.settings.reminding import RemindingPage
from tests.ui.card_driving import last

BRIDGE = date(2026, 6, 1)  # a Monday


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> HolidaysPage:
    made = HolidaysPage(office)
    qtbot.addWidget(made)
    made.resize(1050, 660)
    made.show()
    made.visit("2026")
    return made


def calendar(office: Office) -> WorkCalendar:
    with office.store.read() as session:
        return work_calendar(session)


def test_the_page_opens_at_the_year_that_is_missing(qtbot: QtBot, office: Office) -> None:
    page = HolidaysPage(office)
    qtbot.addWidget(page)
    page.reload()
    assert page.year == 2027, "in November the next year is to be entered"
    assert not page.warning.isHidden()
    page.visit("2026")
    assert page.warning.isHidden()
    assert page.head.text() == "2026: 33 days off, 6 weekends worked"


def test_a_day_is_clicked_off_named_and_let_go(page: HolidaysPage, office: Office) -> None:
    names = [one.text() for one in page.menu(BRIDGE).actions()]
    assert names[1:] == ["Day off", "Worked", "Ordinary day", "Day off, with a name…", "As announced"]
    assert not page.menu(BRIDGE).actions()[-1].isEnabled()
    page.menu(BRIDGE).actions()[1].trigger()
    assert calendar(office).mark(BRIDGE) is Mark.OFF
    assert last(office).kind == "holiday.edit"
    office.ask.answers[:] = ["厂庆"]  # type: ignore[attr-defined]
    page.menu(BRIDGE).actions()[4].trigger()
    assert calendar(office).name(BRIDGE) == "厂庆"
    assert page.years.currentItem().text().endswith("announced, changed")
    page.clear.click()
    assert calendar(office).own == {}


def test_the_picture_is_walked_through_by_keys_and_says_where_it_is(page: HolidaysPage, qtbot: QtBot) -> None:
    picture = page.picture
    picture.at = date(2026, 10, 1)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(picture, key)
    assert picture.at == date(2026, 10, 7)
    assert picture.accessibleDescription() == "2026-10-07 · Day off · National Day"
    picture.chosen.disconnect()
    with qtbot.waitSignal(picture.chosen) as chosen:
        QTest.keyClick(picture, Qt.Key.Key_Return)
    assert chosen.args[0] == date(2026, 10, 7)
    with qtbot.waitSignal(picture.chosen) as chosen:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.box_of(date(2026, 2, 28)).center())
    assert chosen.args[0] == date(2026, 2, 28)


def test_every_day_has_a_box_of_its_own(page: HolidaysPage) -> None:
    days = [date(2026, month, day) for month in (1, 2, 8, 12) for day in (1, 15, 28)]
    assert [page.picture.day_at(page.picture.box_of(day).center()) for day in days] == days
    boxes = [page.picture.box_of(day) for day in days]
    assert all(page.picture.rect().contains(box) for box in boxes)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    days = [{"name": "国庆节", "date": f"2027-10-0{day}", "isOffDay": True} for day in range(1, 9)]
    days.append({"name": "国庆节", "date": "2027-10-09", "isOffDay": False})
    path = tmp_path / "2027.json"
    path.write_text(json.dumps({"year": 2027, "days": days}), encoding="utf-8")
    return path


def test_a_table_is_looked_at_before_it_is_taken(page: HolidaysPage, office: Office, published: Path) -> None:
    office.ask.answers[:] = [published, False]  # type: ignore[attr-defined]
    page.bring.click()
    assert office.ask.asked[-1] == "2027.json: 8 days off, 1 worked"  # type: ignore[attr-defined]
    assert not calendar(office).is_known(2027)
    office.ask.answers[:] = [published, True]  # type: ignore[attr-defined]
    page.bring.click()
    assert calendar(office).is_known(2027)
    assert page.year == 2027
    assert page.years.currentItem().text() == "2027   entered here"
    assert last(office).facts == {"count": 9}
    page.take(published)
    assert office.notice.text == "Nothing to change: the calendar says the same as 2027.json."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04", "This is no table of holidays: neither the JSON of holiday-cn nor a calendar (ICS)."),
        (b"[" * 600_000, "This file has 512 KB; a table of holidays has at most 512 KB."),
        (None, "is not there"),
    ],
)
def test_a_file_that_is_none_is_told(
    page: HolidaysPage, office: Office, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_bytes(content)
    page.take(path)
    assert said in office.ask.asked[-1]  # type: ignore[attr-defined]
    with office.store.read() as session:
        assert holidays(session) == []


def test_a_day_that_is_written_elsewhere_shows_here(page: HolidaysPage, office: Office) -> None:
    page.write(HolidayDay(BRIDGE, DayKind.WORK))
    assert page.picture._days[BRIDGE].own


# Rules of the calendar


def test_the_rules_are_kept_by_one_button(qtbot: QtBot, office: Office) -> None:
    page = CalendarPolicyPage(office)
    qtbot.addWidget(page)
    page.reload()
    assert not page.dirty
    page.shifts[FollowUpKind.CALL].setCurrentIndex(page.shifts[FollowUpKind.CALL].findData(DayShift.PREVIOUS))
    page.minutes[FollowUpKind.VISIT].setValue(90)
    page.remind.setValue(0)
    page.visits.setValue(9)
    office.ask.answers[:] = [""]  # type: ignore[attr-defined]
    assert not page.may_leave()
    page.save.click()
    with office.store.read() as session:
        kept = calendar_policy(session)
    assert (kept.shifts[FollowUpKind.CALL], kept.minutes[FollowUpKind.VISIT]) == (DayShift.PREVIOUS, 90)
    assert (kept.remind_minutes, kept.daily_visits) == (0, 9)
    assert last(office).kind == "policy.edit"
    assert page.may_leave()


# Reminders of this computer


def test_starting_by_itself_is_what_the_machine_says(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    page = RemindingPage(office)
    qtbot.addWidget(page)
    assert not page.start.isChecked()
    page.start.click()
    assert autostart.is_on() == page.start.isChecked()
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    page.start.setChecked(False)
    page.start.click()
    assert page.wrong.text() == "This computer does not let it be set here."
    assert not page.start.isChecked()
