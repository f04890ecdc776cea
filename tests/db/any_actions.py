"""Random but valid things that a user may do to a file, for the tests of undo."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from db import journal
from db.journal import table_named
from db.keys import new_block
from db.models import (
    Attachment,
    AttachmentContent,
    Base,
    Contact,
    Customer,
    CustomerTag,
    FollowUp,
    KeyDate,
    Order,
    OrderLine,
    Payment,
    Policy,
    Product,
    Reach,
    Rep,
    Tag,
)
from db.reduction import unique_keys
from db.undo import delete_with_children
from tests.db.filled import TABLES, sample

NAMES = ("单雄信贸易", "吕布", "华为技术", "Zhang San", "A座123", "曾国华", "万俟卨", "𠮷野家", "甲")
PHONES = ("13800138000", "+86 139 1234 5678", "0571-88881234", "无")
KEPT_FOREVER = frozenset({"attachment_content"})  # bytes are in no journal: they stay when their creation is undone
EDITED = [table for table in TABLES if table.name not in KEPT_FOREVER]
CLASSES: dict[str, Any] = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def ids_of(session: Session, table: Table) -> list[int]:
    session.flush()
    return list(session.scalars(select(table.c.id).order_by(table.c.id)))


def some_id(session: Session, name: str, chance: random.Random) -> int | None:
    ids = ids_of(session, table_named(name))
    return chance.choice(ids) if ids else None


def make_customer(session: Session, chance: random.Random) -> None:
    """A customer with some of everything."""
    customer = Customer(name=chance.choice(NAMES), owner_id=some_id(session, "rep", chance))
    contact = Contact(customer_id=customer.id, name=chance.choice(NAMES))
    done = FollowUp(
        customer_id=customer.id, contact_id=contact.id, kind="visit", state="done", done_on=date(2026, 1, 2)
    )
    order = Order(customer_id=customer.id, ordered_on=date(2026, 2, 3), amount=Decimal("12.5"))
    session.add_all([customer, contact, done, order])
    session.add(Reach(customer_id=customer.id, contact_id=contact.id, kind="mobile", value=chance.choice(PHONES)))
    session.add(KeyDate(customer_id=customer.id, contact_id=contact.id, kind="birthday", month=2, day=29))
    session.add(FollowUp(customer_id=customer.id, kind="call", state="planned", follows_id=done.id))
    session.add(Payment(customer_id=customer.id, order_id=order.id, paid_on=date(2026, 3, 4), amount=order.amount))
    product_id = some_id(session, "product", chance)
    session.add_all(
        OrderLine(order_id=order.id, position=n, product_id=product_id, amount=order.amount) for n in (1, 2)
    )
    tag_id = some_id(session, "tag", chance)
    if tag_id is not None:
        session.add(CustomerTag(customer_id=customer.id, tag_id=tag_id))
    attach(session, chance, customer.id, contact.id)


def attach(session: Session, chance: random.Random, customer_id: int, contact_id: int) -> None:
    data = bytes([chance.randrange(3)])
    digest = hashlib.sha256(data).hexdigest()
    content_id = session.scalar(select(AttachmentContent.id).where(AttachmentContent.sha256 == digest))
    if content_id is None:
        content = AttachmentContent(sha256=digest, size=1, data=data)
        session.add(content)
        content_id = content.id
    session.add(Attachment(customer_id=customer_id, contact_id=contact_id, content_id=content_id, name="照片.jpg"))


def make_small_things(session: Session, chance: random.Random) -> None:
    """What customers point at."""
    session.add(Rep(name=chance.choice(NAMES)))
    session.add(Product(name=chance.choice(NAMES), code=free(session, table_named("product").c.code, chance)))
    for kind, column in ((Tag, "name"), (Policy, "key")):
        value = free(session, kind.__table__.c[column], chance)
        if value is not None:
            session.add(kind(**{column: value}, **({"value": "1"} if kind is Policy else {})))


def free(session: Session, column: KeyedColumnElement[Any], chance: random.Random) -> str | None:
    """A value that no row has, from so small a choice that values come back to be used by others."""
    session.flush()
    used = set(session.scalars(select(column)))
    return next((one for one in chance.sample(["K1", "K2", "K3", "K4"], 4) if one not in used), None)


def new_values(session: Session, table: Table, row: Any, chance: random.Random) -> dict[str, Any]:
    """New values for some columns of a row, none of which breaks a reference or a unique value."""
    unique = {name for key in unique_keys(table) for name in key}
    values: dict[str, Any] = {}
    for column in chance.sample(list(table.c), min(3, len(table.c))):
        if not journal.is_journalled(table, column.name):
            continue
        if column.name in unique:
            value = None if column.foreign_keys else free(session, column, chance)
            if value is not None:
                values[column.name] = value
        elif column.foreign_keys:
            (key,) = column.foreign_keys
            choice = [*ids_of(session, key.column.table), *([None] if column.nullable else [])]
            values[column.name] = chance.choice(choice)
        elif table.name == "policy":
            values[column.name] = str(chance.randrange(9))
        elif column.name in ("name", "value"):
            values[column.name] = chance.choice(NAMES + PHONES)
        else:
            values[column.name] = (
                None if column.nullable and chance.random() < 0.3 else sample(column, chance.randrange(5))
            )
    return values


def edit_object(session: Session, chance: random.Random) -> None:
    """Some fields of one record, through its object."""
    table = chance.choice(EDITED)
    record_id = some_id(session, table.name, chance)
    if record_id is not None:
        row = session.get_one(CLASSES[table.name], record_id)
        for name, value in new_values(session, table, row, chance).items():
            setattr(row, name, value)
        session.flush()


def edit_in_bulk(session: Session, chance: random.Random) -> None:
    """Some fields of some records of a table at once."""
    table = chance.choice(EDITED)
    for record_id in chance.sample(ids := ids_of(session, table), min(3, len(ids))):
        journal.bulk_change(session, table, {record_id: new_values(session, table, None, chance)})


def swap_numbers(session: Session, chance: random.Random) -> None:
    """Two customers' numbers, exchanged or given."""
    table = table_named("customer")
    ids = ids_of(session, table)
    if len(ids) >= 2:
        one, two = chance.sample(ids, 2)
        numbers = dict(session.execute(select(table.c.id, table.c.number).where(table.c.id.in_([one, two]))).all())
        first = numbers[one] or free(session, table.c.number, chance)
        journal.bulk_change(session, table, {one: {"number": None}, two: {"number": None}})
        journal.bulk_change(session, table, {one: {"number": numbers[two]}, two: {"number": first}})


