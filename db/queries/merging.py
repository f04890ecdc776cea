"""What the screen for merging shows: the cards side by side, and how much hangs on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.deletion import children_of
from db.models import Contact, Customer, CustomerTag, CustomField, CustomValue, Reach, Tag
from db.queries.journal import last_edited

# What a card holds of its own; what only the program fills in is made anew.
FIELDS: tuple[str, ...] = tuple(
    column.name for column in Customer.__table__.c if not column.primary_key and "derived" not in column.info
)


@dataclass(frozen=True, slots=True)
class PersonOfCard:
    """A contact, with the digits he is reached under."""

    id: int
    name: str
    title: str | None
    digits: frozenset[str]


@dataclass(frozen=True, slots=True)
class CardToMerge:
    """One of the cards: its columns by name, its tags, contacts, and {table: number of records} that hang on it."""

    id: int
    values: dict[str, Any]
    answers: dict[int, str]
    tags: tuple[str, ...]
    contacts: tuple[PersonOfCard, ...]
    hanging: dict[str, int]
    edited_at: datetime | None

    @property
    def name(self) -> str:
        """What the customer is called."""
        return str(self.values["name"])


def cards_to_merge(session: Session, ids: Sequence[int]) -> list[CardToMerge]:
    """These cards, those that are gone left out, in the order asked."""
    rows = {row["id"]: row for row in _columns(session, ids)}
    return [_card(session, rows[one]) for one in dict.fromkeys(ids) if one in rows]


def custom_titles(session: Session) -> dict[int, str]:
    """{field: title} of the office's own fields, in their order."""
    query = select(CustomField.id, CustomField.title).order_by(CustomField.position, CustomField.id)
    return {row[0]: row[1] for row in session.execute(query)}


def _columns(session: Session, ids: Sequence[int]) -> list[dict[str, Any]]:
    query = select(Customer.id, *(getattr(Customer, name) for name in FIELDS)).where(Customer.id.in_(ids))
    return [dict(row._mapping) for row in session.execute(query)]


def _card(session: Session, row: dict[str, Any]) -> CardToMerge:
    customer_id = row.pop("id")
    tags = select(Tag.name).join(CustomerTag).where(CustomerTag.customer_id == customer_id).order_by(Tag.name)
    edited = last_edited(session, customer_id)
    return CardToMerge(
        customer_id,
        row,
        _answers(session, customer_id),
        tuple(session.scalars(tags)),
        _people(session, customer_id),
        _hanging(session, customer_id),
        edited[1] if edited else None,
    )


def _answers(session: Session, customer_id: int) -> dict[int, str]:
    query = select(CustomValue).where(CustomValue.customer_id == customer_id)
    return {one.field_id: _answer(session, one) for one in session.scalars(query)}


def _answer(session: Session, value: CustomValue) -> str:
    if value.contact_id is not None:
        return session.scalar(select(Contact.name).where(Contact.id == value.contact_id)) or ""
    found = next((one for one in (value.text, value.number, value.day) if one is not None), "")
    return "、".join(str(found).splitlines())


def _people(session: Session, customer_id: int) -> tuple[PersonOfCard, ...]:
    digits: dict[int | None, set[str]] = {}
    query = select(Reach.contact_id, Reach.digits).where(Reach.customer_id == customer_id, Reach.digits != "")
    for contact_id, number in session.execute(query):
        digits.setdefault(contact_id, set()).add(number)
    people = select(Contact.id, Contact.name, Contact.title).where(Contact.customer_id == customer_id)
    return tuple(
        PersonOfCard(row[0], row[1], row[2], frozenset(digits.get(row[0], ())))
        for row in session.execute(people.order_by(Contact.is_primary.desc(), Contact.id))
    )


def _hanging(session: Session, customer_id: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for child, column in children_of("customer"):
        count = session.scalar(select(func.count()).where(child.c[column] == customer_id)) or 0
        if count:
            found[child.name] = found.get(child.name, 0) + count
    return found


def limit_of(field: str) -> int | None:
    """How many characters a column of the card holds; None for free text and what is no text."""
    found = getattr(journal.table_named("customer").c[field].type, "length", None)
    return found if isinstance(found, int) else None
