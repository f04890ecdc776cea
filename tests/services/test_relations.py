"""关系: written on one card, read on both; nothing said twice; what is left when the other card goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import Relation
from db.queries.card import ContactDraft, CustomerDraft
from db.queries.journal import last_action
from db.queries.relations import RelationRow, group_of, relations
from db.store import Doing, Store
from desktop.rules.errors import RuleBroken
from desktop.rules.relations import Way, say_way, stored_way, turned, way_of
from desktop.services.customers import NewCustomer, create_customer, delete_customers, save_contact
from desktop.services.relations import Party, RelationDraft, delete_relation, save_relation
from desktop.services.undoing import undo
from desktop.words import Catalogue

ENGLISH = Catalogue("en", {})


def customer(store: Store, name: str) -> int:
    with store.write(Doing("customer.create", {"name": name})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name=name)))


def contact(store: Store, customer_id: int, name: str) -> int:
    with store.write(Doing("contact.edit", {"name": name})) as session:
        return save_contact(session, customer_id, ContactDraft(name=name))


def relate(store: Store, customer_id: int, draft: RelationDraft) -> int:
    with store.write(Doing("relation.edit", {"name": "甲"})) as session:
        return save_relation(session, customer_id, draft)


def told(store: Store, customer_id: int) -> list[str]:
    with store.read() as session:
        rows = relations(session, customer_id)
    return [f"{row.contact or ''} {say_way(way_of(row.kind, row.reverse), row.other, ENGLISH)}".strip() for row in rows]


def only(store: Store, customer_id: int) -> RelationRow:
    with store.read() as session:
        (row,) = relations(session, customer_id)
    return row


def test_a_relation_is_told_by_both_sides(empty_store: Store) -> None:
    one, two = customer(empty_store, "甲厂"), customer(empty_store, "乙厂")
    boss, clerk = contact(empty_store, one, "李总"), contact(empty_store, two, "小王")
    relate(empty_store, two, RelationDraft(0, Way.SECRETARY_OF, clerk, Party(contact_id=boss)))
    relate(empty_store, one, RelationDraft(0, Way.SUBSIDIARY_OF, None, Party(customer_id=two)))
    relate(empty_store, one, RelationDraft(0, Way.SPOUSE_OF, boss, Party("王太太")))
    assert told(empty_store, one) == [
        "李总 has 小王（乙厂） as secretary",
        "is a subsidiary of 乙厂",
        "李总 is married to 王太太",
    ]
    assert told(empty_store, two) == ["小王 is the secretary of 李总（甲厂）", "is the parent company of 甲厂"]


def test_a_name_without_a_card_can_stand_on_either_side(empty_store: Store) -> None:
    one = customer(empty_store, "甲厂")
    relate(empty_store, one, RelationDraft(0, Way.HAS_SECRETARY, None, Party("小王")))
    relate(empty_store, one, RelationDraft(0, Way.INTRODUCED_BY, None, Party(" 张处长 ")))
    assert told(empty_store, one) == ["has 小王 as secretary", "was introduced by 张处长"]


def test_the_other_name_stays_when_its_card_goes_and_the_card_comes_back(empty_store: Store) -> None:
    one, two = customer(empty_store, "甲厂"), customer(empty_store, "乙厂")
    clerk = contact(empty_store, two, "小王")
    relate(empty_store, one, RelationDraft(0, Way.FRIEND_OF, None, Party(contact_id=clerk)))
    with empty_store.write(Doing("customer.delete", {"name": "乙厂"})) as session:
        delete_customers(session, [two])
    row = only(empty_store, one)
    assert (row.other_customer_id, row.other_contact_id, row.other) == (None, None, "小王（乙厂）")
    with empty_store.read() as session:
        last = last_action(session)
    assert last is not None
    undo(empty_store, last.id)
    assert only(empty_store, one).other_contact_id == clerk


def test_editing_from_the_other_card(empty_store: Store) -> None:
    one, two, three = (customer(empty_store, name) for name in ("甲厂", "乙厂", "丙厂"))
    made = relate(empty_store, one, RelationDraft(0, Way.SUPPLIER_OF, None, Party(customer_id=two)))
    same = RelationDraft(made, Way.SUPPLIED_BY, None, Party(customer_id=one), note="独家")
    assert relate(empty_store, two, same) == made
    with empty_store.read() as session:
        row = session.get(Relation, made)
        assert row is not None
        assert (row.customer_id, row.note) == (one, "独家"), "the sides stay as they were written"
    relate(empty_store, two, replace(same, other=Party(customer_id=three)))
    assert told(empty_store, one) == []
    assert told(empty_store, two) == ["is supplied by 丙厂"]
    assert told(empty_store, three) == ["supplies 乙厂"]


@pytest.mark.parametrize("name", ["", "   "])
def test_somebody_must_be_named(empty_store: Store, name: str) -> None:
    one = customer(empty_store, "甲厂")
    with pytest.raises(RuleBroken) as refused:
        relate(empty_store, one, RelationDraft(0, Way.OTHER, None, Party(name)))
    assert (refused.value.code, refused.value.field) == ("relation_missing", "other")


def test_nothing_is_said_twice_nor_of_oneself(empty_store: Store) -> None:
    one, two = customer(empty_store, "甲厂"), customer(empty_store, "乙厂")
    relate(empty_store, one, RelationDraft(0, Way.SAME_GROUP, None, Party(customer_id=two)))
    for customer_id, draft, code in (
        (one, RelationDraft(0, Way.SAME_GROUP, None, Party(customer_id=two)), "relation_known"),
        (two, RelationDraft(0, Way.SAME_GROUP, None, Party(customer_id=one)), "relation_known"),
        (one, RelationDraft(0, Way.SAME_GROUP, None, Party(customer_id=one)), "relation_itself"),
        (one, RelationDraft(0, Way.SAME_GROUP, None, Party("x", 4711)), "relation_gone"),
        (one, RelationDraft(0, Way.SAME_GROUP, None, Party("名" * 501)), "too_long"),
    ):
        with pytest.raises(RuleBroken) as refused:
            relate(empty_store, customer_id, draft)
        assert (refused.value.code, refused.value.field) == (code, "other")


def test_a_relation_is_deleted(empty_store: Store) -> None:
    one = customer(empty_store, "甲厂")
    made = relate(empty_store, one, RelationDraft(0, Way.OTHER, None, Party("商会")))
    with empty_store.write(Doing("relation.delete", {"name": "甲厂"})) as session:
        delete_relation(session, made)
    assert told(empty_store, one) == []


def test_a_group_is_the_same_from_each_of_its_cards(empty_store: Store) -> None:
    top, low, lower, sister, alone = (customer(empty_store, name) for name in ("总", "子", "孙", "姊", "独"))
    relate(empty_store, low, RelationDraft(0, Way.SUBSIDIARY_OF, None, Party(customer_id=top)))
    relate(empty_store, low, RelationDraft(0, Way.PARENT_OF, None, Party(customer_id=lower)))
    relate(empty_store, sister, RelationDraft(0, Way.SAME_GROUP, None, Party(customer_id=lower)))
    relate(empty_store, alone, RelationDraft(0, Way.SUPPLIER_OF, None, Party(customer_id=top)))
    with empty_store.read() as session:
        wanted = [(top, None), (low, top), (lower, low), (sister, None)]
        for one in (top, low, lower, sister):
            assert [(member.id, member.above) for member in group_of(session, one)] == wanted
        assert group_of(session, alone) == []


def test_a_circle_of_subsidiaries_ends(empty_store: Store) -> None:
    ids = [customer(empty_store, name) for name in "甲乙丙"]
    for one, above in zip(ids, [*ids[1:], ids[0]], strict=True):
        relate(empty_store, one, RelationDraft(0, Way.SUBSIDIARY_OF, None, Party(customer_id=above)))
    with empty_store.read() as session:
        assert {member.id for member in group_of(session, ids[0])} == set(ids)


@given(st.sampled_from(Way))
def test_every_way_is_stored_and_turned_back(way: Way) -> None:
    assert way_of(*stored_way(way)) is way
    assert turned(turned(way)) is way
    assert "某" in say_way(way, "某", ENGLISH)
