"""Erasing for good, beside the journal: the one place where what was kept is forgotten.

A person is removed with everything that tells of him, and the journal forgets the values it kept of those records: the
rows stay, and say that something was changed or deleted, by whom and when. Nothing here can be undone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from db import journal
from db.connection import connect
from db.deletion import delete_records, everything_below
from db.erasure_words import Words, forget_in_facts, forget_in_texts, principals
from db.forgetting import drop_secrets, drop_unused_contents, fields_of, forget_changes, secrets_of
from db.identity import SEARCH_TABLE
from db.models import Attachment, Change, Contact, Reach, Relation, Secret
from db.problems import of_look_error
from db.queries.journal import merged_contacts, with_merged
from db.vocabulary import ChangeKind

BUSINESS = frozenset({"sales_order", "payment"})  # what the accounts need of an erased customer
KEPT_COLUMNS = frozenset({"kind", "stage", "owner_id", "value_tier", "intent", "source", "name"})


@dataclass(frozen=True, slots=True)
class Person:
    """Whose data goes: a customer who is a person, or a contact (at all customers, where one mark ties them)."""

    customer_id: int
    contact_id: int | None = None


@dataclass(slots=True)
class Going:
    """What an erasure takes. `records` {table: live records that go}, `gone` those deleted earlier, in the journal."""

    person: Person
    keep_business: bool
    customers: tuple[int, ...]
    records: dict[str, dict[int, None]] = field(default_factory=dict)
    gone: dict[str, set[int]] = field(default_factory=dict)
    words: Words = field(default_factory=Words)

    def all_records(self) -> dict[str, set[int]]:
        """{table: ids} of what is there and what was there."""
        found = {name: set(ids) for name, ids in self.records.items()}
        for name, ids in self.gone.items():
            found.setdefault(name, set()).update(ids)
        if self.person.contact_id is None:
            found.setdefault("customer", set()).add(self.person.customer_id)
        return found


def what_goes(session: Session, person: Person, *, keep_business: bool) -> Going:
    """What erasing this person would take; reads only. `keep_business`: orders and payments of a customer stay."""
    if person.contact_id is None:
        going = Going(person, keep_business, tuple(with_merged(session, person.customer_id)))
        leave = BUSINESS if keep_business else frozenset[str]()
        roots = {"customer": [person.customer_id], "relation": _relations(session, person.customer_id, ())}
        going.records = everything_below(session, roots, leave=leave)
        if keep_business:
            going.records.pop("customer")
    else:
        contacts = _same_person(session, person.contact_id)
        at = dict.fromkeys(one for customer in contacts.values() for one in with_merged(session, customer))
        going = Going(person, keep_business, tuple(at))
        roots = {
            "contact": list(contacts),
            "attachment": list(session.scalars(select(Attachment.id).where(Attachment.contact_id.in_(contacts)))),
            "reach": _same_numbers(session, contacts),
            "relation": _relations(session, None, tuple(contacts)),
        }
        going.records = everything_below(session, roots)
    going.records = {name: ids for name, ids in going.records.items() if ids}
    going.gone = _deleted_before(session, going)
    going.words = _words_of(session, going)
    return going


def _same_person(session: Session, contact_id: int) -> dict[int, int]:
    """{contact: its customer} of all that bear the mark of this one."""
    mark = session.scalar(select(Contact.person_mark).where(Contact.id == contact_id))
    same = Contact.id == contact_id if mark is None else Contact.person_mark == mark
    return {row[0]: row[1] for row in session.execute(select(Contact.id, Contact.customer_id).where(same))}


def _same_numbers(session: Session, contacts: Mapping[int, int]) -> list[int]:
    """The customers' own lines that say the same as a line of the person."""
    own = select(Reach.value).where(Reach.contact_id.in_(contacts))
    query = select(Reach.id).where(Reach.customer_id.in_(set(contacts.values())), Reach.contact_id.is_(None))
    return list(session.scalars(query.where(Reach.value.in_(own))))


def _relations(session: Session, customer_id: int | None, contacts: Sequence[int]) -> list[int]:
    mine = Relation.other_customer_id == customer_id if customer_id else Relation.other_contact_id.in_(contacts)
    return list(session.scalars(select(Relation.id).where(mine)))


