"""Whatever an office is like: every customer has one class, and the order in which the cards came does not matter."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.rating.builtin import BUILT_IN
from desktop.rules.rating.levers import borderline, class_codes, levers
from desktop.rules.rating.measured import Measured
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNCLASSED, UNRATED
from desktop.rules.rating.points import points_of, scale_of
from desktop.rules.rating.rate import asked_for, rate
from desktop.rules.rating.scheme import Criterion, Method, Missing, Scheme, Step, TierClass
from desktop.rules.rating.score import amount_window
from tests.rules.rating.random_offices import TODAY, office, turned

D = Decimal
SCHEMES = st.sampled_from(BUILT_IN)
SIZES = st.one_of(st.integers(1, 12), st.integers(45, 70))
DICE = st.integers(0, 2**32).map(Random)
EACH = pytest.mark.parametrize("scheme", BUILT_IN, ids=[one.key for one in BUILT_IN])


@settings(max_examples=150, deadline=None)
@given(SCHEMES, SIZES, DICE)
def test_classes_part_the_customers(scheme: Scheme, n: int, dice: Random) -> None:
    measured = office(scheme, n, dice)
    found = rate(scheme, measured)
    assert found.customers == measured.customers
    assert len(found.codes) == len(found.scores) == len(found.amounts) == n
    assert set(found.codes) <= {*class_codes(scheme), *UNCLASSED}
    assert sum(found.counts().values()) == n
    assert sum(found.sums().values()) == sum(found.amounts)
    assert found.amounts == measured.amounts("purchases", amount_window(scheme))
    assert borderline(scheme, measured, found) <= set(range(n))


@settings(max_examples=150, deadline=None)
@given(SCHEMES, SIZES, DICE)
def test_the_order_of_import_does_not_matter(scheme: Scheme, n: int, dice: Random) -> None:
    measured = office(scheme, n, dice)
    first, again = rate(scheme, measured), rate(scheme, turned(measured, dice))
    assert {one.customer_id: one for one in first.ratings} == {one.customer_id: one for one in again.ratings}
    assert (first.n, first.cuts, first.notes) == (again.n, again.cuts, again.notes)


def only(scheme: Scheme, *values: Decimal | None) -> Measured:
    """Customers of whom every metric says the same."""
    columns = {key: list(values) for key in asked_for(scheme)}
    return Measured(TODAY, range(len(values)), [str(one) for one in range(len(values))], columns)


@EACH
def test_nothing_is_known_of_anybody(scheme: Scheme) -> None:
    """Then nobody is in a class that has to be earned, and nobody who cannot be rated is in one at all."""
    measured = only(scheme, *[None] * 60)
    found = rate(scheme, measured)
    (code,) = set(found.codes)
    if scheme.method in (Method.SHARES, Method.RFM):
        assert (code, found.notes, found.n) == (NEVER_BOUGHT, ("nobody_bought",), 0)
    elif any(one.missing is Missing.UNRATED for one in scheme.criteria):
        assert code == UNRATED
    else:
        assert code != class_codes(scheme)[0]
    levers(scheme, measured, found, 0)


@EACH
@pytest.mark.parametrize("count", [1, 2, 60])
def test_negative_totals_earn_nothing(scheme: Scheme, count: int) -> None:
    found = rate(scheme, only(scheme, *[D("-12.30")] * count))
    (code,) = set(found.codes)
    if scheme.method in (Method.SHARES, Method.RFM):
        assert code == NEVER_BOUGHT
    assert found.sums()[code] == D("-12.30") * count


@EACH
@pytest.mark.parametrize("count", [1, 2, 49, 50, 60])
def test_equals_are_in_one_class(scheme: Scheme, count: int) -> None:
    """But of shares, which have to be cut somewhere: there the numbers decide, and it is said."""
    measured = only(scheme, *[D(7)] * count)
    found = rate(scheme, measured)
    if scheme.method is Method.SHARES:
        assert found.codes[0] == "A"
        assert found.notes == (("all_equal",) if count > 1 else ())
    else:
        assert len(set(found.codes)) == 1
    levers(scheme, measured, found, 0)
    borderline(scheme, measured, found)


@EACH
def test_nobody_at_all(scheme: Scheme) -> None:
    measured = only(scheme)
    found = rate(scheme, measured)
    assert (found.counts(), found.sums(), borderline(scheme, measured, found)) == ({}, {}, set())


VALUES = st.lists(st.one_of(st.none(), st.integers(-5, 25).map(D)), min_size=50, max_size=90)


@settings(max_examples=60, deadline=None)
@given(VALUES, st.integers(2, 10), st.sampled_from(["purchases", "recency"]))
def test_equal_parts_are_what_the_definition_says(values: list[Decimal | None], parts: int, metric: str) -> None:
    """Part = ceil(parts x the best rank among equals / n); the best part is worth 100, the worst nothing."""
    known = [one for one in values if one is not None]
    values += [D(3)] * (50 - len(known))
    known = [one for one in values if one is not None]
    scale = scale_of(Criterion(metric, quantiles=parts, missing=Missing.UNRATED), values)
    assert (scale.placed, scale.few) == (True, False)
    for value, points in zip(values, points_of(scale, values), strict=True):
        if value is None:
            assert points is None
            continue
        rank = sum(1 for other in known if (other >= value if metric == "recency" else other <= value))
        part = -(-parts * rank // len(known))
        assert points == (D(100) * (part - 1) / (parts - 1)).quantize(D("0.0001"))


def test_parts_of_forty_nine_are_not_taken() -> None:
    steps = (Step(D(1), D(10)),)
    values = [*map(D, range(49)), *[None] * 30]
    scale = scale_of(Criterion("purchases", quantiles=5, steps=steps), values)
    assert (scale.few, scale.placed, scale.limits) == (True, False, (D(1),))


@given(st.lists(st.integers(1, 99), min_size=1, max_size=6))
def test_weights_are_scaled_to_a_hundred_and_it_is_said(weights: list[int]) -> None:
    """What all criteria agree on is the score, whatever the weights come to."""
    step = (Step(D(0), D(60)),)
    criteria = tuple(Criterion("purchases", weight=D(one), steps=step) for one in weights)
    classes = (TierClass("A", "", D(60)), TierClass("B", ""))
    scheme = Scheme("own", "自定", Method.SCORE, classes, criteria)
    found = rate(scheme, only(scheme, D(1)))
    assert (found.codes, found.scores) == (["A"], [D(60)])
    assert found.notes == (() if sum(weights) == 100 else ("weights_scaled",))
    assert abs(sum((one.weight for one in found.columns), D(-100))) < D("0.0001")


def test_other_windows_measured_beside_do_not_change_the_sums() -> None:
    scheme = replace(BUILT_IN[3], criteria=(Criterion("purchases", 365, steps=(Step(D(0), D(1)),)),))
    values = {("purchases", 0): [D(900)], ("purchases", 365): [D(5)], ("purchases", 30): [D(1)]}
    assert rate(scheme, Measured(TODAY, [1], ["1"], values)).amounts == [D(5)]
