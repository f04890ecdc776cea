"""节假日 of the office: written, imported, taken back; and what follows them, such as the clock of a complaint."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from db.queries.card import CustomerDraft
from db.queries.holidays import holidays
from db.queries.service import CaseRow, cases
from db.store import Doing, Store
from db.vocabulary import DayKind
from desktop.rules.errors import RuleBroken
from desktop.rules.moments import local
from desktop.rules.work_calendar import HolidayDay, Mark
from desktop.services.calendar.days import work_calendar
from desktop.services.calendar.holidays import import_holidays, remove_day, remove_year, save_day
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.service_cases import open_matters, save_case

MONDAY = date(2026, 11, 23)


def write(store: Store, *days: HolidayDay) -> None:
    with store.write(Doing("holiday.edit", {"day": "x"})) as session:
        for day in days:
            save_day(session, day)


def test_a_day_that_the_office_writes_holds_until_it_is_taken_back(empty_store: Store) -> None:
    write(empty_store, HolidayDay(MONDAY, DayKind.OFF, " 厂庆 "))
    with empty_store.read() as session:
        calendar = work_calendar(session)
    assert (calendar.mark(MONDAY), calendar.name(MONDAY)) == (Mark.OFF, "厂庆")
    write(empty_store, HolidayDay(MONDAY, DayKind.WORK))
    with empty_store.write(Doing("holiday.edit", {"day": "x"})) as session:
        assert len(holidays(session)) == 1
        remove_day(session, MONDAY)
    with empty_store.read() as session:
        assert holidays(session) == []


def test_what_is_announced_the_same_way_needs_no_row(empty_store: Store) -> None:
    national = date(2026, 10, 1)
    write(empty_store, HolidayDay(national, DayKind.WORK))
    write(empty_store, HolidayDay(national, DayKind.OFF))
    with empty_store.read() as session:
        assert holidays(session) == []


@pytest.mark.parametrize(
    ("day", "field"),
    [(HolidayDay(date(1950, 1, 1), DayKind.OFF), "on"), (HolidayDay(MONDAY, DayKind.OFF, "长" * 61), "name")],
)
def test_what_no_calendar_has_is_refused_at_its_field(empty_store: Store, day: HolidayDay, field: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        write(empty_store, day)
    assert refused.value.field == field


def test_an_imported_year_is_known_and_goes_again(empty_store: Store) -> None:
    days = [HolidayDay(date(2031, 10, day), DayKind.OFF, "国庆节") for day in range(1, 9)]
    days.append(HolidayDay(date(2031, 10, 11), DayKind.WORK, "国庆节"))
    with empty_store.write(Doing("holiday.import", {"count": 9})) as session:
        assert import_holidays(session, days) == 9
        assert import_holidays(session, days) == 0, "a second time nothing is left to change"
    with empty_store.read() as session:
        calendar = work_calendar(session)
    assert calendar.is_known(2031)
    assert calendar.is_working(date(2031, 10, 11))
    assert calendar.name(date(2031, 10, 1)) == "National Day", "told in either language"
    with empty_store.write(Doing("holiday.clear", {"year": 2031})) as session:
        assert remove_year(session, 2031) == 9
        assert not work_calendar(session).is_known(2031)


def test_the_clock_of_a_complaint_stands_still_on_a_day_the_office_took_off(empty_store: Store) -> None:
    def answer_by(name: str) -> datetime:
        with empty_store.write(Doing("customer.new", {"name": name})) as session:
            customer_id = create_customer(session, NewCustomer(CustomerDraft(name=name)))
            save_case(session, customer_id, CaseRow(subject="漏发"), datetime(2026, 11, 20, 9))
        with empty_store.read() as session:
            (case,) = cases(session, customer_id)
            assert open_matters(session, customer_id).calendar == work_calendar(session)
        assert case.answer_by is not None
        return local(case.answer_by)

    before = answer_by("宏达")
    write(empty_store, HolidayDay(date(2026, 11, 20), DayKind.OFF))
    assert answer_by("恒信").date() > before.date()
