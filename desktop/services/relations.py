"""关系: written on one card, read on both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import Contact, Customer, Relation
from desktop.rules.errors import RuleBroken
from desktop.rules.relations import Way, stored_way, turned
from desktop.services.row_writing import delete_row, tidy

LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class Party:
    """The other party: a contact (with its customer), a customer, or a name that has no card here."""

    name: str = ""
    customer_id: int | None = None
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """A relation as the form of one card has it; `contact_id` is who it is there, None for the customer itself."""

    id: int = 0  # 0: not yet in the file
    way: Way = Way.OTHER
    contact_id: int | None = None
    other: Party = Party()
    since: date | None = None
    note: str | None = None


def save_relation(session: Session, customer_id: int, draft: RelationDraft) -> int:
    """Make or change a relation of a customer; returns its id. It is kept on the card it was last written on.

    Raises RuleBroken at "other": no name, the party itself, a relation that is known already.
    """
    other = _checked(session, draft.other)
    if (other.customer_id, other.contact_id) == (customer_id, draft.contact_id):
        raise RuleBroken("relation_itself", "other", name=other.name)
    kind, reverse = stored_way(draft.way)
    values = tidy(
        Relation,
        {
            "contact_id": draft.contact_id, "kind": kind, "reverse": reverse, "other_customer_id": other.customer_id,
            "other_contact_id": other.contact_id, "other_name": other.name, "since": draft.since, "note": draft.note,
        },
    )  # fmt: skip
    if _known(session, customer_id, draft, other):
        raise RuleBroken("relation_known", "other", name=other.name)
    if not draft.id:
        row = Relation(customer_id=customer_id, **values)
        session.add(row)
        session.flush()
        return row.id
    found = session.get(Relation, draft.id)
    if found is None:
        raise RuleBroken("gone")
    if found.customer_id != customer_id and _unchanged(found, draft, other):
        values = {name: values[name] for name in ("since", "note")}
    else:
        values["customer_id"] = customer_id
    for name, value in values.items():
        if getattr(found, name) != value:
            setattr(found, name, value)
    return found.id


def _unchanged(row: Relation, draft: RelationDraft, other: Party) -> bool:
    """Whether a relation written on the other card says the same from here: then its sides stay as they are."""
    return (row.kind, row.reverse) == stored_way(turned(draft.way)) and (
        row.customer_id, row.contact_id, row.other_contact_id
    ) == (other.customer_id, other.contact_id, draft.contact_id)  # fmt: skip


def _checked(session: Session, other: Party) -> Party:
    """The other party with the name it has today."""
    if other.contact_id is not None:
        contact = session.get(Contact, other.contact_id)
        if contact is None:
            raise RuleBroken("relation_gone", "other", name=other.name)
        at = session.get(Customer, contact.customer_id)
        long = f"{contact.name}（{at.name if at else ''}）"
        return Party(long if len(long) <= LONGEST_NAME else contact.name, contact.customer_id, contact.id)
    if other.customer_id is not None:
        customer = session.get(Customer, other.customer_id)
        if customer is None:
            raise RuleBroken("relation_gone", "other", name=other.name)
        return Party(customer.name, customer.id)
    name = other.name.strip()
    if not name:
        raise RuleBroken("relation_missing", "other")
    if len(name) > LONGEST_NAME:
        raise RuleBroken("too_long", "other", longest=LONGEST_NAME, length=len(name))
    return Party(name)


def _known(session: Session, customer_id: int, draft: RelationDraft, other: Party) -> bool:
    here: Any = (customer_id, draft.contact_id)
    there: Any = (other.customer_id, other.contact_id)
    sides = [(here, there, other.name, draft.way)]
    if other.customer_id is not None:
        sides.append((there, here, "", turned(draft.way)))
    told = []
    for (customer, contact), (to_customer, to_contact), name, way in sides:
        kind, reverse = stored_way(way)
        same = (
            (Relation.customer_id == customer)
            & Relation.contact_id.is_not_distinct_from(contact)
            & Relation.other_customer_id.is_not_distinct_from(to_customer)
            & Relation.other_contact_id.is_not_distinct_from(to_contact)
            & (Relation.kind == kind)
            & (Relation.reverse == reverse)
        )
        told.append(same if to_customer is not None else same & (Relation.other_name == name))
    return session.scalar(select(Relation.id).where(or_(*told), Relation.id != draft.id).limit(1)) is not None


def delete_relation(session: Session, relation_id: int) -> None:
    """Put a relation in the recycle bin."""
    delete_row(session, "relation", relation_id)
