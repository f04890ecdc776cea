"""Undo turns an action round, whole, and undoing the undo does it again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.keys import new_block
from db.models import (
    Attachment,
    AttachmentContent,
    Contact,
    Customer,
    Reach,
    Rep,
    Tag,
)
from db.queries.journal import action, last_action
from db.store import Store
from db.undo import delete_with_children, is_undone
from tests.db.dumps import dump
from tests.db.undoing import CUSTOMER, TAG, add, change, doing, found, names, plan, undo


def test_a_creation_is_deleted(store: Store) -> None:
    before = dump(store)
    row = Customer(name="甲")
    made = add(store, row, Contact(customer_id=row.id, name="王二"))
    assert plan(store, made).size() == 2
    undo(store, made)
    assert dump(store) == before
    assert names(store, "甲") == []


def test_an_edit_is_set_back_and_found_again(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, name="王二", stage="won", credit_limit=Decimal("99.5"))
    assert names(store, "wanger") == ["王二"]
    undo(store, edited)
    assert names(store, "shan") == names(store, "dxx") == ["单雄信贸易"]
    assert names(store, "wanger") == []
    assert found(store, Customer, customer.id).credit_limit is None


def test_undo_of_undo_is_redo(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, name="王二")
    after = dump(store)
    undone = undo(store, edited)
    before = dump(store)
    for _ in range(3):
        redone = undo(store, undone)
        assert dump(store) == after
        undone = undo(store, redone)
        assert dump(store) == before


@pytest.mark.parametrize("turns", range(1, 7))
def test_whether_it_is_undone_holds_for_any_chain(store: Store, customer: Customer, turns: int) -> None:
    edited = change(store, "customer", customer.id, name="王二")
    chain = [edited]
    for _ in range(turns):
        chain.append(undo(store, chain[-1]))
    with store.read() as session:
        for at, one in enumerate(chain):
            assert is_undone(session, one) == ((len(chain) - at) % 2 == 0)
            row = action(session, one)
            assert row is not None
            assert row.undone == is_undone(session, one)
        last = last_action(session)
        assert last is not None
        assert (last.id == edited) == (turns % 2 == 0)


def test_ctrl_z_goes_back_one_by_one_and_again_after_redo(store: Store, customer: Customer) -> None:
    first = change(store, "customer", customer.id, name="一")
    second = change(store, "customer", customer.id, name="二")
    undone = undo(store, second)
    with store.read() as session:
        assert last_action(session).id == first  # type: ignore[union-attr]
    undo(store, undone)
    with store.read() as session:
        assert last_action(session).id == second  # type: ignore[union-attr]
    undo(store, second)
    undo(store, first)
    assert found(store, Customer, customer.id).name == "单雄信贸易"
    assert plan(store, first).conflicts != []


def test_an_import_is_undone_and_redone(store: Store, customer: Customer) -> None:
    before = dump(store)
    ids = new_block(1000)

    def work(session: Session) -> None:
        rows = [{"id": one, "name": f"公司{one}", "kind": "company", "stage": "won"} for one in ids]
        journal.bulk_create(session, CUSTOMER, rows)
        session.add(Reach(customer_id=ids[5], kind="mobile", value="13800138000"))

    imported = doing(store, work)
    after = dump(store)
    undone = undo(store, imported)
    assert dump(store) == before
    undo(store, undone)
    assert dump(store) == after


def test_numbers_that_changed_hands_go_back(store: Store, customer: Customer) -> None:
    other = Customer(name="乙", number="K2")
    add(store, other)
    before = dump(store)

    def swap(session: Session) -> None:
        journal.bulk_change(session, CUSTOMER, {customer.id: {"number": None}})
        journal.bulk_change(session, CUSTOMER, {other.id: {"number": "K1"}})
        journal.bulk_change(session, CUSTOMER, {customer.id: {"number": "K2"}})

    swapped = doing(store, swap)
    assert plan(store, swapped).conflicts == []
    undo(store, swapped)
    assert dump(store) == before


def test_names_that_may_not_be_empty_change_hands_too(store: Store) -> None:
    one, two = Tag(name="重点"), Tag(name="一般")
    add(store, one, two)

    def swap(session: Session) -> None:
        journal.bulk_change(session, TAG, {one.id: {"name": "tmp"}})
        journal.bulk_change(session, TAG, {two.id: {"name": "重点"}})
        journal.bulk_change(session, TAG, {one.id: {"name": "一般"}})

    undo(store, doing(store, swap))
    assert (found(store, Tag, one.id).name, found(store, Tag, two.id).name) == ("重点", "一般")


def test_a_number_given_to_a_successor_comes_back(store: Store, customer: Customer) -> None:
    before = dump(store)

    def replace(session: Session) -> None:
        delete_with_children(session, CUSTOMER, [customer.id])
        session.add(Customer(name="继任", number="K1"))

    undo(store, doing(store, replace))
    assert dump(store) == before


def test_a_new_rep_with_his_customers(store: Store, customer: Customer) -> None:
    """What points at a new record only since the same action points back again before that goes."""
    before = dump(store)

    def hire(session: Session) -> None:
        rep = Rep(name="小李")
        session.add(rep)
        session.get_one(Customer, customer.id).owner_id = rep.id

    hired = doing(store, hire)
    assert plan(store, hired).conflicts == []
    undo(store, hired)
    assert dump(store) == before


def test_the_bytes_of_an_attachment_survive_undo_and_redo(store: Store, customer: Customer) -> None:
    content = AttachmentContent(sha256="a" * 64, size=3, data=b"abc")
    attachment = Attachment(customer_id=customer.id, content_id=content.id, name="合同.pdf")
    undone = undo(store, add(store, content, attachment))
    assert found(store, Attachment, attachment.id) is None
    undo(store, undone)
    with store.read() as session:
        query = select(AttachmentContent.data).join(Attachment, Attachment.content_id == AttachmentContent.id)
        assert session.scalars(query).one() == b"abc"
