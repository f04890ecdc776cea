"""Deleting with all that belongs to it, the recycle bin, and the list of actions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.journal import table_named
from db.keys import new_block
from db.models import (
    Contact,
    Customer,
    CustomerTag,
    FollowUp,
    Order,
    Payment,
    Product,
    Reach,
    Rep,
    Tag,
)
from db.queries.journal import actions, deletions
from db.store import Store, quick_check
from db.undo import delete_with_children
from tests.db.dumps import dump
from tests.db.undoing import CONTACT, CUSTOMER, TAG, add, change, counted, delete, doing, names, undo


@pytest.fixture
def family(store: Store, customer: Customer) -> dict[str, int]:
    """A customer with something of everything; {name: id}."""
    rep, product, tag = Rep(name="小李"), Product(name="螺丝"), Tag(name="重点")
    person = Contact(customer_id=customer.id, name="王二")
    order = Order(customer_id=customer.id, ordered_on=date(2026, 1, 2), amount=Decimal(5))
    add(
        store, rep, product, tag, person, order,
        CustomerTag(customer_id=customer.id, tag_id=tag.id),
        Reach(customer_id=customer.id, kind="qq", value="10000"),
        Reach(customer_id=customer.id, contact_id=person.id, kind="mobile", value="13800138000"),
        FollowUp(customer_id=customer.id, contact_id=person.id, rep_id=rep.id, kind="call", state="done"),
        Payment(customer_id=customer.id, order_id=order.id, paid_on=date(2026, 1, 2), amount=Decimal(5)),
    )  # fmt: skip
    change(store, "customer", customer.id, owner_id=rep.id)
    found_ids = {"customer": customer.id, "rep": rep.id, "tag": tag.id, "contact": person.id, "sales_order": order.id}
    return {**found_ids, "product": product.id}


def test_a_customer_goes_with_all_of_its_own_and_comes_back_with_it(store: Store, family: dict[str, int]) -> None:
    before = dump(store)
    deleted = delete(store, "customer", family["customer"])
    assert counted(store, Customer, Contact, Reach, FollowUp, Order, Payment, CustomerTag) == [0] * 7
    assert counted(store, Rep, Product, Tag) == [1, 1, 1]
    assert names(store, "138") == names(store, "单") == []
    undo(store, deleted)
    assert dump(store) == before
    assert quick_check(store.path, whole=True) == []


def test_a_contact_goes_with_its_numbers_but_leaves_what_was_done(store: Store, family: dict[str, int]) -> None:
    before = dump(store)
    deleted = delete(store, "contact", family["contact"])
    assert counted(store, Contact, Reach, FollowUp) == [0, 1, 1]
    with store.read() as session:
        assert session.query(FollowUp).one().contact_id is None
    undo(store, deleted)
    assert dump(store) == before


@pytest.mark.parametrize("table", ["rep", "sales_order", "tag", "product", "follow_up", "reach"])
def test_any_record_can_go_and_come_back(store: Store, family: dict[str, int], table: str) -> None:
    with store.read() as session:
        ids = list(session.scalars(select(table_named(table).c.id)))
    before = dump(store)
    undo(store, delete(store, table, *ids))
    assert dump(store) == before


def test_the_number_of_records_is_told_and_what_is_not_there_is_none(store: Store, family: dict[str, int]) -> None:
    told: list[dict[str, int]] = []
    ids = [family["contact"], family["contact"], 12345]
    doing(store, lambda session: told.append(delete_with_children(session, CONTACT, ids)))
    assert told == [{"contact": 1, "reach": 1}]


def test_what_was_only_now_added_goes_too(store: Store, customer: Customer) -> None:
    def work(session: Session) -> None:
        session.add(Contact(customer_id=customer.id, name="刚加"))
        delete_with_children(session, CUSTOMER, [customer.id])

    doing(store, work)
    assert counted(store, Customer, Contact) == [0, 0]


def test_the_bin_lists_deletions_that_stand(store: Store, family: dict[str, int]) -> None:
    first = delete(store, "contact", family["contact"])
    second = delete(store, "customer", family["customer"])
    with store.read() as session:
        assert [(row.id, row.kind) for row in deletions(session)] == [
            (second, "customer.delete"),
            (first, "contact.delete"),
        ]
        assert all(row.records for row in deletions(session))
    undone = undo(store, second)
    with store.read() as session:
        assert [row.id for row in deletions(session)] == [first]
    redone = undo(store, undone)
    undo(store, redone)
    with store.read() as session:
        assert [row.id for row in deletions(session)] == [first]


def test_actions_are_listed_newest_first_with_their_size(store: Store, customer: Customer) -> None:
    ids = new_block(20)
    rows = [{"id": one, "name": str(one)} for one in ids]
    imported = doing(store, lambda session: journal.bulk_create(session, TAG, rows), "tag.import")
    edited = change(store, "customer", customer.id, name="一", note="二")
    with store.read() as session:
        listed = [(row.id, row.records) for row in actions(session)]
        assert listed[:2] == [(edited, 1), (imported, 20)]
        assert [row.id for row in actions(session, kinds=["tag."])] == [imported]
        assert len(actions(session, limit=1)) == 1
