"""The journal knows every field of every record, and only what really became of it within one action."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Column, Table, delete, insert, select, text, update
from sqlalchemy.orm import Session, load_only

from db import journal
from db.journal import table_named
from db.keys import new_block, new_key
from db.models import Action, AttachmentContent, BulkCreation, Change, Contact, Customer, Payment, Reach, Tag
from db.queries.journal import history, last_edited
from db.recorder import Touched
from db.store import Doing, Store, Who, open_store
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
    assert told(store) == {(table.name, record_id): (ChangeKind.CHANGED, {column.name: fields})}
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


# The one door


def refused(work: Callable[[Session], object], session: Session) -> None:
    with pytest.raises(RuntimeError):
        work(session)


SIDE_DOORS: dict[str, Callable[[Session], object]] = {
    "orm update": lambda session: session.execute(update(Customer).values(note="x")),
    "orm delete": lambda session: session.execute(delete(Customer)),
    "orm insert": lambda session: session.execute(insert(Tag), [{"id": 1, "name": "x"}]),
    "table update": lambda session: session.execute(update(CUSTOMER).values(note="x")),
    "table insert": lambda session: session.execute(insert(TAG), [{"id": 1, "name": "x"}]),
    "query update": lambda session: session.query(Customer).update({"note": "x"}),
    "query delete": lambda session: session.query(Customer).delete(),
    "text": lambda session: session.execute(text("UPDATE customer SET note = 'x'")),
    "text with": lambda session: session.execute(text("WITH a AS (SELECT 1) DELETE FROM customer")),
    "text insert": lambda session: session.execute(text(" insert into tag (id, name) values (1, 'x')")),
}


@pytest.mark.parametrize("door", SIDE_DOORS.values(), ids=SIDE_DOORS.keys())
def test_there_is_no_way_round_the_journal(store: Store, customer_id: int, door: Callable[[Session], object]) -> None:
    before = actions(store)
    with store.write(Doing("x")) as session:
        refused(door, session)
    with store.read() as session:
        refused(door, session)
    with store.read() as session:
        assert session.get_one(Customer, customer_id).note is None
    assert actions(store) == before


READER_WRITES: dict[str, Callable[[Session], object]] = {
    "add": lambda session: session.add(Tag(name="x")),
    "edit": lambda session: setattr(session.query(Customer).one(), "note", "x"),
    "delete": lambda session: session.delete(session.query(Customer).one()),
    "journal": lambda session: journal.bulk_delete(session, CUSTOMER, [1]),
    "create": lambda session: journal.create(session, TAG, {"id": 1, "name": "x"}),
}


@pytest.mark.parametrize("work", READER_WRITES.values(), ids=READER_WRITES.keys())
def test_a_reading_session_writes_nothing(store: Store, customer_id: int, work: Callable[[Session], object]) -> None:
    def work_and_commit(session: Session) -> None:
        work(session)
        session.commit()

    with store.read() as session:
        refused(work_and_commit, session)
    with store.read() as session:
        assert session.query(Customer).one().note is None
        assert session.query(Tag).count() == 0


def test_sqlite_itself_refuses_what_a_reading_session_lets_slip(store: Store) -> None:
    from db.problems import StoreProblem

    with pytest.raises(StoreProblem), store.read() as session:
        session.connection().exec_driver_sql("DELETE FROM customer")


def test_a_field_that_was_not_loaded_cannot_be_set(store: Store, customer_id: int) -> None:
    """Its old value is not known, and the journal would lie."""

    def unloaded() -> None:
        with store.write(Doing("edit")) as session:
            query = select(Customer).options(load_only(Customer.name)).where(Customer.id == customer_id)
            session.scalars(query).one().note = "话"

    def expired() -> None:
        with store.write(Doing("edit")) as session:
            customer = session.get_one(Customer, customer_id)
            session.expire(customer, ["note"])
            customer.note = "话"

    for work in (unloaded, expired):
        with pytest.raises(RuntimeError, match="without being loaded"):
            work()


def test_an_object_loaded_in_part_can_be_deleted(store: Store, customer_id: int) -> None:
    with store.write(Doing("delete")) as session:
        query = select(Customer).options(load_only(Customer.name)).where(Customer.id == customer_id)
        session.delete(session.scalars(query).one())
    assert told(store)["customer", customer_id][1]["number"] == ["K1", None]


def test_a_key_never_changes(store: Store, customer_id: int) -> None:
    with pytest.raises(ValueError, match="key"), store.write(Doing("edit")) as session:
        journal.bulk_change(session, CUSTOMER, {customer_id: {"id": 5}})
    with pytest.raises(RuntimeError, match="key"), store.write(Doing("edit")) as session:
        session.get_one(Customer, customer_id).id = 5


def test_bulk_changes_and_objects_see_each_other(store: Store, customer_id: int) -> None:
    with store.write(Doing("edit")) as session:
        customer = session.get_one(Customer, customer_id)
        customer.note = "一"
        journal.bulk_change(session, CUSTOMER, {customer_id: {"note": "二", "industry": "钢"}})
        assert (customer.note, customer.industry) == ("二", "钢")
        customer.note = "三"
    assert told(store)["customer", customer_id][1] == {"note": [None, "三"], "industry": [None, "钢"]}
    with store.read() as session:
        assert session.get_one(Customer, customer_id).note == "三"


def test_bytes_of_attachments_are_not_copied_into_the_journal(store: Store) -> None:
    content = AttachmentContent(sha256="a" * 64, size=3, data=b"abc")
    add(store, content)
    with store.write(Doing("delete")) as session:
        session.delete(session.get_one(AttachmentContent, content.id))
    assert set(told(store)["attachment_content", content.id][1]) == {"sha256", "size"}


# Who and when


def test_an_action_says_who_when_what_and_with_which_version(store: Store) -> None:
    store.who = Who(7, "小李")
    store.clock = lambda: datetime(2026, 3, 4, 5, 6, 7, 8999, tzinfo=UTC)
    with store.write(Doing("customer.create", {"name": "甲公司", "count": 1})) as session:
        session.add(Customer(name="甲公司"))
    with store.read() as session:
        action = session.query(Action).one()
        assert (action.kind, action.who, action.rep_id, action.version) == ("customer.create", "小李", 7, "0.1.0")
        assert action.at == datetime(2026, 3, 4, 5, 6, 7, 8000, tzinfo=UTC)
        assert json.loads(action.facts) == {"name": "甲公司", "count": 1}


def test_listeners_hear_once_of_the_tables_that_are_other_than_before(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.listeners.append(heard.append)
    with store.write(Doing("create")) as session:
        customer = Customer(name="甲")
        tag = Tag(name="重点")
        session.add_all([customer, tag])
        session.flush()
        session.delete(tag)
        journal.bulk_create(session, REACH, reaches(customer.id, new_block(3)))
    assert heard == [frozenset({"customer", "reach"})]
    with store.read() as session:
        session.query(Customer).all()
    with store.write(Doing("nothing")):
        pass
    assert len(heard) == 1


def test_a_listener_may_read_what_was_just_written(store: Store) -> None:
    seen: list[int] = []

    def look(_tables: frozenset[str]) -> None:
        with store.read() as session:
            seen.append(session.query(Customer).count())

    store.listeners.append(look)
    add(store, Customer(name="甲"))
    add(store, Customer(name="乙"))
    assert seen == [1, 2]


def test_the_history_of_a_card_holds_what_belongs_to_it(store: Store, customer_id: int) -> None:
    store.who = Who(None, "小李")
    contact = Contact(customer_id=customer_id, name="王二")
    other = Customer(name="乙公司")
    add(store, contact, other)
    with store.write(Doing("edit")) as session:
        journal.bulk_change(session, CONTACT, {contact.id: {"name": "王三", "title": "经理"}})
    store.who = Who(None, "小张")
    with store.write(Doing("delete")) as session:
        journal.bulk_delete(session, CONTACT, [contact.id])
    with store.read() as session:
        lines = [(one.table, one.kind.value, one.field, one.old, one.new) for one in history(session, customer_id)]
        edited = last_edited(session, customer_id)
    assert lines == [
        ("contact", "deleted", "", "王三", None),
        ("contact", "changed", "name", "王二", "王三"),
        ("contact", "changed", "title", None, "经理"),
        ("contact", "created", "", None, None),
        ("customer", "created", "", None, None),
    ]
    assert edited is not None
    assert edited[0] == "小张"


def test_a_customer_made_in_bulk_has_its_beginning_in_its_history(store: Store) -> None:
    ids = new_block(3)
    with store.write(Doing("import")) as session:
        rows = [{"id": one, "name": "甲", "kind": "company", "stage": "won"} for one in ids]
        journal.bulk_create(session, CUSTOMER, rows)
    with store.read() as session:
        assert [(one.kind, one.field) for one in history(session, ids[1])] == [(ChangeKind.CREATED, "")]
        assert history(session, ids[-1] + 1) == []
