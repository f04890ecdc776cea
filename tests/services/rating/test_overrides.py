"""Classes given by hand: with a reason, from a day to a day, and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from db.models import Rep
from db.queries.rounds import OverrideRow, overrides_of
from db.store import Store
from desktop.rules.errors import RuleBroken
from desktop.rules.rating.builtin import MAIN
from desktop.services.customers import delete_customers
from desktop.services.rating.overrides import LONGEST_NAME, OverrideDraft, in_force, lift_override, set_override
from desktop.services.rating.schemes import scheme_named
from desktop.services.tiers import set_value_tier
from desktop.services.undoing import undo
from tests.db.dumps import dump
from tests.services.rating.small_office import DAY, LATER, action_id, by_hand, do, fill, published, tiers_of

NEXT = DAY + timedelta(days=1)


def held(store: Store, on: date = DAY, key: str = MAIN) -> dict[int, str]:
    """{customer: class by hand} on a day."""
    with store.read() as session:
        return {one: row.code for one, row in in_force(session, scheme_named(session, key), on).items()}


def all_of(store: Store, customer_id: int) -> list[OverrideRow]:
    with store.read() as session:
        return overrides_of(session, customer_id=customer_id)


def lifted(store: Store, who: int, on: date = DAY, key: str = MAIN) -> None:
    do(store, lambda session: lift_override(session, key, [who], on), "override.lift")


def test_an_exception_keeps_who_gave_it_why_and_until_when(empty_store: Store) -> None:
    ids = fill(empty_store)
    rep = Rep(name="王敏")
    do(empty_store, lambda session: session.add(rep))
    draft = OverrideDraft("A", " 大单在谈 ", " 王总 ", LATER)
    do(empty_store, lambda s: set_override(s, MAIN, [ids["戊"], ids["丁"]], draft, today=DAY, rep_id=rep.id))
    assert held(empty_store) == {ids["戊"]: "A", ids["丁"]: "A"}
    (row,) = all_of(empty_store, ids["戊"])
    assert (row.code, row.reason, row.approver, row.made_on, row.until, row.lifted_on, row.rep) == (
        "A", "大单在谈", "王总", DAY, LATER, None, "王敏",
    )  # fmt: skip


def test_it_holds_from_its_first_day_to_its_last(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "A", until=LATER)
    days = (DAY - timedelta(days=1), DAY, LATER, LATER + timedelta(days=1))
    assert [bool(held(empty_store, day)) for day in days] == [False, True, True, False]


def test_one_that_is_lifted_holds_to_the_day_before(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "A")
    lifted(empty_store, ids["戊"], LATER)
    assert [bool(held(empty_store, day)) for day in (DAY, LATER - timedelta(days=1), LATER)] == [True, True, False]
    (row,) = all_of(empty_store, ids["戊"])
    assert row.lifted_on == LATER


def test_a_new_one_takes_the_place_of_the_one_before(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "A", until=LATER)
    by_hand(empty_store, ids["戊"], "B", on=NEXT, why="订单推迟")
    assert held(empty_store, DAY) == {ids["戊"]: "A"}
    assert held(empty_store, NEXT) == {ids["戊"]: "B"}
    assert [(one.code, one.lifted_on) for one in all_of(empty_store, ids["戊"])] == [("B", None), ("A", NEXT)]
    by_hand(empty_store, ids["戊"], "C", on=NEXT, why="同一天又改")
    assert held(empty_store, NEXT) == {ids["戊"]: "C"}


def test_one_that_has_ended_is_not_lifted_again(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "A", until=NEXT)
    do(empty_store, lambda session: set_value_tier(session, [ids["戊"]], "B"))
    lifted(empty_store, ids["戊"], LATER)
    (row,) = all_of(empty_store, ids["戊"])
    assert row.lifted_on is None
    assert tiers_of(empty_store)["戊"] == "B", "nothing was lifted, so that no tier goes back"


def test_in_the_leading_scheme_the_tier_follows_at_once_and_goes_back(empty_store: Store) -> None:
    ids = fill(empty_store)
    published(empty_store)
    by_hand(empty_store, ids["戊"], "A")
    assert tiers_of(empty_store)["戊"] == "A"
    lifted(empty_store, ids["戊"])
    assert tiers_of(empty_store)["戊"] == "C"


def test_in_another_scheme_the_tier_does_not_follow(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["戊"], "VIP", key="membership")
    assert tiers_of(empty_store)["戊"] is None
    assert held(empty_store, key="membership") == {ids["戊"]: "VIP"}
    assert held(empty_store) == {}
    lifted(empty_store, ids["戊"], key="membership")
    assert held(empty_store, key="membership") == {}


@pytest.mark.parametrize("rounds", [0, 1])
def test_one_who_is_in_no_class_loses_the_tier_with_the_exception(empty_store: Store, rounds: int) -> None:
    ids = fill(empty_store)
    for _ in range(rounds):
        published(empty_store)
    by_hand(empty_store, ids["丁"], "A")
    assert tiers_of(empty_store)["丁"] == "A"
    lifted(empty_store, ids["丁"])
    assert tiers_of(empty_store)["丁"] is None


def test_a_tier_that_was_changed_since_is_not_the_exceptions(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["丁"], "A")
    do(empty_store, lambda session: set_value_tier(session, [ids["丁"]], "B"))
    lifted(empty_store, ids["丁"])
    assert tiers_of(empty_store)["丁"] == "B"


def test_giving_and_lifting_are_undone_whole(empty_store: Store) -> None:
    ids = fill(empty_store)
    published(empty_store)
    states = [dump(empty_store)]
    actions = []
    for one in ("戊", "丁"):
        by_hand(empty_store, ids[one], "A")
        actions.append(action_id(empty_store))
        states.append(dump(empty_store))
    lifted(empty_store, ids["戊"])
    undo(empty_store, action_id(empty_store))
    assert dump(empty_store) == states[2]
    undo(empty_store, actions[1])
    assert dump(empty_store) == states[1]
    undo(empty_store, actions[0])
    assert dump(empty_store) == states[0]


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (OverrideDraft("A", " \n"), "reason_missing", "reason"),
        (OverrideDraft("Z", "大单"), "no_such_tier", "code"),
        (OverrideDraft("", "大单"), "no_such_tier", "code"),
        (OverrideDraft("A", "大单", "总" * (LONGEST_NAME + 1)), "too_long", "approver"),
        (OverrideDraft("A", "大单", until=DAY - timedelta(days=1)), "until_passed", "until"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(empty_store: Store, draft: OverrideDraft, code: str, field: str) -> None:
    ids = fill(empty_store)
    before = dump(empty_store, journal_too=True)
    with pytest.raises(RuleBroken) as told:
        do(empty_store, lambda session: set_override(session, MAIN, [ids["甲"]], draft, today=DAY, rep_id=None))
    assert (told.value.code, told.value.field) == (code, field)
    assert dump(empty_store, journal_too=True) == before


def test_an_end_today_still_holds_today(empty_store: Store) -> None:
    ids = fill(empty_store)
    by_hand(empty_store, ids["甲"], "C", until=DAY)
    assert held(empty_store) == {ids["甲"]: "C"}
    assert held(empty_store, NEXT) == {}


def test_one_who_was_deleted_meanwhile_gets_no_class(empty_store: Store) -> None:
    ids = fill(empty_store)
    do(empty_store, lambda session: delete_customers(session, [ids["甲"]]), "customers.delete")
    before = dump(empty_store, journal_too=True)
    both, draft = [ids["乙"], ids["甲"]], OverrideDraft("C", "大单")
    with pytest.raises(RuleBroken, match="gone"):
        do(empty_store, lambda session: set_override(session, MAIN, both, draft, today=DAY, rep_id=None))
    assert dump(empty_store, journal_too=True) == before


def test_one_who_is_named_twice_gets_one_class(empty_store: Store) -> None:
    ids = fill(empty_store)
    twice = [ids["乙"]] * 2
    do(empty_store, lambda s: set_override(s, MAIN, twice, OverrideDraft("C", "大单"), today=DAY, rep_id=None))
    assert len(all_of(empty_store, ids["乙"])) == 1
