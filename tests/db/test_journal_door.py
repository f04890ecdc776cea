"""There is no way to the tables but through the journal, and what it tells of who, when and whose."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session, load_only

from db import journal
from db.journal import table_named
from db.keys import new_block
from db.models import Action, AttachmentContent, Change, Contact, Customer, Tag
from db.queries.history import history
from db.queries.journal import last_edited
from db.store import Doing, Store, Who
from db.vocabulary import ChangeKind, ReachKind

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


def reaches(customer_id: int, ids: list[int]) -> list[dict[str, Any]]:
    return [{"id": one, "customer_id": customer_id, "kind": ReachKind.MOBILE, "value": "13800138000"} for one in ids]


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
