"""The calendar as a place: its views, layers, whose follow-ups, where one goes from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.models import KeyDate
from db.store import Doing, Who
from db.vocabulary import CalendarKind, KeyDateKind, RepRole
from desktop.services.calendar import shown_days
from desktop.services.calendar.layers import Layer
from desktop.services.offices import save_rep
from desktop.services.tiers import set_value_tier
from desktop.ui.office import Office
from desktop.ui.screens import PLACES
from desktop.ui.screens.calendar.agenda_page import AgendaPage
from desktop.ui.screens.calendar.choice import Colours, Extra
from desktop.ui.screens.calendar.place import CalendarPlace
from desktop.ui.screens.calendar.year_page import YearPage
from tests.ui import card_samples as samples
from tests.ui.calendar_driving import pull, spot
from tests.ui.calendar_samples import (
    FRIDAY,
    KEY,
    NAME,
    WEDNESDAY,
    at_once,
    customer,
    done,
    month_of,
    opened,
    planned,
)

__all__ = ["at_once", "customer", "opened"]
pytestmark = pytest.mark.usefixtures("at_once")


def test_its_place_is_after_the_tiers() -> None:
    keys = [place.key for place in PLACES]
    assert keys.index("calendar") == keys.index("tiers") + 1


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
    assert {*place.choice.layers} == {Layer.CARE, Layer.CONTRACTS, Layer.RECEIVABLES, Layer.ROUNDS, Extra.HOLIDAYS}


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
    monkeypatch.setattr(shown_days, "MANY", 1)
    for day in (23, 24, 25):
        planned(office, customer, date(2026, 11, day))
    place = CalendarPlace(office)
    page = month_of(place)
    page.reload()
    assert page.seen is None, "the window is not held"
    office.jobs.wait_idle()
    assert len(page.grid.shown.entries) == 3
    place.deleteLater()


def test_after_midnight_yesterday_is_late(office: Office, customer: int, opened: Callable[..., CalendarPlace]) -> None:
    planned(office, customer, office.today())
    place = opened()
    grid = month_of(place).grid
    assert [one.look for one in grid.shown.entries] == ["plain"]
    office.today = lambda: date(2026, 11, 23)
    place._clock.timeout.emit()
    assert [one.look for one in grid.shown.entries] == ["late"]
    assert grid.shown.today == date(2026, 11, 23)
