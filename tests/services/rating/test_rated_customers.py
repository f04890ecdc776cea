"""What becomes of ratings when their customers are merged, deleted, restored, and erased for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from db.erasure import Person
from db.models import Change, Contact, Customer, FollowUp, PromotionPlan, Rating, TierOverride
from db.queries.journal import actions
from db.queries.rounds import history_of, ratings_of
from db.store import Store, quick_check
from db.vocabulary import CustomerKind, FollowUpKind
from desktop.progress import Progress
from desktop.rules.rating.builtin import MAIN
from desktop.services.customers import delete_customers
from desktop.services.erasing import erase_person
from desktop.services.followups import PlanDraft
from desktop.services.merging import Wish, merge
from desktop.services.rating.overrides import in_force
from desktop.services.rating.plans import PlanOfLift, make_plan
from desktop.services.rating.publishing import publish
from desktop.services.rating.schemes import scheme_named
from desktop.services.undoing import UndoConflict, undo
from tests.db.dumps import dump
from tests.services.rating.small_office import (
    DAY,
    LATER,
    action_id,
    buy,
    by_hand,
    do,
    fill,
    proposed,
    published,
    rated,
    round_row,
    tiers_of,
)

NAME = "欧阳霁月"


def counted(store: Store) -> tuple[int, int, int]:
    """How many ratings, exceptions and plans there are."""
    with store.read() as session:
        kinds = (Rating, TierOverride, PromotionPlan)
        found = [session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds]
    return found[0], found[1], found[2]


def planned(store: Store, customer_id: int, code: str = "C", note: str = "") -> None:
    """An open plan with a visit in the calendar."""
    visit = PlanDraft(customer_id, kind=FollowUpKind.VISIT, planned_on=DAY + timedelta(days=9), purpose="拜访")
    wanted = PlanOfLift(customer_id, MAIN, code, "A", LATER, note=note, steps=(visit,))
    do(store, lambda session: make_plan(session, wanted, DAY), "promotion.plan")


def sound(store: Store) -> None:
    """Nothing points at what is not there."""
    with store.read() as session:
        assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_of_two_ratings_of_one_customer_that_of_the_kept_card_stays(empty_store: Store) -> None:
    ids = fill(empty_store)
    first = published(empty_store)
    by_hand(empty_store, ids["甲"], "B", why="甲的")
    by_hand(empty_store, ids["戊"], "A", why="戊的")
    planned(empty_store, ids["戊"])
    second = published(empty_store, DAY + timedelta(days=1))
    before, row = dump(empty_store), round_row(empty_store, first)
    merge(empty_store, Wish(ids["甲"], (ids["戊"],)))
    assert [one.amount for one in rated(empty_store, first, ids["甲"], ids["戊"])] == [4000]
    assert round_row(empty_store, first) == row, "the sums of then are not touched"
    assert counted(empty_store) == (8, 2, 1)
    with empty_store.read() as session:
        assert [one.round_id for one in history_of(session, ids["甲"])] == [second, first]
        found = in_force(session, scheme_named(session, MAIN), LATER)
        assert {one: made.reason for one, made in found.items()} == {ids["甲"]: "戊的"}, "the newest one holds"
        assert set(session.scalars(select(PromotionPlan.customer_id))) == {ids["甲"]}
    sound(empty_store)
    published(empty_store, LATER)
    undo(empty_store, action_id(empty_store))
    undo(empty_store, merge_of(empty_store))
    assert dump(empty_store) == before


def merge_of(store: Store) -> int:
    with store.read() as session:
        return next(one.id for one in actions(session, kinds=["customers.merge"]))


def test_one_who_was_in_no_round_brings_what_he_has(empty_store: Store) -> None:
    ids = fill(empty_store)
    found = proposed(empty_store)
    do(empty_store, lambda session: session.add(Customer(name="戊公司（新）")), "customer.create")
    publish(empty_store, found, Progress())
    with empty_store.read() as session:
        new = session.scalars(select(Customer.id).where(Customer.name == "戊公司（新）")).one()
    before = dump(empty_store)
    merge(empty_store, Wish(new, (ids["戊"],)))
    with empty_store.read() as session:
        assert [one.code for one in history_of(session, new)] == ["C"]
    undo(empty_store, action_id(empty_store))
    assert dump(empty_store) == before


def test_a_rated_customer_goes_with_his_ratings_and_comes_back_with_them(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "B")
    planned(empty_store, ids["戊"])
    first = published(empty_store)
    before, row = dump(empty_store), round_row(empty_store, first)
    do(empty_store, lambda session: delete_customers(session, [ids["戊"]]), "customers.delete")
    assert counted(empty_store) == (4, 0, 0)
    assert round_row(empty_store, first) == row
    sound(empty_store)
    assert list(proposed(empty_store, LATER).codes) == ["A", "B", "C", "-"], "by what is left"
    undo(empty_store, action_id(empty_store))
    assert dump(empty_store) == before


def test_a_round_is_taken_back_although_one_of_its_customers_is_gone(empty_store: Store) -> None:
    """He comes back without the rating that is no more, or not at all before somebody has read why."""
    ids = fill(empty_store)
    first = published(empty_store)
    publication = action_id(empty_store)
    do(empty_store, lambda session: delete_customers(session, [ids["戊"]]), "customers.delete")
    deletion = action_id(empty_store)
    with pytest.raises(UndoConflict):
        undo(empty_store, publication)
    undo(empty_store, publication, leave_conflicts=True)
    sound(empty_store)
    assert counted(empty_store) == (0, 0, 0)
    with pytest.raises(UndoConflict):
        undo(empty_store, deletion)
    undo(empty_store, deletion, leave_conflicts=True)
    sound(empty_store)
    with empty_store.read() as session:
        assert session.get(Customer, ids["戊"]) is not None
        assert ratings_of(session, first, [ids["戊"]]) == []


def test_a_publication_is_taken_back_after_a_merge_of_rated_customers(empty_store: Store) -> None:
    ids = fill(empty_store)
    published(empty_store)
    publication = action_id(empty_store)
    merge(empty_store, Wish(ids["甲"], (ids["戊"],)))
    with pytest.raises(UndoConflict):
        undo(empty_store, publication)
    undo(empty_store, publication, leave_conflicts=True)
    sound(empty_store)
    assert counted(empty_store) == (0, 0, 0)


def person(store: Store) -> int:
    """A customer who is a person, rated, with an exception and a plan that name him."""
    row = Customer(name=NAME, kind=CustomerKind.PERSON, number="K9")
    one = row.id
    do(store, lambda session: session.add(row), "customer.create")
    buy(store, one, 1500, DAY)
    by_hand(store, one, "A", why=f"{NAME}要换车")
    planned(store, one, code="B", note=f"请{NAME}吃饭")
    published(store)
    return one


@pytest.mark.parametrize("keep_business", [True, False])
def test_an_erased_customer_leaves_nothing_in_rounds_and_exceptions(empty_store: Store, keep_business: bool) -> None:
    fill(empty_store)
    one = person(empty_store)
    erase_person(
        empty_store, Person(one), keep_business=keep_business, called=lambda n: f"#{n}", today=LATER,
        progress=Progress(),
    )  # fmt: skip
    assert counted(empty_store) == (5, 0, 0)
    sound(empty_store)
    with empty_store.read() as session:
        assert history_of(session, one) == []
        assert session.scalars(select(FollowUp.id).where(FollowUp.customer_id == one)).all() == []
        kept = [text for text in session.scalars(select(Change.fields)) if NAME in text or "换车" in text]
        assert kept == []
    assert len(proposed(empty_store, LATER).codes) == 5 + keep_business
    published(empty_store, LATER)
    empty_store.close()
    assert quick_check(empty_store.path, whole=True) == []
    assert NAME.encode() not in empty_store.path.read_bytes()


def test_an_erased_contact_is_named_in_no_reason_any_more(empty_store: Store) -> None:
    ids = fill(empty_store)
    contact = Contact(customer_id=ids["戊"], name=NAME)
    contact_id = contact.id
    do(empty_store, lambda session: session.add(contact), "contact.create")
    by_hand(empty_store, ids["戊"], "A", why=f"{NAME}说要加单")
    planned(empty_store, ids["戊"], note=f"请{NAME}吃饭")
    first = published(empty_store)
    erase_person(
        empty_store, Person(ids["戊"], contact_id), keep_business=True, called=lambda n: f"#{n}", today=LATER,
        progress=Progress(),
    )  # fmt: skip
    (row,) = rated(empty_store, first, ids["戊"])
    assert (row.code, row.reason) == ("A", "#1说要加单"), "the class stays, and why, without the name"
    with empty_store.read() as session:
        assert session.scalars(select(TierOverride.reason)).all() == ["#1说要加单"]
        assert session.scalars(select(PromotionPlan.note)).all() == ["请#1吃饭"]
    assert tiers_of(empty_store)["戊"] == "A"
    empty_store.close()
    assert NAME.encode() not in empty_store.path.read_bytes()
