"""Everything that can be wrong with a scheme has its code and its place; what comes with the program has no fault."""

from __future__ import annotations

import ast
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.rating import FAULTS
from desktop.rules.errors import RuleBroken
from desktop.rules.rating import checks
from desktop.rules.rating.builtin import BUILT_IN, BY_KEY
from desktop.rules.rating.checks import checked, faults
from desktop.rules.rating.metrics import METRICS, catalogue, custom_metric
from desktop.rules.rating.scheme import Criterion, Method, Missing, Scheme, Segment, Step, TierClass
from desktop.sentences.broken_rules import RULES

D = Decimal
KNOWN = catalogue([custom_metric(7, "地区", choice=True, money=False, options=("东", "西"))])
ABC, RFM, SCORE, GRID = (BY_KEY[key] for key in ("abc-70-90", "rfm", "score", "attitude"))
STEPS = (Step(D(0), D(10)), Step(D(5), D(100)))


def steps(*pairs: tuple[str, str]) -> tuple[Step, ...]:
    return tuple(Step(D(least), D(points)) for least, points in pairs)


def card(**criterion: object) -> Scheme:
    one = Criterion("purchases", steps=STEPS)
    return replace(SCORE, criteria=(replace(one, **criterion),))  # type: ignore[arg-type]


def classes(scheme: Scheme, at: int, **other: object) -> Scheme:
    found = list(scheme.classes)
    found[at] = replace(found[at], **other)  # type: ignore[arg-type]
    return replace(scheme, classes=tuple(found))


def axis(at: int, **other: object) -> Scheme:
    found = list(GRID.criteria)
    found[at] = replace(found[at], **other)  # type: ignore[arg-type]
    return replace(GRID, criteria=tuple(found))


def segments(at: int, **other: object) -> Scheme:
    found = list(RFM.segments)
    found[at] = replace(found[at], **other)  # type: ignore[arg-type]
    return replace(RFM, segments=tuple(found))


CASES: tuple[tuple[Scheme, str, str], ...] = (
    (replace(ABC, name="  "), "name_missing", "name"),
    (replace(ABC, name="长" * 61), "too_long", "name"),
    (replace(ABC, criteria=()), "criteria_missing", "criteria"),
    (replace(GRID, criteria=GRID.criteria[:1]), "criteria_missing", "criteria"),
    (card(metric="custom.99"), "metric_gone", "metric.0"),
    (replace(ABC, criteria=(Criterion("orders"),)), "metric_not_money", "metric.0"),
    (card(window=-1), "out_of_range", "window.0"),
    (card(window=40_000), "out_of_range", "window.0"),
    (card(weight=D(-5)), "out_of_range", "weight.0"),
    (card(weight=D(90)), "weights_not_100", "weights"),
    (card(quantiles=1), "out_of_range", "quantiles.0"),
    (card(quantiles=11), "out_of_range", "quantiles.0"),
    (card(steps=()), "steps_missing", "steps.0"),
    (card(metric="custom.7", steps=()), "choices_missing", "steps.0"),
    (card(metric="custom.7", steps=(), choices=(("东", D(9)), ("北", D(1)))), "choice_gone", "steps.0"),
    (card(metric="attitude", steps=(), choices=(("devoted", D(9)),)), "choice_gone", "steps.0"),
    (replace(ABC, criteria=ABC.criteria * 2), "criteria_too_many", "criteria"),
    (replace(RFM, criteria=RFM.criteria * 2), "criteria_too_many", "criteria"),
    (replace(GRID, criteria=(*GRID.criteria, GRID.criteria[0])), "criteria_too_many", "criteria"),
    (axis(1, missing=Missing.NEUTRAL), "neutral_in_grid", "missing.1"),
    (axis(0, quantiles=2), "quantiles_in_grid", "quantiles.0"),
    (axis(0, steps=steps(("0", "0"), ("9", "2"))), "points_beyond_cells", "steps.0"),
    (axis(0, steps=steps(("0", "0.5"))), "points_beyond_cells", "steps.0"),
    (axis(1, choices=(("loyal", D(3)),)), "points_beyond_cells", "steps.1"),
    (card(steps=steps(("1", "10"), ("1.0", "20"))), "steps_overlap", "steps.0"),
    (card(steps=steps(("5", "10"), ("1", "20"))), "steps_not_rising", "steps.0"),
    (card(steps=steps(("1", "101"))), "points_out_of_range", "steps.0"),
    (card(metric="attitude", steps=(), choices=(("loyal", D(-1)),)), "points_out_of_range", "steps.0"),
    (replace(ABC, classes=ABC.classes[:1]), "classes_missing", "classes"),
    (classes(ABC, 1, code=" "), "tier_without_code", "class.1"),
    (classes(ABC, 1, code="-"), "tier_without_code", "class.1"),
    (classes(ABC, 1, code="a"), "tier_twice", "class.1"),
    (classes(ABC, 1, code="长" * 21), "too_long", "class.1"),
    (classes(ABC, 1, name="长" * 41), "too_long", "class.1"),
    (classes(ABC, 0, least=None), "limit_missing", "least.0"),
    (classes(ABC, 0, least=D(0)), "limit_out_of_range", "least.0"),
    (classes(ABC, 1, least=D("1.2")), "limit_out_of_range", "least.1"),
    (classes(SCORE, 0, least=D(101)), "limit_out_of_range", "least.0"),
    (classes(ABC, 1, least=D("0.7")), "limits_overlap", "least.1"),
    (classes(SCORE, 1, least=D(75)), "limits_overlap", "least.1"),
    (replace(GRID, cells=()), "cells_missing", "cells"),
    (replace(GRID, cells=(("core",), ("core", "casual"))), "cells_missing", "cells"),
    (replace(GRID, cells=(("casual", "casual", "gone"), GRID.cells[1])), "no_such_tier", "cell.0.2"),
    (segments(2, name=""), "name_missing", "segment.2"),
    (segments(2, name="长" * 61), "too_long", "segment.2"),
    (segments(2, code="Z"), "no_such_tier", "segment.2"),
    (segments(2, r=(3, 1)), "scores_out_of_range", "segment.2"),
    (segments(2, m=(0, 5)), "scores_out_of_range", "segment.2"),
    (replace(RFM, segments=RFM.segments[1:]), "scores_without_segment", "segments"),
    (replace(RFM, thresholds={**RFM.thresholds, "f": (D(1), D(2), D(3))}), "four_thresholds", "thresholds.f"),
    (replace(RFM, thresholds={}), "four_thresholds", "thresholds.r"),
    (replace(RFM, thresholds={**RFM.thresholds, "m": (D(1), D(2), D(2), D(3))}), "thresholds_overlap", "thresholds.m"),
    (replace(RFM, thresholds={**RFM.thresholds, "r": (D(1), D(2), D(3), D(4))}), "thresholds_overlap", "thresholds.r"),
)  # fmt: skip


