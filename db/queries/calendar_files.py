"""What a calendar file is written from and held against: series, occurrences, phones, changes, UIDs, names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Action, Change, Contact, Customer, FollowUp, FollowUpSeries, Reach
from db.queries.series import SeriesRow, series
from db.vocabulary import FollowUpState, ReachKind

PHONES = (ReachKind.MOBILE, ReachKind.PHONE)


@dataclass(frozen=True, slots=True)
class LastChange:
    """When a record was last changed (UTC), and how often it was."""

    at: datetime
    count: int


def series_between(
    session: Session, first: date, last: date, rep_ids: Collection[int] | None = None
) -> dict[int, SeriesRow]:
    """{id: series} that go on between two days; of some reps, or of all (None), as `agenda` sees whose they are."""
    query = select(FollowUpSeries.id).join(Customer, Customer.id == FollowUpSeries.customer_id)
    query = query.where(or_(FollowUpSeries.ended_on.is_(None), FollowUpSeries.ended_on >= first))
    query = query.where(FollowUpSeries.starts_on <= last)
    if rep_ids is not None:
        query = query.where(func.coalesce(FollowUpSeries.rep_id, Customer.owner_id).in_(rep_ids))
    found = (series(session, one) for one in session.scalars(query))
    return {one.id: one for one in found if one is not None}


def series_uids(session: Session, series_ids: Iterable[int]) -> dict[int, str | None]:
    """{series: its name in the calendar it came from}."""
    return _pairs(session, FollowUpSeries.id, FollowUpSeries.uid, FollowUpSeries.id, list(series_ids))


def customer_names(session: Session, customer_ids: Iterable[int]) -> dict[int, str]:
    """{customer: name}."""
    return _pairs(session, Customer.id, Customer.name, Customer.id, list(set(customer_ids)))


def occurrence_ids(session: Session, series_ids: Iterable[int], since: date) -> list[int]:
    """The follow-ups of these series whose own day by the rule, or the day they were moved to, is `since` or later."""
    found: list[int] = []
    for chunk in journal.chunks(list(series_ids)):
        query = select(FollowUp.id).where(FollowUp.series_id.in_(chunk))
        query = query.where(or_(FollowUp.series_on >= since, FollowUp.planned_on >= since))
        found += session.scalars(query)
    return found


def phones_of(session: Session, contact_ids: Iterable[int]) -> dict[int, str]:
    """{contact: the number to call}, the mobile phone before others."""
    found: dict[int, str] = {}
    for chunk in journal.chunks(sorted(set(contact_ids))):
        query = select(Reach.contact_id, Reach.kind, Reach.value).where(Reach.contact_id.in_(chunk))
        rows: Any = session.execute(query.where(Reach.kind.in_(PHONES)).order_by(Reach.id))
        for contact, _, value in sorted(rows, key=lambda row: PHONES.index(row[1])):
            found.setdefault(contact, value)
    return found


def last_changes(session: Session, table: str, ids: Iterable[int]) -> dict[int, LastChange]:
    """{record: when and how often it was changed}; rows that were created in bulk and never touched are left out."""
    found: dict[int, LastChange] = {}
    for chunk in journal.chunks(list(ids)):
        query = select(Change.record_id, func.max(Action.at), func.count()).join(Action, Action.id == Change.action_id)
        query = query.where(Change.table_name == table, Change.record_id.in_(chunk)).group_by(Change.record_id)
        rows: Any = session.execute(query)
        found |= {record: LastChange(at, count) for record, at, count in rows}
    return found


def follow_ups_with_uid(session: Session, uids: Iterable[str]) -> dict[str, int]:
    """{UID: follow-up} of those that came from a calendar under it."""
    return _pairs(session, FollowUp.uid, FollowUp.id, FollowUp.uid, list(uids))


def open_slots(session: Session, mark: str, since: date) -> dict[str, int]:
    """{UID: follow-up} of the open ones from `since` on that came one by one: their UID has `mark` in it."""
    query = select(FollowUp.uid, FollowUp.id).where(FollowUp.uid.contains(mark, autoescape=True))
    rows: Any = session.execute(query.where(FollowUp.state == FollowUpState.PLANNED, FollowUp.planned_on >= since))
    return {row[0]: row[1] for row in rows}


def series_with_uid(session: Session, uids: Iterable[str]) -> dict[str, int]:
    """{UID: series} of those that came from a calendar under it."""
    return _pairs(session, FollowUpSeries.uid, FollowUpSeries.id, FollowUpSeries.uid, list(uids))


def occurrences_by_day(session: Session, series_ids: Iterable[int]) -> dict[tuple[int, date], int]:
    """{(series, day by its rule): follow-up}."""
    found: dict[tuple[int, date], int] = {}
    for chunk in journal.chunks(list(series_ids)):
        query = select(FollowUp.series_id, FollowUp.series_on, FollowUp.id).where(FollowUp.series_id.in_(chunk))
        rows: Any = session.execute(query)
        found |= {(one, day): follow_up for one, day, follow_up in rows if day is not None}
    return found


def all_names(session: Session) -> list[tuple[int, str | None, str | None, str | None, str | None]]:
    """(customer, name, short name, former names, number) of everybody."""
    query = select(Customer.id, Customer.name, Customer.short_name, Customer.former_names, Customer.number)
    rows: Any = session.execute(query)
    return [tuple(row) for row in rows]


def contact_names(session: Session) -> list[tuple[int, int, str]]:
    """(customer, contact, name) of all contacts who are still there."""
    rows: Any = session.execute(select(Contact.customer_id, Contact.id, Contact.name).where(Contact.active))
    return [tuple(row) for row in rows]


def customers_reached_by(
    session: Session, digits: Iterable[str], mails: Iterable[str]
) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """({digits: customers}, {mail address in small letters: customers})."""
    by_digits: dict[str, set[int]] = {}
    by_mail: dict[str, set[int]] = {}
    for chunk in journal.chunks(sorted(set(digits))):
        rows: Any = session.execute(select(Reach.digits, Reach.customer_id).where(Reach.digits.in_(chunk)))
        for number, customer in rows:
            by_digits.setdefault(number, set()).add(customer)
    for chunk in journal.chunks(sorted({one.lower() for one in mails})):
        query = select(func.lower(Reach.value), Reach.customer_id).where(Reach.kind == ReachKind.EMAIL)
        rows = session.execute(query.where(func.lower(Reach.value).in_(chunk)))
        for mail, customer in rows:
            by_mail.setdefault(mail, set()).add(customer)
    return by_digits, by_mail


def _pairs(session: Session, key: Any, value: Any, column: Any, wanted: Sequence[Any]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for chunk in journal.chunks(wanted):
        rows: Any = session.execute(select(key, value).where(column.in_(chunk)))
        found |= {row[0]: row[1] for row in rows}
    return found
