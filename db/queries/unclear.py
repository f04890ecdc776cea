"""What stands beside a card's columns: texts kept though they are no values, and the numbers kept apart."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, Secret, UnclearValue


@dataclass(frozen=True, slots=True)
class UnclearRow:
    """A text that stands in the place of a value, e.g. founded_on "2月30日"; `contact_id` None: on the customer."""

    contact_id: int | None
    field: str
    text: str


def unclear_values(session: Session, customer_id: int) -> tuple[UnclearRow, ...]:
    """All that is to be checked on a card, in the order it was written."""
    columns = (UnclearValue.contact_id, UnclearValue.field, UnclearValue.text)
    query = select(*columns).where(UnclearValue.customer_id == customer_id).order_by(UnclearValue.id)
    return tuple(UnclearRow(*row) for row in session.execute(query))


def id_numbers(session: Session, customer_id: int) -> dict[int | None, str]:
    """The ID numbers of a card: of the customer itself under None, of a contact under its id."""
    own = select(literal(None), Secret.value).join(Customer, Customer.id_number_id == Secret.id)
    people = select(Contact.id, Secret.value).join(Secret, Contact.id_number_id == Secret.id)
    found: dict[int | None, str] = {}
    for query in (own.where(Customer.id == customer_id), people.where(Contact.customer_id == customer_id)):
        found.update((whose, value) for whose, value in session.execute(query))
    return found
