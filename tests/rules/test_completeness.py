"""完整度: what is required of whom, the percentage, and what to ask for next."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import Customer
from db.vocabulary import CustomerKind
from desktop.rules.completeness import (
    FIELDS,
    LISTS,
    QUESTIONS,
    as_policy,
    completeness,
    default_fields,
    in_order,
    name_of,
    required_fields,
    set_for,
)
from desktop.rules.tiers import DEFAULT, Tier

NONE_ADDED: dict[CustomerKind, list[str]] = {kind: [] for kind in CustomerKind}


@pytest.mark.parametrize("kind", list(CustomerKind))
def test_better_tiers_want_more(kind: CustomerKind) -> None:
    sets = [set(default_fields(kind, rank)) for rank in range(4)]
    assert all(more > less for more, less in pairwise(sets))
    assert default_fields(kind, 9) == default_fields(kind, 3)
    assert "reaches" in sets[3]


@pytest.mark.parametrize("kind", list(CustomerKind))
def test_fields_are_named_once_and_exist(kind: CustomerKind) -> None:
    assert len(set(FIELDS[kind])) == len(FIELDS[kind])
    for key in FIELDS[kind]:
        assert key in LISTS or hasattr(Customer, key)
        assert name_of(key, {})


def test_questions_are_about_fields() -> None:
    assert set(QUESTIONS) <= {key for keys in FIELDS.values() for key in keys}


@given(st.sets(st.sampled_from(FIELDS[CustomerKind.COMPANY])), st.sets(st.sampled_from(FIELDS[CustomerKind.COMPANY])))
def test_the_percentage_is_100_only_where_nothing_is_missing(wanted: set[str], filled: set[str]) -> None:
    required = in_order(CustomerKind.COMPANY, wanted)
    now = completeness(required, filled)
    assert 0 <= now.percent <= 100
    assert (now.percent == 100) == (not now.missing) == (wanted <= filled)
    assert now.missing == tuple(key for key in required if key not in filled)
    assert now.next == next(iter(now.missing), None)


def test_a_set_of_the_office_replaces_the_default_and_keeps_the_order() -> None:
    policy = {"company": {"A": ["address", "reaches", "custom.7", "no such field"], "": []}}
    required = required_fields(policy, DEFAULT, {**NONE_ADDED, CustomerKind.COMPANY: ["custom.7"]})
    assert required[CustomerKind.COMPANY, "A"] == ("reaches", "address", "custom.7")
    assert required[CustomerKind.COMPANY, None] == ()
    assert required[CustomerKind.COMPANY, "B"] == default_fields(CustomerKind.COMPANY, 1)
    assert required_fields(as_policy(required), DEFAULT, {**NONE_ADDED, CustomerKind.COMPANY: ["custom.7"]}) == required


def test_what_is_always_required_is_required_of_everybody() -> None:
    added = {kind: ["custom.7"] for kind in CustomerKind}
    required = required_fields(None, DEFAULT, added, {"custom.7"})
    assert all(keys[-1] == "custom.7" for keys in required.values())


def test_who_is_in_no_tier_is_asked_for_the_least() -> None:
    required = required_fields(None, (Tier("甲", "", 0), Tier("乙", "", 2)), NONE_ADDED)
    assert set_for(required, CustomerKind.PERSON, None) == default_fields(CustomerKind.PERSON, 2)
    assert set_for(required, CustomerKind.PERSON, "gone") == set_for(required, CustomerKind.PERSON, None)
    assert set_for(required, CustomerKind.PERSON, "甲") == default_fields(CustomerKind.PERSON, 0)
