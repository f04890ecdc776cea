"""Criteria of a score card that lift together: what they promise is held against the scale itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.levers import levers, rank_in
from desktop.rules.rating.lifting import better_codes
from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.rate import rate
from desktop.rules.rating.scheme import Criterion, Method, Scheme, Step, TierClass
from desktop.rules.rating.score import scales_of
from desktop.rules.rating.together import together

D = Decimal


def steps(*pairs: tuple[str, int]) -> tuple[Step, ...]:
    return tuple(Step(D(least), D(points)) for least, points in pairs)


SCHEME = Scheme(
    "own-1",
    "试",
    Method.SCORE,
    (TierClass("A", "", D(80)), TierClass("B", "", D(50)), TierClass("C", "")),
    (
        Criterion("purchases", 365, D(40), steps(("1000", 50), ("5000", 100))),
        Criterion("orders", 365, D(30), steps(("2", 50), ("6", 100))),
        Criterion("overdue", 0, D(20), steps(("0", 100), ("0.01", 30), ("5000", 0))),
        Criterion("tenure", 0, D(10), steps(("365", 100))),
    ),
)


def measured(*rows: tuple[Value, ...]) -> Measured:
    ids = list(range(1, len(rows) + 1))
    keys = [(one.metric, one.window) for one in SCHEME.criteria]
    values = {key: [row[at] for row in rows] for at, key in enumerate(keys)}
    return Measured(date(2026, 11, 22), ids, [str(one) for one in ids], values)


def test_nothing_alone_reaches_the_top_but_two_together_do() -> None:
    of = measured((D(1200), D(2), D(900), D(400)))
    proposal = rate(SCHEME, of)
    assert proposal.codes == ["B"]
    assert {one.code for one in levers(SCHEME, of, proposal, 0).up} <= {"B"}
    found = together(SCHEME, scales_of(SCHEME, of), proposal, 0, "A")
    assert [(one.metric, one.needed, one.at_most) for one in found] == [
        ("overdue", D(0), True),
        ("orders", D(6), False),
    ]


def test_what_is_out_of_reach_or_no_score_card_gives_nothing() -> None:
    scheme = replace(SCHEME, classes=(TierClass("A", "", D(100)), TierClass("B", "")))
    of = measured((D(1200), D(2), D(0), D(10)))
    assert together(scheme, scales_of(scheme, of), rate(scheme, of), 0, "A") == (), "tenure cannot be worked on"
    shares = replace(SCHEME, method=Method.SHARES)
    assert together(shares, (), rate(SCHEME, of), 0, "A") == ()


@given(
    st.decimals(0, 9000, places=2), st.integers(0, 9), st.decimals(0, 9000, places=2), st.integers(0, 900),
    st.sampled_from(["A", "B"]),
)  # fmt: skip
def test_doing_all_of_it_gives_the_target(amount: D, orders: int, overdue: D, tenure: int, target: str) -> None:
    row: tuple[Value, ...] = (amount, D(orders), overdue, D(tenure))
    of = measured(row)
    proposal = rate(SCHEME, of)
    if target not in better_codes(SCHEME, proposal.codes[0]):
        return
    found = together(SCHEME, scales_of(SCHEME, of), proposal, 0, target)
    wanted = {(one.metric, one.window): one.needed for one in found}
    then = tuple(wanted.get((one.metric, one.window), row[at]) for at, one in enumerate(SCHEME.criteria))
    after = rate(SCHEME, measured(then)).codes[0]
    assert found, "with all of the other points A is within reach"
    assert rank_in(SCHEME, after) <= rank_in(SCHEME, target)
