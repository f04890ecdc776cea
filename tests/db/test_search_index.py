"""The index follows whatever is done to names, numbers and where they belong; written anew it is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.journal import table_named
from db.keys import new_block
from db.models import Contact, Customer, Reach
from db.search.refresh import digits_of, rebuild
from db.store import Doing, Store
from tests.db.dumps import dump
from tests.db.undoing import CUSTOMER, add, change, delete, doing, names, undo

REACH = table_named("reach")


@pytest.fixture
def other(store: Store) -> Customer:
    row = Customer(name="华钢")
    add(store, row)
    return row


@pytest.fixture
def person(store: Store, customer: Customer) -> Contact:
    row = Contact(customer_id=customer.id, name="曾国华")
    add(store, row)
    return row


def test_a_new_name(store: Store, customer: Customer) -> None:
    change(store, "customer", customer.id, name="吕记")
    assert names(store, "雄信") == names(store, "dan") == names(store, "dxx") == []
    assert names(store, "吕") == names(store, "lv") == names(store, "lu") == ["吕记"]


@pytest.mark.parametrize("field", ["short_name", "former_names", "number"])
def test_other_names_come_and_go(store: Store, customer: Customer, field: str) -> None:
    change(store, "customer", customer.id, **{field: "旧称K9"})
    assert names(store, "旧称") == names(store, "k9") == [customer.name]
    change(store, "customer", customer.id, **{field: None})
    assert names(store, "旧称") == names(store, "k9") == []


def test_what_is_no_name_changes_nothing(store: Store, customer: Customer) -> None:
    before = dump(store)["search"]
    change(store, "customer", customer.id, note="旧称", stage="won")
    assert dump(store)["search"] == before


def test_a_contact_of_many_moves(store: Store, customer: Customer, other: Customer, person: Contact) -> None:
    assert names(store, "曾") == names(store, "ceng") == [customer.name]
    moved = change(store, "contact", person.id, customer_id=other.id)
    assert names(store, "曾") == names(store, "zgh") == [other.name]
    undo(store, moved)
    assert names(store, "曾") == [customer.name]
    delete(store, "contact", person.id)
    assert names(store, "曾") == []


def test_moved_while_it_is_made(store: Store, customer: Customer, other: Customer) -> None:
    def work(session: Session) -> None:
        row = Contact(customer_id=customer.id, name="曾国华")
        session.add(row)
        session.flush()
        row.customer_id = other.id

    doing(store, work)
    assert names(store, "曾") == [other.name]


def test_moved_on_in_one_action(store: Store, customer: Customer, other: Customer, person: Contact) -> None:
    third = Customer(name="第三")
    add(store, third)

    def work(session: Session) -> None:
        row = session.get_one(Contact, person.id)
        for target in (other, third):
            row.customer_id = target.id
            session.flush()

    doing(store, work)
    assert names(store, "曾") == ["第三"]


def test_moved_and_deleted_in_one_action(store: Store, customer: Customer, other: Customer, person: Contact) -> None:
    def work(session: Session) -> None:
        journal.bulk_change(session, table_named("contact"), {person.id: {"customer_id": other.id}})
        journal.bulk_delete(session, table_named("contact"), [person.id])

    deleted = doing(store, work)
    assert names(store, "曾") == []
    undo(store, deleted)
    assert names(store, "曾") == [customer.name]


def test_a_number_becomes_a_name(store: Store, customer: Customer) -> None:
    row = Reach(customer_id=customer.id, kind="mobile", value="+86 138-0013-8000")
    add(store, row)
    assert names(store, "13800138000") == [customer.name]
    change(store, "reach", row.id, kind="wechat")
    assert names(store, "13800138000") == []
    assert names(store, "8000") == [customer.name]
    change(store, "reach", row.id, value="wx_shan")
    assert names(store, "8000") == []
    assert names(store, "shan") == [customer.name]


def test_a_customer_goes_and_comes_back(store: Store, customer: Customer, person: Contact) -> None:
    deleted = delete(store, "customer", customer.id)
    assert names(store, "单") == names(store, "曾") == []
    undo(store, deleted)
    assert names(store, "单") == names(store, "曾") == names(store, "shanx") == [customer.name]


def test_rows_made_in_bulk(store: Store, customer: Customer) -> None:
    ids, people, numbers = new_block(3), new_block(1), new_block(2)

    def work(session: Session) -> None:
        rows = [{"id": one, "name": f"公司{n}", "kind": "company", "stage": "won"} for n, one in enumerate(ids)]
        journal.bulk_create(session, CUSTOMER, rows)
        contacts = [{"id": people[0], "customer_id": ids[0], "name": "曾国华"}]
        journal.bulk_create(session, table_named("contact"), contacts)
        phones = [
            {"id": one, "customer_id": customer.id, "kind": "mobile", "value": f"1380013800{one % 7}"}
            for one in numbers
        ]
        journal.bulk_create(session, REACH, phones)
        journal.bulk_change(session, table_named("contact"), {people[0]: {"customer_id": ids[1]}})
        journal.bulk_delete(session, CUSTOMER, ids[2:])

    doing(store, work)
    assert names(store, "公司") == ["公司0", "公司1"]
    assert names(store, "曾") == ["公司1"]
    assert names(store, "138") == [customer.name]


BREAK: dict[str, str] = {
    "index gone": "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    "one gone": "DELETE FROM search_index WHERE rowid = (SELECT min(id) FROM customer)",
    "a stranger": "INSERT INTO search_index (rowid, body) VALUES (5, '单')",
    "readings": "UPDATE customer SET pinyin = '', name_key = '', search_text = ''",
    "contacts": "UPDATE contact SET pinyin = ''",
    "numbers": "UPDATE reach SET digits = '1'",
}


@pytest.mark.parametrize("statement", BREAK.values(), ids=BREAK.keys())
def test_written_anew_it_is_the_same(store: Store, customer: Customer, person: Contact, statement: str) -> None:
    add(store, Reach(customer_id=customer.id, kind="phone", value="0571-88881234"))
    before = dump(store, journal_too=True)

    def spoil(session: Session) -> None:
        session.connection().exec_driver_sql(statement)

    def anew(session: Session) -> None:
        assert rebuild(session.connection()) == 1

    works: list[Callable[[Session], Any]] = [spoil, anew]
    for work in works:
        with store.write(Doing("rebuild")) as session:
            work(session)
        assert (dump(store, journal_too=True) == before) == (work is anew)


def test_lists_are_sorted_by_the_likeliest_reading(store: Store) -> None:
    add(store, *[Customer(name=name) for name in ("张三", "单雄信", "阿里", "曾国", "ABC", "吕布")])
    with store.read() as session:
        found = list(session.scalars(select(Customer.name).order_by(Customer.pinyin)))
    assert found == ["阿里", "ABC", "吕布", "单雄信", "曾国", "张三"]


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("138 0013 8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("008613800138000", "13800138000"),
        ("（0571）88881234", "057188881234"),
        ("+1 212 555 0100", "12125550100"),
        ("86001234", "86001234"),
        ("无", ""),
        ("", ""),
        ("１３８００１３８０００", "13800138000"),
        ("9" * 60, "9" * 40),
    ],
)
def test_the_digits_a_phone_is_found_by(value: str, digits: str) -> None:
    assert digits_of(value) == digits
