"""Hours of days, and the year: what they show, and what mouse and keys ask for."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.calendar.entries import DayColumn, Place, Shown
from desktop.ui.kit.calendar.pulling import pack
from desktop.ui.kit.calendar.time_grid import TimeGrid
from desktop.ui.kit.calendar.year_strip import YearStrip
from tests.ui.calendar_driving import BOTH, CONTROL, LEFT, PLAIN, TODAY, Told, drop, on, press_key, pull, shown, spot

pytestmark = pytest.mark.usefixtures("light")
KEY = Qt.Key
MONDAY = date(2026, 11, 16)
WEEK = [DayColumn(MONDAY + timedelta(n)) for n in range(7)]


@pytest.fixture
def grid() -> TimeGrid:
    made = TimeGrid("Week")
    entries = [
        on(16, 1, 9, minutes=60),
        on(16, 2, 9, 30, minutes=60),
        on(17, 3),
        on(18, 4, last=date(2026, 11, 20)),
        on(19, 5, 23, 30, minutes=90),
        on(20, 6, 8, look="quiet", movable=False),
    ]
    made.turn_to(WEEK, Shown(entries, {}, TODAY))
    return made


@pytest.fixture
def told(qtbot: QtBot, grid: TimeGrid) -> Told:
    return shown(qtbot, grid)


def point(grid: TimeGrid, day: int, hour: int, minute: int = 0) -> QPoint:
    number = (date(2026, 11, day) - MONDAY).days
    return QPoint((grid.left(number) + grid.left(number + 1)) // 2, grid.level(hour * 60 + minute) + 1)


def test_those_of_one_time_stand_side_by_side(grid: TimeGrid, told: Told) -> None:
    one, other = spot(grid, 1).box, spot(grid, 2).box
    assert one.right() < other.left()
    assert one.top() < other.top() < one.bottom()


def test_it_opens_in_the_morning(grid: TimeGrid, told: Told) -> None:
    assert grid.top <= grid.level(8 * 60) < grid.top + 2 * grid.hour


def test_drag_to_another_day_and_time(grid: TimeGrid, told: Told) -> None:
    start = spot(grid, 1).box.topLeft() + QPoint(20, 4)
    pull(grid, start, start + QPoint(grid.left(2) - grid.left(0), 2 * grid.hour))
    ((_, now),) = told.moved
    assert (now.day, now.at, now.minutes) == (date(2026, 11, 18), time(11), 60)


def test_drag_above_the_hours_and_back(grid: TimeGrid, told: Told) -> None:
    pull(grid, spot(grid, 1).box.center(), QPoint(grid.left(1) + 20, grid.head + 8))
    pull(grid, spot(grid, 3).box.center(), point(grid, 17, 10, 20))
    assert [(now.day.day, now.at) for _, now in told.moved] == [(17, None), (17, time(10, 15))]


def test_the_lower_edge_stretches(grid: TimeGrid, told: Told) -> None:
    box = spot(grid, 1).box
    pull(grid, QPoint(box.center().x(), box.bottom() - 1), QPoint(box.center().x(), grid.level(11 * 60 + 31)))
    ((_, now),) = told.stretched
    assert (now.at, now.minutes) == (time(9), 150)


def test_the_right_edge_of_a_line_draws_it_over_days(grid: TimeGrid, told: Told) -> None:
    box = spot(grid, 3).box
    pull(grid, QPoint(box.right() - 1, box.center().y()), QPoint(grid.left(3) + 30, box.center().y()))
    ((_, now),) = told.stretched
    assert now.last == date(2026, 11, 19)


def test_late_at_night_it_ends_at_midnight(grid: TimeGrid, told: Told) -> None:
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    box = spot(grid, 5).box
    assert box.bottom() <= grid.level(24 * 60)
    grid.grab()
    pull(grid, box.topLeft() + QPoint(20, 3), box.topLeft() + QPoint(20, 3 - grid.hour))
    assert (told.moved[0][1].at, told.moved[0][1].minutes) == (time(22, 30), 90)


def test_a_row_is_dropped_on_an_hour(grid: TimeGrid, told: Told) -> None:
    assert drop(grid, pack([("follow_up", 9)]), point(grid, 18, 10, 20))
    (_, place) = told.dropped[0]
    assert (place.day, place.at) == (date(2026, 11, 18), time(10, 15))


def test_by_keys_alone(grid: TimeGrid, told: Told) -> None:
    grid.go_to(Place(MONDAY, timed=True))
    press_key(grid, KEY.Key_Down)
    assert grid.chosen() == 1
    press_key(grid, KEY.Key_Down, KEY.Key_Right, held=CONTROL)
    press_key(grid, KEY.Key_Down, held=BOTH)
    assert [(now.day.day, now.at) for _, now in told.moved] == [(16, time(9, 15)), (17, time(9))]
    assert told.stretched[0][1].minutes == 75
    press_key(grid, KEY.Key_Right, KEY.Key_Return)
    assert (told.days, grid.chosen()) == ([date(2026, 11, 18)], None), "the cursor went along with the entry"


def test_an_hour_is_asked_for_by_double_click(grid: TimeGrid, told: Told) -> None:
    QTest.mouseDClick(grid.viewport(), LEFT, PLAIN, point(grid, 18, 14, 10))
    (place,) = told.new
    assert (place.day, place.minute) == (date(2026, 11, 18), 14 * 60 + 10)


def test_columns_of_people(qtbot: QtBot) -> None:
    grid = TimeGrid("Day")
    columns = [DayColumn(TODAY, "7", "王丽"), DayColumn(TODAY, "8", "赵国强")]
    entries = [on(20, 1, 9, minutes=60, column="7"), on(20, 2, column="8"), on(20, 3, 10, column="8")]
    grid.turn_to(columns, Shown(entries, {}, TODAY))
    told = shown(qtbot, grid)
    start = spot(grid, 1).box.center()
    pull(grid, start, start + QPoint(grid.left(1) - grid.left(0), 0))
    assert (told.moved[0][1].column, told.moved[0][1].at) == ("8", time(9))
    grid.go_to(Place(TODAY, None, "7", timed=True), 1)
    press_key(grid, KEY.Key_Right, held=CONTROL)
    assert told.moved[1][1].column == "8"
    press_key(grid, KEY.Key_Left)
    assert grid.place().column == "7"
    assert [one.key for one in grid.entries_at(Place(TODAY, None, "8"))] == [2, 3]


def test_the_year(qtbot: QtBot) -> None:
    strip = YearStrip("Year")
    qtbot.addWidget(strip)
    strip.resize(1000, 640)
    asked: list[date] = []
    strip.day_wanted.connect(asked.append)
    strip.month_wanted.connect(asked.append)
    strip.turn_to(2028, {date(2028, 2, 29): 12}, {}, TODAY)
    strip.show()
    strip.grab()
    QTest.mouseClick(strip, LEFT, PLAIN, strip.cell(date(2028, 2, 29)).center())
    assert "12" in strip.accessibleDescription()
    QTest.keyClick(strip, KEY.Key_Right)
    QTest.keyClick(strip, KEY.Key_Return)
    QTest.mouseClick(strip, LEFT, PLAIN, strip.month_box(5).topLeft() + QPoint(10, 6))
    assert asked == [date(2028, 2, 29), date(2028, 3, 1), date(2028, 5, 1)]
