"""Random merges, and the rows that a merge meets: for the tests of merging and of its undo."""

from __future__ import annotations

import random
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.journal import table_named
from db.merging import Merged, merge_customers
from db.models import (
    Contact,
    CustomerTag,
    CustomField,
    CustomValue,
    MajorEvent,
    NotDuplicate,
    Promise,
    Relation,
    Tag,
)
from tests.db.any_actions import NAMES, ids_of, some_id

FIELDS = ("name", "short_name", "credit_code", "note", "industry")


def make_ties(session: Session, chance: random.Random) -> None:
    """Relations, marks, tags, answers and promises of customers that are there."""
    customers = ids_of(session, table_named("customer"))
    if len(customers) < 2:
        return
    one, other = chance.sample(customers, 2)
    contact_id = session.scalar(select(Contact.id).where(Contact.customer_id == one).limit(1))
    session.add(
        Relation(
            customer_id=one,
            contact_id=contact_id,
            kind="same_group",
            other_customer_id=other,
            other_name=chance.choice(NAMES),
        )
    )
    session.add(Promise(customer_id=one, contact_id=contact_id, by="us", text="送样品", due_on=date(2026, 3, 4)))
    session.add(MajorEvent(customer_id=other, happened_on=date(2026, 1, 2), what="迁址"))
    pair = {"customer_id": min(one, other), "other_id": max(one, other)}
    if session.scalar(select(NotDuplicate.id).filter_by(**pair)) is None:
        session.add(NotDuplicate(**pair))
    field_id = some_id(session, "custom_field", chance)
    if field_id is None:
        field = CustomField(kind="text", title="开户行")
        session.add(field)
        field_id = field.id
    tag_id = some_id(session, "tag", chance)
    if tag_id is None:
        tag = Tag(name="老客户")
        session.add(tag)
        tag_id = tag.id
    for customer_id in (one, other):
        if session.scalar(select(CustomValue.id).filter_by(customer_id=customer_id, field_id=field_id)) is None:
            session.add(CustomValue(customer_id=customer_id, field_id=field_id, text=chance.choice(NAMES)))
        if session.scalar(select(CustomerTag.id).filter_by(customer_id=customer_id, tag_id=tag_id)) is None:
            session.add(CustomerTag(customer_id=customer_id, tag_id=tag_id))
    session.flush()


def merge_some(session: Session, chance: random.Random) -> Merged | None:
    """Two or three customers become one, with values and a number of any of them, and contacts joined."""
    customers = ids_of(session, table_named("customer"))
    if len(customers) < 2:
        return None
    kept, *gone = chance.sample(customers, min(len(customers), chance.choice((2, 2, 3))))
    table = table_named("customer")
    rows = {row.id: row._mapping for row in session.execute(select(*table.c).where(table.c.id.in_([kept, *gone])))}
    values = {name: rows[chance.choice([kept, *gone])][name] for name in (*FIELDS, "number")}
    people = session.execute(
        select(Contact.id, Contact.customer_id).where(Contact.customer_id.in_([kept, *gone])).order_by(Contact.id)
    ).all()
    mine = [row[0] for row in people if row[1] == kept]
    others = [row[0] for row in people if row[1] != kept]
    joined = [(mine[0], others[0])] if mine and others and chance.random() < 0.6 else []
    fields = session.scalars(select(CustomValue.field_id).where(CustomValue.customer_id.in_([kept, *gone]))).all()
    answers = {one: chance.choice([kept, *gone]) for one in fields}
    return merge_customers(session, kept, gone, values=values, answers=answers, contacts=joined)


MERGES = (make_ties, merge_some)
