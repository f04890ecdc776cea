"""What is said would lift or drop a customer does so, and the smallest bit less does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.rating.builtin import BUILT_IN, BY_KEY
from desktop.rules.rating.levers import Lever, Levers, levers, rank_in
from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.metrics import BY_KEY as METRICS
from desktop.rules.rating.metrics import Unit
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNCLASSED, Proposal
from desktop.rules.rating.points import Scale
from desktop.rules.rating.rate import rate
from desktop.rules.rating.scheme import Criterion, Method, Scheme, Step, TierClass
from desktop.rules.rating.score import scales_of
from tests.rules.rating.random_offices import TODAY, office, with_value

D = Decimal
FEN = D("0.01")
FALLING = Scheme(
    "falling", "近期", Method.SCORE,
    (TierClass("A", "", D(70)), TierClass("B", "", D(40)), TierClass("C", "")),
    (
        Criterion("recency", 365, D(60), quantiles=5, steps=(Step(D(0), D(100)), Step(D(91), D(20)))),
        Criterion("complaints", 365, D(40), quantiles=3, steps=(Step(D(0), D(100)), Step(D(2), D(0)))),
    ),
)  # fmt: skip
FIXED = (*(one for one in BUILT_IN if one.method is not Method.SHARES), FALLING)
SHARES = tuple(one for one in BUILT_IN if one.method is Method.SHARES)
DICE = st.integers(0, 2**32).map(Random)
SIZES = st.one_of(st.integers(1, 8), st.integers(50, 60))


def pinned(scheme: Scheme, measured: Measured, proposal: Proposal) -> Scheme:
    """The same scheme with the limits that these customers made, so that one of them can change alone."""
    if scheme.method is Method.RFM:
        return replace(scheme, thresholds=proposal.cuts)
    scales = scales_of(scheme, measured)
    criteria = []
    for one, scale in zip(scheme.criteria, scales, strict=True):
        if scale.down:
            steps = (Step(D(-1_000_000), scale.worth[-1]), *_fallen(scale))
            criteria.append(replace(one, quantiles=0, steps=steps))
        elif scale.placed:
            last = dict(zip(scale.limits, scale.worth, strict=True))  # of parts with one limit the best is reached
            steps = tuple(Step(limit, points) for limit, points in last.items())
            criteria.append(replace(one, quantiles=0, steps=steps))
        else:
            criteria.append(one)
    return replace(scheme, criteria=tuple(criteria))


def _fallen(scale: Scale) -> list[Step]:
    """What whole days are worth that are more than a limit, as rising steps."""
    below = zip(scale.limits, (D(0), *scale.worth), strict=False)
    points: dict[Decimal, Decimal] = {}
    for limit, worth in below:
        points.setdefault(limit + 1, worth)
    return [Step(least, points[least]) for least in sorted(points)]


def alone(measured: Measured, place: int) -> Measured:
    """Only this customer; to fixed limits others do not matter."""
    values = {key: [column[place]] for key, column in measured.values.items()}
    return Measured(measured.as_of, [measured.customers[place]], [measured.numbers[place]], values)


def smallest(metric: str) -> Decimal:
    return D(1) if METRICS[metric].unit in (Unit.COUNT, Unit.DAYS) else FEN


def check_fixed(scheme: Scheme, found: Levers, here: str, class_with: Callable[[Lever, Value], str]) -> None:
    """Each lever does what it says; a numeric one a bit short of it does nothing of the kind."""
    rank = rank_in(scheme, here)
    assert not {"tenure", "referrals"} & {one.metric for one in found.down if one.at_most}, "these only grow"
    for lever, up in [(one, True) for one in found.up] + [(one, False) for one in found.down]:
        assert lever.code not in UNCLASSED
        assert class_with(lever, lever.needed) == lever.code, lever
        assert rank_in(scheme, lever.code) < rank if up else rank_in(scheme, lever.code) > rank
        if not isinstance(lever.needed, Decimal):
            continue
        assert lever.needed >= 0 or lever.metric in ("net_contribution", "gross_profit", "growth", "margin"), lever
        short = lever.needed + (smallest(lever.metric) if lever.at_most else -smallest(lever.metric))
        if lever.now is None:
            continue
        assert isinstance(lever.now, Decimal)
        assert lever.needed < lever.now if lever.at_most else lever.needed > lever.now
        before = rank_in(scheme, class_with(lever, short))
        assert before >= rank if up else before <= rank, lever


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FIXED), SIZES, DICE)
def test_a_lever_of_fixed_limits_does_what_it_says(scheme: Scheme, n: int, dice: Random) -> None:
    measured = office(scheme, n, dice)
    proposal = rate(scheme, measured)
    fixed = pinned(scheme, measured, proposal)
    for place in dice.sample(range(n), min(n, 6)):
        mine = alone(measured, place)

        def class_with(lever: Lever, value: Value, mine: Measured = mine) -> str:
            return rate(fixed, with_value(mine, 0, lever.metric, lever.window, value)).codes[0]

        here = proposal.codes[place]
        assert rate(fixed, mine).codes[0] == here
        check_fixed(scheme, levers(scheme, measured, proposal, place), here, class_with)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SHARES), st.integers(1, 30), DICE)
def test_a_lever_of_shares_does_what_it_says(scheme: Scheme, n: int, dice: Random) -> None:
    """Here everybody is rated again: one who buys more makes the whole larger."""
    measured = office(scheme, n, dice)
    proposal = rate(scheme, measured)
    place = dice.randrange(n)
    here = rank_in(scheme, proposal.codes[place])

    def rank_with(value: Decimal) -> int:
        return rank_in(scheme, rate(scheme, with_value(measured, place, "purchases", 365, value)).codes[place])

    found = levers(scheme, measured, proposal, place)
    for lever in found.up:
        assert isinstance(lever.needed, Decimal)
        assert rank_with(lever.needed) <= rank_in(scheme, lever.code) < here  # better where his number is the lower one
    for lever in found.down:
        assert isinstance(lever.needed, Decimal)
        assert lever.needed < proposal.amounts[place]
        assert rank_with(lever.needed) >= rank_in(scheme, lever.code) > here
    if here > len(scheme.classes) - 1:
        assert found.up


def test_nobody_is_told_to_have_bought_less_than_nothing_ago() -> None:
    """A step from 0 on has nothing below it."""
    scheme = BY_KEY["score"]
    measured = office(scheme, 20, Random(5))
    for metric, value in (("recency", D(10)), ("purchases", D(60_000)), ("orders", D(9))):
        measured = with_value(measured, 0, metric, 365, value)
    proposal = rate(scheme, measured)
    for place in range(20):
        for one in levers(scheme, measured, proposal, place).down:
            assert one.metric in ("gross_profit", "growth") or not isinstance(one.needed, Decimal) or one.needed >= 0


def test_one_who_never_bought_would_have_to_have_bought_lately() -> None:
    """Of days since the last purchase fewer is better, so that "at least" would say nothing."""
    classes = (TierClass("A", "", D(50)), TierClass("B", ""))
    steps = (Step(D(0), D(100)), Step(D(31), D(40)))
    scheme = Scheme("own", "自定", Method.SCORE, classes, (Criterion("recency", 365, steps=steps),))
    measured = Measured(TODAY, [1], ["1"], {("recency", 365): [None], ("purchases", 365): [None]})
    (lever,) = levers(scheme, measured, rate(scheme, measured), 0).up
    assert (lever.now, lever.needed, lever.at_most, lever.code) == (None, D(30), True, "A")


@pytest.mark.parametrize("place", range(60))
def test_a_buyer_is_not_told_to_have_bought_nothing(place: int) -> None:
    """He would not drop to a lower segment then: he would be in none."""
    scheme = BY_KEY["rfm"]
    measured = office(scheme, 60, Random(3))
    proposal = rate(scheme, measured)
    found = levers(scheme, measured, proposal, place)
    if proposal.codes[place] == NEVER_BOUGHT:
        assert found == Levers()
    for one in (*found.up, *found.down):
        assert isinstance(one.needed, Decimal)
        assert one.needed >= (0 if one.metric == "recency" else FEN)
        assert one.code not in UNCLASSED
