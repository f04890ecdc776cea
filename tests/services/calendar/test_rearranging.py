"""What series and sequences planned by the old calendar goes along where days off are written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Action
from db.queries.sequences import Event
from db.store import Store
from db.vocabulary import DayKind, DayShift, FollowUpKind
from desktop.rules.calendar_policy import CalendarPolicy
from desktop.rules.work_calendar import HolidayDay
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.holidays import import_holidays, remove_day
from desktop.services.calendar.policy import set_calendar_policy
from desktop.services.calendar.rearranging import rearrange
from desktop.services.calendar.runs import start_run
from desktop.services.calendar.series import SeriesDraft, start_series
from desktop.services.followups import Move, cancel, move
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.calendar_office import TODAY, WORDS, act, open_office, people, planned

MONDAYS = SeriesDraft(0, kind=FollowUpKind.CALL, rule="FREQ=WEEKLY;BYDAY=MO", starts_on=TODAY, shift=DayShift.NEXT)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_office(tmp_path)) as opened:
        yield opened


def days(store: Store, **which: int) -> list[date]:
    return [row.planned_on for row in planned(store, **which) if row.planned_on is not None]


def by_id(store: Store, series: int) -> dict[int, date]:
    return {row.id: row.planned_on for row in planned(store, series_id=series) if row.planned_on is not None}


def test_what_nobody_moved_goes_along_and_comes_back_with_the_days_off(store: Store) -> None:
    _, _, customer = people(store)
    series = act(store, lambda s: start_series(s, replace(MONDAYS, customer_id=customer), TODAY))
    still = act(store, lambda s: start_series(s, replace(MONDAYS, customer_id=customer, shift=DayShift.NONE), TODAY))
    first, second, third, fourth = [row.id for row in planned(store, series_id=series)][1:5]
    there = by_id(store, series)
    act(store, lambda s: move(s, second, Move(there[third]), TODAY))
    act(store, lambda s: cancel(s, third))
    before, was = dump(store), days(store, series_id=still)
    off = [HolidayDay(there[one], DayKind.OFF, "休") for one in (first, second, third, fourth)]

    def write(session: Session) -> int:
        before = work_calendar(session)
        import_holidays(session, off)
        return rearrange(session, before, TODAY)

    assert act(store, write, "holiday.import", count=4) == 2
    now = by_id(store, series)
    assert {one: now[one] for one in (first, fourth)} == {
        one: date.fromordinal(there[one].toordinal() + 1) for one in (first, fourth)
    }
    assert now[second] == there[third], "somebody chose this day"
    assert days(store, series_id=still) == was

    def take_back(session: Session) -> int:
        before = work_calendar(session)
        remove_day(session, there[first])
        return rearrange(session, before, TODAY)

    assert act(store, take_back) == 1
    assert days(store, series_id=series)[1] == there[first]
    with store.read() as session:
        last = list(session.scalars(select(Action.id).order_by(Action.id.desc()).limit(2)))
    for action in last:
        undo(store, action)
    assert dump(store) == before


def test_a_step_goes_along_by_the_rule_of_its_kind(store: Store) -> None:
    _, _, customer = people(store)
    act(store, lambda s: start_run(s, "new-customer", Event(customer, TODAY), TODAY, WORDS))
    call, message, visit = planned(store)
    off = [HolidayDay(one.planned_on, DayKind.OFF, "休") for one in (call, message, visit) if one.planned_on]

    def write(session: Session) -> int:
        before = work_calendar(session)
        import_holidays(session, off)
        return rearrange(session, before, TODAY)

    assert act(store, write) == 2, "a message is sent on any day"
    assert days(store) == [date(2026, 12, 4), date(2026, 12, 7), date(2026, 12, 31)]
    act(store, lambda s: set_calendar_policy(s, CalendarPolicy(shifts=dict.fromkeys(FollowUpKind, DayShift.PREVIOUS))))
    assert act(store, lambda s: rearrange(s, work_calendar(s), TODAY)) == 0, "another rule is for what is planned anew"
