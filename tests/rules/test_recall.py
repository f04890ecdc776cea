"""收回建议: by which rule, from which day, how many days are left; who is spared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.errors import RuleBroken
from desktop.rules.recall import Held, RecallPolicy, Why, as_kept, checked_policy, policy_from, reasons_of

TODAY = date(2026, 11, 30)
POLICY = RecallPolicy({"A": 30, "B": 60, "": 90}, purchase=120, warn=7, spare_planned=True, spare_buyers=20)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def held(**values: object) -> Held:
    blank = Held(tier="A", since=ago(400), contacted_on=ago(31), bought_on=ago(100), planned_on=None)
    return replace(blank, **values)  # type: ignore[arg-type]


def told(one: Held, policy: RecallPolicy = POLICY) -> list[tuple[Why, int]]:
    return [(reason.why, reason.left) for reason in reasons_of(one, policy, TODAY)]


def test_days_without_contact_are_those_of_the_tier() -> None:
    assert told(held()) == [(Why.NO_CONTACT, -1)]
    assert told(held(contacted_on=ago(25))) == [(Why.NO_CONTACT, 5)], "warned of before"
    assert told(held(contacted_on=ago(22))) == []
    assert told(held(tier="B")) == []
    assert told(held(tier="B", contacted_on=ago(61))) == [(Why.NO_CONTACT, -1)]
    assert told(held(tier=None, contacted_on=ago(91))) == [(Why.NO_CONTACT, -1)]
    assert told(held(tier="没有的级", contacted_on=ago(91))) == [(Why.NO_CONTACT, -1)], "a tier that is gone: as none"


def test_what_was_before_the_assignment_is_not_held_against_the_rep() -> None:
    assert told(held(since=ago(3), contacted_on=ago(300))) == []
    assert told(held(since=ago(31), contacted_on=None)) == [(Why.NO_CONTACT, -1)], "never contacted since he got him"


def test_no_purchase_since_the_assignment() -> None:
    fresh = held(contacted_on=ago(1))
    assert told(replace(fresh, since=ago(121), bought_on=None)) == [(Why.NO_PURCHASE, -1)]
    assert told(replace(fresh, since=ago(121), bought_on=ago(122))) == [(Why.NO_PURCHASE, -1)], "bought of another rep"
    assert told(replace(fresh, since=ago(121), bought_on=ago(121))) == []
    both = held(since=ago(500), bought_on=None, contacted_on=ago(100))
    assert told(both) == [(Why.NO_PURCHASE, -380), (Why.NO_CONTACT, -70)], "the most pressing first"


def test_who_is_spared() -> None:
    assert told(held(planned_on=TODAY)) == []
    assert told(held(planned_on=ago(1))) == [(Why.NO_CONTACT, -1)], "a plan that is overdue saves nobody"
    assert told(held(planned_on=TODAY), replace(POLICY, spare_planned=False)) == [(Why.NO_CONTACT, -1)]
    assert told(held(bought_on=ago(20))) == []
    assert told(held(bought_on=ago(20)), replace(POLICY, spare_buyers=None)) == [(Why.NO_CONTACT, -1)]
    assert told(held(exempt=True, rep_active=False)) == []


def test_customers_of_a_rep_who_left_are_proposed_at_once() -> None:
    assert told(held(rep_active=False, contacted_on=TODAY, planned_on=TODAY)) == [(Why.REP_LEFT, 0)]


def test_rules_that_do_not_hold_and_a_clock_that_was_wrong() -> None:
    assert told(held(), RecallPolicy()) == []
    assert told(held(), RecallPolicy({"A": None, "": 5})) == [], "a tier left out of the rules"
    future = held(since=TODAY + timedelta(days=9), contacted_on=TODAY + timedelta(days=5))
    assert reasons_of(future, replace(POLICY, warn=60), TODAY)[0].left == 30, "counts as today"


@given(
    st.dictionaries(st.sampled_from(["A", "B", "C", ""]), st.one_of(st.none(), st.integers(1, 1095))),
    st.one_of(st.none(), st.integers(1, 1095)), st.integers(0, 60), st.booleans(),
)  # fmt: skip
def test_the_policy_is_kept_as_it_is(contact: dict[str, int | None], buy: int | None, warn: int, spare: bool) -> None:
    policy = RecallPolicy(contact, buy, warn, spare, buy)
    assert policy_from(as_kept(policy), dict.fromkeys(contact, 7)) == policy
    assert checked_policy(policy) is policy


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (RecallPolicy({"A": 0}), "contact.A"),
        (RecallPolicy(purchase=1096), "purchase"),
        (RecallPolicy(warn=61), "warn"),
        (RecallPolicy(spare_buyers=0), "spare_buyers"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_place(wrong: RecallPolicy, field: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        checked_policy(wrong)
    assert (caught.value.code, caught.value.field) == ("out_of_range", field)
