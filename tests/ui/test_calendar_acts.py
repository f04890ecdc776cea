"""What is done on the calendar is written and can be taken back: dragged, stretched, dropped, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.models import Customer
from db.store import Doing
from db.vocabulary import FollowUpState
from desktop.ui.kit.calendar.pulling import pack
from desktop.ui.office import Office
from desktop.ui.screens.calendar.choice import Extra
from desktop.ui.screens.calendar.hours_page import DayPage, WeekPage
from desktop.ui.screens.calendar.place import CalendarPlace
from tests.ui import card_samples as samples
from tests.ui.calendar_driving import CONTROL, press_key, pull, spot
from tests.ui.calendar_driving import drop as drop_on
from tests.ui.calendar_samples import (
    FRIDAY,
    KEY,
    NAME,
    SATURDAY,
    WEDNESDAY,
    at_once,
    customer,
    done,
    month_of,
    moves,
    opened,
    planned,
    row,
    undo,
)
from tests.ui.conftest import Answers

__all__ = ["at_once", "customer", "opened"]
pytestmark = pytest.mark.usefixtures("at_once")


def test_a_drag_moves_counts_and_is_taken_back(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    step = planned(office, customer, WEDNESDAY, time(9), minutes=60)
    grid = month_of(opened()).grid
    pull(grid, spot(grid, step).box.center(), grid.cell(FRIDAY).center())
    now = row(office, step)
    assert (now.planned_on, now.planned_time, now.postponed, now.first_planned_on) == (FRIDAY, time(9), 1, WEDNESDAY)
    assert spot(grid, step).entry.day == FRIDAY
    assert moves(office) == [(WEDNESDAY, FRIDAY, None)]
    assert "11-27" in office.notice.text
    undo(office)
    before = row(office, step)
    assert (before.planned_on, before.postponed, moves(office)) == (WEDNESDAY, 0, [])
    assert spot(grid, step).entry.day == WEDNESDAY


def test_the_reason_is_noted_afterwards(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    step = planned(office, customer, WEDNESDAY)
    grid = month_of(opened()).grid
    pull(grid, spot(grid, step).box.center(), grid.cell(FRIDAY).center())
    assert isinstance(office.ask, Answers)
    office.ask.answers.append("客户出差")
    office.notice._on_button()
    assert moves(office) == [(WEDNESDAY, FRIDAY, "客户出差")]


def test_a_day_off_is_said_and_the_next_working_day_offered(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    step = planned(office, customer, WEDNESDAY)
    grid = month_of(opened()).grid
    pull(grid, spot(grid, step).box.center(), grid.cell(SATURDAY).center())
    assert row(office, step).planned_on == SATURDAY, "it is written all the same"
    assert "11-28" in office.notice.text
    office.notice._on_button()
    assert row(office, step).planned_on == date(2026, 11, 30)
    assert row(office, step).postponed == 2


def test_a_done_one_is_refused_with_a_sentence(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    step = done(office, customer, date(2026, 11, 18))
    grid = month_of(opened()).grid
    pull(grid, spot(grid, step).box.center(), grid.cell(FRIDAY).center())
    assert row(office, step).done_on == date(2026, 11, 18)
    assert office.notice.text.startswith("What is done stays on its day.")


def test_several_days_move_together_and_grow(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    step = planned(office, customer, date(2026, 11, 23), until_on=WEDNESDAY)
    grid = month_of(opened()).grid
    piece = spot(grid, step).box
    pull(grid, QPoint(piece.left() + 20, piece.center().y()), grid.cell(date(2026, 11, 24)).center())
    now = row(office, step)
    assert (now.planned_on, now.until_on) == (date(2026, 11, 24), date(2026, 11, 26))
    piece = spot(grid, step).box
    pull(grid, QPoint(piece.right() - 1, piece.center().y()), grid.cell(FRIDAY).center())
    now = row(office, step)
    assert (now.planned_on, now.until_on, now.postponed) == (date(2026, 11, 24), FRIDAY, 1)
    undo(office)
    assert row(office, step).until_on == date(2026, 11, 26)


def test_stretching_writes_minutes(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    step = planned(office, customer, date(2026, 11, 20), time(10), minutes=60)
    place = opened("week")
    page = place.tabs.page("week")
    assert isinstance(page, WeekPage)
    box = spot(page.grid, step).box
    low = QPoint(box.center().x(), box.bottom() - 1)
    pull(page.grid, low, low + QPoint(0, page.grid.hour))
    assert (row(office, step).minutes, row(office, step).planned_time) == (120, time(10))
    undo(office)
    assert row(office, step).minutes == 60


def test_late_at_night(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    step = planned(office, customer, date(2026, 11, 20), time(23, 30), minutes=90)
    page = opened("week").tabs.page("week")
    assert isinstance(page, WeekPage)
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().maximum())
    page.grid.choose(step)
    press_key(page.grid, KEY.Key_Left, held=CONTROL)
    now = row(office, step)
    assert (now.planned_on, now.planned_time, now.minutes) == (date(2026, 11, 19), time(23, 30), 90)
    assert "23:30–01:00" in page.tell(spot(page.grid, step).entry)


def test_what_stands_beside_is_dropped_in(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    late = planned(office, customer, date(2026, 11, 10), time(9))
    other = samples.plain(office, "苏州明达电气")
    place = opened()
    assert [line.item for line in place.side.lines.values()] == [("follow_up", late), ("customer", other)]
    grid = month_of(place).grid
    drop_on(grid, pack([("customer", other)]), grid.cell(WEDNESDAY).center())
    (made,) = [one.key for one in grid.shown.entries if one.day == WEDNESDAY]
    assert isinstance(made, int)
    assert (row(office, made).customer_id, row(office, made).planned_on) == (other, WEDNESDAY)
    drop_on(grid, pack([("follow_up", late)]), grid.cell(FRIDAY).center())
    assert (row(office, late).planned_on, row(office, late).planned_time) == (FRIDAY, time(9))
    office.jobs.wait_idle()
    assert not place.side.lines
    undo(office)
    undo(office)
    office.jobs.wait_idle()
    assert len(place.side.lines) == 2


def test_dropped_on_an_hour_it_gets_the_time(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    late = planned(office, customer, date(2026, 11, 10))
    second = planned(office, customer, date(2026, 11, 11))
    page = opened("week").tabs.page("week")
    assert isinstance(page, WeekPage)
    grid = page.grid
    at = QPoint(grid.left(4) + 30, grid.level(10 * 60 + 2))
    drop_on(grid, pack([("follow_up", late), ("follow_up", second)]), at)
    assert [row(office, one).planned_time for one in (late, second)] == [time(10), time(11)], "one after the other"
    assert row(office, second).planned_on == date(2026, 11, 20)


def test_cancelled_ones_are_shown_when_wanted_and_taken_back(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    step = planned(office, customer, WEDNESDAY)
    place = opened()
    page = month_of(place)
    page.grid.choose(step)
    page.grid.setFocus()
    press_key(page.grid, KEY.Key_Delete)
    assert row(office, step).state is FollowUpState.CANCELLED
    assert page.grid.shown.entries == []
    place.choice.lay(Extra.CANCELLED, True)
    assert [one.look for one in page.grid.shown.entries] == ["off"]
    page.acts.reopen(step)
    assert row(office, step).state is FollowUpState.PLANNED


def test_by_keys_alone(
    qtbot: QtBot, office: Office, customer: int, opened: Callable[..., CalendarPlace], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From today to a plan of next week: chosen, carried to another day, completed, another one made."""
    step = planned(office, customer, WEDNESDAY, time(9))
    place = opened()
    grid = month_of(place).grid
    assert QApplication.focusWidget() is grid
    press_key(grid, KEY.Key_Home, KEY.Key_Down, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left)
    assert place.choice.day == WEDNESDAY
    press_key(grid, KEY.Key_Down)
    assert grid.chosen() == step
    press_key(grid, KEY.Key_Right, held=CONTROL)
    assert (row(office, step).planned_on, place.choice.day) == (date(2026, 11, 26), date(2026, 11, 26))
    assert grid.chosen() == step
    asked: list[str] = []

    def noted(box: QDialog) -> int:
        asked.append(type(box).__name__)
        return 0

    monkeypatch.setattr(QDialog, "exec", noted)
    press_key(grid, KEY.Key_M, KEY.Key_Return)
    assert isinstance(office.ask, Answers)
    office.ask.answers.append(NAME)
    press_key(grid, KEY.Key_N)
    assert asked == ["MoveBox", "FollowUpBox", "FollowUpBox"]
    press_key(grid, KEY.Key_PageDown)
    assert place.choice.day == date(2026, 12, 26)
    assert grid.month == date(2026, 12, 1)


def test_each_rep_has_a_column_in_the_day(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    first, second = samples.reps(office)
    with office.store.write(Doing("customers.assign", {"count": 1})) as session:
        who = session.get(Customer, customer)
        assert who is not None
        who.owner_id = second
    named = planned(office, customer, FRIDAY, time(9), rep_id=first, minutes=60)
    his = planned(office, customer, FRIDAY, time(13))
    place = opened("day")
    place.choice.show_of("all")
    place.choice.go(FRIDAY)
    page = place.tabs.page("day")
    assert isinstance(page, DayPage)
    grid = page.grid
    assert [one.title for one in grid.columns] == ["王丽", "赵国强"]
    assert [spot(grid, one).entry.column for one in (named, his)] == [str(first), str(second)], "else his customer's"
    start = spot(grid, named).box.center()
    pull(grid, start, start + QPoint(grid.left(1) - grid.left(0), 0))
    assert (row(office, named).rep_id, row(office, named).planned_time) == (second, time(9))
    place.choice.show_of([first])
    assert [one.title for one in grid.columns] == ["王丽"]
    assert grid.shown.entries == []
