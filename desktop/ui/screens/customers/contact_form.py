"""A contact as its form shows it, and the way back into the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.queries.card import Card, ContactDraft, KeyDateDraft
from db.vocabulary import ContactRole, Gender
from desktop.services.customers import save_contact, save_key_dates
from desktop.services.people import keep_alike, seen_person
from desktop.services.unclear import save_contact_id_number, save_unclear
from desktop.ui.kit.fields import Entry
from desktop.ui.screens.customers.readings import reach_drafts, reach_entries


@dataclass(frozen=True, slots=True)
class ContactForm:
    """A contact as its form shows it: reaches and key dates are lines."""

    id: int | None = None
    name: str = ""
    title: str | None = None
    department: str | None = None
    role: ContactRole | None = None
    decision_weight: int | None = None
    gender: Gender | None = None
    active: bool = True
    left_on: date | None = None
    left_reason: str | None = None
    is_primary: bool = False
    hobbies: str | None = None
    taboos: str | None = None
    note: str | None = None
    reaches: tuple[Entry, ...] = ()
    key_dates: tuple[KeyDateDraft, ...] = ()
    id_number: str | None = None


_BESIDE = ("reaches", "key_dates", "id_number")
_PLAIN = tuple(name for name in ContactForm.__dataclass_fields__ if name not in _BESIDE)


def contact_form(contact: ContactDraft, card: Card) -> ContactForm:
    """What the form of a contact shows."""
    days = tuple(one for one in card.key_dates if one.contact_id == contact.id and one.field_id is None)
    plain = {name: getattr(contact, name) for name in _PLAIN}
    number = card.id_numbers.get(contact.id) if contact.id is not None else None
    return ContactForm(**plain, reaches=reach_entries(contact.reaches), key_dates=days, id_number=number)


def save_contact_form(session: Any, card: Card, taken: ContactForm, unclear: Mapping[str, str] | None = None) -> int:
    """Write a contact with its reaches, key dates and ID number; the key dates of others stay.

    `unclear` are the texts kept in the place of values; None leaves those that are there.
    """
    customer_id = card.customer.id or 0
    before = next((one for one in card.contacts if one.id == taken.id), ContactDraft())
    plain = {name: getattr(taken, name) for name in _PLAIN}
    person = seen_person(session, taken.id)
    contact_id = save_contact(
        session, customer_id, ContactDraft(**plain, reaches=reach_drafts(taken.reaches, before.reaches))
    )
    if taken.key_dates or any(one.contact_id == contact_id for one in card.key_dates):
        others = [one for one in card.key_dates if one.contact_id != contact_id]
        save_key_dates(
            session, customer_id, [*others, *(replace(one, contact_id=contact_id) for one in taken.key_dates)]
        )
    save_contact_id_number(session, contact_id, taken.id_number)
    if unclear is not None:
        save_unclear(session, customer_id, contact_id, _PLAIN, unclear)
    keep_alike(session, contact_id, person)
    return contact_id
