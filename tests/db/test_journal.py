"""The journal knows every field of every record, and only what really became of it within one action."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from db import journal
from db.journal import table_named
from db.keys import new_block, new_key
from db.models import Action, BulkCreation, Change, Contact, Customer, Payment, Reach
from db.recorder import Touched
from db.store import Doing, Store, open_store
from db.vocabulary import ChangeKind, ReachKind, Stage
from tests.db.filled import TABLES, fill, journalled, sample

CUSTOMER, CONTACT, REACH, TAG = map(table_named, ("customer", "contact", "reach", "tag"))
Told = dict[tuple[str, int], tuple[ChangeKind, dict[str, list[Any]]]]


def told(store: Store) -> Told:
    """What the newest action is said to have done: {(table, id): (kind, fields)}."""
    with store.read() as session:
        newest = session.scalars(select(Action.id).order_by(Action.id.desc()).limit(1)).first()
        changes = session.scalars(select(Change).where(Change.action_id == newest)).all()
        return {(one.table_name, one.record_id): (one.kind, json.loads(one.fields)) for one in changes}


def actions(store: Store) -> int:
    with store.read() as session:
        return session.query(Action).count()


def add(store: Store, *rows: Any) -> None:
    with store.write(Doing("create")) as session:
        session.add_all(rows)


@pytest.fixture
def customer_id(store: Store) -> int:
    customer = Customer(name="甲公司", number="K1")
    add(store, customer)
    return customer.id


# Every field of every record

JOURNALLED = [pytest.param(table, column, id=f"{table.name}.{column.name}") for table, column in journalled()]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A store with a row in every table, twice, shared by the tests of single fields."""
    from db.store import create_file

    path = tmp_path_factory.mktemp("full") / "客户.kezha"
    create_file(path)
    store = open_store(path, version="0", backups=path.parent)
    with store.write(Doing("fill")) as session:
        made = [fill(session, turn) for turn in (1, 2)]
    yield store, made
    store.close()


def other_value(column: Column[Any], made: list[dict[str, int]], now: Any) -> Any:
    for key in column.foreign_keys:
        ids = [one.get(key.column.table.name) for one in made]
        return next(one for one in ids if one != now)
    return next(value for turn in (5, 6) if (value := sample(column, turn)) != now)


@pytest.mark.parametrize(("table", "column"), JOURNALLED)
@pytest.mark.parametrize("way", ["object", "bulk"])
def test_every_field_is_told_with_old_and_new(full: Any, table: Table, column: Column[Any], way: str) -> None:
    store, made = full
    record_id = made[0][table.name]
    with store.read() as session:
        old = session.execute(select(column).where(table.c.id == record_id)).scalar_one()
    new = other_value(column, made, old)
    with store.write(Doing("edit")) as session:
        if way == "bulk":
            journal.bulk_change(session, table, {record_id: {column.name: new}})
        else:
            setattr(object_of(session, table, record_id), column.name, new)
    fields = [journal.kept(table, column.name, old), journal.kept(table, column.name, new)]
    said = told(store)
    if (table.name, column.name) == ("customer", "owner_id"):  # the Store says since when, where it is another day
        said[table.name, record_id][1].pop("owner_since", None)
    assert said == {(table.name, record_id): (ChangeKind.CHANGED, {column.name: fields})}
    with store.read() as session:
        assert session.execute(select(column).where(table.c.id == record_id)).scalar_one() == new
    with store.write(Doing("edit")) as session:
        journal.bulk_change(session, table, {record_id: {column.name: old}})


def object_of(session: Session, table: Table, record_id: int) -> Any:
    from db.models import Base

    kind = next(one.class_ for one in Base.registry.mappers if one.class_.__tablename__ == table.name)
    return session.get_one(kind, record_id)


class TakeBack(Exception):
    """Ends a write that was only for looking."""