def delete_something(session: Session, chance: random.Random) -> None:
    """A record with all that belongs to it."""
    names = ("customer", "customer", "contact", "sales_order", "follow_up", "tag", "product", "rep", "reach", "policy")
    name = chance.choice(names)
    record_id = some_id(session, name, chance)
    if record_id is not None:
        delete_with_children(session, table_named(name), [record_id])


def delete_object(session: Session, chance: random.Random) -> None:
    """One record that nothing points at, through its object."""
    name = chance.choice(("reach", "key_date", "order_line", "payment", "customer_tag", "attachment", "policy"))
    record_id = some_id(session, name, chance)
    if record_id is not None:
        session.delete(session.get_one(CLASSES[name], record_id))


def import_in_bulk(session: Session, chance: random.Random) -> None:
    """Customers with contacts and phones, journalled by range; some are edited or deleted at once."""
    customers, contacts, phones = new_block(4), new_block(3), new_block(3)
    journal.bulk_create(
        session,
        table_named("customer"),
        [{"id": one, "name": chance.choice(NAMES), "kind": "person", "stage": "won"} for one in customers],
    )
    journal.bulk_create(
        session,
        table_named("contact"),
        [{"id": one, "customer_id": chance.choice(customers), "name": chance.choice(NAMES)} for one in contacts],
    )
    there = ids_of(session, table_named("customer"))
    journal.bulk_create(
        session,
        table_named("reach"),
        [
            {"id": one, "customer_id": chance.choice(there), "kind": "phone", "value": chance.choice(PHONES)}
            for one in phones
        ],
    )
    if chance.random() < 0.5:
        journal.bulk_change(session, table_named("customer"), {customers[0]: {"name": chance.choice(NAMES)}})
        delete_with_children(session, table_named("customer"), [customers[1]])


def replace_customer(session: Session, chance: random.Random) -> None:
    """One goes, another comes with the same number: within one action the value changes hands."""
    table = table_named("customer")
    rows = session.execute(select(table.c.id, table.c.number).order_by(table.c.id)).all()
    if rows:
        old = chance.choice(rows)
        journal.bulk_change(session, table, {old.id: {"name": "即将删除"}})
        delete_with_children(session, table, [old.id])
        number = old.number or free(session, table.c.number, chance)
        session.add(Customer(name=chance.choice(NAMES), number=number))


def new_owner(session: Session, chance: random.Random) -> None:
    """A new rep, whom customers that were there are given to."""
    rep = Rep(name=chance.choice(NAMES))
    session.add(rep)
    for customer_id in ids_of(session, table_named("customer"))[:2]:
        session.get_one(Customer, customer_id).owner_id = rep.id


def move_contacts(session: Session, chance: random.Random) -> None:
    """Contacts and phones go from customer to customer, old ones and one that is only now made."""
    customers = ids_of(session, table_named("customer"))
    if customers:
        made = Contact(customer_id=chance.choice(customers), name=chance.choice(NAMES))
        session.add(made)
        for name in ("contact", "reach"):
            for record_id in ids_of(session, table_named(name))[-2:]:
                for _ in range(2):
                    session.get_one(CLASSES[name], record_id).customer_id = chance.choice(customers)
                    session.flush()


def delete_and_make_again(session: Session, chance: random.Random) -> None:
    """A contact is deleted and comes back under the same key, as an import that replaces would do."""
    table = table_named("contact")
    record_id = some_id(session, "contact", chance)
    if record_id is not None:
        (row,) = journal.rows_by_id(session, table, [record_id])
        journal.bulk_delete(session, table, [record_id])
        journal.create(session, table, {name: v for name, v in row._mapping.items() if name != "pinyin"})


WORKS: tuple[Callable[[Session, random.Random], None], ...] = (
    make_customer,
    make_small_things,
    edit_object,
    edit_in_bulk,
    swap_numbers,
    delete_something,
    delete_object,
    import_in_bulk,
    replace_customer,
    new_owner,
    move_contacts,
    delete_and_make_again,
)
