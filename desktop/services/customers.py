"""Keep a card: make it, change it, put it in the recycle bin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import journal
from db.models import Contact, Customer, CustomerTag, KeyDate, Reach, Tag
from db.queries.card import CUSTOMER_FIELDS, ContactDraft, CustomerDraft, KeyDateDraft, ReachDraft, customer_draft
from db.undo import delete_with_children
from db.vocabulary import CalendarKind
from desktop.rules.errors import RuleBroken
from desktop.rules.texts import text_fault

NUMBER = re.compile(r"^(\D*)(\d+)$")
FIRST_NUMBER = "K0001"
HEAVIEST = 5  # weight of a contact in decisions


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """What the form for a new customer gives."""

    customer: CustomerDraft
    reaches: tuple[ReachDraft, ...] = ()
    contact: ContactDraft | None = None


def next_number(session: Session) -> str:
    """The customer number after the highest one in use, in its own style: K0099 → K0100."""
    for number in session.scalars(
        select(Customer.number).where(Customer.number.is_not(None)).order_by(Customer.id.desc()).limit(50)
    ):
        found = NUMBER.match(number or "")
        if found is None:
            continue
        prefix, digits = found.groups()
        alike = select(func.max(Customer.number)).where(
            func.length(Customer.number) == len(number or ""), Customer.number.startswith(prefix, autoescape=True)
        )
        highest = NUMBER.match(session.scalar(alike) or "") or found
        count = int(highest.group(2)) + 1
        while _number_taken(session, f"{prefix}{count:0{len(digits)}}", None):
            count += 1
        return f"{prefix}{count:0{len(digits)}}"
    return FIRST_NUMBER


def _number_taken(session: Session, number: str, but: int | None) -> bool:
    query = select(Customer.id).where(Customer.number == number)
    return session.scalar(query if but is None else query.where(Customer.id != but)) is not None


def check_customer(session: Session, draft: CustomerDraft) -> CustomerDraft:
    """`draft` tidied: texts trimmed, empty ones None. Raises RuleBroken at the field that is wrong."""
    tidy: dict[str, Any] = {}
    for name in CUSTOMER_FIELDS:
        value = getattr(draft, name)
        tidy[name] = (value.strip() or None) if isinstance(value, str) and type(value) is str else value
    tidy["name"] = tidy["name"] or ""
    if not tidy["name"]:
        raise RuleBroken("name_missing", "name")
    _check_lengths(Customer, tidy)
    if tidy["number"] and _number_taken(session, tidy["number"], draft.id):
        raise RuleBroken("number_taken", "number", number=tidy["number"])
    if tidy["potential"] is not None and not 1 <= tidy["potential"] <= 5:
        raise RuleBroken("out_of_range", "potential", low=1, high=5)
    for name in ("principal_age", "headcount", "credit_days", "credit_limit", "annual_revenue"):
        if tidy[name] is not None and tidy[name] < 0:
            raise RuleBroken("below_zero", name)
    if tidy["principal_age"] is not None and tidy["principal_age"] > 150:
        raise RuleBroken("out_of_range", "principal_age", low=0, high=150)
    if tidy["visit_from"] is not None and tidy["visit_to"] is not None and tidy["visit_to"] <= tidy["visit_from"]:
        raise RuleBroken("visit_hours_backwards", "visit_to")
    return CustomerDraft(**tidy)


def _check_lengths(model: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        fault = text_fault(value, name) if isinstance(value, str) else None
        if fault is not None:
            raise fault
        longest = getattr(model.__table__.c[name].type, "length", None)
        if isinstance(value, str) and longest is not None and len(value) > longest:
            raise RuleBroken("too_long", name, longest=longest, length=len(value))


def create_customer(session: Session, new: NewCustomer) -> int:
    """Make a customer with its ways to be reached and its first contact; returns its id."""
    draft = check_customer(session, new.customer)
    if not draft.number:
        draft = replace(draft, number=next_number(session))
    row = Customer(**{name: getattr(draft, name) for name in CUSTOMER_FIELDS if name != "id"})
    session.add(row)
    for reach in new.reaches:
        _add_reach(session, row.id, None, reach)
    if new.contact is not None and new.contact.name.strip():
        save_contact(session, row.id, replace(new.contact, is_primary=True))
    return row.id


def save_customer(session: Session, draft: CustomerDraft) -> list[str]:
    """Write the changed fields of a customer; returns their names. Raises RuleBroken("gone") where it was deleted."""
    checked = check_customer(session, draft)
    before = customer_draft(session, draft.id or 0)
    row = session.get(Customer, draft.id)
    if row is None or before is None:
        raise RuleBroken("gone")
    changed = [name for name in CUSTOMER_FIELDS if getattr(checked, name) != getattr(before, name)]
    for name in changed:
        setattr(row, name, getattr(checked, name))
    return changed


def save_reaches(session: Session, customer_id: int, contact_id: int | None, drafts: Sequence[ReachDraft]) -> None:
    """Make the ways to reach a customer (or one of its contacts) exactly `drafts`."""
    query = select(Reach).where(Reach.customer_id == customer_id)
    query = query.where(Reach.contact_id.is_(None) if contact_id is None else Reach.contact_id == contact_id)
    existing = {row.id: row for row in session.scalars(query)}
    kept = {draft.id for draft in drafts if draft.value.strip()}
    for row in [row for key, row in existing.items() if key not in kept]:
        session.delete(row)
    for draft in drafts:
        known = existing.get(draft.id or 0)
        if known is None:
            _add_reach(session, customer_id, contact_id, draft)
        elif draft.value.strip():
            _fill(known, _checked_reach(draft))


def _checked_reach(draft: ReachDraft) -> dict[str, Any]:
    values = {"kind": draft.kind, "value": draft.value.strip(), "extension": draft.extension, "label": draft.label}
    _check_lengths(Reach, values)
    return values


def _add_reach(session: Session, customer_id: int, contact_id: int | None, draft: ReachDraft) -> None:
    if draft.value.strip():
        session.add(Reach(customer_id=customer_id, contact_id=contact_id, **_checked_reach(draft)))


def _fill(row: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def save_contact(session: Session, customer_id: int, draft: ContactDraft) -> int:
    """Make or change a contact and its ways to be reached; returns its id. A customer has one primary contact."""
    names = [n for n in ContactDraft.__dataclass_fields__ if n not in ("id", "reaches")]
    values = {n: getattr(draft, n) for n in names}
    values = {n: (v.strip() or None) if type(v) is str else v for n, v in values.items()}
    if not values["name"]:
        raise RuleBroken("name_missing", "name")
    _check_lengths(Contact, values)
    if values["decision_weight"] is not None and not 1 <= values["decision_weight"] <= HEAVIEST:
        raise RuleBroken("out_of_range", "decision_weight", low=1, high=HEAVIEST)
    row = None if draft.id is None else session.get(Contact, draft.id)
    if row is None:
        row = Contact(customer_id=customer_id, **values)
        session.add(row)
        session.flush()
    else:
        _fill(row, values)
    if row.is_primary:
        others = select(Contact).where(Contact.customer_id == customer_id, Contact.is_primary, Contact.id != row.id)
        for other in session.scalars(others):
            other.is_primary = False
    save_reaches(session, customer_id, row.id, draft.reaches)
    return row.id


def delete_contact(session: Session, contact_id: int) -> None:
    """Put a contact and its reaches in the recycle bin; follow-ups with it stay."""
    delete_with_children(session, journal.table_named("contact"), [contact_id])


def save_key_dates(session: Session, customer_id: int, drafts: Sequence[KeyDateDraft]) -> None:
    """Make the key dates of a customer exactly `drafts`; those that answer custom fields stay as they are.

    Raises RuleBroken("bad_day") for the 32nd of a month, RuleBroken("bad_date") for a day of both calendars without
    its year.
    """
    own = select(KeyDate).where(KeyDate.customer_id == customer_id, KeyDate.field_id.is_(None))
    existing = {row.id: row for row in session.scalars(own)}
    drafts = [draft for draft in drafts if draft.field_id is None]
    kept = {draft.id for draft in drafts}
    for row in [row for key, row in existing.items() if key not in kept]:
        session.delete(row)
    names = [n for n in KeyDateDraft.__dataclass_fields__ if n != "id"]
    for draft in drafts:
        if not (1 <= draft.month <= 12 and 1 <= draft.day <= (30 if draft.calendar == "lunar" else 31)):
            raise RuleBroken("bad_day", "day", month=draft.month, day=draft.day)
        if draft.calendar is CalendarKind.BOTH and draft.year is None:
            raise RuleBroken("bad_date", "key_dates", text=f"{draft.month:02}-{draft.day:02}", why="year_needed")
        values = {n: getattr(draft, n) for n in names}
        known = existing.get(draft.id or 0)
        if known is None:
            session.add(KeyDate(customer_id=customer_id, **values))
        else:
            _fill(known, values)


def set_tags(session: Session, customer_id: int, names: Sequence[str]) -> None:
    """Give a customer exactly these tags, making those the office does not have yet."""
    wanted = dict.fromkeys(name.strip() for name in names if name.strip())
    for name in wanted:
        _check_lengths(Tag, {"name": name})
    tags = {tag.name: tag for tag in session.scalars(select(Tag).where(Tag.name.in_(wanted)))}
    for name in wanted:
        if name not in tags:
            tags[name] = Tag(name=name)
            session.add(tags[name])
    links = {
        link.tag_id: link for link in session.scalars(select(CustomerTag).where(CustomerTag.customer_id == customer_id))
    }
    ids = {tag.id for tag in tags.values()}
    for link in [link for tag_id, link in links.items() if tag_id not in ids]:
        session.delete(link)
    for tag_id in ids - links.keys():
        session.add(CustomerTag(customer_id=customer_id, tag_id=tag_id))


def set_owner(session: Session, customer_ids: Sequence[int], owner_id: int | None) -> None:
    """Give customers to a rep, or to nobody."""
    journal.bulk_change(session, journal.table_named("customer"), {one: {"owner_id": owner_id} for one in customer_ids})


def delete_customers(session: Session, customer_ids: Sequence[int]) -> dict[str, int]:
    """Put customers with all that belongs to them in the recycle bin; returns {table: number of records}."""
    return delete_with_children(session, journal.table_named("customer"), list(customer_ids))
