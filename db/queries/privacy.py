"""个人信息: what is recorded of each person, who must be looked at again, and the marks of those who were erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from db.keys import EPOCH_MS, TIME_SHIFT
from db.models import Contact, Customer, PrivacyRecord, Rep, Tombstone
from db.vocabulary import CustomerKind, PrivacyBasis


@dataclass(frozen=True, slots=True)
class PrivacyRow:
    """One record with whose it is: `person` the contact, or the customer himself, of `customer`."""

    id: int
    customer_id: int
    contact_id: int | None
    source: str | None
    purpose: str | None
    basis: PrivacyBasis | None
    noticed_on: date | None
    consent_on: date | None
    consent_how: str | None
    withdrawn_on: date | None
    keep_until: date | None
    reviewed_on: date | None
    note: str | None
    person: str = ""
    customer: str = ""
    owner: str | None = None

    @property
    def recorded_on(self) -> date:
        """The day (UTC) the record was made: its key tells it."""
        return datetime.fromtimestamp(((self.id >> TIME_SHIFT) + EPOCH_MS) / 1000, UTC).date()


_FIELDS = tuple(name for name in PrivacyRow.__dataclass_fields__ if name not in ("person", "customer", "owner"))


def _select() -> Any:
    columns = [getattr(PrivacyRecord, name) for name in _FIELDS]
    person = func.coalesce(Contact.name, Customer.name)
    query = select(*columns, person, Customer.name, Rep.name).join(Customer, Customer.id == PrivacyRecord.customer_id)
    return query.outerjoin(Contact, Contact.id == PrivacyRecord.contact_id).outerjoin(Rep, Rep.id == Customer.owner_id)


def privacy_of(session: Session, customer_id: int) -> dict[int | None, PrivacyRow]:
    """What is recorded of a customer (None) and of its contacts (by their id)."""
    rows = session.execute(_select().where(PrivacyRecord.customer_id == customer_id).order_by(PrivacyRecord.id))
    return {row[2]: PrivacyRow(*row) for row in rows}


def privacy_rows(session: Session, ids: list[int]) -> list[PrivacyRow]:
    """The records of these ids (at most some hundred), in any order."""
    return [PrivacyRow(*row) for row in session.execute(_select().where(PrivacyRecord.id.in_(ids)))]


def review_ids(session: Session, *, until: date, looked_before: date) -> list[int]:
    """Records up for review: kept no longer than `until`, consent withdrawn, or last looked at before that day.

    Withdrawn ones first, then those whose end is nearest. The year of one never looked at counts from the day he was
    told or agreed, or else from the day the record was made.
    """
    withdrawn = and_(
        PrivacyRecord.withdrawn_on.is_not(None),
        or_(PrivacyRecord.consent_on.is_(None), PrivacyRecord.consent_on <= PrivacyRecord.withdrawn_on),
    )
    looked = func.coalesce(PrivacyRecord.reviewed_on, PrivacyRecord.consent_on, PrivacyRecord.noticed_on)
    never = and_(looked.is_(None), PrivacyRecord.id < _first_key_of(looked_before + timedelta(days=1)))
    stale = or_(looked <= looked_before, never)
    query = select(PrivacyRecord.id).where(or_(withdrawn, PrivacyRecord.keep_until <= until, stale))
    ordered = query.order_by(withdrawn.desc(), PrivacyRecord.keep_until.asc().nulls_last(), PrivacyRecord.id)
    return list(session.scalars(ordered))


def _first_key_of(day: date) -> int:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return max(int(moment.timestamp() * 1000) - EPOCH_MS, 0) << TIME_SHIFT


def unrecorded_count(session: Session) -> int:
    """How many persons, customers and active contacts, have no record at all."""
    of_customer = exists().where(PrivacyRecord.customer_id == Customer.id, PrivacyRecord.contact_id.is_(None))
    customers = select(func.count()).where(Customer.kind == CustomerKind.PERSON, ~of_customer)
    of_contact = exists().where(PrivacyRecord.contact_id == Contact.id)
    contacts = select(func.count()).where(Contact.active, ~of_contact)
    return (session.scalar(customers) or 0) + (session.scalar(contacts) or 0)


def tombstones(session: Session) -> dict[tuple[str, str], date]:
    """{(kind, mark): the day the person was last erased}."""
    query = select(Tombstone.kind, Tombstone.mark, func.max(Tombstone.erased_on)).group_by(
        Tombstone.kind, Tombstone.mark
    )
    return {(kind, mark): on for kind, mark, on in session.execute(query)}