@pytest.mark.parametrize("scheme", BUILT_IN, ids=lambda one: one.key)
def test_what_comes_with_the_program_has_no_fault(scheme: Scheme) -> None:
    assert faults(scheme, catalogue()) == []
    assert checked(scheme, catalogue()) is scheme


@pytest.mark.parametrize(("scheme", "code", "at"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_each_fault_is_told_at_its_place(scheme: Scheme, code: str, at: str) -> None:
    found = faults(scheme, KNOWN)
    assert (code, at) in [(one.code, one.at) for one in found]
    for one in found:
        assert RULES[one.code].format(**one.facts), "its sentence finds all it needs"
    with pytest.raises(RuleBroken) as told:
        checked(scheme, KNOWN)
    assert (told.value.code, told.value.field) == (found[0].code, found[0].at)


def test_faults_stand_in_the_order_of_the_screen_and_none_hides_another() -> None:
    wrong = replace(
        SCORE,
        name="",
        criteria=(replace(SCORE.criteria[0], metric="custom.1"), replace(SCORE.criteria[1], weight=D(200))),
        classes=(TierClass("A", "", D(50)), TierClass("A", "")),
    )
    assert [one.at for one in faults(wrong, KNOWN)] == ["name", "metric.0", "weights", "class.1"]


def test_a_gap_of_scores_says_how_many_and_names_one() -> None:
    gap = replace(RFM, segments=tuple(replace(one, r=(max(one.r[0], 2), one.r[1])) for one in RFM.segments))
    (found,) = (one for one in faults(gap, KNOWN) if one.code == "scores_without_segment")
    assert found.facts == {"scores": "111", "count": 25}


def test_thirds_are_taken_for_a_hundred() -> None:
    third = Criterion("purchases", weight=D("33.3"), steps=STEPS)
    assert faults(replace(SCORE, criteria=(third, third, third)), KNOWN) == []


@given(st.lists(st.integers(-20, 120), min_size=1, max_size=5))
def test_limits_of_points_are_right_only_if_they_fall_within_0_and_100(limits: list[int]) -> None:
    made = [TierClass(f"T{at}", "", D(least)) for at, least in enumerate(limits)] + [TierClass("其他", "")]
    found = faults(replace(SCORE, classes=tuple(made)), KNOWN)
    right = all(0 < one <= 100 for one in limits) and all(one > after for one, after in pairwise(limits))
    assert (not found) is right


def test_every_method_is_held_against_its_own_rules() -> None:
    assert {scheme.method for scheme in BUILT_IN} == set(Method)
    assert all(one.key in KNOWN for one in METRICS)
    lone = Scheme("x", "空", Method.RFM, (), (Criterion("purchases"),), (Segment("全部"),), thresholds=RFM.thresholds)
    assert faults(lone, KNOWN) == [], "segments may stand for the classes"


def test_every_fault_has_its_sentence_and_the_command_knows_it() -> None:
    """By a scheme with a fault nobody is rated: the command says that it was asked wrongly."""
    tree = ast.parse(Path(checks.__file__).read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fault"]
    codes = {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}
    assert len(codes) > 20
    assert codes - set(RULES) == set()
    assert codes - FAULTS == set()
