"""Keep what stands beside a card's columns: texts that could not be read, and numbers the journal must not hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, Secret, UnclearValue
from desktop.rules.errors import RuleBroken
from desktop.rules.id_number import normal_id
from desktop.rules.texts import text_fault

LONGEST_ID = 40  # a foreign passport has fewer


def save_unclear(
    session: Session, customer_id: int, contact_id: int | None, asked: Collection[str], texts: Mapping[str, str]
) -> None:
    """Make the unclear values of the fields `asked` exactly `texts`; those of other fields stay.

    Raises RuleBroken at the field for a text that no file can keep.
    """
    query = select(UnclearValue).where(UnclearValue.customer_id == customer_id, UnclearValue.field.in_(asked))
    mine = UnclearValue.contact_id.is_(None) if contact_id is None else UnclearValue.contact_id == contact_id
    there = {row.field: row for row in session.scalars(query.where(mine))}
    for field, text in texts.items():
        fault = text_fault(text, field)
        if fault is not None:
            raise fault
        if field not in there:
            session.add(UnclearValue(customer_id=customer_id, contact_id=contact_id, field=field, text=text))
        elif there[field].text != text:
            there[field].text = text
    for field, row in there.items():
        if field not in texts:
            session.delete(row)


def save_customer_id_number(session: Session, customer_id: int, typed: str | None) -> None:
    """`save_id_number` for a customer who is a person."""
    save_id_number(session, session.get(Customer, customer_id), typed)


def save_contact_id_number(session: Session, contact_id: int, typed: str | None) -> None:
    """`save_id_number` for a contact."""
    save_id_number(session, session.get(Contact, contact_id), typed)


def save_id_number(session: Session, record: Customer | Contact | None, typed: str | None) -> None:
    """Keep the ID number of a person; "" or None takes it away. The journal only tells that it changed.

    A number that does not check is kept: whether it is right is said at its field. Raises RuleBroken("too_long"),
    ("digits_lost") or ("gone").
    """
    number = normal_id(typed)
    fault = text_fault(number, "id_number")
    if fault is not None:
        raise fault
    if len(number) > LONGEST_ID:
        raise RuleBroken("too_long", "id_number", longest=LONGEST_ID, length=len(number))
    if record is None:
        raise RuleBroken("gone")
    before = session.get(Secret, record.id_number_id) if record.id_number_id is not None else None
    if number == (before.value if before is not None else ""):
        return
    # A new row each time: an undo points at the old one again, which therefore stays.
    kept = Secret(value=number) if number else None
    if kept is not None:
        session.add(kept)
        session.flush()
    record.id_number_id = kept.id if kept is not None else None