def _deleted_before(session: Session, going: Going) -> dict[str, set[int]]:
    """{table: ids} of the person's records that were deleted earlier and that the journal still tells of."""
    people = _united(session, going)
    kept_tables = BUSINESS | {"order_line"} if going.keep_business else frozenset[str]()
    query = select(Change.table_name, Change.record_id, Change.fields).where(
        Change.subject_id.in_(going.customers), Change.kind == ChangeKind.DELETED
    )
    found: dict[str, set[int]] = {}
    for table, record_id, text in session.execute(query):
        if going.person.contact_id is None:
            his = table not in kept_tables
        else:
            whose = record_id if table == "contact" else json.loads(text).get("contact_id", [None])[0]
            his = whose in people and (table == "contact" or _goes_with_contact(table))
        if his:
            found.setdefault(table, set()).add(record_id)
    return found


def _united(session: Session, going: Going) -> set[int]:
    """The contacts that go, and those that a merge united with one of them: what hung on these hangs on him now."""
    people = merged_contacts(session, going.records.get("contact", ()))
    if not people:
        return people
    query = select(Change.fields).where(
        Change.subject_id.in_(going.customers),
        Change.kind == ChangeKind.CHANGED,
        Change.fields.contains('"contact_id":', autoescape=True),
    )
    moved = [json.loads(text)["contact_id"] for text in session.scalars(query)]
    while more := {old for old, new in moved if new in people and old is not None} - people:
        people |= more
    return people


def _goes_with_contact(table: str) -> bool:
    column = journal.table_named(table).c.get("contact_id") if table in Contact.metadata.tables else None
    return table == "attachment" or (column is not None and bool(column.info.get("owned")))


def _words_of(session: Session, going: Going) -> Words:
    """What tells the person from others, as it is now and as the journal has it."""
    words = Words()
    records = going.all_records()
    for name in ("customer", "contact", "reach"):
        table = journal.table_named(name)
        for row in journal.rows_by_id(session, table, sorted(records.get(name, ()))):
            words.take(name, dict(row._mapping))
        for fields in fields_of(session, name, records.get(name, set())):
            for at in (0, 1):
                words.take(name, {key: values[at] for key, values in fields.items() if len(values) == 2})
    for chunk in journal.chunks(sorted(secrets_of(session, records))):
        words.numbers.update(session.scalars(select(Secret.value).where(Secret.id.in_(chunk))))
    return words


def erase(session: Session, going: Going, *, called: str) -> None:
    """Take away what `what_goes` found, inside a write; `called` stands where the name stood.

    The values go from the rows and from the journal; `sweep` after the commit overwrites what the file freed.
    """
    records = going.all_records()
    secrets = secrets_of(session, records)
    actions = _actions_of(session, going, records)
    delete_records(session, going.records)
    if going.person.contact_id is None and going.keep_business:
        _empty_customer(session, going.person.customer_id, called)
    else:
        principals(session, going.customers, going.words)
    forget_changes(session, records)
    forget_in_texts(session, going.customers, going.words, called)
    forget_in_facts(session, actions, going.words, called, whole=going.person.contact_id is not None)
    drop_secrets(session, secrets)
    drop_unused_contents(session)
    session.flush()
    journal.recorder_of(session).blank()


def _actions_of(session: Session, going: Going, records: Mapping[str, set[int]]) -> set[int]:
    found = set(session.scalars(select(Change.action_id).where(Change.subject_id.in_(going.customers))))
    for name, ids in records.items():
        for chunk in journal.chunks(sorted(ids)):
            query = select(Change.action_id).where(Change.table_name == name, Change.record_id.in_(chunk))
            found.update(session.scalars(query))
    return found


def _empty_customer(session: Session, customer_id: int, called: str) -> None:
    table = journal.table_named("customer")
    empty: dict[str, Any] = {
        column.name: None
        for column in table.c
        if column.nullable and column.name not in KEPT_COLUMNS and "derived" not in column.info
    }
    journal.bulk_change(session, table, {customer_id: {**empty, "name": called}})


def sweep(path: Path) -> None:
    """Write the file anew without what was freed in it, the search index too: nothing of the erased is left behind.

    What SQLite frees it overwrites, but copies of a row stay where a page was divided. Raises StoreProblem; what was
    erased is erased all the same, and the next sweep takes the rest.
    """
    try:
        with closing(connect(path, read_only=False)) as raw:
            raw.execute(f"INSERT INTO {SEARCH_TABLE} ({SEARCH_TABLE}) VALUES ('optimize')")
            raw.execute("VACUUM")
    except dbapi2.Error as error:
        raise of_look_error(error, path=path) from error