@pytest.mark.parametrize("table", TABLES, ids=str)
@pytest.mark.parametrize("way", ["object", "bulk"])
def test_a_deletion_keeps_every_journalled_field_and_no_other(full: Any, table: Table, way: str) -> None:
    store, made = full
    record_id = made[0][table.name]
    seen: list[Touched] = []

    def look() -> None:
        with store.write(Doing("delete")) as session:
            if way == "bulk":
                journal.bulk_delete(session, table, [record_id])
            else:
                session.delete(object_of(session, table, record_id))
                session.flush()
            seen.append(journal.recorder_of(session).records[table.name][record_id])
            raise TakeBack

    with pytest.raises(TakeBack):
        look()
    assert seen[0].kind is ChangeKind.DELETED
    assert set(seen[0].fields) == {column.name for one, column in journalled() if one is table}
    assert all(new is None for _old, new in seen[0].fields.values())
    unfilled = [name for name, (old, _new) in seen[0].fields.items() if old is None]
    assert [name for name in unfilled if not table.c[name].foreign_keys] == []


def test_what_is_derived_is_not_journalled(store: Store, customer_id: int) -> None:
    add(store, Contact(customer_id=customer_id, name="王二"))
    with store.write(Doing("edit")) as session:
        session.get_one(Customer, customer_id).name = "乙公司"
    assert told(store) == {("customer", customer_id): (ChangeKind.CHANGED, {"name": ["甲公司", "乙公司"]})}


# Changes folded within one action


def test_several_steps_are_one_change(store: Store, customer_id: int) -> None:
    with store.write(Doing("edit")) as session:
        customer = session.get_one(Customer, customer_id)
        for name in ("乙", "丙", "丁"):
            customer.name = name
            session.flush()
        journal.bulk_change(session, CUSTOMER, {customer_id: {"name": "戊", "note": "话"}})
        customer.stage = Stage.WON
    fields = {"name": ["甲公司", "戊"], "note": [None, "话"], "stage": ["potential", "won"]}
    assert told(store) == {("customer", customer_id): (ChangeKind.CHANGED, fields)}


def test_there_and_back_is_nothing(store: Store, customer_id: int) -> None:
    before = actions(store)
    with store.write(Doing("edit")) as session:
        customer = session.get_one(Customer, customer_id)
        customer.name = "乙"
        session.flush()
        customer.name = "甲公司"
    assert actions(store) == before


def test_the_same_amount_written_otherwise_is_nothing(store: Store, customer_id: int) -> None:
    payment = Payment(customer_id=customer_id, paid_on=date(2026, 1, 1), amount=Decimal("1.5"))
    add(store, payment)
    before = actions(store)
    with store.write(Doing("edit")) as session:
        session.get_one(Payment, payment.id).amount = Decimal("1.500")
    with store.write(Doing("edit")) as session:
        journal.bulk_change(session, table_named("payment"), {payment.id: {"amount": Decimal("1.495")}})
    assert actions(store) == before


@pytest.mark.parametrize("flushed", [True, False])
def test_made_and_deleted_in_one_action_leaves_no_trace(store: Store, customer_id: int, flushed: bool) -> None:
    before = actions(store)
    with store.write(Doing("edit")) as session:
        contact = Contact(customer_id=customer_id, name="王二")
        session.add(contact)
        session.flush()
        if flushed:
            contact.name = "王三"
            session.flush()
        session.delete(contact)
    with store.write(Doing("edit")) as session:
        ids = new_block(3)
        journal.bulk_create(session, TAG, [{"id": one, "name": str(one)} for one in ids])
        journal.bulk_change(session, TAG, {ids[0]: {"colour": "red"}})
        journal.bulk_delete(session, TAG, ids)
    assert actions(store) == before


