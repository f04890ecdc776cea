"""The office's value tiers, and putting customers into them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.models import Customer
from db.queries.card import CustomerDraft, customer_draft
from db.queries.office import policy
from db.store import Doing, Store
from desktop.rules.errors import RuleBroken
from desktop.rules.tiers import DEFAULT, POLICY, Tier, checked_tiers, rank_of, tiers_of, with_tiers
from desktop.services.customers import NewCustomer, create_customer
from desktop.services.offices import set_policy
from desktop.services.tiers import customers_per_tier, save_tiers, set_value_tier, tiers


def made(store: Store, tier: str | None = None) -> int:
    with store.write(Doing("customer.create", {"name": "甲"})) as session:
        return create_customer(session, NewCustomer(CustomerDraft(name="甲厂", value_tier=tier)))


def test_an_office_without_a_policy_has_four_tiers(empty_store: Store) -> None:
    with empty_store.read() as session:
        assert tiers(session) == DEFAULT
    assert [one.code for one in DEFAULT] == ["A", "B", "C", "D"]


def test_tiers_are_kept_and_leave_the_rest_of_the_policy_alone(empty_store: Store) -> None:
    with empty_store.write(Doing("tiers.edit")) as session:
        set_policy(session, POLICY, {"scheme": "RFM"})
        save_tiers(session, [Tier(" VIP ", "大客户", 0), Tier("普通", "", 9)])
    with empty_store.read() as session:
        assert tiers(session) == (Tier("VIP", "大客户", 0), Tier("普通", "", 4))
        assert policy(session, POLICY, None)["scheme"] == "RFM"


@pytest.mark.parametrize(
    ("wanted", "code", "field"),
    [
        ([], "no_tiers", None),
        ([Tier("A"), Tier(" ")], "tier_without_code", "code.1"),
        ([Tier("A"), Tier("a")], "tier_twice", "code.1"),
        ([Tier("A" * 21)], "too_long", "code.0"),
        ([Tier("A", "名" * 41)], "too_long", "name.0"),
    ],
)
def test_what_is_no_list_of_tiers_is_said_at_its_field(wanted: list[Tier], code: str, field: str | None) -> None:
    with pytest.raises(RuleBroken) as broken:
        checked_tiers(wanted)
    assert (broken.value.code, broken.value.field) == (code, field)


def test_a_tier_with_customers_in_it_is_not_given_up(empty_store: Store) -> None:
    made(empty_store, "D")
    with pytest.raises(RuleBroken) as broken, empty_store.write(Doing("tiers.edit")) as session:
        save_tiers(session, DEFAULT[:3])
    assert (broken.value.code, broken.value.facts) == ("tier_in_use", {"tier": "D", "count": 1})


def test_customers_are_put_into_tiers_of_the_office_only(empty_store: Store) -> None:
    one = made(empty_store)
    with empty_store.write(Doing("customer.tier", {"name": "甲", "tier": "A"})) as session:
        set_value_tier(session, [one], "A")
    with empty_store.read() as session:
        draft = customer_draft(session, one)
        assert draft is not None
        assert draft.value_tier == "A"
        assert customers_per_tier(session) == {"A": 1}
    with pytest.raises(RuleBroken, match="no_such_tier"), empty_store.write(Doing("customer.tier")) as session:
        set_value_tier(session, [one], "Z")
    with empty_store.write(Doing("customer.tier", {"name": "甲", "tier": "–"})) as session:
        set_value_tier(session, [one], None)
        row = session.get(Customer, one)
        assert row is not None
        assert row.value_tier is None


def test_odd_policies_give_the_default() -> None:
    odd: object
    for odd in (None, [], "A", {"classes": "A"}, {"classes": []}, {"classes": [{"name": "x"}]}):
        assert tiers_of(odd) == DEFAULT
    assert tiers_of(with_tiers(None, [replace(DEFAULT[0], name="")])) == (Tier("A", "", 0),)


def test_colours() -> None:
    assert [rank_of(DEFAULT, code) for code in ("A", "D", "gone", "", None)] == [0, 3, 4, None, None]
