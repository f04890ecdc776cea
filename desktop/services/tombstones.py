"""Whether somebody being typed or imported asked to be erased."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from db.queries.card import ContactDraft, CustomerDraft, ReachDraft
from db.queries.office import policy
from db.queries.privacy import tombstones
from db.vocabulary import CustomerKind, ReachKind
from desktop.rules.tombstones import Traits, marks_of
from desktop.services.erasing import KEY_POLICY

CALLED = (ReachKind.PHONE, ReachKind.MOBILE, ReachKind.FAX)


@dataclass(frozen=True, slots=True)
class Erased:
    """The marks of all who were erased, read once for many questions."""

    key: str = ""
    marks: dict[tuple[str, str], date] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.marks)

    def on(self, traits: Traits) -> date | None:
        """The day on which somebody like this was erased; None where nobody was."""
        if not self.marks:
            return None
        found = (self.marks.get((kind.value, mark)) for kind, mark in marks_of(traits, self.key))
        return max((day for day in found if day is not None), default=None)


def erased(session: Session) -> Erased:
    """Those who asked to be erased from this file."""
    marks = tombstones(session)
    key = policy(session, KEY_POLICY, "") if marks else ""
    return Erased(key, marks) if isinstance(key, str) and key else Erased()


def traits(name: str, employer: str, reaches: Iterable[tuple[ReachKind, str]], id_number: str = "") -> Traits:
    """By what a person may be known again."""
    ways = [(kind, value) for kind, value in reaches if value.strip()]
    return Traits(
        name,
        employer,
        tuple(value for kind, value in ways if kind in CALLED),
        tuple(value for kind, value in ways if kind is ReachKind.EMAIL),
        tuple(value for kind, value in ways if kind is ReachKind.WECHAT),
        (id_number,) if id_number.strip() else (),
    )


def asked_to_be_erased(
    session: Session,
    customer: CustomerDraft,
    reaches: Iterable[ReachDraft],
    contact: ContactDraft | None,
    id_number: str = "",
) -> date | None:
    """The day on which the customer or the contact being typed asked to be erased; None where neither did.

    `id_number` is that of the contact, or where there is none of the customer.
    """
    marks = erased(session)
    if not marks:
        return None
    own = [(one.kind, one.value) for one in reaches]
    person = customer.kind is CustomerKind.PERSON
    found = [marks.on(traits(customer.name if person else "", customer.employer or "", own, id_number))]
    if contact is not None:
        found.append(marks.on(traits(contact.name, customer.name, [(one.kind, one.value) for one in contact.reaches])))
    return max((day for day in found if day is not None), default=None)
