"""Which key dates come in the next days, from a real file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models import Contact, CustomField, KeyDate
from db.queries.card import CustomerDraft, KeyDateDraft, card
from db.queries.key_dates import key_dates
from db.store import Doing, Store
from db.vocabulary import CalendarKind, CustomKind, KeyDateKind
from desktop.rules.errors import RuleBroken
from desktop.rules.key_days import key_day_of
from desktop.rules.occurrences import next_occurrences
from desktop.services.customers import NewCustomer, create_customer, save_key_dates
from desktop.services.key_dates import coming_key_dates, customers_with_key_date

TODAY = date(2026, 11, 22)


def customer(store: Store, name: str, *days: KeyDateDraft) -> int:
    with store.write(Doing("customer.create", {"name": name})) as session:
        made = create_customer(session, NewCustomer(CustomerDraft(name=name)))
        save_key_dates(session, made, days)
    return made


def test_each_comes_within_its_own_lead_days(empty_store: Store) -> None:
    near = customer(empty_store, "近", KeyDateDraft(month=11, day=29, lead_days=7))
    customer(empty_store, "远", KeyDateDraft(month=11, day=30, lead_days=7))
    long = customer(empty_store, "早", KeyDateDraft(month=12, day=22, lead_days=30))
    moon = customer(empty_store, "月", KeyDateDraft(calendar=CalendarKind.LUNAR, month=10, day=15, year=1970))
    with empty_store.read() as session:
        found = coming_key_dates(session, TODAY)
        assert [(one.row.customer_id, one.days, one.occurrence.years) for one in found] == [
            (moon, 1, 56),
            (near, 7, None),
            (long, 30, None),
        ]
        assert customers_with_key_date(session, TODAY) == {near, long, moon}
        assert customers_with_key_date(session, TODAY, 7) == {near, moon}


def test_who_left_is_not_congratulated_and_both_calendars_count(empty_store: Store) -> None:
    made = customer(empty_store, "双")
    with empty_store.write(Doing("contact.edit", {"name": "双"})) as session:
        gone = Contact(customer_id=made, name="走", active=False)
        session.add(gone)
        session.flush()
        both = KeyDateDraft(calendar=CalendarKind.BOTH, year=1984, month=11, day=26, label="总")
        save_key_dates(session, made, [KeyDateDraft(contact_id=gone.id, month=11, day=23), both])
    with empty_store.read() as session:
        found = coming_key_dates(session, TODAY, 400)
        assert [(one.occurrence.on, one.occurrence.calendar) for one in found] == [
            (date(2026, 11, 26), CalendarKind.SOLAR),
            (date(2027, 11, 1), CalendarKind.LUNAR),
        ]


def test_a_custom_field_keeps_its_key_date_whatever_a_form_saves(empty_store: Store) -> None:
    made = customer(empty_store, "栏", KeyDateDraft(month=5, day=1))
    with empty_store.write(Doing("customer.edit", {"name": "栏"})) as session:
        field = CustomField(kind=CustomKind.KEY_DATE, title="入职日")
        session.add(field)
        session.flush()
        session.add(KeyDate(customer_id=made, kind=KeyDateKind.OTHER, month=7, day=1, field_id=field.id))
    with empty_store.read() as session:
        seen = card(session, made)
        assert seen is not None
        assert [(one.label, one.field_id is None) for one in seen.key_dates] == [(None, True), ("入职日", False)]
    with empty_store.write(Doing("customer.edit", {"name": "栏"})) as session:
        save_key_dates(session, made, [one for one in seen.key_dates if one.month != 5])
    with empty_store.read() as session:
        assert [(one.label, one.month) for one in key_dates(session)] == [("入职日", 7)]


def test_both_calendars_need_a_year(empty_store: Store) -> None:
    with pytest.raises(RuleBroken) as refused:
        customer(empty_store, "无", KeyDateDraft(calendar=CalendarKind.BOTH, month=5, day=1))
    assert (refused.value.code, refused.value.facts["why"]) == ("bad_date", "year_needed")


days = st.builds(
    KeyDateDraft,
    calendar=st.sampled_from(CalendarKind),
    year=st.integers(1900, 2020),
    month=st.integers(1, 12),
    day=st.integers(1, 28),
    leap=st.booleans(),
    lead_days=st.integers(0, 40),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(days, max_size=12), st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.none() | st.integers(0, 80))
def test_the_sieve_changes_nothing(
    empty_store: Store, drafts: list[KeyDateDraft], today: date, within: int | None
) -> None:
    made = customer(empty_store, "筛", *drafts)
    with empty_store.read() as session:
        rows = key_dates(session, customer_ids=[made])
        wanted = [
            (row.id, one.on)
            for row in rows
            for one in next_occurrences(key_day_of(row), today)
            if one.on - today <= timedelta(days=row.lead_days if within is None else within)
        ]
        found = [one for one in coming_key_dates(session, today, within) if one.row.customer_id == made]
    assert sorted(wanted) == sorted((one.row.id, one.occurrence.on) for one in found)
