"""RFM, score cards and grids."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.rating.measured import Measured, Value
from desktop.rules.rating.outcome import NEVER_BOUGHT, UNRATED
from desktop.rules.rating.rate import asked_for, rate
from desktop.rules.rating.rfm import quintiles
from desktop.rules.rating.scheme import (
    Criterion,
    Method,
    Missing,
    NotAScheme,
    Scheme,
    Segment,
    Step,
    TierClass,
    as_json,
    scheme_of,
)

TODAY = date(2026, 11, 22)
D = Decimal
CLASSES = (TierClass("A", "好", D(80)), TierClass("B", "中", D(50)), TierClass("C", "其他"))


def measured(**columns: list[Value]) -> Measured:
    n = len(next(iter(columns.values())))
    return Measured(
        TODAY, range(n), [str(one) for one in range(n)], {(key, 365): values for key, values in columns.items()}
    )


def steps(*pairs: tuple[int, int]) -> tuple[Step, ...]:
    return tuple(Step(D(least), D(points)) for least, points in pairs)


def card(*criteria: Criterion) -> Scheme:
    return Scheme("score", "评分", Method.SCORE, CLASSES, criteria)


def test_equal_values_share_the_score_of_the_highest_rank() -> None:
    assert quintiles([D(1), D(2), D(3), D(4), D(5)]) == [1, 2, 3, 4, 5]
    assert quintiles([D(1), D(1), D(1), D(1), D(5)]) == [4, 4, 4, 4, 5]
    assert quintiles([D(7)] * 3) == [5, 5, 5]
    assert quintiles([D(1), D(2), D(3), D(4), D(5)], down=True) == [5, 4, 3, 2, 1]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=80))
def test_quintiles_are_what_the_definition_says(values: list[int]) -> None:
    found = quintiles([D(one) for one in values])
    n = len(values)
    for value, score in zip(values, found, strict=True):
        highest = sum(other <= value for other in values)
        assert score == -(-5 * highest // n)


def test_few_buyers_are_scored_by_the_offices_own_limits() -> None:
    segments = (Segment("重要价值", (4, 5), (4, 5), (4, 5), "A"), Segment("其他", code="C"))
    limits = {"r": (D(180), D(90), D(30), D(7)), "f": (D(2), D(3), D(5), D(9)), "m": (D(100), D(500), D(1000), D(9000))}
    scheme = Scheme("rfm", "RFM", Method.RFM, (), (Criterion("purchases"),), segments, thresholds=limits)
    found = rate(
        scheme,
        measured(recency=[D(3), D(200), None], orders=[D(9), D(1), D(0)], purchases=[D(9000), D(50), D(0)]),
    )
    assert [(one.code, one.score, one.segment) for one in found.ratings] == [
        ("A", D(555), "重要价值"),
        ("C", D(111), "其他"),
        (NEVER_BOUGHT, None, ""),
    ]
    assert (found.n, found.notes) == (2, ("few_buyers",))
    assert asked_for(scheme) == {("recency", 365), ("orders", 365), ("purchases", 365)}


def test_points_are_weighted_and_weights_are_scaled() -> None:
    scheme = card(
        Criterion("purchases", steps=steps((0, 0), (1000, 60), (5000, 100)), weight=D(30)),
        Criterion("orders", steps=steps((1, 50), (10, 100)), weight=D(20)),
    )
    found = rate(scheme, measured(purchases=[D(5000), D(1000), D(0)], orders=[D(10), D(1), D(0)]))
    assert [(one.code, one.score) for one in found.ratings] == [("A", D(100)), ("B", D(56)), ("C", D(0))]
    assert found.notes == ("weights_scaled",)


@pytest.mark.parametrize(
    ("missing", "code", "score"),
    [(Missing.NO_POINTS, "C", D(0)), (Missing.NEUTRAL, "B", D(50)), (Missing.UNRATED, UNRATED, None)],
)
def test_what_is_not_known_is_a_stated_choice(missing: Missing, code: str, score: Decimal | None) -> None:
    scheme = card(Criterion("satisfaction", steps=steps((4, 100)), missing=missing))
    (rating,) = rate(scheme, measured(satisfaction=[None], purchases=[D(1)])).ratings
    assert (rating.code, rating.score) == (code, score)
    assert rating.parts[0].note == f"missing_{missing.value}"


def test_words_have_points_and_unknown_words_are_missing() -> None:
    scheme = card(Criterion("credit_grade", choices=(("A", D(100)), ("B", D(60)))))
    found = rate(scheme, measured(credit_grade=["A", "B", "Z", None], purchases=[D(0)] * 4))
    assert [one.score for one in found.ratings] == [100, 60, 0, 0]
    assert found.ratings[0].parts[0].word == "A"


def test_quantiles_only_from_fifty() -> None:
    scheme = card(Criterion("purchases", quantiles=5, steps=steps((10, 40))))
    few = rate(scheme, measured(purchases=[D(one) for one in range(49)]))
    assert few.notes == ("too_few_for_quantiles",)
    assert {one.score for one in few.ratings} == {D(0), D(40)}
    many = rate(scheme, measured(purchases=[D(one) for one in range(100)]))
    assert many.notes == ()
    assert sorted({one.score or D(0) for one in many.ratings}) == [0, 25, 50, 75, 100]
    assert many.ratings[99].score == 100


def test_a_grid_is_two_axes() -> None:
    scheme = Scheme(
        "attitude", "系列化", Method.GRID, CLASSES,
        (
            Criterion("purchases", steps=steps((0, 0), (1000, 1))),
            Criterion("attitude", choices=(("none", D(0)), ("switcher", D(1)), ("loyal", D(2)))),
        ),
        cells=(("C", "C", "B"), ("B", "A", "A")),
    )  # fmt: skip
    found = rate(scheme, measured(purchases=[D(1), D(5000), D(5000)], attitude=["loyal", "none", "switcher"]))
    assert [one.code for one in found.ratings] == ["B", "B", "A"]


@given(st.lists(st.one_of(st.none(), st.decimals(-1000, 100_000, places=2)), min_size=1, max_size=60))
def test_classes_part_the_customers(values: list[Decimal | None]) -> None:
    scheme = card(Criterion("purchases", steps=steps((1, 20), (100, 60), (5000, 100)), missing=Missing.UNRATED))
    found = rate(scheme, measured(purchases=list(values)))
    assert [one.customer_id for one in found.ratings] == list(range(len(values)))
    assert sum(found.counts().values()) == len(values)
    assert set(found.counts()) <= {"A", "B", "C", UNRATED}


def test_a_scheme_comes_back_from_json_and_nothing_else_does() -> None:
    scheme = card(Criterion("purchases", 0, D("33.3"), steps((1, 2)), (("a", D(1)),), 5, Missing.NEUTRAL))
    assert scheme_of(as_json(scheme)) == scheme
    spoilt: object
    for spoilt in (
        {},
        [],
        None,
        {**as_json(scheme), "format": 2},
        {**as_json(scheme), "method": "x"},
        {**as_json(scheme), "criteria": [{"metric": "m"}]},
    ):
        with pytest.raises(NotAScheme):
            scheme_of(spoilt)
