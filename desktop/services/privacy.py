"""个人信息: what is recorded of a person, and keeping it after a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.models import Contact, Customer, PrivacyRecord
from db.queries.privacy import PrivacyRow, privacy_of, review_ids
from db.vocabulary import CustomerKind
from desktop.rules.errors import RuleBroken
from desktop.rules.privacy import SOON, YEAR, PersonRecord, Standing, standing, with_defaults, years_on
from desktop.services.privacy_rules import privacy_rules

FIELDS = tuple(one.name for one in fields(PersonRecord))
LONGEST = 200


def record_of(row: PrivacyRow | None) -> PersonRecord:
    """What the file says of a person; empty where it says nothing."""
    return PersonRecord() if row is None else PersonRecord(**{name: getattr(row, name) for name in FIELDS})


def standing_of(row: PrivacyRow | None, today: date) -> Standing:
    """The one word for a person."""
    return standing(record_of(row), today)


def save_record(session: Session, customer_id: int, contact_id: int | None, record: PersonRecord) -> None:
    """Write what is known of one person; an empty record that was not there makes none.

    Raises RuleBroken at the field: too_long, ends_before_start (kept until a day before he was told or agreed).
    """
    values = {name: getattr(record, name) for name in FIELDS}
    values = {name: (v.strip() or None) if type(v) is str else v for name, v in values.items()}
    for name in ("source", "purpose", "consent_how"):
        if values[name] is not None and len(values[name]) > LONGEST:
            raise RuleBroken("too_long", name, longest=LONGEST, length=len(values[name]))
    starts = [day for day in (record.noticed_on, record.consent_on) if day is not None]
    if record.keep_until is not None and starts and record.keep_until < min(starts):
        raise RuleBroken("ends_before_start", "keep_until")
    whose = PrivacyRecord.contact_id.is_(None) if contact_id is None else PrivacyRecord.contact_id == contact_id
    row = session.scalars(select(PrivacyRecord).where(PrivacyRecord.customer_id == customer_id, whose)).first()
    if row is not None:
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    elif any(value is not None for value in values.values()):
        session.add(PrivacyRecord(customer_id=customer_id, contact_id=contact_id, **values))


def record_new_people(session: Session, customer_id: int, today: date) -> None:
    """Give the office's purpose, basis and end of keeping to those of a customer of whom nothing is recorded.

    For those just created, in their action; nothing where the office has not chosen so.
    """
    rules = privacy_rules(session)
    if not rules.apply:
        return
    session.flush()
    known = privacy_of(session, customer_id)
    people: list[int | None] = list(session.scalars(select(Contact.id).where(Contact.customer_id == customer_id)))
    kind = session.scalar(select(Customer.kind).where(Customer.id == customer_id))
    if kind is CustomerKind.PERSON:
        people.append(None)
    for one in people:
        if one not in known:
            save_record(session, customer_id, one, with_defaults(PersonRecord(), rules, today))


def up_for_review(session: Session, today: date) -> list[int]:
    """Ids of the records that want to be looked at, the gravest first."""
    return review_ids(session, until=today + timedelta(days=SOON), looked_before=today - timedelta(days=YEAR))


def keep_people(session: Session, record_ids: Sequence[int], until: date, today: date) -> int:
    """Keep these persons until a new day, reviewed today; returns how many. Withdrawn consent is left as it is.

    Raises RuleBroken("keep_in_the_past", "keep_until").
    """
    if until <= today:
        raise RuleBroken("keep_in_the_past", "keep_until")
    table = journal.table_named("privacy_record")
    journal.bulk_change(session, table, {one: {"keep_until": until, "reviewed_on": today} for one in record_ids})
    return len(record_ids)


def next_end(session: Session, today: date) -> date:
    """The end of keeping that the office's years give from today; a year where it has set none."""
    return years_on(today, privacy_rules(session).years or 1)