def test_changed_and_then_deleted_keeps_what_it_was_before_the_action(store: Store, customer_id: int) -> None:
    with store.write(Doing("edit")) as session:
        customer = session.get_one(Customer, customer_id)
        customer.name = "乙"
        session.flush()
        customer.note = "不会写下来"
        session.delete(customer)
    kind, fields = told(store)["customer", customer_id]
    assert (kind, fields["name"][0], fields["note"][0]) == (ChangeKind.DELETED, "甲公司", None)


@pytest.mark.parametrize("way", ["objects", "one flush", "bulk"])
def test_deleted_and_made_again_is_a_change(store: Store, customer_id: int, way: str) -> None:
    with store.write(Doing("edit")) as session:
        if way == "bulk":
            journal.bulk_delete(session, CUSTOMER, [customer_id])
            journal.create(
                session, CUSTOMER, {"id": customer_id, "name": "乙", "number": "K1", "kind": "company", "stage": "won"}
            )
        else:
            session.delete(session.get_one(Customer, customer_id))
            if way == "objects":
                session.flush()
            session.add(Customer(id=customer_id, name="乙", number="K1", stage=Stage.WON))
    fields = {"name": ["甲公司", "乙"], "stage": ["potential", "won"]}
    assert told(store) == {("customer", customer_id): (ChangeKind.CHANGED, fields)}
    with store.read() as session:
        assert session.get_one(Customer, customer_id).pinyin == "yi"


def test_a_field_first_set_after_the_record_was_made_is_no_news(store: Store) -> None:
    with store.write(Doing("create")) as session:
        customer = Customer(name="甲")
        session.add(customer)
        session.flush()
        customer.note = "话"
    assert told(store) == {("customer", customer.id): (ChangeKind.CREATED, {})}


# Bulk creation


def reaches(customer_id: int, ids: list[int]) -> list[dict[str, Any]]:
    return [
        {"id": one, "customer_id": customer_id, "kind": ReachKind.MOBILE, "value": f"138{n:08}"}
        for n, one in enumerate(ids)
    ]


def test_bulk_creation_is_told_by_its_range(store: Store, customer_id: int) -> None:
    ids = new_block(5000)
    with store.write(Doing("import")) as session:
        journal.bulk_create(session, REACH, reaches(customer_id, ids))
    add(store, Reach(customer_id=customer_id, kind=ReachKind.QQ, value="10000"))
    with store.read() as session:
        block = session.scalars(select(BulkCreation)).one()
        assert (block.first_id, block.last_id, block.count, block.table_name) == (ids[0], ids[-1], 5000, "reach")
        inside = journal.in_block(REACH, block.first_id, block.last_id)
        assert list(session.scalars(select(REACH.c.id).where(inside).order_by(REACH.c.id))) == ids
        assert session.query(Change).count() == 2, "of the rows themselves nothing is copied into the journal"


def test_what_becomes_of_it_in_the_same_action_is_in_its_row(store: Store, customer_id: int) -> None:
    ids = new_block(10)
    with store.write(Doing("import")) as session:
        journal.bulk_create(session, REACH, reaches(customer_id, ids))
        journal.bulk_change(session, REACH, {ids[0]: {"value": "13900000000"}})
        session.get_one(Reach, ids[1]).label = "手机"
        session.flush()
        journal.bulk_delete(session, REACH, ids[8:])
    assert told(store) == {}
    with store.read() as session:
        assert session.scalars(select(BulkCreation)).one().count == 8


def test_ids_that_are_no_block_are_refused(store: Store, customer_id: int) -> None:
    one, two, three = new_key(), new_key(), new_key()
    add(store, Reach(id=two, customer_id=customer_id, kind=ReachKind.QQ, value="1"))
    with pytest.raises(ValueError, match="one block"), store.write(Doing("import")) as session:
        journal.bulk_create(session, REACH, reaches(customer_id, [one, three]))
    with pytest.raises(ValueError, match="rise"), store.write(Doing("import")) as session:
        journal.bulk_create(session, REACH, reaches(customer_id, [three, one]))
