"""What a tier means: defaults for any number of tiers, the policy read and written, contacts against the cadence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import Stage
from desktop.rules.cadence import CadenceState, Standing, cadence_state
from desktop.rules.errors import RuleBroken
from desktop.rules.strategy import (
    FESTIVALS,
    MOST_DAYS,
    VISITORS,
    Cadence,
    CarePlan,
    Festival,
    Strategies,
    Strategy,
    Visitor,
    cadence_for,
    checked,
    checked_strategy,
    strategies_from,
)
from desktop.rules.strategy_defaults import GRADES, UNTIERED, default_strategies, defaults_for
from desktop.rules.strategy_policy import as_policy, strategies_of
from desktop.rules.tiers import DEFAULT, Tier

USUAL = default_strategies([one.code for one in DEFAULT])
TODAY = date(2026, 11, 22)


def changed(**values: object) -> Strategy:
    return replace(GRADES[0], **values)  # type: ignore[arg-type]


cadences = st.builds(
    lambda one, other: Cadence(min(one, other), max(one, other)),
    st.integers(1, MOST_DAYS),
    st.integers(1, MOST_DAYS),
)
plans = st.builds(
    CarePlan,
    st.booleans(),
    st.sets(st.sampled_from(Festival)).map(lambda found: tuple(one for one in Festival if one in found)),
    st.integers(0, 9_999_999).map(Decimal),
    st.booleans(),
)
visitings = st.one_of(
    st.tuples(st.just(Visitor.NOBODY), st.just(0)),
    st.tuples(st.sampled_from([one for one in Visitor if one is not Visitor.NOBODY]), st.integers(0, 366)),
)
any_strategy = st.builds(
    lambda days, care, discount, visiting: Strategy(days, care, discount, *visiting),
    st.fixed_dictionaries(dict.fromkeys(Stage, cadences)),
    plans,
    st.integers(0, 100),
    visitings,
)


@given(st.integers(1, 40))
def test_defaults_serve_any_number_of_classes_and_cost_less_downwards(count: int) -> None:
    made = defaults_for(count)
    assert len(made) == count
    assert [checked_strategy(one) for one in made] == list(made)
    for better, worse in pairwise(made):
        assert better.care.budget >= worse.care.budget
        assert better.discount >= worse.discount
        assert better.visits >= worse.visits
        assert set(worse.care.festivals) <= set(better.care.festivals)
        for stage in Stage:
            assert better.cadences[stage].ideal <= worse.cadences[stage].ideal
            assert better.cadences[stage].maximum <= worse.cadences[stage].maximum


def test_four_classes_are_the_grades_and_the_ends_stay_for_any_number() -> None:
    assert defaults_for(4) == GRADES
    for count in (2, 3, 5, 8):
        made = defaults_for(count)
        assert (made[0], made[-1]) == (GRADES[0], GRADES[-1])
    assert defaults_for(1) == (GRADES[1],)
    assert defaults_for(0) == ()


def test_the_five_classes_of_membership_have_budgets_of_their_own() -> None:
    budgets = [one.care.budget for one in defaults_for(5)]
    assert budgets == [2000, 1100, 500, 150, 0]
    assert [one.discount for one in defaults_for(5)] == [15, 11, 8, 5, 3]


def test_a_tier_that_is_gone_is_treated_as_none() -> None:
    assert USUAL.of("A") == GRADES[0]
    assert USUAL.of("Z") == USUAL.of(None) == USUAL.of("") == UNTIERED
    assert cadence_for(USUAL, "A", Stage.WON) == Cadence(7, 14)
    assert cadence_for(USUAL, None, Stage.POTENTIAL) == UNTIERED.cadences[Stage.POTENTIAL]


@given(st.dictionaries(st.sampled_from("ABCD"), any_strategy), any_strategy)
def test_what_is_written_is_read_again(of_tiers: dict[str, Strategy], untiered: Strategy) -> None:
    kept = Strategies({**USUAL.tiers, **of_tiers}, untiered)
    assert checked(kept) is kept
    text = json.dumps(as_policy(kept))
    assert strategies_of(json.loads(text), DEFAULT) == kept
    assert json.dumps(as_policy(strategies_of(json.loads(text), DEFAULT))) == text
    assert strategies_from(kept.all()) == kept


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["1e999999", "NaN"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["A", "", "cadence", "care", "won", "budget", "festivals", "visitor", "visits", "discount"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(anything)
def test_any_policy_gives_strategies_that_hold(policy: object) -> None:
    found = strategies_of(policy, DEFAULT)
    assert checked(found) is found
    assert list(found.tiers) == ["A", "B", "C", "D"]


def test_each_value_that_cannot_be_read_has_its_default_and_the_others_stay() -> None:
    policy = as_policy(USUAL)
    policy["A"]["cadence"]["won"] = [20, 10]
    policy["A"]["cadence"]["lost"] = [20, 40]
    policy["A"]["care"]["budget"] = "3000.75"
    policy["A"]["care"]["festivals"] = ["mid_autumn", "of_later"]
    policy["A"]["discount"] = 101
    policy["B"]["visitor"] = "nobody"
    found = strategies_of(policy, DEFAULT)
    one = found.of("A")
    assert one.cadences[Stage.WON] == GRADES[0].cadences[Stage.WON]
    assert one.cadences[Stage.LOST] == Cadence(20, 40)
    assert (one.care.budget, one.care.festivals, one.discount) == (Decimal(3000), (Festival.MID_AUTUMN,), 15)
    assert (found.of("B").visitor, found.of("B").visits) == (Visitor.NOBODY, 0)
    assert found.of("C") == GRADES[2]


def test_tiers_the_office_adds_have_the_defaults_of_their_place() -> None:
    stored = as_policy(Strategies({"A": changed(discount=22)}, UNTIERED))
    found = strategies_of(stored, [Tier("VIP"), Tier("A"), Tier("普通")])
    assert found.of("A").discount == 22
    assert (found.of("VIP"), found.of("普通")) == (GRADES[0], GRADES[-1])


def days(stage: Stage, ideal: int, maximum: int) -> Strategy:
    return changed(cadences={**GRADES[0].cadences, stage: Cadence(ideal, maximum)})


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (days(Stage.WON, 15, 14), "ideal_over_maximum", "A.won.ideal"),
        (days(Stage.LOST, 0, 14), "out_of_range", "A.lost.ideal"),
        (days(Stage.LOST, 1, MOST_DAYS + 1), "out_of_range", "A.lost.maximum"),
        (changed(care=CarePlan(budget=Decimal(-1))), "out_of_range", "A.budget"),
        (changed(care=CarePlan(budget=Decimal("0.5"))), "too_precise", "A.budget"),
        (changed(discount=101), "out_of_range", "A.discount"),
        (changed(visits=-1), "out_of_range", "A.visits"),
        (changed(visitor=Visitor.NOBODY), "visits_by_nobody", "A.visits"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(wrong: Strategy, code: str, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        checked(Strategies({**USUAL.tiers, "A": wrong}, UNTIERED))
    assert (broken.value.code, broken.value.field) == (code, field)


def test_every_festival_and_visitor_has_its_word() -> None:
    assert set(FESTIVALS) == set(Festival)
    assert set(VISITORS) == set(Visitor)


@pytest.mark.parametrize(
    ("ago", "state", "left"),
    [
        (0, CadenceState.FRESH, 14),
        (6, CadenceState.FRESH, 8),
        (7, CadenceState.DUE, 7),
        (14, CadenceState.DUE, 0),
        (15, CadenceState.LATE, -1),
    ],
)
def test_the_last_contact_is_fresh_then_due_then_late(ago: int, state: CadenceState, left: int) -> None:
    last = TODAY - timedelta(days=ago)
    assert cadence_state(last, TODAY, Cadence(7, 14)) == Standing(
        state, ago, left, last + timedelta(days=7), last + timedelta(days=14)
    )


def test_never_contacted_is_a_state_of_its_own_and_sorts_first() -> None:
    never = cadence_state(None, TODAY, Cadence(7, 14))
    assert never == Standing(CadenceState.NEVER)
    ago = [15, 40, 3, 7, None, 14]
    found = [cadence_state(None if one is None else TODAY - timedelta(days=one), TODAY, Cadence(7, 14)) for one in ago]
    assert [one.days for one in sorted(found, key=lambda one: one.order)][1:] == [40, 15, 14, 7, 3]
    assert min(found, key=lambda one: one.order) == never


def test_a_contact_in_the_future_counts_as_one_of_today() -> None:
    assert cadence_state(TODAY + timedelta(days=400), TODAY, Cadence(7, 14)).days == 0
