"""The arithmetic of the appraisal: what is unknown neither helps nor harms."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.appraisal import Measure, appraise
from desktop.rules.desk_policy import WEIGHTS, Part

D = Decimal


def of(good: int, whole: int) -> Measure:
    return Measure(D(good), D(whole))


def test_the_score_is_the_weighted_mean_of_what_is_known() -> None:
    found = appraise({Part.CONTACTS: of(50, 100), Part.CHECKS: of(4, 4)}, WEIGHTS)
    assert found.known == 35
    assert found.of(Part.CONTACTS).points == 10
    assert found.of(Part.LOANS).points is None
    assert found.score == D("71.4")  # (10 + 15) of 35


def test_more_than_was_asked_for_counts_as_full() -> None:
    assert appraise({Part.CONTACTS: of(300, 100)}, WEIGHTS).score == 100


def test_nothing_known_is_no_score() -> None:
    assert appraise({}, WEIGHTS).score is None
    assert appraise({Part.LOANS: of(1, 1)}, {**WEIGHTS, Part.LOANS: 0}).score is None


@given(st.dictionaries(st.sampled_from(list(Part)), st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_a_score_lies_between_its_worst_and_its_best_part(measured: dict[Part, tuple[int, int]]) -> None:
    found = appraise({part: of(*both) for part, both in measured.items()}, WEIGHTS)
    percents = [one.measure.percent for one in found.parts if one.measure.percent is not None]
    if found.score is None:
        assert not percents
    else:
        assert min(percents) - D("0.05") <= found.score <= max(percents) + D("0.05")
        whole = sum((one.points for one in found.parts if one.points is not None), D(0))
        assert abs(found.score - whole * 100 / found.known) <= D("0.05")
