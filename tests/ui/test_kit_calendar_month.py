"""The month: what it shows, and what mouse and keys ask for."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit import theme
from desktop.ui.kit.calendar.entries import DayMark, Place, Shown
from desktop.ui.kit.calendar.month_grid import MonthGrid, weeks_of
from desktop.ui.kit.calendar.pulling import pack
from tests.ui.calendar_driving import (
    BOTH,
    CONTROL,
    LEFT,
    MONTH,
    PLAIN,
    TODAY,
    Told,
    click,
    drop,
    on,
    press_key,
    pull,
    shown,
    spot,
)

pytestmark = pytest.mark.usefixtures("light")
KEY = Qt.Key


def d(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def grid() -> MonthGrid:
    made = MonthGrid("Month")
    entries = [
        on(4, 1, 9),
        on(4, 2),
        on(5, 3, 10, movable=False, look="quiet"),
        on(6, 4, last=d(10)),
        *(on(18, 100 + n, 8, n) for n in range(40)),
    ]
    made.turn_to(MONTH, Shown(entries, {d(4): DayMark("11-04", "廿六", tip="Wed\nlunar 9/26")}, TODAY))
    return made


@pytest.fixture
def told(qtbot: QtBot, grid: MonthGrid) -> Told:
    made = shown(qtbot, grid)
    grid.go_to(Place(d(4)))
    return made


def centre(grid: MonthGrid, day: int) -> QPoint:
    return grid.cell(d(day)).center() + QPoint(0, theme.px(20))


def test_pages_begin_on_mondays() -> None:
    assert weeks_of(d(30)) == (date(2026, 10, 26), 6)
    assert weeks_of(date(2027, 2, 14)) == (date(2027, 2, 1), 4)
    assert weeks_of(date(2028, 2, 29)) == (date(2028, 1, 31), 5)


def test_a_full_day_says_how_many_more(grid: MonthGrid, told: Told) -> None:
    (more,) = grid.mores()
    shown_ones = [one for one in grid.spots() if one.entry.day == d(18)]
    assert len(shown_ones) == grid.lines() - 1
    assert more.count == 40 - len(shown_ones)
    click(grid, more.box.center())
    assert told.days == [d(18)]


def test_in_a_small_window_more_stands_beside_the_number(grid: MonthGrid, told: Told) -> None:
    grid.resize(600, 330)
    (more,) = [one for one in grid.mores() if one.place.day == d(18)]
    assert grid.lines() == 1
    assert [one.entry.key for one in grid.spots() if one.entry.day == d(18)] == [100], "the line is not given away"
    click(grid, more.box.center())
    assert told.days == [d(18)]


def test_an_entry_of_several_days_is_torn_at_the_week(grid: MonthGrid, told: Told) -> None:
    pieces = [one for one in grid.spots() if one.entry.key == 4]
    assert [(one.begins, one.ends) for one in pieces] == [(True, False), (False, True)]


def test_drag_to_another_day(grid: MonthGrid, told: Told) -> None:
    pull(grid, spot(grid, 1).box.center(), centre(grid, 26))
    ((was, now),) = told.moved
    assert (was.key, now.day, now.at) == (1, d(26), time(9))
    pull(grid, spot(grid, 4).box.center(), grid.cell(d(20)).center())
    assert told.moved[1][1].last_day.day - told.moved[1][1].day.day == 4
    assert told.refused == []


def test_a_drag_back_or_given_up_asks_for_nothing(grid: MonthGrid, told: Told) -> None:
    start = spot(grid, 1).box.center()
    pull(grid, start, start + QPoint(12, 1))
    QTest.mousePress(grid.viewport(), LEFT, PLAIN, start)
    QTest.mouseMove(grid.viewport(), start + QPoint(60, 30))
    QTest.mouseMove(grid.viewport(), centre(grid, 26))
    grid.grab()
    press_key(grid, KEY.Key_Escape)
    QTest.mouseRelease(grid.viewport(), LEFT, PLAIN, centre(grid, 26))
    assert (told.moved, told.stretched) == ([], [])


def test_what_is_done_does_not_move(grid: MonthGrid, told: Told) -> None:
    pull(grid, spot(grid, 3).box.center(), centre(grid, 26))
    press_key(grid, KEY.Key_Right, held=CONTROL)
    assert told.refused == [3, 3]
    assert told.moved == []


def test_the_right_edge_draws_it_over_days(grid: MonthGrid, told: Told) -> None:
    edge = spot(grid, 2).box
    pull(grid, QPoint(edge.right() - 1, edge.center().y()), centre(grid, 6))
    ((was, now),) = told.stretched
    assert (was.key, now.day, now.last) == (2, d(4), d(6))
    assert told.moved == []


def test_dropped_from_a_list(grid: MonthGrid, told: Told) -> None:
    assert drop(grid, pack([("customer", 2**60), ("follow_up", 7)]), centre(grid, 12))
    assert told.dropped == [([("customer", 2**60), ("follow_up", 7)], Place(d(12)))]
    text = QMimeData()
    text.setText("x")
    assert not drop(grid, text, centre(grid, 12))
    assert not drop(grid, pack([("customer", 1)]), QPoint(20, 4)), "the line of the week's days is no day"
    grid.movable = False
    assert not drop(grid, pack([("customer", 1)]), centre(grid, 12))
    assert len(told.dropped) == 1


def test_by_keys_alone(grid: MonthGrid, told: Told) -> None:
    press_key(grid, KEY.Key_Down)
    assert grid.chosen() == 2, "all day comes first"
    press_key(grid, KEY.Key_Down)
    assert grid.chosen() == 1
    assert grid.accessibleDescription() == "Wed, lunar 9/26, 2 entries: 09:00 entry 1"
    press_key(grid, KEY.Key_Return)
    assert told.opened == [1]
    press_key(grid, KEY.Key_Right, KEY.Key_Down, held=CONTROL)
    assert [now.day for _, now in told.moved] == [d(5), d(11)]
    press_key(grid, KEY.Key_Right, held=BOTH)
    assert told.stretched[0][1].last == d(5)
    grid.go_to(Place(d(4)), 1)
    press_key(grid, KEY.Key_Down)
    assert grid.place().day == d(11)
    press_key(grid, KEY.Key_Left, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Return)
    assert (grid.place().day, told.pages, told.days) == (d(10), [1, -1], [d(10)])


def test_double_click_opens_or_makes_new(grid: MonthGrid, told: Told) -> None:
    QTest.mouseDClick(grid.viewport(), LEFT, PLAIN, spot(grid, 1).box.center())
    QTest.mouseDClick(grid.viewport(), LEFT, PLAIN, centre(grid, 12))
    QTest.mouseDClick(grid.viewport(), LEFT, PLAIN, grid.cell(d(13)).topLeft() + QPoint(30, 8))
    assert (told.opened, told.new, told.days) == ([1], [Place(d(12))], [d(13)])


def test_the_choice_outlives_a_new_reading(grid: MonthGrid, told: Told) -> None:
    grid.go_to(Place(d(4)), 1)
    grid.put(Shown([on(9, 1, 9), on(4, 2)], {}, TODAY))
    assert grid.chosen() == 1
    grid.put(Shown([on(4, 2)], {}, TODAY))
    assert grid.chosen() is None
