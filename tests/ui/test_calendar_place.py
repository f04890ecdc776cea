"""The calendar as a place: dragging writes and can be taken back, the list beside is dropped in, layers, keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.models import Customer, FollowUpMove, KeyDate
from db.queries.agenda import AgendaRow, agenda_rows
from db.store import Doing, Who
from db.vocabulary import CalendarKind, FollowUpKind, FollowUpState, KeyDateKind, RepRole
from desktop.services.calendar.layers import Layer
from desktop.services.followups import DoneDraft, PlanDraft, log, plan
from desktop.services.offices import save_rep
from desktop.services.tiers import set_value_tier
from desktop.ui.kit.calendar.pulling import pack
from desktop.ui.office import Office
from desktop.ui.screens import PLACES
from desktop.ui.screens.calendar import reading, view_page
from desktop.ui.screens.calendar.agenda_page import AgendaPage
from desktop.ui.screens.calendar.choice import Colours, Extra
from desktop.ui.screens.calendar.hours_page import DayPage, WeekPage
from desktop.ui.screens.calendar.month_page import MonthPage
from desktop.ui.screens.calendar.place import CalendarPlace
from desktop.ui.screens.calendar.year_page import YearPage
from tests.ui import card_samples as samples
from tests.ui.calendar_driving import CONTROL, press_key, pull, spot
from tests.ui.calendar_driving import drop as drop_on
from tests.ui.conftest import Answers

KEY = Qt.Key
WEDNESDAY, FRIDAY, SATURDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 28)
NAME = "无锡新创包装厂"


@pytest.fixture(autouse=True)
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


def test_its_place_is_after_the_tiers() -> None:
    keys = [place.key for place in PLACES]
    assert keys.index("calendar") == keys.index("tiers") + 1


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


def test_layers_are_shown_and_remembered(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    with office.store.write(Doing("customer.edit", {"name": NAME})) as session:
        for month, day in ((11, 26), (11, 26)):
            session.add(KeyDate(
                customer_id=customer, kind=KeyDateKind.BIRTHDAY, calendar=CalendarKind.SOLAR, month=month, day=day
            ))  # fmt: skip
    place = opened()
    grid = month_of(place).grid
    (entry,) = grid.shown.entries
    assert (entry.look, entry.movable, entry.day.day) == ("layer", False, 26)
    assert month_of(place).tell(entry).count(NAME) == 2
    pull(grid, spot(grid, entry.key).box.center(), grid.cell(FRIDAY).center())
    assert office.notice.text.startswith("This day stands where it is")
    place.choice.lay(Layer.KEY_DATES, False)
    assert grid.shown.entries == []
    place.choice.lay(Extra.LUNAR, False)
    assert grid.mark_of(WEDNESDAY).note == ""
    again = opened()
    assert again.choice.layers == place.choice.layers
    assert {*place.choice.layers} == {Layer.CONTRACTS, Layer.RECEIVABLES, Layer.ROUNDS, Extra.HOLIDAYS}


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
    grid.setFocus()
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


def test_a_rep_sees_his_own_at_first(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    first, second = samples.reps(office)
    planned(office, customer, WEDNESDAY, rep_id=first)
    planned(office, customer, WEDNESDAY, rep_id=second)
    place = opened()
    grid = month_of(place).grid
    assert len(grid.shown.entries) == 1
    with office.store.write(Doing("rep.edit", {"name": "陈"})) as session:
        chief = save_rep(session, None, "陈", None, RepRole.SUPERVISOR)
    office.be(Who(chief, "陈"))
    assert len(grid.shown.entries) == 2
    place.choice.show_of([second])
    assert len(grid.shown.entries) == 1


def test_views_go_to_days_and_days_are_typed(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    planned(office, customer, date(2028, 2, 29))
    place = opened("year")
    place.head.goal.setText("20280229")
    QTest.keyClick(place.head.goal, KEY.Key_Return)
    year = place.tabs.page("year")
    assert isinstance(year, YearPage)
    assert (year.strip.year, year.strip.day(), dict(year.strip.counts)) == (
        2028,
        date(2028, 2, 29),
        {date(2028, 2, 29): 1},
    )
    place.head.turn(1)
    assert place.choice.day == date(2029, 2, 28)
    place.head.turn(-1)
    place.choice.go(date(2028, 2, 29))
    year.strip.day_wanted.emit(date(2028, 2, 29))
    assert (place.tabs.key, place.here()) == ("day", (date(2028, 2, 29), "day"))
    place.visit((date(2026, 11, 20), "agenda"))
    assert place.here() == (date(2026, 11, 20), "agenda")
    place.head.goal.setText("31-2-3-4")
    QTest.keyClick(place.head.goal, KEY.Key_Return)
    assert place.head.goal.property("wrong")
    assert place.choice.day == date(2026, 11, 20)


def test_a_year_not_announced_is_said(office: Office, opened: Callable[..., CalendarPlace]) -> None:
    went: list[tuple[str, object]] = []
    office.bus.wanted.connect(lambda place, what: went.append((place, what)))
    place = opened()
    assert place.head.warning.isVisible()
    assert "2027" in place.head.warning.text(), "it is past 1 November"
    place.choice.go(date(2028, 5, 1))
    assert "2028" in place.head.warning.text()
    place.head.warning.click()
    assert went == [("settings", "holidays")]


def test_the_agenda_lists_days_under_their_heads(
    office: Office, customer: int, opened: Callable[..., CalendarPlace]
) -> None:
    second, first = planned(office, customer, FRIDAY, time(14)), planned(office, customer, FRIDAY)
    gone = done(office, customer, date(2026, 11, 22))
    page = opened("agenda").tabs.page("agenda")
    assert isinstance(page, AgendaPage)
    assert list(page.model.ids) == [-1, gone, -2, first, second]
    page.view.head_toggled.emit(-2)
    assert list(page.model.ids) == [-1, gone, -2]


def test_colours_by_tier(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    with office.store.write(Doing("customer.tier", {"name": NAME, "tier": "A"})) as session:
        set_value_tier(session, [customer], "A")
    planned(office, customer, WEDNESDAY)
    place = opened()
    grid = month_of(place).grid
    assert [(one.tint, one.mark) for one in grid.shown.entries] == [("series:0", "")]
    place.choice.colour_by(Colours.TIER)
    assert [(one.tint, one.mark) for one in grid.shown.entries] == [("tier:0", "A")], "never by colour alone"


def test_what_others_write_is_shown(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    place = opened()
    page = month_of(place)
    assert page.grid.shown.entries == []
    planned(office, customer, date(2026, 11, 10))
    QApplication.processEvents()
    assert [one.look for one in page.grid.shown.entries] == ["late"]
    assert page.foot.text == "0 planned · 1 overdue · 0 done"


def test_much_is_read_in_a_job(
    office: Office, customer: int, opened: Callable[..., CalendarPlace], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MANY", 1)
    for day in (23, 24, 25):
        planned(office, customer, date(2026, 11, day))
    place = CalendarPlace(office)
    page = month_of(place)
    page.reload()
    assert page.seen is None, "the window is not held"
    office.jobs.wait_idle()
    assert len(page.grid.shown.entries) == 3
    place.deleteLater()
