"""What stands against an undo, field by field; the rest is done all the same, and nothing breaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from db.journal import table_named
from db.models import (
    Change,
    Contact,
    Customer,
    CustomerTag,
    FollowUp,
    Payment,
    Reach,
    Rep,
    Tag,
)
from db.store import Doing, Store
from db.undo import Conflict, UndoPlan, apply_undo, plan_undo
from tests.db.dumps import dump
from tests.db.undoing import add, change, delete, found, names, plan, undo


def conflict(table: str, record_id: int, field: str, reason: str, expected: Any = None, found: Any = None) -> Conflict:
    return Conflict(table, record_id, field, reason, expected, found)


def test_changed_since(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, name="一", note="话", stage="won")
    change(store, "customer", customer.id, name="二", note=None)
    assert plan(store, edited).conflicts == [
        conflict("customer", customer.id, "name", "changed_since", "一", "二"),
        conflict("customer", customer.id, "note", "changed_since", "话", None),
    ]
    undo(store, edited)
    row = found(store, Customer, customer.id)
    assert (row.name, row.note, row.stage.value) == ("二", None, "potential")


def test_changed_and_changed_back_is_no_conflict(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, name="一")
    change(store, "customer", customer.id, name="二")
    change(store, "customer", customer.id, name="一")
    assert plan(store, edited).conflicts == []


@pytest.mark.parametrize("typed", ["1.5", "1.50", "1.500"])
def test_an_amount_written_otherwise_is_no_conflict(store: Store, customer: Customer, typed: str) -> None:
    payment = Payment(customer_id=customer.id, paid_on=date(2026, 1, 1), amount=Decimal(1))
    add(store, payment)
    edited = change(store, "payment", payment.id, amount=Decimal(typed))
    assert plan(store, edited).conflicts == []


def test_a_new_record_edited_since_stays(store: Store) -> None:
    kept, gone = Customer(name="甲"), Customer(name="乙")
    person = Contact(customer_id=kept.id, name="王二")
    made = add(store, kept, gone, person)
    change(store, "contact", person.id, title="经理")
    assert plan(store, made).conflicts == [conflict("contact", person.id, "title", "changed_since", None, "经理")]
    undo(store, made)
    assert found(store, Contact, person.id) is not None
    assert found(store, Customer, kept.id) is not None, "a contact that stays keeps its customer"
    assert found(store, Customer, gone.id) is None


def test_a_new_record_deleted_and_brought_back_is_as_it_was(store: Store) -> None:
    row = Customer(name="甲", number="K1")
    made = add(store, row)
    undo(store, delete(store, "customer", row.id))
    assert plan(store, made).conflicts == []
    undo(store, made)
    assert found(store, Customer, row.id) is None


def test_a_new_record_deleted_since_needs_nothing(store: Store) -> None:
    one, two = Customer(name="甲"), Customer(name="乙")
    made = add(store, one, two)
    gone = delete(store, "customer", one.id)
    assert plan(store, made).conflicts == []
    undo(store, made)
    assert found(store, Customer, two.id) is None
    undo(store, gone)
    assert found(store, Customer, one.id).name == "甲"


def test_gone(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, name="一")
    delete(store, "customer", customer.id)
    assert plan(store, edited).conflicts == [conflict("customer", customer.id, "", "gone")]
    before = dump(store, journal_too=True)
    undo(store, edited)
    assert dump(store, journal_too=True) == before, "nothing to do is no action"


def test_in_use(store: Store, customer: Customer) -> None:
    rep, unused = Rep(name="小李"), Rep(name="小张")
    hired = add(store, rep, unused)
    change(store, "customer", customer.id, owner_id=rep.id)
    assert plan(store, hired).conflicts == [conflict("rep", rep.id, "customer", "in_use", found=customer.id)]
    undo(store, hired)
    assert found(store, Rep, rep.id) is not None
    assert found(store, Rep, unused.id) is None


def test_in_use_by_one_that_is_itself_in_use(store: Store) -> None:
    """What stays keeps what it points at, through any number of steps."""
    customer = Customer(name="甲")
    first = FollowUp(customer_id=customer.id, kind="call", state="done")
    second = FollowUp(customer_id=customer.id, kind="call", state="done", follows_id=first.id)
    made = add(store, customer, first, second)
    third = FollowUp(customer_id=customer.id, kind="call", state="done", follows_id=second.id)
    add(store, third)
    reasons = {(one.table, one.record_id, one.reason) for one in plan(store, made).conflicts}
    assert reasons == {("follow_up", second.id, "in_use"), ("customer", customer.id, "in_use")}
    undo(store, made)
    assert all(found(store, FollowUp, one.id) for one in (first, second, third))


def test_taken(store: Store, customer: Customer) -> None:
    deleted = delete(store, "customer", customer.id)
    add(store, Customer(name="乙", number="K1"))
    assert plan(store, deleted).conflicts == [conflict("customer", customer.id, "number", "taken", found="K1")]
    undo(store, deleted)
    assert found(store, Customer, customer.id) is None


def test_taken_by_itself_brought_back_already(store: Store, customer: Customer) -> None:
    deleted = delete(store, "customer", customer.id)
    undo(store, deleted)
    assert [one.reason for one in plan(store, deleted).conflicts] == ["taken"]


def test_a_changed_value_taken_by_another(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, number="K2", note="话")
    add(store, Customer(name="乙", number="K1"))
    assert plan(store, edited).conflicts == [conflict("customer", customer.id, "number", "taken", found="K1")]
    undo(store, edited)
    row = found(store, Customer, customer.id)
    assert (row.number, row.note) == ("K2", None)


def test_a_pair_taken_by_another(store: Store, customer: Customer) -> None:
    tag = Tag(name="重点")
    link = CustomerTag(customer_id=customer.id, tag_id=tag.id)
    add(store, tag, link)
    removed = delete(store, "customer_tag", link.id)
    add(store, CustomerTag(customer_id=customer.id, tag_id=tag.id))
    assert [(one.record_id, one.reason) for one in plan(store, removed).conflicts] == [(link.id, "taken")]
    undo(store, removed)
    with store.read() as session:
        assert session.query(CustomerTag).count() == 1


def test_parent_gone(store: Store, customer: Customer) -> None:
    person, phone = Contact(customer_id=customer.id, name="王二"), None
    phone = Reach(customer_id=customer.id, contact_id=person.id, kind="mobile", value="13800138000")
    add(store, person, phone)
    deleted = delete(store, "contact", person.id)
    delete(store, "customer", customer.id)
    reasons = {(one.table, one.field, one.reason) for one in plan(store, deleted).conflicts}
    assert reasons == {("contact", "customer_id", "parent_gone"), ("reach", "customer_id", "parent_gone")}
    undo(store, deleted)
    with store.read() as session:
        assert session.query(Contact).count() == session.query(Reach).count() == 0


def test_a_moved_contact_whose_old_customer_is_gone(store: Store, customer: Customer) -> None:
    other, person = Customer(name="乙"), Contact(customer_id=customer.id, name="王二")
    add(store, other, person)
    moved = change(store, "contact", person.id, customer_id=other.id, title="经理")
    delete(store, "customer", customer.id)
    assert plan(store, moved).conflicts == [conflict("contact", person.id, "customer_id", "parent_gone")]
    undo(store, moved)
    row = found(store, Contact, person.id)
    assert (row.customer_id, row.title) == (other.id, None)
    assert names(store, "王二") == ["乙"]


def test_one_that_cannot_come_back_takes_its_children_with_it(store: Store, customer: Customer) -> None:
    add(store, Contact(customer_id=customer.id, name="王二"), Reach(customer_id=customer.id, kind="qq", value="10000"))
    deleted = delete(store, "customer", customer.id)
    add(store, Customer(name="乙", number="K1"))
    reasons = sorted((one.table, one.reason) for one in plan(store, deleted).conflicts)
    assert reasons == [("contact", "parent_gone"), ("customer", "taken"), ("reach", "parent_gone")]
    before = dump(store)
    undo(store, deleted)
    assert dump(store) == before


def test_not_kept(store: Store, customer: Customer) -> None:
    """A value that is journalled without its content, and a field of an older schema."""
    edited = change(store, "customer", customer.id, note="一", industry="钢")
    with store.write(Doing("forget")) as session:
        fields = '{"note":[null,null],"industry":[null,"钢"]}'
        session.connection().execute(
            table_named("change").update().where(Change.action_id == edited).values(fields=fields)
        )
    assert plan(store, edited).conflicts == [conflict("customer", customer.id, "note", "not_kept")]
    with store.write(Doing("forget")) as session:
        session.connection().execute(
            table_named("change").update().where(Change.action_id == edited).values(fields='{"fax":["1","2"]}')
        )
    assert plan(store, edited).conflicts == [conflict("customer", customer.id, "", "not_kept")]


def test_a_plan_is_only_a_plan(store: Store, customer: Customer) -> None:
    edited = change(store, "customer", customer.id, name="一")
    before = dump(store, journal_too=True)
    plan(store, edited)
    assert dump(store, journal_too=True) == before
    assert plan(store, 12345) == UndoPlan()


def test_an_undo_that_fails_on_the_way_leaves_nothing(store: Store, customer: Customer) -> None:
    deleted = delete(store, "customer", customer.id)
    before = dump(store, journal_too=True)

    def fail() -> None:
        with store.write(Doing("undo", undoes_id=deleted)) as session:
            apply_undo(session, plan_undo(session, deleted))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert dump(store, journal_too=True) == before
