"""All that the file holds on one person, as plain values: what he may ask to see.

The shape (format 1) is documented in SHAPE; dates are "2026-11-22", moments end in "Z", money is text in yuan, stored
words are those of db/vocabulary.py, and what is unknown is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session

from db import journal
from db.erasure import Person
from db.models import Action, Base, Change, Contact, Customer, FollowUp, FollowUpPerson, Secret
from db.recorder import plain
from desktop.rules.errors import RuleBroken

FORMAT = 1
# key of the answer: (table, whether it is told for a contact too)
LISTS: dict[str, str] = {
    "reaches": "reach",
    "key_dates": "key_date",
    "privacy": "privacy_record",
    "relations": "relation",
    "custom_values": "custom_value",
    "unclear_values": "unclear_value",
    "follow_ups": "follow_up",
    "promises": "promise",
    "cases": "service_case",
    "surveys": "survey",
    "care": "care_record",
    "attachments": "attachment",
    "series": "follow_up_series",
    "sequences": "sequence_run",
    "part_in": "follow_up_person",
    "callbacks": "callback",
    "comments": "follow_up_comment",
    "moves": "follow_up_move",
}
OF_CUSTOMERS = {
    "contacts": "contact",
    "events": "major_event",
    "tags": "customer_tag",
    "orders": "sales_order",
    "payments": "payment",
    "contracts": "contract",
    "card_checks": "card_check",
    "loans": "loan",
    "cadence": "cadence_exception",
    "exemptions": "recall_exemption",
}
SHAPE = {
    "format": "1",
    "made_on": "the day",
    "office": "who holds the data",
    "person": "name, and the customer he is a contact of (null for a customer)",
    "card": "the fields of his own card; id_number in full",
    **{key: f"records of the table {table} that are his" for key, table in (LISTS | OF_CUSTOMERS).items()},
    "journal": "changes of those records: when, who, action, table, record, fields {name: [old, new]}",
}


def person_data(session: Session, person: Person, office: str, today: date) -> dict[str, Any]:
    """The whole answer for one person. Raises RuleBroken("gone")."""
    card = _card(session, person)
    customer = session.get(Customer, person.customer_id)
    if card is None or customer is None:
        raise RuleBroken("gone")
    lists = {key: _rows(session, table, person) for key, table in LISTS.items()}
    if person.contact_id is None:
        lists |= {key: _rows(session, table, person) for key, table in OF_CUSTOMERS.items()}
    _name_references(session, lists)
    return {
        "format": FORMAT,
        "made_on": today.isoformat(),
        "office": office,
        "person": {"name": card["name"], "customer": None if person.contact_id is None else customer.name},
        "shape": SHAPE,
        "card": card,
        **lists,
        "journal": list(_journal(session, person, card, lists)),
    }


def _card(session: Session, person: Person) -> dict[str, Any] | None:
    model: type[Customer] | type[Contact] = Customer if person.contact_id is None else Contact
    row: Any = session.get(model, person.contact_id or person.customer_id)
    if row is None:
        return None
    table = journal.table_named(model.__tablename__)
    card = {name: plain(getattr(row, name)) for name in _columns(table) if name != "id_number_id"}
    number = None if row.id_number_id is None else session.get(Secret, row.id_number_id)
    return {**card, "id_number": None if number is None else number.value}


def _columns(table: Table) -> list[str]:
    return [one.name for one in table.c if not {"derived", "unjournalled"} & one.info.keys()]


def _rows(session: Session, name: str, person: Person) -> list[dict[str, Any]]:
    table = journal.table_named(name)
    his = _his(table, person)
    names = _columns(table)
    query = select(*(table.c[one] for one in names)).where(his).order_by(table.c.id)
    return [
        {one: _told(value) for one, value in zip(names, row, strict=True)}
        for row in session.connection().execute(query)
    ]


def _his(table: Table, person: Person) -> ColumnElement[bool]:
    """All rows of a customer; of a contact his own, the follow-ups he takes part in too, and what was said of these."""
    if person.contact_id is None:
        return table.c.customer_id == person.customer_id
    contact = person.contact_id
    part = select(FollowUpPerson.follow_up_id).where(FollowUpPerson.contact_id == contact)
    if "contact_id" not in table.c:
        with_him = select(FollowUp.id).where(FollowUp.contact_id == contact)
        return or_(table.c.follow_up_id.in_(with_him), table.c.follow_up_id.in_(part))
    his = table.c.contact_id == contact
    if table.name == "relation":
        return or_(his, table.c.other_contact_id == contact)
    return or_(his, table.c.id.in_(part)) if table.name == "follow_up" else his


def _told(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return plain(value)


def _name_references(session: Session, lists: Mapping[str, list[dict[str, Any]]]) -> None:
    """Beside the id of a rep, a tag or a custom field what it is called: an id tells a reader nothing."""
    called = {
        "rep_id": ("rep", "name"),
        "checker_id": ("rep", "name"),
        "tag_id": ("tag", "name"),
        "field_id": ("custom_field", "title"),
        "sequence_id": ("follow_up_sequence", "name"),
    }
    for column, (name, title) in called.items():
        table = Base.metadata.tables[name]
        names = {row[0]: row[1] for row in session.execute(select(table.c.id, table.c[title]))}
        for rows in lists.values():
            for row in rows:
                if row.get(column) is not None:
                    row[column.removesuffix("_id")] = names.get(row[column])


def _journal(
    session: Session, person: Person, card: Mapping[str, Any], lists: Mapping[str, list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    tables = {**LISTS, **OF_CUSTOMERS}
    ids = {tables[key]: {row["id"] for row in rows} for key, rows in lists.items()}
    ids["customer" if person.contact_id is None else "contact"] = {card["id"]}
    found: list[tuple[int, dict[str, Any]]] = []
    for name, records in ids.items():
        for chunk in journal.chunks(sorted(records)):
            query = select(Change, Action).join(Action, Action.id == Change.action_id)
            query = query.where(Change.table_name == name, Change.record_id.in_(chunk))
            for change, action in session.execute(query):
                line = {
                    "at": _told(action.at),
                    "who": action.who,
                    "action": action.kind,
                    "table": name,
                    "record": change.record_id,
                    "change": change.kind.value,
                    "fields": json.loads(change.fields),
                }
                found.append((action.id, line))
    for _, line in sorted(found, key=lambda one: one[0]):
        yield line
